//! Reads plain lists: one line an item, in groups that are parted by blank lines or headings.

use super::inline::plain_text;
use super::markdown::{front_matter, heading_text, is_underline, unquoted};
use crate::exchange::import::bullet::after_bullet;
use crate::exchange::import::grid::{Cells, Grid, GridRow};
use crate::exchange::mermaid::code_block::Fence;

/// Which lines of a text are items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// All lines that are not blank.
    Lines,
    /// Those with a bullet or a number, in a page with other text.
    Page,
}

/// A line that is neither blank nor a mark of its own.
struct ListItem {
    text: String,
    line: usize,
    /// True if it begins a group: a heading, or a line that ends with a colon.
    opens_group: bool,
}

/// Reads a list as a table of one column. A row without cells parts groups, and the first row of a group may be its heading.
pub(crate) fn read(text: &str, kind: ListKind) -> Grid {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut after_blank = false;
    let items = items(text, kind);
    // The title of a page alone is no list.
    if kind == ListKind::Page
        && items.iter().flatten().all(|item| item.opens_group)
        && items.iter().flatten().count() < 2
    {
        return Grid::default();
    }
    for item in items {
        let Some(item) = item else {
            after_blank = true;
            continue;
        };
        if (after_blank || item.opens_group) && !rows.is_empty() {
            rows.push(GridRow { line: item.line.saturating_sub(1).max(1), cells: Cells::default() });
        }
        after_blank = false;
        rows.push(GridRow { line: item.line, cells: Cells::from_iter([item.text]) });
    }
    Grid { name: None, rows }
}

/// Returns the items of a text, and none for what parts groups.
fn items(text: &str, kind: ListKind) -> Vec<Option<ListItem>> {
    let mut items: Vec<Option<ListItem>> = Vec::new();
    let mut in_code: Option<Fence> = None;
    let lines: Vec<&str> = text.lines().map(unquoted).collect();
    for (nth, raw) in lines.iter().enumerate().skip(front_matter(text)) {
        if let Some((fence, info)) = Fence::of(raw).filter(|(fence, _)| kind == ListKind::Page && fence.is_code()) {
            in_code = match in_code {
                Some(open) if info.is_empty() && fence.closes(open) => None,
                open => open.or(Some(fence)),
            };
            continue;
        }
        let line = raw.trim();
        if in_code.is_some() {
            continue;
        }
        if line.is_empty() {
            items.push(None);
            continue;
        }
        let is_ruled = lines.get(nth + 1).is_some_and(|next| is_underline(next) && kind == ListKind::Page);
        let heading =
            heading_text(line).or_else(|| (is_ruled && after_bullet(line).is_none()).then(|| plain_text(line)));
        let (text, opens_group) = match (heading, after_bullet(line)) {
            (Some(heading), _) => (heading, true),
            (None, Some(item)) => (plain_text(item), false),
            (None, None) if is_underline(line) => continue,
            (None, None) if kind == ListKind::Page => match items.last_mut() {
                // An item that goes on in the next line of the page.
                Some(Some(last)) if raw.starts_with([' ', '\t']) && !last.opens_group => {
                    last.text = format!("{} {}", last.text, plain_text(line));
                    continue;
                }
                Some(_) | None if line.ends_with(':') => (plain_text(line), true),
                Some(_) | None => continue,
            },
            (None, None) => (line.to_owned(), line.ends_with(':') || stands_above_bullets(&lines, nth)),
        };
        if !text.trim_end_matches(':').is_empty() {
            // The colon tells the names of groups from their items.
            let text = if opens_group && !text.ends_with(':') { text + ":" } else { text };
            items.push(Some(ListItem { text, line: nth + 1, opens_group }));
        }
    }
    items
}

/// Returns true if a line without a bullet is the first of its group, and the line below has one.
fn stands_above_bullets(lines: &[&str], nth: usize) -> bool {
    let has_bullet = |line: &&str| after_bullet(line.trim()).is_some();
    let is_first = nth == 0 || lines.get(nth - 1).is_some_and(|above| above.trim().is_empty() || has_bullet(above));
    is_first && lines.get(nth + 1).is_some_and(has_bullet)
}
