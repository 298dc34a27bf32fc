//! Saving: where the map is written, and handling the results.

use std::mem;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::faults::refusal::refused_save;
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::file_name::shown;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::live::FailedSaves;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::query::save_name::proposed;
use crate::app::model::session::{FileLoss, JournalContent, OpenFile, SaveTrigger, Saving, Writing};
use crate::app::model::state::State;
use crate::app::session::{live_merge, outside};
use crate::map::Revision;
use crate::store::SaveError;
use crate::store::disk::{MERGE_ATTEMPTS, Protection, Saved};

/// How long after a failed save a live map tries again; the last one repeats.
const RETRY_DELAYS: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
    Duration::from_secs(30),
];

/// How often in a row a live map finds its file busy before it says so.
const QUIET_BUSY_SAVES: usize = 3;
/// How soon a live map tries again when its file was busy.
const BUSY_DELAY: Duration = Duration::from_millis(100);

/// Saves the map in its file, or asks for one; while a save is running, the map is saved once more after it.
pub fn save(state: &mut State) -> Next {
    outside::ask_postponed(state);
    if state.has_waiting_question() {
        // The changes of others are not overwritten before the question is answered.
        match &mut state.session.saving {
            Saving::Writing(writing) => writing.again = true,
            saving @ (Saving::Idle | Saving::Merging(_)) => *saving = Saving::Merging(SaveTrigger::Prompt),
        }
        state.expect_question();
        // If no dialog is in front, the question opens now.
        if !state.dialogs.is_empty() {
            let text = state.lang.save_conflicts(&state.key_label(Action::Reply(Reply::Leave)));
            state.say(Tone::Refused, text);
        }
        return Next::nothing();
    }
    if let Saving::Writing(writing) = &mut state.session.saving {
        writing.again = true;
        say_saving(state);
        return Next::nothing();
    }
    match &state.session.file {
        Some(file) if file.loss == Some(FileLoss::Gone) && !file.read_only => {
            let question = Question::Gone { path: file.path.clone() };
            state.dialogs.push(Dialog::Question(question));
            Next::nothing()
        }
        Some(file) if !file.read_only => {
            let (path, target) = (file.path.clone(), file.target.clone());
            save_to(state, path, target, SaveTrigger::Prompt)
        }
        Some(_) | None => {
            ask_for_file(state);
            Next::nothing()
        }
    }
}

/// Opens the prompt for the file to save the map in.
pub(crate) fn ask_for_file(state: &mut State) {
    let path = proposed(state);
    state.dialogs.push(Dialog::Prompt(Prompt::new(PromptKind::SaveAs, &path)));
}

