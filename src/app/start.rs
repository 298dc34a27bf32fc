//! The screen before a map is open: a new map, or one from a template.

use crate::store::Template;

/// Something to start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A map without touchpoints.
    NewMap,
    /// A bundled map.
    Template(Template),
    /// A file, to be named.
    Open,
}

/// What is offered, in order.
pub const OFFERS: [Offer; 7] = [
    Offer::NewMap,
    Offer::Template(Template::Retail),
    Offer::Template(Template::Travel),
    Offer::Template(Template::B2b),
    Offer::Template(Template::Trial),
    Offer::Template(Template::FlashSale),
    Offer::Open,
];

/// The start screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start {
    /// Which offer is chosen.
    pub chosen: usize,
}

impl Start {
    /// The chosen offer.
    pub fn offer(self) -> Offer {
        OFFERS[self.chosen.min(OFFERS.len() - 1)]
    }
}
