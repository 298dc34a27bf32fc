//! Screens of the preview of a file that is taken in, at several sizes and in both languages.

use std::fs;

use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};

use crate::app::import::{answer, press_answered};
use crate::support::{draw, screen};

const CARDS: &str = "ID,Text,BG Color,Position X,Area,Tags\n\
    3,Pays at the desk,#FEBBBE,900,Purchase,\n\
    1,Asks a neighbour & a friend,#FCF281,120,Discover,quote\n\
    2,\"Says \"\"too dear\"\" and nobody knows whether the delivery comes before the weekend\",#FCF281,420,Discover,price\n\
    ,Total,,,,\n\
    4,Waits at home,#FEBBBE,1200,Settling in,\n";

/// Returns the preview of a file with this content.
fn preview(name: &str, content: &str, language: Language) -> State {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file");
    let mut state = State::new(Lang::new(language), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Map(path)));
    answer(&mut state, effects);
    state
}

#[test]
fn previews_look_as_before() {
    for language in Language::ALL {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut state = preview("cards.csv", CARDS, language);
            let mut screens = screen(&state, width, height);
            press_answered(&mut state, "jj<Right>");
            screens += &screen(&state, width, height);
            press_answered(&mut state, "<Tab>j");
            screens += &screen(&state, width, height);
            let mut refused = preview("paths.csv", "A,B,C\n1,2,3\n", language);
            press_answered(&mut refused, "j");
            screens += &screen(&refused, width, height);
            insta::assert_snapshot!(format!("import_{}_{width}x{height}", language.code()), screens);
        }
    }
}

#[test]
fn no_size_and_no_file_panics() {
    let fixtures = [("cards.csv", CARDS), ("list.txt", "One\nTwo\n\nThree\nFour\n"), ("a.md", "# A\n"), ("e.csv", "")];
    for (name, content) in fixtures {
        let mut state = preview(name, content, Language::Spanish);
        for keys in ["", "j", "G", "<Right>", "<Tab>", "G"] {
            press_answered(&mut state, keys);
            for width in (1..130).step_by(7) {
                for height in 1..30 {
                    draw(&state, width, height);
                }
            }
        }
    }
}
