//! Fitting texts of other programs into the limits of our fields.

use std::borrow::Cow;

use crate::map::text::{LINE_LIMIT, NAME_LIMIT, NOTES_LIMIT, cut_at_word, many_lines, one_line};
use crate::map::{Line, Name, Notes};

/// A text that was fitted into its field.
pub(crate) struct Fitted<T> {
    pub value: T,
    /// True if it was cut.
    pub is_cut: bool,
}

/// Makes a name of a text; a long one is cut at a word. None if nothing is left of the text.
pub(crate) fn name(raw: &str) -> Option<Fitted<Name>> {
    let (text, is_cut) = fit(one_line(raw), NAME_LIMIT);
    Name::new(&text).ok().map(|value| Fitted { value, is_cut })
}

/// Makes a one-line text; a long one is cut at a word. None if nothing is left of the text.
pub(crate) fn line(raw: &str) -> Option<Fitted<Line>> {
    let (text, is_cut) = fit(one_line(raw), LINE_LIMIT);
    Line::optional(&text).ok().flatten().map(|value| Fitted { value, is_cut })
}

/// Makes notes of a text; what is beyond their limit is cut.
pub(crate) fn notes(raw: &str) -> Option<Fitted<Notes>> {
    let text = many_lines(raw);
    let text = text.trim();
    if let Ok(notes) = Notes::optional(text) {
        return notes.map(|value| Fitted { value, is_cut: false });
    }
    let cut: String = text.chars().take(NOTES_LIMIT - 1).chain(['…']).collect();
    Notes::optional(&cut).ok().flatten().map(|value| Fitted { value, is_cut: true })
}

fn fit(text: Cow<'_, str>, limit: usize) -> (Cow<'_, str>, bool) {
    match cut_at_word(&text, limit) {
        Some(cut) => (Cow::Owned(cut), true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_at_a_word() {
        let long = "word ".repeat(60);
        let fitted = name(&long).expect("a name");
        assert!(fitted.is_cut && fitted.value.ends_with("word…"), "{}", fitted.value);
        assert!(name(&"x".repeat(300)).expect("a name").value.chars().count() == 200);
        assert!(name(" \n ").is_none());
    }
}
