//! Finding maps: the files that end in `.ron` below a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What was found below a folder.
#[derive(Debug, Default)]
pub struct FoundMaps {
    /// Every file that ends in `.ron`, in the order of their paths.
    pub maps: Vec<PathBuf>,
    /// The folders that could not be looked into.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Looks for maps below a folder, without going into hidden folders or through symbolic links to folders.
pub fn find_maps(folder: &Path) -> FoundMaps {
    let mut found = FoundMaps::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if let Err(error) = look_into(&folder, &mut folders, &mut found.maps) {
            found.unreadable.push((folder, error));
        }
    }
    found.maps.sort();
    found.unreadable.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn look_into(folder: &Path, folders: &mut Vec<PathBuf>, maps: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let sort = entry.file_type()?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let is_map = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        if hidden {
            continue;
        } else if sort.is_dir() {
            folders.push(path);
        } else if is_map && (sort.is_file() || (sort.is_symlink() && path.is_file())) {
            maps.push(path);
        }
    }
    Ok(())
}
