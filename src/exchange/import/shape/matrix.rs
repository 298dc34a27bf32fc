//! Matrices: the stages stand in a row or in a column, and a cell of a stage holds several touchpoints.

use super::amount;
use super::assemble::Draft;
use super::choices::{Choices, Shape};
use super::heading::meaning;
use super::matrix_cells::StageCells;
use super::pieces;
use super::profile;
use super::reading::{ColumnReading, LeftOutReason, LeftOutRow, Reading};
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn, TOUCHPOINT_PARTS, is_blank};
use super::stages::StagePhases;
use super::values::CellValues;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::row::{ReadRow, are_emotions_of_five, touchpoint_of};
use crate::exchange::import::stage::phase_of_stage;
use crate::exchange::import::vocabulary::{Vocabulary, column_of, plain};
use crate::exchange::import::{ImportOptions, Remark};
use crate::map::field;
use crate::map::text::{is_same_name, one_line};
use crate::map::{Phase, Touchpoint};

/// The rows of a matrix in which the row of touchpoints is looked for.
const MAX_ROWS: usize = 80;

/// The most words of a heading that is known by a single word.
const MAX_HEADING_WORDS: usize = 2;

/// A stage with its touchpoints and its other cells.
pub(super) struct MatrixStage {
    name: String,
    pub line: usize,
    touchpoints: Vec<PlacedText>,
    pub others: Vec<OtherCell>,
}

/// A text with its place in a stage that has several columns or rows.
struct PlacedText {
    place: usize,
    text: String,
}

/// A cell of a stage that does not hold touchpoints.
pub(super) struct OtherCell {
    /// The position of its heading.
    pub heading: usize,
    pub place: usize,
    pub text: String,
}

/// A matrix with its headings.
pub(crate) struct Matrix {
    pub(super) columns: Vec<ColumnReading>,
    stages: Vec<MatrixStage>,
}

