//! Taking in a file of another kind, or a pasted table: the preview, its keys, and what is done with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::dialogs::import_choice::{add_unmatched, change, find, leave_out, put_back, switch_target};
use crate::app::dialogs::import_counts::{change_row, is_in_counts, measure, put_row_back, show_counts, toggle_row};
use crate::app::dialogs::import_rows::{bring_back, is_in_map, toggle};
use crate::app::faults::refusal::refused_open;
use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::commit::{commit_import, move_quick_entry};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::import::{
    ImportContent, ImportDialog, ImportJob, ImportOrigin, ImportOutcome, ImportPane, ImportTarget,
};
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::shown;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::next::{Next, Step};
use crate::app::model::pasted::is_path;
use crate::app::model::screen::Screen;
use crate::app::model::state::{State, untitled};
use crate::exchange::import::proposal::Rejected;
use crate::exchange::import::source::SourceFormat;
use crate::map::Name;
use crate::store::OpenError;

/// Opens the preview of a file.
pub(crate) fn open_file(state: &mut State, path: PathBuf) -> Next {
    let name = path.file_name().map_or_else(|| shown(&path), |name| shown(Path::new(name)));
    let target = default_target(state);
    open(state, ImportDialog::new(ImportOrigin::File(path), name, target))
}

/// Returns the target of a file unless the user chooses another: the open map, if there is one. An empty map that was never
/// saved is replaced by a new map.
fn default_target(state: &State) -> ImportTarget {
    let is_board = matches!(state.screen, Screen::Board);
    let is_blank = state.map().is_empty() && state.session.file.is_none();
    if is_board && !is_blank { ImportTarget::OpenMap } else { ImportTarget::NewMap }
}

/// Opens the preview of a pasted text that may be the path of a file; if it is none, the text is pasted after all.
pub(crate) fn open_dropped(state: &mut State, path: PathBuf, text: &str) -> Next {
    let name = path.file_name().map_or_else(|| shown(&path), |name| shown(Path::new(name)));
    let origin = ImportOrigin::Dropped { path, text: text.to_owned() };
    let target = default_target(state);
    open(state, ImportDialog::new(origin, name, target))
}

/// Opens the preview of pasted cells or lines. Those that name no phase go into the selected one.
pub(crate) fn open_pasted(state: &mut State, text: &str, format: Option<SourceFormat>) -> Next {
    // Terminals paste line ends as carriage returns.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let origin = ImportOrigin::Pasted { text: text.into(), format };
    let has_open_map = matches!(state.screen, Screen::Board);
    let target = if has_open_map { ImportTarget::OpenMap } else { ImportTarget::NewMap };
    let mut dialog = ImportDialog::new(origin, state.lang.import_pasted_table(), target);
    dialog.choices.phase = has_open_map.then(|| state.board.phase());
    dialog.choices.is_pasted = true;
    open(state, dialog)
}

/// Opens the preview of a dialog that was just made.
fn open(state: &mut State, dialog: ImportDialog) -> Next {
    // The last message is about the board and not about the file.
    state.message = None;
    state.dialogs.push(Dialog::Import(Box::new(dialog)));
    request(state)
}

/// Asks for the content to be read, or to be interpreted with the present choices. Answers to earlier requests are late.
pub(crate) fn request(state: &mut State) -> Next {
    let number = state.opening.imports + 1;
    let (revision, language) = (state.session.document.revision(), state.lang.language());
    let open_map = matches!(state.screen, Screen::Board).then(|| state.map().clone());
    let untitled = untitled(&state.lang);
    let Some(dialog) = find(state) else { return Next::nothing() };
    let content = match (&dialog.content, &dialog.origin) {
        (Some(content), _) => ImportContent::Known(Arc::clone(content)),
        (None, ImportOrigin::File(path) | ImportOrigin::Dropped { path, .. }) => ImportContent::File(path.clone()),
        (None, ImportOrigin::Pasted { text, format }) => {
            ImportContent::Text { text: Arc::clone(text), format: *format }
        }
    };
    let title = match &dialog.origin {
        ImportOrigin::File(path) | ImportOrigin::Dropped { path, .. } => {
            path.file_stem().and_then(|stem| Name::new(&stem.to_string_lossy()).ok()).unwrap_or(untitled)
        }
        ImportOrigin::Pasted { .. } => untitled,
    };
    let (target, is_target_chosen) = (dialog.target, dialog.is_target_chosen);
    dialog.base_revision = (target == ImportTarget::OpenMap).then_some(revision);
    dialog.request = number;
    dialog.is_reading = true;
    let (choices, adds_unmatched) = (dialog.choices.clone(), dialog.adds_unmatched);
    let job =
        ImportJob { number, content, choices, title, language, target, is_target_chosen, open_map, adds_unmatched };
    state.opening.imports = number;
    Next::effect(Effect::Import(Box::new(job)))
}

