//! Where in a readable text its touchpoints, their fields and its phases are written.

use std::ops::Range;

use super::lexer::TokenKind;
use super::token_tree::{GroupEntry, TokenTree};
use crate::map::{Phase, Place};

/// What is looked for in the text of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapLocation {
    /// A field of a touchpoint, or the touchpoint where the field is not written.
    Field(Place, &'static str),
    Phase(Phase),
    Map,
}

/// The bytes at which each spot is written; where it is not, those at which the map begins.
pub fn locate(text: &str, wanted: impl IntoIterator<Item = MapLocation>) -> Vec<Range<usize>> {
    let outline = TokenTree::of(text);
    let opening = outline.opening();
    let is_map = matches!(outline.kind(opening), Some(TokenKind::Open(_)));
    let fields = if is_map { outline.entries(outline.inside(opening), true) } else { Vec::new() };
    let list = |phase: Phase| fields.iter().find(|entry| is_named(&outline, entry, phase.key()));
    let columns = Phase::ALL.map(|phase| {
        let list = list(phase).filter(|entry| is_group(&outline, entry.value.start));
        list.map_or_else(Vec::new, |entry| outline.entries(outline.inside(entry.value.start), false))
    });
    let tokens = |spot: MapLocation| match spot {
        MapLocation::Field(place, field) => {
            let touchpoint = &columns[place.phase.index()].get(place.row)?.value;
            Some(of_field(&outline, touchpoint, field).unwrap_or_else(|| touchpoint.clone()))
        }
        MapLocation::Phase(phase) => list(phase)?.name.map(|name| name..name + 1),
        MapLocation::Map => None,
    };
    let start = if is_map { outline.span(&(opening..opening + 1)) } else { 0..0 };
    let span = |spot| tokens(spot).map_or_else(|| start.clone(), |tokens| outline.span(&tokens));
    wanted.into_iter().map(span).collect()
}

/// The line and the column at which each span of a text begins, both from 1, columns in characters.
pub fn line_columns(text: &str, spans: &[Range<usize>]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&nth| spans[nth].start);
    let mut positions = vec![(1, 1); spans.len()];
    let (mut at, mut line, mut column) = (0, 1, 1);
    for nth in order {
        let start = text.floor_char_boundary(spans[nth].start);
        let passed = &text[at..start];
        line += passed.matches('\n').count();
        let in_line = passed.rfind('\n').map(|end| &passed[end + 1..]);
        column = in_line.map_or(column, |_| 1) + in_line.unwrap_or(passed).chars().count();
        at = start;
        positions[nth] = (line, column);
    }
    positions
}

/// The value of a touchpoint's field.
fn of_field(outline: &TokenTree<'_>, touchpoint: &Range<usize>, field: &str) -> Option<Range<usize>> {
    let opening = touchpoint.clone().find(|&token| is_group(outline, token))?;
    let fields = outline.entries(outline.inside(opening), true);
    fields.into_iter().find(|entry| is_named(outline, entry, field)).map(|entry| entry.value)
}

fn is_named(outline: &TokenTree<'_>, entry: &GroupEntry, name: &str) -> bool {
    entry.name.is_some_and(|token| outline.word(token).trim_start_matches("r#") == name)
}

fn is_group(outline: &TokenTree<'_>, token: usize) -> bool {
    matches!(outline.kind(token), Some(TokenKind::Open(_)))
}
