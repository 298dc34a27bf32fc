//! Whether the open map is live, and when it saves itself.

use std::time::Duration;

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::live::LiveStatus;
use crate::app::model::screen::Screen;
use crate::app::model::session::Saving;
use crate::app::model::state::State;

/// How long a change waits for further ones before it is saved.
pub(crate) const SAVE_DELAY: Duration = Duration::from_millis(80);

impl State {
    /// Returns whether the open map is live.
    pub fn live_status(&self) -> LiveStatus {
        let session = &self.session;
        if !self.settings.live || !matches!(self.screen, Screen::Board) || self.is_scratch_map() {
            return LiveStatus::Off;
        }
        match &session.file {
            None => LiveStatus::NoFile,
            Some(file)
                if file.loss.is_some() || !session.postponed.is_empty() || self.has_open_question_about_others() =>
            {
                LiveStatus::Paused
            }
            Some(_) if session.live.failed.as_ref().is_some_and(|failed| failed.why.is_some()) => LiveStatus::Failing,
            Some(_) => LiveStatus::On,
        }
    }

    /// Returns true if the live map saves the next change by itself.
    pub(crate) fn saves_itself(&self) -> bool {
        self.live_status() == LiveStatus::On && !self.session.is_read_only()
    }

    /// Returns when the live map saves itself, as time since the program started; `None` if it need not or cannot.
    pub(crate) fn live_save_at(&self) -> Option<Duration> {
        let can_save = matches!(self.live_status(), LiveStatus::On | LiveStatus::Failing);
        let is_due = can_save && self.session.saving == Saving::Idle && !self.session.is_read_only();
        let unsaved = self.session.live.unsaved.filter(|_| is_due)?;
        let retry_at = self.session.live.failed.as_ref().map(|failed| failed.retry_at);
        Some(retry_at.unwrap_or(unsaved.since + SAVE_DELAY))
    }

    /// Returns true if a question about the changes of others is open, or waits until no dialog is open.
    fn has_open_question_about_others(&self) -> bool {
        let is_asked =
            self.dialogs.iter().any(|each| matches!(each, Dialog::Question(question) if is_about_others(question)));
        is_asked || self.has_waiting_question()
    }

    /// Returns true if a question about the changes of others waits until no dialog is open.
    pub(crate) fn has_waiting_question(&self) -> bool {
        self.session.waiting.iter().any(|each| matches!(each, Waiting::Ask(question) if is_about_others(question)))
    }
}

fn is_about_others(question: &Question) -> bool {
    matches!(question, Question::Conflict(_) | Question::Overwritten { .. })
}
