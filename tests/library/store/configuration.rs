//! The configuration: valid settings, and messages for invalid ones.

use std::fs;

use periplo::app::faults::refusal::refused_open;
use periplo::lang::{Lang, Language};
use periplo::store::config::{self, Configuration, Density, LANGUAGES, ThemeName};
use periplo::store::disk::{load_configuration, read_settings_text};
use periplo::store::{OpenError, Problem};

#[test]
fn the_configuration_accepts_the_languages_of_the_interface() {
    assert_eq!(LANGUAGES, Language::ALL.map(Language::code));
}

#[test]
fn a_configuration_can_set_the_language() {
    for text in ["(language: \"es\")", "\u{feff}// mine\r\n(\r\n    language: Some(\"es\"),\r\n)"] {
        let (settings, faults) = config::parse(text);
        assert_eq!(faults, []);
        assert_eq!(settings.language.map(|language| language.code()), Some("es"));
    }
    for text in ["", "\n", "()", "(language: None, ascii: None)", "// (theme: \"dark\")\n"] {
        assert_eq!(config::parse(text), (Configuration::default(), Vec::new()));
    }
}

#[test]
fn a_missing_configuration_sets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, error) = load_configuration(&folder.path().join("config.ron"));
    assert_eq!(settings, Configuration::default());
    assert!(error.is_none());
}

#[test]
fn the_faults_of_a_configuration_are_shown_with_their_lines() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    fs::write(&path, "(\n    language: \"español\",\n    lenguage: \"es\",\n)\n").unwrap();
    let error = load_configuration(&path).1.expect("an error");
    let message = refused_open(&Lang::new(Language::English), "config.ron", &error, false);
    let expected = "\
error: `language` cannot be `español`
 --> config.ron:2:15
  |
2 |     language: \"español\",
  |               ^^^^^^^^^ expected en or es
  = help: did you mean `es`?

error: the configuration has no setting `lenguage`
 --> config.ron:3:5
  |
3 |     lenguage: \"es\",
  |     ^^^^^^^^ unknown
  = help: did you mean `language`?
";
    assert_eq!(message, expected);
}

#[test]
fn the_time_of_the_esc_key_is_a_whole_number() {
    let problem = |text: &str| config::parse(text).1.remove(0).problem;
    assert_eq!(problem("(escape_time: -5)"), Problem::Negative { field: "escape_time" });
    assert_eq!(problem("(escape_time: 2.5)"), Problem::NotWhole { field: "escape_time" });
}

#[test]
fn all_settings_can_be_set_at_once() {
    let text = "#![enable(implicit_some)]\nConfiguration(language: \"es\", theme: \"high-contrast\", ascii: true, mouse: false, \
                density: \"compact\", start_screen: false, title: false, escape_time: 50)";
    let (settings, faults) = config::parse(text);
    assert_eq!(faults, []);
    assert_eq!((settings.theme, settings.density), (Some(ThemeName::HighContrast), Some(Density::Compact)));
    assert_eq!((settings.ascii, settings.mouse, settings.start_screen), (Some(true), Some(false), Some(false)));
    assert_eq!((settings.title, settings.escape_time), (Some(false), Some(50)));
    for theme in ThemeName::ALL {
        assert_eq!(config::parse(&format!("(theme: {:?})", theme.key())).0.theme, Some(theme));
    }
}

#[test]
fn valid_settings_apply_despite_faults_elsewhere() {
    for text in [
        "(theme: \"dark\", colour: \"red\", mouse: false)",
        "(theme: \"dark\", mouse: false, density: \"dense\")",
        "(theme: \"dark\", mouse: false, language: 5)",
        "(theme: \"dark\", mouse: false, ascii: \"no\")",
        "(theme: \"dark\" mouse: false)",
        "(theme: \"dark\", mouse: false, theme: \"light\")",
        "(theme: \"dark\", mouse: false",
        "(theme: \"dark\", mouse: false, ascii: true)) more",
        "\u{feff}(\r\n  theme: \"dark\",\r\n  mouse: false,\r\n  ascii: yes,\r\n)",
    ] {
        let (settings, faults) = config::parse(text);
        assert!(!faults.is_empty(), "{text}");
        assert_eq!((settings.theme, settings.mouse), (Some(ThemeName::Dark), Some(false)), "{text}");
    }
}

#[test]
fn a_misspelt_word_gets_a_suggestion() {
    let problem = |text: &str| config::parse(text).1.remove(0).problem;
    let unquoted = Problem::UnquotedWord { field: "theme", word: "dark" };
    assert_eq!(problem("(theme: dark)"), unquoted);
    assert_eq!(problem("(theme: Dark)"), unquoted);
    for (written, meant) in [("darkk", "dark"), ("High contrast", "high-contrast"), ("Light", "light")] {
        let Problem::UnknownWord { suggestion, .. } = problem(&format!("(theme: {written:?})")) else {
            panic!("{written}")
        };
        assert_eq!(suggestion, Some(meant));
    }
    assert!(matches!(problem("(mouse: \"true\")"), Problem::QuotedWord { word: "true", .. }));
    assert!(matches!(problem("(mouse: yes)"), Problem::UnknownWord { suggestion: Some("true"), .. }));
    assert!(matches!(problem("(startscreen: true)"), Problem::UnknownField { suggestion: Some("start_screen"), .. }));
    assert_eq!(problem("{\"theme\": \"dark\"}"), Problem::NotSettings);
    assert_eq!(problem("theme = dark"), Problem::NotSettings);
}

#[test]
fn unusable_files_are_reported_and_not_fatal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    let mut errors = Vec::new();
    let mut load = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let (settings, error) = load_configuration(&path);
        assert_eq!(settings, Configuration::default());
        errors.push(error);
    };
    load(b"");
    load(b"\xef\xbb\xbf\r\n");
    load(b"(theme: \"d\xe4rk\")");
    load(b"(theme: \"dark\0\")");
    load(&vec![b' '; 2 << 20]);
    load("(".repeat(60_000).as_bytes());
    load(format!("(theme: {:?})", "dark".repeat(15_000)).as_bytes());
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    errors.push(load_configuration(&path).1);
    assert!(
        matches!(
            errors[..],
            [
                None,
                None,
                Some(OpenError::NotText { .. }),
                Some(OpenError::NotText { .. }),
                Some(OpenError::TooLarge { .. }),
                Some(OpenError::Invalid { .. }),
                Some(OpenError::Invalid { .. }),
                Some(OpenError::NotAFile(_)),
            ]
        ),
        "{errors:?}"
    );
    for error in errors.iter().flatten() {
        for language in Language::ALL {
            let message = refused_open(&Lang::new(language), "config.ron", error, false);
            assert!(message.contains("config.ron") && message.len() < 2_000, "{message}");
        }
    }
    assert!(matches!(read_settings_text(&path), Err(OpenError::NotAFile(_))));
}

#[cfg(unix)]
#[test]
fn an_unreadable_configuration_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    fs::write(&path, "(theme: \"dark\")").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let (settings, error) = load_configuration(&path);
    // Root can read the file in spite of its mode.
    assert_eq!(settings == Configuration::default(), matches!(error, Some(OpenError::Unreadable(_))));
    let circle = folder.path().join("circle.ron");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    assert!(matches!(load_configuration(&circle).1, Some(OpenError::Unreadable(_))));
}
