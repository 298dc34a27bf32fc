//! What a table says about the steps of a funnel besides their counts: fields of their touchpoints, and notes.

use super::assemble::Draft;
use super::dates::DateOrder;
use super::layout::Layout;
use super::role::Role;
use super::sheet::{Sheet, SheetColumn};
use super::stages::{StagePhases, StageReading, phases_of_steps};
use super::steps::CountedStep;
use crate::exchange::import::cells::Cells;
use crate::exchange::import::columns::Columns;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::grouping::GroupedCells;
use crate::exchange::import::identity::KnownTouchpoints;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::row::{ReadRow, RowReader, are_emotions_of_five};
use crate::exchange::import::table::{RowCells, TableRow};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::import::{ImportOptions, Remark};
use crate::lang::Lang;
use crate::map::text::fold;
use crate::map::{Evidence, Phase};

/// The columns of an inventory that are read in another way: they identify, place or count a step.
const NO_FIELDS: [&str; 11] =
    ["map", "file", "id", "phase", "step", "touchpoint", "reach", "unit", "period", "evidence", "order"];

/// What the rows of a step have in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum StepCell {
    #[default]
    Empty,
    /// One value, in one or several rows.
    One(String),
    /// Different values.
    Several,
}

impl StepCell {
    /// Adds the cell of another row.
    fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        match self {
            StepCell::Empty if !cell.is_empty() => *self = StepCell::One(cell.to_owned()),
            StepCell::One(known) if !cell.is_empty() && known != cell => *self = StepCell::Several,
            StepCell::Empty | StepCell::One(_) | StepCell::Several => {}
        }
    }

    fn text(&self) -> &str {
        match self {
            StepCell::One(text) => text,
            StepCell::Empty | StepCell::Several => "",
        }
    }
}

/// The columns that say something about steps besides their counts.
#[derive(Default)]
pub(crate) struct StepFields {
    columns: Vec<usize>,
    /// The column of the stages that the steps are in.
    stage: Option<usize>,
}

/// The touchpoints of steps, and what their columns were taken for.
pub(crate) struct StepDraft {
    pub draft: Draft,
    pub stages: Vec<StageReading>,
    /// The columns that were read, with their roles.
    pub roles: Vec<(usize, Role)>,
}

impl StepFields {
    /// Returns the columns besides names, counts and dates.
    pub(crate) fn of_funnel(sheet: &Sheet, layout: &Layout) -> StepFields {
        let Layout::Rows(rows) = layout else { return StepFields::default() };
        let stage = sheet.field("phase");
        let is_open = |nth: &usize| *nth != rows.name && !rows.counts.columns.contains(nth);
        let is_kept = |column: &SheetColumn| {
            let profile = &column.profile;
            let is_text = profile.values() > 0 && !profile.is_numbers() && !profile.is_dates();
            match column.role {
                Role::Field("emotion" | "votes") => profile.values() > 0,
                // Numbers below a heading such as `Goal` are about the counts, and not a text about the step.
                Role::Field(name) => !NO_FIELDS.contains(&name) && is_text,
                Role::Noted | Role::Segment | Role::Tags | Role::Person | Role::Activity => is_text,
                Role::X | Role::Y | Role::Colour | Role::Date | Role::StepCounts | Role::Computed => false,
                Role::Money | Role::Technical | Role::LeftOut => false,
            }
        };
        let columns = (0..sheet.columns.len()).filter(is_open).filter(|&nth| is_kept(&sheet.columns[nth]));
        StepFields { columns: columns.collect(), stage: stage.filter(is_open) }
    }

    /// Returns only the column of stages, for a purpose that needs no other fields.
    pub(crate) fn without_fields(self) -> StepFields {
        StepFields { columns: Vec::new(), ..self }
    }

    /// Returns the columns of a log that hold a field of touchpoints, besides those that the log is counted by.
    pub(crate) fn of_events(sheet: &Sheet, counted_by: &[usize]) -> StepFields {
        let is_field = |nth: &usize| {
            let column = &sheet.columns[*nth];
            let is_field = matches!(column.role, Role::Field(name) if !NO_FIELDS.contains(&name));
            is_field && column.profile.values() > 0 && !counted_by.contains(nth)
        };
        StepFields { columns: (0..sheet.columns.len()).filter(is_field).collect(), stage: None }
    }

