//! When the user last pressed something: a question that opens by itself takes no key that was meant for the board.

use std::time::Duration;

use crate::app::model::state::State;

/// How long the user must have pressed nothing before a question opens by itself.
const PAUSE: Duration = Duration::from_secs(1);
/// How long the user must have pressed nothing before a question that opened by itself takes an answer.
const READING_TIME: Duration = Duration::from_millis(700);
/// How long a question that follows a key of the user must be on the screen before it takes an answer.
const EXPECTED_READING_TIME: Duration = Duration::from_millis(300);
/// How long such a question ignores answers after a key that it ignored. Keys that were typed ahead follow faster.
const KEY_INTERVAL: Duration = Duration::from_millis(150);

/// The time in which a question that has just opened takes no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingTime {
    opened_at: Duration,
    /// When it last ignored a key.
    ignored_at: Option<Duration>,
    /// True if the question follows a key of the user that may lead to one.
    is_expected: bool,
}

impl ReadingTime {
    /// Returns when the question begins to take answers. Each ignored key delays this, so that none of several keys typed in a
    /// row becomes an answer.
    fn ends_at(self) -> Duration {
        if self.is_expected {
            let after_key = self.ignored_at.map_or(Duration::ZERO, |ignored_at| ignored_at + KEY_INTERVAL);
            after_key.max(self.opened_at + EXPECTED_READING_TIME)
        } else {
            self.ignored_at.unwrap_or(self.opened_at) + READING_TIME
        }
    }
}

/// The last key, paste or mouse event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastInput {
    /// The time since the program started.
    pub at: Duration,
    /// True if it asked for something that a question may follow at once, such as a save.
    pub expects_question: bool,
}

impl State {
    /// Remembers that the user pressed something now.
    pub(crate) fn note_input(&mut self) {
        self.last_input = Some(LastInput { at: self.now, expects_question: false });
    }

    /// Lets a question follow the last input at once.
    pub(crate) fn expect_question(&mut self) {
        if let Some(last) = &mut self.last_input {
            last.expects_question = true;
        }
    }

    /// Returns when the next waiting question may open, as time since the program started.
    pub(crate) fn question_opens_at(&self) -> Duration {
        self.last_input.map_or(Duration::ZERO, |last| if last.expects_question { last.at } else { last.at + PAUSE })
    }

    /// Remembers that a question has opened. Before the first input, no key can be meant for the board.
    pub(crate) fn begin_reading_time(&mut self) {
        let opened_at = self.now;
        self.reading_time =
            self.last_input.map(|last| ReadingTime { opened_at, ignored_at: None, is_expected: last.expects_question });
    }

    /// Returns true if the open question has just opened, so that a key pressed now was not meant for it.
    pub(crate) fn ignores_answers(&mut self) -> bool {
        let now = self.now;
        let is_open = self.has_open_question();
        match &mut self.reading_time {
            Some(reading_time) if is_open && now < reading_time.ends_at() => {
                reading_time.ignored_at = Some(now);
                true
            }
            Some(_) | None => false,
        }
    }
}
