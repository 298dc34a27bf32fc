//! Opening files: requesting them, and handling the answers.

use std::path::PathBuf;

use crate::app::faults::refusal::refused_open;
use crate::app::model::action::Action;
use crate::app::model::earlier_versions::EarlierVersions;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::{shell_quoted, shown};
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::screen::{IfMissing, Screen};
use crate::app::model::session::OpenFile;
use crate::app::model::state::{State, untitled};
use crate::app::model::unreadable::Unreadable;
use crate::app::session::{recovery, room, start};
use crate::map::{Header, JourneyMap, Name};
use crate::store::disk::NotAFile;
use crate::store::disk::journal::JournalReport;
use crate::store::{Loaded, OpenError};

/// Requests the file at `path`.
pub fn open(state: &mut State, path: PathBuf, if_missing: IfMissing) -> Next {
    state.screen = Screen::Opening { path: path.clone(), if_missing };
    // If its opening was cancelled last, the answer is on its way.
    if state.opening.cancelled.pop_if(|last| *last == path).is_some() {
        return Next::nothing();
    }
    Next::effect(Effect::Open { path })
}

/// Cancels the opening of a file and shows the start screen.
pub(crate) fn cancel(state: &mut State) -> Next {
    let Screen::Opening { path, .. } = &state.screen else { return Next::nothing() };
    let text = state.lang.opening_cancelled(&shown(path));
    state.opening.cancelled.push(path.clone());
    state.opening.typed.clear();
    state.say(Tone::Done, text);
    start::show(state)
}

/// Handles the answer to opening a file; it is ignored if the user went elsewhere in the meantime.
pub(crate) fn opened(
    state: &mut State,
    path: PathBuf,
    outcome: Result<Loaded, OpenError>,
    found: JournalReport,
) -> Next {
    if let Some(nth) = state.opening.cancelled.iter().position(|cancelled| *cancelled == path) {
        state.opening.cancelled.remove(nth);
        // Reading the file took its journals, which others may be waiting for.
        let is_start = matches!(state.screen, Screen::Start(_));
        return is_start.then_some(Effect::FindUnsaved).into();
    }
    let Screen::Opening { path: awaited, if_missing } = &state.screen else { return Next::nothing() };
    if *awaited != path {
        return Next::nothing();
    }
    let if_missing = *if_missing;
    state.expect_question();
    match outcome {
        Ok(loaded) => {
            let (is_emptied, was_interrupted) = (found.has_backups, found.was_overwriting_interrupted);
            show_map(state, path.clone(), loaded);
            if found.has_merged_save {
                let text = state.lang.interrupted_save_merged(&shown(&path));
                state.say(Tone::Refused, text);
            }
            if is_emptied {
                let (file, typed) = (shown(&path), shell_quoted(&shown(&path)));
                let text = state.lang.versions_kept_of_empty(&file, &typed);
                state.say(Tone::Failed, text);
            }
            if was_interrupted {
                let (file, typed) = (shown(&path), shell_quoted(&shown(&path)));
                let text = state.lang.overwriting_interrupted(&file, &typed);
                state.say(Tone::Failed, text);
            }
            recovery::found(state, found);
            return room::begin(state);
        }
        Err(OpenError::NotFound) if if_missing == IfMissing::NewMap => {
            new_map_for(state, path);
            recovery::found(state, found);
            return room::begin(state);
        }
        Err(OpenError::NotFound) => {
            let text = state.lang.no_such_file(&shown(&path));
            state.say(Tone::Failed, text);
            return start::show(state).then(Step::ReopenBrowser { path });
        }
        // A folder is shown in the file list.
        Err(OpenError::NotAFile(NotAFile::Folder)) => {
            let text = state.lang.opened_folder(&shown(&path));
            state.say(Tone::Refused, text);
            let typed = path.join("").to_string_lossy().into_owned();
            return start::show(state).then(Step::OpenBrowser { typed });
        }
        Err(error) => show_faults(state, path, error, &found),
    }
    Next::nothing()
}

fn show_map(state: &mut State, path: PathBuf, loaded: Loaded) {
    let shown = shown(&path);
    let read_only = loaded.read_only.then(|| state.lang.opened_read_only(&shown, &state.key_label(Action::SaveAs)));
    let duplicates = loaded.repeated_ids.len();
    let duplicates = (duplicates > 0).then(|| state.lang.repeated_ids(duplicates));
    let earlier = EarlierVersions::of(&loaded);
    let file = OpenFile::with_content(path, loaded.map.clone(), loaded.comments, loaded.fingerprint);
    let file = OpenFile { earlier, write_protected: loaded.read_only, ..file };
    state.open_map(loaded.map, Some(file));
    let renamed = loaded.repeated_ids.iter().filter_map(|&place| state.map().at(place));
    state.session.duplicate_ids = renamed.map(|touchpoint| touchpoint.id).collect();
    let conflicts = state.conflicts_left(state.map());
    let texts: Vec<String> = [read_only.or(duplicates), conflicts].into_iter().flatten().collect();
    if !texts.is_empty() {
        state.say(Tone::Refused, texts.join(" "));
    }
}

/// Begins a map that is titled after its file.
fn new_map_for(state: &mut State, path: PathBuf) {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let title = Name::new(&stem).unwrap_or_else(|_| untitled(&state.lang));
    let text = state.lang.new_file(&shown(&path));
    state.open_map(JourneyMap::new(Header::new(title)), Some(OpenFile::not_yet_saved(path)));
    state.say(Tone::Done, text);
}

fn show_faults(state: &mut State, path: PathBuf, error: OpenError, found: &JournalReport) {
    let typed = shell_quoted(&shown(&path));
    let hint = if found.was_overwriting_interrupted {
        state.lang.overwriting_interrupted(&shown(&path), &typed) + "\n\n"
    } else if found.has_backups {
        state.lang.versions_kept(&typed) + "\n\n"
    } else {
        String::new()
    };
    let picture = hint.clone() + &refused_open(&state.lang, &shown(&path), &error, false);
    state.dialogs.clear();
    state.screen = Screen::Unreadable(Unreadable { path, error, hint, picture, top: 0 });
    if found.has_unsaved_changes {
        let text = state.lang.recovery_waits();
        state.say(Tone::Refused, text);
    }
}
