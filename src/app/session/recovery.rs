//! Recovery: unsaved changes that another process left behind are offered, taken or deleted.

use crate::app::model::action::{Action, Reply};
use crate::app::model::commit::commit_merge;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::{Recovery, Waiting};
use crate::app::model::effect::Effect;
use crate::app::model::file_name::shown;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::app::session::{outside, start};
use crate::map::difference::differences;
use crate::map::merge::{Merged, merge};
use crate::map::{Edit, Header, JourneyMap};
use crate::store::disk::journal::{AbandonedJournal, JournalOrigin, JournalReport};

/// Queues what the journals of a map hold; the user is asked as soon as no dialog is open.
pub fn found(state: &mut State, found: JournalReport) {
    if let Some(corrupt) = found.corrupt.first() {
        let text = state.lang.journal_damaged(&shown(corrupt));
        state.say(Tone::Failed, text);
    }
    let other = found.other_users.into_iter().next();
    if let Some(other) = other.as_ref().filter(|_| state.settings.live) {
        // Working together is what a live map is for.
        let text = state.lang.live_in_use(&state.lang.ask_in_use(&other.user, &other.host));
        state.say(Tone::Done, text);
    } else if let Some(other) = other {
        state.session.waiting.push_back(Waiting::Ask(Question::InUse { other }));
    }
    state.session.waiting.extend(found.abandoned.into_iter().map(|journal| Waiting::Offer(Box::new(journal))));
}

/// Opens the next question or offer in the queue, if no dialog is open and the user is not typing.
pub(crate) fn ask_next(state: &mut State) -> Next {
    let mut next = Next::nothing();
    while state.dialogs.is_empty() && state.question_opens_at() <= state.now {
        match state.session.waiting.pop_front() {
            Some(Waiting::Ask(question)) => {
                state.dialogs.push(Dialog::Question(question));
                state.begin_reading_time();
            }
            // A read-only map takes no changes, and a map that was begun meanwhile is not replaced.
            Some(Waiting::Offer(journal)) if state.session.is_read_only() || !can_offer(state, &journal) => {
                drop(journal)
            }
            Some(Waiting::Offer(journal)) => {
                let recovery = merge_journal(state, *journal);
                if recovery.differences.is_empty() && state.session.has_saved_touchpoints() {
                    next.effects.push(Effect::DiscardJournal { id: recovery.journal.id });
                } else {
                    state.dialogs.push(Dialog::Recovery(Box::new(recovery)));
                    state.begin_reading_time();
                }
            }
            None => break,
        }
    }
    next
}

/// Changes without a file, or whose file is gone, can be offered only while no other map is open.
fn can_offer(state: &State, journal: &AbandonedJournal) -> bool {
    match state.screen {
        Screen::Board => state.session.file.is_some() && journal.origin != JournalOrigin::GoneFile,
        Screen::Start(_) => journal.record.file.is_none() || journal.origin == JournalOrigin::GoneFile,
        Screen::Opening { .. } | Screen::Unreadable(_) => false,
    }
}

/// Merges the changes that were left behind with the map as it is now.
fn merge_journal(state: &State, journal: AbandonedJournal) -> Recovery {
    let record = &journal.record;
    let here = match state.screen {
        Screen::Board => state.map().clone(),
        Screen::Start(_) | Screen::Opening { .. } | Screen::Unreadable(_) => without_touchpoints(&record.map),
    };
    let file = state.session.file.as_ref();
    let has_content = state.session.has_saved_touchpoints();
    let is_stale = has_content && file.and_then(|file| file.fingerprint()) != record.based_on;
    let merged = match &record.base {
        Some(base)
            if has_content && *base != here && record.map != here && journal.origin != JournalOrigin::OtherFile =>
        {
            merge(base, &record.map, &here)
        }
        // A file that is gone or empty has no changes to merge.
        Some(_) | None => Merged { map: record.map.clone(), conflicts: Vec::new() },
    };
    let differences = differences(&here, &merged.map);
    Recovery { journal, is_stale, merged, differences, top: 0 }
}

/// Returns an empty map with the header of another.
fn without_touchpoints(map: &JourneyMap) -> JourneyMap {
    JourneyMap::new(Header::clone(map.header()))
}

/// Handles a reply to the offer.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    state.expect_question();
    let Some(Dialog::Recovery(recovery)) = state.dialogs.last_mut() else { return Next::nothing() };
    let last = recovery.differences.len().saturating_sub(1);
    match reply {
        Reply::Next => recovery.top = (recovery.top + 1).min(last),
        Reply::Previous => recovery.top = recovery.top.saturating_sub(1),
        Reply::Keep | Reply::Accept => return accept(state),
        Reply::Discard => state.dialogs.push(Dialog::Question(Question::DiscardRecovery)),
        Reply::Leave => {
            let has_file = !matches!(state.screen, Screen::Start(_));
            state.dialogs.pop();
            let text =
                if has_file { state.lang.recovery_postponed() } else { state.lang.recovery_postponed_untitled() };
            state.say(Tone::Done, text);
        }
        Reply::Choose | Reply::Add | Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Takes the changes into the map, unsaved; undo leads back to the content of the file.
fn accept(state: &mut State) -> Next {
    let Some(Dialog::Recovery(recovery)) = state.dialogs.pop() else { return Next::nothing() };
    let Recovery { journal, is_stale, merged, differences, .. } = *recovery;
    if !matches!(state.screen, Screen::Board) {
        state.open_map(without_touchpoints(&merged.map), None);
    }
    commit_merge(state, Edit::ReplaceMap(merged.map));
    if !is_stale {
        state.session.comments = journal.record.comments;
    }
    let (count, undo) = (differences.len(), state.key_label(Action::Undo));
    let text =
        if state.saves_itself() { state.lang.recovered_live(count, &undo) } else { state.lang.recovered(count, &undo) };
    state.say(Tone::Done, text);
    outside::ask_conflicts(state, merged.conflicts);
    Next::effect(Effect::RemoveRecoveredJournal { id: journal.id })
}

/// Deletes the changes that were left behind, after the user confirmed it.
pub(crate) fn discard(state: &mut State) -> Next {
    match state.dialogs.pop() {
        Some(Dialog::Recovery(recovery)) => {
            let text = state.lang.recovery_discarded();
            state.say(Tone::Done, text);
            start::forget_orphan(state, &recovery.journal.id);
            Next::effect(Effect::DiscardJournal { id: recovery.journal.id })
        }
        Some(_) | None => Next::nothing(),
    }
}
