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
    let measured = |row: usize| VisibleRow { row, top: 0, height: height(row) };
    let own = measured(selected);
    let half = lines.saturating_sub(own.height) / 2;
    let mut used = own.height;
    let mut rows = VecDeque::from([own]);
    // Measuring a row takes time, so each is measured once.
    let mut above = (0..selected).rev().map(measured).peekable();
    while let Some(row) = above.next_if(|row| used - own.height + row.height <= half) {
        used += row.height;
        rows.push_front(row);
    }
    let mut below = (selected + 1..count).map(measured);
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
