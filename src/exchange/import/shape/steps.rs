//! The steps of a table of counts, with their counts added up.

use std::collections::{HashMap, HashSet};

use super::amount::{self, Amount};
use super::layout::StepRows;
use super::pieces::without_bullet;
use super::reading::{LeftOutReason, LeftOutRow};
use super::role::Role;
use super::sheet::Sheet;
use super::total::{is_everybody, is_exit, is_total};
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::value_fault::ValueFault;
use crate::exchange::import::vocabulary::plain;
use crate::map::Evidence;
use crate::map::text::{fold, one_line};

/// A step with how many customers reached it.
pub(crate) struct CountedStep {
    pub name: String,
    pub line: usize,
    pub count: Option<u64>,
    /// Where the count comes from, if the table says it.
    pub evidence: Option<Evidence>,
}

/// The group that counts everybody, such as `All users` in a column of segments.
pub(crate) struct WholeGroup {
    pub heading: String,
    pub name: String,
}

/// The steps of a table, and what to tell about its rows.
#[derive(Default)]
pub(crate) struct ReadSteps {
    pub steps: Vec<CountedStep>,
    pub left_out: Vec<LeftOutRow>,
    pub odd_counts: OddCells,
    /// Set if only the rows of this group count.
    pub whole_group: Option<WholeGroup>,
}

/// Adds up the counts of each step, in the order of their first rows.
pub(crate) fn steps_in_rows(sheet: &Sheet, rows: &[&GridRow], columns: &StepRows) -> ReadSteps {
    let (mut left_out, mut odd_counts) = (Vec::new(), OddCells::default());
    let mut steps: Vec<CountedStep> = Vec::new();
    let mut places = HashMap::new();
    let groups = Groups::of(sheet, rows, columns);
    for row in rows {
        let name = step_name(sheet, row, columns);
        let reason = if name.is_empty() {
            Some(LeftOutReason::NoText)
        } else if is_total(&name) {
            Some(LeftOutReason::Total)
        } else {
            groups.reason(sheet, row).or_else(|| is_exit(&name).then_some(LeftOutReason::Exit))
        };
        if let Some(reason) = reason {
            left_out.push(LeftOutRow {
                line: row.line,
                text: if name.is_empty() { first_text(row) } else { name },
                reason,
            });
            continue;
        }
        let at = *places.entry(fold(&name)).or_insert_with(|| {
            steps.push(CountedStep { name, line: row.line, count: None, evidence: None });
            steps.len() - 1
        });
        for &nth in &columns.counts.columns {
            add(&mut steps[at].count, count(sheet, row, nth, &mut odd_counts));
        }
    }
    ReadSteps { steps, left_out, odd_counts, whole_group: groups.whole(sheet, rows) }
}

/// Adds up the counts of each column.
pub(crate) fn steps_in_columns(sheet: &Sheet, rows: &[&GridRow], columns: &[usize]) -> ReadSteps {
    let (mut left_out, mut odd_counts) = (Vec::new(), OddCells::default());
    let step = |&at: &usize| CountedStep {
        name: without_bullet(&sheet.columns[at].heading).to_owned(),
        line: rows.first().map_or(1, |row| row.line),
        count: None,
        evidence: None,
    };
    let mut steps: Vec<CountedStep> = columns.iter().map(step).collect();
    for row in rows {
        let mut texts = row.cells.iter().enumerate().filter(|(nth, _)| !columns.contains(nth)).map(|(_, cell)| cell);
        if let Some(text) = texts.find(|cell| is_total(cell)) {
            let text = one_line(text).into_owned();
            left_out.push(LeftOutRow { line: row.line, text, reason: LeftOutReason::Total });
            continue;
        }
        for (step, &at) in steps.iter_mut().zip(columns) {
            add(&mut step.count, count(sheet, row, at, &mut odd_counts));
        }
    }
    ReadSteps { steps, left_out, odd_counts, whole_group: None }
}

/// Returns the name of the step of a row; one that is only a number has the word of the heading in front.
fn step_name(sheet: &Sheet, row: &GridRow, columns: &StepRows) -> String {
    let text = sheet.text(row, columns.name);
    if !columns.is_numbered || text.is_empty() || amount::parse(&text).is_none() {
        return without_bullet(&text).to_owned();
    }
    let is_number_word = |word: &&str| {
        ["no", "nr", "num", "number", "numero", "n", "nº", "nummer", "de", "du", "of", "id", ""]
            .contains(&plain(word).as_str())
    };
    let heading = &sheet.columns[columns.name].heading;
    let word = heading.split_whitespace().find(|word| !is_number_word(word)).unwrap_or(heading);
    format!("{word} {text}")
}

