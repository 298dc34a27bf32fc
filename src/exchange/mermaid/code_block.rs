//! The diagrams in a page of Markdown: blocks between fences that say so.

use super::clean::is_space;

/// A diagram in a text, with the number of its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// The blocks of Mermaid in a page, in order.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    // The open fence, whether it holds a diagram, and where what it holds begins.
    let mut open: Option<(Fence, bool, usize, usize)> = None;
    let mut begin = 0;
    for (nth, line) in page.split_inclusive('\n').enumerate() {
        let end = begin + line.len();
        let fence = Fence::of(line);
        match (open, fence) {
            (None, Some((fence, info))) if !(fence.mark == '`' && info.contains('`')) => {
                open = Some((fence, is_mermaid(info), end, nth + 2));
            }
            (Some((opening, mermaid, from, first)), Some((fence, info)))
                if info.is_empty() && fence.mark == opening.mark && fence.length >= opening.length =>
            {
                if mermaid {
                    blocks.push(Block { text: &page[from..begin], line: first });
                }
                open = None;
            }
            (None | Some(_), None | Some(_)) => {}
        }
        begin = end;
    }
    if let Some((_, true, from, first)) = open {
        blocks.push(Block { text: &page[from..], line: first });
    }
    blocks
}

/// Three or more marks at the beginning of a line.
#[derive(Clone, Copy)]
struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    /// The fence that a line is, and what stands behind it.
    fn of(line: &str) -> Option<(Fence, &str)> {
        let line = line.trim_matches(is_space);
        let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~' | ':'))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        (length >= 3).then(|| (Fence { mark, length }, info.trim()))
    }
}

/// Whether what stands behind a fence says that it holds a diagram: `mermaid`, `{mermaid}`, `{.mermaid}`.
fn is_mermaid(info: &str) -> bool {
    let word = info.trim_start_matches(['{', '.', ' ']);
    let length = word.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(word.len());
    word[..length].eq_ignore_ascii_case("mermaid")
}
