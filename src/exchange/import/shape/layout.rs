//! How a table of counts lays out its steps: one row for each step, or one column for each step.

use super::count_columns::{CountColumns, CountHint, counts_up};
use super::heading::words_of;
use super::periods::is_period;
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn};
use crate::exchange::import::stage::phase_of_step;

/// Words in the headings of steps, in six languages, folded.
#[rustfmt::skip]
const STEP_WORDS: &[&str] = &[
    "step", "steps", "stage", "stages", "phase", "phases", "funnel", "event", "events", "page", "pages", "screen", "touchpoint",
    "paso", "pasos", "etapa", "etapas", "fase", "fases", "embudo", "evento", "eventos", "pagina", "paginas", "pantalla", "etape",
    "etapes", "evenement", "schritt", "schritte", "stufe", "trichter", "ereignis", "seite", "passo", "passos", "passaggio", "passaggi",
    "tappa", "imbuto", "funil", "pipeline", "milestone", "hito",
];

/// Where a table of counts has its steps.
pub(crate) enum Layout {
    Rows(StepRows),
    /// The columns that are steps with their counts.
    Columns(Vec<usize>),
}

/// A table with a row for each step.
pub(crate) struct StepRows {
    /// The column of the steps' names.
    pub name: usize,
    /// True if the names are only numbers.
    pub is_numbered: bool,
    pub counts: CountColumns,
}

impl Layout {
    /// Finds out how a sheet lays out its steps; none if it seems to have none.
    pub(crate) fn of(sheet: &Sheet) -> Option<Layout> {
        let columns = step_columns(sheet);
        let is_chosen = |nth: &usize| sheet.columns[*nth].source == RoleSource::User;
        if columns.len() >= 2 && columns.iter().any(is_chosen) {
            return Some(Layout::Columns(columns));
        }
        let rows = StepRows::of(sheet).map(Layout::Rows);
        rows.or_else(|| (columns.len() >= 2).then_some(Layout::Columns(columns)))
    }

    /// Returns the layout of a sheet that the user takes for a table of counts.
    pub(crate) fn chosen(sheet: &Sheet) -> Option<Layout> {
        let rows = || {
            let (name, count) = (names(sheet).next()?, sheet.field("reach")?);
            let counts = CountColumns { columns: vec![count], hint: CountHint::Counted };
            Some(Layout::Rows(StepRows { name, is_numbered: false, counts }))
        };
        Layout::of(sheet).or_else(rows).or_else(|| Some(Layout::Columns(step_columns(sheet))))
    }
}

impl StepRows {
    fn of(sheet: &Sheet) -> Option<StepRows> {
        let rows = |name: usize, is_numbered: bool| {
            Some(StepRows { name, is_numbered, counts: CountColumns::of(sheet, name)? })
        };
        let named = names(sheet).next().and_then(|name| rows(name, false)).filter(|rows| rows.is_plausible(sheet));
        let unnamed = || {
            let name = (0..sheet.columns.len()).find(|&nth| may_be_names(&sheet.columns[nth]))?;
            let has_persons = sheet.columns.iter().any(|column| column.role == Role::Person);
            rows(name, false).filter(|rows| !has_persons && rows.has_steps_below(sheet))
        };
        let numbered = || {
            let is_number = |column: &SheetColumn| column.profile.is_numbers() && is_step_column(column);
            let has_texts = |column: &SheetColumn| column.role == Role::Noted && is_text(column);
            let name = sheet.columns.iter().position(is_number).filter(|_| !sheet.columns.iter().any(has_texts))?;
            rows(name, true).filter(|rows| rows.counts.hint <= CountHint::Counted)
        };
        named.or_else(unnamed).or_else(numbered)
    }

