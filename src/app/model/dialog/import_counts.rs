//! The counts of a file that is taken in: which touchpoint of the open map each row belongs to.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::exchange::measure::count_reading::CountReading;
use crate::exchange::measure::count_table::{CountRow, CountTable};
use crate::exchange::measure::matching::{MatchKey, match_rows};
use crate::exchange::measure::pair::RowPair;
use crate::exchange::measure::{CountChoices, MeasuredTouchpoint, Measurement};
use crate::map::{JourneyMap, TouchpointId};

/// A line of the list of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountLine {
    /// The period of the reaches.
    Period,
    /// What the table counts.
    Unit,
    Row(usize),
    /// The heading of the touchpoints without a row.
    UnmatchedHeading,
    Unmatched(TouchpointId),
}

/// The rows of a table of counts with their touchpoints.
#[derive(Debug)]
pub struct ImportCounts {
    pub measurement: Measurement,
    /// The touchpoints with the most similar names, for each of the first rows.
    similar: Vec<Vec<TouchpointId>>,
    /// What the user chose for rows: a touchpoint, or none.
    choices: BTreeMap<usize, Option<TouchpointId>>,
    /// The touchpoint of each row that has one, and how it was found.
    touchpoints: HashMap<usize, (TouchpointId, MatchKey)>,
    /// The touchpoints without a row.
    free: HashSet<TouchpointId>,
    pub lines: Vec<CountLine>,
}

impl ImportCounts {
    /// Finds the touchpoints of the rows. Rows that `old` has too keep what the user chose for them.
    pub(crate) fn new(reading: CountReading, old: Option<&ImportCounts>, map: &JourneyMap) -> ImportCounts {
        let CountReading { table, similar } = reading;
        let choices = old.map(|old| old.choices_for(&table)).unwrap_or_default();
        let measurement = Measurement { table, matching: Default::default(), choices: CountChoices::default() };
        let mut counts = ImportCounts {
            measurement,
            similar,
            choices,
            touchpoints: HashMap::new(),
            free: HashSet::new(),
            lines: Vec::new(),
        };
        counts.refresh(map);
        counts
    }

    /// Returns the user's choices for the rows of another table with the same names.
    fn choices_for(&self, table: &CountTable) -> BTreeMap<usize, Option<TouchpointId>> {
        let choice = |(&nth, &choice): (&usize, &Option<TouchpointId>)| {
            let name = &self.row(nth)?.name;
            let is_same = table.rows.get(nth).is_some_and(|row| row.name == *name);
            let nth = if is_same { nth } else { table.rows.iter().position(|row| row.name == *name)? };
            Some((nth, choice))
        };
        self.choices.iter().filter_map(choice).collect()
    }

    /// Finds the touchpoints of the rows anew, because a choice or the map has changed.
    pub(crate) fn refresh(&mut self, map: &JourneyMap) {
        let pair =
            |(&row, &touchpoint): (&usize, &Option<TouchpointId>)| Some(RowPair { row, touchpoint: touchpoint? });
        let pairs: Vec<RowPair> = self.choices.iter().filter_map(pair).collect();
        let left_out = self.choices.iter().filter(|(_, choice)| choice.is_none()).map(|(&row, _)| row);
        let measurement = &mut self.measurement;
        measurement.choices.left_out = left_out.collect();
        measurement.matching = match_rows(&measurement.table, map, &pairs, &measurement.choices.left_out);
        let matches = measurement.matching.matches.iter();
        self.touchpoints = matches.map(|each| (each.row, (each.touchpoint, each.key))).collect();
        self.free = measurement.matching.unmatched_touchpoints.iter().copied().collect();
        self.lines = self.list_lines(map);
    }

    fn list_lines(&self, map: &JourneyMap) -> Vec<CountLine> {
        let Measurement { table, matching, .. } = &self.measurement;
        let mut lines = Vec::new();
        lines.extend(self.measurement.period(map).map(|_| CountLine::Period));
        lines.extend(table.unit.as_ref().map(|_| CountLine::Unit));
        lines.extend((0..table.rows.len()).map(CountLine::Row));
        if !matching.unmatched_touchpoints.is_empty() {
            lines.push(CountLine::UnmatchedHeading);
            lines.extend(matching.unmatched_touchpoints.iter().copied().map(CountLine::Unmatched));
        }
        lines
    }

    /// Returns the position of the first row in the list.
    pub(crate) fn first_row(&self) -> usize {
        self.lines.iter().position(|line| matches!(line, CountLine::Row(_))).unwrap_or_default()
    }

    /// Returns a row of the table.
    pub fn row(&self, nth: usize) -> Option<&CountRow> {
        self.measurement.table.rows.get(nth)
    }

    /// Returns the touchpoint of a row, and how it was found.
    pub fn touchpoint(&self, row: usize) -> Option<(TouchpointId, MatchKey)> {
        self.touchpoints.get(&row).copied()
    }

    /// Returns the touchpoint of a row with its new reach.
    pub(crate) fn measured<'a>(&'a self, row: usize, map: &'a JourneyMap) -> Option<MeasuredTouchpoint<'a>> {
        let (id, key) = self.touchpoint(row)?;
        self.measurement.measured(row, map.touchpoint(id)?, key)
    }

    /// Returns true if the user chose the touchpoint of any row, or left one out.
    pub(crate) fn has_choices(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Returns true if the user chose the touchpoint of a row, or left the row out.
    pub fn is_chosen(&self, row: usize) -> bool {
        self.choices.contains_key(&row)
    }

    /// Returns true if the user left a row out.
    pub(crate) fn is_left_out(&self, row: usize) -> bool {
        self.choices.get(&row).is_some_and(Option::is_none)
    }

    /// Returns the touchpoints without a row whose names are most like that of a row.
    pub fn similar(&self, row: usize) -> impl Iterator<Item = TouchpointId> {
        let similar = self.similar.get(row).into_iter().flatten().copied();
        similar.filter(|id| self.free.contains(id))
    }

    /// Returns what a row can be given to, in the order of the arrow keys: none, the touchpoints with similar names, and
    /// the others. Those of other rows are not among them.
    pub(crate) fn offers(&self, row: usize, map: &JourneyMap) -> Vec<Option<TouchpointId>> {
        let own = self.touchpoint(row).map(|(id, _)| id);
        let free = |id: &TouchpointId| own == Some(*id) || self.free.contains(id);
        let similar: Vec<TouchpointId> = self.similar.get(row).into_iter().flatten().copied().filter(free).collect();
        let others = map.touchpoints().map(|(_, each)| each.id).filter(free).filter(|id| !similar.contains(id));
        [None].into_iter().chain(similar.iter().copied().chain(others).map(Some)).collect()
    }

    /// Gives a row to a touchpoint, or leaves it out. What is found without a choice stays a finding.
    pub(crate) fn choose(&mut self, row: usize, touchpoint: Option<TouchpointId>, map: &JourneyMap) {
        self.choices.remove(&row);
        self.refresh(map);
        if touchpoint.is_none() || self.touchpoint(row).map(|(id, _)| id) != touchpoint {
            self.choices.insert(row, touchpoint);
            self.refresh(map);
        }
    }

    /// Forgets what the user chose for a row. Returns false if that was nothing.
    pub(crate) fn put_back(&mut self, row: usize, map: &JourneyMap) -> bool {
        let had_choice = self.choices.remove(&row).is_some();
        self.refresh(map);
        had_choice
    }
}
