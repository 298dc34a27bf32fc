//! The maps that files and folders on the command line stand for.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::source;
use crate::store::disk;

/// The files to read, and why others were not found.
#[derive(Default)]
pub struct Found {
    pub files: Vec<PathBuf>,
    pub failures: Vec<Failure>,
}

/// The files that these paths stand for, themselves or the maps below them; each file once, named as it was first.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if source::is_stdin(path) || !disk::is_folder(path) {
            found.files.push(path.clone());
            continue;
        }
        let below = disk::find_maps(path);
        if below.maps.is_empty() && below.unreadable.is_empty() {
            found.failures.push(Failure::NoMaps { folder: source::label(path) });
        }
        for (folder, error) in below.unreadable {
            let folder = source::label(&folder);
            found.failures.push(Failure::CannotSearch { folder, error });
        }
        found.files.extend(below.maps);
    }
    let mut seen = HashSet::new();
    found.files.retain(|file| seen.insert(place(file)));
    found
}

/// What is the same for every way of naming a file; standard input is no file.
fn place(file: &Path) -> Option<PathBuf> {
    if source::is_stdin(file) { None } else { Some(disk::canonical(file).unwrap_or_else(|| file.to_owned())) }
}
