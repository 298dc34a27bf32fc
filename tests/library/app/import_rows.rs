//! The preview of a file: single touchpoints are left out and brought back, those that are gone are named, and nothing is lost
//! by Esc or shown when it no longer holds.

use std::fs;

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::import::{ImportDialog, ImportRow};
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::Phase;

use super::import::{answer, press_answered};
use super::message;
use crate::support::{empty, names, press};

const CARDS: &str = "Touchpoint\tStage\nSees the ad\tBefore\nAsks a friend\tBefore\nPays\tDuring";

fn paste(state: &mut State, text: &str) {
    let effects = update(state, Msg::Paste(text.to_owned()));
    answer(state, effects);
}

fn pasted(text: &str) -> State {
    let mut state = empty(Language::English);
    paste(&mut state, text);
    state
}

/// Opens a file over a map with some touchpoints.
fn opened(keys: &str, name: &str, content: &str) -> State {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file");
    let mut state = empty(Language::English);
    press(&mut state, keys);
    paste(&mut state, &path.to_string_lossy());
    assert_eq!(state.context(), Context::Import);
    state
}

fn dialog(state: &State) -> &ImportDialog {
    match state.dialogs.last() {
        Some(Dialog::Import(dialog)) => dialog,
        other => panic!("{other:?}"),
    }
}

fn select(state: &mut State, wanted: ImportRow) {
    let row = dialog(state).rows.iter().position(|row| *row == wanted).expect("a row");
    press(state, "g");
    press(state, &"j".repeat(row));
}

#[test]
fn a_preview_that_is_closed_is_freed_where_no_key_waits_for_it() {
    for (keys, freed) in [("<Esc>", 1), ("<Enter>", 1), ("<Down>", 0)] {
        let mut state = pasted(CARDS);
        let effects = press(&mut state, keys);
        assert_eq!(effects.iter().filter(|effect| matches!(effect, Effect::Free(_))).count(), freed, "{keys}");
    }
}

#[test]
fn a_touchpoint_is_left_out_and_brought_back() {
    let mut state = pasted(CARDS);
    press_answered(&mut state, "<Tab>jjx");
    let proposal = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(names(&proposal.map, Phase::Before), ["Sees the ad"]);
    assert_eq!(&*proposal.excluded[0].name, "Asks a friend");
    press_answered(&mut state, "Gx");
    let proposal = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(names(&proposal.map, Phase::Before), ["Sees the ad", "Asks a friend"]);
    press_answered(&mut state, "gjx");
    // Other choices keep it out.
    press_answered(&mut state, "<Tab>");
    select(&mut state, ImportRow::Shape);
    press_answered(&mut state, "<Right><Left>");
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Asks a friend"]);
    assert_eq!(names(state.map(), Phase::During), ["Pays"]);
}

#[test]
fn only_x_leaves_a_touchpoint_out_and_the_other_keys_bring_the_last_one_back() {
    for key in ["<Backspace>", "u"] {
        let mut state = pasted(CARDS);
        press_answered(&mut state, &format!("<Tab>j{key}"));
        assert_eq!(message(&state), "No touchpoint was left out.", "{key}");
        press_answered(&mut state, "x");
        press_answered(&mut state, "x");
        assert_eq!(dialog(&state).proposal.as_ref().map(|proposal| proposal.map.len()), Some(1), "{key}");
        press_answered(&mut state, key);
        let proposal = dialog(&state).proposal.clone().expect("a proposal");
        assert_eq!(names(&proposal.map, Phase::Before), ["Asks a friend"], "{key}");
        press_answered(&mut state, key);
        assert_eq!(dialog(&state).proposal.as_ref().map(|proposal| proposal.map.len()), Some(3), "{key}");
    }
}

#[test]
fn a_single_row_that_matches_nothing_is_added_and_gone_ones_are_named() {
    let keys = "aSees the ad<Enter>Old one<Enter><Esc>";
    let mut state = opened(keys, "cards.csv", "Touchpoint,Channel\nSees the ad,tv\nNew one,web\nNewer one,web\n");
    let proposal = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(proposal.unmatched.len(), 2, "a file that knows the map adds nothing of itself");
    assert_eq!(proposal.gone.iter().map(|each| each.name.to_string()).collect::<Vec<_>>(), ["Old one"]);
    // The phases with two touchpoints, the heading of the rows, and the second row.
    press_answered(&mut state, "<Tab>gjjjjjjjx");
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before).len(), 3, "{:?}", names(state.map(), Phase::Before));
    assert!(names(state.map(), Phase::Before).contains(&"Newer one".to_owned()));
}

