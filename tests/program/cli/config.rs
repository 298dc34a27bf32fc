//! `periplo config`, and which source decides each setting.

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};

/// Returns the lines of `config show` that contain settings.
fn shown(sandbox: &Sandbox, arguments: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let mut command = sandbox.command();
    let result = run_command(
        command.args(["--config", "here", "config", "show"]).args(arguments).envs(variables.iter().copied()),
    );
    assert_eq!(result.code, 0, "{}", result.stderr);
    let settings = result.stdout.lines().filter(|line| !line.trim_start().starts_with("//"));
    settings.map(|line| line.trim().to_owned()).collect()
}

const DEFAULTS: [&str; 11] = [
    "(",
    "language: \"en\",",
    "theme: \"terminal\",",
    "ascii: false,",
    "mouse: true,",
    "density: \"comfortable\",",
    "start_screen: true,",
    "title: true,",
    "live: false,",
    "escape_time: 30,",
    ")",
];

#[test]
fn config_path_prints_both_files() {
    let sandbox = Sandbox::with(&[("here/config.ron", "")]);
    let result = sandbox.run(&["--config", "here", "config", "path"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "here/config.ron\nhere/keys.ron\n"));
    let default = sandbox.run(&["config", "path"]);
    assert_eq!(default.stdout.lines().count(), 2, "{}", default.stdout);
}

#[test]
fn the_settings_in_force_are_shown_with_their_origin() {
    let sandbox = Sandbox::with(&[(
        "here/config.ron",
        "(theme: \"dark\", mouse: false, title: false, language: \"es\", escape_time: 100)",
    )]);
    let result = sandbox.run(&["--config", "here", "config", "show"]);
    assert!(result.stdout.contains("De config.ron") && result.stdout.contains("Por defecto"), "{}", result.stdout);
    let mut expected = DEFAULTS;
    expected[1] = "language: \"es\",";
    expected[2] = "theme: \"dark\",";
    expected[4] = "mouse: false,";
    expected[7] = "title: false,";
    expected[9] = "escape_time: 100,";
    assert_eq!(shown(&sandbox, &[], &[]), expected);
    expected[1] = "language: \"en\",";
    assert_eq!(shown(&sandbox, &["--lang", "en"], &[]), expected);
    expected[2] = "theme: \"none\",";
    assert_eq!(shown(&sandbox, &["--lang", "en"], &[("NO_COLOR", "1")]), expected);
    assert_eq!(shown(&sandbox, &["--lang", "en", "--color", "never"], &[]), expected);
    expected[2] = "theme: \"dark\",";
    assert_eq!(shown(&sandbox, &["--lang", "en", "--color", "always"], &[("NO_COLOR", "1")]), expected);
}

#[test]
fn only_a_locale_with_another_encoding_turns_on_ascii() {
    let sandbox = Sandbox::with(&[("here/config.ron", ""), ("not/config.ron", "(ascii: false)")]);
    for (locale, ascii) in [
        ("en_GB.UTF-8", false),
        ("en_GB.utf8", false),
        ("en_GB.ISO-8859-1", true),
        ("C", false),
        ("C.UTF-8", false),
        ("", false),
    ] {
        let line = &shown(&sandbox, &[], &[("LANG", locale)])[3];
        assert_eq!(line, &format!("ascii: {ascii},"), "{locale}");
    }
    assert_eq!(shown(&sandbox, &[], &[("LANG", "en_GB.ISO-8859-1"), ("LC_CTYPE", "en_GB.UTF-8")])[3], "ascii: false,");
    let result =
        run_command(sandbox.command().env("LANG", "en_GB.ISO-8859-1").args(["--config", "not", "config", "show"]));
    assert!(result.stdout.contains("ascii: false"), "{}", result.stdout);
}

