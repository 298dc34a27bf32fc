//! What is said of what would be.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::supposed::Conversion;
use crate::map::what_if::WhatIfFault;
use crate::map::{Outcome, Supposed};

impl Lang {
    /// Says `put-back`.
    pub fn put_back(&self) -> String {
        fl!(self.loader, "put-back")
    }

    /// Says `assumed`.
    pub fn assumed(&self, undo: &str) -> String {
        fl!(self.loader, "assumed", undo = undo)
    }

    /// Says `ask-conversion`.
    pub fn ask_conversion(&self) -> String {
        fl!(self.loader, "ask-conversion")
    }

    /// Says `not-a-conversion`.
    pub fn not_a_conversion(&self) -> String {
        fl!(self.loader, "not-a-conversion")
    }

    /// What is supposed of a step, and the conversion that it has now.
    pub fn what_if(&self, supposed: &Supposed, now: f64) -> String {
        let share = match supposed.conversion {
            Conversion::To(share) => share,
            Conversion::By(points) => now + points,
        };
        let (share, now) = (self.percent(share.clamp(0.0, 1.0)), self.percent(now));
        fl!(self.loader, "what-if-supposed", position = supposed.position, share = share, now = now)
    }

    /// How many would buy, and how many more or fewer that is.
    pub fn what_if_buyers(&self, outcome: &Outcome) -> String {
        let (buyers, change) = (self.amount(outcome.buyers), self.amount(outcome.change.abs()));
        let buyers = fl!(self.loader, "what-if-buyers", count = plural(&buyers), number = buyers);
        if change == "0" {
            fl!(self.loader, "what-if-same", buyers = buyers)
        } else if outcome.change > 0.0 {
            fl!(self.loader, "what-if-more", buyers = buyers, number = change)
        } else {
            fl!(self.loader, "what-if-fewer", buyers = buyers, number = change)
        }
    }

    /// Why a step cannot have the conversion that it is supposed to have, and what to do.
    pub fn what_if_fault(&self, fault: &WhatIfFault) -> String {
        match *fault {
            WhatIfFault::NoSuchStep { position, steps } => {
                fl!(self.loader, "what-if-no-such-step", position = position, count = steps)
            }
            WhatIfFault::NoReach { position } => fl!(self.loader, "what-if-no-reach", position = position),
            WhatIfFault::NothingBefore { position } => fl!(self.loader, "what-if-nothing-before", position = position),
            WhatIfFault::NobodyBefore { position, since } => {
                fl!(self.loader, "what-if-nobody-before", position = position, since = since)
            }
            WhatIfFault::NotAShare { position, now } => {
                fl!(self.loader, "what-if-not-a-share", position = position, now = self.percent(now))
            }
            WhatIfFault::Twice { position } => fl!(self.loader, "what-if-twice", position = position),
        }
    }
}

/// The number by which words for an amount are chosen: only exactly one is one.
pub(super) fn plural(amount: &str) -> usize {
    if amount == "1" { 1 } else { 2 }
}
