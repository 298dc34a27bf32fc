//! What the palette says, and the commands that can be typed into it.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `no-such-action`.
    pub fn no_such_action(&self, typed: &str) -> String {
        fl!(self.loader, "no-such-action", typed = typed)
    }

    /// Says `no-map-yet`.
    pub fn no_map_yet(&self) -> String {
        fl!(self.loader, "no-map-yet")
    }

    /// Says `no-file-yet`.
    pub fn no_file_yet(&self) -> String {
        fl!(self.loader, "no-file-yet")
    }

    /// Says `command-save-in`.
    pub fn command_save_in(&self, file: &str) -> String {
        fl!(self.loader, "command-save-in", file = file)
    }

    /// Says `command-save-and-quit`.
    pub fn command_save_and_quit(&self) -> String {
        fl!(self.loader, "command-save-and-quit")
    }

    /// Says `command-quit-anyway`.
    pub fn command_quit_anyway(&self) -> String {
        fl!(self.loader, "command-quit-anyway")
    }

    /// Says `command-open`.
    pub fn command_open(&self, file: &str) -> String {
        fl!(self.loader, "command-open", file = file)
    }

    /// Says `command-read-again`.
    pub fn command_read_again(&self) -> String {
        fl!(self.loader, "command-read-again")
    }
}
