//! Tests of the widened phase: its column takes most of the width, and the others become narrow rails.

use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, Gesture, Pointer, PointerTarget};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Phase, Place};
use periplo::store::Template;
use periplo::view::{layout, target_at};
use ratatui::layout::{Position, Rect};

use crate::support::{empty, names, press, screen, with_template};

const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50)];

/// Returns the widths of the columns at a size.
fn widths(state: &State, (columns, rows): (u16, u16)) -> Vec<u16> {
    let arrangement = layout::arrange(state, Rect::new(0, 0, columns, rows)).expect("room");
    arrangement.columns.iter().map(|(_, column)| column.width).collect()
}

#[test]
fn the_selected_phase_takes_most_of_the_width_and_the_others_keep_names_and_counts() {
    for language in Language::ALL {
        for size in SIZES {
            let mut state = with_template(Template::Retail, language);
            press(&mut state, "z");
            for phase in Phase::ALL {
                let widths = widths(&state, size);
                let here = widths[phase.index()];
                assert!(widths.iter().filter(|&&width| width < here).count() == 2, "{size:?} {phase:?} {widths:?}");
                assert!(2 * here >= widths.iter().sum::<u16>(), "{size:?} {widths:?}");
                let shown = screen(&state, size.0, size.1);
                for other in Phase::ALL {
                    let head = format!("{} {}", state.lang.phase(other), state.map().phase(other).len());
                    assert!(shown.contains(&head), "{size:?} {head}\n{shown}");
                }
                press(&mut state, "l");
            }
            press(&mut state, "z");
            let widths = widths(&state, size);
            assert!(widths.iter().max().zip(widths.iter().min()).is_some_and(|(most, least)| most - least <= 1));
        }
    }
}

#[test]
fn a_wide_card_shows_every_field_of_its_touchpoint() {
    let mut state = empty(Language::English);
    press(&mut state, "aAsks a friend @chat =1200 :)<Enter><Esc>e");
    let texts = [
        ("context", "in a hurry"),
        ("need", "an honest word"),
        ("value", "somebody who listens"),
        ("pain", "nobody answers"),
        ("action", "answer within the hour"),
        ("owner", "Ana"),
        ("kpi", "minutes to the answer"),
        ("actors", "the friend"),
    ];
    for (key, text) in texts {
        let Some(periplo::app::model::dialog::Dialog::Form(form)) = state.dialogs.last_mut() else { panic!("a form") };
        form.focus = form.rows.iter().position(|row| row.key == key).expect("a field");
        press(&mut state, text);
    }
    press(&mut state, "<ctrl-s><Esc>");
    let before = screen(&state, 80, 24);
    press(&mut state, "z");
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
        let shown = screen(&state, width, height);
        for (key, text) in texts {
            assert!(shown.contains(text), "{key} at {width}x{height}\n{shown}");
        }
    }
    assert!(!before.contains("minutes to the answer"));
    press(&mut state, "t");
    assert!(!screen(&state, 200, 50).contains("nobody answers"), "a compact card takes one line in a wide column too");
}

#[test]
fn escape_drops_the_marks_then_the_wide_column_then_the_filter() {
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, "f#off<Enter>z<Space>");
    press(&mut state, "<Esc>");
    assert!(state.board.marked.is_empty() && state.board.widened && state.board.filter.is_some());
    press(&mut state, "<Esc>");
    assert!(!state.board.widened && state.board.filter.is_some());
    press(&mut state, "<Esc>");
    assert!(state.board.filter.is_none());
    press(&mut state, "<Esc>");
    assert!(state.message.is_some(), "a message says that nothing is left to drop");
}

#[test]
fn a_card_is_dragged_into_a_rail_and_a_click_there_widens_that_phase() {
    let (columns, rows) = (100, 30);
    let area = Rect::new(0, 0, columns, rows);
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, "z");
    let find = |state: &State, place: Place| {
        let cells = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y)));
        let shows_card = |&(x, y): &(u16, u16)| matches!(target_at(state, area, Position::new(x, y)), Some(PointerTarget::Board(BoardTarget::Card { place: at, .. })) if at == place);
        cells.into_iter().find(shows_card).expect("the card is visible")
    };
    let point = |state: &mut State, gesture, at: (u16, u16)| {
        let target = target_at(state, area, Position::from(at));
        update(state, Msg::Pointer(Pointer { gesture, target, at }));
    };
    let first = names(state.map(), Phase::Before)[0].clone();
    let (from, to) = (find(&state, Place::new(Phase::Before, 0)), find(&state, Place::new(Phase::After, 0)));
    point(&mut state, Gesture::Press, from);
    point(&mut state, Gesture::Drag, to);
    point(&mut state, Gesture::Release, to);
    assert!(names(state.map(), Phase::After).contains(&first), "{:?}", names(state.map(), Phase::After));
    assert_eq!(state.board.phase(), Phase::After, "the selection follows the card");
    let rail = find(&state, Place::new(Phase::During, 1));
    point(&mut state, Gesture::Press, rail);
    point(&mut state, Gesture::Release, rail);
    assert_eq!(state.board.place(), Place::new(Phase::During, 1));
    assert!(widths(&state, (columns, rows))[1] > 50);
}
