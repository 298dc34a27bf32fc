//! Locks are of one file, nobody waits for long, and state files that are no regular files are passed over.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use periplo::store::disk::journal::{JournalClaim, claim};
use periplo::store::disk::{self, BackupStore, create, load};
use periplo::store::journal::JournalOwner;
use periplo::store::{Comments, Fingerprint, SaveError};

use crate::store::saving::{folder, names, title, titled};

fn backups(state: &Path, seconds: u64) -> BackupStore {
    BackupStore::new(state, SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds))
}

/// Saves a map over the current content of a file.
fn save(path: &Path, name: &str, store: &BackupStore) -> Result<Fingerprint, SaveError> {
    let seen = load(path).unwrap().fingerprint;
    disk::save(path, &titled(name), &Comments::default(), Some(&seen), Some(store)).map(|saved| saved.fingerprint)
}

/// Returns the folder with the backups of the only map that was saved.
fn only_folder(state: &Path) -> PathBuf {
    let backups = state.join("backups");
    let [name] = &names(&backups)[..] else { panic!("one folder: {:?}", names(&backups)) };
    backups.join(name)
}

/// Puts a pipe, a socket or a folder in the place of a file.
fn obstruct(path: &Path, kind: &str) {
    fs::remove_file(path).ok();
    match kind {
        "pipe" => assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()),
        "socket" => drop(UnixListener::bind(path).unwrap()),
        "folder" => fs::create_dir(path).unwrap(),
        other => panic!("no such kind: {other}"),
    }
}

const KINDS: [&str; 3] = ["pipe", "socket", "folder"];

#[test]
fn a_held_lock_stops_the_saves_of_its_own_map_only_and_for_a_short_time() {
    let (folder, path) = folder();
    let state = folder.path().join("state");
    create(&path, &titled("first"), &Comments::default()).unwrap();
    save(&path, "second", &backups(&state, 0)).unwrap();
    let held = File::options().write(true).open(only_folder(&state).join("saving.lock")).unwrap();
    held.lock().unwrap();
    let other = folder.path().join("other.ron");
    create(&other, &titled("first"), &Comments::default()).unwrap();
    save(&other, "second", &backups(&state, 1)).unwrap();
    let refused = save(&path, "third", &backups(&state, 1));
    assert!(matches!(refused, Err(SaveError::Busy)), "{refused:?}");
    assert_eq!(title(&path), "second");
    drop(held);
    save(&path, "third", &backups(&state, 1)).unwrap();
    assert_eq!((title(&path), title(&other)), ("third".to_owned(), "second".to_owned()));
}

#[test]
fn obstructed_backups_and_locks_are_passed_over() {
    for kind in KINDS {
        let (folder, path) = folder();
        let state = folder.path().join("state");
        create(&path, &titled("first"), &Comments::default()).unwrap();
        save(&path, "second", &backups(&state, 0)).unwrap();
        let of_map = only_folder(&state);
        let kept = backups(&state, 0).list(&path).unwrap().remove(0).path;
        let next = kept.with_file_name("1800000300.ron");
        for taken in [&of_map.join("saving.lock"), &of_map.join("path.txt"), &kept, &next] {
            obstruct(taken, kind);
        }
        // The file has two names, so a backup is needed before it is written.
        fs::hard_link(&path, folder.path().join("two.ron")).unwrap();
        save(&path, "third", &backups(&state, 300)).unwrap_or_else(|error| panic!("{kind}: {error}"));
        let listed = backups(&state, 300).list(&path).unwrap();
        let titles: Vec<String> = listed.iter().map(|backup| title(&backup.path)).collect();
        assert_eq!((titles, title(&path)), (vec!["second".to_owned()], "third".to_owned()), "{kind}");
    }
}

fn claimed(journals: &Path, file: &Path, process: u32) -> JournalClaim {
    let owner = JournalOwner { user: "ana".to_owned(), host: "atelier".to_owned(), process };
    claim(journals, Some(file), &owner, SystemTime::now())
}

#[test]
fn obstructed_locks_and_owners_of_journals_are_passed_over() {
    for kind in KINDS {
        let (folder, path) = folder();
        let journals = folder.path().join("journal");
        let first = claimed(&journals, &path, 1);
        let lock = names(&journals).into_iter().find(|name| name.ends_with(".lock")).expect("a lock");
        let owner = lock.replace(".lock", ".owner");
        obstruct(&journals.join(&owner), kind);
        let second = claimed(&journals, &path, 2);
        assert_eq!(second.report.other_users, [JournalOwner::default()], "{kind}");
        first.own.into_iter().chain(second.own).for_each(|lease| lease.release());
        obstruct(&journals.join(&lock), kind);
        let third = claimed(&journals, &path, 3);
        assert!(third.own.is_some() && third.error.is_none(), "{kind}: {:?}", third.error);
        assert!(third.report.other_users.is_empty() && third.report.corrupt.is_empty(), "{kind}");
    }
}

#[test]
fn an_owner_is_not_written_through_a_link() {
    let (folder, path) = folder();
    let journals = folder.path().join("journal");
    let first = claimed(&journals, &path, 1);
    let owner = names(&journals).into_iter().find(|name| name.ends_with(".owner")).expect("an owner");
    first.own.expect("a lease").release();
    let other = folder.path().join("other");
    fs::write(&other, "another file").unwrap();
    std::os::unix::fs::symlink(&other, journals.join(&owner)).unwrap();
    assert!(claimed(&journals, &path, 2).own.is_some());
    assert_eq!(fs::read_to_string(&other).unwrap(), "another file");
}
