//! The clock: how long the program has run.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::time::{Duration, Instant};

/// This moment.
pub fn moment() -> Instant {
    Instant::now()
}

/// A clock that began with the program; nobody can set it.
pub struct Clock(Instant);

impl Clock {
    /// Begins now.
    pub fn start() -> Clock {
        Clock(moment())
    }

    /// How long it has run.
    pub fn now(&self) -> Duration {
        self.at(moment())
    }

    /// How long it had run at a moment.
    pub fn at(&self, moment: Instant) -> Duration {
        moment.saturating_duration_since(self.0)
    }
}
