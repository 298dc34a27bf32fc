//! Keeps the list of recently opened maps in the state folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::new_file::create_private_folder;
use super::paths::stable_path;
use super::replace::replace_atomically;
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
    let before = read_list(&file);
    let after = recent::with_newest(before.clone(), RecentMap::of(stable_path(path)?, map));
    if after == before { Ok(()) } else { replace_atomically(&file, recent::print(&after).as_bytes()) }
}

fn list_file(state_folder: &Path) -> PathBuf {
    state_folder.join("recent.txt")
}

fn read_list(file: &Path) -> Vec<RecentMap> {
    fs::read_to_string(file).map(|text| recent::parse(&text)).unwrap_or_default()
}
