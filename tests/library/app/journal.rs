//! Tests of the journal, of recovery after a crash, and of a map that another user has open.

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
use periplo::store::disk::journal::{AbandonedJournal, JournalOrigin, JournalReport, claim};
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::{Comments, Fingerprint, Loaded, OpenError, SaveError, disk, ron_text};

pub const SHOP: &str = "(format: 1, title: \"Shop\", before: [(id: \"aaaaaaaa\", name: \"Asks\", reach: 100), \
                    (id: \"bbbbbbbb\", name: \"Compares\")])";

/// The editor with an open map, and the folder that holds the map's file.
pub struct Editor {
    pub folder: tempfile::TempDir,
    pub state: State,
}

impl Editor {
    pub fn new() -> Editor {
        Editor::with_text(SHOP)
    }

    pub fn with_text(text: &str) -> Editor {
        Editor::open(text, JournalReport::default())
    }

    pub fn with_journals(found: JournalReport) -> Editor {
        Editor::open(SHOP, found)
    }

    /// Opens a file with this text, and finds these journals.
    fn open(text: &str, found: JournalReport) -> Editor {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("shop.ron"), text).expect("written");
        let mut editor = Editor { state: State::new(Lang::new(Language::English), 7), folder };
        let path = editor.file();
        update(&mut editor.state, Msg::Begin(Opening::Map(path)));
        let (path, outcome) = (editor.file(), disk::load(&editor.file()));
        update(&mut editor.state, Msg::Opened { path, outcome, found });
        editor
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("shop.ron")
    }

    /// Writes the file as another program would, and rereads it.
    pub fn write_outside(&mut self, text: &str) -> Vec<Effect> {
        std::fs::write(self.file(), text).expect("written");
        // Questions do not open while somebody types.
        self.state.now += Duration::from_secs(1);
        self.reread()
    }

    /// Rereads the file, as the watcher does after an outside change.
    pub fn reread(&mut self) -> Vec<Effect> {
        let (path, outcome) = (self.file(), disk::load(&self.file()));
        update(&mut self.state, Msg::FileReread { path, outcome, written: None })
    }

    /// Performs the effects that save or reread the file, and the effects that follow from them.
    pub fn perform(&mut self, effects: Vec<Effect>) {
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
                Effect::Reread { .. } => self.reread(),
                _ => Vec::new(),
            };
            self.perform(more);
        }
    }

    pub fn press(&mut self, keys: &str) {
        let effects = press(&mut self.state, keys);
        self.perform(effects);
    }

    pub fn saved_map(&self) -> JourneyMap {
        disk::load(&self.file()).expect("a map").map
    }
}

/// Returns the map of the shop with another reach of its first touchpoint.
pub fn with_reach(reach: u64) -> String {
    SHOP.replace("reach: 100", &format!("reach: {reach}"))
}

/// Returns the map of the shop without its first touchpoint.
pub fn without_asks() -> String {
    SHOP.replace("(id: \"aaaaaaaa\", name: \"Asks\", reach: 100), ", "")
}

pub fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

pub fn before(map: &JourneyMap) -> Vec<String> {
    names(map, Phase::Before)
}

/// Returns what the effects write to the journal.
pub fn journal_entries(effects: &[Effect]) -> Vec<&JournalEntry> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::WriteJournal(entry) = effect { Some(&**entry) } else { None })
        .collect()
}

pub fn key(state: &mut State, key: &str) -> Vec<Effect> {
    update(state, Msg::Key(key.parse().expect("a key")))
}

#[test]
fn every_change_is_written_to_the_journal_and_a_save_clears_it() {
    let mut editor = Editor::new();
    let effects = key(&mut editor.state, "m");
    let [entry] = journal_entries(&effects)[..] else { panic!("one journal entry: {effects:?}") };
    assert_eq!(&entry.map, editor.state.map());
    assert_eq!(entry.base.as_ref(), Some(&map(SHOP)));
    assert_eq!(entry.based_on, Some(Fingerprint::of(SHOP.as_bytes())));
    assert_eq!(entry.file.as_ref(), Some(&editor.file()));
    assert!(key(&mut editor.state, "j").is_empty(), "nothing changed");
    let effects = key(&mut editor.state, "u");
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal]), "the map is as saved again: {effects:?}");
    key(&mut editor.state, "m");
    let effects = key(&mut editor.state, "ctrl-s");
    let [Effect::Save { path, map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = disk::save(path, map, &Comments::default(), None, None);
    let effects = update(&mut editor.state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal]), "{effects:?}");
}

