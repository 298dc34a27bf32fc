//! The map as the board shows it: with the change that is still being typed.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::PromptKind;
use crate::app::model::insight::Insight;
use crate::app::model::preview::{PendingChange, Preview, PreviewBase};
use crate::app::model::state::State;
use crate::map::balance::Balance;
use crate::map::{Edit, Funnel, JourneyMap, Place, TouchpointId, WhatIfOutcome};

/// The map with the pending change, and its results.
pub struct ShownMap<'a> {
    map: &'a JourneyMap,
    insight: &'a Insight,
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
        self.map
    }

    /// Returns the funnel of the shown map.
    pub fn funnel(&self) -> &Funnel {
        &self.insight.funnel
    }

    /// Returns the funnel whose biggest loss, worst rate and best lever are shown: that of the what-if conversions, if
    /// there are any. It has no steps after the purchase.
    pub(crate) fn funnel_with_marks(&self) -> &Funnel {
        self.what_if_funnel.as_ref().unwrap_or(self.funnel())
    }

    /// Returns the results of the shown map.
    pub fn insight(&self) -> &Insight {
        self.insight
    }

    /// Returns the summary of the shown funnel in sentences.
    pub(crate) fn summary(&self) -> &[String] {
        &self.insight.summary
    }

    /// Returns the balance of the shown map, if it has no reach for a funnel.
    pub(crate) fn balance(&self) -> Option<&Balance> {
        self.insight.balance.as_ref()
    }
}

impl State {
    /// Returns the map as the board shows it.
    pub fn shown(&self) -> ShownMap<'_> {
        let place = self.board.place();
        let (what_if_funnel, outcome, draft) = (None, None, None);
        if let Some(Preview { map, insight, draft_place, .. }) = &self.session.preview {
            let draft = draft_place.and_then(|place| map.at(place)).map(|touchpoint| touchpoint.id);
            let place = draft_place.unwrap_or(place);
            return ShownMap { map, insight, draft, place, outcome, what_if_funnel };
        }
        let insight = self.session.insight.current();
        // A presentation shows the numbers of the map.
        let outcome = self.what_if_outcome().filter(|_| self.show.presentation.is_none());
        let what_if_funnel = outcome.as_ref().map(|outcome| outcome.to_funnel(&insight.funnel));
        ShownMap { map: self.map(), insight, draft, place, outcome, what_if_funnel }
    }

    /// Brings the map with the pending change up to date.
    pub(crate) fn refresh_preview(&mut self) {
        let earlier = self.session.preview.take();
        let Some(change) = self.pending() else { return };
        let document = &self.session.document;
        let base = PreviewBase {
            map: document.map(),
            revision: document.revision(),
            begin: self.board.funnel_begin,
            lang: &self.lang,
        };
        self.session.preview = match earlier {
            Some(earlier) => earlier.then(base, change),
            None => Preview::of(base, change),
        };
    }

    /// Returns the pending change of the open dialog.
    fn pending(&self) -> Option<PendingChange> {
        self.dialogs.iter().rev().find_map(|dialog| {
            if let Dialog::QuickEntry(entry) = dialog {
                let touchpoint = entry.parse().touchpoint(entry.id).ok()?;
                let edit = Edit::Add { at: entry.at, touchpoints: vec![touchpoint] };
                return Some(PendingChange { edit, draft: Some(entry.id) });
            }
            if let Dialog::Prompt(prompt) = dialog
                && matches!(prompt.kind, PromptKind::Reach(_))
                && !prompt.keeps_several()
            {
                let reach = prompt.number().ok()?;
                let edit = Edit::Replace(prompt.reach_edit(self.session.document.map(), reach).touchpoints);
                return Some(PendingChange { edit, draft: None });
            }
            let Dialog::Form(form) = dialog else { return None };
            let form_edit = form.edit().ok().filter(|_| form.is_changed())?;
            Some(PendingChange { edit: form_edit.edit, draft: None })
        })
    }
}
