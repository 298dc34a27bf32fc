//! Old versions: what was saved over can be had again, and what is written over where it stands was kept before.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{self, BackupStore, create, load, read_bytes};

use crate::store::saving::{folder, names, title, titled};

/// A moment, this many seconds after another.
fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
}

fn kept(state: &Path, seconds: u64) -> BackupStore {
    BackupStore::new(state, at(seconds))
}

/// Saves a map over what was seen, at a time.
fn save(path: &Path, name: &str, state: &Path, seconds: u64) {
    let seen = load(path).unwrap().fingerprint;
    disk::save(path, &titled(name), &Comments::default(), Some(&seen), Some(&kept(state, seconds))).unwrap();
}

fn titles(path: &Path, state: &Path) -> Vec<String> {
    kept(state, 0).list(path).unwrap().iter().map(|version| title(&version.path)).collect()
}

/// A map and a state folder that is not there yet.
fn map() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (folder, path) = folder();
    create(&path, &titled("first"), &Comments::default()).unwrap();
    let state = folder.path().join("state/periplo");
    (folder, path, state)
}

#[test]
fn what_was_saved_over_can_be_had_again_byte_for_byte() {
    let (_folder, path, state) = map();
    let by_hand = format!("// by hand\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &by_hand).unwrap();
    save(&path, "second", &state, 0);
    let versions = kept(&state, 9).list(&path).unwrap();
    assert_eq!(versions.len(), 1);
    assert_eq!(versions[0].made_at, at(0));
    assert_eq!(read_bytes(&versions[0].path).unwrap(), by_hand.as_bytes());
    fs::remove_file(&path).unwrap();
    assert_eq!(kept(&state, 9).list(&path).unwrap(), versions, "also when the file is gone");
    let note = versions[0].path.with_file_name("path.txt");
    let path = path.parent().unwrap().canonicalize().unwrap().join("map.ron");
    assert_eq!(fs::read_to_string(note).unwrap(), format!("{}\n", path.display()));
}

#[test]
fn a_version_is_kept_every_five_minutes_and_the_last_five_stay() {
    let (_folder, path, state) = map();
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
fn the_same_content_is_kept_once_and_a_save_of_nothing_new_keeps_nothing() {
    let (_folder, path, state) = map();
    save(&path, "first", &state, 0);
    assert!(kept(&state, 0).list(&path).unwrap().is_empty());
    save(&path, "second", &state, 300);
    save(&path, "first", &state, 301);
    save(&path, "second", &state, 900);
    assert_eq!(titles(&path, &state), ["first"]);
}

#[test]
fn what_nobody_has_seen_is_kept_whatever_the_time() {
    let (_folder, path, state) = map();
    save(&path, "mine", &state, 0);
    fs::write(&path, "(format: 1, title: \"theirs\")").unwrap();
    disk::save(&path, &titled("mine again"), &Comments::default(), None, Some(&kept(&state, 1))).unwrap();
    fs::write(&path, "(format: 1, title: \"theirs again\")").unwrap();
    disk::save(&path, &titled("mine"), &Comments::default(), None, Some(&kept(&state, 1))).unwrap();
    assert_eq!(titles(&path, &state), ["theirs again", "theirs", "first"]);
}

#[test]
fn a_clock_that_is_set_back_neither_stops_nor_floods_the_versions() {
    let (_folder, path, state) = map();
    for nth in 0..6 {
        save(&path, &format!("late {nth}"), &state, 1_000_000 + nth * 300);
    }
    save(&path, "early", &state, 0);
    save(&path, "early 1", &state, 1);
    assert_eq!(titles(&path, &state), ["late 4", "late 3", "late 2", "late 1", "late 5"]);
}

#[test]
fn files_of_the_same_name_have_versions_of_their_own() {
    let (folder, path, state) = map();
    let other = folder.path().join("sub/map.ron");
    fs::create_dir(other.parent().unwrap()).unwrap();
    create(&other, &titled("other"), &Comments::default()).unwrap();
    save(&path, "second", &state, 0);
    save(&other, "other 2", &state, 0);
    assert_eq!((titles(&path, &state), titles(&other, &state)), (vec!["first".into()], vec!["other".into()]));
    assert_eq!(titles(&folder.path().join("sub/../map.ron"), &state), ["first"], "by any way to it");
    assert!(titles(&folder.path().join("none.ron"), &state).is_empty());
    assert!(titles(&folder.path().join("no/where/none.ron"), &state).is_empty());
}

#[test]
fn a_state_folder_that_cannot_be_made_stops_no_save_in_one_step() {
    let (folder, path, _) = map();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    save(&path, "second", &file.join("periplo"), 0);
    assert_eq!(title(&path), "second");
    assert_eq!(names(folder.path()), ["file", "map.ron"]);
}

#[test]
fn keeping_on_demand_keeps_what_is_there_and_asks_for_nothing_that_is_not() {
    let (folder, path, state) = map();
    kept(&state, 0).back_up(&path).unwrap();
    kept(&state, 1).back_up(&path).unwrap();
    kept(&state, 2).back_up(&folder.path().join("none.ron")).unwrap();
    assert_eq!(titles(&path, &state), ["first"]);
}

#[cfg(unix)]
mod in_place {
    use std::os::unix::fs::{MetadataExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;

    use periplo::store::{Comments, OpenError, SaveError};

    use super::*;

    /// A map with a second name, which is written over where it stands.
    fn linked() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let (folder, path, state) = map();
        fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
        (folder, path, state)
    }

    #[test]
    fn only_its_owner_can_look_into_the_state_folder() {
        let (folder, path, state) = map();
        save(&path, "second", &state, 0);
        for made in [state.clone(), state.join("backups"), folder.path().join("state")] {
            assert_eq!(fs::metadata(&made).unwrap().mode() & 0o777, 0o700, "{}", made.display());
        }
    }

    #[test]
    fn a_link_has_the_versions_of_its_file() {
        let (folder, path, state) = map();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        save(&link, "second", &state, 0);
        assert_eq!(titles(&path, &state), ["first"]);
        fs::remove_file(&path).unwrap();
        assert_eq!(titles(&link, &state), ["first"]);
    }

    #[test]
    fn what_is_written_over_is_kept_for_as_long_as_that_takes() {
        let (folder, path, state) = linked();
        for (seconds, name) in [(0, "second"), (1, "third"), (2, "fourth"), (300, "fifth")] {
            save(&path, name, &state, seconds);
            assert_eq!(title(&folder.path().join("other.ron")), name);
        }
        assert_eq!(titles(&path, &state), ["fourth", "first"]);
    }

    #[test]
    fn what_cannot_be_kept_is_not_written_over() {
        let (folder, path, _) = linked();
        let state = folder.path().join("map.ron/state");
        let seen = load(&path).unwrap().fingerprint;
        let refused = disk::save(&path, &titled("second"), &Comments::default(), Some(&seen), Some(&kept(&state, 0)));
        assert!(matches!(refused, Err(SaveError::BackupFailed(_))), "{refused:?}");
        assert_eq!(title(&path), "first");
        disk::save(&path, &titled("second"), &Comments::default(), Some(&seen), None).unwrap();
        assert_eq!(title(&path), "second", "without any state folder it is");
    }

    /// Runs the test below in a process whose files may have 512 or 1,024 bytes, as the shell counts.
    fn save_with_little_room(prepare: &str, path: &Path, state: &Path) -> std::process::Output {
        let script = format!(
            "{prepare}; ulimit -f 1; exec \"$0\" --exact store::backups::in_place::saves_in_a_process_of_its_own"
        );
        let binary = std::env::current_exe().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", &script, binary.to_str().unwrap()]);
        command.env("PERIPLO_TEST_SAVE", path).env("PERIPLO_TEST_STATE", state).output().unwrap()
    }

    #[test]
    fn a_program_killed_while_it_writes_over_a_file_leaves_the_whole_old_version() {
        let (_folder, path, state) = linked();
        save(&path, "second", &state, 0);
        save(&path, "third", &state, 1);
        let whole = fs::read(&path).unwrap();
        let killed = save_with_little_room("ulimit -c 0", &path, &state);
        assert!(killed.status.signal().is_some(), "{killed:?}");
        assert!(matches!(load(&path), Err(OpenError::Invalid { .. })), "the file is torn");
        let versions = kept(&state, 9).list(&path).unwrap();
        assert_eq!(read_bytes(&versions[0].path).unwrap(), whole);
        assert_eq!(titles(&path, &state), ["third", "first"]);
    }

    #[test]
    fn a_file_that_is_written_over_in_vain_is_whole_again() {
        let (folder, path, state) = linked();
        let whole = fs::read(&path).unwrap();
        let refused = save_with_little_room("trap '' XFSZ", &path, &state);
        let said = String::from_utf8_lossy(&refused.stdout);
        assert!(refused.status.success() && said.contains("1 passed"), "{said}");
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(names(folder.path()), ["map.ron", "other.ron", "state"]);
    }

    /// Saves a large map where the tests above say; alone it saves nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        if let (Some(path), Some(state)) = (variable("PERIPLO_TEST_SAVE"), variable("PERIPLO_TEST_STATE")) {
            let seen = load(&path).unwrap().fingerprint;
            let touchpoints = "(name: \"Looks at the same window again\"),".repeat(100);
            let map = format!("(format: 1, title: \"large\", before: [{touchpoints}])");
            let map = periplo::store::ron_text::parse(&map).unwrap().map;
            let refused = disk::save(&path, &map, &Comments::default(), Some(&seen), Some(&kept(&state, 2)));
            assert!(matches!(refused, Err(SaveError::Unwritable(_))), "{refused:?}");
        }
    }
}
