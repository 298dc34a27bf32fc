//! The file watch: checks regularly whether another program has changed the open file.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::input::Input;
use crate::app::model::effect::WatchPace;
use crate::app::model::msg::Msg;
use crate::store::Fingerprint;
use crate::store::disk::{self, FileStamp};

/// For how long at most a changed file is awaited to stay unchanged. One that still changes is then read anyway.
const MAX_SETTLE_TIME: Duration = Duration::from_millis(800);

/// A file to watch.
#[derive(Clone, Debug)]
pub(super) struct WatchedFile {
    pub path: PathBuf,
    /// What it held when it was last read or written; none if it did not exist.
    pub known: Option<Fingerprint>,
}

/// What the watch is told.
#[derive(Clone, Debug)]
pub(super) enum WatchOrder {
    /// Watches this file instead.
    Watch(WatchedFile),
    SetPace(WatchPace),
}

/// Starts a thread that watches the file sent last. It ends when the sender is dropped.
pub(super) fn start(event_loop: Sender<Input>) -> Sender<WatchOrder> {
    let (sender, orders) = mpsc::channel();
    thread::spawn(move || {
        let mut watch = FileWatch { file: None, checked: None, pace: WatchPace::default() };
        while watch.wait_and_check(&orders, &event_loop) {}
    });
    sender
}

/// The state of the thread.
struct FileWatch {
    /// The file, and the content that the event loop knows about; `None` until a file was opened.
    file: Option<WatchedFile>,
    /// The file's metadata when its content was checked last.
    checked: Option<FileStamp>,
    pace: WatchPace,
}

impl FileWatch {
    /// Waits for the next check and runs it. Returns false when the program ends.
    fn wait_and_check(&mut self, orders: &Receiver<WatchOrder>, event_loop: &Sender<Input>) -> bool {
        let order = match &self.file {
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => orders.recv_timeout(check_interval(self.pace)),
        };
        match order {
            Ok(WatchOrder::Watch(file)) => (self.file, self.checked) = (Some(file), None),
            Ok(WatchOrder::SetPace(pace)) => self.pace = pace,
            Err(RecvTimeoutError::Timeout) => return self.check(event_loop),
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        true
    }

    /// Checks the file once. Returns false when the program ends.
    fn check(&mut self, event_loop: &Sender<Input>) -> bool {
        let Some(file) = &mut self.file else { return true };
        let mut stamp = disk::file_stamp(&file.path);
        let is_absent = stamp.is_none() && file.known.is_none();
        if is_absent || (stamp.is_some() && stamp == self.checked) {
            return true;
        }
        // Waits until the file settles: another program may still be writing or replacing it.
        let settle_time = settle_time(self.pace);
        let mut waited = Duration::ZERO;
        while waited < MAX_SETTLE_TIME {
            thread::sleep(settle_time);
            waited += settle_time;
            let next = disk::file_stamp(&file.path);
            if next == stamp {
                break;
            }
            stamp = next;
        }
        self.checked = stamp;
        let content = disk::fingerprint(&file.path).ok();
        if content == file.known {
            return true;
        }
        file.known = content;
        // The event loop asks the disk worker to read the file, in order with its writes.
        event_loop.send(Input::Answer(Msg::FileChanged { path: file.path.clone() })).is_ok()
    }
}

/// Returns the time between two checks.
const fn check_interval(pace: WatchPace) -> Duration {
    match pace {
        WatchPace::Normal => Duration::from_secs(1),
        WatchPace::Live => Duration::from_millis(200),
    }
}

/// Returns how long a changed file must stay unchanged before it is read: a program may write it in several pieces.
const fn settle_time(pace: WatchPace) -> Duration {
    match pace {
        WatchPace::Normal => Duration::from_millis(200),
        WatchPace::Live => Duration::from_millis(40),
    }
}
