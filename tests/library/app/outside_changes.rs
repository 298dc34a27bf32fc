//! Tests of changes to the open file by other programs: reloading, merging, conflicts, and saves that ask first.

use std::time::Duration;

use crate::app::journal::{Editor, SHOP, before, map, with_reach};
use crate::app::message;
use crate::support::{press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::effect::{Effect, Target};
use periplo::app::model::msg::Msg;
use periplo::app::update;
use periplo::map::{Edit, JourneyMap, Phase, Touchpoint};
use periplo::store::disk;

#[test]
fn a_file_that_returns_unchanged_counts_as_saved_again() {
    let mut editor = Editor::new();
    for other in [None, Some(""), Some(" \n\u{feff}\n"), Some("<<<<<<< ours")] {
        match other {
            None => std::fs::remove_file(editor.file()).expect("removed"),
            Some(text) => std::fs::write(editor.file(), text).expect("written"),
        }
        editor.reread();
        assert!(editor.state.session.document.is_dirty(), "the only good copy is here: {other:?}");
        assert!(!message(&editor.state).is_empty());
        std::fs::write(editor.file(), SHOP).expect("written");
        editor.reread();
        assert!(!editor.state.session.document.is_dirty(), "{other:?}");
        assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    }
}

#[test]
fn an_unchanged_map_is_reloaded_with_a_message_and_its_selection() {
    let mut editor = Editor::new();
    editor.press("j");
    editor.write_outside(&SHOP.replace("(id: \"aaaaaaaa\"", "(id: \"cccccccc\", name: \"Hears\"), (id: \"aaaaaaaa\""));
    assert_eq!(before(editor.state.map()), ["Hears", "Asks", "Compares"]);
    assert_eq!(editor.state.board.selected().map(|id| id.to_string()), Some("bbbbbbbb".to_owned()));
    assert!(!editor.state.session.document.is_dirty());
    assert!(message(&editor.state).contains("shop.ron"), "{}", message(&editor.state));
    editor.press("m<ctrl-s>");
    assert!(!editor.state.session.document.is_dirty());
    assert_eq!(editor.saved_map().phase(Phase::Before).len(), 3);
}

#[test]
fn changes_on_both_sides_are_merged_and_a_save_keeps_both() {
    let mut editor = Editor::new();
    editor.press("m");
    editor.write_outside(&with_reach(90).replace("Compares", "Compares prices"));
    let first = &editor.state.map().phase(Phase::Before)[0];
    assert_eq!((first.critical, first.reach), (true, Some(90)));
    assert!(editor.state.session.document.is_dirty());
    editor.press("<ctrl-s>");
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares prices"]);
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
}

#[test]
fn an_outside_change_found_by_a_save_is_merged_and_saved() {
    let mut editor = Editor::new();
    editor.press("m");
    std::fs::write(editor.file(), SHOP.replace("Compares", "Compares prices")).expect("written");
    editor.press("<ctrl-s>");
    assert!(!editor.state.session.document.is_dirty());
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares prices"]);
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
}

#[test]
fn a_conflict_shows_both_values_and_its_answer_can_be_undone() {
    for (answer, reach) in [("1", 80), ("2", 90)] {
        let mut editor = Editor::new();
        editor.press("r80<Enter>");
        std::fs::write(editor.file(), with_reach(90)).expect("written");
        editor.press("<ctrl-s>");
        assert_eq!(editor.state.context(), Context::Confirmation);
        let shown = screen(&editor.state, 100, 30);
        assert!(shown.contains("80") && shown.contains("90") && shown.contains("Asks"), "{shown}");
        assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(90), "not before the answer");
        editor.press(answer);
        assert_eq!(editor.state.context(), Context::Board);
        assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(reach), "{answer}");
        if reach == 90 {
            editor.press("u");
            assert_eq!(editor.state.map().phase(Phase::Before)[0].reach, Some(80));
        }
    }
}

#[test]
fn a_postponed_conflict_blocks_saving_until_it_is_answered() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    std::fs::write(editor.file(), with_reach(90)).expect("written");
    editor.press("<ctrl-s>");
    editor.press("<Esc>");
    assert_eq!((editor.state.context(), editor.state.session.document.is_dirty()), (Context::Board, true));
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(90));
    assert!(screen(&editor.state, 100, 30).contains("1 conflict open"), "{}", screen(&editor.state, 100, 30));
    assert!(message(&editor.state).contains("Ctrl-S"), "{}", message(&editor.state));
    editor.press("r70<Enter><ctrl-s>");
    assert_eq!(editor.state.context(), Context::Confirmation, "the question is asked again with the current value");
    assert!(screen(&editor.state, 100, 30).contains("70"));
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(90), "the conflict is not decided silently");
    editor.press("<Esc>");
    editor.write_outside(&with_reach(95));
    assert_eq!(editor.state.context(), Context::Confirmation, "a newer outside value asks at once");
    editor.press("<Esc><ctrl-s>2");
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(95));
    assert!(!editor.state.session.document.is_dirty() && editor.state.session.postponed.is_empty());

    let mut editor = Editor::new();
    editor.press("r80<Enter>aWalks in");
    editor.write_outside(&with_reach(90));
    editor.press("<ctrl-s>");
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(90), "not before the question is answered");
    editor.press("<Enter><Esc>");
    editor.pass(1000);
    assert_eq!(editor.state.context(), Context::Confirmation);
    editor.press("1");
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(80));
}

