//! Tables of counts: one row for each step, or one column for each step.

use std::collections::HashMap;

use super::amount;
use super::choices::{Purpose, Shape};
use super::count_columns::CountHint;
use super::dates::{Span, period_between, period_in};
use super::filters::Filters;
use super::heading::{without_brackets, words_of};
use super::heading_words::is_unit;
use super::layout::{Layout, StepRows};
use super::periods::period_of;
use super::pieces::without_bullet;
use super::reading::{ColumnReading, Reading};
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn};
use super::step_fields::{StepDraft, StepFields};
use super::steps::{CountedStep, ReadSteps, WholeGroup, steps_in_columns, steps_in_rows};
use super::text_fit;
use super::values::CellValues;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::import::{ImportOptions, Remark};
use crate::lang::Lang;
use crate::map::text::fold;
use crate::map::{ChoiceSet, Evidence};

/// Reads a table of counts.
pub(crate) fn read(sheet: &Sheet, options: &ImportOptions) -> Option<Reading> {
    let mut left_out = Vec::new();
    let rows = Filters::of(sheet, options.choices).choose(sheet, &mut left_out);
    let layout = Layout::chosen(sheet)?;
    let fields = StepFields::of_funnel(sheet, &layout);
    let fields = if options.choices.purpose.is_counting() { fields.without_fields() } else { fields };
    let mut odd_cells = OddCells::default();
    let ReadSteps { mut steps, left_out: others, odd_counts, whole_group, repeated } = match &layout {
        Layout::Rows(columns) => steps_in_rows(sheet, &rows, columns, &fields),
        Layout::Columns(columns) => steps_in_columns(sheet, &rows, columns),
    };
    left_out.extend(others);
    if let Layout::Rows(columns) = &layout {
        let words = Vocabulary::new(options.lang);
        let evidence = evidence_by_name(sheet, &rows, columns.name, &words, &mut odd_cells);
        steps.iter_mut().for_each(|step| step.evidence = evidence.get(&fold(&step.name)).copied());
    }
    if steps.is_empty() {
        return None;
    }
    let StepDraft { mut draft, stages, roles } = fields.draft(sheet, &steps, options);
    let role = |nth: usize, column: &SheetColumn| {
        let of_fields = roles.iter().find(|(at, _)| *at == nth).map(|(_, role)| *role);
        of_fields.unwrap_or_else(|| role_in(&layout, nth, column))
    };
    let columns = sheet.columns.iter().enumerate();
    let columns = columns.map(|(nth, column)| {
        let is_chosen = |group: &WholeGroup| group.heading == column.heading;
        let is_told = whole_group.as_ref().is_some_and(is_chosen) || options.choices.filter(&column.heading).is_some();
        let reading = reading(column, role(nth, column));
        // Its rows are chosen, and are not added up.
        if is_told { ColumnReading { source: RoleSource::User, ..reading } } else { reading }
    });
    let columns = columns.collect();
    draft.unit = unit(sheet, &layout).and_then(|unit| text_fit::line(&unit)).map(|fitted| fitted.value);
    draft.period = period(sheet, &rows, &layout).and_then(|text| text_fit::line(&text)).map(|fitted| fitted.value);
    draft.remarks.extend(odd_cells.remarks(options.choices.purpose, options.lang));
    // A count that is not understood is not kept in the notes.
    draft.remarks.extend(odd_counts.remarks(Purpose::Counts, options.lang));
    draft.remarks.extend(long_rows(sheet, &rows, options.lang));
    let names = listed(repeated.iter().map(|name| options.lang.quoted(&quoted(name))));
    draft.remarks.extend((!names.is_empty()).then(|| Remark::of_all(options.lang.import_added_rows(&names))));
    draft.remarks.extend(layout_remark(sheet, &layout, &steps, options.lang));
    let of_group = |group: WholeGroup| {
        let (name, heading) = (quoted(&group.name), quoted(&group.heading));
        Remark::of_all(options.lang.import_whole_group(&name, &heading))
    };
    draft.remarks.extend(whole_group.map(of_group));
    Some(Reading {
        shape: Shape::Funnel,
        table: 0,
        is_shape_guessed: options.choices.shape.is_none(),
        columns,
        stages,
        left_out,
        values: CellValues::default(),
        imported: draft.build(options),
    })
}

/// Returns the remark that rows have more cells than there are headings, as counts such as `18,240` make without quotation marks.
fn long_rows(sheet: &Sheet, rows: &[&GridRow], lang: &Lang) -> Option<Remark> {
    let last = sheet.columns.iter().rposition(|column| !column.heading.is_empty()).filter(|_| sheet.has_headings)?;
    let is_long = |row: &&&GridRow| row.cells.iter().skip(last + 1).any(|cell| amount::parse(cell.trim()).is_some());
    let mut long = rows.iter().filter(is_long);
    let first = long.next()?;
    Some(Remark::at(first.line, lang.import_long_count_rows(1 + long.count())))
}

