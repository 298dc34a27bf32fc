//! Calls to the operating system about the terminal and about processes.

use std::io;

/// The number of SIGHUP: the terminal is gone.
pub(super) const HANGUP: i32 = 1;

#[cfg(unix)]
pub(super) use platform::hang_up_flags;
pub(super) use platform::{LineModes, in_background, raise_window_change, stop_process, terminate};

/// Returns true if the error means that the terminal is gone.
pub(super) fn is_terminal_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof) || platform::is_hung_up(error)
}

#[cfg(unix)]
mod platform {
    use std::io;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::process::{Pid, Signal, getpgrp, getpid, kill_process};
    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
    use signal_hook::consts::SIGTSTP;
    use signal_hook::low_level::emulate_default_handler;

    /// Returns true if the error or the terminal itself reports a hang-up.
    pub(crate) fn is_hung_up(error: &io::Error) -> bool {
        let hang_up_errors = [Errno::IO, Errno::NXIO, Errno::NODEV].map(|errno| Some(errno.raw_os_error()));
        if hang_up_errors.contains(&error.raw_os_error()) {
            return true;
        }
        // Some calls fail with other errors on a terminal that is gone, so the terminal is asked.
        let (input, output) = (io::stdin(), io::stdout());
        let mut fds = [PollFd::new(&input, PollFlags::empty()), PollFd::new(&output, PollFlags::empty())];
        let polled = poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
        polled.is_ok() && fds.iter().any(|fd| fd.revents().intersects(hang_up_flags()))
    }

    /// Returns the flags that `poll` sets for a terminal that is gone.
    pub(crate) fn hang_up_flags() -> PollFlags {
        let flags = PollFlags::HUP | PollFlags::ERR;
        // On Apple systems `poll` does not support terminals and always sets NVAL.
        if cfg!(target_vendor = "apple") { flags } else { flags | PollFlags::NVAL }
    }

    /// The terminal's line modes (termios).
    pub(crate) struct LineModes(Option<Termios>);

    impl LineModes {
        /// Reads the current modes.
        pub fn current() -> LineModes {
            LineModes(tcgetattr(io::stdin()).ok())
        }

        /// Sets these modes, if this process is in the foreground. Errors are ignored.
        pub(crate) fn restore(&self) {
            if let Some(modes) = self.0.as_ref().filter(|_| !in_background()) {
                let _gone = tcsetattr(io::stdin(), OptionalActions::Now, modes);
            }
        }
    }

    /// Returns true if another process group has the terminal.
    pub(crate) fn in_background() -> bool {
        tcgetpgrp(io::stdin()).is_ok_and(|foreground| foreground != getpgrp())
    }

    /// Stops this process until SIGCONT.
    pub(crate) fn stop_process() {
        let _refused = emulate_default_handler(SIGTSTP);
    }

    /// Sends SIGWINCH to this process: a no-op signal, queued after the pending ones.
    pub(crate) fn raise_window_change() {
        let _sent = kill_process(getpid(), Signal::WINCH);
    }

    /// Sends SIGTERM to another process.
    pub(crate) fn terminate(process: u32) {
        if let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) {
            let _ended = kill_process(process, Signal::TERM);
        }
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;

    pub(crate) fn is_hung_up(_: &io::Error) -> bool {
        false
    }

    /// Nothing: on other systems text editors restore the console's modes themselves.
    pub(crate) struct LineModes;

    impl LineModes {
        /// Reads nothing.
        pub fn current() -> LineModes {
            LineModes
        }

        /// Does nothing.
        pub(crate) fn restore(&self) {}
    }

    /// Returns false: there are no process groups.
    pub(crate) fn in_background() -> bool {
        false
    }

    /// Does nothing: processes are not stopped here.
    pub(crate) fn stop_process() {}

    /// Does nothing: there are no signals.
    pub(crate) fn raise_window_change() {}

    /// Does nothing: text editors end by themselves.
    pub(crate) fn terminate(_: u32) {}
}
