//! The open map with its file: what was read or saved last, what is being saved, and what others changed.

use std::collections::{HashSet, VecDeque};
use std::path::{Path, PathBuf};

use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::earlier_versions::EarlierVersions;
use crate::app::model::effect::Target;
use crate::app::model::insight::InsightCache;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::live::{Live, OthersWrite};
use crate::app::model::preview::Preview;
use crate::app::model::room::hosted::HostedRoom;
use crate::lang::Lang;
use crate::map::{Conflict, Document, JourneyMap, Revision, TouchpointId};
use crate::store::{Comments, Fingerprint, Loaded, OpenError};

/// The open map and everything that belongs to it; opening another map creates a new session.
#[derive(Debug)]
pub struct Session {
    pub document: Document,
    pub insight: InsightCache,
    /// The map with the change that is being typed, if there is one.
    pub(crate) preview: Option<Preview>,
    pub file: Option<OpenFile>,
    /// The comments of the file, kept beside the map.
    pub comments: Comments,
    /// Touchpoints whose id is not unique in the file; they were given a new one.
    pub duplicate_ids: HashSet<TouchpointId>,
    pub saving: Saving,
    /// True while a copy of the map is being written into another file.
    pub is_copying: bool,
    /// How often the running save was repeated because others had saved.
    pub merge_attempts: usize,
    /// True once the user was told that saves in this place are less safe.
    pub is_told_less_safe: bool,
    /// Where to go once the map is saved, or its copy is written.
    pub after_save: Option<LeaveTo>,
    /// The newer content of the file, until it can be merged.
    pub outside: Option<OutsideContent>,
    pub live: Live,
    /// Conflicts that the user postponed; the next save asks about them again.
    pub postponed: Vec<Conflict>,
    /// What was said about the last decided conflict, until the save that waited for it has succeeded.
    pub decided: Option<String>,
    /// The imports into this map: the revision that each made, and the name of its file.
    pub imports: Vec<(Revision, String)>,
    /// Questions and offers that wait until no dialog is open.
    pub waiting: VecDeque<Waiting>,
    pub journal: JournalContent,
    /// The room of the map, in which telephones take part.
    pub hosted: HostedRoom,
}

/// The file of the map; only a successful open or save binds it.
#[derive(Clone, Debug)]
pub struct OpenFile {
    pub path: PathBuf,
    pub target: Target,
    /// The map as it was last read or saved; `None` if the file does not exist yet.
    pub base: Option<JourneyMap>,
    /// The comments that the file had then.
    pub comments: Comments,
    /// What the file held before that.
    pub earlier: EarlierVersions,
    /// True if the map must not be changed, because somebody else has it open.
    pub read_only: bool,
    /// True if the permissions of the file forbade writing when it was opened.
    pub write_protected: bool,
    /// What another program did to the file so that it holds no map now; `None` if it holds one.
    pub loss: Option<FileLoss>,
}

/// Why the file of the map holds no map any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileLoss {
    /// It was deleted.
    Gone,
    /// It holds something else, or cannot be read.
    NotAMap,
}

/// What another program wrote into the open file.
#[derive(Debug)]
pub struct OutsideContent {
    pub outcome: Result<Loaded, OpenError>,
    /// When it was written, if that is known.
    pub written: Option<OthersWrite>,
}

/// How far a save is; saves run one at a time, since each must know what the previous one wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    Idle,
    /// A revision is being written.
    Writing(Writing),
    /// The save waits until the file's newer content is merged and its conflicts are settled.
    Merging(SaveTrigger),
}

/// A save that is running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    pub revision: Revision,
    pub map: JourneyMap,
    /// True if the map is to be saved once more afterwards.
    pub again: bool,
    pub trigger: SaveTrigger,
}

/// What asked for a save. A file name that failed is offered again in the prompt or the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveTrigger {
    Prompt,
    Palette,
    /// A live map saves itself. Success is not reported, and failure opens no question.
    Live,
}

/// What the journal holds of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalContent {
    Nothing,
    /// Nothing, but it is being prepared for the first change of a large map.
    Prepared,
    /// An entry based on an older state of the file.
    Outdated,
    Revision(Revision),
}

