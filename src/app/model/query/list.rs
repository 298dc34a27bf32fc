//! The list in the side pane: its lines, and what the selected line is about.

use crate::app::model::insight::SideContent;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;
use crate::map::review::FindingSubject;
use crate::map::{Finding, Place};

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

/// Returns the selected line.
pub(crate) fn selected_line(state: &State) -> usize {
    state.board.line.min(line_count(state).saturating_sub(1))
}

/// Returns true if the list is not empty.
pub(crate) fn has_lines(state: &State) -> bool {
    line_count(state) > 0
}