#[test]
fn the_output_of_config_show_and_keys_is_a_valid_configuration() {
    let sandbox = Sandbox::with(&[("here/config.ron", "(density: \"compact\")")]);
    let settings = sandbox.run(&["--config", "here", "config", "show"]).stdout;
    let keys = sandbox.run(&["--config", "here", "config", "keys"]).stdout;
    let copy = Sandbox::with(&[("here/config.ron", &settings), ("here/keys.ron", &keys)]);
    let result = copy.run(&["--config", "here", "config", "check"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "here/config.ron: no faults\nhere/keys.ron: no faults\n"));
    assert_eq!(shown(&copy, &[], &[])[5], "density: \"compact\",");
    assert_eq!(copy.run(&["--config", "here", "config", "keys"]).stdout, keys);
}

#[test]
fn the_keys_in_force_are_printed_with_descriptions_in_both_languages() {
    let sandbox = Sandbox::with(&[("here/keys.ron", "(board: (quick_entry: [\"insert\"]))")]);
    let english = sandbox.run(&["--config", "here", "config", "keys"]).stdout;
    assert!(
        english.contains("quick_entry: [\"insert\"],") && english.contains("// Add touchpoints below"),
        "{english}"
    );
    let spanish = sandbox.run(&["--config", "here", "config", "keys", "--lang", "es"]).stdout;
    assert!(spanish.contains("quick_entry: [\"insert\"],") && spanish.contains("// El tablero"), "{spanish}");
}

#[test]
fn config_check_explains_the_faults_of_both_files() {
    let sandbox =
        Sandbox::with(&[("here/config.ron", "(theme: dark)\n"), ("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let result = sandbox.run(&["--config", "here", "config", "check"]);
    assert_eq!(result.code, 1);
    for words in ["here/config.ron:1:9", "expected `\"dark\"`", "here/keys.ron:1:17", "did you mean `ctrl-z`?"] {
        assert!(result.stdout.contains(words), "{words}: {}", result.stdout);
    }
    assert_eq!(result.stderr, "", "each fault is reported once");
    let missing = Sandbox::with(&[("here/other.txt", "")]).run(&["--config", "here", "config", "check"]);
    assert_eq!((missing.code, missing.stdout.matches("not there").count()), (0, 2), "{}", missing.stdout);
    let folder = Sandbox::with(&[("here/keys.ron/a.txt", "")]).run(&["--config", "here", "config", "check"]);
    assert_eq!(folder.code, 1);
    assert!(folder.stdout.contains("is a folder"), "{}", folder.stdout);
}

#[test]
fn other_commands_report_faulty_settings_but_not_faulty_keys() {
    let sandbox =
        Sandbox::with(&[("here/config.ron", "(theme: dark)\n"), ("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let result = sandbox.run(&["--config", "here", "templates"]);
    assert_eq!(result.code, 0);
    assert!(result.stderr.contains("expected `\"dark\"`") && !result.stderr.contains("ctrl-z"), "{}", result.stderr);
}

#[test]
fn options_of_the_editor_are_refused_with_commands() {
    let sandbox = Sandbox::new();
    for arguments in
        [&["--ascii", "templates"][..], &["--theme", "dark", "templates"], &["--no-mouse", "config", "path"]]
    {
        assert_fails(&sandbox.run(arguments), 2, "are for the editor and do not go with commands, except for tour");
    }
    for command in ["templates", "tour"] {
        let result = sandbox.run(&["shop.ron", command]);
        assert_fails(&result, 2, "FILE opens the editor and does not go with a command");
        assert!(!result.stderr.contains("--theme"), "{}", result.stderr);
    }
    assert_fails(&sandbox.run(&["--theme", "purple"]), 2, "terminal, light, dark, high-contrast, none");
}

#[test]
fn config_keys_reports_faults_on_standard_error() {
    let sandbox = Sandbox::with(&[("here/keys.ron", "(board: (undo: [\"Ctrl+Z\"]))\n")]);
    let result = sandbox.run(&["--config", "here", "config", "keys"]);
    assert_eq!(result.code, 0, "the keys in force are printed anyway");
    assert!(
        result.stderr.contains("here/keys.ron:1:17") && !result.stdout.contains("keys.ron:1:17"),
        "{}",
        result.stderr
    );
}
