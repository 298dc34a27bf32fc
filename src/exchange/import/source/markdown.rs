//! The tables in a page of Markdown, each with the heading above it.

use super::inline::plain_text;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::mermaid::code_block::Fence;

/// Returns the tables of a page, in order. Block quotes are read, code blocks are not.
pub(crate) fn tables(page: &str) -> Vec<Grid> {
    let mut tables: Vec<Grid> = Vec::new();
    let mut heading: Option<String> = None;
    let mut fence: Option<Fence> = None;
    let mut lines = page.lines().map(unquoted).enumerate().skip(front_matter(page)).peekable();
    let mut last = "";
    while let Some((nth, line)) = lines.next() {
        if let Some((found, info)) = Fence::of(line).filter(|(fence, _)| fence.is_code()) {
            match fence {
                None => fence = Some(found),
                Some(open) if info.is_empty() && found.closes(open) => fence = None,
                Some(_) => {}
            }
        } else if fence.is_some() {
            continue;
        } else if let Some(text) = heading_text(line) {
            heading = Some(text);
        } else if is_underline(line) && !last.trim().is_empty() && !last.contains('|') {
            heading = Some(plain_text(last.trim()));
        } else if is_row(line) && lines.peek().is_some_and(|(_, next)| continues(line, next)) {
            let mut rows = vec![row(nth, line)];
            while let Some((nth, line)) = lines.next_if(|(_, line)| line.contains('|')) {
                if !is_delimiter(line) {
                    rows.push(row(nth, line));
                }
            }
            tables.push(Grid { name: heading.clone(), rows, is_list: false });
        }
        last = line;
    }
    tables
}

/// Returns true if the text has a table with a line of dashes below its headings.
pub(crate) fn has_table(text: &str) -> bool {
    let mut lines = text.lines().map(unquoted).peekable();
    while let Some(line) = lines.next() {
        if is_row(line) && lines.peek().is_some_and(|next| is_delimiter(next)) {
            return true;
        }
    }
    false
}

/// Returns the number of lines of the front matter, between two `---` at the beginning of a page.
pub(crate) fn front_matter(page: &str) -> usize {
    let mut lines = page.lines();
    if lines.next().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    lines.position(|line| line.trim_end() == "---").map_or(0, |end| end + 2)
}

/// Removes the marks of block quotes in front of a line.
pub(crate) fn unquoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start_matches([' ', '\t']).strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// Returns the text of a heading with `#`.
pub(crate) fn heading_text(line: &str) -> Option<String> {
    let line = line.trim();
    let text = line.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(line.len() - text.len())) && text.starts_with([' ', '\t']);
    is_heading.then(|| plain_text(text.trim().trim_end_matches('#').trim_end()))
}

/// Returns true for the line below a heading that has no `#`.
pub(crate) fn is_underline(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 2 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

fn is_row(line: &str) -> bool {
    line.contains('|') && !is_delimiter(line)
}

/// Returns true if a table begins with a row: the next line has the dashes, or both have a `|` at either end.
fn continues(line: &str, next: &str) -> bool {
    let is_framed = |line: &str| line.trim().len() > 1 && line.trim().starts_with('|') && line.trim().ends_with('|');
    is_delimiter(next) || is_framed(line) && is_framed(next)
}

/// Returns true for the line between headings and rows, like `| --- | :-: |`.
pub(crate) fn is_delimiter(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | ' ' | '\t'))
}

/// Splits a row into cells; `\|` is a character of its cell.
pub(crate) fn row(nth: usize, line: &str) -> GridRow {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let (mut begin, mut is_escaped) = (0, false);
    for (at, c) in line.char_indices() {
        if c == '|' && !is_escaped {
            cells.push(plain_text(line[begin..at].trim()));
            begin = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    if !line[begin..].trim().is_empty() {
        cells.push(plain_text(line[begin..].trim()));
    }
    GridRow { line: nth + 1, cells: cells.into_iter().collect() }
}
