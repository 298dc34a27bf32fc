//! Logs with one row for each visit of a person: how many different people reached each stage.

use std::collections::{HashMap, HashSet};

use super::choices::Shape;
use super::dates::Span;
use super::filters::Filters;
use super::funnel::reading;
use super::heading_words::is_address;
use super::pipeline::place;
use super::reading::{ColumnReading, LeftOutReason, LeftOutRow, Reading};
use super::role::Role;
use super::sheet::{Sheet, SheetColumn};
use super::step_fields::{StepCell, StepDraft, StepFields};
use super::steps::{CountedStep, first_text, has_text};
use super::text_fit;
use super::times::sort_by_time;
use super::total::is_exit;
use super::values::CellValues;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::quote::quoted;
use crate::exchange::import::stage::{phase_in_name, phase_of_step};
use crate::exchange::import::{ImportOptions, Remark};
use crate::map::Phase;
use crate::map::text::fold;

/// The columns of a log.
pub(crate) struct EventColumns {
    person: usize,
    stage: usize,
    activity: Option<usize>,
    /// The columns of days and times.
    dates: Vec<usize>,
    /// True if each person has one row, with the stage that they are in now.
    is_snapshot: bool,
}

impl EventColumns {
    /// Finds the columns of persons, who come back in other rows, and of what they reached.
    pub(crate) fn of(sheet: &Sheet, is_chosen: bool) -> Option<EventColumns> {
        let dates: Vec<usize> = (0..sheet.columns.len()).filter(|&nth| sheet.columns[nth].role == Role::Date).collect();
        let person = person_column(sheet, !dates.is_empty())?;
        let profile = &sheet.columns[person].profile;
        let comes_back = comes_back(sheet, person);
        let is_text = |nth: &usize| *nth != person && !sheet.columns[*nth].profile.is_numbers();
        let is_repeated = |nth: &usize| sheet.columns[*nth].profile.distinct < sheet.columns[*nth].profile.filled;
        let activity = || {
            let found = sheet.position(Role::Activity).or_else(|| sheet.field("action"));
            found.filter(|nth| is_text(nth) && is_repeated(nth))
        };
        let phase = sheet.field("phase").filter(is_text);
        let is_snapshot =
            !comes_back && phase.is_some_and(|nth| is_repeated(&nth)) && sheet.field("touchpoint").is_none();
        if profile.filled == 0 || !is_chosen && !comes_back && !is_snapshot {
            return None;
        }
        // With a date in each row, a stage need not come back. A column such as `name` may describe the person.
        let is_stage = |nth: &usize| match sheet.columns[*nth].is_weak {
            true => !dates.is_empty() && differs_for_one_person(sheet, person, *nth),
            false => is_repeated(nth) || comes_back && !dates.is_empty(),
        };
        let step = sheet.field("step").or_else(|| sheet.field("touchpoint")).filter(is_text).filter(is_stage);
        let stage = phase.or(step).or_else(activity)?;
        let activity = activity().filter(|&nth| nth != stage);
        Some(EventColumns { person, stage, activity, dates, is_snapshot })
    }

    /// Returns true if a sheet with our own heading of touchpoints is a log: persons come back, and each row has a date.
    pub(crate) fn are_in_inventory(sheet: &Sheet) -> bool {
        sheet.field("id").is_none() && EventColumns::of(sheet, false).is_some_and(|found| found.is_dated_log())
    }

    fn is_dated_log(&self) -> bool {
        !self.is_snapshot && !self.dates.is_empty()
    }

    /// Returns the columns that the log is counted by.
    fn all(&self) -> Vec<usize> {
        [self.person, self.stage].into_iter().chain(self.activity).chain(self.dates.iter().copied()).collect()
    }
}

