//! Bytes as a map's file and as what is done to it: whatever they are, the editor holds together.
//!
//! Up to the first byte 0xff, which no UTF-8 text has, they are the file; what follows are acts. The suite runs this over
//! a few random bytes, `fuzz/` for as long as somebody lets it.

#[path = "places.rs"]
mod places;
#[path = "reading.rs"]
pub mod reading;
#[path = "script.rs"]
mod script;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use periplo::app::input::key_table::BINDINGS;
use periplo::app::model::effect::Effect;
use periplo::app::model::effect::Target;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::pointer::{Gesture, Pointer};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::model::unreadable::EditFault;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Document, Edit, Header, IdSource, JourneyMap, Name, Notes, Phase, Place, Touchpoint};
use periplo::store::disk::journal::{AbandonedJournal, JournalReport};
use periplo::store::disk::load_stream;
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::{Comments, Fingerprint, Loaded, OpenError, SaveError, ron_text};
use periplo::view;
use periplo::view::target_at;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use reading::{check_harmless, check_reading, check_round_trip, put_lang, take_lang};
use script::Script;

/// The most acts of a script.
const ACTS: usize = 100;
/// The file that is opened.
const FILE: &str = "journey.ron";

/// Opens what the bytes hold, does what they say, and panics where the editor does not hold together.
pub fn run(bytes: &[u8]) {
    let (file, script) = bytes.split_at(bytes.iter().position(|&byte| byte == 0xff).unwrap_or(bytes.len()));
    let script = script.get(1..).unwrap_or_default();
    if let Ok(text) = std::str::from_utf8(file) {
        check_reading(text, text.len() % 200, false);
    }
    let mut desk = Desk::new(file, Script(script));
    desk.tell(Msg::Begin(Opening::Map(FILE.into())));
    // The first byte tells what journals hold.
    let how = desk.script.byte();
    desk.answer(how);
    desk.look();
    for _ in 0..ACTS {
        if desk.left || desk.script.0.is_empty() {
            break;
        }
        desk.act();
        desk.look();
    }
    desk.end();
}

/// The editor, with a world of files around it that answers when it is told to.
struct Desk<'a> {
    state: State,
    script: Script<'a>,
    files: BTreeMap<PathBuf, Vec<u8>>,
    asked: VecDeque<Effect>,
    /// What the journal holds.
    noted: Option<(JourneyMap, Comments)>,
    /// The map to which undoing everything leads.
    beginning: Option<JourneyMap>,
    size: (u16, u16),
    now: Duration,
    left: bool,
}

