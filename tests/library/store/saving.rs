//! Saving: it is all or nothing, follows links, keeps permissions, and never overwrites unseen changes.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::map::journey::Header;
use periplo::map::{JourneyMap, Name};
use periplo::store::disk::{self, BackupStore, NotAFile, create, load};
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

/// Saves a map whatever the file holds, and keeps its old content in a folder for the time being.
pub fn overwrite_keeping(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    let state = tempfile::tempdir().unwrap();
    let backups = BackupStore::new(state.path(), std::time::SystemTime::now());
    disk::save(path, map, &Comments::default(), None, Some(&backups)).map(drop)
}

/// Returns the sorted file names in a folder, to find files that a save leaves behind.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_saved_map_is_loaded_again() {
    let (folder, path) = folder();
    overwrite(&path, &titled("one"), &Comments::default()).unwrap();
    assert_eq!(title(&path), "one");
    overwrite(&path, &titled("two"), &Comments::default()).unwrap();
    assert_eq!(title(&path), "two");
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn changes_by_another_program_are_not_overwritten() {
    let (_folder, path) = folder();
    let mine = create(&path, &titled("mine"), &Comments::default()).unwrap().fingerprint;
    assert_eq!(load(&path).unwrap().fingerprint, mine);
    let later = disk::save(&path, &titled("later"), &Comments::default(), Some(&mine), None).unwrap().fingerprint;
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
fn a_deleted_file_is_created_again_only_if_no_content_is_expected() {
    let (_folder, path) = folder();
    let created = create(&path, &titled("mine"), &Comments::default()).unwrap().fingerprint;
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        disk::save(&path, &titled("again"), &Comments::default(), Some(&created), None),
        Err(SaveError::ChangedOutside)
    ));
    assert!(!path.exists());
    disk::save(&path, &titled("again"), &Comments::default(), None, None).unwrap();
    assert_eq!(title(&path), "again");
}

