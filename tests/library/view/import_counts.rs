//! Screens of the preview of counts that go into the reaches of the open map.

use periplo::lang::{Lang, Language};

use crate::app::import::press_answered;
use crate::app::import_counts::{FUNNEL, MAP, dropped};
use crate::support::{draw, screen};

#[test]
fn previews_of_counts_look_as_before() {
    for language in Language::ALL {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut state = dropped(MAP, "funnel.csv", FUNNEL);
            state.lang = Lang::new(language);
            press_answered(&mut state, "ii<Tab>j");
            let mut screens = screen(&state, width, height);
            press_answered(&mut state, "<Right>jx");
            screens += &screen(&state, width, height);
            press_answered(&mut state, "<Tab>");
            screens += &screen(&state, width, height);
            insta::assert_snapshot!(format!("import_counts_{}_{width}x{height}", language.code()), screens);
        }
    }
}

#[test]
fn no_size_of_a_preview_of_counts_panics() {
    let mut state = dropped(MAP, "funnel.csv", FUNNEL);
    press_answered(&mut state, "ii<Tab>");
    for keys in ["", "G", "g", "j<Right>"] {
        press_answered(&mut state, keys);
        for width in (1..130).step_by(7) {
            for height in 1..30 {
                draw(&state, width, height);
            }
        }
    }
}
