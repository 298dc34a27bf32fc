//! Keys, pastes and clicks as nobody would type them: whatever comes, the editor holds together.

use std::collections::BTreeSet;

use crokey::KeyCombination;
use periplo::app::keymap::BINDINGS;
use periplo::app::pointer::{Gesture, Pointer};
use periplo::app::state::Screen;
use periplo::app::{Effect, Msg, State, update};
use periplo::lang::Language;
use periplo::map::Phase;
use periplo::store::Template;
use periplo::view::hit;
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::layout::{Position, Rect};

use crate::support::{draw, press, with_template};

/// Something that is done to the editor.
#[derive(Clone, Debug)]
enum Act {
    Key(KeyCombination),
    Type(String),
    Paste(String),
    Point(Gesture, u16, u16),
    Size(u16, u16),
}

fn act() -> impl Strategy<Value = Act> {
    let keys: Vec<KeyCombination> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    let gestures = [Gesture::Press, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Act::Key),
        3 => "[a-z0-9 @#=!\"日é]{1,6}".prop_map(Act::Type),
        1 => "(\\PC{0,8}\n){0,3}\\PC{0,8}".prop_map(Act::Paste),
        3 => (prop::sample::select(gestures.to_vec()), 0..130u16, 0..45u16).prop_map(|(g, x, y)| Act::Point(g, x, y)),
        1 => (1..140u16, 1..50u16).prop_map(|(width, height)| Act::Size(width, height)),
    ]
}

fn holds_together(state: &State) -> Result<(), TestCaseError> {
    let ids: Vec<_> = state.map().touchpoints().map(|(_, each)| each.id).collect();
    prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "identities are unique");
    match state.board.selected() {
        Some(id) => prop_assert_eq!(state.map().at(state.board.place()).map(|each| each.id), Some(id)),
        None => prop_assert!(state.map().phase(state.board.phase()).is_empty()),
    }
    prop_assert!(state.board.marked.iter().all(|id| ids.contains(id)), "what is marked is there");
    for phase in Phase::ALL {
        prop_assert!(state.board.place_in(phase).row <= state.map().phase(phase).len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_nothing_breaks_and_undo_leads_back_to_the_beginning(acts in vec(act(), 1..120)) {
        let mut state = with_template(Template::B2b, Language::Spanish);
        let loaded = state.map().clone();
        let mut size = (80, 24);
        for act in acts {
            let effects = match act {
                Act::Key(key) => update(&mut state, Msg::Key(key)),
                Act::Type(text) => press(&mut state, &text),
                Act::Paste(text) => update(&mut state, Msg::Paste(text)),
                Act::Point(gesture, x, y) => {
                    let area = Rect::new(0, 0, size.0, size.1);
                    let spot = hit::at(&state, area, Position::new(x, y));
                    update(&mut state, Msg::Pointer(Pointer { gesture, spot, at: (x, y) }))
                }
                Act::Size(width, height) => {
                    size = (width, height);
                    Vec::new()
                }
            };
            draw(&state, size.0, size.1);
            holds_together(&state)?;
            if effects.iter().any(|effect| matches!(effect, Effect::Quit)) {
                break;
            }
        }
        prop_assert!(matches!(state.screen, Screen::Board));
        while state.document.undo().is_some() {}
        prop_assert_eq!(state.document.map(), &loaded);
    }
}
