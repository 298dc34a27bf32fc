//! Finds the maps that the files and folders on the command line stand for.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::paths::{display_path, is_stdin};
use crate::store::disk;

/// The files to read, and the folders that could not be searched or have no maps.
#[derive(Default)]
pub(super) struct NamedMaps {
    pub files: Vec<PathBuf>,
    pub failures: Vec<Failure>,
}

/// Searches folders recursively for maps. Each file appears once, under the name that was found first.
pub(super) fn find_maps(paths: &[PathBuf]) -> NamedMaps {
    let mut found = NamedMaps::default();
    for path in paths {
        if is_stdin(path) || !disk::is_folder(path) {
            found.files.push(path.clone());
            continue;
        }
        let below = disk::find_maps(path);
        if below.maps.is_empty() && below.unreadable.is_empty() {
            found.failures.push(Failure::NoMaps { folder: display_path(path) });
        }
        for (folder, error) in below.unreadable {
            found.failures.push(Failure::CannotSearch { folder: display_path(&folder), error });
        }
        found.files.extend(below.maps);
    }
    let mut seen = HashSet::new();
    found.files.retain(|file| seen.insert(identity(file)));
    found
}

/// Returns a path that is the same for all names of a file; none for standard input.
fn identity(file: &Path) -> Option<PathBuf> {
    if is_stdin(file) { None } else { Some(disk::canonical(file).unwrap_or_else(|| file.to_owned())) }
}
