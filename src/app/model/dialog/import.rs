//! The preview of a file that is taken in: what each part of it was taken for, and the map that it makes.

use std::path::PathBuf;
use std::sync::Arc;

use super::import_counts::ImportCounts;
use crate::exchange::import::ImportFailure;
use crate::exchange::import::proposal::{Proposal, Rejected};
use crate::exchange::import::read_file::FileContent;
use crate::exchange::import::shape::choices::{Choices, Purpose, Shape};
use crate::exchange::import::shape::reading::{ColumnReading, LeftOutReason};
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::shape::values::{CardMark, MarkedBy};
use crate::exchange::import::source::SourceFormat;
use crate::exchange::measure::count_reading::CountReading;
use crate::lang::Language;
use crate::map::text::is_same_name;
use crate::map::{JourneyMap, Name, Phase, Revision};
use crate::store::OpenError;

/// The most rows that were left out for one reason and are listed.
const LISTED_ROWS: usize = 200;

/// Where the content comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportOrigin {
    File(PathBuf),
    /// A pasted text that may be the path of a file, as terminals paste one that is dropped on them.
    Dropped {
        path: PathBuf,
        text: String,
    },
    /// A pasted table or list.
    Pasted {
        text: Arc<str>,
        format: Option<SourceFormat>,
    },
}

/// What the content goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportTarget {
    NewMap,
    OpenMap,
    /// The reaches of the touchpoints of the open map.
    Reaches,
}

/// The two lists of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportPane {
    /// What each part of the file was taken for.
    Parts,
    /// The map as it will be, or its new reaches.
    Map,
}

/// A row of the list of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportRow {
    /// Why the content cannot be taken in, by its index.
    Fault(usize),
    Target,
    /// The rows that match no touchpoint of the open map.
    Unmatched,
    Shape,
    Table,
    /// Whether the first row holds the headings.
    Headings,
    Diagram,
    /// Which map of an inventory of several is taken in.
    Map,
    /// The phase of everything, if the table names no stages.
    Phase,
    Column(usize),
    /// A column of groups, of which one or all count, by its index.
    Group(usize),
    Stage(usize),
    /// A tag or a colour of the cards, by its index.
    Mark(usize),
    /// The rows that were left out for a reason.
    LeftOut(LeftOutReason),
    /// One of them, by its index.
    LeftOutRow(usize),
    Warning(usize),
}

/// Rows that stand together in the list of parts, under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportRowGroup {
    /// What concerns the whole file; these rows have no heading.
    File,
    Columns,
    Groups,
    Tags,
    Colours,
    Stages,
    LeftOut,
    Warnings,
    Faults,
}

/// What is to be read or interpreted in the background.
#[derive(Clone, Debug)]
pub struct ImportJob {
    /// The number of the request; an answer with another number is late.
    pub number: u64,
    pub content: ImportContent,
    pub choices: Choices,
    /// The title of a new map.
    pub title: Name,
    pub language: Language,
    pub target: ImportTarget,
    /// False if the content may go into the reaches instead, should it be a table of counts.
    pub is_target_chosen: bool,
    pub open_map: Option<JourneyMap>,
    /// Whether rows that match no touchpoint of the open map are added; none adds them only if no row matches.
    pub adds_unmatched: Option<bool>,
}

/// The content that is to be interpreted.
#[derive(Clone, Debug)]
pub enum ImportContent {
    File(PathBuf),
    Text {
        text: Arc<str>,
        /// Its format, if that is known.
        format: Option<SourceFormat>,
    },
    /// It was read before.
    Known(Arc<FileContent>),
}

/// The answer to a job.
#[derive(Debug)]
pub enum ImportOutcome {
    Interpreted {
        content: Arc<FileContent>,
        proposal: Result<Arc<Proposal>, Rejected>,
        counts: CountsFound,
    },
    /// The file cannot be read as any format.
    Refused(ImportFailure),
    /// The file at this path is a map of ours.
    OwnMap(PathBuf),
    Unreadable(OpenError),
}

/// Whether the content can go into the reaches of the open map.
#[derive(Debug)]
pub enum CountsFound {
    No,
    Yes,
    /// The proposal is for that.
    Read(Box<CountReading>),
}