/// Returns the count in a cell. What is none is told.
fn count(sheet: &Sheet, row: &GridRow, at: usize, odd_counts: &mut OddCells) -> Option<u64> {
    let cell = row.cells.get(at).filter(|cell| !cell.trim().is_empty())?;
    match amount::parse(cell) {
        Some(Amount::Count(count)) => Some(count),
        Some(Amount::Fraction | Amount::Money | Amount::Unclear) | None => {
            let fault = ValueFault::Number(amount::fault(cell));
            odd_counts.add(&sheet.columns[at].heading, row.line, &one_line(cell), fault);
            None
        }
    }
}

fn first_text(row: &GridRow) -> String {
    let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
    first.map(|cell| one_line(cell).into_owned()).unwrap_or_default()
}

fn add(sum: &mut Option<u64>, count: Option<u64>) {
    if let Some(count) = count {
        *sum = Some(sum.unwrap_or_default().saturating_add(count));
    }
}

/// The columns that divide the customers into groups, some rows of which count everybody.
struct Groups {
    /// The columns, each with whether its rows of everybody count, and not those of its parts.
    columns: Vec<(usize, bool)>,
}

impl Groups {
    /// Finds the columns with rows that count everybody. If each step has such a row on each day, only these rows count,
    /// since parts such as devices and countries may overlap; else only the parts.
    fn of(sheet: &Sheet, rows: &[&GridRow], steps: &StepRows) -> Groups {
        let is_open = |nth: &usize| {
            let column = &sheet.columns[*nth];
            *nth != steps.name && !steps.counts.columns.contains(nth) && !column.profile.is_numbers()
        };
        let is_whole = |row: &GridRow, nth: usize| is_whole(sheet, row, nth);
        let has_both = |nth: &usize| {
            let wholes = rows.iter().filter(|row| is_whole(row, *nth)).count();
            wholes > 0 && wholes < rows.len()
        };
        let open: Vec<usize> = (0..sheet.columns.len()).filter(is_open).filter(has_both).collect();
        let is_key = |nth: usize, at: usize| {
            nth != at && (nth == steps.name || open.contains(&nth) || sheet.columns[nth].role == Role::Date)
        };
        let covers_all = |at: usize| {
            let key = |row: &GridRow| -> Vec<String> {
                let keys = (0..sheet.columns.len()).filter(|&nth| is_key(nth, at));
                keys.map(|nth| fold(&sheet.text(row, nth))).collect()
            };
            let named = || rows.iter().filter(|row| !sheet.text(row, steps.name).is_empty());
            let whole: HashSet<Vec<String>> = named().filter(|row| is_whole(row, at)).map(|row| key(row)).collect();
            sheet.columns[at].role != Role::Date && named().all(|row| whole.contains(&key(row)))
        };
        Groups { columns: open.iter().map(|&at| (at, covers_all(at))).collect() }
    }

    /// Returns why a row does not count; none if it does.
    fn reason(&self, sheet: &Sheet, row: &GridRow) -> Option<LeftOutReason> {
        self.columns.iter().find_map(|&(at, counts_whole)| match (is_whole(sheet, row, at), counts_whole) {
            (true, false) => Some(LeftOutReason::Total),
            (false, true) => Some(LeftOutReason::NotChosen),
            (true, true) | (false, false) => None,
        })
    }

    /// Returns the first row that counts everybody, with the column that says so, if only such rows count.
    fn whole(&self, sheet: &Sheet, rows: &[&GridRow]) -> Option<WholeGroup> {
        let (at, _) = *self.columns.iter().find(|(_, counts_whole)| *counts_whole)?;
        let row = rows.iter().find(|row| is_whole(sheet, row, at))?;
        Some(WholeGroup { heading: sheet.columns[at].heading.clone(), name: sheet.text(row, at) })
    }
}

/// Returns true if a row counts everybody, as a column says.
fn is_whole(sheet: &Sheet, row: &GridRow, at: usize) -> bool {
    let text = sheet.text(row, at);
    if sheet.columns[at].role == Role::Date { is_total(&text) } else { is_everybody(&text) }
}