impl<'a> Desk<'a> {
    fn new(file: &[u8], script: Script<'a>) -> Desk<'a> {
        let language = Language::ALL[file.len() % 2];
        Desk {
            state: State::new(take_lang(language), 7),
            script,
            files: BTreeMap::from([(FILE.into(), file.to_vec())]),
            asked: VecDeque::new(),
            noted: None,
            beginning: None,
            size: (80, 24),
            now: Duration::ZERO,
            left: false,
        }
    }

    fn act(&mut self) {
        let kind = self.script.byte();
        // Time passes before each act, as the pump tells it.
        self.now += Duration::from_secs(kind.into());
        self.tell(Msg::Tick(self.now));
        let msg = match kind % 16 {
            0..=4 => {
                // Mostly keys that mean something here.
                let (anywhere, here) = (kind.is_multiple_of(16), self.state.context());
                let bindings = BINDINGS.iter().filter(|binding| anywhere || binding.context == here);
                let keys: Vec<KeyCombination> = bindings.flat_map(|binding| binding.keys.iter()).copied().collect();
                let Some(nth) = usize::from(self.script.byte()).checked_rem(keys.len()) else { return };
                Msg::Key(keys[nth])
            }
            5 => return self.typed(),
            6 => Msg::Paste(self.script.text(200)),
            7 => self.pointer(),
            8 => {
                self.size = (1 + u16::from(self.script.byte()) % 140, 1 + u16::from(self.script.byte()) % 50);
                return;
            }
            9..=11 => {
                let how = self.script.byte();
                return self.answer(how);
            }
            12 => return self.mutate(),
            13 => {
                self.mutate();
                Msg::FileReread { path: self.path(), outcome: self.read(&self.path()) }
            }
            14 => {
                let path = self.path();
                self.files.remove(&path);
                Msg::FileReread { path, outcome: Err(OpenError::NotFound) }
            }
            _ => Msg::JournalFailed(io::Error::other(self.script.text(40))),
        };
        self.tell(msg);
    }

    fn typed(&mut self) {
        for c in self.script.text(24).chars() {
            let key = KeyCombination::one_key(KeyCode::Char(c), KeyModifiers::NONE).normalized();
            self.tell(Msg::Key(key));
        }
    }

    fn pointer(&mut self) -> Msg {
        let gestures = [Gesture::Press, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];
        let gesture = gestures[usize::from(self.script.byte()) % gestures.len()];
        let (x, y) = (u16::from(self.script.byte()) % self.size.0, u16::from(self.script.byte()) % self.size.1);
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let target = target_at(&self.state, area, Position::new(x, y));
        Msg::Pointer(Pointer { gesture, target, at: (x, y) })
    }

    /// The file that is open, or was opened first.
    fn path(&self) -> PathBuf {
        self.state.session.file.as_ref().map_or_else(|| FILE.into(), |file| file.path.clone())
    }

    /// Changes a file as another user of it might, or as another program.
    fn mutate(&mut self) {
        if self.script.byte().is_multiple_of(4) { self.spoil() } else { self.revise() }
    }

    /// Changes one thing in the map that a file holds.
    fn revise(&mut self) {
        let path = self.path();
        let Ok(Loaded { mut map, comments, .. }) = self.read(&path) else { return self.spoil() };
        let (kind, nth, other) = (self.script.byte(), self.script.byte(), self.script.byte());
        let places: Vec<Place> = map.touchpoints().map(|(place, _)| place).collect();
        let at = |nth: u8| usize::from(nth).checked_rem(places.len()).map(|nth| places[nth]);
        let (here, there) = (at(nth), at(other).unwrap_or(Place::new(Phase::During, 0)));
        let touchpoint = here.and_then(|place| map.at(place)).map(|touchpoint| Touchpoint::clone(touchpoint));
        let name = Name::new(&self.script.text(20)).unwrap_or_else(|_| Name::placeholder());
        let edit = match (kind % 8, touchpoint) {
            (0, _) | (_, None) => {
                let id = IdSource::new(u64::from(other)).fresh(|id| map.find(id).is_some());
                Edit::Add { at: there, touchpoints: vec![Touchpoint::new(id, name)] }
            }
            (1, _) => Edit::SetHeader(Header { title: name, ..Header::clone(map.header()) }),
            (2, Some(touchpoint)) => Edit::Delete(vec![touchpoint.id]),
            (3, Some(touchpoint)) => Edit::Move { ids: vec![touchpoint.id], to: there },
            (4, Some(touchpoint)) => Edit::Replace(vec![Touchpoint { name, ..touchpoint }]),
            (5, Some(touchpoint)) => Edit::Replace(vec![Touchpoint { reach: Some(u64::from(other)), ..touchpoint }]),
            (6, Some(touchpoint)) => {
                Edit::Replace(vec![Touchpoint { with_previous: !touchpoint.with_previous, ..touchpoint }])
            }
            (_, Some(touchpoint)) => Edit::Replace(vec![Touchpoint { notes: Notes::new(&name).ok(), ..touchpoint }]),
        };
        // What cannot be done is not done.
        map.apply(edit).ok();
        let mut text = ron_text::print(&map, &comments).expect("a text");
        if kind & 0x80 != 0 {
            let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
            text.insert_str(lines[usize::from(other) % lines.len()], &format!(" // {kind} {nth}"));
        }
        self.files.insert(path, text.into_bytes());
    }

    /// Changes a piece of a file's text.
    fn spoil(&mut self) {
        let (at, removed, inserted) = (self.script.number(), self.script.byte(), self.script.text(60));
        let path = self.path();
        let held = self.files.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let mut text =
            held.unwrap_or_else(|| ron_text::print(self.state.map(), &self.state.session.comments).expect("a text"));
        let from = text.floor_char_boundary(usize::from(at) * text.len() / 0xffff);
        let to = text.ceil_char_boundary((from + usize::from(removed)).min(text.len()));
        text.replace_range(from..to, &inserted);
        self.files.insert(path, text.into_bytes());
    }

    fn read(&self, path: &Path) -> Result<Loaded, OpenError> {
        load_stream(path, self.files.get(path).ok_or(OpenError::NotFound)?.as_slice())
    }

    /// Answers the oldest of what was asked, in one way or another.
    fn answer(&mut self, how: u8) {
        let Some(effect) = self.asked.pop_front() else { return };
        let msg = match effect {
            Effect::Open { path } => Msg::Opened { outcome: self.read(&path), found: self.found(how), path },
            Effect::Reread { path } => Msg::FileReread { outcome: self.read(&path), path },
            Effect::Preview { path } => Msg::Previewed { map: self.read(&path).ok().map(|loaded| loaded.map), path },
            Effect::FindUnsaved => Msg::Unsaved(self.found(how)),
            Effect::FindRecent => Msg::Recent(places::recent(&self.files, &mut self.script)),
            Effect::List { folder } => places::listed(&self.files, &mut self.script, how, folder),
            Effect::Save { path, map, comments, revision, target } => {
                let outcome = self.save(&path, (&map, &comments), &target, how);
                Msg::Saved { path, revision, outcome }
            }
            Effect::Export(job) => Msg::Exported { job, outcome: places::exported(&mut self.script, how) },
            Effect::Edit { path, .. } => {
                let editor = self.script.text(20);
                let outcome = match how % 4 {
                    0 => Err(EditFault::NoEditor),
                    1 => Err(EditFault::NotStarted { editor }),
                    2 => Err(EditFault::Failed { editor, code: Some(i32::from(how)) }),
                    _ => {
                        self.mutate();
                        Ok(())
                    }
                };
                Msg::Edited { path, outcome }
            }
            Effect::Copy { .. }
            | Effect::Ring
            | Effect::WriteJournal(_)
            | Effect::ClearJournal
            | Effect::RemoveTakenJournal { .. }
            | Effect::DiscardJournal { .. }
            | Effect::Quit => return,
        };
        let awaited = matches!((&msg, &self.state.screen), (Msg::Opened { path, .. }, Screen::Opening { path: wanted, .. }) if path == wanted);
        let opened = match &msg {
            Msg::Opened { outcome: Ok(loaded), .. } if awaited => Some(loaded.map.clone()),
            _ => None,
        };
        self.tell(msg);
        if opened.is_some() {
            assert_eq!(self.beginning, opened, "what was opened is what is shown");
        }
    }

    fn save(
        &mut self,
        path: &Path,
        (map, comments): (&JourneyMap, &Comments),
        target: &Target,
        how: u8,
    ) -> Result<Fingerprint, SaveError> {
        check_round_trip(map, comments);
        match how % 16 {
            0 => return Err(SaveError::ReadOnly),
            1 => return Err(SaveError::BackupFailed(io::Error::other(self.script.text(20)))),
            2 => return Err(SaveError::NoFolder(self.script.text(20).into())),
            3 => return Err(SaveError::Unwritable(io::ErrorKind::StorageFull.into())),
            _ => {}
        }
        let held = self.files.get(path).map(|bytes| Fingerprint::of(bytes));
        match (target, held) {
            (Target::New | Target::Named(_), Some(_)) => return Err(SaveError::Exists),
            (Target::Known(known), held) if held != Some(*known) => return Err(SaveError::ChangedOutside),
            (Target::New | Target::Named(_) | Target::Known(_) | Target::Any, _) => {}
        }
        let text = ron_text::print(map, comments).expect("a text");
        let mark = Fingerprint::of(text.as_bytes());
        self.files.insert(path.to_owned(), text.into_bytes());
        Ok(mark)
    }

    /// What journals hold: nothing, somebody who is there, or what a crash left of the map.
    fn found(&mut self, how: u8) -> JournalReport {
        let mut found = JournalReport::default();
        if how & 0x80 != 0 {
            let owner =
                JournalOwner { user: self.script.text(20), host: self.script.text(20), process: u32::from(how) };
            found.other_users.extend(JournalOwner::parse(&owner.print().expect("a line")));
        }
        if how & 0x40 != 0
            && let Ok(base) = self.read(&self.path())
        {
            let before = self.files.get(&self.path()).cloned();
            self.mutate();
            let now = self.read(&self.path());
            self.files.extend(before.map(|before| (self.path(), before)));
            let ours = now.as_ref().map_or(&base, |now| now);
            let record = JournalRecord {
                owner: JournalOwner::default(),
                file: Some(self.path()),
                based_on: (how & 1 == 0).then_some(base.fingerprint),
                base: (how & 2 == 0).then(|| base.map.clone()),
                map: ours.map.clone(),
                comments: ours.comments.clone(),
            };
            let id = places::journal();
            found.abandoned.push(AbandonedJournal {
                id,
                record,
                age: Duration::from_secs(u64::from(how)),
                of_other_file: how & 4 != 0,
            });
        }
        found
    }

    fn tell(&mut self, msg: Msg) {
        let was_board = matches!(self.state.screen, Screen::Board);
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::WriteJournal(note) => self.noted = Some((note.map, note.comments)),
                Effect::ClearJournal => self.noted = None,
                Effect::Quit => self.left = true,
                Effect::Copy { .. }
                | Effect::Ring
                | Effect::RemoveTakenJournal { .. }
                | Effect::DiscardJournal { .. } => {}
                asked @ (Effect::Open { .. }
                | Effect::Save { .. }
                | Effect::Reread { .. }
                | Effect::Preview { .. }
                | Effect::FindUnsaved
                | Effect::FindRecent
                | Effect::List { .. }
                | Effect::Export(_)
                | Effect::Edit { .. }) => self.asked.push_back(asked),
            }
        }
        // Where nothing can be undone or redone, the map may be another one that was just begun.
        let document = &self.state.session.document;
        let is_begun = document.next_undo().is_none() && document.next_redo().is_none();
        if (!was_board || is_begun) && matches!(self.state.screen, Screen::Board) {
            self.beginning = Some(undone(&self.state.session.document));
        }
        if !self.left {
            self.holds_together();
        }
    }

    fn holds_together(&self) {
        let state = &self.state;
        if !matches!(state.screen, Screen::Board) {
            return;
        }
        let ids: BTreeSet<_> = state.map().touchpoints().map(|(_, each)| each.id).collect();
        assert_eq!(ids.len(), state.map().len(), "identities are unique");
        match state.board.selected() {
            Some(id) => assert_eq!(state.map().at(state.board.place()).map(|each| each.id), Some(id)),
            None => assert!(state.map().phase(state.board.phase()).is_empty()),
        }
        assert!(state.board.marked.is_subset(&ids.iter().copied().collect()), "what is marked is there");
        for phase in Phase::ALL {
            assert!(state.board.place_in(phase).row <= state.map().phase(phase).len());
        }
        if state.is_unsaved() {
            let (map, comments) = self.noted.as_ref().expect("what is not saved is in the journal");
            assert!(map == state.map() && comments == &state.session.comments, "the journal holds the map as it is");
        } else if let Some(base) = state.session.file.as_ref().and_then(|file| file.base.as_ref()) {
            assert_eq!(base, state.map(), "what is said to be saved is what the file held");
        }
    }

    fn look(&mut self) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let view::Drawn { cursor, viewport, .. } = view::draw(&self.state, area, &mut buffer);
        assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{cursor:?} in {area:?}");
        for cell in &buffer.content {
            check_harmless(cell.symbol());
        }
        // What is drawn is looked at once more on its way; what is said must not need it.
        self.state.message.iter().for_each(|message| check_harmless(&message.text));
        self.tell(Msg::Drawn(viewport));
    }

    fn end(self) {
        if matches!(self.state.screen, Screen::Board) {
            check_round_trip(self.state.map(), &self.state.session.comments);
            assert_eq!(
                Some(undone(&self.state.session.document)),
                self.beginning,
                "undoing everything leads to the beginning"
            );
        }
        put_lang(self.state.lang);
    }
}

/// The map to which undoing everything leads.
fn undone(document: &Document) -> JourneyMap {
    let mut document = document.clone();
    while document.undo().is_some() {}
    document.map().clone()
}
