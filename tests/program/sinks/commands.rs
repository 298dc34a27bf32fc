//! Standard output, standard error and written files of every command contain no control characters.

use std::time::{Duration, SystemTime};

use periplo::store::disk::{BackupStore, load, save};
use periplo::store::{Comments, ron_text};

use crate::cli::sandbox::{CommandResult, Sandbox, run_command};
use crate::sinks::{assert_harmless, attack, attacking_name, bad_maps, escaped, map, raw};

/// A sandbox in which all names and texts are attacks: a map, a similar one and invalid ones.
struct HostileSandbox {
    sandbox: Sandbox,
    folder: String,
    file: String,
    other: String,
    bad: Vec<String>,
}

impl HostileSandbox {
    fn new() -> HostileSandbox {
        // A file name has at most 255 bytes.
        let name = attacking_name();
        assert!(name.len() < 250, "{}", name.len());
        let folder = name.clone();
        let (file, other) = (format!("{folder}/{name}.ron"), format!("{folder}/b{}.ron", &name[1..]));
        let sandbox = Sandbox::with(&[
            (&file, &map(raw)),
            (&other, &map(escaped).replace("1000", "1500").replace("notes A", "notes B")),
        ]);
        let bad: Vec<String> =
            (0..bad_maps().len()).map(|nth| format!("{folder}/{nth}\u{1b}[2J\u{202e}.ron")).collect();
        for (name, text) in bad.iter().zip(bad_maps()) {
            std::fs::write(sandbox.path().join(name), text).expect("a file");
        }
        HostileSandbox { sandbox, folder, file, other, bad }
    }

    /// Runs a command in both languages, with and without colours, and checks its exit code and output.
    fn run(&self, code: i32, arguments: &[&str]) -> CommandResult {
        let mut last = None;
        for language in ["en", "es"] {
            for colour in ["always", "never"] {
                let mut command = self.sandbox.command();
                command
                    .env("XDG_STATE_HOME", self.sandbox.path().join("state"))
                    .env("USER", attack().replace('\0', ""));
                let result = run_command(command.args(arguments).args(["--lang", language, "--color", colour]));
                // Debug formatting escapes control characters, which a failing test must not print either.
                let shown = format!("{arguments:?} {colour}");
                assert_harmless(&format!("the output of {shown}"), &result.stdout);
                assert_harmless(&format!("the errors of {shown}"), &result.stderr);
                if colour == "never" {
                    assert!(!result.stdout.contains('\u{1b}') && !result.stderr.contains('\u{1b}'), "{shown}");
                }
                assert_eq!(result.code, code, "{shown}: {}", result.stderr);
                last = Some(result);
            }
        }
        last.expect("a run")
    }
}

#[test]
fn commands_that_read_maps_print_no_control_characters() {
    let hostile = HostileSandbox::new();
    let (file, other) = (hostile.file.as_str(), hostile.other.as_str());
    let funnel = hostile.run(0, &["funnel", file]);
    assert!(funnel.stdout.contains("name"), "{}", funnel.stdout);
    assert_json(&hostile.run(0, &["funnel", file, "--format", "json"]).stdout);
    assert_json(&hostile.run(0, &["funnel", file, "--what-if", "2=50", "--format", "json"]).stdout);
    hostile.run(0, &["funnel", file, "--what-if", "2=50"]);
    hostile.run(0, &["priorities", file]);
    assert_json(&hostile.run(0, &["priorities", file, "--format", "json"]).stdout);
    hostile.run(0, &["check", file, other]);
    assert_json(&hostile.run(0, &["check", file, other, "--format", "json"]).stdout);
    assert!(hostile.run(0, &["inventory", file, other]).stdout.lines().count() > 8);
    hostile.run(0, &["inventory", file, "--no-guard"]);
    assert_json(&hostile.run(0, &["inventory", file, other, "--format", "json"]).stdout);
    for format in ["text", "markdown", "csv", "json"] {
        assert!(hostile.run(0, &["actions", file, other, "--format", format]).stdout.contains("name"), "{format}");
    }
    hostile.run(0, &["actions", file, other, "-o", "plan.ics", "--force"]);
    let calendar = hostile.sandbox.read("plan.ics");
    assert!(calendar.matches('\r').count() == calendar.matches("\r\n").count());
    assert_harmless("a calendar", &calendar.replace("\r\n", "\n"));
    let folder = hostile.run(1, &["inventory", &hostile.folder]);
    assert!(folder.stderr.matches("error").count() + folder.stderr.matches("rror").count() >= hostile.bad.len());
    assert!(hostile.run(1, &["diff", file, other]).stdout.contains("1.500"));
    assert_json(&hostile.run(1, &["diff", file, other, "--format", "json"]).stdout);
    for bad in &hostile.bad {
        assert!(hostile.run(1, &["funnel", bad]).stderr.len() > 20);
    }
    hostile.run(1, &["funnel", &hostile.folder]);
    hostile.run(1, &["funnel", &format!("missing{file}")]);
    hostile.run(1, &["diff", file, &format!("missing{file}")]);
    hostile.run(1, &["inventory", &format!("missing{file}")]);
    hostile.run(2, &["inventory", file, "-o", file]);
    hostile.run(2, &["inventory", file, "-o", &format!("x.{}", attacking_name())]);
}