    /// Adds the cells of a row to those of its step.
    pub(crate) fn add(&self, cells: &mut Vec<StepCell>, row: &GridRow) {
        let columns = self.columns.iter().chain(&self.stage);
        cells.resize(self.columns.len() + usize::from(self.stage.is_some()), StepCell::Empty);
        for (cell, &at) in cells.iter_mut().zip(columns) {
            cell.add(row.cells.get(at).unwrap_or_default());
        }
    }

    /// Makes measured touchpoints of steps, and finds their phases.
    pub(crate) fn draft(&self, sheet: &Sheet, steps: &[CountedStep], options: &ImportOptions) -> StepDraft {
        let stages = self.stages(steps, options);
        let roles = self.columns.iter().enumerate().map(|(nth, &at)| (at, self.role(sheet, steps, nth)));
        let mut roles: Vec<(usize, Role)> = roles.collect();
        let count = sheet.columns.len();
        let headings = sheet.columns.iter().map(|column| column.heading.clone());
        // A column for the name follows those of the table.
        let headings: Vec<String> = headings.chain([options.lang.column("touchpoint")]).collect();
        let mut all_roles = vec![Role::LeftOut; count];
        roles.iter().for_each(|&(at, role)| all_roles[at] = if role == Role::Segment { Role::LeftOut } else { role });
        all_roles.push(Role::Field("touchpoint"));
        let columns = Columns::of_roles(&headings, &all_roles, |name| {
            let same = roles.iter().filter(|(_, role)| role.is_field(name)).map(|(at, _)| *at);
            same.min_by_key(|&at| sheet.columns[at].rank())
        });
        let known = KnownTouchpoints::of(&[]);
        let emotions = || {
            let nth = self.columns.iter().position(|&at| columns.position("emotion") == Some(at));
            nth.into_iter().flat_map(|nth| steps.iter().filter_map(move |step| Some(step.cells.get(nth)?.text())))
        };
        let mut reader = RowReader {
            columns: &columns,
            words: &Vocabulary::new(options.lang),
            lang: options.lang,
            known: &known,
            is_counting: false,
            counts_emotions_from_one: are_emotions_of_five(emotions()),
            date_order: DateOrder::DayFirst,
            grouped_cells: GroupedCells::default(),
            odd_cells: OddCells::default(),
            remarks: Vec::new(),
        };
        let mut rows = Vec::new();
        for (step, (phase, is_guess)) in steps.iter().zip(&stages.phases) {
            let cells: Cells = self.cells(step, count).into_iter().collect();
            let row = TableRow { line: step.line, cells: RowCells::Texts(&cells) };
            let Some(mut read) = reader.read(&row, *phase) else { continue };
            measure(&mut read, step);
            read.is_phase_guessed = *is_guess;
            rows.push(read);
        }
        let scope = columns.scope(true);
        let RowReader { odd_cells, mut remarks, .. } = reader;
        remarks.extend(odd_cells.remarks(options.choices.purpose, options.lang));
        remarks.extend(self.remarks_on_several_values(sheet, steps, &roles, options.lang));
        roles.extend(self.stage.filter(|_| stages.are_given).map(|at| (at, Role::Field("phase"))));
        let mut draft = Draft::of(rows, stages.are_given);
        draft.fields = scope.touchpoint.into_iter().filter(|key| *key != "name").chain(["reach", "evidence"]).collect();
        draft.remarks = remarks;
        StepDraft { draft, stages: stages.readings, roles }
    }

