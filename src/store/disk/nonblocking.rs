//! Opening files in a way that never waits: what is no file may stand there all of a sudden.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a file to be read; a pipe that nobody writes is opened at once and waits for nobody.
pub(super) fn to_read(path: &Path) -> io::Result<File> {
    at_once(OpenOptions::new().read(true)).open(path)
}

/// Opens a file to be written over, and refuses at once what is no file.
pub(super) fn to_write(path: &Path) -> io::Result<File> {
    let file = at_once(OpenOptions::new().write(true)).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

#[cfg(unix)]
fn at_once(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    options.custom_flags(flags.bits().cast_signed())
}

#[cfg(not(unix))]
fn at_once(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    /// A pipe that took a file's place between the look at it and its opening.
    #[test]
    fn a_pipe_without_another_end_is_opened_or_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe.ron");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let (sender, answers) = mpsc::channel();
        std::thread::spawn(move || {
            sender.send(to_read(&path).unwrap().metadata().unwrap().is_file()).unwrap();
            sender.send(to_write(&path).is_ok()).unwrap();
        });
        for _ in ["read", "write"] {
            assert!(!answers.recv_timeout(Duration::from_secs(30)).expect("an answer"));
        }
    }
}
