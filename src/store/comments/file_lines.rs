//! The lines of a map's file that comments can belong to, in the order in which they are written.

use std::sync::Arc;

use crate::map::journey::Header;
use crate::map::{JourneyMap, Phase, Touchpoint, TouchpointId};
use crate::store::shape::MAP;

/// The field whose list is not one of touchpoints.
pub(super) const OBJECTIVES: &str = "objectives";

/// A line of the file, or its end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CommentAnchor {
    /// `#![enable(implicit_some)]`.
    Attribute,
    /// The bracket that opens the map.
    Opening,
    /// A field with its value, or the bracket that opens its list.
    Field(&'static str),
    /// An objective, known by its words.
    Objective(Box<str>),
    Touchpoint(TouchpointId),
    /// The bracket that closes a field's list.
    ListEnd(&'static str),
    /// The bracket that closes the map.
    Closing,
    /// What follows the last line.
    End,
}

/// A line of the file of a certain map.
pub(super) struct FileLine<'a> {
    pub anchor: CommentAnchor,
    pub touchpoint: Option<&'a Arc<Touchpoint>>,
    /// Whether this map has the line.
    pub written: bool,
    /// Whether this is the beginning or the end of a list without items, which share a line.
    pub empty: bool,
}

impl FileLine<'_> {
    fn new(anchor: CommentAnchor) -> FileLine<'static> {
        FileLine { anchor, touchpoint: None, written: true, empty: false }
    }
}

/// All lines that a map's file can have, in their order.
pub(super) fn file_lines(map: &JourneyMap) -> impl Iterator<Item = FileLine<'_>> {
    let head = [CommentAnchor::Attribute, CommentAnchor::Opening].map(FileLine::new);
    let fields = MAP.names.iter().flat_map(|&name| field(map, name));
    head.into_iter().chain(fields).chain([CommentAnchor::Closing, CommentAnchor::End].map(FileLine::new))
}

fn field<'a>(map: &'a JourneyMap, name: &'static str) -> Vec<FileLine<'a>> {
    let header = map.header();
    let start = FileLine { written: is_written(header, name), ..FileLine::new(CommentAnchor::Field(name)) };
    let items: Vec<FileLine<'_>> = match Phase::ALL.into_iter().find(|phase| phase.key() == name) {
        Some(phase) => {
            let stand = |each: &'a Arc<Touchpoint>| FileLine {
                touchpoint: Some(each),
                ..FileLine::new(CommentAnchor::Touchpoint(each.id))
            };
            map.phase(phase).iter().map(stand).collect()
        }
        None if name == OBJECTIVES => {
            header.objectives.iter().map(|each| FileLine::new(CommentAnchor::Objective((**each).into()))).collect()
        }
        None => return vec![start],
    };
    let empty = items.is_empty();
    let end = FileLine { written: start.written, empty, ..FileLine::new(CommentAnchor::ListEnd(name)) };
    [FileLine { empty, ..start }].into_iter().chain(items).chain([end]).collect()
}

fn is_written(header: &Header, name: &str) -> bool {
    let optional = [
        ("company", header.company.is_some()),
        ("persona", header.persona.is_some()),
        ("scenario", header.scenario.is_some()),
        ("goal", header.goal.is_some()),
        ("notes", header.notes.is_some()),
        (OBJECTIVES, !header.objectives.is_empty()),
        ("unit", header.unit.is_some()),
        ("period", header.period.is_some()),
    ];
    optional.into_iter().find(|(field, _)| *field == name).is_none_or(|(_, is_written)| is_written)
}
