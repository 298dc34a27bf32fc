//! The words of the page that a map is exported as.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::Phase;

/// Functions that say one thing each, without arguments.
macro_rules! say {
    ($($name:ident = $key:literal),+ $(,)?) => {
        impl Lang {
            $(
                #[doc = concat!("Says `", $key, "`.")]
                pub fn $name(&self) -> String {
                    fl!(self.loader, $key)
                }
            )+
        }
    };
}

say! {
    page_overline = "page-overline",
    page_skip = "page-skip",
    page_contents = "page-contents",
    page_print = "page-print",
    page_print_phases = "page-print-phases",
    page_print_one = "page-print-one",
    page_print_now = "page-print-now",
    page_made = "page-made",
    page_journey = "page-journey",
    page_alternatives = "page-alternatives",
    page_empty_phase = "page-empty-phase",
    page_unknown_reach = "page-unknown-reach",
    page_emotions = "page-emotions",
    page_no_emotions = "page-no-emotions",
    page_curve_in_words = "page-curve-in-words",
    page_curve_table = "page-curve-table",
    page_funnel_in_words = "page-funnel-in-words",
    page_funnel_table = "page-funnel-table",
    page_overall_conversion = "page-overall-conversion",
    page_conversion = "page-conversion",
    page_lost = "page-lost",
    page_likelihood = "page-likelihood",
    page_remarks = "page-remarks",
    page_loop = "page-loop",
    page_loop_table = "page-loop-table",
    page_balance_table = "page-balance-table",
    page_known = "page-known",
    page_gaps = "page-gaps",
    page_no_touchpoints = "page-no-touchpoints",
    page_findings = "page-findings",
    page_inventory = "page-inventory",
    page_inventory_table = "page-inventory-table",
    page_find = "page-find",
    page_any = "page-any",
    page_reset = "page-reset",
}

impl Lang {
    /// What a number of touchpoints is called.
    pub fn page_count_touchpoints(&self, count: usize) -> String {
        fl!(self.loader, "page-count-touchpoints", count = count)
    }

    /// What a number of critical moments is called.
    pub fn page_count_critical(&self, count: usize) -> String {
        fl!(self.loader, "page-count-critical", count = count)
    }

    /// What a number of buyers is called.
    pub fn page_count_buyers(&self, buyers: u128) -> String {
        let count = u64::try_from(buyers).unwrap_or(u64::MAX);
        fl!(self.loader, "page-count-buyers", count = count)
    }

    /// What a number of warnings is called.
    pub fn page_count_warnings(&self, count: usize) -> String {
        fl!(self.loader, "page-count-warnings", count = count)
    }

    /// What a number of hints is called.
    pub fn page_count_hints(&self, count: usize) -> String {
        fl!(self.loader, "page-count-hints", count = count)
    }

    /// How many votes there are.
    pub fn page_votes(&self, votes: u64) -> String {
        fl!(self.loader, "page-votes", count = votes, number = self.number(votes.into()))
    }

    /// Of how many touchpoints the emotion is known.
    pub fn page_emotions_known(&self, known: usize, total: usize) -> String {
        fl!(self.loader, "page-emotions-known", count = known, total = total)
    }

    /// Where the customer feels worst.
    pub fn page_lowest_emotion(&self, feeling: &str, name: &str) -> String {
        fl!(self.loader, "page-lowest-emotion", feeling = feeling, name = name)
    }

    /// The place of a card: its phase, and the position of its step.
    pub fn page_place(&self, phase: Phase, position: usize) -> String {
        fl!(self.loader, "page-place", phase = self.phase(phase), position = position)
    }

    /// How many rows of the inventory are shown.
    pub fn page_shown(&self, shown: &str, all: &str) -> String {
        fl!(self.loader, "page-shown", shown = shown, all = all)
    }
}
