//! Backups: the old content of a saved file is kept; of a file that is overwritten in place, before that begins.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{self, BackupStore, create, load, read_bytes};

use crate::store::saving::{folder, names, title, titled};

/// Returns a time, this many seconds after a fixed one.
fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
}

fn backups(state: &Path, seconds: u64) -> BackupStore {
    BackupStore::new(state, at(seconds))
}

/// Saves a map over the current content of a file.
fn save(path: &Path, name: &str, state: &Path, seconds: u64) {
    let seen = load(path).unwrap().fingerprint;
    disk::save(path, &titled(name), &Comments::default(), Some(&seen), Some(&backups(state, seconds))).unwrap();
}

fn titles(path: &Path, state: &Path) -> Vec<String> {
    backups(state, 0).list(path).unwrap().iter().map(|backup| title(&backup.path)).collect()
}

/// Creates a map. The state folder does not exist yet.
fn map_and_state() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (folder, path) = folder();
    create(&path, &titled("first"), &Comments::default()).unwrap();
    let state = folder.path().join("state/periplo");
    (folder, path, state)
}

#[test]
fn the_old_content_of_a_saved_file_is_kept_byte_for_byte() {
    let (_folder, path, state) = map_and_state();
    let by_hand = format!("// by hand\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &by_hand).unwrap();
    save(&path, "second", &state, 0);
    let listed = backups(&state, 9).list(&path).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].made_at, at(0));
    assert_eq!(read_bytes(&listed[0].path).unwrap(), by_hand.as_bytes());
    fs::remove_file(&path).unwrap();
    assert_eq!(backups(&state, 9).list(&path).unwrap(), listed, "also after the file is gone");
    let note = listed[0].path.with_file_name("path.txt");
    let path = path.parent().unwrap().canonicalize().unwrap().join("map.ron");
    assert_eq!(fs::read_to_string(note).unwrap(), format!("{}\n", path.display()));
}

#[test]
fn a_backup_is_made_every_five_minutes_and_the_last_five_stay() {
    let (_folder, path, state) = map_and_state();
    for (seconds, name) in [(0, "second"), (100, "third"), (299, "fourth"), (300, "fifth"), (599, "sixth")] {
        save(&path, name, &state, seconds);
    }
    assert_eq!(titles(&path, &state), ["fourth", "first"]);
    for nth in 2..8 {
        save(&path, &format!("number {nth}"), &state, nth * 300);
    }
    assert_eq!(titles(&path, &state), ["number 6", "number 5", "number 4", "number 3", "number 2"]);
}

#[test]
fn the_same_content_is_kept_once_and_a_save_without_changes_makes_no_backup() {
    let (_folder, path, state) = map_and_state();
    save(&path, "first", &state, 0);
    assert!(backups(&state, 0).list(&path).unwrap().is_empty());
    save(&path, "second", &state, 300);
    save(&path, "first", &state, 301);
    save(&path, "second", &state, 900);
    assert_eq!(titles(&path, &state), ["first"]);
}

#[test]
fn content_that_the_user_has_not_seen_is_always_kept() {
    let (_folder, path, state) = map_and_state();
    save(&path, "mine", &state, 0);
    fs::write(&path, "(format: 1, title: \"theirs\")").unwrap();
    disk::save(&path, &titled("mine again"), &Comments::default(), None, Some(&backups(&state, 1))).unwrap();
    fs::write(&path, "(format: 1, title: \"theirs again\")").unwrap();
    disk::save(&path, &titled("mine"), &Comments::default(), None, Some(&backups(&state, 1))).unwrap();
    assert_eq!(titles(&path, &state), ["theirs again", "theirs", "first"]);
}

#[test]
fn many_versions_kept_in_a_short_time_do_not_push_out_the_older_ones() {
    let (_folder, path, state) = map_and_state();
    for minute in [0, 10, 20] {
        save(&path, &format!("Saved at {minute}"), &state, minute * 60);
    }
    let before = titles(&path, &state);
    assert_eq!(before.len(), 3);
    for second in 0..20 {
        let (lost, backups) = (titled(&format!("Lost {second}")), backups(&state, 1_800 + second));
        disk::keep_version(&path, &lost, &Comments::default(), Some(&backups)).unwrap();
    }
    let kept = titles(&path, &state);
    assert_eq!(kept.len(), 5, "{kept:?}");
    assert_eq!(kept[0], "Lost 19");
    assert!(before.iter().all(|title| kept.contains(title)), "{kept:?}");
}

