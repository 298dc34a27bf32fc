//! Reads and writes the RON text of a map.

use std::convert::Infallible;

use super::comments::Comments;
use super::diagnosis::diagnose;
use super::fault::{Fault, Problem};
use super::file_map::{MapSeed, is_too_many_touchpoints};
pub(crate) use super::format_number::FORMAT;
use super::format_number::format_number;
pub(super) use super::map_text::{OPENING, write_map};
use super::ron_dialect::{options, split_byte_order_mark, syntax_fault};
use super::shape;
use crate::map::{JourneyMap, Place};

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
pub fn print(map: &JourneyMap, comments: &Comments) -> String {
    let mut text = String::new();
    let Ok(()) = write_map(map, |line| {
        text.push_str(line);
        Ok::<(), Infallible>(())
    });
    comments.insert_into(text, map)
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
        let text = print(&JourneyMap::new(Header::new(Name::placeholder())), &Comments::default());
        assert!(text.starts_with(OPENING), "{text}");
    }

    #[test]
    fn the_table_of_settings_lists_every_setting() {
        assert_eq!(field_names::<crate::store::config::Configuration>(), shape::CONFIGURATION.names);
    }
}
