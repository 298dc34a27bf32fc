//! When the user last pressed something: a question that opens by itself takes no key that was meant for the board.

use std::time::Duration;

use crate::app::model::state::State;

/// How long the user must have pressed nothing before a question opens by itself.
const PAUSE: Duration = Duration::from_secs(1);
/// How long the user must have pressed nothing since a question opened before it takes an answer.
const READING_TIME: Duration = Duration::from_millis(700);

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

    /// Remembers that a question has opened by itself. Before the first input, no key can be meant for the board.
    pub(crate) fn begin_reading_time(&mut self) {
        self.question_since = self.last_input.map(|_| self.now);
    }

    /// Returns true if the open question opened by itself a moment ago. Each key that it ignores prolongs the moment, so
    /// that it never takes one of several keys that are typed in a row.
    pub(crate) fn ignores_answers(&mut self) -> bool {
        let is_new = self.question_since.is_some_and(|since| self.now < since + READING_TIME);
        let ignores = is_new && self.has_open_question();
        if ignores {
            self.question_since = Some(self.now);
        }
        ignores
    }
}