impl Writing {
    /// Returns what counts as the trigger in reports: the user may have asked for a save while a live map saved itself.
    pub(crate) fn reported_trigger(&self) -> SaveTrigger {
        match self.trigger {
            SaveTrigger::Live if self.again => SaveTrigger::Prompt,
            trigger @ (SaveTrigger::Live | SaveTrigger::Prompt | SaveTrigger::Palette) => trigger,
        }
    }
}

impl OpenFile {
    /// A file that holds this map with these comments.
    pub fn with_content(path: PathBuf, map: JourneyMap, comments: Comments, fingerprint: Fingerprint) -> OpenFile {
        let (target, earlier) = (Target::Known(fingerprint), EarlierVersions::default());
        OpenFile {
            path,
            target,
            base: Some(map),
            comments,
            earlier,
            read_only: false,
            write_protected: false,
            loss: None,
        }
    }

    /// A file that does not exist yet.
    pub fn not_yet_saved(path: PathBuf) -> OpenFile {
        let (comments, earlier) = (Comments::default(), EarlierVersions::default());
        OpenFile {
            path,
            target: Target::New,
            base: None,
            comments,
            earlier,
            read_only: false,
            write_protected: false,
            loss: None,
        }
    }

    /// Returns the versions that come before a new content of the file, which holds this map.
    pub(crate) fn followed_by(&self, map: &JourneyMap) -> EarlierVersions {
        let mut earlier = self.earlier.clone();
        if let (Some(fingerprint), Some(base)) = (self.fingerprint(), &self.base) {
            earlier.record(base, fingerprint, map);
        }
        earlier
    }

    /// The fingerprint of the file as it was last read or written.
    pub(crate) fn fingerprint(&self) -> Option<Fingerprint> {
        match self.target {
            Target::Known(fingerprint) => Some(fingerprint),
            Target::New | Target::Named(_) | Target::Any => None,
        }
    }
}

impl Session {
    /// A session on a map without unsaved changes.
    pub fn new(map: JourneyMap, file: Option<OpenFile>, lang: &Lang) -> Session {
        let document = Document::new(map);
        Session {
            insight: InsightCache::of(&document, lang),
            preview: None,
            document,
            comments: file.as_ref().map(|file| file.comments.clone()).unwrap_or_default(),
            file,
            duplicate_ids: HashSet::new(),
            saving: Saving::Idle,
            is_copying: false,
            merge_attempts: 0,
            is_told_less_safe: false,
            after_save: None,
            outside: None,
            live: Live::default(),
            postponed: Vec::new(),
            decided: None,
            imports: Vec::new(),
            waiting: VecDeque::new(),
            journal: JournalContent::Nothing,
            hosted: HostedRoom::default(),
        }
    }

    pub(crate) fn path(&self) -> Option<&PathBuf> {
        self.file.as_ref().map(|file| &file.path)
    }

    /// Returns true if a path names the file of the map; `./shop.ron` is `shop.ron`.
    pub(crate) fn is_own_file(&self, path: &Path) -> bool {
        let plain = |path: &Path| path.strip_prefix(".").unwrap_or(path).to_owned();
        self.path().is_some_and(|own| plain(own) == plain(path))
    }

    /// True if the map must not be changed.
    pub(crate) fn is_read_only(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.read_only)
    }

    /// True if the map can only be saved in another file than its own.
    pub(crate) fn needs_another_file(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.read_only || file.write_protected)
    }

    /// True if the file of the map exists and holds touchpoints.
    pub(crate) fn has_saved_touchpoints(&self) -> bool {
        let file = self.file.as_ref().filter(|file| file.fingerprint().is_some());
        file.and_then(|file| file.base.as_ref()).is_some_and(|map| !map.is_empty())
    }

    pub(crate) fn is_writing(&self) -> bool {
        matches!(self.saving, Saving::Writing(_))
    }

    /// Ends waiting for a merge; returns what had asked for the save that was waiting.
    pub(crate) fn take_merging(&mut self) -> Option<SaveTrigger> {
        let Saving::Merging(trigger) = self.saving else { return None };
        self.saving = Saving::Idle;
        Some(trigger)
    }
}