#[test]
fn after_the_clock_is_set_back_backups_are_made_at_the_usual_rate() {
    let (_folder, path, state) = map_and_state();
    for nth in 0..6 {
        save(&path, &format!("late {nth}"), &state, 1_000_000 + nth * 300);
    }
    save(&path, "early", &state, 0);
    save(&path, "early 1", &state, 1);
    assert_eq!(titles(&path, &state), ["late 4", "late 3", "late 2", "late 1", "late 5"]);
}

#[test]
fn files_with_the_same_name_have_separate_backups() {
    let (folder, path, state) = map_and_state();
    let other = folder.path().join("sub/map.ron");
    fs::create_dir(other.parent().unwrap()).unwrap();
    create(&other, &titled("other"), &Comments::default()).unwrap();
    save(&path, "second", &state, 0);
    save(&other, "other 2", &state, 0);
    assert_eq!((titles(&path, &state), titles(&other, &state)), (vec!["first".into()], vec!["other".into()]));
    assert_eq!(titles(&folder.path().join("sub/../map.ron"), &state), ["first"], "by another path to the same file");
    assert!(titles(&folder.path().join("none.ron"), &state).is_empty());
    assert!(titles(&folder.path().join("no/where/none.ron"), &state).is_empty());
}

#[test]
fn an_atomic_save_works_without_a_state_folder() {
    let (folder, path, _) = map_and_state();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    save(&path, "second", &file.join("periplo"), 0);
    assert_eq!(title(&path), "second");
    assert_eq!(names(folder.path()), ["file", "map.ron"]);
}

#[test]
fn a_backup_on_demand_keeps_the_content_and_ignores_a_missing_file() {
    let (folder, path, state) = map_and_state();
    backups(&state, 0).back_up(&path).unwrap();
    backups(&state, 1).back_up(&path).unwrap();
    backups(&state, 2).back_up(&folder.path().join("none.ron")).unwrap();
    assert_eq!(titles(&path, &state), ["first"]);
}

#[cfg(unix)]
mod in_place {
    use std::os::unix::fs::{MetadataExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;

    use periplo::store::{OpenError, SaveError};

    use super::*;

    /// Creates a map with a second hard link, so that it is overwritten in place.
    fn map_with_two_links() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let (folder, path, state) = map_and_state();
        fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
        (folder, path, state)
    }

