//! The pictures and key lists of the documents, kept true: made from the real program and compared.
//!
//! `PERIPLO_BLESS=1 cargo test --test library docs` writes them anew.
#![expect(clippy::disallowed_methods, reason = "documents are read and written where they stand")]

use std::fmt::Write;
use std::path::PathBuf;

use crate::support::{draw, press, with_template};
use periplo::app::input::{keys_text as text, remap};
use periplo::app::model::context::Context;
use periplo::app::model::keymap::Keymap;
use periplo::lang::{Lang, Language};
use periplo::store::Template;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a file with what it should hold, or writes it when that is asked.
fn keep(path: &str, expected: &str) {
    let path = root().join(path);
    if std::env::var_os("PERIPLO_BLESS").is_some() {
        std::fs::write(&path, expected).expect("written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} is out of date: PERIPLO_BLESS=1 cargo test --test library docs", path.display());
}

/// Every binding as Markdown tables, one for each context.
fn key_tables(language: Language) -> String {
    let lang = Lang::new(language);
    let keymap = Keymap::default();
    let mut text = String::new();
    for context in Context::ALL {
        let _ = writeln!(text, "\n**{}**\n\n| | |\n| --- | --- |", lang.context(context.key()));
        for binding in keymap.bindings(context) {
            let keys: Vec<_> = binding.keys.iter().map(|&key| format!("`{}`", lang.key(key))).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), lang.action_about(binding.action.key()));
        }
    }
    text
}

#[test]
fn the_key_list_is_that_of_the_program() {
    for language in Language::ALL {
        let (file, heading) = match language {
            Language::English => ("assets/keys.md", "# Keys"),
            Language::Spanish => ("assets/keys.es.md", "# Teclas"),
        };
        keep(file, &format!("{heading}\n{}", key_tables(language)));
    }
}

#[test]
fn the_file_of_keys_is_that_of_the_program_and_is_read_back_as_it() {
    for language in Language::ALL {
        let file = match language {
            Language::English => "assets/keys.ron",
            Language::Spanish => "assets/keys.es.ron",
        };
        let written = text::text(&Lang::new(language), &Keymap::default());
        keep(file, &written);
        assert!(remap::remapped(&written) == (Keymap::default(), Vec::new()), "{file}");
    }
}

/// A picture of the documents: its name, the map, the keys that lead to what it shows, and its size in cells.
const PICTURES: [(&str, Template, &str, u16, u16); 4] = [
    ("board", Template::Travel, "jj", 120, 36),
    ("funnel", Template::Travel, "<Tab>jjj>>>>>", 120, 36),
    ("review", Template::Retail, "Rj", 104, 30),
    ("presentation", Template::Travel, "Plll221t5<Enter>", 104, 30),
];

#[test]
fn the_pictures_are_those_of_the_program() {
    for language in Language::ALL {
        for (name, template, keys, width, height) in PICTURES {
            let mut state = with_template(template, language);
            press(&mut state, keys);
            let (buffer, _) = draw(&state, width, height);
            let title = format!("Periplo: {}", state.map().header().title);
            keep(&format!("assets/{name}.{}.svg", language.code()), &crate::svg::picture(&buffer, &title));
        }
    }
}

#[test]
fn both_readmes_tell_of_every_key_of_the_board() {
    for (file, language) in [("README.md", Language::English), ("README.es.md", Language::Spanish)] {
        let readme = std::fs::read_to_string(root().join(file)).expect("a README");
        let (head, rest) = readme.split_once("<!-- keys -->\n").expect("the mark before the keys");
        let (_, tail) = rest.split_once("<!-- /keys -->").expect("the mark behind the keys");
        let board = key_tables(language);
        let board = board.split("\n**").nth(1).map(|table| format!("**{}", table.trim_end())).expect("a table");
        let board = board.split_once("\n\n").map(|(_, table)| table).expect("its rows");
        keep(file, &format!("{head}<!-- keys -->\n{board}\n<!-- /keys -->{tail}"));
    }
}
