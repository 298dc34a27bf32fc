//! Turns the bytes that a terminal sends into events; an incomplete sequence waits for its other bytes.
//!
//! Terminals send keys, mouse events and pastes as sequences of bytes, which may arrive in pieces. The byte Esc alone is
//! the key Esc, but it is also the first byte of most sequences. So the decoder holds it for a short time: see
//! [`Decoder::waits_until`].

mod key;
mod mouse;
mod sequence;

use std::time::{Duration, Instant};

use crossterm::event::Event;

use sequence::{Content, Pending, decode, lone_key};

/// How long the rest of a sequence is waited for. Nobody types such a beginning by hand, so it may be long.
const SEQUENCE_TIME: Duration = Duration::from_millis(500);
/// How long a paste without its end waits for more.
const PASTE_TIME: Duration = Duration::from_millis(1500);
/// For this long after a paste without its end, long input still belongs to it.
const LATE_PASTE_TIME: Duration = Duration::from_secs(30);
/// Input that arrives together is long from this number of bytes: nobody types that fast.
const LATE_PASTE_LENGTH: usize = 8;

/// The end of a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Turns the bytes that a terminal sends into events.
#[derive(Debug)]
pub struct Decoder {
    /// How long a lone Esc is held.
    escape_time: Duration,
    /// An incomplete sequence.
    pending: Vec<u8>,
    /// The text of a paste whose end has not arrived.
    paste: Option<Vec<u8>>,
    /// When an incomplete sequence or paste is given up.
    deadline: Option<Instant>,
    /// Until when long input belongs to a paste that was given up.
    late_paste_until: Option<Instant>,
}

impl Decoder {
    /// Creates a decoder that holds a lone Esc for `escape_time`.
    pub const fn new(escape_time: Duration) -> Decoder {
        Decoder { escape_time, pending: Vec::new(), paste: None, deadline: None, late_paste_until: None }
    }

    /// Takes bytes that arrived together. Returns the events that are complete now.
    pub fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<Event> {
        let is_late_paste = self.late_paste_until.take_if(|until| now < *until && self.paste.is_none());
        if let Some(until) = is_late_paste {
            if bytes.len() >= LATE_PASTE_LENGTH && !bytes.starts_with(b"\x1b") {
                self.paste = Some(Vec::new());
            } else if !bytes.starts_with(PASTE_END) {
                self.late_paste_until = Some(until);
            }
        }
        let mut events = Vec::new();
        let mut pending = std::mem::take(&mut self.pending);
        pending.extend(bytes);
        let mut rest = pending.as_slice();
        let mut wait = None;
        let mut follows_sequence = false;
        while !rest.is_empty() || self.paste.is_some() {
            if let Some(paste) = &mut self.paste {
                let Some(left) = take_paste(paste, rest) else {
                    (rest, wait) = (&[], Some(PASTE_TIME));
                    break;
                };
                events.push(pasted(paste));
                self.paste = None;
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
                Content::PasteStart => self.paste = Some(Vec::new()),
                Content::Nothing => {}
            }
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
    pub fn give_up(&mut self, now: Instant) -> Option<Event> {
        self.deadline = None;
        let pending = std::mem::take(&mut self.pending);
        let Some(mut paste) = self.paste.take() else { return lone_key(&pending) };
        self.late_paste_until = Some(now + LATE_PASTE_TIME);
        paste.truncate(paste.len() - end_in_part(&paste));
        (!paste.is_empty()).then(|| pasted(&paste))
    }
}

/// Adds bytes to a paste up to its end. Returns the bytes behind its end, or `None` if the end has not arrived.
fn take_paste<'a>(paste: &mut Vec<u8>, bytes: &'a [u8]) -> Option<&'a [u8]> {
    let searched_from = (paste.len() + 1).saturating_sub(PASTE_END.len());
    let known = paste.len();
    paste.extend(bytes);
    let end = paste[searched_from..].windows(PASTE_END.len()).position(|window| window == PASTE_END)?;
    let end = searched_from + end;
    paste.truncate(end);
    Some(&bytes[end + PASTE_END.len() - known..])
}

/// Returns how many bytes at the end of a paste are the beginning of the sequence that ends a paste.
fn end_in_part(paste: &[u8]) -> usize {
    (1..PASTE_END.len()).rev().find(|&length| paste.ends_with(&PASTE_END[..length])).unwrap_or(0)
}

fn pasted(text: &[u8]) -> Event {
    Event::Paste(String::from_utf8_lossy(text).into_owned())
}
