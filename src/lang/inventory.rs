//! What is said around an inventory: in its sheets, of what it cannot hold, and while maps are read.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// The name of the sheet with the touchpoints.
    pub fn sheet_of_touchpoints(&self) -> String {
        fl!(self.loader, "sheet-touchpoints")
    }

    /// The name of the sheet with the totals.
    pub fn sheet_of_totals(&self) -> String {
        fl!(self.loader, "sheet-totals")
    }

    /// What heads a sum.
    pub fn total(&self) -> String {
        fl!(self.loader, "totals-total")
    }

    /// What stands for a phase where all are counted together.
    pub fn all_phases(&self) -> String {
        fl!(self.loader, "totals-all-phases")
    }

    /// What heads the number of critical moments.
    pub fn critical_moments(&self) -> String {
        fl!(self.loader, "totals-critical")
    }

    /// What heads reaches that are added up, with what they count and when.
    pub fn reach_added_up(&self, counted: &str) -> String {
        fl!(self.loader, "totals-reach", counted = counted)
    }

    /// That a text was cut because a cell of a workbook holds no more.
    pub fn text_cut(&self, column: &str, name: &str, file: &str, limit: usize) -> String {
        let limit = self.number(limit as u128);
        fl!(self.loader, "text-cut", column = self.column(column), name = name, file = file, limit = limit)
    }

    /// That a sheet of a workbook cannot hold so many touchpoints.
    pub fn too_many_rows(&self, rows: usize, most: usize) -> String {
        let (rows, most) = (self.number(rows as u128), self.number(most as u128));
        fl!(self.loader, "too-many-rows", rows = rows, most = most)
    }

    /// How many of the files are read.
    pub fn files_read(&self, done: usize, count: usize) -> String {
        let (done, count) = (self.number(done as u128), self.number(count as u128));
        fl!(self.loader, "files-read", done = done, count = count)
    }
}
