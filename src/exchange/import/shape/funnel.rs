//! Tables of counts: one row for each step, or one column for each step.

use std::collections::HashMap;

use super::amount::{self, Amount};
use super::assemble::Draft;
use super::choices::Shape;
use super::dates::{Span, period_in};
use super::filters::Filters;
use super::heading::{without_brackets, words_of};
use super::heading_words::is_unit;
use super::pieces::without_bullet;
use super::reading::{ColumnReading, LeftOutReason, LeftOutRow, Reading};
use super::role::Role;
use super::sheet::{Sheet, SheetColumn};
use super::stages::{StageReading, phases_of_steps};
use super::text_fit;
use super::total::{is_exit, is_total};
use super::values::CellValues;
use crate::exchange::import::ImportOptions;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::row::{ReadRow, touchpoint_of};
use crate::exchange::import::value_fault::ValueFault;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::map::number::NumberError;
use crate::map::text::{fold, one_line};
use crate::map::{ChoiceSet, Evidence};

/// A step with how many customers reached it.
pub(crate) struct CountedStep {
    pub name: String,
    pub line: usize,
    pub count: Option<u64>,
    /// Where the count comes from, if the table says it.
    pub evidence: Option<Evidence>,
}

/// The columns of a table with a row for each step.
struct StepColumns {
    name: usize,
    count: usize,
    /// Columns in which a word for a total makes the row one.
    parts: Vec<usize>,
}

impl StepColumns {
    /// Finds the columns of names and of counts.
    fn of(sheet: &Sheet) -> Option<StepColumns> {
        let count = sheet.field("reach")?;
        let is_name = |at: &usize| !sheet.columns[*at].profile.is_numbers();
        let by_user = sheet.field("step").filter(is_name);
        let name = by_user.or_else(|| sheet.field("touchpoint").filter(is_name)).or_else(|| sheet.field("phase"))?;
        let is_part = |nth: &usize| {
            let column = &sheet.columns[*nth];
            *nth != name
                && matches!(column.role, Role::Segment | Role::Noted | Role::Date)
                && !column.profile.is_numbers()
        };
        let parts = (0..sheet.columns.len()).filter(is_part).collect();
        Some(StepColumns { name, count, parts })
    }
}

/// Returns true if a sheet has a row for each step and a column of their counts.
pub(crate) fn has_steps_in_rows(sheet: &Sheet) -> bool {
    StepColumns::of(sheet).is_some_and(|columns| sheet.columns[columns.count].profile.is_counts())
}

/// Returns the columns of a sheet that are steps with their counts.
pub(crate) fn step_columns(sheet: &Sheet) -> Vec<usize> {
    let is_step = |column: &SheetColumn| match column.role {
        Role::StepCounts => true,
        Role::Field("step") => column.profile.is_numbers(),
        Role::Field("reach") | Role::Noted => column.profile.is_counts(),
        Role::Person | Role::Activity | Role::Segment => {
            column.profile.is_counts() && words_of(&column.heading).len() == 1
        }
        Role::Field("touchpoint" | "phase" | "value" | "action" | "need" | "contact") => column.profile.is_counts(),
        Role::Field(_) | Role::X | Role::Y | Role::Colour | Role::Tags | Role::Date => false,
        Role::Computed | Role::Money | Role::Technical | Role::LeftOut => false,
    };
    (0..sheet.columns.len())
        .filter(|&nth| !sheet.columns[nth].heading.is_empty() && is_step(&sheet.columns[nth]))
        .collect()
}

