//! A bar that, stacked on others, makes a funnel.

/// A bar as long as `part` is of `whole` in that many cells, centred in them to the half cell, without blanks behind it;
/// a part that is too small for a cell is a thin line, and only nothing is blank.
pub fn bar(part: u128, whole: u128, cells: usize) -> String {
    if part == 0 || whole == 0 || cells == 0 {
        return String::new();
    }
    let share = part as f64 / whole as f64;
    let length = ((share * cells as f64).round() as usize).min(cells);
    let (drawn, taken) = match length {
        0 => ("│".to_owned(), 1),
        length if (cells - length).is_multiple_of(2) => ("█".repeat(length), length),
        length => (format!("▐{}▌", "█".repeat(length - 1)), length + 1),
    };
    let margin = (cells - taken) / 2;
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
    fn only_nothing_has_no_bar() {
        assert_eq!(bar(1, 10_000, 6), "  │");
        assert_eq!(bar(1, u128::MAX, 7), "   │");
        assert_eq!(bar(0, 10, 6), "");
        assert_eq!(bar(0, 0, 6), "");
        assert_eq!(bar(1, 1, 0), "");
    }

    #[test]
    fn a_bar_keeps_to_its_cells_and_to_their_middle() {
        for cells in 1..40 {
            for part in 1..=50 {
                let bar = bar(part, 50, cells);
                let margin = bar.chars().take_while(|&c| c == ' ').count();
                let behind = cells.checked_sub(width(&bar)).expect("a bar within its cells");
                assert!(behind == margin || bar.ends_with('│') && behind == margin + 1, "{part}/50 of {cells}");
            }
        }
    }
}
