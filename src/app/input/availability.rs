//! Whether an action can be done now; where it cannot, there is a reason.

use crate::app::model::action::{Action, Go, TagEdit};
use crate::app::model::board::{Pane, SidePane};
use crate::app::model::presentation::{numbered_place, shows_all_phases};
use crate::app::model::reason::Reason;
use crate::app::model::screen::Screen;
use crate::app::model::side::{cannot_accept, is_listed};
use crate::app::model::state::State;
use crate::app::model::turn;
use crate::app::model::what_if;
use crate::map::step::step_around;
use crate::map::{Direction, Phase};

/// The reason why an action cannot be done now, if there is one.
pub fn refusal(state: &State, action: Action) -> Option<Reason> {
    let board = &state.board;
    if state.session.is_read_only() && changes(action) {
        return Some(Reason::ReadOnly);
    }
    match action {
        Action::Mark => board.selected().is_none().then_some(Reason::NothingSelected),
        Action::MarkRange => {
            board.anchor.and_then(|id| state.map().find(id)).is_none().then_some(Reason::NothingMarked)
        }
        Action::MarkAll => state.map().is_empty().then_some(Reason::NothingSelected),
        Action::HideRest => board.filter.is_none().then_some(Reason::NothingFiltered),
        Action::EditTouchpoint
        | Action::GiveReach
        | Action::Delete
        | Action::Copy
        | Action::CopyText
        | Action::Duplicate => nothing(state),
        Action::Shift(direction) => nothing(state).or_else(|| cannot_shift(state, direction)),
        Action::Change(facet) => nothing(state).or_else(|| cannot_change(state, facet)),
        Action::Paste => board.clipboard.is_empty().then_some(Reason::NothingCopied),
        Action::Undo => state.session.document.next_undo().is_none().then_some(Reason::NothingToUndo),
        Action::Redo => state.session.document.next_redo().is_none().then_some(Reason::NothingToRedo),
        Action::NextHit | Action::PreviousHit => {
            (board.pattern.is_none() && board.filter.is_none()).then_some(Reason::NothingSearched)
        }
        Action::EditFile => cannot_edit(state),
        Action::ReadAgain => still_opening(state),
        Action::Lift(lift) => {
            no_conversion(state).or_else(|| what_if::is_end(state, lift).then_some(Reason::EndOfShares))
        }
        Action::GiveConversion => no_conversion(state),
        Action::Go(way) => cannot_go(state, way),
        Action::ClearBoard => board.to_clear().is_none().then_some(Reason::NothingToClear),
        Action::ToggleOnePhase => shows_all_phases(state).then_some(Reason::NotByPhase),
        Action::Assume => state.board.supposed.is_empty().then_some(Reason::NothingSupposed),
        Action::Mend | Action::OneRule | Action::Attend => (!is_listed(state)).then_some(Reason::NothingListed),
        Action::Accept => cannot_accept(state),
        Action::FindAgain => {
            let accepts = state.targets().iter().any(|(_, each)| !each.accepted.is_empty());
            (!accepts).then_some(Reason::NothingAccepted)
        }
        Action::Turn(turn) => turn::is_end(state, turn).then_some(Reason::NothingFurther),
        Action::Vote(nth) => numbered_place(state, nth).is_none().then_some(Reason::NotNumbered),
        Action::StopCountdown => state.show.timer.seconds(state.now).is_none().then_some(Reason::NothingCounted),
        Action::Show(_)
        | Action::PutBack
        | Action::NextPane
        | Action::QuickEntry
        | Action::EditMap
        | Action::Search
        | Action::Filter
        | Action::NextFinding
        | Action::PreviousFinding
        | Action::NextUntagged
        | Action::Palette
        | Action::ToggleCurve
        | Action::ToggleDensity
        | Action::Widen
        | Action::Themes
        | Action::Tour
        | Action::SkipLesson
        | Action::EndTour
        | Action::Present
        | Action::Enlarge
        | Action::ToggleOverview
        | Action::ToggleRanking
        | Action::Blacken
        | Action::Countdown
        | Action::LeavePresentation
        | Action::Save
        | Action::SaveAs
        | Action::Export
        | Action::Help
        | Action::Quit
        | Action::Open
        | Action::NewMap
        | Action::Reply(_) => None,
    }
}

