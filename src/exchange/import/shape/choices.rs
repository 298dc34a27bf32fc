//! What the user decided about a table: its shape, what its columns and stages are, and which rows count.

use super::role::Role;
use crate::map::Phase;
use crate::map::entry::Entry;
use crate::map::text::is_same_name;

/// What the rows and columns of a table stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row for each touchpoint, with the headings of our own inventory.
    Inventory,
    /// One row for each card of a board or each touchpoint of somebody's list.
    Cards,
    /// Lines of text in groups, each with the name of its stage above; no headings.
    Board,
    /// One row or one column for each stage, with several touchpoints in a cell.
    Matrix,
    /// Counts of customers: one row for each step, or one column for each step.
    Funnel,
    /// One row for each visit of a person.
    Events,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Shape; 6] =
        [Shape::Inventory, Shape::Cards, Shape::Board, Shape::Matrix, Shape::Funnel, Shape::Events];

    /// Returns the name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Shape::Inventory => "inventory",
            Shape::Cards => "cards",
            Shape::Board => "board",
            Shape::Matrix => "matrix",
            Shape::Funnel => "funnel",
            Shape::Events => "events",
        }
    }
}

/// What a file is read for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To make a map of it, or to update one.
    #[default]
    Map,
    /// Only for its counts: phases, notes and other fields do not matter.
    Counts,
    /// A map, in the preview of the program. What was guessed has rows of its own there, and no option is named.
    Preview,
    /// Only its counts, in the preview of the program.
    CountPreview,
}

impl Purpose {
    /// Returns true if only counts matter.
    pub(crate) const fn is_counting(self) -> bool {
        match self {
            Purpose::Counts | Purpose::CountPreview => true,
            Purpose::Map | Purpose::Preview => false,
        }
    }

    /// Returns true if the preview of the program shows what was read.
    pub(crate) const fn is_preview(self) -> bool {
        match self {
            Purpose::Preview | Purpose::CountPreview => true,
            Purpose::Map | Purpose::Counts => false,
        }
    }
}

/// A touchpoint that a file makes: its folded name, and how many of that name stand before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    pub name: String,
    pub nth: usize,
}

/// The user's decisions about a file. What is left open is guessed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    pub purpose: Purpose,
    pub shape: Option<Shape>,
    /// The name of the sheet or the heading of the table to read; the source looks at it.
    pub sheet: Option<String>,
    /// The title or the file of the wanted map, if the text is an inventory of several.
    pub map: Option<String>,
    /// The number or the title of the wanted diagram, if the text has several.
    pub diagram: Option<String>,
    /// Whether the first row holds the headings.
    pub has_headings: Option<bool>,
    /// True for pasted cells, which may have been copied without the headings.
    pub is_pasted: bool,
    /// What columns are, by their headings.
    pub columns: Vec<(String, Role)>,
    /// What columns are whose heading other columns have too: the heading, the place among these columns, from 0.
    pub same_columns: Vec<(String, usize, Role)>,
    /// The phase of touchpoints whose stage the table does not name.
    pub phase: Option<Phase>,
    /// The phases of stages, by the stages' names.
    pub phases: Vec<(String, Phase)>,
    /// Only rows with these values count: headings with their values.
    pub filters: Vec<(String, String)>,
    /// The touchpoints that the user leaves out.
    pub left_out: Vec<RowKey>,
    /// The touchpoints that match none of the open map and that the user adds.
    pub added: Vec<RowKey>,
    /// What cards with a tag are marked with.
    pub tags: Vec<(String, Entry)>,
    /// What cards of a colour are marked with.
    pub colours: Vec<(String, Entry)>,
}

impl Choices {
    /// Returns true if the user chose nothing about the meaning of a table.
    pub(crate) fn leave_meaning_open(&self) -> bool {
        let columns = self.columns.is_empty() && self.same_columns.is_empty();
        columns && self.shape.is_none() && self.filters.is_empty()
    }

    /// Returns what the user chose a column to be. `place` tells it from others with the same heading, from 0.
    pub(crate) fn role(&self, heading: &str, place: Option<usize>) -> Option<Role> {
        let mut same = self.same_columns.iter();
        let at_place = same.find(|(each, at, _)| Some(*at) == place && is_same_name(each, heading));
        let by_heading = || self.columns.iter().find(|(each, _)| is_same_name(each, heading)).map(|(_, role)| *role);
        at_place.map(|(_, _, role)| *role).or_else(by_heading)
    }

    /// Takes a column for something else, or for what it is read as.
    pub(crate) fn choose_role(&mut self, heading: &str, place: Option<usize>, role: Option<Role>) {
        let Some(place) = place else {
            self.columns.retain(|(each, _)| !is_same_name(each, heading));
            return self.columns.extend(role.map(|role| (heading.to_owned(), role)));
        };
        self.same_columns.retain(|(each, at, _)| *at != place || !is_same_name(each, heading));
        self.same_columns.extend(role.map(|role| (heading.to_owned(), place, role)));
    }

    /// Returns the phase that the user chose for a stage.
    pub(crate) fn phase_of(&self, stage: &str) -> Option<Phase> {
        self.phases.iter().find(|(each, _)| is_same_name(each, stage)).map(|(_, phase)| *phase)
    }

    /// Puts a stage into a phase, or into the one that is guessed.
    pub(crate) fn choose_phase(&mut self, stage: &str, phase: Option<Phase>) {
        self.phases.retain(|(each, _)| !is_same_name(each, stage));
        self.phases.extend(phase.map(|phase| (stage.to_owned(), phase)));
    }
}
