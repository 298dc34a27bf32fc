//! A file that is being written. It appears only when it is complete, also if a signal ends the program.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::store::SaveError;
use crate::store::disk::{IfExists, OutputFile};

/// The file, shared with the signal thread; none once it was committed or discarded.
type SharedFile = Arc<Mutex<Option<OutputFile>>>;

/// A file that is being written. It is discarded when it is dropped, and on SIGINT and SIGTERM.
pub(super) struct PendingFile(SharedFile);

impl PendingFile {
    /// Creates the file.
    pub(super) fn open(path: &Path, if_exists: IfExists) -> Result<PendingFile, SaveError> {
        let shared = SharedFile::default();
        // The signal thread starts first, so that a signal at any later moment discards the file.
        discard_on_signals(Arc::clone(&shared));
        with_file(&shared, |file| OutputFile::open(path, if_exists).map(|opened| *file = Some(opened)))?;
        Ok(PendingFile(shared))
    }

    /// Moves the file to its final path. A signal that arrives meanwhile waits.
    pub(super) fn commit(self) -> Result<(), SaveError> {
        with_file(&self.0, |file| file.take().map_or(Ok(()), OutputFile::commit))
    }
}

impl Drop for PendingFile {
    fn drop(&mut self) {
        // The signal thread keeps its reference until the program ends, so the file must be dropped here.
        with_file(&self.0, |file| drop(file.take()));
    }
}

/// Runs `action` on the file while the signal thread cannot.
fn with_file<T>(shared: &SharedFile, action: impl FnOnce(&mut Option<OutputFile>) -> T) -> T {
    action(&mut shared.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Write for PendingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        with_file(&self.0, |file| file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes)))
    }

    fn flush(&mut self) -> io::Result<()> {
        with_file(&self.0, |file| file.as_mut().map_or(Ok(()), OutputFile::flush))
    }
}

/// Starts a thread that discards the file on a signal, and then lets the signal end the program as usual.
#[cfg(unix)]
fn discard_on_signals(shared: SharedFile) {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    // If signals cannot be handled, they end the program directly.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            with_file(&shared, |file| drop(file.take()));
            emulate_default_handler(signal).ok();
        }
    });
}

#[cfg(not(unix))]
fn discard_on_signals(_: SharedFile) {}
