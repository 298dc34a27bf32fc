//! How the user wants the editor to be, as it is now.

use crate::store::config::{Density, ThemeName};

/// How the user wants the editor to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub theme: ThemeName,
    /// Whether lines, bars and signs are drawn with ASCII alone.
    pub ascii: bool,
    pub density: Density,
    /// Whether the program begins with the start screen where no file is named; else with an empty map.
    pub start_screen: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { theme: ThemeName::Terminal, ascii: false, density: Density::Comfortable, start_screen: true }
    }
}
