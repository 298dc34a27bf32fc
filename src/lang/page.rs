//! Messages of the web page that a map is exported to.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Phase;

messages! {
    page_overline() = "page-overline";
    page_skip() = "page-skip";
    page_contents() = "page-contents";
    page_made() = "page-made";
    page_no_touchpoints() = "page-no-touchpoints";

    // How the page is printed.
    page_print() = "page-print";
    page_print_phases() = "page-print-phases";
    page_print_one() = "page-print-one";
    page_print_now() = "page-print-now";

    // The numbers at its head.
    page_count_touchpoints(count: usize) = "page-count-touchpoints";
    page_count_critical(count: usize) = "page-count-critical";
    page_count_warnings(count: usize) = "page-count-warnings";
    page_count_hints(count: usize) = "page-count-hints";

    // The journey.
    page_journey() = "page-journey";
    page_alternatives() = "page-alternatives";
    page_empty_phase() = "page-empty-phase";
    page_unknown_reach() = "page-unknown-reach";

    // The emotion curve.
    page_emotions() = "page-emotions";
    page_no_emotions() = "page-no-emotions";
    page_lowest_emotion(feeling: &str, name: &str) = "page-lowest-emotion";
    page_curve_in_words() = "page-curve-in-words";
    page_curve_table() = "page-curve-table";

    // The funnel.
    page_funnel_in_words() = "page-funnel-in-words";
    page_funnel_table() = "page-funnel-table";
    page_overall_conversion() = "page-overall-conversion";
    page_conversion() = "page-conversion";
    page_lost() = "page-lost";
    page_likelihood() = "page-likelihood";
    page_remarks() = "page-remarks";
    page_loop() = "page-loop";

    // Balance and review.
    page_balance_table() = "page-balance-table";
    page_known() = "page-known";
    page_gaps() = "page-gaps";
    page_findings() = "page-findings";

    // The inventory.
    page_inventory() = "page-inventory";
    page_inventory_table() = "page-inventory-table";
    page_find() = "page-find";
    page_any() = "page-any";
    page_reset() = "page-reset";
    page_shown(shown: &str, all: &str) = "page-shown";
}

impl Lang {
    /// Returns a number of votes.
    pub(crate) fn page_votes(&self, votes: u64) -> String {
        fl!(self.loader, "page-votes", count = votes, number = self.number(votes.into()))
    }

    /// Says for how many touchpoints the emotion is known.
    pub(crate) fn page_emotions_known(&self, known: usize, total: usize) -> String {
        fl!(self.loader, "page-emotions-known", count = known, total = total)
    }

    /// Returns the place of a card: its phase and the position of its step.
    pub(crate) fn page_place(&self, phase: Phase, position: usize) -> String {
        fl!(self.loader, "page-place", phase = self.phase(phase), position = position)
    }
}
