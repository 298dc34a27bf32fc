//! The emotion along the journey.

use super::{Emotion, JourneyMap, Phase, Place, Touchpoint};

/// The touchpoint at which the customer feels worst: of several, a critical moment before others, then the earlier.
///
/// None while no emotion is known; an unknown one is not 0.
pub fn lowest(map: &JourneyMap) -> Option<Place> {
    let known = map.touchpoints().filter_map(|(place, each)| Some((place, each.emotion?, each.critical)));
    known.min_by_key(|&(_, emotion, critical)| (emotion.value(), !critical)).map(|(place, _, _)| place)
}

/// How many touchpoints have a known emotion.
pub fn known(map: &JourneyMap) -> usize {
    map.touchpoints().filter(|(_, each)| each.emotion.is_some()).count()
}

/// One place of a curve that has room for some places only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// The first row that it stands for.
    pub row: usize,
    /// The lowest known emotion of its rows; none where none is known.
    pub emotion: Option<Emotion>,
    /// Whether there is a critical moment among its rows.
    pub critical: bool,
}

/// A phase's emotions in at most `room` points, each standing for as many rows as the others; low ones are never hidden.
pub fn points(map: &JourneyMap, phase: Phase, room: usize) -> Vec<CurvePoint> {
    let touchpoints = map.phase(phase);
    let count = touchpoints.len().min(room);
    let point = |nth: usize| {
        let (first, end) = (nth * touchpoints.len() / count, (nth + 1) * touchpoints.len() / count);
        let rows = || touchpoints[first..end].iter().map(|each| &**each);
        let emotion = rows().filter_map(|each: &Touchpoint| each.emotion).min_by_key(|emotion| emotion.value());
        CurvePoint { row: first, emotion, critical: rows().any(|each| each.critical) }
    };
    (0..count).map(point).collect()
}
