//! A centred bar of a funnel, drawn with block characters.

/// Returns a bar whose length is the share `part / whole` of `cells`, centred to the half cell.
///
/// A share too small for one cell is a thin line; only a share of zero is blank. There are no trailing blanks.
pub(crate) fn bar(part: u128, whole: u128, cells: usize) -> String {
    if part == 0 || whole == 0 || cells == 0 {
        return String::new();
    }
    let share = part as f64 / whole as f64;
    let length = ((share * cells as f64).round() as usize).min(cells);
    let (drawn, used) = match length {
        0 => ("│".to_owned(), 1),
        length if (cells - length).is_multiple_of(2) => ("█".repeat(length), length),
        length => (format!("▐{}▌", "█".repeat(length - 1)), length + 1),
    };
    let margin = (cells - used) / 2;
    format!("{:margin$}{drawn}", "")
}

#[cfg(test)]
mod tests {
    use super::bar;
    use crate::map::width::width;

    #[test]
    fn a_bar_is_centred_and_as_long_as_its_part() {
        assert_eq!(bar(7, 7, 6), "██████");
        assert_eq!(bar(50, 100, 6), " ▐██▌");
        assert_eq!(bar(33, 100, 6), "  ██");
        assert_eq!(bar(1, 6, 6), "  ▐▌");
        assert_eq!(bar(1, 5, 5), "  █");
    }

    #[test]
    fn only_a_share_of_zero_is_blank() {
        assert_eq!(bar(1, 10_000, 6), "  │");
        assert_eq!(bar(1, u128::MAX, 7), "   │");
        assert_eq!(bar(0, 10, 6), "");
        assert_eq!(bar(0, 0, 6), "");
        assert_eq!(bar(1, 1, 0), "");
    }

    #[test]
    fn a_bar_stays_within_its_cells_and_in_their_middle() {
        for cells in 1..40 {
            for part in 1..=50 {
                let bar = bar(part, 50, cells);
                let margin = bar.chars().take_while(|&c| c == ' ').count();
                let trailing = cells.checked_sub(width(&bar)).expect("a bar within its cells");
                assert!(trailing == margin || bar.ends_with('│') && trailing == margin + 1, "{part}/50 of {cells}");
            }
        }
    }
}
