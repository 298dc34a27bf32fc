//! The Mermaid diagrams in a page of Markdown: fenced code blocks marked `mermaid`.

use super::characters::is_space;

/// A diagram, with the number of its first line in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DiagramBlock<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// A code block whose closing fence is not found yet.
#[derive(Clone, Copy)]
struct OpenBlock {
    fence: Fence,
    is_mermaid: bool,
    /// Where its contents begin.
    start: usize,
    /// The number of their first line.
    line: usize,
}

/// Returns the Mermaid blocks of a page, in order.
pub(crate) fn diagram_blocks(page: &str) -> Vec<DiagramBlock<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<OpenBlock> = None;
    let mut begin = 0;
    for (nth, line) in page.split_inclusive('\n').enumerate() {
        let end = begin + line.len();
        if let Some((fence, info)) = Fence::of(line) {
            // Backticks in the info string make it inline code.
            let can_open = fence.mark != '`' || !info.contains('`');
            match open {
                None if can_open => {
                    open = Some(OpenBlock { fence, is_mermaid: is_mermaid(info), start: end, line: nth + 2 });
                }
                Some(block) if info.is_empty() && fence.closes(block.fence) => {
                    if block.is_mermaid {
                        blocks.push(DiagramBlock { text: &page[block.start..begin], line: block.line });
                    }
                    open = None;
                }
                None | Some(_) => {}
            }
        }
        begin = end;
    }
    if let Some(block) = open.filter(|block| block.is_mermaid) {
        blocks.push(DiagramBlock { text: &page[block.start..], line: block.line });
    }
    blocks
}

/// Three or more equal marks at the beginning of a line.
#[derive(Clone, Copy)]
pub(crate) struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    /// Returns the fence of a line, with the info string after it.
    pub(crate) fn of(line: &str) -> Option<(Fence, &str)> {
        let line = line.trim_matches(is_space);
        let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~' | ':'))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        (length >= 3).then(|| (Fence { mark, length }, info.trim()))
    }

    /// Returns true if a code block with that opening fence ends here.
    pub(crate) fn closes(self, opening: Fence) -> bool {
        self.mark == opening.mark && self.length >= opening.length
    }
}

/// Returns true if an info string marks a Mermaid diagram: `mermaid`, `{mermaid}` or `{.mermaid}`.
fn is_mermaid(info: &str) -> bool {
    let word = info.trim_start_matches(['{', '.', ' ']);
    let length = word.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(word.len());
    word[..length].eq_ignore_ascii_case("mermaid")
}
