//! What is said of writing the map as a document and of the terminal's clipboard.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `export-title`.
    pub fn export_title(&self) -> String {
        fl!(self.loader, "export-title")
    }

    /// What a format of documents is good for.
    pub fn document(&self, name: &str) -> String {
        self.loader.get(&format!("document-{name}"))
    }

    /// Says `clipboard`.
    pub fn clipboard(&self) -> String {
        fl!(self.loader, "clipboard")
    }

    /// Says `clipboard.about`.
    pub fn clipboard_about(&self) -> String {
        fl!(self.loader, "clipboard", "about")
    }

    /// How many touchpoints are in a document.
    pub fn export_holds(&self, count: usize) -> String {
        fl!(self.loader, "export-holds", holds = self.touchpoints(count))
    }

    /// How many touchpoints are in a document of so many bytes.
    pub fn export_weighs(&self, count: usize, bytes: usize) -> String {
        fl!(self.loader, "export-weighs", holds = self.touchpoints(count), size = self.size(bytes as u64))
    }

    /// Says `export-whole`.
    pub fn export_whole(&self) -> String {
        fl!(self.loader, "export-whole")
    }

    /// Says `exporting`.
    pub fn exporting(&self, file: &str) -> String {
        fl!(self.loader, "exporting", file = file)
    }

    /// How many touchpoints were written into a file.
    pub fn exported(&self, count: usize, file: &str) -> String {
        fl!(self.loader, "exported", holds = self.touchpoints(count), file = file)
    }

    /// Says `document-ending`.
    pub fn document_ending(&self, file: &str, export: &str) -> String {
        fl!(self.loader, "document-ending", file = file, export = export)
    }

    /// Says `export-own`.
    pub fn export_own(&self, file: &str) -> String {
        fl!(self.loader, "export-own", file = file)
    }

    /// Says `export-unmade`.
    pub fn export_unmade(&self, file: &str, reason: &str) -> String {
        fl!(self.loader, "export-unmade", file = file, reason = reason)
    }

    /// Says `answer-other-export`.
    pub fn answer_other_export(&self) -> String {
        fl!(self.loader, "answer-other-export")
    }

    /// How many touchpoints the terminal's clipboard was given.
    pub fn copied_text(&self, count: usize) -> String {
        fl!(self.loader, "copied-text", holds = self.touchpoints(count))
    }

    /// That a text of so many bytes is longer than terminals take.
    pub fn too_long_to_copy(&self, bytes: usize, limit: usize) -> String {
        fl!(self.loader, "too-long-to-copy", size = self.size(bytes as u64), limit = self.size(limit as u64))
    }

    /// Bytes as thousands of them, never none.
    pub(super) fn size(&self, bytes: u64) -> String {
        self.number(bytes.div_ceil(1_000).into())
    }

    /// Says `export-foreign`.
    pub fn export_foreign(&self, ending: &str) -> String {
        fl!(self.loader, "export-foreign", ending = ending)
    }
}