impl Matrix {
    /// Returns the headings of the rows or columns of the matrix.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.heading.as_str())
    }

    /// Reads a sheet that has a row for each stage; none if it has no column of stages or of touchpoints.
    pub(crate) fn of_sheet(sheet: &Sheet) -> Option<Matrix> {
        let touchpoints = sheet.field("touchpoint")?;
        let first_text =
            || (0..sheet.columns.len()).find(|&nth| nth != touchpoints && !sheet.columns[nth].profile.is_numbers());
        let phase = sheet.field("phase").or_else(first_text)?;
        let mut stages: Vec<MatrixStage> = Vec::new();
        for (place, row) in sheet.rows.iter().enumerate() {
            let name = sheet.text(row, phase);
            if !name.is_empty() || stages.is_empty() {
                stages.push(MatrixStage { name, line: row.line, touchpoints: Vec::new(), others: Vec::new() });
            }
            let Some(stage) = stages.last_mut() else { continue };
            for (nth, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
                if nth == touchpoints {
                    stage.add_touchpoints(place, cell);
                } else if nth != phase && sheet.columns[nth].role != Role::LeftOut {
                    stage.others.push(OtherCell { heading: nth, place, text: cell.to_owned() });
                }
            }
        }
        let column = |(nth, column): (usize, &SheetColumn)| {
            let is_second = nth != touchpoints && column.role.is_field("touchpoint");
            let role = if nth == phase {
                Role::Field("phase")
            } else if is_second {
                Role::Noted
            } else {
                other_role(column.role)
            };
            ColumnReading {
                heading: column.heading.clone(),
                role,
                source: column.source,
                examples: column.profile.examples.clone(),
            }
        };
        Some(Matrix { columns: sheet.columns.iter().enumerate().map(column).collect(), stages })
    }

    /// Reads a grid in which the stages stand side by side and a row holds their touchpoints.
    pub(crate) fn across(grid: &Grid, choices: &Choices, words: &Vocabulary) -> Option<Matrix> {
        let rows: Vec<&GridRow> = grid.rows.iter().filter(|row| !is_blank(row)).collect();
        let first_rows = &rows[..rows.len().min(MAX_ROWS)];
        let (label, touchpoints) =
            (0..2).find_map(|label| Some((label, row_of_touchpoints(first_rows, label, choices, words)?)))?;
        let heading = (0..touchpoints).rev().find(|&at| names_stages(rows[at], label, words))?;
        let names = rows[heading].cells.iter().enumerate().skip(label + 1).filter(|(_, cell)| !cell.trim().is_empty());
        let mut stages: Vec<(usize, MatrixStage)> = names
            .map(|(nth, name)| {
                let name = one_line(name).into_owned();
                (nth, MatrixStage { name, line: rows[heading].line, touchpoints: Vec::new(), others: Vec::new() })
            })
            .collect();
        let mut columns: Vec<ColumnReading> = Vec::new();
        let mut current = None;
        for (at, row) in rows.iter().enumerate().skip(heading + 1) {
            let own_label = row.cells.get(label).map(|cell| one_line(cell).into_owned()).unwrap_or_default();
            // A blank label, such as that of a merged cell, is that of the row above.
            if !own_label.is_empty() || columns.is_empty() {
                current = columns.iter().position(|column| is_same_name(&column.heading, &own_label));
            }
            if current.is_none() {
                current = Some(columns.len());
                let examples = row.cells.iter().skip(label + 1).filter(|cell| !cell.trim().is_empty());
                let examples = examples.take(3).map(|cell| profile::example(cell.trim())).collect();
                let reading = label_reading(&own_label, at == touchpoints, choices, words);
                columns.push(ColumnReading { examples, ..reading });
            }
            let Some(heading) = current else { continue };
            let is_touchpoints = columns[heading].role.is_field("touchpoint");
            for (nth, cell) in row.cells.iter().enumerate().skip(label + 1).filter(|(_, cell)| !cell.trim().is_empty())
            {
                // A cell that was merged over several columns belongs to the stage on its left.
                let after = stages.partition_point(|(begin, _)| *begin <= nth);
                let Some((_, stage)) = after.checked_sub(1).map(|at| &mut stages[at]) else { continue };
                if is_touchpoints {
                    stage.add_touchpoints(nth, cell);
                } else {
                    stage.others.push(OtherCell { heading, place: nth, text: cell.to_owned() });
                }
            }
        }
        Some(Matrix { columns, stages: stages.into_iter().map(|(_, stage)| stage).collect() })
    }

    /// Makes a map of the matrix.
    pub(crate) fn read(self, options: &ImportOptions, words: &Vocabulary) -> Reading {
        let names = self.stages.iter().filter(|stage| !stage.touchpoints.is_empty()).map(|stage| stage.name.as_str());
        let phases = StagePhases::of(names, &options.choices.phases);
        let (mut rows, mut left_out) = (Vec::new(), Vec::new());
        let of_five: Vec<usize> = (0..self.columns.len()).filter(|&nth| self.counts_emotions_from_one(nth)).collect();
        let mut cells = StageCells::new(&self.columns, words, &of_five);
        for stage in &self.stages {
            if stage.touchpoints.is_empty() {
                let text = stage.name.clone();
                left_out.push(LeftOutRow { line: stage.line, text, reason: LeftOutReason::NoText });
                continue;
            }
            let reading = phases.get(&stage.name);
            let phase = reading.map_or(Phase::Before, |stage| stage.phase);
            let is_guessed = reading.is_none_or(|stage| stage.origin.is_guess());
            let named = stage.touchpoints.iter().filter_map(|PlacedText { place, text }| {
                Some((*place, touchpoint_of(text, stage.line, &mut cells.odd_cells)?))
            });
            let mut touchpoints: Vec<(usize, Touchpoint)> = named.collect();
            cells.add_to(stage, &mut touchpoints);
            rows.extend(touchpoints.into_iter().map(|(_, touchpoint)| {
                let mut row = ReadRow::new(stage.line, phase, touchpoint);
                row.is_phase_guessed = is_guessed;
                row
            }));
        }
        let mut draft = Draft::of(rows, true);
        let field = |column: &ColumnReading| {
            let Role::Field(name) = column.role else { return None };
            field::TOUCHPOINT.iter().find(|field| column_of(field) == Some(name))
        };
        draft.fields =
            self.columns.iter().filter_map(field).map(|field| field.key).filter(|key| *key != "name").collect();
        draft.remarks = cells.remarks(options);
        let told = of_five.iter().map(|&nth| options.lang.import_emotions_of_five(&self.columns[nth].heading));
        draft.remarks.extend(told.map(Remark::of_all));
        Reading {
            shape: Shape::Matrix,
            table: 0,
            is_shape_guessed: options.choices.shape.is_none(),
            columns: self.columns,
            stages: phases.readings,
            left_out,
            values: CellValues::default(),
            imported: draft.build(options),
        }
    }

    /// Returns true if the cells are emotions, all numbers are from 1 to 5, and some are not on our own scale.
    fn counts_emotions_from_one(&self, column: usize) -> bool {
        let cells = self.stages.iter().flat_map(|stage| {
            let others = stage.others.iter().filter(|cell| cell.heading == column);
            others.flat_map(|cell| pieces::split(&cell.text))
        });
        self.columns[column].role.is_field("emotion") && are_emotions_of_five(cells)
    }
}

impl MatrixStage {
    /// Adds each touchpoint of a cell.
    fn add_touchpoints(&mut self, place: usize, cell: &str) {
        let texts = pieces::split(cell).into_iter();
        self.touchpoints.extend(texts.map(|text| PlacedText { place, text: text.to_owned() }));
    }
}

/// Returns the role of a column that holds neither stages nor touchpoints.
fn other_role(role: Role) -> Role {
    if matches!(role, Role::Field(_) | Role::LeftOut) { role } else { Role::Noted }
}

