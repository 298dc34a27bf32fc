//! The list in the side pane: its lines, and what the selected line is about.

use crate::app::model::board::LineSubject;
use crate::app::model::insight::SideContent;
use crate::app::model::pane::Pane;
use crate::app::model::query::room;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;
use crate::map::priority::Priority;
use crate::map::review::FindingSubject;
use crate::map::{Finding, Place, Rule, TouchpointId};

/// Returns how many lines can be selected in the list, or scrolled to in the balance.
pub(crate) fn line_count(state: &State) -> usize {
    match state.session.insight.side_content() {
        SideContent::Nothing => 0,
        SideContent::Balance(_) => state.viewport.balance_hidden + 1,
        SideContent::Review(_) => review_lines(state).len(),
        SideContent::Priorities(priorities) => priorities.ranked.len() + priorities.unranked.len(),
        SideContent::Room => room::shown_piles(state).len(),
    }
}

/// Returns the listed findings: all, or those of one rule.
pub fn findings(state: &State) -> impl Iterator<Item = &Finding> {
    let all: &[Finding] = match state.session.insight.side_content() {
        SideContent::Review(review) => &review.findings,
        SideContent::Nothing | SideContent::Balance(_) | SideContent::Priorities(_) | SideContent::Room => &[],
    };
    let rule = state.board.one_rule;
    all.iter().filter(move |finding| rule.is_none_or(|rule| finding.rule == rule))
}

/// A line of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewLine<'a> {
    /// Several findings of one rule, below this line if the group is open.
    Group {
        rule: Rule,
        count: usize,
        is_open: bool,
    },
    Finding(&'a Finding),
}

/// Returns the lines of the review: the findings of each rule together, several of them in a group. Findings of the one
/// rule that is listed alone are in no group.
pub fn review_lines(state: &State) -> Vec<ReviewLine<'_>> {
    if state.board.one_rule.is_some() {
        return findings(state).map(ReviewLine::Finding).collect();
    }
    let mut by_rule = [const { Vec::new() }; Rule::ALL.len()];
    for finding in findings(state) {
        by_rule[finding.rule as usize].push(finding);
    }
    let mut lines = Vec::new();
    for (rule, found) in Rule::ALL.into_iter().zip(by_rule) {
        let is_open = state.board.open_rules.contains(&rule);
        if found.len() > 1 {
            lines.push(ReviewLine::Group { rule, count: found.len(), is_open });
        }
        if is_open || found.len() == 1 {
            lines.extend(found.into_iter().map(ReviewLine::Finding));
        }
    }
    lines
}

/// Returns the selected line of the review.
pub(crate) fn selected_review_line(state: &State) -> Option<ReviewLine<'_>> {
    review_lines(state).get(selected_line(state)).copied()
}

/// Returns the finding of the selected line.
pub(crate) fn selected_finding(state: &State) -> Option<Finding> {
    match selected_review_line(state)? {
        ReviewLine::Finding(finding) => Some(*finding),
        ReviewLine::Group { .. } => None,
    }
}

/// Returns why the selected finding cannot be silenced.
pub(crate) fn cannot_silence(state: &State) -> Option<Reason> {
    if !has_lines(state) {
        return Some(Reason::NothingListed);
    }
    let Some(finding) = selected_finding(state) else { return Some(Reason::NotSilenceable) };
    let can_be_silenced = finding.rule.can_be_silenced() && finding.touchpoint().is_some();
    (!can_be_silenced).then_some(Reason::NotSilenceable)
}

/// Returns the place of the touchpoint that a line is about.
pub(crate) fn place_of_line(state: &State, line: usize) -> Option<Place> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) | SideContent::Room => None,
        SideContent::Review(_) => match review_lines(state).get(line)? {
            ReviewLine::Group { .. } => None,
            ReviewLine::Finding(finding) => match finding.subject {
                FindingSubject::Touchpoint { place, .. } => Some(place),
                FindingSubject::Phase(phase) => Some(Place::new(phase, 0)),
                FindingSubject::Map => None,
            },
        },
        SideContent::Priorities(priorities) => {
            priorities.ranked.iter().chain(&priorities.unranked).nth(line).map(|priority| priority.place)
        }
    }
}

/// Returns what a line is about.
pub(crate) fn subject_of_line(state: &State, line: usize) -> Option<LineSubject> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) | SideContent::Room => None,
        SideContent::Review(_) => review_lines(state).get(line).map(subject_of_review_line),
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

/// Returns the last line of the review about a rule.
pub(crate) fn last_line_of_rule(state: &State, rule: Rule) -> Option<usize> {
    review_lines(state).iter().rposition(|line| subject_of_review_line(line).rule == Some(rule))
}

fn line_where(state: &State, is_wanted: impl Fn(LineSubject) -> bool) -> Option<usize> {
    match state.session.insight.side_content() {
        SideContent::Nothing | SideContent::Balance(_) | SideContent::Room => None,
        SideContent::Review(_) => review_lines(state).iter().map(subject_of_review_line).position(is_wanted),
        SideContent::Priorities(priorities) => {
            let listed = priorities.ranked.iter().chain(&priorities.unranked);
            listed.map(|each| subject_of_priority(state, each)).position(is_wanted)
        }
    }
}

fn subject_of_review_line(line: &ReviewLine<'_>) -> LineSubject {
    let finding = match *line {
        ReviewLine::Group { rule, .. } => return LineSubject { rule: Some(rule), touchpoint: None, phase: None },
        ReviewLine::Finding(finding) => finding,
    };
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
