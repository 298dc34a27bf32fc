//! A clock that measures how long the program has run.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock")]

use std::time::{Duration, Instant};

/// Returns the current instant.
pub fn now() -> Instant {
    Instant::now()
}

/// A monotonic clock. It starts at zero when it is created.
pub struct Clock(Instant);

impl Clock {
    /// Starts a clock.
    pub fn start() -> Clock {
        Clock(now())
    }

    /// Returns the time since the start.
    pub(crate) fn elapsed(&self) -> Duration {
        self.elapsed_at(now())
    }

    /// Returns the time from the start to an instant; zero for an earlier one.
    pub fn elapsed_at(&self, instant: Instant) -> Duration {
        instant.saturating_duration_since(self.0)
    }
}
