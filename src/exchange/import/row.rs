//! Reads a row of a table as a touchpoint with its place in the journey.

use super::columns::Columns;
use super::grouping::GroupedCells;
use super::table::{RowCells, TableRow};
use super::value_fault::ValueFault;
use super::vocabulary::{Vocabulary, column_of};
use super::{ImportOptions, Remark, number};
use crate::map::field::{self, Field, Type, Value};
use crate::map::text::fold;
use crate::map::{Phase, Touchpoint, TouchpointId};

/// The number of characters of an id.
const ID_LENGTH: usize = 8;

/// What the id of a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowId {
    /// The row has no id.
    None,
    /// It is the id of a touchpoint.
    Ours(TouchpointId),
    /// It is the id of something else: a number, or an id of another map.
    Foreign,
}

/// A touchpoint as its row describes it.
pub(crate) struct ReadRow {
    pub line: usize,
    pub phase: Phase,
    /// The position in the phase; none if the row does not say.
    pub order: Option<u64>,
    /// The number of the step; none if the row does not say.
    pub step: Option<u64>,
    pub touchpoint: Touchpoint,
    pub id: RowId,
}

/// Reads the rows of one table and collects what to tell the user.
pub(crate) struct RowReader<'a> {
    pub columns: &'a Columns<'a>,
    pub words: &'a Vocabulary<'a>,
    pub options: &'a ImportOptions<'a>,
    pub grouped_cells: &'a mut GroupedCells,
    pub remarks: &'a mut Vec<Remark>,
    pub faults: &'a mut Vec<Remark>,
}

impl RowReader<'_> {
    /// Reads a row; none if anything in it is wrong. All faults of the row are collected.
    pub fn read(&mut self, row: &TableRow) -> Option<ReadRow> {
        let faults_before = self.faults.len();
        let mut touchpoint = Touchpoint::default();
        for field in field::TOUCHPOINT {
            self.read_field(row, field, &mut touchpoint);
        }
        let id = match self.id(&row.text(self.columns.position("id")), &touchpoint.name) {
            Ok(id) => id,
            Err(fault) => {
                self.fail(row, "id", &fault);
                RowId::None
            }
        };
        if let RowId::Ours(id) = id {
            touchpoint.id = id;
        }
        let phase = match self.columns.position("phase") {
            Some(at) => self.words.phase(&row.text(Some(at))).map_err(|fault| self.fail(row, "phase", &fault)).ok(),
            None => Some(Phase::Before),
        };
        let (order, step) = (self.read_position(row, "order"), self.read_position(row, "step"));
        let phase = phase.filter(|_| self.faults.len() == faults_before)?;
        Some(ReadRow { line: row.line, phase, order, step, touchpoint, id })
    }

    /// Reads the cell of a field, if the table has its column.
    fn read_field(&mut self, row: &TableRow, field: &Field<Touchpoint>, touchpoint: &mut Touchpoint) {
        let Some(column) = column_of(field) else { return };
        let Some(at) = self.columns.position(column) else { return };
        match row.value(Some(at), field.kind, self.words) {
            Ok(value) => {
                self.examine_number(row, column, &value);
                field.set(touchpoint, value);
            }
            Err(fault) => self.fail(row, column, &fault),
        }
    }

    /// Reads a position in the order or the steps.
    fn read_position(&mut self, row: &TableRow, column: &str) -> Option<u64> {
        match row.value(self.columns.position(column), Type::Count, self.words) {
            Ok(Value::Count(number)) => number,
            Ok(_) => None,
            Err(fault) => {
                self.fail(row, column, &fault);
                None
            }
        }
    }

    /// Notes how the number in a cell is grouped, and adds a remark if a spreadsheet rounded it.
    fn examine_number(&mut self, row: &TableRow, column: &'static str, value: &Value) {
        let (Value::Count(Some(number)) | Value::Votes(number), RowCells::Csv { .. }) = (value, &row.cells) else {
            return;
        };
        let found = self.columns.position(column).map(|at| row.display_text(at)).unwrap_or_default();
        self.grouped_cells.add(column, row.line, &found, *number);
        if number::is_rounded(&found) {
            let number = self.options.lang.number((*number).into());
            let text = self.options.lang.import_rounded(&self.columns.heading(column), &found, &number);
            self.remarks.push(Remark::at(row.line, text));
        }
    }

    fn fail(&mut self, row: &TableRow, column: &str, fault: &ValueFault) {
        let found = self.columns.position(column).map(|at| row.display_text(at)).unwrap_or_default();
        let text = fault.message(&self.columns.heading(column), &found, self.options.lang);
        self.faults.push(Remark::at(row.line, text));
    }

    /// Reads the id of a row whose touchpoint has this name.
    ///
    /// Leading zeros that a spreadsheet removed are put back only if that gives the id of a touchpoint with the same name:
    /// otherwise the number was made by another program.
    fn id(&self, cell: &str, name: &str) -> Result<RowId, ValueFault> {
        let cell = cell.trim().to_ascii_lowercase();
        if cell.is_empty() {
            return Ok(RowId::None);
        }
        let is_short = cell.len() < ID_LENGTH && cell.bytes().all(|byte| byte.is_ascii_digit());
        let padded = if is_short { format!("{cell:0>ID_LENGTH$}") } else { cell };
        let id: TouchpointId = padded.parse().map_err(|_| ValueFault::Id)?;
        let is_ours = match self.options.known_touchpoint(id) {
            Some(known) => !is_short || fold(&known.name) == fold(name),
            None => !is_short && self.options.known.is_empty(),
        };
        Ok(if is_ours { RowId::Ours(id) } else { RowId::Foreign })
    }
}