#[test]
fn discarded_changes_leave_no_journal() {
    let mut editor = Editor::new();
    key(&mut editor.state, "m");
    key(&mut editor.state, "q");
    let effects = key(&mut editor.state, "d");
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal, Effect::Quit]), "{effects:?}");
}

#[test]
fn a_map_that_was_never_saved_has_a_journal_too() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    assert!(matches!(effects.as_slice(), [Effect::FindRecent, Effect::FindUnsaved]));
    for pressed in ["n", "a", "P", "enter"] {
        let effects = key(&mut state, pressed);
        let entries = journal_entries(&effects);
        assert_eq!(entries.len(), usize::from(pressed == "enter"));
        assert!(entries.iter().all(|entry| entry.file.is_none() && entry.base.is_none()));
    }
}

/// Returns the journal of a crashed process with a changed map and the map it is based on.
pub fn abandoned(text: &str, based_on: &str) -> AbandonedJournal {
    let folder = tempfile::tempdir().expect("a folder");
    let claim = claim(folder.path(), None, &JournalOwner::default(), std::time::SystemTime::now());
    let owner = JournalOwner { user: "ana".to_owned(), host: "atelier".to_owned(), process: 7 };
    let base = Some(map(based_on));
    let based_on = Some(Fingerprint::of(based_on.as_bytes()));
    AbandonedJournal {
        id: claim.own.expect("a lease").id().clone(),
        record: JournalRecord { owner, file: None, based_on, base, map: map(text), comments: Comments::default() },
        age: Duration::from_secs(180),
        origin: JournalOrigin::SameFile,
    }
}

/// Opens the map with one abandoned journal beside it.
fn with_abandoned(text: &str, based_on: &str) -> Editor {
    Editor::with_journals(JournalReport { abandoned: vec![abandoned(text, based_on)], ..JournalReport::default() })
}

