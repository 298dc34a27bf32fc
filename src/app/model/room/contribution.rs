//! A contribution: a line of quick entry that a participant wrote for a phase.

use super::id::{ClientId, ContributionId};
use crate::map::entry::Entry;
use crate::map::text::{fold, one_line};
use crate::map::{Line, Phase, TextError, Touchpoint, TouchpointId};

/// What became of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContributionState {
    /// The facilitator has not decided.
    Waiting,
    /// It is on the board, as the touchpoint with this id.
    Taken(TouchpointId),
    /// The facilitator declined it.
    Declined,
    /// The participant took it back.
    Withdrawn,
}

impl ContributionState {
    /// Returns the word for it in answers; none for one that is not listed.
    pub(super) const fn key(self) -> Option<&'static str> {
        match self {
            ContributionState::Waiting => Some("waiting"),
            ContributionState::Taken(_) => Some("taken"),
            ContributionState::Declined => Some("declined"),
            ContributionState::Withdrawn => None,
        }
    }

    /// Returns true if it waits or is on the board.
    pub const fn is_kept(self) -> bool {
        match self {
            ContributionState::Waiting | ContributionState::Taken(_) => true,
            ContributionState::Declined | ContributionState::Withdrawn => false,
        }
    }
}

/// A contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    pub client: ClientId,
    pub id: ContributionId,
    pub phase: Phase,
    /// The line as it was written, without unsafe characters.
    pub text: Line,
    /// What the line says, with the id that the touchpoint has on the board.
    pub touchpoint: Touchpoint,
    pub state: ContributionState,
    /// Equal for contributions that say the same, but for case and accents of the name.
    pub(super) meaning: Box<str>,
}

impl Contribution {
    /// Returns a contribution that waits. Fails if its text is no touchpoint.
    pub(super) fn new(
        (client, id): (ClientId, ContributionId),
        phase: Phase,
        text: &str,
        touchpoint: TouchpointId,
    ) -> Result<Contribution, TextError> {
        let (text, touchpoint) = read(text, touchpoint)?;
        let Touchpoint { name, kind, intent, channel, reach, emotion, critical, .. } = &touchpoint;
        let marks = (kind, intent, channel, reach, emotion, critical);
        let meaning = format!("{} {marks:?} {}", phase.key(), fold(name)).into();
        Ok(Contribution { client, id, phase, text, touchpoint, state: ContributionState::Waiting, meaning })
    }
}

/// Reads the text of a contribution: the line without unsafe characters, and its touchpoint.
///
/// A `|` at the beginning has no meaning here: nobody knows which touchpoint will be above.
pub fn read(text: &str, id: TouchpointId) -> Result<(Line, Touchpoint), TextError> {
    let line = one_line(text);
    let line = line.trim_start_matches(|c: char| c == '|' || c.is_whitespace());
    let line = Line::optional(line)?.ok_or(TextError::Empty)?;
    let touchpoint = Entry::parse(&line).touchpoint(id)?;
    Ok((line, touchpoint))
}
