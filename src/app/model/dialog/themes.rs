//! The list of themes: the one that is pointed at is seen at once.

use crate::store::config::ThemeName;

/// The list of themes.
#[derive(Clone, Copy, Debug)]
pub struct Themes {
    /// What was there when the list opened.
    pub(crate) before: ThemeName,
}
