//! Finds the visible rows of a list. It starts at the selected row, so that it measures only rows near it.

use std::collections::VecDeque;

/// A visible row of a list, and the lines it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VisibleRow {
    pub row: usize,
    /// Its first line, counted from the top of the list.
    pub top: u16,
    /// All its lines, including those cut off at the bottom of the list.
    pub height: u16,
}

/// How far a list scrolls when its selected row reaches the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scrolling {
    /// By most of its height, so that it scrolls rarely.
    ByPage,
    /// By one row, while a dragged card is held at its edge.
    ByRow,
}

/// A list of which some rows are visible.
pub(crate) struct ScrolledList<'a> {
    pub count: usize,
    /// The height of the list in lines.
    pub lines: u16,
    pub selected: usize,
    /// The first visible row in the last frame, if the list was drawn.
    pub first: Option<usize>,
    /// Returns the height of a row.
    pub height: &'a dyn Fn(usize) -> u16,
}

impl ScrolledList<'_> {
    /// Returns the visible rows. The list does not scroll while the selected row and its two neighbours are visible.
    pub(crate) fn visible_rows(&self, scrolling: Scrolling) -> Vec<VisibleRow> {
        let &ScrolledList { count, lines, selected, first, height } = self;
        if count == 0 || lines == 0 {
            return Vec::new();
        }
        let selected = selected.min(count - 1);
        let Some(first) = first else {
            return visible_rows(count, lines, selected, height);
        };
        let rows = self.rows_from(first);
        let last = rows.last().map_or(first, |row| row.row);
        if let Some(row) = rows.iter().find(|row| row.row == selected) {
            let is_whole = row.top + row.height <= lines || selected == first;
            let shows_neighbours = (selected > first || first == 0) && (selected < last || last + 1 == count);
            if is_whole && shows_neighbours && self.uses_all_lines(&rows) {
                return rows;
            }
        }
        let own = height(selected);
        let space = lines.saturating_sub(own);
        let previous = selected.checked_sub(1).map_or(0, height);
        if previous >= space {
            return visible_rows(count, lines, selected, height);
        }
        let is_below = selected >= last;
        let above = match scrolling {
            Scrolling::ByRow if is_below => space,
            Scrolling::ByRow => 0,
            Scrolling::ByPage if selected + rows.len() < first || selected > last + rows.len() => space / 2,
            Scrolling::ByPage if is_below => space / 4,
            Scrolling::ByPage => space - space / 4,
        };
        // The neighbours of the selected row are visible too.
        let top = above.clamp(previous, space - 1);
        rows_around(count, lines, VisibleRow { row: selected, top, height: own }, height)
    }

    fn rows_from(&self, first: usize) -> Vec<VisibleRow> {
        let mut top = 0;
        let mut rows = Vec::new();
        for row in first..self.count {
            if top >= self.lines {
                break;
            }
            let height = (self.height)(row);
            rows.push(VisibleRow { row, top, height });
            top += height;
        }
        rows
    }

    /// Returns true if there is no row above these rows, or no space to show it too.
    fn uses_all_lines(&self, rows: &[VisibleRow]) -> bool {
        let used = rows.last().map_or(0, |last| last.top + last.height);
        let above = rows.first().and_then(|first| first.row.checked_sub(1));
        above.is_none_or(|above| used + (self.height)(above) > self.lines)
    }
}

/// Returns the visible rows of a list of `count` rows in `lines` lines. The selected row is near the middle, and all
/// lines are used while rows are hidden.
///
/// The first visible row is whole; the last one may be cut off.
pub(crate) fn visible_rows(
    count: usize,
    lines: u16,
    selected: usize,
    height: impl Fn(usize) -> u16,
) -> Vec<VisibleRow> {
    if count == 0 || lines == 0 {
        return Vec::new();
    }
    let selected = selected.min(count - 1);
    let own = height(selected);
    rows_around(count, lines, VisibleRow { row: selected, top: lines.saturating_sub(own) / 2, height: own }, height)
}

/// Returns the visible rows around `own`. The rows above it take at most `own.top` lines, unless rows below leave space.
fn rows_around(count: usize, lines: u16, own: VisibleRow, height: impl Fn(usize) -> u16) -> Vec<VisibleRow> {
    let measured = |row: usize| VisibleRow { row, top: 0, height: height(row) };
    let mut used = own.height;
    let mut rows = VecDeque::from([own]);
    // Measuring a row takes time, so each is measured once.
    let mut above = (0..own.row).rev().map(measured).peekable();
    while let Some(row) = above.next_if(|row| used - own.height + row.height <= own.top) {
        used += row.height;
        rows.push_front(row);
    }
    let mut below = (own.row + 1..count).map(measured);
    while used < lines
        && let Some(row) = below.next()
    {
        used += row.height;
        rows.push_back(row);
    }
    while let Some(row) = above.next_if(|row| used + row.height <= lines) {
        used += row.height;
        rows.push_front(row);
    }
    let mut top = 0;
    for row in &mut rows {
        row.top = top;
        top += row.height;
    }
    rows.into()
}

