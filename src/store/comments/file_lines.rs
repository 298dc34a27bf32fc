//! The lines of a map's file that comments can belong to, in the order in which they are written.

use std::sync::Arc;

use crate::map::field::of_header;
use crate::map::{Header, JourneyMap, Phase, Touchpoint, TouchpointId};
use crate::store::shape::MAP;

/// The only list field that does not hold touchpoints.
pub(super) const OBJECTIVES: &str = "objectives";

/// The line that a comment belongs to, or the end of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CommentAnchor {
    /// `#![enable(implicit_some)]`.
    Attribute,
    /// The bracket that opens the map.
    Opening,
    /// A field with its value, or with the opening bracket of its list.
    Field(&'static str),
    /// An objective, by its text.
    Objective(Box<str>),
    Touchpoint(TouchpointId),
    /// The bracket that closes a field's list.
    ListEnd(&'static str),
    /// The bracket that closes the map.
    Closing,
    /// The end of the file.
    End,
}

impl CommentAnchor {
    /// Returns the text of the objective, if the line is one.
    pub(crate) fn objective(&self) -> Option<&str> {
        if let CommentAnchor::Objective(text) = self { Some(text) } else { None }
    }

    /// Returns the id of the touchpoint, if the line is one.
    pub fn touchpoint(&self) -> Option<TouchpointId> {
        if let CommentAnchor::Touchpoint(id) = self { Some(*id) } else { None }
    }
}

/// A line that the file of a certain map can have.
pub(super) struct FileLine<'a> {
    pub anchor: CommentAnchor,
    pub touchpoint: Option<&'a Arc<Touchpoint>>,
    /// True if the file of this map has the line.
    pub is_written: bool,
    /// True for the start and the end of an empty list, which are written as one line.
    pub is_empty_list: bool,
}

impl FileLine<'_> {
    fn new(anchor: CommentAnchor) -> FileLine<'static> {
        FileLine { anchor, touchpoint: None, is_written: true, is_empty_list: false }
    }
}

/// Returns all lines that a map's file can have, in their order.
pub(super) fn file_lines(map: &JourneyMap) -> impl Iterator<Item = FileLine<'_>> {
    let head = [CommentAnchor::Attribute, CommentAnchor::Opening].map(FileLine::new);
    let fields = MAP.names.iter().flat_map(|&name| field_lines(map, name));
    head.into_iter().chain(fields).chain([CommentAnchor::Closing, CommentAnchor::End].map(FileLine::new))
}

fn field_lines<'a>(map: &'a JourneyMap, name: &'static str) -> Vec<FileLine<'a>> {
    let header = map.header();
    let start = FileLine { is_written: is_written(header, name), ..FileLine::new(CommentAnchor::Field(name)) };
    let items: Vec<FileLine<'_>> = match Phase::ALL.into_iter().find(|phase| phase.key() == name) {
        Some(phase) => {
            let line = |each: &'a Arc<Touchpoint>| FileLine {
                touchpoint: Some(each),
                ..FileLine::new(CommentAnchor::Touchpoint(each.id))
            };
            map.phase(phase).iter().map(line).collect()
        }
        None if name == OBJECTIVES => {
            header.objectives.iter().map(|each| FileLine::new(CommentAnchor::Objective((**each).into()))).collect()
        }
        None => return vec![start],
    };
    let is_empty_list = items.is_empty();
    let end = FileLine { is_written: start.is_written, is_empty_list, ..FileLine::new(CommentAnchor::ListEnd(name)) };
    [FileLine { is_empty_list, ..start }].into_iter().chain(items).chain([end]).collect()
}

/// True unless the field has its default value. The format and the phases are always written.
fn is_written(header: &Header, name: &str) -> bool {
    of_header(name).is_none_or(|field| !field.get(header).is_default())
}
