//! What holds for every command: its language, its colours, and that nothing it shows commands the terminal.

use crate::cli::room::{Room, assert_fails, said};

const SHOP: &str = include_str!("../../exchange/shop.ron");

#[test]
fn the_language_is_the_one_asked_for_or_else_the_environments() {
    let room = Room::new();
    let head = |command: &mut assert_cmd::Command| said(command).out.lines().next().unwrap_or_default().to_owned();
    let with = |variables: &[(&str, &str)]| head(room.command().envs(variables.iter().copied()).arg("templates"));
    assert!(with(&[]).starts_with("name"));
    assert!(with(&[("LANG", "es_ES.UTF-8")]).starts_with("nombre"));
    assert!(with(&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "es_AR.UTF-8")]).starts_with("nombre"));
    assert!(with(&[("LANG", "es_ES.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]).starts_with("name"));
    assert!(with(&[("LANG", "C")]).starts_with("name"));
    assert!(with(&[("LANG", "de_DE.UTF-8")]).starts_with("name"));
    let asked = head(room.command().env("LC_ALL", "es_ES.UTF-8").args(["templates", "--lang", "en"]));
    assert!(asked.starts_with("name"));
    assert_fails(&room.run(&["templates", "--lang", "de"]), 2, "[possible values: en, es]");
}

#[test]
fn names_that_would_command_a_terminal_do_not() {
    let room = Room::with(&[("rich.ron", include_str!("../../exchange/rich.ron")), ("\x1b[31mred\u{202e}.ron", SHOP)]);
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
        let said = room.run(arguments);
        assert!(!said.out.contains(hostile), "{:?}", said.out);
        assert!(!said.err.contains(hostile), "{:?}", said.err);
    }
}

#[test]
fn colours_are_written_where_they_are_wanted() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    let coloured = |command: &mut assert_cmd::Command| said(command.args(["funnel", "shop.ron"])).out.contains('\x1b');
    assert!(!coloured(&mut room.command()), "no terminal, no colour");
    assert!(coloured(room.command().args(["--color", "always"])));
    assert!(coloured(room.command().args(["--color=always"]).env("NO_COLOR", "1")), "what is typed comes first");
    assert!(!coloured(room.command().args(["--color", "never"])));
    let bare = |text: &str| {
        let mut inside = false;
        let keep = |c: &char| {
            let kept = !inside && *c != '\x1b';
            inside = (inside || *c == '\x1b') && *c != 'm';
            kept
        };
        text.chars().filter(keep).collect::<String>()
    };
    let plain = room.run(&["funnel", "shop.ron"]).out;
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&bare(&room.run(&["--color", "always", "funnel", "shop.ron"]).out)), lines(&plain));
}

#[test]
fn the_configuration_chooses_the_language_before_the_environment_does() {
    let room = Room::with(&[
        ("here/config.ron", "(language: \"es\")"),
        ("xdg/periplo/config.ron", "(language: \"es\")"),
        ("broken/config.ron", "(lenguaje: \"es\")"),
    ]);
    let head = |command: &mut assert_cmd::Command| {
        let said = said(command.arg("templates"));
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        said.out.lines().next().unwrap_or_default().to_owned()
    };
    let with = |arguments: &[&str]| head(room.command().env("LANG", "en_GB.UTF-8").args(arguments));
    assert!(with(&[]).starts_with("name"));
    assert!(with(&["--config", "here"]).starts_with("nombre"));
    assert!(with(&["--config", "here", "--lang", "en"]).starts_with("name"));
    let folder = |name: &str| room.path().join(name);
    assert!(head(room.command().env("PERIPLO_CONFIG", folder("here"))).starts_with("nombre"));
    assert!(head(room.command().env("XDG_CONFIG_HOME", folder("xdg"))).starts_with("nombre"));

    let broken = room.run(&["--config", "broken", "templates"]);
    assert_eq!(broken.code, 0, "what the configuration lacks stops nobody");
    assert!(broken.out.starts_with("name"));
    assert!(broken.err.contains("lenguaje") && broken.err.contains("language"), "{}", broken.err);
    assert_fails(&room.run(&["--config", "nowhere", "templates"]), 2, "there is no such folder");
}
