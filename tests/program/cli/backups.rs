//! `periplo backups`: old versions listed and brought back.

use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{Backups, load, save_keeping};
use periplo::store::ron_text;

use crate::cli::room::{Room, Said, assert_fails, said};

const SHOP: &str = include_str!("../../exchange/shop.ron");

/// A room where shop.ron was saved over this long ago, the oldest first, with these maps.
fn room(saves: &[(u64, &str)]) -> Room {
    let room = Room::with(&[("shop.ron", SHOP)]);
    let path = room.path().join("shop.ron");
    for (seconds, text) in saves {
        let backups =
            Backups::new(&room.path().join("state/periplo"), SystemTime::now() - Duration::from_secs(*seconds));
        let seen = load(&path).unwrap().fingerprint;
        save_keeping(&path, &ron_text::parse(text).unwrap().map, &Comments::default(), Some(&seen), Some(&backups))
            .unwrap();
    }
    room
}

fn run(room: &Room, arguments: &[&str]) -> Said {
    said(room.command().env("XDG_STATE_HOME", room.path().join("state")).arg("backups").args(arguments))
}

const SECOND: &str = "(format: 1, title: \"ツアー 日本\", before: [(name: \"One\")])";
const THIRD: &str = "(format: 1, title: \"Third\")";

/// A room with three versions: a day, two hours and some minutes old.
fn used() -> Room {
    room(&[(100_000, SECOND), (7_300, THIRD), (600, SECOND)])
}

#[test]
fn versions_are_listed_with_the_newest_first_in_both_languages() {
    let room = used();
    let english = run(&room, &["shop.ron"]);
    assert_eq!((english.code, english.err.as_str()), (0, ""));
    insta::assert_snapshot!("backups_en", english.out);
    insta::assert_snapshot!("backups_es", run(&room, &["shop.ron", "--lang", "es"]).out);
}

#[test]
fn a_version_comes_back_in_a_new_file_that_takes_no_place() {
    let room = used();
    let before = room.read("shop.ron");
    let english = run(&room, &["shop.ron", "--restore", "3"]);
    assert_eq!((english.code, english.out.as_str()), (0, ""));
    assert_eq!(english.err, "shop-3.ron: version kept 1 day ago brought back. Open it with: periplo shop-3.ron\n");
    assert_eq!(room.read("shop-3.ron"), SHOP);
    assert_eq!(room.read("shop.ron"), before);

    assert_fails(&run(&room, &["shop.ron", "--restore", "3"]), 1, "overwrite it with --force");
    let piped = run(&room, &["shop.ron", "--restore", "3", "-o", "-"]);
    assert_eq!((piped.code, piped.out.as_str(), piped.err.as_str()), (0, SHOP, ""));
}

#[test]
fn what_a_version_takes_the_place_of_is_a_version_itself() {
    let room = used();
    let before = room.read("shop.ron");
    assert_fails(&run(&room, &["shop.ron", "--restore", "3", "-o", "shop.ron"]), 1, "--force");
    assert_eq!(run(&room, &["shop.ron", "--restore", "3", "-o", "shop.ron", "--force"]).code, 0);
    assert_eq!(room.read("shop.ron"), SHOP);
    assert_eq!(run(&room, &["shop.ron", "--restore", "1", "-o", "-"]).out, before);
}

#[test]
fn a_file_that_is_gone_or_torn_has_its_versions_still() {
    let room = used();
    let listed = run(&room, &["shop.ron"]).out;
    std::fs::write(room.path().join("shop.ron"), &SHOP[..100]).unwrap();
    assert_eq!(run(&room, &["shop.ron"]).out, listed);
    std::fs::remove_file(room.path().join("shop.ron")).unwrap();
    assert_eq!(run(&room, &["./shop.ron"]).out, listed);
    assert_eq!(run(&room, &["shop.ron", "--restore", "3"]).code, 0);
}

#[test]
fn a_version_that_is_no_map_is_listed_as_such() {
    let room = room(&[]);
    let path = room.path().join("shop.ron");
    std::fs::write(&path, "torn").unwrap();
    Backups::new(&room.path().join("state/periplo"), SystemTime::now()).keep(&path).unwrap();
    let listed = run(&room, &["shop.ron"]);
    assert!(listed.out.contains('?') && listed.out.contains("(cannot be read as a map)"), "{}", listed.out);
    assert_eq!(run(&room, &["shop.ron", "--restore", "1", "-o", "-"]).out, "torn");
}

#[test]
fn what_is_not_kept_is_said() {
    let room = room(&[(600, SECOND)]);
    assert_fails(&run(&room, &["other.ron"]), 1, "no old version of other.ron is kept");
    assert_fails(&run(&room, &["shop.ron", "--restore", "2"]), 1, "only version 1 is kept");
    assert_fails(&run(&room, &["shop.ron", "--restore", "0", "--lang", "es"]), 1, "solo se conserva la 1");
    assert_fails(&run(&room, &["-"]), 2, "old versions are those of a file");
    assert_fails(&run(&room, &["shop.ron", "--force"]), 2, "--restore");
    assert_fails(&run(&room, &["shop.ron", "-o", "x.ron"]), 2, "--restore");
    assert_fails(&run(&room, &["shop.ron", "--restore", "first"]), 2, "--restore");
}

#[test]
fn a_hostile_name_commands_no_terminal() {
    let room = room(&[]);
    let said = run(&room, &["\x1b[2Jred\u{202e}.ron"]);
    assert_eq!(said.code, 1);
    assert!(!said.err.contains(['\x1b', '\u{202e}']), "{:?}", said.err);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_versions_are_nowhere_and_all_else_works() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    // The system knows the home of a user that it knows; this one it does not.
    let somebody = ["setpriv", "--reuid", "54321", "--clear-groups"];
    let mut command = std::process::Command::new(somebody[0]);
    let able = command.args(&somebody[1..]).arg("true").output().is_ok_and(|tried| tried.status.success());
    if !able {
        eprintln!("skipped: only root runs as somebody unknown");
        return;
    }
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new("sh")
            .args(["-c", "exec 3<\"$0\"; exec \"$@\"", room.command().get_program().to_str().unwrap()])
            .args(somebody)
            .args([&["/proc/self/fd/3"], arguments].concat())
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .stdin(std::fs::File::open(room.path().join("shop.ron")).unwrap())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&["backups", "shop.ron"]);
    assert!(code == Some(1) && said.contains("XDG_STATE_HOME"), "{code:?} {said}");
    assert_eq!(run(&["funnel", "-"]), (Some(0), String::new()));
}
