//! Tables with one row for each touchpoint: our inventory, and the cards of a board.

use super::choices::{Choices, Shape};
use super::filters::Filters;
use super::reading::{ColumnReading, Reading};
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn};
use super::values::{CellValues, MarkedBy, tags};
use crate::exchange::import::columns::Columns;
use crate::exchange::import::marks;
use crate::exchange::import::row::{ReadRow, add_notes, noted};
use crate::exchange::import::table::{RowCells, Table, TableRow};
use crate::exchange::import::table_map::TableReader;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::import::{ImportFailure, ImportOptions};
use crate::map::Evidence;
use crate::map::entry::Entry;

/// Reads a sheet in which each row is a touchpoint.
pub(crate) fn read(
    sheet: &Sheet,
    shape: Shape,
    options: &ImportOptions,
    words: &Vocabulary,
) -> Result<Reading, ImportFailure> {
    // The letters of columns without headings would say nothing in the notes.
    let heading = |column: &SheetColumn| if sheet.has_headings { column.heading.clone() } else { String::new() };
    let headings: Vec<String> = sheet.columns.iter().map(heading).collect();
    let roles: Vec<Role> = sheet.columns.iter().map(|column| column.role).collect();
    let columns = Columns::of_roles(&headings, &roles, |name| sheet.field(name));
    let mut left_out = Vec::new();
    let chosen = Filters::of(sheet, options.choices).choose(sheet, &mut left_out);
    let rows = chosen.iter().map(|row| TableRow { line: row.line, cells: RowCells::Texts(&row.cells) });
    let rows: Vec<TableRow> = rows.collect();
    let extras = Extras::of(sheet, options.choices);
    let complete = |row: &TableRow, read: &mut ReadRow| extras.complete(row, read, words);
    let reader = TableReader { columns: &columns, words, options, complete: &complete };
    let table = Table { headings: headings.clone(), rows };
    let read = reader.read(&table)?;
    let mut imported = read.imported;
    imported.scope.noted.extend(extras.noted());
    if extras.is_counted {
        imported.scope.touchpoint.push("evidence");
    }
    Ok(Reading {
        shape,
        table: 0,
        is_shape_guessed: shape != Shape::Inventory && options.choices.shape.is_none(),
        columns: column_readings(sheet, &columns),
        stages: read.stages,
        left_out: [left_out, read.left_out].concat(),
        values: CellValues::default(),
        imported,
    })
}

/// Returns what the columns with any text were taken for.
fn column_readings(sheet: &Sheet, columns: &Columns) -> Vec<ColumnReading> {
    let filled = sheet.columns.iter().enumerate().filter(|(_, column)| column.profile.filled > 0);
    let reading = |(nth, column): (usize, &SheetColumn)| {
        let is_second = matches!(column.role, Role::Field(name) if columns.position(name) != Some(nth));
        let role = match (columns.noted.binary_search(&nth).is_ok(), is_second) {
            (true, _) => Role::Noted,
            (false, true) => Role::LeftOut,
            (false, false) => column.role,
        };
        let source = if is_second { RoleSource::Guess } else { column.source };
        ColumnReading { heading: column.heading.clone(), role, source, examples: column.profile.examples.clone() }
    };
    filled.map(reading).collect()
}

/// The columns of cards that are no fields: where a card lies, its tags and its colour.
struct Extras<'a> {
    x: Option<usize>,
    y: Option<usize>,
    tags: Option<(usize, String)>,
    colour: Option<(usize, String)>,
    /// True if reaches come from a column of counts of another program, so that they are measured.
    is_counted: bool,
    choices: &'a Choices,
}

impl<'a> Extras<'a> {
    fn of(sheet: &Sheet, choices: &'a Choices) -> Extras<'a> {
        let reach = sheet.field("reach").map(|at| sheet.columns[at].source);
        Extras {
            x: sheet.position(Role::X),
            y: sheet.position(Role::Y),
            tags: sheet.position(Role::Tags).map(|at| (at, sheet.columns[at].heading.clone())),
            colour: sheet.position(Role::Colour).map(|at| (at, sheet.columns[at].heading.clone())),
            is_counted: reach == Some(RoleSource::Guess) && sheet.field("evidence").is_none(),
            choices,
        }
    }

    /// Returns the headings of tags and colours, whose cells are lines of the notes.
    fn noted(&self) -> impl Iterator<Item = String> {
        self.tags.iter().chain(&self.colour).map(|(_, heading)| heading.clone())
    }

    fn complete(&self, row: &TableRow, read: &mut ReadRow, words: &Vocabulary) {
        let number = |at: Option<usize>| row.text(Some(at?)).replace(',', ".").parse::<f64>().ok();
        read.position = number(self.x).zip(number(self.y)).or_else(|| Some((number(self.x)?, 0.0)));
        if self.is_counted && read.touchpoint.reach.is_some() {
            read.touchpoint.evidence = Evidence::Measured;
        }
        if let Some((at, heading)) = &self.colour {
            let colour = row.text(Some(*at));
            match self.choices.meaning(MarkedBy::Colour, &colour) {
                Some(meaning) => marks::set(read, meaning),
                None if !colour.is_empty() => add_notes(&mut read.touchpoint, &[noted(heading, &colour)]),
                None => {}
            }
        }
        if let Some((at, heading)) = &self.tags {
            let cell = row.text(Some(*at));
            let rest: Vec<&str> = tags(&cell).filter(|tag| !self.set_tag(tag, read, words)).collect();
            if !rest.is_empty() {
                add_notes(&mut read.touchpoint, &[noted(heading, &rest.join(", "))]);
            }
        }
    }

    /// Marks a touchpoint as a tag says; returns false if the tag says nothing, or was chosen to.
    fn set_tag(&self, tag: &str, read: &mut ReadRow, words: &Vocabulary) -> bool {
        let chosen = self.choices.meaning(MarkedBy::Tag, tag).cloned();
        let meaning = chosen.or_else(|| words.tag(tag)).unwrap_or_default();
        marks::set(read, &meaning);
        meaning != Entry::default()
    }
}
