//! The map with the change that is still being typed.
//!
//! It is kept between two keys, so that a typed letter costs the same on a map of any size.

use crate::app::model::insight::Insight;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::{Edit, JourneyMap, Place, Revision, Touchpoint, TouchpointId};

/// The map that the change is made to.
#[derive(Clone, Copy)]
pub(super) struct PreviewBase<'a> {
    pub map: &'a JourneyMap,
    pub revision: Revision,
    /// The touchpoint at whose step the funnel begins.
    pub begin: Option<TouchpointId>,
    pub lang: &'a Lang,
}

/// A change that is still being typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PendingChange {
    pub edit: Edit,
    /// The touchpoint that the change adds, if it is typed in quick entry.
    pub draft: Option<TouchpointId>,
}

/// A map with a pending change, and its results.
#[derive(Debug)]
pub(crate) struct Preview {
    pub map: JourneyMap,
    pub insight: Insight,
    /// The place of the touchpoint that is typed in quick entry.
    pub draft_place: Option<Place>,
    change: PendingChange,
    revision: Revision,
    begin: Option<TouchpointId>,
}

impl Preview {
    /// Makes a change; returns nothing if the map refuses it.
    pub(super) fn of(base: PreviewBase<'_>, change: PendingChange) -> Option<Preview> {
        let PreviewBase { revision, begin, lang, .. } = base;
        let mut map = base.map.clone();
        map.apply(change.edit.clone()).ok()?;
        let insight = Insight::of(&map, begin, lang);
        let draft_place = change.draft.and_then(|id| map.find(id));
        Some(Preview { map, insight, draft_place, change, revision, begin })
    }

    /// Returns the preview of a later change, made from this one if only the touchpoint in quick entry has changed.
    pub(super) fn then(mut self, base: PreviewBase<'_>, change: PendingChange) -> Option<Preview> {
        if (self.revision, self.begin) != (base.revision, base.begin) {
            return Preview::of(base, change);
        }
        if self.change == change {
            return Some(self);
        }
        match (self.change.draft_touchpoint(), change.draft_touchpoint()) {
            // A touchpoint without reach is in no number of the funnel.
            (Some((old_place, old)), Some((place, new)))
                if (old_place, old.id, old.reach, new.reach) == (place, new.id, None, None) =>
            {
                let is_renamed = Touchpoint { name: new.name.clone(), ..old.clone() } == *new;
                self.map.apply(Edit::Replace(vec![new.clone()])).ok()?;
                if !is_renamed && self.insight.balance.is_some() {
                    self.insight.balance = Some(Balance::of(&self.map));
                }
                self.change = change;
                Some(self)
            }
            (Some(_) | None, Some(_) | None) => Preview::of(base, change),
        }
    }
}

impl PendingChange {
    /// Returns the touchpoint that is typed in quick entry, and where it is added.
    fn draft_touchpoint(&self) -> Option<(Place, &Touchpoint)> {
        match &self.edit {
            Edit::Add { at, touchpoints } => Some(*at).zip(touchpoints.first()).filter(|_| self.draft.is_some()),
            Edit::SetHeader(_)
            | Edit::Replace(_)
            | Edit::Delete(_)
            | Edit::Move { .. }
            | Edit::MoveUp(_)
            | Edit::MoveDown(_)
            | Edit::ReplaceMap(_) => None,
        }
    }
}
