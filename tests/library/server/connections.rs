//! Tests of connections: slow ones, idle ones, too many, and the end of the room.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::{TestServer, read_response};

/// Returns how long the server keeps a connection to which `send` writes until it fails.
fn lasts(mut stream: TcpStream, mut send: impl FnMut(&mut TcpStream)) -> Duration {
    let start = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    loop {
        send(&mut stream);
        match stream.read(&mut [0; 1_024]) {
            Ok(0) => return start.elapsed(),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return start.elapsed(),
        }
        assert!(start.elapsed() < Duration::from_secs(20), "the connection is still open");
    }
}

#[test]
fn an_idle_connection_is_closed_after_two_seconds() {
    let room = TestServer::open();
    let never_used = lasts(room.connect(), |_| {});
    assert!((1_900..4_000).contains(&never_used.as_millis()), "{never_used:?}");
    let mut used = room.connect();
    for _ in 0..2 {
        write!(used, "GET / HTTP/1.1\r\nHost: {}\r\n\r\n", room.address).unwrap();
        assert_eq!(read_response(&mut used).unwrap().status, 200);
    }
    let used = lasts(used, |_| {});
    assert!((1_900..4_000).contains(&used.as_millis()), "{used:?}");
    room.close();
}

#[test]
fn a_request_that_comes_in_drops_is_given_up_after_five_seconds() {
    let room = TestServer::open();
    let head = format!("POST /api/join HTTP/1.1\r\nHost: {}\r\nX-Periplo-Token: {}\r\n", room.address, room.token);
    let with_body = format!("{head}Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n");
    let starts = [String::new(), head, with_body];
    let lasting: Vec<_> = thread::scope(|scope| {
        let each = |start: &String| {
            let mut stream = room.connect();
            stream.write_all(start.as_bytes()).unwrap();
            scope.spawn(move || lasts(stream, |stream| drop(stream.write_all(b"x"))))
        };
        let threads: Vec<_> = starts.iter().map(each).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(lasting.iter().all(|time| (4_800..8_000).contains(&time.as_millis())), "{lasting:?}");
    room.close();
}

#[test]
fn too_many_headers_are_refused() {
    let room = TestServer::open();
    let line = format!("GET / HTTP/1.1\r\nHost: {}\r\n", room.address);
    let many: String = (0..10_000).map(|number| format!("X-{number}: 1\r\n")).collect();
    let short: String = (0..200).map(|number| format!("X-{number}: 1\r\n")).collect();
    let long = format!("X-Long: {}\r\n", "x".repeat(9_000));
    for headers in [many, short, long] {
        if let Ok(answer) = room.raw(format!("{line}{headers}\r\n").as_bytes()) {
            assert_eq!(answer.status, 431, "{answer:?}");
        }
    }
    let path = "x".repeat(9_000);
    if let Ok(answer) = room.raw(format!("GET /{path} HTTP/1.1\r\nHost: {}\r\n\r\n", room.address).as_bytes()) {
        assert!([414, 431].contains(&answer.status), "{answer:?}");
    }
    for garbage in [&b"\0\0\0\0"[..], b"GET\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01"]
    {
        if let Ok(answer) = room.raw(garbage) {
            assert!((400..506).contains(&answer.status), "{garbage:?}: {answer:?}");
        }
    }
    assert_eq!(room.send("GET", "/", None).status, 200);
    room.close();
}

#[test]
fn many_idle_connections_keep_nobody_out_for_long() {
    let room = TestServer::open();
    // Each takes two files of this process.
    let idle: Vec<_> = (0..2_000).map_while(|_| TcpStream::connect(room.address).ok()).collect();
    assert!(idle.len() > 512, "{}", idle.len());
    let start = Instant::now();
    let answered = loop {
        let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", room.address);
        if room.raw(request.as_bytes()).is_ok_and(|answer| answer.status == 200) {
            break start.elapsed();
        }
        assert!(start.elapsed() < Duration::from_secs(15), "nobody is let in");
        thread::sleep(Duration::from_millis(50));
    };
    assert!(answered < Duration::from_secs(5), "{answered:?}");
    drop(idle);
    room.close();
}

#[test]
fn a_room_is_closed_within_a_tenth_of_a_second_whatever_is_open() {
    let room = TestServer::open();
    let address = room.address;
    let mut begun = room.connect();
    begun.write_all(b"POST /api/join HTTP/1.1\r\nHost: ").unwrap();
    let streams: Vec<_> = (0..100).map(|_| room.connect()).collect();
    assert_eq!(room.send("GET", "/", None).status, 200);
    let start = Instant::now();
    room.close();
    let taken = start.elapsed();
    assert!(taken < Duration::from_millis(100), "{taken:?}");
    assert!(TcpStream::connect(address).is_err(), "nothing listens any more");
    assert!(matches!(begun.read(&mut [0; 16]), Ok(0) | Err(_)));
    assert!(TcpListener::bind(address).is_ok(), "the port can be taken again");
    drop(streams);
}
