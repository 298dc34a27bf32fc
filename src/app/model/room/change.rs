//! The changes of a room. They are what its journal holds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::contribution::{Contribution, ContributionState};
use super::id::{ClientId, ContributionId};
use super::round::{Dots, Round, RoundKind, VoteStage};
use super::{Number, Participant, Room, Votes};
use crate::map::{Phase, TouchpointId};

/// A change of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomChange {
    Joined(ClientId),
    /// A participant wrote a line. `touchpoint` is the id that it has on the board if it is taken.
    Contributed {
        client: ClientId,
        id: ContributionId,
        phase: Phase,
        text: String,
        touchpoint: TouchpointId,
    },
    /// A participant took a line back.
    Withdrawn {
        client: ClientId,
        id: ContributionId,
    },
    /// All votes of a participant.
    Voted {
        client: ClientId,
        votes: Votes,
    },
    /// The facilitator took contributions onto the board, as one touchpoint.
    Taken {
        numbers: Vec<Number>,
        touchpoint: TouchpointId,
    },
    Declined(Vec<Number>),
    /// Contributions wait again, since taking them was undone.
    Returned(Vec<Number>),
    /// Participants write; `is_hidden` if nobody sees what others write.
    CollectBegan {
        is_hidden: bool,
    },
    VoteBegan(Dots),
    /// Nobody writes or votes any more; nothing is revealed.
    RoundEnded,
    ContributionsRevealed,
    /// The vote is over, and these are the votes.
    VotesRevealed(Votes),
    /// Nobody can join, or everybody again.
    Locked(bool),
    /// Contributions go straight onto the board, or no longer.
    DoorsOpened(bool),
    /// There is a new link, and everybody must join again; the door is open.
    AllDropped,
}

impl Room {
    /// Changes the room. What does not fit the room, such as an unknown number, is left out.
    pub fn apply(&mut self, change: &RoomChange) {
        match change {
            RoomChange::Joined(client) => {
                Arc::make_mut(&mut self.participants).entry(*client).or_default();
                self.revision += 1;
            }
            RoomChange::Contributed { client, id, phase, text, touchpoint } => {
                self.add_contribution(*client, id, *phase, (text, *touchpoint));
            }
            RoomChange::Withdrawn { client, id } => {
                let number = self.number_of(*client, id);
                number.into_iter().for_each(|number| self.set_state(number, ContributionState::Withdrawn));
            }
            RoomChange::Voted { client, votes } => self.change_participant(*client, |participant| {
                participant.votes = votes.clone();
            }),
            RoomChange::Taken { numbers, touchpoint } => {
                self.set_states(numbers, ContributionState::Taken(*touchpoint))
            }
            RoomChange::Declined(numbers) => self.set_states(numbers, ContributionState::Declined),
            RoomChange::Returned(numbers) => self.set_states(numbers, ContributionState::Waiting),
            RoomChange::CollectBegan { is_hidden } => {
                self.drop_votes();
                let number = self.round.number;
                self.set_round(Round { hides_contributions: *is_hidden, number, ..Round::default() });
            }
            RoomChange::VoteBegan(dots) => {
                self.drop_votes();
                let hides_contributions = self.round.hides_contributions;
                let (kind, votes, number) = (RoundKind::Vote, VoteStage::Hidden, self.round.number + 1);
                self.set_round(Round { kind, hides_contributions, votes, dots: *dots, number });
            }
            RoomChange::RoundEnded => self.set_round(Round { kind: RoundKind::Closed, ..self.round.clone() }),
            RoomChange::ContributionsRevealed => {
                self.set_round(Round { hides_contributions: false, ..self.round.clone() });
            }
            RoomChange::VotesRevealed(votes) => {
                let votes = VoteStage::Revealed(votes.clone());
                self.set_round(Round { kind: RoundKind::Closed, votes, ..self.round.clone() });
            }
            RoomChange::Locked(is_locked) => self.is_locked = *is_locked,
            RoomChange::DoorsOpened(has_open_doors) => self.has_open_doors = *has_open_doors,
            RoomChange::AllDropped => {
                self.participants = Arc::default();
                self.is_locked = false;
                self.revision += 1;
            }
        }
    }

    fn add_contribution(&mut self, client: ClientId, id: &ContributionId, phase: Phase, line: (&str, TouchpointId)) {
        let contribution = Contribution::new((client, id.clone()), phase, line.0, line.1);
        let Ok(contribution) = contribution else { return };
        if !self.knows(client) || self.number_of(client, id).is_some() {
            return;
        }
        let number = self.contributions.len();
        Arc::make_mut(&mut self.contributions).push(Arc::new(contribution));
        self.waiting += 1;
        self.note_shown_contribution();
        self.change_participant(client, |participant| {
            participant.contributions.insert(id.clone(), number);
        });
    }

    fn set_states(&mut self, numbers: &[Number], state: ContributionState) {
        numbers.iter().for_each(|&number| self.set_state(number, state));
    }

    fn set_state(&mut self, number: Number, state: ContributionState) {
        let Some(contribution) = Arc::make_mut(&mut self.contributions).get_mut(number) else { return };
        let was_waiting = contribution.state == ContributionState::Waiting;
        let client = contribution.client;
        Arc::make_mut(contribution).state = state;
        self.waiting -= usize::from(was_waiting);
        self.waiting += usize::from(state == ContributionState::Waiting);
        self.note_shown_contribution();
        self.change_participant(client, |_| {});
    }

    /// All participants see a contribution that came or changed, unless contributions are hidden.
    fn note_shown_contribution(&mut self) {
        self.revision += u64::from(!self.round.hides_contributions);
    }

    fn set_round(&mut self, round: Round) {
        self.round = round;
        self.revision += 1;
    }

    fn change_participant(&mut self, client: ClientId, change: impl FnOnce(&mut Participant)) {
        if let Some(participant) = Arc::make_mut(&mut self.participants).get_mut(&client) {
            let participant = Arc::make_mut(participant);
            participant.revision += 1;
            change(participant);
        }
    }

    fn drop_votes(&mut self) {
        for participant in Arc::make_mut(&mut self.participants).values_mut() {
            if !participant.votes.is_empty() {
                Arc::make_mut(participant).votes.clear();
            }
        }
    }
}