#[test]
fn recovered_changes_are_shown_applied_only_on_request_and_undoable() {
    let changed = with_reach(90).replace("Compares", "Compares prices");
    let mut editor = with_abandoned(&changed, SHOP);
    assert_eq!(editor.state.context(), Context::Recovery);
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"], "nothing is applied silently");
    let shown = screen(&editor.state, 100, 30);
    for text in ["ana", "atelier", "3 minutes", "Asks", "100", "90", "Compares prices"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    let effects = key(&mut editor.state, "enter");
    assert!(
        matches!(effects.as_slice(), [Effect::WriteJournal(_), Effect::RemoveRecoveredJournal { .. }]),
        "the new journal is written before the old one is removed: {effects:?}"
    );
    assert_eq!(editor.state.map(), &map(&changed));
    assert!(editor.state.session.document.is_dirty());
    editor.press("u");
    assert_eq!(editor.state.map(), &map(SHOP));
    assert!(!editor.state.session.document.is_dirty());
}

#[test]
fn a_recovery_can_be_postponed_or_discarded_with_two_keys() {
    let changed = SHOP.replace("Compares", "Compares prices");
    let mut editor = with_abandoned(&changed, SHOP);
    assert!(key(&mut editor.state, "esc").is_empty(), "the journal is kept");
    assert_eq!(editor.state.context(), Context::Board);
    let mut editor = with_abandoned(&changed, SHOP);
    assert!(key(&mut editor.state, "d").is_empty());
    assert!(key(&mut editor.state, "d").is_empty(), "the same key again does not confirm");
    let effects = key(&mut editor.state, "2");
    assert!(matches!(effects.as_slice(), [Effect::DiscardJournal { .. }]), "{effects:?}");
    assert_eq!(editor.state.map(), &map(SHOP));
    let mut editor = with_abandoned(&changed, SHOP);
    key(&mut editor.state, "d");
    assert!(key(&mut editor.state, "enter").is_empty());
    assert_eq!(editor.state.context(), Context::Confirmation, "only the keys of its answers answer it");
    assert!(key(&mut editor.state, "1").is_empty());
    assert_eq!(editor.state.context(), Context::Recovery, "the recovery is still offered");
}

#[test]
fn a_journal_equal_to_the_file_is_removed_silently() {
    let mut editor = Editor::new();
    let found = JournalReport { abandoned: vec![abandoned(SHOP, SHOP)], ..JournalReport::default() };
    let effects = update(&mut editor.state, Msg::Unsaved(found));
    assert!(matches!(effects.as_slice(), [Effect::DiscardJournal { .. }]), "{effects:?}");
    assert!(editor.state.dialogs.is_empty());
}

#[test]
fn a_journal_of_an_older_file_is_merged_with_the_current_file() {
    let old = with_reach(70);
    let changed = old.replace("Compares", "Compares prices");
    let mut editor = with_abandoned(&changed, &old);
    assert!(screen(&editor.state, 100, 30).contains("changed since"));
    editor.press("<Enter>");
    assert_eq!(editor.state.map(), &map(&SHOP.replace("Compares", "Compares prices")), "the newer reach is kept");
}

#[test]
fn the_journal_of_a_missing_or_empty_file_is_offered_whole() {
    for empty in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shop.ron");
        if empty {
            std::fs::write(&path, "").expect("written");
        }
        let mut state = State::new(Lang::new(Language::English), 7);
        update(&mut state, Msg::Begin(Opening::Map(path.clone())));
        // The journal holds the file's own content, which no longer exists anywhere else.
        let mut left = abandoned(SHOP, SHOP);
        left.record.file = Some(path.clone());
        let found = JournalReport { abandoned: vec![left], ..JournalReport::default() };
        let effects = update(&mut state, Msg::Opened { outcome: disk::load(&path), path, found });
        assert!(matches!(effects.as_slice(), [Effect::Room(_)]), "{effects:?}");
        assert_eq!(state.context(), Context::Recovery, "empty: {empty}");
        press(&mut state, "<Enter>");
        assert_eq!(before(state.map()), ["Asks", "Compares"]);
        assert!(state.session.document.is_dirty());
    }
}

#[test]
fn recovering_a_second_journal_keeps_the_first() {
    let (one, two) = (SHOP.replace("Compares", "Compares prices"), with_reach(90));
    let mut editor = Editor::with_journals(JournalReport {
        abandoned: vec![abandoned(&one, SHOP), abandoned(&two, SHOP)],
        ..JournalReport::default()
    });
    editor.press("<Enter>");
    assert_eq!(editor.state.context(), Context::Recovery);
    editor.press("<Enter>");
    assert_eq!(editor.state.map(), &map(&one.replace("reach: 100", "reach: 90")));
}

#[test]
fn an_abandoned_unsaved_map_does_not_replace_a_new_map() {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    press(&mut state, "naHears<Enter><Esc>");
    let mut left = abandoned(SHOP, SHOP);
    (left.record.base, left.record.based_on) = (None, None);
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    assert_eq!((state.context(), before(state.map())), (Context::Board, vec!["Hears".to_owned()]));
}

