//! How the editor is to look, wherever it is opened from.

use clap::Args;

use super::keyed;
use crate::store::config::ThemeName;

/// What the editor takes.
#[derive(Debug, Default, Args)]
pub struct Looks {
    /// Leave the mouse to the terminal while the editor is open
    #[arg(long)]
    pub no_mouse: bool,

    /// Colours of the editor [default: the configuration's, or the terminal's own]
    #[arg(long, value_name = "NAME", value_parser = keyed(ThemeName::ALL, ThemeName::key))]
    pub theme: Option<ThemeName>,

    /// Draw lines, bars and signs of the editor with ASCII alone
    #[arg(long)]
    pub ascii: bool,
}

impl Looks {
    /// Whether anything is asked for.
    pub const fn is_some(&self) -> bool {
        self.no_mouse || self.ascii || self.theme.is_some()
    }

    /// What both ask for; where they differ, what this one does.
    pub fn or(self, other: Looks) -> Looks {
        Looks {
            no_mouse: self.no_mouse || other.no_mouse,
            theme: self.theme.or(other.theme),
            ascii: self.ascii || other.ascii,
        }
    }
}