/// Handles the answer to a request; a late one is dropped.
pub(crate) fn interpreted(state: &mut State, number: u64, outcome: ImportOutcome) -> Next {
    let has_open_map = matches!(state.screen, Screen::Board);
    let map = state.map().clone();
    let Some(dialog) = find(state).filter(|dialog| dialog.request == number) else { return Next::nothing() };
    dialog.is_reading = false;
    let accepts = std::mem::take(&mut dialog.accepts_when_read);
    match outcome {
        ImportOutcome::Interpreted { content, proposal, counts } => {
            let may_lack_headings = content.may_lack_headings();
            dialog.content = Some(content);
            show_counts(dialog, counts, &map);
            dialog.failure = match proposal {
                Ok(proposal) => {
                    dialog.columns.clone_from(&proposal.read.columns);
                    dialog.has_headings = proposal.read.values.has_headings.filter(|_| may_lack_headings);
                    dialog.proposal = Some(proposal);
                    None
                }
                Err(Rejected { failure, columns, has_headings }) => {
                    dialog.has_headings = (may_lack_headings && !columns.is_empty()).then_some(has_headings);
                    dialog.columns = columns;
                    Some(failure)
                }
            };
            dialog.list_rows(has_open_map);
        }
        ImportOutcome::Refused(failure) => {
            dialog.failure = Some(failure);
            dialog.list_rows(has_open_map);
        }
        ImportOutcome::OwnMap(path) => {
            close(state);
            return Next::step(Step::Leave(LeaveTo::Open(path)));
        }
        ImportOutcome::Unreadable(error) => return unreadable(state, &error),
    }
    // The clicked row may be another one now.
    state.clicked = None;
    if accepts { accept(state) } else { Next::nothing() }
}

/// Closes the preview and says why its file cannot be read.
fn unreadable(state: &mut State, error: &OpenError) -> Next {
    let dropped = find(state).and_then(|dialog| match &dialog.origin {
        ImportOrigin::Dropped { text, .. } => Some(text.clone()),
        ImportOrigin::File(_) | ImportOrigin::Pasted { .. } => None,
    });
    let is_dropped = dropped.is_some();
    let Some(path) = close(state).and_then(|dialog| path_of(&dialog)) else { return Next::nothing() };
    if let (Some(text), OpenError::NotFound) = (dropped, error)
        && !is_path(&text)
    {
        return Next::step(Step::PasteText(text));
    }
    let text = refused_open(&state.lang, &shown(&path), error, false);
    state.say(Tone::Failed, text.trim_end().to_owned());
    match error {
        OpenError::NotFound if is_dropped => Next::nothing(),
        OpenError::NotFound => Next::step(Step::ReopenBrowser { path }),
        OpenError::NotAFile(_)
        | OpenError::TooLarge { .. }
        | OpenError::Unreadable(_)
        | OpenError::NotText { .. }
        | OpenError::Invalid { .. } => Next::nothing(),
    }
}

/// Closes the preview and returns it.
fn close(state: &mut State) -> Option<Box<ImportDialog>> {
    let nth = state.dialogs.iter().rposition(|dialog| matches!(dialog, Dialog::Import(_)))?;
    if let Dialog::Import(dialog) = state.dialogs.remove(nth) { Some(dialog) } else { None }
}

/// Closes the preview. An effect frees it, so that the next key need not wait for that.
fn close_and_free(state: &mut State) -> Next {
    close(state).map_or_else(Next::nothing, |dialog| Next::effect(Effect::Free(dialog)))
}

/// Closes the preview after a change of the map, and says what was done.
fn close_with(state: &mut State, done: String) -> Next {
    let next = close_and_free(state);
    move_quick_entry(state);
    state.say(Tone::Done, done);
    next
}

/// Returns the path of the file that is previewed.
fn path_of(dialog: &ImportDialog) -> Option<PathBuf> {
    match &dialog.origin {
        ImportOrigin::File(path) | ImportOrigin::Dropped { path, .. } => Some(path.clone()),
        ImportOrigin::Pasted { .. } => None,
    }
}

