//! What must not be lost: the journal, what others do to the file, and who else works on it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::message;
use crate::support::{names, press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::effect::{JournalEntry, Target};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{JourneyMap, Phase};
use periplo::store::disk::journal::{AbandonedJournal, JournalReport, claim};
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::{Comments, Fingerprint, Loaded, OpenError, SaveError, disk, ron_text};

pub const SHOP: &str = "(format: 1, title: \"Shop\", before: [(id: \"aaaaaaaa\", name: \"Asks\", reach: 100), \
                    (id: \"bbbbbbbb\", name: \"Compares\")])";

/// A folder with a map, and the editor with that map open.
pub struct Room {
    pub folder: tempfile::TempDir,
    pub state: State,
}

impl Room {
    pub fn new() -> Room {
        Room::with(JournalReport::default())
    }

    pub fn with(found: JournalReport) -> Room {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("shop.ron"), SHOP).expect("written");
        let mut room = Room { state: State::new(Lang::new(Language::English), 7), folder };
        let path = room.file();
        update(&mut room.state, Msg::Begin(Opening::Map(path)));
        let (path, outcome) = (room.file(), disk::load(&room.file()));
        update(&mut room.state, Msg::Opened { path, outcome, found });
        room
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("shop.ron")
    }

    /// Another hand writes the file, and the watch tells of it.
    pub fn outside(&mut self, text: &str) -> Vec<Effect> {
        std::fs::write(self.file(), text).expect("written");
        self.look()
    }

    pub fn look(&mut self) -> Vec<Effect> {
        let (path, outcome) = (self.file(), disk::load(&self.file()));
        update(&mut self.state, Msg::FileReread { path, outcome })
    }

    /// Carries out what the effects ask of the disk, until nothing is left to do.
    pub fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let more = match effect {
                Effect::Save { path, map, comments, revision, target } => {
                    let outcome = match target {
                        Target::New | Target::Named(_) => disk::create(&path, &map, &comments),
                        Target::Known(expected) => disk::save(&path, &map, &comments, Some(&expected), None),
                        Target::Any => disk::save(&path, &map, &comments, None, None),
                    };
                    update(&mut self.state, Msg::Saved { path, revision, outcome })
                }
                Effect::Reread { .. } => self.look(),
                _ => Vec::new(),
            };
            self.carry_out(more);
        }
    }

    pub fn press(&mut self, keys: &str) {
        let effects = press(&mut self.state, keys);
        self.carry_out(effects);
    }

    pub fn saved(&self) -> JourneyMap {
        disk::load(&self.file()).expect("a map").map
    }
}

pub fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

pub fn before(map: &JourneyMap) -> Vec<String> {
    names(map, Phase::Before)
}

fn notes(effects: &[Effect]) -> Vec<&JournalEntry> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::WriteJournal(note) = effect { Some(&**note) } else { None })
        .collect()
}

fn key(state: &mut State, key: &str) -> Vec<Effect> {
    update(state, Msg::Key(key.parse().expect("a key")))
}

#[test]
fn every_change_goes_into_the_journal_at_once_and_a_save_empties_it() {
    let mut room = Room::new();
    let effects = key(&mut room.state, "m");
    let [note] = notes(&effects)[..] else { panic!("one note: {effects:?}") };
    assert_eq!(&note.map, room.state.map());
    assert_eq!(note.base.as_ref(), Some(&map(SHOP)));
    assert_eq!(note.based_on, Some(Fingerprint::of(SHOP.as_bytes())));
    assert_eq!(note.file.as_ref(), Some(&room.file()));
    assert!(key(&mut room.state, "j").is_empty(), "nothing changed");
    let effects = key(&mut room.state, "u");
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal]), "back to what is saved: {effects:?}");
    key(&mut room.state, "m");
    let effects = key(&mut room.state, "ctrl-s");
    let [Effect::Save { path, map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = disk::save(path, map, &Comments::default(), None, None);
    let effects = update(&mut room.state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal]), "{effects:?}");
}

#[test]
fn what_somebody_wants_to_lose_is_not_offered_again() {
    let mut room = Room::new();
    key(&mut room.state, "m");
    key(&mut room.state, "q");
    let effects = key(&mut room.state, "d");
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal, Effect::Quit]), "{effects:?}");
}

#[test]
fn a_map_that_was_never_saved_has_a_journal_too() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    assert!(matches!(effects.as_slice(), [Effect::FindRecent, Effect::FindUnsaved]));
    for pressed in ["n", "a", "P", "enter"] {
        let effects = key(&mut state, pressed);
        let noted = notes(&effects);
        assert_eq!(noted.len(), usize::from(pressed == "enter"));
        assert!(noted.iter().all(|note| note.file.is_none() && note.base.is_none()));
    }
}

