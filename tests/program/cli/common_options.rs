//! What all commands share: language, colours, and output without control characters.

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};

const SHOP: &str = include_str!("../../exchange/shop.ron");

#[test]
fn the_language_comes_from_the_option_or_else_from_the_environment() {
    let sandbox = Sandbox::new();
    let head =
        |command: &mut assert_cmd::Command| run_command(command).stdout.lines().next().unwrap_or_default().to_owned();
    let with = |variables: &[(&str, &str)]| head(sandbox.command().envs(variables.iter().copied()).arg("templates"));
    assert!(with(&[]).starts_with("name"));
    assert!(with(&[("LANG", "es_ES.UTF-8")]).starts_with("nombre"));
    assert!(with(&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "es_AR.UTF-8")]).starts_with("nombre"));
    assert!(with(&[("LANG", "es_ES.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]).starts_with("name"));
    assert!(with(&[("LANG", "C")]).starts_with("name"));
    assert!(with(&[("LANG", "de_DE.UTF-8")]).starts_with("name"));
    let asked = head(sandbox.command().env("LC_ALL", "es_ES.UTF-8").args(["templates", "--lang", "en"]));
    assert!(asked.starts_with("name"));
    assert_fails(&sandbox.run(&["templates", "--lang", "de"]), 2, "[possible values: en, es]");
}

#[test]
fn control_characters_in_names_are_not_printed() {
    let sandbox =
        Sandbox::with(&[("rich.ron", include_str!("../../exchange/rich.ron")), ("\x1b[31mred\u{202e}.ron", SHOP)]);
    let hostile = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    for arguments in [
        &["funnel", "rich.ron"][..],
        &["inventory", "."],
        &["inventory", "--format", "json", "."],
        &["funnel", "\x1b[2J.ron"],
        &["funnel", "\x1b[2J.ron", "--color", "never"],
        &["new", "\x1b[31mred\u{202e}.ron"],
        &["new", "\x1b[31mblue.ron"],
    ] {
        let result = sandbox.run(arguments);
        assert!(!result.stdout.contains(hostile), "{:?}", result.stdout);
        assert!(!result.stderr.contains(hostile), "{:?}", result.stderr);
    }
}

#[test]
fn colours_follow_the_option_and_the_environment() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let coloured =
        |command: &mut assert_cmd::Command| run_command(command.args(["funnel", "shop.ron"])).stdout.contains('\x1b');
    assert!(!coloured(&mut sandbox.command()), "no terminal, no colour");
    assert!(coloured(sandbox.command().args(["--color", "always"])));
    assert!(
        coloured(sandbox.command().args(["--color=always"]).env("NO_COLOR", "1")),
        "the option comes before the environment"
    );
    assert!(!coloured(sandbox.command().args(["--color", "never"])));
    let bare = |text: &str| {
        let mut inside = false;
        let keep = |c: &char| {
            let kept = !inside && *c != '\x1b';
            inside = (inside || *c == '\x1b') && *c != 'm';
            kept
        };
        text.chars().filter(keep).collect::<String>()
    };
    let plain = sandbox.run(&["funnel", "shop.ron"]).stdout;
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&bare(&sandbox.run(&["--color", "always", "funnel", "shop.ron"]).stdout)), lines(&plain));
}

#[test]
fn the_language_of_the_configuration_precedes_the_environment() {
    let sandbox = Sandbox::with(&[
        ("here/config.ron", "(language: \"es\")"),
        ("xdg/periplo/config.ron", "(language: \"es\")"),
        ("broken/config.ron", "(lenguaje: \"es\")"),
    ]);
    let head = |command: &mut assert_cmd::Command| {
        let result = run_command(command.arg("templates"));
        assert_eq!((result.code, result.stderr.as_str()), (0, ""));
        result.stdout.lines().next().unwrap_or_default().to_owned()
    };
    let with = |arguments: &[&str]| head(sandbox.command().env("LANG", "en_GB.UTF-8").args(arguments));
    assert!(with(&[]).starts_with("name"));
    assert!(with(&["--config", "here"]).starts_with("nombre"));
    assert!(with(&["--config", "here", "--lang", "en"]).starts_with("name"));
    let folder = |name: &str| sandbox.path().join(name);
    assert!(head(sandbox.command().env("PERIPLO_CONFIG", folder("here"))).starts_with("nombre"));
    assert!(head(sandbox.command().env("XDG_CONFIG_HOME", folder("xdg"))).starts_with("nombre"));

    let broken = sandbox.run(&["--config", "broken", "templates"]);
    assert_eq!(broken.code, 0, "a faulty configuration is no failure");
    assert!(broken.stdout.starts_with("name"));
    assert!(broken.stderr.contains("lenguaje") && broken.stderr.contains("language"), "{}", broken.stderr);
    assert_fails(&sandbox.run(&["--config", "nowhere", "templates"]), 2, "there is no such folder");
}
