//! Answers to questions.

use crate::app::dialogs::export;
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Target;
use crate::app::model::message::Tone;
use crate::app::model::next::{ConflictSide, Next, Step};
use crate::app::model::state::State;

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// Keep what would be lost.
    Keep,
    /// Give it up.
    Discard,
    /// Leave everything as it is.
    Back,
}

/// Handles a reply to the question.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let answer = match reply {
        Reply::Keep | Reply::Accept | Reply::Choose => Answer::Keep,
        Reply::Discard => Answer::Discard,
        Reply::Leave => Answer::Back,
        Reply::Add | Reply::Next | Reply::Previous | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {
            return Next::nothing();
        }
    };
    let Some(Dialog::Question(question)) = state.dialogs.pop() else { return Next::nothing() };
    match question {
        Question::UnsavedMap { then } => match answer {
            Answer::Keep => Next::step(Step::SaveThenLeave(then)),
            Answer::Discard => Next::step(Step::LeaveUnsaved(then)),
            Answer::Back => Next::nothing(),
        },
        // The form or the line below the question carries it out.
        Question::UnsavedForm | Question::UnsavedLine => match answer {
            Answer::Keep => Next::action(Action::Reply(Reply::Keep)),
            Answer::Discard => Next::action(Action::Reply(Reply::Discard)),
            Answer::Back => Next::nothing(),
        },
        Question::Overwrite { path } => match answer {
            Answer::Keep | Answer::Back => {
                let prompt = Prompt::new(PromptKind::SaveAs, &path.to_string_lossy());
                state.dialogs.push(Dialog::Prompt(prompt));
                Next::nothing()
            }
            Answer::Discard => Next::step(Step::SaveTo { path, target: Target::Any }),
        },
        Question::OverwriteExport(job) => match answer {
            Answer::Keep | Answer::Back => export::reopen(state, &job),
            Answer::Discard => export::overwrite(state, *job),
        },
        Question::ChangedOutside { path } => save_elsewhere(state, answer, Step::SaveTo { path, target: Target::Any }),
        Question::Gone { path } => save_elsewhere(state, answer, Step::SaveTo { path, target: Target::New }),
        Question::NotSaved { .. } => save_elsewhere(state, answer, Step::Save),
        Question::InUse { .. } => {
            share(state, answer);
            Next::nothing()
        }
        Question::Conflict(conflict) => Next::step(match answer {
            Answer::Keep => Step::SettleConflict(conflict, ConflictSide::Ours),
            Answer::Discard => Step::SettleConflict(conflict, ConflictSide::Theirs),
            Answer::Back => Step::PostponeConflict(conflict),
        }),
        Question::DiscardRecovery => match answer {
            Answer::Keep | Answer::Back => Next::nothing(),
            Answer::Discard => Next::step(Step::DiscardRecovery),
        },
    }
}

/// Asks for another file, saves here after all, or gives the save up.
fn save_elsewhere(state: &mut State, answer: Answer, here: Step) -> Next {
    match answer {
        Answer::Keep => Next::action(Action::SaveAs),
        Answer::Discard => Next::step(here),
        Answer::Back => {
            state.session.after_save = None;
            Next::nothing()
        }
    }
}

/// Opens a map that somebody else has open as read-only, or shares it.
fn share(state: &mut State, answer: Answer) {
    match answer {
        Answer::Keep | Answer::Back => {
            if let Some(file) = &mut state.session.file {
                file.read_only = true;
            }
        }
        Answer::Discard => {
            let text = state.lang.shared_map();
            state.say(Tone::Done, text);
        }
    }
}
