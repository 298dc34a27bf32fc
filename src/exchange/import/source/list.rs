//! Reads plain lists: one line an item, in groups that are parted by blank lines or headings.

use super::chat;
use super::inline::{is_emphasised, plain_text};
use super::markdown::{front_matter, heading_text, is_underline, unquoted};
use super::outline;
use super::{list_attributes, list_levels};
use crate::exchange::import::Remark;
use crate::exchange::import::bullet::after_bullet;
use crate::exchange::import::grid::{Cells, Grid, GridRow};
use crate::exchange::import::quote::quoted;
use crate::exchange::import::stage::is_phase_word;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::mermaid::code_block::Fence;
use crate::lang::Lang;
use crate::map::Phase;
use crate::map::entry::Entry;

/// Which lines of a text are items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// All lines that are not blank.
    Lines,
    /// Those with a bullet or a number, in a page with other text.
    Page,
}

/// The most words of a paragraph that names the list below it.
const MAX_TITLE_WORDS: usize = 4;
/// The most words of a line that is an item, in a page without bullets.
const MAX_WORDS: usize = 12;

/// A line that is neither blank nor a mark of its own.
pub(super) struct ListItem {
    pub text: String,
    line: usize,
    pub indent: usize,
    pub has_bullet: bool,
    /// True if it is a heading of the page.
    pub is_heading: bool,
    /// True if it begins a group: a heading, or a line that ends with a colon.
    pub opens_group: bool,
    /// What items below it say about it, as `channel: web`.
    pub attributes: Vec<String>,
}

/// Reads a list like [`read`], and removes times and names in front of the messages of a chat, with a remark.
pub(crate) fn read_messages(text: &str, kind: ListKind, lang: &Lang, remarks: &mut Vec<Remark>) -> Grid {
    let messages: Vec<(usize, &str)> =
        text.lines().enumerate().filter_map(|(nth, line)| Some((nth, chat::message(line)?))).collect();
    let mut lines: Vec<&str> = text.lines().collect();
    if let Some((first, _)) = messages.first().filter(|_| messages.len() > 1) {
        remarks.push(Remark::at(first + 1, lang.source_chat(messages.len())));
        messages.iter().for_each(|(nth, message)| lines[*nth] = message);
    }
    let ListItems { mut items, left_out } = items_of(&lines.join("\n"), kind);
    if let Some((line, first)) = left_out.first() {
        remarks.push(Remark::at(*line, lang.source_lines_left_out(left_out.len(), &quoted(first))));
    }
    list_attributes::fold(&mut items, &Vocabulary::new(lang));
    grid(items, kind)
}

/// Reads a list as a table of one column. A row without cells parts groups, and the first row of a group may be its heading.
pub(crate) fn read(text: &str, kind: ListKind) -> Grid {
    grid(items_of(text, kind).items, kind)
}

/// Returns the remark that the items of lists on a page are not read; none if there are none.
pub(super) fn unread_items(page: &str, lang: &Lang) -> Option<Remark> {
    let ListItems { items, .. } = items_of(page, ListKind::Page);
    let mut unread = items.iter().flatten().filter(|item| item.has_bullet);
    let first = unread.next()?;
    Some(Remark::at(first.line, lang.source_items_beside_table(1 + unread.count(), &quoted(&first.text))))
}

/// The items of a text, and none for what parts groups; and the lines that are no items, with their numbers.
struct ListItems {
    items: Vec<Option<ListItem>>,
    left_out: Vec<(usize, String)>,
}

/// Returns the items of a text, also of an outline.
fn items_of(text: &str, kind: ListKind) -> ListItems {
    let outline = outline::with_bullets(text);
    items(outline.as_deref().unwrap_or(text), kind)
}

/// Makes a table of items.
fn grid(mut items: Vec<Option<ListItem>>, kind: ListKind) -> Grid {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut after_blank = false;
    // The title of a page alone is no list.
    if kind == ListKind::Page
        && items.iter().flatten().all(|item| item.opens_group)
        && items.iter().flatten().count() < 2
    {
        return Grid::default();
    }
    list_levels::find_titles(&mut items);
    for item in items {
        let Some(item) = item else {
            after_blank = true;
            continue;
        };
        if (after_blank || item.opens_group) && !rows.is_empty() {
            rows.push(GridRow { line: item.line.saturating_sub(1).max(1), cells: Cells::default() });
        }
        after_blank = false;
        // The colon tells the names of groups from their items.
        let is_bare = item.opens_group && !item.text.ends_with(':');
        let text = if is_bare { item.text + ":" } else { item.text };
        let cells = std::iter::once(text).chain(item.attributes).collect();
        rows.push(GridRow { line: item.line, cells });
    }
    Grid { name: None, rows, is_list: true }
}

