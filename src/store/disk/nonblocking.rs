//! Opens files without ever blocking, even if a pipe has taken the place of the file.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use super::paths::is_obstructed;

/// Opens a file for reading. A pipe is opened at once, even if nobody writes to it.
pub(super) fn open_to_read(path: &Path) -> io::Result<File> {
    without_blocking(OpenOptions::new().read(true)).open(path)
}

/// Opens a regular file for reading. Anything else is an error at once.
pub(super) fn open_regular(path: &Path) -> io::Result<File> {
    // Opening a device can have effects, so the path is checked before it is opened.
    regular(std::fs::metadata(path)?.is_file().then_some(()))?;
    let file = open_to_read(path)?;
    regular(file.metadata()?.is_file().then_some(file))
}

/// Opens a lock file, and creates it if it is missing. Anything but a regular file, also a link, is an error at once.
pub(super) fn open_lock_file(path: &Path) -> io::Result<File> {
    regular((!is_obstructed(path)).then_some(()))?;
    let file = without_blocking(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)?;
    regular(file.metadata()?.is_file().then_some(file))
}

/// Opens an existing file for writing and keeps its content. Anything but a regular file is an error at once.
pub(super) fn open_to_overwrite(path: &Path) -> io::Result<File> {
    let file = without_blocking(OpenOptions::new().write(true)).open(path)?;
    regular(file.metadata()?.is_file().then_some(file))
}

/// Returns an error for `None`, which stands for anything but a regular file.
fn regular<T>(found: Option<T>) -> io::Result<T> {
    found.ok_or_else(|| io::ErrorKind::InvalidInput.into())
}

#[cfg(unix)]
fn without_blocking(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    options.custom_flags(flags.bits().cast_signed())
}

#[cfg(not(unix))]
fn without_blocking(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    /// Such a pipe may have replaced a file after the file was checked.
    #[test]
    fn a_pipe_without_a_peer_is_opened_or_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe.ron");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            sender.send(open_to_read(&path).unwrap().metadata().unwrap().is_file()).unwrap();
            sender.send(open_to_overwrite(&path).is_ok()).unwrap();
        });
        for _ in ["read", "write"] {
            assert!(!receiver.recv_timeout(Duration::from_secs(30)).expect("no blocking"));
        }
    }
}
