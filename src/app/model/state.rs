//! The state of the program; the event loop owns it and only `update` changes it.

use std::sync::Arc;
use std::time::Duration;

use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::board::Board;
use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::form::Form;
use crate::app::model::effect::WatchPace;
use crate::app::model::keymap::Keymap;
use crate::app::model::last_input::{LastInput, ReadingTime};
use crate::app::model::message::{Message, Tone};
use crate::app::model::opening::OpeningInput;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::pointer::Click;
use crate::app::model::query::presentation::{shows_room, typed_number};
use crate::app::model::recall::Recall;
use crate::app::model::room::effect::RoomSettings;
use crate::app::model::screen::Screen;
use crate::app::model::session::{OpenFile, Session};
use crate::app::model::settings::Settings;
use crate::app::model::show::Show;
use crate::app::model::start::Start;
use crate::app::model::viewport::Viewport;
use crate::lang::Lang;
use crate::map::{Date, Header, IdSource, JourneyMap, Name, Place, Touchpoint, TouchpointId};

/// A number that is typed although the line for it was refused. Its keys are no commands.
#[derive(Clone, Copy, Debug)]
pub struct RefusedNumber {
    /// Until when the next key belongs to it.
    pub until: Duration,
    pub has_begun: bool,
}

/// The state of the program.
pub struct State {
    pub lang: Lang,
    pub settings: Settings,
    pub keys: Keymap,
    pub screen: Screen,
    pub opening: OpeningInput,
    pub session: Session,
    pub board: Board,
    pub show: Show,
    /// The open dialogs; the last one takes the keys.
    pub dialogs: Vec<Dialog>,
    pub message: Option<Message>,
    /// True while unsaved changes cannot be protected from a crash.
    pub is_journal_failing: bool,
    /// The last key, paste or mouse event; none since the program started.
    pub last_input: Option<LastInput>,
    /// The time in which the open question takes no answer; none if it takes answers at once.
    pub reading_time: Option<ReadingTime>,
    /// The last mouse press, until a key is pressed.
    pub clicked: Option<Click>,
    /// How much of each list the last frame showed.
    pub viewport: Viewport,
    pub recall: Recall,
    pub ids: IdSource,
    /// The current day when the program was started; none if it is unknown.
    pub today: Option<Date>,
    /// The number that is expected because its line was refused.
    pub refused_number: Option<RefusedNumber>,
    /// How long the program has run, as of the last `Msg::Tick`.
    pub now: Duration,
    /// How often the open file is checked now.
    pub watch_pace: WatchPace,
    pub room_settings: RoomSettings,
    /// True while the room's server runs.
    pub is_room_served: bool,
}

impl State {
    /// The state before a map is open; `seed` makes the ids of new touchpoints random.
    pub fn new(lang: Lang, seed: u64) -> State {
        let map = JourneyMap::new(Header::new(untitled(&lang)));
        let board = Board::new(&map);
        State {
            settings: Settings::default(),
            keys: Keymap::default(),
            screen: Screen::Start(Start::default()),
            opening: OpeningInput::default(),
            session: Session::new(map, None, &lang),
            board,
            show: Show::default(),
            dialogs: Vec::new(),
            message: None,
            last_input: None,
            reading_time: None,
            is_journal_failing: false,
            clicked: None,
            viewport: Viewport::default(),
            recall: Recall::default(),
            ids: IdSource::new(seed),
            today: None,
            refused_number: None,
            now: Duration::ZERO,
            watch_pace: WatchPace::default(),
            room_settings: RoomSettings::default(),
            is_room_served: false,
            lang,
        }
    }

    /// Shows a map without unsaved changes on the board, in a new session.
    pub fn open_map(&mut self, map: JourneyMap, file: Option<OpenFile>) {
        self.board = Board::new(&map);
        // What the journal holds of the previous map must still be removed.
        let journal = self.session.journal;
        self.session = Session { journal, ..Session::new(map, file, &self.lang) };
        self.show.presentation = None;
        self.show.tour = None;
        self.screen = Screen::Board;
        self.dialogs.clear();
        self.recall.browser = None;
        self.recall.form = None;
    }

    /// Returns true if the map is the tour's scratch map, which was not saved.
    pub fn is_scratch_map(&self) -> bool {
        self.show.tour.is_some() && self.session.file.is_none() && !self.session.is_writing()
    }

