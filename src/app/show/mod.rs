//! The presentation, the timer and the guided tour.

pub mod presentation;
pub mod timer;
pub mod tour;
