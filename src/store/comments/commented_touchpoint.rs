//! Touchpoints with comments between their brackets: their own text, as long as they stay as it says.

use std::borrow::Cow;
use std::sync::Arc;

use super::CommentText;
use crate::map::text::{is_unsafe_char, many_lines, typed_line};
use crate::map::{Touchpoint, TouchpointId};
use crate::store::lexer::{RonLexer, TokenKind};
use crate::store::ron_text::options;

/// A touchpoint's text, with what it says and the comments that it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CommentedTouchpoint {
    pub text: Box<str>,
    pub touchpoint: Arc<Touchpoint>,
    pub remarks: Vec<CommentText>,
}

impl CommentedTouchpoint {
    /// A touchpoint as it is written, made safe and with its identity; none when that says something else.
    pub fn new(
        written: &str,
        touchpoint: &Arc<Touchpoint>,
        remarks: Vec<CommentText>,
    ) -> Result<CommentedTouchpoint, Vec<CommentText>> {
        let text = safe(written, touchpoint.id);
        match options().from_str::<Touchpoint>(&text) {
            Ok(read) if read == **touchpoint => {
                Ok(CommentedTouchpoint { text: text.into(), touchpoint: Arc::clone(touchpoint), remarks })
            }
            Ok(_) | Err(_) => Err(remarks),
        }
    }
}

/// The text of a comment without anything that commands a terminal, hides or turns text round.
pub(super) fn remark(written: &str) -> CommentText {
    let clean = |text: &str| -> String {
        let text = if text.starts_with("//") { typed_line(text) } else { many_lines(text) };
        text.into_owned()
    };
    let cleaned = clean(written);
    let token = RonLexer::new(&cleaned).next();
    if token.is_some_and(|token| token.kind == TokenKind::Comment { closed: true } && token.end == cleaned.len()) {
        return cleaned.into();
    }
    // What is dropped parted two signs that would begin or end a comment together.
    let hidden = |c| is_unsafe_char(c) && !matches!(c, '\n' | '\r' | '\t');
    clean(&written.replace(hidden, " ")).into()
}

fn safe(written: &str, id: TouchpointId) -> String {
    let mut text = String::with_capacity(written.len());
    let (mut copied, mut depth) = (0, 0);
    let (mut opening, mut is_id, mut has_id) = (0, false, false);
    for token in RonLexer::new(written) {
        text.push_str(&many_lines(&written[copied..token.start]));
        copied = token.end;
        let piece = &written[token.span()];
        match token.kind {
            TokenKind::Comment { .. } => {
                text.push_str(&remark(piece));
                continue;
            }
            TokenKind::Text { .. } if is_id => {
                text.push_str(&format!("\"{id}\""));
                (is_id, has_id) = (false, true);
                continue;
            }
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth -= 1,
            TokenKind::Word => is_id = depth == 1 && piece.trim_start_matches("r#") == "id",
            TokenKind::Text { .. }
            | TokenKind::Number
            | TokenKind::WrongQuotes
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::ConflictMarker
            | TokenKind::FalseBlank
            | TokenKind::Other => {}
        }
        let piece: Cow<'_, str> = many_lines(piece);
        text.push_str(&piece);
        if opening == 0 && depth == 1 {
            opening = text.len();
        }
    }
    if !has_id {
        let blank = if text[opening..].starts_with(char::is_whitespace) { "" } else { " " };
        text.insert_str(opening, &format!("id: \"{id}\",{blank}"));
    }
    text
}
