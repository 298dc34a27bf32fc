//! A save remembers the saves that led to it, and a content that another program wrote has no history.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use periplo::store::disk::{self, BackupStore, load};
use periplo::store::{Comments, Fingerprint};
use rustix::fs::{XattrFlags, setxattr};

use crate::store::saving::{folder, titled};

/// Saves a map that replaces what the file holds. Returns the fingerprint of the new content.
fn save(path: &Path, title: &str) -> Fingerprint {
    let state = tempfile::tempdir().unwrap();
    let backups = BackupStore::new(state.path(), SystemTime::now());
    let seen = load(path).unwrap().fingerprint;
    disk::save(path, &titled(title), &Comments::default(), Some(&seen), Some(&backups)).unwrap().fingerprint
}

/// Returns a file with a map, or `None`, with a message, if the file system has no extended attributes.
fn file() -> Option<(tempfile::TempDir, std::path::PathBuf)> {
    let (folder, path) = folder();
    disk::create(&path, &titled("first"), &Comments::default()).unwrap();
    let has_attributes = setxattr(&path, "user.note", b"x", XattrFlags::empty()).is_ok();
    if !has_attributes {
        eprintln!("skipped: this file system has no extended attributes");
    }
    has_attributes.then_some((folder, path))
}

#[test]
fn a_save_remembers_the_saves_before_it_also_in_place() {
    for has_other_name in [false, true] {
        let Some((folder, path)) = file() else { return };
        if has_other_name {
            fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
        }
        let first = load(&path).unwrap().fingerprint;
        let second = save(&path, "second");
        let third = save(&path, "third");
        let history = load(&path).unwrap().history;
        assert!([first, second, third].into_iter().all(|earlier| history.leads_from(earlier)), "{has_other_name}");
        assert!(!history.leads_from(Fingerprint::of(b"another")));
    }
}

#[test]
fn what_another_program_wrote_has_no_history() {
    let Some((folder, path)) = file() else { return };
    let copy = folder.path().join("copy.ron");
    fs::copy(&path, &copy).unwrap();
    let first = load(&path).unwrap().fingerprint;
    let second = save(&path, "second");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("second", "by hand")).unwrap();
    let by_hand = load(&path).unwrap();
    assert!(!by_hand.history.leads_from(first) && !by_hand.history.leads_from(second));
    // What is saved after that comes from it, and from nothing earlier.
    save(&path, "third");
    let third = load(&path).unwrap().history;
    assert!(third.leads_from(by_hand.fingerprint) && !third.leads_from(second));
    // An older content in the same file does not come from the newer one, although the attribute is still there.
    fs::copy(&copy, &path).unwrap();
    assert!(!load(&path).unwrap().history.leads_from(second));
}

#[test]
fn the_oldest_of_very_many_saves_are_forgotten() {
    let Some((_folder, path)) = file() else { return };
    let first = load(&path).unwrap().fingerprint;
    let earlier: Vec<u8> = [first.hash].into_iter().chain(1..256).flat_map(u64::to_le_bytes).collect();
    setxattr(&path, "user.periplo.saves", &earlier, XattrFlags::empty()).unwrap();
    assert_eq!(load(&path).unwrap().history.hashes().last(), Some(&255));
    save(&path, "second");
    let history = load(&path).unwrap().history;
    assert!(history.leads_from(first));
    assert_eq!((history.hashes().len(), history.hashes().last()), (256, Some(&254)));
}

#[test]
fn a_list_of_saves_that_is_too_long_counts_as_none_and_the_next_save_begins_a_new_one() {
    let Some((_folder, path)) = file() else { return };
    let first = load(&path).unwrap().fingerprint;
    let earlier: Vec<u8> = [first.hash].into_iter().chain(1..257).flat_map(u64::to_le_bytes).collect();
    setxattr(&path, "user.periplo.saves", &earlier, XattrFlags::empty()).unwrap();
    assert!(load(&path).unwrap().history.hashes().is_empty());
    let second = save(&path, "second");
    assert_eq!(load(&path).unwrap().history.hashes(), [second.hash, first.hash]);
}

#[test]
fn the_history_of_content_that_waits_is_added_once() {
    let Some((_folder, path)) = file() else { return };
    let first = load(&path).unwrap().fingerprint;
    let second = save(&path, "second");
    let waiting = load(&path).unwrap();
    let third = save(&path, "third");
    let mut history = load(&path).unwrap().history;
    for _ in 0..3 {
        let earlier = history.clone();
        history.extend_by(&waiting.history, waiting.fingerprint);
        history.extend_by(&earlier, third);
    }
    assert_eq!(history.hashes(), [third.hash, second.hash, first.hash]);
    // What came after the earlier content is no part of what led to it.
    let mut history = waiting.history.clone();
    history.extend_by(&load(&path).unwrap().history, second);
    assert_eq!(history.hashes(), [second.hash, first.hash]);
}

#[test]
fn a_content_that_was_saved_twice_and_is_put_back_does_not_come_from_the_one_between() {
    let Some((folder, path)) = file() else { return };
    let copy = folder.path().join("copy.ron");
    let without = save(&path, "without");
    let with = save(&path, "with");
    assert_eq!(save(&path, "without"), without, "undone");
    fs::copy(&path, &copy).unwrap();
    assert!(load(&path).unwrap().history.leads_from(with), "taking something out is a save like any other");
    assert_eq!(save(&path, "with"), with, "redone");
    // Writing in place keeps the attribute.
    fs::write(&path, fs::read(&copy).unwrap()).unwrap();
    assert!(!load(&path).unwrap().history.leads_from(with));
    save(&path, "imported");
    assert!(!load(&path).unwrap().history.leads_from(with), "neither does what is saved after it");
}

#[test]
fn many_saves_in_a_row_are_remembered() {
    let Some((_folder, path)) = file() else { return };
    let first = load(&path).unwrap().fingerprint;
    for nth in 0..100 {
        save(&path, &format!("title {nth}"));
    }
    assert!(load(&path).unwrap().history.leads_from(first));
}
