//! Turns a table of touchpoints into a map.

use std::collections::{BTreeSet, HashSet};

use super::columns::Columns;
use super::grouping::GroupedCells;
use super::quote::quoted;
use super::row::{ReadRow, RowId, RowReader};
use super::table::{RowCells, Table, TableRow};
use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark, order, selection};
use crate::lang::Lang;
use crate::map::{Header, Line, Name, Phase, TouchpointId};

/// Reads a map from a table, or returns every fault.
pub(crate) fn read_map(table: &Table, options: &ImportOptions, words: &Vocabulary) -> Result<Imported, ImportFailure> {
    let lang = options.lang;
    let (mut remarks, mut faults) = (Vec::new(), Vec::new());
    let columns = Columns::of(table, words, lang, &mut remarks).map_err(|fault| vec![fault])?;
    let filled: Vec<&TableRow> = table.rows.iter().filter(|row| (0..row.len()).any(|at| !row.is_blank(at))).collect();
    for row in &filled {
        if (table.headings.len()..row.len()).any(|at| !row.is_blank(at)) {
            faults.push(Remark::at(row.line, lang.import_too_many_cells(row.len(), table.headings.len())));
        }
    }
    let faults_before = faults.len();
    let selected = selection::select_rows(filled, &columns, options, &mut faults);
    let is_one_map = faults.len() == faults_before;
    let header = header(&selected, &columns, options, &mut remarks, &mut faults);
    if columns.position("phase").is_none() && !selected.is_empty() {
        remarks.push(Remark::of_all(lang.import_no_phase_column(&lang.column("phase"))));
    }
    // A column in which no row has a text does not count as covered.
    let has_text = |column: &str| selected.iter().any(|row| !row.text(columns.position(column)).is_empty());
    let (has_title, is_empty) = (has_text("map"), selected.is_empty());
    let mut phases = [const { Vec::<ReadRow>::new() }; 3];
    let mut ids = HashSet::new();
    let (mut foreign_ids, mut grouped_cells) = (ForeignIds::default(), GroupedCells::default());
    for row in selected {
        let mut reader = RowReader {
            columns: &columns,
            words,
            options,
            grouped_cells: &mut grouped_cells,
            remarks: &mut remarks,
            faults: &mut faults,
        };
        if let Some(mut read) = reader.read(row) {
            let touchpoint = &mut read.touchpoint;
            foreign_ids.count_row(row, &read.id, &columns);
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
            // Remarks on rows of several maps would mislead.
            remarks.clear();
        }
        remarks.sort_by_key(|remark| remark.line);
        return Err(ImportFailure { faults, remarks });
    };
    for phase in Phase::ALL {
        order::sort_rows(&mut phases[phase.index()], phase, &columns.heading("order"), lang, &mut remarks);
    }
    remarks.extend(grouped_cells.remarks(&columns, lang));
    remarks.extend(foreign_ids.remark(&columns, lang));
    let is_foreign = phases.each_ref().map(|rows| rows.iter().map(|row| row.id == RowId::Foreign).collect::<Vec<_>>());
    let touchpoints = phases.map(|rows| rows.into_iter().map(|row| row.touchpoint).collect());
    let (map, _repeated) = options.build_map(header, touchpoints);
    let foreign = map.touchpoints().filter(|(place, each)| {
        is_foreign[place.phase.index()][place.row] && options.known_touchpoint(each.id).is_none()
    });
    let foreign = foreign.map(|(_, each)| each.id).collect();
    remarks.sort_by_key(|remark| remark.line);
    let split_lists = matches!(table.rows.first().map(|row| &row.cells), Some(RowCells::Csv { .. }));
    let mut scope = columns.scope(split_lists);
    scope.header.retain(|&key| !is_empty && (has_title || key != "title"));
    Ok(Imported { map, remarks, scope, foreign })
}

/// The ids in a table that are not ids of touchpoints: how many there are, and the first with its line.
#[derive(Default)]
struct ForeignIds {
    count: usize,
    first: Option<(usize, String)>,
}

impl ForeignIds {
    fn count_row(&mut self, row: &TableRow, id: &RowId, columns: &Columns) {
        if *id == RowId::Foreign {
            self.count += 1;
            self.first.get_or_insert_with(|| (row.line, row.text(columns.position("id"))));
        }
    }

    /// Returns the remark that these ids are left out; none if there are none.
    fn remark(&self, columns: &Columns, lang: &Lang) -> Option<Remark> {
        let (line, found) = self.first.as_ref()?;
        Some(Remark::at(*line, lang.import_foreign_ids(&columns.heading("id"), self.count, &quoted(found))))
    }
}

/// Reads title, unit and period of the map; none if the title is invalid.
fn header(
    rows: &[&TableRow],
    columns: &Columns,
    options: &ImportOptions,
    remarks: &mut Vec<Remark>,
    faults: &mut Vec<Remark>,
) -> Option<Header> {
    let mut first_text = |column: &str| {
        let at = columns.position(column);
        let texts = rows.iter().map(|row| (row.line, row.text(at))).filter(|(_, text)| !text.is_empty());
        let first = texts.clone().next()?;
        let others: BTreeSet<String> = texts.map(|(_, text)| text).collect();
        if others.len() > 1 && column != "map" {
            let text = options.lang.import_several_values(&columns.heading(column), &quoted(&first.1));
            remarks.push(Remark::of_all(text));
        }
        Some(first)
    };
    let [title, unit, period] = ["map", "unit", "period"].map(&mut first_text);
    let mut fail = |column: &str, line: usize, text: &str, fault: ValueFault| {
        let message = fault.message(&columns.heading(column), text, options.lang);
        faults.push(Remark::at(line, message));
    };
    let title = match title {
        Some((line, text)) => Name::new(&text).map_err(|fault| fail("map", line, &text, fault.into())).ok(),
        None => Some(options.title.clone()),
    };
    let mut line_of = |column: &str, found: Option<(usize, String)>| {
        let (line, text) = found?;
        Line::optional(&text).map_err(|fault| fail(column, line, &text, fault.into())).ok().flatten()
    };
    let (unit, period) = (line_of("unit", unit), line_of("period", period));
    Some(Header { unit, period, ..Header::new(title?) })
}
