//! The screen before a map is open: a new map, or one from a template.

use super::action::Reply;
use super::prompt::{Prompt, Wish};
use super::state::{Dialog, Screen, State, untitled};
use crate::lang::Language;
use crate::map::{Header, JourneyMap};
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

/// Puts on the board what the start screen offers.
pub(super) fn begin(state: &mut State, offer: Offer) {
    let map = match offer {
        Offer::NewMap => Some(JourneyMap::new(Header::new(untitled(&state.lang)))),
        Offer::Template(template) => template.map(state.lang.language() == Language::Spanish, &mut state.ids),
        Offer::Open => {
            state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Open, "")));
            None
        }
    };
    if let Some(map) = map {
        state.show(map, None);
    }
}

/// Carries out a reply to the start screen.
pub(super) fn reply(state: &mut State, reply: Reply) {
    let Screen::Start(start) = &mut state.screen else { return };
    match reply {
        Reply::Next => start.chosen = (start.chosen + 1) % OFFERS.len(),
        Reply::Previous => start.chosen = (start.chosen + OFFERS.len() - 1) % OFFERS.len(),
        Reply::Accept | Reply::Choose => {
            let offer = start.offer();
            begin(state, offer);
        }
        Reply::Add
        | Reply::Leave
        | Reply::NextChoice
        | Reply::PreviousChoice
        | Reply::Complete
        | Reply::Keep
        | Reply::Discard => {}
    }
}
