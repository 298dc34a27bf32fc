//! Questions as values: what is asked, and what to do after the answer.

use crate::app::dialogs::export;
use crate::app::model::action::Reply;
use crate::app::model::dialog::prompt::{Prompt, Wish};
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::state::{Dialog, Named, State, Tone};
use crate::app::reply as dialog;
use crate::app::session::leave::give_up;
use crate::app::session::{file, outside, recovery};

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
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
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
            let text = state.lang.shared_map();
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
