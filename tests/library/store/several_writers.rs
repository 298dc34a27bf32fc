//! Several writers of one file: a file of two names is locked while it is written, and each writer gets its turn.
#![cfg(unix)]

use std::fs::{self, File};
use std::path::Path;
use std::thread;
use std::time::SystemTime;

use periplo::map::{Edit, JourneyMap, Name, Notes, Phase, Place, Touchpoint, merge};
use periplo::store::disk::{self, BackupStore, Protection, SaveTurn, create, load};
use periplo::store::{Comments, SaveError};

use crate::store::saving::{folder, title, titled};

/// How many touchpoints each writer adds.
const ADDED: u32 = 10;

fn backups(state: &Path) -> BackupStore {
    BackupStore::new(state, SystemTime::now())
}

/// Adds touchpoints one by one, each with a save of its own, and merges what others saved meanwhile.
fn add_and_save(path: &Path, state: &Path, writer: u32) {
    for nth in 0..ADDED {
        let read = load(path).expect("a map");
        let (mut base, mut seen, mut ours) = (read.map.clone(), read.fingerprint, read.map);
        let id = format!("w{writer}{nth:06}").parse().expect("an id");
        let touchpoint = Touchpoint::new(id, Name::new(&format!("{writer}-{nth}")).expect("a name"));
        ours.apply(Edit::Add { at: Place::new(Phase::Before, 0), touchpoints: vec![touchpoint] }).expect("added");
        loop {
            match disk::save(path, &ours, &Comments::default(), Some(&seen), Some(&backups(state))) {
                Ok(saved) => {
                    assert_eq!(saved.protection, Protection::LockOnly, "it is written in place");
                    break;
                }
                Err(SaveError::ChangedOutside) => {}
                Err(error) => panic!("{error}"),
            }
            let now = load(path).expect("a map");
            ours = merge(&base, &ours, &now.map).map;
            (base, seen) = (now.map, now.fingerprint);
        }
    }
}

#[test]
fn two_writers_of_a_file_of_two_names_lose_nothing() {
    let (folder, path) = folder();
    create(&path, &titled("shared"), &Comments::default()).expect("created");
    let other_name = folder.path().join("other name.ron");
    fs::hard_link(&path, &other_name).expect("linked");
    thread::scope(|scope| {
        scope.spawn(|| add_and_save(&path, &folder.path().join("state 1"), 1));
        scope.spawn(|| add_and_save(&other_name, &folder.path().join("state 2"), 2));
    });
    let saved = load(&path).expect("a map").map;
    assert_eq!(saved.len(), 2 * ADDED as usize, "{saved:?}");
    assert_eq!(load(&other_name).expect("a map").map, saved);
}

#[test]
fn the_lock_of_a_file_holds_for_its_other_name_too() {
    let (folder, path) = folder();
    let seen = create(&path, &titled("first"), &Comments::default()).expect("created").fingerprint;
    let other_name = folder.path().join("other name.ron");
    fs::hard_link(&path, &other_name).expect("linked");
    let held = File::options().write(true).open(&path).expect("opened");
    held.lock().expect("locked");
    let save = || {
        let store = backups(&folder.path().join("state"));
        disk::save(&other_name, &titled("second"), &Comments::default(), Some(&seen), Some(&store))
    };
    assert!(matches!(save(), Err(SaveError::Busy)));
    drop(held);
    save().expect("saved");
    assert_eq!(title(&path), "second");
}

/// Returns a map so long that writing it takes several steps.
fn long_map(sign: &str) -> JourneyMap {
    let mut map = titled("long");
    let touchpoints = (0..100).map(|nth| {
        let id = format!("k{nth:07}").parse().expect("an id");
        let notes = Notes::new(&sign.repeat(2_000)).expect("notes");
        Touchpoint { notes: Some(notes), ..Touchpoint::new(id, Name::placeholder()) }
    });
    map.apply(Edit::Add { at: Place::new(Phase::Before, 0), touchpoints: touchpoints.collect() }).expect("added");
    map
}

#[test]
fn readers_wait_until_a_file_is_written_in_place() {
    let (folder, path) = folder();
    let maps = [long_map("a"), long_map("b")];
    create(&path, &maps[0], &Comments::default()).expect("created");
    fs::hard_link(&path, folder.path().join("other name.ron")).expect("linked");
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let store = backups(&folder.path().join("state"));
            for nth in 1..20 {
                disk::save(&path, &maps[nth % 2], &Comments::default(), None, Some(&store)).expect("saved");
            }
        });
        while !writer.is_finished() {
            let read = load(&path).expect("never half a map").map;
            assert!(maps.contains(&read), "a mixture of both");
        }
    });
}

#[test]
fn who_has_the_turn_saves_before_all_others() {
    let (folder, path) = folder();
    let first = create(&path, &titled("first"), &Comments::default()).expect("created").fingerprint;
    let store = backups(&folder.path().join("state 1"));
    let turn = SaveTurn::take(&path, Some(&store)).expect("a turn");
    assert!(turn.is_for(&path) && !turn.is_for(&folder.path().join("other.ron")));
    let save_other = || {
        let store = backups(&folder.path().join("state 2"));
        disk::save(&path, &titled("other"), &Comments::default(), Some(&first), Some(&store))
    };
    // It would be saved, were it not for the turn.
    assert!(matches!(save_other(), Err(SaveError::Busy)));
    let read = turn.load().expect("a map");
    assert_eq!(read.fingerprint, first);
    turn.save(&titled("second"), &Comments::default(), read.fingerprint, Some(&store)).expect("saved");
    drop(turn);
    assert!(matches!(save_other(), Err(SaveError::ChangedOutside)));
    assert_eq!(title(&path), "second");
}
