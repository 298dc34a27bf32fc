//! Tests of the requests that a page sends.

use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::round::Dots;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::TestServer;
use base64::Engine;

#[test]
fn a_participant_joins_writes_sees_it_and_takes_it_back() {
    let room = TestServer::open();
    let client = room.join();
    assert_eq!(client.len(), 32, "128 bits");
    let answer = room.contribute(&client, "one", "Sees an ad #on :)");
    assert_eq!((answer.status, answer.json()), (201, json!({})));
    assert_eq!(room.contribute(&client, "one", "Sees an ad #on :)").status, 200);
    let view = room.view(&client);
    assert_eq!((&view["title"], &view["participants"]), (&json!("Shop"), &json!(1)));
    let mine = json!([{"id": "one", "phase": "before", "text": "Sees an ad #on :)", "state": "waiting"}]);
    assert_eq!(view["mine"], mine);
    let path = format!("/api/contributions/one?client={client}");
    let answer = room.send("DELETE", &path, None);
    assert_eq!((answer.status, &*answer.body), (204, ""));
    assert_eq!(room.view(&client)["mine"], json!([]));
    room.close();
}

#[test]
fn a_view_that_has_not_changed_is_not_sent_again() {
    let room = TestServer::open();
    let (one, other) = (room.join(), room.join());
    let path = format!("/api/room?client={one}");
    let first = room.send("GET", &path, None);
    let tag = first.header("ETag").unwrap().to_owned();
    for known in [tag.clone(), format!("\"x\", W/{tag}")] {
        let again = room.send_with("GET", &path, None, &format!("If-None-Match: {known}\r\n"));
        assert_eq!((again.status, &*again.body, again.header("ETag")), (304, "", Some(&*tag)));
    }
    room.change(RoomChange::CollectBegan { is_hidden: true });
    let tag = room.send("GET", &path, None).header("ETag").unwrap().to_owned();
    room.contribute(&other, "a", "Pays");
    let known = format!("If-None-Match: {tag}\r\n");
    assert_eq!(room.send_with("GET", &path, None, &known).status, 304, "others are not seen in a hidden round");
    room.contribute(&one, "a", "Pays");
    assert_eq!(room.send_with("GET", &path, None, &known).status, 200);
    room.close();
}

#[test]
fn dots_are_given_and_taken_back_while_the_vote_lasts() {
    let room = TestServer::open();
    let (client, id) = (room.join(), room.touchpoint().to_string());
    let vote = |count: u32| {
        let body = json!({"client": client, "votes": {id.clone(): count}});
        room.send("PUT", "/api/votes", Some(&body))
    };
    assert_eq!(vote(1).status, 409);
    room.change(RoomChange::VoteBegan(Dots { each: 5, per_touchpoint: 3 }));
    assert_eq!(vote(3).json(), json!({"dots_left": 2}));
    assert_eq!(vote(4).status, 409);
    assert_eq!(vote(0).json(), json!({"dots_left": 5}));
    vote(2);
    let view = room.view(&client);
    assert_eq!((&view["my_votes"][&id], &view["dots_left"], &view["results"]), (&json!(2), &json!(3), &Value::Null));
    let votes = room.room.lock().unwrap().votes();
    room.change(RoomChange::VotesRevealed(votes));
    assert_eq!(room.view(&client)["results"], json!({id: 2}));
    room.close();
}

#[test]
fn the_page_may_run_its_own_script_and_style_only() {
    let room = TestServer::open();
    let answer = room.send("GET", "/", None);
    assert_eq!(answer.status, 200);
    assert!(answer.header("Content-Type").unwrap().starts_with("text/html"));
    assert!(answer.body.len() < 60_000, "{} bytes", answer.body.len());
    let policy = answer.header("Content-Security-Policy").unwrap();
    assert!(policy.starts_with("default-src 'none'") && policy.contains("connect-src 'self'"), "{policy}");
    for (name, start, end) in [("style", "<style>", "</style>"), ("script", "<script type=\"module\">", "</script>")] {
        let text = answer.body.split_once(start).unwrap().1.split_once(end).unwrap().0;
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
        assert!(policy.contains(&format!("{name}-src 'sha256-{hash}'")), "{name}: {policy}");
        assert!(!text.contains("/*STYLE*/") && !text.contains("/*SCRIPT*/"));
    }
    for outside in ["http://", "https://", "//"].map(|scheme| format!("src=\"{scheme}")) {
        assert!(!answer.body.contains(&outside), "{outside}");
    }
    room.close();
}

#[test]
fn every_answer_is_protected_and_sets_no_cookie() {
    let room = TestServer::open();
    let client = room.join();
    let answers = [
        room.send("GET", "/", None),
        room.send("GET", "/api/nothing", None),
        room.send("GET", "/api/join", None),
        room.send("GET", &format!("/api/room?client={client}"), None),
        room.raw(b"GET / HTTP/1.1\r\nHost: elsewhere\r\n\r\n").unwrap(),
    ];
    for answer in answers {
        assert!(answer.header("Content-Security-Policy").is_some(), "{answer:?}");
        assert_eq!(answer.header("Referrer-Policy"), Some("no-referrer"));
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
        let forbidden = ["Set-Cookie", "Access-Control-Allow-Origin", "Server"];
        assert!(forbidden.iter().all(|name| answer.header(name).is_none()), "{answer:?}");
    }
    room.close();
}

#[test]
fn refusals_are_sentences_in_the_language_of_the_page() {
    let room = TestServer::open();
    let body = json!({"client": room.join(), "id": "a", "phase": "before", "text": "  "});
    let answer = |headers: &str| {
        let answer = room.send_with("POST", "/api/contributions", Some(&body), headers);
        (answer.status, answer.json()["error"].as_str().unwrap().to_owned())
    };
    let english = (422, "Write something here.".to_owned());
    assert_eq!(answer(""), english);
    assert_eq!(answer("Accept-Language: fr, en;q=0.8, es;q=0.5\r\n"), english);
    assert_eq!(answer("Accept-Language: es-AR,es;q=0.9,en;q=0.8\r\n"), (422, "Escribe algo aquí.".to_owned()));
    room.close();
}
