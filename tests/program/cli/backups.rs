//! `periplo backups`: lists and restores old versions.

use std::time::{Duration, SystemTime};

use periplo::store::Comments;
use periplo::store::disk::{BackupStore, load, save};
use periplo::store::ron_text;

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails, run_command};

const SHOP: &str = include_str!("../../exchange/shop.ron");

/// Creates a sandbox in which these maps were saved to shop.ron, each this many seconds ago.
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

/// Creates a sandbox with three versions: one day, two hours and ten minutes old.
fn with_three_versions() -> Sandbox {
    sandbox(&[(100_000, SECOND), (7_300, THIRD), (600, SECOND)])
}

#[test]
fn versions_are_listed_with_the_newest_first_in_both_languages() {
    let sandbox = with_three_versions();
    let english = run(&sandbox, &["shop.ron"]);
    assert_eq!((english.code, english.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("backups_en", english.stdout);
    insta::assert_snapshot!("backups_es", run(&sandbox, &["shop.ron", "--lang", "es"]).stdout);
}

#[test]
fn a_version_is_restored_to_a_new_file_and_overwrites_nothing() {
    let sandbox = with_three_versions();
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
fn a_file_overwritten_by_a_restore_is_kept_as_a_version() {
    let sandbox = with_three_versions();
    let before = sandbox.read("shop.ron");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "3", "-o", "shop.ron"]), 1, "--force");
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "3", "-o", "shop.ron", "--force"]).code, 0);
    assert_eq!(sandbox.read("shop.ron"), SHOP);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "1", "-o", "-"]).stdout, before);
}

#[test]
fn versions_of_a_missing_or_damaged_file_are_still_listed() {
    let sandbox = with_three_versions();
    let listed = run(&sandbox, &["shop.ron"]).stdout;
    std::fs::write(sandbox.path().join("shop.ron"), &SHOP[..100]).unwrap();
    assert_eq!(run(&sandbox, &["shop.ron"]).stdout, listed);
    std::fs::remove_file(sandbox.path().join("shop.ron")).unwrap();
    assert_eq!(run(&sandbox, &["./shop.ron"]).stdout, listed);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "3"]).code, 0);
}

#[test]
fn a_version_that_is_no_map_is_marked_in_the_list() {
    let sandbox = sandbox(&[]);
    let path = sandbox.path().join("shop.ron");
    std::fs::write(&path, "torn").unwrap();
    BackupStore::new(&sandbox.path().join("state/periplo"), SystemTime::now()).back_up(&path).unwrap();
    let listed = run(&sandbox, &["shop.ron"]);
    assert!(listed.stdout.contains('?') && listed.stdout.contains("(cannot be read as a map)"), "{}", listed.stdout);
    assert_eq!(run(&sandbox, &["shop.ron", "--restore", "1", "-o", "-"]).stdout, "torn");
}

#[test]
fn missing_versions_and_wrong_options_are_errors() {
    let sandbox = sandbox(&[(600, SECOND)]);
    assert_fails(&run(&sandbox, &["other.ron"]), 1, "no old version of other.ron is kept");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "2"]), 1, "only version 1 is kept");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "0", "--lang", "es"]), 1, "solo se conserva la 1");
    assert_fails(&run(&sandbox, &["-"]), 2, "old versions are those of a file");
    assert_fails(&run(&sandbox, &["shop.ron", "--force"]), 2, "--restore");
    assert_fails(&run(&sandbox, &["shop.ron", "-o", "x.ron"]), 2, "--restore");
    assert_fails(&run(&sandbox, &["shop.ron", "--restore", "first"]), 2, "--restore");
}

#[cfg(unix)]
#[test]
fn every_command_keeps_what_it_overwrites() {
    let changed = SHOP.replace("Tries it on", "Tries two on");
    let files = [
        ("base.ron", SHOP),
        ("theirs.ron", &changed),
        ("rows.json", "[{\"phase\": \"before\", \"touchpoint\": \"Asks\"}]"),
    ];
    let commands: [&[&str]; 6] = [
        &["merge", "base.ron", "shop.ron", "theirs.ron"],
        &["merge", "base.ron", "base.ron", "theirs.ron", "-o", "shop.ron", "--force"],
        &["export", "base.ron", "-o", "shop.ron", "--format", "json", "--force"],
        &["inventory", "base.ron", "-o", "shop.ron", "--format", "csv", "--force"],
        &["import", "rows.json", "-o", "shop.ron", "--force"],
        &["import", "rows.json", "--into", "shop.ron", "--add-new", "--yes"],
    ];
    for command in commands {
        for has_two_names in [false, true] {
            let sandbox = Sandbox::with(&files);
            // A byte-order mark shows that the bytes are kept, not the map.
            std::fs::write(sandbox.path().join("shop.ron"), format!("\u{feff}{SHOP}")).unwrap();
            if has_two_names {
                std::fs::hard_link(sandbox.path().join("shop.ron"), sandbox.path().join("two.ron")).unwrap();
            }
            let done = run_command(sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).args(command));
            assert_eq!(done.code, 0, "{command:?} {}", done.stderr);
            assert_ne!(sandbox.read("shop.ron"), format!("\u{feff}{SHOP}"), "{command:?}");
            let kept = run(&sandbox, &["shop.ron", "--restore", "1", "-o", "-"]);
            assert_eq!(kept.stdout, format!("\u{feff}{SHOP}"), "{command:?} {}", kept.stderr);
        }
    }
}

