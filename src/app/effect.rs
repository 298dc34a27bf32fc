//! What the program asks of the world; the answers come back as messages.

use std::path::PathBuf;

use crate::map::{JourneyMap, Revision};
use crate::store::Fingerprint;

/// What is known of the file that a map is to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// There must be no file yet.
    New,
    /// The file must still be as it was when it was read or written last.
    Known(Fingerprint),
    /// Whatever is there is to be replaced: somebody said so.
    Any,
}

/// Something for the world to do.
#[derive(Debug)]
pub enum Effect {
    /// Reads a map; answered by [`Msg::Opened`](super::Msg::Opened).
    Open { path: PathBuf },
    /// Writes a map; answered by [`Msg::Saved`](super::Msg::Saved).
    Save { path: PathBuf, map: JourneyMap, revision: Revision, target: Target },
    /// Ends the program.
    Quit,
}
