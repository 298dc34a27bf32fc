//! Cells that are not understood: they are kept in the notes, and told once for each column.

use super::Remark;
use super::quote::quoted;
use super::shape::choices::Purpose;
use super::value_fault::ValueFault;
use crate::lang::Lang;

/// The cells of one column that are not understood.
struct OddColumn {
    heading: String,
    count: usize,
    line: usize,
    found: String,
    fault: ValueFault,
}

/// Cells that are not understood, and names that were cut.
#[derive(Default)]
pub(crate) struct OddCells {
    columns: Vec<OddColumn>,
    /// How many texts were cut, with the line and the text of the first.
    cut: Option<(usize, usize, String)>,
    /// How many rows have more cells than there are headings, with the line of the first.
    long_rows: Option<(usize, usize)>,
}

impl OddCells {
    /// Adds a cell that is not understood.
    pub(crate) fn add(&mut self, heading: &str, line: usize, found: &str, fault: ValueFault) {
        match self.columns.iter_mut().find(|column| column.heading == heading) {
            Some(column) => column.count += 1,
            None => {
                let (heading, found) = (heading.to_owned(), quoted(found));
                self.columns.push(OddColumn { heading, count: 1, line, found, fault });
            }
        }
    }

    /// Adds a text that was cut, since it is too long for its field.
    pub(crate) fn add_cut(&mut self, line: usize, text: &str) {
        self.cut.get_or_insert_with(|| (0, line, quoted(text))).0 += 1;
    }

    /// Adds a row with more cells than there are headings.
    pub(crate) fn add_long_row(&mut self, line: usize) {
        self.long_rows.get_or_insert((0, line)).0 += 1;
    }

    /// Returns a remark for each column, at its first cell.
    pub(crate) fn remarks(self, purpose: Purpose, lang: &Lang) -> Vec<Remark> {
        let column = |column: OddColumn| {
            let fault = column.fault.message(&column.heading, &column.found, lang);
            let text = if purpose.is_counting() {
                lang.measure_odd_cells(&fault, column.count)
            } else {
                lang.import_odd_cells(&fault, column.count)
            };
            Remark::at(column.line, text)
        };
        let mut remarks: Vec<Remark> = self.columns.into_iter().map(column).collect();
        remarks.extend(self.cut.map(|(count, line, text)| Remark::at(line, lang.import_cut_texts(count, &text))));
        remarks.extend(self.long_rows.map(|(count, line)| Remark::at(line, lang.import_long_rows(count))));
        remarks
    }
}
