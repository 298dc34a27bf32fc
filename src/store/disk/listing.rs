//! Lists the folders, the maps and the other files with certain endings in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folders in a folder, and the files that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The absolute path of the folder, without links.
    pub folder: PathBuf,
    /// First the folders, then the maps, then the other files, each sorted by name. Hidden ones are left out.
    pub entries: Vec<FolderEntry>,
}

/// A folder or a file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    pub path: PathBuf,
    /// The last part of the path.
    pub name: String,
    pub is_folder: bool,
}

/// Lists a folder: its folders, its maps, and the other files of which `is_listed` returns true.
pub fn list_folder(folder: &Path, is_listed: impl Fn(&Path) -> bool) -> io::Result<Listing> {
    let folder = fs::canonicalize(folder)?;
    let mut entries = Vec::new();
    for found in fs::read_dir(&folder)? {
        let found = found?;
        let (path, name) = (found.path(), found.file_name().to_string_lossy().into_owned());
        let is_folder = path.is_dir();
        let is_file = (is_map(&path) || is_listed(&path)) && path.is_file();
        if !name.starts_with('.') && (is_folder || is_file) {
            entries.push(FolderEntry { path, name, is_folder });
        }
    }
    entries.sort_by_cached_key(|entry| {
        (!entry.is_folder, !is_map(&entry.path), entry.name.to_lowercase(), entry.name.clone())
    });
    Ok(Listing { folder, entries })
}

fn is_map(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}
