//! Journals: who can write them, and how abandoned ones are found.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use periplo::map::JourneyMap;
use periplo::store::disk::journal::{
    JournalClaim, JournalLease, JournalOrigin, claim, claim_loaded, orphans, stable_path,
};
use periplo::store::disk::load;
use periplo::store::journal::{JournalOwner, JournalRecord, parse, print};
use periplo::store::{Comments, Fingerprint, ron_text};

fn owner(process: u32) -> JournalOwner {
    JournalOwner { user: "ana".to_owned(), host: "atelier".to_owned(), process }
}

const OLD: &str = "(format: 1, title: \"Shop\", before: [(name: \"Asks\")])";
const NEW: &str = "(format: 1, title: \"Shop\", before: [(name: \"Asks\"), (name: \"Compares\")])";

fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

fn journal(file: Option<&Path>) -> String {
    let record = JournalRecord {
        owner: owner(1),
        file: file.map(stable_path),
        based_on: Some(Fingerprint::of(OLD.as_bytes())),
        base: Some(map(OLD)),
        map: map(NEW),
        comments: Comments::default(),
    };
    print(&record).expect("a journal")
}

fn claimed(folder: &Path, file: Option<&Path>, process: u32) -> JournalClaim {
    claim(folder, file, &owner(process), SystemTime::now())
}

/// Writes a journal and drops the lease, as a crash does.
fn crash(own: Option<JournalLease>, text: &str) {
    own.expect("a lease").write(text).expect("written");
}

#[test]
fn a_journal_reads_back_as_it_was_written() {
    let file = Path::new("/maps/shop.ron");
    let record = parse(journal(Some(file)).as_bytes()).expect("a valid journal");
    assert_eq!(record.owner, owner(1));
    assert_eq!(record.file.as_deref(), Some(file));
    assert_eq!(record.based_on, Some(Fingerprint::of(OLD.as_bytes())));
    assert_eq!((record.base, record.map), (Some(map(OLD)), map(NEW)));
}

#[test]
fn an_owner_has_no_control_characters() {
    let hostile =
        JournalOwner { user: "a\u{1b}]0;x\u{7}na".to_owned(), host: "h\u{202e}\n\u{9b}31m".to_owned(), process: 7 };
    let read = JournalOwner::parse(&hostile.print().expect("a line")).expect("an owner");
    assert!(!format!("{}{}", read.user, read.host).chars().any(|c| c.is_control() || c == '\u{202e}'), "{read:?}");
}

#[test]
fn the_second_user_of_a_map_sees_the_first_and_gets_a_separate_journal() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let first = claimed(folder.path(), Some(&file), 1);
    let second = claimed(folder.path(), Some(&file), 2);
    assert_eq!(second.report.other_users, [owner(1)]);
    let (one, two) = (first.own.expect("a lease"), second.own.expect("a lease"));
    assert_ne!(one.id(), two.id());
    one.release();
    let third = claimed(folder.path(), Some(&file), 3);
    assert_eq!(third.report.other_users, [owner(2)]);
    assert!(third.report.abandoned.is_empty());
    let other = claimed(folder.path(), Some(&folder.path().join("other.ron")), 4);
    assert!(other.report.other_users.is_empty(), "nobody uses the other map");
}

#[test]
fn a_journal_is_found_through_every_path_of_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    std::fs::write(&file, OLD).expect("written");
    crash(claimed(folder.path(), Some(&file), 1).own, &journal(Some(&file)));
    let names = [file.clone(), folder.path().join("./shop.ron")];
    #[cfg(unix)]
    let names = {
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        names.into_iter().chain([link])
    };
    for name in names {
        let claim = claimed(folder.path(), Some(&name), 2);
        let [abandoned] = claim.report.abandoned.as_slice() else { panic!("one journal for {}", name.display()) };
        assert_eq!(abandoned.record.map, map(NEW));
        assert!(abandoned.origin == JournalOrigin::SameFile && abandoned.age < Duration::from_secs(600));
        assert_ne!(
            Some(&abandoned.id),
            claim.own.as_ref().map(JournalLease::id),
            "the abandoned journal is not overwritten"
        );
    }
}

#[test]
fn a_journal_of_another_file_is_reported_as_such() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    crash(claimed(folder.path(), Some(&file), 1).own, &journal(Some(Path::new("/elsewhere/shop.ron"))));
    assert_eq!(claimed(folder.path(), Some(&file), 2).report.abandoned[0].origin, JournalOrigin::OtherFile);
}

