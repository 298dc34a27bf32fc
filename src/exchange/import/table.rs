//! A table of touchpoints, one a row, and the map that it makes.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use ::csv::StringRecord;
use serde_json::value::RawValue;

use super::columns::Columns;
use super::fault::Fault;
use super::quote::quoted;
use super::row::{self, ReadRow};
use super::vocabulary::Vocabulary;
use super::{Imported, Reading, Refused, Remark, cell, json_value, order, selection};
use crate::exchange::guard::unguard;
use crate::map::field::Value;
use crate::map::text::one_line;
use crate::map::{Header, JourneyMap, Line, Name, Phase, TouchpointId};

/// A table as it was found.
pub struct Table<'a> {
    pub headings: Vec<String>,
    pub rows: Vec<Row<'a>>,
}

/// One row, and the line on which it begins.
pub struct Row<'a> {
    pub line: usize,
    pub cells: Cells<'a>,
}

/// What stands in a row.
pub enum Cells<'a> {
    Csv { record: StringRecord, guarded: bool },
    Json(Vec<Option<&'a RawValue>>),
}

impl Row<'_> {
    /// How many cells the row has.
    pub fn len(&self) -> usize {
        match &self.cells {
            Cells::Csv { record, .. } => record.len(),
            Cells::Json(values) => values.len(),
        }
    }

    /// What stands in a cell, as it is shown to the reader.
    pub fn shown(&self, at: usize) -> String {
        match &self.cells {
            Cells::Csv { record, guarded } => plain(record, at, *guarded).to_owned(),
            Cells::Json(values) => {
                values.get(at).copied().flatten().map_or_else(String::new, |raw| raw.get().to_owned())
            }
        }
    }

    /// The text of a cell on one line; empty where there is none.
    pub fn text(&self, at: Option<usize>) -> String {
        let Some(at) = at else { return String::new() };
        let text: Cow<str> = match &self.cells {
            Cells::Csv { record, guarded } => plain(record, at, *guarded).into(),
            Cells::Json(values) => {
                let raw = values.get(at).copied().flatten();
                raw.and_then(|raw| serde_json::from_str::<String>(raw.get()).ok()).unwrap_or_default().into()
            }
        };
        one_line(&text).into_owned()
    }

    /// Reads a value of the same sort as `sort` out of a cell.
    pub fn value(&self, at: Option<usize>, sort: &Value, words: &Vocabulary) -> Result<Value, Fault> {
        match (&self.cells, at) {
            (Cells::Csv { record, guarded }, Some(at)) => cell::value(sort, plain(record, at, *guarded), words),
            (Cells::Json(values), Some(at)) => match values.get(at).copied().flatten() {
                Some(raw) => json_value::value(sort, raw, words),
                None => cell::value(sort, "", words),
            },
            (Cells::Csv { .. } | Cells::Json(_), None) => cell::value(sort, "", words),
        }
    }

    /// Whether nothing stands in a cell.
    pub fn is_blank(&self, at: usize) -> bool {
        self.shown(at).trim().is_empty()
    }
}

fn plain(record: &StringRecord, at: usize, guarded: bool) -> &str {
    let text = record.get(at).unwrap_or_default();
    if guarded { unguard(text) } else { text }
}

