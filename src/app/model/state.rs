//! All that the program knows; owned by the pump, changed by `update` alone.

use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::app::model::action::Action;
use crate::app::model::board::{Board, Pane, Side};
use crate::app::model::context::Context;
use crate::app::model::dialog::browser::Browser;
use crate::app::model::dialog::export::{Choice, Dispatch};
use crate::app::model::dialog::filter::Filtering;
use crate::app::model::dialog::form::Form;
use crate::app::model::dialog::help::Help;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::dialog::prompt::Prompt;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::quick_entry::QuickEntry;
use crate::app::model::dialog::recovery::{Recovery, Waiting};
use crate::app::model::dialog::themes::Themes;
use crate::app::model::effect::Target;
use crate::app::model::insight::Followed;
use crate::app::model::keymap::Keymap;
use crate::app::model::pointer::Click;
use crate::app::model::presentation::Presentation;
use crate::app::model::settings::Settings;
use crate::app::model::start::Start;
use crate::app::model::then::Then;
use crate::app::model::timer::Timer;
use crate::app::model::tour::Tour;
use crate::app::model::unreadable::Unreadable;
use crate::app::model::viewport::Viewport;
use crate::app::model::what_if::Supposition;
use crate::lang::Lang;
use crate::map::{Conflict, Document, Header, IdSource, JourneyMap, Name, Place, Revision, Touchpoint, TouchpointId};
use crate::store::{Comments, Fingerprint, Loaded, OpenError};

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Done,
    /// It was not done, and here is why.
    Refused,
    /// Something went wrong outside.
    Failed,
}

/// A sentence for the user, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub tone: Tone,
}

/// What fills the screen.
#[derive(Debug)]
pub enum Screen {
    /// No map is open yet.
    Start(Start),
    /// A file is being read; where there is none and `or_new` holds, it becomes a new map.
    Opening { path: PathBuf, or_new: bool },
    /// A file could not be opened; nothing can be saved over it.
    Unreadable(Unreadable),
    /// The map.
    Board,
}

/// Something in front of the screen that takes the keys.
#[derive(Debug)]
pub enum Dialog {
    QuickEntry(QuickEntry),
    Form(Box<Form>),
    Prompt(Prompt),
    Dispatch(Dispatch),
    Browser(Browser),
    Filter(Box<Filtering>),
    Palette(Palette),
    Question(Question),
    Recovery(Box<Recovery>),
    Help(Help),
    Themes(Themes),
}

/// The file that the map belongs to; bound only by a successful open or save.
#[derive(Clone, Debug)]
pub struct OpenFile {
    pub path: PathBuf,
    pub target: Target,
    /// The map as it was read or saved last; none when the file is not there yet.
    pub base: Option<JourneyMap>,
    /// The comments that the file held then.
    pub comments: Comments,
    /// Whether the map may only be looked at, since somebody else works on it.
    pub read_only: bool,
    /// Whether somebody else took the file away.
    pub gone: bool,
}

impl OpenFile {
    /// A file that holds this map with these comments.
    pub fn holding(path: PathBuf, map: JourneyMap, comments: Comments, fingerprint: Fingerprint) -> OpenFile {
        OpenFile { path, target: Target::Known(fingerprint), base: Some(map), comments, read_only: false, gone: false }
    }

    /// A file that is not there yet.
    pub fn new(path: PathBuf) -> OpenFile {
        let comments = Comments::default();
        OpenFile { path, target: Target::New, base: None, comments, read_only: false, gone: false }
    }
}

/// How far a save is: one at a time, since each must know what the one before it wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    Idle,
    /// This revision is on its way to the disk; `again` tells whether the map is to be saved once more after it.
    Busy { revision: Revision, again: bool, named: Named },
}

/// Where a file to save the map in is named, and can be named anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    InPrompt,
    InPalette,
}

/// What the journal holds of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    Nothing,
    /// Something of another file, or based on one that is no more.
    Outdated,
    Revision(Revision),
}

