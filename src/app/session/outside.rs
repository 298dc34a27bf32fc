//! Changes that other programs make to the open file: merged with the unsaved changes here, and reported.

use std::path::PathBuf;
use std::{mem, slice};

use crate::app::model::action::Action;
use crate::app::model::commit::{commit_merge, take_in};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::earlier_versions::Overwritten;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::file_name::shown;
use crate::app::model::live::{OthersActivity, OthersWrite};
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::screen::Screen;
use crate::app::model::session::{FileLoss, JournalContent, OutsideContent, SaveTrigger, Saving};
use crate::app::model::state::State;
use crate::app::session::live_merge::{self, FileChange};
use crate::app::session::overwritten;
use crate::map::conflict::ConflictSide;
use crate::map::difference::differences;
use crate::map::merge::merge;
use crate::map::recent_changes::Replaced;
use crate::map::{Conflict, Header, JourneyMap, Merged};
use crate::store::{Comments, Loaded, OpenError};

/// Re-reads the open file, unless a save is running: the save checks it anyway.
pub(crate) fn reread(state: &State, path: PathBuf) -> Next {
    let is_open = state.session.path() == Some(&path);
    if is_open && !state.session.is_writing() { Next::effect(Effect::Reread { path }) } else { Next::nothing() }
}

/// Keeps the new content of the open file until it can be merged.
pub fn changed(state: &mut State, path: PathBuf, content: OutsideContent) -> Next {
    if state.session.path() != Some(&path) || !matches!(state.screen, Screen::Board) {
        return Next::nothing();
    }
    let mut content = content;
    // The content that waits was not merged yet: what led to it led to this one too.
    if let (Some(OutsideContent { outcome: Ok(earlier), .. }), Ok(loaded)) =
        (&state.session.outside, &mut content.outcome)
    {
        loaded.history.extend_by(&earlier.history, earlier.fingerprint);
    }
    state.session.outside = Some(content);
    merge_waiting(state)
}

/// Merges the new content of the open file, unless a save is running or, if the map is not live, a dialog is open.
pub(crate) fn merge_waiting(state: &mut State) -> Next {
    let is_free = if state.settings.live {
        // The offer of a recovery was made for the map as it is.
        !state.dialogs.iter().any(|dialog| matches!(dialog, Dialog::Recovery(_)))
    } else {
        matches!(state.dialogs.as_slice(), [] | [Dialog::QuickEntry(_)])
    };
    if !is_free || state.session.is_writing() {
        return Next::nothing();
    }
    let Some(OutsideContent { outcome, written }) = state.session.outside.take() else { return Next::nothing() };
    match outcome {
        // An empty file is not a map that somebody emptied, but one that a program stopped writing.
        Ok(loaded) if loaded.is_blank => report_loss(state, FileLoss::NotAMap),
        Ok(loaded) => merge_file(state, loaded, written),
        Err(OpenError::NotFound) => report_loss(state, FileLoss::Gone),
        Err(_) => report_loss(state, FileLoss::NotAMap),
    }
}

/// Merges the map that the file holds now.
fn merge_file(state: &mut State, loaded: Loaded, written: Option<OthersWrite>) -> Next {
    let trigger = state.session.take_merging();
    let Some(file) = &mut state.session.file else { return Next::nothing() };
    file.loss = None;
    let target = Target::Known(loaded.fingerprint);
    if file.target == target {
        // The file was gone or different for a while, and is back.
        if file.base.as_ref() == Some(state.session.document.map()) {
            state.session.document.mark_saved(state.session.document.revision());
        }
        return repeat_save(trigger);
    }
    let before = file.base.as_ref().zip(file.fingerprint());
    let ours = state.session.document.map();
    let found = before.map(|before| file.earlier.overwritten(before, ours, &loaded)).unwrap_or_default();
    let Overwritten { losses, renamed } = found;
    file.earlier = file.followed_by(&loaded.map);
    file.earlier.extend(&loaded);
    // If there was no file when this map was begun, both sides began with an empty map.
    let empty = || JourneyMap::new(Header::clone(state.session.document.map().header()));
    let base = file.base.replace(loaded.map.clone()).unwrap_or_else(empty);
    file.target = target;
    let base_comments = mem::replace(&mut file.comments, loaded.comments.clone());
    state.session.journal = JournalContent::Outdated;
    let name = shown(&file.path);
    let was_unsaved = state.session.document.is_dirty();
    let mut merged = merge(&base, state.session.document.map(), &loaded.map);
    let mut conflicts = merged.conflicts.clone();
    let losses = losses.and_then(|losses| losses.remove_conflicts(&mut merged.map, &mut conflicts));
    // In a live map, only the title tells of the changes.
    let changes = if state.settings.live { 0 } else { differences(state.session.document.map(), &merged.map).len() };
    let ours = (state.session.document.map(), &state.session.comments);
    state.session.comments = Comments::merge((&base, &base_comments), ours, (&loaded.map, &loaded.comments));
    state.session.live.others = OthersActivity::Changed(written.and_then(|written| written.time));
    state.session.document.mark_unsaved();
    let change = FileChange { base: &base, theirs: &loaded.map };
    if state.settings.live {
        merged.conflicts = mem::take(&mut conflicts);
        // The question about the losses says what another program put back.
        let replaced =
            if losses.is_none() { live_merge::replaced(state, &loaded.map, written) } else { Replaced::default() };
        live_merge::take_in_live(state, &change, merged, replaced, written);
    } else {
        take_in(state, change.base, change.theirs, merged);
    }
    if *state.session.document.map() == loaded.map {
        state.session.document.mark_saved(state.session.document.revision());
    }
    if changes > 0 {
        let text = if was_unsaved { state.lang.merged(&name, changes) } else { state.lang.reloaded(&name, changes) };
        state.say(Tone::Done, text);
    }
    state.session.postponed.retain(|old| !conflicts.iter().any(|each| each.is_same_apart_from_values(old)));
    overwritten::remove_settled_offers(state);
    let is_settled = conflicts.is_empty() && losses.is_none();
    let kept = match losses {
        Some(losses) => overwritten::offer(state, losses, base, base_comments),
        None if renamed.is_empty() => None,
        None => overwritten::report_renamed(state, &renamed, base, base_comments),
    };
    ask_conflicts(state, conflicts);
    let next = Next::from(kept);
    if is_settled {
        return Next { effects: next.effects, ..repeat_save(trigger) };
    }
    if let Some(trigger) = trigger {
        state.session.saving = Saving::Merging(trigger);
    }
    next
}

