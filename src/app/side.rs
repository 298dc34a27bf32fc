//! The lists beside the columns: what is listed, moving over it, and acting on what is chosen.

use super::action::{Action, Go};
use super::availability::Reason;
use super::board::{Pane, Side};
use super::commit::commit_in_place;
use super::form::{Form, Subject};
use super::insight::Listed;
use super::quick_entry;
use super::state::{Dialog, State, Tone};
use crate::map::review::About;
use crate::map::{Edit, Finding, Place, Touchpoint};

/// The lines that the balance has besides its gaps: its table, who serves, and what is known.
const BALANCE: usize = 19;
/// Lines that a page key goes over.
const PAGE: usize = 8;

/// Shows something beside the columns and goes there; what is shown already makes room for the funnel again.
pub(super) fn show(state: &mut State, side: Side) {
    let again = state.board.side == side && state.board.pane == Pane::Side;
    state.board.side = if again { Side::Funnel } else { side };
    state.board.pane = if again { Pane::Columns } else { Pane::Side };
    state.board.line = 0;
    state.refresh();
    if state.board.pane == Pane::Side && side != Side::Funnel {
        look(state);
    }
}

/// How many lines the list has.
pub fn lines(state: &State) -> usize {
    match state.insight.listed() {
        Listed::Nothing => 0,
        // Nothing is chosen in it; it is only scrolled.
        Listed::Balance(balance) => BALANCE + balance.gaps().len(),
        Listed::Review(_) => findings(state).count(),
        Listed::Priorities(priorities) => priorities.ranked.len() + priorities.unranked.len(),
    }
}

/// The findings that are listed: all, or those of one rule.
pub fn findings(state: &State) -> impl Iterator<Item = &Finding> {
    let all: &[Finding] = match state.insight.listed() {
        Listed::Review(review) => &review.findings,
        Listed::Nothing | Listed::Balance(_) | Listed::Priorities(_) => &[],
    };
    let rule = state.board.one_rule;
    all.iter().filter(move |finding| rule.is_none_or(|rule| finding.rule == rule))
}

/// The finding that one is on.
pub fn finding(state: &State) -> Option<Finding> {
    findings(state).nth(line(state)).copied()
}

/// Goes to what would mend the finding that one is on: a field of its touchpoint, or a new touchpoint.
pub(super) fn mend(state: &mut State) {
    let Some(finding) = finding(state) else { return };
    look(state);
    match finding.about {
        About::Touchpoint { .. } => open_form(state, finding.field.unwrap_or("name")),
        About::Phase(_) | About::Map => quick_entry::open(state),
    }
}

/// Accepts the finding that one is on, so that it is not found again.
pub(super) fn accept(state: &mut State) {
    let Some(finding) = finding(state) else { return };
    let touchpoint = finding.touchpoint().and_then(|id| state.map().touchpoint(id));
    let Some(mut touchpoint) = touchpoint.map(|touchpoint| Touchpoint::clone(touchpoint)) else { return };
    touchpoint.accept(finding.rule, true);
    let name = touchpoint.name.to_string();
    if commit_in_place(state, Edit::Replace(vec![touchpoint])) {
        let text = state.lang.accepted(&state.lang.rule(finding.rule), &name, &state.key(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Lets the review find everything again that was accepted for the selected touchpoints.
pub(super) fn find_again(state: &mut State) {
    let targets = state.targets().into_iter().filter(|(_, each)| !each.accepted.is_empty());
    let anew = |each: &Touchpoint| Touchpoint { accepted: Vec::new(), ..each.clone() };
    let touchpoints: Vec<Touchpoint> = targets.map(|(_, each)| anew(each)).collect();
    let count = touchpoints.len();
    if commit_in_place(state, Edit::Replace(touchpoints)) {
        let text = state.lang.found_again(count);
        state.say(Tone::Done, text);
    }
}

/// Lists only the findings of the rule of the one that one is on, or all again.
pub(super) fn one_rule(state: &mut State) {
    let found = finding(state);
    state.board.one_rule = match state.board.one_rule {
        Some(_) => None,
        None => found.map(|finding| finding.rule),
    };
    let same = |each: &Finding| found.is_some_and(|found| (found.rule, found.about) == (each.rule, each.about));
    let line = findings(state).position(same);
    state.board.line = line.unwrap_or(0);
}

/// Why the finding that one is on cannot be accepted.
pub(super) fn cannot_accept(state: &State) -> Option<Reason> {
    match finding(state) {
        None => Some(Reason::NothingListed),
        Some(finding) => {
            let is_acceptable = finding.rule.is_acceptable() && finding.touchpoint().is_some();
            (!is_acceptable).then_some(Reason::NotAcceptable)
        }
    }
}

/// The place that a line of the list is about.
pub(super) fn place_of(state: &State, line: usize) -> Option<Place> {
    match state.insight.listed() {
        Listed::Nothing | Listed::Balance(_) => None,
        Listed::Review(_) => match findings(state).nth(line)?.about {
            About::Touchpoint { place, .. } => Some(place),
            About::Phase(phase) => Some(Place::new(phase, 0)),
            About::Map => None,
        },
        Listed::Priorities(priorities) => {
            priorities.ranked.iter().chain(&priorities.unranked).nth(line).map(|priority| priority.place)
        }
    }
}

/// The line of the list that one is on.
pub fn line(state: &State) -> usize {
    state.board.line.min(lines(state).saturating_sub(1))
}

/// Whether there is something in the list.
pub(super) fn is_listed(state: &State) -> bool {
    lines(state) > 0
}

/// Moves over the list; the selection goes along on the board.
pub(super) fn go(state: &mut State, way: Go) {
    let (line, last) = (line(state), lines(state).saturating_sub(1));
    let line = match way {
        Go::Up | Go::Left => line.saturating_sub(1),
        Go::Down | Go::Right => line + 1,
        Go::First => 0,
        Go::Last => last,
        Go::PageUp => line.saturating_sub(PAGE),
        Go::PageDown => line + PAGE,
    };
    go_to(state, line.min(last));
}

/// Goes to a line of the list.
pub(super) fn go_to(state: &mut State, line: usize) {
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
pub(super) fn open_form(state: &mut State, key: &str) {
    let touchpoint = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some(touchpoint) = touchpoint {
        let mut form = Form::new(Subject::Touchpoints(vec![Touchpoint::clone(touchpoint)]));
        form.focus = form.rows.iter().position(|row| row.key == key).unwrap_or(0);
        state.dialogs.push(Dialog::Form(Box::new(form)));
    }
}
