//! Signals that end the program: the terminal is given back, and the exit code says which it was.

use std::io;
use std::sync::mpsc::Sender;

use super::events::Input;

/// Tells the pump of the first signal that asks the program to end.
#[cfg(unix)]
pub fn listen(pump: Sender<Input>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // A pump that is gone has ended already.
            let _ended = pump.send(Input::Signal(signal));
        }
    });
    Ok(())
}

/// Elsewhere the system ends the program itself.
#[cfg(not(unix))]
pub fn listen(_: Sender<Input>) -> io::Result<()> {
    Ok(())
}
