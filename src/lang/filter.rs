//! Messages of the filter.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    filter_word_unknown(word: &str, filter: &str) = "filter-word-unknown";
    // The filter line.
    filter_title(kept: usize, all: usize) = "filter-title";
    filter_marks(key: &str) = "filter-marks";
    filter_incomplete(words: &str) = "filter-incomplete";
    filter_funnel_note() = "filter-funnel-note";

    // The checkboxes below it.
    filter_phase() = "filter-phase";
    filter_finding() = "filter-finding";
    filter_rest() = "filter-rest";
    filter_hide_rest() = "filter-hide-rest";

    // The board while a filter is on.
    filter_summary(line: &str, kept: usize, all: usize) = "filter-summary";
    whole_map() = "whole-map";
    filter_no_match(filter: &str, clear: &str) = "filter-no-match";
    filter_excludes_selected() = "filter-excludes-selected";
    filter_empty_phase() = "filter-empty-phase";
    filter_cleared() = "filter-cleared";
}

impl Lang {
    /// Returns how many touchpoints match, with the keys to hide the rest, to go to the next and the previous match, and
    /// to clear the filter.
    pub(crate) fn filter_matches(&self, count: usize, keys: [&str; 4]) -> String {
        let [hide, next, previous, clear] = keys;
        fl!(self.loader, "filter-matches", count = count, hide = hide, next = next, previous = previous, clear = clear)
    }
}
