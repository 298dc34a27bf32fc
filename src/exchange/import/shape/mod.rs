//! Tables of unknown meaning as maps: which shape a table has, and what its columns, stages and rows are.

pub(crate) mod amount;
mod assemble;
pub(crate) mod board;
mod board_titles;
mod cards;
pub mod choices;
mod count_columns;
pub(crate) mod dates;
mod detect;
mod events;
mod filters;
mod funnel;
pub(crate) mod heading;
mod heading_words;
mod layout;
mod matrix;
mod matrix_cells;
mod number_headings;
mod periods;
mod pieces;
mod pipeline;
mod profile;
pub mod reading;
pub mod role;
mod role_words;
pub mod sheet;
mod stage_columns;
pub mod stages;
mod step_fields;
mod steps;
pub(crate) mod text_fit;
mod times;
pub(crate) mod told;
pub(crate) mod total;
mod transitions;
pub mod values;
mod without_headings;

use super::grid::Grid;
use super::quote::{listed, quoted};
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Remark};
use crate::lang::{Lang, Language};
use crate::map::text::{fold, one_line};
use choices::{Purpose, Shape};
use events::EventColumns;
use filters::Filters;
use matrix::Matrix;
use profile::Profile;
use reading::{ColumnReading, Reading};
use role::Role;
use sheet::{RoleSource, Sheet, SheetColumn};
use values::{CellValues, MarkedBy};
use without_headings::sheet_of;

/// Reads a map from the first of these tables that holds a journey, as the user's choices and the table itself say. Lines of
/// text, such as those of a cover sheet, are read only if there is nothing else.
pub fn read(grids: &[Grid], options: &ImportOptions) -> Result<Reading, ImportFailure> {
    let filled = grids.iter().enumerate().filter(|(_, grid)| !grid.rows.iter().all(sheet::is_blank));
    let (mut lines, mut refused) = (None, None);
    for (table, grid) in filled {
        match read_table(grid, grids, options) {
            Ok(reading) if reading.shape == Shape::Board && options.choices.shape.is_none() => {
                lines.get_or_insert(Reading { table, ..reading });
            }
            Ok(reading) => return Ok(Reading { table, ..reading }),
            Err(failure) => {
                refused.get_or_insert(failure);
            }
        }
    }
    let refused = || refused.unwrap_or_else(|| vec![Remark::of_all(options.lang.import_empty())].into());
    lines.ok_or_else(refused)
}

/// Reads a map from one of these tables.
fn read_table(grid: &Grid, grids: &[Grid], options: &ImportOptions) -> Result<Reading, ImportFailure> {
    let words = Vocabulary::new(options.lang);
    let (choices, lang) = (options.choices, options.lang);
    let log = transitions::expanded(grid, options, &words);
    let (file_grid, grid) = (grid, log.as_ref().map_or(grid, |log| &log.grid));
    let across =
        Matrix::across(grid, choices, &words).filter(|_| choices.shape.is_none_or(|shape| shape == Shape::Matrix));
    let rearranged = if across.is_none() { stage_columns::rearranged(grid, options, &words) } else { None };
    let mut sheet = match &rearranged {
        Some(rearranged) => Sheet::of(&rearranged.grid, choices, &words),
        None => sheet_of(grid, choices, &words),
    };
    match choices.purpose {
        Purpose::Map | Purpose::Counts => check_headings(sheet.as_ref(), across.as_ref(), options)?,
        // What was chosen for one table of a file does not hold for another.
        Purpose::Preview | Purpose::CountPreview => {}
    }
    let shape = find_shape(grid, across.is_some(), sheet.as_mut(), options);
    if let (true, Some(Shape::Inventory | Shape::Cards), Some(sheet)) =
        (choices.purpose.is_counting(), shape, &mut sheet)
    {
        sheet.leave_out_unless_counted();
    }
    let refused = || refusal(grid, sheet.as_ref(), options);
    let is_across = shape == Some(Shape::Matrix) && across.is_some();
    let mut reading = match (shape, &sheet, &rearranged) {
        (_, Some(sheet), Some(rearranged)) => cards::read(sheet, rearranged.shape, options, &words)?,
        (Some(Shape::Board), ..) => board::read(grid, options),
        (Some(Shape::Matrix), ..) => {
            let matrix = across.or_else(|| Matrix::of_sheet(sheet.as_ref()?)).ok_or_else(refused)?;
            matrix.read(options, &words)
        }
        (Some(Shape::Funnel), Some(sheet), None) => funnel::read(sheet, options).ok_or_else(refused)?,
        (Some(Shape::Events), Some(sheet), None) => {
            let is_chosen = choices.shape.is_some();
            let columns = EventColumns::of(sheet, is_chosen).ok_or_else(refused)?;
            events::read(sheet, &columns, options).ok_or_else(refused)?
        }
        (Some(shape @ (Shape::Inventory | Shape::Cards)), Some(sheet), None) => {
            cards::read(sheet, shape, options, &words)?
        }
        (None, ..) | (Some(_), None, _) => return Err(refused()),
    };
    if reading.imported.map.is_empty() && reading.shape != Shape::Inventory {
        return Err(refused());
    }
    reading.imported.remarks.extend(log.as_ref().map(|log| log.remark(lang)));
    if !choices.purpose.is_preview() {
        if let Some(sheet) = &sheet {
            reading.imported.remarks.extend(unknown_marks(sheet, reading.shape, options, &words));
        }
        reading.imported.remarks.splice(0..0, warn_of_others(file_grid, grids, lang));
    } else if let Some(sheet) = &sheet {
        reading.values = CellValues::of(sheet, reading.shape, choices, &words);
    }
    let has_rows_of_cells = !matches!(reading.shape, Shape::Board) && !is_across;
    reading.values.has_headings = sheet.as_ref().filter(|_| has_rows_of_cells).map(|sheet| sheet.has_headings);
    Ok(reading)
}

