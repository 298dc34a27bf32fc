//! Tables without a row of headings, such as cells that were copied from the middle of a sheet.

use super::amount::{self, Amount};
use super::board::is_board;
use super::choices::Choices;
use super::profile::Profile;
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn, heading_row, is_blank, is_comment};
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::stage::{has_phase_word, phase_in_name};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::map::ChoiceSet;
use crate::map::channel;

/// The most cells of a column that are looked at to find out what it holds.
const SAMPLE: usize = 200;
/// Numbers that may be years, as headings of columns of counts.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;

/// What the first row of a table seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FirstRow {
    /// Its cells are of the same kind as those below.
    Values,
    /// Its cells are of other kinds than those below.
    Headings,
    /// Nothing shows which of the two it is.
    Unclear,
}

/// Finds the columns of a grid, with or without headings. None if it is not clear whether it has any.
pub(super) fn sheet_of<'a>(grid: &'a Grid, choices: &Choices, words: &Vocabulary) -> Option<Sheet<'a>> {
    if lacks_headings(grid, choices, words) {
        Some(sheet_without_headings(grid, choices, words))
    } else {
        Sheet::of(grid, choices, words)
    }
}

/// Returns true if a table has no headings.
///
/// Where the cells do not show it, the first row of a file holds the headings, and the first row of pasted cells does not.
fn lacks_headings(grid: &Grid, choices: &Choices, words: &Vocabulary) -> bool {
    let known = || heading_row(&grid.rows, choices, words).1;
    match choices.has_headings {
        Some(has_headings) => !has_headings,
        // A board and a list have no headings either; their lines are read in another way.
        None if is_board(grid) => false,
        None => match first_row(grid) {
            FirstRow::Values => known() <= usize::from(choices.is_pasted),
            FirstRow::Headings => false,
            FirstRow::Unclear => choices.is_pasted && known() == 0,
        },
    }
}

/// Compares the cells of the first row with those below.
fn first_row(grid: &Grid) -> FirstRow {
    let rows = filled_rows(grid);
    let Some((first, rest)) = rows.split_first() else { return FirstRow::Unclear };
    let mut found = FirstRow::Unclear;
    for (nth, cell) in first.cells.iter().enumerate() {
        let (cell, below) = (cell.trim(), Profile::of(rest, nth));
        if cell.is_empty() || below.filled == 0 {
            continue;
        }
        let number = amount::parse(cell);
        let is_year = matches!(number, Some(Amount::Count(count)) if YEARS.contains(&count));
        let repeats = || rest.iter().take(SAMPLE).any(|row| row.cells.get(nth).is_some_and(|each| each.trim() == cell));
        match (below.is_numbers(), number) {
            (true, None) => return FirstRow::Headings,
            (true, Some(_)) if !is_year => found = FirstRow::Values,
            (true, Some(_)) => {}
            (false, _) if repeats() || below.is_stages() && phase_in_name(cell).is_some() => found = FirstRow::Values,
            (false, _) => {}
        }
    }
    found
}

fn filled_rows(grid: &Grid) -> Vec<&GridRow> {
    grid.rows.iter().filter(|row| !is_blank(row) && !is_comment(row)).collect()
}

/// Makes a sheet of a table without headings. Its columns have the letters of a spreadsheet.
fn sheet_without_headings<'a>(grid: &'a Grid, choices: &Choices, words: &Vocabulary) -> Sheet<'a> {
    let rows = filled_rows(grid);
    let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let column = |nth: usize| {
        let (heading, profile) = (column_letters(nth), Profile::of(&rows, nth));
        let (role, source) = match choices.role(&heading, None) {
            Some(role) => (role, RoleSource::User),
            None => (Role::Noted, RoleSource::Unknown),
        };
        SheetColumn { heading, role, source, is_weak: false, profile }
    };
    let columns = (0..count).map(column).collect();
    let mut sheet = Sheet { above: Vec::new(), columns, rows, repeated: Vec::new(), has_headings: false };
    find_fields(&mut sheet, words);
    sheet
}

/// Finds out by their cells what columns hold: first the fields with a fixed set of words, then stages, counts and touchpoints.
fn find_fields(sheet: &mut Sheet, words: &Vocabulary) {
    let all = |is_word: fn(&Vocabulary, &str) -> bool| {
        move |sheet: &Sheet, nth: usize| is_text(sheet, nth) && cells(sheet, nth).all(|cell| is_word(words, cell))
    };
    take(sheet, "kind", all(|words, cell| words.choice(ChoiceSet::Kind, cell).is_ok()));
    take(sheet, "intent", all(|words, cell| words.choice(ChoiceSet::Intent, cell).is_ok()));
    take(sheet, "emotion", all(|words, cell| words.emotion(cell).is_some()));
    take(sheet, "channel", all(|_, cell| channel::known(cell).is_some()));
    let texts = (0..sheet.columns.len()).filter(|&nth| is_open(sheet, nth) && is_text(sheet, nth)).count();
    // A single column of texts holds touchpoints, even if they sound like stages.
    if texts > 1 {
        take(sheet, "phase", |sheet, nth| {
            let profile = &sheet.columns[nth].profile;
            profile.is_stages() && (profile.distinct < profile.filled || cells(sheet, nth).all(has_phase_word))
        });
    }
    take(sheet, "reach", |sheet, nth| sheet.columns[nth].profile.is_counts());
    let is_once = |sheet: &Sheet, nth: usize| {
        let profile = &sheet.columns[nth].profile;
        is_text(sheet, nth) && profile.distinct == profile.filled
    };
    take(sheet, "touchpoint", |sheet, nth| is_once(sheet, nth) && has_phrases(sheet, nth));
    take(sheet, "touchpoint", is_once);
    take(sheet, "touchpoint", |sheet, nth| is_text(sheet, nth) && has_phrases(sheet, nth));
    take(sheet, "touchpoint", is_text);
}

/// Takes the first open column that fits for a field, unless the field has a column already.
fn take(sheet: &mut Sheet, field: &'static str, fits: impl Fn(&Sheet, usize) -> bool) {
    let found = (0..sheet.columns.len()).find(|&nth| is_open(sheet, nth) && fits(sheet, nth));
    if let Some(nth) = found.filter(|_| sheet.field(field).is_none()) {
        sheet.columns[nth].role = Role::Field(field);
        sheet.columns[nth].source = RoleSource::Guess;
    }
}

fn is_open(sheet: &Sheet, nth: usize) -> bool {
    sheet.columns[nth].source == RoleSource::Unknown
}

fn is_text(sheet: &Sheet, nth: usize) -> bool {
    let profile = &sheet.columns[nth].profile;
    profile.filled > 0 && !profile.is_numbers() && !profile.is_dates()
}

/// Returns true if most cells of a column have several words.
fn has_phrases(sheet: &Sheet, nth: usize) -> bool {
    let phrases = cells(sheet, nth).filter(|cell| cell.split_whitespace().nth(1).is_some()).count();
    phrases * 2 > cells(sheet, nth).count()
}

/// Returns the first texts of a column.
fn cells<'a>(sheet: &'a Sheet, nth: usize) -> impl Iterator<Item = &'a str> {
    let cells = sheet.rows.iter().take(SAMPLE).filter_map(move |row| row.cells.get(nth));
    cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

/// Returns the name of a column as spreadsheets show it: `A` … `Z`, `AA` ….
fn column_letters(nth: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = nth + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
