//! Tests of rounds led from the room pane: hidden lines, votes, the timer, the door and the link.

use std::time::Duration;

use crate::app::message;
use crate::app::room::{OpenRoom, client};
use crate::support::screen;
use periplo::app::model::msg::Msg;
use periplo::app::model::room::effect::{RoomEffect, RoomLink, RoomMsg};
use periplo::app::model::room::request::{RoomAnswer, RoomRequest};
use periplo::app::model::room::round::{Dots, RoundKind};
use periplo::app::update;
use periplo::map::Phase;

impl OpenRoom {
    /// Gives dots to the first touchpoint of the map.
    fn vote(&mut self, from: u8, count: u32) -> RoomAnswer {
        let id = self.state.map().touchpoints().next().unwrap().1.id;
        self.ask(RoomRequest::Vote { client: client(from), votes: [(id, count)].into(), round: None })
    }

    fn votes(&self) -> u64 {
        self.state.map().touchpoints().next().unwrap().1.votes
    }
}

#[test]
fn in_a_hidden_round_the_pane_counts_only_until_it_is_revealed() {
    let mut room = OpenRoom::with_participants(2);
    room.press("sc");
    room.write(0, "a", Phase::During, "Waits in a queue");
    room.write(1, "a", Phase::During, "Loses the receipt");
    let shown = screen(&room.state, 120, 40);
    assert!(!shown.contains("queue") && !shown.contains("receipt"), "{shown}");
    assert!(shown.contains("2 lines"), "{shown}");
    for key in ["<Enter>", "j"] {
        room.press(key);
        assert!(message(&room.state).contains("hidden"), "{key}: {}", message(&room.state));
    }
    assert_eq!(room.waiting(), 2);
    room.press("r");
    let shown = screen(&room.state, 120, 40);
    assert!(shown.contains("Waits in a queue") && shown.contains("Loses the receipt"), "{shown}");
    room.press("d");
    assert_eq!(message(&room.state), "One line was declined.");
    room.press("A");
    assert_eq!(room.waiting(), 0);
}

#[test]
fn the_pane_says_how_its_keys_are_reached() {
    let mut room = OpenRoom::with_participants(1);
    assert!(screen(&room.state, 120, 40).contains("Tab goes to this pane"), "{}", screen(&room.state, 120, 40));
    room.press("<Tab>");
    assert!(!screen(&room.state, 120, 40).contains("goes to this pane"));
}

#[test]
fn revealed_votes_are_added_once_in_one_undo_step() {
    let mut room = OpenRoom::with_participants(2);
    room.press("sv5/3<Enter>");
    assert_eq!(room.state.session.hosted.room.round().dots, Dots { each: 5, per_touchpoint: 3 });
    assert_eq!(room.vote(0, 3), RoomAnswer::Voted { dots_left: 2 });
    room.vote(1, 2);
    room.vote(0, 1);
    let shown = screen(&room.state, 120, 40);
    assert!(shown.contains("3 given so"), "{shown}");
    assert_eq!(room.votes(), 0);
    room.press("r");
    assert_eq!((room.votes(), room.vote(0, 1).status()), (3, 409));
    room.press("r");
    assert!(message(&room.state).contains("Nothing is hidden"), "{}", message(&room.state));
    assert_eq!(room.votes(), 3);
    room.press("u");
    assert_eq!(room.votes(), 0);
    room.press("<ctrl-r>");
    assert_eq!(room.votes(), 3);
}

#[test]
fn dots_are_typed_as_one_number_or_two() {
    let dots = |each, per_touchpoint| Some(Dots { each, per_touchpoint });
    assert_eq!(Dots::parse("5"), dots(5, 5));
    assert_eq!(Dots::parse(" 5 / 3 "), dots(5, 3));
    assert_eq!(Dots::parse("3/5"), dots(3, 3));
    for text in ["", "0", "100", "5/0", "/", "-1", "5/3/1", "x"] {
        assert_eq!(Dots::parse(text), None, "{text}");
    }
    let mut room = OpenRoom::with_participants(1);
    room.press("svx<Enter>");
    assert_eq!(room.state.session.hosted.room.round().kind, RoundKind::Collect);
    assert!(message(&room.state).contains("1 to 99"), "{}", message(&room.state));
}

#[test]
fn the_timer_ends_a_round_and_the_telephones_know_how_long_it_lasts() {
    let mut room = OpenRoom::with_participants(1);
    room.press("sv5<Enter>");
    room.vote(0, 2);
    let effects = room.press("t1<Enter>");
    let published = effects.iter().any(|effect| matches!(effect, RoomEffect::Publish(_)));
    assert!(published, "{effects:?}");
    let later = room.state.now + Duration::from_secs(61);
    update(&mut room.state, Msg::Tick(later));
    assert_eq!(room.state.session.hosted.room.round().kind, RoundKind::Closed);
    assert_eq!(room.vote(0, 5).status(), 409);
    room.press("<Esc>sr");
    assert_eq!(room.votes(), 2, "what was voted in time counts");
}

#[test]
fn a_locked_door_keeps_others_out_and_a_new_link_drops_everybody() {
    let mut room = OpenRoom::with_participants(2);
    room.press("sl");
    assert_eq!(room.ask(RoomRequest::Join { client: client(7) }).status(), 403);
    room.press("l");
    assert_eq!(room.ask(RoomRequest::Join { client: client(7) }).status(), 201);
    let effects = room.press("N");
    assert!(matches!(effects[..], [RoomEffect::RenewLink]), "{effects:?}");
    let link = RoomLink { address: "192.168.1.7:7437".parse().unwrap(), token: "new".to_owned() };
    update(&mut room.state, Msg::Room(RoomMsg::LinkRenewed(Ok(link))));
    assert_eq!(room.state.session.hosted.room.participants(), 0);
    assert_eq!(room.write(0, "late", Phase::During, "Pays").status(), 404);
}

#[test]
fn messages_that_change_nothing_show_participants_nothing_new() {
    let mut room = OpenRoom::with_participants(1);
    let published =
        |effects: &[RoomEffect]| effects.iter().filter(|each| matches!(each, RoomEffect::Publish(_))).count();
    assert_eq!(published(&room.press("jkIjk")), 0);
    assert_eq!(published(&room.press("<Tab>m")), 1, "the map has changed");
}
