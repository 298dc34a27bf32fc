//! What is asked of the operating system: who has the terminal, whether it is still there, and how to stop.

use std::io;

/// The signal of a terminal that is gone.
pub const HANGUP: i32 = 1;

/// Whether an error tells, or comes from the fact, that the terminal is gone.
pub fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof) || own::is_hung_up(error)
}

#[cfg(unix)]
pub use own::gone;
pub use own::{Modes, ask_to_end, in_background, nudge, stop};

#[cfg(unix)]
mod own {
    use std::io;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::process::{Pid, Signal, getpgrp, getpid, kill_process};
    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
    use signal_hook::consts::SIGTSTP;
    use signal_hook::low_level::emulate_default_handler;

    pub fn is_hung_up(error: &io::Error) -> bool {
        let told = [Errno::IO, Errno::NXIO, Errno::NODEV].map(|errno| Some(errno.raw_os_error()));
        if told.contains(&error.raw_os_error()) {
            return true;
        }
        // Other questions fail on a terminal that is gone with errors of their own.
        let (input, output) = (io::stdin(), io::stdout());
        let mut ends = [PollFd::new(&input, PollFlags::empty()), PollFd::new(&output, PollFlags::empty())];
        let asked = poll(&mut ends, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
        asked.is_ok() && ends.iter().any(|end| end.revents().intersects(gone()))
    }

    /// What is told of a terminal that is gone; where terminals cannot be asked so, that they cannot tells nothing.
    pub fn gone() -> PollFlags {
        let gone = PollFlags::HUP | PollFlags::ERR;
        if cfg!(target_vendor = "apple") { gone } else { gone | PollFlags::NVAL }
    }

    /// How the terminal treats lines and keys.
    pub struct Modes(Option<Termios>);

    impl Modes {
        /// The modes as they are.
        pub fn now() -> Modes {
            Modes(tcgetattr(io::stdin()).ok())
        }

        /// Makes the modes what they were, if the terminal is there and ours to change.
        pub fn set(&self) {
            if let Some(modes) = self.0.as_ref().filter(|_| !in_background()) {
                let _gone = tcsetattr(io::stdin(), OptionalActions::Now, modes);
            }
        }
    }

    /// Whether another program has the terminal now.
    pub fn in_background() -> bool {
        tcgetpgrp(io::stdin()).is_ok_and(|foreground| foreground != getpgrp())
    }

    /// Stops the whole program until it is told to go on.
    pub fn stop() {
        let _refused = emulate_default_handler(SIGTSTP);
    }

    /// Sends the program itself a signal that does nothing but come behind those that are on their way.
    pub fn nudge() {
        let _sent = kill_process(getpid(), Signal::WINCH);
    }

    /// Asks another program to end.
    pub fn ask_to_end(program: u32) {
        if let Some(program) = i32::try_from(program).ok().and_then(Pid::from_raw) {
            let _ended = kill_process(program, Signal::TERM);
        }
    }
}

#[cfg(not(unix))]
mod own {
    use std::io;

    pub fn is_hung_up(_: &io::Error) -> bool {
        false
    }

    /// How the terminal treats lines and keys; here programs put it in order themselves.
    pub struct Modes;

    impl Modes {
        /// The modes as they are.
        pub fn now() -> Modes {
            Modes
        }

        /// Changes nothing.
        pub fn set(&self) {}
    }

    /// Nothing is known of other programs here.
    pub fn in_background() -> bool {
        false
    }

    /// Programs are not stopped here.
    pub fn stop() {}

    /// There are no signals here.
    pub fn nudge() {}

    /// Other programs end by themselves here.
    pub fn ask_to_end(_: u32) {}
}