#[track_caller]
fn assert_json(text: &str) {
    let json = serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_harmless("JSON, read", &json.to_string());
}

#[test]
fn commands_that_write_maps_write_no_control_characters() {
    let hostile = HostileSandbox::new();
    let (file, other) = (hostile.file.as_str(), hostile.other.as_str());
    let base = ron_text::parse(&map(raw)).expect("a map");
    let base = ron_text::print(&base.map, &Comments::default()).replace("1000", "900");
    std::fs::write(hostile.sandbox.path().join("base.ron"), base).expect("a file");
    hostile.run(1, &["merge", "base.ron", file, other, "-o", "merged.ron", "--force"]);
    assert_harmless("a merged map", &hostile.sandbox.read("merged.ron"));
    let both = format!("{}/merged{}", hostile.folder, attacking_name());
    hostile.run(1, &["merge", "base.ron", file, other, "-o", &both[..both.len().min(250)], "--force"]);
    hostile.run(1, &["merge", "base.ron", file, other, "-o", file]);
    hostile.run(1, &["merge", "base.ron", file, &hostile.bad[3]]);
    hostile.run(1, &["merge", "-o", "-", "base.ron", file, other]);

    hostile.run(1, &["new", file]);
    hostile.run(1, &["new", &format!("missing{}/x.ron", attacking_name())]);
    for nth in 0..4 {
        let name = format!("{}/n{nth}{}.ron", hostile.folder, &attacking_name()[2..]);
        let mut command = hostile.sandbox.command();
        let result =
            run_command(command.args(["new", &name, "--template", "b2b", "--title", &attack().replace('\0', "")]));
        assert_harmless("the errors of new", &result.stderr);
        assert_eq!(result.code, 0, "{}", result.stderr);
        assert_harmless("a new map", &hostile.sandbox.read(&name));
    }
    assert_harmless("a new map", &hostile.run(0, &["new", "-", "--title", &attack().replace('\0', "")]).stdout);
    hostile.run(2, &["new", "\u{1b}\u{202e}.ron"]);
}

#[test]
fn old_versions_are_listed_without_control_characters() {
    let hostile = HostileSandbox::new();
    let path = hostile.sandbox.path().join(&hostile.file);
    for hours in [9_u64, 5, 1] {
        let now = SystemTime::now() - Duration::from_secs(hours * 3_600);
        let backups = BackupStore::new(&hostile.sandbox.path().join("state/periplo"), now);
        let seen = load(&path).expect("a map").fingerprint;
        let other = map(escaped).replace("1000", &format!("1{hours}00"));
        let other = ron_text::parse(&other).expect("a map");
        save(&path, &other.map, &other.comments, Some(&seen), Some(&backups)).expect("saved");
    }
    assert_harmless("a saved map", &hostile.sandbox.read(&hostile.file));
    let listed = hostile.run(0, &["backups", &hostile.file]);
    assert!(listed.stdout.contains("title A"), "{}", listed.stdout);
    hostile.run(1, &["backups", &hostile.file, "--restore", "9"]);
    hostile.run(0, &["backups", &hostile.file, "--restore", "1", "--force", "-o", &format!("r{}", attacking_name())]);
    hostile.run(1, &["backups", &hostile.file, "--restore", "1", "-o", &hostile.other]);
    hostile.run(1, &["backups", &hostile.other]);
    // The name of a version is derived from the name of its file.
    let mut names = vec![hostile.sandbox.path().join("state")];
    while let Some(path) = names.pop() {
        let name = path.strip_prefix(hostile.sandbox.path()).expect("below").to_string_lossy().into_owned();
        assert_harmless("the name of a version", &name);
        names.extend(std::fs::read_dir(path).into_iter().flatten().map(|entry| entry.expect("a file").path()));
    }
}

