//! Decodes one key, mouse event or other sequence from the bytes of a terminal.

use crossterm::event::{Event, KeyEvent, KeyModifiers};

use super::key::{control_key, letter_key, parameter_key};
use super::mouse;
use super::reported_key::reported_key;
use super::{ESC, TerminalEvent};

/// What the first bytes of some input are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Event(TerminalEvent),
    /// The beginning of a bracketed paste.
    PasteStart,
    /// A reply of the terminal, an unknown sequence or a damaged one.
    Nothing,
}

/// What is incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// Esc, which may be a key or the beginning of a sequence.
    Escape,
    /// The beginning of a longer sequence, or of a character.
    Sequence,
}

/// What bytes are, with their number, or what is incomplete.
pub(super) type Decoded = Result<(Content, usize), Pending>;

const BEL: u8 = 0x07;

/// Decodes the first key or sequence of `bytes`, which are not empty.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if bytes.first() != Some(&ESC) {
        return decode_key(bytes);
    }
    match bytes.get(1) {
        None => Err(Pending::Escape),
        // The second Esc may begin a sequence.
        Some(&ESC) => Ok((event(Event::Key(control_key(ESC))), 1)),
        Some(b'[') => decode_control_sequence(bytes),
        Some(b'O') => decode_single_shift(bytes),
        Some(b']') => decode_string(bytes, |byte| byte.is_ascii_digit()),
        Some(b'P') => decode_string(bytes, |byte| byte.is_ascii_digit() || b"$+!>".contains(&byte)),
        Some(_) => decode_with_alt(bytes),
    }
}

/// Returns the key that an incomplete sequence is if nothing follows.
pub(super) fn lone_key(bytes: &[u8]) -> Option<Event> {
    match bytes {
        [ESC] => Some(Event::Key(control_key(ESC))),
        [b'['] => Some(Event::Key(letter_key('['))),
        [ESC, letter @ (b'[' | b'O' | b']' | b'P')] => Some(Event::Key(with_alt(letter_key(char::from(*letter))))),
        _ => None,
    }
}

/// Decodes a control character or a character in UTF-8. Of damaged UTF-8, one byte is dropped.
fn decode_key(bytes: &[u8]) -> Decoded {
    let Some(&first) = bytes.first() else { return Err(Pending::Sequence) };
    let length = match first {
        0x00..=0x1F | 0x7F => return Ok((event(Event::Key(control_key(first))), 1)),
        0x20..=0x7E => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        0x80..=0xC1 | 0xF5..=0xFF => return Ok((Content::Nothing, 1)),
    };
    let there = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(there) {
        Ok(text) => {
            let key = text.chars().next().map(|letter| Event::Key(letter_key(letter)));
            Ok((event(key), length))
        }
        // Only the end is missing.
        Err(error) if error.error_len().is_none() => Err(Pending::Sequence),
        Err(_) => Ok((Content::Nothing, 1)),
    }
}

/// Decodes Esc and a key: terminals send Alt with that key so.
fn decode_with_alt(bytes: &[u8]) -> Decoded {
    let (content, length) = decode_key(&bytes[1..])?;
    let content = match content {
        Content::Event(TerminalEvent::Event(Event::Key(key))) => event(Event::Key(with_alt(key))),
        other @ (Content::Event(_) | Content::PasteStart | Content::Nothing) => other,
    };
    Ok((content, length + 1))
}

fn with_alt(key: KeyEvent) -> KeyEvent {
    KeyEvent { modifiers: key.modifiers | KeyModifiers::ALT, ..key }
}

/// Decodes a sequence that begins with `Esc [`.
fn decode_control_sequence(bytes: &[u8]) -> Decoded {
    let body = &bytes[2..];
    match body.first() {
        // The Linux console sends F1 to F5 so.
        Some(b'[') => {
            let &letter = body.get(1).ok_or(Pending::Sequence)?;
            return Ok((key(parameter_key(letter, &[], true)), 4));
        }
        Some(b'M') => {
            let Some(report) = body.get(1..4) else { return Err(Pending::Sequence) };
            return Ok((event(mouse::old_report(report)), 6));
        }
        Some(_) | None => {}
    }
    let end = body.iter().position(|byte| !(0x20..=0x3F).contains(byte)).ok_or(Pending::Sequence)?;
    let last = body[end];
    if !(0x40..=0x7E).contains(&last) {
        // The sequence is broken off; the byte belongs to what follows.
        return Ok((Content::Nothing, 2 + end));
    }
    let content = match (body[0], last) {
        (b'<', b'M' | b'm') => event(mouse::report(&numbers(&body[1..end]), last == b'm')),
        (b'?', b'u') => Content::Event(TerminalEvent::ReportsKeys),
        (0x3A | 0x3C..=0x3F, _) => Content::Nothing,
        (_, b'M') => event(mouse::urxvt_report(&numbers(&body[..end]))),
        (_, b'~') if numbers(&body[..end]) == [vec![200]] => Content::PasteStart,
        (_, b'I') => event(Event::FocusGained),
        (_, b'O') => event(Event::FocusLost),
        (_, b'u') => reported_key(&numbers(&body[..end])).map_or(Content::Nothing, Content::Event),
        _ => key(parameter_key(last, &numbers(&body[..end]), false)),
    };
    Ok((content, 2 + end + 1))
}

/// Decodes a sequence that begins with `Esc O`, or Alt and the letter O.
fn decode_single_shift(bytes: &[u8]) -> Decoded {
    let body = &bytes[2..];
    let end = body.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b';')).ok_or(Pending::Sequence)?;
    if !body[end].is_ascii_alphabetic() {
        return decode_with_alt(bytes);
    }
    Ok((key(parameter_key(body[end], &numbers(&body[..end]), false)), 2 + end + 1))
}

/// Decodes a reply of the terminal that has an end of its own, or Alt and a key if no reply begins so.
fn decode_string(bytes: &[u8], begins: fn(u8) -> bool) -> Decoded {
    let &first = bytes.get(2).ok_or(Pending::Sequence)?;
    if !begins(first) {
        return decode_with_alt(bytes);
    }
    let end = bytes[2..].iter().position(|byte| byte.is_ascii_control()).ok_or(Pending::Sequence)? + 2;
    match (bytes[end], bytes.get(end + 1)) {
        (BEL, _) => Ok((Content::Nothing, end + 1)),
        (ESC, None) => Err(Pending::Sequence),
        (ESC, Some(b'\\')) => Ok((Content::Nothing, end + 2)),
        // The reply is broken off.
        _ => Ok((Content::Nothing, end)),
    }
}

fn key(key: Option<KeyEvent>) -> Content {
    event(key.map(Event::Key))
}

fn event(event: impl Into<Option<Event>>) -> Content {
    event.into().map_or(Content::Nothing, |event| Content::Event(TerminalEvent::Event(event)))
}

/// Parses the parameters of a sequence: numbers separated by semicolons, each with numbers behind colons. A number that is
/// missing or too large is 0.
fn numbers(text: &[u8]) -> Vec<Vec<u32>> {
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let parts = text.split(|&byte| byte == b';').filter(|_| !text.is_empty());
    parts.map(|part| part.split(|&byte| byte == b':').map(number).collect()).collect()
}
