//! Opening and saving: what is asked of the disk, and what its answers mean.

use std::path::{Path, PathBuf};

use crate::app::dialogs::browser;
use crate::app::faults::refusal::{refused_open, refused_save};
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::export::document_named;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::dialog::prompt::{Prompt, Wish};
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::file_name::{proposed, shown, with_ending};
use crate::app::model::state::{Dialog, Named, Noted, OpenFile, Saving, Screen, State, Tone, untitled};
use crate::app::model::then::Then;
use crate::app::model::unreadable::Unreadable;
use crate::app::session::leave::leave;
use crate::app::session::{outside, recovery, start};
use crate::map::{Header, JourneyMap, Name, Revision};
use crate::store::disk::NotAFile;
use crate::store::disk::journal::JournalReport;
use crate::store::{Fingerprint, Loaded, OpenError, SaveError};

/// Asks for the file at `path`; where there is none and `or_new` holds, it becomes a new map at the first save.
pub(crate) fn open(state: &mut State, path: PathBuf, or_new: bool) -> Vec<Effect> {
    state.screen = Screen::Opening { path: path.clone(), or_new };
    vec![Effect::Open { path }]
}

/// Takes in what came of opening a file, unless something else was begun in the meantime.
pub(crate) fn opened(
    state: &mut State,
    path: PathBuf,
    outcome: Result<Loaded, OpenError>,
    found: JournalReport,
) -> Vec<Effect> {
    let or_new = match &state.screen {
        Screen::Opening { path: awaited, or_new } if *awaited == path => *or_new,
        Screen::Opening { .. } | Screen::Start(_) | Screen::Unreadable(_) | Screen::Board => return Vec::new(),
    };
    match outcome {
        Ok(loaded) => {
            show(state, path, loaded);
            recovery::found(state, found);
        }
        Err(OpenError::NotFound) if or_new => {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let title = Name::new(&stem).unwrap_or_else(|_| untitled(&state.lang));
            let text = state.lang.new_file(&shown(&path));
            state.show(JourneyMap::new(Header::new(title)), Some(OpenFile::new(path)));
            state.say(Tone::Done, text);
            recovery::found(state, found);
        }
        Err(OpenError::NotFound) => {
            let text = state.lang.no_such_file(&shown(&path));
            let mut effects = vec![start::show(state)];
            effects.extend(browser::again(state, &path));
            state.say(Tone::Failed, text);
            return effects;
        }
        // Whoever names a folder is shown what is in it.
        Err(OpenError::NotAFile(NotAFile::Folder)) => {
            let mut effects = vec![start::show(state)];
            effects.extend(browser::open(state, &path.join("").to_string_lossy()));
            let text = state.lang.opened_folder(&shown(&path));
            state.say(Tone::Refused, text);
            return effects;
        }
        Err(error) => {
            let picture = refused_open(&state.lang, &shown(&path), &error, false);
            state.dialogs.clear();
            state.screen = Screen::Unreadable(Unreadable { path, error, picture, top: 0 });
            if found.has_unsaved_changes {
                let text = state.lang.recovery_waits();
                state.say(Tone::Refused, text);
            }
        }
    }
    Vec::new()
}

fn show(state: &mut State, path: PathBuf, loaded: Loaded) {
    let file = shown(&path);
    let read_only = loaded.read_only.then(|| state.lang.opened_read_only(&file, &state.key(Action::SaveAs)));
    let repeated = loaded.repeated_ids.len();
    let repeated = (repeated > 0).then(|| state.lang.repeated_ids(repeated));
    let file_of = OpenFile::holding(path, loaded.map.clone(), loaded.comments.clone(), loaded.fingerprint);
    state.show(loaded.map, Some(file_of));
    state.comments = loaded.comments;
    let settled = loaded.repeated_ids.iter().filter_map(|&place| state.map().at(place));
    state.repeated = settled.map(|touchpoint| touchpoint.id).collect();
    if let Some(text) = read_only.or(repeated) {
        state.say(Tone::Refused, text);
    }
}

/// Saves the map in its file, or asks for one; while a save is on its way, as soon as that is done.
pub(crate) fn save(state: &mut State) -> Vec<Effect> {
    outside::ask_again(state);
    if outside::is_disputed(state) {
        // What others wrote is not overruled before the question is answered.
        state.save_merged = true;
        let text = state.lang.save_conflicts(&state.key(Action::Reply(Reply::Leave)));
        state.say(Tone::Refused, text);
        return Vec::new();
    }
    match (state.saving, &state.file) {
        (Saving::Busy { revision, named, .. }, _) => {
            state.saving = Saving::Busy { revision, again: true, named };
            tell_saving(state);
            Vec::new()
        }
        (Saving::Idle, Some(file)) if file.read_only => {
            ask_where_to_save(state);
            Vec::new()
        }
        (Saving::Idle, Some(file)) if file.gone => {
            let question = Question::Gone { path: file.path.clone() };
            state.dialogs.push(Dialog::Question(question));
            Vec::new()
        }
        (Saving::Idle, Some(file)) => {
            let (path, target) = (file.path.clone(), file.target.clone());
            save_to(state, path, target, Named::InPrompt)
        }
        (Saving::Idle, None) => {
            ask_where_to_save(state);
            Vec::new()
        }
    }
}

/// Asks for the file to save the map in.
pub(crate) fn ask_where_to_save(state: &mut State) {
    let path = proposed(state);
    state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::SaveAs, &path)));
}

