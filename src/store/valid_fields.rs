//! What can be used of a text that is wrong as a whole.

use std::ops::Range;

use super::lexer::TokenKind;
use super::shape::{FieldShape, RecordShape};
use super::token_tree::TokenTree;

/// The fields of the group that a bracket opens, as far as they hold what they should, each with the tokens of its
/// value; of a field that is written twice the first.
pub(super) fn valid_fields<'r>(
    outline: &TokenTree<'_>,
    record: &'r RecordShape<'_>,
    opening: usize,
) -> Vec<(&'r FieldShape, Range<usize>)> {
    let mut found: Vec<(&FieldShape, Range<usize>)> = Vec::new();
    if outline.kind(opening) != Some(TokenKind::Open('(')) {
        return found;
    }
    for entry in outline.entries(outline.inside(opening), true) {
        let field = entry.name.and_then(|name| record.field(outline.word(name).trim_start_matches("r#")));
        let Some(field) = field else { continue };
        let is_first = found.iter().all(|(other, _)| other.name != field.name);
        if is_first && !entry.value.is_empty() && field.shape.fits(&outline.text[outline.span(&entry.value)]) {
            found.push((field, entry.value));
        }
    }
    found
}