/// Repeats the save that found the changes of others.
fn repeat_save(trigger: Option<SaveTrigger>) -> Next {
    match trigger {
        Some(SaveTrigger::Prompt | SaveTrigger::Palette) => Next::step(Step::Save),
        Some(SaveTrigger::Live) => Next::step(Step::RepeatLiveSave),
        None => Next::nothing(),
    }
}

/// Reports that the file of the map is lost; saving over it needs the user's confirmation.
fn report_loss(state: &mut State, loss: FileLoss) -> Next {
    let trigger = state.session.take_merging();
    let Some(file) = &mut state.session.file else { return Next::nothing() };
    let path = file.path.clone();
    file.loss = Some(loss);
    // The map exists only here now.
    state.session.document.mark_unsaved();
    let name = shown(&path);
    let (question, text) = match loss {
        FileLoss::Gone => (Question::Gone { path }, state.lang.file_gone(&name)),
        FileLoss::NotAMap => (Question::ChangedOutside { path }, state.lang.file_no_longer_a_map(&name)),
    };
    state.say(Tone::Failed, text);
    match trigger {
        Some(SaveTrigger::Prompt | SaveTrigger::Palette) => state.session.waiting.push_back(Waiting::Ask(question)),
        Some(SaveTrigger::Live) | None => state.session.after_save = None,
    }
    Next::nothing()
}

/// Asks about each conflict, one after the other.
pub(crate) fn ask_conflicts(state: &mut State, conflicts: Vec<Conflict>) {
    let questions = conflicts.into_iter().map(|conflict| Question::Conflict(Box::new(conflict)));
    state.session.waiting.extend(questions.map(Waiting::Ask));
}

/// Postpones a conflict and gives up the save that asked about it; the next save asks again.
pub(crate) fn postpone(state: &mut State, conflict: Conflict) {
    state.session.take_merging();
    state.session.after_save = None;
    state.session.decided = None;
    state.session.postponed.push(conflict);
    let text = state.lang.conflicts_left_open(&state.key_label(Action::Save));
    state.say(Tone::Refused, text);
}

/// Asks about the postponed conflicts on which the map and its file still differ.
pub(crate) fn ask_postponed(state: &mut State) {
    let postponed = mem::take(&mut state.session.postponed);
    let Some(theirs) = state.session.file.as_ref().and_then(|file| file.base.as_ref()) else { return };
    let open = postponed.iter().filter_map(|conflict| conflict.refresh(state.session.document.map(), theirs)).collect();
    ask_conflicts(state, open);
}

/// Goes on with the save that waited for answers, after the last one.
pub(super) fn go_on_with_save(state: &mut State) -> Next {
    if state.has_waiting_question() { Next::nothing() } else { repeat_save(state.session.take_merging()) }
}

/// Puts one side's value into the map, so that one undo takes the other, and says so. After the last conflict, goes on
/// with the save that asked.
pub(crate) fn settle(state: &mut State, conflict: &Conflict, side: ConflictSide) -> Next {
    let [mut ours, mut theirs] = [state.map().clone(), state.map().clone()];
    conflict.take(ConflictSide::Ours, &mut ours);
    conflict.take(ConflictSide::Theirs, &mut theirs);
    let (chosen, other) = match side {
        ConflictSide::Ours => (ours, theirs),
        ConflictSide::Theirs => (theirs, ours),
    };
    let file = state.session.file.as_ref().and_then(|file| file.base.clone()).unwrap_or_else(|| other.clone());
    let first = Merged { map: other, conflicts: Vec::new() };
    let choice = live_merge::choice(&first.map, chosen, slice::from_ref(conflict), side);
    take_in(state, &file, &file, first);
    if let Some(edit) = choice {
        commit_merge(state, edit);
        let text = state.lang.conflict_decided(conflict, side, &state.key_label(Action::Undo));
        state.say(Tone::Done, text.clone());
        let is_saving = matches!(state.session.saving, Saving::Merging(_));
        state.session.decided = is_saving.then_some(text);
    }
    go_on_with_save(state)
}
