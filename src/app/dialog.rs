//! Replies to what stands in front of the board: lines, forms, questions and the help.

use std::path::PathBuf;

use super::action::Reply;
use super::commit::commit;
use super::effect::{Effect, Target};
use super::file;
use super::perform::{perform, start_with};
use super::prompt::{self, Wish};
use super::question::Question;
use super::quick_entry::QuickEntry;
use super::start::OFFERS;
use super::state::{Dialog, Screen, State, Tone};
use super::telling::answer_fault;
use crate::map::{Edit, Place, TextFault};

/// Carries out a reply to what takes the keys now.
pub fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(_)) => reply_to_quick_entry(state, reply),
        Some(Dialog::Form(_)) => reply_to_form(state, reply),
        Some(Dialog::Prompt(_)) => return reply_to_prompt(state, reply),
        Some(Dialog::Question(_)) => return reply_to_question(state, reply),
        Some(Dialog::Help(_)) => return reply_to_help(state, reply),
        None => reply_to_screen(state, reply),
    }
    Vec::new()
}

fn reply_to_screen(state: &mut State, reply: Reply) {
    match &mut state.screen {
        Screen::Start(start) => match reply {
            Reply::Next => start.chosen = (start.chosen + 1) % OFFERS.len(),
            Reply::Previous => start.chosen = (start.chosen + OFFERS.len() - 1) % OFFERS.len(),
            Reply::Accept => {
                let offer = start.offer();
                start_with(state, offer);
            }
            Reply::Add
            | Reply::Leave
            | Reply::NextChoice
            | Reply::PreviousChoice
            | Reply::Complete
            | Reply::Keep
            | Reply::Discard => {}
        },
        Screen::Unreadable(page) => {
            let last = page.picture.lines().count().saturating_sub(1);
            match reply {
                Reply::Next => page.top = (page.top + 1).min(last),
                Reply::Previous => page.top = page.top.saturating_sub(1),
                Reply::Accept
                | Reply::Add
                | Reply::Leave
                | Reply::NextChoice
                | Reply::PreviousChoice
                | Reply::Complete
                | Reply::Keep
                | Reply::Discard => {}
            }
        }
        Screen::Opening(_) | Screen::Board => {}
    }
}

fn reply_to_quick_entry(state: &mut State, reply: Reply) {
    let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() else {
        return;
    };
    match reply {
        Reply::Accept | Reply::Add | Reply::Keep => {
            if line.line.text().trim().is_empty() {
                state.dialogs.pop();
            } else {
                add_line(state);
            }
        }
        Reply::Complete => {
            line.complete();
        }
        Reply::Next => line.chosen = (line.chosen + 1).min(line.completions().len().saturating_sub(1)),
        Reply::Previous => line.chosen = line.chosen.saturating_sub(1),
        Reply::Leave if line.line.text().trim().is_empty() => {
            state.dialogs.pop();
        }
        Reply::Leave => state.dialogs.push(Dialog::Question(Question::UnsavedLine)),
        Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::NextChoice | Reply::PreviousChoice => {}
    }
}

/// Makes the touchpoint that the line describes; what is wrong is told, and the line stays.
fn add_line(state: &mut State) {
    let Some(Dialog::QuickEntry(line)) = state.dialogs.last() else {
        return;
    };
    match line.entry().touchpoint(line.id) {
        Ok(touchpoint) => {
            let at = line.at;
            add(state, at, vec![touchpoint]);
        }
        Err(fault @ (TextFault::Empty | TextFault::TooLong { .. })) => {
            let text = state.lang.line_fault(fault);
            state.say(Tone::Refused, text);
        }
    }
}

/// Adds touchpoints and makes quick entry ready for the next, below them.
pub fn add(state: &mut State, at: Place, touchpoints: Vec<crate::map::Touchpoint>) {
    let count = touchpoints.len();
    if !commit(state, Edit::Add { at, touchpoints }) {
        return;
    }
    let at = super::perform::below(state);
    let id = state.ids.fresh(|id| state.document.map().find(id).is_some());
    if let Some(Dialog::QuickEntry(line)) = state.dialogs.last_mut() {
        *line = QuickEntry { made: line.made + count, ..QuickEntry::new(at, id, line.spanish) };
    }
}

fn reply_to_form(state: &mut State, reply: Reply) {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else {
        return;
    };
    match reply {
        Reply::Accept | Reply::Add | Reply::Keep => match form.edit() {
            Ok(edit) => {
                let changed = form.is_changed();
                state.dialogs.pop();
                if changed {
                    commit(state, edit);
                }
            }
            Err(faults) => {
                if let Some(&(row, fault)) = faults.first() {
                    form.focus = row;
                    let key = form.rows[row].key;
                    let text = answer_fault(&state.lang, fault);
                    let text = state.lang.field_fault(key, &text);
                    state.say(Tone::Refused, text);
                }
            }
        },
        Reply::Next => form.step(true),
        Reply::Previous => form.step(false),
        Reply::NextChoice | Reply::PreviousChoice => {
            let row = form.focus;
            form.rows[row].answer.turn(reply == Reply::NextChoice);
        }
        Reply::Leave if form.is_changed() => state.dialogs.push(Dialog::Question(Question::UnsavedForm)),
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Complete => {}
    }
}

