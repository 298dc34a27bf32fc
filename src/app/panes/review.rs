//! The review pane: correcting and silencing findings.

use crate::app::model::action::Action;
use crate::app::model::commit::commit_in_place;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::query::list::{
    ReviewLine, line_about, selected_finding, selected_line, selected_review_line, subject_of_line,
};
use crate::app::model::state::State;
use crate::app::panes::conflicts;
use crate::app::panes::list::{open_form, select_touchpoint};
use crate::map::review::FindingSubject;
use crate::map::{Edit, Rule, Touchpoint};

/// Opens the place that corrects the selected finding: a field of its touchpoint, or quick entry. Opens or closes a group.
pub(crate) fn correct(state: &mut State) -> Next {
    if let Some(ReviewLine::Group { rule, is_open, .. }) = selected_review_line(state) {
        if is_open {
            state.board.open_rules.remove(&rule);
        } else {
            state.board.open_rules.insert(rule);
        }
        return Next::nothing();
    }
    let Some(finding) = selected_finding(state) else { return Next::nothing() };
    select_touchpoint(state);
    match finding.subject {
        FindingSubject::Touchpoint { .. } if finding.rule == Rule::MergeConflict => {
            conflicts::ask(state);
            Next::nothing()
        }
        FindingSubject::Touchpoint { .. } => {
            open_form(state, finding.field.unwrap_or("name"));
            Next::nothing()
        }
        FindingSubject::Map if finding.rule == Rule::MergeConflict => {
            conflicts::ask_of_map(state);
            Next::nothing()
        }
        FindingSubject::Phase(_) | FindingSubject::Map => Next::action(Action::QuickEntry),
    }
}

/// Silences the selected finding for its touchpoint.
pub(crate) fn silence(state: &mut State) {
    let Some(finding) = selected_finding(state) else { return };
    let touchpoint = finding.touchpoint().and_then(|id| state.map().touchpoint(id));
    let Some(mut touchpoint) = touchpoint.map(|touchpoint| Touchpoint::clone(touchpoint)) else { return };
    touchpoint.set_silenced(finding.rule, true);
    let name = touchpoint.name.to_string();
    if commit_in_place(state, Edit::Replace(vec![touchpoint])) {
        let text = state.lang.finding_silenced(&state.lang.rule(finding.rule), &name, &state.key_label(Action::Undo));
        state.say(Tone::Done, text);
    }
}

/// Removes all silences from the target touchpoints.
pub(crate) fn remove_silences(state: &mut State) {
    let targets = state.targets().into_iter().filter(|(_, each)| !each.accepted.is_empty());
    let without = |each: &Touchpoint| Touchpoint { accepted: Vec::new(), ..each.clone() };
    let touchpoints: Vec<Touchpoint> = targets.map(|(_, each)| without(each)).collect();
    let count = touchpoints.len();
    if commit_in_place(state, Edit::Replace(touchpoints)) {
        let text = state.lang.findings_restored(count);
        state.say(Tone::Done, text);
    }
}

/// Shows only findings of the selected line's rule, or all findings again.
pub(crate) fn toggle_one_rule(state: &mut State) {
    let subject = subject_of_line(state, selected_line(state));
    state.board.one_rule = match state.board.one_rule {
        Some(_) => None,
        None => subject.and_then(|subject| subject.rule),
    };
    if state.board.one_rule.is_none() {
        // The selected finding stays visible.
        state.board.open_rules.extend(subject.and_then(|subject| subject.rule));
    }
    state.board.line = subject.and_then(|subject| line_about(state, subject)).unwrap_or(0);
}
