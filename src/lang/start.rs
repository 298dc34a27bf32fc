//! What is said on the start screen and in the list of a folder.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `answer-save-first`.
    pub fn answer_save_first(&self) -> String {
        fl!(self.loader, "answer-save-first")
    }

    /// Says `answer-go-on`.
    pub fn answer_go_on(&self) -> String {
        fl!(self.loader, "answer-go-on")
    }

    /// Says `offers-recent`.
    pub fn offers_recent(&self) -> String {
        fl!(self.loader, "offers-recent")
    }

    /// Says `offers-new`.
    pub fn offers_new(&self) -> String {
        fl!(self.loader, "offers-new")
    }

    /// Says `leave-start`, with the key that ends the program.
    pub fn leave_start(&self, key: &str) -> String {
        fl!(self.loader, "leave-start", key = key)
    }

    /// Says `no-such-folder`.
    pub fn no_such_folder(&self, typed: &str) -> String {
        fl!(self.loader, "no-such-folder", typed = typed)
    }

    /// Says `folder-above`.
    pub fn folder_above(&self) -> String {
        fl!(self.loader, "folder-above")
    }

    /// Says `filter-hint`.
    pub fn filter_hint(&self) -> String {
        fl!(self.loader, "filter-hint")
    }

    /// Says `no-maps-here`.
    pub fn no_maps_here(&self) -> String {
        fl!(self.loader, "no-maps-here")
    }

    /// Says `opens-typed`.
    pub fn opens_typed(&self, typed: &str, key: &str) -> String {
        fl!(self.loader, "opens-typed", typed = typed, key = key)
    }
}
