//! Which maps were open lately, kept in the state folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::backups::private_folder;
use super::paths::place;
use super::replace::replace;
use crate::map::JourneyMap;
use crate::store::recent::{self, RecentMap};

/// The maps that were open lately and are still there, newest first; none when nothing is known of them.
pub fn recent_maps(state_folder: &Path) -> Vec<RecentMap> {
    let mut list = remembered(&file(state_folder));
    list.retain(|each| each.path.is_file());
    list
}

/// Remembers that a map is open; a file that can be found for the moment only is remembered too.
pub fn remember_map(state_folder: &Path, path: &Path, map: &JourneyMap) -> io::Result<()> {
    private_folder(state_folder)?;
    let file = file(state_folder);
    let before = remembered(&file);
    let after = recent::with_newest(before.clone(), RecentMap::of(place(path)?, map));
    if after == before { Ok(()) } else { replace(&file, recent::print(&after).as_bytes()) }
}

fn file(state_folder: &Path) -> PathBuf {
    state_folder.join("recent.txt")
}

fn remembered(file: &Path) -> Vec<RecentMap> {
    fs::read_to_string(file).map(|text| recent::parse(&text)).unwrap_or_default()
}
