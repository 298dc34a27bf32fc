//! Sorts the rows of a log by their days and times of day, such as `10:02` or `8:05 p. m.`.

use super::dates::{self, DateOrder, Day};
use crate::exchange::import::grid::GridRow;
use crate::map::text::fold;

/// The time of a row, as far as the table has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    day: Option<Day>,
    /// The seconds since midnight.
    second: Option<u32>,
    /// A time stamp or another number that grows with time.
    number: Option<u64>,
}

/// Sorts the rows of a log by the times in some columns. Rows of the same time keep their order, unless the newest rows
/// stand first.
pub(crate) fn sort_by_time(rows: &mut [&GridRow], columns: &[usize]) {
    let cells = |at: usize| rows.iter().filter_map(move |row| row.cells.get(at));
    let orders: Vec<(usize, DateOrder)> = columns.iter().map(|&at| (at, DateOrder::of(cells(at)))).collect();
    let moment = |row: &&GridRow| {
        let cells = || orders.iter().filter_map(|&(at, order)| Some((row.cells.get(at)?.trim(), order)));
        let number = |text: &str| text.split(['.', ',']).next().and_then(|whole| whole.parse().ok());
        let day = cells().find_map(|(cell, order)| dates::parse_in(order, cell));
        let second = cells().find_map(|(cell, _)| second_of_day(cell));
        let is_dated = day.is_some() || second.is_some();
        let number = cells().next().and_then(|(cell, _)| number(cell)).filter(|_| !is_dated);
        Moment { day, second, number }
    };
    let mut timed: Vec<(Moment, &GridRow)> = rows.iter().map(|row| (moment(row), *row)).collect();
    let falls = timed.windows(2).any(|pair| pair[0].0 > pair[1].0);
    let rises = timed.windows(2).any(|pair| pair[0].0 < pair[1].0);
    if falls && !rises {
        timed.reverse();
    }
    timed.sort_by_key(|(moment, _)| *moment);
    rows.iter_mut().zip(timed).for_each(|(row, (_, sorted))| *row = sorted);
}

/// Returns the seconds since midnight of the first time in a text.
fn second_of_day(text: &str) -> Option<u32> {
    if text.len() > 40 {
        return None;
    }
    let colon = text.find(':')?;
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let before: String = text[..colon].chars().rev().take_while(char::is_ascii_digit).collect();
    let hour: u32 = before.chars().rev().collect::<String>().parse().ok()?;
    let rest = &text[colon + 1..];
    let minute: u32 = digits(rest).parse().ok()?;
    let second: u32 = rest.split_once(':').and_then(|(_, rest)| digits(rest).parse().ok()).unwrap_or_default();
    let letters: String = fold(rest).chars().filter(char::is_ascii_alphabetic).collect();
    let hour = match (letters.as_str(), hour) {
        ("pm", 1..=11) => hour + 12,
        ("am", 12) => 0,
        (_, hour) => hour,
    };
    (hour < 24 && minute < 60 && second < 60).then_some((hour * 60 + minute) * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_logs_write_them() {
        let cases = [
            ("10:02", Some(36_120)),
            ("2026-05-01T08:00:05Z", Some(28_805)),
            ("1/5/2026 8:05 p. m.", Some(72_300)),
            ("12:00 AM", Some(0)),
            ("24:00", None),
            ("2026-05-01", None),
        ];
        for (text, expected) in cases {
            assert_eq!(second_of_day(text), expected, "{text}");
        }
    }
}
