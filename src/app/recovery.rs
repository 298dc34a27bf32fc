//! What a process that ended left unsaved: shown touchpoint by touchpoint, and offered.

use super::action::{Action, Reply};
use super::commit::take_in;
use super::effect::{Effect, Target};
use super::file;
use super::outside;
use super::question::Question;
use super::state::{Dialog, Screen, State, Tone};
use crate::map::difference::differences;
use crate::map::merge::{Merged, merge};
use crate::map::{Difference, Edit, Header, JourneyMap};
use crate::store::Fingerprint;
use crate::store::disk::journal::{Found, Left};

/// Unsaved changes that were left behind, as they would come into the map.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub left: Left,
    /// Whether the file was changed after those changes were begun.
    pub stale: bool,
    merged: Merged,
    /// What taking them would change.
    pub differences: Vec<Difference>,
    /// The first difference that is shown.
    pub top: usize,
}

/// Takes note of what was found beside a map; it is asked about as soon as nothing else takes the keys.
pub(super) fn found(state: &mut State, found: Found) {
    if let Some(torn) = found.torn.first() {
        let text = state.lang.torn_journal(&file::shown(torn));
        state.say(Tone::Failed, text);
    }
    if let Some(other) = found.others.into_iter().next() {
        state.waiting.push_back(Waiting::Ask(Question::InUse { other }));
    }
    state.waiting.extend(found.left.into_iter().map(|left| Waiting::Offer(Box::new(left))));
}

/// Something to ask as soon as nothing else takes the keys.
#[derive(Clone, Debug)]
pub enum Waiting {
    Ask(Question),
    Offer(Box<Left>),
}

/// Asks what waits longest, if nothing else takes the keys.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while state.dialogs.is_empty() {
        match state.waiting.pop_front() {
            Some(Waiting::Ask(question)) => state.dialogs.push(Dialog::Question(question)),
            // Looking changes nothing, and what was begun meanwhile is not replaced.
            Some(Waiting::Offer(left)) if state.is_read_only() || !has_room(state, &left) => drop(left),
            Some(Waiting::Offer(left)) => {
                let recovery = Recovery::new(state, *left);
                if recovery.differences.is_empty() && is_saved(state) {
                    effects.push(Effect::DiscardLeft { id: recovery.left.id });
                } else {
                    state.dialogs.push(Dialog::Recovery(Box::new(recovery)));
                }
            }
            None => break,
        }
    }
    effects
}

/// Whether what was left can be offered now: a map without a file only while no other is begun.
fn has_room(state: &State, left: &Left) -> bool {
    match state.screen {
        Screen::Board => state.file.is_some(),
        Screen::Start(_) => left.record.file.is_none(),
        Screen::Opening { .. } | Screen::Unreadable(_) => false,
    }
}

/// Whether the open file holds touchpoints.
fn is_saved(state: &State) -> bool {
    held(state).is_some() && state.file.as_ref().and_then(|file| file.base.as_ref()).is_some_and(|map| !map.is_empty())
}

/// What the open file held when it was read or written last.
fn held(state: &State) -> Option<Fingerprint> {
    state.file.as_ref().and_then(|file| match file.target {
        Target::Known(fingerprint) => Some(fingerprint),
        Target::New | Target::Named(_) | Target::Any => None,
    })
}

impl Recovery {
    fn new(state: &State, left: Left) -> Recovery {
        let record = &left.record;
        let here = match state.screen {
            Screen::Board => state.map().clone(),
            Screen::Start(_) | Screen::Opening { .. } | Screen::Unreadable(_) => empty(&record.map),
        };
        let stale = is_saved(state) && held(state) != record.based_on;
        let merged = match &record.base {
            // A file that is gone or empty has changed nothing that could be merged: what was left is all there is.
            Some(base) if is_saved(state) && *base != here && !left.foreign => merge(base, &record.map, &here),
            Some(_) | None => Merged { map: record.map.clone(), conflicts: Vec::new() },
        };
        let differences = differences(&here, &merged.map);
        Recovery { left, stale, merged, differences, top: 0 }
    }
}

/// A map that has only what another says of itself.
fn empty(map: &JourneyMap) -> JourneyMap {
    JourneyMap::new(Header::clone(map.header()))
}

/// Carries out a reply to the offer.
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Recovery(recovery)) = state.dialogs.last_mut() else { return Vec::new() };
    let last = recovery.differences.len().saturating_sub(1);
    match reply {
        Reply::Next => recovery.top = (recovery.top + 1).min(last),
        Reply::Previous => recovery.top = recovery.top.saturating_sub(1),
        Reply::Keep | Reply::Accept => return take(state),
        Reply::Discard => state.dialogs.push(Dialog::Question(Question::DiscardLeft)),
        Reply::Leave => {
            let named = recovery.left.record.file.is_some();
            state.dialogs.pop();
            let text = if named { state.lang.left_for_later() } else { state.lang.unsaved_for_later() };
            state.say(Tone::Done, text);
        }
        Reply::Choose | Reply::Add | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
    }
    Vec::new()
}

/// Takes the changes into the map, unsaved; undoing them leads back to what the file holds.
fn take(state: &mut State) -> Vec<Effect> {
    let Some(Dialog::Recovery(recovery)) = state.dialogs.pop() else { return Vec::new() };
    let Recovery { left, stale, merged, differences, .. } = *recovery;
    if !matches!(state.screen, Screen::Board) {
        state.show(empty(&merged.map), None);
    }
    take_in(state, Edit::Adopt(merged.map));
    if !stale {
        state.comments = left.record.comments;
    }
    let text = state.lang.recovered(differences.len(), &state.key(Action::Undo));
    state.say(Tone::Done, text);
    outside::ask_conflicts(state, merged.conflicts);
    vec![Effect::TakeLeft { id: left.id }]
}

/// Removes the changes that were left behind: somebody said so twice.
pub(super) fn discard(state: &mut State) -> Vec<Effect> {
    match state.dialogs.pop() {
        Some(Dialog::Recovery(recovery)) => {
            let text = state.lang.thrown_away();
            state.say(Tone::Done, text);
            vec![Effect::DiscardLeft { id: recovery.left.id }]
        }
        Some(_) | None => Vec::new(),
    }
}
