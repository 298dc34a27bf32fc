//! Whether an action can run now; if not, the reason.

use crate::app::model::action::{Action, Go, TagEdit};
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::query::conflicts::open_conflicts;
use crate::app::model::query::funnel_beginning::new_beginning;
use crate::app::model::query::list::{cannot_silence, has_lines, is_on_line_without_touchpoint};
use crate::app::model::query::presentation::{shows_all_phases, shows_numbers};
use crate::app::model::query::room;
use crate::app::model::query::turn;
use crate::app::model::query::what_if;
use crate::app::model::reason::Reason;
use crate::app::model::requirement::Requirement;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::step::step_around;
use crate::map::{Direction, Phase};

/// Returns why an action cannot run now, or `None` if it can.
pub(crate) fn refusal(state: &State, action: Action) -> Option<Reason> {
    if state.session.is_read_only() && action.changes_map() {
        return Some(Reason::ReadOnly);
    }
    let (board, document) = (&state.board, &state.session.document);
    let unless = |holds: bool, reason: Reason| (!holds).then_some(reason);
    match action.requirement() {
        Requirement::Nothing => None,
        Requirement::Selection => cannot_select(state),
        Requirement::Targets => no_targets(state),
        Requirement::Touchpoints => unless(!state.map().is_empty(), Reason::NothingSelected),
        Requirement::LastMarked => {
            let last = board.anchor.and_then(|id| state.map().find(id));
            unless(last.is_some(), Reason::NothingMarked)
        }
        Requirement::Movement(go) => cannot_go(state, go),
        Requirement::Move(direction) => no_targets(state).or_else(|| cannot_move(state, direction)),
        Requirement::TagEdit(edit) => no_targets(state).or_else(|| cannot_edit_tag(state, edit)),
        Requirement::Clipboard => unless(!board.clipboard.is_empty(), Reason::NothingCopied),
        Requirement::ConflictNote => unless(!open_conflicts(state).is_empty(), Reason::NoConflict),
        Requirement::Undo => unless(document.next_undo().is_some(), Reason::NothingToUndo),
        Requirement::Redo => unless(document.next_redo().is_some(), Reason::NothingToRedo),
        Requirement::SearchOrFilter => {
            unless(board.pattern.is_some() || board.filter.is_some(), Reason::NothingSearched)
        }
        Requirement::Filter => unless(board.filter.is_some(), Reason::NothingFiltered),
        Requirement::SomethingToClear => unless(board.next_layer().is_some(), Reason::NothingToClear),
        Requirement::Conversion => no_conversion(state),
        Requirement::AdjustableConversion(step) => {
            no_conversion(state).or_else(|| what_if::is_at_limit(state, step).then_some(Reason::ConversionAtLimit))
        }
        Requirement::FunnelBeginning => unless(new_beginning(state).is_some(), Reason::NoFunnelBeginning),
        Requirement::WhatIf => unless(!board.what_if.is_empty(), Reason::NoWhatIf),
        Requirement::ListLine => unless(has_lines(state), Reason::NothingListed),
        Requirement::SilenceableFinding => cannot_silence(state),
        Requirement::Silences => {
            let has_silences = state.targets().iter().any(|(_, each)| !each.accepted.is_empty());
            no_targets(state).or_else(|| unless(has_silences, Reason::NothingSilenced))
        }
        Requirement::Turn(turn) => turn::is_end(state, turn).then_some(Reason::NoFurtherPage),
        Requirement::PageOfOnePhase => unless(!shows_all_phases(state), Reason::NotByPhase),
        Requirement::NumberedPage => unless(shows_numbers(state), Reason::NotNumbered),
        Requirement::RunningTimer => unless(state.show.timer.seconds(state.now).is_some(), Reason::NoTimer),
        Requirement::FileForRoom => unless(state.session.path().is_some(), Reason::NoFileForRoom),
        Requirement::Room(act) => room::refusal(state, act),
        Requirement::TextFile => cannot_edit_file(state),
    }
}

