//! A round: the participants write, or they vote, until the facilitator shows what came.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Votes;
use super::limits::{DOT_LIMIT, USUAL_DOTS};

/// What the participants do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoundKind {
    /// They write.
    #[default]
    Collect,
    /// They give dots.
    Vote,
    /// They wait for the facilitator.
    Closed,
}

/// The votes of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoteStage {
    /// Nobody has voted since the last round began.
    #[default]
    None,
    /// The votes are not revealed.
    Hidden,
    /// The votes are revealed.
    Revealed(Votes),
}

/// The dots that each participant has in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dots {
    pub each: u32,
    /// The most dots that one participant can give to one touchpoint.
    pub per_touchpoint: u32,
}

impl Dots {
    /// Parses the dots of each, and after a `/` the most for one touchpoint: `5`, `5/3`.
    pub fn parse(text: &str) -> Option<Dots> {
        let number = |text: &str| text.trim().parse().ok().filter(|number| (1..=DOT_LIMIT).contains(number));
        let (each, per_touchpoint) = text.split_once('/').unwrap_or((text, text));
        let (each, per_touchpoint) = (number(each)?, number(per_touchpoint)?);
        Some(Dots { each, per_touchpoint: per_touchpoint.min(each) })
    }
}

impl fmt::Display for Dots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Dots { each, per_touchpoint } = self;
        if each == per_touchpoint { write!(f, "{each}") } else { write!(f, "{each}/{per_touchpoint}") }
    }
}

impl Default for Dots {
    fn default() -> Dots {
        Dots { each: USUAL_DOTS, per_touchpoint: USUAL_DOTS }
    }
}

/// The round that a room is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub kind: RoundKind,
    /// True if nobody sees what others wrote.
    pub hides_contributions: bool,
    pub votes: VoteStage,
    pub dots: Dots,
    /// The number of votes that were begun, this one included: dots for an earlier vote do not count.
    #[serde(default)]
    pub number: u32,
}

impl Round {
    /// Returns true if there is something to reveal.
    pub fn can_reveal(&self) -> bool {
        self.hides_contributions || self.votes == VoteStage::Hidden
    }

    /// Returns true if the participants do not see what others do in this round.
    pub(super) fn is_hidden(&self) -> bool {
        match self.kind {
            RoundKind::Collect => self.hides_contributions,
            RoundKind::Vote => true,
            RoundKind::Closed => self.can_reveal(),
        }
    }
}