/// Saves the map at a path, over what may be there; not while another save is on its way.
pub(crate) fn save_to(state: &mut State, path: PathBuf, target: Target, named: Named) -> Vec<Effect> {
    if state.saving != Saving::Idle {
        let text = state.lang.still_saving();
        state.say(Tone::Refused, text);
        return Vec::new();
    }
    let (map, comments, revision) = (state.map().clone(), state.comments.clone(), state.document.revision());
    state.saving = Saving::Busy { revision, again: false, named };
    let text = state.lang.saving(&shown(&path));
    state.say(Tone::Done, text);
    state.saved_map = Some(map.clone());
    vec![Effect::Save { path, map, comments, revision, target }]
}

/// Takes in what came of saving; what must be asked then waits until nothing else takes the keys.
pub(crate) fn saved(
    state: &mut State,
    path: PathBuf,
    revision: Revision,
    outcome: Result<Fingerprint, SaveError>,
) -> Vec<Effect> {
    let saved_map = state.saved_map.take();
    let (again, named) = match std::mem::take(&mut state.saving) {
        Saving::Busy { again, named, .. } => (again, named),
        Saving::Idle => (false, Named::InPrompt),
    };
    match outcome {
        Ok(fingerprint) => {
            state.document.mark_saved(revision);
            state.save_merged = false;
            state.disputes.clear();
            // What was read before the save is no longer there.
            state.outside = None;
            if state.noted != Noted::Nothing {
                // What is noted since is based on what was saved now.
                state.noted = Noted::Outdated;
            }
            let map = saved_map.unwrap_or_else(|| state.map().clone());
            let text = state.lang.saved(&shown(&path), map.len(), fingerprint.length);
            state.file = Some(OpenFile::holding(path, map, state.comments.clone(), fingerprint));
            state.say(Tone::Done, text);
            if again && state.document.is_dirty() {
                return save(state);
            }
            // What was begun since then is not ended under the user's hands.
            let then = state.after_save.take().filter(|_| state.dialogs.is_empty());
            then.map_or_else(Vec::new, |then| leave(state, then))
        }
        // Two began the same new map: what the other has saved is merged.
        Err(SaveError::Exists) if state.file.as_ref().is_some_and(|file| file.path == path && !file.gone) => {
            state.save_merged = true;
            vec![Effect::Look { path }]
        }
        Err(SaveError::Exists) => {
            state.waiting.push_back(Waiting::Ask(Question::Overwrite { path }));
            Vec::new()
        }
        Err(SaveError::ChangedOutside) => {
            state.save_merged = true;
            vec![Effect::Look { path }]
        }
        Err(error) => {
            let text = refused_save(&state.lang, &shown(&path), &error);
            if state.file.as_ref().is_some_and(|file| file.path == path) {
                state.waiting.push_back(Waiting::Ask(Question::NotSaved { why: text }));
                return Vec::new();
            }
            state.after_save = None;
            // A name that was typed can be corrected where it stands.
            if state.dialogs.is_empty() {
                let name = path.to_string_lossy();
                state.dialogs.push(match named {
                    Named::InPrompt => Dialog::Prompt(Prompt::new(Wish::SaveAs, &name)),
                    Named::InPalette => Dialog::Palette(Palette::with(state.context(), &format!(":w {name}"))),
                });
            }
            state.say(Tone::Failed, text);
            Vec::new()
        }
    }
}

/// Why a map cannot be saved under a name that was typed, in a sentence.
pub(crate) fn unfit(state: &State, typed: &Path) -> Option<String> {
    let text = typed.to_string_lossy();
    if text.chars().all(|c| matches!(c, '"' | '\'')) {
        return Some(state.lang.file_name_needed());
    }
    if text.rsplit(std::path::is_separator).next().is_some_and(|last| matches!(last, "" | "." | "..")) {
        return Some(state.lang.save_folder(&shown(typed)));
    }
    let path = &with_ending(typed.to_owned());
    let is_others = state.file.as_ref().is_some_and(|file| file.path == *path && file.read_only);
    if document_named(path).is_some() {
        return Some(state.lang.document_ending(&shown(path), &state.key(Action::Export)));
    }
    command_for_name(state, path).or_else(|| is_others.then(|| state.lang.save_as_own_file(&shown(path))))
}

/// What is said of a name that somebody meant as a command.
pub(crate) fn command_for_name(state: &State, path: &Path) -> Option<String> {
    path.to_string_lossy().starts_with(':').then(|| state.lang.cli_name_is_command(&shown(path)))
}

/// Tells that the map is on its way to the disk.
pub(crate) fn tell_saving(state: &mut State) {
    let text = state.lang.saving_first();
    state.say(Tone::Done, text);
}

/// Saves the map in a file that was named there, unless there is one already.
pub(crate) fn save_as(state: &mut State, path: PathBuf, named: Named) -> Vec<Effect> {
    match &state.file {
        Some(file) if file.path == path => save(state),
        Some(_) | None => save_to(state, path, Target::New, named),
    }
}

/// Saves the map under a name that was typed, with the ending of maps where it has none.
pub(crate) fn save_as_typed(state: &mut State, typed: PathBuf, named: Named) -> Vec<Effect> {
    let path = with_ending(typed.clone());
    let is_own = state.file.as_ref().is_some_and(|file| file.path == path);
    if path == typed || is_own {
        save_as(state, path, named)
    } else {
        save_to(state, path, Target::Named(typed), named)
    }
}

/// Saves first and then does what was asked for.
pub(crate) fn save_then(state: &mut State, then: Then) -> Vec<Effect> {
    state.after_save = Some(then);
    save(state)
}

/// Says that a file must be named first.
pub(crate) fn name_a_file(state: &mut State) {
    let text = state.lang.file_name_needed();
    state.say(Tone::Refused, text);
}
