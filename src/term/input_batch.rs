//! The inputs that are handled before the next frame.

use std::sync::mpsc::Receiver;

use super::input::Input;

/// An iterator over an input and all inputs queued behind it. Of consecutive drag events it keeps only the last.
pub struct InputBatch<'a> {
    next: Option<Input>,
    queue: &'a Receiver<Input>,
}

impl<'a> InputBatch<'a> {
    /// Creates a batch that begins with an input already taken from the queue.
    pub fn new(first: Input, queue: &'a Receiver<Input>) -> InputBatch<'a> {
        InputBatch { next: Some(first), queue }
    }
}

impl Iterator for InputBatch<'_> {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        let mut input = self.next.take().or_else(|| self.queue.try_recv().ok())?;
        while input.is_drag() {
            match self.queue.try_recv().ok() {
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
