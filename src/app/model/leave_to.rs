//! Where the user goes after leaving the map.

use std::path::PathBuf;

/// Where the user goes after leaving the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeaveTo {
    /// The program ends.
    Quit,
    NewMap,
    Tour,
    Open(PathBuf),
    /// The map that the preview of a file proposes.
    Imported,
}
