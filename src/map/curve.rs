//! The emotion curve: how the customer feels along the journey.

use super::{Emotion, JourneyMap, Phase, Place, Touchpoint};

/// Returns the touchpoint with the lowest emotion; of several, a critical moment wins, then the earliest.
///
/// Touchpoints whose emotion is unknown do not count. Returns none if no emotion is known.
pub(crate) fn lowest(map: &JourneyMap) -> Option<Place> {
    let known = map.touchpoints().filter_map(|(place, each)| Some((place, each.emotion?, each.critical)));
    known.min_by_key(|&(_, emotion, critical)| (emotion.value(), !critical)).map(|(place, _, _)| place)
}

/// Returns how many touchpoints have a known emotion.
pub(crate) fn known_count(map: &JourneyMap) -> usize {
    map.touchpoints().filter(|(_, each)| each.emotion.is_some()).count()
}

/// A point of the curve, which stands for one or several rows of a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CurvePoint {
    /// The first of the rows.
    pub row: usize,
    /// The lowest known emotion of the rows.
    pub emotion: Option<Emotion>,
    /// True if one of the rows is a critical moment.
    pub critical: bool,
}

/// Returns the curve of a phase with at most `max` points, over which the rows are distributed evenly. A point shows the
/// lowest emotion of its rows, so that no bad moment is hidden.
pub(crate) fn points(map: &JourneyMap, phase: Phase, max: usize) -> Vec<CurvePoint> {
    let touchpoints = map.phase(phase);
    let count = touchpoints.len().min(max);
    let point = |nth: usize| {
        let (first, end) = (nth * touchpoints.len() / count, (nth + 1) * touchpoints.len() / count);
        let rows = || touchpoints[first..end].iter().map(|each| &**each);
        let emotion = rows().filter_map(|each: &Touchpoint| each.emotion).min_by_key(|emotion| emotion.value());
        CurvePoint { row: first, emotion, critical: rows().any(|each| each.critical) }
    };
    (0..count).map(point).collect()
}
