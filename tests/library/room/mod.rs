//! Tests of the room: what participants can do, what they see of each other, and what is kept of it.

mod contributions;
mod laws;
mod limits;
mod rounds;

use std::sync::Arc;
use std::time::Duration;

use periplo::app::model::room::Room;
use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::id::ClientId;
use periplo::app::model::room::request::{RoomAnswer, RoomRequest};
use periplo::app::model::room::snapshot::{RoomSnapshot, ShownMap, TimeLeft};
use periplo::map::{Document, Header, IdSource, JourneyMap, Name, Phase, Touchpoint, TouchpointId};

/// A room with its map, and what its journal would hold.
pub struct TestRoom {
    pub room: Room,
    pub map: JourneyMap,
    pub journal: Vec<RoomChange>,
    /// How many participants have joined, with those that were dropped.
    pub joined: u8,
    ids: IdSource,
}

/// The participant with this number.
pub fn client(number: u8) -> ClientId {
    ClientId::new([number; 16])
}

impl TestRoom {
    /// Returns a room with a map of three touchpoints, and as many participants.
    pub fn with_participants(count: u8) -> TestRoom {
        let mut ids = IdSource::new(7);
        let mut touchpoint = |name: &str| Touchpoint::new(ids.fresh(|_| false), Name::new(name).unwrap());
        let phases =
            [vec![touchpoint("Sees an ad")], vec![touchpoint("Pays"), touchpoint("Waits")], Vec::<Touchpoint>::new()];
        let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::new("Shop").unwrap()), phases);
        let mut room = TestRoom { room: Room::default(), map, journal: Vec::new(), joined: 0, ids };
        for number in 0..count {
            assert_eq!(room.join(), RoomAnswer::Joined(client(number)));
        }
        room
    }

    /// Returns the id of the touchpoint at this position of the journey.
    pub fn touchpoint(&self, position: usize) -> TouchpointId {
        self.map.touchpoints().nth(position).unwrap().1.id
    }

    /// Sends a request and makes the change that it asks for.
    pub fn ask(&mut self, request: RoomRequest) -> RoomAnswer {
        let id = self.ids.fresh(|_| false);
        let (answer, change) = self.room.answer(request, &self.map, id);
        change.into_iter().for_each(|change| self.change(change));
        answer
    }

    /// Lets somebody join who was never in the room.
    pub fn join(&mut self) -> RoomAnswer {
        let number = self.joined;
        self.joined += 1;
        self.ask(RoomRequest::Join { client: client(number) })
    }

    pub fn change(&mut self, change: RoomChange) {
        self.room.apply(&change);
        self.journal.push(change);
    }

    pub fn write(&mut self, from: u8, id: &str, text: &str) -> RoomAnswer {
        let (id, text) = (id.parse().unwrap(), text.to_owned());
        self.ask(RoomRequest::Contribute { client: client(from), id, phase: Phase::During, text })
    }

    pub fn withdraw(&mut self, from: u8, id: &str) -> RoomAnswer {
        self.ask(RoomRequest::Withdraw { client: client(from), id: id.parse().unwrap() })
    }

    /// Gives dots to the touchpoints at these positions.
    pub fn vote(&mut self, from: u8, dots: &[(usize, u32)]) -> RoomAnswer {
        let votes = dots.iter().map(|&(position, count)| (self.touchpoint(position), count)).collect();
        self.ask(RoomRequest::Vote { client: client(from), votes, round: None })
    }

    pub fn snapshot(&self) -> RoomSnapshot {
        let map = Arc::new(ShownMap::new(&self.map, Document::new(self.map.clone()).revision()));
        RoomSnapshot { room: self.room.clone(), map, changes: 0, time_left: TimeLeft::Unlimited }
    }

    /// Returns what a participant is sent.
    pub fn view(&self, of: u8) -> serde_json::Value {
        serde_json::to_value(self.snapshot().view(client(of), Duration::ZERO)).unwrap()
    }
}
