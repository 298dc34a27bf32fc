//! The screen before a map is open: the maps that were open lately, a new one, templates, and other files.

use std::path::PathBuf;

use crate::app::dialogs::browser;
use crate::app::model::action::{Action, Reply};
use crate::app::model::effect::Effect;
use crate::app::model::start::{Offer, Start};
use crate::app::model::state::{Screen, State, Tone, untitled};
use crate::app::session::file;
use crate::app::show::tour;
use crate::lang::Language;
use crate::map::{Header, JourneyMap};
use crate::store::recent::RecentMap;

/// Asks for what stands in the chosen file, unless that is known or on its way.
pub(crate) fn preview(state: &mut State) -> Option<Effect> {
    let Screen::Start(start) = &mut state.screen else { return None };
    let Offer::Recent(nth) = start.offer() else { return None };
    let path = start.recent.get(nth)?.path.clone();
    if start.asked.as_ref() == Some(&path) || start.previews.iter().any(|(known, _)| *known == path) {
        return None;
    }
    start.asked = Some(path.clone());
    Some(Effect::Preview { path })
}

/// Takes in what stands in a file that is offered.
pub(crate) fn previewed(state: &mut State, path: PathBuf, map: Option<JourneyMap>) {
    let Screen::Start(start) = &mut state.screen else { return };
    start.previews.retain(|(known, _)| *known != path);
    start.previews.push((path, map));
}

/// Shows the start screen, and asks for the maps that were open lately.
pub(crate) fn show(state: &mut State) -> Effect {
    state.screen = Screen::Start(Start::default());
    Effect::FindRecent
}

/// Offers the maps that were open lately; what somebody chose already stays chosen.
pub(crate) fn found(state: &mut State, recent: Vec<RecentMap>) {
    let Screen::Start(start) = &mut state.screen else { return };
    // What was clicked may be another offer now.
    state.clicked = None;
    let chosen = (start.chosen > 0).then(|| start.offer());
    start.recent = recent;
    start.chosen = chosen.and_then(|offer| start.offers().position(|each| each == offer)).unwrap_or_default();
}

/// Begins with what the start screen offers.
pub(crate) fn begin(state: &mut State, offer: Offer) -> Vec<Effect> {
    let map = match offer {
        Offer::NewMap => Some(JourneyMap::new(Header::new(untitled(&state.lang)))),
        Offer::Template(template) => template.map(state.lang.language() == Language::Spanish, &mut state.ids),
        Offer::Recent(nth) => {
            let Screen::Start(start) = &state.screen else { return Vec::new() };
            let path = start.recent.get(nth).map(|recent| recent.path.clone());
            return path.map_or_else(Vec::new, |path| file::open(state, path, false));
        }
        Offer::Tour => {
            tour::begin(state);
            None
        }
        Offer::Open => return browser::open(state, ""),
    };
    if let Some(map) = map {
        state.show(map, None);
    }
    Vec::new()
}

/// Carries out a reply to the start screen.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Screen::Start(start) = &mut state.screen else { return Vec::new() };
    let count = start.offers().count();
    match reply {
        Reply::Next => start.chosen = (start.chosen + 1) % count,
        Reply::Previous => start.chosen = (start.chosen + count - 1) % count,
        Reply::Accept | Reply::Choose => {
            let offer = start.offer();
            return begin(state, offer);
        }
        // Who walks back with Esc is not at the door by surprise.
        Reply::Leave => {
            let text = state.lang.start_leave(&state.key(Action::Quit));
            state.say(Tone::Done, text);
        }
        Reply::Add | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete | Reply::Keep | Reply::Discard => {}
    }
    Vec::new()
}
