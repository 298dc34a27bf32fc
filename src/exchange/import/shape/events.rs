//! Logs with one row for each visit of a person: how many different people reached each stage.

use std::collections::{HashMap, HashSet};

use super::choices::Shape;
use super::dates::{DateOrder, Span, parse_in};
use super::filters::Filters;
use super::funnel::draft_of;
use super::reading::{ColumnReading, LeftOutReason, LeftOutRow, Reading};
use super::role::Role;
use super::sheet::{Sheet, SheetColumn};
use super::steps::CountedStep;
use super::text_fit;
use super::total::is_exit;
use super::values::CellValues;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::odd_cells::OddCells;
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
    date: Option<usize>,
    /// True if each person has one row, with the stage that they are in now.
    is_snapshot: bool,
}

impl EventColumns {
    /// Finds the columns of persons, who come back in other rows, and of what they reached.
    pub(crate) fn of(sheet: &Sheet, is_chosen: bool) -> Option<EventColumns> {
        let persons = (0..sheet.columns.len()).filter(|&nth| sheet.columns[nth].role == Role::Person);
        let person = persons.min_by_key(|&nth| sheet.columns[nth].profile.distinct)?;
        let profile = &sheet.columns[person].profile;
        let comes_back = || {
            let mut seen = HashSet::new();
            sheet.rows.iter().any(|row| !seen.insert(row.cells.get(person).map(|cell| cell.trim())))
        };
        let is_text = |nth: &usize| *nth != person && !sheet.columns[*nth].profile.is_numbers();
        let is_repeated = |nth: &usize| sheet.columns[*nth].profile.distinct < sheet.columns[*nth].profile.filled;
        let activity = || {
            let found = sheet.position(Role::Activity).or_else(|| sheet.field("action"));
            found.filter(|nth| is_text(nth) && is_repeated(nth))
        };
        let strong = |nth: &usize| !sheet.columns[*nth].is_weak;
        let phase = sheet.field("phase").filter(is_text);
        let comes_back = comes_back();
        let is_snapshot =
            !comes_back && phase.is_some_and(|nth| is_repeated(&nth)) && sheet.field("touchpoint").is_none();
        if profile.filled == 0 || !is_chosen && !comes_back && !is_snapshot {
            return None;
        }
        let step = sheet
            .field("step")
            .or_else(|| sheet.field("touchpoint"))
            .filter(|nth| is_text(nth) && strong(nth) && is_repeated(nth));
        let stage = phase.or(step).or_else(activity)?;
        let activity = activity().filter(|&nth| nth != stage);
        Some(EventColumns { person, stage, activity, date: sheet.position(Role::Date), is_snapshot })
    }
}

/// A stage with the persons who reached it.
struct Stage {
    name: String,
    line: usize,
    persons: HashSet<usize>,
    /// The sum of the places that the stage has in the visits of its persons.
    places: usize,
    is_activity: bool,
}

/// Reads a log.
pub(crate) fn read(sheet: &Sheet, columns: &EventColumns, options: &ImportOptions) -> Option<Reading> {
    let mut left_out = Vec::new();
    let mut rows = Filters::of(sheet, options.choices).choose(sheet, &mut left_out);
    let mut span = Span::default();
    if let Some(date) = columns.date {
        let cells = rows.iter().filter_map(|row| row.cells.get(date));
        span.add(cells.clone());
        let order = DateOrder::of(cells);
        rows.sort_by_cached_key(|row| row.cells.get(date).and_then(|cell| parse_in(order, cell)));
    }
    let mut stages = stages(sheet, &rows, columns);
    // A stage comes after those that the same persons reached before it.
    stages.sort_by(|one, other| {
        let mean = |stage: &Stage| stage.places as f64 / stage.persons.len().max(1) as f64;
        let phase = |stage: &Stage| phase_of_step(&stage.name).map_or(0, Phase::index) as f64;
        let place = |stage: &Stage| (stage.is_activity, if columns.is_snapshot { phase(stage) } else { mean(stage) });
        place(one).partial_cmp(&place(other)).unwrap_or(std::cmp::Ordering::Equal).then(one.line.cmp(&other.line))
    });
    let mut steps = Vec::new();
    for stage in stages {
        let count = stage.persons.len() as u64;
        if is_exit(&stage.name) {
            let text = format!("{}: {count}", stage.name);
            left_out.push(LeftOutRow { line: stage.line, text, reason: LeftOutReason::Exit });
        } else if !stage.is_activity || is_purchase(&stage.name) {
            steps.push(CountedStep { name: stage.name, line: stage.line, count: Some(count), evidence: None });
        }
    }
    if steps.is_empty() {
        return None;
    }
    let mut odd_cells = OddCells::default();
    let (mut draft, stages) = draft_of(&steps, &mut odd_cells, options);
    draft.remarks = odd_cells.remarks(options.choices.purpose, options.lang);
    if columns.is_snapshot {
        let heading = quoted(&sheet.columns[columns.person].heading);
        draft.remarks.push(Remark::of_all(options.lang.import_snapshot(&heading)));
    }
    // The dates of a snapshot are those of its rows, not of the counting.
    let span = if columns.is_snapshot { Span::default() } else { span };
    draft.period = span.text().and_then(|text| text_fit::line(&text)).map(|fitted| fitted.value);
    Some(Reading {
        shape: Shape::Events,
        is_shape_guessed: options.choices.shape.is_none(),
        columns: readings(sheet, columns),
        stages,
        left_out,
        values: CellValues::default(),
        imported: draft.build(options),
    })
}

/// Collects the stages with their persons; a person counts once a stage, whatever the case of the words.
fn stages(sheet: &Sheet, rows: &[&GridRow], columns: &EventColumns) -> Vec<Stage> {
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
                stages.push(Stage { name, line: row.line, persons: HashSet::new(), places: 0, is_activity });
                stages.len() - 1
            });
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

/// Returns true if what a person did is the purchase.
fn is_purchase(activity: &str) -> bool {
    phase_in_name(activity) == Some(Phase::During)
}

fn readings(sheet: &Sheet, columns: &EventColumns) -> Vec<ColumnReading> {
    let role = |nth: usize| {
        if nth == columns.person {
            Role::Person
        } else if nth == columns.stage {
            Role::Field("touchpoint")
        } else if Some(nth) == columns.activity {
            Role::Activity
        } else if Some(nth) == columns.date {
            Role::Date
        } else {
            Role::LeftOut
        }
    };
    let reading = |(nth, column): (usize, &SheetColumn)| ColumnReading {
        heading: column.heading.clone(),
        role: role(nth),
        source: column.source,
        examples: column.profile.examples.clone(),
    };
    sheet.columns.iter().enumerate().map(reading).collect()
}
