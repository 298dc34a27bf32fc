//! The input reader on Unix: waits for the terminal and for pause requests at the same time.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionread};

use super::thread::{PAUSE_TIMEOUT, StopReason, spawn};
use crate::term::clock::now;
use crate::term::decoder::{Decoder, TerminalEvent};
use crate::term::input::Input;
use crate::term::system::hang_up_flags;

/// The most bytes that are read at once.
const READ_SIZE: usize = 1 << 14;
/// How often a terminal is asked for input if the system cannot wait for it.
const ASK_INTERVAL: Duration = Duration::from_millis(10);

/// Controls the reader thread. The thread uses no processor time while nothing arrives.
pub(crate) struct InputReader {
    /// A byte asks the thread to pause, the next byte to resume. Dropping it ends the thread.
    requests: PipeWriter,
    paused: Receiver<()>,
}

impl InputReader {
    /// Starts the thread. It sends to the event loop, and holds a lone Esc for `escape_time`.
    pub fn start(event_loop: Sender<Input>, escape_time: Duration) -> io::Result<InputReader> {
        let (pending, requests) = io::pipe()?;
        let (acknowledge, paused) = mpsc::channel();
        spawn(event_loop, move |event_loop| {
            ReaderThread { event_loop, requests: pending, acknowledge, decoder: Decoder::new(escape_time) }.run()
        });
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

/// What the thread reads from and sends to.
struct ReaderThread<'a> {
    event_loop: &'a Sender<Input>,
    requests: PipeReader,
    acknowledge: Sender<()>,
    decoder: Decoder,
}

/// What the thread waited for.
enum Ready {
    /// The terminal has input, or is gone.
    Terminal(PollFlags),
    Request,
    /// Nothing came in time.
    Nothing,
}

impl ReaderThread<'_> {
    fn run(mut self) -> io::Result<StopReason> {
        let terminal = io::stdin();
        let mut buffer = vec![0; READ_SIZE];
        loop {
            let ready = self.wait(&terminal)?;
            // On a busy machine this thread may be late. What is there to read by now may have come after the time, too.
            let is_over = self.decoder.waits_until().is_some_and(|deadline| deadline <= now());
            if is_over && !self.give_up() {
                return Ok(StopReason::Dropped);
            }
            match ready {
                Ready::Nothing => {}
                Ready::Request => {
                    // Other programs get what is typed from now on.
                    let is_running = self.give_up();
                    // The first byte asks for a pause, the next byte ends it.
                    if !is_running || !self.take_request()? || self.acknowledge.send(()).is_err() {
                        return Ok(StopReason::Dropped);
                    }
                    if !self.take_request()? {
                        return Ok(StopReason::Dropped);
                    }
                }
                Ready::Terminal(flags) => {
                    let count = match rustix::io::read(&terminal, &mut buffer) {
                        Ok(count) => count,
                        Err(Errno::INTR | Errno::AGAIN) => continue,
                        Err(error) => return Err(error.into()),
                    };
                    let events = self.decoder.take(&buffer[..count], now());
                    if !self.send(events) {
                        return Ok(StopReason::Dropped);
                    }
                    if count == 0 || flags.intersects(hang_up_flags()) {
                        return Ok(StopReason::TerminalGone);
                    }
                }
            }
        }
    }

    /// Waits for the terminal and for requests, at most until the decoder gives up.
    fn wait(&self, terminal: &io::Stdin) -> io::Result<Ready> {
        let mut timeout = self.decoder.waits_until().map(|deadline| deadline.saturating_duration_since(now()));
        loop {
            let mut fds = [PollFd::new(terminal, PollFlags::IN), PollFd::new(&self.requests, PollFlags::IN)];
            match poll(&mut fds, timeout.map(timespec).as_ref()) {
                Ok(0) => return Ok(Ready::Nothing),
                Ok(_) => {}
                Err(Errno::INTR) => return Ok(Ready::Nothing),
                Err(error) => return Err(error.into()),
            }
            let (terminal_flags, request_flags) = (fds[0].revents(), fds[1].revents());
            if !request_flags.is_empty() {
                return Ok(Ready::Request);
            }
            if !is_unsupported(terminal_flags) || ioctl_fionread(terminal).is_ok_and(|count| count > 0) {
                return Ok(Ready::Terminal(terminal_flags));
            }
            let interval = timeout.map_or(ASK_INTERVAL, |timeout| timeout.min(ASK_INTERVAL));
            let mut request = [PollFd::new(&self.requests, PollFlags::IN)];
            match poll(&mut request, Some(&timespec(interval))) {
                Ok(0) if timeout.is_none() => {}
                Ok(0) | Err(Errno::INTR) => return Ok(Ready::Nothing),
                Ok(_) => return Ok(Ready::Request),
                Err(error) => return Err(error.into()),
            }
            timeout = None;
        }
    }

    /// Stops waiting for the rest of an incomplete sequence. Returns false if the event loop has ended.
    fn give_up(&mut self) -> bool {
        let events = self.decoder.give_up(now());
        self.send(events)
    }

    /// Sends events to the event loop. Returns false if it has ended.
    fn send(&self, events: Vec<TerminalEvent>) -> bool {
        let arrived = now();
        events.into_iter().all(|event| self.event_loop.send(Input::from_terminal(event, arrived)).is_ok())
    }

    /// Takes a byte from the [`InputReader`]. Returns false if it was dropped.
    fn take_request(&mut self) -> io::Result<bool> {
        Ok(self.requests.read(&mut [0])? > 0)
    }
}

/// Returns true if `poll` does not support terminals: on Apple systems it says so at once instead of waiting.
fn is_unsupported(flags: PollFlags) -> bool {
    cfg!(target_vendor = "apple") && flags.contains(PollFlags::NVAL)
}

fn timespec(duration: Duration) -> Timespec {
    Timespec { tv_sec: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX), tv_nsec: duration.subsec_nanos().into() }
}
