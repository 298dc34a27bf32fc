//! The room: what the participants have written and voted, and the round that they are in.

pub mod change;
pub mod contribution;
pub mod effect;
pub mod hosted;
pub mod id;
pub mod limits;
pub mod pile;
pub mod rate;
pub mod record;
pub mod request;
pub mod round;
pub mod snapshot;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use contribution::{Contribution, ContributionState};
use id::{ClientId, ContributionId};
use round::{Round, RoundKind, VoteStage};

use crate::map::TouchpointId;

/// The votes of one participant, or the sum of those of all.
pub type Votes = BTreeMap<TouchpointId, u32>;

/// The position of a contribution in the order in which they came.
pub type Number = usize;

/// A participant: one browser that has joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Participant {
    /// Grows with each change that only this participant sees.
    revision: u64,
    /// What the participant wrote, in the order in which it came.
    contributions: HashMap<ContributionId, Number>,
    votes: Votes,
}

/// What a room holds. [`Room::answer`] says what a request changes, and [`Room::apply`] changes it.
///
/// Its parts are shared, so that a copy for the server costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Grows with each change that all participants see.
    revision: u64,
    round: Round,
    /// True while nobody can join.
    is_locked: bool,
    /// True if contributions go straight onto the board.
    has_open_doors: bool,
    participants: Arc<BTreeMap<ClientId, Arc<Participant>>>,
    contributions: Arc<Vec<Arc<Contribution>>>,
    /// How many contributions wait.
    waiting: usize,
}

impl Room {
    /// Returns the round that the room is in.
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// Returns true while nobody can join.
    pub fn is_locked(&self) -> bool {
        self.is_locked
    }

    /// Returns true if contributions go straight onto the board.
    pub fn has_open_doors(&self) -> bool {
        self.has_open_doors
    }

    /// Returns true if contributions go straight onto the board now: in a hidden round they wait until they are revealed.
    pub fn lets_in(&self) -> bool {
        self.has_open_doors && !self.round.hides_contributions
    }

    /// Returns true if something was written, whatever became of it.
    pub(crate) fn has_contributions(&self) -> bool {
        !self.contributions.is_empty()
    }

    /// Takes in what a room of the same map holds that another run left behind. Its round goes on unless one is going on here.
    pub(crate) fn take_in(&mut self, left: Room) {
        let first = self.contributions.len();
        Arc::make_mut(&mut self.contributions).extend(left.contributions.iter().cloned());
        self.waiting += left.waiting;
        let is_idle = self.round.kind == RoundKind::Collect && !self.round.hides_contributions;
        let participants = Arc::make_mut(&mut self.participants);
        for (client, theirs) in left.participants.iter() {
            let participant = Arc::make_mut(participants.entry(*client).or_default());
            let numbers = theirs.contributions.iter().map(|(id, number)| (id.clone(), first + number));
            participant.contributions.extend(numbers);
            participant.revision += theirs.revision + 1;
            if is_idle {
                participant.votes.clone_from(&theirs.votes);
            }
        }
        if is_idle {
            self.round = left.round;
        }
        self.is_locked |= left.is_locked;
        self.has_open_doors |= left.has_open_doors;
        self.revision += left.revision + 1;
    }

    /// Returns how many participants have joined.
    pub fn participants(&self) -> usize {
        self.participants.len()
    }

    /// Returns true if this participant has joined.
    pub fn knows(&self, client: ClientId) -> bool {
        self.participants.contains_key(&client)
    }

    /// Returns how many contributions wait.
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// Returns how many participants have written something that was not taken back.
    pub fn writers(&self) -> usize {
        let is_kept = |number: &Number| self.contribution(*number).is_some_and(|each| each.state.is_kept());
        self.participants.values().filter(|each| each.contributions.values().any(is_kept)).count()
    }

    /// Returns the sum of all votes of the round.
    pub fn votes(&self) -> Votes {
        let mut sum = Votes::new();
        for (id, count) in self.participants.values().flat_map(|participant| &participant.votes) {
            *sum.entry(*id).or_default() += count;
        }
        sum
    }

    /// Returns how many dots were given in a vote that is not revealed.
    pub fn hidden_dots(&self) -> usize {
        let is_hidden = self.round.votes == VoteStage::Hidden;
        if is_hidden { self.votes().values().map(|&count| count as usize).sum() } else { 0 }
    }

    /// Returns true if something in the room waits for the facilitator.
    pub fn has_undecided(&self) -> bool {
        self.waiting > 0 || self.hidden_dots() > 0
    }

    /// Returns a contribution by its number.
    pub fn contribution(&self, number: Number) -> Option<&Contribution> {
        self.contributions.get(number).map(|contribution| &**contribution)
    }

    /// Returns all contributions with their numbers, in the order in which they came.
    pub fn contributions(&self) -> impl DoubleEndedIterator<Item = (Number, &Contribution)> {
        self.contributions.iter().enumerate().map(|(number, each)| (number, &**each))
    }

    /// Returns the contributions that wait, with their numbers.
    pub fn waiting_contributions(&self) -> impl Iterator<Item = (Number, &Contribution)> {
        self.contributions().filter(|(_, each)| each.state == ContributionState::Waiting)
    }

    /// Returns the number of what a participant wrote under an id of their own.
    pub(super) fn number_of(&self, client: ClientId, id: &ContributionId) -> Option<Number> {
        self.participants.get(&client)?.contributions.get(id).copied()
    }
}