/// The preview.
#[derive(Debug)]
pub struct ImportDialog {
    pub origin: ImportOrigin,
    /// The name of the file, or what was pasted.
    pub name: String,
    pub choices: Choices,
    /// True if the user chose the phase of everything.
    pub is_phase_chosen: bool,
    pub target: ImportTarget,
    pub(crate) is_target_chosen: bool,
    /// True if the content can go into the reaches of the open map.
    pub(crate) offers_reaches: bool,
    /// The rows and their touchpoints, if the content goes into the reaches.
    pub counts: Option<ImportCounts>,
    /// Whether rows that match no touchpoint of the open map are added; none if the user has not chosen.
    pub adds_unmatched: Option<bool>,
    /// The content, once it was read.
    pub(crate) content: Option<Arc<FileContent>>,
    /// The latest proposal; it may be for earlier choices.
    pub proposal: Option<Arc<Proposal>>,
    /// The columns as they were read last.
    pub columns: Vec<ColumnReading>,
    /// Whether the first row holds the headings of the columns; none if the format leaves no choice.
    pub has_headings: Option<bool>,
    /// Why the latest choices, or the file, cannot be taken in.
    pub failure: Option<ImportFailure>,
    /// The number of the request that is being answered.
    pub(crate) request: u64,
    pub is_reading: bool,
    /// True if the proposal is to be taken in as soon as it is there.
    pub(crate) accepts_when_read: bool,
    /// The revision of the open map that was sent with the latest request.
    pub(crate) base_revision: Option<Revision>,
    pub pane: ImportPane,
    pub rows: Vec<ImportRow>,
    /// The index of the chosen row.
    pub chosen: usize,
    /// The index of the chosen line of the map.
    pub map_line: usize,
    /// The reason whose rows are listed.
    pub(crate) opened: Option<LeftOutReason>,
}

impl ImportDialog {
    pub(crate) fn new(origin: ImportOrigin, name: String, target: ImportTarget) -> ImportDialog {
        ImportDialog {
            adds_unmatched: matches!(origin, ImportOrigin::Pasted { .. }).then_some(true),
            origin,
            name,
            choices: Choices { phase: Some(Phase::Before), purpose: Purpose::Preview, ..Choices::default() },
            is_phase_chosen: false,
            target,
            is_target_chosen: false,
            offers_reaches: false,
            counts: None,
            content: None,
            proposal: None,
            columns: Vec::new(),
            has_headings: None,
            failure: None,
            request: 0,
            is_reading: true,
            accepts_when_read: false,
            base_revision: None,
            pane: ImportPane::Parts,
            rows: Vec::new(),
            chosen: 0,
            map_line: 0,
            opened: None,
        }
    }

    /// Returns the chosen row; none while the file is being read.
    pub fn chosen_row(&self) -> Option<ImportRow> {
        self.rows.get(self.chosen).copied()
    }

    /// Returns the number of lines of the list that has the focus.
    pub(crate) fn line_count(&self) -> usize {
        match self.pane {
            ImportPane::Parts => self.rows.len(),
            ImportPane::Map => self.map_line_count(),
        }
    }

    /// Returns the index of the chosen line of the list that has the focus.
    pub(crate) fn line(&self) -> usize {
        match self.pane {
            ImportPane::Parts => self.chosen,
            ImportPane::Map => self.map_line,
        }
    }

    /// Chooses a line of the list that has the focus.
    pub(crate) fn go_to(&mut self, line: usize) {
        match self.pane {
            ImportPane::Parts => self.chosen = line,
            ImportPane::Map => self.map_line = line,
        }
    }

    /// Returns the latest proposal; none if the choices since then cannot be taken in.
    pub fn shown_proposal(&self) -> Option<&Arc<Proposal>> {
        self.proposal.as_ref().filter(|_| self.failure.is_none())
    }

    /// Returns the position of the table that is read.
    pub fn table(&self) -> usize {
        let chosen = self.choices.sheet.as_deref().zip(self.content.as_ref());
        let chosen = chosen.and_then(|(name, content)| content.position_of_table(name));
        chosen.or_else(|| self.proposal.as_ref()?.read.table).unwrap_or_default()
    }

    /// Returns the role that the user chose for a column.
    pub(crate) fn chosen_role(&self, nth: usize) -> Option<Role> {
        self.choices.role(&self.columns.get(nth)?.heading, self.place_among_same(nth))
    }

    /// Takes a column for something else, or for what it was read as.
    pub(crate) fn choose_role(&mut self, nth: usize, role: Option<Role>) {
        let place = self.place_among_same(nth);
        if let Some(column) = self.columns.get(nth) {
            self.choices.choose_role(&column.heading, place, role);
        }
    }

    /// Returns the place of a column among those with the same heading, from 0; none if its heading is the only one.
    fn place_among_same(&self, nth: usize) -> Option<usize> {
        let heading = &self.columns.get(nth)?.heading;
        let same =
            |columns: &[ColumnReading]| columns.iter().filter(|each| is_same_name(&each.heading, heading)).count();
        (same(&self.columns) > 1).then(|| same(&self.columns[..nth]))
    }

