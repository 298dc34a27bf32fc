//! The countdown: how much is left, and whether time is up.

use std::time::Duration;

use crate::app::model::room::hosted::TimerKey;
use crate::app::model::room::snapshot::TimeLeft;

/// The longest countdown: one day.
pub(crate) const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The length proposed for the first countdown.
pub(crate) const USUAL: Duration = Duration::from_secs(5 * 60);

pub(crate) const MINUTE: Duration = Duration::from_secs(60);

/// The state of the countdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TimerState {
    #[default]
    Off,
    /// Ends when the program has run for this long.
    Running {
        ends: Duration,
    },
    Paused {
        left: Duration,
    },
    /// Time is up, and no key was pressed since.
    Up,
}

/// A countdown. It stores its end, so that a delay of the program does not delay it.
#[derive(Clone, Copy, Debug)]
pub struct Timer {
    /// The length of the last countdown.
    pub(crate) length: Duration,
    pub(crate) state: TimerState,
}

impl Default for Timer {
    fn default() -> Timer {
        Timer { length: USUAL, state: TimerState::Off }
    }
}

impl Timer {
    /// Advances the time; returns true if the countdown ends now.
    pub(crate) fn tick(&mut self, now: Duration) -> bool {
        let ends = matches!(self.state, TimerState::Running { ends } if ends <= now);
        if ends {
            self.state = TimerState::Up;
        }
        ends
    }

    /// Starts a countdown.
    pub fn start(&mut self, now: Duration, length: Duration) {
        self.length = length;
        self.state = TimerState::Running { ends: now + length };
    }

    /// Pauses or resumes the countdown.
    pub(crate) fn pause_or_resume(&mut self, now: Duration) {
        self.state = match self.state {
            TimerState::Running { ends } => TimerState::Paused { left: ends.saturating_sub(now) },
            TimerState::Paused { left } => TimerState::Running { ends: now + left },
            TimerState::Off | TimerState::Up => self.state,
        };
    }

    /// Stops the countdown.
    pub(crate) fn stop(&mut self) {
        self.state = TimerState::Off;
    }

    /// Ends the alarm after a key press.
    pub(crate) fn acknowledge(&mut self) {
        if self.is_up() {
            self.stop();
        }
    }

    /// Returns the seconds left, rounded up; `None` without a countdown.
    pub fn seconds(&self, now: Duration) -> Option<u64> {
        let left = match self.state {
            TimerState::Running { ends } => ends.saturating_sub(now),
            TimerState::Paused { left } => left,
            TimerState::Off | TimerState::Up => return None,
        };
        Some(left.as_secs() + u64::from(left.subsec_nanos() > 0))
    }

    /// Returns when the shown seconds change next; `None` without a running countdown.
    pub fn wakes_at(&self, now: Duration) -> Option<Duration> {
        let TimerState::Running { ends } = self.state else { return None };
        let next = self.seconds(now)?.saturating_sub(1);
        Some(ends.saturating_sub(Duration::from_secs(next)))
    }

    /// Returns true if the countdown is paused.
    pub(crate) fn is_paused(&self) -> bool {
        matches!(self.state, TimerState::Paused { .. })
    }

    /// Returns what stays the same while nobody touches the timer: the end of a running countdown, or the rest of a paused one.
    pub(crate) fn key(&self) -> Option<TimerKey> {
        match self.state {
            TimerState::Running { ends } => Some((true, ends)),
            TimerState::Paused { left } => Some((false, left)),
            TimerState::Off | TimerState::Up => None,
        }
    }

    /// Returns the time left, for the room.
    pub(crate) fn time_left(&self, now: Duration) -> TimeLeft {
        match self.state {
            TimerState::Running { ends } => TimeLeft::Running(ends.saturating_sub(now)),
            TimerState::Paused { left } => TimeLeft::Paused(left),
            TimerState::Off | TimerState::Up => TimeLeft::Unlimited,
        }
    }

    /// Returns true in the last minute.
    pub fn is_last_minute(&self, now: Duration) -> bool {
        self.seconds(now).is_some_and(|seconds| seconds <= MINUTE.as_secs())
    }

    /// Returns true if time is up and no key was pressed since.
    pub fn is_up(&self) -> bool {
        self.state == TimerState::Up
    }
}

/// Returns a length as it is typed: `5`, `2:30`.
pub(crate) fn length_text(length: Duration) -> String {
    match (length.as_secs() / 60, length.as_secs() % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, seconds) => format!("{minutes}:{seconds:02}"),
    }
}

/// Parses a length of at most a day: `5` minutes, `2:30`, `90s`, `1h`.
pub fn parse(text: &str) -> Option<Duration> {
    let text = text.trim().to_lowercase();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let (number, unit) = (&text[..text.len() - unit.len()], unit.trim());
    let count = |part: &str| part.parse::<u64>().ok();
    let seconds = match (number.split_once(':'), unit) {
        (Some((minutes, seconds)), "") if seconds.len() == 2 => {
            let seconds = count(seconds).filter(|&seconds| seconds < 60)?;
            count(minutes)?.checked_mul(60)?.checked_add(seconds)?
        }
        (Some(_), _) => return None,
        (None, "" | "m" | "min") => count(number)?.checked_mul(60)?,
        (None, "s" | "sec" | "seg") => count(number)?,
        (None, "h") => count(number)?.checked_mul(60 * 60)?,
        (None, _) => return None,
    };
    let length = Duration::from_secs(seconds);
    (!length.is_zero() && length <= LONGEST).then_some(length)
}
