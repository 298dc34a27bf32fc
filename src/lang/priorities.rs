//! Messages about where to act first.

use i18n_embed_fl::fl;

use super::what_if::plural;
use super::{Lang, messages};
use crate::map::priority::{Loss, Missing, Reason};

messages! {
    priorities() = "priorities";
    priorities_unranked() = "priorities-unranked";
    priorities_need_touchpoints() = "priorities-need-touchpoints";
    priority_nothing() = "priority-nothing";
}

impl Lang {
    /// Returns one reason to act on a touchpoint.
    pub(crate) fn priority_reason(&self, reason: Reason) -> String {
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

    /// Lists the fields of a touchpoint that are unknown.
    pub(crate) fn priority_missing(&self, missing: &[Missing]) -> String {
        let fields: Vec<String> = missing.iter().map(|each| self.field(each.key())).collect();
        fl!(self.loader, "priority-missing", fields = fields.join(", "))
    }
}