/// Returns the shape that the user chose, or else the one that the table seems to have; none if nothing is recognised. May
/// find out which column holds the touchpoints.
fn find_shape(grid: &Grid, is_across: bool, sheet: Option<&mut Sheet>, options: &ImportOptions) -> Option<Shape> {
    let choices = options.choices;
    let shape = match (choices.shape, sheet) {
        (Some(Shape::Cards), Some(sheet)) => {
            if sheet.field("touchpoint").is_none() {
                detect::find_texts(sheet);
            }
            Some(Shape::Cards)
        }
        (Some(shape), _) => Some(shape),
        (None, Some(sheet)) if detect::has_known_ids(sheet, options) => Some(Shape::Inventory),
        (None, _) if grid.is_list && grid.rows.iter().any(|row| row.cells.len() > 1) => Some(Shape::Board),
        (None, _) if is_across => Some(Shape::Matrix),
        (None, Some(sheet)) => {
            let shape = detect::shape_of(sheet);
            let may_be_counts = matches!(shape, Some(Shape::Inventory | Shape::Cards)) && choices.purpose.is_counting();
            if may_be_counts && detect::repeats_names(sheet) { Some(Shape::Funnel) } else { shape }
        }
        (None, None) => None,
    };
    shape.or_else(|| board::is_board(grid).then_some(Shape::Board))
}

/// Returns the columns of the first table that is not blank, for the user to say what they are, and whether its first row
/// holds the headings. If no heading is known, the first row is taken for the headings.
pub(crate) fn columns(grids: &[Grid], options: &ImportOptions) -> (Vec<ColumnReading>, bool) {
    let words = Vocabulary::new(options.lang);
    let mut rows = grids.iter().flat_map(|grid| &grid.rows).filter(|row| !sheet::is_blank(row));
    let sheets = grids.iter().find_map(|grid| sheet_of(grid, options.choices, &words));
    if let Some(sheet) = sheets {
        let columns = sheet.columns.into_iter().filter(|column| column.profile.filled > 0);
        let reading = |SheetColumn { heading, role, source, profile, .. }| ColumnReading {
            heading,
            role,
            source,
            examples: profile.examples,
        };
        return (columns.map(reading).collect(), sheet.has_headings);
    }
    let Some(first) = rows.next() else { return (Vec::new(), true) };
    let rows: Vec<_> = rows.collect();
    let reading = |(nth, heading): (usize, &str)| {
        let profile = Profile::of(&rows, nth);
        let heading = one_line(heading).into_owned();
        let column =
            ColumnReading { heading, role: Role::Noted, source: RoleSource::Unknown, examples: profile.examples };
        (profile.filled > 0).then_some(column)
    };
    (first.cells.iter().enumerate().filter_map(reading).collect(), true)
}

/// Warns of the tables that were not read. The totals in a workbook of ours are none of them.
fn warn_of_others(read: &Grid, grids: &[Grid], lang: &Lang) -> Option<Remark> {
    let totals = Language::ALL.map(|language| Lang::new(language).sheet_totals());
    let number = |grid: &Grid| grids.iter().position(|each| std::ptr::eq(each, grid)).map_or(1, |nth| nth + 1);
    let name = |grid: &Grid| grid.name.clone().unwrap_or_else(|| number(grid).to_string());
    let is_other = |grid: &&Grid| {
        !std::ptr::eq(*grid, read) && !grid.rows.iter().all(sheet::is_blank) && !totals.contains(&name(grid))
    };
    let others = listed(grids.iter().filter(is_other).map(|grid| lang.quoted(&quoted(&name(grid)))));
    (!others.is_empty()).then(|| Remark::of_all(lang.import_other_tables(&lang.quoted(&quoted(&name(read))), &others)))
}

