//! The Mermaid diagrams in a page of Markdown, AsciiDoc or HTML, also inside block quotes.

use std::borrow::Cow;

use super::characters::is_space;
use crate::exchange::html_entity::decode_entities;

const QUOTE: char = '"';
const APOSTROPHE: char = '\'';
/// The elements of HTML that hold diagrams.
const ELEMENTS: [&str; 4] = ["pre", "div", "code", MERMAID];
/// The element of wikis that holds nothing but a diagram.
const MERMAID: &str = "mermaid";
/// The line of wikis that opens and closes a diagram.
const WIKI_MARK: &str = "{mermaid}";

/// A diagram, with the number of its first line in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DiagramBlock<'a> {
    pub text: Cow<'a, str>,
    pub line: usize,
    /// The heading above it.
    pub heading: Option<&'a str>,
}

/// How a block ends.
#[derive(Clone, Copy)]
enum BlockEnd<'a> {
    /// With a fence like the one that opened it.
    Fence(Fence),
    /// With the same line that opened it, as in AsciiDoc.
    SameLine(&'a str),
    /// With a blank line.
    BlankLine,
    /// With the closing tag of this element.
    Tag(&'static str),
    /// With the closing shortcode of a page generator, as `{{< /mermaid >}}`.
    Shortcode,
    /// With the first line that is indented no deeper than this, as in reStructuredText.
    Outdent(usize),
}

/// A block whose end is not found yet.
struct OpenBlock<'a> {
    end: BlockEnd<'a>,
    is_mermaid: bool,
    /// How many block quotes it is in.
    quotes: usize,
    lines: Vec<&'a str>,
    /// The number of its first line.
    line: usize,
}

impl<'a> OpenBlock<'a> {
    fn new(end: BlockEnd<'a>, is_mermaid: bool, quotes: usize, line: usize) -> OpenBlock<'a> {
        OpenBlock { end, is_mermaid, quotes, lines: Vec::new(), line }
    }

    /// Returns the part of a line that still belongs to the block if the block ends in that line.
    fn end_in(&self, line: &'a str) -> Option<&'a str> {
        match self.end {
            BlockEnd::Fence(opening) => {
                let (fence, info) = Fence::of(line)?;
                (info.is_empty() && fence.closes(opening)).then_some("")
            }
            BlockEnd::SameLine(opening) => (line.trim() == opening).then_some(""),
            BlockEnd::BlankLine => line.trim().is_empty().then_some(""),
            BlockEnd::Tag(element) => closing_tag(line, element).map(|at| &line[..at]),
            BlockEnd::Shortcode => closes_shortcode(line).then_some(""),
            // The line is no part of the block, and is looked at again.
            BlockEnd::Outdent(_) => None,
        }
    }
}

/// Returns the Mermaid blocks of a page, in order.
pub(crate) fn diagram_blocks(page: &str) -> Vec<DiagramBlock<'_>> {
    let mut finder = BlockFinder::default();
    for (nth, line) in page.split_inclusive('\n').enumerate() {
        finder.add_line(nth + 1, line);
    }
    finder.close();
    finder.blocks
}

#[derive(Default)]
struct BlockFinder<'a> {
    blocks: Vec<DiagramBlock<'a>>,
    open: Option<OpenBlock<'a>>,
    heading: Option<&'a str>,
    /// True below a line of AsciiDoc like `[mermaid]`.
    is_announced: bool,
}

impl<'a> BlockFinder<'a> {
    fn add_line(&mut self, number: usize, line: &'a str) {
        if let Some(block) = &mut self.open {
            if let BlockEnd::Outdent(depth) = block.end {
                if !line.trim().is_empty() && indent(line) <= depth {
                    self.close();
                    return self.open_in(number, line);
                }
                // Blank lines and options, as `:caption: Shop`, stand above the diagram.
                if block.lines.is_empty() && (line.trim().is_empty() || line.trim().starts_with(':')) {
                    block.line = number + 1;
                    return;
                }
            }
            let inner = without_quotes(line, block.quotes);
            match inner.and_then(|inner| block.end_in(inner)) {
                Some(rest) => {
                    block.lines.extend(Some(rest).filter(|rest| !rest.is_empty()));
                    self.close();
                }
                None => match inner {
                    Some(inner) => block.lines.push(inner),
                    // The block quote ends before the block.
                    None => {
                        self.close();
                        self.open_in(number, line);
                    }
                },
            }
        } else {
            self.open_in(number, line);
        }
    }

