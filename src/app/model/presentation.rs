//! The presentation: its pages and the numbers for voting.

use std::time::Duration;

use crate::map::{JourneyMap, Phase, Place};

/// How long a typed number waits for its next digit.
const DIGIT_WAIT: Duration = Duration::from_secs(1);

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
    /// The room: its code, then what the participants wrote, or how they voted.
    Room,
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
    /// The number that is being typed for a vote.
    pub(crate) typed: Option<TypedNumber>,
}

/// A typed number that may get more digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypedNumber {
    pub(crate) number: usize,
    /// When the vote is given without another digit, as time since the program started.
    pub(crate) due: Duration,
}

impl TypedNumber {
    /// Returns a number whose last digit was typed now.
    pub(crate) fn new(number: usize, now: Duration) -> TypedNumber {
        TypedNumber { number, due: now + DIGIT_WAIT }
    }
}

impl Presentation {
    /// Returns the typed number with one more digit.
    pub(crate) fn with_digit(&self, digit: usize) -> usize {
        let typed = self.typed.map_or(0, |typed| typed.number);
        typed.saturating_mul(10).saturating_add(digit)
    }
}

/// Returns the number for voting: the touchpoint's position in the journey, from 1.
pub(crate) fn number_of(map: &JourneyMap, place: Place) -> usize {
    let earlier = Phase::ALL.iter().take_while(|&&phase| phase != place.phase);
    earlier.map(|&phase| map.phase(phase).len()).sum::<usize>() + place.row + 1
}

/// Returns the place of the touchpoint with a number.
pub(crate) fn numbered_place(map: &JourneyMap, number: usize) -> Option<Place> {
    let (place, _) = map.touchpoints().nth(number.checked_sub(1)?)?;
    Some(place)
}
