//! The screen before a map is open: the maps that were open lately, a new one, templates, and other files.

use std::path::PathBuf;

use crate::lang::{Lang, Language};
use crate::map::JourneyMap;
use crate::store::Template;
use crate::store::recent::RecentMap;

/// Something to start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A map that was open lately, by its place in the list.
    Recent(usize),
    /// A map without touchpoints.
    NewMap,
    /// The guided tour.
    Tour,
    /// A bundled map.
    Template(Template),
    /// A file, to be found.
    Open,
}

/// How many of the maps that were open lately are offered.
pub(crate) const RECENT: usize = 8;

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The maps that were open lately, newest first; none until they were looked for.
    pub recent: Vec<RecentMap>,
    /// Which offer is chosen.
    pub chosen: usize,
    /// What stands in the files that were looked into; nothing where one cannot be read.
    pub(crate) previews: Vec<(PathBuf, Option<JourneyMap>)>,
    /// The file that was asked for last; those before it may never be answered.
    pub(crate) asked: Option<PathBuf>,
}

impl Start {
    /// What is offered, in order.
    pub fn offers(&self) -> impl Iterator<Item = Offer> {
        let recent = (0..self.recent.len().min(RECENT)).map(Offer::Recent);
        let templates = Template::ALL.into_iter().map(Offer::Template);
        recent.chain([Offer::NewMap, Offer::Tour]).chain(templates).chain([Offer::Open])
    }

    /// The chosen offer.
    pub fn offer(&self) -> Offer {
        self.offers().nth(self.chosen).unwrap_or(Offer::NewMap)
    }

    /// The map behind the chosen offer, as far as it is known.
    pub fn preview(&self, lang: &Lang) -> Option<JourneyMap> {
        match self.offer() {
            Offer::Template(template) => template.preview(lang.language() == Language::Spanish),
            Offer::Recent(nth) => {
                let path = &self.recent.get(nth)?.path;
                self.previews.iter().find(|(known, _)| known == path).and_then(|(_, map)| map.clone())
            }
            Offer::NewMap | Offer::Tour | Offer::Open => None,
        }
    }

    /// Returns the chosen recent file if its map is neither known nor asked for.
    pub(crate) fn missing_preview(&self) -> Option<PathBuf> {
        let Offer::Recent(nth) = self.offer() else { return None };
        let path = &self.recent.get(nth)?.path;
        let is_known = self.asked.as_ref() == Some(path) || self.previews.iter().any(|(known, _)| known == path);
        (!is_known).then(|| path.clone())
    }
}
