//! What waits to be taken in before the next frame.

use std::sync::mpsc::Receiver;

use super::events::Input;

/// An input and all that is waiting behind it; of a drag, only where it is by now.
pub struct Batch<'a> {
    next: Option<Input>,
    waiting: &'a Receiver<Input>,
}

impl<'a> Batch<'a> {
    /// Begins with what came first.
    pub fn new(first: Input, waiting: &'a Receiver<Input>) -> Batch<'a> {
        Batch { next: Some(first), waiting }
    }
}

impl Iterator for Batch<'_> {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        let mut input = self.next.take().or_else(|| self.waiting.try_recv().ok())?;
        while input.is_drag() {
            match self.waiting.try_recv().ok() {
                Some(later) if later.is_drag() => input = later,
                other => {
                    self.next = other;
                    break;
                }
            }
        }
        Some(input)
    }
}