/// Returns the column that tells persons apart, by its heading or its addresses; in a table with dates it may also be a
/// column of ids that are repeated.
fn person_column(sheet: &Sheet, has_dates: bool) -> Option<usize> {
    let is_person = |nth: &usize| sheet.columns[*nth].role == Role::Person;
    let persons = (0..sheet.columns.len()).filter(is_person);
    // In a list of cards, an address is that of whoever is responsible for the card.
    let is_card = |column: &SheetColumn| {
        let is_name = column.role.is_field("touchpoint") && !column.is_weak && !column.profile.is_numbers();
        is_name && column.profile.distinct == column.profile.filled
    };
    let has_cards = sheet.columns.iter().any(is_card);
    let is_by_address = |nth: &usize| {
        let column = &sheet.columns[*nth];
        column.role == Role::Noted && !has_cards && (is_address(&column.heading) || column.profile.is_mail())
    };
    let by_address = || (0..sheet.columns.len()).find(is_by_address);
    let by_id = || sheet.field("id").filter(|&nth| has_dates && !has_cards && comes_back(sheet, nth));
    persons.min_by_key(|&nth| sheet.columns[nth].profile.distinct).or_else(by_address).or_else(by_id)
}

/// Returns true if a text stands in several rows of a column.
fn comes_back(sheet: &Sheet, at: usize) -> bool {
    let mut seen = HashSet::new();
    let mut cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(str::trim);
    cells.any(|cell| !cell.is_empty() && !seen.insert(cell))
}

/// Returns true if one person has several texts in a column.
fn differs_for_one_person(sheet: &Sheet, person: usize, at: usize) -> bool {
    let mut of_persons = HashMap::new();
    sheet.rows.iter().any(|row| {
        let text = sheet.text(row, at);
        let first = of_persons.entry(sheet.text(row, person)).or_insert_with(|| text.clone());
        *first != text
    })
}

/// A stage with the persons who reached it.
struct Stage {
    name: String,
    line: usize,
    persons: HashSet<usize>,
    /// The sum of the places that the stage has in the visits of its persons.
    places: usize,
    is_activity: bool,
    cells: Vec<StepCell>,
}

/// Reads a log.
pub(crate) fn read(sheet: &Sheet, columns: &EventColumns, options: &ImportOptions) -> Option<Reading> {
    let mut left_out = Vec::new();
    let mut rows = Filters::of(sheet, options.choices).choose(sheet, &mut left_out);
    let mut span = Span::default();
    let days = columns.dates.iter().find(|&&at| sheet.columns[at].profile.is_dates());
    span.add(rows.iter().filter_map(|row| row.cells.get(*days?)));
    sort_by_time(&mut rows, &columns.dates);
    let fields = StepFields::of_events(sheet, &columns.all());
    let fields = if options.choices.purpose.is_counting() { StepFields::default() } else { fields };
    let mut stages = stages(sheet, &rows, columns, &fields);
    let has_no_stage = |row: &&&GridRow| {
        let at = [Some(columns.stage), columns.activity];
        !has_text(row, columns.person) || !at.into_iter().flatten().any(|at| has_text(row, at))
    };
    let no_text = |row: &&GridRow| LeftOutRow { line: row.line, text: first_text(row), reason: LeftOutReason::NoText };
    left_out.extend(rows.iter().filter(has_no_stage).map(no_text));
    sort_stages(&mut stages, columns.is_snapshot);
    let mut steps = Vec::new();
    for stage in stages {
        let count = stage.persons.len() as u64;
        if is_exit(&stage.name) {
            let text = format!("{}: {count}", stage.name);
            left_out.push(LeftOutRow { line: stage.line, text, reason: LeftOutReason::Exit });
        } else if !stage.is_activity || is_purchase(&stage.name) {
            let step = CountedStep::new(stage.name, stage.line);
            steps.push(CountedStep { count: Some(count), cells: stage.cells, ..step });
        }
    }
    if steps.is_empty() {
        return None;
    }
    let StepDraft { mut draft, stages, roles } = fields.draft(sheet, &steps, options);
    if columns.is_snapshot {
        let heading = quoted(&sheet.columns[columns.person].heading);
        draft.remarks.push(Remark::of_all(options.lang.import_snapshot(&heading)));
    }
    // The dates of a snapshot are those of its rows, not of the counting.
    let span = if columns.is_snapshot { Span::default() } else { span };
    draft.period = span.text().and_then(|text| text_fit::line(&text)).map(|fitted| fitted.value);
    Some(Reading {
        shape: Shape::Events,
        table: 0,
        is_shape_guessed: options.choices.shape.is_none(),
        columns: readings(sheet, columns, &roles),
        stages,
        left_out,
        values: CellValues::default(),
        imported: draft.build(options),
    })
}

