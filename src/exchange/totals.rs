//! Touchpoints of many maps counted by phase, kind and intent.

use super::inventory::Row;
use crate::map::{Intent, Kind, Line, Phase};

/// The kinds, and none.
pub const KINDS: [Option<Kind>; 4] = [Some(Kind::Online), Some(Kind::Offline), Some(Kind::Product), None];
/// The intents, and none.
pub const INTENTS: [Option<Intent>; 3] = [Some(Intent::Intentional), Some(Intent::Unintentional), None];

/// What the touchpoints of some phase and kind come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Touchpoints of each intent, in the order of [`INTENTS`].
    pub intents: [u64; 3],
    /// Critical moments among them.
    pub critical: u64,
    /// The known reaches, added up; none where nothing is known.
    pub reach: Option<u128>,
}

impl Tally {
    /// All touchpoints.
    pub fn count(&self) -> u64 {
        self.intents.iter().sum()
    }

    fn add(&mut self, row: &Row) {
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

/// What rows of an inventory come to.
#[derive(Clone, Copy, Debug)]
pub struct Totals<'r> {
    rows: &'r [Row<'r>],
}

impl<'r> Totals<'r> {
    /// The totals of these rows.
    pub fn of(rows: &'r [Row<'r>]) -> Totals<'r> {
        Totals { rows }
    }

    /// What the touchpoints of a phase, or of all, and of a kind, or of all, come to.
    pub fn tally(&self, phase: Option<Phase>, kind: Option<Option<Kind>>) -> Tally {
        let mut tally = Tally::default();
        let wanted = |row: &&Row| {
            phase.is_none_or(|phase| row.phase == phase) && kind.is_none_or(|kind| row.touchpoint.kind == kind)
        };
        self.rows.iter().filter(wanted).for_each(|row| tally.add(row));
        tally
    }

    /// What all known reaches count and when, if they count the same and can be added up.
    pub fn counted(&self) -> Option<(&'r Line, Option<&'r Line>)> {
        let mut units = self.rows.iter().filter(|row| row.touchpoint.reach.is_some());
        let of = |row: &'r Row<'r>| (row.header.unit.as_ref(), row.header.period.as_ref());
        let (unit, period) = of(units.next()?);
        units.all(|row| of(row) == (unit, period)).then_some((unit?, period))
    }
}