    /// Looks for the beginning of a block in a line.
    fn open_in(&mut self, number: usize, line: &'a str) {
        let quotes = quote_depth(line);
        let inner = without_quotes(line, quotes).unwrap_or(line);
        let text = inner.trim();
        let is_announced = std::mem::take(&mut self.is_announced);
        if is_announced {
            if text.is_empty() || text.starts_with('.') && !is_delimiter(text) {
                // The title of the block.
                self.is_announced = !text.is_empty();
            } else if is_delimiter(text) {
                self.open = Some(OpenBlock::new(BlockEnd::SameLine(text), true, quotes, number + 1));
            } else {
                let mut block = OpenBlock::new(BlockEnd::BlankLine, true, quotes, number);
                block.lines.push(inner);
                self.open = Some(block);
            }
        } else if let Some((fence, info)) = Fence::of(inner) {
            // Backticks in the info string make it inline code.
            if fence.mark != '`' || !info.contains('`') {
                self.open = Some(OpenBlock::new(BlockEnd::Fence(fence), is_mermaid(info), quotes, number + 1));
            }
        } else if announces_mermaid(text) {
            self.is_announced = true;
        } else if opens_directive(text) {
            self.open = Some(OpenBlock::new(BlockEnd::Outdent(indent(line)), true, 0, number + 1));
        } else if opens_shortcode(text) {
            self.open = Some(OpenBlock::new(BlockEnd::Shortcode, true, quotes, number + 1));
        } else if text == WIKI_MARK {
            self.open = Some(OpenBlock::new(BlockEnd::SameLine(text), true, quotes, number + 1));
        } else if let Some((element, begin)) = opening_tag(inner) {
            let rest = &inner[begin..];
            let starts_below = rest.trim().is_empty();
            let block = OpenBlock::new(BlockEnd::Tag(element), true, quotes, number + usize::from(starts_below));
            self.open = Some(block);
            if !starts_below {
                self.add_line(number, rest);
            }
        } else if text.starts_with(['#', '=']) {
            let heading = text.trim_matches(['#', '=']).trim();
            self.heading = Some(heading).filter(|heading| !heading.is_empty()).or(self.heading);
        }
    }

    /// Ends the open block, also if the page ends before it.
    fn close(&mut self) {
        let Some(block) = self.open.take().filter(|block| block.is_mermaid) else { return };
        let text = block.lines.concat();
        let text = match block.end {
            BlockEnd::Tag(_) => decode_entities(&text).into_owned(),
            BlockEnd::Fence(_) | BlockEnd::SameLine(_) | BlockEnd::BlankLine => text,
            BlockEnd::Shortcode | BlockEnd::Outdent(_) => text,
        };
        self.blocks.push(DiagramBlock { text: Cow::Owned(text), line: block.line, heading: self.heading });
    }
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

    /// Returns true for fences of code, and not of notes and the like (`:::`).
    pub(crate) fn is_code(self) -> bool {
        self.mark != ':'
    }

    /// Returns true if a code block with that opening fence ends here.
    pub(crate) fn closes(self, opening: Fence) -> bool {
        self.mark == opening.mark && self.length >= opening.length
    }
}

/// Returns how many block quotes a line is in.
fn quote_depth(line: &str) -> usize {
    let mut depth = 0;
    let mut rest = line;
    while let Some(inner) = rest.trim_start_matches([' ', '\t']).strip_prefix('>') {
        depth += 1;
        rest = inner;
    }
    depth
}

