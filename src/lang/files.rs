//! Messages about opening, saving and sharing files.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    // Why a file cannot be opened.
    open_not_found(file: &str) = "open-not-found";
    open_folder(file: &str) = "open-folder";
    open_special(file: &str) = "open-special";
    open_too_large(file: &str, size: &str, limit: &str) = "open-too-large";
    open_unreadable(file: &str, reason: &str) = "open-unreadable";
    open_not_text(file: &str, line: &str, column: &str) = "open-not-text";
    open_failed(file: &str) = "open-failed";

    // Why a file cannot be saved.
    save_folder(file: &str) = "save-folder";
    save_special(file: &str) = "save-special";
    save_read_only(file: &str) = "save-read-only";
    save_exists(file: &str) = "save-exists";
    save_no_folder(file: &str, folder: &str) = "save-no-folder";
    save_changed_outside(file: &str) = "save-changed-outside";
    save_busy(file: &str) = "save-busy";
    save_newer_format(file: &str, found: &str) = "save-newer-format";
    save_not_faithful(file: &str) = "save-not-faithful";
    save_not_kept(file: &str, reason: &str) = "save-not-kept";
    save_no_state_folder(file: &str) = "save-no-state-folder";
    save_unwritable(file: &str, reason: &str) = "save-unwritable";

    // What happened to the open file.
    opening(file: &str) = "opening";
    opening_cancelled(file: &str) = "opening-cancelled";
    new_file(file: &str) = "new-file";
    opened_folder(folder: &str) = "opened-folder";
    no_such_file(file: &str) = "no-such-file";
    opened_read_only(file: &str, save_as: &str) = "opened-read-only";
    repeated_ids(count: usize) = "repeated-ids";
    saving(file: &str) = "saving";
    still_saving() = "still-saving";
    saving_first() = "saving-first";
    save_as_own_file(file: &str) = "save-as-own-file";
    reloaded(file: &str, count: usize) = "reloaded";
    merged(file: &str, count: usize) = "merged";
    interrupted_save_merged(file: &str) = "interrupted-save-merged";
    saved_less_safely() = "saved-less-safely";
    shared_map() = "shared-map";
    file_gone(file: &str) = "file-gone";
    file_no_longer_a_map(file: &str) = "file-no-longer-a-map";

    // The user's own editor.
    no_editor(again: &str) = "no-editor";
    editor_not_started(editor: &str, again: &str) = "editor-not-started";
}

impl Lang {
    /// Reports a saved map of `count` touchpoints and `bytes` bytes.
    pub(crate) fn saved(&self, file: &str, count: usize, bytes: u64) -> String {
        fl!(self.loader, "saved", file = file, touchpoints = self.touchpoints(count), size = self.kilobytes(bytes))
    }

    /// Reports a copy of the map in another file; the map stays with `own`.
    pub(crate) fn copy_written(&self, copy: &str, bytes: u64, own: &str) -> String {
        fl!(self.loader, "copy-written", copy = copy, size = self.kilobytes(bytes), own = own)
    }

    /// Says that an editor failed, with its exit code if it has one.
    pub(crate) fn editor_failed(&self, editor: &str, code: Option<i32>) -> String {
        match code {
            Some(code) => fl!(self.loader, "editor-failed", editor = editor, code = code.to_string()),
            None => fl!(self.loader, "editor-killed", editor = editor),
        }
    }

    /// Returns a size in kilobytes, rounded up.
    pub(super) fn kilobytes(&self, bytes: u64) -> String {
        self.number(bytes.div_ceil(1_000).into())
    }
}
