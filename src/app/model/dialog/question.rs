//! Questions as values: what is asked, and what to do after the answer.

use std::path::PathBuf;

use crate::app::model::action::Reply;
use crate::app::model::dialog::export::{Destination, Job};
use crate::app::model::file_name::shown;
use crate::app::model::leave_to::LeaveTo;
use crate::lang::Lang;
use crate::map::Conflict;
use crate::store::journal::JournalOwner;

/// A question that waits for an answer.
#[derive(Clone, Debug)]
pub enum Question {
    /// The map has changes that are not saved: save them before going on?
    UnsavedMap { then: LeaveTo },
    /// The form has changes: take them?
    UnsavedForm,
    /// The line holds text: make a touchpoint of it?
    UnsavedLine,
    /// A file of that name exists: replace it?
    Overwrite { path: PathBuf },
    /// The file that the map is to be written to as a document exists: replace it?
    OverwriteExport(Box<Job>),
    /// The file was changed by another hand since it was read: replace it?
    ChangedOutside { path: PathBuf },
    /// The map's own file could not be written, and why: save in another file?
    NotSaved { why: String },
    /// The file was taken away by another hand: write it anew?
    Gone { path: PathBuf },
    /// Another process has the map open: only look at it?
    InUse { other: JournalOwner },
    /// Both sides changed the same: whose is to hold?
    Conflict(Box<Conflict>),
    /// Changes that were left behind are to be thrown away: surely?
    DiscardLeft,
}

impl Question {
    /// Whether both answers are as good: they are numbered.
    pub const fn is_choice(&self) -> bool {
        matches!(self, Question::InUse { .. } | Question::Conflict(_))
    }

    /// What is asked.
    pub fn asked(&self, lang: &Lang) -> String {
        match self {
            Question::UnsavedMap { .. } => lang.ask_unsaved_map(),
            Question::UnsavedForm => lang.ask_unsaved_form(),
            Question::UnsavedLine => lang.ask_unsaved_line(),
            Question::Overwrite { path } => lang.ask_overwrite(&shown(path)),
            Question::OverwriteExport(job) => match &job.to {
                Destination::File { path, .. } => lang.ask_overwrite(&shown(path)),
                Destination::DryRun | Destination::Clipboard => lang.export_title(),
            },
            Question::ChangedOutside { path } => lang.ask_changed_outside(&shown(path)),
            Question::NotSaved { why } => lang.ask_not_saved(why),
            Question::Gone { path } => lang.ask_gone(&shown(path)),
            Question::InUse { other } => lang.ask_in_use(&other.user, &other.host),
            Question::Conflict(conflict) => lang.ask_conflict(conflict),
            Question::DiscardLeft => lang.ask_discard_recovery(),
        }
    }

    /// The answers that are offered, and what each does.
    pub fn answers(&self, lang: &Lang) -> Vec<(Reply, String)> {
        let back = || Some(lang.answer_back());
        let (keep, discard, leave) = match self {
            Question::UnsavedMap { then: LeaveTo::Quit } => (lang.answer_save(), lang.answer_leave(), back()),
            Question::UnsavedMap { then: LeaveTo::NewMap | LeaveTo::Tour | LeaveTo::Open(_) } => {
                (lang.answer_save_first(), lang.answer_go_on(), back())
            }
            Question::UnsavedForm | Question::UnsavedLine => (lang.answer_take(), lang.answer_discard(), back()),
            Question::Overwrite { .. } | Question::ChangedOutside { .. } => {
                (lang.answer_other_file(), lang.answer_overwrite(), back())
            }
            Question::OverwriteExport(_) => (lang.answer_other_export(), lang.answer_overwrite(), back()),
            Question::NotSaved { .. } => (lang.answer_other_file(), lang.answer_again(), back()),
            Question::Gone { .. } => (lang.answer_other_file(), lang.answer_write_anew(), back()),
            Question::InUse { .. } => (lang.answer_read_only(), lang.answer_share(), None),
            Question::Conflict(conflict) => {
                let (ours, theirs) = lang.conflict_sides(conflict);
                (lang.answer_ours(&ours), lang.answer_theirs(&theirs), Some(lang.answer_undecided()))
            }
            Question::DiscardLeft => (lang.answer_keep_recovery(), lang.answer_discard_recovery(), None),
        };
        let leave = leave.map(|leave| (Reply::Leave, leave));
        [(Reply::Keep, keep), (Reply::Discard, discard)].into_iter().chain(leave).collect()
    }
}
