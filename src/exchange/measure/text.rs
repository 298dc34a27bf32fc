//! What a table of counts changes in a map, as lines for people.

use std::collections::{HashMap, HashSet};

use super::{MeasuredTouchpoint, MeasurementReport};
use crate::exchange::exporter::{ExportError, TextLayout};
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::measure::matching::MatchKey;
use crate::exchange::measure::nearest::{MAX_ROWS_WITH_NAMES, NameIndex};
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::text::fold;
use crate::map::{self, Difference, Evidence, JourneyMap, Touchpoint, TouchpointId};

/// The most names for a row.
const MAX_NAMES: usize = 3;
/// The most rows without a count that are named.
const MAX_UNCOUNTED: usize = 20;

/// Writes old and new reaches, the rows without a touchpoint, and the touchpoints without a row.
pub(crate) fn render(report: &MeasurementReport, layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let MeasurementReport { map, measurement, updated, .. } = *report;
    let lang = layout.lang;
    let matching = &measurement.matching;
    let mut text = String::new();
    let mut section = |heading: String, lines: Vec<String>| {
        if !lines.is_empty() {
            text += if text.is_empty() { "" } else { "\n" };
            text += &layout.colour.paint(TextStyle::Heading, &heading);
            text.push('\n');
            text.extend(lines.into_iter().map(|line| line + "\n"));
        }
    };
    let of_map = map::differences(map, updated).into_iter().filter(|each| matches!(each, Difference::Header { .. }));
    let mut lines: Vec<String> = measurement.touchpoints(map).map(|each| matched(&each, lang)).collect();
    lines.extend(of_map.map(|each| lang.difference(&each)));
    section(heading(report, lang), lines);
    let free: HashSet<TouchpointId> = matching.unmatched_touchpoints.iter().copied().collect();
    let index = NameIndex::of(map, |id| free.contains(&id));
    let names = NameCounts::of(map);
    let rivals: HashMap<usize, TouchpointId> = matching.rival_rows.iter().copied().collect();
    let row = |(nth, &at): (usize, &usize)| {
        let row = &measurement.table.rows[at];
        let count = lang.number(row.reach.into());
        let found = lang.measure_row(&row.name, &count);
        if let Some(meant) = rivals.get(&at).and_then(|&id| map.at(map.find(id)?)) {
            return lang.measure_rival(&found, &names.quoted(meant, lang));
        }
        let near = if nth < MAX_ROWS_WITH_NAMES { index.nearest(&row.name, MAX_NAMES) } else { Vec::new() };
        let near = listed(near.iter().map(|each| names.quoted(each, lang)));
        if near.is_empty() { found } else { lang.measure_nearest(&found, &near) }
    };
    let rows = matching.unmatched_rows.iter().enumerate().map(row).collect();
    section(lang.measure_rows(), rows);
    let uncounted = &measurement.table.uncounted;
    let more = uncounted.len().saturating_sub(MAX_UNCOUNTED);
    let lines = uncounted.iter().take(MAX_UNCOUNTED).map(|name| format!("· {name}"));
    let lines = lines.chain((more > 0).then(|| format!("… +{more}"))).collect();
    section(lang.measure_uncounted(), lines);
    let others = measurement.unmatched(map);
    let line = |each: &Touchpoint| format!("· {}: {}", names.plain(each), lang.value(&Value::Count(each.reach)));
    section(lang.measure_touchpoints(), others.map(line).collect());
    Ok(text.into_bytes())
}

/// How often each name occurs in a map. Touchpoints of one name are shown with their ids.
struct NameCounts(HashMap<String, usize>);

impl NameCounts {
    fn of(map: &JourneyMap) -> NameCounts {
        let mut counts = HashMap::new();
        map.touchpoints().for_each(|(_, each)| *counts.entry(fold(&each.name)).or_default() += 1);
        NameCounts(counts)
    }

    fn plain(&self, touchpoint: &Touchpoint) -> String {
        self.with_id(touchpoint, touchpoint.name.to_string())
    }

    fn quoted(&self, touchpoint: &Touchpoint, lang: &Lang) -> String {
        self.with_id(touchpoint, lang.quoted(&quoted(&touchpoint.name)))
    }

    /// Adds the id to the name as it is shown, unless the name occurs only once.
    fn with_id(&self, touchpoint: &Touchpoint, name: String) -> String {
        let is_only = self.0.get(&fold(&touchpoint.name)) == Some(&1);
        if is_only { name } else { format!("{name} ({})", touchpoint.id) }
    }
}

/// Returns the heading of the reaches: what they count, in which period, and where they come from.
fn heading(report: &MeasurementReport, lang: &Lang) -> String {
    let MeasurementReport { map, measurement, .. } = *report;
    let has = |evidence: &Evidence| measurement.touchpoints(map).any(|each| each.evidence == *evidence);
    let evidences = Evidence::ALL.into_iter().filter(has).map(|evidence| lang.evidence(evidence));
    let about = [measurement.unit(map), measurement.period(map)].into_iter().flatten().map(ToString::to_string);
    lang.measure_reaches(&evidences.chain(about).collect::<Vec<_>>().join(" · "))
}

/// Returns the line of a touchpoint that has a row.
fn matched(measured: &MeasuredTouchpoint, lang: &Lang) -> String {
    let MeasuredTouchpoint { touchpoint, row, key, .. } = *measured;
    let sign = if measured.is_unchanged() { '=' } else { '~' };
    let line = format!("{sign} {}: {}", touchpoint.name, measured.reaches(lang));
    let name = lang.quoted(&quoted(&row.name));
    match key {
        MatchKey::Pair => lang.measure_remembered(&line, &name),
        MatchKey::Id | MatchKey::Metric | MatchKey::Name if fold(&row.name) == fold(&touchpoint.name) => line,
        MatchKey::Id | MatchKey::Metric | MatchKey::Name => format!("{line} ({name})"),
    }
}