/// Handles a reply to the preview.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Import(dialog)) = state.dialogs.last_mut() else { return Next::nothing() };
    match reply {
        Reply::Next | Reply::Previous => step(dialog, reply == Reply::Next),
        Reply::Input(InputReply::OtherList) => {
            dialog.pane = match dialog.pane {
                ImportPane::Parts => ImportPane::Map,
                ImportPane::Map => ImportPane::Parts,
            };
        }
        Reply::Leave if dialog.has_corrections() => {
            state.dialogs.push(Dialog::Question(Question::UnsavedImport));
        }
        Reply::Leave | Reply::Discard => {
            let text = state.lang.import_left(&dialog.name.clone());
            state.say(Tone::Done, text);
            return close_and_free(state);
        }
        Reply::Input(InputReply::NextMeaning) if is_in_counts(dialog) => change_row(state, Neighbour::Next),
        Reply::Input(InputReply::PreviousMeaning) if is_in_counts(dialog) => change_row(state, Neighbour::Previous),
        Reply::Input(InputReply::LeaveOut) if is_in_counts(dialog) => toggle_row(state),
        Reply::Input(InputReply::PutBack) if is_in_counts(dialog) => put_row_back(state),
        Reply::Input(InputReply::LeaveOut) if is_in_map(dialog) => return changed(state, toggle),
        Reply::Input(InputReply::PutBack) if is_in_map(dialog) => return changed(state, bring_back),
        Reply::Input(InputReply::NextMeaning | InputReply::PreviousMeaning) if is_in_map(dialog) => {
            let text = state.lang.import_map_keys();
            state.say(Tone::Refused, text);
        }
        Reply::Input(InputReply::NextMeaning) => return changed(state, |state| change(state, Neighbour::Next)),
        Reply::Input(InputReply::PreviousMeaning) => return changed(state, |state| change(state, Neighbour::Previous)),
        Reply::Input(InputReply::LeaveOut) => return changed(state, leave_out),
        Reply::Input(InputReply::PutBack) => return changed(state, put_back),
        Reply::Input(InputReply::OtherTarget) => return changed(state, |state| switch_target(state, Neighbour::Next)),
        Reply::Input(InputReply::AddUnmatched) => return changed(state, add_unmatched),
        Reply::Input(InputReply::TakeIn) | Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            return accept(state);
        }
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Selects the next or the previous line of the list that has the focus.
fn step(dialog: &mut ImportDialog, down: bool) {
    let line = if down { dialog.line() + 1 } else { dialog.line().saturating_sub(1) };
    dialog.go_to(line.min(dialog.line_count().saturating_sub(1)));
}

/// Makes a choice; if it was made, asks for the content to be interpreted with it.
fn changed(state: &mut State, choose: impl FnOnce(&mut State) -> bool) -> Next {
    if let Some(dialog) = find(state) {
        dialog.accepts_when_read = false;
    }
    if choose(state) { request(state) } else { Next::nothing() }
}

/// Takes in the proposal. One that is being made is taken in when it is there, unless none was seen yet.
fn accept(state: &mut State) -> Next {
    let revision = state.session.document.revision();
    let map = state.map().clone();
    let Some(dialog) = find(state) else { return Next::nothing() };
    if dialog.is_reading {
        dialog.accepts_when_read = dialog.proposal.is_some();
        let text = state.lang.import_still_reading();
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    let Some(proposal) = dialog.proposal.clone().filter(|_| dialog.failure.is_none()) else {
        let text = state.lang.import_cannot();
        state.say(Tone::Refused, text);
        return Next::nothing();
    };
    match dialog.target {
        ImportTarget::NewMap => return Next::step(Step::Leave(LeaveTo::Imported)),
        ImportTarget::Reaches => {
            if let Some(text) = measure(state) {
                return close_with(state, text);
            }
        }
        // The open map has changed since, for example because others saved it.
        ImportTarget::OpenMap if dialog.base_revision != Some(revision) => {
            dialog.accepts_when_read = true;
            return request(state);
        }
        ImportTarget::OpenMap if proposal.marks.is_empty() && proposal.map == map => {
            let key = state.key_label(Action::Reply(Reply::Input(InputReply::AddUnmatched)));
            let text = match (proposal.unmatched.len(), proposal.excluded.is_empty()) {
                (0, true) => state.lang.import_nothing_new(),
                (0, false) => state.lang.import_all_left_out(),
                (count, _) => state.lang.import_only_unmatched(count, &key),
            };
            state.say(Tone::Refused, text);
        }
        ImportTarget::OpenMap => {
            let (name, marks) = (dialog.name.clone(), proposal.marks.len());
            if commit_import(state, proposal.map.clone(), &name) {
                let text = state.lang.import_taken_in(marks, &name);
                return close_with(state, text);
            }
        }
    }
    Next::nothing()
}
