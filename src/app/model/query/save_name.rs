//! The name under which the map is saved: the proposed one, and why a typed one cannot be used.

use std::path::Path;

use crate::app::model::action::Action;
use crate::app::model::dialog::export::format_by_ending;
use crate::app::model::file_name::{file_name, shown, with_ending};
use crate::app::model::state::State;

/// Returns the proposed file name: the map's own file, or a name made of its title.
pub(crate) fn proposed(state: &State) -> String {
    let own = state.session.file.as_ref().map(|file| match file.path.file_stem() {
        // Somebody else has the file open: a copy is proposed.
        Some(stem) if file.read_only => {
            let copy = format!("{}-2.ron", stem.to_string_lossy());
            file.path.with_file_name(copy).to_string_lossy().into_owned()
        }
        Some(_) | None => file.path.to_string_lossy().into_owned(),
    });
    own.unwrap_or_else(|| file_name(&state.map().header().title))
}

/// True if the map has a file and the typed name is that of another one.
pub(crate) fn is_copy(state: &State, typed: &Path) -> bool {
    state.session.path().is_some() && !state.session.is_own_file(&with_ending(typed.to_owned()))
}

/// Returns why the map cannot be saved under a typed name, as a sentence.
pub(crate) fn refuse_save_name(state: &State, typed: &Path) -> Option<String> {
    let text = typed.to_string_lossy();
    if text.chars().all(|c| matches!(c, '"' | '\'')) {
        return Some(state.lang.file_name_needed());
    }
    if text.rsplit(std::path::is_separator).next().is_some_and(|last| matches!(last, "" | "." | "..")) {
        return Some(state.lang.save_folder(&shown(typed)));
    }
    let path = &with_ending(typed.to_owned());
    let is_read_only = state.session.is_read_only() && state.session.is_own_file(path);
    if format_by_ending(path).is_some() {
        return Some(state.lang.document_ending(&shown(path), &state.key_label(Action::Export)));
    }
    refuse_command_as_name(state, path).or_else(|| is_read_only.then(|| state.lang.save_as_own_file(&shown(path))))
}

/// Returns what to say if a name looks like a command, such as `:q`.
pub(crate) fn refuse_command_as_name(state: &State, path: &Path) -> Option<String> {
    path.to_string_lossy().starts_with(':').then(|| state.lang.cli_name_is_command(&shown(path)))
}
