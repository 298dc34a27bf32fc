//! The settings of the editor.

use crate::store::config::{Density, ThemeName};

/// The settings of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub theme: ThemeName,
    /// True if lines, bars and signs are drawn in ASCII only.
    pub ascii: bool,
    pub density: Density,
    /// True if the program shows the start screen when no file is named; otherwise it begins an empty map.
    pub start_screen: bool,
    /// True if changes are saved at once, and those of others shown at once.
    pub live: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            theme: ThemeName::Terminal,
            ascii: false,
            density: Density::Comfortable,
            start_screen: true,
            live: false,
        }
    }
}
