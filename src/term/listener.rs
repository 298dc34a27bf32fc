//! The thread that listens to the terminal; it can be told to leave the terminal to another program.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event;

use super::clock::moment;
use super::events::Input;

pub use own::Listener;

/// How long the terminal is asked whether more is waiting; with no time at all crossterm does not look, and while it
/// looks it uses the processor.
const GLANCE: Duration = Duration::from_micros(20);
/// How long a pause waits for the thread, which may be in the middle of a key.
const HANDSHAKE: Duration = Duration::from_millis(300);

/// Hands over everything that is waiting; gives how much it was.
fn drain(pump: &Sender<Input>) -> io::Result<usize> {
    let mut taken = 0;
    while event::poll(GLANCE)? {
        if pump.send(Input::Event(event::read()?, moment())).is_err() {
            break;
        }
        taken += 1;
    }
    Ok(taken)
}

/// Starts a thread that listens; how it ends is told to the pump.
fn start(pump: Sender<Input>, listen: impl FnOnce(&Sender<Input>) -> io::Result<Heard> + Send + 'static) {
    thread::spawn(move || {
        let heard = catch_unwind(AssertUnwindSafe(|| listen(&pump)));
        let last = match heard.unwrap_or_else(|_| Err(io::ErrorKind::Other.into())) {
            Ok(Heard::Enough) => return,
            Ok(Heard::End) => Input::Gone,
            Err(error) => Input::Broken(error),
        };
        // A pump that is gone has ended already.
        let _ended = pump.send(last);
    });
}

/// Why the thread does not listen any more.
enum Heard {
    /// The terminal is gone.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix tells"))]
    End,
    /// The pump does not want to know any more.
    Enough,
}

#[cfg(unix)]
mod own {
    use std::io::{self, PipeReader, PipeWriter, Read, Write};
    use std::sync::mpsc::{self, Receiver, Sender};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, ioctl_fionread};

    use super::{HANDSHAKE, Heard, drain, start};
    use crate::term::events::Input;
    use crate::term::system::gone;

    /// Listens to the terminal, without using the processor while nothing comes.
    pub struct Listener {
        wake: PipeWriter,
        quiet: Receiver<()>,
    }

    impl Listener {
        /// Starts to listen for the pump.
        pub fn start(pump: Sender<Input>) -> io::Result<Listener> {
            let (woken, wake) = io::pipe()?;
            let (hush, quiet) = mpsc::channel();
            start(pump, move |pump| listen(pump, woken, &hush));
            Ok(Listener { wake, quiet })
        }

        /// Leaves the terminal to somebody else, until [`Listener::resume`].
        pub fn pause(&mut self) {
            while self.quiet.try_recv().is_ok() {}
            if self.wake.write_all(b"p").is_ok() {
                // A thread that is in the middle of a key takes that key and is quiet then.
                let _late = self.quiet.recv_timeout(HANDSHAKE);
            }
        }

        /// Listens again after a pause.
        pub fn resume(&mut self) {
            let _ended = self.wake.write_all(b"r");
        }
    }

    /// When the terminal is asked once more after something came. A glance at which the thread had to wait for the
    /// processor sees nothing, and what crossterm has taken from the terminal by then does not make it readable again.
    const AGAIN: [Timespec; 3] = [milliseconds(2), milliseconds(20), milliseconds(200)];

    const fn milliseconds(count: i64) -> Timespec {
        Timespec { tv_sec: 0, tv_nsec: count * 1_000_000 }
    }

    fn listen(pump: &Sender<Input>, mut woken: PipeReader, hush: &Sender<()>) -> io::Result<Heard> {
        let terminal = io::stdin();
        let gone = gone();
        let mut again = AGAIN.iter();
        loop {
            let mut ends = [PollFd::new(&terminal, PollFlags::IN), PollFd::new(&woken, PollFlags::IN)];
            let wait = again.next();
            match poll(&mut ends, wait) {
                Ok(0) => {
                    if drain(pump)? > 0 {
                        again = AGAIN.iter();
                    }
                    continue;
                }
                Ok(_) => again = AGAIN.iter(),
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            let (input, told) = (ends[0].revents(), ends[1].revents());
            if !told.is_empty() {
                if !is_told(&mut woken)? {
                    return Ok(Heard::Enough);
                }
                // Nobody waits for this any more when it took long.
                let _late = hush.send(());
                if !is_told(&mut woken)? {
                    return Ok(Heard::Enough);
                }
            } else if !input.is_empty() {
                let taken = drain(pump)?;
                if input.intersects(gone) || (taken == 0 && is_at_end(&terminal)) {
                    return Ok(Heard::End);
                }
            }
        }
    }

    /// Waits until the pump says something; false when it never will again.
    fn is_told(woken: &mut PipeReader) -> io::Result<bool> {
        Ok(woken.read(&mut [0])? > 0)
    }

    /// Whether the terminal says that it can be read, and then has nothing to read.
    fn is_at_end(terminal: &io::Stdin) -> bool {
        let mut end = [PollFd::new(terminal, PollFlags::IN)];
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        poll(&mut end, Some(&now)).is_ok_and(|ready| ready > 0) && ioctl_fionread(terminal) == Ok(0)
    }
}

#[cfg(not(unix))]
mod own {
    use std::io;
    use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
    use std::time::Duration;

    use super::{HANDSHAKE, Heard, drain, start};
    use crate::term::events::Input;

    /// How long the terminal is listened to before the pump is.
    const TURN: Duration = Duration::from_millis(50);

    /// Listens to the terminal.
    pub struct Listener {
        wake: Sender<()>,
        quiet: Receiver<()>,
    }

    impl Listener {
        /// Starts to listen for the pump.
        pub fn start(pump: Sender<Input>) -> io::Result<Listener> {
            let (wake, woken) = mpsc::channel();
            let (hush, quiet) = mpsc::channel();
            start(pump, move |pump| listen(pump, &woken, &hush));
            Ok(Listener { wake, quiet })
        }

        /// Leaves the terminal to somebody else, until [`Listener::resume`].
        pub fn pause(&mut self) {
            while self.quiet.try_recv().is_ok() {}
            if self.wake.send(()).is_ok() {
                let _late = self.quiet.recv_timeout(HANDSHAKE);
            }
        }

        /// Listens again after a pause.
        pub fn resume(&mut self) {
            let _ended = self.wake.send(());
        }
    }

    fn listen(pump: &Sender<Input>, woken: &Receiver<()>, hush: &Sender<()>) -> io::Result<Heard> {
        loop {
            match woken.try_recv() {
                Ok(()) => {
                    let _late = hush.send(());
                    if woken.recv().is_err() {
                        return Ok(Heard::Enough);
                    }
                }
                Err(TryRecvError::Disconnected) => return Ok(Heard::Enough),
                Err(TryRecvError::Empty) => {}
            }
            if crossterm::event::poll(TURN)? {
                drain(pump)?;
            }
        }
    }
}