/// Collects the stages with their persons; a person counts once a stage, whatever the case of the words.
fn stages(sheet: &Sheet, rows: &[&GridRow], columns: &EventColumns, fields: &StepFields) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    let mut stage_places: HashMap<(bool, String), usize> = HashMap::new();
    let mut persons: HashMap<String, (usize, usize)> = HashMap::new();
    for row in rows {
        let person = fold(&sheet.text(row, columns.person));
        if person.is_empty() {
            continue;
        }
        let count = persons.len();
        let (person, visited) = persons.entry(person).or_insert((count, 0));
        let cells = [(Some(columns.stage), false), (columns.activity, true)];
        for (nth, is_activity) in cells.into_iter().filter_map(|(nth, is_activity)| Some((nth?, is_activity))) {
            let name = sheet.text(row, nth);
            if name.is_empty() {
                continue;
            }
            let at = *stage_places.entry((is_activity, fold(&name))).or_insert_with(|| {
                let (persons, cells) = (HashSet::new(), Vec::new());
                stages.push(Stage { name, line: row.line, persons, places: 0, is_activity, cells });
                stages.len() - 1
            });
            fields.add(&mut stages[at].cells, row);
            if stages[at].persons.insert(*person) && !is_activity {
                stages[at].places += *visited;
                *visited += 1;
            }
        }
    }
    let is_stage: HashSet<String> =
        stages.iter().filter(|stage| !stage.is_activity).map(|stage| fold(&stage.name)).collect();
    stages.retain(|stage| !stage.is_activity || !is_stage.contains(&fold(&stage.name)));
    stages
}

/// Sorts stages, with activities at the end.
///
/// In a log, a stage comes after those that the same persons reached before it. A snapshot does not show that: its stages
/// have the usual order of a pipeline if all are known, else the order of their phases.
fn sort_stages(stages: &mut [Stage], is_snapshot: bool) {
    let has_place = |stage: &Stage| stage.is_activity || is_exit(&stage.name) || place(&stage.name).is_some();
    let have_places = stages.iter().all(has_place);
    let order = |stage: &Stage| match (is_snapshot, have_places) {
        (true, true) => place(&stage.name).unwrap_or_default() as f64,
        (true, false) => phase_of_step(&stage.name).map_or(0, Phase::index) as f64,
        (false, _) => stage.places as f64 / stage.persons.len().max(1) as f64,
    };
    stages.sort_by(|one, other| {
        let by_kind = one.is_activity.cmp(&other.is_activity);
        by_kind.then(order(one).total_cmp(&order(other))).then(one.line.cmp(&other.line))
    });
}

/// Returns true if what a person did is the purchase.
fn is_purchase(activity: &str) -> bool {
    phase_in_name(activity) == Some(Phase::During)
}

/// Returns what the columns were taken for; `of_fields` are the roles of those that hold fields.
fn readings(sheet: &Sheet, columns: &EventColumns, of_fields: &[(usize, Role)]) -> Vec<ColumnReading> {
    let role = |nth: usize| {
        if nth == columns.person {
            Role::Person
        } else if nth == columns.stage {
            Role::Field("touchpoint")
        } else if Some(nth) == columns.activity {
            Role::Activity
        } else if columns.dates.contains(&nth) && !columns.is_snapshot {
            Role::Date
        } else {
            of_fields.iter().find(|(at, _)| *at == nth).map_or(Role::LeftOut, |(_, role)| *role)
        }
    };
    sheet.columns.iter().enumerate().map(|(nth, column)| reading(column, role(nth))).collect()
}
