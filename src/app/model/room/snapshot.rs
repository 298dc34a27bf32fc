//! What the server shows the participants: a copy of the room and of the map, taken at one moment.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::contribution::Contribution;
use super::id::{ClientId, ContributionId};
use super::round::{RoundKind, VoteStage};
use super::{Room, Votes};
use crate::map::{JourneyMap, Name, Phase, Place, Revision, Touchpoint, TouchpointId};

/// The time that is left in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeLeft {
    /// The round has no end.
    #[default]
    Unlimited,
    /// The timer stands.
    Paused(Duration),
    /// So much was left when the snapshot was taken.
    Running(Duration),
}

impl TimeLeft {
    /// Returns the seconds left, rounded up; `age` is the age of the snapshot.
    fn seconds(self, age: Duration) -> Option<u64> {
        let left = match self {
            TimeLeft::Unlimited => return None,
            TimeLeft::Paused(left) => left,
            TimeLeft::Running(left) => left.saturating_sub(age),
        };
        Some(left.as_secs() + u64::from(left.subsec_nanos() > 0))
    }
}

/// The parts of a map that participants see, shared by all snapshots of a revision.
#[derive(Clone, Debug)]
pub struct ShownMap {
    pub title: Name,
    pub revision: Revision,
    touchpoints: Vec<(Phase, Arc<Touchpoint>)>,
    ids: HashSet<TouchpointId>,
}

impl ShownMap {
    /// Returns what participants see of a map.
    pub fn new(map: &JourneyMap, revision: Revision) -> ShownMap {
        let shared = |(place, each): (Place, &Arc<Touchpoint>)| (place.phase, Arc::clone(each));
        let touchpoints: Vec<_> = map.touchpoints().map(shared).collect();
        let ids = touchpoints.iter().map(|(_, each)| each.id).collect();
        ShownMap { title: map.header().title.clone(), revision, touchpoints, ids }
    }
}

/// A copy of the room and of what participants see of the map.
#[derive(Clone, Debug)]
pub struct RoomSnapshot {
    pub room: Room,
    pub map: Arc<ShownMap>,
    /// How often the map or the timer has changed.
    pub changes: u64,
    pub time_left: TimeLeft,
}

/// What one participant sees.
#[derive(Clone, Debug, Serialize)]
pub struct ParticipantView<'a> {
    revision: u64,
    title: &'a str,
    round: RoundView,
    /// The number of votes that were begun, to be sent with the dots.
    vote_number: u32,
    touchpoints: Vec<TouchpointView<'a>>,
    mine: Vec<OwnContribution<'a>>,
    dots_left: u32,
    my_votes: Votes,
    participants: usize,
    contributions: Option<Vec<ContributionView<'a>>>,
    results: Option<Votes>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct RoundView {
    kind: RoundKind,
    hidden: bool,
    dots: u32,
    per_touchpoint: u32,
    seconds_left: Option<u64>,
    /// True if the timer is paused, so that the time left does not pass.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    paused: bool,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct TouchpointView<'a> {
    id: TouchpointId,
    phase: Phase,
    name: &'a str,
    kind: Option<&'static str>,
    intent: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct OwnContribution<'a> {
    id: &'a ContributionId,
    phase: Phase,
    text: &'a str,
    state: &'static str,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct ContributionView<'a> {
    phase: Phase,
    text: &'a str,
    count: usize,
}

impl<'a> ContributionView<'a> {
    fn new(first: &'a Contribution, count: usize) -> ContributionView<'a> {
        ContributionView { phase: first.phase, text: &first.text, count }
    }
}

impl RoomSnapshot {
    /// Returns the revision of what a participant sees; none for an unknown participant.
    ///
    /// Each of its parts only grows, so that the sum changes with each of them.
    pub fn revision(&self, client: ClientId) -> Option<u64> {
        let participant = self.room.participants.get(&client)?;
        Some(self.changes + self.room.revision + participant.revision)
    }

    /// Returns what a participant sees; none for an unknown participant. `age` is the age of the snapshot.
    pub fn view(&self, client: ClientId, age: Duration) -> Option<ParticipantView<'_>> {
        let revision = self.revision(client)?;
        let participant = self.room.participants.get(&client)?;
        let round = &self.room.round;
        let my_votes = self.votes_on_map(&participant.votes);
        let given = my_votes.values().sum();
        let touchpoints = self.map.touchpoints.iter().map(|(phase, each)| TouchpointView {
            id: each.id,
            phase: *phase,
            name: &each.name,
            kind: each.kind.map(|kind| kind.key()),
            intent: each.intent.map(|intent| intent.key()),
        });
        Some(ParticipantView {
            revision,
            title: &self.map.title,
            round: RoundView {
                kind: round.kind,
                hidden: round.is_hidden(),
                dots: round.dots.each,
                per_touchpoint: round.dots.per_touchpoint,
                seconds_left: self.time_left.seconds(age),
                paused: matches!(self.time_left, TimeLeft::Paused(_)),
            },
            vote_number: round.number,
            touchpoints: touchpoints.collect(),
            mine: self.own_contributions(client),
            dots_left: round.dots.each.saturating_sub(given),
            my_votes,
            participants: self.room.participants(),
            contributions: (!round.hides_contributions).then(|| self.all_contributions()),
            results: match &round.votes {
                VoteStage::None | VoteStage::Hidden => None,
                VoteStage::Revealed(votes) => Some(self.votes_on_map(votes)),
            },
        })
    }

    /// Leaves out votes for touchpoints that were deleted meanwhile.
    fn votes_on_map(&self, votes: &Votes) -> Votes {
        let is_there = |(id, _): &(&TouchpointId, &u32)| self.map.ids.contains(*id);
        votes.iter().filter(is_there).map(|(id, count)| (*id, *count)).collect()
    }

    fn own_contributions(&self, client: ClientId) -> Vec<OwnContribution<'_>> {
        let Some(participant) = self.room.participants.get(&client) else { return Vec::new() };
        let mut numbers: Vec<_> = participant.contributions.values().copied().collect();
        numbers.sort_unstable();
        let listed = numbers.into_iter().filter_map(|number| {
            let each = self.room.contribution(number)?;
            Some(OwnContribution { id: &each.id, phase: each.phase, text: &each.text, state: each.state.key()? })
        });
        listed.collect()
    }

    fn all_contributions(&self) -> Vec<ContributionView<'_>> {
        let piles = self.room.kept_piles().into_iter();
        piles.map(|pile| ContributionView::new(pile.first, pile.numbers.len())).collect()
    }
}
