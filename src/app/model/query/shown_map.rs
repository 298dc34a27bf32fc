//! What the board shows: the map as it would be with what is still being typed.

use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::{Wish, with_reach};
use crate::app::model::insight::Insight;
use crate::app::model::state::State;
use crate::map::balance::Balance;
use crate::map::{Edit, Funnel, JourneyMap, Place, TouchpointId, WhatIfOutcome};

/// The map with what is being typed, and what follows from it.
pub struct Shown<'a> {
    state: &'a State,
    preview: Option<(JourneyMap, Insight)>,
    /// The touchpoint that is being typed and not yet made.
    pub draft: Option<TouchpointId>,
    /// Where one is.
    pub place: Place,
    /// What the funnel would be with all that is supposed, while nothing is typed.
    pub outcome: Option<WhatIfOutcome>,
}

impl Shown<'_> {
    /// The map that is shown.
    pub fn map(&self) -> &JourneyMap {
        self.preview.as_ref().map_or(self.state.map(), |(map, _)| map)
    }

    /// The funnel of the map that is shown.
    pub fn funnel(&self) -> &Funnel {
        &self.insight().funnel
    }

    /// What the funnel that is shown comes down to, in sentences.
    pub fn said(&self) -> &[String] {
        &self.insight().said
    }

    /// The balance of the map that is shown, where it has no number for a funnel.
    pub fn balance(&self) -> Option<&Balance> {
        self.insight().balance.as_ref()
    }

    fn insight(&self) -> &Insight {
        self.preview.as_ref().map_or(self.state.session.insight.current(), |(_, insight)| insight)
    }
}

impl State {
    /// What the board shows now.
    pub fn shown(&self) -> Shown<'_> {
        let place = self.board.place();
        let mut shown = Shown { state: self, preview: None, draft: None, place, outcome: None };
        let Some((edit, draft)) = self.pending() else {
            shown.outcome = self.what_if_outcome();
            return shown;
        };
        let mut map = self.map().clone();
        if map.apply(edit).is_ok() {
            shown.draft = draft;
            shown.place = draft.and_then(|id| map.find(id)).unwrap_or(shown.place);
            let insight = Insight::of(&map, &self.lang);
            shown.preview = Some((map, insight));
        }
        shown
    }

    /// The change that what is being typed would make, and the touchpoint that it would add.
    fn pending(&self) -> Option<(Edit, Option<TouchpointId>)> {
        self.dialogs.iter().rev().find_map(|dialog| match dialog {
            Dialog::QuickEntry(line) => {
                let touchpoint = line.entry().touchpoint(line.id).ok()?;
                Some((Edit::Add { at: line.at, touchpoints: vec![touchpoint] }, Some(line.id)))
            }
            Dialog::Prompt(typed) => match &typed.wish {
                Wish::Reach(_) if typed.keeps_several() => None,
                Wish::Reach(ids) => {
                    let reach = typed.number().ok()?;
                    Some((Edit::Replace(with_reach(&self.session.document, ids, reach)), None))
                }
                Wish::Conversion | Wish::Timer | Wish::Search { .. } | Wish::SaveAs => None,
            },
            Dialog::Form(form) => form.edit().ok().filter(|_| form.is_changed()).map(|edit| (edit, None)),
            Dialog::Export(_)
            | Dialog::Browser(_)
            | Dialog::Filter(_)
            | Dialog::Palette(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Help(_)
            | Dialog::Themes(_) => None,
        })
    }
}
