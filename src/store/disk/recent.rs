//! Keeps the list of recently opened maps in the state folder.

use std::io;
use std::path::{Path, PathBuf};

use super::new_file::create_private_folder;
use super::paths::{not_a_file, stable_path};
use super::read::read_bytes;
use super::replace::replace_privately;
use crate::map::JourneyMap;
use crate::store::recent::{self, RecentMap};

/// Returns the recently opened maps whose files still exist, newest first. If the list cannot be read, it is empty.
pub(crate) fn recent_maps(state_folder: &Path) -> Vec<RecentMap> {
    let mut list = read_list(&list_file(state_folder));
    list.retain(|each| each.path.is_file());
    list
}

/// Puts a map at the front of the list. Files that are missing at the moment stay in the list.
pub(crate) fn remember_map(state_folder: &Path, path: &Path, map: &JourneyMap) -> io::Result<()> {
    create_private_folder(state_folder)?;
    let file = list_file(state_folder);
    if not_a_file(&file).is_some() {
        // A pipe or a folder in its place belongs to somebody else.
        return Ok(());
    }
    let before = read_list(&file);
    let after = recent::with_newest(before.clone(), RecentMap::of(stable_path(path)?, map));
    if after == before { Ok(()) } else { replace_privately(&file, recent::print(&after).as_bytes()) }
}

fn list_file(state_folder: &Path) -> PathBuf {
    state_folder.join("recent.txt")
}

fn read_list(file: &Path) -> Vec<RecentMap> {
    let text = read_bytes(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.map(|text| recent::parse(&text)).unwrap_or_default()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::map::{Header, Name};

    #[test]
    fn a_pipe_in_the_place_of_the_list_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let list = list_file(folder.path());
        assert!(std::process::Command::new("mkfifo").arg(&list).status().unwrap().success());
        let map = JourneyMap::new(Header::new(Name::new("Shop").unwrap()));
        remember_map(folder.path(), &folder.path().join("shop.ron"), &map).unwrap();
        assert!(recent_maps(folder.path()).is_empty());
        assert!(not_a_file(&list).is_some(), "it is left as it is");
    }
}
