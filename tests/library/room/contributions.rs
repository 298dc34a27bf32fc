//! Tests of what participants write: it is cleaned, counted once, listed for its author, and can be taken back.

use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::request::{Refusal, RoomAnswer};
use periplo::map::TextError;
use periplo::map::text::is_unsafe_char;
use serde_json::json;

use super::TestRoom;

#[test]
fn a_line_waits_with_its_marks_and_its_author_sees_it() {
    let mut room = TestRoom::with_participants(1);
    assert_eq!(room.write(0, "one", "Asks a friend #off @\"word of mouth\" :) !"), RoomAnswer::Contributed);
    let (_, contribution) = room.room.waiting_contributions().next().unwrap();
    assert_eq!(&*contribution.touchpoint.name, "Asks a friend");
    assert!(contribution.touchpoint.critical);
    assert_eq!(contribution.touchpoint.channel.as_deref(), Some("word of mouth"));
    let mine = json!([{"id": "one", "phase": "during", "text": &*contribution.text, "state": "waiting"}]);
    assert_eq!(room.view(0)["mine"], mine);
}

#[test]
fn the_same_line_sent_again_counts_once_even_after_it_was_taken_back() {
    let mut room = TestRoom::with_participants(2);
    assert_eq!(room.write(0, "one", "Pays").status(), 201);
    assert_eq!(room.write(0, "one", "Pays").status(), 200);
    assert_eq!(room.write(0, "one", "Another text").status(), 200);
    assert_eq!(room.write(1, "one", "Pays").status(), 201, "each sender has ids of their own");
    assert_eq!(room.room.waiting(), 2);

    assert_eq!(room.withdraw(0, "one").status(), 204);
    assert_eq!(room.withdraw(0, "one").status(), 204);
    assert_eq!(room.write(0, "one", "Pays").status(), 200);
    assert_eq!(room.room.waiting(), 1);
    assert_eq!(room.view(0)["mine"], json!([]));
}

#[test]
fn only_ones_own_lines_can_be_taken_back_and_only_while_they_wait() {
    let mut room = TestRoom::with_participants(2);
    room.write(0, "one", "Pays");
    room.write(0, "two", "Waits");
    let refused = RoomAnswer::Refused(Refusal::UnknownContribution);
    assert_eq!(room.withdraw(1, "one"), refused);
    assert_eq!(room.withdraw(9, "one").status(), 404);
    let touchpoint = room.room.contribution(0).unwrap().touchpoint.id;
    room.change(RoomChange::Taken { numbers: vec![0], touchpoint });
    room.change(RoomChange::Declined(vec![1]));
    assert_eq!(room.withdraw(0, "one"), refused);
    assert_eq!(room.withdraw(0, "two"), refused);
    let states: Vec<_> = room.view(0)["mine"].as_array().unwrap().iter().map(|each| each["state"].clone()).collect();
    assert_eq!(states, ["taken", "declined"]);
}

#[test]
fn texts_are_cleaned_and_those_that_are_no_touchpoint_are_refused_with_the_reason() {
    let mut room = TestRoom::with_participants(1);
    let hostile = "\u{1b}[31mPays\u{7} \u{202e}<script>alert(1)</script>\u{200b}\r\n\u{9b}2J end\0";
    assert_eq!(room.write(0, "hostile", hostile), RoomAnswer::Contributed);
    let text = &room.room.contribution(0).unwrap().text;
    assert!(!text.chars().any(|c| is_unsafe_char(c) || c.is_control()), "{text:?}");
    assert!(text.contains("<script>"), "HTML is text like any other: {text}");

    for text in ["", "  ", "\u{1b}", "#online", "| ", "\u{200b}"] {
        assert_eq!(room.write(0, "empty", text), RoomAnswer::Refused(Refusal::Text(TextError::Empty)), "{text:?}");
    }
    let long = room.write(0, "long", &"x".repeat(201));
    assert_eq!(long, RoomAnswer::Refused(Refusal::Text(TextError::TooLong { limit: 200, found: 201 })));
    assert_eq!(long.status(), 422);
    assert_eq!(room.room.waiting(), 1);
}

#[test]
fn lines_that_say_the_same_lie_on_one_pile() {
    let mut room = TestRoom::with_participants(3);
    room.write(0, "a", "Waits for an answer :(");
    room.write(1, "a", "waits  for an ánswer :(");
    room.write(2, "a", "Waits for an answer :)");
    room.write(2, "b", "|Waits for an answer :(");
    let piles: Vec<_> = room.room.waiting_piles().into_iter().map(|pile| pile.numbers).collect();
    assert_eq!(piles, [vec![0, 1, 3], vec![2]]);
    let counts: Vec<_> =
        room.view(0)["contributions"].as_array().unwrap().iter().map(|each| each["count"].clone()).collect();
    assert_eq!(counts, [3, 1]);
}
