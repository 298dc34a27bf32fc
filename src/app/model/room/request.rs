//! What participants ask for, and what they are answered.

use super::change::RoomChange;
use super::contribution::{self, ContributionState};
use super::id::{ClientId, ContributionId};
use super::limits::{CONTRIBUTIONS_EACH, PARTICIPANT_LIMIT, WAITING_LIMIT};
use super::round::RoundKind;
use super::{Room, Votes};
use crate::map::{JourneyMap, Phase, TextError, TouchpointId};

/// A request that changes the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomRequest {
    /// A new participant; `client` is a new random id.
    Join {
        client: ClientId,
    },
    Contribute {
        client: ClientId,
        id: ContributionId,
        phase: Phase,
        text: String,
    },
    /// Takes back what the participant wrote.
    Withdraw {
        client: ClientId,
        id: ContributionId,
    },
    /// All votes of the participant; with the number of the round for which they are, if that is known.
    Vote {
        client: ClientId,
        votes: Votes,
        round: Option<u32>,
    },
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomAnswer {
    Joined(ClientId),
    Contributed,
    /// The same contribution came before.
    ContributedBefore,
    Withdrawn,
    Voted {
        dots_left: u32,
    },
    Refused(Refusal),
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody can join now.
    Locked,
    /// The room has as many participants as it takes.
    RoomFull,
    UnknownClient,
    UnknownContribution,
    /// Nothing is collected now.
    NotCollecting,
    /// As many contributions wait as the room takes.
    TooManyWaiting,
    /// The participant has written as much as one can.
    TooManyOfOne,
    /// The text is no touchpoint.
    Text(TextError),
    /// There is no vote now.
    NotVoting,
    /// More dots than the participant has.
    TooManyDots {
        limit: u32,
    },
    /// More dots on one touchpoint than allowed.
    TooManyOnOne {
        limit: u32,
    },
    UnknownTouchpoint,
    /// The journal cannot be written, so that a crash would lose what was sent.
    NotKept,
}

impl RoomAnswer {
    /// Returns the HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            RoomAnswer::Joined(_) | RoomAnswer::Contributed => 201,
            RoomAnswer::ContributedBefore | RoomAnswer::Voted { .. } => 200,
            RoomAnswer::Withdrawn => 204,
            RoomAnswer::Refused(refusal) => refusal.status(),
        }
    }
}

impl Refusal {
    /// Returns the HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Refusal::Locked => 403,
            Refusal::UnknownClient | Refusal::UnknownContribution => 404,
            Refusal::NotCollecting
            | Refusal::NotVoting
            | Refusal::TooManyOfOne
            | Refusal::TooManyDots { .. }
            | Refusal::TooManyOnOne { .. } => 409,
            Refusal::Text(_) | Refusal::UnknownTouchpoint => 422,
            Refusal::RoomFull | Refusal::TooManyWaiting => 429,
            Refusal::NotKept => 503,
        }
    }
}

impl Room {
    /// Returns the answer to a request, with the change that it makes, if any. `touchpoint` is the id that a new
    /// contribution has on the board.
    pub fn answer(
        &self,
        request: RoomRequest,
        map: &JourneyMap,
        touchpoint: TouchpointId,
    ) -> (RoomAnswer, Option<RoomChange>) {
        let outcome = match request {
            RoomRequest::Join { client } => self.join(client),
            RoomRequest::Contribute { client, id, phase, text } => {
                self.contribute((client, id), phase, text, touchpoint)
            }
            RoomRequest::Withdraw { client, id } => self.withdraw(client, id),
            RoomRequest::Vote { client, votes, round } => self.vote(client, (votes, round), map),
        };
        outcome.unwrap_or_else(|refusal| (RoomAnswer::Refused(refusal), None))
    }

    fn join(&self, client: ClientId) -> Outcome {
        if self.is_locked() {
            return Err(Refusal::Locked);
        }
        if self.participants() >= PARTICIPANT_LIMIT {
            return Err(Refusal::RoomFull);
        }
        Ok((RoomAnswer::Joined(client), Some(RoomChange::Joined(client))))
    }

    fn contribute(
        &self,
        (client, id): (ClientId, ContributionId),
        phase: Phase,
        text: String,
        touchpoint: TouchpointId,
    ) -> Outcome {
        let participant = self.participants.get(&client).ok_or(Refusal::UnknownClient)?;
        if participant.contributions.contains_key(&id) {
            return Ok((RoomAnswer::ContributedBefore, None));
        }
        let (line, _) = contribution::read(&text, touchpoint).map_err(Refusal::Text)?;
        match self.round.kind {
            // A telephone that slept can send late what it could not send in time.
            RoundKind::Collect | RoundKind::Vote => {}
            RoundKind::Closed => return Err(Refusal::NotCollecting),
        }
        if self.waiting >= WAITING_LIMIT {
            return Err(Refusal::TooManyWaiting);
        }
        if participant.contributions.len() >= CONTRIBUTIONS_EACH {
            return Err(Refusal::TooManyOfOne);
        }
        let change = RoomChange::Contributed { client, id, phase, text: line.into(), touchpoint };
        Ok((RoomAnswer::Contributed, Some(change)))
    }

    fn withdraw(&self, client: ClientId, id: ContributionId) -> Outcome {
        if !self.knows(client) {
            return Err(Refusal::UnknownClient);
        }
        let number = self.number_of(client, &id).ok_or(Refusal::UnknownContribution)?;
        match self.contribution(number).map(|each| each.state) {
            Some(ContributionState::Waiting) => Ok((RoomAnswer::Withdrawn, Some(RoomChange::Withdrawn { client, id }))),
            // The same request came before.
            Some(ContributionState::Withdrawn) => Ok((RoomAnswer::Withdrawn, None)),
            Some(ContributionState::Taken(_) | ContributionState::Declined) | None => Err(Refusal::UnknownContribution),
        }
    }

    fn vote(&self, client: ClientId, (mut votes, round): (Votes, Option<u32>), map: &JourneyMap) -> Outcome {
        let participant = self.participants.get(&client).ok_or(Refusal::UnknownClient)?;
        if self.round.kind != RoundKind::Vote || round.is_some_and(|round| round != self.round.number) {
            return Err(Refusal::NotVoting);
        }
        votes.retain(|_, count| *count > 0);
        if votes.keys().any(|&id| map.find(id).is_none()) {
            return Err(Refusal::UnknownTouchpoint);
        }
        let dots = self.round.dots;
        if votes.values().any(|&count| count > dots.per_touchpoint) {
            return Err(Refusal::TooManyOnOne { limit: dots.per_touchpoint });
        }
        let given = votes.values().fold(0_u32, |sum, &count| sum.saturating_add(count));
        let dots_left = dots.each.checked_sub(given).ok_or(Refusal::TooManyDots { limit: dots.each })?;
        let change = (participant.votes != votes).then_some(RoomChange::Voted { client, votes });
        Ok((RoomAnswer::Voted { dots_left }, change))
    }
}

/// An answer with its change, or a refusal.
type Outcome = Result<(RoomAnswer, Option<RoomChange>), Refusal>;
