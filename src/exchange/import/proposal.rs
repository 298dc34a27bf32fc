//! What taking in a file would make of the open map, or of a new one.

use std::collections::HashMap;

use super::read_file::{FileContent, ReadFile};
use super::shape::reading::{ColumnReading, LeftOutReason};
use super::update::{remove_foreign, update};
use super::{ImportFailure, ImportOptions};
use crate::map::{JourneyMap, Name, Phase, TouchpointId};

/// How a touchpoint differs from the open map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalMark {
    New,
    Changed,
}

/// The rows that were left out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOutGroup {
    pub reason: LeftOutReason,
    pub count: usize,
    /// The position of the first row in [`ReadFile::left_out`].
    pub first: usize,
}

/// The map that a file is taken into.
#[derive(Clone, Copy, Debug)]
pub struct ImportBase<'a> {
    pub map: &'a JourneyMap,
    /// Whether rows that match no touchpoint of the map are added.
    pub adds_unmatched: bool,
}

/// What taking in a file would do, before it is done.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub read: ReadFile,
    /// The names of the tables in the file, in their order.
    pub tables: Vec<Option<String>>,
    /// The titles of the journey diagrams in the file, in their order.
    pub diagrams: Vec<Option<String>>,
    pub left_out: Vec<LeftOutGroup>,
    /// The map as it would be.
    pub map: JourneyMap,
    /// The touchpoints that would be new or changed in the open map; empty for a new map.
    pub marks: HashMap<TouchpointId, ProposalMark>,
    /// The rows that match no touchpoint of the open map.
    pub unmatched: Vec<(Phase, Name)>,
}

/// A content that cannot be taken in as it is.
#[derive(Clone, Debug)]
pub struct Rejected {
    pub failure: ImportFailure,
    /// Its columns, for the user to say what they are.
    pub columns: Vec<ColumnReading>,
    /// Whether its first row holds their headings.
    pub has_headings: bool,
}

impl Proposal {
    /// Finds out what the content of a file would make of a map, or of a new one if there is no base.
    pub fn of(
        content: &FileContent,
        options: &ImportOptions,
        base: Option<ImportBase<'_>>,
    ) -> Result<Proposal, Rejected> {
        let read = content.interpret(options);
        let read = read.map_err(|failure| {
            let (columns, has_headings) = content.columns(options);
            Rejected { failure, columns, has_headings }
        })?;
        let mut proposal = Proposal {
            tables: content.tables().into_iter().map(|name| name.map(str::to_owned)).collect(),
            diagrams: content.diagrams(),
            left_out: left_out_groups(&read),
            map: read.imported.map.clone(),
            marks: HashMap::new(),
            unmatched: Vec::new(),
            read,
        };
        if let Some(ImportBase { map, adds_unmatched }) = base {
            let mut imported = proposal.read.imported.clone();
            proposal.unmatched = remove_foreign(&mut imported);
            let taken_in = if adds_unmatched { &proposal.read.imported } else { &imported };
            proposal.map = update(map, taken_in, false);
            proposal.marks = marks(map, &proposal.map);
        }
        Ok(proposal)
    }
}

fn left_out_groups(read: &ReadFile) -> Vec<LeftOutGroup> {
    let mut groups: Vec<LeftOutGroup> = Vec::new();
    for (nth, row) in read.left_out.iter().enumerate() {
        match groups.iter_mut().find(|group| group.reason == row.reason) {
            Some(group) => group.count += 1,
            None => groups.push(LeftOutGroup { reason: row.reason, count: 1, first: nth }),
        }
    }
    groups
}

/// Returns the touchpoints that are new or changed.
fn marks(old: &JourneyMap, new: &JourneyMap) -> HashMap<TouchpointId, ProposalMark> {
    let before: HashMap<_, _> = old.touchpoints().map(|(place, each)| (each.id, (place.phase, each))).collect();
    let marks = new.touchpoints().filter_map(|(place, each)| match before.get(&each.id) {
        None => Some((each.id, ProposalMark::New)),
        Some((phase, old)) if *phase == place.phase && *old == each => None,
        Some(_) => Some((each.id, ProposalMark::Changed)),
    });
    marks.collect()
}
