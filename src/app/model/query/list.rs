//! The list in the side pane: its lines, and what the selected line is about.

use crate::app::model::board::LineSubject;
use crate::app::model::insight::SideContent;
use crate::app::model::pane::Pane;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;
use crate::map::priority::Priority;
use crate::map::review::FindingSubject;
use crate::map::{Finding, Place, TouchpointId};

/// Returns how many lines can be selected in the list, or scrolled to in the balance.
pub(crate) fn line_count(state: &State) -> usize {
    match state.session.insight.side_content() {
        SideContent::Nothing => 0,
        SideContent::Balance(_) => state.viewport.balance_hidden + 1,
        SideContent::Review(_) => findings(state).count(),
        SideContent::Priorities(priorities) => priorities.ranked.len() + priorities.unranked.len(),
    }
}

/// Returns the listed findings: all, or those of one rule.
pub fn findings(state: &State) -> impl Iterator<Item = &Finding> {
    let all: &[Finding] = match state.session.insight.side_content() {
        SideContent::Review(review) => &review.findings,
        SideContent::Nothing | SideContent::Balance(_) | SideContent::Priorities(_) => &[],
    };
    let rule = state.board.one_rule;
    all.iter().filter(move |finding| rule.is_none_or(|rule| finding.rule == rule))
}

/// Returns the finding of the selected line.
pub(crate) fn selected_finding(state: &State) -> Option<Finding> {
    findings(state).nth(selected_line(state)).copied()
}

/// Returns why the selected finding cannot be silenced.
pub(crate) fn cannot_silence(state: &State) -> Option<Reason> {
    let Some(finding) = selected_finding(state) else { return Some(Reason::NothingListed) };
    let can_be_silenced = finding.rule.can_be_silenced() && finding.touchpoint().is_some();
    (!can_be_silenced).then_some(Reason::NotSilenceable)
}

/// Returns the place of the touchpoint that a line is about.
pub(crate) fn place_of_line(state: &State, line: usize) -> Option<Place> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) => None,
        SideContent::Review(_) => match findings(state).nth(line)?.subject {
            FindingSubject::Touchpoint { place, .. } => Some(place),
            FindingSubject::Phase(phase) => Some(Place::new(phase, 0)),
            FindingSubject::Map => None,
        },
        SideContent::Priorities(priorities) => {
            priorities.ranked.iter().chain(&priorities.unranked).nth(line).map(|priority| priority.place)
        }
    }
}

/// Returns what a line is about.
pub(crate) fn subject_of_line(state: &State, line: usize) -> Option<LineSubject> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) => None,
        SideContent::Review(_) => findings(state).nth(line).map(subject_of_finding),
        SideContent::Priorities(priorities) => {
            priorities.ranked.iter().chain(&priorities.unranked).nth(line).map(|each| subject_of_priority(state, each))
        }
    }
}

/// Returns the line about something.
pub(crate) fn line_about(state: &State, subject: LineSubject) -> Option<usize> {
    line_where(state, |each| each == subject)
}

/// Returns the first line about a touchpoint.
pub(crate) fn line_of_touchpoint(state: &State, touchpoint: TouchpointId) -> Option<usize> {
    line_where(state, |each| each.touchpoint == Some(touchpoint))
}

fn line_where(state: &State, is_wanted: impl Fn(LineSubject) -> bool) -> Option<usize> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) => None,
        SideContent::Review(_) => findings(state).map(subject_of_finding).position(is_wanted),
        SideContent::Priorities(priorities) => {
            let listed = priorities.ranked.iter().chain(&priorities.unranked);
            listed.map(|each| subject_of_priority(state, each)).position(is_wanted)
        }
    }
}

fn subject_of_finding(finding: &Finding) -> LineSubject {
    let phase = match finding.subject {
        FindingSubject::Phase(phase) => Some(phase),
        FindingSubject::Touchpoint { .. } | FindingSubject::Map => None,
    };
    LineSubject { rule: Some(finding.rule), touchpoint: finding.touchpoint(), phase }
}

fn subject_of_priority(state: &State, priority: &Priority) -> LineSubject {
    let touchpoint = state.map().at(priority.place).map(|touchpoint| touchpoint.id);
    LineSubject { rule: None, touchpoint, phase: None }
}

/// Returns true if the keys go to a list whose selected line is about no touchpoint.
pub(crate) fn is_on_line_without_touchpoint(state: &State) -> bool {
    let subject = subject_of_line(state, selected_line(state));
    state.board.pane == Pane::Side && subject.is_some_and(|subject| subject.touchpoint.is_none())
}

/// Returns true if a line is drawn as selected: the keys go to the list, or the line is about the selected touchpoint.
pub(crate) fn is_line_highlighted(state: &State, line: usize) -> bool {
    let is_about_selection = || {
        let touchpoint = subject_of_line(state, line).and_then(|subject| subject.touchpoint);
        touchpoint.is_some() && touchpoint == state.board.selected()
    };
    line == selected_line(state) && (state.board.pane == Pane::Side || is_about_selection())
}

/// Returns the selected line.
pub(crate) fn selected_line(state: &State) -> usize {
    state.board.line.min(line_count(state).saturating_sub(1))
}

/// Returns true if the list is not empty.
pub(crate) fn has_lines(state: &State) -> bool {
    line_count(state) > 0
}
