//! Opening and saving: what is asked of the disk, and what its answers mean.

use std::path::{Path, PathBuf};

use crate::app::model::state::State;

/// The file that is proposed to save the map in: its own, else one named after its title.
pub(crate) fn proposed(state: &State) -> String {
    let own = state.file.as_ref().map(|file| match file.path.file_stem() {
        // The file itself is somebody else's to write.
        Some(stem) if file.read_only => {
            let copy = format!("{}-2.ron", stem.to_string_lossy());
            file.path.with_file_name(copy).to_string_lossy().into_owned()
        }
        Some(_) | None => file.path.to_string_lossy().into_owned(),
    });
    own.unwrap_or_else(|| file_name(&state.map().header().title))
}

/// The path with `.ron` behind a name that has no ending, so that it is found again among the maps of its folder.
pub(crate) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() && path.file_name().is_some() { path.with_extension("ron") } else { path }
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    crate::map::text::one_line(&path.to_string_lossy()).into_owned()
}

/// A file name made of a map's title.
pub(crate) fn file_name(title: &str) -> String {
    let folded = crate::map::text::fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.take(6).collect::<Vec<_>>().join("-");
    let stem: String = stem.chars().take(60).collect();
    format!("{}.ron", if stem.is_empty() { "map" } else { &stem })
}
