//! What is said on the start screen and in the list of a folder.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `offers-recent`.
    pub fn offers_recent(&self) -> String {
        fl!(self.loader, "offers-recent")
    }

    /// Says `offers-new`.
    pub fn offers_new(&self) -> String {
        fl!(self.loader, "offers-new")
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
    pub fn opens_typed(&self, typed: &str) -> String {
        fl!(self.loader, "opens-typed", typed = typed)
    }
}