fn cannot_edit_file(state: &State) -> Option<Reason> {
    let is_editable = !matches!(&state.screen, Screen::Unreadable(page) if !page.is_text());
    (!is_editable).then_some(Reason::NotAText)
}

fn no_conversion(state: &State) -> Option<Reason> {
    let place = state.board.place();
    if state.map().at(place).is_none() {
        return Some(Reason::NothingSelected);
    }
    let funnel = &state.session.insight.current().funnel;
    let Some(index) = funnel.step_at(place) else { return Some(Reason::AfterPurchase) };
    let step = &funnel.steps[index];
    if funnel.is_leading_in(index) {
        Some(Reason::BeforeFunnel)
    } else if step.reach.is_none() {
        Some(Reason::NoReach)
    } else if step.since.is_none() {
        Some(Reason::FirstReach)
    } else {
        step.conversion.is_none().then_some(Reason::NobodyBefore)
    }
}

/// Returns a reason only if there is nothing to move to at all. At the last card, a key does nothing: the user sees why.
fn cannot_go(state: &State, go: Go) -> Option<Reason> {
    if !state.dialogs.is_empty() {
        return None;
    }
    match (state.board.pane, state.board.side) {
        (Pane::Columns, _) if matches!(go, Go::Left | Go::Right) => None,
        (Pane::Columns, _) => state.board.selected().is_none().then_some(Reason::NothingSelected),
        (Pane::Side, SidePane::Funnel) => state.map().is_empty().then_some(Reason::NothingSelected),
        (Pane::Side, SidePane::Room) if state.session.hosted.room.round().hides_contributions => {
            Some(Reason::RoomHidden)
        }
        (Pane::Side, SidePane::Review | SidePane::Balance | SidePane::Priorities | SidePane::Room) => {
            (!has_lines(state)).then_some(Reason::NothingListed)
        }
    }
}

fn no_targets(state: &State) -> Option<Reason> {
    if state.board.marked.is_empty() { cannot_select(state) } else { None }
}

/// Returns why no single touchpoint is selected.
fn cannot_select(state: &State) -> Option<Reason> {
    if state.dialogs.is_empty() && state.show.presentation.is_none() && is_on_line_without_touchpoint(state) {
        return Some(Reason::LineWithoutTouchpoint);
    }
    state.board.selected().is_none().then_some(Reason::NothingSelected)
}

fn cannot_move(state: &State, direction: Direction) -> Option<Reason> {
    let place = state.board.place();
    let column = state.map().phase(place.phase);
    let step = if place.row < column.len() { step_around(column, place.row) } else { 0..0 };
    // Marked touchpoints move as a block; the move itself reports that it is at the end.
    let alone = step.len() < 2 && state.board.marked.is_empty();
    match direction {
        Direction::Left => (place.phase == Phase::Before).then_some(Reason::FirstPhase),
        Direction::Right => (place.phase == Phase::After).then_some(Reason::LastPhase),
        Direction::Up => (alone && place.row == 0).then_some(Reason::AtTop),
        Direction::Down => (alone && place.row + 1 >= column.len()).then_some(Reason::AtBottom),
    }
}

fn cannot_edit_tag(state: &State, edit: TagEdit) -> Option<Reason> {
    let targets = state.targets();
    let all_at =
        |value: i8| targets.iter().all(|(_, each)| each.emotion.is_some_and(|emotion| emotion.value() == value));
    match edit {
        TagEdit::Alternative => targets.iter().all(|(place, _)| place.row == 0).then_some(Reason::FirstOfPhase),
        TagEdit::BetterEmotion => all_at(2).then_some(Reason::BestEmotion),
        TagEdit::WorseEmotion => all_at(-2).then_some(Reason::WorstEmotion),
        TagEdit::FewerVotes => targets.iter().all(|(_, each)| each.votes == 0).then_some(Reason::NoVotes),
        TagEdit::Kind(_) | TagEdit::Intent | TagEdit::Critical | TagEdit::MoreVotes => None,
    }
}
