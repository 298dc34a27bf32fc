//! `config`, and what decides where several have a say.

use crate::cli::room::{Room, assert_fails, said};

/// The lines of `config show` with a setting on them.
fn shown(room: &Room, arguments: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let mut command = room.command();
    let said =
        said(command.args(["--config", "here", "config", "show"]).args(arguments).envs(variables.iter().copied()));
    assert_eq!(said.code, 0, "{}", said.err);
    let settings = said.out.lines().filter(|line| !line.trim_start().starts_with("//"));
    settings.map(|line| line.trim().to_owned()).collect()
}

const USUAL: [&str; 9] = [
    "(",
    "language: \"en\",",
    "theme: \"terminal\",",
    "ascii: false,",
    "mouse: true,",
    "density: \"comfortable\",",
    "start_screen: true,",
    "title: true,",
    ")",
];

#[test]
fn the_files_of_the_configuration_are_named() {
    let room = Room::with(&[("here/config.ron", "")]);
    let said = room.run(&["--config", "here", "config", "path"]);
    assert_eq!((said.code, said.out.as_str()), (0, "here/config.ron\nhere/keys.ron\n"));
    let usual = room.run(&["config", "path"]);
    assert_eq!(usual.out.lines().count(), 2, "{}", usual.out);
}

#[test]
fn the_settings_that_hold_are_shown_with_who_decided_them() {
    let room = Room::with(&[("here/config.ron", "(theme: \"dark\", mouse: false, title: false, language: \"es\")")]);
    let said = room.run(&["--config", "here", "config", "show"]);
    assert!(said.out.contains("De config.ron") && said.out.contains("De fábrica"), "{}", said.out);
    let mut expected = USUAL;
    expected[1] = "language: \"es\",";
    expected[2] = "theme: \"dark\",";
    expected[4] = "mouse: false,";
    expected[7] = "title: false,";
    assert_eq!(shown(&room, &[], &[]), expected);
    expected[1] = "language: \"en\",";
    assert_eq!(shown(&room, &["--lang", "en"], &[]), expected);
    expected[2] = "theme: \"none\",";
    assert_eq!(shown(&room, &["--lang", "en"], &[("NO_COLOR", "1")]), expected);
    assert_eq!(shown(&room, &["--lang", "en", "--color", "never"], &[]), expected);
    expected[2] = "theme: \"dark\",";
    assert_eq!(shown(&room, &["--lang", "en", "--color", "always"], &[("NO_COLOR", "1")]), expected);
}

#[test]
fn a_locale_with_another_encoding_asks_for_ascii_and_one_without_does_not() {
    let room = Room::with(&[("here/config.ron", ""), ("not/config.ron", "(ascii: false)")]);
    for (locale, ascii) in [
        ("en_GB.UTF-8", false),
        ("en_GB.utf8", false),
        ("en_GB.ISO-8859-1", true),
        ("C", false),
        ("C.UTF-8", false),
        ("", false),
    ] {
        let line = &shown(&room, &[], &[("LANG", locale)])[3];
        assert_eq!(line, &format!("ascii: {ascii},"), "{locale}");
    }
    assert_eq!(shown(&room, &[], &[("LANG", "en_GB.ISO-8859-1"), ("LC_CTYPE", "en_GB.UTF-8")])[3], "ascii: false,");
    let said = said(room.command().env("LANG", "en_GB.ISO-8859-1").args(["--config", "not", "config", "show"]));
    assert!(said.out.contains("ascii: false"), "{}", said.out);
}

#[test]
fn what_is_shown_is_a_configuration_again() {
    let room = Room::with(&[("here/config.ron", "(density: \"compact\")")]);
    let settings = room.run(&["--config", "here", "config", "show"]).out;
    let keys = room.run(&["--config", "here", "config", "keys"]).out;
    let copy = Room::with(&[("here/config.ron", &settings), ("here/keys.ron", &keys)]);
    let said = copy.run(&["--config", "here", "config", "check"]);
    assert_eq!((said.code, said.out.as_str()), (0, "here/config.ron: no faults\nhere/keys.ron: no faults\n"));
    assert_eq!(shown(&copy, &[], &[])[5], "density: \"compact\",");
    assert_eq!(copy.run(&["--config", "here", "config", "keys"]).out, keys);
}

#[test]
fn the_keys_that_hold_are_printed_with_their_words_in_both_languages() {
    let room = Room::with(&[("here/keys.ron", "(board: (quick_entry: [\"insert\"]))")]);
    let english = room.run(&["--config", "here", "config", "keys"]).out;
    assert!(
        english.contains("quick_entry: [\"insert\"],") && english.contains("// Add touchpoints below"),
        "{english}"
    );
    let spanish = room.run(&["--config", "here", "config", "keys", "--lang", "es"]).out;
    assert!(spanish.contains("quick_entry: [\"insert\"],") && spanish.contains("// El tablero"), "{spanish}");
}

#[test]
fn faults_of_both_files_are_pictured_and_found() {
    let room =
        Room::with(&[("here/config.ron", "(theme: dark)\n"), ("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let said = room.run(&["--config", "here", "config", "check"]);
    assert_eq!(said.code, 1);
    for words in ["here/config.ron:1:9", "expected `\"dark\"`", "here/keys.ron:1:17", "did you mean `ctrl-z`?"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert_eq!(said.err, "", "each fault is said once");
    let missing = Room::with(&[("here/other.txt", "")]).run(&["--config", "here", "config", "check"]);
    assert_eq!((missing.code, missing.out.matches("not there").count()), (0, 2), "{}", missing.out);
    let folder = Room::with(&[("here/keys.ron/a.txt", "")]).run(&["--config", "here", "config", "check"]);
    assert_eq!(folder.code, 1);
    assert!(folder.out.contains("is a folder"), "{}", folder.out);
}

#[test]
fn other_commands_tell_of_faulty_settings_and_leave_keys_to_the_editor() {
    let room =
        Room::with(&[("here/config.ron", "(theme: dark)\n"), ("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let said = room.run(&["--config", "here", "templates"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("expected `\"dark\"`") && !said.err.contains("ctrl-z"), "{}", said.err);
}

#[test]
fn what_is_for_the_editor_does_not_go_with_a_command() {
    let room = Room::new();
    for arguments in
        [&["--ascii", "templates"][..], &["--theme", "dark", "templates"], &["--no-mouse", "config", "path"]]
    {
        assert_fails(&room.run(arguments), 2, "are for the editor; of all commands they go with tour alone");
    }
    for command in ["templates", "tour"] {
        let said = room.run(&["shop.ron", command]);
        assert_fails(&said, 2, "FILE opens the editor and does not go with a command");
        assert!(!said.err.contains("--theme"), "{}", said.err);
    }
    assert_fails(&room.run(&["--theme", "purple"]), 2, "terminal, light, dark, high-contrast, none");
}

#[test]
fn the_keys_are_listed_with_the_faults_of_their_file_on_standard_error() {
    let room = Room::with(&[("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let said = room.run(&["--config", "here", "config", "keys"]);
    assert_eq!(said.code, 0, "as for the settings: what holds is told");
    assert!(said.err.contains("here/keys.ron:1:17") && !said.out.contains("keys.ron:1:17"), "{}", said.err);
}
