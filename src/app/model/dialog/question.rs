//! Questions as values: the text, the answers, and what happens afterwards.

use std::path::PathBuf;

use crate::app::model::action::Reply;
use crate::app::model::context::Context;
use crate::app::model::dialog::export::{Destination, ExportJob};
use crate::app::model::file_name::shown;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::live::LiveStatus;
use crate::lang::Lang;
use crate::map::Conflict;
use crate::map::losses::Losses;
use crate::store::conflict_note::ConflictNote;
use crate::store::journal::JournalOwner;

/// A question to the user.
#[derive(Clone, Debug)]
pub enum Question {
    /// Save the unsaved changes before leaving the map?
    UnsavedMap { then: LeaveTo },
    /// Take the changes of the form?
    UnsavedForm { live: LiveStatus },
    /// Take in the file with the corrections made in its preview?
    UnsavedImport,
    /// Overwrite the existing file?
    Overwrite { path: PathBuf },
    /// Overwrite the existing file with a copy of the map?
    OverwriteCopy { path: PathBuf },
    /// Overwrite the existing file with an export?
    OverwriteExport(Box<ExportJob>),
    /// Overwrite a file that another program changed so that it cannot be read?
    ChangedOutside { path: PathBuf },
    /// The save failed: save in another file?
    NotSaved { why: String },
    /// Write a file again that another program deleted?
    Gone { path: PathBuf },
    /// Somebody else has the map open: open it read-only?
    InUse { other: JournalOwner },
    /// Both sides changed the same value: which one counts?
    Conflict(Box<Conflict>),
    /// A merge left a conflict in notes: which side counts?
    ConflictNote(Box<ConflictNote>),
    /// Another program wrote over the file, and something is missing in it: bring that back?
    Overwritten { path: PathBuf, losses: Box<Losses> },
    /// Really delete the unsaved changes of another process?
    DiscardRecovery,
    /// A room of the map ended while contributions waited: keep them?
    LeftRoom { count: usize },
    /// A room of the map ended during a vote: keep the dots?
    LeftVote { dots: usize },
}

impl Question {
    /// True if neither answer is the safe one; the answers are numbered then.
    const fn is_choice(&self) -> bool {
        matches!(
            self,
            Question::InUse { .. }
                | Question::Conflict(_)
                | Question::ConflictNote(_)
                | Question::Overwritten { .. }
                | Question::DiscardRecovery
                | Question::LeftRoom { .. }
                | Question::LeftVote { .. }
        )
    }

    /// The context of keys.
    pub(crate) const fn context(&self) -> Context {
        if self.is_choice() { Context::Confirmation } else { Context::Question }
    }

    /// Returns the text of the question.
    pub(crate) fn asked(&self, lang: &Lang) -> String {
        match self {
            Question::UnsavedMap { .. } => lang.ask_unsaved_map(),
            Question::UnsavedForm { live: LiveStatus::On } => lang.ask_unsaved_form_live(),
            Question::UnsavedForm {
                live: LiveStatus::Off | LiveStatus::NoFile | LiveStatus::Paused | LiveStatus::Failing,
            } => lang.ask_unsaved_form(),
            Question::UnsavedImport => lang.ask_unsaved_import(),
            Question::Overwrite { path } | Question::OverwriteCopy { path } => lang.ask_overwrite(&shown(path)),
            Question::OverwriteExport(job) => match &job.to {
                Destination::File { path, .. } => lang.ask_overwrite(&shown(path)),
                Destination::DryRun | Destination::Clipboard => lang.export_title(),
            },
            Question::ChangedOutside { path } => lang.ask_changed_outside(&shown(path)),
            Question::NotSaved { why } => lang.ask_not_saved(why),
            Question::Gone { path } => lang.ask_gone(&shown(path)),
            Question::InUse { other } => lang.ask_in_use(&other.user, &other.host),
            Question::Conflict(conflict) => lang.ask_conflict(conflict),
            Question::ConflictNote(note) => match note.conflict() {
                Some(conflict) => lang.ask_conflict(&conflict),
                None => lang.ask_conflict_note(&note.line),
            },
            Question::Overwritten { path, losses } => lang.overwritten(&shown(path), losses),
            Question::DiscardRecovery => lang.ask_discard_recovery(),
            Question::LeftRoom { count } => lang.ask_left_room(*count),
            Question::LeftVote { dots } => lang.ask_left_vote(*dots),
        }
    }

    /// Returns the answers with their texts.
    pub(crate) fn answers(&self, lang: &Lang) -> Vec<(Reply, String)> {
        let back = || Some(lang.answer_back());
        let (keep, discard, leave) = match self {
            Question::UnsavedMap { then: LeaveTo::Quit } => (lang.answer_save(), lang.answer_leave(), back()),
            Question::UnsavedMap { then: LeaveTo::NewMap | LeaveTo::Tour | LeaveTo::Open(_) | LeaveTo::Imported } => {
                (lang.answer_save_first(), lang.answer_go_on(), back())
            }
            Question::UnsavedForm { .. } => (lang.answer_take(), lang.answer_discard(), None),
            Question::UnsavedImport => (lang.answer_take_in(), lang.answer_discard_corrections(), back()),
            Question::Overwrite { .. } | Question::OverwriteCopy { .. } | Question::ChangedOutside { .. } => {
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
            Question::ConflictNote(note) => {
                let later = Some(lang.answer_decide_later());
                match note.conflict().map(|conflict| lang.conflict_sides(&conflict)) {
                    Some((ours, theirs)) => (lang.answer_here(&ours), lang.answer_other_version(&theirs), later),
                    None => (lang.answer_open_notes(), lang.answer_delete_line(), later),
                }
            }
            Question::Overwritten { .. } => (lang.answer_bring_back(), lang.answer_leave_out(), None),
            Question::DiscardRecovery => (lang.answer_keep_recovery(), lang.answer_discard_recovery(), None),
            Question::LeftVote { .. } => (lang.answer_take_over_vote(), lang.answer_discard_vote(), None),
            Question::LeftRoom { .. } => (lang.answer_take_over_room(), lang.answer_discard_room(), None),
        };
        let leave = leave.map(|leave| (Reply::Leave, leave));
        let go_on = matches!(self, Question::UnsavedForm { .. }).then(|| (Reply::GoOn, lang.answer_edit()));
        [(Reply::Keep, keep), (Reply::Discard, discard)].into_iter().chain(leave).chain(go_on).collect()
    }

    /// Returns the answer that the key for leaving gives.
    pub(crate) const fn answer_of_leave(&self) -> Reply {
        match self {
            Question::UnsavedForm { .. } | Question::Overwritten { .. } => Reply::Discard,
            Question::InUse { .. }
            | Question::DiscardRecovery
            | Question::LeftRoom { .. }
            | Question::LeftVote { .. } => Reply::Keep,
            Question::UnsavedMap { .. }
            | Question::UnsavedImport
            | Question::Overwrite { .. }
            | Question::OverwriteCopy { .. }
            | Question::OverwriteExport(_)
            | Question::ChangedOutside { .. }
            | Question::NotSaved { .. }
            | Question::Gone { .. }
            | Question::Conflict(_)
            | Question::ConflictNote(_) => Reply::Leave,
        }
    }
}
