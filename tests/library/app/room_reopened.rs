//! Tests that nothing of a room is lost or counted twice when it is closed, opened again, or left behind by a crash.

use std::path::PathBuf;

use crate::app::message;
use crate::app::room::{OpenRoom, board, client, entries, of_room};
use crate::support::{names, press};
use periplo::app::model::msg::Msg;
use periplo::app::model::room::effect::{RoomEffect, RoomLink, RoomMsg};
use periplo::app::model::room::request::{RoomAnswer, RoomRequest};
use periplo::app::update;
use periplo::map::Phase;

/// Closes the room and opens it again, as the link's dialog does.
fn reopen(room: &mut OpenRoom) {
    room.press("sX");
    room.press("S");
    update(&mut room.state, Msg::Room(RoomMsg::Addresses(vec!["192.168.1.7".parse().unwrap()])));
    room.press("<Enter>");
    let link = RoomLink { address: "192.168.1.7:7437".parse().unwrap(), token: "another-token".to_owned() };
    update(&mut room.state, Msg::Room(RoomMsg::Opened(Ok(link))));
    room.press("<Esc>");
}

#[test]
fn who_was_in_a_room_is_in_it_again_when_it_is_opened_again() {
    let mut room = OpenRoom::with_participants(1);
    room.press("sv5<Enter>");
    let id = room.state.map().touchpoints().next().unwrap().1.id;
    let votes = |count| RoomRequest::Vote { client: client(0), votes: [(id, count)].into(), round: Some(1) };
    room.ask(votes(5));
    reopen(&mut room);
    assert_eq!(room.ask(votes(4)), RoomAnswer::Voted { dots_left: 1 }, "the dots are those given before");
    room.press("sr");
    assert_eq!(room.state.map().touchpoints().next().unwrap().1.votes, 4);
}

#[test]
fn dots_for_an_earlier_vote_are_not_counted_in_the_next() {
    let mut room = OpenRoom::with_participants(1);
    room.press("sv5<Enter>rv5<Enter>");
    let id = room.state.map().touchpoints().next().unwrap().1.id;
    let votes = |round| RoomRequest::Vote { client: client(0), votes: [(id, 5)].into(), round };
    assert_eq!(room.ask(votes(Some(1))).status(), 409);
    assert_eq!(room.ask(votes(Some(2))).status(), 200);
    assert_eq!(room.ask(votes(None)).status(), 200);
}

#[test]
fn no_key_discards_hidden_dots_or_shows_hidden_lines() {
    let mut room = OpenRoom::with_participants(1);
    room.press("sc");
    room.write(0, "a", Phase::During, "Waits");
    for (key, said) in [("c", "hidden"), ("o", "hidden")] {
        assert!(room.press(key).is_empty());
        assert!(message(&room.state).contains(said), "{key}: {}", message(&room.state));
    }
    room.press("v5<Enter>");
    let id = room.state.map().touchpoints().next().unwrap().1.id;
    room.ask(RoomRequest::Vote { client: client(0), votes: [(id, 1)].into(), round: None });
    for key in ["c", "v", "N"] {
        assert!(room.press(key).is_empty());
        assert!(message(&room.state).contains("Dots are hidden"), "{key}: {}", message(&room.state));
    }
    assert_eq!(room.state.session.hosted.room.hidden_dots(), 1);
}

#[test]
fn through_open_doors_hidden_lines_come_once_they_are_revealed() {
    let mut room = OpenRoom::with_participants(1);
    room.press("soc");
    room.write(0, "a", Phase::During, "Waits");
    assert_eq!((names(room.state.map(), Phase::During).len(), room.waiting()), (1, 1));
    room.press("r");
    assert_eq!((names(room.state.map(), Phase::During).len(), room.waiting()), (2, 0));
}

#[test]
fn what_was_taken_waits_again_after_undo_also_when_the_room_is_closed() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::During, "Waits");
    room.press("s<Enter>");
    let closed = room.press("X");
    assert!(closed.iter().any(|effect| matches!(effect, RoomEffect::Forget)), "{closed:?}");
    let undone = room.press("u");
    assert_eq!(room.waiting(), 1);
    assert!(entries(undone)[0].begins, "its journal was removed");
}

#[test]
fn a_room_that_is_asked_for_is_opened_after_the_question_about_the_last_one() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::During, "Waits");
    let record = serde_json::to_string(&room.state.session.hosted.room.record()).unwrap();

    let mut state = board();
    state.room_settings.opens_at_once = true;
    let asked = of_room(update(&mut state, Msg::Room(RoomMsg::LeftBehind { records: vec![record] })));
    assert!(asked.is_empty(), "{asked:?}");
    update(&mut state, Msg::Tick(std::time::Duration::from_secs(5)));
    let answered = of_room(press(&mut state, "1"));
    assert!(matches!(answered[..], [RoomEffect::Keep(_), RoomEffect::FindAddresses]), "{answered:?}");
    let kept = entries(answered);
    assert!(kept[0].has_left && kept[0].begins, "{kept:?}");
    let room = &state.session.hosted.room;
    assert!(room.knows(client(0)) && room.waiting() == 1);

    let mut state = board();
    state.room_settings.opens_at_once = true;
    let nothing = of_room(update(&mut state, Msg::Room(RoomMsg::LeftBehind { records: Vec::new() })));
    assert!(matches!(nothing[..], [RoomEffect::FindAddresses]), "{nothing:?}");
}

#[test]
fn what_was_left_behind_joins_what_came_meanwhile() {
    let mut before = OpenRoom::with_participants(2);
    before.write(0, "a", Phase::During, "Waits");
    before.write(1, "a", Phase::Before, "Asks");
    let record = serde_json::to_string(&before.state.session.hosted.room.record()).unwrap();
    let mut room = OpenRoom::with_participants(0);
    room.ask(RoomRequest::Join { client: client(9) });
    room.write(9, "a", Phase::After, "Returns it");
    update(&mut room.state, Msg::Room(RoomMsg::LeftBehind { records: vec![record] }));
    update(&mut room.state, Msg::Tick(std::time::Duration::from_secs(5)));
    room.press("1");
    assert_eq!((room.waiting(), room.state.session.hosted.room.participants()), (3, 3));
    assert_eq!(room.write(0, "a", Phase::During, "Waits"), RoomAnswer::ContributedBefore);
    room.press("sA");
    assert_eq!(room.state.map().len(), 5);
}

#[test]
fn the_rooms_journal_follows_the_map_to_another_file_at_once() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::During, "Waits");
    let file = room.state.session.file.as_mut().unwrap();
    let before = std::mem::replace(&mut file.path, PathBuf::from("other.ron"));
    let moved = entries(of_room(update(&mut room.state, Msg::Tick(std::time::Duration::from_secs(1)))));
    assert_eq!(moved.len(), 1);
    assert_eq!((&moved[0].file, &moved[0].moved_from), (&PathBuf::from("other.ron"), &Some(before)));
    assert!(moved[0].begins && !moved[0].has_left);
}
