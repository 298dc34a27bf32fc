//! Tests of the time while a file is being read: what is typed waits for the map, and Esc cancels.

use std::path::{Path, PathBuf};

use super::{message, paste};
use crate::support::{names, press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::OpenError;
use periplo::store::disk::journal::JournalReport;
use periplo::store::disk::load_stream;

/// Begins to open `shop.ron`, whose answer is still to come.
fn opening() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Map("shop.ron".into())));
    assert!(matches!(&effects[..], [Effect::Open { path }] if path == Path::new("shop.ron")), "{effects:?}");
    assert_eq!(state.context(), Context::Opening);
    state
}

/// Answers with a map of one touchpoint.
fn answer(state: &mut State, path: &str) -> Vec<Effect> {
    let text = "(format: 1, title: \"Shop\", before: [(name: \"Asks\")])";
    let outcome = load_stream(Path::new(path), text.as_bytes());
    update(state, Msg::Opened { path: PathBuf::from(path), outcome, found: JournalReport::default() })
}

#[test]
fn keys_and_pastes_typed_while_a_map_is_read_act_when_it_is_open() {
    let mut state = opening();
    assert!(press(&mut state, "aPays").is_empty());
    paste(&mut state, " in cash");
    press(&mut state, "<Enter>Leaves<Enter>");
    answer(&mut state, "shop.ron");
    assert_eq!(names(state.map(), Phase::Before), ["Asks", "Pays in cash", "Leaves"]);
    assert_eq!(state.context(), Context::EmptyEntry);
}

#[test]
fn quitting_can_be_typed_ahead() {
    let mut state = opening();
    assert!(press(&mut state, "q").is_empty(), "q is typed for the map");
    assert!(answer(&mut state, "shop.ron").iter().any(|effect| matches!(effect, Effect::Quit)));
    let mut state = opening();
    assert!(matches!(press(&mut state, "<ctrl-c>")[..], [Effect::Quit]), "Ctrl-C does not wait");
}

#[test]
fn keys_typed_for_a_map_that_cannot_be_read_are_dropped() {
    let mut state = opening();
    press(&mut state, "q");
    let outcome = Err(OpenError::TooLarge { size: 2, limit: 1 });
    let effects = update(&mut state, Msg::Opened { path: "shop.ron".into(), outcome, found: JournalReport::default() });
    assert!(effects.is_empty() && matches!(state.screen, Screen::Unreadable(_)), "{effects:?}");
}

#[test]
fn esc_cancels_the_opening_and_shows_the_start_screen() {
    let mut state = opening();
    assert!(screen(&state, 80, 24).contains("Esc back"));
    press(&mut state, "aPays");
    let effects = press(&mut state, "<Esc>");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Quit)), "{effects:?}");
    assert!(matches!(state.screen, Screen::Start(_)));
    assert_eq!(message(&state), "shop.ron was not opened.");
    // The answer comes too late.
    let effects = answer(&mut state, "shop.ron");
    assert!(matches!(effects[..], [Effect::FindUnsaved]), "{effects:?}");
    assert!(matches!(state.screen, Screen::Start(_)));
    press(&mut state, "n");
    assert!(state.map().is_empty() && state.dialogs.is_empty(), "nothing that was typed is left");
}

#[test]
fn a_cancelled_file_can_be_opened_again_before_it_is_read() {
    let mut state = opening();
    press(&mut state, "<Esc>");
    let effects = press(&mut state, "oshop.ron<Enter>");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Open { .. })), "it is being read: {effects:?}");
    answer(&mut state, "shop.ron");
    assert_eq!(names(state.map(), Phase::Before), ["Asks"]);
}

#[test]
fn the_answers_of_cancelled_files_are_told_apart() {
    let mut state = opening();
    press(&mut state, "<Esc>oother.ron<Enter><Esc>");
    let effects = press(&mut state, "oshop.ron<Enter>");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Open { .. })), "{effects:?}");
    answer(&mut state, "shop.ron");
    answer(&mut state, "other.ron");
    assert!(matches!(state.screen, Screen::Opening { .. }), "both answers are those of cancelled files");
    answer(&mut state, "shop.ron");
    assert!(matches!(state.screen, Screen::Board));
}
