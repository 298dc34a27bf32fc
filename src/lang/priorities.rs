//! Messages about where to act first.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::priority::{Loss, LostBuyers, MissingInput, PriorityReason};

messages! {
    priorities() = "priorities";
    priorities_unranked() = "priorities-unranked";
    priorities_need_touchpoints() = "priorities-need-touchpoints";
    priority_nothing() = "priority-nothing";
}

impl Lang {
    /// Returns one reason to act on a touchpoint.
    pub(crate) fn priority_reason(&self, reason: PriorityReason, unit: Option<&str>) -> String {
        match reason {
            PriorityReason::Critical => fl!(self.loader, "priority-critical"),
            PriorityReason::Emotion(emotion) => fl!(self.loader, "priority-emotion", emotion = self.emotion(emotion)),
            PriorityReason::Votes(votes) => {
                fl!(self.loader, "priority-votes", count = votes, number = self.number(votes.into()))
            }
            PriorityReason::Loss(Loss { lost, buyers: LostBuyers::All }) => {
                fl!(self.loader, "priority-loss-of-all", lost = self.number(lost))
            }
            PriorityReason::Loss(Loss { lost, buyers: LostBuyers::About(buyers) }) => {
                let (lost, number) = (self.number(lost), self.amount(buyers));
                fl!(self.loader, "priority-loss", lost = lost, buyers = self.buyers(&number, unit))
            }
            PriorityReason::Loss(Loss { lost, buyers: LostBuyers::Unknown }) => {
                fl!(self.loader, "priority-loss-unknown", lost = self.number(lost))
            }
        }
    }

    /// Lists the fields of a touchpoint that are unknown.
    pub(crate) fn priority_missing(&self, missing: &[MissingInput]) -> String {
        let fields: Vec<String> = missing.iter().map(|each| self.field(each.key())).collect();
        fl!(self.loader, "priority-missing", fields = fields.join(", "))
    }
}
