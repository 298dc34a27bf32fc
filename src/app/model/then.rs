//! Leaving the map for something else, so that nothing unsaved is lost on the way.

use std::path::PathBuf;

/// What leads away from the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// The program ends.
    Quit,
    /// An empty map is begun.
    NewMap,
    /// The guided tour begins.
    Tour,
    /// A file is opened.
    Open(PathBuf),
}