    /// Returns true if the map has unsaved changes; those of a scratch map do not count.
    pub fn is_unsaved(&self) -> bool {
        self.session.document.is_dirty() && matches!(self.screen, Screen::Board) && !self.is_scratch_map()
    }

    /// Returns the map without the change that is still being typed.
    pub fn map(&self) -> &JourneyMap {
        self.session.document.map()
    }

    /// Returns an id that no touchpoint of the map has.
    pub(crate) fn fresh_id(&mut self) -> TouchpointId {
        self.ids.fresh(|id| self.session.document.map().find(id).is_some())
    }

    /// Returns the target touchpoints of the next action, in the journey's order: the marked ones, or the selected one.
    pub(crate) fn targets(&self) -> Vec<(Place, &Arc<Touchpoint>)> {
        let (map, place) = (self.session.document.map(), self.board.place());
        if self.board.marked.is_empty() {
            return map.at(place).map(|touchpoint| (place, touchpoint)).into_iter().collect();
        }
        map.touchpoints().filter(|(_, each)| self.board.marked.contains(&each.id)).collect()
    }

    /// Opens a form. If changes were discarded in the last form about the same subject, says which key brings them back.
    pub(crate) fn open_form(&mut self, form: Form) {
        let is_discarded = self.recall.form.as_ref().is_some_and(|discarded| discarded.is_about_same(&form));
        self.dialogs.push(Dialog::Form(Box::new(form)));
        if is_discarded {
            let text = self.lang.discarded_kept(&self.key_label(Action::Reply(Reply::Input(InputReply::Recall))));
            self.say(Tone::Done, text);
        }
    }

    /// Returns true if a question is open.
    pub(crate) fn has_open_question(&self) -> bool {
        self.dialogs.last().is_some_and(Dialog::is_question)
    }

    /// Returns the context in which keys are looked up.
    pub fn context(&self) -> Context {
        self.dialogs.last().map_or_else(|| self.base_context(), Dialog::context)
    }

    /// Returns the context behind the dialogs.
    pub(crate) fn base_context(&self) -> Context {
        match self.screen {
            Screen::Start(_) => Context::Start,
            Screen::Opening { .. } => Context::Opening,
            Screen::Unreadable(_) => Context::Unreadable,
            Screen::Board if typed_number(self).is_some() => Context::VoteNumber,
            Screen::Board if shows_room(self) => Context::RoomPage,
            Screen::Board if self.show.presentation.is_some() => Context::Presentation,
            Screen::Board => match (self.board.pane, self.board.side) {
                (Pane::Side, SidePane::Funnel) => Context::Funnel,
                (Pane::Side, SidePane::Review) => Context::Review,
                (Pane::Side, SidePane::Priorities) => Context::Priorities,
                (Pane::Side, SidePane::Room) => Context::Room,
                (Pane::Side, SidePane::Balance) | (Pane::Columns, _) => Context::Board,
            },
        }
    }

    /// Returns when the state next changes without input, as time since the program started.
    pub fn wakes_at(&self) -> Option<Duration> {
        let scrolls = self.board.drag.as_ref().and_then(|drag| drag.scrolls_at());
        let votes_at = typed_number(self).map(|typed| typed.due);
        let asks = self.dialogs.is_empty() && !self.session.waiting.is_empty();
        let asks_at = asks.then(|| self.question_opens_at()).filter(|&at| at > self.now);
        let timer = self.show.timer.wakes_at(self.now).into_iter();
        timer.chain(scrolls).chain(votes_at).chain(asks_at).chain(self.live_save_at()).min()
    }

    /// Shows a message until the next key.
    pub(crate) fn say(&mut self, tone: Tone, text: String) {
        self.message = Some(Message { text, tone });
    }

    /// Recomputes the results of the map if it has changed.
    pub(crate) fn refresh(&mut self) {
        self.session.insight.set_today(self.today);
        self.session.insight.set_begin(&self.session.document, self.board.funnel_begin, &self.lang);
        self.session.insight.refresh(&self.session.document, &self.lang, self.board.side, &self.session.duplicate_ids);
        self.session.insight.refresh_filter(
            &self.session.document,
            self.board.filter.as_ref(),
            &self.session.duplicate_ids,
        );
    }
}

/// Returns the title of a new map.
pub(crate) fn untitled(lang: &Lang) -> Name {
    Name::new(&lang.untitled()).unwrap_or_else(|_| Name::placeholder())
}
