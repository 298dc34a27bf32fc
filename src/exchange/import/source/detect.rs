//! Finds the format of a text by its content.

use super::delimited::separator_of_table;
use super::{SourceFormat, markdown};
use crate::exchange::mermaid::{journeys_on_page, parser};
use crate::lang::Lang;

const QUOTE: char = '"';
/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 1 << 20;

/// Returns the format of a text.
pub(crate) fn format_of_text(text: &str, lang: &Lang) -> SourceFormat {
    if is_json(text) {
        return SourceFormat::Json;
    }
    let text = text.trim_start();
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    if parser::is_journey(sample) {
        SourceFormat::Mermaid
    } else if has_journey(sample) || markdown::has_table(sample) {
        SourceFormat::Markdown
    } else {
        match separator_of_table(sample, lang) {
            Some(b'\t') => SourceFormat::Tsv,
            Some(_) => SourceFormat::Csv,
            None => SourceFormat::List,
        }
    }
}

/// Returns true if a page has a journey diagram.
pub(crate) fn has_journey(page: &str) -> bool {
    !journeys_on_page(page).is_empty()
}

/// Returns true if a text is a web page or another document in HTML or XML.
pub(crate) fn is_markup(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(20).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<?xml", "<head", "<body", "<table"].iter().any(|mark| beginning.starts_with(mark))
}

/// Returns true if a text is a single text, number or word of JSON.
pub(crate) fn is_json_scalar(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|value| !value.is_object() && !value.is_array())
}

/// Returns true if a text is JSON or begins like it.
pub(crate) fn is_json(text: &str) -> bool {
    let text = text.trim();
    let next = text.get(1..).unwrap_or_default().trim_start();
    match text.as_bytes().first() {
        Some(b'{') => next.starts_with([QUOTE, '}']),
        Some(b'[') => {
            let begins_value =
                next.starts_with(['{', '[', QUOTE, '-', ']']) || next.starts_with(|c: char| c.is_ascii_digit());
            begins_value && text.ends_with(']') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
                || next.starts_with('{')
        }
        Some(_) | None => false,
    }
}
