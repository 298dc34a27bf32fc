//! Finds the maps that the command line names: files, and all maps in folders.

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
        let search = disk::find_maps(path);
        if search.maps.is_empty() && search.unreadable.is_empty() {
            found.failures.push(Failure::NoMaps { folder: display_path(path) });
        }
        for (folder, error) in search.unreadable {
            found.failures.push(Failure::CannotSearch { folder: display_path(&folder), error });
        }
        found.files.extend(search.maps);
    }
    let mut seen = HashSet::new();
    found.files.retain(|file| seen.insert(canonical_path(file)));
    found
}

/// Returns the path by which a file is recognised, however it was named; none for standard input.
fn canonical_path(file: &Path) -> Option<PathBuf> {
    if is_stdin(file) { None } else { Some(disk::canonical(file).unwrap_or_else(|| file.to_owned())) }
}