/// The map that a table makes, or everything that stands in the way.
pub fn read_map(table: &Table, reading: &Reading, words: &Vocabulary) -> Result<Imported, Refused> {
    let lang = reading.lang;
    let (mut remarks, mut faults) = (Vec::new(), Vec::new());
    let columns = Columns::of(table, words, lang, &mut remarks).map_err(|fault| vec![fault])?;
    let filled: Vec<&Row> = table.rows.iter().filter(|row| (0..row.len()).any(|at| !row.is_blank(at))).collect();
    for row in &filled {
        if (table.headings.len()..row.len()).any(|at| !row.is_blank(at)) {
            faults.push(Remark::at(row.line, lang.import_too_many_cells(row.len(), table.headings.len())));
        }
    }
    let before = faults.len();
    let chosen = selection::chosen(filled, &columns, reading, &mut faults);
    let is_one_map = faults.len() == before;
    let header = header(&chosen, &columns, reading, &mut remarks, &mut faults);
    if columns.at("phase").is_none() && !chosen.is_empty() {
        remarks.push(Remark::of_all(lang.import_no_phase_column(&lang.column("phase"))));
    }
    // Of what no row says, the table says nothing.
    let says = |column: &str| chosen.iter().any(|row| !row.text(columns.at(column)).is_empty());
    let (is_titled, is_blank) = (says("map"), chosen.is_empty());
    let mut phases = [const { Vec::<ReadRow>::new() }; 3];
    let mut ids = HashSet::new();
    for row in chosen {
        if let Some(mut read) = row::read(row, &columns, words, lang, &mut remarks, &mut faults) {
            let touchpoint = &mut read.touchpoint;
            if touchpoint.id != TouchpointId::NONE && !ids.insert(touchpoint.id) {
                touchpoint.id = TouchpointId::NONE;
                remarks.push(Remark::at(row.line, lang.import_repeated_id(&quoted(&touchpoint.name))));
            }
            phases[read.phase.index()].push(read);
        }
    }
    let Some(header) = header.filter(|_| faults.is_empty()) else {
        faults.sort_by_key(|fault| fault.line);
        if !is_one_map {
            // Rows of several maps cannot agree.
            remarks.clear();
        }
        remarks.sort_by_key(|remark| remark.line);
        return Err(Refused { faults, remarks });
    };
    for phase in Phase::ALL {
        order::settle(&mut phases[phase.index()], phase, &columns.heading("order"), lang, &mut remarks);
    }
    let touchpoints = phases.map(|rows| rows.into_iter().map(|row| row.touchpoint).collect());
    let (map, _repeated) = JourneyMap::with_touchpoints(header, touchpoints);
    remarks.sort_by_key(|remark| remark.line);
    let split_lists = matches!(table.rows.first().map(|row| &row.cells), Some(Cells::Csv { .. }));
    let mut scope = columns.scope(split_lists);
    scope.header.retain(|&key| !is_blank && (is_titled || key != "title"));
    Ok(Imported { map, remarks, scope })
}

/// What the rows say of the map itself; none when that is at fault.
fn header(
    rows: &[&Row],
    columns: &Columns,
    reading: &Reading,
    remarks: &mut Vec<Remark>,
    faults: &mut Vec<Remark>,
) -> Option<Header> {
    let mut said = |column: &str| {
        let at = columns.at(column);
        let texts = rows.iter().map(|row| (row.line, row.text(at))).filter(|(_, text)| !text.is_empty());
        let first = texts.clone().next()?;
        let others: BTreeSet<String> = texts.map(|(_, text)| text).collect();
        if others.len() > 1 && column != "map" {
            let text = reading.lang.import_several_values(&columns.heading(column), &quoted(&first.1));
            remarks.push(Remark::of_all(text));
        }
        Some(first)
    };
    let [title, unit, period] = ["map", "unit", "period"].map(&mut said);
    let mut fail = |column: &str, line: usize, text: &str, fault: Fault| {
        let told = fault.told(&columns.heading(column), text, reading.lang);
        faults.push(Remark::at(line, told));
    };
    let title = match title {
        Some((line, text)) => Name::new(&text).map_err(|fault| fail("map", line, &text, fault.into())).ok(),
        None => Some(reading.title.clone()),
    };
    let mut line_of = |column: &str, said: Option<(usize, String)>| {
        let (line, text) = said?;
        Line::optional(&text).map_err(|fault| fail(column, line, &text, fault.into())).ok().flatten()
    };
    let (unit, period) = (line_of("unit", unit), line_of("period", period));
    Some(Header { unit, period, ..Header::new(title?) })
}
