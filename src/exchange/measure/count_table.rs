//! A table of counts: how many customers were counted under which name.

use crate::exchange::import::Imported;
use crate::map::{Evidence, Line, Name, Phase, TouchpointId};

/// The rows of a table that have a count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountTable {
    /// The rows in the order of the journey, as the table tells it.
    pub rows: Vec<CountRow>,
    /// The names of the rows that have no count.
    pub uncounted: Vec<Name>,
    /// What is counted, such as sessions.
    pub unit: Option<Line>,
    /// When it was counted.
    pub period: Option<Line>,
}

/// A name in a table with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountRow {
    pub name: Name,
    /// The id that stands in the row.
    pub id: Option<TouchpointId>,
    /// The metric that stands in the row.
    pub metric: Option<Line>,
    /// The phase that stands in the row.
    pub phase: Option<Phase>,
    pub reach: u64,
    /// Where the count comes from, if the table says it.
    pub evidence: Option<Evidence>,
}

impl CountTable {
    /// Returns the counts of a file that was read.
    pub fn of(imported: &Imported) -> CountTable {
        let (map, scope) = (&imported.map, &imported.scope);
        let has_evidence = scope.touchpoint.contains(&"evidence");
        let rows = map.touchpoints().filter_map(|(place, each)| {
            Some(CountRow {
                name: each.name.clone(),
                id: Some(each.id).filter(|id| imported.written_ids.contains(id)),
                metric: each.metric.clone(),
                phase: scope.phase.then_some(place.phase),
                reach: each.reach?,
                evidence: has_evidence.then_some(each.evidence),
            })
        });
        let uncounted = map.touchpoints().filter(|(_, each)| each.reach.is_none()).map(|(_, each)| each.name.clone());
        let uncounted = uncounted.collect();
        CountTable {
            rows: rows.collect(),
            uncounted,
            unit: map.header().unit.clone(),
            period: map.header().period.clone(),
        }
    }
}
