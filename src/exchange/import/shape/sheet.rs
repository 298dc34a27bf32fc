//! A grid with its headings found: what stands above them, what each column is for, and the rows below.

use std::collections::{HashMap, HashSet};

use super::amount::{self, Amount};
use super::choices::Choices;
use super::heading::{HeadingMeaning, meaning};
use super::heading_words::is_personal;
use super::number_headings::headings_above_numbers;
use super::profile::{self, Profile};
use super::role::Role;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::vocabulary::{Vocabulary, plain};
use crate::map::text::{fold, is_same_name, one_line};

/// The number of rows in which headings are looked for.
const HEADING_ROWS: usize = 60;
/// The most words of a heading that is not known as a whole.
const MAX_HEADING_WORDS: usize = 6;

/// Parts of the words for a touchpoint, in six languages.
pub(crate) const TOUCHPOINT_PARTS: [&str; 5] = ["touchpoint", "contact", "kontakt", "contatt", "contato"];

/// The columns of an inventory that say something about counts.
const FIELDS_OF_COUNTS: [&str; 12] =
    ["map", "file", "id", "phase", "step", "touchpoint", "reach", "unit", "period", "evidence", "metric", "order"];

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct SheetColumn {
    /// The heading on one line; empty if it has none.
    pub heading: String,
    pub role: Role,
    /// Whether the role comes from the user, from our own headings, or from a guess.
    pub source: RoleSource,
    pub is_weak: bool,
    pub profile: Profile,
}

/// How the role of a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleSource {
    User,
    /// It is a heading of our own inventory.
    Own,
    Guess,
    /// Nothing is known about it.
    Unknown,
}

/// A grid with its headings.
pub(crate) struct Sheet<'a> {
    /// The rows above the headings that are not blank: titles and comments.
    pub above: Vec<&'a GridRow>,
    pub columns: Vec<SheetColumn>,
    /// The rows below the headings that are not blank.
    pub rows: Vec<&'a GridRow>,
    /// The rows that repeat the headings.
    pub repeated: Vec<&'a GridRow>,
    /// False if the columns are named by the letters of a spreadsheet.
    pub has_headings: bool,
}

