//! Sentences about files that could not be opened or saved.

use crate::app::faults::picture::{FaultyText, picture};
use crate::lang::Lang;
use crate::map::text::one_line;
use crate::store::disk::NotAFile;
use crate::store::{OpenError, SaveError};

/// Returns why a file could not be opened: pictures of its faults, or one sentence with a line end.
pub fn refused_open(lang: &Lang, file: &str, error: &OpenError, colour: bool) -> String {
    let file = &one_line(file);
    let mut sentence = match error {
        OpenError::Invalid { text, faults } => return picture(lang, FaultyText { file, text, faults }, colour),
        OpenError::NotFound => lang.open_not_found(file),
        OpenError::NotAFile(NotAFile::Folder) => lang.open_folder(file),
        OpenError::NotAFile(NotAFile::Special) => lang.open_special(file),
        OpenError::TooLarge { size, limit } => {
            let (size, limit) = (lang.number(u128::from(*size)), lang.number(u128::from(*limit)));
            lang.open_too_large(file, &size, &limit)
        }
        OpenError::Unreadable(reason) => lang.open_unreadable(file, &lang.reason(reason)),
        OpenError::NotText { line, column, .. } => lang.open_not_text(file, &line.to_string(), &column.to_string()),
    };
    sentence.push('\n');
    sentence
}

/// Returns why a map was not saved, in one sentence.
pub fn refused_save(lang: &Lang, file: &str, error: &SaveError) -> String {
    let file = &one_line(file);
    match error {
        SaveError::NotAFile(NotAFile::Folder) => lang.save_folder(file),
        SaveError::NotAFile(NotAFile::Special) => lang.save_special(file),
        SaveError::ReadOnly => lang.save_read_only(file),
        SaveError::Exists => lang.save_exists(file),
        SaveError::NoFolder(folder) => lang.save_no_folder(file, &one_line(&folder.to_string_lossy())),
        SaveError::ChangedOutside => lang.save_changed_outside(file),
        SaveError::Busy => lang.save_busy(file),
        SaveError::NewerFormat(found) => lang.save_newer_format(file, &found.to_string()),
        SaveError::RoundTripFailed => lang.save_not_faithful(file),
        SaveError::BackupFailed(reason) => lang.save_not_kept(file, &lang.reason(reason)),
        SaveError::NoStateFolder => lang.save_no_state_folder(file),
        SaveError::Unwritable(reason) => lang.save_unwritable(file, &lang.reason(reason)),
    }
}
