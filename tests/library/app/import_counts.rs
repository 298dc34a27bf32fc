//! Counts in the preview of a file: which touchpoints their rows belong to, and putting in the reaches.

use std::fs;

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::import::{ImportDialog, ImportTarget};
use periplo::app::model::dialog::import_counts::CountLine;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::map::{Evidence, Phase, Touchpoint};

use super::import::{answer, press_answered};
use super::message;
use crate::support::{press, with_map};

pub(crate) const MAP: &str = r#"(
    format: 1,
    title: "Buying a sofa",
    before: [
        (id: "aaaaaaa1", name: "Sees the shop window", reach: 9000),
        (id: "aaaaaaa2", name: "Puts a sofa into the basket", channel: "web"),
    ],
    during: [(id: "aaaaaaa3", name: "Pays at the checkout", reach: 300, evidence: Measured)],
)"#;

const BY_NAME: &str =
    "touchpoint,reach\nsees the shop window,8000\npays at the checkout,250\nBoards a ghost plane,12\n";

pub(crate) const FUNNEL: &str = "# Sofas\n# 20260401-20260430\n\nStep,Active users,Completion rate\n\
    1. session_start,\"18,000\",11.9%\n2. add_to_basket,\"2,142\",75.0%\n3. begin_checkout,\"1,607\",22.0%\n4. purchase,354,\n";

/// Opens a file over the map of a text, as if it had been dropped on the terminal.
pub(crate) fn dropped(map: &str, name: &str, content: &str) -> State {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file");
    let mut state = with_map(map);
    let effects = update(&mut state, Msg::Paste(path.to_string_lossy().into_owned()));
    answer(&mut state, effects);
    state
}

fn dialog(state: &State) -> &ImportDialog {
    match state.dialogs.last() {
        Some(Dialog::Import(dialog)) => dialog,
        other => panic!("{other:?}"),
    }
}

/// Returns the name of the touchpoint of each row, or `-`.
fn pairs(state: &State) -> Vec<String> {
    let counts = dialog(state).counts.as_ref().expect("counts");
    let name = |row: usize| match counts.touchpoint(row) {
        Some((id, _)) => state.map().touchpoint(id).expect("a touchpoint").name.to_string(),
        None => "-".to_owned(),
    };
    (0..counts.measurement.table.rows.len()).map(name).collect()
}

fn touchpoint(state: &State, phase: Phase, row: usize) -> &Touchpoint {
    &state.map().phase(phase)[row]
}

#[test]
fn counts_over_a_map_go_into_its_reaches_in_one_step() {
    let mut state = dropped(MAP, "counts.csv", BY_NAME);
    assert_eq!((dialog(&state).target, state.context()), (ImportTarget::Reaches, Context::Import));
    assert_eq!(pairs(&state), ["Sees the shop window", "Pays at the checkout", "-"]);
    let before = state.map().clone();
    press_answered(&mut state, "<Enter>");
    let seen = touchpoint(&state, Phase::Before, 0);
    assert_eq!((seen.reach, seen.evidence, seen.metric.as_deref()), (Some(8000), Evidence::Measured, None));
    assert_eq!(touchpoint(&state, Phase::During, 0).reach, Some(250));
    assert_eq!(state.map().len(), 3, "rows without a touchpoint are not added");
    assert!(message(&state).contains("2 reaches measured; u undoes it"), "{}", message(&state));
    press_answered(&mut state, "u");
    assert_eq!(*state.map(), before, "one step");
}

#[test]
fn a_second_x_brings_a_row_of_counts_back() {
    let mut state = dropped(MAP, "counts.csv", BY_NAME);
    press_answered(&mut state, "x");
    assert_eq!(pairs(&state)[0], "-");
    press_answered(&mut state, "x");
    assert_eq!(pairs(&state)[0], "Sees the shop window");
}

#[test]
fn pasted_counts_go_into_the_reaches_too() {
    let mut state = with_map(MAP);
    let effects = update(&mut state, Msg::Paste(BY_NAME.replace(',', "\t")));
    answer(&mut state, effects);
    assert_eq!(dialog(&state).target, ImportTarget::Reaches);
    press_answered(&mut state, "<Enter>");
    assert_eq!(touchpoint(&state, Phase::Before, 0).reach, Some(8000));
}

