//! Tests of the writer of journals.

use std::fs;
use std::sync::mpsc;
use std::time::SystemTime;

use super::*;
use crate::app::model::effect::LARGE_MAP;
use crate::map::replacement::Replacement;
use crate::map::{Header, JourneyMap, Name, Notes, Phase, Place, Touchpoint, TouchpointId};
use crate::store::Comments;
use crate::store::disk::{self, journal};
use crate::store::journal::{JournalOwner, JournalRecord, parse};

/// A writer whose journals are in a folder of its own.
struct Fixture {
    folder: tempfile::TempDir,
    clears: Arc<AtomicUsize>,
    answers: Receiver<Input>,
    writer: JournalWriter,
}

impl Fixture {
    fn new() -> Fixture {
        let folder = tempfile::tempdir().unwrap();
        let config = JournalConfig { state_folder: Some(folder.path().to_owned()), owner: JournalOwner::default() };
        let clears = Arc::new(AtomicUsize::new(0));
        let (sender, answers) = mpsc::channel();
        let writer = JournalWriter::new(config, sender, Arc::clone(&clears));
        Fixture { folder, clears, answers, writer }
    }

    /// A writer that has prepared the journal of the saved map of `a`.
    fn with_prepared() -> Fixture {
        let mut fixture = Fixture::new();
        fixture.write('z');
        fixture.clears.fetch_add(1, Ordering::Relaxed);
        fixture.run(JournalTask::Clear);
        fixture.writer.run_task(JournalTask::Prepare(Box::new(entry_of_saved('a'))));
        fixture.prepare();
        fixture
    }

    fn run(&mut self, task: JournalTask) {
        self.writer.run_task(task);
        self.writer.flush();
    }

    fn write(&mut self, letter: char) {
        self.run(JournalTask::Write(Box::new(entry(letter))));
    }

    /// Appends the change from any of the maps to the map of this letter.
    fn append(&mut self, letter: char) {
        let map = entry(letter).map;
        let inserted = map.phase(Phase::During).to_vec();
        let replacements = vec![Replacement { at: Place::new(Phase::During, 0), removed: inserted.len(), inserted }];
        let header = Arc::clone(map.header());
        let change = JournalChange { replacements, header, comments: Comments::default() };
        self.run(JournalTask::Append(Box::new(change)));
    }

    /// Prepares the journal that is to be prepared.
    fn prepare(&mut self) {
        self.writer.prepare();
        while self.writer.preparing.is_some() {
            self.writer.prepare();
        }
    }

    fn file(&self) -> Option<PathBuf> {
        let files = fs::read_dir(self.folder.path().join("journal")).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        paths.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "journal"))
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.file().expect("a journal")).unwrap()
    }

    fn record(&self) -> JournalRecord {
        parse(&self.bytes()).expect("a whole journal")
    }

    /// Returns true if the writer has asked for the whole map.
    fn has_asked(&self) -> bool {
        self.answers.try_iter().any(|answer| matches!(answer, Input::Answer(Msg::JournalNeedsMap)))
    }
}

/// Returns a map of forty touchpoints, each with notes of four thousand letters.
fn entry(letter: char) -> JournalEntry {
    let touchpoint = |nth: usize| {
        let touchpoint = Touchpoint::new(TouchpointId::NONE, Name::new(&format!("Step {nth}")).unwrap());
        Touchpoint { notes: Some(Notes::new(&letter.to_string().repeat(4_000)).unwrap()), ..touchpoint }
    };
    let during = (0..40).map(touchpoint).collect();
    let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::placeholder()), [Vec::new(), during, Vec::new()]);
    JournalEntry { map, comments: Comments::default(), base: None, file: None, based_on: None }
}

/// Returns an entry of the saved map of `a`, changed to the map of a letter.
fn entry_of_saved(letter: char) -> JournalEntry {
    JournalEntry { base: Some(entry('a').map), ..entry(letter) }
}

#[test]
fn a_journal_grows_by_its_changes_until_it_is_long_and_is_then_written_anew() {
    let mut fixture = Fixture::new();
    fixture.write('a');
    let (mut length, mut times_anew) = (fixture.bytes().len(), 0);
    for letter in 'b'..='z' {
        fixture.append(letter);
        let bytes = fixture.bytes();
        assert!(bytes.len() > length && bytes.len() < 2_000_000);
        assert_eq!(fixture.record().map, entry(letter).map);
        length = bytes.len();
        if fixture.has_asked() {
            fixture.write(letter);
            assert!(fixture.bytes().len() < length);
            length = fixture.bytes().len();
            times_anew += 1;
        }
    }
    assert!((1..5).contains(&times_anew));
}

#[test]
fn a_change_that_cannot_be_appended_is_in_the_map_that_is_asked_for() {
    let mut fixture = Fixture::new();
    fixture.append('a');
    // There is no journal to append to.
    assert!(fixture.has_asked());
    fixture.write('a');
    assert_eq!(fixture.record().map, entry('a').map);

    fs::write(fixture.file().unwrap(), "periplo").unwrap();
    fixture.append('b');
    assert!(fixture.has_asked());
    // One question is enough.
    fixture.append('c');
    assert!(!fixture.has_asked());
    fixture.write('c');
    fixture.append('d');
    assert_eq!(fixture.record().map, entry('d').map);
}

