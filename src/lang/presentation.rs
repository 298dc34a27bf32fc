//! The words of the presentation and of its timer.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// How many votes something has.
    pub fn present_votes(&self, count: u64) -> String {
        fl!(self.loader, "present-votes", count = count)
    }

    /// The head of the touchpoints in the order of their votes.
    pub fn present_ranking(&self, count: u64) -> String {
        fl!(self.loader, "present-ranking", count = count)
    }

    /// How votes are given, where there is none.
    pub fn present_no_votes(&self) -> String {
        fl!(self.loader, "present-no-votes")
    }

    /// How many touchpoints have no vote.
    pub fn present_unvoted(&self, count: usize) -> String {
        fl!(self.loader, "present-unvoted", count = count)
    }

    /// How many of the customers at the first step are still here.
    pub fn present_left(&self, left: &str, all: &str) -> String {
        fl!(self.loader, "present-left", left = left, all = all)
    }

    /// What share of the customers here buy.
    pub fn present_likely(&self, share: &str) -> String {
        fl!(self.loader, "present-likely", share = share)
    }

    /// How many customers are lost here.
    pub fn present_lost(&self, lost: &str) -> String {
        fl!(self.loader, "present-lost", lost = lost)
    }

    /// That the reach of a step is unknown.
    pub fn present_unknown(&self) -> String {
        fl!(self.loader, "present-unknown")
    }

    /// How many of the buyers come to a step after the purchase.
    pub fn present_of_buyers(&self, reach: &str, buyers: &str) -> String {
        fl!(self.loader, "present-of-buyers", reach = reach, buyers = buyers)
    }

    /// The question for how long to count down.
    pub fn ask_countdown(&self) -> String {
        fl!(self.loader, "ask-countdown")
    }

    /// How a length of time is typed.
    pub fn not_a_time(&self) -> String {
        fl!(self.loader, "not-a-time")
    }

    /// That the timer stands still.
    pub fn timer_paused(&self) -> String {
        fl!(self.loader, "timer-paused")
    }

    /// That no more than a minute is left.
    pub fn timer_last_minute(&self) -> String {
        fl!(self.loader, "timer-last-minute")
    }

    /// That time is up.
    pub fn timer_up(&self) -> String {
        fl!(self.loader, "timer-up")
    }
}