/// All that the program knows.
pub struct State {
    pub lang: Lang,
    pub settings: Settings,
    /// What keys mean.
    pub keys: Keymap,
    pub screen: Screen,
    pub document: Document,
    pub insight: Followed,
    pub file: Option<OpenFile>,
    /// What somebody wrote between the lines of the map's file; no change of the map changes it.
    pub comments: Comments,
    pub board: Board,
    /// The presentation of the map, while the room looks at it.
    pub presentation: Option<Presentation>,
    /// How long the program has run, as it was told last.
    pub now: Duration,
    /// The countdown, which goes on wherever one is.
    pub timer: Timer,
    /// What is supposed of steps of the funnel.
    pub supposed: Vec<Supposition>,
    /// What stands in front of the screen; the last takes the keys.
    pub dialogs: Vec<Dialog>,
    /// What was pressed last with the mouse, until a key is.
    pub clicked: Option<Click>,
    /// How much of each list the last frame showed.
    pub viewport: Viewport,
    pub message: Option<Message>,
    /// What is being written to the disk.
    pub saving: Saving,
    /// The touchpoints that were given another identity, since the file has theirs twice.
    pub repeated: HashSet<TouchpointId>,
    /// The map that is being written.
    pub saved_map: Option<JourneyMap>,
    /// What leads away from the map, as soon as it is saved.
    pub after_save: Option<Then>,
    /// What is to be asked as soon as nothing else takes the keys.
    pub waiting: VecDeque<Waiting>,
    /// What the open file has become, as soon as it can be taken in.
    pub outside: Option<Result<Loaded, OpenError>>,
    /// The conflicts with the file that were left open; the next save asks them again.
    pub disputes: Vec<Conflict>,
    /// Whether the map is to be saved when it is merged with what the file has become.
    pub save_merged: bool,
    /// What the journal holds.
    pub noted: Noted,
    pub ids: IdSource,
    /// What was done from the palette, the latest first.
    pub recent: Vec<Action>,
    /// How far the guided tour is, while it is on.
    pub tour: Option<Box<Tour>>,
    /// The list from which a file was opened last, to come back to.
    pub browsed: Option<Box<Browser>>,
    /// What was chosen for the document that was written last.
    pub exported: Option<Choice>,
}

impl State {
    /// The program before anything is open; `seed` makes the identities of new touchpoints random.
    pub fn new(lang: Lang, seed: u64) -> State {
        let document = Document::new(JourneyMap::new(Header::new(untitled(&lang))));
        State {
            settings: Settings::default(),
            keys: Keymap::default(),
            screen: Screen::Start(Start::default()),
            insight: Followed::of(&document, &lang),
            board: Board::new(document.map()),
            presentation: None,
            now: Duration::ZERO,
            timer: Timer::default(),
            supposed: Vec::new(),
            document,
            file: None,
            comments: Comments::default(),
            dialogs: Vec::new(),
            clicked: None,
            viewport: Viewport::default(),
            message: None,
            saving: Saving::Idle,
            repeated: HashSet::new(),
            saved_map: None,
            after_save: None,
            waiting: VecDeque::new(),
            outside: None,
            disputes: Vec::new(),
            save_merged: false,
            noted: Noted::Nothing,
            ids: IdSource::new(seed),
            recent: Vec::new(),
            tour: None,
            browsed: None,
            exported: None,
            lang,
        }
    }

    /// Puts a map on the board, with nothing unsaved, bound to a file or to none.
    pub fn show(&mut self, map: JourneyMap, file: Option<OpenFile>) {
        self.document = Document::new(map);
        self.insight = Followed::of(&self.document, &self.lang);
        self.board = Board::new(self.document.map());
        self.presentation = None;
        self.tour = None;
        self.supposed.clear();
        self.repeated.clear();
        self.file = file;
        self.comments = Comments::default();
        self.screen = Screen::Board;
        self.dialogs.clear();
        self.waiting.clear();
        self.outside = None;
        self.disputes.clear();
        self.save_merged = false;
        self.browsed = None;
    }

