//! The screen before a map is open: the maps that were open lately, a new one, templates, and other files.

use std::path::PathBuf;

use super::action::{Action, Reply};
use super::browser;
use super::effect::Effect;
use super::file;
use super::state::{Screen, State, Tone, untitled};
use super::tour;
use crate::lang::{Lang, Language};
use crate::map::{Header, JourneyMap};
use crate::store::Template;
use crate::store::recent::Recent;

/// Something to start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A map that was open lately, by its place in the list.
    Recent(usize),
    /// A map without touchpoints.
    NewMap,
    /// The guided tour.
    Tour,
    /// A bundled map.
    Template(Template),
    /// A file, to be found.
    Open,
}

/// How many of the maps that were open lately are offered.
const RECENT: usize = 8;

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The maps that were open lately, newest first; none until they were looked for.
    pub recent: Vec<Recent>,
    /// Which offer is chosen.
    pub chosen: usize,
    /// What stands in the files that were looked into; nothing where one cannot be read.
    previews: Vec<(PathBuf, Option<JourneyMap>)>,
    /// The file that was asked for last; those before it may never be answered.
    asked: Option<PathBuf>,
}

impl Start {
    /// What is offered, in order.
    pub fn offers(&self) -> impl Iterator<Item = Offer> {
        let recent = (0..self.recent.len().min(RECENT)).map(Offer::Recent);
        let templates = Template::ALL.into_iter().map(Offer::Template);
        recent.chain([Offer::NewMap, Offer::Tour]).chain(templates).chain([Offer::Open])
    }

    /// The chosen offer.
    pub fn offer(&self) -> Offer {
        self.offers().nth(self.chosen).unwrap_or(Offer::NewMap)
    }

    /// The map behind the chosen offer, as far as it is known.
    pub fn preview(&self, lang: &Lang) -> Option<JourneyMap> {
        match self.offer() {
            Offer::Template(template) => template.preview(lang.language() == Language::Spanish),
            Offer::Recent(nth) => {
                let path = &self.recent.get(nth)?.path;
                self.previews.iter().find(|(known, _)| known == path).and_then(|(_, map)| map.clone())
            }
            Offer::NewMap | Offer::Tour | Offer::Open => None,
        }
    }
}

/// Asks for what stands in the chosen file, unless that is known or on its way.
pub(super) fn preview(state: &mut State) -> Option<Effect> {
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
pub(super) fn previewed(state: &mut State, path: PathBuf, map: Option<JourneyMap>) {
    let Screen::Start(start) = &mut state.screen else { return };
    start.previews.retain(|(known, _)| *known != path);
    start.previews.push((path, map));
}

/// Shows the start screen, and asks for the maps that were open lately.
pub(super) fn show(state: &mut State) -> Effect {
    state.screen = Screen::Start(Start::default());
    Effect::FindRecent
}

/// Offers the maps that were open lately; what somebody chose already stays chosen.
pub(super) fn found(state: &mut State, recent: Vec<Recent>) {
    let Screen::Start(start) = &mut state.screen else { return };
    // What was clicked may be another offer now.
    state.clicked = None;
    let chosen = (start.chosen > 0).then(|| start.offer());
    start.recent = recent;
    start.chosen = chosen.and_then(|offer| start.offers().position(|each| each == offer)).unwrap_or_default();
}

/// Begins with what the start screen offers.
pub(super) fn begin(state: &mut State, offer: Offer) -> Vec<Effect> {
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
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
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
            let text = state.lang.leave_start(&state.key(Action::Quit));
            state.say(Tone::Done, text);
        }
        Reply::Add | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete | Reply::Keep | Reply::Discard => {}
    }
    Vec::new()
}
