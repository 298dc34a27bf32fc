//! Live editing: what the session keeps for it.

use std::fmt;
use std::time::Duration;

use crate::map::recent_changes::RecentChanges;
use crate::map::{Conflict, Revision};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    pub hour: u8,
    pub minute: u8,
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// When the content of a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenAt {
    /// How long before the file was read.
    pub age: Duration,
    /// The local time; `None` if the time zone is unknown.
    pub time: Option<TimeOfDay>,
}

impl WrittenAt {
    /// Returns the same with the time since the program started. `read_at` is when the file was read.
    pub(crate) fn since_start(self, read_at: Duration) -> OthersWrite {
        OthersWrite { at: read_at.saturating_sub(self.age), time: self.time }
    }
}

/// When others wrote the content of the open file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OthersWrite {
    /// The time since the program started; zero if it was before that.
    pub at: Duration,
    /// The local time; `None` if the time zone is unknown.
    pub time: Option<TimeOfDay>,
}

/// What a session keeps for live editing.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// The unsaved changes; `None` if everything is saved.
    pub unsaved: Option<Unsaved>,
    /// The saves that failed in a row; `None` if the last one succeeded.
    pub failed: Option<FailedSaves>,
    /// What the user changed and saved lately.
    pub(crate) recent: RecentChanges,
    /// What others changed lately, as far as the user was not told of it.
    pub(crate) of_others: RecentChanges,
    /// The last message about conflicts.
    pub(crate) told: Option<ToldConflicts>,
    pub others: OthersActivity,
}

/// A message about conflicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ToldConflicts {
    pub text: String,
    pub conflicts: Vec<Conflict>,
}

/// When the changes were made that are not saved, as times since the program started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// When the first of them was made, or when the running save of earlier ones began.
    pub since: Duration,
    /// The last change of the user, and its time.
    pub last: (Revision, Duration),
}

/// Saves that failed in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FailedSaves {
    pub count: usize,
    /// Why the last one failed, as it was reported; `None` if it was not.
    pub why: Option<String>,
    /// When the next one is tried, as time since the program started.
    pub retry_at: Duration,
}

/// Whether others changed the file since it was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OthersActivity {
    #[default]
    None,
    /// They did; the local time of the last change, if it is known.
    Changed(Option<TimeOfDay>),
}

/// Whether a map is live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveStatus {
    Off,
    On,
    /// The map has no file yet.
    NoFile,
    /// Another program deleted the file or made something else of it, or a conflict waits for an answer.
    Paused,
    /// The last save failed.
    Failing,
}
