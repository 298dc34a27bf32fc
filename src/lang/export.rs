//! Messages about exports and the clipboard.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    // The dialog.
    export_title() = "export-title";
    clipboard() = "clipboard";
    export_complete() = "export-complete";
    exporting(file: &str) = "exporting";
    answer_other_export() = "answer-other-export";
    export_own_file(file: &str) = "export-own-file";
    export_unknown_format(ending: &str) = "export-unknown-format";
    export_failed(file: &str, reason: &str) = "export-failed";
    document_ending(file: &str, export: &str) = "document-ending";

    // Formats.
    not_on_poster(fields: &str) = "not-on-poster";
    poster_empty() = "poster-empty";
    markdown_no_touchpoint() = "markdown-no-touchpoint";
}

impl Lang {
    /// Returns what a format of documents is good for.
    pub fn document(&self, name: &str) -> String {
        self.loader.get(&format!("document-{name}"))
    }

    /// Returns what the clipboard is good for.
    pub(crate) fn clipboard_about(&self) -> String {
        fl!(self.loader, "clipboard", "about")
    }

    /// Returns how many touchpoints and bytes a document has.
    pub(crate) fn export_size(&self, count: usize, bytes: usize) -> String {
        let size = self.kilobytes(bytes as u64);
        fl!(self.loader, "export-size", touchpoints = self.touchpoints(count), size = size)
    }

    /// Reports that `count` touchpoints were exported to a file.
    pub(crate) fn exported(&self, count: usize, file: &str) -> String {
        fl!(self.loader, "exported", touchpoints = self.touchpoints(count), file = file)
    }

    /// Reports that `count` touchpoints were sent to the terminal's clipboard as text.
    pub(crate) fn sent_to_clipboard(&self, count: usize) -> String {
        fl!(self.loader, "sent-to-clipboard", touchpoints = self.touchpoints(count))
    }

    /// Reports that tmux took `count` touchpoints as text.
    pub(crate) fn copied_by_tmux(&self, count: usize) -> String {
        fl!(self.loader, "copied-by-tmux", touchpoints = self.touchpoints(count))
    }

    /// Says that a text is longer than terminals accept for the clipboard; both sizes are in bytes.
    pub(crate) fn too_long_to_copy(&self, bytes: usize, limit: usize) -> String {
        fl!(self.loader, "too-long-to-copy", size = self.kilobytes(bytes as u64), limit = self.kilobytes(limit as u64))
    }
}