#[test]
fn a_file_over_a_map_goes_into_it_as_a_paste_does() {
    let mut state = opened("aOld one<Enter><Esc>", "cards.csv", "Touchpoint,Stage\nSees it,Before\nPays,During\n");
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Old one", "Sees it"]);
    press(&mut state, "u");
    assert_eq!(state.map().len(), 1);
    let state = opened("", "cards.csv", "Touchpoint,Stage\nSees it,Before\nPays,During\n");
    assert_eq!(dialog(&state).target, periplo::app::model::dialog::import::ImportTarget::NewMap);
}

#[test]
fn what_is_not_taken_in_is_said_truly() {
    let mut state = opened("aSees the ad<Enter><Esc>", "cards.csv", "Touchpoint\nSees the ad\nNew one\n");
    press_answered(&mut state, "<Enter>");
    assert!(message(&state).contains("matches no touchpoint of the map: + adds it"), "{}", message(&state));
    press_answered(&mut state, "+<Tab>");
    press_answered(&mut state, "jjx<Enter>");
    assert_eq!(state.map().len(), 1);
    let mut state = opened("aSees the ad<Enter><Esc>", "cards.csv", "Touchpoint\nSees the ad\n");
    press_answered(&mut state, "<Enter>");
    assert!(message(&state).contains("has all of this already"), "{}", message(&state));
}

#[test]
fn leaving_asks_if_something_was_corrected() {
    let mut state = pasted(CARDS);
    press(&mut state, "<Esc>");
    assert!(state.dialogs.is_empty(), "without corrections it asks nothing");
    let mut state = pasted(CARDS);
    press_answered(&mut state, "<Tab>jx<Esc>");
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Import, "Esc goes back to the preview");
    press_answered(&mut state, "<Esc>");
    press_answered(&mut state, "s");
    assert_eq!(state.map().len(), 2, "taken in as corrected");
    paste(&mut state, CARDS);
    press_answered(&mut state, "<Tab>jx<Esc>");
    press(&mut state, "d");
    assert!(state.dialogs.is_empty());
    assert_eq!(state.map().len(), 2);
}

#[test]
fn nothing_of_an_earlier_reading_is_shown_when_nothing_can_be_taken_in() {
    let mut state = pasted(CARDS);
    select(&mut state, ImportRow::Shape);
    for _ in 0..6 {
        press_answered(&mut state, "<Right>");
        let dialog = dialog(&state);
        assert_eq!(dialog.chosen_row(), Some(ImportRow::Shape), "the cursor stays");
        if dialog.failure.is_some() {
            assert!(dialog.shown_proposal().is_none());
            assert!(!dialog.rows.iter().any(|row| matches!(row, ImportRow::Stage(_) | ImportRow::LeftOut(_))));
        }
    }
    assert!(dialog(&state).failure.is_none(), "after all shapes it is the first again");
}

#[test]
fn another_table_can_be_chosen_by_its_number_and_a_cover_is_passed_over() {
    let page = "| Owner | Date |\n| --- | --- |\n| Ana | 2026-01-02 |\n\n\
        | Touchpoint | Stage |\n| --- | --- |\n| Sees it | Before |\n\n| Touchpoint | Stage |\n| --- | --- |\n| Pays | During |\n";
    let mut state = pasted(page);
    assert_eq!(dialog(&state).table(), 1, "the first table with a journey");
    select(&mut state, ImportRow::Table);
    press_answered(&mut state, "<Right>");
    assert_eq!(dialog(&state).table(), 2);
    let proposal = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(names(&proposal.map, Phase::During), ["Pays"]);
    press_answered(&mut state, "<Right>");
    assert!(dialog(&state).failure.is_some(), "the first one has no touchpoints");
    select(&mut state, ImportRow::Table);
    press_answered(&mut state, "<Right>");
    assert_eq!(dialog(&state).table(), 1, "and the way back is open");
}
