//! Several tables below each other in one sheet, with a blank line between them.

use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::quote::quoted;
use crate::exchange::import::shape::amount;
use crate::exchange::import::shape::heading::meaning;
use crate::exchange::import::shape::sheet::{is_blank, is_comment};
use crate::exchange::import::stage::phase_of_stage;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::map::text::{fold, one_line};

/// The most lines above the headings of a table: its title, comments and blank lines.
const MAX_LINES_ABOVE: usize = 8;
/// The number of rows in which the headings of the first table are looked for.
const FIRST_ROWS: usize = 60;
/// The most words of a heading.
const MAX_HEADING_WORDS: usize = 6;

/// Parts a sheet in which a second table with other headings, or with a title of its own, stands below the first one.
pub(super) fn parted(mut grid: Grid, words: &Vocabulary) -> Vec<Grid> {
    let starts = starts(&grid.rows, words);
    let [first, later @ ..] = starts.as_slice() else { return vec![grid] };
    if later.is_empty() {
        return vec![grid];
    }
    let mut parts: Vec<Grid> = Vec::new();
    for start in later.iter().rev() {
        let rows = grid.rows.split_off(start.begin);
        let number = || grid.name.as_ref().map(|name| format!("{name} ({})", 1 + later.len() - parts.len()));
        parts.push(Grid { name: start.title.clone().or_else(number), rows, is_list: false });
    }
    grid.name = grid.name.or_else(|| first.title.clone());
    parts.push(grid);
    parts.reverse();
    parts
}

/// Where a table begins.
struct Start {
    /// The position of its title, or else of its headings.
    begin: usize,
    headings: usize,
    title: Option<String>,
}

/// How many texts of a row have to be known as headings.
#[derive(Clone, Copy)]
enum Known {
    None,
    One,
    /// At least half of them and at least a number, of which one is known as a whole.
    Most {
        least: usize,
    },
}

/// Finds where the tables of a sheet begin.
fn starts(rows: &[GridRow], words: &Vocabulary) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let is_first = |at: &usize| {
        let needed = if stands_above_numbers(rows, *at) { Known::One } else { Known::Most { least: 1 } };
        // A single text above a wider row is a title.
        let is_as_wide = || filled(&rows[*at]).count() > 1 || filled(&rows[at + 1]).count() == 1;
        is_heading_row(&rows[*at], words, needed) && has_row_below(rows, *at) && is_as_wide()
    };
    let Some(first) = (0..rows.len().min(FIRST_ROWS)).find(is_first) else { return starts };
    starts.push(start(rows, 0, first));
    let blanks = (first + 2..rows.len()).filter(|&at| is_blank(&rows[at - 1]) && !is_blank(&rows[at]));
    for begin in blanks {
        let above = &starts[starts.len() - 1];
        // What stands above these headings belongs to them.
        if begin <= above.headings {
            continue;
        }
        let end = rows.len().min(begin + MAX_LINES_ABOVE);
        let Some(headings) = (begin..end).find(|&at| filled(&rows[at]).count() > 1) else { continue };
        let next = start(rows, begin, headings);
        // A stage above its rows is no title of another table.
        let has_title = next.title.as_deref().is_some_and(|title| phase_of_stage(title).is_none());
        let is_other_width = || filled(&rows[headings]).count() != filled(&rows[above.headings]).count();
        let certainty = match (stands_above_numbers(rows, headings), has_title) {
            (true, _) if has_title || is_other_width() => Known::None,
            (true, _) => Known::One,
            (false, true) => Known::Most { least: 1 },
            (false, false) => Known::Most { least: 2 },
        };
        if !is_heading_row(&rows[headings], words, certainty) || !has_row_below(rows, headings) {
            continue;
        }
        if next.title.is_some() || texts(&rows[headings]) != texts(&rows[above.headings]) {
            starts.push(next);
        }
    }
    starts
}

/// Returns where a table begins that has lines above its headings.
fn start(rows: &[GridRow], begin: usize, headings: usize) -> Start {
    let mut titles = rows[begin..headings].iter().filter(|row| filled(row).count() == 1 && !is_comment(row));
    let title = titles.next_back().and_then(|row| filled(row).next()).map(quoted);
    Start { begin, headings, title }
}

/// Returns true if a row has different short texts, of which enough are known as headings.
fn is_heading_row(row: &GridRow, words: &Vocabulary, needed: Known) -> bool {
    let is_short = |cell: &str| {
        let is_list = cell.contains(['\n', ';', '•']);
        cell.split_whitespace().count() <= MAX_HEADING_WORDS && !is_list && amount::parse(cell).is_none()
    };
    let texts = texts(row);
    let are_different = (1..texts.len()).all(|nth| !texts[..nth].contains(&texts[nth]));
    if !filled(row).all(is_short) || !are_different {
        return false;
    }
    let meanings: Vec<_> = filled(row).filter_map(|cell| meaning(cell, words)).collect();
    match needed {
        Known::None => true,
        Known::One => !meanings.is_empty(),
        Known::Most { least } => {
            meanings.len() >= least && meanings.len() * 2 >= texts.len() && meanings.iter().any(|each| each.is_exact)
        }
    }
}

/// Returns true if a row has a text in each column, and the cells of one column below it are all numbers.
fn stands_above_numbers(rows: &[GridRow], at: usize) -> bool {
    let below: Vec<&GridRow> = rows[at + 1..].iter().take_while(|row| !is_blank(row)).take(FIRST_ROWS).collect();
    let cells =
        |nth: usize| below.iter().filter_map(move |row| row.cells.get(nth)).filter(|cell| !cell.trim().is_empty());
    let are_numbers = |nth: usize| cells(nth).next().is_some() && cells(nth).all(|cell| amount::parse(cell).is_some());
    let width = below.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    filled(&rows[at]).count() >= width && (0..width).any(are_numbers)
}

fn has_row_below(rows: &[GridRow], at: usize) -> bool {
    rows.get(at + 1).is_some_and(|row| !is_blank(row))
}

fn filled(row: &GridRow) -> impl Iterator<Item = &str> {
    row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty())
}

fn texts(row: &GridRow) -> Vec<String> {
    filled(row).map(|cell| fold(&one_line(cell))).collect()
}