/// Reads a table of counts.
pub(crate) fn read(sheet: &Sheet, options: &ImportOptions) -> Option<Reading> {
    let mut left_out = Vec::new();
    let rows = Filters::of(sheet, options.choices).choose(sheet, &mut left_out);
    let columns = StepColumns::of(sheet).filter(|_| has_steps_in_rows(sheet) || step_columns(sheet).len() < 2);
    let mut odd_cells = OddCells::default();
    let (steps, readings, count) = match columns {
        Some(columns) => {
            let mut steps = steps_in_rows(sheet, &rows, &columns, &mut left_out, &mut odd_cells);
            let words = Vocabulary::new(options.lang);
            let evidence = evidence_by_name(sheet, &rows, columns.name, &words, &mut odd_cells);
            steps.iter_mut().for_each(|step| step.evidence = evidence.get(&fold(&step.name)).copied());
            let readings = sheet.columns.iter().enumerate().map(|(nth, column)| {
                let role = if nth == columns.name {
                    Role::Field("touchpoint")
                } else if nth == columns.count {
                    Role::Field("reach")
                } else {
                    left_role(column)
                };
                reading(column, role)
            });
            (steps, readings.collect(), Some(columns.count))
        }
        None => {
            let at = step_columns(sheet);
            let steps = steps_in_columns(sheet, &rows, &at, &mut left_out);
            let role = |nth: usize| if at.contains(&nth) { Role::StepCounts } else { left_role(&sheet.columns[nth]) };
            (steps, sheet.columns.iter().enumerate().map(|(nth, each)| reading(each, role(nth))).collect(), None)
        }
    };
    if steps.is_empty() {
        return None;
    }
    let (mut draft, stages) = draft_of(&steps, &mut odd_cells, options);
    let unit = count.and_then(|at| unit(&sheet.columns[at].heading));
    draft.unit = unit.and_then(|unit| text_fit::line(&unit)).map(|fitted| fitted.value);
    draft.period = period(sheet, &rows).and_then(|text| text_fit::line(&text)).map(|fitted| fitted.value);
    draft.remarks = odd_cells.remarks(options.choices.purpose, options.lang);
    Some(Reading {
        shape: Shape::Funnel,
        is_shape_guessed: options.choices.shape.is_none(),
        columns: readings,
        stages,
        left_out,
        values: CellValues::default(),
        imported: draft.build(options),
    })
}

/// Makes touchpoints of steps, which are measured, and finds their phases.
pub(crate) fn draft_of(
    steps: &[CountedStep],
    odd_cells: &mut OddCells,
    options: &ImportOptions,
) -> (Draft, Vec<StageReading>) {
    let names: Vec<String> = steps.iter().map(|step| step.name.clone()).collect();
    let stages = phases_of_steps(&names, &options.choices.phases);
    let touchpoints = steps.iter().zip(&stages).filter_map(|(step, stage)| {
        let mut touchpoint = touchpoint_of(&step.name, step.line, odd_cells)?;
        touchpoint.reach = step.count;
        if step.count.is_some() {
            touchpoint.evidence = step.evidence.unwrap_or(Evidence::Measured);
        }
        let mut row = ReadRow::new(step.line, stage.phase, touchpoint);
        row.is_phase_guessed = stage.origin.is_guess();
        Some(row)
    });
    // The phases are guesses at the steps' names, so they move no touchpoint of a map.
    let mut draft = Draft::of(touchpoints.collect(), false);
    draft.fields = vec!["reach", "evidence"];
    (draft, stages)
}

/// Adds up the counts of each step, in the order of their first rows.
fn steps_in_rows(
    sheet: &Sheet,
    rows: &[&GridRow],
    columns: &StepColumns,
    left_out: &mut Vec<LeftOutRow>,
    odd_cells: &mut OddCells,
) -> Vec<CountedStep> {
    let mut steps: Vec<CountedStep> = Vec::new();
    let mut places = HashMap::new();
    // A column in which every row is a total does not tell totals.
    let tells = |part: &usize| rows.iter().any(|row| !is_total(&sheet.text(row, *part)));
    let parts: Vec<usize> = columns.parts.iter().copied().filter(tells).collect();
    for row in rows {
        let text = sheet.text(row, columns.name);
        let name = without_bullet(&text);
        let is_sum = is_total(name) || parts.iter().any(|&part| is_total(&sheet.text(row, part)));
        let reason = if name.is_empty() {
            Some(LeftOutReason::NoText)
        } else if is_sum {
            Some(LeftOutReason::Total)
        } else {
            is_exit(name).then_some(LeftOutReason::Exit)
        };
        if let Some(reason) = reason {
            let first =
                || row.cells.iter().find(|cell| !cell.trim().is_empty()).map(|cell| one_line(cell).into_owned());
            let text = if name.is_empty() { first().unwrap_or_default() } else { name.to_owned() };
            left_out.push(LeftOutRow { line: row.line, text, reason });
            continue;
        }
        let cell = sheet.text(row, columns.count);
        let count = match amount::parse(&cell) {
            Some(Amount::Count(count)) => Some(count),
            Some(Amount::Fraction | Amount::Money) | None => None,
        };
        if count.is_none() && !cell.is_empty() {
            let heading = &sheet.columns[columns.count].heading;
            odd_cells.add(heading, row.line, &cell, ValueFault::Number(NumberError::NotANumber));
        }
        let at = *places.entry(fold(name)).or_insert_with(|| {
            steps.push(CountedStep { name: name.to_owned(), line: row.line, count: None, evidence: None });
            steps.len() - 1
        });
        add(&mut steps[at].count, count);
    }
    steps
}