fn items(text: &str, kind: ListKind) -> ListItems {
    let mut left_out = Vec::new();
    let mut leave_out = |nth: usize, line: &str| {
        if line.contains(char::is_alphanumeric) {
            left_out.push((nth + 1, line.to_owned()));
        }
    };
    let mut items: Vec<Option<ListItem>> = Vec::new();
    let mut in_code: Option<Fence> = None;
    let lines: Vec<&str> = text.lines().map(unquoted).collect();
    let marks_some_items = has_marked_items(&lines);
    let takes_paragraphs = kind == ListKind::Page && is_list_without_bullets(&lines);
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
            leave_out(nth, line);
            continue;
        }
        if line.is_empty() {
            items.push(None);
            continue;
        }
        let is_ruled = lines.get(nth + 1).is_some_and(|next| is_underline(next) && kind == ListKind::Page);
        let heading =
            heading_text(line).or_else(|| (is_ruled && after_bullet(line).is_none()).then(|| plain_text(line)));
        let is_heading = heading.is_some();
        let bullet = after_bullet(line);
        let (text, opens_group) = match (heading, bullet) {
            (Some(heading), _) => (heading, true),
            (None, Some(item)) => (plain_text(item), marks_some_items && is_emphasised(item)),
            (None, None) if is_underline(line) => continue,
            (None, None) if is_emphasised(line) => (plain_text(line.trim_end_matches(':').trim_end()), true),
            (None, None) if kind == ListKind::Page && !takes_paragraphs => match items.last_mut() {
                // An item that goes on in the next line of the page.
                Some(Some(last)) if raw.starts_with([' ', '\t']) && !last.opens_group => {
                    last.text = format!("{} {}", last.text, plain_text(line));
                    continue;
                }
                Some(_) | None if line.ends_with(':') || names_list(&lines, nth) || names_phase(&lines, nth) => {
                    (plain_text(line), true)
                }
                Some(_) | None => {
                    leave_out(nth, line);
                    continue;
                }
            },
            (None, None) => (plain_line(line, kind), line.ends_with(':') || stands_above_bullets(&lines, nth)),
        };
        if !text.trim_end_matches(':').is_empty() {
            let (indent, has_bullet) = (list_levels::indent(raw), bullet.is_some());
            items.push(Some(ListItem {
                text,
                line: nth + 1,
                indent,
                has_bullet,
                is_heading,
                opens_group,
                attributes: Vec::new(),
            }));
        }
    }
    ListItems { items, left_out }
}

fn plain_line(line: &str, kind: ListKind) -> String {
    match kind {
        ListKind::Lines => line.to_owned(),
        ListKind::Page => plain_text(line),
    }
}

/// Returns true if a page has no bullets, but several lines that are too short for prose.
fn is_list_without_bullets(lines: &[&str]) -> bool {
    let lines = || lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let is_short = |line: &str| line.split_whitespace().count() <= MAX_WORDS && !line.ends_with('.');
    let is_item = |line: &&str| heading_text(line).is_none() && !is_emphasised(line) && !is_underline(line);
    !lines().any(|line| after_bullet(line).is_some()) && lines().all(is_short) && lines().filter(is_item).count() > 1
}

/// Returns true if the emphasised items are names of groups: the first item is one, and the item after each of them is not.
fn has_marked_items(lines: &[&str]) -> bool {
    let items: Vec<&str> = lines.iter().filter_map(|line| after_bullet(line.trim())).collect();
    let is_name = |(nth, item): (usize, &&str)| {
        is_emphasised(item) && items.get(nth + 1).is_some_and(|next| !is_emphasised(next))
    };
    let names = items.iter().enumerate().filter(|each| is_name(*each)).count();
    names > 0 && names == items.iter().filter(|item| is_emphasised(item)).count() && is_emphasised(items[0])
}

/// Returns true if a paragraph of a page without headings is the name of the list below it.
fn names_list(lines: &[&str], nth: usize) -> bool {
    let is_name = |line: &str| line.split_whitespace().count() <= MAX_TITLE_WORDS && !line.ends_with(['.', '!', '?']);
    let is_below_blank = nth == 0 || lines.get(nth - 1).is_some_and(|above| above.trim().is_empty());
    let has_headings = || lines.iter().any(|line| heading_text(line).is_some());
    is_name(lines[nth].trim()) && is_below_blank && stands_above_bullets(lines, nth) && !has_headings()
}

/// Returns true if a line is nothing but a word for a phase, above items.
fn names_phase(lines: &[&str], nth: usize) -> bool {
    Phase::ALL.into_iter().any(|phase| is_phase_word(lines[nth], phase)) && stands_above_bullets(lines, nth)
}

/// Returns true if a line without a bullet is the first of its group, and the next line that is not blank has one. A line
/// with marks of quick entry is a touchpoint.
fn stands_above_bullets(lines: &[&str], nth: usize) -> bool {
    let has_bullet = |line: &&str| after_bullet(line.trim()).is_some();
    let is_first = nth == 0 || lines.get(nth - 1).is_some_and(|above| above.trim().is_empty() || has_bullet(above));
    is_first
        && !Entry::parse(lines[nth]).has_marks()
        && lines[nth + 1..].iter().find(|line| !line.trim().is_empty()).is_some_and(has_bullet)
}