#[test]
fn the_answer_decides_about_a_touchpoint_deleted_here_and_changed_outside() {
    for (answer, left) in [("1", vec!["Compares"]), ("2", vec!["Asks", "Compares"])] {
        let mut editor = Editor::new();
        editor.press("d");
        editor.write_outside(&with_reach(90));
        assert_eq!(before(editor.state.map()), ["Asks", "Compares"], "nothing is lost before the answer");
        editor.press(answer);
        assert_eq!(before(editor.state.map()), left, "{answer}");
    }
}

#[test]
fn outside_changes_wait_for_an_open_form_but_not_for_quick_entry() {
    let other = SHOP.replace("Compares", "Compares prices");
    let mut editor = Editor::new();
    editor.press("e");
    editor.write_outside(&other);
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    editor.press("<Esc>");
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
    let mut editor = Editor::new();
    editor.press("aWalks in");
    editor.write_outside(&other);
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
    editor.press("<Enter>");
    assert_eq!(before(editor.state.map()), ["Asks", "Walks in", "Compares prices"]);
}

#[test]
fn a_missing_file_is_reported_and_written_only_after_a_yes() {
    let mut editor = Editor::new();
    std::fs::remove_file(editor.file()).expect("removed");
    editor.reread();
    assert!(message(&editor.state).contains("shop.ron"));
    assert!(editor.state.session.document.is_dirty(), "the only whole map is here");
    editor.press("<ctrl-s>");
    assert_eq!(editor.state.context(), Context::Question);
    editor.press("<Esc>");
    assert!(!editor.file().exists());
    editor.press("<ctrl-s>");
    editor.press("d");
    assert_eq!(editor.saved_map(), map(SHOP));
    // This time only the save notices that the file is missing.
    std::fs::remove_file(editor.file()).expect("removed");
    editor.press("m<ctrl-s>");
    assert_eq!(editor.state.context(), Context::Question);
    assert!(!editor.file().exists());
}

#[test]
fn a_file_that_is_no_map_any_more_is_reported_and_replaced_only_after_a_yes() {
    let mut editor = Editor::new();
    editor.press("m");
    editor.write_outside("(format: 1, titel: 3)");
    assert!(message(&editor.state).contains("shop.ron"));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    editor.press("<ctrl-s>");
    assert_eq!(editor.state.context(), Context::Question);
    editor.press("<Esc>");
    assert_eq!(std::fs::read_to_string(editor.file()).expect("text"), "(format: 1, titel: 3)");
    editor.press("<ctrl-s>");
    editor.press("d");
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
    assert!(!editor.state.session.document.is_dirty());
}

/// Has another user give the second touchpoint a reach, as another Periplo saves it.
fn save_elsewhere(editor: &Editor, reach: u64) {
    let read = disk::load(&editor.file()).expect("a map");
    let mut map = read.map;
    let changed = Touchpoint { reach: Some(reach), ..map.phase(Phase::Before)[1].as_ref().clone() };
    map.apply(Edit::Replace(vec![changed])).expect("changed");
    disk::save(&editor.file(), &map, &read.comments, Some(&read.fingerprint), None).expect("saved");
}

/// Performs saves and rereads one by one, and has others save before each save. Returns the number of saves.
fn perform_disturbed(editor: &mut Editor, effects: Vec<Effect>) -> u64 {
    let (mut effects, mut saves) = (effects, 0);
    loop {
        let Some(effect) = effects.into_iter().find(|each| matches!(each, Effect::Save { .. } | Effect::Reread { .. }))
        else {
            return saves;
        };
        let msg = if let Effect::Save { path, map, comments, revision, target: Target::Known(expected) } = effect {
            saves += 1;
            save_elsewhere(editor, saves);
            let outcome = disk::save(&path, &map, &comments, Some(&expected), None);
            Msg::Saved { path, revision, outcome }
        } else {
            let path = editor.file();
            Msg::FileReread { outcome: disk::load(&path), path, written: None }
        };
        effects = update(&mut editor.state, msg);
    }
}

#[test]
fn a_save_that_others_outrun_fifty_times_says_so_and_loses_nothing() {
    let mut editor = Editor::new();
    editor.press("m");
    let effects = press(&mut editor.state, "<ctrl-s>");
    assert_eq!(perform_disturbed(&mut editor, effects), 51, "the first one and fifty more");
    assert_eq!(editor.state.context(), Context::Question);
    let shown = screen(&editor.state, 100, 30);
    assert!(shown.contains("Not saved") && shown.contains("another Periplo"), "{shown}");
    let both = |map: &JourneyMap| (map.phase(Phase::Before)[0].critical, map.phase(Phase::Before)[1].reach);
    assert_eq!((both(&editor.saved_map()), both(editor.state.map())), ((false, Some(51)), (true, Some(50))));
    assert!(editor.state.session.document.is_dirty());
    editor.press("d");
    assert_eq!((both(&editor.saved_map()), both(editor.state.map())), ((true, Some(51)), (true, Some(51))));
    assert_eq!((editor.state.context(), editor.state.session.document.is_dirty()), (Context::Board, false));
}

#[test]
fn a_live_save_that_others_outrun_is_tried_again_without_a_word() {
    let mut editor = Editor::new();
    editor.press(":live<Enter>m");
    let later = |editor: &Editor| Msg::Tick(editor.state.now + Duration::from_millis(150));
    let tick = later(&editor);
    let effects = update(&mut editor.state, tick);
    assert_eq!(perform_disturbed(&mut editor, effects), 51);
    assert_eq!((editor.state.context(), message(&editor.state)), (Context::Board, ""));
    let tick = later(&editor);
    let effects = update(&mut editor.state, tick);
    editor.perform(effects);
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
    assert_eq!(editor.saved_map().phase(Phase::Before)[1].reach, Some(51));
}