    /// Returns the phases of steps: by the stage of each, if the table has it, else by their names and places.
    fn stages(&self, steps: &[CountedStep], options: &ImportOptions) -> StepPhases {
        let chosen = &options.choices.phases;
        let of_step = |step: &CountedStep| match step.cells.get(self.columns.len()) {
            Some(StepCell::One(stage)) => Some(stage.clone()),
            Some(StepCell::Empty | StepCell::Several) | None => None,
        };
        let of_steps: Option<Vec<String>> = steps.iter().map(of_step).collect();
        if let Some(names) = of_steps.filter(|_| self.stage.is_some()) {
            let stages = StagePhases::of(names.iter(), chosen);
            let phase = |name: &String| {
                stages.get(name).map_or((Phase::Before, true), |stage| (stage.phase, stage.origin.is_guess()))
            };
            let phases = names.iter().map(phase).collect();
            return StepPhases { phases, readings: stages.readings, are_given: true };
        }
        let names: Vec<String> = steps.iter().map(|step| step.name.clone()).collect();
        let readings = phases_of_steps(&names, chosen);
        let phases = readings.iter().map(|stage| (stage.phase, stage.origin.is_guess())).collect();
        // The phases are guessed from the names of the steps, so they do not move touchpoints of a map.
        StepPhases { phases, readings, are_given: false }
    }

    /// Returns the cells of a step as a row of the table, followed by its name.
    fn cells<'a>(&self, step: &'a CountedStep, count: usize) -> Vec<&'a str> {
        let mut cells = vec![""; count + 1];
        for (&at, cell) in self.columns.iter().zip(&step.cells) {
            cells[at] = cell.text();
        }
        cells[count] = &step.name;
        cells
    }

    /// Returns what a column is for: a field if some step has one value in it, notes if no step has several.
    fn role(&self, sheet: &Sheet, steps: &[CountedStep], nth: usize) -> Role {
        let column = &sheet.columns[self.columns[nth]];
        let is = |wanted: fn(&StepCell) -> bool| steps.iter().any(|step| step.cells.get(nth).is_some_and(wanted));
        let (has_one, has_several) =
            (is(|cell| matches!(cell, StepCell::One(_))), is(|cell| matches!(cell, StepCell::Several)));
        let is_same_for_all = || {
            let mut texts = steps.iter().filter_map(|step| step.cells.get(nth)).map(|cell| fold(cell.text()));
            let first = texts.next();
            steps.len() > 1 && texts.all(|text| Some(text) == first)
        };
        match column.role {
            Role::Field(_) if has_one => column.role,
            Role::Field(_) => Role::LeftOut,
            Role::Segment if is_same_for_all() => Role::Segment,
            Role::Noted | Role::Segment | Role::Tags | Role::Person | Role::Activity if !has_several => Role::Noted,
            Role::Noted | Role::Segment | Role::Tags | Role::Person | Role::Activity => Role::Segment,
            Role::X | Role::Y | Role::Colour | Role::Date | Role::StepCounts | Role::Computed => Role::LeftOut,
            Role::Money | Role::Technical | Role::LeftOut => Role::LeftOut,
        }
    }

    /// Returns a remark for each field that has several values in a step, and so is left out there.
    fn remarks_on_several_values(
        &self,
        sheet: &Sheet,
        steps: &[CountedStep],
        roles: &[(usize, Role)],
        lang: &Lang,
    ) -> Vec<Remark> {
        let remark = |(nth, &(at, role)): (usize, &(usize, Role))| {
            let has_several = |step: &&CountedStep| step.cells.get(nth) == Some(&StepCell::Several);
            let names = steps.iter().filter(has_several).map(|step| lang.quoted(&quoted(&step.name)));
            let names = listed(names);
            let is_left_out = matches!(sheet.columns[at].role, Role::Field(_)) && !names.is_empty();
            let heading = lang.quoted(&quoted(&sheet.columns[at].heading));
            (is_left_out && role != Role::Segment)
                .then(|| Remark::of_all(lang.import_several_of_step(&heading, &names)))
        };
        roles.iter().enumerate().filter_map(remark).collect()
    }
}

/// The phases of steps, each with whether it is a guess.
struct StepPhases {
    phases: Vec<(Phase, bool)>,
    readings: Vec<StageReading>,
    /// True if they come from a column of the table.
    are_given: bool,
}

/// Sets the count of a step as its reach.
fn measure(read: &mut ReadRow, step: &CountedStep) {
    read.touchpoint.reach = step.count;
    if step.count.is_some() {
        read.touchpoint.evidence = step.evidence.unwrap_or(Evidence::Measured);
    }
}
