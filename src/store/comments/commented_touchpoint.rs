//! A touchpoint with comments between its brackets, whose original text is written as long as it is unchanged.

use std::sync::Arc;

use super::comment_text::{CommentText, clean_comment};
use crate::map::text::many_lines;
use crate::map::{Touchpoint, TouchpointId};
use crate::store::lexer::{RonLexer, TokenKind};
use crate::store::ron_dialect::options;

/// The text of a touchpoint, with the touchpoint and the comments in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CommentedTouchpoint {
    pub text: Box<str>,
    pub touchpoint: Arc<Touchpoint>,
    pub comments: Vec<CommentText>,
}

impl CommentedTouchpoint {
    /// Cleans the text of a touchpoint and writes its id into it. If the result does not read back as the same
    /// touchpoint, returns the comments as the error.
    pub fn new(
        written: &str,
        touchpoint: &Arc<Touchpoint>,
        comments: Vec<CommentText>,
    ) -> Result<CommentedTouchpoint, Vec<CommentText>> {
        let text = clean_touchpoint(written, touchpoint.id);
        match options().from_str::<Touchpoint>(&text) {
            Ok(read) if read == **touchpoint => {
                Ok(CommentedTouchpoint { text: text.into(), touchpoint: Arc::clone(touchpoint), comments })
            }
            Ok(_) | Err(_) => Err(comments),
        }
    }
}

/// Returns the text of a touchpoint without characters that are unsafe on a terminal, and with this id.
fn clean_touchpoint(written: &str, id: TouchpointId) -> String {
    let mut text = String::with_capacity(written.len());
    let (mut copied, mut depth) = (0, 0);
    // Where the text after the first bracket begins.
    let mut body = None;
    // True after the name of the field `id`.
    let mut is_id = false;
    let mut has_id = false;
    for token in RonLexer::new(written) {
        text.push_str(&many_lines(&written[copied..token.start]));
        copied = token.end;
        let piece = &written[token.span()];
        depth = token.kind.depth_after(depth);
        if token.kind.is_comment() {
            text.push_str(&clean_comment(piece));
        } else if token.kind.is_text() && is_id {
            text.push_str(&format!("\"{id}\""));
            (is_id, has_id) = (false, true);
        } else {
            if token.kind == TokenKind::Word {
                is_id = depth == 1 && piece.trim_start_matches("r#") == "id";
            }
            text.push_str(&many_lines(piece));
            if body.is_none() && depth == 1 {
                body = Some(text.len());
            }
        }
    }
    if !has_id {
        let body = body.unwrap_or_default();
        let blank = if text[body..].starts_with(char::is_whitespace) { "" } else { " " };
        text.insert_str(body, &format!("id: \"{id}\",{blank}"));
    }
    text
}
