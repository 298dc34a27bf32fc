//! Which cards a column shows: found from the selected one outwards, so that only what is seen is laid out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::put;
use super::theme::Theme;
use crate::lang::Lang;

/// A card that is seen, and the lines of the column that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub row: usize,
    /// The card's first line, from the column's top.
    pub top: u16,
    /// The card's lines; fewer are seen where the column ends before.
    pub height: u16,
}

/// The cards seen in a column of `lines` lines: the selected one near the middle, no line left empty at the end.
///
/// The first card is seen whole; the last may be cut.
pub fn seen(count: usize, lines: u16, selected: usize, height: impl Fn(usize) -> u16) -> Vec<Seen> {
    if count == 0 || lines == 0 {
        return Vec::new();
    }
    let selected = selected.min(count - 1);
    let own = height(selected);
    let mut first = selected;
    let mut above = 0;
    let half = lines.saturating_sub(own) / 2;
    while first > 0 && above + height(first - 1) <= half {
        first -= 1;
        above += height(first);
    }
    let mut last = selected;
    let mut used = above + own;
    while used < lines && last + 1 < count {
        last += 1;
        used += height(last);
    }
    while first > 0 && used + height(first - 1) <= lines {
        first -= 1;
        used += height(first);
    }
    let mut top = 0;
    let mut cards = Vec::with_capacity(last - first + 1);
    for row in first..=last {
        let height = height(row);
        cards.push(Seen { row, top, height });
        top += height;
    }
    cards
}

/// Tells in the lower edge of a frame how many lines of a list are above and below what is seen.
pub fn put_beyond(lang: &Lang, theme: &Theme, inside: Rect, seen: &[Seen], count: usize, buf: &mut Buffer) {
    let above = seen.first().map_or(0, |first| first.row);
    let below = seen.last().map_or(0, |last| count - last.row - 1);
    let more = [(above, lang.more_above(above)), (below, lang.more_below(below))];
    let more = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| format!(" {text} "));
    let edge = Rect { height: inside.height + 1, ..inside };
    put(buf, edge, edge.bottom() - 1, &more.collect::<String>(), theme.strong);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cards: &[Seen]) -> Vec<usize> {
        cards.iter().map(|card| card.row).collect()
    }

    #[test]
    fn the_selected_card_is_always_whole_where_it_fits() {
        for count in 1..30 {
            for lines in 1..40 {
                for selected in 0..count {
                    let height = |row: usize| 2 + (row % 3) as u16;
                    let cards = seen(count, lines, selected, height);
                    let card = cards.iter().find(|card| card.row == selected);
                    let card = card.expect("the selected card is seen");
                    assert!(card.top + card.height.min(lines) <= lines, "{count} {lines} {selected}");
                }
            }
        }
    }

    #[test]
    fn no_line_is_left_empty_while_cards_are_hidden() {
        assert_eq!(rows(&seen(10, 9, 0, |_| 3)), [0, 1, 2]);
        assert_eq!(rows(&seen(10, 9, 5, |_| 3)), [4, 5, 6]);
        assert_eq!(rows(&seen(10, 9, 9, |_| 3)), [7, 8, 9]);
        assert_eq!(rows(&seen(10, 10, 0, |_| 3)), [0, 1, 2, 3]);
        assert_eq!(rows(&seen(2, 30, 1, |_| 3)), [0, 1]);
        assert_eq!(rows(&seen(0, 30, 0, |_| 3)), Vec::<usize>::new());
    }

    #[test]
    fn only_what_is_seen_is_measured() {
        let measured = std::cell::Cell::new(0);
        let height = |_| {
            measured.set(measured.get() + 1);
            3
        };
        seen(1_000_000, 40, 500_000, height);
        assert!(measured.get() < 60, "{}", measured.get());
    }
}
