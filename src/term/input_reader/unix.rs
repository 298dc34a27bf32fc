//! The input reader on Unix: waits for the terminal and for pause requests at the same time.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::{self, Receiver, Sender};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionread};

use super::forward::{PAUSE_TIMEOUT, StopReason, forward_events, spawn};
use crate::term::input::Input;
use crate::term::system::hang_up_flags;

/// Controls the reader thread. The thread uses no processor time while nothing arrives.
pub(crate) struct InputReader {
    /// A byte asks the thread to pause, the next byte to resume. Dropping it ends the thread.
    requests: PipeWriter,
    paused: Receiver<()>,
}

impl InputReader {
    /// Starts the thread. It sends to the event loop.
    pub fn start(event_loop: Sender<Input>) -> io::Result<InputReader> {
        let (pending, requests) = io::pipe()?;
        let (acknowledge, paused) = mpsc::channel();
        spawn(event_loop, move |event_loop| read(event_loop, pending, &acknowledge));
        Ok(InputReader { requests, paused })
    }

    /// Stops reading, so that another program can use the terminal, until [`InputReader::resume`].
    pub(crate) fn pause(&mut self) {
        // Discards acknowledgements of earlier pauses that came too late.
        while self.paused.try_recv().is_ok() {}
        if self.requests.write_all(b"p").is_ok() {
            // A thread that is reading a key finishes that key first.
            let _late = self.paused.recv_timeout(PAUSE_TIMEOUT);
        }
    }

    /// Reads again after a pause.
    pub(crate) fn resume(&mut self) {
        let _ended = self.requests.write_all(b"r");
    }
}

/// When the thread looks for further events after one arrived. If the thread loses the processor during a short poll,
/// the poll reports nothing; and bytes that crossterm has buffered by then do not make the terminal readable again.
const POLL_AGAIN: [Timespec; 3] = [milliseconds(2), milliseconds(20), milliseconds(200)];

const fn milliseconds(count: i64) -> Timespec {
    Timespec { tv_sec: 0, tv_nsec: count * 1_000_000 }
}

fn read(event_loop: &Sender<Input>, mut requests: PipeReader, acknowledge: &Sender<()>) -> io::Result<StopReason> {
    let terminal = io::stdin();
    let mut poll_again = POLL_AGAIN.iter();
    loop {
        let mut fds = [PollFd::new(&terminal, PollFlags::IN), PollFd::new(&requests, PollFlags::IN)];
        let timeout = poll_again.next();
        match poll(&mut fds, timeout) {
            Ok(0) => {
                if forward_events(event_loop)? > 0 {
                    poll_again = POLL_AGAIN.iter();
                }
                continue;
            }
            Ok(_) => poll_again = POLL_AGAIN.iter(),
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        let (terminal_events, request_events) = (fds[0].revents(), fds[1].revents());
        if !request_events.is_empty() {
            // The first byte asks for a pause.
            if !wait_for_request(&mut requests)? {
                return Ok(StopReason::Dropped);
            }
            let _ended = acknowledge.send(());
            // The next byte ends the pause.
            if !wait_for_request(&mut requests)? {
                return Ok(StopReason::Dropped);
            }
        } else if !terminal_events.is_empty() {
            let count = forward_events(event_loop)?;
            if terminal_events.intersects(hang_up_flags()) || (count == 0 && is_at_end(&terminal)) {
                return Ok(StopReason::TerminalGone);
            }
        }
    }
}

/// Waits for a byte from the [`InputReader`]. Returns false if it was dropped.
fn wait_for_request(requests: &mut PipeReader) -> io::Result<bool> {
    Ok(requests.read(&mut [0])? > 0)
}

/// Returns true if the terminal is readable but has nothing to read: it is at its end.
fn is_at_end(terminal: &io::Stdin) -> bool {
    let mut fds = [PollFd::new(terminal, PollFlags::IN)];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut fds, Some(&now)).is_ok_and(|ready| ready > 0) && ioctl_fionread(terminal) == Ok(0)
}
