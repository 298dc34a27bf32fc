//! Names of files.

use std::path::{Path, PathBuf};

use crate::map::text::{fold, one_line};

/// Adds `.ron` to a name without an ending.
pub(crate) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() && path.file_name().is_some() { path.with_extension("ron") } else { path }
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