#[test]
fn a_file_that_looks_torn_is_told_with_its_old_versions() {
    let sandbox = with_three_versions();
    let whole = sandbox.read("shop.ron");
    let torn = [
        // A new text and an old tail, a file that was cut, and zeros that a crash of the system left.
        format!("{THIRD}{}", &SHOP[THIRD.len()..]).into_bytes(),
        whole.as_bytes()[..whole.len() - 20].to_vec(),
        [whole.as_bytes(), &[0; 100]].concat(),
    ];
    for content in &torn {
        std::fs::write(sandbox.path().join("shop.ron"), content).unwrap();
        std::fs::write(sandbox.path().join("other.ron"), content).unwrap();
        for command in [&["check", "shop.ron"][..], &["funnel", "shop.ron"], &["inventory", "shop.ron"]] {
            let told = run_command(sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).args(command));
            assert_eq!(told.code, 1, "{command:?}");
            assert!(
                told.stderr.contains(
                    "\nIf this file was cut off or damaged, get an old version back: periplo backups shop.ron\n"
                ),
                "{}",
                told.stderr
            );
        }
        let other = run_command(
            sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).args(["check", "other.ron"]),
        );
        assert!(other.code == 1 && !other.stderr.contains("periplo backups"), "{}", other.stderr);
    }
}

#[test]
fn a_file_that_was_emptied_is_told_with_its_old_versions() {
    let sandbox = with_three_versions();
    std::fs::write(sandbox.path().join("shop.ron"), "").unwrap();
    for command in ["check", "funnel"] {
        let told = run_command(
            sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).args([command, "shop.ron"]),
        );
        assert!(
            told.stderr.contains("shop.ron is empty, but old versions of it are kept: periplo backups shop.ron"),
            "{}",
            told.stderr
        );
    }
}

#[test]
fn control_characters_in_a_file_name_are_not_printed() {
    let sandbox = sandbox(&[]);
    let result = run(&sandbox, &["\x1b[2Jred\u{202e}.ron"]);
    assert_eq!(result.code, 1);
    assert!(!result.stderr.contains(['\x1b', '\u{202e}']), "{:?}", result.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_folder_only_backups_fail() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    // The system finds the home folder of a known user, so the program runs as an unknown user.
    let unknown_user = ["setpriv", "--reuid", "54321", "--clear-groups"];
    let mut command = std::process::Command::new(unknown_user[0]);
    let is_possible = command.args(&unknown_user[1..]).arg("true").output().is_ok_and(|tried| tried.status.success());
    if !is_possible {
        eprintln!("skipped: only root can run as an unknown user");
        return;
    }
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new("sh")
            .args(["-c", "exec 3<\"$0\"; exec \"$@\"", sandbox.command().get_program().to_str().unwrap()])
            .args(unknown_user)
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

#[test]
fn commands_that_read_a_file_tell_that_overwriting_it_was_interrupted() {
    let sandbox = sandbox(&[(600, SECOND)]);
    let folders = std::fs::read_dir(sandbox.path().join("state/periplo/backups")).unwrap();
    let folder = folders.map(|entry| entry.unwrap().path()).next().unwrap();
    let run = |arguments: &[&str]| {
        run_command(sandbox.command().env("XDG_STATE_HOME", sandbox.path().join("state")).args(arguments))
    };
    let english = "Writing shop.ron was interrupted last time, so it may be damaged. What it held before is kept: \
                   periplo backups shop.ron";
    let spanish = "La última escritura de shop.ron se interrumpió y el archivo puede estar dañado. Lo que contenía antes \
                   se conserva: periplo backups shop.ron";
    let commands = ["check", "funnel", "priorities", "inventory", "export --format json"];
    for (text, code) in [(SHOP, 0), (&SHOP[..100], 1)] {
        std::fs::write(sandbox.path().join("shop.ron"), text).unwrap();
        std::fs::write(folder.join("overwriting"), "1 0123456789abcdef\n").unwrap();
        for (language, sentence) in [("en", english), ("es", spanish)] {
            for command in commands {
                let arguments = command.split(' ').chain(["shop.ron", "--lang", language]);
                let result = run(&arguments.collect::<Vec<_>>());
                assert_eq!(result.code, code, "{command}: {}", result.stderr);
                assert_eq!(result.stderr.matches(sentence).count(), 1, "{command}: {}", result.stderr);
            }
        }
        std::fs::remove_file(folder.join("overwriting")).unwrap();
        assert!(!run(&["check", "shop.ron"]).stderr.contains(english));
    }
}