#[test]
fn a_corrupt_journal_is_reported_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = journal(None);
    crash(claimed(folder.path(), None, 1).own, &whole[..whole.len() - 5]);
    for process in 2..4 {
        let JournalClaim { own, report, .. } = claimed(folder.path(), None, process);
        let [corrupt] = report.corrupt.as_slice() else { panic!("one corrupt journal") };
        assert_eq!(std::fs::read_to_string(corrupt).expect("text"), whole[..whole.len() - 5]);
        assert!(report.abandoned.is_empty());
        own.expect("a lease for another journal").release();
    }
}

#[test]
fn a_removed_journal_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = claimed(folder.path(), None, 1).own.expect("a lease");
    own.write(&journal(None)).expect("written");
    own.remove_journal().expect("removed");
    own.remove_journal().expect("removing twice is no error");
    own.release();
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[cfg(unix)]
#[test]
fn only_the_user_can_access_the_folder_of_journals() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let journals = folder.path().join("state/periplo/journal");
    claimed(&journals, None, 1);
    let mode = std::fs::metadata(&journals).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

/// Opens a map. Returns the journals that are offered, with the numbers of their touchpoints.
fn offered(folder: &Path, file: &Path) -> Vec<(JournalOrigin, usize)> {
    let loaded = load(file).expect("a map");
    let claim = claim_loaded(folder, (file, &loaded), &owner(2), SystemTime::now());
    assert!(claim.error.is_none() && claim.own.is_some(), "{:?}", claim.error);
    let offered = claim.report.abandoned.iter().map(|each| (each.origin, each.record.map.len())).collect();
    claim.abandoned.into_iter().chain(claim.own).for_each(JournalLease::release);
    offered
}

/// Writes the map `OLD`, and a journal of it that a crash left. Returns the folder of journals and the file.
fn crashed(folder: &Path) -> (PathBuf, PathBuf) {
    let (journals, file) = (folder.join("journal"), folder.join("shop.ron"));
    std::fs::write(&file, OLD).expect("written");
    crash(claimed(&journals, Some(&file), 1).own, &journal(Some(&file)));
    (journals, file)
}

#[test]
fn a_journal_is_found_again_after_its_map_was_moved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journals, file) = crashed(folder.path());
    assert_eq!(offered(&journals, &file), [(JournalOrigin::SameFile, 2)]);
    assert_eq!(orphans(&journals, SystemTime::now()), []);
    let moved = folder.path().join("renamed.ron");
    std::fs::rename(&file, &moved).expect("renamed");
    assert_eq!(offered(&journals, &moved), [(JournalOrigin::MovedFile, 2)]);
    // It was changed after it was moved, and still has the touchpoint that the journal is based on.
    let more = OLD.replace("(name: \"Asks\")", "(name: \"Asks\"), (name: \"Waits\")");
    std::fs::write(&moved, more).expect("changed");
    assert_eq!(offered(&journals, &moved), [(JournalOrigin::MovedFile, 2)]);
    // Another map has the old path now.
    std::fs::write(&moved, OLD).expect("written");
    std::fs::write(&file, "(format: 1, title: \"Another\")").expect("written");
    assert_eq!(offered(&journals, &moved), [(JournalOrigin::MovedFile, 2)]);
}

#[test]
fn copies_and_other_maps_are_not_offered_the_journal_of_a_map() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journals, file) = crashed(folder.path());
    let (copy, other) = (folder.path().join("copy.ron"), folder.path().join("other.ron"));
    std::fs::copy(&file, &copy).expect("copied");
    std::fs::write(&other, "(format: 1, title: \"Other\", before: [(name: \"Reads\")])").expect("written");
    assert_eq!(offered(&journals, &copy), []);
    std::fs::remove_file(&file).expect("removed");
    assert_eq!(offered(&journals, &other), []);
}

#[test]
fn a_journal_whose_map_is_gone_is_an_orphan_unless_it_is_in_use() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journals, file) = crashed(folder.path());
    std::fs::remove_file(&file).expect("removed");
    let listed = orphans(&journals, SystemTime::now());
    let [orphan] = &listed[..] else { panic!("one orphan: {listed:?}") };
    assert_eq!((orphan.file.as_path(), orphan.title.as_str(), orphan.count), (stable_path(&file).as_path(), "Shop", 2));
    let in_use = claimed(&journals, Some(&file), 3);
    assert_eq!(orphans(&journals, SystemTime::now()), []);
    drop(in_use);
    assert_eq!(orphans(&journals, SystemTime::now()).len(), 1);
}
