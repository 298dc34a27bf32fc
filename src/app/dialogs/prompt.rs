//! A line that asks for one thing: a number, a word to find, a file.

use std::path::PathBuf;

use crate::app::board::movement::beside;
use crate::app::model::action::{Action, Reply};
use crate::app::model::board::Board;
use crate::app::model::commit::commit_in_place;
use crate::app::model::dialog::prompt::{Prompt, Wish, with_reach};
use crate::app::model::dialog::question::Question;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::proposed;
use crate::app::model::state::{Dialog, Named, Saving, State, Tone};
use crate::app::panes::what_if;
use crate::app::session::file;
use crate::app::show::timer;
use crate::map::search::Pattern;
use crate::map::what_if::ConversionChange;
use crate::map::{Document, Edit, Place, TouchpointId, search};

/// Goes to the first touchpoint at or behind `from` that holds what is typed; back to `from` when none does.
pub fn seek(board: &mut Board, document: &Document, typed: &str, from: Place) {
    let map = document.map();
    let pattern = Pattern::new(typed);
    let here = pattern.as_ref().zip(map.at(from)).is_some_and(|(pattern, touchpoint)| pattern.matches(touchpoint));
    let found = if here {
        Some(from)
    } else {
        pattern.as_ref().and_then(|each| search::next(map, Some(from), false, |touchpoint| each.matches(touchpoint)))
    };
    board.go_to(map, found.unwrap_or(from));
    board.pattern = pattern;
}

/// Asks for the reach of what is marked or selected.
pub(crate) fn ask_reach(state: &mut State) {
    let targets = state.targets();
    let first = targets.first().and_then(|(_, each)| each.reach);
    let varies = targets.iter().any(|(_, each)| each.reach != first);
    let text = first.filter(|_| !varies).map(|reach| reach.to_string()).unwrap_or_default();
    let ids = targets.into_iter().map(|(_, each)| each.id).collect();
    state.dialogs.push(Dialog::Prompt(Prompt { varies, ..Prompt::new(Wish::Reach(ids), &text) }));
}

/// Asks for the conversion that the step one is at is supposed to have.
pub(crate) fn ask_conversion(state: &mut State) {
    state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Conversion, "")));
}

/// Asks for words to find.
pub(crate) fn ask_words(state: &mut State) {
    let wish = Wish::Search { from: state.board.place(), before: state.board.pattern.clone() };
    state.dialogs.push(Dialog::Prompt(Prompt::new(wish, "")));
}

/// Supposes the conversion that is typed, `55`, `55,5 %` or `+5`, and closes the prompt; what is none is told.
fn take_conversion(state: &mut State, typed: &str) {
    let now = state.step_here().and_then(|index| state.conversion_of(index)).unwrap_or_default();
    let share = typed.parse::<ConversionChange>().map(|conversion| match conversion {
        ConversionChange::To(share) => share,
        ConversionChange::By(points) => now + points,
    });
    match share {
        Ok(share) if share <= 1.0 => {
            state.dialogs.pop();
            what_if::suppose(state, share);
        }
        Ok(_) | Err(_) => {
            let text = state.lang.not_a_conversion();
            state.say(Tone::Refused, text);
        }
    }
}

/// Gives touchpoints the number that is typed and closes the prompt; false when it is none, which is then told.
fn take_reach(state: &mut State, ids: &[TouchpointId]) -> bool {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { return false };
    match prompt.number() {
        Ok(_) if prompt.keeps_several() => {
            state.dialogs.pop();
            true
        }
        Ok(reach) => {
            state.dialogs.pop();
            let known = ids.iter().filter_map(|&id| state.map().touchpoint(id)).filter(|each| each.reach.is_some());
            let removed = if reach.is_none() && ids.len() > 1 { known.count() } else { 0 };
            let touchpoints = with_reach(&state.document, ids, reach);
            if touchpoints.iter().any(|new| state.map().touchpoint(new.id).is_some_and(|old| **old != *new))
                && commit_in_place(state, Edit::Replace(touchpoints))
                && removed > 0
            {
                let text = state.lang.reaches_removed(removed, &state.key(Action::Undo));
                state.say(Tone::Done, text);
            }
            true
        }
        Err(fault) => {
            let text = state.lang.number_fault(fault);
            state.say(Tone::Refused, text);
            false
        }
    }
}