/// What a process that ended has left of changes to the file of a room.
fn left(text: &str, based_on: &str) -> AbandonedJournal {
    let folder = tempfile::tempdir().expect("a folder");
    let claim = claim(folder.path(), None, &JournalOwner::default(), std::time::SystemTime::now());
    let owner = JournalOwner { user: "ana".to_owned(), host: "atelier".to_owned(), process: 7 };
    let base = Some(map(based_on));
    let based_on = Some(Fingerprint::of(based_on.as_bytes()));
    AbandonedJournal {
        id: claim.own.expect("a lease").id().clone(),
        record: JournalRecord { owner, file: None, based_on, base, map: map(text), comments: Comments::default() },
        age: Duration::from_secs(180),
        of_other_file: false,
    }
}

fn with_left(text: &str, based_on: &str) -> Room {
    Room::with(JournalReport { abandoned: vec![left(text, based_on)], ..JournalReport::default() })
}

#[test]
fn what_a_crash_left_is_shown_and_taken_only_when_asked_and_can_be_undone() {
    let changed = SHOP.replace("reach: 100", "reach: 90").replace("Compares", "Compares prices");
    let mut room = with_left(&changed, SHOP);
    assert_eq!(room.state.context(), Context::Recovery);
    assert_eq!(before(room.state.map()), ["Asks", "Compares"], "nothing is applied silently");
    let shown = screen(&room.state, 100, 30);
    for told in ["ana", "atelier", "3 minutes", "Asks", "100", "90", "Compares prices"] {
        assert!(shown.contains(told), "{told}:\n{shown}");
    }
    let effects = key(&mut room.state, "enter");
    assert!(
        matches!(effects.as_slice(), [Effect::WriteJournal(_), Effect::RemoveTakenJournal { .. }]),
        "noted first: {effects:?}"
    );
    assert_eq!(room.state.map(), &map(&changed));
    assert!(room.state.session.document.is_dirty());
    room.press("u");
    assert_eq!(room.state.map(), &map(SHOP));
    assert!(!room.state.session.document.is_dirty());
}

#[test]
fn what_a_crash_left_can_be_kept_for_later_or_thrown_away_with_two_keys() {
    let changed = SHOP.replace("Compares", "Compares prices");
    let mut room = with_left(&changed, SHOP);
    assert!(key(&mut room.state, "esc").is_empty(), "it stays where it is");
    assert_eq!(room.state.context(), Context::Board);
    let mut room = with_left(&changed, SHOP);
    assert!(key(&mut room.state, "x").is_empty());
    assert!(key(&mut room.state, "x").is_empty(), "the same key again is no yes");
    let effects = key(&mut room.state, "d");
    assert!(matches!(effects.as_slice(), [Effect::DiscardJournal { .. }]), "{effects:?}");
    assert_eq!(room.state.map(), &map(SHOP));
    let mut room = with_left(&changed, SHOP);
    key(&mut room.state, "x");
    assert!(key(&mut room.state, "enter").is_empty());
    assert_eq!(room.state.context(), Context::Recovery, "it is still offered");
}

#[test]
fn a_journal_that_says_what_the_file_says_is_removed_without_a_word() {
    let mut room = Room::new();
    let found = JournalReport { abandoned: vec![left(SHOP, SHOP)], ..JournalReport::default() };
    let effects = update(&mut room.state, Msg::Unsaved(found));
    assert!(matches!(effects.as_slice(), [Effect::DiscardJournal { .. }]), "{effects:?}");
    assert!(room.state.dialogs.is_empty());
}

#[test]
fn a_journal_of_an_older_file_is_merged_with_what_the_file_holds_now() {
    let old = SHOP.replace("reach: 100", "reach: 70");
    let changed = old.replace("Compares", "Compares prices");
    let mut room = with_left(&changed, &old);
    assert!(screen(&room.state, 100, 30).contains("changed since"));
    room.press("<Enter>");
    assert_eq!(room.state.map(), &map(&SHOP.replace("Compares", "Compares prices")), "the newer reach is kept");
}

