//! The room of the real program: telephones reach it, nothing that it accepted is lost, and nothing is left when it closes.

use std::fmt;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use super::{Sandbox, names};
use crate::pty::Terminal;

/// The link that a terminal shows.
pub struct Link {
    address: String,
    token: String,
}

/// Opens the map with a room at loopback, and reads its link from the screen.
fn share(sandbox: &Sandbox) -> (Terminal, Link) {
    share_at(sandbox, 0)
}

/// Opens the map with a room at this port of loopback.
pub fn share_at(sandbox: &Sandbox, port: u16) -> (Terminal, Link) {
    let mut terminal = sandbox.open(&["share", "shop.ron", "--address", "127.0.0.1", "--port", &port.to_string()]);
    terminal.wait_for("Scan the code");
    let link = Link::on(&terminal);
    (terminal, link)
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}/#{}", self.address, self.token)
    }
}

impl Link {
    /// Reads the link that a terminal shows.
    pub fn on(terminal: &Terminal) -> Link {
        link_in(&terminal.text())
    }
}

fn link_in(text: &str) -> Link {
    let words: Vec<&str> = text.lines().skip_while(|line| !line.contains("http://")).take(2).collect();
    let start = words[0].find("http://").expect("a link");
    let part =
        |line: &str| line[line.char_indices().nth(start_column(words[0], start)).expect("a column").0..].to_owned();
    let parts = words.iter().map(|line| part(line).split_whitespace().next().unwrap_or_default().to_owned());
    let link: String = parts.collect();
    let (address, token) = link.trim_start_matches("http://").split_once("/#").expect("a token");
    assert_eq!(token.len(), 22, "{link}\n{text}");
    Link { address: address.to_owned(), token: token.to_owned() }
}

fn start_column(line: &str, byte: usize) -> usize {
    line[..byte].chars().count()
}

impl Link {
    /// Sends a request, and returns its status and the body of the answer.
    fn send(&self, method: &str, path: &str, body: &str) -> (u16, serde_json::Value) {
        let mut stream = TcpStream::connect(&self.address).expect("the room is open");
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let Link { address, token } = self;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nX-Periplo-Token: {token}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        (answer[9..12].parse().unwrap(), serde_json::from_str(body).unwrap_or_default())
    }

    fn join(&self) -> String {
        let (status, body) = self.send("POST", "/api/join", "{}");
        assert_eq!(status, 201);
        body["client"].as_str().unwrap().to_owned()
    }

    fn contribute(&self, client: &str, id: &str, text: &str) -> u16 {
        let body = serde_json::json!({"client": client, "id": id, "phase": "after", "text": text});
        self.send("POST", "/api/contributions", &body.to_string()).0
    }
}

/// Fails if a file below a folder contains a text.
fn assert_nowhere(folder: &Path, text: &str) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            assert_nowhere(&path, text);
        } else {
            let bytes = fs::read(&path).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains(text), "{} has the token", path.display());
        }
    }
}

#[test]
fn what_a_room_has_accepted_is_offered_after_a_crash() {
    let sandbox = Sandbox::new();
    let (mut terminal, link) = share(&sandbox);
    let client = link.join();
    terminal.wait_for("One person is in the room");
    assert_eq!(link.contribute(&client, "a", "Unpacks the parcel :)"), 201);
    assert_eq!(link.contribute(&client, "b", "Sends it back"), 201);
    assert_eq!(link.contribute(&client, "b", "Sends it back"), 200);
    assert_nowhere(sandbox.folder(), &link.token);
    // At once, without a moment in which more could be written.
    terminal.signal("KILL");
    terminal.wait_for_exit();
    assert!(TcpStream::connect(&link.address).is_err());

    let mut terminal = sandbox.open_map();
    terminal.wait_for("ended with 2");
    terminal.answer("1");
    terminal.wait_for("Unpacks the parcel");
    terminal.press("sA");
    terminal.wait_for("2 touchpoints are on the board");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&sandbox.saved())[3..], ["Unpacks the parcel", "Sends it back"]);

    let mut terminal = sandbox.open_map();
    terminal.wait_for("Unpacks the parcel");
    assert!(!terminal.text().contains("waiting"), "{}", terminal.text());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_telephone_takes_part_until_the_room_is_closed() {
    let sandbox = Sandbox::new();
    let (mut terminal, link) = share(&sandbox);
    let client = link.join();
    terminal.press("\x1b");
    terminal.wait_for("room open, 1 in it");
    assert_eq!(link.contribute(&client, "a", "Unpacks the parcel"), 201);
    terminal.wait_for("1 waiting");
    terminal.press("s\r");
    terminal.wait_for("One touchpoint is on the board");
    let (_, view) = link.send("GET", &format!("/api/room?client={client}"), "");
    assert_eq!(
        (&view["mine"][0]["state"], &view["touchpoints"][3]["name"]),
        (&"taken".into(), &"Unpacks the parcel".into())
    );
    terminal.press("v3\r");
    terminal.wait_for("everybody has 3 dots");
    let id = view["touchpoints"][1]["id"].as_str().unwrap();
    let votes = serde_json::json!({"client": client, "votes": {id: 2}}).to_string();
    assert_eq!(link.send("PUT", "/api/votes", &votes), (200, serde_json::json!({"dots_left": 1})));
    terminal.press("r");
    terminal.wait_for("2 dots were added");
    terminal.press("X");
    terminal.wait_for("The room is closed");
    assert!(TcpStream::connect(&link.address).is_err());
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(sandbox.saved().touchpoints().nth(1).unwrap().1.votes, 2);
    assert!(fs::read_dir(sandbox.folder().join("state/periplo/room")).unwrap().next().is_none(), "no journal is left");
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_room_has_no_thread_and_no_socket() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    let count = |terminal: &Terminal, what: &str| {
        let folder = format!("/proc/{}/{what}", terminal.id());
        let entries = fs::read_dir(folder).unwrap().flatten();
        match what {
            "task" => entries.count(),
            _ => entries
                .filter_map(|each| fs::read_link(each.path()).ok())
                .filter(|to| to.starts_with("socket:"))
                .count(),
        }
    };
    terminal.press("S");
    terminal.wait_for("not encrypted");
    let before = [count(&terminal, "task"), count(&terminal, "fd")];
    terminal.press("\x1b");
    terminal.wait("the dialog closed", |screen| !screen.contents().contains("not encrypted"));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);

    let (mut terminal, _) = share(&sandbox);
    assert_eq!(count(&terminal, "task"), before[0] + 1);
    terminal.press("X");
    terminal.wait_for("The room is closed");
    assert_eq!([count(&terminal, "task"), count(&terminal, "fd")], before);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
