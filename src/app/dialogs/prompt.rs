//! Prompts: a line that asks for a number, words to search, or a file.

use std::path::PathBuf;

use crate::app::model::action::{Action, Reply};
use crate::app::model::commit::commit_in_place;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::{Prompt, PromptKind, ReachEdit};
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::next::{Next, Step};
use crate::app::model::query::save_name::{proposed, refuse_save_name};
use crate::app::model::room::limits::DOT_LIMIT;
use crate::app::model::room::round::Dots;
use crate::app::model::session::SaveTrigger;
use crate::app::model::state::State;
use crate::app::model::timer;
use crate::map::conflict::ConflictSide;
use crate::map::navigation::{next_touchpoint, previous_touchpoint};
use crate::map::search::{self, Pattern};
use crate::map::what_if::{ConversionChange, WhatIfSyntaxError};
use crate::map::{Edit, Touchpoint, TouchpointId};

/// Asks for the reach of the marked touchpoints, or of the selected one.
pub(crate) fn ask_reach(state: &mut State) {
    let touchpoints = state.targets().into_iter().map(|(_, each)| Touchpoint::clone(each)).collect();
    state.dialogs.push(Dialog::Prompt(Prompt::of_reach(touchpoints)));
}

/// Asks for the what-if conversion of the selected step.
pub(crate) fn ask_conversion(state: &mut State) {
    state.dialogs.push(Dialog::Prompt(Prompt::new(PromptKind::Conversion, "")));
}

/// Asks for words to search.
pub(crate) fn ask_search(state: &mut State) {
    let kind = PromptKind::Search { from: state.board.place(), before: state.board.pattern.clone() };
    state.dialogs.push(Dialog::Prompt(Prompt::new(kind, "")));
}

/// Selects the first match of the words typed so far; without a match, the place where the search began.
pub(crate) fn refresh_search(state: &mut State) {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { return };
    let PromptKind::Search { from, .. } = prompt.kind else { return };
    let map = state.session.document.map();
    let pattern = Pattern::new(prompt.line.text());
    let found = pattern.as_ref().and_then(|pattern| {
        let is_here = map.at(from).is_some_and(|touchpoint| pattern.matches(touchpoint));
        if is_here { Some(from) } else { search::next(map, from, |each| pattern.matches(each)) }
    });
    state.board.go_to(map, found.unwrap_or(from));
    state.board.pattern = pattern;
}

/// Handles a reply to the prompt.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last_mut() else { return Next::nothing() };
    let text = prompt.line.text().trim().to_owned();
    let kind = prompt.kind.clone();
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => return accept(state, kind, &text),
        Reply::Next => accept_and_go_on(state, &kind, Neighbour::Next),
        Reply::Previous => accept_and_go_on(state, &kind, Neighbour::Previous),
        Reply::Leave | Reply::Discard => leave(state, kind),
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

fn accept(state: &mut State, kind: PromptKind, text: &str) -> Next {
    match kind {
        PromptKind::Reach(ids) => {
            accept_reach(state, &ids);
            Next::nothing()
        }
        PromptKind::Conversion => accept_conversion(state, text),
        PromptKind::Timer => {
            accept_time(state, text);
            Next::nothing()
        }
        PromptKind::Dots => accept_dots(state, text),
        PromptKind::Search { .. } => {
            accept_search(state);
            Next::nothing()
        }
        PromptKind::SaveAs => accept_file(state, text),
    }
}

/// Closes the prompt.
fn leave(state: &mut State, kind: PromptKind) {
    state.dialogs.pop();
    if let PromptKind::Search { from, before } = kind {
        state.board.go_to(state.session.document.map(), from);
        state.board.pattern = before;
    } else {
        state.session.after_save = None;
    }
}

/// Takes a conversion such as `55`, `55,5 %` or `+5` and closes the prompt; anything else is refused.
fn accept_conversion(state: &mut State, typed: &str) -> Next {
    let now = state.selected_step().and_then(|index| state.shown_conversion(index)).unwrap_or_default();
    let share = typed.parse::<ConversionChange>().map(|conversion| match conversion {
        ConversionChange::To(share) => share,
        ConversionChange::By(points) => now + points,
    });
    match share {
        Ok(share) if share <= 1.0 => {
            state.dialogs.pop();
            Next::step(Step::SetConversion(share))
        }
        Ok(_) | Err(WhatIfSyntaxError::AboveAll) => {
            let text = state.lang.conversion_above_all(&state.lang.percent(now), state.map().unit());
            state.say(Tone::Refused, text);
            Next::nothing()
        }
        Err(_) => {
            let text = state.lang.not_a_conversion();
            state.say(Tone::Refused, text);
            Next::nothing()
        }
    }
}

/// Starts the countdown with the typed length and closes the prompt; anything else is refused.
fn accept_time(state: &mut State, typed: &str) {
    match timer::parse(typed) {
        Some(length) => {
            state.dialogs.pop();
            state.show.timer.start(state.now, length);
        }
        None => {
            let text = state.lang.not_a_time();
            state.say(Tone::Refused, text);
        }
    }
}

