//! The watch: looks at the open file every second, and tells when somebody else has changed it.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::events::Input;
use crate::app::Msg;
use crate::store::disk::{self, Glance};
use crate::store::{Fingerprint, OpenError};

/// How often the file is looked at.
const ROUND: Duration = Duration::from_secs(1);
/// How long a file that changes must be at rest before it is read.
const REST: Duration = Duration::from_millis(200);

/// A file to look after.
#[derive(Clone, Debug)]
pub struct Followed {
    pub path: PathBuf,
    /// What it held when it was read or written last; none when there was no file.
    pub known: Option<Fingerprint>,
}

/// Begins to look after whatever file is sent last, on a thread of its own that ends with the sender.
pub fn begin(pump: Sender<Input>) -> Sender<Followed> {
    let (sender, orders) = mpsc::channel();
    thread::spawn(move || {
        let Ok(first) = orders.recv() else { return };
        let mut watch = Watch { file: first, seen: None, told: false };
        while watch.round(&orders, &pump) {}
    });
    sender
}

struct Watch {
    file: Followed,
    /// The file as it was when it was compared last.
    seen: Option<Glance>,
    /// Whether it was told that the file is gone or cannot be read.
    told: bool,
}

impl Watch {
    /// Waits for a round and looks; false when the program ends.
    fn round(&mut self, orders: &Receiver<Followed>, pump: &Sender<Input>) -> bool {
        match orders.recv_timeout(ROUND) {
            Ok(file) => {
                *self = Watch { file, seen: None, told: false };
                return true;
            }
            Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let mut glance = disk::glance(&self.file.path);
        if glance.is_some() && glance == self.seen || glance.is_none() && (self.told || self.file.known.is_none()) {
            return true;
        }
        // Who writes in several pieces is let finish.
        while self.seen.is_some() && glance.is_some() {
            thread::sleep(REST);
            let next = disk::glance(&self.file.path);
            if next == glance {
                break;
            }
            glance = next;
        }
        self.seen = glance;
        let held = disk::fingerprint(&self.file.path);
        if held.as_ref().ok() == self.file.known.as_ref() && held.is_ok() {
            return true;
        }
        let outcome = disk::load(&self.file.path);
        self.told = outcome.is_err();
        if let Ok(loaded) = &outcome {
            self.file.known = Some(loaded.fingerprint);
        }
        if matches!(outcome, Err(OpenError::NotFound)) && self.file.known.is_none() {
            return true;
        }
        pump.send(Input::Answer(Msg::Outside { path: self.file.path.clone(), outcome })).is_ok()
    }
}
