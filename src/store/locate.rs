//! Finds where touchpoints, fields and phases are written in a map's text.

use std::ops::Range;

use super::ron_dialect::split_byte_order_mark;
use super::token_tree::{GroupEntry, TokenTree};
use crate::map::{Phase, Place};

/// A part of a map that can be located in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MapLocation {
    /// The value of a touchpoint's field with this key, or the touchpoint if the field is not written.
    Field(Place, &'static str),
    Phase(Phase),
    Map,
}

/// Returns the bytes of each location. A location that is not written is placed at the map's opening bracket.
pub(crate) fn locate(text: &str, locations: impl IntoIterator<Item = MapLocation>) -> Vec<Range<usize>> {
    let tree = TokenTree::of(text);
    let opening = tree.root_opening();
    let is_map = is_group(&tree, opening);
    let fields = if is_map { tree.fields(opening).collect() } else { Vec::new() };
    let phase_field = |phase: Phase| fields.iter().find(|entry| is_named(&tree, entry, phase.key()));
    // The first token of each touchpoint.
    let touchpoints: [Vec<usize>; 3] = Phase::ALL.map(|phase| {
        let list = phase_field(phase).filter(|entry| is_group(&tree, entry.value.start));
        list.map_or_else(Vec::new, |entry| tree.items(entry.value.start).map(|item| item.value.start).collect())
    });
    let tokens = |location: MapLocation| match location {
        MapLocation::Field(place, key) => {
            let start = *touchpoints[place.phase.index()].get(place.row)?;
            let touchpoint = start..tree.value_end(start, tree.len());
            Some(field_value(&tree, touchpoint.clone(), key).unwrap_or(touchpoint))
        }
        MapLocation::Phase(phase) => phase_field(phase)?.name.map(|name| name..name + 1),
        MapLocation::Map => None,
    };
    let start = if is_map { tree.span(&(opening..opening + 1)) } else { 0..0 };
    let span = |location| tokens(location).map_or_else(|| start.clone(), |tokens| tree.span(&tokens));
    locations.into_iter().map(span).collect()
}

/// Returns the line and column where each span begins. Both count from 1, columns in characters; a byte order mark is
/// not counted.
pub(crate) fn line_columns(text: &str, spans: &[Range<usize>]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&nth| spans[nth].start);
    let mut positions = vec![(1, 1); spans.len()];
    let (mark_length, _) = split_byte_order_mark(text);
    let (mut at, mut line, mut column) = (mark_length, 1, 1);
    for nth in order {
        let start = text.floor_char_boundary(spans[nth].start).max(at);
        let between = &text[at..start];
        line += between.matches('\n').count();
        let in_last_line = between.rfind('\n').map(|end| &between[end + 1..]);
        column = in_last_line.map_or(column, |_| 1) + in_last_line.unwrap_or(between).chars().count();
        at = start;
        positions[nth] = (line, column);
    }
    positions
}

/// Returns the tokens of the value of a touchpoint's field.
fn field_value(tree: &TokenTree<'_>, mut touchpoint: Range<usize>, key: &str) -> Option<Range<usize>> {
    let opening = touchpoint.find(|&token| is_group(tree, token))?;
    tree.fields(opening).find(|entry| is_named(tree, entry, key)).map(|entry| entry.value)
}

fn is_named(tree: &TokenTree<'_>, entry: &GroupEntry, name: &str) -> bool {
    entry.name.is_some_and(|token| tree.field_name(token) == name)
}

fn is_group(tree: &TokenTree<'_>, token: usize) -> bool {
    tree.kind(token).is_some_and(|kind| kind.is_opening())
}