/// Returns the remark that counts of several columns are added up, or that steps have only numbers.
fn layout_remark(sheet: &Sheet, layout: &Layout, steps: &[CountedStep], lang: &Lang) -> Option<Remark> {
    let heading = |nth: usize| lang.quoted(&quoted(&sheet.columns[nth].heading));
    match layout {
        Layout::Columns(_) => None,
        Layout::Rows(rows) if rows.is_numbered => {
            let names = listed(steps.iter().take(2).map(|step| lang.quoted(&quoted(&step.name))));
            Some(Remark::of_all(lang.import_numbered_steps(&heading(rows.name), &names)))
        }
        Layout::Rows(rows) => {
            let columns = &rows.counts.columns;
            let headings = listed(columns.iter().map(|&nth| heading(nth)));
            (columns.len() > 1).then(|| Remark::of_all(lang.import_added_columns(&headings)))
        }
    }
}

/// Returns the evidence of the counts by the names of the steps, if the table has a column of it. A step has the weakest
/// evidence of its rows.
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

/// Returns what a column is for in a layout.
fn role_in(layout: &Layout, nth: usize, column: &SheetColumn) -> Role {
    match layout {
        Layout::Rows(rows) if nth == rows.name => Role::Field("touchpoint"),
        Layout::Rows(rows) if rows.counts.columns.contains(&nth) => Role::Field("reach"),
        Layout::Columns(columns) if columns.contains(&nth) => Role::StepCounts,
        // Each row is a group of customers.
        Layout::Columns(_) if is_group(column) => Role::Segment,
        Layout::Rows(_) | Layout::Columns(_) => other_role(column),
    }
}

/// Returns true if a column of our own fields may name groups of customers.
fn is_group(column: &SheetColumn) -> bool {
    let may_be = matches!(column.role, Role::Field("touchpoint" | "phase" | "channel" | "owner" | "actors" | "kind"));
    may_be && column.profile.values() > 0 && !column.profile.is_numbers()
}

/// Returns what a column is for that holds neither steps nor their counts.
fn other_role(column: &SheetColumn) -> Role {
    let profile = &column.profile;
    match column.role {
        Role::Date if profile.is_counts() && !profile.is_dates() => Role::LeftOut,
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

/// Returns a column with what it was taken for.
pub(super) fn reading(column: &SheetColumn, role: Role) -> ColumnReading {
    // It is a guess if a heading of ours is taken for something else than what it means.
    let is_own = column.source == RoleSource::Own && role != column.role;
    ColumnReading {
        heading: column.heading.clone(),
        role,
        source: if is_own { RoleSource::Guess } else { column.source },
        examples: column.profile.examples.clone(),
    }
}

/// Returns what is counted, if the headings say so, such as `users` in `Active users (% of Step 1)`.
fn unit(sheet: &Sheet, layout: &Layout) -> Option<String> {
    let unit = |&nth: &usize| {
        let words = words_of(&without_brackets(&sheet.columns[nth].heading));
        words.into_iter().rev().find(|word| is_unit(word))
    };
    match layout {
        Layout::Rows(rows) => rows.counts.columns.iter().find_map(unit),
        Layout::Columns(_) => None,
    }
}

/// Returns the period of the counts: by the dates of the rows, else by the headings or by the titles above them.
fn period(sheet: &Sheet, rows: &[&GridRow], layout: &Layout) -> Option<String> {
    let mut span = Span::default();
    let is_date = |column: &SheetColumn| column.role == Role::Date || column.profile.is_dates();
    for (nth, _) in sheet.columns.iter().enumerate().filter(|(_, column)| is_date(column)) {
        span.add(rows.iter().filter_map(|row| row.cells.get(nth)));
    }
    let above = || sheet.above.iter().flat_map(|row| row.cells.iter());
    let titles = || above().find_map(period_in).or_else(|| period_between(above()));
    let column = || {
        let at = sheet.field("period")?;
        rows.iter().map(|row| sheet.text(row, at)).find(|text| !text.is_empty())
    };
    let headings = || match layout {
        Layout::Rows(StepRows { counts, .. }) if counts.hint == CountHint::Period => {
            period_of(&counts.columns.iter().map(|&nth| sheet.columns[nth].heading.as_str()).collect::<Vec<_>>())
        }
        Layout::Rows(_) | Layout::Columns(_) => None,
    };
    span.text().or_else(column).or_else(headings).or_else(titles)
}
