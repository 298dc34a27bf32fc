//! The start screen: its lines and the preview of the chosen one.

use std::path::PathBuf;

use crate::lang::{Lang, Language};
use crate::map::JourneyMap;
use crate::store::Template;
use crate::store::disk::journal::OrphanJournal;
use crate::store::recent::RecentMap;

/// A line of the start screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A recent map, by its index in the list.
    Recent(usize),
    /// Unsaved changes whose file is gone, by their index in the list.
    Orphan(usize),
    /// An empty map.
    NewMap,
    /// The guided tour.
    Tour,
    /// A bundled template.
    Template(Template),
    /// Another file, from the file list.
    Open,
}

/// The greatest number of recent maps that are shown.
pub(crate) const RECENT: usize = 8;

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The recent maps, newest first; empty until they are found.
    pub recent: Vec<RecentMap>,
    /// Unsaved changes whose files are gone, newest first.
    pub orphans: Vec<OrphanJournal>,
    /// The index of the chosen line.
    pub chosen: usize,
    /// The maps of recent files; `None` for a file that cannot be read.
    pub(crate) previews: Vec<(PathBuf, Option<JourneyMap>)>,
    /// The file whose preview was requested last; earlier requests may never be answered.
    pub(crate) requested: Option<PathBuf>,
}

impl Start {
    /// Returns the lines in order.
    pub(crate) fn offers(&self) -> impl Iterator<Item = Offer> {
        let recent = (0..self.recent.len().min(RECENT)).map(Offer::Recent);
        let templates = Template::ALL.into_iter().map(Offer::Template);
        let orphans = (0..self.orphans.len()).map(Offer::Orphan);
        recent.chain(orphans).chain([Offer::NewMap, Offer::Tour]).chain(templates).chain([Offer::Open])
    }

    /// Returns the chosen line.
    pub fn offer(&self) -> Offer {
        self.offers().nth(self.chosen).unwrap_or(Offer::NewMap)
    }

    /// Returns the map of the chosen line, as far as it is known.
    pub fn preview(&self, lang: &Lang) -> Option<JourneyMap> {
        match self.offer() {
            Offer::Template(template) => template.preview(lang.language() == Language::Spanish),
            Offer::Recent(nth) => {
                let path = &self.recent.get(nth)?.path;
                self.previews.iter().find(|(known, _)| known == path).and_then(|(_, map)| map.clone())
            }
            Offer::Orphan(_) | Offer::NewMap | Offer::Tour | Offer::Open => None,
        }
    }

    /// Returns the chosen recent file if its map is neither known nor requested.
    pub(crate) fn missing_preview(&self) -> Option<PathBuf> {
        let Offer::Recent(nth) = self.offer() else { return None };
        let path = &self.recent.get(nth)?.path;
        let is_known = self.requested.as_ref() == Some(path) || self.previews.iter().any(|(known, _)| known == path);
        (!is_known).then(|| path.clone())
    }
}
