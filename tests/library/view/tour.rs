//! The guided tour: every lesson can be read at every size.

use periplo::app::input::remap::remapped;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::model::tour::Lesson;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::view::layout::arrange;
use ratatui::layout::Rect;

use crate::support::{draw, press, screen};

/// Returns a state with the first lesson.
fn tour_state(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    update(&mut state, Msg::Begin(Opening::Tour));
    state
}

#[test]
fn every_lesson_is_complete_and_shows_its_keys_at_every_size() {
    for language in Language::ALL {
        for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50)] {
            let mut state = tour_state(language);
            for lesson in Lesson::ALL {
                let area =
                    arrange(&state, Rect::new(0, 0, width, height)).and_then(|all| all.tour).expect("enough space");
                let (buffer, _) = draw(&state, width, height);
                let rows: Vec<String> = (area.top()..area.bottom())
                    .map(|y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>())
                    .collect();
                let text = rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
                let texts = if lesson == Lesson::End { "end-skipped" } else { lesson.key() };
                let about = state.lang.lesson_about(texts);
                assert!(text.contains(&about), "{lesson:?} at {width}×{height}:\n{}", rows.join("\n"));
                assert!(text.contains(&state.lang.lesson(texts)), "{lesson:?} at {width}×{height}: {text}");
                assert!(!text.contains('…') && text.contains("F3"), "{lesson:?} at {width}×{height}: {text}");
                let board = arrange(&state, Rect::new(0, 0, width, height)).expect("enough space").stage;
                assert!(board.height >= 5, "the board stays visible: {board:?}");
                press(&mut state, "<f2>");
            }
        }
    }
}

#[test]
fn the_smallest_screens_show_the_keys_rather_than_the_description() {
    for (width, height) in [(60, 12), (40, 10)] {
        let mut state = tour_state(Language::English);
        assert!(screen(&state, width, height).contains("→ right"), "{}", screen(&state, width, height));
        press(&mut state, "<right><f2><f2>");
        assert!(screen(&state, width, height).contains("m critical"), "{}", screen(&state, width, height));
    }
}

#[test]
fn the_tour_names_remapped_keys() {
    let (keys, faults) = remapped("(board: (quick_entry: [\"f9\"]), tour: (end_tour: [\"f8\"]))");
    assert_eq!(faults, []);
    let mut state = tour_state(Language::English);
    state.keys = keys;
    press(&mut state, "<right>");
    let drawn = screen(&state, 80, 24);
    assert!(drawn.contains("F9 add › type") && drawn.contains("F8 end"), "{drawn}");
    press(&mut state, "<f8>");
    assert!(state.show.tour.is_none());
    // A key that has a meaning on the board is not shown as the key that skips a lesson.
    let (keys, faults) = remapped("(board: (undo: [\"f2\"]))");
    assert_eq!(faults, []);
    let mut state = tour_state(Language::English);
    state.keys = keys;
    assert!(!screen(&state, 80, 24).contains("F2 skip") && screen(&state, 80, 24).contains("skip"));
}

#[test]
fn the_tour_is_drawn_below_the_board() {
    for language in Language::ALL {
        let mut state = tour_state(language);
        press(&mut state, "<right>");
        super::assert_screen(format!("tour-80x24-{}", language.code()), screen(&state, 80, 24));
        press(&mut state, "a");
        super::assert_screen(format!("tour-adding-60x20-{}", language.code()), screen(&state, 60, 20));
        press(&mut state, "Asks<enter><esc>");
        super::assert_screen(format!("tour-120x40-{}", language.code()), screen(&state, 120, 40));
    }
}
