//! Finds the items of nested lists that name their groups.

use super::list::ListItem;
use crate::exchange::import::stage::phase_of_stage;

/// The most words of an item that names the items below it.
const MAX_TITLE_WORDS: usize = 5;
/// How far a tabulator indents a line.
const TAB_WIDTH: usize = 4;

/// Returns how far a line is indented.
pub(super) fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { TAB_WIDTH } else { 1 }).sum()
}

/// Makes titles of items with items below them, at the first level where these are short and enough of them have some.
///
/// All stay items in a list below headings that name stages, and in a list where few items have others below them.
pub(super) fn find_titles(items: &mut [Option<ListItem>]) {
    let headings = items.iter().flatten().filter(|item| item.is_heading);
    if headings.clone().any(|heading| phase_of_stage(&heading.text).is_some()) {
        return;
    }
    let mut open: Vec<usize> = Vec::new();
    let levels: Vec<Option<usize>> = items
        .iter()
        .map(|item| {
            let item = item.as_ref()?;
            if item.is_heading {
                open.clear();
                return None;
            }
            while open.last().is_some_and(|outer| *outer >= item.indent) {
                open.pop();
            }
            open.push(item.indent);
            Some(open.len() - 1)
        })
        .collect();
    let found: Vec<(usize, usize)> =
        levels.iter().enumerate().filter_map(|(at, level)| Some((at, (*level)?))).collect();
    let is_parent = |nth: usize| {
        let ((at, level), Some((next, below))) = (found[nth], found.get(nth + 1)) else { return false };
        let has_bullet = |at: usize| items[at].as_ref().is_some_and(|item| item.has_bullet);
        // A line without a bullet below one with a bullet is its second line.
        *below > level && (has_bullet(*next) || !has_bullet(at))
    };
    let parents: Vec<bool> = (0..found.len()).map(is_parent).collect();
    let deepest = found.iter().map(|(_, level)| *level).max().unwrap_or_default();
    let title_level = (0..deepest).find(|wanted| {
        let on_level = || found.iter().zip(&parents).filter(|((_, level), _)| level == wanted);
        let titles: Vec<&ListItem> =
            on_level().filter(|(_, is_parent)| **is_parent).filter_map(|((at, _), _)| items[*at].as_ref()).collect();
        let are_short = titles.iter().all(|title| title.text.split_whitespace().count() <= MAX_TITLE_WORDS);
        let known = titles.iter().filter(|title| phase_of_stage(&title.text).is_some()).count();
        are_short
            && (titles.len() >= 2 && titles.len() * 2 >= on_level().count() || known > 0 && known * 2 >= titles.len())
    });
    let Some(title_level) = title_level else { return };
    let is_title = |(nth, (_, level)): &(usize, &(usize, usize))| *level <= title_level && parents[*nth];
    let titles: Vec<usize> = found.iter().enumerate().filter(is_title).map(|(_, (at, _))| *at).collect();
    for at in titles {
        if let Some(item) = &mut items[at] {
            item.opens_group = true;
        }
    }
}
