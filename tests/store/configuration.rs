//! The configuration is read as strictly as a map.

use std::fs;

use periplo::app::picture::refused_open;
use periplo::lang::{Lang, Language};
use periplo::store::config::{self, Configuration, LANGUAGES};
use periplo::store::disk::configuration;

#[test]
fn the_configuration_knows_the_languages_of_the_interface() {
    assert_eq!(LANGUAGES, Language::ALL.map(Language::code));
}

#[test]
fn a_configuration_may_ask_for_a_language() {
    for text in ["(language: \"es\")", "\u{feff}// mine\r\n(\r\n    language: Some(\"es\"),\r\n)"] {
        let asked = config::parse(text).unwrap();
        assert_eq!(asked.language.map(|language| language.code()), Some("es"));
    }
    for text in ["", "\n", "()", "(language: None)"] {
        assert_eq!(config::parse(text), Ok(Configuration::default()));
    }
}

#[test]
fn a_configuration_that_is_not_there_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let asked = configuration(&folder.path().join("config.ron")).unwrap();
    assert_eq!(asked, Configuration::default());
}

#[test]
fn what_is_wrong_in_a_configuration_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    fs::write(&path, "(\n    language: \"español\",\n    lenguage: \"es\",\n)\n").unwrap();
    let error = configuration(&path).unwrap_err();
    let said = refused_open(&Lang::new(Language::English), "config.ron", &error, false);
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
    assert_eq!(said, expected);
}
