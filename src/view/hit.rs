//! What the mouse points at: the same layout as drawn, asked by position.

use ratatui::layout::{Position, Rect};

use super::{board, funnel, funnel_parts, layout, presentation, side, strip};
use crate::app::State;
use crate::app::board::Side;
use crate::app::pointer::Spot;
use crate::app::state::Screen;
use crate::map::Place;

/// What stands at a position of the screen, if it can be pointed at.
pub fn at(state: &State, area: Rect, position: Position) -> Option<Spot> {
    if !matches!(state.screen, Screen::Board) {
        return None;
    }
    let arrangement = layout::arrange(state, area)?;
    if let Some(presented) = state.presentation {
        return presentation::at(state, presented, &arrangement, position);
    }
    let shown = state.shown();
    if let Some(tabs) = arrangement.tabs.filter(|tabs| tabs.contains(position)) {
        return board::tabs(tabs)
            .into_iter()
            .find(|(_, tab)| tab.contains(position))
            .map(|(phase, _)| Spot::Tab(phase));
    }
    if let Some(&(phase, column)) = arrangement.columns.iter().find(|(_, column)| column.contains(position)) {
        let (cards, room) = board::layout(state, &shown, phase, column, arrangement.tabs.is_none());
        let line = position.y.checked_sub(room.y);
        let card = line.and_then(|line| cards.iter().find(|card| (card.top..card.top + card.height).contains(&line)));
        return Some(card.zip(line).map_or(Spot::Column(phase), |(card, line)| Spot::Card {
            place: Place::new(phase, card.row),
            lower: line - card.top >= card.height / 2,
        }));
    }
    let pane = arrangement.funnel.or(arrangement.strip).filter(|pane| pane.contains(position))?;
    if state.board.side != Side::Funnel {
        let line = position.y.checked_sub(pane.y + 1)?;
        let seen = side::layout(state, pane).into_iter();
        let mut under = seen.filter(|seen| (seen.top..seen.top + seen.height).contains(&line));
        return under.next().map(|seen| Spot::Line(seen.row));
    }
    shown.funnel().buyers?;
    let line = position.y.checked_sub(pane.y + 1)?;
    let lines = match arrangement.funnel {
        Some(_) => funnel::layout(state, &shown, pane),
        None => strip::layout(state, &shown, pane),
    };
    let seen = lines.into_iter().find(|seen| (seen.top..seen.top + seen.height).contains(&line))?;
    funnel_parts::place(&shown, funnel_parts::item(&shown, seen.row)).map(Spot::Step)
}