#[test]
fn wrong_arguments_are_quoted_without_control_characters() {
    let hostile = HostileSandbox::new();
    let attack = attack().replace('\0', "");
    let attack = attack.as_str();
    for arguments in [
        &["--"][..],
        &["funnel", "x.ron", "--format"],
        &["funnel", "x.ron", "--config"],
        &["inventory", "x.ron", "--phase"],
        &["inventory", "x.ron", "--kind"],
        &["backups", "x.ron", "--restore"],
        &["completions"],
        &["new", "x.ron", "--template"],
        &["templates"],
        &["diff", "a", "b"],
        &["merge", "a", "b", "c"],
    ] {
        let mut given = arguments.to_vec();
        given.push(attack);
        // `-- FILE` opens the editor, which needs a terminal; all others are wrong arguments.
        hostile.run(2, &given);
    }
    for option in ["--", "-", "--lang=", "--color", "--no-mous"] {
        let option = format!("{option}{attack}");
        hostile.run(2, &["templates", &option]);
        hostile.run(2, &[&option]);
    }
    for title in ["\u{1b}\u{202e}", &attack.repeat(20)] {
        hostile.run(2, &["new", "x.ron", "--title", title]);
    }
    let long = format!("{attack}{}", "x".repeat(500));
    hostile.run(2, &[&long, "templates"]);
    assert!(!hostile.sandbox.path().join("x.ron").exists());
}

#[test]
fn errors_of_the_configuration_contain_no_control_characters() {
    let hostile = HostileSandbox::new();
    let text = raw(&attack());
    for bad in [
        format!("(language: \"{text}\")"),
        format!("({text}: 1)"),
        format!("(languag\u{202e}e: \"en\", \"{text}\": 2)"),
        text,
    ] {
        let folder = hostile.sandbox.path().join(attacking_name());
        std::fs::write(folder.join("config.ron"), &bad).expect("a file");
        let result = hostile.run(0, &["templates", "--config", folder.to_str().expect("a path")]);
        assert!(!result.stderr.is_empty());
    }
}

#[test]
fn commands_about_the_configuration_print_no_control_characters() {
    let hostile = HostileSandbox::new();
    let folder = hostile.sandbox.path().join(attacking_name());
    let folder = folder.to_str().expect("a path");
    std::fs::write(format!("{folder}/config.ron"), format!("(language: \"{}\")", raw(&attack()))).expect("a file");
    let invisible = ['\u{202e}', '\u{200b}', '\u{2060}', '\u{ad}', '\u{e0041}', '\u{180e}', '\u{3164}'];
    let keys: String = invisible.iter().map(|c| format!("\"{c}\", \"alt-{c}\", ")).collect();
    for keys in
        [format!("(board: (quick_entry: [{keys}]))"), format!("(board: ({}: [\"{}\"]))", raw(&attack()), attack())]
    {
        std::fs::write(format!("{folder}/keys.ron"), keys).expect("a file");
        hostile.run(0, &["config", "path", "--config", folder]);
        hostile.run(0, &["config", "show", "--config", folder]);
        let shown = hostile.run(0, &["config", "keys", "--config", folder]).stdout;
        assert!(shown.contains("quick_entry: [\"a\"") && !shown.contains(invisible), "{shown}");
        let checked = hostile.run(1, &["config", "check", "--config", folder]).stdout;
        assert!(checked.contains("keys.ron") && !checked.contains(invisible), "{checked}");
    }
}

#[test]
fn an_invisible_letter_is_no_key() {
    for key in ["\u{202e}", "\u{200b}", "alt-\u{2060}"] {
        let keys = format!("(board: (quick_entry: [\"{key}\"]))");
        let sandbox = Sandbox::with(&[("c/keys.ron", &keys)]);
        let result = sandbox.run(&["--config", "c", "config", "check"]);
        assert!(result.code == 1 && result.stdout.contains("c/keys.ron:1"), "{}", result.stdout);
        assert!(result.stdout.contains("\\u{2"), "the code point is shown: {}", result.stdout);
    }
}

#[test]
fn commands_without_files_print_no_control_characters() {
    let hostile = HostileSandbox::new();
    for arguments in [
        &["templates"][..],
        &["completions", "bash"],
        &["completions", "zsh"],
        &["completions", "fish"],
        &["--version"],
    ] {
        assert!(!hostile.run(0, arguments).stdout.is_empty());
    }
    for arguments in [&["--help"][..], &["merge", "--help"], &["-h"]] {
        hostile.run(0, arguments);
    }
}

#[test]
fn a_word_that_is_no_command_is_named_without_control_characters() {
    let hostile = HostileSandbox::new();
    for word in [format!("ope{}n", attack()), "revi\u{1b}[31mew".to_owned(), "\u{1b}[31m".to_owned()] {
        hostile.run(2, &[&word.replace('\0', "")]);
        hostile.run(2, &[&word.replace('\0', ""), "shop.ron"]);
    }
}
