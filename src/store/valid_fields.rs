//! Finds the fields that are usable in a text that has faults elsewhere.

use std::ops::Range;

use super::lexer::TokenKind;
use super::shape::{FieldShape, RecordShape};
use super::token_tree::TokenTree;

/// Returns the valid fields of the group that a bracket opens, each with the tokens of its value. If a field is written
/// twice, the first counts.
pub(super) fn valid_fields<'r>(
    tree: &TokenTree<'_>,
    record: &'r RecordShape<'_>,
    opening: usize,
) -> Vec<(&'r FieldShape, Range<usize>)> {
    let mut found: Vec<(&FieldShape, Range<usize>)> = Vec::new();
    if tree.kind(opening) != Some(TokenKind::Open(b'(')) {
        return found;
    }
    for entry in tree.fields(opening) {
        let Some(field) = entry.name.and_then(|name| record.field(tree.field_name(name))) else { continue };
        let is_first = found.iter().all(|(other, _)| other.name != field.name);
        if is_first && !entry.value.is_empty() && field.shape.fits(&tree.text[tree.span(&entry.value)]) {
            found.push((field, entry.value));
        }
    }
    found
}
