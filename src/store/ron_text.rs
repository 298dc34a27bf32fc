//! The text of a map: strict reading and plain writing of RON.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use std::num::IntErrorKind;
use std::ops::Range;

use super::comments::Comments;
use super::diagnosis::diagnose;
use super::fault::{Fault, Problem};
use super::file_map::{FileMap, MapFile};
use super::lexer::{RonLexer, TokenKind};
use super::shape;
use crate::map::{JourneyMap, Notes, Place};

/// The version of the file format that this program reads and writes.
pub const FORMAT: u64 = 1;

/// How a map begins that this program wrote.
pub(super) const OPENING: &str = "#![enable(implicit_some)]\n(\n    format: ";

/// A map as read from its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub map: JourneyMap,
    /// Touchpoints whose identity an earlier one has; they were given another.
    pub repeated_ids: Vec<Place>,
    /// What somebody wrote between the lines.
    pub comments: Comments,
}

/// The RON that maps are written in.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// The length of a byte-order mark, and the text behind it.
pub(super) fn without_mark(text: &str) -> (usize, &str) {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    (text.len() - rest.len(), rest)
}

/// Reads the text of a map, or says all that is wrong with it in the order of the text.
pub fn parse(text: &str) -> Result<Parsed, Vec<Fault>> {
    let (mark, text) = without_mark(text);
    let faults = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.moved(mark)).collect();
    let format = format_of(text);
    if let Some((span, number)) = &format
        && *number > u128::from(FORMAT)
    {
        let (span, problem) = (span.clone(), Problem::NewerFormat(*number));
        return Err(faults(vec![Fault { span, problem }]));
    }
    let file: FileMap = match options().from_str(text) {
        Ok(file) => file,
        Err(refused) => return Err(faults(diagnose(text, &shape::MAP, Some(&refused)))),
    };
    if file.format != FORMAT {
        let span = format.map_or(0..0, |(span, _)| span);
        let problem = Problem::UnknownFormat;
        return Err(faults(vec![Fault { span, problem }]));
    }
    let (map, repeated_ids) = JourneyMap::with_touchpoints(file.header, file.phases);
    let comments = Comments::of(text, &map);
    Ok(Parsed { map, repeated_ids, comments })
}

/// The format of a text that is newer than this program.
pub(super) fn newer_format(text: &str) -> Option<u128> {
    format_of(text).map(|(_, number)| number).filter(|&number| number > u128::from(FORMAT))
}

/// A whole number in any way of writing it that RON knows; one that is beyond all counting is the largest.
fn whole_number(written: &str) -> Option<u128> {
    let known = written.parse().ok().or_else(|| options().from_str::<u64>(written).ok().map(u128::from));
    known.or_else(|| {
        let plain = written.trim_start_matches('+').replace('_', "");
        let (digits, radix) = match plain.get(..2) {
            Some("0x") => (&plain[2..], 16),
            Some("0o") => (&plain[2..], 8),
            Some("0b") => (&plain[2..], 2),
            Some(_) | None => (plain.as_str(), 10),
        };
        match u128::from_str_radix(digits, radix) {
            Ok(number) => Some(number),
            Err(error) => (*error.kind() == IntErrorKind::PosOverflow).then_some(u128::MAX),
        }
    })
}

/// The number of the file's format and its place, read before anything else so that a newer file is known as such.
fn format_of(text: &str) -> Option<(Range<usize>, u128)> {
    let mut groups = Vec::new();
    let mut last = [TokenKind::Comma; 2];
    let mut is_format = false;
    for token in RonLexer::new(text) {
        match token.kind {
            TokenKind::Comment { .. } => continue,
            TokenKind::Open(bracket) => groups.push(bracket),
            TokenKind::Close(_) => drop(groups.pop()),
            TokenKind::Word if groups == ['('] => is_format = text[token.span()].trim_start_matches("r#") == "format",
            TokenKind::Number if groups == ['('] && is_format && last == [TokenKind::Word, TokenKind::Colon] => {
                return Some((token.span(), whole_number(&text[token.span()])?));
            }
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Text { .. }
            | TokenKind::WrongQuotes
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::ConflictMarker
            | TokenKind::FalseBlank
            | TokenKind::Other => {}
        }
        last = [last[1], token.kind];
    }
    None
}

/// Writes a map as text: one touchpoint a line, only what differs from its default, and comments where they stood.
pub fn print(map: &JourneyMap, comments: &Comments) -> Result<String, ron::Error> {
    let header = map.header();
    let layout =
        PrettyConfig::new().depth_limit(2).new_line("\n").extensions(Extensions::IMPLICIT_SOME).escape_strings(false);
    let mut text = ron::Options::default().to_string_pretty(&MapFile(map), layout)?;
    text.push('\n');
    let has_lines = |notes: &Option<Notes>| notes.as_ref().is_some_and(|notes| notes.contains('\n'));
    let lined = has_lines(&header.notes) || map.touchpoints().any(|(_, touchpoint)| has_lines(&touchpoint.notes));
    Ok(comments.woven(if lined { on_one_line(&text) } else { text }, map))
}

/// Writes line ends inside texts as `\n`, so that a touchpoint keeps to its line.
fn on_one_line(text: &str) -> String {
    let mut lined = String::new();
    let mut copied = 0;
    for token in RonLexer::new(text) {
        let written = &text[token.span()];
        if matches!(token.kind, TokenKind::Text { .. }) && written.contains('\n') {
            lined.push_str(&text[copied..token.start]);
            lined.push_str(&escaped(written));
            copied = token.end;
        }
    }
    lined + &text[copied..]
}

/// The same text with its line ends escaped, whether it is raw or not.
fn escaped(literal: &str) -> String {
    let signs = literal.len() - literal.trim_end_matches('#').len();
    let Some(raw) = literal.strip_prefix('r') else {
        return literal.replace('\n', "\\n");
    };
    let content = &raw[signs + 1..raw.len() - signs - 1];
    let content = content.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{content}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Header, Name};

    fn known<T: serde::de::DeserializeOwned>() -> Vec<&'static str> {
        match options().from_str::<T>("(no_such_field: 1)").err().map(|error| error.code) {
            Some(ron::Error::NoSuchStructField { expected, .. }) => expected.to_vec(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_written_map_begins_as_it_is_known_by() {
        let text = print(&JourneyMap::new(Header::new(Name::placeholder())), &Comments::default()).unwrap();
        assert!(text.starts_with(OPENING), "{text}");
    }

    #[test]
    fn the_table_of_settings_is_the_one_that_is_read() {
        assert_eq!(known::<crate::store::config::Configuration>(), shape::CONFIGURATION.names);
    }
}
