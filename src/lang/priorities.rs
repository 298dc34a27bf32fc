//! What is said of the touchpoints to act on first.

use i18n_embed_fl::fl;

use super::Lang;
use super::what_if::plural;
use crate::map::priority::{Loss, Missing, Reason};

impl Lang {
    /// The head of the list of ranked touchpoints.
    pub fn priorities(&self) -> String {
        fl!(self.loader, "priorities")
    }

    /// The head of the touchpoints that are not ranked.
    pub fn priorities_unranked(&self) -> String {
        fl!(self.loader, "priorities-unranked")
    }

    /// That there is nothing to rank, and what to do.
    pub fn priorities_need_touchpoints(&self) -> String {
        fl!(self.loader, "priorities-need-touchpoints")
    }

    /// Why to act on a touchpoint.
    pub fn priority_reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Critical => fl!(self.loader, "priority-critical"),
            Reason::Emotion(emotion) => fl!(self.loader, "priority-emotion", emotion = self.emotion(emotion)),
            Reason::Votes(votes) => {
                fl!(self.loader, "priority-votes", count = votes, number = self.number(votes.into()))
            }
            Reason::Loss(Loss { lost, buyers: None }) => {
                fl!(self.loader, "priority-loss-of-all", lost = self.number(lost))
            }
            Reason::Loss(Loss { lost, buyers: Some(buyers) }) => {
                let (lost, number) = (self.number(lost), self.amount(buyers));
                fl!(self.loader, "priority-loss", lost = lost, count = plural(&number), number = number)
            }
        }
    }

    /// That nothing of what is known of a touchpoint speaks for acting there.
    pub fn priority_nothing(&self) -> String {
        fl!(self.loader, "priority-nothing")
    }

    /// What nobody knows of a touchpoint.
    pub fn priority_missing(&self, missing: &[Missing]) -> String {
        let fields: Vec<String> = missing.iter().map(|each| self.field(each.key())).collect();
        fl!(self.loader, "priority-missing", fields = fields.join(", "))
    }
}
