//! Messages of the board: its title, its columns, jumps, and changes of how it is drawn.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Phase;

messages! {
    // The title and the columns.
    untitled() = "untitled";
    unsaved() = "unsaved";
    unsaved_unprotected() = "unsaved-unprotected";
    read_only() = "read-only";
    touchpoints(count: usize) = "touchpoints";
    marked(count: usize) = "marked";
    more_above(count: usize) = "more-above";
    more_below(count: usize) = "more-below";
    window_too_small() = "window-too-small";
    window_too_large(columns: &str, rows: &str) = "window-too-large";

    // Dragging with the mouse.
    drop_target() = "drop-target";
    drop_refused() = "drop-refused";

    // The emotion curve.
    emotion_curve(known: usize, count: usize) = "emotion-curve";
    lowest_emotion(face: &str, name: &str) = "lowest-emotion";

    // Jumping over the board.
    ask_search() = "ask-search";
    search_found(count: usize, next: &str, previous: &str) = "search-found";
    search_not_found(search: &str) = "search-not-found";
    search_position(nth: usize, count: usize) = "search-position";
    all_tagged() = "all-tagged";
    untagged_position(nth: usize, count: usize, missing: &str) = "untagged-position";
}

impl Lang {
    /// Returns what an empty phase asks for; `key` adds a touchpoint.
    pub(crate) fn empty_phase(&self, phase: Phase, key: &str) -> String {
        match phase {
            Phase::Before => fl!(self.loader, "empty-before", key = key),
            Phase::During => fl!(self.loader, "empty-during", key = key),
            Phase::After => fl!(self.loader, "empty-after", key = key),
        }
    }

    /// Reports that the emotion curve was shown or hidden.
    pub(crate) fn curve_toggled(&self, is_shown: bool) -> String {
        if is_shown { fl!(self.loader, "curve-shown") } else { fl!(self.loader, "curve-hidden") }
    }

    /// Reports that the emotion curve was shown while a pane has its place on a small screen.
    pub(crate) fn curve_behind_pane(&self, key: &str) -> String {
        fl!(self.loader, "curve-behind-pane", key = key)
    }

    /// Reports that cards were made compact or full.
    pub(crate) fn density_toggled(&self, is_compact: bool) -> String {
        if is_compact { fl!(self.loader, "cards-compact") } else { fl!(self.loader, "cards-full") }
    }

    /// Reports that `count` touchpoints outside the filter were hidden, or are shown small again.
    pub(crate) fn filter_rest_toggled(&self, is_hidden: bool, count: usize) -> String {
        if is_hidden {
            fl!(self.loader, "filter-rest-hidden", count = count)
        } else {
            fl!(self.loader, "filter-rest-small", count = count)
        }
    }
}
