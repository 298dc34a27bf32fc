//! What a process that ended left unsaved: shown touchpoint by touchpoint, and offered.

use crate::app::model::action::{Action, Reply};
use crate::app::model::commit::take_in;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::{Recovery, Waiting, empty, is_saved};
use crate::app::model::effect::Effect;
use crate::app::model::file_name::shown;
use crate::app::model::state::{Dialog, Screen, State, Tone};
use crate::app::session::outside;
use crate::map::Edit;
use crate::store::disk::journal::{AbandonedJournal, JournalReport};

/// Takes note of what was found beside a map; it is asked about as soon as nothing else takes the keys.
pub(crate) fn found(state: &mut State, found: JournalReport) {
    if let Some(torn) = found.corrupt.first() {
        let text = state.lang.journal_damaged(&shown(torn));
        state.say(Tone::Failed, text);
    }
    if let Some(other) = found.other_users.into_iter().next() {
        state.waiting.push_back(Waiting::Ask(Question::InUse { other }));
    }
    state.waiting.extend(found.abandoned.into_iter().map(|left| Waiting::Offer(Box::new(left))));
}

/// Asks what waits longest, if nothing else takes the keys.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
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
fn has_room(state: &State, left: &AbandonedJournal) -> bool {
    match state.screen {
        Screen::Board => state.file.is_some(),
        Screen::Start(_) => left.record.file.is_none(),
        Screen::Opening { .. } | Screen::Unreadable(_) => false,
    }
}

/// Carries out a reply to the offer.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
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
            let text = if named { state.lang.recovery_postponed() } else { state.lang.recovery_postponed_untitled() };
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
    take_in(state, Edit::ReplaceMap(merged.map));
    if !stale {
        state.comments = left.record.comments;
    }
    let text = state.lang.recovered(differences.len(), &state.key(Action::Undo));
    state.say(Tone::Done, text);
    outside::ask_conflicts(state, merged.conflicts);
    vec![Effect::TakeLeft { id: left.id }]
}

/// Removes the changes that were left behind: somebody said so twice.
pub(crate) fn discard(state: &mut State) -> Vec<Effect> {
    match state.dialogs.pop() {
        Some(Dialog::Recovery(recovery)) => {
            let text = state.lang.recovery_discarded();
            state.say(Tone::Done, text);
            vec![Effect::DiscardLeft { id: recovery.left.id }]
        }
        Some(_) | None => Vec::new(),
    }
}
