//! Inserts comments into the text of a map.

use std::collections::BTreeMap;

use super::comment_text::CommentText;
use super::file_lines::{CommentAnchor, file_lines};
use super::line_comments::LineComments;
use crate::map::JourneyMap;

/// Inserts the result of [`Comments::for_map`](super::Comments::for_map) into the map's plain text.
pub(super) fn insert_comments(
    text: &str,
    map: &JourneyMap,
    mut comments: BTreeMap<CommentAnchor, LineComments>,
) -> String {
    let mut plain_lines = text.lines();
    let mut result = String::with_capacity(text.len() + text.len() / 4);
    // True if the current list has no items but comments, and so takes more than one line.
    let mut is_list_open = false;
    for line in file_lines(map).filter(|line| line.is_written) {
        let line_comments = comments.remove(&line.anchor).unwrap_or_default();
        push_above(&mut result, &line.anchor, &line_comments.above);
        if line.anchor == CommentAnchor::End {
            continue;
        }
        if let (CommentAnchor::Field(name), true) = (&line.anchor, line.is_empty_list) {
            let in_list = comments.get(&CommentAnchor::ListEnd(name)).is_some_and(|end| !end.above.is_empty());
            let plain = plain_lines.next().unwrap_or_default();
            is_list_open = in_list || !line_comments.trailing.is_empty();
            if !is_list_open {
                // The line break comes with the end of the list.
                result.push_str(plain);
                continue;
            }
            result.push_str(plain.strip_suffix("],").unwrap_or(plain));
        } else if line.is_empty_list {
            result.push_str(if is_list_open { "    ]," } else { "" });
        } else {
            let plain = plain_lines.next().unwrap_or_default();
            match &line_comments.inside {
                Some(inside) => result.extend([indent(&line.anchor), &inside.text, ","]),
                None => result.push_str(plain),
            }
        }
        result.extend(line_comments.trailing.iter().flat_map(|comment| [" ", comment]));
        result.push('\n');
    }
    result
}

fn push_above(result: &mut String, anchor: &CommentAnchor, above: &[CommentText]) {
    for comment in above {
        if !comment.is_empty() {
            result.extend([indent(anchor), comment]);
        }
        result.push('\n');
    }
}

/// Returns the indentation of comments above a line.
fn indent(anchor: &CommentAnchor) -> &'static str {
    match anchor {
        CommentAnchor::Attribute | CommentAnchor::Opening | CommentAnchor::End => "",
        CommentAnchor::Field(_) | CommentAnchor::Closing => "    ",
        CommentAnchor::Objective(_) | CommentAnchor::Touchpoint(_) | CommentAnchor::ListEnd(_) => "        ",
    }
}
