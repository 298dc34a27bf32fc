//! Tests of participants that want more than is theirs: floods, hostile texts, ids of others, old links.

use std::time::{Duration, Instant};

use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::round::Dots;
use periplo::map::text::is_unsafe_char;
use periplo::room::token::Token;
use serde_json::json;

use super::TestServer;

#[test]
fn five_contributions_come_at_once_and_then_one_a_second() {
    let room = TestServer::open();
    let (one, other) = (room.join(), room.join());
    let start = Instant::now();
    let statuses: Vec<u16> = (0..20).map(|id| room.contribute(&one, &id.to_string(), "Pays").status).collect();
    let allowed = statuses.iter().filter(|&&status| status == 201).count();
    let expected = 5 + start.elapsed().as_secs() as usize;
    assert!((5..=expected).contains(&allowed), "{statuses:?}");
    let refused = room.contribute(&one, "more", "Pays");
    assert_eq!((refused.status, refused.header("Retry-After")), (429, Some("1")));
    assert_eq!(room.contribute(&other, "a", "Pays").status, 201, "others are not held up");
    let body = json!({"client": other, "votes": {}});
    room.change(RoomChange::VoteBegan(Dots::default()));
    let votes: Vec<u16> = (0..60).map(|_| room.send("PUT", "/api/votes", Some(&body)).status).collect();
    assert!(votes.contains(&429) && votes[..20].iter().all(|&status| status == 200), "{votes:?}");
    room.close();
}

#[test]
fn one_machine_joins_at_most_thirty_times_a_minute_and_never_a_locked_room() {
    let room = TestServer::open();
    room.change(RoomChange::Locked(true));
    for _ in 0..40 {
        assert_eq!(room.send("POST", "/api/join", Some(&json!({}))).status, 403);
    }
    room.change(RoomChange::Locked(false));
    let statuses: Vec<u16> = (0..50).map(|_| room.send("POST", "/api/join", Some(&json!({}))).status).collect();
    assert_eq!(statuses.iter().filter(|&&status| status == 201).count(), 30, "{statuses:?}");
    assert!(statuses[30..].iter().all(|&status| status == 429));
    assert_eq!(room.room.lock().unwrap().participants(), 30);
    room.close();
}

#[test]
fn hostile_texts_come_out_as_plain_text() {
    let room = TestServer::open();
    let client = room.join();
    let texts = [
        "\u{1b}[31m\u{1b}]0;title\u{7}Red",
        "\u{202e}drawkcab\u{2066}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\u{9b}2J \u{feff}\u{200b}zero\r\n\r\nHTTP/1.1 200 OK",
    ];
    for (id, text) in texts.iter().enumerate() {
        assert_eq!(room.contribute(&client, &id.to_string(), text).status, 201, "{text:?}");
    }
    let path = format!("/api/room?client={client}");
    let answer = room.send("GET", &path, None);
    assert_eq!(answer.header("Content-Type"), Some("application/json"));
    let view = answer.json();
    for each in view["mine"].as_array().unwrap().iter().chain(view["contributions"].as_array().unwrap()) {
        let text = each["text"].as_str().unwrap();
        assert!(!text.chars().any(|c| is_unsafe_char(c) || c.is_control()), "{text:?}");
    }
    room.close();
}

#[test]
fn nothing_of_others_can_be_taken_back_or_voted_for() {
    let room = TestServer::open();
    let (one, other) = (room.join(), room.join());
    room.contribute(&one, "a", "Pays");
    room.change(RoomChange::VoteBegan(Dots::default()));
    let foreign =
        ["0".repeat(32), String::new(), "x".repeat(32), one.to_uppercase(), format!("{one}0"), "..".to_owned()];
    let delete =
        |client: &str, id: &str| room.send("DELETE", &format!("/api/contributions/{id}?client={client}"), None).status;
    assert_eq!(delete(&other, "a"), 404);
    assert_eq!(delete(&one, "%61%2f..%2f"), 404);
    for client in &foreign {
        assert_eq!(delete(client, "a"), 404, "{client}");
        let votes = json!({"client": client, "votes": {room.touchpoint().to_string(): 1}});
        assert_eq!(room.send("PUT", "/api/votes", Some(&votes)).status, 404, "{client}");
        assert_eq!(room.contribute(client, "b", "Pays").status, 404, "{client}");
        assert_eq!(room.send("GET", &format!("/api/room?client={client}"), None).status, 404, "{client}");
    }
    for votes in [json!({"zzzzzzzz": 1}), json!({"": 1}), json!({room.touchpoint().to_string(): -1}), json!([1])] {
        assert_eq!(
            room.send("PUT", "/api/votes", Some(&json!({"client": one, "votes": votes}))).status,
            422,
            "{votes}"
        );
    }
    let kept = room.room.lock().unwrap().clone();
    assert_eq!((kept.waiting(), kept.votes().len()), (1, 0));
    room.close();
}

#[test]
fn after_a_new_link_everything_sent_before_is_refused() {
    let mut room = TestServer::open();
    let client = room.join();
    let body = json!({"client": client, "id": "a", "phase": "before", "text": "Pays"});
    let token = Token::random().unwrap();
    let new = token.text().to_owned();
    room.server.handle().set_token(token);
    room.change(RoomChange::AllDropped);
    assert_eq!(room.send("POST", "/api/contributions", Some(&body)).status, 401);
    assert_eq!(room.send("POST", "/api/join", Some(&json!({}))).status, 401);
    room.token = new;
    assert_eq!(room.send("POST", "/api/contributions", Some(&body)).status, 404, "who was dropped has to join again");
    let again = room.join();
    assert_ne!(again, client);
    room.close();
}

#[test]
fn a_program_that_does_not_answer_is_told_of() {
    let room = TestServer::open();
    // The test's thread waits for the room.
    let held = room.room.clone();
    let guard = held.lock().unwrap();
    let start = Instant::now();
    let answer = room.send("POST", "/api/join", Some(&json!({})));
    assert_eq!(answer.status, 503);
    assert!(start.elapsed() < Duration::from_secs(9));
    drop(guard);
    room.close();
}
