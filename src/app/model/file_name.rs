//! Names of files.

use std::path::{Path, PathBuf};

use crate::exchange::import::source::SourceFormat;
use crate::map::text::{fold, one_line};

/// Adds `.ron` to a name without an ending.
pub(crate) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() && path.file_name().is_some() { path.with_extension("ron") } else { path }
}

/// Returns true if a file with this name is taken in from another format, and not opened as a map.
pub(crate) fn is_importable(path: &Path) -> bool {
    import_kind(path).is_some()
}

/// Returns the name of the format from which a file with this name is taken in; none for a map.
pub(crate) fn import_kind(path: &Path) -> Option<&'static str> {
    path.extension().and_then(SourceFormat::of_ending).map(SourceFormat::name)
}

/// Returns the path as text that is safe to show.
pub fn shown(path: &Path) -> String {
    one_line(&path.to_string_lossy()).into_owned()
}

/// Makes a file name from a title.
pub(crate) fn file_name(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.take(6).collect::<Vec<_>>().join("-");
    let stem: String = stem.chars().take(60).collect();
    format!("{}.ron", if stem.is_empty() { "map" } else { &stem })
}

/// Quotes a path for a shell, if necessary.
pub(crate) fn shell_quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    let path = &if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    if !path.is_empty() && path.chars().all(is_plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}