/// Closes the prompt, and says how often what is searched was found.
fn take_words(state: &mut State) {
    state.dialogs.pop();
    let Some(pattern) = &state.board.pattern else { return };
    let (tone, text) = match pattern.count(state.document.map()) {
        0 => (Tone::Refused, state.lang.search_not_found(&state.key(Action::Search))),
        count => {
            let [next, previous] = [Action::NextHit, Action::PreviousHit].map(|action| state.key(action));
            (Tone::Done, state.lang.search_found(count, &next, &previous))
        }
    };
    state.say(tone, text);
}

/// Saves the map in the file that is typed and closes the prompt; what stands against it is told.
fn take_file(state: &mut State, typed: &str) -> Vec<Effect> {
    if typed.is_empty() {
        file::name_a_file(state);
        return Vec::new();
    }
    let path = PathBuf::from(typed);
    let is_idle = state.saving == Saving::Idle;
    if let Some(text) = if is_idle { file::unfit(state, &path) } else { Some(state.lang.still_saving()) } {
        state.say(Tone::Refused, text);
        return Vec::new();
    }
    state.dialogs.pop();
    file::save_as_typed(state, path, Named::InPrompt)
}

/// Takes the reach that is typed and goes on to that of the next touchpoint, or the one before, as it is called out.
fn go_on(state: &mut State, ids: &[TouchpointId], forward: bool) {
    let leave = state.key(Action::Reply(Reply::Leave));
    if !take_reach(state, ids) {
        return;
    }
    let next = beside(state.map(), state.board.place(), forward);
    match next.filter(|_| state.board.marked.is_empty()) {
        Some(next) => state.board.go_to(state.document.map(), next),
        None => {
            let text = state.lang.no_next_touchpoint(&leave);
            state.say(Tone::Refused, text);
        }
    }
    // Also at the journey's end the line stays: what is typed on would act on the board.
    ask_reach(state);
}

/// Carries out a reply to the prompt.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else {
        return Vec::new();
    };
    let text = prompt.line.text().trim().to_owned();
    let wish = prompt.wish.clone();
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => match wish {
            Wish::Reach(ids) => {
                take_reach(state, &ids);
            }
            Wish::Conversion => take_conversion(state, &text),
            Wish::Timer => timer::take(state, &text),
            Wish::Search { .. } => take_words(state),
            Wish::SaveAs => return take_file(state, &text),
        },
        Reply::Leave if matches!(wish, Wish::Search { .. }) => {
            if let Wish::Search { from, before } = wish {
                state.board.go_to(state.document.map(), from);
                state.board.pattern = before;
            }
            state.dialogs.pop();
        }
        Reply::Leave if is_typed(state, &wish, &text) => {
            if let Some(Dialog::Prompt(prompt)) = state.dialogs.last_mut() {
                // Whoever comes back goes on typing.
                prompt.fresh = false;
            }
            state.dialogs.push(Dialog::Question(Question::UnsavedLine));
        }
        Reply::Leave | Reply::Discard => {
            state.after_save = None;
            state.dialogs.pop();
        }
        Reply::Next | Reply::Previous => {
            if let Wish::Reach(ids) = wish {
                go_on(state, &ids, reply == Reply::Next);
            }
        }
        Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
    }
    Vec::new()
}

/// Whether a prompt holds something that was typed and would be lost.
fn is_typed(state: &State, wish: &Wish, text: &str) -> bool {
    match wish {
        Wish::Reach(ids) => {
            let touchpoints = ids.iter().filter_map(|&id| state.map().touchpoint(id));
            let same = |reach: Option<u64>| reach.map(|reach| reach.to_string()).unwrap_or_default() == text;
            !text.is_empty() && !touchpoints.map(|each| each.reach).any(same)
        }
        Wish::SaveAs => text != proposed(state),
        Wish::Conversion => !text.is_empty(),
        // A few digits are typed again as fast as a question is answered.
        Wish::Timer => false,
        // What is searched can be seen on the board, and is typed again as fast as a question is answered.
        Wish::Search { .. } => false,
    }
}