#[test]
fn create_never_replaces_a_file() {
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
fn a_file_of_a_newer_format_is_never_overwritten() {
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
fn folders_are_neither_opened_nor_overwritten() {
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
fn a_fingerprint_changes_with_the_content() {
    let fingerprint = |text: &str| Fingerprint::of(text.as_bytes());
    assert_eq!(fingerprint("12345678abc"), fingerprint("12345678abc"));
    for other in ["12345678abd", "22345678abc", "12345678ab", "12345678abc\0", ""] {
        assert_ne!(fingerprint("12345678abc"), fingerprint(other));
    }
    // Journals store fingerprints, so every version of the program must compute the same.
    assert_eq!(fingerprint("12345678abc").hash, EXPECTED_HASH);
}

const EXPECTED_HASH: u64 = 6_883_257_895_274_438_072;

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
    fn saving_through_a_link_to_nothing_creates_its_target() {
        let (folder, path) = folder();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        overwrite(&link, &titled("new"), &Comments::default()).unwrap();
        assert!(link.is_symlink());
        assert_eq!(title(&path), "new");
    }

    #[test]
    fn create_through_a_link_to_nothing_creates_only_its_target() {
        let (folder, path) = folder();
        let link = folder.path().join("link.ron");
        symlink("map.ron", &link).unwrap();
        let created = create(&link, &titled("new"), &Comments::default()).unwrap().fingerprint;
        assert!(link.is_symlink() && !path.is_symlink());
        assert_eq!(load(&path).unwrap().fingerprint, created);
        assert!(matches!(create(&link, &titled("second"), &Comments::default()), Err(SaveError::Exists)));
        assert_eq!(title(&path), "new");
        let nowhere = folder.path().join("nowhere.ron");
        symlink("no/map.ron", &nowhere).unwrap();
        assert!(matches!(create(&nowhere, &titled("x"), &Comments::default()), Err(SaveError::NoFolder(_))));
        assert_eq!(names(folder.path()), ["link.ron", "map.ron", "nowhere.ron"]);
    }

    #[test]
    fn a_created_file_has_one_hard_link_and_the_usual_mode() {
        let (folder, path) = folder();
        let usual = folder.path().join("usual");
        fs::write(&usual, "").unwrap();
        create(&path, &titled("new"), &Comments::default()).unwrap();
        assert_eq!(mode(&path), mode(&usual));
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 1);
        assert_eq!(names(folder.path()), ["map.ron", "usual"]);
    }

    #[test]
    fn a_program_killed_while_creating_leaves_no_partial_file() {
        use std::os::unix::process::ExitStatusExt;
        let (_folder, path) = folder();
        let binary = std::env::current_exe().unwrap();
        // The signal is not ignored here: the first byte that is written kills the program.
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

    /// Creates a map at the path that the test above passes; without one it does nothing.
    #[test]
    fn creates_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_CREATE") {
            create(Path::new(&path), &titled("new"), &Comments::default()).unwrap();
        }
    }

    #[test]
    fn a_loop_of_links_is_refused() {
        let (folder, path) = folder();
        symlink("map.ron", folder.path().join("link.ron")).unwrap();
        symlink("link.ron", &path).unwrap();
        let is_loop = |error: &std::io::Error| error.kind() == std::io::ErrorKind::TooManyLinks;
        assert!(matches!(load(&path), Err(OpenError::Unreadable(error)) if is_loop(&error)));
        assert!(
            matches!(overwrite(&path, &titled("new"), &Comments::default()), Err(SaveError::Unwritable(error)) if is_loop(&error))
        );
        assert!(
            matches!(create(&path, &titled("new"), &Comments::default()), Err(SaveError::Unwritable(error)) if is_loop(&error))
        );
        assert_eq!(names(folder.path()), ["link.ron", "map.ron"]);
    }

    #[test]
    fn saving_keeps_the_mode() {
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
    fn a_read_only_file_is_not_changed() {
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
    fn a_save_is_visible_through_every_hard_link() {
        let (folder, path) = folder();
        create(&path, &titled("a rather long title, so that the new text is shorter"), &Comments::default()).unwrap();
        let other = folder.path().join("other.ron");
        fs::hard_link(&path, &other).unwrap();
        overwrite_keeping(&path, &titled("new")).unwrap();
        assert_eq!(title(&other), "new");
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 2);
    }

    #[test]
    fn a_failed_save_leaves_the_old_file() {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        let before = fs::read(&path).unwrap();
        // A limit on the size of files acts like a full disk.
        let name = path.to_str().unwrap();
        let binary = std::env::current_exe().unwrap();
        let script = "ulimit -f 0; exec \"$0\" --exact store::saving::unix::saves_in_a_process_of_its_own";
        let saved = std::process::Command::new("sh")
            .args(["-c", script, binary.to_str().unwrap()])
            .env("PERIPLO_TEST_SAVE", name)
            .output()
            .unwrap();
        let printed = String::from_utf8_lossy(&saved.stdout);
        assert!(saved.status.success() && printed.contains("1 passed"), "{printed}");
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(names(folder.path()), ["map.ron"]);
    }

    /// Saves at the path that the test above passes, which must fail; without one it does nothing.
    #[test]
    fn saves_in_a_process_of_its_own() {
        if let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE") {
            disk::report_size_limit();
            let refused = overwrite(Path::new(&path), &titled("new"), &Comments::default());
            assert!(matches!(refused, Err(SaveError::Unwritable(_))));
        }
    }
}

#[test]
fn a_file_of_crlf_lines_keeps_them() {
    let (_folder, path) = folder();
    let written = "#![enable(implicit_some)]\r\n(\r\n    format: 1,\r\n    title: \"Windows\",\r\n    before: [\r\n        \
                   // by hand\r\n        (id: \"9f3k2m7q\", name: \"Asks a friend\", notes: \"one\\ntwo\"),\r\n    ],\r\n    \
                   during: [],\r\n    after: [],\r\n)\r\n";
    fs::write(&path, written).unwrap();
    let loaded = load(&path).unwrap();
    let unchanged =
        disk::save(&path, &loaded.map, &loaded.comments, Some(&loaded.fingerprint), None).unwrap().fingerprint;
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), unchanged), (written, loaded.fingerprint));
    let mut map = loaded.map;
    map.apply(periplo::map::Edit::SetHeader(Header::new(Name::new("Unix").unwrap()))).unwrap();
    let saved = disk::save(&path, &map, &loaded.comments, Some(&unchanged), None).unwrap().fingerprint;
    assert_eq!(fs::read_to_string(&path).unwrap(), written.replace("Windows", "Unix"));
    assert_eq!(load(&path).unwrap().fingerprint, saved, "the next save finds what this one wrote");
    let new = path.with_file_name("new.ron");
    create(&new, &map, &loaded.comments).unwrap();
    assert!(!fs::read_to_string(&new).unwrap().contains('\r'));
}
