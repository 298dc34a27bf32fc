//! The file watch: checks every second whether another program has changed the open file.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::input::Input;
use crate::app::model::msg::Msg;
use crate::store::Fingerprint;
use crate::store::disk::{self, FileStamp};

/// The time between two checks.
const CHECK_INTERVAL: Duration = Duration::from_secs(1);
/// How long a changed file must stay unchanged before it is read: a program may write it in several pieces.
const SETTLE_TIME: Duration = Duration::from_millis(200);
/// How often the watch waits for that. A file that still changes is then read anyway.
const SETTLE_TRIES: usize = 4;

/// A file to watch.
#[derive(Clone, Debug)]
pub(super) struct WatchedFile {
    pub path: PathBuf,
    /// What it held when it was last read or written; none if it did not exist.
    pub known: Option<Fingerprint>,
}

/// Starts a thread that watches the file sent last. It ends when the sender is dropped.
pub(super) fn start(event_loop: Sender<Input>) -> Sender<WatchedFile> {
    let (sender, files) = mpsc::channel();
    thread::spawn(move || {
        let Ok(file) = files.recv() else { return };
        let mut watch = FileWatch { file, checked: None };
        while watch.wait_and_check(&files, &event_loop) {}
    });
    sender
}

/// The state of the thread.
struct FileWatch {
    /// The file, and the content that the event loop knows about.
    file: WatchedFile,
    /// The file's metadata when its content was checked last.
    checked: Option<FileStamp>,
}

impl FileWatch {
    /// Waits for the next check and runs it. Returns false when the program ends.
    fn wait_and_check(&mut self, files: &Receiver<WatchedFile>, event_loop: &Sender<Input>) -> bool {
        match files.recv_timeout(CHECK_INTERVAL) {
            Ok(file) => {
                *self = FileWatch { file, checked: None };
                return true;
            }
            Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let mut stamp = disk::file_stamp(&self.file.path);
        let is_absent = stamp.is_none() && self.file.known.is_none();
        if is_absent || (stamp.is_some() && stamp == self.checked) {
            return true;
        }
        // Waits until the file settles: another program may still be writing or replacing it.
        for _ in 0..SETTLE_TRIES {
            thread::sleep(SETTLE_TIME);
            let next = disk::file_stamp(&self.file.path);
            if next == stamp {
                break;
            }
            stamp = next;
        }
        self.checked = stamp;
        let content = disk::fingerprint(&self.file.path).ok();
        if content == self.file.known {
            return true;
        }
        self.file.known = content;
        // The event loop asks the disk worker to read the file, in order with its writes.
        event_loop.send(Input::Answer(Msg::FileChanged { path: self.file.path.clone() })).is_ok()
    }
}
