//! Which touchpoint of a known map a row is about: by its id, or by its name.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::row::{ReadRow, RowId};
use crate::map::text::fold;
use crate::map::{Header, JourneyMap, Phase, Touchpoint, TouchpointId};

/// The number of characters of an id.
const ID_LENGTH: usize = 8;

/// The touchpoints of the maps that a text is to update, found by id and by name.
#[derive(Default)]
pub(crate) struct KnownTouchpoints<'a> {
    by_id: HashMap<TouchpointId, (Phase, &'a Touchpoint)>,
    by_name: HashMap<String, Vec<(Phase, TouchpointId)>>,
}

impl<'a> KnownTouchpoints<'a> {
    /// Collects the touchpoints of maps; an id counts as in the first map that has it.
    pub(crate) fn of(maps: &[&'a JourneyMap]) -> KnownTouchpoints<'a> {
        let mut known = KnownTouchpoints::default();
        for (place, touchpoint) in maps.iter().flat_map(|map| map.touchpoints()) {
            known.by_id.entry(touchpoint.id).or_insert((place.phase, touchpoint));
            let same_name = known.by_name.entry(fold(&touchpoint.name)).or_default();
            if !same_name.iter().any(|(_, id)| *id == touchpoint.id) {
                same_name.push((place.phase, touchpoint.id));
            }
        }
        known
    }

    /// Returns true if there is no map to update.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Returns the touchpoint with this id.
    pub(crate) fn get(&self, id: TouchpointId) -> Option<&'a Touchpoint> {
        self.by_id.get(&id).map(|(_, touchpoint)| *touchpoint)
    }

    /// Returns the phase of the touchpoint with this id.
    pub(crate) fn phase(&self, id: TouchpointId) -> Option<Phase> {
        self.by_id.get(&id).map(|(phase, _)| *phase)
    }

    /// Builds a map. A touchpoint without an id never gets that of a known touchpoint with another name.
    /// Touchpoints with the given folded names are of another map and get no id of a known one.
    pub(crate) fn build_map(
        &self,
        header: Header,
        phases: [Vec<Arc<Touchpoint>>; 3],
        of_other_map: &HashSet<String>,
    ) -> JourneyMap {
        let is_reserved = |id, touchpoint: &Touchpoint| {
            self.get(id).is_some_and(|known| {
                let name = fold(&touchpoint.name);
                fold(&known.name) != name || of_other_map.contains(&name)
            })
        };
        JourneyMap::with_reserved_ids(header, phases, is_reserved).0
    }

    /// Returns what the id of a touchpoint means that a text of ours has.
    pub(crate) fn written_id(&self, id: TouchpointId) -> RowId {
        if id == TouchpointId::NONE {
            RowId::None
        } else if self.is_empty() || self.get(id).is_some() {
            RowId::Ours(id)
        } else {
            RowId::OtherMap
        }
    }

    /// Reads the id of a row whose touchpoint has this name.
    ///
    /// Leading zeros that a spreadsheet removed are put back only if that gives the id of a touchpoint with the same name:
    /// otherwise the number was made by another program.
    pub(crate) fn id(&self, cell: &str, name: &str) -> RowId {
        let cell = cell.trim().to_ascii_lowercase();
        if cell.is_empty() {
            return RowId::None;
        }
        let is_short = cell.len() < ID_LENGTH && cell.bytes().all(|byte| byte.is_ascii_digit());
        let padded = if is_short { format!("{cell:0>ID_LENGTH$}") } else { cell };
        let Ok(id) = padded.parse::<TouchpointId>() else { return RowId::Foreign };
        if is_short {
            let is_ours = self.get(id).is_some_and(|known| fold(&known.name) == fold(name));
            return if is_ours { RowId::Ours(id) } else { RowId::Foreign };
        }
        self.written_id(id)
    }

    /// Finds the touchpoints of rows by their names, where no row has an id of these maps.
    ///
    /// A name counts in the row's phase, else where only one touchpoint has it. A row that matches nothing is foreign, and so
    /// is one with an id of another map, whatever its name.
    pub(crate) fn match_names(&self, rows: &mut [ReadRow], has_phases: bool) {
        if self.is_empty() || rows.iter().any(|row| matches!(row.id, RowId::Ours(_))) {
            return;
        }
        let mut taken = HashSet::new();
        for row in rows.iter_mut().filter(|row| row.id != RowId::OtherMap) {
            let found = self.by_name.get(&fold(&row.touchpoint.name)).and_then(|same_name| {
                let in_phase = || same_name.iter().filter(|(phase, _)| has_phases && *phase == row.phase);
                match (in_phase().count(), same_name.as_slice()) {
                    (1, _) => in_phase().next().map(|(_, id)| *id),
                    (0, [(_, only)]) => Some(*only),
                    (_, _) => None,
                }
            });
            row.id = match found {
                Some(id) if taken.insert(id) => {
                    row.touchpoint.id = id;
                    if let Some(known) = self.get(id) {
                        row.touchpoint.name = known.name.clone();
                    }
                    row.is_named = true;
                    RowId::Ours(id)
                }
                Some(_) | None => RowId::Foreign,
            };
        }
    }
}