    #[test]
    fn only_its_owner_can_access_the_state_folder_and_the_backups() {
        let (folder, path, state) = map_and_state();
        save(&path, "second", &state, 0);
        for created in [state.clone(), state.join("backups"), folder.path().join("state")] {
            assert_eq!(fs::metadata(&created).unwrap().mode() & 0o777, 0o700, "{}", created.display());
        }
        let backup = backups(&state, 0).list(&path).unwrap().remove(0).path;
        assert_eq!(fs::metadata(backup).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_link_has_the_backups_of_its_file() {
        let (folder, path, state) = map_and_state();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        save(&link, "second", &state, 0);
        assert_eq!(titles(&path, &state), ["first"]);
        fs::remove_file(&path).unwrap();
        assert_eq!(titles(&link, &state), ["first"]);
    }

    #[test]
    fn every_name_of_a_file_has_the_backups_of_all_its_names() {
        let (folder, path, state) = map_with_two_links();
        let other = folder.path().join("other.ron");
        save(&path, "second", &state, 0);
        assert_eq!(titles(&other, &state), ["first"]);
        save(&other, "third", &state, 400);
        assert_eq!(titles(&path, &state), ["second", "first"]);
        assert_eq!(titles(&other, &state), ["second", "first"]);
        fs::copy(&path, folder.path().join("copy.ron")).unwrap();
        assert!(titles(&folder.path().join("copy.ron"), &state).is_empty());
    }

    #[test]
    fn a_backup_that_was_not_due_is_removed_after_overwriting() {
        let (folder, path, state) = map_with_two_links();
        for (seconds, name) in [(0, "second"), (1, "third"), (2, "fourth"), (300, "fifth")] {
            save(&path, name, &state, seconds);
            assert_eq!(title(&folder.path().join("other.ron")), name);
        }
        assert_eq!(titles(&path, &state), ["fourth", "first"]);
    }

    #[test]
    fn without_a_backup_a_file_is_not_overwritten_in_place() {
        let (folder, path, _) = map_with_two_links();
        let state = folder.path().join("map.ron/state");
        let seen = load(&path).unwrap().fingerprint;
        let refused =
            disk::save(&path, &titled("second"), &Comments::default(), Some(&seen), Some(&backups(&state, 0)));
        assert!(matches!(refused, Err(SaveError::BackupFailed(_))), "{refused:?}");
        assert_eq!(title(&path), "first");
        let refused = disk::save(&path, &titled("second"), &Comments::default(), Some(&seen), None);
        assert!(matches!(refused, Err(SaveError::NoStateFolder)), "{refused:?}");
        assert_eq!(title(&path), "first");
    }

    /// What happens to a process that writes beyond the limit on the size of files.
    #[derive(Clone, Copy, PartialEq)]
    enum AtLimit {
        /// A signal ends it.
        Dies,
        /// The write fails.
        Fails,
    }

    /// Runs the test below in a process that cannot write files of more than 512 or 1,024 bytes, depending on the shell.
    fn save_with_size_limit(at_limit: AtLimit, path: &Path, state: &Path) -> std::process::Output {
        let script =
            "ulimit -c 0; ulimit -f 1; exec \"$0\" --exact store::backups::in_place::saves_in_a_process_of_its_own";
        let binary = std::env::current_exe().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", script, binary.to_str().unwrap()]);
        if at_limit == AtLimit::Fails {
            command.env("PERIPLO_TEST_FAILS", "");
        }
        command.env("PERIPLO_TEST_SAVE", path).env("PERIPLO_TEST_STATE", state).output().unwrap()
    }

    #[test]
    fn a_program_killed_while_overwriting_leaves_the_old_content_as_a_backup() {
        let (_folder, path, state) = map_with_two_links();
        save(&path, "second", &state, 0);
        save(&path, "third", &state, 1);
        let whole = fs::read(&path).unwrap();
        let killed = save_with_size_limit(AtLimit::Dies, &path, &state);
        assert!(killed.status.signal().is_some(), "{killed:?}");
        assert!(matches!(load(&path), Err(OpenError::Invalid { .. })), "the file is half written");
        let listed = backups(&state, 9).list(&path).unwrap();
        assert_eq!(read_bytes(&listed[0].path).unwrap(), whole);
        assert_eq!(titles(&path, &state), ["third", "first"]);
    }

    #[test]
    fn after_a_failed_overwrite_the_file_has_its_old_content() {
        let (folder, path, state) = map_with_two_links();
        let whole = fs::read(&path).unwrap();
        let refused = save_with_size_limit(AtLimit::Fails, &path, &state);
        let output = String::from_utf8_lossy(&refused.stdout);
        assert!(refused.status.success() && output.contains("1 passed"), "{output}");
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(names(folder.path()), ["map.ron", "other.ron", "state"]);
    }

    /// Saves a large map at the path that the tests above pass; without one it does nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        if variable("PERIPLO_TEST_FAILS").is_some() {
            disk::report_size_limit();
        }
        if let (Some(path), Some(state)) = (variable("PERIPLO_TEST_SAVE"), variable("PERIPLO_TEST_STATE")) {
            let seen = load(&path).unwrap().fingerprint;
            let touchpoints = "(name: \"Looks at the same window again\"),".repeat(100);
            let map = format!("(format: 1, title: \"large\", before: [{touchpoints}])");
            let map = periplo::store::ron_text::parse(&map).unwrap().map;
            let refused = disk::save(&path, &map, &Comments::default(), Some(&seen), Some(&backups(&state, 2)));
            assert!(matches!(refused, Err(SaveError::Unwritable(_))), "{refused:?}");
        }
    }
}
