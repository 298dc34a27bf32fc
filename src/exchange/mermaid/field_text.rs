//! Texts of a diagram as fields of a map: decoded, and cut visibly if they are too long.

use unicode_segmentation::UnicodeSegmentation;

use super::entity;
use crate::map::text::one_line;
use crate::map::{Line, Name, TextError};

/// A text of a diagram, made to fit into a field.
pub(crate) struct FittedText<T> {
    pub text: T,
    /// The greatest length of the field in characters, if the text was cut.
    pub cut: Option<usize>,
    /// Names of entities that are not known.
    pub unknown_entities: Vec<String>,
}

/// Returns a text as a name; the placeholder if nothing is left of it.
pub fn name(text: &str) -> FittedText<Name> {
    let FittedText { text, cut, unknown_entities } = fit(text, Name::new);
    FittedText { text: text.unwrap_or_else(Name::placeholder), cut, unknown_entities }
}

/// Returns a text as a line; none if nothing is left of it.
pub fn line(text: &str) -> FittedText<Option<Line>> {
    let FittedText { text, cut, unknown_entities } = fit(text, Line::optional);
    FittedText { text: text.flatten(), cut, unknown_entities }
}

fn fit<T>(text: &str, make: fn(&str) -> Result<T, TextError>) -> FittedText<Option<T>> {
    let decoded = entity::decode(text);
    let (text, cut) = match make(&decoded.text) {
        Ok(text) => (Some(text), None),
        Err(TextError::Empty) => (None, None),
        Err(TextError::TooLong { limit, .. }) => {
            let clean = one_line(&decoded.text);
            // The first try usually fits; only letters with very many combining marks count as several characters.
            let shorter =
                (1..limit).rev().map(|count| clean.graphemes(true).take(count).chain(["…"]).collect::<String>());
            (shorter.into_iter().find_map(|text| make(&text).ok()), Some(limit))
        }
    };
    FittedText { text, cut, unknown_entities: decoded.unknown }
}
