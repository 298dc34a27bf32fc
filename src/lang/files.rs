//! What is said of files that cannot be opened or saved.

use i18n_embed_fl::fl;

use super::Lang;

/// One function for each reason, each with the file's name.
macro_rules! reasons {
    ($($function:ident($($argument:ident),+) = $key:literal),+ $(,)?) => {
        impl Lang {
            $(
                #[doc = concat!("Says `", $key, "`, and what to do next.")]
                pub fn $function(&self, $($argument: &str),+) -> String {
                    fl!(self.loader, $key, $($argument = $argument.to_owned()),+)
                }
            )+
        }
    };
}

reasons! {
    open_not_found(file) = "open-not-found",
    open_folder(file) = "open-folder",
    open_special(file) = "open-special",
    open_too_large(file, size, limit) = "open-too-large",
    open_unreadable(file, reason) = "open-unreadable",
    open_not_text(file, line, column) = "open-not-text",
    save_folder(file) = "save-folder",
    save_special(file) = "save-special",
    save_read_only(file) = "save-read-only",
    save_exists(file) = "save-exists",
    save_no_folder(file, folder) = "save-no-folder",
    save_changed_outside(file) = "save-changed-outside",
    save_newer_format(file, found) = "save-newer-format",
    save_not_faithful(file) = "save-not-faithful",
    save_not_kept(file, reason) = "save-not-kept",
    save_unwritable(file, reason) = "save-unwritable",
}
