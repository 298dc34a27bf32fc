//! Messages about inventories.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    sheet_touchpoints() = "sheet-touchpoints";
    sheet_totals() = "sheet-totals";
    totals_total() = "totals-total";
    totals_all_phases() = "totals-all-phases";
    totals_critical() = "totals-critical";
    totals_reach(counted: &str) = "totals-reach";
}

impl Lang {
    /// Says that a text was cut to the length of a workbook's cell.
    pub(crate) fn text_cut(&self, column: &str, name: &str, file: &str, limit: usize) -> String {
        let limit = self.number(limit as u128);
        fl!(self.loader, "text-cut", column = self.column(column), name = name, file = file, limit = limit)
    }

    /// Says that the sheet of a workbook cannot hold so many touchpoints.
    pub(crate) fn too_many_rows(&self, rows: usize, most: usize) -> String {
        let (rows, most) = (self.number(rows as u128), self.number(most as u128));
        fl!(self.loader, "too-many-rows", rows = rows, most = most)
    }

    /// Returns how many of the files are read.
    pub(crate) fn files_read(&self, done: usize, count: usize) -> String {
        let (done, count) = (self.number(done as u128), self.number(count as u128));
        fl!(self.loader, "files-read", done = done, count = count)
    }
}