#[test]
fn what_was_left_of_a_file_that_is_gone_or_empty_is_offered_whole() {
    for empty in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.ron");
        if empty {
            std::fs::write(&path, "").expect("written");
        }
        let mut state = State::new(Lang::new(Language::English), 7);
        update(&mut state, Msg::Begin(Opening::Map(path.clone())));
        // Nothing but what the file held is in the journal: it went with the file.
        let mut left = left(SHOP, SHOP);
        left.record.file = Some(path.clone());
        let found = JournalReport { abandoned: vec![left], ..JournalReport::default() };
        let effects = update(&mut state, Msg::Opened { outcome: disk::load(&path), path, found });
        assert!(effects.is_empty(), "{effects:?}");
        assert_eq!(state.context(), Context::Recovery, "empty: {empty}");
        press(&mut state, "<Enter>");
        assert_eq!(before(state.map()), ["Asks", "Compares"]);
        assert!(state.session.document.is_dirty());
    }
}

#[test]
fn of_two_journals_the_second_does_not_take_the_first_away() {
    let (one, two) = (SHOP.replace("Compares", "Compares prices"), SHOP.replace("reach: 100", "reach: 90"));
    let mut room =
        Room::with(JournalReport { abandoned: vec![left(&one, SHOP), left(&two, SHOP)], ..JournalReport::default() });
    room.press("<Enter>");
    assert_eq!(room.state.context(), Context::Recovery);
    room.press("<Enter>");
    assert_eq!(room.state.map(), &map(&one.replace("reach: 100", "reach: 90")));
}

#[test]
fn a_map_that_was_never_saved_does_not_replace_one_that_was_begun() {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    press(&mut state, "naHears<Enter><Esc>");
    let mut left = left(SHOP, SHOP);
    (left.record.base, left.record.based_on) = (None, None);
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    assert_eq!((state.context(), before(state.map())), (Context::Board, vec!["Hears".to_owned()]));
}

#[test]
fn an_unsaved_map_is_offered_on_the_start_screen() {
    let mut state = State::new(Lang::new(Language::Spanish), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    let mut left = left(SHOP, SHOP);
    (left.record.base, left.record.based_on) = (None, None);
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    assert_eq!(state.context(), Context::Recovery);
    press(&mut state, "<Enter>");
    assert_eq!(before(state.map()), ["Asks", "Compares"]);
    assert!(state.session.document.is_dirty() && state.session.file.is_none());
}

#[test]
fn a_map_that_somebody_else_has_open_is_looked_at_or_shared() {
    let other = JournalOwner { user: "ben".to_owned(), host: "office".to_owned(), process: 4_321 };
    let used = || JournalReport { other_users: vec![other.clone()], ..JournalReport::default() };
    let mut room = Room::with(used());
    let shown = screen(&room.state, 80, 24);
    for told in ["ben has this map open", "office", "1  Esc  only read", "2  work on it together"] {
        assert!(shown.contains(told), "{told}:\n{shown}");
    }
    room.press("<Enter>");
    for keys in ["m", "a", "d", "J", "p", "u"] {
        room.press(keys);
        assert_eq!(room.state.map(), &map(SHOP), "{keys}");
        assert!(message(&room.state).contains("W"), "{keys}: {}", message(&room.state));
    }
    update(&mut room.state, Msg::Paste("Walks in\nLooks".to_owned()));
    assert_eq!(room.state.map(), &map(SHOP));
    room.outside(&SHOP.replace("Compares", "Compares prices"));
    assert_eq!(before(room.state.map()), ["Asks", "Compares prices"], "what the other saves is seen");
    room.press("<ctrl-s>");
    assert_eq!(room.state.context(), Context::Prompt, "a copy of one's own can be saved");

    let mut room = Room::with(used());
    room.press("2m<ctrl-s>");
    assert!(room.saved().phase(Phase::Before)[0].critical);
}

#[test]
fn a_journal_that_cannot_be_kept_is_told() {
    let mut room = Room::new();
    update(&mut room.state, Msg::JournalFailed(std::io::ErrorKind::StorageFull.into()));
    assert!(message(&room.state).contains("save often"), "{}", message(&room.state));
    let torn = vec![Path::new("/state/\u{1b}[31mjournal").to_owned()];
    update(&mut room.state, Msg::Unsaved(JournalReport { corrupt: torn, ..JournalReport::default() }));
    assert!(!message(&room.state).contains('\u{1b}'));
}

#[test]
fn a_late_word_of_another_file_changes_nothing() {
    let mut room = Room::new();
    let outcome: Result<Loaded, OpenError> = Err(OpenError::NotFound);
    update(&mut room.state, Msg::FileReread { path: PathBuf::from("other.ron"), outcome });
    assert!(!room.state.session.document.is_dirty() && message(&room.state).is_empty());
    let saved = Msg::Saved {
        path: room.file(),
        revision: room.state.session.document.revision(),
        outcome: Err(SaveError::ReadOnly),
    };
    update(&mut room.state, saved);
    assert!(!matches!(room.state.dialogs.last(), Some(Dialog::Recovery(_))));
}
