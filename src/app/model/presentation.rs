//! The presentation: the journey shown to a room, one step at a time, and votes given by number.

use std::ops::Range;

use crate::map::step::step_around;
use crate::map::{JourneyMap, Place};

/// How many touchpoints have a number to vote by.
pub const NUMBERS: usize = 9;

/// What is shown to the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The step that one is at, as large cards.
    #[default]
    Step,
    /// The whole funnel; it comes behind the last step before the buyers.
    Funnel,
    /// All touchpoints, a line each.
    Overview,
    /// The touchpoints that have votes, most first.
    Ranking,
}

/// A presentation; where one is in it is what is selected on the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    pub page: Page,
    /// Whether only the phase that one is in is shown.
    pub one_phase: bool,
    /// Whether nothing is shown, until the next key.
    pub is_black: bool,
}

/// The rows of the phase one is in that have a number from 1 on to vote by.
pub fn numbered(map: &JourneyMap, page: Page, place: Place) -> Range<usize> {
    let column = map.phase(place.phase);
    if place.row >= column.len() {
        return 0..0;
    }
    let rows = match page {
        Page::Step => step_around(column, place.row),
        Page::Overview => 0..column.len(),
        Page::Funnel | Page::Ranking => return 0..0,
    };
    let first = rows.start + (place.row - rows.start) / NUMBERS * NUMBERS;
    first..rows.end.min(first + NUMBERS)
}
