//! Tests of rounds: what participants see before and after the facilitator reveals it.

use std::time::Duration;

use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::round::Dots;
use periplo::app::model::room::snapshot::{RoomSnapshot, TimeLeft};
use periplo::map::Edit;
use serde_json::{Value, json};

use super::{TestRoom, client};

#[test]
fn a_new_room_collects_openly() {
    let mut room = TestRoom::with_participants(2);
    room.write(0, "a", "Pays");
    let view = room.view(1);
    let round = json!({"kind": "collect", "hidden": false, "dots": 5, "per_touchpoint": 5, "seconds_left": null});
    assert_eq!(view["round"], round);
    assert_eq!(view["contributions"], json!([{"phase": "during", "text": "Pays", "count": 1}]));
    assert_eq!((&view["participants"], &view["results"], &view["title"]), (&json!(2), &Value::Null, &json!("Shop")));
    assert_eq!(view["touchpoints"][0]["name"], "Sees an ad");
}

#[test]
fn in_a_hidden_round_nobody_sees_what_others_wrote_until_it_is_revealed() {
    let mut room = TestRoom::with_participants(2);
    room.change(RoomChange::CollectBegan { is_hidden: true });
    room.write(0, "a", "Pays");
    let revision = room.view(1)["revision"].clone();
    room.write(0, "b", "Waits");
    assert_eq!(room.view(1)["revision"], revision, "not even that something came");
    assert_eq!((&room.view(1)["contributions"], &room.view(1)["mine"]), (&Value::Null, &json!([])));
    assert_eq!(room.view(0)["mine"].as_array().unwrap().len(), 2);

    room.change(RoomChange::RoundEnded);
    assert_eq!(room.write(1, "late", "Pays").status(), 409);
    assert_eq!((&room.view(1)["contributions"], &room.view(1)["round"]["hidden"]), (&Value::Null, &json!(true)));
    room.change(RoomChange::ContributionsRevealed);
    assert_eq!(room.view(1)["contributions"].as_array().unwrap().len(), 2);
    assert_ne!(room.view(1)["revision"], revision);
}

#[test]
fn votes_are_hidden_until_they_are_revealed_and_count_as_they_were_then() {
    let mut room = TestRoom::with_participants(2);
    room.change(RoomChange::VoteBegan(Dots { each: 5, per_touchpoint: 3 }));
    room.vote(0, &[(0, 3), (1, 1)]);
    room.vote(1, &[(0, 1)]);
    room.vote(0, &[(0, 2)]);
    let view = room.view(0);
    assert_eq!((&view["dots_left"], &view["results"]), (&json!(3), &Value::Null));
    assert_eq!(view["my_votes"], json!({room.touchpoint(0).to_string(): 2}));
    assert_eq!(room.write(0, "late", "A line that a telephone could not send in time").status(), 201);

    room.change(RoomChange::RoundEnded);
    assert_eq!(room.vote(1, &[]).status(), 409);
    assert_eq!(room.view(0)["results"], Value::Null);
    let votes = room.room.votes();
    room.change(RoomChange::VotesRevealed(votes));
    assert_eq!(room.view(1)["results"], json!({room.touchpoint(0).to_string(): 3}));
    assert_eq!(room.view(1)["round"]["kind"], "closed");

    room.change(RoomChange::VoteBegan(Dots::default()));
    assert_eq!((&room.view(1)["results"], &room.view(1)["dots_left"]), (&Value::Null, &json!(5)));
}

#[test]
fn dots_on_a_deleted_touchpoint_come_back() {
    let mut room = TestRoom::with_participants(1);
    room.change(RoomChange::VoteBegan(Dots::default()));
    room.vote(0, &[(0, 2), (1, 1)]);
    let deleted = room.touchpoint(0);
    room.map.apply(Edit::Delete(vec![deleted])).unwrap();
    let view = room.view(0);
    assert_eq!((&view["dots_left"], view["my_votes"].as_object().unwrap().len()), (&json!(4), 1));
}

#[test]
fn a_telephone_counts_down_with_the_timer() {
    let room = TestRoom::with_participants(1);
    let left = |time_left, age| {
        let snapshot = RoomSnapshot { time_left, ..room.snapshot() };
        serde_json::to_value(snapshot.view(client(0), age)).unwrap()["round"]["seconds_left"].clone()
    };
    let (ten, four) = (Duration::from_secs(10), Duration::from_millis(3_900));
    assert_eq!(left(TimeLeft::Running(ten), four), json!(7));
    assert_eq!(left(TimeLeft::Running(ten), ten * 2), json!(0));
    assert_eq!(left(TimeLeft::Paused(ten), four), json!(10));
    assert_eq!(left(TimeLeft::Unlimited, four), Value::Null);
}