impl<'a> Sheet<'a> {
    /// Finds the headings of a grid; none if no row looks like headings.
    pub(crate) fn of(grid: &'a Grid, choices: &Choices, words: &Vocabulary) -> Option<Sheet<'a>> {
        let (found, _) = heading_row(&grid.rows, choices, words);
        let first = || grid.rows.iter().position(|row| !is_blank(row)).filter(|_| choices.has_headings == Some(true));
        let above_numbers = || headings_above_numbers(&grid.rows).filter(|_| choices.has_headings.is_none());
        let at = found.or_else(first).or_else(above_numbers)?;
        let above = grid.rows[..at].iter().filter(|row| !is_blank(row)).collect();
        let below = grid.rows[at + 1..].iter().filter(|row| !is_blank(row));
        let (repeated, rows): (Vec<&GridRow>, Vec<&GridRow>) = below.partition(|row| is_same_row(row, &grid.rows[at]));
        let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(grid.rows[at].cells.len());
        let heading = |nth: usize| grid.rows[at].cells.get(nth).map(|cell| one_line(cell).into_owned());
        let sample = profile::sample(&rows);
        let mut same_headings = HashMap::new();
        let columns = (0..count).map(|nth| {
            let heading = heading(nth).unwrap_or_default();
            let profile = Profile::of(&sample, nth);
            let known = meaning(&heading, words);
            let same = same_headings.entry(fold(&heading)).or_insert(0_usize);
            let place = *same;
            *same += usize::from(profile.filled > 0);
            let (role, source) = match (choices.role(&heading, Some(place)), known) {
                (Some(role), _) => (role, RoleSource::User),
                (None, Some(HeadingMeaning { role, is_own: true, .. })) => (role, RoleSource::Own),
                (None, Some(HeadingMeaning { role, .. })) => (role, RoleSource::Guess),
                (None, None) => (Role::Noted, RoleSource::Unknown),
            };
            let is_weak = source != RoleSource::User && known.is_some_and(|known| known.is_weak);
            // A column of counts has numbers.
            let is_wrong = source == RoleSource::Guess && role == Role::Field("reach") && !profile.may_be_numbers();
            let (role, source) = if is_wrong { (Role::Noted, RoleSource::Unknown) } else { (role, source) };
            SheetColumn { heading, role, source, is_weak, profile }
        });
        let mut sheet = Sheet { above, columns: columns.collect(), rows, repeated, has_headings: true };
        sheet.drop_touchpoints_of_numbers();
        sheet.find_persons();
        sheet.find_named_steps();
        sheet.find_phases(choices);
        if choices.purpose.is_counting() {
            sheet.find_names_of_counts();
        }
        Some(sheet)
    }

    /// Withdraws the guess that a column of only numbers holds touchpoints, if another column has texts.
    fn drop_touchpoints_of_numbers(&mut self) {
        let is_text = |column: &SheetColumn| column.profile.values() > 0 && !column.profile.is_numbers();
        let has_texts = self.columns.iter().any(is_text);
        for column in self.columns.iter_mut().filter(|_| has_texts) {
            let is_guess = column.source == RoleSource::Guess;
            if is_guess && column.role.is_field("touchpoint") && column.profile.is_numbers() {
                (column.role, column.source) = (Role::Noted, RoleSource::Unknown);
            }
        }
    }

    /// Takes the names in a list of customers for persons, not for touchpoints.
    fn find_persons(&mut self) {
        let personal = self.columns.iter().filter(|column| is_personal(&column.heading)).count();
        for column in self.columns.iter_mut().filter(|_| personal >= 2) {
            if column.is_weak && column.role.is_field("touchpoint") {
                column.role = Role::Person;
                column.source = RoleSource::Guess;
            }
        }
    }

    /// Takes a column of steps that are texts for the touchpoints, if no other column holds them. Numbers are our steps.
    fn find_named_steps(&mut self) {
        let has_touchpoints = self.columns.iter().any(|each| each.role.is_field("touchpoint") && !each.is_weak);
        for column in self.columns.iter_mut().filter(|_| !has_touchpoints) {
            let has_texts = column.profile.filled > 0 && !column.profile.is_numbers();
            if has_texts && column.source == RoleSource::Own && column.role.is_field("step") {
                column.role = Role::Field("touchpoint");
                column.source = RoleSource::Guess;
            }
        }
    }

    /// Takes a column of metrics or of ids for the names of counts, if there are no other names.
    fn find_names_of_counts(&mut self) {
        let names = ["touchpoint", "step", "phase"];
        let has_names = names.iter().any(|name| self.field(name).is_some());
        let found = self.field("metric").or_else(|| self.field("id"));
        if let Some(at) = found.filter(|_| !has_names && self.field("reach").is_some()) {
            self.columns[at].role = Role::Field("touchpoint");
        }
    }

    /// Leaves out every field that says nothing about counts.
    pub(crate) fn leave_out_unless_counted(&mut self) {
        for column in &mut self.columns {
            let is_left_out = match column.role {
                Role::Field(name) => !FIELDS_OF_COUNTS.contains(&name),
                Role::X | Role::Y | Role::Colour | Role::Tags | Role::Technical | Role::Noted => true,
                Role::Date | Role::Person | Role::Activity | Role::StepCounts | Role::Computed => false,
                Role::Money | Role::Segment | Role::LeftOut => false,
            };
            if is_left_out {
                column.role = Role::LeftOut;
            }
        }
    }

    /// Returns the position of the first column with a role.
    pub(crate) fn position(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// Returns the position of a column of the inventory; one that the user chose goes first, a weak one last.
    pub(crate) fn field(&self, name: &str) -> Option<usize> {
        let columns = self.columns.iter().enumerate().filter(|(_, column)| column.role.is_field(name));
        columns.min_by_key(|(_, column)| column.rank()).map(|(nth, _)| nth)
    }

    /// Returns the text of a cell on one line.
    pub(crate) fn text(&self, row: &GridRow, at: usize) -> String {
        row.cells.get(at).map(|cell| one_line(cell).into_owned()).unwrap_or_default()
    }

    /// Finds the column that names the phases: by the user's stage names, else by its content.
    fn find_phases(&mut self, choices: &Choices) {
        let names: HashSet<String> = choices.phases.iter().map(|(name, _)| fold(name.trim())).collect();
        let is_chosen = |column: &SheetColumn| column.source == RoleSource::User;
        if !names.is_empty() && !self.columns.iter().any(|each| is_chosen(each) && each.role.is_field("phase")) {
            let hits = |nth: usize| {
                let found: HashSet<String> = self.rows.iter().map(|row| fold(self.text(row, nth).trim())).collect();
                names.intersection(&found).count()
            };
            let open = (0..self.columns.len()).filter(|&nth| !is_chosen(&self.columns[nth]));
            let best = open.map(|nth| (hits(nth), nth)).filter(|(hits, _)| *hits > 0);
            if let Some((_, nth)) = best.max_by_key(|&(hits, nth)| (hits, usize::MAX - nth)) {
                self.set_phase_column(nth, RoleSource::User);
            }
        }
        if self.field("phase").is_none() {
            let touchpoint = self.field("touchpoint");
            let is_open = |nth: usize, each: &SheetColumn| {
                each.role == Role::Noted || each.role.is_field("touchpoint") && touchpoint != Some(nth)
            };
            let mut columns = self.columns.iter().enumerate();
            let found = columns.find(|(nth, each)| is_open(*nth, each) && each.profile.is_stages()).map(|(nth, _)| nth);
            if let Some(nth) = found {
                self.set_phase_column(nth, RoleSource::Guess);
            }
        }
    }

    fn set_phase_column(&mut self, nth: usize, source: RoleSource) {
        for column in &mut self.columns {
            if column.role.is_field("phase") {
                column.role = Role::Noted;
            }
        }
        self.columns[nth].role = Role::Field("phase");
        self.columns[nth].source = source;
    }
}

impl SheetColumn {
    /// Returns how little the column is preferred for its role.
    pub(crate) fn rank(&self) -> (u8, bool, bool) {
        let rank = match self.source {
            RoleSource::User => 0,
            RoleSource::Own => 1,
            RoleSource::Guess => 2,
            RoleSource::Unknown => 3,
        };
        let says_contact = TOUCHPOINT_PARTS.iter().any(|part| plain(&self.heading).contains(part));
        (rank, self.is_weak, !says_contact)
    }
}

/// Returns true if a row has no text.
pub(crate) fn is_blank(row: &GridRow) -> bool {
    row.cells.iter().all(|cell| cell.trim().is_empty())
}

/// Returns true if a row repeats the headings, and there is more than one.
fn is_same_row(row: &GridRow, headings: &GridRow) -> bool {
    let texts = |row: &'_ GridRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let count = headings.cells.len().max(row.cells.len());
    let is_same = |at: usize| {
        let text = |row: &GridRow| one_line(row.cells.get(at).unwrap_or_default()).into_owned();
        text(row) == text(headings)
    };
    row.cells.get(0).map(str::trim) == headings.cells.get(0).map(str::trim)
        && texts(headings) >= 2
        && (0..count).all(is_same)
}

/// Returns true if a row is a comment: its first text begins with `#` and is the only one.
pub(crate) fn is_comment(row: &GridRow) -> bool {
    let mut texts = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    texts.next().is_some_and(|first| first.trim().starts_with('#')) && texts.next().is_none()
}

/// Returns the position of the row with most known headings, and their number. Of rows that are nearly as good, it is the
/// first. In pasted cells, only narrow rows may stand above it.
pub(crate) fn heading_row(rows: &[GridRow], choices: &Choices, words: &Vocabulary) -> (Option<usize>, usize) {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut is_first = true;
    let mut widest_above = 0;
    let candidates = rows.iter().enumerate().filter(|(_, row)| !is_blank(row) && !is_comment(row));
    for (at, row) in candidates.take(HEADING_ROWS) {
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let scores: Vec<usize> = texts.iter().map(|cell| heading_score(cell, choices, words)).collect();
        let known = scores.iter().filter(|score| **score > 0).count();
        let has_numbers = texts.iter().any(|cell| matches!(amount::parse(cell), Some(Amount::Count(_))));
        // A single word may also stand in a cell, so only the first row of that width counts with one.
        let is_candidate =
            known >= 2 && !has_numbers || known >= 1 && (is_first || texts.len() >= 2 && widest_above <= 1);
        let is_candidate = is_candidate && (is_first || widest_above <= 1 || !choices.is_pasted);
        let score: usize = scores.iter().sum();
        if is_candidate && best.is_none_or(|(other, ..)| score > other + 1) {
            best = Some((score, at, known));
        }
        is_first = false;
        widest_above = widest_above.max(texts.len());
    }
    best.map_or((None, 0), |(_, at, known)| (Some(at), known))
}

/// Returns how well a text is known as a heading: 0 if it is not.
fn heading_score(text: &str, choices: &Choices, words: &Vocabulary) -> usize {
    let is_one_of_same = |(heading, _, _): &(String, usize, Role)| is_same_name(heading, text);
    if choices.role(text, None).is_some() || choices.same_columns.iter().any(is_one_of_same) {
        return 3;
    }
    let is_heading_like = !text.contains([';', '\n', '•']) && text.split_whitespace().count() <= MAX_HEADING_WORDS;
    match meaning(text, words).filter(|_| is_heading_like) {
        Some(known) if known.is_exact => 2,
        Some(_) => 1,
        None => 0,
    }
}
