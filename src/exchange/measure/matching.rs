//! Which touchpoint each row of a table of counts is about.

use std::collections::{HashMap, HashSet};

use super::count_table::{CountRow, CountTable};
use super::pair::RowPair;
use crate::map::text::fold;
use crate::map::{JourneyMap, Phase, TouchpointId};

/// How a row was recognised; a better one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKey {
    /// The user gave the row to the touchpoint.
    Pair,
    Id,
    Metric,
    Name,
}

/// A row with its touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowMatch {
    /// The index of the row.
    pub row: usize,
    pub touchpoint: TouchpointId,
    pub key: MatchKey,
}

/// The touchpoints of rows, and what is left on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// In the order of the rows; a row and a touchpoint are in one of them at most.
    pub matches: Vec<RowMatch>,
    /// The indices of rows without a touchpoint.
    pub unmatched_rows: Vec<usize>,
    /// Unmatched rows whose touchpoint is matched equally well by other rows, with that touchpoint.
    pub rival_rows: Vec<(usize, TouchpointId)>,
    /// Touchpoints without a row, in the order of the map.
    pub unmatched_touchpoints: Vec<TouchpointId>,
}

/// Finds the touchpoint of each row: by the user's pairs, by its id, by its metric, or by its name without case and accents.
///
/// A metric or a name counts in the phase of the row, else where only one touchpoint has it. If several rows mean one
/// touchpoint, the row with the better key has it, and of equal ones none. Rows of `left_out` have none.
pub fn match_rows(table: &CountTable, map: &JourneyMap, pairs: &[RowPair], left_out: &[usize]) -> Matching {
    let known = TouchpointKeys::of(map);
    let mut taken: HashMap<TouchpointId, RowMatch> = HashMap::new();
    let mut touchpoint_of: Vec<Option<TouchpointId>> = vec![None; table.rows.len()];
    for pair in pairs.iter().filter(|pair| pair.row < table.rows.len() && map.find(pair.touchpoint).is_some()) {
        take(pair.row, pair.touchpoint, MatchKey::Pair, &mut taken, &mut touchpoint_of);
    }
    let left_out: HashSet<usize> = left_out.iter().copied().collect();
    let (mut rivals, mut contested) = (HashMap::new(), HashSet::new());
    for key in [MatchKey::Id, MatchKey::Metric, MatchKey::Name] {
        let is_open =
            |nth: &usize| touchpoint_of[*nth].is_none() && !left_out.contains(nth) && !rivals.contains_key(nth);
        let open = (0..table.rows.len()).filter(is_open);
        let found: Vec<(usize, TouchpointId)> =
            open.filter_map(|nth| Some((nth, known.find(&table.rows[nth], key)?))).collect();
        let mut counts: HashMap<TouchpointId, usize> = HashMap::new();
        found.iter().for_each(|(_, touchpoint)| *counts.entry(*touchpoint).or_default() += 1);
        for (nth, touchpoint) in found {
            if counts[&touchpoint] == 1 && !contested.contains(&touchpoint) {
                take(nth, touchpoint, key, &mut taken, &mut touchpoint_of);
            } else if !taken.contains_key(&touchpoint) {
                rivals.insert(nth, touchpoint);
                contested.insert(touchpoint);
            }
        }
    }
    let mut rival_rows: Vec<(usize, TouchpointId)> = rivals.into_iter().collect();
    rival_rows.sort_unstable_by_key(|(row, _)| *row);
    let mut matches: Vec<RowMatch> = taken.values().copied().collect();
    matches.sort_by_key(|each| each.row);
    let ids = map.touchpoints().map(|(_, each)| each.id);
    Matching {
        matches,
        rival_rows,
        unmatched_rows: (0..table.rows.len()).filter(|&row| touchpoint_of[row].is_none()).collect(),
        unmatched_touchpoints: ids.filter(|id| !taken.contains_key(id)).collect(),
    }
}

/// Gives a touchpoint to a row, unless another row has it.
fn take(
    row: usize,
    touchpoint: TouchpointId,
    key: MatchKey,
    taken: &mut HashMap<TouchpointId, RowMatch>,
    touchpoint_of: &mut [Option<TouchpointId>],
) {
    taken.entry(touchpoint).or_insert_with(|| {
        touchpoint_of[row] = Some(touchpoint);
        RowMatch { row, touchpoint, key }
    });
}

/// The touchpoints of a map by what rows call them.
struct TouchpointKeys {
    phases: HashMap<TouchpointId, Phase>,
    by_metric: HashMap<String, Vec<TouchpointId>>,
    by_name: HashMap<String, Vec<TouchpointId>>,
}

impl TouchpointKeys {
    fn of(map: &JourneyMap) -> TouchpointKeys {
        let mut keys = TouchpointKeys { phases: HashMap::new(), by_metric: HashMap::new(), by_name: HashMap::new() };
        for (place, touchpoint) in map.touchpoints() {
            keys.phases.insert(touchpoint.id, place.phase);
            keys.by_name.entry(fold(&touchpoint.name)).or_default().push(touchpoint.id);
            if let Some(metric) = &touchpoint.metric {
                keys.by_metric.entry(fold(metric)).or_default().push(touchpoint.id);
            }
        }
        keys
    }

    /// Returns the touchpoint that a row means by one of its keys.
    fn find(&self, row: &CountRow, key: MatchKey) -> Option<TouchpointId> {
        match key {
            MatchKey::Pair => None,
            // A table may have ids in place of names.
            MatchKey::Id => {
                let id = row.id.or_else(|| row.name.parse().ok());
                id.filter(|id| self.phases.contains_key(id))
            }
            MatchKey::Metric => {
                let own = row.metric.as_deref().and_then(|metric| self.only_one(&self.by_metric, metric, row.phase));
                own.or_else(|| self.only_one(&self.by_metric, &row.name, row.phase))
            }
            MatchKey::Name => self.only_one(&self.by_name, &row.name, row.phase),
        }
    }

    /// Returns the touchpoint with this text in the phase, else the only one of the map.
    fn only_one(
        &self,
        touchpoints: &HashMap<String, Vec<TouchpointId>>,
        text: &str,
        phase: Option<Phase>,
    ) -> Option<TouchpointId> {
        let all = touchpoints.get(&fold(text))?;
        let mut in_phase = all.iter().filter(|id| phase.is_some() && self.phases.get(id).copied() == phase);
        match (in_phase.next(), in_phase.next(), all.as_slice()) {
            (Some(only), None, _) | (None, _, [only]) => Some(*only),
            (Some(_), Some(_), _) | (None, _, _) => None,
        }
    }
}
