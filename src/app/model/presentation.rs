//! The presentation: its pages and the numbers for voting.

use std::ops::Range;

use crate::map::step::step_around;
use crate::map::{JourneyMap, Place};

/// The number of touchpoints with a number for voting.
pub(crate) const NUMBERS: usize = 9;

/// A page of the presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The current step, as large cards.
    #[default]
    Step,
    /// The whole funnel; it comes after the last step before the buyers.
    Funnel,
    /// All touchpoints, one line each.
    Overview,
    /// The touchpoints with votes, most votes first.
    Ranking,
}

/// The presentation; its position is the selection on the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    pub page: Page,
    /// The page that the same key shows again.
    pub(crate) back: Page,
    /// True if only the current phase is shown.
    pub one_phase: bool,
    /// True if the screen is black until the next key.
    pub is_black: bool,
}

/// Returns the rows of the current phase that are numbered from 1 for voting.
pub(crate) fn numbered(map: &JourneyMap, page: Page, place: Place) -> Range<usize> {
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
