//! What is said of the filter, of several marked touchpoints, and of jumps over the board.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `filtering`.
    pub fn filtering(&self, kept: usize, all: usize) -> String {
        fl!(self.loader, "filtering", kept = kept, all = all)
    }

    /// Says `filtered`, with the line that filters.
    pub fn filtered(&self, line: &str, kept: usize, all: usize) -> String {
        fl!(self.loader, "filtered", line = line, kept = kept, all = all)
    }

    /// Says `funnel-is-whole`.
    pub fn funnel_is_whole(&self) -> String {
        fl!(self.loader, "funnel-is-whole")
    }

    /// Says `whole-map`.
    pub fn whole_map(&self) -> String {
        fl!(self.loader, "whole-map")
    }

    /// Says `filter-marks`.
    pub fn filter_marks(&self, key: &str) -> String {
        fl!(self.loader, "filter-marks", key = key)
    }

    /// Says `asks-for-nothing`.
    pub fn asks_for_nothing(&self, words: &str) -> String {
        fl!(self.loader, "asks-for-nothing", words = words)
    }

    /// Says `filter-rest`.
    pub fn filter_rest(&self) -> String {
        fl!(self.loader, "filter-rest")
    }

    /// Says `hide-the-rest`.
    pub fn hide_the_rest(&self) -> String {
        fl!(self.loader, "hide-the-rest")
    }

    /// Says `filter-phase`.
    pub fn filter_phase(&self) -> String {
        fl!(self.loader, "filter-phase")
    }

    /// Says `filter-finding`.
    pub fn filter_finding(&self) -> String {
        fl!(self.loader, "filter-finding")
    }

    /// Says `filter-cleared`.
    pub fn filter_cleared(&self) -> String {
        fl!(self.loader, "filter-cleared")
    }

    /// Says `filter-keeps`.
    pub fn filter_keeps(&self, count: usize, hide: &str, next: &str, previous: &str, clear: &str) -> String {
        fl!(self.loader, "filter-keeps", count = count, hide = hide, next = next, previous = previous, clear = clear)
    }

    /// Says `filter-keeps-nothing`.
    pub fn filter_keeps_nothing(&self, filter: &str, clear: &str) -> String {
        fl!(self.loader, "filter-keeps-nothing", filter = filter, clear = clear)
    }

    /// Says `filter-hides-this`.
    pub fn filter_hides_this(&self) -> String {
        fl!(self.loader, "filter-hides-this")
    }

    /// Says `nothing-kept`.
    pub fn nothing_kept(&self) -> String {
        fl!(self.loader, "nothing-kept")
    }

    /// Says `find-of`.
    pub fn find_of(&self, nth: usize, count: usize) -> String {
        fl!(self.loader, "find-of", nth = nth, count = count)
    }

    /// Says `all-tagged`.
    pub fn all_tagged(&self) -> String {
        fl!(self.loader, "all-tagged")
    }

    /// The advice of a finding, and how many more there are of the same touchpoint.
    pub fn finding_and_more(&self, advice: &str, more: usize) -> String {
        if more == 0 { advice.to_owned() } else { fl!(self.loader, "finding-and-more", advice = advice, more = more) }
    }

    /// Says `marked-now`.
    pub fn marked_now(&self, count: usize, clear: &str) -> String {
        fl!(self.loader, "marked-now", count = count, clear = clear)
    }

    /// Says `duplicated`.
    pub fn duplicated(&self, count: usize, name: &str, edit: &str, clear: &str) -> String {
        fl!(self.loader, "duplicated", count = count, name = name, edit = edit, clear = clear)
    }

    /// Says `form-of-several`.
    pub fn form_of_several(&self, count: usize) -> String {
        fl!(self.loader, "form-of-several", count = count)
    }

    /// Says `several-values`.
    pub fn several_values(&self) -> String {
        fl!(self.loader, "several-values")
    }

    /// Says `emptied-in-all`.
    pub fn emptied_in_all(&self) -> String {
        fl!(self.loader, "emptied-in-all")
    }

    /// Says `reaches-removed`.
    pub fn reaches_removed(&self, count: usize, undo: &str) -> String {
        fl!(self.loader, "reaches-removed", count = count, undo = undo)
    }

    /// Says `ask-reach-of-several`.
    pub fn ask_reach_of_several(&self, count: usize) -> String {
        fl!(self.loader, "ask-reach-of-several", count = count)
    }
}