    /// Returns the tag or the colour of a row.
    pub(crate) fn mark(&self, nth: usize) -> Option<&CardMark> {
        self.shown_proposal()?.read.values.marks.get(nth)
    }

    /// Returns the group that a row stands in.
    pub(crate) fn group(&self, row: ImportRow) -> ImportRowGroup {
        match row {
            ImportRow::Target
            | ImportRow::Unmatched
            | ImportRow::Shape
            | ImportRow::Table
            | ImportRow::Headings
            | ImportRow::Diagram
            | ImportRow::Map
            | ImportRow::Phase => ImportRowGroup::File,
            ImportRow::Column(_) => ImportRowGroup::Columns,
            ImportRow::Group(_) => ImportRowGroup::Groups,
            ImportRow::Mark(nth) => match self.mark(nth).map(|mark| mark.by) {
                Some(MarkedBy::Colour) => ImportRowGroup::Colours,
                Some(MarkedBy::Tag) | None => ImportRowGroup::Tags,
            },
            ImportRow::Stage(_) => ImportRowGroup::Stages,
            ImportRow::LeftOut(_) | ImportRow::LeftOutRow(_) => ImportRowGroup::LeftOut,
            ImportRow::Warning(_) => ImportRowGroup::Warnings,
            ImportRow::Fault(_) => ImportRowGroup::Faults,
        }
    }

    /// Lists the rows anew and keeps the chosen one. `has_open_map` is true if there is a map to take the content into.
    pub(crate) fn list_rows(&mut self, has_open_map: bool) {
        let chosen = self.chosen_row();
        let faults = self.failure.as_ref().map_or(0, |failure| failure.faults.len().max(1));
        let mut rows: Vec<ImportRow> = (0..faults).map(ImportRow::Fault).collect();
        rows.extend(has_open_map.then_some(ImportRow::Target));
        let content = self.content.as_ref();
        let has_tables = content.is_some_and(|content| content.tables().len() > 1);
        let has_diagrams = content.is_some_and(|content| content.diagrams().len() > 1);
        if let Some(proposal) = self.shown_proposal() {
            let read = &proposal.read;
            rows.extend((!proposal.unmatched.is_empty()).then_some(ImportRow::Unmatched));
            rows.extend(has_tables.then_some(ImportRow::Table));
            rows.extend(has_diagrams.then_some(ImportRow::Diagram));
            rows.extend((read.values.maps.len() > 1).then_some(ImportRow::Map));
            rows.extend(read.shape.map(|_| ImportRow::Shape));
            // Phases and marks do not matter for counts.
            let is_map = self.target != ImportTarget::Reaches;
            let may_have_stages = is_map && matches!(read.shape, Some(Shape::Inventory | Shape::Cards | Shape::Board));
            rows.extend((may_have_stages && read.stages.is_empty()).then_some(ImportRow::Phase));
            rows.extend(self.has_headings.map(|_| ImportRow::Headings));
            rows.extend((0..self.columns.len()).map(ImportRow::Column));
            rows.extend((0..read.values.groups.len()).map(ImportRow::Group));
            rows.extend((0..read.values.marks.len()).filter(|_| is_map).map(ImportRow::Mark));
            rows.extend((0..read.stages.len()).filter(|_| is_map).map(ImportRow::Stage));
            for group in &proposal.left_out {
                rows.push(ImportRow::LeftOut(group.reason));
                if self.opened == Some(group.reason) {
                    let all = read.left_out.iter().enumerate();
                    let of_group = all.filter(|(_, row)| row.reason == group.reason).map(|(nth, _)| nth);
                    rows.extend(of_group.take(LISTED_ROWS).map(ImportRow::LeftOutRow));
                }
            }
            rows.extend((0..read.imported.remarks.len()).map(ImportRow::Warning));
        } else if self.content.is_some() {
            rows.extend(has_tables.then_some(ImportRow::Table));
            rows.extend(has_diagrams.then_some(ImportRow::Diagram));
            rows.push(ImportRow::Shape);
            rows.extend(self.has_headings.map(|_| ImportRow::Headings));
            rows.extend((0..self.columns.len()).map(ImportRow::Column));
        }
        let same = chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen));
        self.chosen = same.unwrap_or(self.chosen).min(rows.len().saturating_sub(1));
        self.map_line = self.map_line.min(self.map_line_count().saturating_sub(1));
        self.rows = rows;
    }
}
