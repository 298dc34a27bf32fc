//! All that the program knows; owned by the pump, changed by `update` alone.

use std::path::PathBuf;

use super::Action;
use super::board::Board;
use super::effect::Target;
use super::form::Form;
use super::help::Help;
use super::keymap::Context;
use super::prompt::Prompt;
use super::question::Question;
use super::quick_entry::QuickEntry;
use super::start::Start;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::{Document, Funnel, Header, IdSource, JourneyMap, Name, Revision};

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
#[derive(Clone, Debug)]
pub enum Screen {
    /// No map is open yet.
    Start(Start),
    /// A file is being read.
    Opening(PathBuf),
    /// A file could not be opened; nothing can be saved over it.
    Unreadable(Unreadable),
    /// The map.
    Board,
}

/// A file that could not be opened, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    /// The picture of its faults.
    pub picture: String,
    /// The first line of the picture that is shown.
    pub top: usize,
}

/// Something in front of the screen that takes the keys.
#[derive(Debug)]
pub enum Dialog {
    QuickEntry(QuickEntry),
    Form(Box<Form>),
    Prompt(Prompt),
    Question(Question),
    Help(Help),
}

/// The file that the map belongs to; bound only by a successful open or save.
#[derive(Clone, Debug)]
pub struct OpenFile {
    pub path: PathBuf,
    pub target: Target,
}

/// How far a save is: one at a time, since each must know what the one before it wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    Idle,
    /// This revision is on its way to the disk.
    Busy(Revision),
    /// This revision is on its way, and the map is to be saved again when it is there.
    BusyThenAgain(Revision),
}

/// What is computed from the map; kept because a funnel of 100,000 touchpoints takes milliseconds.
#[derive(Debug)]
pub struct Insight {
    /// The state of the document that the balance is of.
    revision: Revision,
    /// The state of the document in which the funnel became what it is.
    numbers: Revision,
    pub funnel: Funnel,
    /// Computed only where there is no number for a funnel.
    pub balance: Option<Balance>,
}

impl Insight {
    /// Computes everything for a document as it is.
    fn of(document: &Document) -> Insight {
        let (revision, numbers) = (document.revision(), document.numbers());
        Insight::of_map(document.map(), revision, numbers)
    }

    /// Computes everything for a map that is only looked at, like one with what is still being typed.
    pub fn of_map(map: &JourneyMap, revision: Revision, numbers: Revision) -> Insight {
        let funnel = Funnel::of(map);
        let balance = funnel.buyers.is_none().then(|| Balance::of(map));
        Insight { revision, numbers, funnel, balance }
    }

    /// Computes again what a change of the document can have altered.
    fn follow(&mut self, document: &Document) {
        if self.numbers != document.numbers() {
            *self = Insight::of(document);
        } else if self.revision != document.revision() {
            self.revision = document.revision();
            self.balance = self.funnel.buyers.is_none().then(|| Balance::of(document.map()));
        }
    }
}

/// All that the program knows.
pub struct State {
    pub lang: Lang,
    pub screen: Screen,
    pub document: Document,
    pub insight: Insight,
    pub file: Option<OpenFile>,
    pub board: Board,
    /// What stands in front of the screen; the last takes the keys.
    pub dialogs: Vec<Dialog>,
    pub message: Option<Message>,
    /// What is being written to the disk.
    pub saving: Saving,
    /// What is to be done as soon as the map is saved.
    pub after_save: Option<Action>,
    pub ids: IdSource,
}

impl State {
    /// The program before anything is open; `seed` makes the identities of new touchpoints random.
    pub fn new(lang: Lang, seed: u64) -> State {
        let document = Document::new(JourneyMap::new(Header::new(untitled(&lang))));
        State {
            screen: Screen::Start(Start::default()),
            insight: Insight::of(&document),
            board: Board::new(document.map()),
            document,
            file: None,
            dialogs: Vec::new(),
            message: None,
            saving: Saving::Idle,
            after_save: None,
            ids: IdSource::new(seed),
            lang,
        }
    }

    /// Puts a map on the board, with nothing unsaved, bound to a file or to none.
    pub fn show(&mut self, map: JourneyMap, file: Option<OpenFile>) {
        self.document = Document::new(map);
        self.insight = Insight::of(&self.document);
        self.board = Board::new(self.document.map());
        self.file = file;
        self.screen = Screen::Board;
        self.dialogs.clear();
    }

    /// The map as it is, without what is still being typed.
    pub fn map(&self) -> &JourneyMap {
        self.document.map()
    }

    /// Where keys are pressed now.
    pub fn context(&self) -> Context {
        match self.dialogs.last() {
            Some(Dialog::QuickEntry(_)) => Context::QuickEntry,
            Some(Dialog::Form(form)) => form.context(),
            Some(Dialog::Prompt(_)) => Context::Prompt,
            Some(Dialog::Question(_)) => Context::Question,
            Some(Dialog::Help(_)) => Context::Help,
            None => match self.screen {
                Screen::Start(_) => Context::Start,
                Screen::Opening(_) | Screen::Unreadable(_) => Context::Unreadable,
                Screen::Board => Context::Board,
            },
        }
    }

    /// Tells the user something until the next key.
    pub fn say(&mut self, tone: Tone, text: String) {
        self.message = Some(Message { text, tone });
    }

    /// Computes again what depends on the map, if the map has changed.
    pub(super) fn refresh(&mut self) {
        self.insight.follow(&self.document);
    }
}

/// The title of a map that has none yet.
pub fn untitled(lang: &Lang) -> Name {
    Name::new(&lang.untitled()).unwrap_or_else(|_| Name::placeholder())
}