/// Returns where the counts of steps come from, by their names, if a column says it. A step has the weakest evidence of
/// its rows.
fn evidence_by_name(
    sheet: &Sheet,
    rows: &[&GridRow],
    names: usize,
    words: &Vocabulary,
    odd_cells: &mut OddCells,
) -> HashMap<String, Evidence> {
    let mut by_name = HashMap::new();
    let Some(at) = sheet.field("evidence") else { return by_name };
    for row in rows {
        let (name, found) = (sheet.text(row, names), sheet.text(row, at));
        if found.is_empty() {
            continue;
        }
        match words.choice(ChoiceSet::Evidence, &found).map(Evidence::try_from) {
            Ok(Ok(evidence)) => {
                let weakest = by_name.entry(fold(without_bullet(&name))).or_insert(evidence);
                let is_either = |each: &Evidence| *each == evidence || *each == *weakest;
                *weakest = Evidence::ALL.into_iter().find(is_either).unwrap_or(evidence);
            }
            Ok(Err(_)) => {}
            Err(fault) => odd_cells.add(&sheet.columns[at].heading, row.line, &found, fault),
        }
    }
    by_name
}

/// Adds up the counts of each column.
fn steps_in_columns(
    sheet: &Sheet,
    rows: &[&GridRow],
    columns: &[usize],
    left_out: &mut Vec<LeftOutRow>,
) -> Vec<CountedStep> {
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
            if let Some(Amount::Count(count)) = row.cells.get(at).and_then(amount::parse) {
                add(&mut step.count, Some(count));
            }
        }
    }
    steps
}

fn add(sum: &mut Option<u64>, count: Option<u64>) {
    if let Some(count) = count {
        *sum = Some(sum.unwrap_or_default().saturating_add(count));
    }
}

/// Returns what a column is for that is neither a step nor its count.
fn left_role(column: &SheetColumn) -> Role {
    let profile = &column.profile;
    match column.role {
        Role::Date | Role::Computed | Role::Money | Role::Technical | Role::Segment => column.role,
        Role::Field("period" | "unit" | "evidence") => column.role,
        Role::Noted if profile.is_dates() => Role::Date,
        Role::Noted if profile.money > 0 => Role::Money,
        Role::Noted if profile.fractions > 0 => Role::Computed,
        Role::Noted if profile.filled > 0 && !profile.is_numbers() => Role::Segment,
        Role::Noted | Role::Field(_) | Role::X | Role::Y | Role::Colour | Role::Tags | Role::Person => Role::LeftOut,
        Role::Activity | Role::StepCounts | Role::LeftOut => Role::LeftOut,
    }
}

fn reading(column: &SheetColumn, role: Role) -> ColumnReading {
    ColumnReading {
        heading: column.heading.clone(),
        role,
        source: column.source,
        examples: column.profile.examples.clone(),
    }
}

/// Returns what a heading says that its counts are of, such as `users` in `Active users (% of Step 1)`.
fn unit(heading: &str) -> Option<String> {
    words_of(&without_brackets(heading)).into_iter().rev().find(|word| is_unit(word))
}

/// Returns the period of the rows: by their dates, else by the titles above the headings.
fn period(sheet: &Sheet, rows: &[&GridRow]) -> Option<String> {
    let mut span = Span::default();
    let is_date = |column: &SheetColumn| column.role == Role::Date || column.profile.is_dates();
    for (nth, _) in sheet.columns.iter().enumerate().filter(|(_, column)| is_date(column)) {
        span.add(rows.iter().filter_map(|row| row.cells.get(nth)));
    }
    let titles = || sheet.above.iter().flat_map(|row| row.cells.iter()).find_map(period_in);
    let column = || {
        let at = sheet.field("period")?;
        rows.iter().map(|row| sheet.text(row, at)).find(|text| !text.is_empty())
    };
    span.text().or_else(column).or_else(titles)
}
