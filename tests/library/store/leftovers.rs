//! Temporary files of killed programs go; whatever else has a name like theirs stays.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{create, remove_leftovers};

use crate::store::saving::{folder, names, overwrite, titled};

fn later(seconds: u64) -> SystemTime {
    SystemTime::now() + Duration::from_secs(seconds)
}

const MAP: &str = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"half\"";

#[test]
fn half_a_file_that_was_to_take_the_place_of_this_one_goes() {
    let (folder, path) = folder();
    create(&path, &titled("whole"), &Comments::default()).unwrap();
    for (name, text) in [(".map.ron.aB3xY9", MAP), (".map.ron.7gH2kQ", ""), (".map.ron.Zz0Zz0", "#![ena")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    remove_leftovers(&path, later(30));
    assert_eq!(names(folder.path()).len(), 4, "somebody may be writing them");
    remove_leftovers(&path, later(120));
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn half_a_file_with_the_comments_of_this_one_goes() {
    let (folder, path) = folder();
    fs::write(&path, "// Ours, by hand\n(format: 1, title: \"x\")").unwrap();
    fs::write(folder.path().join(".map.ron.aB3xY9"), "// Ours, by hand\n(form").unwrap();
    fs::write(folder.path().join(".map.ron.aB3xY8"), "// Theirs, by hand\n(form").unwrap();
    remove_leftovers(&path, later(120));
    assert_eq!(names(folder.path()), [".map.ron.aB3xY8", "map.ron"]);
}

#[test]
fn what_somebody_may_have_named_stays() {
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
    remove_leftovers(&path, later(120));
    assert_eq!(names(folder.path()), before);
}

#[test]
fn a_folder_that_is_not_there_has_nothing_to_sweep() {
    remove_leftovers(Path::new("/no/such/folder/map.ron"), later(120));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;

    use super::*;
    use periplo::store::Comments;

    #[test]
    fn the_temporary_file_of_a_process_goes_with_the_process() {
        let (folder, path) = folder();
        let mut ended = Command::new("true").spawn().unwrap();
        ended.wait().unwrap();
        let gone = format!(".periplo-{}-0.tmp", ended.id());
        let alive = format!(".periplo-{}-0.tmp", std::os::unix::process::parent_id());
        for name in [&gone, &alive] {
            fs::write(folder.path().join(name), MAP).unwrap();
        }
        remove_leftovers(&path, later(30));
        assert_eq!(names(folder.path()).len(), 2, "it was written a moment ago");
        remove_leftovers(&path, later(120));
        assert_eq!(names(folder.path()), [alive.as_str()]);
        remove_leftovers(&path, later(2 * 24 * 60 * 60));
        assert!(names(folder.path()).is_empty(), "no process creates a file for two days");
    }

    #[test]
    fn a_link_with_such_a_name_stays_and_so_does_what_is_behind_it() {
        let (folder, path) = folder();
        create(&path, &titled("whole"), &Comments::default()).unwrap();
        symlink("map.ron", folder.path().join(".map.ron.aB3xY9")).unwrap();
        symlink("map.ron", folder.path().join(".periplo-999999999-0.tmp")).unwrap();
        remove_leftovers(&path, later(120));
        assert_eq!(names(folder.path()), [".map.ron.aB3xY9", ".periplo-999999999-0.tmp", "map.ron"]);
    }

    #[test]
    fn what_a_program_killed_while_saving_leaves_is_known_by_its_name() {
        let (folder, path) = folder();
        create(&path, &titled("whole"), &Comments::default()).unwrap();
        let binary = std::env::current_exe().unwrap();
        let script =
            "ulimit -c 0; ulimit -f 0; exec \"$0\" --exact store::leftovers::unix::saves_in_a_process_of_its_own";
        // Not every random name is surely random; of so many, some are.
        for _ in 0..16 {
            let mut command = Command::new("sh");
            command.args(["-c", script, binary.to_str().unwrap()]).env("PERIPLO_TEST_SAVE", &path);
            assert!(command.output().unwrap().status.signal().is_some());
        }
        let left = names(folder.path()).len();
        remove_leftovers(&path, later(120));
        assert!(names(folder.path()).len() < left, "{:?}", names(folder.path()));
        assert_eq!(crate::store::saving::title(&path), "whole");
    }

    /// Saves where the test above says; alone it saves nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE") {
            overwrite(Path::new(&path), &titled("new"), &Comments::default()).unwrap();
        }
    }
}
