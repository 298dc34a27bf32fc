//! What a table of counts changes in a map, as JSON.

use serde::Serialize;

use super::MeasurementReport;
use crate::exchange::exporter::{ExportError, TextLayout};
use crate::map::TouchpointId;

/// The result of `measure`; scripts rely on the names and their order.
#[derive(Serialize)]
struct MeasurementJson<'a> {
    matched: Vec<MatchedJson<'a>>,
    unmatched_rows: Vec<&'a str>,
    unmatched_touchpoints: Vec<TouchpointJson<'a>>,
    written: bool,
}

/// A touchpoint that has a row, with its reach before and after.
#[derive(Serialize)]
struct MatchedJson<'a> {
    id: TouchpointId,
    name: &'a str,
    row: &'a str,
    old: Option<u64>,
    new: u64,
}

/// A touchpoint that has no row.
#[derive(Serialize)]
struct TouchpointJson<'a> {
    id: TouchpointId,
    name: &'a str,
}

/// Writes one object.
pub(crate) fn render(report: &MeasurementReport, _: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let MeasurementReport { map, measurement, written, .. } = *report;
    let matched = measurement.touchpoints(map).map(|each| MatchedJson {
        id: each.touchpoint.id,
        name: &each.touchpoint.name,
        row: &each.row.name,
        old: each.touchpoint.reach,
        new: each.row.reach,
    });
    let matching = &measurement.matching;
    let others = measurement.unmatched(map);
    let object = MeasurementJson {
        matched: matched.collect(),
        unmatched_rows: matching.unmatched_rows.iter().map(|&row| &*measurement.table.rows[row].name).collect(),
        unmatched_touchpoints: others.map(|each| TouchpointJson { id: each.id, name: &each.name }).collect(),
        written,
    };
    let mut json = serde_json::to_vec_pretty(&object).map_err(ExportError::library)?;
    json.push(b'\n');
    Ok(json)
}
