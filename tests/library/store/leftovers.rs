//! Leftovers: temporary files of killed programs are removed, and files with similar names are not.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{create, remove_leftovers};

use crate::store::saving::{folder, names, overwrite, titled};

fn in_seconds(seconds: u64) -> SystemTime {
    SystemTime::now() + Duration::from_secs(seconds)
}

const MAP: &str = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"half\"";

#[test]
fn a_half_written_replacement_is_removed() {
    let (folder, path) = folder();
    create(&path, &titled("whole"), &Comments::default()).unwrap();
    for (name, text) in [(".map.ron.aB3xY9", MAP), (".map.ron.7gH2kQ", ""), (".map.ron.Zz0Zz0", "#![ena")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    remove_leftovers(&path, in_seconds(30));
    assert_eq!(names(folder.path()).len(), 4, "a program may still be writing them");
    remove_leftovers(&path, in_seconds(120));
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn a_half_written_replacement_with_comments_is_removed() {
    let (folder, path) = folder();
    fs::write(&path, "// Ours, by hand\n(format: 1, title: \"x\")").unwrap();
    fs::write(folder.path().join(".map.ron.aB3xY9"), "// Ours, by hand\n(form").unwrap();
    fs::write(folder.path().join(".map.ron.aB3xY8"), "// Theirs, by hand\n(form").unwrap();
    remove_leftovers(&path, in_seconds(120));
    assert_eq!(names(folder.path()), [".map.ron.aB3xY8", "map.ron"]);
}

#[test]
fn files_that_a_user_may_have_named_stay() {
    let (folder, path) = folder();
    create(&path, &titled("whole"), &Comments::default()).unwrap();
    let kept = [
        ".map.ron.BACKUP",
        ".map.ron.Backup",
        ".map.ron.backup",
        ".map.ron.bak001",
        ".map.ron.20261122",
        ".map.ron.202611",
        ".map.ron.swp",
        ".map.ron.aB3xY",
        ".map.ron.aB3xY99",
        ".map.ron.aB3-Y9",
        ".map.ron",
        ".shop.ron.aB3xY9",
        "map.ron.aB3xY9",
        ".periplo-1-0.tmp~",
        "periplo-999999999-0.tmp",
    ];
    for name in kept {
        fs::write(folder.path().join(name), MAP).unwrap();
    }
    fs::write(folder.path().join(".map.ron.hW3xY9"), "a poem that begins otherwise").unwrap();
    fs::create_dir(folder.path().join(".map.ron.fD3xY9")).unwrap();
    let before = names(folder.path());
    remove_leftovers(&path, in_seconds(120));
    assert_eq!(names(folder.path()), before);
}

#[test]
fn a_missing_folder_has_no_leftovers() {
    remove_leftovers(Path::new("/no/such/folder/map.ron"), in_seconds(120));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;

    use super::*;

    #[test]
    fn the_temporary_file_of_a_process_that_ended_is_removed() {
        let (folder, path) = folder();
        let mut ended = Command::new("true").spawn().unwrap();
        ended.wait().unwrap();
        let gone = format!(".periplo-{}-0.tmp", ended.id());
        let alive = format!(".periplo-{}-0.tmp", std::os::unix::process::parent_id());
        for name in [&gone, &alive] {
            fs::write(folder.path().join(name), MAP).unwrap();
        }
        remove_leftovers(&path, in_seconds(30));
        assert_eq!(names(folder.path()).len(), 2, "the files were written a moment ago");
        remove_leftovers(&path, in_seconds(120));
        assert_eq!(names(folder.path()), [alive.as_str()]);
        remove_leftovers(&path, in_seconds(2 * 24 * 60 * 60));
        assert!(names(folder.path()).is_empty(), "no process needs two days to create a file");
    }

    #[test]
    fn a_link_with_such_a_name_stays_with_its_target() {
        let (folder, path) = folder();
        create(&path, &titled("whole"), &Comments::default()).unwrap();
        symlink("map.ron", folder.path().join(".map.ron.aB3xY9")).unwrap();
        symlink("map.ron", folder.path().join(".periplo-999999999-0.tmp")).unwrap();
        remove_leftovers(&path, in_seconds(120));
        assert_eq!(names(folder.path()), [".map.ron.aB3xY9", ".periplo-999999999-0.tmp", "map.ron"]);
    }

    #[test]
    fn the_leftovers_of_a_program_killed_while_saving_are_recognised() {
        let (folder, path) = folder();
        create(&path, &titled("whole"), &Comments::default()).unwrap();
        let binary = std::env::current_exe().unwrap();
        let script =
            "ulimit -c 0; ulimit -f 0; exec \"$0\" --exact store::leftovers::unix::saves_in_a_process_of_its_own";
        // Some random names could be words or numbers and stay; of so many, at least one is removed.
        for _ in 0..16 {
            let mut command = Command::new("sh");
            command.args(["-c", script, binary.to_str().unwrap()]).env("PERIPLO_TEST_SAVE", &path);
            assert!(command.output().unwrap().status.signal().is_some());
        }
        let count = names(folder.path()).len();
        remove_leftovers(&path, in_seconds(120));
        assert!(names(folder.path()).len() < count, "{:?}", names(folder.path()));
        assert_eq!(crate::store::saving::title(&path), "whole");
    }

    /// Saves at the path that the test above passes; without one it does nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE") {
            overwrite(Path::new(&path), &titled("new"), &Comments::default()).unwrap();
        }
    }
}
