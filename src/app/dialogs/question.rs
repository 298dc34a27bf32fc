//! Answers to questions.

use crate::app::dialogs::export;
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Target;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::state::State;
use crate::map::conflict::ConflictSide;

/// What the user decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decision {
    /// Keep what would be lost.
    Keep,
    /// Give it up.
    Discard,
    /// Leave everything as it is.
    Back,
}

/// Handles a reply to the question.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let is_about_form = matches!(state.dialogs.last(), Some(Dialog::Question(Question::UnsavedForm { .. })));
    let decision = match reply {
        Reply::Keep | Reply::Accept | Reply::Choose => Decision::Keep,
        Reply::Discard => Decision::Discard,
        Reply::Leave if is_about_form => Decision::Discard,
        Reply::Leave => Decision::Back,
        Reply::GoOn if is_about_form => Decision::Back,
        Reply::GoOn | Reply::Add | Reply::Next | Reply::Previous | Reply::Input(_) => {
            say_keys(state);
            return Next::nothing();
        }
    };
    state.expect_question();
    let Some(Dialog::Question(question)) = state.dialogs.pop() else { return Next::nothing() };
    match question {
        Question::UnsavedMap { then } => match decision {
            Decision::Keep => Next::step(Step::SaveThenLeave(then)),
            Decision::Discard => Next::step(Step::LeaveUnsaved(then)),
            Decision::Back => Next::nothing(),
        },
        // The dialog behind the question carries it out.
        Question::UnsavedForm { .. } | Question::UnsavedImport => match decision {
            Decision::Keep => Next::action(Action::Reply(Reply::Keep)),
            Decision::Discard => Next::action(Action::Reply(Reply::Discard)),
            Decision::Back => Next::nothing(),
        },
        Question::Overwrite { path } => match decision {
            Decision::Keep | Decision::Back => {
                let prompt = Prompt::new(PromptKind::SaveAs, &path.to_string_lossy());
                state.dialogs.push(Dialog::Prompt(prompt));
                Next::nothing()
            }
            Decision::Discard => Next::step(Step::SaveTo { path, target: Target::Any }),
        },
        Question::OverwriteCopy { path } => match decision {
            Decision::Keep | Decision::Back => {
                state.session.after_save = None;
                state.dialogs.push(Dialog::Palette(Palette::writing_copy(state.context(), &path)));
                Next::nothing()
            }
            Decision::Discard => Next::step(Step::OverwriteCopy(path)),
        },
        Question::OverwriteExport(job) => match decision {
            Decision::Keep | Decision::Back => export::reopen(state, &job),
            Decision::Discard => export::overwrite(state, *job),
        },
        Question::ChangedOutside { path } => {
            save_elsewhere(state, decision, Step::SaveTo { path, target: Target::Any })
        }
        Question::Gone { path } => save_elsewhere(state, decision, Step::SaveTo { path, target: Target::New }),
        Question::NotSaved { .. } => save_elsewhere(state, decision, Step::Save),
        Question::InUse { .. } => {
            share(state, decision);
            Next::nothing()
        }
        Question::Conflict(conflict) => Next::step(match decision {
            Decision::Keep => Step::SettleConflict(conflict, ConflictSide::Ours),
            Decision::Discard => Step::SettleConflict(conflict, ConflictSide::Theirs),
            Decision::Back => Step::PostponeConflict(conflict),
        }),
        Question::ConflictNote(note) => match decision {
            Decision::Keep => Next::step(Step::SettleNote(note, ConflictSide::Ours)),
            Decision::Discard => Next::step(Step::SettleNote(note, ConflictSide::Theirs)),
            Decision::Back => Next::nothing(),
        },
        Question::Overwritten { losses, .. } => Next::step(match decision {
            Decision::Keep => Step::BringBack(losses),
            Decision::Discard | Decision::Back => Step::LeaveOut,
        }),
        Question::DiscardRecovery => match decision {
            Decision::Keep | Decision::Back => Next::nothing(),
            Decision::Discard => Next::step(Step::DiscardRecovery),
        },
        Question::LeftRoom { .. } | Question::LeftVote { .. } => Next::step(match decision {
            Decision::Keep | Decision::Back => Step::TakeOverRoom,
            Decision::Discard => Step::DiscardRoom,
        }),
    }
}

/// Says which keys answer the open question.
pub(crate) fn say_keys(state: &mut State) {
    let keys = match state.dialogs.last() {
        Some(Dialog::Question(question)) => {
            let answers = question.answers(&state.lang).into_iter();
            answers.flat_map(|(reply, _)| state.answer_keys(question, reply)).collect()
        }
        Some(Dialog::Recovery(_)) => {
            let replies = [Reply::Keep, Reply::Discard, Reply::Leave].into_iter();
            replies.filter_map(|reply| state.key_label_in(Context::Recovery, Action::Reply(reply))).collect()
        }
        Some(_) | None => Vec::new(),
    };
    if !keys.is_empty() {
        let text = state.lang.question_keys(&keys.join(", "));
        state.say(Tone::Refused, text);
    }
}

/// Asks for another file, saves here after all, or gives the save up.
fn save_elsewhere(state: &mut State, decision: Decision, here: Step) -> Next {
    match decision {
        Decision::Keep => Next::action(Action::SaveAs),
        Decision::Discard => Next::step(here),
        Decision::Back => {
            state.session.after_save = None;
            Next::nothing()
        }
    }
}

/// Opens a map that somebody else has open as read-only, or shares it.
fn share(state: &mut State, decision: Decision) {
    match decision {
        Decision::Keep | Decision::Back => {
            if let Some(file) = &mut state.session.file {
                file.read_only = true;
            }
        }
        Decision::Discard => {
            let text = state.lang.shared_map();
            state.say(Tone::Done, text);
        }
    }
}
