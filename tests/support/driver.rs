//! The driver of the fuzz tests: it opens any bytes as a map, runs a script of steps, and checks the editor after each.
//!
//! The bytes before the first 0xff, which never occurs in UTF-8, are the file. The bytes after it are the script.
//! The test suite runs this on a few random inputs, and `fuzz/` runs it for as long as wanted.

#[path = "checks.rs"]
mod checks;
#[path = "fake_disk.rs"]
mod fake_disk;
#[path = "reading.rs"]
pub mod reading;
#[path = "script.rs"]
mod script;

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use checks::{DrawnFrame, undo_all};
use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use periplo::app::input::key_table::BINDINGS;
use periplo::app::model::effect::{Effect, Target};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::pointer::{Gesture, Pointer};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::model::unreadable::EditFault;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{Edit, Header, IdSource, JourneyMap, Name, Notes, Phase, Place, Touchpoint};
use periplo::store::disk::journal::{AbandonedJournal, JournalReport};
use periplo::store::disk::{Saved, load_stream};
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::{Comments, Fingerprint, Loaded, OpenError, SaveError, ron_text};
use periplo::view::target_at;
use ratatui::layout::{Position, Rect};
use reading::{check_reading, check_round_trip};
use script::Script;

/// The most steps that a script can have.
const MAX_STEPS: usize = 100;
/// The file that is opened.
const FILE: &str = "journey.ron";

/// Opens the file in the bytes, runs the script, and panics if a check fails.
pub fn run(bytes: &[u8]) {
    let (file, script) = bytes.split_at(bytes.iter().position(|&byte| byte == 0xff).unwrap_or(bytes.len()));
    let script = script.get(1..).unwrap_or_default();
    if let Ok(text) = std::str::from_utf8(file) {
        check_reading(text, text.len() % 200, false);
    }
    let mut driver = Driver::new(file, Script(script));
    driver.send(Msg::Begin(Opening::Map(FILE.into())));
    // The first byte decides what the search for journals finds.
    let variant = driver.script.byte();
    driver.answer(variant);
    driver.check_screen();
    for _ in 0..MAX_STEPS {
        if driver.has_quit || driver.script.0.is_empty() {
            break;
        }
        driver.step();
        driver.check_screen();
    }
    driver.finish();
}

/// The editor with files in memory. The script decides when an effect is answered, and how.
struct Driver<'a> {
    state: State,
    script: Script<'a>,
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// The effects that wait for their answer, oldest first.
    pending: VecDeque<Effect>,
    /// The content of the journal.
    journal: Option<(JourneyMap, Comments)>,
    /// The map that is left when every change is undone.
    oldest: Option<JourneyMap>,
    size: (u16, u16),
    frame: DrawnFrame,
    now: Duration,
    has_quit: bool,
}

