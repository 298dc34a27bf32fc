//! Writing comments: each at its line of the text.

use std::collections::BTreeMap;

use super::file_lines::{CommentAnchor, file_lines};
use super::{CommentText, LineComments};
use crate::map::JourneyMap;

/// The plain text of a map with these comments, which are settled in it.
pub(super) fn insert_comments(
    text: &str,
    map: &JourneyMap,
    mut comments: BTreeMap<CommentAnchor, LineComments>,
) -> String {
    let mut lines = text.lines();
    let mut woven = String::with_capacity(text.len() + text.len() / 4);
    // Whether a list without items is written on more than one line.
    let mut opened = false;
    for stand in file_lines(map).filter(|stand| stand.written) {
        let around = comments.remove(&stand.anchor).unwrap_or_default();
        write_above(&mut woven, &stand.anchor, &around.above);
        match &stand.anchor {
            CommentAnchor::Field(name) if stand.empty => {
                let inside = comments.get(&CommentAnchor::ListEnd(name)).is_some_and(|around| !around.above.is_empty());
                let line = lines.next().unwrap_or_default();
                opened = inside || !around.behind.is_empty();
                if !opened {
                    woven.push_str(line);
                    continue;
                }
                woven.push_str(line.strip_suffix("],").unwrap_or(line));
            }
            CommentAnchor::ListEnd(_) if stand.empty => woven.push_str(if opened { "    ]," } else { "" }),
            CommentAnchor::End => continue,
            CommentAnchor::Attribute
            | CommentAnchor::Opening
            | CommentAnchor::Field(_)
            | CommentAnchor::Objective(_)
            | CommentAnchor::Touchpoint(_)
            | CommentAnchor::ListEnd(_)
            | CommentAnchor::Closing => {
                let line = lines.next().unwrap_or_default();
                match &around.inside {
                    Some(inside) => woven.extend([indent(&stand.anchor), &inside.text, ","]),
                    None => woven.push_str(line),
                }
            }
        }
        woven.extend(around.behind.iter().flat_map(|remark| [" ", remark]));
        woven.push('\n');
    }
    woven
}

fn write_above(woven: &mut String, anchor: &CommentAnchor, above: &[CommentText]) {
    for remark in above {
        if !remark.is_empty() {
            woven.extend([indent(anchor), remark]);
        }
        woven.push('\n');
    }
}

fn indent(anchor: &CommentAnchor) -> &'static str {
    match anchor {
        CommentAnchor::Attribute | CommentAnchor::Opening | CommentAnchor::End => "",
        CommentAnchor::Field(_) | CommentAnchor::Closing => "    ",
        CommentAnchor::Objective(_) | CommentAnchor::Touchpoint(_) | CommentAnchor::ListEnd(_) => "        ",
    }
}