/// Returns what the label of a row means.
fn label_reading(label: &str, is_touchpoints: bool, choices: &Choices, words: &Vocabulary) -> ColumnReading {
    let known = meaning(label, words);
    let (role, source) = match (choices.role(label, None), known) {
        (Some(role), _) => (role, RoleSource::User),
        (None, _) if is_touchpoints => (Role::Field("touchpoint"), RoleSource::Guess),
        (None, Some(known)) if known.role.is_field("touchpoint") => (Role::Noted, RoleSource::Guess),
        (None, Some(known)) => (other_role(known.role), if known.is_own { RoleSource::Own } else { RoleSource::Guess }),
        (None, None) => (Role::Noted, RoleSource::Unknown),
    };
    ColumnReading { heading: label.to_owned(), role, source, examples: Vec::new() }
}

/// Finds the row whose label means touchpoints; one that says so itself goes before one of actions.
fn row_of_touchpoints(rows: &[&GridRow], label: usize, choices: &Choices, words: &Vocabulary) -> Option<usize> {
    let rank = |row: &GridRow| {
        let text = row.cells.get(label).filter(|cell| !cell.trim().is_empty())?;
        if let Some(role) = choices.role(text, None) {
            return role.is_field("touchpoint").then_some(0);
        }
        let known = meaning(text, words)?;
        let name = plain(text);
        let is_touchpoint = TOUCHPOINT_PARTS.iter().any(|part| name.contains(part));
        let is_action = known.role.is_field("touchpoint") || known.role.is_field("action") && known.is_weak;
        let is_row = is_action && (is_touchpoint || !known.is_weak || known.role.is_field("action"));
        (is_row && has_texts(row, label)).then_some(if is_touchpoint { 1 } else { 2 })
    };
    // A row of headings has other headings beside it, and no names of stages above it; or it stands above too.
    let is_repeated = |at: usize| rows[..at].iter().any(|above| above.cells == rows[at].cells);
    let is_row =
        |at: usize| !is_repeated(at) && (!has_headings(rows[at], words) || is_below_stages(rows, at, label, words));
    let ranked = rows.iter().enumerate().skip(1).filter_map(|(at, row)| Some((rank(row).filter(|_| is_row(at))?, at)));
    ranked.min().map(|(_, at)| at)
}

/// Returns true if a row has texts beside its label: numbers are no touchpoints, but counts of a step with this name.
fn has_texts(row: &GridRow, label: usize) -> bool {
    let cells = || row.cells.iter().skip(label + 1).filter(|cell| !cell.trim().is_empty());
    cells().filter(|cell| amount::parse(cell.trim()).is_some()).count() * 2 < cells().count()
}

/// Returns true if several cells of a row look like headings.
fn has_headings(row: &GridRow, words: &Vocabulary) -> bool {
    let is_short = |cell: &str| cell.split_whitespace().count() <= MAX_HEADING_WORDS;
    let is_heading = |cell: &&str| meaning(cell, words).is_some_and(|known| known.is_exact || is_short(cell));
    row.cells.iter().filter(is_heading).count() > 1
}

/// Returns true if a row above names stages that are known, or stages of any name above several rows with known labels.
fn is_below_stages(rows: &[&GridRow], at: usize, label: usize, words: &Vocabulary) -> bool {
    let is_label = |row: &&GridRow| {
        let text = row.cells.get(label).unwrap_or_default();
        meaning(text, words).is_some_and(|known| known.is_exact && !known.role.is_field("phase"))
    };
    let are_labelled = || rows.iter().filter(|row| is_label(row)).count() > 1;
    let is_known = |row: &GridRow| {
        let cells = || row.cells.iter().skip(label + 1).filter(|cell| !cell.trim().is_empty());
        let known = cells().filter(|cell| phase_of_stage(cell).is_some()).count();
        known >= 2 && known * 2 >= cells().count()
    };
    rows[..at].iter().any(|row| names_stages(row, label, words) && (is_known(row) || are_labelled()))
}

/// Returns true if the cells of a row name stages.
fn names_stages(row: &GridRow, label: usize, words: &Vocabulary) -> bool {
    let cells: Vec<&str> = row.cells.iter().skip(label + 1).filter(|cell| !cell.trim().is_empty()).collect();
    let known = cells.iter().filter(|cell| phase_of_stage(cell).is_some()).count();
    let is_short = |cell: &&&str| cell.len() <= 60 && !cell.contains(['\n', ';']);
    let corner = row.cells.get(label).map(|cell| cell.trim()).unwrap_or_default();
    let is_labelled = meaning(corner, words).is_some_and(|known| known.role.is_field("phase"));
    cells.len() >= 2
        && (known * 2 >= cells.len()
            || (is_labelled || corner.is_empty()) && cells.iter().filter(is_short).count() == cells.len())
}
