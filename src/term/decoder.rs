//! Turns the bytes that a terminal sends into events; an incomplete sequence waits for its other bytes.
//!
//! Terminals send keys, mouse events and pastes as sequences of bytes, which may arrive in pieces. The byte Esc alone is
//! the key Esc, but it is also the first byte of most sequences. So the decoder holds it for a short time: see
//! [`Decoder::waits_until`].

mod key;
mod mouse;
mod paste;
mod reported_key;
mod sequence;

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEvent};

use paste::{OpenPaste, PASTE_END};
use sequence::{Content, Pending, decode, lone_key};

/// How long the rest of a sequence is waited for. Nobody types such a beginning by hand, so it may be long.
const SEQUENCE_TIME: Duration = Duration::from_millis(500);
/// For this long after a paste without its end, long input still belongs to it.
const LATE_PASTE_TIME: Duration = Duration::from_secs(30);
/// Input that arrives together is long from this number of bytes: nobody types that fast.
const LATE_PASTE_LENGTH: usize = 8;

/// The byte that begins sequences.
const ESC: u8 = 0x1B;

/// What a terminal has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalEvent {
    /// A key, a mouse event, a paste or a change of focus.
    Event(Event),
    /// A letter of another alphabet, and the key of a US keyboard in its place.
    OtherLayout { typed: KeyEvent, latin: KeyEvent },
    /// The answer that the terminal can report keys as escape codes.
    ReportsKeys,
}

/// Turns the bytes that a terminal sends into events.
#[derive(Debug)]
pub struct Decoder {
    /// How long a lone Esc is held.
    escape_time: Duration,
    /// An incomplete sequence.
    pending: Vec<u8>,
    paste: Option<OpenPaste>,
    /// When an incomplete sequence or paste is given up.
    deadline: Option<Instant>,
    /// Until when the rest of a sequence may follow an Esc that was given up, as on a slow line. The rest is no text.
    late_rest_until: Option<Instant>,
    /// True if the Esc of the incomplete sequence was already a key.
    escape_was_key: bool,
    /// Until when long input belongs to a paste that was given up.
    late_paste_until: Option<Instant>,
}

impl Decoder {
    /// Creates a decoder that holds a lone Esc for `escape_time`.
    pub const fn new(escape_time: Duration) -> Decoder {
        Decoder {
            escape_time,
            pending: Vec::new(),
            paste: None,
            deadline: None,
            late_rest_until: None,
            escape_was_key: false,
            late_paste_until: None,
        }
    }

    /// Takes bytes that arrived together. Returns the events that are complete now.
    pub fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<TerminalEvent> {
        let is_late_paste = self.late_paste_until.take_if(|until| now < *until && self.paste.is_none());
        if let Some(until) = is_late_paste {
            if bytes.len() >= LATE_PASTE_LENGTH && !bytes.starts_with(b"\x1b") {
                self.paste = Some(OpenPaste::new(now));
            } else if !bytes.starts_with(PASTE_END) {
                self.late_paste_until = Some(until);
            }
        }
        if self.late_rest_until.take().is_some_and(|until| now < until) && is_late_rest(bytes) {
            self.pending.push(ESC);
            self.escape_was_key = true;
        }
        let mut events = Vec::new();
        let mut pending = std::mem::take(&mut self.pending);
        pending.extend(bytes);
        let mut rest = pending.as_slice();
        let mut wait = None;
        let mut follows_sequence = false;
        while !rest.is_empty() || self.paste.is_some() {
            if let Some(mut paste) = self.paste.take() {
                let Some(left) = paste.take(rest, now) else {
                    wait = Some(paste.wait());
                    self.paste = Some(paste);
                    rest = &[];
                    break;
                };
                events.push(TerminalEvent::Event(paste.finish()));
                rest = left;
                continue;
            }
            let (content, length) = match decode(rest) {
                Ok(decoded) => decoded,
                // Behind another sequence, a lone Esc is the beginning of the next one rather than a key.
                Err(Pending::Escape) if !follows_sequence => {
                    wait = Some(self.escape_time);
                    break;
                }
                Err(Pending::Escape | Pending::Sequence) => {
                    wait = Some(self.escape_time.max(SEQUENCE_TIME));
                    break;
                }
            };
            match content {
                Content::Event(event) => events.push(event),
                Content::PasteStart => self.paste = Some(OpenPaste::new(now)),
                Content::Nothing => {}
            }
            self.escape_was_key = false;
            follows_sequence = length > 1 && rest.starts_with(b"\x1b");
            rest = &rest[length..];
        }
        self.pending = rest.to_vec();
        self.deadline = wait.map(|wait| now + wait);
        events
    }

    /// Returns when [`Decoder::give_up`] should be called if nothing arrives until then.
    pub const fn waits_until(&self) -> Option<Instant> {
        self.deadline
    }

    /// Stops waiting for the rest of what is incomplete. A lone Esc is a key then, and a paste ends where it is.
    pub fn give_up(&mut self, now: Instant) -> Vec<TerminalEvent> {
        self.deadline = None;
        let pending = std::mem::take(&mut self.pending);
        let escape_was_key = std::mem::take(&mut self.escape_was_key);
        if let Some(paste) = self.paste.take() {
            self.late_paste_until = Some(now + LATE_PASTE_TIME);
            self.late_rest_until = paste.ends_with_escape().then(|| now + SEQUENCE_TIME);
            return paste.give_up().into_iter().map(TerminalEvent::Event).collect();
        }
        if escape_was_key {
            return lone_key(&pending[1..]).map(TerminalEvent::Event).into_iter().collect();
        }
        self.late_rest_until = (pending == [ESC]).then(|| now + SEQUENCE_TIME);
        lone_key(&pending).map(TerminalEvent::Event).into_iter().collect()
    }
}

/// Returns true if bytes look like the rest of a sequence after its Esc. The letter O is one only with what follows it.
fn is_late_rest(bytes: &[u8]) -> bool {
    match bytes {
        [b'[', ..] => true,
        [b'O', letter, ..] => letter.is_ascii_uppercase(),
        _ => false,
    }
}
