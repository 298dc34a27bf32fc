//! What a table of counts changes in a map, as lines for people.

use std::collections::HashSet;

use super::{MeasuredTouchpoint, MeasurementReport};
use crate::exchange::exporter::{ExportError, TextLayout};
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::measure::matching::MatchKey;
use crate::exchange::measure::nearest::{MAX_ROWS_WITH_NAMES, NameIndex};
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::text::fold;
use crate::map::{self, Difference, Evidence, TouchpointId};

/// The most names for a row.
const MAX_NAMES: usize = 3;

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
    let row = |(nth, &row): (usize, &usize)| {
        let row = &measurement.table.rows[row];
        let near = if nth < MAX_ROWS_WITH_NAMES { index.nearest(&row.name, MAX_NAMES) } else { Vec::new() };
        let near = listed(near.iter().map(|each| lang.quoted(&quoted(&each.name))));
        let count = lang.number(row.reach.into());
        let found = lang.measure_row(&row.name, &count);
        if near.is_empty() { found } else { lang.measure_nearest(&found, &near) }
    };
    let rows = matching.unmatched_rows.iter().enumerate().map(row).collect();
    section(lang.measure_rows(), rows);
    let others = measurement.unmatched(map);
    let others = others.map(|each| format!("· {}: {}", each.name, lang.value(&Value::Count(each.reach)))).collect();
    section(lang.measure_touchpoints(), others);
    Ok(text.into_bytes())
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
