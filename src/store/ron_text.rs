//! Reads and writes the RON text of a map.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::comments::Comments;
use super::diagnosis::diagnose;
use super::fault::{Fault, Problem};
use super::file_map::{MapSeed, SerializableMap, is_too_many_touchpoints};
pub(crate) use super::format_number::FORMAT;
use super::format_number::format_number;
use super::lexer::RonLexer;
use super::ron_dialect::{options, split_byte_order_mark, syntax_fault};
use super::shape;
use crate::map::{JourneyMap, Notes, Place};

/// The beginning of every map that this program writes.
pub(super) const OPENING: &str = "#![enable(implicit_some)]\n(\n    format: ";

/// A map as read from its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub map: JourneyMap,
    /// Touchpoints whose id was already used by an earlier one; they got a new id.
    pub repeated_ids: Vec<Place>,
    pub comments: Comments,
}

/// Reads the text of a map. Returns the map, or all faults in the order of the text.
pub fn parse(text: &str) -> Result<Parsed, Vec<Fault>> {
    let (mark_length, text) = split_byte_order_mark(text);
    parse_without_mark(text, None)
        .map_err(|faults| faults.into_iter().map(|fault| fault.moved_by(mark_length)).collect())
}

/// Reads the text of a map that this program wrote. Touchpoints that `similar` has at the same places are shared with it, so
/// that a large map is not in memory twice.
pub(super) fn parse_similar(text: &str, similar: &JourneyMap) -> Result<Parsed, Vec<Fault>> {
    parse_without_mark(text, Some(similar))
}

fn parse_without_mark(text: &str, similar: Option<&JourneyMap>) -> Result<Parsed, Vec<Fault>> {
    let format = format_number(text);
    if let Some((span, number)) = &format
        && *number > u128::from(FORMAT)
    {
        return Err(vec![Fault { span: span.clone(), problem: Problem::NewerFormat(*number) }]);
    }
    let file = match options().from_str_seed(text, MapSeed { similar }) {
        Ok(file) => file,
        // The rest of the text is not examined: it may be very long, and only this fault matters.
        Err(error) if is_too_many_touchpoints(&error) => {
            return Err(vec![Fault { problem: Problem::TooManyTouchpoints, ..syntax_fault(text, 0, &error) }]);
        }
        Err(error) => return Err(diagnose(text, &shape::MAP, Some(&error))),
    };
    if file.format != FORMAT {
        let span = format.map_or(0..0, |(span, _)| span);
        return Err(vec![Fault { span, problem: Problem::UnknownFormat }]);
    }
    let (map, repeated_ids) = JourneyMap::with_shared_touchpoints(file.header, file.phases);
    let comments = Comments::of(text, &map);
    Ok(Parsed { map, repeated_ids, comments })
}

/// Returns the text of a map: one touchpoint per line, without the values that are the default, and with the comments
/// at their lines.
pub fn print(map: &JourneyMap, comments: &Comments) -> Result<String, ron::Error> {
    let header = map.header();
    let layout =
        PrettyConfig::new().depth_limit(2).new_line("\n").extensions(Extensions::IMPLICIT_SOME).escape_strings(false);
    let mut text = ron::Options::default().to_string_pretty(&SerializableMap(map), layout)?;
    text.push('\n');
    let has_line_breaks = |notes: &Option<Notes>| notes.as_ref().is_some_and(|notes| notes.contains('\n'));
    let any_line_breaks =
        has_line_breaks(&header.notes) || map.touchpoints().any(|(_, touchpoint)| has_line_breaks(&touchpoint.notes));
    let text = if any_line_breaks { escape_line_breaks(&text) } else { text };
    Ok(comments.insert_into(text, map))
}

/// Writes line breaks inside strings as `\n`, so that each touchpoint stays on one line.
fn escape_line_breaks(text: &str) -> String {
    let mut escaped = String::new();
    let mut copied = 0;
    for token in RonLexer::new(text) {
        let written = &text[token.span()];
        if token.kind.is_text() && written.contains('\n') {
            escaped.push_str(&text[copied..token.start]);
            escaped.push_str(&escape_literal(written));
            copied = token.end;
        }
    }
    escaped + &text[copied..]
}

/// Writes the line breaks of a string literal as `\n`. A raw string becomes an ordinary one.
fn escape_literal(literal: &str) -> String {
    let hashes = literal.len() - literal.trim_end_matches('#').len();
    let Some(raw) = literal.strip_prefix('r') else {
        return literal.replace('\n', "\\n");
    };
    let content = &raw[hashes + 1..raw.len() - hashes - 1];
    let content = content.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{content}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Header, Name};

    fn field_names<T: serde::de::DeserializeOwned>() -> Vec<&'static str> {
        match options().from_str::<T>("(no_such_field: 1)").err().map(|error| error.code) {
            Some(ron::Error::NoSuchStructField { expected, .. }) => expected.to_vec(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_written_map_begins_with_the_opening() {
        let text = print(&JourneyMap::new(Header::new(Name::placeholder())), &Comments::default()).unwrap();
        assert!(text.starts_with(OPENING), "{text}");
    }

    #[test]
    fn the_table_of_settings_lists_every_setting() {
        assert_eq!(field_names::<crate::store::config::Configuration>(), shape::CONFIGURATION.names);
    }
}
