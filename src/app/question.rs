//! Questions as values: what is asked, and what to do after the answer.

use std::path::PathBuf;

use super::action::Reply;
use super::dialog;
use super::effect::{Effect, Target};
use super::export::{self, Destination, Job};
use super::file::{self, shown};
use super::leave::{Then, give_up};
use super::outside;
use super::prompt::{Prompt, Wish};
use super::recovery;
use super::state::{Dialog, Named, State, Tone};
use crate::lang::Lang;
use crate::map::Conflict;
use crate::store::journal::Owner;

/// A question that waits for an answer.
#[derive(Clone, Debug)]
pub enum Question {
    /// The map has changes that are not saved: save them before going on?
    UnsavedMap { then: Then },
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
    InUse { other: Owner },
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
                Destination::Scales | Destination::Clipboard => lang.export_title(),
            },
            Question::ChangedOutside { path } => lang.ask_changed_outside(&shown(path)),
            Question::NotSaved { why } => lang.ask_not_saved(why),
            Question::Gone { path } => lang.ask_gone(&shown(path)),
            Question::InUse { other } => lang.ask_in_use(&other.user, &other.host),
            Question::Conflict(conflict) => lang.conflict(conflict),
            Question::DiscardLeft => lang.ask_discard_left(),
        }
    }

    /// The answers that are offered, and what each does.
    pub fn answers(&self, lang: &Lang) -> Vec<(Reply, String)> {
        let back = || Some(lang.answer_back());
        let (keep, discard, leave) = match self {
            Question::UnsavedMap { then: Then::Quit } => (lang.answer_save(), lang.answer_leave(), back()),
            Question::UnsavedMap { then: Then::NewMap | Then::Tour | Then::Open(_) } => {
                (lang.answer_save_first(), lang.answer_go_on(), back())
            }
            Question::UnsavedForm | Question::UnsavedLine => (lang.answer_take(), lang.answer_discard(), back()),
            Question::Overwrite { .. } | Question::ChangedOutside { .. } => {
                (lang.answer_other_file(), lang.answer_overwrite(), back())
            }
            Question::OverwriteExport(_) => (lang.answer_other_export(), lang.answer_overwrite(), back()),
            Question::NotSaved { .. } => (lang.answer_other_file(), lang.answer_again(), back()),
            Question::Gone { .. } => (lang.answer_other_file(), lang.answer_write_anew(), back()),
            Question::InUse { .. } => (lang.answer_look(), lang.answer_share(), None),
            Question::Conflict(conflict) => {
                let (ours, theirs) = (lang.conflict_ours(conflict), lang.conflict_theirs(conflict));
                (lang.answer_ours(&ours), lang.answer_theirs(&theirs), Some(lang.answer_undecided()))
            }
            Question::DiscardLeft => (lang.answer_keep_left(), lang.answer_throw_away(), None),
        };
        let leave = leave.map(|leave| (Reply::Leave, leave));
        [(Reply::Keep, keep), (Reply::Discard, discard)].into_iter().chain(leave).collect()
    }
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// What would be lost is to be kept.
    Keep,
    /// It may be lost.
    Discard,
    /// Everything is to stay as it is.
    Back,
}

/// Carries out a reply to the question.
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let answer = match reply {
        Reply::Keep | Reply::Accept | Reply::Choose => Answer::Keep,
        Reply::Discard => Answer::Discard,
        Reply::Leave => Answer::Back,
        Reply::Add | Reply::Next | Reply::Previous | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {
            return Vec::new();
        }
    };
    let Some(Dialog::Question(question)) = state.dialogs.pop() else { return Vec::new() };
    match (question, answer) {
        (Question::UnsavedMap { .. } | Question::UnsavedForm | Question::UnsavedLine, Answer::Back) => {}
        (Question::UnsavedMap { then }, Answer::Keep) => return file::save_then(state, then),
        (Question::UnsavedMap { then }, Answer::Discard) => return give_up(state, then),
        (Question::UnsavedForm | Question::UnsavedLine, Answer::Keep) => return dialog::reply(state, Reply::Keep),
        (Question::UnsavedForm | Question::UnsavedLine, Answer::Discard) => {
            return dialog::reply(state, Reply::Discard);
        }
        // The name that is taken stands there again, to be changed.
        (Question::Overwrite { path }, Answer::Keep | Answer::Back) => {
            let prompt = Prompt::new(Wish::SaveAs, &path.to_string_lossy());
            state.dialogs.push(Dialog::Prompt(prompt));
        }
        (Question::OverwriteExport(job), Answer::Keep | Answer::Back) => return export::again(state, &job),
        (Question::OverwriteExport(job), Answer::Discard) => return export::over(state, *job),
        (Question::ChangedOutside { .. } | Question::Gone { .. } | Question::NotSaved { .. }, Answer::Keep) => {
            file::ask_where_to_save(state);
        }
        (Question::ChangedOutside { .. } | Question::Gone { .. } | Question::NotSaved { .. }, Answer::Back) => {
            state.after_save = None;
        }
        (Question::NotSaved { .. }, Answer::Discard) => return file::save(state),
        (Question::Gone { path }, Answer::Discard) => return file::save_to(state, path, Target::New, Named::InPrompt),
        (Question::InUse { .. }, Answer::Keep | Answer::Back) => {
            if let Some(file) = &mut state.file {
                file.read_only = true;
            }
        }
        (Question::InUse { .. }, Answer::Discard) => {
            let text = state.lang.shared();
            state.say(Tone::Done, text);
        }
        (Question::Conflict(conflict), Answer::Keep) => return outside::settle(state, &conflict, false),
        (Question::Conflict(conflict), Answer::Back) => outside::leave_open(state, *conflict),
        (Question::Conflict(conflict), Answer::Discard) => return outside::settle(state, &conflict, true),
        (Question::DiscardLeft, Answer::Keep | Answer::Back) => {}
        (Question::DiscardLeft, Answer::Discard) => return recovery::discard(state),
        (Question::Overwrite { path } | Question::ChangedOutside { path }, Answer::Discard) => {
            return file::save_to(state, path, Target::Any, Named::InPrompt);
        }
    }
    Vec::new()
}
