//! A table of touchpoints, one a row, and the map that it makes.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use ::csv::StringRecord;
use serde_json::value::RawValue;

use super::fault::Fault;
use super::row::{self, ReadRow};
use super::vocabulary::{Vocabulary, key};
use super::{Imported, Reading, Remark, Scope, cell, json_value, order, selection};
use crate::exchange::guard::unguard;
use crate::lang::Lang;
use crate::map::field::{self, Value};
use crate::map::text::one_line;
use crate::map::{Header, JourneyMap, Line, Name, Phase};

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

    fn is_blank(&self, at: usize) -> bool {
        self.shown(at).trim().is_empty()
    }
}

fn plain(record: &StringRecord, at: usize, guarded: bool) -> &str {
    let text = record.get(at).unwrap_or_default();
    if guarded { unguard(text) } else { text }
}

/// The columns that are known, and where they stand.
pub struct Columns<'a> {
    at: HashMap<&'static str, usize>,
    headings: &'a [String],
}

impl<'a> Columns<'a> {
    fn of(table: &'a Table, words: &Vocabulary, lang: &Lang, remarks: &mut Vec<Remark>) -> Result<Columns<'a>, Remark> {
        let mut at = HashMap::new();
        let headings = &table.headings;
        for (nth, heading) in headings.iter().enumerate() {
            let shown = one_line(heading);
            if shown.is_empty() {
                if table.rows.iter().any(|row| !row.is_blank(nth)) {
                    remarks.push(Remark::of_all(lang.import_unnamed_column(nth + 1)));
                }
            } else if let Some(name) = words.column(heading) {
                if let Some(other) = at.insert(name, nth) {
                    let other = one_line(&headings[other]);
                    return Err(Remark::of_all(lang.import_repeated_column(&other, &shown, &lang.column(name))));
                }
            } else {
                let near = words.near_column(heading).map(|near| format!("; {}", lang.did_you_mean(&near)));
                remarks.push(Remark::of_all(lang.import_unknown_column(&shown, &near.unwrap_or_default())));
            }
        }
        if !at.contains_key("touchpoint") {
            return Err(Remark::of_all(lang.import_no_name_column(&lang.column("touchpoint"))));
        }
        Ok(Columns { at, headings })
    }

    /// Where the column of that name stands.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.at.get(name).copied()
    }

    /// How the column of that name is called in the table.
    pub fn heading(&self, name: &str) -> Cow<'_, str> {
        self.at(name).map_or(Cow::Borrowed(""), |at| one_line(&self.headings[at]))
    }

    /// What these columns say of a map.
    fn scope(&self, split_lists: bool) -> Scope {
        let has = |key: &str| self.at.contains_key(key);
        let header = [("map", "title"), ("unit", "unit"), ("period", "period")];
        let mut touchpoint: Vec<_> =
            field::TOUCHPOINT.iter().map(|field| field.key).filter(|&key| column_of(key).is_some_and(has)).collect();
        if has("step") && has("order") {
            touchpoint.push("with_previous");
        }
        Scope {
            header: header.into_iter().filter(|(column, _)| has(column)).map(|(_, key)| key).collect(),
            touchpoint,
            phase: has("phase"),
            order: has("order"),
            split_lists,
        }
    }
}

/// The column that holds a field of a touchpoint.
pub fn column_of(field: &'static str) -> Option<&'static str> {
    match field {
        "name" => Some("touchpoint"),
        // That is what steps tell.
        "with_previous" => None,
        field => Some(key(field)),
    }
}

/// The map that a table makes, or everything that stands in the way.
pub fn read_map(table: &Table, reading: &Reading, words: &Vocabulary) -> Result<Imported, Vec<Remark>> {
    let lang = reading.lang;
    let (mut remarks, mut faults) = (Vec::new(), Vec::new());
    let columns = Columns::of(table, words, lang, &mut remarks).map_err(|fault| vec![fault])?;
    let filled: Vec<&Row> = table.rows.iter().filter(|row| (0..row.len()).any(|at| !row.is_blank(at))).collect();
    for row in &filled {
        if (columns.headings.len()..row.len()).any(|at| !row.is_blank(at)) {
            faults.push(Remark::at(row.line, lang.import_too_many_cells(row.len(), columns.headings.len())));
        }
    }
    let chosen = selection::chosen(filled, &columns, reading, &mut faults);
    let header = header(&chosen, &columns, reading, &mut remarks, &mut faults);
    if columns.at("phase").is_none() {
        remarks.push(Remark::of_all(lang.import_no_phase_column(&lang.column("phase"))));
    }
    let mut phases = [const { Vec::<ReadRow>::new() }; 3];
    for row in chosen {
        if let Some(read) = row::read(row, &columns, words, lang, &mut remarks, &mut faults) {
            phases[read.phase.index()].push(read);
        }
    }
    let Some(header) = header.filter(|_| faults.is_empty()) else {
        faults.sort_by_key(|fault| fault.line);
        return Err(faults);
    };
    for phase in Phase::ALL {
        order::settle(&mut phases[phase.index()], phase, &columns.heading("order"), lang, &mut remarks);
    }
    let lines = phases.each_ref().map(|rows| rows.iter().map(|row| row.line).collect::<Vec<_>>());
    let touchpoints = phases.map(|rows| rows.into_iter().map(|row| row.touchpoint).collect());
    let (map, repeated) = JourneyMap::with_touchpoints(header, touchpoints);
    for place in repeated {
        let name = map.at(place).map(|touchpoint| touchpoint.name.to_string()).unwrap_or_default();
        remarks.push(Remark::at(lines[place.phase.index()][place.row], lang.import_repeated_id(&name)));
    }
    remarks.sort_by_key(|remark| remark.line);
    let split_lists = matches!(table.rows.first().map(|row| &row.cells), Some(Cells::Csv { .. }));
    Ok(Imported { map, remarks, scope: columns.scope(split_lists) })
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
            let text = reading.lang.import_several_values(&columns.heading(column), &first.1);
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