/// Whether an action changes the map.
const fn changes(action: Action) -> bool {
    match action {
        Action::QuickEntry
        | Action::EditTouchpoint
        | Action::EditMap
        | Action::Shift(_)
        | Action::Change(_)
        | Action::Vote(_)
        | Action::GiveReach
        | Action::Delete
        | Action::Duplicate
        | Action::Paste
        | Action::Undo
        | Action::Redo
        | Action::Assume
        | Action::Accept
        | Action::FindAgain
        | Action::Mend
        | Action::Attend => true,
        Action::Go(_)
        | Action::NextPane
        | Action::Copy
        | Action::CopyText
        | Action::Mark
        | Action::MarkRange
        | Action::MarkAll
        | Action::Search
        | Action::NextHit
        | Action::PreviousHit
        | Action::ClearBoard
        | Action::Filter
        | Action::HideRest
        | Action::NextFinding
        | Action::PreviousFinding
        | Action::NextUntagged
        | Action::Palette
        | Action::ToggleCurve
        | Action::ToggleDensity
        | Action::Widen
        | Action::Themes
        | Action::Tour
        | Action::SkipLesson
        | Action::EndTour
        | Action::Present
        | Action::Turn(_)
        | Action::Enlarge
        | Action::ToggleOnePhase
        | Action::ToggleOverview
        | Action::ToggleRanking
        | Action::Blacken
        | Action::Countdown
        | Action::StopCountdown
        | Action::LeavePresentation
        | Action::Show(_)
        | Action::Lift(_)
        | Action::GiveConversion
        | Action::PutBack
        | Action::OneRule
        | Action::Save
        | Action::SaveAs
        | Action::Export
        | Action::Help
        | Action::Quit
        | Action::Open
        | Action::NewMap
        | Action::EditFile
        | Action::ReadAgain
        | Action::Reply(_) => false,
    }
}

fn still_opening(state: &State) -> Option<Reason> {
    matches!(state.screen, Screen::Opening { .. }).then_some(Reason::StillOpening)
}

fn cannot_edit(state: &State) -> Option<Reason> {
    let mendable = !matches!(&state.screen, Screen::Unreadable(page) if !page.is_text());
    still_opening(state).or_else(|| (!mendable).then_some(Reason::NotAText))
}

fn no_conversion(state: &State) -> Option<Reason> {
    let conversion = state.step_here().and_then(|index| state.conversion_of(index));
    conversion.is_none().then_some(Reason::NoConversion)
}

/// Why there is nowhere to go; at the last card of many one sees where one is.
fn cannot_go(state: &State, way: Go) -> Option<Reason> {
    if !state.dialogs.is_empty() {
        return None;
    }
    match (state.board.pane, state.board.side) {
        (Pane::Columns, _) if matches!(way, Go::Left | Go::Right) => None,
        (Pane::Columns, _) => state.board.selected().is_none().then_some(Reason::NothingSelected),
        (Pane::Side, SidePane::Funnel) => state.map().is_empty().then_some(Reason::NothingSelected),
        (Pane::Side, SidePane::Review | SidePane::Balance | SidePane::Priorities) => {
            (!is_listed(state)).then_some(Reason::NothingListed)
        }
    }
}

fn nothing(state: &State) -> Option<Reason> {
    let nothing = state.board.marked.is_empty() && state.board.selected().is_none();
    nothing.then_some(Reason::NothingSelected)
}

fn cannot_shift(state: &State, direction: Direction) -> Option<Reason> {
    let place = state.board.place();
    let column = state.map().phase(place.phase);
    let step = if place.row < column.len() { step_around(column, place.row) } else { 0..0 };
    // Several marked touchpoints move as a block; the move itself tells when it is at the end already.
    let alone = step.len() < 2 && state.board.marked.is_empty();
    match direction {
        Direction::Left => (place.phase == Phase::Before).then_some(Reason::FirstPhase),
        Direction::Right => (place.phase == Phase::After).then_some(Reason::LastPhase),
        Direction::Up => (alone && place.row == 0).then_some(Reason::AtTop),
        Direction::Down => (alone && place.row + 1 >= column.len()).then_some(Reason::AtBottom),
    }
}

fn cannot_change(state: &State, facet: TagEdit) -> Option<Reason> {
    let targets = state.targets();
    let value = |by: i8| targets.iter().all(|(_, each)| each.emotion.is_some_and(|emotion| emotion.value() == by));
    match facet {
        TagEdit::Alternative => targets.iter().all(|(place, _)| place.row == 0).then_some(Reason::FirstOfPhase),
        TagEdit::BetterEmotion => value(2).then_some(Reason::BestEmotion),
        TagEdit::WorseEmotion => value(-2).then_some(Reason::WorstEmotion),
        TagEdit::FewerVotes => targets.iter().all(|(_, each)| each.votes == 0).then_some(Reason::NoVotes),
        TagEdit::Kind(_) | TagEdit::Intent | TagEdit::Critical | TagEdit::MoreVotes => None,
    }
}
