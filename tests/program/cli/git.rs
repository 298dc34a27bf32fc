//! `periplo git setup` and merges of real git with it, up to a map without conflicts.

use std::path::Path;
use std::process::Command;

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails, run_command};
use crate::pty::Terminal;
use periplo::store::ron_text;

/// Runs git in a folder. Returns its output if it succeeds.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .current_dir(folder)
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("LC_ALL", "C")])
        .env("PATH", path())
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The program's folder, so that git finds it, and the system's.
fn path() -> String {
    let program = assert_cmd::cargo::cargo_bin("periplo");
    let folder = program.parent().expect("a folder").display().to_string();
    format!("{folder}:{}", std::env::var("PATH").unwrap_or_default())
}

/// Creates a repository, or says that git is missing.
fn repository() -> Option<Sandbox> {
    let sandbox = Sandbox::new();
    if git(sandbox.path(), &["init", "-q", "-b", "main"]).is_none() {
        eprintln!("skipped: git is missing");
        return None;
    }
    Some(sandbox)
}

fn setup(sandbox: &Sandbox, arguments: &[&str]) -> CommandResult {
    let mut command = sandbox.command();
    command.env("PATH", path()).env("GIT_CONFIG_NOSYSTEM", "1");
    run_command(command.args(["git", "setup"]).args(arguments))
}

fn commit(sandbox: &Sandbox, text: &str) {
    std::fs::write(sandbox.path().join("map.ron"), text).expect("a file");
    assert!(git(sandbox.path(), &["add", "."]).is_some() && git(sandbox.path(), &["commit", "-qm", "x"]).is_some());
}

#[test]
fn setup_shows_what_it_writes_and_writes_it_once() {
    let Some(sandbox) = repository() else { return };
    std::fs::write(sandbox.path().join(".gitattributes"), "*.png binary\r\n*.txt text").expect("a file");
    let result = setup(&sandbox, &[]);
    assert_eq!(result.code, 1, "nobody can answer: {result:?}");
    assert!(result.stdout.contains("git config merge.periplo.driver \"periplo merge %O %A %B\""), "{result:?}");
    assert!(result.stdout.contains(".gitattributes: *.ron merge=periplo"), "{result:?}");
    assert!(result.stderr.contains("--yes"), "{result:?}");
    assert_eq!(sandbox.read(".gitattributes"), "*.png binary\r\n*.txt text");
    assert_eq!(git(sandbox.path(), &["config", "merge.periplo.driver"]), None);

    let result = setup(&sandbox, &["--yes", "--lang", "es"]);
    assert!(result.code == 0 && result.stdout.contains("Hecho"), "{result:?}");
    let written = "*.png binary\r\n*.txt text\r\n*.ron merge=periplo\r\n";
    assert_eq!(sandbox.read(".gitattributes"), written);
    let driver = git(sandbox.path(), &["config", "merge.periplo.driver"]);
    assert_eq!(driver.as_deref(), Some("periplo merge %O %A %B\n"));
    let result = setup(&sandbox, &[]);
    assert!(result.code == 0 && result.stdout.contains("is set up already"), "{result:?}");
    assert_eq!(sandbox.read(".gitattributes"), written);
}

#[test]
fn only_what_is_missing_is_written() {
    let Some(sandbox) = repository() else { return };
    let own = "/opt/periplo merge %O %A %B";
    assert!(git(sandbox.path(), &["config", "merge.periplo.driver", own]).is_some());
    let result = setup(&sandbox, &["--yes"]);
    assert!(result.code == 0 && !result.stdout.contains("git config"), "{result:?}");
    assert_eq!(git(sandbox.path(), &["config", "merge.periplo.driver"]), Some(format!("{own}\n")));
    assert_eq!(sandbox.read(".gitattributes"), "*.ron merge=periplo\n");
}

#[test]
fn outside_a_repository_and_without_git_it_says_what_to_do() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command();
    command.env("PATH", sandbox.path()).args(["git", "setup", "--yes"]);
    assert_fails(&run_command(&mut command), 1, "git was not found");
    if git(sandbox.path(), &["--version"]).is_some() {
        assert_fails(&setup(&sandbox, &["--yes"]), 1, "not in a git repository");
    }
}

#[test]
fn a_person_is_asked() {
    for (answer, is_written) in [("n\r", false), ("\r", false), ("y\r", true)] {
        let Some(sandbox) = repository() else { return };
        let path = path();
        let variables = [("PATH", path.as_str()), ("GIT_CONFIG_NOSYSTEM", "1")];
        let mut terminal = Terminal::open_in(sandbox.path(), 100, 30, &variables, &["git", "setup"]);
        terminal.wait_for("Write this? [y/N]");
        terminal.press(answer);
        assert_eq!(terminal.end(), u32::from(!is_written));
        assert_eq!(sandbox.path().join(".gitattributes").exists(), is_written);
    }
}

#[test]
fn a_conflict_of_two_branches_is_settled_in_the_program() {
    let Some(sandbox) = repository() else { return };
    let map = |reach: u64, need: &str| {
        format!("(format: 1, title: \"T\", before: [(id: \"00000001\", name: \"Asks\", reach: {reach}{need})])\n")
    };
    assert_eq!(setup(&sandbox, &["--yes"]).code, 0);
    let folder = sandbox.path();
    commit(&sandbox, &map(1200, ""));
    assert!(git(folder, &["checkout", "-q", "-b", "theirs"]).is_some());
    commit(&sandbox, &map(950, ", need: \"advice\""));
    assert!(git(folder, &["checkout", "-q", "main"]).is_some());
    commit(&sandbox, &map(900, ", need: \"a price\""));
    assert!(git(folder, &["merge", "-q", "theirs"]).is_none(), "git stops at the conflict");
    let check = || sandbox.run(&["check", "map.ron", "--strict", "--rule", "merge-conflict"]);
    assert_eq!(check().code, 1);

    let state = folder.join("state");
    let variables = [("XDG_STATE_HOME", state.to_str().expect("a path"))];
    let mut terminal = Terminal::open_in(folder, 100, 30, &variables, &["map.ron"]);
    terminal.wait_for("≠");
    terminal.press("=");
    terminal.wait_for("as in the other version: “advice”");
    terminal.press("2");
    terminal.wait_for("as in the other version: 950");
    terminal.press("1");
    terminal.wait("the card has no conflict", |screen| !screen.contents().contains('≠'));
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(check().code, 0, "{}", sandbox.read("map.ron"));
    let saved = ron_text::parse(&sandbox.read("map.ron")).expect("a map").map;
    let (_, asks) = saved.touchpoints().next().expect("a touchpoint");
    assert_eq!((asks.reach, asks.need.as_deref(), asks.notes.as_ref()), (Some(900), Some("advice"), None));
    assert!(git(folder, &["commit", "-qam", "merged"]).is_some());
}
