//! The text of one comment, without characters that are unsafe on a terminal.

use crate::map::text::{many_lines, typed_line, visible_chars};
use crate::store::lexer::{RonLexer, TokenKind};

/// A comment with its delimiters, or an empty text for a blank line.
pub(super) type CommentText = Box<str>;

/// Returns a comment without control characters and without characters that hide or reorder text.
pub(super) fn clean_comment(written: &str) -> CommentText {
    let clean = |text: &str| -> String {
        let text = if text.starts_with("//") { typed_line(text) } else { many_lines(text) };
        text.into_owned()
    };
    let cleaned = clean(written);
    let first = RonLexer::new(&cleaned).next();
    let is_still_a_comment =
        first.is_some_and(|token| token.kind == TokenKind::Comment { closed: true } && token.end == cleaned.len());
    if is_still_a_comment {
        return cleaned.into();
    }
    // Without the unsafe characters, their neighbours would start or end a comment, so blanks replace them.
    let is_kept = |c, stays| stays || matches!(c, '\n' | '\r' | '\t');
    let spaced: String = visible_chars(written).map(|(_, c, stays)| if is_kept(c, stays) { c } else { ' ' }).collect();
    clean(&spaced).into()
}