    /// Whether the map may only be looked at.
    pub fn is_read_only(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.read_only)
    }

    /// Whether the map is one to play with: nobody has given it a file, nor is about to.
    pub fn is_play(&self) -> bool {
        self.tour.is_some() && self.file.is_none() && self.saving == Saving::Idle
    }

    /// Whether the map has changes that somebody would miss.
    pub fn is_unsaved(&self) -> bool {
        self.document.is_dirty() && matches!(self.screen, Screen::Board) && !self.is_play()
    }

    /// The map as it is, without what is still being typed.
    pub fn map(&self) -> &JourneyMap {
        self.document.map()
    }

    /// An identity that no touchpoint of the map has.
    pub(crate) fn fresh_id(&mut self) -> TouchpointId {
        self.ids.fresh(|id| self.document.map().find(id).is_some())
    }

    /// The touchpoints that the next act is for, in the journey's order: the marked ones, else the selected one.
    pub fn targets(&self) -> Vec<(Place, &Arc<Touchpoint>)> {
        let (map, place) = (self.document.map(), self.board.place());
        if self.board.marked.is_empty() {
            return map.at(place).map(|touchpoint| (place, touchpoint)).into_iter().collect();
        }
        map.touchpoints().filter(|(_, each)| self.board.marked.contains(&each.id)).collect()
    }

    /// Whether an answer is waited for.
    pub fn is_asked(&self) -> bool {
        matches!(self.dialogs.last(), Some(Dialog::Question(_) | Dialog::Recovery(_)))
    }

    /// Where keys are pressed now.
    pub fn context(&self) -> Context {
        match self.dialogs.last() {
            Some(Dialog::QuickEntry(_)) => Context::QuickEntry,
            Some(Dialog::Form(form)) => form.context(),
            Some(Dialog::Prompt(_)) => Context::Prompt,
            Some(Dialog::Dispatch(_)) => Context::Export,
            Some(Dialog::Browser(_)) => Context::Browser,
            Some(Dialog::Filter(filtering)) => filtering.context(),
            Some(Dialog::Palette(_)) => Context::Palette,
            Some(Dialog::Question(_)) => Context::Question,
            Some(Dialog::Recovery(_)) => Context::Recovery,
            Some(Dialog::Help(_)) => Context::Help,
            Some(Dialog::Themes(_)) => Context::Themes,
            None => self.ground(),
        }
    }

    /// Where keys would be pressed if nothing stood in front of the screen.
    pub(crate) fn ground(&self) -> Context {
        match self.screen {
            Screen::Start(_) => Context::Start,
            Screen::Opening { .. } | Screen::Unreadable(_) => Context::Unreadable,
            Screen::Board if self.presentation.is_some() => Context::Presentation,
            Screen::Board => match (self.board.pane, self.board.side) {
                (Pane::Side, Side::Funnel) => Context::Funnel,
                (Pane::Side, Side::Review) => Context::Review,
                (Pane::Side, Side::Priorities) => Context::Priorities,
                (Pane::Side, Side::Balance) | (Pane::Columns, _) => Context::Board,
            },
        }
    }

    /// When something changes by itself, by how long the program has run then.
    pub fn wakes_at(&self) -> Option<Duration> {
        let scrolls = self.board.drag.as_ref().and_then(|drag| drag.scrolls_at());
        self.timer.wakes_at(self.now).into_iter().chain(scrolls).min()
    }

    /// Tells the user something until the next key.
    pub fn say(&mut self, tone: Tone, text: String) {
        self.message = Some(Message { text, tone });
    }

    /// Computes again what depends on the map, if the map has changed.
    pub(crate) fn refresh(&mut self) {
        self.insight.follow(&self.document, &self.lang, self.board.side, &self.repeated);
        self.insight.sift(&self.document, self.board.filter.as_ref(), &self.repeated);
    }
}

/// The title of a map that has none yet.
pub fn untitled(lang: &Lang) -> Name {
    Name::new(&lang.untitled()).unwrap_or_else(|_| Name::placeholder())
}
