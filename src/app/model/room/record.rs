//! A whole room as a value for the beginning of its journal.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::change::RoomChange;
use super::contribution::ContributionState;
use super::id::{ClientId, ContributionId};
use super::round::Round;
use super::{Room, Votes};
use crate::map::{Phase, TouchpointId};

/// What a room holds, without what can be derived from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRecord {
    round: Round,
    is_locked: bool,
    has_open_doors: bool,
    participants: Vec<(ClientId, Votes)>,
    contributions: Vec<ContributionRecord>,
}

/// A contribution, with its text as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ContributionRecord {
    client: ClientId,
    id: ContributionId,
    phase: Phase,
    text: String,
    touchpoint: TouchpointId,
    state: StateRecord,
}

/// The state of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StateRecord {
    Waiting,
    Taken(TouchpointId),
    Declined,
    Withdrawn,
}

impl Room {
    /// Returns what is to be kept of the room.
    pub fn record(&self) -> RoomRecord {
        let contributions = self.contributions().map(|(_, each)| ContributionRecord {
            client: each.client,
            id: each.id.clone(),
            phase: each.phase,
            text: each.text.to_string(),
            touchpoint: each.touchpoint.id,
            state: match each.state {
                ContributionState::Waiting => StateRecord::Waiting,
                ContributionState::Taken(id) => StateRecord::Taken(id),
                ContributionState::Declined => StateRecord::Declined,
                ContributionState::Withdrawn => StateRecord::Withdrawn,
            },
        });
        RoomRecord {
            round: self.round.clone(),
            is_locked: self.is_locked,
            has_open_doors: self.has_open_doors,
            participants: self.participants.iter().map(|(id, each)| (*id, each.votes.clone())).collect(),
            contributions: contributions.collect(),
        }
    }

    /// Returns the room of a record, after the changes that followed it.
    pub fn restore(record: RoomRecord, changes: &[RoomChange]) -> Room {
        let RoomRecord { round, is_locked, has_open_doors, participants, contributions } = record;
        let mut room = Room { is_locked, has_open_doors, ..Room::default() };
        // What participants wrote who were dropped later is kept too: so all senders are there while it is read.
        let senders = contributions.iter().map(|each| each.client).chain(participants.iter().map(|(id, _)| *id));
        senders.for_each(|client| room.apply(&RoomChange::Joined(client)));
        for each in contributions {
            let (client, id, number) = (each.client, each.id, room.contributions.len());
            let (phase, text, touchpoint) = (each.phase, each.text, each.touchpoint);
            room.apply(&RoomChange::Contributed { client, id: id.clone(), phase, text, touchpoint });
            match each.state {
                StateRecord::Waiting => {}
                StateRecord::Taken(touchpoint) => {
                    room.apply(&RoomChange::Taken { numbers: vec![number], touchpoint });
                }
                StateRecord::Declined => room.apply(&RoomChange::Declined(vec![number])),
                StateRecord::Withdrawn => room.apply(&RoomChange::Withdrawn { client, id }),
            }
        }
        let stay = |id: &ClientId| participants.iter().any(|(other, _)| other == id);
        Arc::make_mut(&mut room.participants).retain(|id, _| stay(id));
        participants.into_iter().for_each(|(client, votes)| room.apply(&RoomChange::Voted { client, votes }));
        room.set_round_silently(round);
        changes.iter().for_each(|change| room.apply(change));
        room
    }

    fn set_round_silently(&mut self, round: Round) {
        self.round = round;
    }
}
