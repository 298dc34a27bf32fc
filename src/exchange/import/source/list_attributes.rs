//! Items below an item of a list that say something about it, as `channel: web` below `Sees the ad`.

use super::list::ListItem;
use crate::exchange::import::shape::heading::{meaning, named_text};
use crate::exchange::import::vocabulary::Vocabulary;

/// Moves the items below another one into it, if all of them are named texts and a name is a known heading.
pub(super) fn fold(items: &mut Vec<Option<ListItem>>, words: &Vocabulary) {
    let mut folded = vec![false; items.len()];
    for at in 0..items.len() {
        let Some(parent) = items[at].as_ref().filter(|item| !item.is_heading && !folded[at]) else { continue };
        let is_below = |item: &ListItem| !item.is_heading && item.indent > parent.indent;
        let below: Vec<usize> =
            (at + 1..items.len()).take_while(|&nth| items[nth].as_ref().is_none_or(is_below)).collect();
        let named =
            |nth: &usize| items[*nth].as_ref().map(|item| item.has_bullet.then(|| named_text(&item.text)).flatten());
        let names: Option<Vec<(&str, &str)>> = below.iter().filter_map(named).collect();
        let is_known = |(name, _): &(&str, &str)| meaning(name, words).is_some_and(|found| found.is_exact);
        if !names.is_some_and(|names| names.iter().any(is_known)) {
            continue;
        }
        let last = below.iter().rposition(|nth| items[*nth].is_some()).map_or(0, |last| last + 1);
        for nth in &below[..last] {
            folded[*nth] = true;
            let text = items[*nth].take().map(|item| item.text);
            if let Some(parent) = &mut items[at] {
                parent.attributes.extend(text);
            }
        }
    }
    let mut is_folded = folded.into_iter();
    items.retain(|_| !is_folded.next().unwrap_or_default());
}
