//! The signal thread: tells the event loop about signals, and ends the program if the event loop does not.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};

use super::input::Input;
use super::system;

/// Whether the terminal is lent to the text editor. During that time, Ctrl-C is meant for the text editor.
#[derive(Debug, Default)]
pub struct TerminalLease {
    is_lent: AtomicBool,
    /// True after the lease was ended, until the signals that were pending then are handled.
    is_ending: AtomicBool,
}

impl TerminalLease {
    /// Marks the terminal as lent.
    pub(super) fn begin(&self) {
        self.is_ending.store(false, Ordering::Relaxed);
        self.is_lent.store(true, Ordering::Relaxed);
    }

    /// Ends the lease after the signals that are pending now: those were still meant for the text editor.
    pub(super) fn end(&self) {
        self.is_ending.store(true, Ordering::Relaxed);
        system::raise_window_change();
    }
}

/// The event loop's side of the signal thread. Dropping it tells the thread that the program is about to end.
pub struct SignalThread {
    progress: Sender<()>,
}

impl SignalThread {
    /// Starts the thread. It sends to the event loop.
    pub fn start(event_loop: Sender<Input>, lease: Arc<TerminalLease>) -> io::Result<SignalThread> {
        let (progress, watched_progress) = mpsc::channel();
        platform::start(event_loop, lease, watched_progress)?;
        Ok(SignalThread { progress })
    }

    /// Tells the thread that the terminal is restored, and that only writes to disk are pending.
    pub(super) fn terminal_restored(&self) {
        // The thread reads this only after a signal. Sending fails if the thread has ended.
        let _ended = self.progress.send(());
    }
}

#[cfg(unix)]
mod platform {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::Ordering;
    use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::TerminalLease;
    use crate::term::input::Input;
    use crate::term::screen;

    /// How long the event loop may take to restore the terminal after a signal.
    const RESTORE_TIMEOUT: Duration = Duration::from_millis(750);
    /// How long pending writes to disk may take after that.
    const WRITE_TIMEOUT: Duration = Duration::from_secs(5);
    /// How long this thread tries to restore a terminal that the event loop could not restore.
    const FORCE_TIMEOUT: Duration = Duration::from_millis(100);

    pub(super) fn start(
        event_loop: Sender<Input>,
        lease: Arc<TerminalLease>,
        progress: Receiver<()>,
    ) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::spawn(move || {
            for signal in signals.forever() {
                let input = match signal {
                    SIGWINCH => {
                        // All signals that were pending when the lease ended have been handled by now.
                        if lease.is_ending.swap(false, Ordering::Relaxed) {
                            lease.is_lent.store(false, Ordering::Relaxed);
                        }
                        Input::Resized
                    }
                    SIGTSTP => Input::Suspend,
                    SIGCONT => Input::Continued,
                    SIGINT | SIGQUIT if lease.is_lent.load(Ordering::Relaxed) => continue,
                    signal => Input::Signal(signal),
                };
                let ends_program = matches!(input, Input::Signal(_));
                if event_loop.send(input).is_err() {
                    return;
                }
                if ends_program {
                    exit_if_stuck(signal, &progress);
                    return;
                }
            }
        });
        Ok(())
    }

    /// Exits the process if the event loop does not end in time, for example because it is blocked in a write to a
    /// terminal that does not read.
    #[expect(clippy::disallowed_methods, reason = "the event loop, which returns the exit code, does not respond")]
    fn exit_if_stuck(signal: i32, progress: &Receiver<()>) {
        let mut timeout = RESTORE_TIMEOUT;
        loop {
            match progress.recv_timeout(timeout) {
                Ok(()) => timeout = WRITE_TIMEOUT,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        let (done, restored) = mpsc::channel::<()>();
        thread::spawn(move || {
            screen::force_leave();
            drop(done);
        });
        let _stuck = restored.recv_timeout(FORCE_TIMEOUT);
        std::process::exit(128 + signal);
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, Sender};

    use super::TerminalLease;
    use crate::term::input::Input;

    /// Does nothing: on other systems a signal ends the program directly.
    pub(super) fn start(_: Sender<Input>, _: Arc<TerminalLease>, _: Receiver<()>) -> io::Result<()> {
        Ok(())
    }
}
