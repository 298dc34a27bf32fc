//! The input reader on other systems: alternates between the terminal and pause requests.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::time::Duration;

use crossterm::event;

use super::thread::{PAUSE_TIMEOUT, StopReason, spawn};
use crate::term::clock::now;
use crate::term::input::Input;

/// How long the thread waits for the terminal before it looks for a pause request.
const IDLE_TIMEOUT: Duration = Duration::from_millis(50);

/// Controls the reader thread.
pub(crate) struct InputReader {
    /// A message asks the thread to pause, the next message to resume. Dropping it ends the thread.
    requests: Sender<()>,
    paused: Receiver<()>,
}

impl InputReader {
    /// Starts the thread. It sends to the event loop. The system itself joins the bytes of each key, so no Esc is held.
    pub fn start(event_loop: Sender<Input>, _escape_time: Duration) -> io::Result<InputReader> {
        let (requests, pending) = mpsc::channel();
        let (acknowledge, paused) = mpsc::channel();
        spawn(event_loop, move |event_loop| read(event_loop, &pending, &acknowledge));
        Ok(InputReader { requests, paused })
    }

    /// Stops reading, so that another program can use the terminal, until [`InputReader::resume`].
    pub(crate) fn pause(&mut self) {
        // Discards acknowledgements of earlier pauses that came too late.
        while self.paused.try_recv().is_ok() {}
        if self.requests.send(()).is_ok() {
            let _late = self.paused.recv_timeout(PAUSE_TIMEOUT);
        }
    }

    /// Reads again after a pause.
    pub(crate) fn resume(&mut self) {
        let _ended = self.requests.send(());
    }
}

fn read(event_loop: &Sender<Input>, requests: &Receiver<()>, acknowledge: &Sender<()>) -> io::Result<StopReason> {
    loop {
        match requests.try_recv() {
            Ok(()) => {
                let _ended = acknowledge.send(());
                if requests.recv().is_err() {
                    return Ok(StopReason::Dropped);
                }
            }
            Err(TryRecvError::Disconnected) => return Ok(StopReason::Dropped),
            Err(TryRecvError::Empty) => {}
        }
        if event::poll(IDLE_TIMEOUT)? && event_loop.send(Input::Event(event::read()?, now())).is_err() {
            return Ok(StopReason::Dropped);
        }
    }
}
