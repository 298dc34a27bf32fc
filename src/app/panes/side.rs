//! The lists beside the columns: what is listed, moving over it, and acting on what is chosen.

use crate::app::board::quick_entry;
use crate::app::model::action::{Action, Go};
use crate::app::model::board::{Pane, Side};
use crate::app::model::commit::commit_in_place;
use crate::app::model::dialog::form::{Form, Subject};
use crate::app::model::side::{finding, findings, line, lines, place_of};
use crate::app::model::state::{Dialog, State, Tone};
use crate::app::model::viewport::page;
use crate::map::review::FindingSubject;
use crate::map::{Edit, Finding, Touchpoint};

/// Shows something beside the columns and goes there; what is shown already makes room for the funnel again.
pub(crate) fn show(state: &mut State, side: Side) {
    let again = state.board.side == side && state.board.pane == Pane::Side;
    state.board.side = if again { Side::Funnel } else { side };
    state.board.pane = if again { Pane::Columns } else { Pane::Side };
    state.board.line = 0;
    state.refresh();
    if state.board.pane == Pane::Side && side != Side::Funnel {
        look(state);
    }
}

/// Goes to what would mend the finding that one is on: a field of its touchpoint, or a new touchpoint.
pub(crate) fn mend(state: &mut State) {
    let Some(finding) = finding(state) else { return };
    look(state);
    match finding.subject {
        FindingSubject::Touchpoint { .. } => open_form(state, finding.field.unwrap_or("name")),
        FindingSubject::Phase(_) | FindingSubject::Map => quick_entry::open(state),
    }
}

/// Accepts the finding that one is on, so that it is not found again.
pub(crate) fn accept(state: &mut State) {
    let Some(finding) = finding(state) else { return };
    let touchpoint = finding.touchpoint().and_then(|id| state.map().touchpoint(id));
    let Some(mut touchpoint) = touchpoint.map(|touchpoint| Touchpoint::clone(touchpoint)) else { return };
    touchpoint.accept(finding.rule, true);
    let name = touchpoint.name.to_string();
    if commit_in_place(state, Edit::Replace(vec![touchpoint])) {
        let text = state.lang.finding_silenced(&state.lang.rule(finding.rule), &name, &state.key(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Lets the review find everything again that was accepted for the selected touchpoints.
pub(crate) fn find_again(state: &mut State) {
    let targets = state.targets().into_iter().filter(|(_, each)| !each.accepted.is_empty());
    let anew = |each: &Touchpoint| Touchpoint { accepted: Vec::new(), ..each.clone() };
    let touchpoints: Vec<Touchpoint> = targets.map(|(_, each)| anew(each)).collect();
    let count = touchpoints.len();
    if commit_in_place(state, Edit::Replace(touchpoints)) {
        let text = state.lang.findings_restored(count);
        state.say(Tone::Done, text);
    }
}

/// Lists only the findings of the rule of the one that one is on, or all again.
pub(crate) fn one_rule(state: &mut State) {
    let found = finding(state);
    state.board.one_rule = match state.board.one_rule {
        Some(_) => None,
        None => found.map(|finding| finding.rule),
    };
    let same = |each: &Finding| found.is_some_and(|found| (found.rule, found.subject) == (each.rule, each.subject));
    let line = findings(state).position(same);
    state.board.line = line.unwrap_or(0);
}

/// Moves over the list; the selection goes along on the board.
pub(crate) fn go(state: &mut State, way: Go) {
    let (line, last) = (line(state), lines(state).saturating_sub(1));
    let page = page(state.viewport.side);
    let line = match way {
        Go::Up | Go::Left => line.saturating_sub(1),
        Go::Down | Go::Right => line + 1,
        Go::First => 0,
        Go::Last => last,
        Go::PageUp => line.saturating_sub(page),
        Go::PageDown => line + page,
    };
    go_to(state, line.min(last));
}

/// Goes to a line of the list.
pub(crate) fn go_to(state: &mut State, line: usize) {
    state.board.line = line;
    look(state);
}

/// Selects on the board what the line is about.
fn look(state: &mut State) {
    if let Some(place) = place_of(state, line(state)) {
        state.board.go_to(state.document.map(), place);
    }
}

/// Opens the form of the selected touchpoint at a field.
pub(crate) fn open_form(state: &mut State, key: &str) {
    let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some(touchpoint) = touchpoint {
        let mut form = Form::new(Subject::Touchpoints(vec![Touchpoint::clone(touchpoint)]));
        form.focus = form.rows.iter().position(|row| row.key == key).unwrap_or(0);
        state.dialogs.push(Dialog::Form(Box::new(form)));
    }
}
