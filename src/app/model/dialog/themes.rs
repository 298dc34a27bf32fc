//! The list of themes: the chosen one is applied at once.

use crate::store::config::ThemeName;

/// The list of themes.
#[derive(Clone, Copy, Debug)]
pub struct Themes {
    /// The theme before the list was opened.
    pub(crate) before: ThemeName,
}
