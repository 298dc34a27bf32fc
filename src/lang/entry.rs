//! Messages of input lines: quick entry, reaches, and what is wrong with what was typed.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::number::NumberError;
use crate::map::text::TextError;

messages! {
    // Quick entry.
    entry_below(phase: &str, name: &str) = "entry-below";
    entry_first(phase: &str) = "entry-first";
    entry_added(count: usize) = "entry-added";
    entry_marks() = "entry-marks";
    entry_unknown_mark(word: &str) = "entry-unknown-mark";
    entry_suggested() = "entry-suggested";
    entry_also_suggested() = "entry-also-suggested";
    nothing_to_complete() = "nothing-to-complete";

    // The line for reaches.
    ask_reach(name: &str, next: &str) = "ask-reach";
    no_next_touchpoint(leave: &str) = "no-next-touchpoint";
}

impl Lang {
    /// Says what is wrong with a text.
    pub(crate) fn text_fault(&self, fault: TextError) -> String {
        match fault {
            TextError::Empty => fl!(self.loader, "text-empty"),
            TextError::TooLong { limit, found } => fl!(
                self.loader,
                "text-too-long",
                limit = self.number(limit as u128),
                found = self.number(found as u128)
            ),
        }
    }

    /// Says what is wrong with a line of quick entry.
    pub(crate) fn line_fault(&self, fault: TextError) -> String {
        match fault {
            TextError::Empty => fl!(self.loader, "line-without-name"),
            TextError::TooLong { .. } => self.text_fault(fault),
        }
    }

    /// Says what is wrong with a line of a pasted text.
    pub(crate) fn pasted_line_fault(&self, number: usize, fault: TextError) -> String {
        fl!(self.loader, "pasted-line-fault", number = number, fault = self.line_fault(fault))
    }

    /// Says why a line of pasted reaches is no number.
    pub(crate) fn pasted_number_fault(&self, line: usize, found: &str, fault: NumberError) -> String {
        let found = self.quoted_name(found);
        fl!(self.loader, "pasted-number-fault", number = line, found = found, fault = self.number_fault(fault))
    }

    /// Says that a paste of `found` characters does not fit into a line.
    pub(crate) fn paste_too_long(&self, found: usize) -> String {
        fl!(self.loader, "paste-too-long", found = self.number(found as u128))
    }

    /// Says what is wrong with a number.
    pub(crate) fn number_fault(&self, fault: NumberError) -> String {
        match fault {
            NumberError::NotANumber => fl!(self.loader, "number-not-a-number"),
            NumberError::Negative => fl!(self.loader, "number-negative"),
            NumberError::NotWhole => fl!(self.loader, "number-not-whole"),
            NumberError::TooLarge => fl!(self.loader, "number-too-large"),
        }
    }
}
