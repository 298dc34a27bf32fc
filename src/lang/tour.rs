//! What the guided tour says.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// What a lesson is about, in a few words.
    pub fn lesson(&self, key: &str) -> String {
        self.loader.get(&format!("lesson-{key}"))
    }

    /// What a lesson teaches, and what to do.
    pub fn lesson_about(&self, key: &str) -> String {
        self.loader.get_attr(&format!("lesson-{key}"), "about")
    }

    /// What can be typed in a lesson.
    pub fn lesson_example(&self, key: &str) -> String {
        self.loader.get_attr(&format!("lesson-{key}"), "example")
    }

    /// Says `tour-position`.
    pub fn tour_position(&self, nth: usize, count: usize) -> String {
        fl!(self.loader, "tour-position", nth = nth, count = count)
    }

    /// Says `tour-finished`.
    pub fn tour_finished(&self) -> String {
        fl!(self.loader, "tour-finished")
    }

    /// Says `tour-type`.
    pub fn tour_type(&self) -> String {
        fl!(self.loader, "tour-type")
    }

    /// Says `offer-tour`.
    pub fn offer_tour(&self) -> String {
        fl!(self.loader, "offer-tour")
    }

    /// Says `offer-tour-about`.
    pub fn offer_tour_about(&self) -> String {
        fl!(self.loader, "offer-tour-about")
    }
}
