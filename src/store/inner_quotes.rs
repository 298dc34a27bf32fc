//! Finds quotes inside a text that are written without a backslash.

use std::ops::Range;

use super::fault::{Fault, Problem};
use super::lexer::TokenKind;
use super::token_tree::{FOUND_LIMIT, TokenTree};

/// Returns the fault of a text like `"Writes on "WhatsApp""`; none if these tokens hold no such text.
///
/// Such a text is read as a text that ends at the second quote, directly followed by a word or another text.
pub(super) fn inner_quotes(tree: &TokenTree<'_>, tokens: &Range<usize>) -> Option<Fault> {
    let is_text = |token| tree.kind(token) == Some(TokenKind::Text { closed: true });
    let touches_next = |token: usize| tree.span(&(token..token + 1)).end == tree.span(&(token + 1..token + 2)).start;
    let is_rest = |token| {
        matches!(tree.kind(token), Some(TokenKind::Word | TokenKind::Number | TokenKind::Text { closed: true }))
    };
    let pairs = tokens.start..tokens.end.saturating_sub(1);
    let first = pairs.into_iter().find(|&token| is_text(token) && is_rest(token + 1) && touches_next(token))?;
    let end = (first + 1..tokens.end).find(|&token| !is_rest(token)).unwrap_or(tokens.end);
    let span = tree.span(&(first..end));
    let problem = Problem::InnerQuotes { meant: meant_text(&tree.text[span.clone()]) };
    Some(Fault { span, problem })
}

/// Returns the text with a backslash before each inner quote, or only the form of such a text if it is long.
fn meant_text(written: &str) -> String {
    let inner = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner.filter(|inner| inner.chars().count() <= FOUND_LIMIT) {
        Some(inner) => format!("\"{}\"", inner.replace("\\\"", "\"").replace('"', "\\\"")),
        None => "\"… \\\"…\\\" …\"".to_owned(),
    }
}
