//! Saving is all or nothing, goes through links, keeps rights, and never writes over what was not seen.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::map::journey::Header;
use periplo::map::{JourneyMap, Name};
use periplo::store::disk::{self, NotAFile, create, load};
use periplo::store::{Comments, Fingerprint, OpenError, SaveError};
use tempfile::TempDir;

pub fn titled(title: &str) -> JourneyMap {
    JourneyMap::new(Header::new(Name::new(title).unwrap()))
}

pub fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    (folder, path)
}

pub fn title(path: &Path) -> String {
    load(path).unwrap().map.header().title.to_string()
}

/// Saves a map whatever the file holds.
pub fn overwrite(path: &Path, map: &JourneyMap, comments: &Comments) -> Result<(), SaveError> {
    disk::save(path, map, comments, None, None).map(drop)
}

/// The names in a folder: what a save may leave behind.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_saved_is_loaded() {
    let (folder, path) = folder();
    overwrite(&path, &titled("one"), &Comments::default()).unwrap();
    assert_eq!(title(&path), "one");
    overwrite(&path, &titled("two"), &Comments::default()).unwrap();
    assert_eq!(title(&path), "two");
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn a_change_from_outside_is_not_written_over() {
    let (_folder, path) = folder();
    let mine = create(&path, &titled("mine"), &Comments::default()).unwrap();
    assert_eq!(load(&path).unwrap().fingerprint, mine);
    let later = disk::save(&path, &titled("later"), &Comments::default(), Some(&mine), None).unwrap();
    let theirs = fs::read_to_string(&path).unwrap().replace("later", "their");
    fs::write(&path, &theirs).unwrap();
    let refused = disk::save(&path, &titled("mine"), &Comments::default(), Some(&later), None);
    assert!(matches!(refused, Err(SaveError::ChangedOutside)));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let seen = load(&path).unwrap().fingerprint;
    disk::save(&path, &titled("mine"), &Comments::default(), Some(&seen), None).unwrap();
    assert_eq!(title(&path), "mine");
}

#[test]
fn a_file_that_is_gone_is_written_anew_only_when_nothing_is_expected_there() {
    let (_folder, path) = folder();
    let mark = create(&path, &titled("mine"), &Comments::default()).unwrap();
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        disk::save(&path, &titled("again"), &Comments::default(), Some(&mark), None),
        Err(SaveError::ChangedOutside)
    ));
    assert!(!path.exists());
    disk::save(&path, &titled("again"), &Comments::default(), None, None).unwrap();
    assert_eq!(title(&path), "again");
}

#[test]
fn creating_never_replaces() {
    let (_folder, path) = folder();
    create(&path, &titled("first"), &Comments::default()).unwrap();
    assert!(matches!(create(&path, &titled("second"), &Comments::default()), Err(SaveError::Exists)));
    assert_eq!(title(&path), "first");
    let nowhere = path.join("no/where.ron");
    assert!(matches!(create(&nowhere, &titled("x"), &Comments::default()), Err(SaveError::NoFolder(_))));
    assert!(matches!(
        overwrite(&nowhere, &titled("x"), &Comments::default()),
        Err(SaveError::NoFolder(_) | SaveError::Unwritable(_))
    ));
}

#[test]
fn a_newer_file_is_never_saved_over() {
    let (_folder, path) = folder();
    let newer = "(format: 2, title: \"from the future\")";
    fs::write(&path, newer).unwrap();
    assert!(matches!(overwrite(&path, &titled("old"), &Comments::default()), Err(SaveError::NewerFormat(2))));
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    for beyond in [format!("{}", u128::MAX), "9".repeat(60), format!("0x{}", "f".repeat(40))] {
        fs::write(&path, format!("(format: {beyond})")).unwrap();
        assert!(
            matches!(overwrite(&path, &titled("old"), &Comments::default()), Err(SaveError::NewerFormat(u128::MAX))),
            "{beyond}"
        );
    }
}

