//! What is computed from the map: its funnel, or its balance while it has no number.

use crate::map::balance::Balance;
use crate::map::{Document, Funnel, JourneyMap, Revision};

/// What is computed from a map.
#[derive(Debug)]
pub struct Insight {
    pub funnel: Funnel,
    /// Computed only where there is no number for a funnel.
    pub balance: Option<Balance>,
}

impl Insight {
    /// Computes everything for a map.
    pub fn of(map: &JourneyMap) -> Insight {
        let funnel = Funnel::of(map);
        let balance = funnel.buyers.is_none().then(|| Balance::of(map));
        Insight { funnel, balance }
    }
}

/// The insight of a document, kept because a funnel of 100,000 touchpoints takes milliseconds.
#[derive(Debug)]
pub struct Followed {
    /// The state of the document that the insight is of.
    revision: Revision,
    /// The state of the document in which the funnel became what it is.
    numbers: Revision,
    insight: Insight,
}

impl Followed {
    /// Computes everything for a document as it is.
    pub fn of(document: &Document) -> Followed {
        Followed { revision: document.revision(), numbers: document.numbers(), insight: Insight::of(document.map()) }
    }

    /// The insight of the document as it was followed last.
    pub fn insight(&self) -> &Insight {
        &self.insight
    }

    /// Computes again what a change of the document can have altered.
    pub fn follow(&mut self, document: &Document) {
        if self.numbers != document.numbers() {
            *self = Followed::of(document);
        } else if self.revision != document.revision() {
            self.revision = document.revision();
            let balance = || Balance::of(document.map());
            self.insight.balance = self.insight.funnel.buyers.is_none().then(balance);
        }
    }
}