fn reply_to_prompt(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else {
        return Vec::new();
    };
    let text = prompt.line.text().trim().to_owned();
    let wish = prompt.wish.clone();
    match reply {
        Reply::Accept | Reply::Add | Reply::Keep => match wish {
            Wish::Reach(ids) => match prompt.number() {
                Ok(reach) => {
                    state.dialogs.pop();
                    let touchpoints = prompt::with_reach(&state.document, &ids, reach);
                    let selected = state.board.selected();
                    if touchpoints.iter().any(|new| state.map().touchpoint(new.id).is_some_and(|old| **old != *new)) {
                        commit(state, Edit::Replace(touchpoints));
                    }
                    if let Some(id) = selected {
                        state.board.select(state.document.map(), id);
                    }
                }
                Err(fault) => {
                    let text = state.lang.number_fault(fault);
                    state.say(Tone::Refused, text);
                }
            },
            Wish::Search { .. } => {
                state.dialogs.pop();
                let found = state.board.pattern.as_ref().map(|pattern| pattern.count(state.document.map()));
                match found {
                    Some(0) => {
                        let text = state.lang.not_found();
                        state.say(Tone::Refused, text);
                    }
                    Some(count) => {
                        let text = state.lang.found(count);
                        state.say(Tone::Done, text);
                    }
                    None => {}
                }
            }
            Wish::SaveAs | Wish::Open if text.is_empty() => {
                let text = state.lang.name_a_file();
                state.say(Tone::Refused, text);
            }
            Wish::SaveAs => {
                state.dialogs.pop();
                return file::save_as(state, PathBuf::from(text));
            }
            Wish::Open => {
                state.dialogs.pop();
                return vec![Effect::Open { path: PathBuf::from(text) }];
            }
        },
        Reply::Leave if matches!(wish, Wish::Search { .. }) => {
            if let Wish::Search { from } = wish {
                state.board.go_to(state.document.map(), from);
            }
            state.dialogs.pop();
        }
        Reply::Leave if is_typed(state, &wish, &text) => state.dialogs.push(Dialog::Question(Question::UnsavedLine)),
        Reply::Leave | Reply::Discard => {
            state.after_save = None;
            state.dialogs.pop();
        }
        Reply::Next | Reply::Previous | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
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
        // A path is written in the line beforehand; what was typed of it is a file's name, not work.
        Wish::Search { .. } | Wish::SaveAs | Wish::Open => false,
    }
}

fn reply_to_question(state: &mut State, reply: Reply) -> Vec<Effect> {
    let question = match reply {
        Reply::Keep | Reply::Accept | Reply::Discard | Reply::Leave => state.dialogs.pop(),
        Reply::Add | Reply::Next | Reply::Previous | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {
            None
        }
    };
    let Some(Dialog::Question(question)) = question else {
        return Vec::new();
    };
    match (reply == Reply::Leave, reply == Reply::Discard, question) {
        (true, _, Question::Overwrite { .. } | Question::ChangedOutside { .. }) => state.after_save = None,
        (true, ..) => {}
        (_, true, Question::UnsavedMap { .. }) => return vec![Effect::Quit],
        (_, true, Question::UnsavedForm | Question::UnsavedLine) => {
            state.dialogs.pop();
        }
        (_, true, Question::Overwrite { path } | Question::ChangedOutside { path }) => {
            return file::save_to(state, path, Target::Any);
        }
        (_, false, Question::UnsavedMap { then }) => return file::save_then(state, then),
        (_, false, Question::UnsavedForm | Question::UnsavedLine) => return self::reply(state, Reply::Keep),
        (_, false, Question::Overwrite { .. } | Question::ChangedOutside { .. }) => file::ask_where_to_save(state),
    }
    Vec::new()
}

fn reply_to_help(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Help(help)) = state.dialogs.last_mut() else {
        return Vec::new();
    };
    let listed = help.listed(&state.lang);
    match reply {
        Reply::Next => help.chosen = (help.chosen + 1).min(listed.len().saturating_sub(1)),
        Reply::Previous => help.chosen = help.chosen.saturating_sub(1),
        Reply::Leave if !help.filter.text().is_empty() => *help = super::help::Help::new(help.context),
        Reply::Accept | Reply::Keep => {
            let action = listed.get(help.chosen.min(listed.len().saturating_sub(1))).map(|binding| binding.action);
            state.dialogs.pop();
            if let Some(action) = action {
                return perform(state, action);
            }
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Add | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
    }
    Vec::new()
}
