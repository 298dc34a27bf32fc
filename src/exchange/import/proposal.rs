//! What taking in a file would make of the open map, or of a new one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::read_file::{FileContent, ReadFile};
use super::shape::choices::RowKey;
use super::shape::reading::{ColumnReading, LeftOutReason};
use super::update::{missing, remove_foreign, update};
use super::{ImportFailure, ImportOptions, Imported};
use crate::map::text::fold;
use crate::map::{Edit, JourneyMap, Name, Phase, Touchpoint, TouchpointId};

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
    /// Whether rows that match no touchpoint of the map are added; none adds them only if no row matches.
    pub adds_unmatched: Option<bool>,
}

/// A touchpoint that is listed by its phase and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedTouchpoint {
    pub phase: Phase,
    pub name: Name,
    pub key: RowKey,
}

/// What taking in a file would do, before it is done.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub read: ReadFile,
    /// The titles of the journey diagrams in the file, in their order.
    pub diagrams: Vec<Option<String>>,
    pub left_out: Vec<LeftOutGroup>,
    /// The map as it would be.
    pub map: JourneyMap,
    /// The touchpoints that would be new or changed in the open map; empty for a new map.
    pub marks: HashMap<TouchpointId, ProposalMark>,
    /// The rows that match no touchpoint of the open map.
    pub unmatched: Vec<ListedTouchpoint>,
    /// Whether the unmatched rows are added.
    pub adds_unmatched: bool,
    /// The touchpoints that the user left out.
    pub excluded: Vec<ListedTouchpoint>,
    /// The touchpoints of the open map that the file does not have. They stay in the map.
    pub gone: Vec<ListedTouchpoint>,
    /// The keys of the file's touchpoints, by which each can be left out.
    pub keys: HashMap<TouchpointId, RowKey>,
}

/// A content that cannot be taken in as it is.
#[derive(Clone, Debug)]
pub struct Rejected {
    pub failure: ImportFailure,
    /// Its columns, for the user to say what they are.
    pub columns: Vec<ColumnReading>,
    /// Whether its first row holds the headings of the columns.
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
        let keys = row_keys(&read.imported.map);
        let choices = options.choices;
        let mut imported = read.imported.clone();
        let mut excluded = Vec::new();
        if !choices.left_out.is_empty() {
            excluded = list_touchpoints(&imported.map, &keys, |id| {
                keys.get(&id).is_some_and(|key| choices.left_out.contains(key))
            });
            remove(&mut imported, &choices.left_out, &keys);
        }
        let mut proposal = Proposal {
            diagrams: content.diagrams(),
            left_out: left_out_groups(&read),
            map: imported.map.clone(),
            marks: HashMap::new(),
            unmatched: Vec::new(),
            adds_unmatched: false,
            excluded,
            gone: Vec::new(),
            keys,
            read,
        };
        let Some(ImportBase { map, adds_unmatched }) = base else {
            return Ok(proposal);
        };
        let keys = &proposal.keys;
        imported.foreign.retain(|id| keys.get(id).is_none_or(|key| !choices.added.contains(key)));
        let foreign: HashSet<TouchpointId> = imported.foreign.iter().copied().collect();
        proposal.unmatched = list_touchpoints(&imported.map, keys, |id| foreign.contains(&id));
        let matches_none = imported.map.touchpoints().all(|(_, each)| map.touchpoint(each.id).is_none());
        proposal.adds_unmatched = adds_unmatched.unwrap_or(matches_none);
        if !matches_none {
            let gone: HashSet<TouchpointId> = missing(map, &proposal.read.imported).into_iter().collect();
            proposal.gone = list_touchpoints(map, keys, |id| gone.contains(&id));
        }
        if !proposal.adds_unmatched {
            remove_foreign(&mut imported);
        }
        proposal.map = update(map, &imported, false);
        proposal.marks = marks(map, &proposal.map);
        Ok(proposal)
    }
}

/// Returns the key of each touchpoint of a file.
fn row_keys(map: &JourneyMap) -> HashMap<TouchpointId, RowKey> {
    let mut counts = HashMap::<String, usize>::new();
    let key = |(_, each): (_, &Arc<Touchpoint>)| {
        let name = fold(&each.name);
        let count = counts.entry(name.clone()).or_default();
        *count += 1;
        (each.id, RowKey { name, nth: *count - 1 })
    };
    map.touchpoints().map(key).collect()
}

/// Returns the wanted touchpoints of a map, in the order of the map.
fn list_touchpoints(
    map: &JourneyMap,
    keys: &HashMap<TouchpointId, RowKey>,
    is_wanted: impl Fn(TouchpointId) -> bool,
) -> Vec<ListedTouchpoint> {
    let wanted = map.touchpoints().filter(|(_, each)| is_wanted(each.id));
    let key =
        |each: &Touchpoint| keys.get(&each.id).cloned().unwrap_or_else(|| RowKey { name: fold(&each.name), nth: 0 });
    wanted
        .map(|(place, each)| ListedTouchpoint { phase: place.phase, name: each.name.clone(), key: key(each) })
        .collect()
}

/// Removes touchpoints that the user left out.
fn remove(imported: &mut Imported, left_out: &[RowKey], keys: &HashMap<TouchpointId, RowKey>) {
    let is_left_out = |id: &TouchpointId| keys.get(id).is_some_and(|key| left_out.contains(key));
    let ids: Vec<TouchpointId> = imported.map.touchpoints().map(|(_, each)| each.id).filter(is_left_out).collect();
    imported.foreign.retain(|id| !is_left_out(id));
    let removed = imported.map.apply(Edit::Delete(ids));
    debug_assert!(removed.is_ok(), "{removed:?}");
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
