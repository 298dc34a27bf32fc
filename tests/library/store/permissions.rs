//! Saving under difficult conditions: files of other users, read-only folders and disks, a full disk.
//!
//! Tests that need root are skipped with a message if the tests run as another user.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use periplo::store::disk::{create, load};
use periplo::store::{Comments, SaveError};

use crate::store::saving::{folder, names, overwrite, overwrite_keeping, title, titled};

/// The id of a user who is not root.
const OTHER: u32 = 54_321;

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Creates a map that belongs to this user, in a folder that everybody can write. Returns `None` without root rights.
fn map_of(uid: u32, mode: u32) -> Option<(tempfile::TempDir, PathBuf)> {
    if !is_root() {
        eprintln!("skipped: only root can give files to other users");
        return None;
    }
    let (folder, path) = folder();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    create(&path, &titled("old"), &Comments::default()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    chown(&path, Some(uid), Some(uid)).unwrap();
    Some((folder, path))
}

/// Runs the test at the end of this file through a command. Returns `None` if the command cannot be run here.
fn save_through(command: &[&str], path: &Path) -> Option<Output> {
    let can_run =
        Command::new(command[0]).args(&command[1..]).arg("true").output().is_ok_and(|output| output.status.success());
    if !can_run {
        eprintln!("skipped: {} cannot be run here", command.join(" "));
        return None;
    }
    // Other users may not read the folder of the test binary, so they get it as an open file.
    let output = Command::new("sh")
        .args([
            "-c",
            "exec 3<\"$0\"; exec \"$@\" /proc/self/fd/3 --nocapture --exact store::permissions::saves_in_a_process_of_its_own",
        ])
        .arg(std::env::current_exe().unwrap())
        .args(command)
        .env("PERIPLO_TEST_SAVE", path)
        .output();
    Some(output.unwrap())
}

/// Saves as the other user. Returns the outcome that the test at the end prints.
fn save_as_other(path: &Path) -> Option<String> {
    let id = OTHER.to_string();
    let output = save_through(&["setpriv", "--reuid", &id, "--regid", &id, "--clear-groups"], path)?;
    outcome(&output)
}

fn outcome(output: &Output) -> Option<String> {
    let printed = String::from_utf8_lossy(&output.stdout);
    let outcome = printed.lines().find_map(|line| Some(line.split_once("outcome ")?.1.to_owned()));
    assert!(outcome.is_some(), "{output:?}");
    outcome
}

#[test]
fn root_keeps_the_owner_of_a_file() {
    let Some((folder, path)) = map_of(OTHER, 0o640) else { return };
    overwrite(&path, &titled("new"), &Comments::default()).unwrap();
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (OTHER, OTHER, 0o640));
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn a_shared_file_keeps_its_owner_when_another_user_saves() {
    let Some((folder, path)) = map_of(0, 0o666) else { return };
    let Some(outcome) = save_as_other(&path) else { return };
    assert_eq!(outcome, "Ok");
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (0, 0, 0o666));
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn in_a_set_group_id_folder_a_file_is_replaced_atomically() {
    let Some((folder, path)) = map_of(OTHER, 0o660) else { return };
    let team = OTHER + 1;
    chown(folder.path(), Some(OTHER), Some(team)).unwrap();
    chown(&path, Some(OTHER), Some(team)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o2770)).unwrap();
    let before = fs::metadata(&path).unwrap().ino();
    let Some(outcome) = save_as_other(&path) else { return };
    assert_eq!(outcome, "Ok");
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (OTHER, team, 0o660));
    assert_ne!(metadata.ino(), before);
}

#[test]
fn in_a_read_only_folder_a_file_is_overwritten_in_place() {
    let Some((folder, path)) = map_of(OTHER, 0o644) else { return };
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let Some(outcome) = save_as_other(&path) else { return };
    assert_eq!(outcome, "Ok");
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_with_an_attribute_that_its_owner_cannot_set_is_overwritten_in_place() {
    let Some((folder, path)) = map_of(OTHER, 0o640) else { return };
    let name = "security.periplo";
    if rustix::fs::setxattr(&path, name, b"by root", rustix::fs::XattrFlags::empty()).is_err() {
        eprintln!("skipped: this file system has no such attributes");
        return;
    }
    let before = fs::metadata(&path).unwrap().ino();
    let Some(outcome) = save_as_other(&path) else { return };
    assert_eq!((outcome.as_str(), title(&path).as_str()), ("Ok", "new"));
    let mut value = [0; 16];
    let length = rustix::fs::getxattr(&path, name, &mut value[..]).unwrap();
    assert_eq!((&value[..length], fs::metadata(&path).unwrap().ino()), (&b"by root"[..], before));
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn a_file_without_write_permission_is_not_changed() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let Some(outcome) = save_as_other(&path) else { return };
    assert_eq!(outcome, "ReadOnly");
    assert_eq!((title(&path), names(folder.path())), ("old".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn a_read_only_disk_is_reported() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let name = folder.path().to_str().unwrap();
    let mount = format!("mount --bind '{name}' '{name}' && mount -o remount,ro,bind '{name}' && exec \"$0\" \"$@\"");
    let Some(output) = save_through(&["unshare", "-m", "sh", "-c", &mount], &path) else { return };
    assert_eq!(outcome(&output).unwrap(), "ReadOnly");
    assert_eq!(title(&path), "old");
}

#[test]
fn on_a_full_disk_the_old_file_stays_and_nothing_else_is_left() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let name = folder.path().to_str().unwrap();
    // Only this process sees the disk: it fills the disk, saves, and lists the folder.
    let fill = format!(
        "old=$(cat '{name}/map.ron'); mount -t tmpfs -o size=16k tmpfs '{name}' && printf '%s' \"$old\" > '{name}/map.ron' \
         && {{ head -c 100k /dev/zero > '{name}/rest' 2>/dev/null; \"$0\" \"$@\"; ls -A '{name}'; cat '{name}/map.ron'; }}"
    );
    let Some(output) = save_through(&["unshare", "-m", "sh", "-c", &fill], &path) else { return };
    assert_eq!(outcome(&output).unwrap(), "StorageFull");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(
        printed.contains("map.ron\nrest\n") && printed.contains("title: \"old\"") && !printed.contains("\"new\""),
        "{printed}"
    );
}

/// Saves at the path that the tests above pass, and prints the outcome; without one it does nothing.
#[test]
fn saves_in_a_process_of_its_own() {
    let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE").map(PathBuf::from) else { return };
    let outcome = match overwrite_keeping(&path, &titled("new")) {
        Ok(()) => load(&path).map(|_| "Ok".to_owned()).unwrap_or_else(|error| error.to_string()),
        Err(SaveError::ReadOnly) => "ReadOnly".to_owned(),
        Err(SaveError::Unwritable(error)) => format!("{:?}", error.kind()),
        Err(error) => error.to_string(),
    };
    println!("outcome {outcome}");
}
