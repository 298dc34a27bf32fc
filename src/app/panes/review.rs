//! The review pane: correcting and silencing findings.

use crate::app::model::action::Action;
use crate::app::model::commit::commit_in_place;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::query::list::{findings, selected_finding};
use crate::app::model::state::State;
use crate::app::panes::list::{open_form, select_touchpoint};
use crate::map::review::FindingSubject;
use crate::map::{Edit, Finding, Touchpoint};

/// Opens the place that corrects the selected finding: a field of its touchpoint, or quick entry.
pub(crate) fn correct(state: &mut State) -> Next {
    let Some(finding) = selected_finding(state) else { return Next::nothing() };
    select_touchpoint(state);
    match finding.subject {
        FindingSubject::Touchpoint { .. } => {
            open_form(state, finding.field.unwrap_or("name"));
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

/// Shows only findings of the selected finding's rule, or all findings again.
pub(crate) fn toggle_one_rule(state: &mut State) {
    let selected = selected_finding(state);
    state.board.one_rule = match state.board.one_rule {
        Some(_) => None,
        None => selected.map(|finding| finding.rule),
    };
    let is_selected =
        |each: &Finding| selected.is_some_and(|finding| (finding.rule, finding.subject) == (each.rule, each.subject));
    let line = findings(state).position(is_selected);
    state.board.line = line.unwrap_or(0);
}
