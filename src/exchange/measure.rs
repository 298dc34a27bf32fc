//! Puts the counts of a table into a map as the reaches of its touchpoints.
//!
//! The table is read as any other ([`read_bytes`](super::import::read_file::read_bytes)), with no known map, so that its
//! rows keep their own names.

pub mod count_reading;
pub mod count_table;
pub(crate) mod json;
pub mod matching;
pub mod nearest;
pub mod pair;
pub(crate) mod text;

use std::collections::{HashMap, HashSet};

use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::text::fold;
use crate::map::{Edit, Evidence, Header, JourneyMap, Line, Touchpoint, TouchpointId};

use count_table::{CountRow, CountTable};
use matching::{MatchKey, Matching, RowMatch, match_rows};
use pair::RowPair;

/// What the user decided about the counts. What is left open is taken from the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountChoices {
    /// Where the counts come from; if open, they are measured unless the table says something else.
    pub evidence: Option<Evidence>,
    pub period: Option<Line>,
    /// What is counted; if open, the unit of the map stays, and one that has none gets that of the table.
    pub unit: Option<Line>,
    /// The indices of the rows that belong to no touchpoint.
    pub left_out: Vec<usize>,
}

/// The counts of a table, and the touchpoints that they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    pub table: CountTable,
    pub matching: Matching,
    pub choices: CountChoices,
}

/// A map with the counts that are put into it.
#[derive(Clone, Copy, Debug)]
pub struct MeasurementReport<'a> {
    /// The map before.
    pub map: &'a JourneyMap,
    pub measurement: &'a Measurement,
    /// The map afterwards.
    pub updated: &'a JourneyMap,
    /// True if the file of the map was written.
    pub written: bool,
}

/// A touchpoint whose reach is counted in the table.
#[derive(Clone, Copy, Debug)]
pub struct MeasuredTouchpoint<'a> {
    pub touchpoint: &'a Touchpoint,
    pub row: &'a CountRow,
    /// How the row was recognised.
    pub key: MatchKey,
    /// Where the new reach comes from.
    pub evidence: Evidence,
}

impl Measurement {
    /// Finds the touchpoints of the rows. `pairs` are the rows that the user gave to touchpoints.
    pub fn new(map: &JourneyMap, table: CountTable, pairs: &[RowPair], choices: CountChoices) -> Measurement {
        let matching = match_rows(&table, map, pairs, &choices.left_out);
        Measurement { table, matching, choices }
    }

    /// Returns the touchpoints that have a row, in the order of the table.
    pub fn touchpoints<'a>(&'a self, map: &'a JourneyMap) -> impl Iterator<Item = MeasuredTouchpoint<'a>> {
        let places = map.touchpoints().map(|(_, each)| (each.id, &**each));
        let by_id: HashMap<TouchpointId, &Touchpoint> = places.collect();
        self.matching
            .matches
            .iter()
            .filter_map(move |&RowMatch { row, touchpoint, key }| self.measured(row, by_id.get(&touchpoint)?, key))
    }

    /// Returns a touchpoint with its row.
    pub(crate) fn measured<'a>(
        &'a self,
        row: usize,
        touchpoint: &'a Touchpoint,
        key: MatchKey,
    ) -> Option<MeasuredTouchpoint<'a>> {
        let row = self.table.rows.get(row)?;
        let evidence = self.choices.evidence.or(row.evidence).unwrap_or(Evidence::Measured);
        Some(MeasuredTouchpoint { touchpoint, row, key, evidence })
    }

    /// Returns the touchpoints without a row, in the order of the map.
    pub fn unmatched<'a>(&'a self, map: &'a JourneyMap) -> impl Iterator<Item = &'a Touchpoint> {
        let ids: HashSet<TouchpointId> = self.matching.unmatched_touchpoints.iter().copied().collect();
        map.touchpoints().map(|(_, each)| &**each).filter(move |each| ids.contains(&each.id))
    }

    /// Returns the map with the reaches of the table. Without a match, it is the same.
    ///
    /// A touchpoint that the user gave a row to remembers the name of the row as its metric.
    pub fn apply(&self, map: &JourneyMap) -> JourneyMap {
        let changed: Vec<Touchpoint> = self.touchpoints(map).map(MeasuredTouchpoint::changed).collect();
        let mut measured = map.clone();
        if changed.is_empty() {
            return measured;
        }
        let (unit, period) = (self.unit(map).cloned(), self.period(map).cloned());
        let header = Header { unit, period, ..Header::clone(map.header()) };
        for edit in [Edit::Replace(changed), Edit::SetHeader(header)] {
            // An edit is refused only if the map has these values already.
            let _ = measured.apply(edit);
        }
        measured
    }

    /// Returns what the map counts afterwards.
    pub fn unit<'a>(&'a self, map: &'a JourneyMap) -> Option<&'a Line> {
        self.choices.unit.as_ref().or(map.header().unit.as_ref()).or(self.table.unit.as_ref())
    }

    /// Returns the period of the map afterwards.
    pub fn period<'a>(&'a self, map: &'a JourneyMap) -> Option<&'a Line> {
        self.choices.period.as_ref().or(self.table.period.as_ref()).or(map.header().period.as_ref())
    }

    /// Returns the unit of the table if it differs from that of the map and the user has not chosen one.
    pub fn other_unit(&self, map: &JourneyMap) -> Option<&Line> {
        let old = map.header().unit.as_ref()?;
        let new = self.table.unit.as_ref().filter(|_| self.choices.unit.is_none())?;
        (fold(old) != fold(new)).then_some(new)
    }
}

impl MeasuredTouchpoint<'_> {
    /// Returns true if the touchpoint has this reach and evidence already, and has no metric to remember.
    pub(crate) fn is_unchanged(&self) -> bool {
        let is_same = self.touchpoint.reach == Some(self.row.reach) && self.touchpoint.evidence == self.evidence;
        is_same && self.key != MatchKey::Pair
    }

    /// Returns the old and the new reach as a text; only one if they are equal.
    pub(crate) fn reaches(&self, lang: &Lang) -> String {
        let new = lang.number(self.row.reach.into());
        match self.touchpoint.reach {
            Some(old) if old == self.row.reach => new,
            old => format!("{} → {new}", lang.value(&Value::Count(old))),
        }
    }

    /// Returns the touchpoint with its new reach.
    fn changed(self) -> Touchpoint {
        let mut touchpoint = self.touchpoint.clone();
        touchpoint.reach = Some(self.row.reach);
        touchpoint.evidence = self.evidence;
        match self.key {
            MatchKey::Pair => touchpoint.metric = Line::optional(&self.row.name).ok().flatten().or(touchpoint.metric),
            MatchKey::Id | MatchKey::Metric | MatchKey::Name => {}
        }
        touchpoint
    }
}
