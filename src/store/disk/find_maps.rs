//! Finds maps below a folder: the files that end in `.ron`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The maps found below a folder.
#[derive(Debug, Default)]
pub struct FoundMaps {
    /// Every file that ends in `.ron`, sorted by path.
    pub maps: Vec<PathBuf>,
    /// The folders that could not be read.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Finds the maps below a folder. Skips hidden files and folders, and symbolic links to folders.
pub fn find_maps(folder: &Path) -> FoundMaps {
    let mut found = FoundMaps::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if let Err(error) = read_folder(&folder, &mut folders, &mut found.maps) {
            found.unreadable.push((folder, error));
        }
    }
    found.maps.sort();
    found.unreadable.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn read_folder(folder: &Path, folders: &mut Vec<PathBuf>, maps: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let file_type = entry.file_type()?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let is_ron = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        if is_hidden {
            continue;
        } else if file_type.is_dir() {
            folders.push(path);
        } else if is_ron && (file_type.is_file() || (file_type.is_symlink() && path.is_file())) {
            maps.push(path);
        }
    }
    Ok(())
}
