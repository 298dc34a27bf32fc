//! What is shown to an audience: the presentation, the timer and the guided tour.

use crate::app::model::presentation::Presentation;
use crate::app::model::timer::Timer;
use crate::app::model::tour::Tour;

/// The presentation, the timer and the tour.
#[derive(Debug, Default)]
pub struct Show {
    /// The presentation, while it is on.
    pub presentation: Option<Presentation>,
    /// The countdown; it runs on every screen.
    pub timer: Timer,
    /// The guided tour, while it is on.
    pub tour: Option<Box<Tour>>,
}

impl Show {
    /// Ends a black screen; returns true if there was one.
    pub(crate) fn end_black_screen(&mut self) -> bool {
        self.presentation.as_mut().is_some_and(|presentation| std::mem::take(&mut presentation.is_black))
    }
}