/// Returns how many of `count` rows are hidden above and below the visible ones.
pub(crate) fn hidden_rows(visible: &[VisibleRow], count: usize) -> (usize, usize) {
    let above = visible.first().map_or(0, |first| first.row);
    let below = visible.last().map_or(0, |last| count.saturating_sub(last.row + 1));
    (above, below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(visible: &[VisibleRow]) -> Vec<usize> {
        visible.iter().map(|row| row.row).collect()
    }

    #[test]
    fn the_selected_row_is_whole_if_it_fits() {
        for count in 1..30 {
            for lines in 1..40 {
                for selected in 0..count {
                    let height = |row: usize| 2 + (row % 3) as u16;
                    let visible = visible_rows(count, lines, selected, height);
                    let row = visible.iter().find(|row| row.row == selected);
                    let row = row.expect("the selected row is visible");
                    assert!(row.top + row.height.min(lines) <= lines, "{count} {lines} {selected}");
                }
            }
        }
    }

    #[test]
    fn no_line_is_empty_while_rows_are_hidden() {
        assert_eq!(rows(&visible_rows(10, 9, 0, |_| 3)), [0, 1, 2]);
        assert_eq!(rows(&visible_rows(10, 9, 5, |_| 3)), [4, 5, 6]);
        assert_eq!(rows(&visible_rows(10, 9, 9, |_| 3)), [7, 8, 9]);
        assert_eq!(rows(&visible_rows(10, 10, 0, |_| 3)), [0, 1, 2, 3]);
        assert_eq!(rows(&visible_rows(2, 30, 1, |_| 3)), [0, 1]);
        assert_eq!(rows(&visible_rows(0, 30, 0, |_| 3)), Vec::<usize>::new());
    }

    /// Returns the visible rows of a list that was drawn before from `first` on.
    fn scrolled(count: usize, lines: u16, selected: usize, first: usize, scrolling: Scrolling) -> Vec<VisibleRow> {
        let height = |row: usize| 2 + (row % 3) as u16;
        ScrolledList { count, lines, selected, first: Some(first), height: &height }.visible_rows(scrolling)
    }

    #[test]
    fn a_list_that_was_drawn_before_shows_the_selected_row_whole_with_its_neighbours() {
        for scrolling in [Scrolling::ByPage, Scrolling::ByRow] {
            for (count, lines) in [(1, 5), (3, 5), (3, 30), (20, 9), (20, 17), (40, 30)] {
                for selected in 0..count {
                    for first in 0..count + 2 {
                        let visible = scrolled(count, lines, selected, first, scrolling);
                        let at = visible.iter().position(|row| row.row == selected).expect("it is visible");
                        let told = format!("{scrolling:?} {count} {lines} {selected} {first}: {visible:?}");
                        assert!(visible[at].top + visible[at].height <= lines, "{told}");
                        let (start, end) = (visible[0].row, visible[visible.len() - 1]);
                        // The row above is hidden only if it does not fit.
                        let above = start.checked_sub(1).map_or(u16::MAX, |row| 2 + (row % 3) as u16);
                        assert!(end.top + end.height + above.min(lines) > lines, "{told}");
                        assert_eq!(scrolled(count, lines, selected, start, scrolling), visible, "it stays: {told}");
                        assert!(lines < 9 || (selected > start || start == 0), "{told}");
                        assert!(lines < 9 || (selected < end.row || end.row + 1 == count), "{told}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_list_stays_while_it_can_and_then_moves_by_most_of_its_height_or_by_one_row() {
        let from = |selected, first, scrolling| {
            let list = ScrolledList { count: 100, lines: 30, selected, first: Some(first), height: &|_| 3 };
            list.visible_rows(scrolling)[0].row
        };
        for selected in 41..49 {
            assert_eq!(from(selected, 40, Scrolling::ByPage), 40, "{selected}");
        }
        assert_eq!((from(49, 40, Scrolling::ByPage), from(40, 40, Scrolling::ByPage)), (47, 33));
        assert_eq!((from(49, 40, Scrolling::ByRow), from(40, 40, Scrolling::ByRow)), (41, 39));
        assert_eq!(from(90, 40, Scrolling::ByPage), 86, "far away, it is in the middle");
    }

    #[test]
    fn only_rows_near_the_visible_ones_are_measured() {
        let measured = std::cell::Cell::new(0);
        let height = |_| {
            measured.set(measured.get() + 1);
            3
        };
        visible_rows(1_000_000, 40, 500_000, height);
        assert!(measured.get() < 60, "{}", measured.get());
    }
}
