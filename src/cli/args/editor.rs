//! The options of the editor, for `periplo [FILE]` and `periplo tour`.

use clap::Args;

use super::value_parsers::one_of;
use crate::store::config::ThemeName;

/// The options of the editor.
#[derive(Debug, Default, Args)]
pub(crate) struct EditorArgs {
    /// Do not use the mouse; the terminal handles it as usual
    #[arg(long)]
    pub no_mouse: bool,

    /// Colours of the editor [default: from the configuration, or the terminal's own]
    #[arg(long, value_name = "NAME", value_parser = one_of(ThemeName::ALL, ThemeName::key))]
    pub theme: Option<ThemeName>,

    /// Draw lines, bars and symbols of the editor in ASCII only
    #[arg(long)]
    pub ascii: bool,

    /// Save each change at once, and show those of others at once
    #[arg(long)]
    pub live: bool,
}

impl EditorArgs {
    /// Returns true if any option is given.
    pub(crate) const fn is_given(&self) -> bool {
        self.no_mouse || self.ascii || self.live || self.theme.is_some()
    }

    /// Combines two sets of options. If both have a theme, the theme of `self` is used.
    pub(crate) fn or(self, other: EditorArgs) -> EditorArgs {
        EditorArgs {
            no_mouse: self.no_mouse || other.no_mouse,
            theme: self.theme.or(other.theme),
            ascii: self.ascii || other.ascii,
            live: self.live || other.live,
        }
    }
}
