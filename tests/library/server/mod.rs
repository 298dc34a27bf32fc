//! Tests of the room's server, over real sockets.

mod abuse;
mod connections;
mod guards;
mod random_requests;
mod requests;

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use periplo::app::model::room::Room;
use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::request::RoomRequest;
use periplo::app::model::room::snapshot::{RoomSnapshot, ShownMap, TimeLeft};
use periplo::map::{Document, Header, IdSource, JourneyMap, Name, Touchpoint, TouchpointId};
use periplo::room::server::{RoomOptions, RoomServer};
use periplo::room::token::Token;
use serde_json::{Value, json};

/// An open room. A thread of the test answers what the server passes on.
pub struct TestServer {
    pub server: RoomServer,
    pub address: SocketAddr,
    pub token: String,
    pub room: Arc<Mutex<Room>>,
    pub map: JourneyMap,
}

impl TestServer {
    pub fn open() -> TestServer {
        TestServer::open_with_hosts(&[])
    }

    pub fn open_with_hosts(hosts: &[&str]) -> TestServer {
        let mut ids = IdSource::new(7);
        let touchpoint = Touchpoint::new(ids.fresh(|_| false), Name::new("Pays").unwrap());
        let phases = [Vec::new(), vec![touchpoint], Vec::new()];
        let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::new("Shop").unwrap()), phases);
        let token = Token::random().unwrap();
        let text = token.text().to_owned();
        let (sender, requests) = mpsc::channel::<(u64, RoomRequest)>();
        let options = RoomOptions {
            address: "127.0.0.1:0".parse().unwrap(),
            hosts: hosts.iter().map(|&host| host.to_owned()).collect(),
            token,
            snapshot: snapshot(&Room::default(), &map),
        };
        let pass_on = Box::new(move |number, request| drop(sender.send((number, request))));
        let server = RoomServer::open(options, pass_on).unwrap();
        let room = Arc::new(Mutex::new(Room::default()));
        let handle = server.handle();
        let (of_thread, map_of_thread) = (Arc::clone(&room), map.clone());
        thread::spawn(move || {
            for (number, request) in requests {
                let mut room = of_thread.lock().unwrap();
                let (answer, change) = room.answer(request, &map_of_thread, ids.fresh(|_| false));
                change.iter().for_each(|change| room.apply(change));
                handle.publish(snapshot(&room, &map_of_thread));
                handle.answer(number, answer);
            }
        });
        TestServer { address: server.address(), server, token: text, room, map }
    }

    /// Changes the room as the facilitator does.
    pub fn change(&self, change: RoomChange) {
        let mut room = self.room.lock().unwrap();
        room.apply(&change);
        self.server.handle().publish(snapshot(&room, &self.map));
    }

    /// Returns the id of the map's touchpoint.
    pub fn touchpoint(&self) -> TouchpointId {
        self.map.touchpoints().next().unwrap().1.id
    }

    /// Sends a request as the page does.
    pub fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Response {
        self.send_with(method, path, body, "")
    }

    /// Sends a request as the page does, with further headers, each with its line end.
    pub fn send_with(&self, method: &str, path: &str, body: Option<&Value>, headers: &str) -> Response {
        let token = format!("X-Periplo-Token: {}\r\n{headers}", self.token);
        let kind = body.map_or("", |_| "Content-Type: application/json\r\n");
        let body = body.map(Value::to_string).unwrap_or_default();
        let length = body.len();
        let host = self.address;
        let text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{token}{kind}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        self.raw(text.as_bytes()).unwrap()
    }

    /// Sends bytes over a connection of their own, and reads the answer.
    pub fn raw(&self, bytes: &[u8]) -> io::Result<Response> {
        let mut stream = self.connect();
        // The server may close before it has read all.
        stream.write_all(bytes).ok();
        read_response(&mut stream)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Joins, and returns the id of the new participant.
    pub fn join(&self) -> String {
        let answer = self.send("POST", "/api/join", Some(&json!({})));
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.json()["client"].as_str().unwrap().to_owned()
    }

    pub fn contribute(&self, client: &str, id: &str, text: &str) -> Response {
        let body = json!({"client": client, "id": id, "phase": "before", "text": text});
        self.send("POST", "/api/contributions", Some(&body))
    }

    /// Returns what a participant sees.
    pub fn view(&self, client: &str) -> Value {
        let answer = self.send("GET", &format!("/api/room?client={client}"), None);
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    /// Closes the room.
    pub fn close(self) {
        drop(self.server);
    }
}

pub fn snapshot(room: &Room, map: &JourneyMap) -> RoomSnapshot {
    let map = Arc::new(ShownMap::new(map, Document::new(map.clone()).revision()));
    RoomSnapshot { room: room.clone(), map, changes: 0, time_left: TimeLeft::Unlimited }
}

/// An answer of the server.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Response {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Reads one answer. Fails if the connection ends without one.
pub fn read_response(stream: &mut TcpStream) -> io::Result<Response> {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4_096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_owned();
            let mut response = Response { status: head[9..12].parse().unwrap(), head, body: body.to_owned() };
            let length = response.header("Content-Length").map_or(0, |length| length.parse().unwrap());
            if response.body.len() >= length {
                response.body.truncate(length);
                return Ok(response);
            }
        }
        match stream.read(&mut chunk)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => bytes.extend(&chunk[..count]),
        }
    }
}
