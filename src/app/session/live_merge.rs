//! Settles conflicts in a live map: the later change stays, and one undo takes the other value.

use std::time::Duration;

use crate::app::model::action::Action;
use crate::app::model::commit::{commit_merge, take_in};
use crate::app::model::live::{OthersWrite, ToldConflicts};
use crate::app::model::message::Tone;
use crate::app::model::query::live::SAVE_DELAY;
use crate::app::model::state::State;
use crate::map::conflict::ConflictSide;
use crate::map::recent_changes::{Replaced, SAME_MOMENT};
use crate::map::{Conflict, Edit, JourneyMap, Merged};

/// What others changed in the file.
pub(super) struct FileChange<'a> {
    pub base: &'a JourneyMap,
    pub theirs: &'a JourneyMap,
}

/// Takes in what others changed. Where the user changed the same, the later change stays, and the user is told.
///
/// The choice is a change of the user, so that undo takes the other side.
pub(super) fn take_in_live(
    state: &mut State,
    change: &FileChange<'_>,
    mut merged: Merged,
    replaced: Replaced,
    written: Option<OthersWrite>,
) {
    let later = if merged.conflicts.is_empty() { ConflictSide::Theirs } else { later_side(state, written) };
    let Replaced { mut same_moment, later: mut only_told } = replaced;
    remove_outdated_message(state, change);
    // What is unsaved too is a conflict already.
    same_moment.retain(|replaced| !merged.conflicts.iter().any(|each| each.is_same_apart_from_values(replaced)));
    match later {
        ConflictSide::Theirs => {
            same_moment.iter().for_each(|conflict| conflict.take(ConflictSide::Ours, &mut merged.map));
            merged.conflicts.extend(same_moment);
        }
        // One undo cannot take our side of some conflicts and theirs of the others.
        ConflictSide::Ours => only_told.extend(same_moment),
    }
    let conflicts = merged.conflicts.clone();
    only_told.retain(|told| !conflicts.iter().any(|each| each.is_same_apart_from_values(told)));
    let with_ours = merged.map.clone();
    let mut with_theirs = merged.map.clone();
    conflicts.iter().for_each(|conflict| conflict.take(ConflictSide::Theirs, &mut with_theirs));
    let (first, then) = match later {
        ConflictSide::Ours => (Merged { map: with_theirs, conflicts: Vec::new() }, with_ours),
        ConflictSide::Theirs => (merged, with_theirs),
    };
    let choice = choice(&first.map, then, &conflicts, later);
    take_in(state, change.base, change.theirs, first);
    if let Some(edit) = choice {
        commit_merge(state, edit);
    }
    // What was taken in does not count as a later change of the user.
    let revision = state.session.document.revision();
    state.session.live.unsaved.iter_mut().for_each(|unsaved| unsaved.last.0 = revision);
    if conflicts.is_empty() && only_told.is_empty() {
        let now = state.now;
        state.session.live.of_others.record(change.base, change.theirs, now);
        return;
    }
    let mut texts = Vec::new();
    if !conflicts.is_empty() {
        let undo = state.key_label(Action::Undo);
        texts.push(state.lang.live_settled(&conflicts, later, &undo));
    }
    if !only_told.is_empty() {
        texts.push(state.lang.live_replaced(&only_told));
    }
    only_told.extend(conflicts);
    tell(state, texts.join(" "), only_told);
}

/// Shows a message about conflicts.
fn tell(state: &mut State, text: String, conflicts: Vec<Conflict>) {
    state.say(Tone::Refused, text.clone());
    state.session.live.told = Some(ToldConflicts { text, conflicts });
}

/// Removes the message about conflicts if it is still shown and others have changed one of its values again.
fn remove_outdated_message(state: &mut State, change: &FileChange<'_>) {
    let Some(told) = &state.session.live.told else { return };
    let is_outdated = told.conflicts.iter().any(|each| each.refresh(change.base, change.theirs).is_some());
    if is_outdated && state.message.as_ref().is_some_and(|message| message.text == told.text) {
        state.message = None;
    }
}

/// Tells the user which values of others a saved change replaced in the same moment; one undo takes them.
pub(super) fn tell_replaced(state: &mut State, before: &JourneyMap, saved: &JourneyMap, at: Duration) {
    let replaced = state.session.live.of_others.replaced(before, saved, at).same_moment;
    if replaced.is_empty() {
        return;
    }
    let conflicts: Vec<Conflict> = replaced.into_iter().map(Conflict::seen_from_other_side).collect();
    let text = state.lang.live_settled(&conflicts, ConflictSide::Ours, &state.key_label(Action::Undo));
    tell(state, text, conflicts);
}

/// Returns the recently saved changes of the user that others replaced.
pub(super) fn replaced(state: &State, theirs: &JourneyMap, written: Option<OthersWrite>) -> Replaced {
    let at = made_at(written).unwrap_or(state.now);
    state.session.live.recent.replaced(state.map(), theirs, at)
}

/// Returns the edit that leads from one map to the other; `None` if they are equal.
pub(super) fn choice(from: &JourneyMap, to: JourneyMap, conflicts: &[Conflict], side: ConflictSide) -> Option<Edit> {
    if *from == to {
        return None;
    }
    let single = if let [conflict] = conflicts { conflict.resolve(side, from) } else { None };
    Some(single.unwrap_or(Edit::ReplaceMap(to)))
}

/// Returns the side that changed the map later; ours if the time of their change is unknown.
///
/// Of changes at the same moment, ours is the later one, since it is saved after theirs. So our value comes into the file
/// too, and the other side can be told of it.
fn later_side(state: &State, written: Option<OthersWrite>) -> ConflictSide {
    let ours = state.session.live.unsaved.map(|unsaved| unsaved.last.1);
    match (ours, made_at(written)) {
        (Some(ours), Some(theirs)) if ours + SAME_MOMENT < theirs => ConflictSide::Theirs,
        (Some(_) | None, Some(_) | None) => ConflictSide::Ours,
    }
}

/// Returns when others made their change: they too saved it after the usual delay.
fn made_at(written: Option<OthersWrite>) -> Option<Duration> {
    written.map(|written| written.at.saturating_sub(SAVE_DELAY))
}
