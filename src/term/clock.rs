//! The clock: how long the program has run.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::time::{Duration, Instant};

/// A clock that began with the program; nobody can set it.
pub struct Clock(Instant);

impl Clock {
    /// Begins now.
    pub fn start() -> Clock {
        Clock(Instant::now())
    }

    /// How long it has run.
    pub fn now(&self) -> Duration {
        self.0.elapsed()
    }
}
