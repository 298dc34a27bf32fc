//! `periplo backups`: old versions listed and brought back.

use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{BackupStore, load, save};
use periplo::store::ron_text;

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails, run_command};

const SHOP: &str = include_str!("../../exchange/shop.ron");

/// A sandbox where shop.ron was saved over this long ago, the oldest first, with these maps.
fn sandbox(saves: &[(u64, &str)]) -> Sandbox {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let path = sandbox.path().join("shop.ron");
    for (seconds, text) in saves {
        let backups =
            BackupStore::new(&sandbox.path().join("state/periplo"), SystemTime::now() - Duration::from_secs(*seconds));
        let seen = load(&path).unwrap().fingerprint;
        save(&path, &ron_text::parse(text).unwrap().map, &Comments::default(), Some(&seen), Some(&backups)).unwrap();
    }
    sandbox
}

fn run(sandbox: &Sandbox, arguments: &[&str]) -> CommandResult {
    run_command(sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).arg("backups").args(arguments))
}

const SECOND: &str = "(format: 1, title: \"ツアー 日本\", before: [(name: \"One\")])";
const THIRD: &str = "(format: 1, title: \"Third\")";

/// A sandbox with three versions: a day, two hours and some minutes old.
fn used() -> Sandbox {
    sandbox(&[(100_000, SECOND), (7_300, THIRD), (600, SECOND)])
}

#[test]
fn versions_are_listed_with_the_newest_first_in_both_languages() {
    let sandbox = used();
    let english = run(&sandbox, &["shop.ron"]);
    assert_eq!((english.code, english.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("backups_en", english.stdout);
    insta::assert_snapshot!("backups_es", run(&sandbox, &["shop.ron", "--lang", "es"]).stdout);
}

#[test]
fn a_version_comes_back_in_a_new_file_that_takes_no_place() {
    let sandbox = used();
    let before = sandbox.read("shop.ron");
    let english = run(&sandbox, &["shop.ron", "--restore", "3"]);
    assert_eq!((english.code, english.stdout.as_str()), (0, ""));
    assert_eq!(
        english.stderr,
        "shop-3.ron: the version kept 1 day ago is restored. Open it with: periplo shop-3.ron\n"
    );
    assert_eq!(sandbox.read("shop-3.ron"), SHOP);
    assert_eq!(sandbox.read("shop.ron"), before);

    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "3"]), 1, "overwrite it with --force");
    let piped = run(&sandbox, &["shop.ron", "--restore", "3", "-o", "-"]);
    assert_eq!((piped.code, piped.stdout.as_str(), piped.stderr.as_str()), (0, SHOP, ""));
}

#[test]
fn what_a_version_takes_the_place_of_is_a_version_itself() {
    let sandbox = used();
    let before = sandbox.read("shop.ron");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "3", "-o", "shop.ron"]), 1, "--force");
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "3", "-o", "shop.ron", "--force"]).code, 0);
    assert_eq!(sandbox.read("shop.ron"), SHOP);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "1", "-o", "-"]).stdout, before);
}

#[test]
fn a_file_that_is_gone_or_torn_has_its_versions_still() {
    let sandbox = used();
    let listed = run(&sandbox, &["shop.ron"]).stdout;
    std::fs::write(sandbox.path().join("shop.ron"), &SHOP[..100]).unwrap();
    assert_eq!(run(&sandbox, &["shop.ron"]).stdout, listed);
    std::fs::remove_file(sandbox.path().join("shop.ron")).unwrap();
    assert_eq!(run(&sandbox, &["./shop.ron"]).stdout, listed);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "3"]).code, 0);
}

#[test]
fn a_version_that_is_no_map_is_listed_as_such() {
    let sandbox = sandbox(&[]);
    let path = sandbox.path().join("shop.ron");
    std::fs::write(&path, "torn").unwrap();
    BackupStore::new(&sandbox.path().join("state/periplo"), SystemTime::now()).back_up(&path).unwrap();
    let listed = run(&sandbox, &["shop.ron"]);
    assert!(listed.stdout.contains('?') && listed.stdout.contains("(cannot be read as a map)"), "{}", listed.stdout);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "1", "-o", "-"]).stdout, "torn");
}

#[test]
fn what_is_not_kept_is_said() {
    let sandbox = sandbox(&[(600, SECOND)]);
    assert_fails(&run(&sandbox, &["other.ron"]), 1, "no old version of other.ron is kept");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "2"]), 1, "only version 1 is kept");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "0", "--lang", "es"]), 1, "solo se conserva la 1");
    assert_fails(&run(&sandbox, &["-"]), 2, "old versions are those of a file");
    assert_fails(&run(&sandbox, &["shop.ron", "--force"]), 2, "--restore");
    assert_fails(&run(&sandbox, &["shop.ron", "-o", "x.ron"]), 2, "--restore");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "first"]), 2, "--restore");
}

#[test]
fn a_hostile_name_commands_no_terminal() {
    let sandbox = sandbox(&[]);
    let result = run(&sandbox, &["\x1b[2Jred\u{202e}.ron"]);
    assert_eq!(result.code, 1);
    assert!(!result.stderr.contains(['\x1b', '\u{202e}']), "{:?}", result.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_versions_are_nowhere_and_all_else_works() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
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
            .args(["-c", "exec 3<\"$0\"; exec \"$@\"", sandbox.command().get_program().to_str().unwrap()])
            .args(somebody)
            .args([&["/proc/self/fd/3"], arguments].concat())
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .stdin(std::fs::File::open(sandbox.path().join("shop.ron")).unwrap())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, result) = run(&["backups", "shop.ron"]);
    assert!(code == Some(1) && result.contains("XDG_STATE_HOME"), "{code:?} {result}");
    assert_eq!(run(&["funnel", "-"]), (Some(0), String::new()));
}
