//! A bar that, stacked on others, makes a funnel.

/// A bar as long as `share` of that many cells and centred in them to the half cell; nothing only for nothing.
pub fn bar(share: f64, cells: usize) -> String {
    if share <= 0.0 || cells == 0 {
        return " ".repeat(cells);
    }
    let length = ((share * cells as f64).round() as usize).max(1).min(cells);
    let margin = (cells - length) / 2;
    if (cells - length).is_multiple_of(2) {
        format!("{:margin$}{}{:margin$}", "", "█".repeat(length), "")
    } else {
        format!("{:margin$}▐{}▌{:margin$}", "", "█".repeat(length - 1), "")
    }
}

#[cfg(test)]
mod tests {
    use super::bar;
    use crate::map::width::width;

    #[test]
    fn a_bar_is_centred_and_as_long_as_its_share() {
        assert_eq!(bar(1.0, 6), "██████");
        assert_eq!(bar(0.5, 6), " ▐██▌ ");
        assert_eq!(bar(0.33, 6), "  ██  ");
        assert_eq!(bar(0.0001, 6), "  ▐▌  ");
        assert_eq!(bar(0.0, 6), "      ");
        assert_eq!(bar(1.0, 0), "");
    }

    #[test]
    fn a_bar_takes_the_same_cells_whatever_it_shows() {
        for cells in 0..40 {
            for share in 0..=50 {
                assert_eq!(width(&bar(f64::from(share) / 50.0, cells)), cells, "{share}/50 of {cells}");
            }
        }
    }
}
