//! The filter dialog: terms are typed or ticked, and the board shows the matches at once.

use crokey::KeyCombination;

use crate::app::faults::sentences::no_such_rule;
use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::filter::FilterDialog;
use crate::app::model::dialog::filter_choices;
use crate::app::model::filter_matches::FilterMatches;
use crate::app::model::line::LineInput;
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::state::State;
use crate::lang::Language;
use crate::map::filter::{Filter, Term, toggle_term};
use crate::map::{Phase, Place, Touchpoint, search};

/// Opens the dialog with the current filter.
pub fn open(state: &mut State) {
    let review = state.session.insight.review(&state.session.document, &state.session.duplicate_ids);
    let rows = filter_choices::rows(state.map(), &review);
    let before = (state.board.filter.clone(), state.board.hides_rest);
    let text = ready_to_type(before.0.as_ref().map_or("", Filter::line));
    let from = state.board.place();
    let dialog = FilterDialog { line: LineInput::new(&text), rows, chosen: None, from, before };
    state.dialogs.push(Dialog::Filter(Box::new(dialog)));
}

/// Returns the line with a space after it, so that the next term can be typed at once.
fn ready_to_type(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("{line} ") }
}

/// Types a key; the cursor goes back to the line.
pub(crate) fn press(state: &mut State, key: KeyCombination) {
    if let Some(Dialog::Filter(dialog)) = state.dialogs.last_mut()
        && dialog.line.press(key)
    {
        dialog.chosen = None;
        apply_typed(state);
    }
}

/// Applies the typed filter and selects the next match from where the dialog was opened.
pub(crate) fn apply_typed(state: &mut State) {
    let Some(Dialog::Filter(dialog)) = state.dialogs.last() else { return };
    let (filter, from) = (dialog.filter(), dialog.from);
    set_filter(state, Some(filter), from);
}

/// Sets the filter and selects the first match from `from` on.
fn set_filter(state: &mut State, filter: Option<Filter>, from: Place) {
    state.board.filter = filter.filter(|filter| !filter.terms().is_empty());
    state.refresh();
    let map = state.session.document.map();
    let is_kept = |each: &Touchpoint| state.matches_filter(each.id);
    let found =
        if map.at(from).is_none_or(|each| is_kept(each)) { Some(from) } else { search::next(map, from, is_kept) };
    state.board.go_to(map, found.unwrap_or(from));
}

/// Removes the filter.
pub(crate) fn clear(state: &mut State) {
    state.board.filter = None;
    let text = state.lang.filter_cleared();
    state.say(Tone::Done, text);
}

/// Hides the touchpoints that do not match, or shows them as small cards again.
pub(crate) fn toggle_rest(state: &mut State) {
    state.board.hides_rest = !state.board.hides_rest;
    state.select_visible();
    let rest = if state.hides_unmatched() {
        // Marked and selected touchpoints stay visible.
        let rows = |phase| state.visible_rows(state.map(), phase, state.board.place()).len();
        state.map().len() - Phase::ALL.map(rows).iter().sum::<usize>()
    } else {
        state.map().len() - state.session.insight.filter_matches().map_or(0, FilterMatches::len)
    };
    let text = state.lang.filter_rest_toggled(state.board.hides_rest, rest);
    state.say(Tone::Done, text);
}

/// Handles a reply to the dialog.
pub(crate) fn reply(state: &mut State, reply: Reply) {
    let spanish = state.lang.language() == Language::Spanish;
    let Some(Dialog::Filter(dialog)) = state.dialogs.last_mut() else { return };
    match reply {
        Reply::Next => dialog.step(Neighbour::Next),
        Reply::Previous => dialog.step(Neighbour::Previous),
        Reply::Input(InputReply::NextChoice | InputReply::PreviousChoice) => {
            if let Some((row, nth)) = dialog.chosen {
                let nth = if reply == Reply::Input(InputReply::NextChoice) { nth + 1 } else { nth.saturating_sub(1) };
                dialog.chosen = Some(dialog.clamp(row, nth));
            }
        }
        Reply::Choose | Reply::Input(InputReply::Complete) => match dialog.choice() {
            Some(choice) => {
                let line = toggle_term(dialog.line.text(), &choice.term, spanish);
                dialog.line = LineInput::new(&ready_to_type(&line));
                apply_typed(state);
            }
            None => state.board.hides_rest = !state.board.hides_rest,
        },
        Reply::Accept | Reply::Add | Reply::Keep => {
            let filter = dialog.filter();
            state.dialogs.pop();
            state.board.put_filter_first();
            match filter.unrecognized().next() {
                Some(word) => report_unrecognized(state, word),
                None => report_matches(state),
            }
        }
        Reply::Leave | Reply::Discard => {
            let ((filter, hid), from) = (dialog.before.clone(), dialog.from);
            state.dialogs.pop();
            state.board.hides_rest = hid;
            set_filter(state, filter, from);
            state.board.go_to(state.session.document.map(), from);
        }
        Reply::GoOn | Reply::Input(_) => {}
    }
}

/// Says how many touchpoints match, and how to remove the filter.
fn report_matches(state: &mut State) {
    let Some(matches) = state.session.insight.filter_matches() else { return };
    let keys = [Action::HideRest, Action::NextHit, Action::PreviousHit, Action::ClearBoard];
    let [hide, next, previous, clear] = keys.map(|action| state.key_label(action));
    let (tone, text) = if matches.is_empty() {
        (Tone::Refused, state.lang.filter_no_match(&state.key_label(Action::Filter), &clear))
    } else {
        (Tone::Done, state.lang.filter_matches(matches.len(), [&hide, &next, &previous, &clear]))
    };
    state.say(tone, text);
}

/// Says that a word of the filter means nothing.
fn report_unrecognized(state: &mut State, word: &str) {
    let text = match Term::typed_rule_name(word) {
        Some(rule) => no_such_rule(&state.lang, &rule),
        None => state.lang.filter_word_unknown(word, &state.key_label(Action::Filter)),
    };
    state.say(Tone::Refused, text);
}

/// Warns that the selected touchpoint does not match the filter and will be hidden.
pub(crate) fn warn_if_hidden(state: &mut State) {
    let selected = state.board.selected().filter(|&id| state.hides_unmatched() && !state.matches_filter(id));
    if selected.is_some() && state.message.is_none() {
        let text = state.lang.filter_excludes_selected();
        state.say(Tone::Refused, text);
    }
}
