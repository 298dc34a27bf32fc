//! The thread of the input reader: how it starts, and how it ends.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crate::term::input::Input;

/// How long a pause waits for the thread, which may be reading a key.
pub(super) const PAUSE_TIMEOUT: Duration = Duration::from_millis(300);

/// Why the thread stopped reading.
pub(super) enum StopReason {
    #[cfg_attr(not(unix), expect(dead_code, reason = "only detected on Unix"))]
    TerminalGone,
    /// The reader was dropped or the event loop has ended.
    Dropped,
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