/// Removes the marks of that many block quotes; none if the line is in fewer.
fn without_quotes(line: &str, depth: usize) -> Option<&str> {
    let mut rest = line;
    for _ in 0..depth {
        let inner = rest.trim_start_matches([' ', '\t']).strip_prefix('>')?;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    Some(rest)
}

/// Returns true if an info string marks a Mermaid diagram: `mermaid`, `{mermaid}` or `{.mermaid}`.
fn is_mermaid(info: &str) -> bool {
    let word = info.trim_start_matches(['{', '.', ' ']);
    let length = word.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(word.len());
    word[..length].eq_ignore_ascii_case("mermaid")
}

/// Returns true for a line of AsciiDoc above a diagram: `[mermaid]`, `[mermaid,file,svg]` or `[source,mermaid]`.
fn announces_mermaid(line: &str) -> bool {
    let Some(list) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) else { return false };
    let mut words = list.split(',').map(|word| word.trim().trim_matches('"'));
    let first = words.next().unwrap_or_default();
    is_mermaid(first) || first.eq_ignore_ascii_case("source") && words.next().is_some_and(is_mermaid)
}

/// Returns true for a directive of reStructuredText or of MyST: `.. mermaid::`.
fn opens_directive(line: &str) -> bool {
    line.strip_prefix("..")
        .and_then(|line| line.trim_start().split_once("::"))
        .is_some_and(|(name, _)| is_mermaid(name))
}

/// Returns what stands in a shortcode of a page generator: `{{< mermaid >}}`, `{{% mermaid %}}` or `{% mermaid %}`.
fn shortcode(line: &str) -> Option<&str> {
    ["{{<", "{{%", "{%"].into_iter().find_map(|mark| line.trim().strip_prefix(mark)).map(str::trim_start)
}

fn opens_shortcode(line: &str) -> bool {
    shortcode(line).is_some_and(is_mermaid)
}

fn closes_shortcode(line: &str) -> bool {
    let closing = shortcode(line).and_then(|text| text.strip_prefix('/').or_else(|| text.strip_prefix("end")));
    closing.is_some_and(|name| is_mermaid(name.trim_start()))
}

/// Returns how deep a line is indented.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Returns true for a line that opens and closes a block of AsciiDoc.
fn is_delimiter(line: &str) -> bool {
    let is_run = |mark: char| line.len() >= 4 && line.chars().all(|c| c == mark);
    line == "--" || ['.', '-', '=', '+', '/'].into_iter().any(is_run)
}

/// Returns the element of HTML that holds a diagram and opens in a line, and the place after its tag.
fn opening_tag(line: &str) -> Option<(&'static str, usize)> {
    let mut from = 0;
    while let Some(at) = line[from..].find('<').map(|at| from + at) {
        let end = at + line[at..].find('>')?;
        let tag = &line[at + 1..end];
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let element = ELEMENTS.into_iter().find(|element| name.eq_ignore_ascii_case(element));
        if let Some(element) = element.filter(|element| *element == MERMAID || has_mermaid_class(tag)) {
            return Some((element, end + 1));
        }
        from = end + 1;
    }
    None
}

/// Returns true if a tag has the class `mermaid` or `language-mermaid`.
fn has_mermaid_class(tag: &str) -> bool {
    let Some((_, classes)) = tag.split_once("class") else { return false };
    let classes = classes.trim_start().strip_prefix('=').unwrap_or_default().trim_start();
    let end = match classes.chars().next() {
        Some(quote @ (QUOTE | APOSTROPHE)) => classes[1..].find(quote).map(|end| &classes[1..=end]),
        Some(_) => classes.split_whitespace().next(),
        None => None,
    };
    let is_mermaid = |class: &str| class == "mermaid" || class == "language-mermaid";
    end.is_some_and(|classes| classes.split_whitespace().any(is_mermaid))
}

/// Returns the place of an element's closing tag in a line.
fn closing_tag(line: &str, element: &str) -> Option<usize> {
    line.match_indices("</").map(|(at, _)| at).find(|at| {
        let name = line[at + 2..].get(..element.len());
        name.is_some_and(|name| name.eq_ignore_ascii_case(element))
    })
}