#[test]
fn an_abandoned_unsaved_map_is_offered_on_the_start_screen() {
    let mut state = State::new(Lang::new(Language::Spanish), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    let mut left = abandoned(SHOP, SHOP);
    (left.record.base, left.record.based_on) = (None, None);
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    assert_eq!(state.context(), Context::Recovery);
    press(&mut state, "<Enter>");
    assert_eq!(before(state.map()), ["Asks", "Compares"]);
    assert!(state.session.document.is_dirty() && state.session.file.is_none());
}

#[test]
fn a_map_open_elsewhere_can_be_viewed_or_edited_together() {
    let other = JournalOwner { user: "ben".to_owned(), host: "office".to_owned(), process: 4_321 };
    let used = || JournalReport { other_users: vec![other.clone()], ..JournalReport::default() };
    let mut editor = Editor::with_journals(used());
    let shown = screen(&editor.state, 80, 24);
    for text in ["ben has this map open", "office", "1  Esc  only read", "2  work on it together"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    editor.press("<Esc>");
    for keys in ["m", "a", "d", "J", "p", "u"] {
        editor.press(keys);
        assert_eq!(editor.state.map(), &map(SHOP), "{keys}");
        assert!(message(&editor.state).contains("W"), "{keys}: {}", message(&editor.state));
    }
    update(&mut editor.state, Msg::Paste("Walks in\nLooks".to_owned()));
    assert_eq!(editor.state.map(), &map(SHOP));
    editor.write_outside(&SHOP.replace("Compares", "Compares prices"));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"], "a save of the other user is shown");
    editor.press("<ctrl-s>");
    assert_eq!(editor.state.context(), Context::Prompt, "a copy can be saved");

    let mut editor = Editor::with_journals(used());
    editor.press("2m<ctrl-s>");
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
}

#[test]
fn who_has_the_map_open_is_somebody_else_if_it_is_not_known() {
    let owner = |user: &str, host: &str| JournalOwner { user: user.to_owned(), host: host.to_owned(), process: 0 };
    for (other, english, spanish) in [
        (owner("ben", "office"), "ben has this map open on", "ben tiene este mapa abierto en"),
        (owner("", "office"), "Somebody else has this map open on", "Otra persona tiene este mapa abierto en"),
        (JournalOwner::default(), "Somebody else has this map open.", "Otra persona tiene este mapa abierto."),
        // Without its computer, a name could be that of any account.
        (owner("ben", ""), "Somebody else has this map open.", "Otra persona tiene este mapa abierto."),
    ] {
        let found = JournalReport { other_users: vec![other], ..JournalReport::default() };
        let mut editor = Editor::with_journals(found);
        for (language, text) in [(Language::English, english), (Language::Spanish, spanish)] {
            editor.state.lang = Lang::new(language);
            let shown = screen(&editor.state, 80, 24);
            assert!(shown.contains(text), "{text}:\n{shown}");
        }
    }
}

#[test]
fn a_journal_failure_is_reported() {
    let mut editor = Editor::new();
    update(&mut editor.state, Msg::JournalFailed(std::io::ErrorKind::StorageFull.into()));
    assert!(message(&editor.state).contains("save often"), "{}", message(&editor.state));
    editor.press("2");
    assert!(!message(&editor.state).contains("save often"), "{}", message(&editor.state));
    for (language, text) in [
        (Language::English, "● unsaved, not protected from a crash"),
        (Language::Spanish, "● sin guardar, no a salvo de un fallo"),
    ] {
        editor.state.lang = Lang::new(language);
        let shown = screen(&editor.state, 80, 24);
        assert!(shown.contains(text), "it stays while it is so:\n{shown}");
    }
    editor.state.lang = Lang::new(Language::English);
    update(&mut editor.state, Msg::JournalRestored);
    assert!(message(&editor.state).contains("again"), "{}", message(&editor.state));
    assert!(!screen(&editor.state, 80, 24).contains("not protected"));
    let corrupt = vec![Path::new("/state/\u{1b}[31mjournal").to_owned()];
    update(&mut editor.state, Msg::Unsaved(JournalReport { corrupt, ..JournalReport::default() }));
    assert!(!message(&editor.state).contains('\u{1b}'));
}

#[test]
fn late_results_of_another_file_or_save_change_nothing() {
    let mut editor = Editor::new();
    let outcome: Result<Loaded, OpenError> = Err(OpenError::NotFound);
    update(&mut editor.state, Msg::FileReread { path: PathBuf::from("other.ron"), outcome, written: None });
    assert!(!editor.state.session.document.is_dirty() && message(&editor.state).is_empty());
    let saved = Msg::Saved {
        path: editor.file(),
        revision: editor.state.session.document.revision(),
        outcome: Err(SaveError::ReadOnly),
    };
    update(&mut editor.state, saved);
    assert!(!matches!(editor.state.dialogs.last(), Some(Dialog::Recovery(_))));
}
