//! A bracketed paste: its text up to the sequence that ends it, or up to where nothing more came.

use std::time::{Duration, Instant};

use crossterm::event::Event;

use super::ESC;
use super::key::control_key;

/// How long a paste without its end waits for more.
const PASTE_TIME: Duration = Duration::from_millis(1500);
/// How long it is quiet before and after a key that somebody presses because a paste does not end.
const KEY_TIME: Duration = Duration::from_millis(150);
/// The byte of Ctrl-C.
const CTRL_C: u8 = 0x03;

/// The end of a bracketed paste.
pub(super) const PASTE_END: &[u8] = b"\x1b[201~";

/// A paste whose end has not arrived.
#[derive(Debug)]
pub(super) struct OpenPaste {
    text: Vec<u8>,
    /// When its last bytes arrived.
    arrived: Instant,
    /// True if its last byte arrived alone and is a key that leaves things: Esc or Ctrl-C.
    ends_with_key: bool,
}

impl OpenPaste {
    /// Begins a paste.
    pub(super) const fn new(now: Instant) -> OpenPaste {
        OpenPaste { text: Vec::new(), arrived: now, ends_with_key: false }
    }

    /// Takes bytes that arrived. Returns the bytes behind the end of the paste, or `None` if the end has not arrived.
    pub(super) fn take<'a>(&mut self, bytes: &'a [u8], now: Instant) -> Option<&'a [u8]> {
        let was_quiet = now.saturating_duration_since(self.arrived) >= KEY_TIME;
        self.ends_with_key = was_quiet && matches!(bytes, [ESC | CTRL_C]);
        self.arrived = now;
        let known = self.text.len();
        let searched_from = (known + 1).saturating_sub(PASTE_END.len());
        self.text.extend(bytes);
        let found = self.text[searched_from..].windows(PASTE_END.len()).position(|window| window == PASTE_END)?;
        let end = searched_from + found;
        self.text.truncate(end);
        Some(&bytes[end + PASTE_END.len() - known..])
    }

    /// Returns how long the rest of the paste is waited for.
    pub(super) const fn wait(&self) -> Duration {
        if self.ends_with_key { KEY_TIME } else { PASTE_TIME }
    }

    /// Returns true if the key Esc was pressed to end the paste.
    pub(super) fn ends_with_escape(&self) -> bool {
        self.ends_with_key && self.text.last() == Some(&ESC)
    }

    /// Returns the event of a paste whose end has arrived.
    pub(super) fn finish(self) -> Event {
        Event::Paste(String::from_utf8_lossy(&self.text).into_owned())
    }

    /// Returns the events of a paste whose end never came: what came of it, and the key that was pressed to end it.
    pub(super) fn give_up(mut self) -> Vec<Event> {
        let key = if self.ends_with_key { self.text.pop() } else { None };
        self.text.truncate(self.text.len() - self.end_in_part());
        let key = key.map(|byte| Event::Key(control_key(byte)));
        let paste = (!self.text.is_empty()).then(|| self.finish());
        paste.into_iter().chain(key).collect()
    }

    /// Returns how many bytes at the end of the text are the beginning of the sequence that ends a paste.
    fn end_in_part(&self) -> usize {
        (1..PASTE_END.len()).rev().find(|&length| self.text.ends_with(&PASTE_END[..length])).unwrap_or(0)
    }
}
