//! The map as the board shows it: with the change that is still being typed.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::PromptKind;
use crate::app::model::insight::Insight;
use crate::app::model::state::State;
use crate::map::balance::Balance;
use crate::map::{Edit, Funnel, JourneyMap, Place, TouchpointId, WhatIfOutcome};

/// The map with the pending change, and its results.
pub struct ShownMap<'a> {
    state: &'a State,
    preview: Option<(JourneyMap, Insight)>,
    /// The touchpoint that is being typed in quick entry.
    pub draft: Option<TouchpointId>,
    /// The place of the selection, or of the touchpoint that is being typed.
    pub place: Place,
    /// The result of the what-if conversions, unless a change is pending or the map is presented.
    pub outcome: Option<WhatIfOutcome>,
    /// The funnel with this result.
    what_if_funnel: Option<Funnel>,
}

impl ShownMap<'_> {
    /// Returns the shown map.
    pub fn map(&self) -> &JourneyMap {
        self.preview.as_ref().map_or(self.state.map(), |(map, _)| map)
    }

    /// Returns the funnel of the shown map.
    pub fn funnel(&self) -> &Funnel {
        &self.insight().funnel
    }

    /// Returns the funnel whose biggest loss, worst rate and best lever are shown: that of the what-if conversions, if
    /// there are any. It has no steps after the purchase.
    pub(crate) fn funnel_with_marks(&self) -> &Funnel {
        self.what_if_funnel.as_ref().unwrap_or(self.funnel())
    }

    /// Returns the summary of the shown funnel in sentences.
    pub(crate) fn summary(&self) -> &[String] {
        &self.insight().summary
    }

    /// Returns the balance of the shown map, if it has no reach for a funnel.
    pub(crate) fn balance(&self) -> Option<&Balance> {
        self.insight().balance.as_ref()
    }

    fn insight(&self) -> &Insight {
        self.preview.as_ref().map_or(self.state.session.insight.current(), |(_, insight)| insight)
    }
}

impl State {
    /// Returns the map as the board shows it.
    pub fn shown(&self) -> ShownMap<'_> {
        let place = self.board.place();
        let mut shown =
            ShownMap { state: self, preview: None, draft: None, place, outcome: None, what_if_funnel: None };
        let Some((edit, draft)) = self.pending() else {
            // A presentation shows the numbers of the map.
            shown.outcome = self.what_if_outcome().filter(|_| self.show.presentation.is_none());
            shown.what_if_funnel = shown.outcome.as_ref().map(|outcome| outcome.to_funnel(shown.funnel()));
            return shown;
        };
        let mut map = self.map().clone();
        if map.apply(edit).is_ok() {
            shown.draft = draft;
            shown.place = draft.and_then(|id| map.find(id)).unwrap_or(shown.place);
            let insight = Insight::of(&map, self.board.funnel_begin, &self.lang);
            shown.preview = Some((map, insight));
        }
        shown
    }

    /// Returns the pending change of the open dialog, and the touchpoint that it would add.
    fn pending(&self) -> Option<(Edit, Option<TouchpointId>)> {
        self.dialogs.iter().rev().find_map(|dialog| {
            if let Dialog::QuickEntry(entry) = dialog {
                let touchpoint = entry.parse().touchpoint(entry.id).ok()?;
                return Some((Edit::Add { at: entry.at, touchpoints: vec![touchpoint] }, Some(entry.id)));
            }
            if let Dialog::Prompt(prompt) = dialog
                && matches!(prompt.kind, PromptKind::Reach(_))
                && !prompt.keeps_several()
            {
                let reach = prompt.number().ok()?;
                return Some((Edit::Replace(prompt.reach_edit(self.session.document.map(), reach).touchpoints), None));
            }
            let Dialog::Form(form) = dialog else { return None };
            form.edit().ok().filter(|_| form.is_changed()).map(|form_edit| (form_edit.edit, None))
        })
    }
}
