//! What the cells of a column look like.

use std::collections::HashSet;

use super::amount::{self, Amount};
use super::dates;
use super::total::is_total;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::stage::phase_in_name;
use crate::map::text::{cut_at_word, one_line};

/// The number of rows that are looked at.
const SAMPLE: usize = 2_000;
/// The number of cells that are shown as examples of a column.
const EXAMPLES: usize = 3;
/// The most characters of a cell that is shown as an example.
const EXAMPLE_LENGTH: usize = 60;
/// The most different texts that are counted.
const MAX_DISTINCT: usize = 200;

/// What the cells of a column look like, counted over the first rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// Cells with a text.
    pub filled: usize,
    /// Whole numbers.
    pub counts: usize,
    /// Percentages and other numbers with a fraction.
    pub fractions: usize,
    /// Amounts of money, with the sign of a currency.
    pub money: usize,
    /// Estimates, bounds and numbers that are too large.
    pub unclear: usize,
    /// Cells that say that there is no value, such as `n/a`.
    pub missing: usize,
    pub dates: usize,
    /// Cells with bullets or `;`.
    pub lists: usize,
    /// Other cells with several lines.
    pub tall: usize,
    /// Cells that name a stage with a known phase.
    pub stages: usize,
    /// Different texts, up to a limit.
    pub distinct: usize,
    /// The first different texts, as examples.
    pub examples: Vec<String>,
}

/// Returns the beginning of a cell on one line.
pub(crate) fn example(cell: &str) -> String {
    let beginning: String = cell.chars().take(EXAMPLE_LENGTH + 1).collect();
    let text = one_line(&beginning);
    cut_at_word(&text, EXAMPLE_LENGTH).unwrap_or_else(|| text.into_owned())
}

/// Returns the first rows, without totals and averages, whose numbers may be of another kind.
pub(crate) fn sample<'a>(rows: &[&'a GridRow]) -> Vec<&'a GridRow> {
    let first = |row: &GridRow| row.cells.iter().find(|cell| !cell.trim().is_empty()).is_some_and(is_total);
    let sample: Vec<&GridRow> = rows.iter().copied().filter(|row| !first(row)).take(SAMPLE).collect();
    if sample.is_empty() { rows.iter().copied().take(SAMPLE).collect() } else { sample }
}

impl Profile {
    /// Looks at the cells of a column.
    pub(crate) fn of(rows: &[&GridRow], nth: usize) -> Profile {
        let mut profile = Profile::default();
        let mut distinct = HashSet::new();
        for row in rows.iter().take(SAMPLE) {
            let Some(cell) = row.cells.get(nth).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            profile.filled += 1;
            profile.missing += usize::from(amount::is_missing(cell));
            if distinct.len() < MAX_DISTINCT && distinct.insert(cell) && profile.examples.len() < EXAMPLES {
                profile.examples.push(example(cell));
            }
            match amount::parse(cell) {
                Some(Amount::Count(_)) => profile.counts += 1,
                Some(Amount::Fraction) => profile.fractions += 1,
                Some(Amount::Money) => profile.money += 1,
                Some(Amount::Unclear) => profile.unclear += 1,
                None if cell.contains([';', '•']) => profile.lists += 1,
                None => profile.tall += usize::from(cell.contains('\n')),
            }
            profile.dates += usize::from(dates::parse(cell).is_some());
            let is_short = cell.len() <= 60 && cell.split_whitespace().count() <= 5;
            profile.stages += usize::from(is_short && phase_in_name(cell).is_some());
        }
        profile.distinct = distinct.len();
        profile
    }

    /// Returns true if nearly all cells are whole numbers.
    pub(crate) fn is_counts(&self) -> bool {
        self.counts > 0 && self.counts * 10 >= self.values() * 8
    }

    /// Returns true if most cells that have a value are whole numbers.
    pub(crate) fn is_mostly_counts(&self) -> bool {
        self.counts > 0 && self.counts * 2 >= self.values()
    }

    /// Returns true if nearly all cells are numbers of some kind.
    pub(crate) fn is_numbers(&self) -> bool {
        self.numbers() > 0 && self.numbers() * 10 >= self.values() * 8
    }

    /// Returns true if some cells are numbers, or if there are none.
    pub(crate) fn may_be_numbers(&self) -> bool {
        self.values() == 0 || self.numbers() > 0
    }

    /// Returns true if the first cells are addresses of mail.
    pub(crate) fn is_mail(&self) -> bool {
        let is_address =
            |cell: &String| cell.split_once('@').is_some_and(|(name, host)| !name.contains(' ') && host.contains('.'));
        !self.examples.is_empty() && self.examples.iter().all(is_address)
    }

    /// Returns the number of cells that say something.
    pub(crate) fn values(&self) -> usize {
        self.filled - self.missing
    }

    fn numbers(&self) -> usize {
        self.counts + self.fractions + self.money + self.unclear
    }

    /// Returns true if nearly all cells are dates.
    pub(crate) fn is_dates(&self) -> bool {
        self.filled > 0 && self.dates * 10 >= self.filled * 8
    }

    /// Returns true if most cells name stages, and not all the same one.
    pub(crate) fn is_stages(&self) -> bool {
        self.distinct > 1 && self.stages * 10 >= self.filled * 7
    }
}
