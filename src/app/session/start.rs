//! The start screen: recent maps, a new map, the tour, templates, and other files.

use std::path::PathBuf;

use crate::app::model::action::{Action, Reply};
use crate::app::model::effect::Effect;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::screen::{IfMissing, Screen};
use crate::app::model::start::{Offer, Start};
use crate::app::model::state::{State, untitled};
use crate::lang::Language;
use crate::map::{Header, JourneyMap};
use crate::store::disk::journal::{JournalId, OrphanJournal};
use crate::store::recent::RecentMap;

/// Shows the start screen and looks for recent maps.
pub fn show(state: &mut State) -> Next {
    state.screen = Screen::Start(Start::default());
    Next::effect(Effect::FindRecent)
}

/// Requests the map in the chosen file, unless it is known or was requested.
pub(crate) fn request_preview(state: &mut State) -> Next {
    let Screen::Start(start) = &mut state.screen else { return Next::nothing() };
    let Some(path) = start.missing_preview() else { return Next::nothing() };
    start.requested = Some(path.clone());
    Next::effect(Effect::Preview { path })
}

/// Keeps the map in a recent file for the preview; `None` if it cannot be read.
pub(crate) fn previewed(state: &mut State, path: PathBuf, map: Option<JourneyMap>) {
    let Screen::Start(start) = &mut state.screen else { return };
    start.previews.retain(|(known, _)| *known != path);
    start.previews.push((path, map));
}

/// Lists the recent maps, and looks for unsaved changes whose files are gone.
pub(crate) fn found_recent(state: &mut State, recent: Vec<RecentMap>) -> Next {
    change_lines(state, |start| start.recent = recent);
    // Reading journals takes longer, so the recent maps do not wait for it.
    Next::effect(Effect::FindOrphans)
}

/// Lists unsaved changes whose files are gone.
pub(crate) fn found_orphans(state: &mut State, orphans: Vec<OrphanJournal>) {
    change_lines(state, |start| start.orphans = orphans);
}

/// Removes the line of unsaved changes that were discarded.
pub(crate) fn forget_orphan(state: &mut State, id: &JournalId) {
    change_lines(state, |start| start.orphans.retain(|orphan| orphan.id != *id));
}

/// Changes the lines of the start screen; a line that the user has chosen already stays chosen.
fn change_lines(state: &mut State, change: impl FnOnce(&mut Start)) {
    let Screen::Start(start) = &mut state.screen else { return };
    // The clicked line may be another one now.
    state.clicked = None;
    let chosen = (start.chosen > 0).then(|| start.offer());
    change(start);
    start.chosen = chosen.and_then(|offer| start.offers().position(|each| each == offer)).unwrap_or_default();
}

/// Begins with a line of the start screen.
pub(crate) fn begin(state: &mut State, offer: Offer) -> Next {
    let map = match offer {
        Offer::NewMap => Some(JourneyMap::new(Header::new(untitled(&state.lang)))),
        Offer::Template(template) => template.map(state.lang.language() == Language::Spanish, &mut state.ids),
        Offer::Recent(nth) => {
            let Screen::Start(start) = &state.screen else { return Next::nothing() };
            let path = start.recent.get(nth).map(|recent| recent.path.clone());
            return path
                .map_or_else(Next::nothing, |path| Next::step(Step::Open { path, if_missing: IfMissing::Report }));
        }
        Offer::Orphan(nth) => {
            let Screen::Start(start) = &state.screen else { return Next::nothing() };
            let id = start.orphans.get(nth).map(|orphan| orphan.id.clone());
            state.expect_question();
            return id.map_or_else(Next::nothing, |id| Next::effect(Effect::ReadOrphan { id }));
        }
        Offer::Tour => return Next::step(Step::BeginTour),
        Offer::Open => return Next::step(Step::OpenBrowser { typed: String::new() }),
    };
    if let Some(map) = map {
        state.open_map(map, None);
    }
    Next::nothing()
}

/// Handles a reply to the start screen.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Screen::Start(start) = &mut state.screen else { return Next::nothing() };
    let count = start.offers().count();
    match reply {
        Reply::Next => start.chosen = (start.chosen + 1) % count,
        Reply::Previous => start.chosen = (start.chosen + count - 1) % count,
        Reply::Accept | Reply::Choose => {
            let offer = start.offer();
            return begin(state, offer);
        }
        // Esc does not end the program: the user may have pressed it to leave something else.
        Reply::Leave => {
            let text = state.lang.start_leave(&state.key_label(Action::Quit));
            state.say(Tone::Done, text);
        }
        Reply::Add | Reply::Keep | Reply::Discard | Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}
