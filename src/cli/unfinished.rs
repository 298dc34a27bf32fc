//! A file that is being written: whatever ends the program before it is whole, nothing of it is left.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::store::SaveError;
use crate::store::disk::OutputFile;

/// What is written; gone once it is whole or was given up.
type Shared = Arc<Mutex<Option<OutputFile>>>;

/// A file that is being written, and is given up when Ctrl-C or another program ends this one.
pub struct Unfinished(Shared);

impl Unfinished {
    /// Begins a file; one that is there is refused, unless it is to be overwritten.
    pub fn open(path: &Path, overwrite: bool) -> Result<Unfinished, SaveError> {
        let shared = Shared::default();
        // From the file's first moment on there is somebody to give it up.
        watch(Arc::clone(&shared));
        with(&shared, |output| OutputFile::open(path, overwrite).map(|file| *output = Some(file)))?;
        Ok(Unfinished(shared))
    }

    /// Puts the file where it belongs; a signal that comes meanwhile waits.
    pub fn commit(self) -> Result<(), SaveError> {
        with(&self.0, |output| output.take().map_or(Ok(()), OutputFile::commit))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Who watches for signals has the file too, and stays to the program's end.
        with(&self.0, |output| drop(output.take()));
    }
}

fn with<T>(shared: &Shared, act: impl FnOnce(&mut Option<OutputFile>) -> T) -> T {
    act(&mut shared.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        with(&self.0, |output| output.as_mut().map_or(Ok(bytes.len()), |output| output.write(bytes)))
    }

    fn flush(&mut self) -> io::Result<()> {
        with(&self.0, |output| output.as_mut().map_or(Ok(()), OutputFile::flush))
    }
}

/// Gives the file up when a signal comes, and lets the signal do then what it does without.
#[cfg(unix)]
fn watch(shared: Shared) {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    // Where signals cannot be watched, they end the program as they always do.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            with(&shared, |output| drop(output.take()));
            emulate_default_handler(signal).ok();
        }
    });
}

#[cfg(not(unix))]
fn watch(_: Shared) {}
