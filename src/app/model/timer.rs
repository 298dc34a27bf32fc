//! The countdown for the people in the room: how much of it is left, and its end.

use std::time::Duration;

/// The longest countdown: a day.
pub(crate) const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// What is proposed before a countdown was ever started.
pub(crate) const USUAL: Duration = Duration::from_secs(5 * 60);

pub(crate) const MINUTE: Duration = Duration::from_secs(60);

/// How far a countdown is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Run {
    #[default]
    Off,
    /// It ends when the program has run for so long.
    Running {
        ends: Duration,
    },
    Paused {
        left: Duration,
    },
    /// Time is up, and nobody has pressed a key since.
    Up,
}

/// A countdown; it goes by its end, so that nothing that delays the program delays it.
#[derive(Clone, Copy, Debug)]
pub struct Timer {
    /// How long the last countdown was.
    pub(crate) length: Duration,
    pub(crate) run: Run,
}

impl Default for Timer {
    fn default() -> Timer {
        Timer { length: USUAL, run: Run::Off }
    }
}

impl Timer {
    /// Takes note of how long the program has run; true when the countdown ends with that.
    pub fn tick(&mut self, now: Duration) -> bool {
        let ends = matches!(self.run, Run::Running { ends } if ends <= now);
        if ends {
            self.run = Run::Up;
        }
        ends
    }

    /// Begins to count down.
    pub fn start(&mut self, now: Duration, length: Duration) {
        self.length = length;
        self.run = Run::Running { ends: now + length };
    }

    /// Stands still, or goes on.
    pub(crate) fn pause(&mut self, now: Duration) {
        self.run = match self.run {
            Run::Running { ends } => Run::Paused { left: ends.saturating_sub(now) },
            Run::Paused { left } => Run::Running { ends: now + left },
            Run::Off | Run::Up => self.run,
        };
    }

    /// Forgets the countdown.
    pub fn stop(&mut self) {
        self.run = Run::Off;
    }

    /// Takes note that somebody has seen that time is up.
    pub fn see(&mut self) {
        if self.is_up() {
            self.stop();
        }
    }

    /// The whole seconds that are left, the one that has begun among them; none when nothing is counted.
    pub fn seconds(&self, now: Duration) -> Option<u64> {
        let left = match self.run {
            Run::Running { ends } => ends.saturating_sub(now),
            Run::Paused { left } => left,
            Run::Off | Run::Up => return None,
        };
        Some(left.as_secs() + u64::from(left.subsec_nanos() > 0))
    }

    /// When another second will be shown, by how long the program has run then; none while nothing is counted.
    pub fn wakes_at(&self, now: Duration) -> Option<Duration> {
        let Run::Running { ends } = self.run else { return None };
        let then = self.seconds(now)?.saturating_sub(1);
        Some(ends.saturating_sub(Duration::from_secs(then)))
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        matches!(self.run, Run::Paused { .. })
    }

    /// Whether no more than a minute is left.
    pub fn is_last_minute(&self, now: Duration) -> bool {
        self.seconds(now).is_some_and(|seconds| seconds <= MINUTE.as_secs())
    }

    /// Whether time is up and nobody has pressed a key since.
    pub fn is_up(&self) -> bool {
        self.run == Run::Up
    }
}

/// A length as it is typed: `5`, `2:30`.
pub(crate) fn written(length: Duration) -> String {
    match (length.as_secs() / 60, length.as_secs() % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, seconds) => format!("{minutes}:{seconds:02}"),
    }
}

/// The length that is typed, up to a day: `5` minutes, `2:30`, `90s`, `1h`.
pub fn parse(text: &str) -> Option<Duration> {
    let text = text.trim().to_lowercase();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let (number, unit) = (&text[..text.len() - digits.len()], digits.trim());
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
