//! Messages of the guided tour.

use super::{Lang, messages};

messages! {
    tour_position(nth: usize, count: usize) = "tour-position";
    tour_finished() = "tour-finished";
    tour_type() = "tour-type";
}

impl Lang {
    /// Returns the title of a lesson.
    pub fn lesson(&self, key: &str) -> String {
        self.loader.get(&format!("lesson-{key}"))
    }

    /// Returns what a lesson teaches, and what to do.
    pub fn lesson_about(&self, key: &str) -> String {
        self.loader.get_attr(&format!("lesson-{key}"), "about")
    }

    /// Returns an example of what can be typed in a lesson.
    pub(crate) fn lesson_example(&self, key: &str) -> String {
        self.loader.get_attr(&format!("lesson-{key}"), "example")
    }
}
