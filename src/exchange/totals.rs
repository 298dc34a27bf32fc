//! Counts of the touchpoints in an inventory by phase, kind and intent.

use super::inventory::InventoryRow;
use crate::map::{Intent, Kind, Line, Phase};

/// All kinds, then untagged.
pub(crate) const KINDS: [Option<Kind>; 4] = [Some(Kind::Online), Some(Kind::Offline), Some(Kind::Product), None];
/// All intents, then untagged.
pub(crate) const INTENTS: [Option<Intent>; 3] = [Some(Intent::Intentional), Some(Intent::Unintentional), None];

/// The counts of a group of touchpoints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The number of touchpoints of each intent, in the order of [`INTENTS`].
    pub intents: [u64; 3],
    /// The number of critical moments.
    pub critical: u64,
    /// The sum of the known reaches; none if no reach is known.
    pub reach: Option<u128>,
}

impl Tally {
    /// Returns the number of touchpoints.
    pub fn count(&self) -> u64 {
        self.intents.iter().sum()
    }

    fn add(&mut self, row: &InventoryRow) {
        let touchpoint = row.touchpoint;
        for (count, intent) in self.intents.iter_mut().zip(INTENTS) {
            *count += u64::from(touchpoint.intent == intent);
        }
        self.critical += u64::from(touchpoint.critical);
        if let Some(reach) = touchpoint.reach {
            self.reach = Some(self.reach.unwrap_or_default() + u128::from(reach));
        }
    }
}

/// The totals of the rows of an inventory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Totals<'r> {
    rows: &'r [InventoryRow<'r>],
}

impl<'r> Totals<'r> {
    /// Returns the totals of these rows.
    pub fn of(rows: &'r [InventoryRow<'r>]) -> Totals<'r> {
        Totals { rows }
    }

    /// Returns the counts of the touchpoints of a phase and a kind; none stands for all phases or all kinds.
    pub(crate) fn tally(&self, phase: Option<Phase>, kind: Option<Option<Kind>>) -> Tally {
        let mut tally = Tally::default();
        let matches = |row: &&InventoryRow| {
            phase.is_none_or(|phase| row.phase == phase) && kind.is_none_or(|kind| row.touchpoint.kind == kind)
        };
        self.rows.iter().filter(matches).for_each(|row| tally.add(row));
        tally
    }

    /// Returns unit and period of the known reaches if all rows agree on them, so that reaches can be added up.
    pub(crate) fn common_unit(&self) -> Option<(&'r Line, Option<&'r Line>)> {
        let mut units = self.rows.iter().filter(|row| row.touchpoint.reach.is_some());
        let unit_of = |row: &'r InventoryRow<'r>| (row.header.unit.as_ref(), row.header.period.as_ref());
        let (unit, period) = unit_of(units.next()?);
        units.all(|row| unit_of(row) == (unit, period)).then_some((unit?, period))
    }
}
