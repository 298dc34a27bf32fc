//! Pastes: slow ones, ones without an end, and large ones.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode};

use super::{CONTROL, LONG, decode, decoder, key, letter, plain, usual};

#[test]
fn a_paste_that_arrives_slowly_is_one_paste() {
    let parts = [&b"\x1b[200~one "[..], b"two\x1b", b"[20", b"1~"];
    assert_eq!(decode(&parts, Duration::from_millis(1_200)), [Event::Paste("one two".to_owned())]);
}

#[test]
fn a_paste_without_its_end_is_given_after_a_while_and_keys_work_again() {
    let (mut decoder, start) = (decoder(), Instant::now());
    assert_eq!(usual(decoder.take(b"\x1b[200~never closed\x1b[20", start)), []);
    let until = decoder.waits_until().unwrap();
    assert!(until < start + LONG);
    assert_eq!(usual(decoder.give_up(until)), [Event::Paste("never closed".to_owned())]);
    assert_eq!(usual(decoder.take(b"j", until)), [letter('j')]);
    assert_eq!(usual(decoder.take(b"\x1b[A", until)), [plain(KeyCode::Up)]);
    // The rest of the paste is no command, even if it comes too late.
    assert_eq!(usual(decoder.take(b"dddddddd", until)), []);
    assert_eq!(usual(decoder.take(b"dd\x1b[201~j", until)), [Event::Paste("dddddddddd".to_owned()), letter('j')]);
    assert_eq!(decoder.take(b"jjjjjjjjj", until).len(), 9);
}

#[test]
fn esc_and_ctrl_c_end_a_paste_without_its_end() {
    for (byte, code) in [(0x1b, plain(KeyCode::Esc)), (0x03, key(KeyCode::Char('c'), CONTROL))] {
        let parts = [&b"\x1b[200~never closed"[..], &[byte], b"j"];
        let expected = [Event::Paste("never closed".to_owned()), code, letter('j')];
        assert_eq!(decode(&parts, Duration::from_millis(200)), expected);
    }
    // The end of the paste, cut by two long pauses, is no text.
    let parts = [&b"\x1b[200~one"[..], b"\x1b", b"[201~", b"j"];
    let expected = [Event::Paste("one".to_owned()), plain(KeyCode::Esc), letter('j')];
    assert_eq!(decode(&parts, Duration::from_millis(200)), expected);
}

#[test]
fn a_paste_of_many_megabytes_is_decoded_in_linear_time() {
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.extend("word \x1b[20 ".repeat(1_000_000).bytes());
    let length = bytes.len() - 6;
    bytes.extend(b"\x1b[201~");
    let parts: Vec<&[u8]> = bytes.chunks(4_096).collect();
    let events = decode(&parts, Duration::ZERO);
    assert!(matches!(&events[..], [Event::Paste(text)] if text.len() == length));
}
