//! Tests of how much a room takes, and how fast.

use std::time::Duration;

use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::id::ContributionId;
use periplo::app::model::room::limits::{CHANGE_PACE, CONTRIBUTION_PACE, CONTRIBUTIONS_EACH};
use periplo::app::model::room::rate::{JoinLimit, PaceLimit};
use periplo::app::model::room::request::{Refusal, RoomAnswer, RoomRequest};
use periplo::app::model::room::round::Dots;

use super::{TestRoom, client};

#[test]
fn a_room_takes_two_hundred_participants_and_none_while_it_is_locked() {
    let mut room = TestRoom::with_participants(200);
    let join = || RoomRequest::Join { client: client(250) };
    assert_eq!(room.ask(join()), RoomAnswer::Refused(Refusal::RoomFull));
    assert_eq!(room.ask(join()).status(), 429);
    room.change(RoomChange::AllDropped);
    assert_eq!(room.room.participants(), 0);
    room.change(RoomChange::Locked(true));
    assert_eq!(room.ask(join()).status(), 403);
    room.change(RoomChange::Locked(false));
    assert_eq!(room.ask(join()), RoomAnswer::Joined(client(250)));
}

#[test]
fn five_hundred_contributions_wait_and_each_that_is_decided_makes_room() {
    let mut room = TestRoom::with_participants(200);
    for number in 0..500_u32 {
        assert_eq!(room.write((number % 200) as u8, &format!("c{number}"), "Pays").status(), 201);
    }
    assert_eq!(room.write(0, "more", "Pays"), RoomAnswer::Refused(Refusal::TooManyWaiting));
    assert_eq!(room.write(0, "c0", "Pays").status(), 200, "what is sent again is not new");
    room.change(RoomChange::Declined(vec![3]));
    assert_eq!(room.write(0, "more", "Pays").status(), 201);
    assert_eq!(room.write(0, "even_more", "Pays").status(), 429);
}

#[test]
fn one_participant_cannot_fill_the_memory_by_writing_and_taking_back() {
    let mut room = TestRoom::with_participants(1);
    for number in 0..CONTRIBUTIONS_EACH {
        assert_eq!(room.write(0, &number.to_string(), "Pays").status(), 201);
        assert_eq!(room.withdraw(0, &number.to_string()).status(), 204);
    }
    assert_eq!(room.write(0, "more", "Pays"), RoomAnswer::Refused(Refusal::TooManyOfOne));
}

#[test]
fn nobody_has_more_dots_than_the_round_gives() {
    let mut room = TestRoom::with_participants(1);
    assert_eq!(room.vote(0, &[(0, 1)]).status(), 409, "there is no vote");
    room.change(RoomChange::VoteBegan(Dots { each: 5, per_touchpoint: 3 }));
    assert_eq!(room.vote(0, &[(0, 3), (1, 2)]), RoomAnswer::Voted { dots_left: 0 });
    assert_eq!(room.vote(0, &[(0, 3), (1, 3)]), RoomAnswer::Refused(Refusal::TooManyDots { limit: 5 }));
    assert_eq!(room.vote(0, &[(0, 4)]), RoomAnswer::Refused(Refusal::TooManyOnOne { limit: 3 }));
    assert_eq!(room.vote(0, &[(0, u32::MAX), (1, u32::MAX)]).status(), 409);
    assert_eq!(room.room.votes()[&room.touchpoint(0)], 3, "what is refused changes nothing");
    assert_eq!(room.vote(0, &[(0, 0)]), RoomAnswer::Voted { dots_left: 5 });
    assert_eq!(room.vote(9, &[(0, 1)]).status(), 404);
    let unknown = "zzzzzzzz".parse().unwrap();
    let votes = [(unknown, 1)].into();
    assert_eq!(room.ask(RoomRequest::Vote { client: client(0), votes, round: None }).status(), 422);
}

#[test]
fn a_burst_is_followed_by_one_act_an_interval() {
    let mut limit = PaceLimit::new(CONTRIBUTION_PACE);
    let start = Duration::from_secs(1_000);
    let allowed = (0..100).filter(|_| limit.allow(1, start)).count();
    assert_eq!(allowed, 5);
    assert!(limit.allow(2, start), "each sender has a pace of its own");
    let in_ten_seconds = (0..1_000).filter(|step| limit.allow(1, start + Duration::from_millis(10 * step))).count();
    assert_eq!(in_ten_seconds, 9, "the tenth comes after ten whole seconds");
    let later = start + Duration::from_secs(60);
    assert_eq!((0..100).filter(|_| limit.allow(1, later)).count(), 5);
    let mut changes = PaceLimit::new(CHANGE_PACE);
    assert_eq!((0..100).filter(|_| changes.allow(1, start)).count(), 20);
}

#[test]
fn thirty_join_from_one_address_in_any_minute() {
    let mut limit = JoinLimit::default();
    let at = |seconds: u64| Duration::from_secs(seconds);
    assert_eq!((0..100).filter(|_| limit.allow("one", at(10))).count(), 30);
    assert!(!limit.allow("one", at(69)));
    assert!(limit.allow("other", at(69)));
    assert_eq!((0..100).filter(|_| limit.allow("one", at(70))).count(), 30);
}

#[test]
fn limits_forget_those_who_are_free_again() {
    let mut limit = PaceLimit::new(CONTRIBUTION_PACE);
    let mut joins = JoinLimit::default();
    for sender in 0..100_000_u64 {
        assert!(limit.allow(sender, Duration::from_secs(sender)));
        assert!(joins.allow(sender, Duration::from_secs(sender)));
    }
    assert!(format!("{limit:?}{joins:?}").len() < 200_000, "at most some thousand are remembered");
}

#[test]
fn ids_of_senders_are_short_and_plain() {
    for text in ["a", "0b9e-4f_Z", &"x".repeat(64)] {
        assert_eq!(text.parse::<ContributionId>().unwrap().to_string(), text);
    }
    for text in ["", " ", "a/b", "..", "a\u{1b}", "á", "%00", &"x".repeat(65)] {
        assert!(text.parse::<ContributionId>().is_err(), "{text:?}");
    }
}