#[test]
fn a_pair_that_the_user_makes_is_remembered() {
    let mut state = dropped(MAP, "funnel.csv", FUNNEL);
    assert_eq!(dialog(&state).target, ImportTarget::OpenMap, "no row has a touchpoint");
    press_answered(&mut state, "i");
    assert_eq!(dialog(&state).target, ImportTarget::Reaches);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Import, "there is nothing to put in");
    assert!(message(&state).contains("No row has a touchpoint"), "{}", message(&state));
    press_answered(&mut state, "<Tab>j<Right>");
    assert_eq!(pairs(&state)[1], "Puts a sofa into the basket", "the most similar name comes first");
    press_answered(&mut state, "j<Right>");
    assert_eq!(pairs(&state)[2], "Pays at the checkout");
    press_answered(&mut state, "<Enter>");
    assert!(message(&state).contains("2 reaches measured, 20260401-20260430; u undoes it"), "{}", message(&state));
    let basket = touchpoint(&state, Phase::Before, 1);
    assert_eq!((basket.reach, basket.metric.as_deref()), (Some(2142), Some("add_to_basket")));
    assert_eq!(state.map().header().period.as_deref(), Some("20260401-20260430"));
    press_answered(&mut state, "u");
    assert_eq!(state.map().header().period, None, "one step");
}

#[test]
fn arrows_go_through_the_free_touchpoints_and_x_leaves_a_row_out() {
    let mut state = dropped(MAP, "counts.csv", BY_NAME);
    press_answered(&mut state, "jj<Right>");
    assert_eq!(pairs(&state)[2], "Puts a sofa into the basket", "the others have rows");
    press_answered(&mut state, "<Right>");
    assert_eq!(pairs(&state)[2], "-");
    press_answered(&mut state, "<Left>");
    assert_eq!(pairs(&state)[2], "Puts a sofa into the basket");
    press_answered(&mut state, "<Backspace>kx");
    assert_eq!(pairs(&state), ["Sees the shop window", "-", "-"]);
    let lines = &dialog(&state).counts.as_ref().expect("counts").lines;
    let unmatched = lines.iter().filter(|line| matches!(line, CountLine::Unmatched(_)));
    assert_eq!(unmatched.count(), 2);
    press_answered(&mut state, "<Backspace>");
    assert_eq!(pairs(&state)[1], "Pays at the checkout");
    press_answered(&mut state, "x<Enter>");
    assert_eq!(touchpoint(&state, Phase::During, 0).reach, Some(300), "it was left out");
}

#[test]
fn choices_of_rows_outlast_a_choice_of_columns() {
    let mut state = dropped(MAP, "counts.csv", BY_NAME);
    press_answered(&mut state, "jx<Tab>gi");
    assert_eq!(dialog(&state).target, ImportTarget::NewMap);
    press_answered(&mut state, "ii");
    assert_eq!(pairs(&state), ["Sees the shop window", "-", "-"]);
}

#[test]
fn a_list_with_more_than_counts_is_rather_a_map() {
    let list = "touchpoint,phase,reach\nSees the shop window,before,8000\nSits on it,before,70\n";
    let mut state = dropped(MAP, "list.csv", list);
    assert_eq!(dialog(&state).target, ImportTarget::OpenMap);
    press_answered(&mut state, "i");
    assert_eq!(pairs(&state), ["Sees the shop window", "-"]);
}

#[test]
fn a_list_without_counts_does_not_offer_reaches() {
    let mut state = dropped(MAP, "list.csv", "touchpoint,channel\nSees the shop window,street\n");
    press_answered(&mut state, "ii");
    assert_eq!(dialog(&state).target, ImportTarget::OpenMap);
    let mut empty = dropped("(format: 1, title: \"A\")", "counts.csv", BY_NAME);
    press_answered(&mut empty, "ii");
    assert_eq!(dialog(&empty).target, ImportTarget::NewMap, "an empty map has no reaches");
}

#[test]
fn a_preview_of_counts_is_freed_where_no_key_waits_for_it() {
    let mut state = dropped(MAP, "counts.csv", BY_NAME);
    let effects = press(&mut state, "<Enter>");
    assert_eq!(effects.iter().filter(|effect| matches!(effect, Effect::Free(_))).count(), 1);
    assert_eq!(state.context(), Context::Board);
}
