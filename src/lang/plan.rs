//! Messages about actions over several maps.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Date;

messages! {
    actions_title() = "actions-title";
    actions_none() = "actions-none";
    actions_no_due() = "actions-no-due";
    actions_effort(effort: &str) = "actions-effort";
    actions_score(score: &str) = "actions-score";
    calendar_left_out(count: usize) = "calendar-left-out";
}

impl Lang {
    /// Returns the heading of an owner's actions.
    pub(crate) fn actions_of(&self, owner: Option<&str>, count: usize) -> String {
        let owner = owner.map_or_else(|| fl!(self.loader, "actions-no-owner"), str::to_owned);
        fl!(self.loader, "actions-of", owner = owner, count = count)
    }

    /// Says that an action was due on a day that has passed.
    pub(crate) fn actions_overdue(&self, due: Date) -> String {
        fl!(self.loader, "actions-overdue", due = due.to_string())
    }
}
