//! Messages about what-if: a step with another conversion.

use i18n_embed_fl::fl;

use super::numbers::written_amount;
use super::{Lang, messages};
use crate::map::what_if::{ConversionChange, WhatIfError};
use crate::map::{WhatIfOutcome, WhatIfStep};

messages! {
    ask_conversion() = "ask-conversion";
    not_a_conversion() = "not-a-conversion";
    what_if_label() = "what-if-label";
    what_if_removed(count: usize) = "what-if-removed";
    what_if_reset() = "what-if-reset";
    what_if_written(undo: &str) = "what-if-written";
}

impl Lang {
    /// Asks what would happen if a step had the supposed conversion instead of `now`.
    pub(crate) fn what_if(&self, supposed: &WhatIfStep, now: f64) -> String {
        let share = match supposed.conversion {
            ConversionChange::To(share) => share,
            ConversionChange::By(points) => now + points,
        };
        let (share, now) = (self.percent(share.clamp(0.0, 1.0)), self.percent(now));
        fl!(self.loader, "what-if-supposed", position = supposed.position, share = share, now = now)
    }

    /// Says how many would buy, and how many more or fewer than now.
    pub(crate) fn what_if_buyers(&self, outcome: &WhatIfOutcome, unit: Option<&str>) -> String {
        let difference = written_difference(outcome);
        let (buyers, change) = (self.amount(outcome.buyers), self.amount(difference.abs()));
        let buyers = self.buyers(&buyers, unit);
        if change == "0" {
            fl!(self.loader, "what-if-same", buyers = buyers)
        } else if difference > 0.0 {
            fl!(self.loader, "what-if-more", buyers = buyers, number = change)
        } else {
            fl!(self.loader, "what-if-fewer", buyers = buyers, number = change)
        }
    }

    /// Says why a step cannot have the supposed conversion, and what to do.
    pub(crate) fn what_if_fault(&self, fault: &WhatIfError) -> String {
        match *fault {
            WhatIfError::NoSuchStep { position, steps } => {
                fl!(self.loader, "what-if-no-such-step", position = position, count = steps)
            }
            WhatIfError::LeadingIn { position, begin } => {
                fl!(self.loader, "what-if-leading-in", position = position, begin = begin)
            }
            WhatIfError::NoReach { position } => fl!(self.loader, "what-if-no-reach", position = position),
            WhatIfError::NothingBefore { position } => fl!(self.loader, "what-if-nothing-before", position = position),
            WhatIfError::NobodyBefore { position, since } => {
                fl!(self.loader, "what-if-nobody-before", position = position, since = since)
            }
            WhatIfError::NotAShare { position, now } => {
                fl!(self.loader, "what-if-not-a-share", position = position, now = self.percent(now))
            }
            WhatIfError::Twice { position } => fl!(self.loader, "what-if-twice", position = position),
        }
    }
}

/// Returns the difference between the buyers as they are written and the buyers now. A difference that rounding hides
/// stays as it is.
pub(crate) fn written_difference(outcome: &WhatIfOutcome) -> f64 {
    let now = (outcome.buyers - outcome.change).round();
    let difference = written_amount(outcome.buyers) - now;
    if difference == 0.0 { outcome.change } else { difference }
}

/// Returns the count that selects the singular or plural for a formatted amount: only `1` is singular.
pub(super) fn plural(amount: &str) -> usize {
    if amount == "1" { 1 } else { 2 }
}