impl<'a> Driver<'a> {
    fn new(file: &[u8], script: Script<'a>) -> Driver<'a> {
        let language = Language::ALL[file.len() % 2];
        Driver {
            state: State::new(Lang::new(language), 7),
            script,
            files: BTreeMap::from([(FILE.into(), file.to_vec())]),
            pending: VecDeque::new(),
            journal: None,
            oldest: None,
            size: (80, 24),
            frame: DrawnFrame::default(),
            now: Duration::ZERO,
            has_quit: false,
        }
    }

    /// Runs the next step of the script.
    fn step(&mut self) {
        let kind = self.script.byte();
        // Time passes before each step, as the event loop reports it.
        self.now += Duration::from_secs(kind.into());
        self.send(Msg::Tick(self.now));
        let msg = match kind % 16 {
            0..=4 => {
                // Most keys have a meaning in the current context.
                let (any_context, context) = (kind.is_multiple_of(16), self.state.context());
                let bindings = BINDINGS.iter().filter(|binding| any_context || binding.context == context);
                let keys: Vec<KeyCombination> = bindings.flat_map(|binding| binding.keys.iter()).copied().collect();
                let Some(nth) = usize::from(self.script.byte()).checked_rem(keys.len()) else { return };
                Msg::Key(keys[nth])
            }
            5 => return self.type_text(),
            6 => Msg::Paste(self.script.text(200)),
            7 => self.pointer_msg(),
            8 => {
                self.size = (1 + u16::from(self.script.byte()) % 140, 1 + u16::from(self.script.byte()) % 50);
                return;
            }
            9..=11 => {
                let variant = self.script.byte();
                return self.answer(variant);
            }
            12 => return self.change_file(),
            13 => {
                self.change_file();
                Msg::FileReread { path: self.path(), outcome: self.read(&self.path()), written: None }
            }
            14 => {
                let path = self.path();
                self.files.remove(&path);
                Msg::FileReread { path, outcome: Err(OpenError::NotFound), written: None }
            }
            15 if self.script.byte().is_multiple_of(2) => Msg::JournalNeedsMap,
            _ => Msg::JournalFailed(io::Error::other(self.script.text(40))),
        };
        self.send(msg);
    }

    /// Types a text of the script, key by key.
    fn type_text(&mut self) {
        for c in self.script.text(24).chars() {
            let key = KeyCombination::one_key(KeyCode::Char(c), KeyModifiers::NONE).normalized();
            self.send(Msg::Key(key));
        }
    }

    /// Returns a mouse event that the script chooses.
    fn pointer_msg(&mut self) -> Msg {
        let gestures = [Gesture::Press, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];
        let gesture = gestures[usize::from(self.script.byte()) % gestures.len()];
        let (x, y) = (u16::from(self.script.byte()) % self.size.0, u16::from(self.script.byte()) % self.size.1);
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let target = target_at(&self.state, area, Position::new(x, y));
        Msg::Pointer(Pointer { gesture, target, at: (x, y) })
    }

    /// Returns the path of the open file, or of the first file if none is open.
    fn path(&self) -> PathBuf {
        self.state.session.file.as_ref().map_or_else(|| FILE.into(), |file| file.path.clone())
    }

    /// Changes the file as another user or program might.
    fn change_file(&mut self) {
        if self.script.byte().is_multiple_of(4) { self.damage_text() } else { self.edit_map() }
    }

    /// Makes one edit to the map in the file.
    fn edit_map(&mut self) {
        let path = self.path();
        let Ok(Loaded { mut map, comments, .. }) = self.read(&path) else { return self.damage_text() };
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
        // An edit that is refused changes nothing.
        map.apply(edit).ok();
        let mut text = ron_text::print(&map, &comments);
        if kind & 0x80 != 0 {
            let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
            text.insert_str(lines[usize::from(other) % lines.len()], &format!(" // {kind} {nth}"));
        }
        self.files.insert(path, text.into_bytes());
    }

    /// Replaces a piece of the file's text.
    fn damage_text(&mut self) {
        let (at, removed, inserted) = (self.script.number(), self.script.byte(), self.script.text(60));
        let path = self.path();
        let held = self.files.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let mut text = held.unwrap_or_else(|| ron_text::print(self.state.map(), &self.state.session.comments));
        let from = text.floor_char_boundary(usize::from(at) * text.len() / 0xffff);
        let to = text.ceil_char_boundary((from + usize::from(removed)).min(text.len()));
        text.replace_range(from..to, &inserted);
        self.files.insert(path, text.into_bytes());
    }

    fn read(&self, path: &Path) -> Result<Loaded, OpenError> {
        load_stream(path, self.files.get(path).ok_or(OpenError::NotFound)?.as_slice())
    }

    /// Answers the oldest pending effect. The variant chooses the outcome.
    fn answer(&mut self, variant: u8) {
        let Some(effect) = self.pending.pop_front() else { return };
        let msg = match effect {
            Effect::Open { path } => {
                Msg::Opened { outcome: self.read(&path), found: self.find_journals(variant), path }
            }
            Effect::Reread { path } => Msg::FileReread { outcome: self.read(&path), path, written: None },
            Effect::Preview { path } => Msg::Previewed { map: self.read(&path).ok().map(|loaded| loaded.map), path },
            Effect::FindUnsaved | Effect::ReadOrphan { .. } => Msg::Unsaved(self.find_journals(variant)),
            Effect::FindOrphans => Msg::Orphans(fake_disk::orphans(&mut self.script, variant)),
            Effect::FindRecent => Msg::Recent(fake_disk::recent_maps(&self.files, &mut self.script)),
            Effect::List { folder } => fake_disk::list_folder(&self.files, &mut self.script, variant, folder),
            Effect::Save { path, map, comments, revision, target } => {
                let outcome = self.save(&path, (&map, &comments), &target, variant);
                Msg::Saved { path, revision, outcome }
            }
            Effect::WriteCopy { path, map, comments, target } => {
                let outcome = self.save(&path, (&map, &comments), &target, variant);
                Msg::CopyWritten { path, outcome }
            }
            Effect::KeepVersion { path, .. } => {
                let outcome = if variant.is_multiple_of(4) { Err(SaveError::NoStateFolder) } else { Ok(()) };
                Msg::VersionKept { path, outcome }
            }
            Effect::Export(job) => Msg::Exported { job, outcome: fake_disk::export_outcome(&mut self.script, variant) },
            Effect::Import(job) => fake_disk::interpreted(&mut self.script, variant, *job),
            Effect::Edit { path, .. } => {
                let editor = self.script.text(20);
                let outcome = match variant % 4 {
                    0 => Err(EditFault::NoEditor),
                    1 => Err(EditFault::NotStarted { editor }),
                    2 => Err(EditFault::Failed { editor, code: Some(i32::from(variant)) }),
                    _ => {
                        self.change_file();
                        Ok(())
                    }
                };
                Msg::Edited { path, outcome }
            }
            // The others have no answer here.
            _ => return,
        };
        let awaited = matches!((&msg, &self.state.screen), (Msg::Opened { path, .. }, Screen::Opening { path: wanted, .. }) if path == wanted);
        let opened = match &msg {
            Msg::Opened { outcome: Ok(loaded), .. } if awaited => Some(loaded.map.clone()),
            _ => None,
        };
        self.send(msg);
        if opened.is_some() {
            assert_eq!(self.oldest, opened, "the opened map is shown");
        }
    }

    /// Saves the map to the files in memory. The variant chooses whether that fails.
    fn save(
        &mut self,
        path: &Path,
        (map, comments): (&JourneyMap, &Comments),
        target: &Target,
        variant: u8,
    ) -> Result<Saved, SaveError> {
        check_round_trip(map, comments);
        match variant % 16 {
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
        let text = ron_text::print(map, comments);
        let mark = Fingerprint::of(text.as_bytes());
        self.files.insert(path.to_owned(), text.into_bytes());
        Ok(mark.into())
    }

    /// Returns what the search for journals finds: nothing, another user of the map, or changes left by a crash.
    fn find_journals(&mut self, variant: u8) -> JournalReport {
        let mut found = JournalReport::default();
        if variant & 0x80 != 0 {
            let owner =
                JournalOwner { user: self.script.text(20), host: self.script.text(20), process: u32::from(variant) };
            found.other_users.extend(JournalOwner::parse(&owner.print().expect("a line")));
        }
        if variant & 0x40 != 0
            && let Ok(base) = self.read(&self.path())
        {
            let before = self.files.get(&self.path()).cloned();
            self.change_file();
            let now = self.read(&self.path());
            self.files.extend(before.map(|before| (self.path(), before)));
            let ours = now.as_ref().map_or(&base, |now| now);
            let record = JournalRecord {
                owner: JournalOwner::default(),
                file: Some(self.path()),
                based_on: (variant & 1 == 0).then_some(base.fingerprint),
                base: (variant & 2 == 0).then(|| base.map.clone()),
                map: ours.map.clone(),
                comments: ours.comments.clone(),
            };
            found.abandoned.push(AbandonedJournal {
                id: fake_disk::journal_id(),
                record,
                age: Duration::from_secs(u64::from(variant)),
                origin: fake_disk::journal_origin(variant),
            });
        }
        found
    }

    /// Sends a message to the editor, keeps the effects that need an answer, and checks the state.
    fn send(&mut self, msg: Msg) {
        let was_board = matches!(self.state.screen, Screen::Board);
        let base_of = |state: &State| state.session.file.as_ref().and_then(|file| file.base.clone());
        let (base, revision) = (base_of(&self.state), self.state.session.document.revision());
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::WriteJournal(entry) => self.journal = Some((entry.map, entry.comments)),
                Effect::AppendToJournal(change) => {
                    let (map, _) = self.journal.take().expect("a journal to append to");
                    self.journal =
                        Some((change.apply(&map).expect("a change of the map in the journal"), change.comments));
                }
                Effect::ClearJournal => self.journal = None,
                Effect::Quit => self.has_quit = true,
                Effect::Copy { .. }
                | Effect::SetWatchPace(_)
                | Effect::Ring
                | Effect::Room(_)
                | Effect::Repaint
                | Effect::Free(_)
                | Effect::PrepareJournal(_)
                | Effect::RemoveRecoveredJournal { .. }
                | Effect::DiscardJournal { .. } => {}
                effect @ (Effect::Open { .. }
                | Effect::Save { .. }
                | Effect::KeepVersion { .. }
                | Effect::Reread { .. }
                | Effect::Preview { .. }
                | Effect::FindUnsaved
                | Effect::FindOrphans
                | Effect::ReadOrphan { .. }
                | Effect::FindRecent
                | Effect::List { .. }
                | Effect::Export(_)
                | Effect::Import(_)
                | Effect::WriteCopy { .. }
                | Effect::Edit { .. }) => self.pending.push_back(effect),
            }
        }
        // Without undo and redo history, the map may be a new one.
        let document = &self.state.session.document;
        let may_be_new = document.next_undo().is_none() && document.next_redo().is_none();
        let has_changes_of_others = document.revision() != revision && base_of(&self.state) != base;
        if (!was_board || may_be_new || has_changes_of_others) && matches!(self.state.screen, Screen::Board) {
            self.oldest = Some(undo_all(&self.state.session.document));
        }
        if !self.has_quit {
            self.check_state();
        }
    }
}