#[test]
fn folders_are_neither_opened_nor_saved_over() {
    let (folder, _) = folder();
    assert!(matches!(load(folder.path()), Err(OpenError::NotAFile(NotAFile::Folder))));
    assert!(matches!(
        overwrite(folder.path(), &titled("x"), &Comments::default()),
        Err(SaveError::NotAFile(NotAFile::Folder))
    ));
    assert!(matches!(load(&folder.path().join("none.ron")), Err(OpenError::NotFound)));
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let (_folder, path) = folder();
    let file = fs::File::create(&path).unwrap();
    file.set_len(disk::SIZE_LIMIT + 1).unwrap();
    assert!(matches!(load(&path), Err(OpenError::TooLarge { .. })));
}

#[test]
fn the_mark_tells_any_change() {
    let mark = |text: &str| Fingerprint::of(text.as_bytes());
    assert_eq!(mark("12345678abc"), mark("12345678abc"));
    for other in ["12345678abd", "22345678abc", "12345678ab", "12345678abc\0", ""] {
        assert_ne!(mark("12345678abc"), mark(other));
    }
    // Journals keep marks: they must not change with the program.
    assert_eq!(mark("12345678abc").hash, MARK);
}

const MARK: u64 = 6_883_257_895_274_438_072;

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn a_link_stays_a_link() {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        let link = folder.path().join("link.ron");
        let link_to_link = folder.path().join("second.ron");
        symlink("map.ron", &link).unwrap();
        symlink(&link, &link_to_link).unwrap();
        overwrite(&link_to_link, &titled("new"), &Comments::default()).unwrap();
        assert!(link.is_symlink() && link_to_link.is_symlink() && !path.is_symlink());
        assert_eq!(title(&path), "new");
    }

    #[test]
    fn a_link_to_nothing_makes_its_target() {
        let (folder, path) = folder();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        overwrite(&link, &titled("new"), &Comments::default()).unwrap();
        assert!(link.is_symlink());
        assert_eq!(title(&path), "new");
    }

    #[test]
    fn a_new_file_is_made_through_a_link_to_nothing_and_only_there() {
        let (folder, path) = folder();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        let mark = create(&link, &titled("new"), &Comments::default()).unwrap();
        assert!(link.is_symlink() && !path.is_symlink());
        assert_eq!(load(&path).unwrap().fingerprint, mark);
        assert!(matches!(create(&link, &titled("second"), &Comments::default()), Err(SaveError::Exists)));
        assert_eq!(title(&path), "new");
        let nowhere = folder.path().join("nowhere.ron");
        symlink("no/map.ron", &nowhere).unwrap();
        assert!(matches!(create(&nowhere, &titled("x"), &Comments::default()), Err(SaveError::NoFolder(_))));
        assert_eq!(names(folder.path()), ["link.ron", "map.ron", "nowhere.ron"]);
    }

    #[test]
    fn a_created_file_has_one_name_and_the_usual_mode() {
        let (folder, path) = folder();
        let usual = folder.path().join("usual");
        fs::write(&usual, "").unwrap();
        create(&path, &titled("new"), &Comments::default()).unwrap();
        assert_eq!(mode(&path), mode(&usual));
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 1);
        assert_eq!(names(folder.path()), ["map.ron", "usual"]);
    }

    #[test]
    fn a_program_killed_while_it_creates_leaves_no_part_of_the_file() {
        use std::os::unix::process::ExitStatusExt;
        let (_folder, path) = folder();
        let binary = std::env::current_exe().unwrap();
        // Nobody ignores the signal here: the first byte that is written kills.
        let script =
            "ulimit -c 0; ulimit -f 0; exec \"$0\" --exact store::saving::unix::creates_in_a_process_of_its_own";
        let killed = std::process::Command::new("sh")
            .args(["-c", script, binary.to_str().unwrap()])
            .env("PERIPLO_TEST_CREATE", &path)
            .output()
            .unwrap();
        assert!(killed.status.signal().is_some(), "{killed:?}");
        assert!(!path.exists());
    }

    /// Creates where the test above says; alone it creates nothing.
    #[test]
    fn creates_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_CREATE") {
            create(Path::new(&path), &titled("new"), &Comments::default()).unwrap();
        }
    }

    #[test]
    fn links_in_a_circle_are_refused() {
        let (folder, path) = folder();
        symlink("map.ron", folder.path().join("link.ron")).unwrap();
        symlink("link.ron", &path).unwrap();
        let circle = |error: &std::io::Error| error.kind() == std::io::ErrorKind::TooManyLinks;
        assert!(matches!(load(&path), Err(OpenError::Unreadable(error)) if circle(&error)));
        assert!(
            matches!(overwrite(&path, &titled("new"), &Comments::default()), Err(SaveError::Unwritable(error)) if circle(&error))
        );
        assert!(
            matches!(create(&path, &titled("new"), &Comments::default()), Err(SaveError::Unwritable(error)) if circle(&error))
        );
        assert_eq!(names(folder.path()), ["link.ron", "map.ron"]);
    }

    #[test]
    fn the_mode_is_kept() {
        for bits in [0o640, 0o664, 0o600, 0o755] {
            let (_folder, path) = folder();
            create(&path, &titled("old"), &Comments::default()).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(bits)).unwrap();
            overwrite(&path, &titled("new"), &Comments::default()).unwrap();
            assert_eq!(mode(&path), bits);
        }
    }

    #[test]
    fn a_new_file_has_the_usual_mode() {
        let (folder, path) = folder();
        let usual = folder.path().join("usual");
        fs::write(&usual, "").unwrap();
        overwrite(&path, &titled("new"), &Comments::default()).unwrap();
        assert_eq!(mode(&path), mode(&usual));
    }

    #[test]
    fn a_read_only_file_is_left_alone() {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(load(&path).unwrap().read_only);
        assert!(matches!(overwrite(&path, &titled("new"), &Comments::default()), Err(SaveError::ReadOnly)));
        assert_eq!(title(&path), "old");
        assert_eq!(names(folder.path()), ["map.ron"]);
    }

    #[test]
    fn pipes_sockets_and_devices_are_neither_read_nor_written() {
        let (_folder, path) = folder();
        let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        let socket = path.with_extension("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let devices = ["/dev/zero", "/dev/null", "/dev/full"].map(Path::new);
        for special in [path.as_path(), socket.as_path()].into_iter().chain(devices) {
            assert!(matches!(load(special), Err(OpenError::NotAFile(NotAFile::Special))));
            assert!(matches!(
                overwrite(special, &titled("x"), &Comments::default()),
                Err(SaveError::NotAFile(NotAFile::Special))
            ));
            assert!(matches!(
                create(special, &titled("x"), &Comments::default()),
                Err(SaveError::NotAFile(NotAFile::Special))
            ));
        }
    }

    #[test]
    fn every_name_of_a_file_sees_the_save() {
        let (folder, path) = folder();
        create(&path, &titled("a rather long title, so that the new text is shorter"), &Comments::default()).unwrap();
        let other = folder.path().join("other.ron");
        fs::hard_link(&path, &other).unwrap();
        overwrite(&path, &titled("new"), &Comments::default()).unwrap();
        assert_eq!(title(&other), "new");
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 2);
    }

    #[test]
    fn a_save_that_fails_leaves_the_old_file() {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        let before = fs::read(&path).unwrap();
        // The limit on the size of files stands for a full disk; the signal it brings is ignored.
        let name = path.to_str().unwrap();
        let binary = std::env::current_exe().unwrap();
        let script =
            "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact store::saving::unix::saves_in_a_process_of_its_own";
        let saved = std::process::Command::new("sh")
            .args(["-c", script, binary.to_str().unwrap()])
            .env("PERIPLO_TEST_SAVE", name)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&saved.stdout);
        assert!(saved.status.success() && said.contains("1 passed"), "{said}");
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(names(folder.path()), ["map.ron"]);
    }

    /// Saves where the test above says, and holds when that is refused; alone it saves nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE") {
            let refused = overwrite(Path::new(&path), &titled("new"), &Comments::default());
            assert!(matches!(refused, Err(SaveError::Unwritable(_))));
        }
    }
}
