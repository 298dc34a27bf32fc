//! Export: the dialog for format and file, and the results of exports.

use std::path::{Path, PathBuf};

use crate::app::faults::refusal::refused_save;
use crate::app::model::action::{InputReply, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::export::{
    COPY_LIMIT, Destination, DocumentFormat, ExportChoice, ExportDialog, ExportEstimate, ExportFault, ExportJob,
    ExportOutput, format_by_ending,
};
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::shown;
use crate::app::model::message::Tone;
use crate::app::model::msg::CopiedBy;
use crate::app::model::next::Next;
use crate::app::model::query::save_name::proposed;
use crate::app::model::state::State;
use crate::exchange::markdown;
use crate::map::text::one_line;
use crate::store::SaveError;

/// The most touchpoints for which an export is estimated; larger maps take too long.
const ESTIMATE_LIMIT: usize = 5_000;

/// Endings of formats that Periplo does not write.
const FOREIGN_ENDINGS: [&str; 10] = ["pdf", "doc", "docx", "odt", "ppt", "pptx", "xls", "ods", "png", "jpg"];

/// Opens the export dialog.
pub fn open(state: &mut State) -> Next {
    let own = own_path(state);
    let Some(choice) = state.recall.export.or_else(|| ExportChoice::all().next()) else { return Next::nothing() };
    let path = own.with_extension(choice.format().extension());
    state.dialogs.push(Dialog::Export(ExportDialog::new(choice, &path)));
    estimate(state)
}

/// Returns the file of the map, or the proposed one.
fn own_path(state: &State) -> PathBuf {
    state.session.file.as_ref().map_or_else(|| PathBuf::from(proposed(state)), |file| file.path.clone())
}

/// Requests an estimate of the chosen export, if there is none yet.
pub(crate) fn estimate(state: &State) -> Next {
    let Some(Dialog::Export(dialog)) = state.dialogs.last() else { return Next::nothing() };
    let is_known = dialog.estimates.get(dialog.chosen).is_none_or(Option::is_some);
    let choice = dialog.choice().filter(|_| !is_known && state.map().len() <= ESTIMATE_LIMIT);
    choice.map(|choice| export_effect(state, choice.format(), Destination::DryRun)).into()
}

fn export_effect(state: &State, format: DocumentFormat, to: Destination) -> Effect {
    let own = state.session.file.as_ref().map(|file| file.path.clone());
    let (map, begin, language) =
        (state.map().clone(), state.session.insight.current().funnel.begin, state.lang.language());
    Effect::Export(Box::new(ExportJob { format, map, begin, language, own, to }))
}

/// Handles a reply to the dialog.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Export(dialog)) = state.dialogs.last_mut() else { return Next::nothing() };
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => return accept(state),
        Reply::Next | Reply::Previous | Reply::Input(InputReply::NextChoice | InputReply::PreviousChoice) => {
            let count = ExportChoice::all().count().max(1);
            let by = if matches!(reply, Reply::Next | Reply::Input(InputReply::NextChoice)) { 1 } else { count - 1 };
            dialog.pick((dialog.chosen + by) % count);
            return estimate(state);
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Returns true if the file name is not one that was proposed.
pub(crate) fn is_typed(state: &State) -> bool {
    let Some(Dialog::Export(dialog)) = state.dialogs.last() else { return false };
    let own = own_path(state);
    let typed = dialog.line.text().trim();
    let proposed = |choice: ExportChoice| own.with_extension(choice.format().extension()).to_string_lossy() == typed;
    !typed.is_empty() && !ExportChoice::all().any(proposed)
}

/// Returns the ending if it belongs to a format that Periplo does not write.
fn foreign_ending(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?;
    FOREIGN_ENDINGS.into_iter().find(|foreign| ending.eq_ignore_ascii_case(foreign))
}

fn append_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Starts the chosen export, unless its file name cannot be used.
fn accept(state: &mut State) -> Next {
    let Some(Dialog::Export(dialog)) = state.dialogs.last() else { return Next::nothing() };
    let typed = dialog.line.text().trim().to_owned();
    match dialog.choice() {
        None => Next::nothing(),
        Some(choice @ ExportChoice::Clipboard(format)) => {
            state.recall.export = Some(choice);
            state.dialogs.pop();
            Next::effect(export_effect(state, format, Destination::Clipboard))
        }
        Some(ExportChoice::File(_)) if typed.is_empty() => {
            let text = state.lang.file_name_needed();
            state.say(Tone::Refused, text);
            Next::nothing()
        }
        Some(ExportChoice::File(format)) => {
            let path = PathBuf::from(typed);
            if state.session.is_own_file(&path) {
                let text = state.lang.export_own_file(&shown(&path));
                state.say(Tone::Refused, text);
                return Next::nothing();
            }
            if let Some(ending) = foreign_ending(&path) {
                let text = state.lang.export_unknown_format(ending);
                state.say(Tone::Refused, text);
                return Next::nothing();
            }
            // A typed ending decides, because it was typed after the format was chosen.
            let (path, format) = match format_by_ending(&path) {
                Some(named) => (path, named),
                None if path.file_name().is_none() => (path, format),
                None => (append_ending(&path, format.extension()), format),
            };
            state.recall.export = Some(ExportChoice::File(format));
            state.dialogs.pop();
            let text = state.lang.exporting(&shown(&path));
            state.say(Tone::Done, text);
            state.expect_question();
            Next::effect(export_effect(state, format, Destination::File { path, overwrite: false }))
        }
    }
}

/// Returns a sentence about an export, followed by what the format leaves out.
pub(crate) fn sentence(text: String, omissions: &[String]) -> String {
    let all = [&[text], omissions].concat().join("; ");
    format!("{}.", one_line(&all))
}

/// Repeats an export and overwrites the existing file.
pub(crate) fn overwrite(state: &mut State, job: ExportJob) -> Next {
    let Destination::File { path, .. } = job.to else { return Next::nothing() };
    let text = state.lang.exporting(&shown(&path));
    state.say(Tone::Done, text);
    Next::effect(Effect::Export(Box::new(ExportJob { to: Destination::File { path, overwrite: true }, ..job })))
}

/// Opens the dialog again with the format and the file of an export.
pub(crate) fn reopen(state: &mut State, job: &ExportJob) -> Next {
    let Destination::File { path, .. } = &job.to else { return Next::nothing() };
    state.dialogs.push(Dialog::Export(ExportDialog::new(ExportChoice::File(job.format), path)));
    estimate(state)
}

/// Handles the result of an export.
pub(crate) fn exported(state: &mut State, job: ExportJob, outcome: Result<ExportOutput, ExportFault>) -> Next {
    let count = job.map.len();
    match (&job.to, outcome) {
        (Destination::DryRun, Ok(output)) => {
            store_estimate(state, &job, output.estimate);
            Next::nothing()
        }
        // The fault is reported when the user exports.
        (Destination::DryRun, Err(_)) => Next::nothing(),
        (Destination::Clipboard, Ok(output)) => copy(state, output.text.unwrap_or_default(), count),
        (Destination::File { path, .. }, Ok(output)) => {
            let text = state.lang.exported(count, &shown(path));
            state.say(Tone::Done, sentence(text, &output.estimate.omissions));
            Next::nothing()
        }
        (Destination::File { .. }, Err(ExportFault::NotWritten(SaveError::Exists))) => {
            state.session.waiting.push_back(Waiting::Ask(Question::OverwriteExport(Box::new(job))));
            Next::nothing()
        }
        (Destination::File { .. } | Destination::Clipboard, Err(fault)) => {
            let text = refused(state, &job, &fault);
            // The dialog opens again for a correction, but not over another dialog.
            let next = if state.dialogs.is_empty() { reopen(state, &job) } else { Next::nothing() };
            state.say(Tone::Failed, text);
            next
        }
    }
}

fn refused(state: &State, job: &ExportJob, fault: &ExportFault) -> String {
    let file = match &job.to {
        Destination::File { path, .. } => shown(path),
        Destination::Clipboard | Destination::DryRun => state.lang.clipboard(),
    };
    match fault {
        ExportFault::OwnFile => state.lang.export_own_file(&file),
        ExportFault::NotRendered(error) => state.lang.export_failed(&file, &one_line(&error.to_string())),
        ExportFault::NotWritten(error) => refused_save(&state.lang, &file, error),
    }
}

/// Stores an estimate in the dialog.
fn store_estimate(state: &mut State, job: &ExportJob, estimate: ExportEstimate) {
    let found = state.dialogs.iter_mut().find_map(|dialog| {
        let Dialog::Export(dialog) = dialog else { return None };
        Some(dialog)
    });
    let Some(dialog) = found else { return };
    for (choice, known) in ExportChoice::all().zip(&mut dialog.estimates) {
        if choice.format().name == job.format.name {
            *known = Some(estimate.clone());
        }
    }
}

/// Copies the target touchpoints to the terminal's clipboard as Markdown.
pub(crate) fn copy_touchpoints(state: &mut State) -> Next {
    let targets = state.targets();
    let texts: Vec<String> = targets.iter().map(|(_, each)| markdown::touchpoint(each, &state.lang)).collect();
    copy(state, texts.join("\n"), texts.len())
}

/// Copies a text to the terminal's clipboard, unless it is too long for terminals.
fn copy(state: &mut State, text: String, count: usize) -> Next {
    if text.len() > COPY_LIMIT {
        let text = state.lang.too_long_to_copy(text.len(), COPY_LIMIT);
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    Next::effect(Effect::Copy { text, count })
}

/// Reports who took a copied text.
pub(crate) fn copied(state: &mut State, count: usize, by: CopiedBy) {
    let message = match by {
        CopiedBy::Terminal => state.lang.sent_to_clipboard(count),
        CopiedBy::Tmux => state.lang.copied_by_tmux(count),
    };
    state.say(Tone::Done, message);
}