/// Warns of tags and colours with a meaning from the user that no card has.
fn unknown_marks(sheet: &Sheet, shape: Shape, options: &ImportOptions, words: &Vocabulary) -> Option<Remark> {
    let choices = options.choices;
    if choices.tags.is_empty() && choices.colours.is_empty() {
        return None;
    }
    let found = CellValues::of(sheet, shape, choices, words).marks;
    // A full list may lack some of the marks.
    if found.len() >= values::MAX_VALUES {
        return None;
    }
    let given = [(MarkedBy::Tag, &choices.tags), (MarkedBy::Colour, &choices.colours)];
    let given = given.into_iter().flat_map(|(by, marks)| marks.iter().map(move |(text, _)| (by, text)));
    let is_unknown = |(by, text): &(MarkedBy, &String)| {
        !found.iter().any(|mark| mark.by == *by && values::key(*by, &mark.text) == values::key(*by, text))
    };
    let names = listed(given.filter(is_unknown).map(|(_, text)| options.lang.quoted(&quoted(text))));
    (!names.is_empty()).then(|| Remark::of_all(options.lang.import_no_such_marks(&names)))
}

/// Refuses choices about columns that the table does not have.
fn check_headings(
    sheet: Option<&Sheet>,
    across: Option<&Matrix>,
    options: &ImportOptions,
) -> Result<(), ImportFailure> {
    let (choices, lang) = (options.choices, options.lang);
    let columns = sheet.map(|sheet| sheet.columns.as_slice()).unwrap_or_default();
    let headings =
        choices.columns.iter().map(|(heading, _)| heading).chain(choices.filters.iter().map(|(heading, _)| heading));
    let labels = || across.into_iter().flat_map(Matrix::headings);
    let known = || columns.iter().map(|column| column.heading.as_str()).chain(labels());
    let is_unknown = |wanted: &&String| !known().any(|heading| fold(heading) == fold(wanted.trim()));
    let faults: Vec<Remark> = headings
        .filter(is_unknown)
        .map(|wanted| {
            Remark::of_all(lang.import_no_such_column(&quoted(wanted), &listed(heading_list(columns, options))))
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

/// Returns the headings of columns, quoted.
fn heading_list(columns: &[SheetColumn], options: &ImportOptions) -> Vec<String> {
    let headings = columns.iter().map(|column| &column.heading).filter(|heading| !heading.is_empty());
    headings.map(|heading| options.lang.quoted(&quoted(heading))).collect()
}

/// Returns why nothing can be taken in, with what to do.
fn refusal(grid: &Grid, sheet: Option<&Sheet>, options: &ImportOptions) -> ImportFailure {
    let lang = options.lang;
    let headings = match sheet {
        Some(sheet) => heading_list(&sheet.columns, options),
        None => {
            let first = grid.rows.iter().find(|row| !sheet::is_blank(row)).map(|row| row.cells.iter());
            let texts = first.into_iter().flatten().filter(|cell| !cell.trim().is_empty());
            texts.map(|cell| lang.quoted(&quoted(cell))).collect()
        }
    };
    let person = sheet.and_then(|sheet| sheet.columns.iter().find(|column| column.role == Role::Person));
    if options.choices.purpose.is_preview() {
        return vec![Remark::of_all(lang.import_choose_touchpoints())].into();
    }
    let chooses_nothing = |sheet: &Sheet| Filters::of(sheet, options.choices).choose(sheet, &mut Vec::new()).is_empty();
    if sheet.is_some_and(|sheet| sheet.rows.is_empty()) {
        return vec![Remark::of_all(lang.import_only_headings(&listed(headings)))].into();
    }
    if !options.choices.filters.is_empty() && sheet.is_some_and(chooses_nothing) {
        let wanted = options.choices.filters.iter().map(|(heading, value)| format!("{heading}={value}"));
        return vec![Remark::of_all(lang.import_no_chosen_row(&listed(wanted)))].into();
    }
    let text = match person {
        None if options.choices.purpose.is_counting() => lang.measure_no_steps(&listed(headings)),
        Some(person) => lang.import_rows_of_persons(&quoted(&person.heading), &listed(headings)),
        None => lang.import_no_touchpoints(&listed(headings)),
    };
    vec![Remark::of_all(text)].into()
}
