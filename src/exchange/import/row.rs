//! The touchpoint that a row is about, with its place in the journey.

use super::columns::Columns;
use super::table::{RowCells, TableRow};
use super::value_fault::ValueFault;
use super::vocabulary::{Vocabulary, column_of};
use super::{Remark, number};
use crate::lang::Lang;
use crate::map::field::{self, Type, Value};
use crate::map::{Name, Phase, Touchpoint, TouchpointId};

/// The characters of an identity.
const ID: usize = 8;

/// A touchpoint as its row has it.
pub struct ReadRow {
    pub line: usize,
    pub phase: Phase,
    /// Its position in the phase and the number of its step, where the row says them.
    pub order: Option<u64>,
    pub step: Option<u64>,
    pub touchpoint: Touchpoint,
}

/// Reads a row, or tells all that is wrong with it.
pub fn read(
    row: &TableRow,
    columns: &Columns,
    words: &Vocabulary,
    lang: &Lang,
    remarks: &mut Vec<Remark>,
    faults: &mut Vec<Remark>,
) -> Option<ReadRow> {
    let before = faults.len();
    let mut fail = |column: &str, fault: ValueFault| {
        let found = columns.at(column).map(|at| row.shown(at)).unwrap_or_default();
        faults.push(Remark::at(row.line, fault.message(&columns.heading(column), &found, lang)));
    };
    let mut touchpoint = Touchpoint::new(TouchpointId::NONE, Name::placeholder());
    for field in field::TOUCHPOINT {
        let Some((column, at)) = column_of(field).and_then(|column| Some((column, columns.at(column)?))) else {
            continue;
        };
        let value = match row.value(Some(at), field.kind, words) {
            Ok(value) => value,
            Err(fault) => {
                fail(column, fault);
                continue;
            }
        };
        if let (Value::Count(Some(read)) | Value::Votes(read), RowCells::Csv { .. }) = (&value, &row.cells)
            && number::is_rounded(&row.shown(at))
        {
            let read = lang.number((*read).into());
            remarks.push(Remark::at(row.line, lang.import_rounded(&columns.heading(column), &row.shown(at), &read)));
        }
        field.set(&mut touchpoint, value);
    }
    match id(&row.text(columns.at("id"))) {
        Ok(id) => touchpoint.id = id,
        Err(fault) => fail("id", fault),
    }
    let phase = match columns.at("phase") {
        Some(at) => words.phase(&row.text(Some(at))).map_err(|fault| fail("phase", fault)).ok(),
        None => Some(Phase::Before),
    };
    let [order, step] = ["order", "step"].map(|column| match row.value(columns.at(column), Type::Count, words) {
        Ok(Value::Count(number)) => number,
        Ok(_) => None,
        Err(fault) => {
            fail(column, fault);
            None
        }
    });
    let phase = phase.filter(|_| faults.len() == before)?;
    Some(ReadRow { line: row.line, phase, order, step, touchpoint })
}

/// The identity in a cell; zeros in front that a spreadsheet took away are put back.
fn id(cell: &str) -> Result<TouchpointId, ValueFault> {
    let cell = cell.trim().to_ascii_lowercase();
    if cell.is_empty() {
        return Ok(TouchpointId::NONE);
    }
    let is_number = cell.len() < ID && cell.bytes().all(|byte| byte.is_ascii_digit());
    let id = if is_number { format!("{cell:0>ID$}") } else { cell };
    id.parse().map_err(|_| ValueFault::Id)
}
