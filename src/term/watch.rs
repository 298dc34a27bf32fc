//! The watch: looks at the open file every second, and tells when somebody else has changed it.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::events::Input;
use crate::app::model::msg::Msg;
use crate::store::Fingerprint;
use crate::store::disk::{self, FileStamp};

/// How often the file is looked at.
const ROUND: Duration = Duration::from_secs(1);
/// How long a file that changes must be at rest before it is read.
const REST: Duration = Duration::from_millis(200);
/// How often it is waited for that; a file that is always written to is read all the same.
const RESTS: usize = 4;

/// A file to look after.
#[derive(Clone, Debug)]
pub struct Watched {
    pub path: PathBuf,
    /// What it held when it was read or written last; none when there was no file.
    pub known: Option<Fingerprint>,
}

/// Begins to look after whatever file is sent last, on a thread of its own that ends with the sender.
pub fn begin(pump: Sender<Input>) -> Sender<Watched> {
    let (sender, orders) = mpsc::channel();
    thread::spawn(move || {
        let Ok(first) = orders.recv() else { return };
        let mut watch = Watch { file: first, seen: None };
        while watch.round(&orders, &pump) {}
    });
    sender
}

struct Watch {
    /// The file, and what it was last known or told to hold.
    file: Watched,
    /// How the file looked when it was compared last.
    seen: Option<FileStamp>,
}

impl Watch {
    /// Waits for a round and looks; false when the program ends.
    fn round(&mut self, orders: &Receiver<Watched>, pump: &Sender<Input>) -> bool {
        match orders.recv_timeout(ROUND) {
            Ok(file) => {
                *self = Watch { file, seen: None };
                return true;
            }
            Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let mut glance = disk::file_stamp(&self.file.path);
        let is_absent = glance.is_none() && self.file.known.is_none();
        if is_absent || (glance.is_some() && glance == self.seen) {
            return true;
        }
        // Who writes in several pieces, or takes the file away to put another there, is let finish.
        for _ in 0..RESTS {
            thread::sleep(REST);
            let next = disk::file_stamp(&self.file.path);
            if next == glance {
                break;
            }
            glance = next;
        }
        self.seen = glance;
        let held = disk::fingerprint(&self.file.path).ok();
        if held == self.file.known {
            return true;
        }
        // The world reads it, in order with what it writes.
        self.file.known = held;
        pump.send(Input::Answer(Msg::Differs { path: self.file.path.clone() })).is_ok()
    }
}
