//! Texts of a diagram as fields of a map: cleaned, and cut visibly where they are too long.

use unicode_segmentation::UnicodeSegmentation;

use super::entity;
use crate::map::text::one_line;
use crate::map::{Line, Name, TextError};

/// A text of a diagram as a field has it.
pub struct Fitted<T> {
    pub text: T,
    /// How many characters fit, where not all did.
    pub cut: Option<usize>,
    /// Names of characters that are not known.
    pub unknown: Vec<String>,
}

/// The text of a diagram as a name; a dash where nothing is left of it.
pub fn name(text: &str) -> Fitted<Name> {
    let Fitted { text, cut, unknown } = fitted(text, Name::new);
    Fitted { text: text.unwrap_or_else(Name::placeholder), cut, unknown }
}

/// The text of a diagram as a line; none where nothing is left of it.
pub fn line(text: &str) -> Fitted<Option<Line>> {
    let Fitted { text, cut, unknown } = fitted(text, Line::optional);
    Fitted { text: text.flatten(), cut, unknown }
}

fn fitted<T>(text: &str, make: fn(&str) -> Result<T, TextError>) -> Fitted<Option<T>> {
    let (shown, unknown) = entity::shown(text);
    match make(&shown) {
        Ok(text) => Fitted { text: Some(text), cut: None, unknown },
        Err(TextError::Empty) => Fitted { text: None, cut: None, unknown },
        Err(TextError::TooLong { limit, .. }) => {
            let clean = one_line(&shown);
            // Rarely more than once: only letters with very many marks count as several.
            let shorter =
                (1..limit).rev().map(|count| clean.graphemes(true).take(count).chain(["…"]).collect::<String>());
            Fitted { text: shorter.into_iter().find_map(|text| make(&text).ok()), cut: Some(limit), unknown }
        }
    }
}