/// Begins a vote with the typed dots, such as `5` or `5/3`, and closes the prompt; anything else is refused.
fn accept_dots(state: &mut State, typed: &str) -> Next {
    let Some(dots) = Dots::parse(typed) else {
        let text = state.lang.not_dots(DOT_LIMIT);
        state.say(Tone::Refused, text);
        return Next::nothing();
    };
    state.dialogs.pop();
    Next::step(Step::BeginVote(dots))
}

/// Gives the touchpoints the typed reach and closes the prompt; returns false if the text is not a number.
fn accept_reach(state: &mut State, ids: &[TouchpointId]) -> bool {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { return false };
    let reach = match prompt.number() {
        Ok(_) if prompt.keeps_several() => {
            state.dialogs.pop();
            return true;
        }
        Ok(reach) => reach,
        Err(fault) => {
            let text = state.lang.number_fault(fault);
            state.say(Tone::Refused, text);
            return false;
        }
    };
    if !ids.iter().any(|&id| state.map().find(id).is_some()) {
        // What was typed stays in the line.
        let text = state.lang.prompt_subject_deleted(&state.key_label(Action::Reply(Reply::Leave)));
        state.say(Tone::Refused, text);
        return false;
    }
    let ReachEdit { touchpoints, conflicts } = prompt.reach_edit(state.session.document.map(), reach);
    state.dialogs.pop();
    let known = ids.iter().filter_map(|&id| state.map().touchpoint(id)).filter(|each| each.reach.is_some());
    let removed = if reach.is_none() && ids.len() > 1 { known.count() } else { 0 };
    let is_change = touchpoints.iter().any(|new| state.map().touchpoint(new.id).is_some_and(|old| **old != *new));
    if !is_change || !commit_in_place(state, Edit::Replace(touchpoints)) {
        return true;
    }
    let undo = state.key_label(Action::Undo);
    if !conflicts.is_empty() {
        let text = state.lang.live_settled(&conflicts, ConflictSide::Ours, &undo);
        state.say(Tone::Refused, text);
    } else if removed > 0 {
        let text = state.lang.reaches_removed(removed, &undo);
        state.say(Tone::Done, text);
    }
    true
}

/// Takes the typed reach and asks for that of the next or the previous touchpoint; other prompts have no next one.
fn accept_and_go_on(state: &mut State, kind: &PromptKind, which: Neighbour) {
    let PromptKind::Reach(ids) = kind else { return };
    let leave = state.key_label(Action::Reply(Reply::Leave));
    if !accept_reach(state, ids) {
        return;
    }
    let (map, here) = (state.map(), state.board.place());
    let next = match which {
        Neighbour::Next => next_touchpoint(map, here),
        Neighbour::Previous => previous_touchpoint(map, here),
    };
    match next.filter(|_| state.board.marked.is_empty()) {
        Some(next) => state.board.go_to(state.session.document.map(), next),
        None => {
            let text = state.lang.no_next_touchpoint(&leave);
            state.say(Tone::Refused, text);
        }
    }
    // The prompt stays open also at the end of the journey: further digits would act on the board.
    ask_reach(state);
}

/// Closes the prompt and says how many touchpoints match.
fn accept_search(state: &mut State) {
    state.dialogs.pop();
    let Some(pattern) = &state.board.pattern else { return };
    let (tone, text) = match pattern.count(state.session.document.map()) {
        0 => (Tone::Refused, state.lang.search_not_found(&state.key_label(Action::Search))),
        count => {
            let [next, previous] = [Action::NextHit, Action::PreviousHit].map(|action| state.key_label(action));
            (Tone::Done, state.lang.search_found(count, &next, &previous))
        }
    };
    state.say(tone, text);
}

/// Saves the map in the typed file and closes the prompt, unless the name cannot be used.
fn accept_file(state: &mut State, typed: &str) -> Next {
    let path = PathBuf::from(typed);
    let refusal = if typed.is_empty() {
        Some(state.lang.file_name_needed())
    } else if state.session.is_writing() {
        Some(state.lang.still_saving())
    } else {
        refuse_save_name(state, &path)
    };
    if let Some(text) = refusal {
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    state.dialogs.pop();
    Next::step(Step::SaveAs { typed: path, trigger: SaveTrigger::Prompt })
}

/// Returns true if a prompt's text is not the one that was proposed.
pub(crate) fn is_typed(state: &State, kind: &PromptKind, text: &str) -> bool {
    match kind {
        PromptKind::Reach(ids) => {
            let touchpoints = ids.iter().filter_map(|&id| state.map().touchpoint(id));
            let is_reach = |reach: Option<u64>| reach.map(|reach| reach.to_string()).unwrap_or_default() == text;
            !text.is_empty() && !touchpoints.map(|each| each.reach).any(is_reach)
        }
        PromptKind::SaveAs => text != proposed(state),
        PromptKind::Conversion | PromptKind::Timer | PromptKind::Dots | PromptKind::Search { .. } => !text.is_empty(),
    }
}