#[test]
fn changes_that_wait_become_one_which_is_whole_or_missing_after_a_crash() {
    let mut fixture = Fixture::new();
    fixture.write('a');
    let before = fixture.bytes().len();
    for letter in ['b', 'c'] {
        let map = entry(letter).map;
        // As when touchpoints move: removed first, inserted afterwards.
        let inserted = map.phase(Phase::During).to_vec();
        let removal = Replacement { at: Place::new(Phase::During, 0), removed: inserted.len(), inserted: Vec::new() };
        let insertion = Replacement { at: Place::new(Phase::During, 0), removed: 0, inserted };
        let (header, comments) = (Arc::clone(map.header()), Comments::default());
        let change = JournalChange { replacements: vec![removal, insertion], header, comments };
        fixture.writer.run_task(JournalTask::Append(Box::new(change)));
    }
    fixture.writer.flush();
    let bytes = fixture.bytes();
    assert_eq!(parse(&bytes).unwrap().map, entry('c').map);
    for cut in [before, before + 10, before + (bytes.len() - before) / 2, bytes.len() - 1] {
        assert_eq!(parse(&bytes[..cut]).unwrap().map, entry('a').map);
    }
}

#[test]
fn an_entry_before_a_waiting_clear_is_not_written_and_one_after_it_is() {
    for is_prepared in [false, true] {
        let mut fixture = Fixture::new();
        fixture.write('a');
        fixture.clears.fetch_add(1, Ordering::Relaxed);
        fixture.run(JournalTask::Clear);
        if is_prepared {
            fixture.writer.run_task(JournalTask::Prepare(Box::new(entry_of_saved('a'))));
            fixture.prepare();
        }
        fixture.clears.fetch_add(1, Ordering::Relaxed);
        fixture.run(JournalTask::Write(Box::new(entry_of_saved('b'))));
        assert_eq!(fixture.file(), None);
        fixture.run(JournalTask::Clear);
        fixture.run(JournalTask::Write(Box::new(entry_of_saved('c'))));
        assert_eq!(fixture.record().map, entry('c').map);
    }
}

#[test]
fn a_prepared_journal_is_found_by_nobody_until_the_first_change_finishes_it() {
    let mut fixture = Fixture::with_prepared();
    assert!(fixture.writer.prepared.is_some());
    assert_eq!(fixture.file(), None);
    fixture.run(JournalTask::Write(Box::new(entry_of_saved('b'))));
    fixture.append('c');
    let JournalRecord { base, map, .. } = fixture.record();
    assert_eq!((base, map), (Some(entry('a').map), entry('c').map));
}

#[test]
fn a_journal_that_was_prepared_for_another_saved_map_is_not_used() {
    let mut fixture = Fixture::with_prepared();
    fixture.run(JournalTask::Write(Box::new(JournalEntry { base: Some(entry('b').map), ..entry('c') })));
    assert_eq!(fixture.record().base, Some(entry('b').map));
}

/// Returns a map of so many touchpoints that it is large for the journal, with this title.
fn large_map(title: &str) -> JourneyMap {
    let touchpoint = |nth: usize| Touchpoint::new(TouchpointId::NONE, Name::new(&format!("Step {nth}")).unwrap());
    let during = (0..LARGE_MAP).map(touchpoint).collect();
    JourneyMap::with_touchpoints(Header::new(Name::new(title).unwrap()), [Vec::new(), during, Vec::new()]).0
}

#[test]
fn the_first_change_to_a_large_map_is_in_the_journal_before_the_text_of_the_map_is() {
    let mut fixture = Fixture::new();
    let file = fixture.folder.path().join("large.ron");
    let saved = large_map("Saved");
    let based_on = disk::create(&file, &saved, &Comments::default()).unwrap().fingerprint;
    let (map, _) = JourneyMap::with_shared_touchpoints(
        Header::new(Name::new("Changed").unwrap()),
        Phase::ALL.map(|phase| saved.phase(phase).to_vec()),
    );
    let entry = JournalEntry {
        map: map.clone(),
        comments: Comments::default(),
        base: Some(saved.clone()),
        file: Some(file.clone()),
        based_on: Some(based_on),
    };
    fixture.run(JournalTask::Write(Box::new(entry.clone())));
    let short = fixture.bytes();
    assert!(short.len() < 1_000);
    fixture.prepare();
    assert!(fixture.has_asked());
    fixture.run(JournalTask::Write(Box::new(entry)));
    let JournalRecord { base, map: in_journal, .. } = fixture.record();
    assert_eq!((base.as_ref(), &in_journal), (Some(&saved), &map));

    // A crash before that: the map before the change is in the file, as long as nobody writes it.
    fs::write(fixture.file().unwrap(), &short).unwrap();
    fixture.writer.own.take().unwrap().release();
    let folder = fixture.folder.path().join("journal");
    let claim = || journal::claim(&folder, Some(&file), &JournalOwner::default(), SystemTime::UNIX_EPOCH);
    let found = claim().report;
    assert_eq!(found.abandoned.len(), 1);
    let record = &found.abandoned[0].record;
    assert_eq!((record.base.as_ref(), &record.map), (Some(&saved), &map));
    fs::write(&file, "periplo").unwrap();
    let found = claim().report;
    assert_eq!((found.abandoned.len(), found.corrupt.len()), (0, 1));
}
