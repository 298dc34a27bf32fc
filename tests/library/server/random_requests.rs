//! Random requests: none ends the server, and none is answered that the server failed.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::sync::LazyLock;
use std::sync::Mutex;

use proptest::prelude::*;
use proptest::sample::select;

use super::TestServer;

static SERVER: LazyLock<Mutex<TestServer>> = LazyLock::new(|| Mutex::new(TestServer::open()));

/// Returns parts of which requests are made: right ones, wrong ones, and any bytes. `TOKEN` and `HOST` stand for those of the
/// server.
fn part() -> impl Strategy<Value = Vec<u8>> {
    let known = select(vec![
        "GET /",
        "GET /api/room?client=",
        "POST /api/join",
        "POST /api/contributions",
        "DELETE /api/contributions/%ff",
        "PUT /api/votes",
        " HTTP/1.1\r\n",
        " HTTP/9.9\r\n",
        "Host: HOST\r\n",
        "Host: elsewhere\r\n",
        "X-Periplo-Token: TOKEN\r\n",
        "X-Periplo-Token: \r\n",
        "Content-Type: application/json\r\n",
        "Content-Length: 2\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Expect: 100-continue\r\n",
        "\r\n",
        "{}",
        "{\"client\":\"\\u0000\",\"votes\":{\"x\":-1}}",
        "5\r\nhello\r\n0\r\n\r\n",
        "ffffffffffffffff\r\n",
    ]);
    prop_oneof![
        12 => known.prop_map(|text: &str| text.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..40),
    ]
}

fn request() -> impl Strategy<Value = Vec<u8>> {
    let any_parts = || proptest::collection::vec(part(), 1..12).prop_map(|parts| parts.concat());
    // Most requests pass the first checks, so that what lies behind them is reached.
    let target = select(vec!["GET /api/room", "POST /api/join", "POST /api/contributions", "PUT /api/votes"]);
    let good = (target, any_parts()).prop_map(|(target, rest)| {
        let head = format!("{target} HTTP/1.1\r\nHost: HOST\r\nX-Periplo-Token: TOKEN\r\n");
        [head.into_bytes(), rest].concat()
    });
    prop_oneof![any_parts(), good]
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut result = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from.as_bytes()) {
        result.extend([&rest[..at], to.as_bytes()].concat());
        rest = &rest[at + from.len()..];
    }
    result.extend(rest);
    result
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_request_is_answered_or_refused_and_the_room_stays_open(bytes in request()) {
        let server = SERVER.lock().unwrap();
        let bytes = replaced(&replaced(&bytes, "TOKEN", &server.token), "HOST", &server.address.to_string());
        let mut stream = server.connect();
        stream.write_all(&bytes).ok();
        stream.shutdown(Shutdown::Write).ok();
        let mut answer = Vec::new();
        // The server may close the connection before it has read all.
        stream.read_to_end(&mut answer).ok();
        let answer = String::from_utf8_lossy(&answer);
        prop_assert!(answer.is_empty() || answer.starts_with("HTTP/1."), "{answer}");
        for line in answer.lines().filter(|line| line.starts_with("HTTP/1.")) {
            prop_assert!(!line.contains(" 500 "), "{line}");
        }
        prop_assert_eq!(server.send("GET", "/", None).status, 200);
    }
}