    /// Returns true if the table seems to be one of steps rather than of cards.
    fn is_plausible(&self, sheet: &Sheet) -> bool {
        let is_of_cards = |column: &SheetColumn| {
            matches!(column.role, Role::Field("pain" | "need" | "emotion" | "action" | "kind" | "intent" | "value"))
                && is_text(column)
        };
        match self.counts.hint {
            CountHint::Chosen | CountHint::Total | CountHint::Entered | CountHint::Own | CountHint::Counted => true,
            CountHint::Period if self.counts.columns.len() >= 2 => true,
            CountHint::Period | CountHint::Left => is_step_column(&sheet.columns[self.name]),
            CountHint::Numbers => {
                is_step_column(&sheet.columns[self.name])
                    && !sheet.columns.iter().any(is_of_cards)
                    && !self.has_step_headings(sheet)
            }
        }
    }

    /// Returns true if the cells below an unknown heading are steps rather than groups of customers.
    fn has_steps_below(&self, sheet: &Sheet) -> bool {
        let is_step = |cell: &String| phase_of_step(cell).is_some();
        match self.counts.hint {
            CountHint::Chosen | CountHint::Own => true,
            CountHint::Period => self.counts.columns.len() >= 2,
            CountHint::Total | CountHint::Entered | CountHint::Counted | CountHint::Numbers => {
                sheet.columns[self.name].profile.examples.iter().any(is_step) && !self.has_step_headings(sheet)
            }
            CountHint::Left => false,
        }
    }

    /// Returns true if the headings of the counts name steps.
    fn has_step_headings(&self, sheet: &Sheet) -> bool {
        self.counts.columns.iter().any(|&nth| phase_of_step(&sheet.columns[nth].heading).is_some())
    }
}

/// Returns the columns that may hold the names of steps, the best first.
fn names(sheet: &Sheet) -> impl Iterator<Item = usize> {
    let of_field = |name: &'static str| {
        let mut found: Vec<usize> = (0..sheet.columns.len())
            .filter(|&nth| sheet.columns[nth].role.is_field(name) && is_text(&sheet.columns[nth]))
            .collect();
        found.sort_by_key(|&nth| sheet.columns[nth].rank());
        found
    };
    [of_field("step"), of_field("touchpoint"), of_field("phase")].into_iter().flatten()
}

fn is_text(column: &SheetColumn) -> bool {
    column.profile.values() > 0 && !column.profile.is_numbers()
}

/// Returns true if a column of unknown meaning has a different text in each row.
fn may_be_names(column: &SheetColumn) -> bool {
    let profile = &column.profile;
    let is_open = column.role == Role::Noted && column.source == RoleSource::Unknown;
    is_open && is_text(column) && !profile.is_dates() && profile.filled > 1 && profile.distinct == profile.filled
}

/// Returns true if the heading of a column says that it has steps.
fn is_step_column(column: &SheetColumn) -> bool {
    let is_known = matches!(column.role, Role::Field("step" | "touchpoint" | "phase"));
    is_known && words_of(&column.heading).iter().any(|word| STEP_WORDS.contains(&word.as_str()))
}

/// Returns the columns of a sheet that may be steps with their counts: any heading may be the name of a step.
fn step_columns(sheet: &Sheet) -> Vec<usize> {
    let is_step = |column: &SheetColumn| {
        let is_chosen = column.source == RoleSource::User;
        match column.role {
            Role::StepCounts => true,
            Role::Field("step") if is_chosen => column.profile.is_numbers(),
            Role::Field("id") if column.heading.trim() != "#" => false,
            Role::Field("id" | "step" | "order") => is_counted(column) && !counts_up(column),
            Role::Field(_) | Role::Noted => is_counted(column),
            Role::Person | Role::Activity | Role::Segment => is_counted(column) && words_of(&column.heading).len() == 1,
            Role::X | Role::Y | Role::Colour | Role::Tags | Role::Date => false,
            Role::Computed | Role::Money | Role::Technical | Role::LeftOut => false,
        }
    };
    let has_heading = |nth: &usize| !sheet.columns[*nth].heading.is_empty();
    (0..sheet.columns.len()).filter(has_heading).filter(|&nth| is_step(&sheet.columns[nth])).collect()
}

/// Returns true if a column has counts and its heading is no period.
fn is_counted(column: &SheetColumn) -> bool {
    column.profile.is_mostly_counts() && !is_period(&column.heading)
}
