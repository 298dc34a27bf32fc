//! Saving where something stands in the way: another's file, a folder or a disk that cannot be written, a full disk.
//!
//! What only root can arrange is skipped with a message where the tests run as somebody else.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use periplo::store::Comments;
use periplo::store::disk::{create, load};

use crate::store::saving::{folder, names, overwrite, title, titled};

/// Somebody who is not root.
const OTHER: u32 = 54_321;

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// A folder that everybody can reach, with a map of somebody; none where this is not for root to arrange.
fn map_of(uid: u32, mode: u32) -> Option<(tempfile::TempDir, PathBuf)> {
    if !is_root() {
        eprintln!("skipped: only root gives files to others");
        return None;
    }
    let (folder, path) = folder();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    create(&path, &titled("old"), &Comments::default()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    chown(&path, Some(uid), Some(uid)).unwrap();
    Some((folder, path))
}

/// Runs the test at the end of this file behind such a command; none when the command cannot be run here.
fn save_behind(command: &[&str], path: &Path) -> Option<Output> {
    let able =
        Command::new(command[0]).args(&command[1..]).arg("true").output().is_ok_and(|tried| tried.status.success());
    if !able {
        eprintln!("skipped: {} cannot be run here", command.join(" "));
        return None;
    }
    // Others may not look into the folder where tests are built: they get the program open.
    let output = Command::new("sh")
        .args([
            "-c",
            "exec 3<\"$0\"; exec \"$@\" /proc/self/fd/3 --nocapture --exact store::rights::saves_in_a_process_of_its_own",
        ])
        .arg(std::env::current_exe().unwrap())
        .args(command)
        .env("PERIPLO_TEST_SAVE", path)
        .output();
    Some(output.unwrap())
}

/// Saves as somebody else; gives what came of it in the words of the test at the end.
fn save_as_other(path: &Path) -> Option<String> {
    let id = OTHER.to_string();
    let output = save_behind(&["setpriv", "--reuid", &id, "--regid", &id, "--clear-groups"], path)?;
    outcome(&output)
}

fn outcome(output: &Output) -> Option<String> {
    let said = String::from_utf8_lossy(&output.stdout);
    let outcome = said.lines().find_map(|line| Some(line.split_once("outcome ")?.1.to_owned()));
    assert!(outcome.is_some(), "{output:?}");
    outcome
}

#[test]
fn root_leaves_a_file_with_its_owner() {
    let Some((folder, path)) = map_of(OTHER, 0o640) else { return };
    overwrite(&path, &titled("new"), &Comments::default()).unwrap();
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (OTHER, OTHER, 0o640));
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn a_shared_file_stays_its_owners_when_another_saves() {
    let Some((folder, path)) = map_of(0, 0o666) else { return };
    let Some(said) = save_as_other(&path) else { return };
    assert_eq!(said, "Ok");
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (0, 0, 0o666));
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn in_a_folder_that_gives_its_group_a_file_is_replaced_in_one_step() {
    let Some((folder, path)) = map_of(OTHER, 0o660) else { return };
    let team = OTHER + 1;
    chown(folder.path(), Some(OTHER), Some(team)).unwrap();
    chown(&path, Some(OTHER), Some(team)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o2770)).unwrap();
    let before = fs::metadata(&path).unwrap().ino();
    let Some(said) = save_as_other(&path) else { return };
    assert_eq!(said, "Ok");
    let metadata = fs::metadata(&path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (OTHER, team, 0o660));
    assert_ne!(metadata.ino(), before);
}

#[test]
fn in_a_folder_that_cannot_be_written_a_file_is_written_over() {
    let Some((folder, path)) = map_of(OTHER, 0o644) else { return };
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let Some(said) = save_as_other(&path) else { return };
    assert_eq!(said, "Ok");
    assert_eq!((title(&path), names(folder.path())), ("new".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn a_file_that_only_others_may_write_is_left_alone() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let Some(said) = save_as_other(&path) else { return };
    assert_eq!(said, "ReadOnly");
    assert_eq!((title(&path), names(folder.path())), ("old".to_owned(), vec!["map.ron".to_owned()]));
}

#[test]
fn a_disk_that_is_read_only_is_said_to_be() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let name = folder.path().to_str().unwrap();
    let mount = format!("mount --bind '{name}' '{name}' && mount -o remount,ro,bind '{name}' && exec \"$0\" \"$@\"");
    let Some(output) = save_behind(&["unshare", "-m", "sh", "-c", &mount], &path) else { return };
    assert_eq!(outcome(&output).unwrap(), "ReadOnly");
    assert_eq!(title(&path), "old");
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    let Some((folder, path)) = map_of(0, 0o644) else { return };
    let name = folder.path().to_str().unwrap();
    // The disk is there for one process only: that one fills it, saves, and looks.
    let fill = format!(
        "old=$(cat '{name}/map.ron'); mount -t tmpfs -o size=16k tmpfs '{name}' && printf '%s' \"$old\" > '{name}/map.ron' \
         && {{ head -c 100k /dev/zero > '{name}/rest' 2>/dev/null; \"$0\" \"$@\"; ls -A '{name}'; cat '{name}/map.ron'; }}"
    );
    let Some(output) = save_behind(&["unshare", "-m", "sh", "-c", &fill], &path) else { return };
    assert_eq!(outcome(&output).unwrap(), "StorageFull");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("map.ron\nrest\n") && said.contains("title: \"old\"") && !said.contains("\"new\""), "{said}");
}

/// Saves where the tests above say, and tells what came of it; alone it saves nothing.
#[test]
fn saves_in_a_process_of_its_own() {
    use periplo::store::Comments;
    use periplo::store::SaveError;
    let Some(path) = std::env::var_os("PERIPLO_TEST_SAVE").map(PathBuf::from) else { return };
    let outcome = match overwrite(&path, &titled("new"), &Comments::default()) {
        Ok(()) => load(&path).map(|_| "Ok".to_owned()).unwrap_or_else(|error| error.to_string()),
        Err(SaveError::ReadOnly) => "ReadOnly".to_owned(),
        Err(SaveError::Unwritable(error)) => format!("{:?}", error.kind()),
        Err(error) => error.to_string(),
    };
    println!("outcome {outcome}");
}
