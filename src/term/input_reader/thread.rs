//! Forwards events from the terminal to the event loop.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event;

use crate::term::clock::now;
use crate::term::input::Input;

/// How long crossterm looks for another event. With zero it would not look at all; while it looks, it uses the
/// processor.
const POLL_TIMEOUT: Duration = Duration::from_micros(20);
/// How long a pause waits for the thread, which may be reading a key.
pub(super) const PAUSE_TIMEOUT: Duration = Duration::from_millis(300);

/// Why the thread stopped reading.
pub(super) enum StopReason {
    #[cfg_attr(not(unix), expect(dead_code, reason = "only detected on Unix"))]
    TerminalGone,
    /// The reader was dropped or the event loop has ended.
    Dropped,
}

/// Sends all waiting events to the event loop. Returns how many there were.
pub(super) fn forward_events(event_loop: &Sender<Input>) -> io::Result<usize> {
    let mut count = 0;
    while event::poll(POLL_TIMEOUT)? {
        if event_loop.send(Input::Event(event::read()?, now())).is_err() {
            break;
        }
        count += 1;
    }
    Ok(count)
}

/// Starts a thread that runs `read`, and tells the event loop if it fails, panics or finds the terminal gone.
pub(super) fn spawn(
    event_loop: Sender<Input>,
    read: impl FnOnce(&Sender<Input>) -> io::Result<StopReason> + Send + 'static,
) {
    thread::spawn(move || {
        let stopped = catch_unwind(AssertUnwindSafe(|| read(&event_loop)));
        let last = match stopped.unwrap_or_else(|_| Err(io::ErrorKind::Other.into())) {
            Ok(StopReason::Dropped) => return,
            Ok(StopReason::TerminalGone) => Input::TerminalGone,
            Err(error) => Input::ThreadFailed(error),
        };
        let _ended = event_loop.send(last);
    });
}
