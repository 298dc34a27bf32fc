//! Signals: those that end the program do so soon, whatever it is doing; the exit code says which it was.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};

use super::events::Input;
use super::system;

/// Whether another program has the terminal: then the terminal's Ctrl-C is for that program.
#[derive(Debug, Default)]
pub struct Loan {
    lent: AtomicBool,
    ending: AtomicBool,
}

impl Loan {
    /// The terminal is lent from now on.
    pub fn begin(&self) {
        self.ending.store(false, Ordering::Relaxed);
        self.lent.store(true, Ordering::Relaxed);
    }

    /// The terminal is not lent any more, as soon as the signals that are on their way have come.
    pub fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
        system::nudge();
    }
}

/// What the signal thread must know of the pump; dropped when the pump has ended.
pub struct Guardian {
    progress: Sender<()>,
}

impl Guardian {
    /// Tells that the terminal is given back and only writes are still on their way.
    pub fn left(&self) {
        // Where no signal came, nobody waits for this.
        let _nobody = self.progress.send(());
    }
}

/// Tells the pump of signals, but not of those that are for a program that the terminal is lent to.
pub fn listen(pump: Sender<Input>, loan: Arc<Loan>) -> io::Result<Guardian> {
    let (progress, watched) = mpsc::channel();
    own::listen(pump, loan, watched)?;
    Ok(Guardian { progress })
}

#[cfg(unix)]
mod own {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::Ordering;
    use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::Loan;
    use crate::term::events::Input;
    use crate::term::screen;

    /// How long the pump may take to give the terminal back.
    const LEAVING: Duration = Duration::from_millis(750);
    /// How long writes that are on their way may take then.
    const WRITING: Duration = Duration::from_secs(5);
    /// How long a terminal that the pump could not give back may take.
    const FORCING: Duration = Duration::from_millis(100);

    pub fn listen(pump: Sender<Input>, loan: Arc<Loan>, watched: Receiver<()>) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::spawn(move || {
            for signal in signals.forever() {
                let input = match signal {
                    SIGWINCH => {
                        // What came before this was still for the other program.
                        if loan.ending.swap(false, Ordering::Relaxed) {
                            loan.lent.store(false, Ordering::Relaxed);
                        }
                        Input::Resized
                    }
                    SIGTSTP => Input::Suspend,
                    SIGCONT => Input::Continued,
                    SIGINT | SIGQUIT if loan.lent.load(Ordering::Relaxed) => continue,
                    signal => Input::Signal(signal),
                };
                let last = matches!(input, Input::Signal(_));
                if pump.send(input).is_err() {
                    return;
                }
                if last {
                    watch(signal, &watched);
                    return;
                }
            }
        });
        Ok(())
    }

    /// Ends the program where the pump does not, as when it writes to a terminal that does not read.
    #[expect(clippy::disallowed_methods, reason = "the pump, which gives exit codes, does not answer")]
    fn watch(signal: i32, watched: &Receiver<()>) {
        let mut patience = LEAVING;
        loop {
            match watched.recv_timeout(patience) {
                Ok(()) => patience = WRITING,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        let (done, given_back) = mpsc::channel::<()>();
        thread::spawn(move || {
            screen::force_back();
            drop(done);
        });
        let _stuck = given_back.recv_timeout(FORCING);
        std::process::exit(128 + signal);
    }
}

#[cfg(not(unix))]
mod own {
    use std::io;
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, Sender};

    use super::Loan;
    use crate::term::events::Input;

    /// Elsewhere the system ends the program itself.
    pub fn listen(_: Sender<Input>, _: Arc<Loan>, _: Receiver<()>) -> io::Result<()> {
        Ok(())
    }
}
