//! Tests of who is let in: the token, the host, the origin, the kind and the size of what is sent.

use periplo::room::token::Token;
use serde_json::json;

use super::TestServer;

/// Returns the status of a request with these headers, each with its line end.
fn status(room: &TestServer, line: &str, headers: &str, body: &str) -> u16 {
    let length = body.len();
    let text = format!("{line} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}");
    let response = room.raw(text.as_bytes()).unwrap();
    if response.status >= 400 {
        assert!(response.json()["error"].as_str().is_some_and(|error| error.ends_with('.')), "{response:?}");
    }
    response.status
}

#[test]
fn without_the_token_in_its_header_there_is_only_the_page() {
    let room = TestServer::open();
    let (client, host, token) = (room.join(), format!("Host: {}\r\n", room.address), room.token.clone());
    let with = |header: &str| {
        let path = format!("GET /api/room?client={client}");
        status(&room, &path, &format!("{host}{header}"), "")
    };
    assert_eq!(with(&format!("X-Periplo-Token: {token}\r\n")), 200);
    let wrong = Token::random().unwrap();
    let other_case: String =
        token.chars().map(|c| if c.is_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }).collect();
    let headers = [
        String::new(),
        "X-Periplo-Token: \r\n".to_owned(),
        format!("X-Periplo-Token: {}\r\n", wrong.text()),
        format!("X-Periplo-Token: {}\r\n", &token[..21]),
        format!("X-Periplo-Token: {token}A\r\n"),
        format!("X-Periplo-Token: {other_case}\r\n"),
        format!("X-Periplo-Token: {}\r\nX-Periplo-Token: {token}\r\n", wrong.text()),
        format!("Authorization: Bearer {token}\r\n"),
        format!("Cookie: X-Periplo-Token={token}\r\n"),
    ];
    for header in headers {
        assert_eq!(with(&header), 401, "{header}");
    }
    let query = format!("GET /api/room?client={client}&token={token}&X-Periplo-Token={token}");
    assert_eq!(status(&room, &query, &host, ""), 401);
    for path in ["/api/join", "/api/nothing", "/nothing", "//", "/favicon.ico"] {
        assert_eq!(status(&room, &format!("POST {path}"), &host, "{}"), 401, "{path}");
    }
    assert_eq!(status(&room, "GET /", &host, ""), 200);
    room.close();
}

#[test]
fn only_the_chosen_address_and_the_named_hosts_are_answered() {
    let room = TestServer::open_with_hosts(&["https://room.example.org:8443/", "[::1]"]);
    let port = room.address.port();
    let with = |host: &str| status(&room, "GET /", &format!("Host: {host}\r\n"), "");
    for host in [format!("127.0.0.1:{port}"), format!("Room.Example.ORG:{port}"), "room.example.org".to_owned()] {
        assert_eq!(with(&host), 200, "{host}");
    }
    let foreign = [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
        "127.0.0.1:1".to_owned(),
        format!("127.0.0.1.evil.example:{port}"),
        format!("127.0.0.1:{port}@evil.example"),
        format!("a@127.0.0.1:{port}"),
        format!("127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}"),
        format!("127.0.0.1:{port}, evil.example"),
        format!("0.0.0.0:{port}"),
        format!("2130706433:{port}"),
        String::new(),
    ];
    for host in foreign {
        assert_eq!(with(&host), 403, "{host}");
    }
    assert_eq!(status(&room, "GET /", "", ""), 403);
    assert_eq!(status(&room, "GET http://evil.example/", &format!("Host: 127.0.0.1:{port}\r\n"), ""), 403);
    room.close();
}

#[test]
fn pages_of_other_sites_are_refused() {
    let room = TestServer::open();
    let own = format!("http://{}", room.address);
    let with = |origin: &str| {
        let headers = format!(
            "Host: {}\r\nOrigin: {origin}\r\nX-Periplo-Token: {}\r\nContent-Type: application/json\r\n",
            room.address, room.token
        );
        status(&room, "POST /api/join", &headers, "{}")
    };
    assert_eq!(with(&own), 201);
    let foreign = ["null", "http://evil.example", "http://127.0.0.1", &format!("{own}.evil.example"), "file://", ""];
    for origin in foreign {
        assert_eq!(with(origin), 403, "{origin}");
    }
    assert_eq!(with(&format!("{own}\r\nOrigin: http://evil.example")), 403);
    room.close();
}

#[test]
fn only_json_of_at_most_four_kilobytes_is_read() {
    let room = TestServer::open();
    let client = room.join();
    let with = |kind: &str, body: &str| {
        let headers = format!("Host: {}\r\nX-Periplo-Token: {}\r\n{kind}", room.address, room.token);
        status(&room, "POST /api/contributions", &headers, body)
    };
    let json = "Content-Type: application/json\r\n";
    let body = |id: &str, text: &str| json!({"client": client, "id": id, "phase": "before", "text": text}).to_string();
    assert_eq!(with("Content-Type: Application/JSON; charset=utf-8\r\n", &body("a", "Pays")), 201);
    for kind in ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"] {
        let header = if kind.is_empty() { String::new() } else { format!("Content-Type: {kind}\r\n") };
        assert_eq!(with(&header, &body("b", "Pays")), 415, "{kind}");
    }
    assert_eq!(with(&format!("{json}Content-Type: text/plain\r\n"), &body("b", "Pays")), 415);

    let exactly = |size: usize| format!("{}{}", body("c", "Pays"), " ".repeat(size - body("c", "Pays").len()));
    assert_eq!(with(json, &exactly(4_096)), 201);
    assert_eq!(with(json, &exactly(4_097)), 413);
    assert_eq!(with(json, &exactly(1_000_000)), 413);
    let other_bodies =
        ["", "null", "[]", "{", "{}", "\u{1b}", "{\"client\": 1}", &body("d", "Pays").replace("before", "x")];
    for other in other_bodies {
        assert_eq!(with(json, other), 422, "{other}");
    }
    assert_eq!(with(json, &body("../d", "Pays")), 422);
    assert_eq!(with(json, &"[".repeat(4_000)), 422);
    room.close();
}

#[test]
fn unknown_paths_and_methods_are_refused() {
    let room = TestServer::open();
    let empty = json!({});
    let long = format!("Content-Length: {}", 1_000_000);
    let head =
        format!("DELETE /api/contributions/a HTTP/1.1\r\nHost: {}\r\nX-Periplo-Token: {}", room.address, room.token);
    assert_eq!(room.raw(format!("{head}\r\n{long}\r\n\r\n").as_bytes()).unwrap().status, 413);
    for path in ["/nothing", "/api", "/api/join/", "/api/../", "/API/join", "/api/contributions/a/b"] {
        assert_eq!(room.send("GET", path, None).status, 404, "{path}");
    }
    for (method, path) in [
        ("GET", "/api/join"),
        ("POST", "/"),
        ("DELETE", "/api/room"),
        ("OPTIONS", "/api/join"),
        ("TRACE", "/api/votes"),
    ] {
        assert_eq!(room.send(method, path, Some(&empty)).status, 405, "{method} {path}");
    }
    room.close();
}