/// Saves the map at a path; refused while another save is running.
pub(crate) fn save_to(state: &mut State, path: PathBuf, target: Target, trigger: SaveTrigger) -> Next {
    if state.session.is_writing() {
        let text = state.lang.still_saving();
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    let (map, comments) = (state.map().clone(), state.session.comments.clone());
    let revision = state.session.document.revision();
    state.session.saving = Saving::Writing(Writing { revision, map: map.clone(), again: false, trigger });
    match trigger {
        SaveTrigger::Prompt | SaveTrigger::Palette => {
            state.expect_question();
            let text = state.lang.saving(&shown(&path));
            state.say(Tone::Done, text);
        }
        SaveTrigger::Live => {
            // Changes that are made meanwhile wait for the next save.
            let now = state.now;
            state.session.live.unsaved.iter_mut().for_each(|unsaved| unsaved.since = now);
        }
    }
    Next::effect(Effect::Save { path, map, comments, revision, target })
}

/// Saves a live map in its file, and reports it only if it fails.
pub(crate) fn save_unasked(state: &mut State) -> Next {
    let Some(file) = &state.session.file else { return Next::nothing() };
    let (path, target) = (file.path.clone(), file.target.clone());
    save_to(state, path, target, SaveTrigger::Live)
}

/// Saves the map under a name that the user typed; `.ron` is added to a name without an ending.
pub(crate) fn save_as(state: &mut State, typed: PathBuf, trigger: SaveTrigger) -> Next {
    let (path, target) = Target::of_typed(typed);
    if state.session.is_own_file(&path) { save(state) } else { save_to(state, path, target, trigger) }
}

/// Saves, then leaves the map.
pub(crate) fn save_then_leave(state: &mut State, to: LeaveTo) -> Next {
    state.session.after_save = Some(to);
    save(state)
}

/// Says that the map is being saved.
pub(crate) fn say_saving(state: &mut State) {
    let text = state.lang.saving_first();
    state.say(Tone::Done, text);
}

/// Handles the result of a save; questions wait until no dialog is open.
pub(crate) fn saved(state: &mut State, path: PathBuf, revision: Revision, outcome: Result<Saved, SaveError>) -> Next {
    let writing = match mem::take(&mut state.session.saving) {
        Saving::Writing(writing) => writing,
        // The saved map was left in the meantime.
        Saving::Idle | Saving::Merging(_) => {
            let map = state.map().clone();
            Writing { revision, map, again: false, trigger: SaveTrigger::Prompt }
        }
    };
    match outcome {
        Ok(saved) => after_success(state, path, &writing, saved),
        // Somebody else created or changed the file: both maps are merged, then it is saved again.
        Err(SaveError::Exists) if is_in_place(state, &path) => {
            state.session.saving = Saving::Merging(writing.reported_trigger());
            Next::effect(Effect::Reread { path })
        }
        Err(SaveError::ChangedOutside) if state.session.merge_attempts < MERGE_ATTEMPTS => {
            state.session.merge_attempts += 1;
            state.session.saving = Saving::Merging(writing.reported_trigger());
            Next::effect(Effect::Reread { path })
        }
        Err(SaveError::Exists) => {
            state.session.waiting.push_back(Waiting::Ask(Question::Overwrite { path }));
            Next::nothing()
        }
        Err(error) => {
            state.session.merge_attempts = 0;
            // Others saved each time while this map was merged with theirs.
            let error = if matches!(error, SaveError::ChangedOutside) { SaveError::Busy } else { error };
            let why = refused_save(&state.lang, &shown(&path), &error);
            match writing.reported_trigger() {
                SaveTrigger::Live if state.session.after_save.is_none() => after_unasked_failure(state, why, &error),
                trigger @ (SaveTrigger::Prompt | SaveTrigger::Palette | SaveTrigger::Live) => {
                    after_failure(state, path, trigger, why);
                }
            }
            Next::nothing()
        }
    }
}

/// Returns true if this is the path of the map, and no other program has deleted the file.
fn is_in_place(state: &State, path: &Path) -> bool {
    state.session.file.as_ref().is_some_and(|file| file.path == path && file.loss != Some(FileLoss::Gone))
}

fn after_success(state: &mut State, path: PathBuf, writing: &Writing, saved: Saved) -> Next {
    let Saved { fingerprint, protection } = saved;
    let session = &mut state.session;
    session.merge_attempts = 0;
    session.document.mark_saved(writing.revision);
    session.postponed.clear();
    // What was read before the save is out of date.
    session.outside = None;
    if session.journal != JournalContent::Nothing {
        // The next journal entry is based on what was saved now.
        session.journal = JournalContent::Outdated;
    }
    let mut text = state.lang.saved(&shown(&path), writing.map.len(), fingerprint.length);
    let is_first_time = protection == Protection::LockOnly && !mem::replace(&mut session.is_told_less_safe, true);
    if is_first_time {
        text = format!("{text} {}", state.lang.saved_less_safely());
    }
    let before = session.file.as_ref().and_then(|file| file.base.clone()).filter(|_| state.settings.live);
    let changed_at = session.live.unsaved.map_or(state.now, |unsaved| unsaved.last.1);
    if let Some(before) = &before {
        session.live.recent.record(before, &writing.map, changed_at);
    }
    let comments = session.comments.clone();
    let earlier = session.file.take().filter(|file| file.path == path).map(|file| file.followed_by(&writing.map));
    let file = OpenFile::with_content(path, writing.map.clone(), comments, fingerprint);
    session.file = Some(OpenFile { earlier: earlier.unwrap_or_default(), ..file });
    let was_failing = session.live.failed.take().is_some_and(|failed| failed.why.is_some());
    if let Some(decided) = state.session.decided.take() {
        text = format!("{decided} {text}");
    }
    if let Some(left) = state.conflicts_left(&writing.map) {
        text = format!("{text} {left}");
    }
    if was_failing || is_first_time || writing.reported_trigger() != SaveTrigger::Live {
        state.say(Tone::Done, text);
    }
    if let Some(before) = &before {
        live_merge::tell_replaced(state, before, &writing.map, changed_at);
    }
    if writing.again && state.session.document.is_dirty() {
        return save(state);
    }
    // The map is not left while a dialog is open that was opened since.
    match state.session.after_save.take().filter(|_| state.dialogs.is_empty()) {
        Some(to) => Next::step(Step::Leave(to)),
        None => Next::nothing(),
    }
}

/// Reports that a live map could not be saved, once for each reason; it is tried again later.
fn after_unasked_failure(state: &mut State, why: String, error: &SaveError) {
    let earlier = state.session.live.failed.take().unwrap_or_default();
    let count = earlier.count + 1;
    // Many writers make each other wait without anything being wrong.
    let quiet_saves = if matches!(error, SaveError::Busy) { QUIET_BUSY_SAVES } else { 0 };
    let is_quiet = count <= quiet_saves;
    let why = (!is_quiet).then_some(why);
    if let Some(new) = why.as_ref().filter(|why| earlier.why.as_ref() != Some(why)) {
        let text = state.lang.live_not_saved(new);
        state.say(Tone::Failed, text);
    }
    let retry = earlier.count.saturating_sub(quiet_saves).min(RETRY_DELAYS.len() - 1);
    let delay = if is_quiet { BUSY_DELAY } else { RETRY_DELAYS[retry] };
    state.session.live.failed = Some(FailedSaves { count, why, retry_at: state.now + delay });
}

fn after_failure(state: &mut State, path: PathBuf, trigger: SaveTrigger, why: String) {
    if state.session.path() == Some(&path) {
        state.session.waiting.push_back(Waiting::Ask(Question::NotSaved { why }));
        return;
    }
    state.session.after_save = None;
    // A name that was typed is offered again where it was typed.
    if state.dialogs.is_empty() {
        let name = path.to_string_lossy();
        state.dialogs.push(match trigger {
            SaveTrigger::Prompt | SaveTrigger::Live => Dialog::Prompt(Prompt::new(PromptKind::SaveAs, &name)),
            SaveTrigger::Palette => {
                let command = if state.session.file.is_some() { "saveas" } else { "w" };
                Dialog::Palette(Palette::with_command(state.context(), &format!(":{command} {name}")))
            }
        });
    }
    state.say(Tone::Failed, why);
}
