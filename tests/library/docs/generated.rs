//! The key lists and pictures of the documents are those of the program.
//!
//! `PERIPLO_BLESS=1 cargo test --test library docs` writes them anew.

use std::fmt::Write;
use std::path::PathBuf;

use crate::app::room::OpenRoom;
use crate::documents::root;
use crate::support::{draw, press, with_template};
use periplo::app::input::{keys_text, remap};
use periplo::app::model::context::Context;
use periplo::app::model::keymap::Keymap;
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::Template;

/// Compares a file with what it should hold, or writes it if `PERIPLO_BLESS` is set.
fn keep(path: &str, expected: &str) {
    let path = root().join(path);
    if std::env::var_os("PERIPLO_BLESS").is_some() {
        std::fs::write(&path, expected).expect("written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} is out of date: PERIPLO_BLESS=1 cargo test --test library docs", path.display());
}

const KEYS: &str = "# Keys

*[En español](es/keys.md)*

Every key in every place. This list is generated from the program. You can [change any key](configuration.md#keysron);
[keys.ron](keys.ron) holds the same list in the form of the configuration file.
";

const TECLAS: &str = "# Teclas

*[In English](../keys.md)*

Todas las teclas en cada lugar. Esta lista se genera a partir del programa. Puedes [cambiar cualquier
tecla](configuration.md#keysron); [keys.ron](keys.ron) contiene la misma lista con la forma del archivo de configuración.
";

/// Returns a table of bindings for each context.
fn key_tables(language: Language) -> String {
    let lang = Lang::new(language);
    let keymap = Keymap::default();
    let heading = match language {
        Language::English => "| key | action |",
        Language::Spanish => "| tecla | acción |",
    };
    let mut text = String::new();
    for context in Context::ALL {
        let _ = writeln!(text, "\n## {}\n\n{heading}\n| --- | --- |", lang.context(context.name()));
        for binding in keymap.bindings(context) {
            let keys: Vec<_> = binding.keys.iter().map(|&key| format!("`{}`", lang.key(key))).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), lang.action_about(binding.action.name()));
        }
    }
    text
}

#[test]
fn the_key_list_is_that_of_the_program() {
    for language in Language::ALL {
        let (file, beginning) = match language {
            Language::English => ("docs/keys.md", KEYS),
            Language::Spanish => ("docs/es/keys.md", TECLAS),
        };
        keep(file, &format!("{beginning}{}", key_tables(language)));
    }
}

#[test]
fn the_file_of_keys_is_that_of_the_program_and_is_read_back_as_it() {
    for language in Language::ALL {
        let file = match language {
            Language::English => "docs/keys.ron",
            Language::Spanish => "docs/es/keys.ron",
        };
        let written = keys_text::text(&Lang::new(language), &Keymap::default());
        keep(file, &written);
        assert!(remap::remapped(&written) == (Keymap::default(), Vec::new()), "{file}");
    }
}

/// A picture: its name, the map, the keys that lead to what it shows, and its size in cells.
const PICTURES: [(&str, Template, &str, u16, u16); 4] = [
    ("board", Template::Travel, "jj", 120, 36),
    ("funnel", Template::Travel, "<Tab>jjj>>>>>", 120, 36),
    ("review", Template::Retail, "Rj", 104, 30),
    ("presentation", Template::Travel, "Plll665t5<Enter>", 104, 30),
];

#[test]
fn the_pictures_are_those_of_the_program() {
    for language in Language::ALL {
        for (name, template, keys, width, height) in PICTURES {
            let mut state = with_template(template, language);
            press(&mut state, keys);
            keep_picture(name, &state, (width, height));
        }
        keep_picture("room", &room(language, "s").state, (120, 36));
        keep_picture("room-code", &room(language, "Psc").state, (104, 30));
    }
}

fn keep_picture(name: &str, state: &State, (width, height): (u16, u16)) {
    let (buffer, _) = draw(state, width, height);
    let title = format!("Periplo: {}", state.map().header().title);
    let path = format!("docs/pictures/{name}.{}.svg", state.lang.language().code());
    keep(&path, &crate::svg::picture(&buffer, &title));
}

/// Returns an open room of the travel map into which twelve people have written.
fn room(language: Language, keys: &str) -> OpenRoom {
    let mut state = with_template(Template::Travel, language);
    state.session.file = Some(OpenFile::not_yet_saved(PathBuf::from("travel.ron")));
    let mut room = OpenRoom::on(state, 12);
    room.press(keys);
    let (before, during, after) = (Phase::Before, Phase::During, Phase::After);
    let lines = match language {
        Language::English => [
            (before, "Asks a colleague who flew last week #off"),
            (before, "Gets an advert right after searching #on :("),
            (before, "asks a colleague who flew last week #off"),
            (during, "Cannot find the price with luggage :'("),
            (during, "Calls, since the site does not say #on"),
            (after, "Looks for the gate in three apps #prod"),
        ],
        Language::Spanish => [
            (before, "Pregunta a un colega que voló hace poco #off"),
            (before, "Ve un anuncio justo tras buscar #on :("),
            (before, "pregunta a un colega que voló hace poco #off"),
            (during, "No encuentra el precio con maleta :'("),
            (during, "Llama, porque la web no lo dice #on"),
            (after, "Busca la puerta en tres aplicaciones #prod"),
        ],
    };
    for (from, (phase, line)) in (0..).zip(lines) {
        room.write(from, "a", phase, line);
    }
    room
}

#[test]
fn the_cheat_sheets_name_only_keys_that_exist() {
    for (file, language) in
        [("docs/cheat-sheet.html", Language::English), ("docs/es/cheat-sheet.html", Language::Spanish)]
    {
        let lang = Lang::new(language);
        let keymap = Keymap::default();
        let bindings = Context::ALL.iter().flat_map(|&context| keymap.bindings(context));
        let known: Vec<_> = bindings.flat_map(|binding| binding.keys.iter().map(|&key| lang.key(key))).collect();
        let text = std::fs::read_to_string(root().join(file)).expect(file);
        let mut keys = text.split("<kbd>").skip(1).filter_map(|rest| rest.split("</kbd>").next()).peekable();
        assert!(keys.peek().is_some(), "{file} names no keys");
        for key in keys {
            let key = key.replace("&lt;", "<").replace("&gt;", ">");
            assert!(known.contains(&key), "{file}: there is no key {key}");
        }
    }
}
