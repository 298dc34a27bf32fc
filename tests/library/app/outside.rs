//! What others do to the open file: taken in, merged, asked about, never written over unseen.

use crate::app::message;
use crate::app::safety::{Room, SHOP, before, map};
use crate::support::screen;
use periplo::app::model::context::Context;
use periplo::map::Phase;

#[test]
fn a_file_that_comes_back_as_it_was_is_saved_again() {
    let mut room = Room::new();
    for other in [None, Some(""), Some(" \n\u{feff}\n"), Some("<<<<<<< ours")] {
        match other {
            None => std::fs::remove_file(room.file()).expect("removed"),
            Some(text) => std::fs::write(room.file(), text).expect("written"),
        }
        room.look();
        assert!(room.state.session.document.is_dirty(), "the only good copy is here: {other:?}");
        assert!(!message(&room.state).is_empty());
        std::fs::write(room.file(), SHOP).expect("written");
        room.look();
        assert!(!room.state.session.document.is_dirty(), "{other:?}");
        assert_eq!(before(room.state.map()), ["Asks", "Compares"]);
    }
}

#[test]
fn an_unchanged_map_is_reloaded_with_the_selection_kept_and_told() {
    let mut room = Room::new();
    room.press("j");
    room.outside(&SHOP.replace("(id: \"aaaaaaaa\"", "(id: \"cccccccc\", name: \"Hears\"), (id: \"aaaaaaaa\""));
    assert_eq!(before(room.state.map()), ["Hears", "Asks", "Compares"]);
    assert_eq!(room.state.board.selected().map(|id| id.to_string()), Some("bbbbbbbb".to_owned()));
    assert!(!room.state.session.document.is_dirty());
    assert!(message(&room.state).contains("shop.ron"), "{}", message(&room.state));
    room.press("m<ctrl-s>");
    assert!(!room.state.session.document.is_dirty());
    assert_eq!(room.saved().phase(Phase::Before).len(), 3);
}

#[test]
fn changes_on_both_sides_are_merged_and_a_save_keeps_both() {
    let mut room = Room::new();
    room.press("m");
    room.outside(&SHOP.replace("reach: 100", "reach: 90").replace("Compares", "Compares prices"));
    let first = &room.state.map().phase(Phase::Before)[0];
    assert_eq!((first.critical, first.reach), (true, Some(90)));
    assert!(room.state.session.document.is_dirty());
    room.press("<ctrl-s>");
    assert_eq!(before(&room.saved()), ["Asks", "Compares prices"]);
    assert!(room.saved().phase(Phase::Before)[0].critical);
}

#[test]
fn a_change_that_is_noticed_at_the_save_is_merged_and_then_saved() {
    let mut room = Room::new();
    room.press("m");
    std::fs::write(room.file(), SHOP.replace("Compares", "Compares prices")).expect("written");
    room.press("<ctrl-s>");
    assert!(!room.state.session.document.is_dirty());
    assert_eq!(before(&room.saved()), ["Asks", "Compares prices"]);
    assert!(room.saved().phase(Phase::Before)[0].critical);
}

#[test]
fn a_conflict_is_asked_once_with_both_values_and_the_answer_can_be_undone() {
    for (answer, reach) in [("1", 80), ("2", 90), ("<Enter>", 80)] {
        let mut room = Room::new();
        room.press("r80<Enter>");
        std::fs::write(room.file(), SHOP.replace("reach: 100", "reach: 90")).expect("written");
        room.press("<ctrl-s>");
        assert_eq!(room.state.context(), Context::Question);
        let shown = screen(&room.state, 100, 30);
        assert!(shown.contains("80") && shown.contains("90") && shown.contains("Asks"), "{shown}");
        assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(90), "not before the answer");
        room.press(answer);
        assert_eq!(room.state.context(), Context::Board);
        assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(reach), "{answer}");
        if reach == 90 {
            room.press("u");
            assert_eq!(room.state.map().phase(Phase::Before)[0].reach, Some(80));
        }
    }
}

#[test]
fn a_conflict_can_be_left_open_without_a_save_and_a_save_waits_for_its_answer() {
    let mut room = Room::new();
    room.press("r80<Enter>");
    std::fs::write(room.file(), SHOP.replace("reach: 100", "reach: 90")).expect("written");
    room.press("<ctrl-s>");
    room.press("<Esc>");
    assert_eq!((room.state.context(), room.state.session.document.is_dirty()), (Context::Board, true));
    assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(90));
    assert!(screen(&room.state, 100, 30).contains("1 conflict open"), "{}", screen(&room.state, 100, 30));
    assert!(message(&room.state).contains("Ctrl-S"), "{}", message(&room.state));
    room.press("r70<Enter><ctrl-s>");
    assert_eq!(room.state.context(), Context::Question, "asked again, with what is here now");
    assert!(screen(&room.state, 100, 30).contains("70"));
    assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(90), "and not decided in silence");
    room.press("<Esc>");
    room.outside(&SHOP.replace("reach: 100", "reach: 95"));
    assert_eq!(room.state.context(), Context::Question, "the newer value of the others is asked at once");
    room.press("<Esc><ctrl-s>2");
    assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(95));
    assert!(!room.state.session.document.is_dirty() && room.state.session.postponed.is_empty());

    let mut room = Room::new();
    room.press("r80<Enter>aWalks in");
    room.outside(&SHOP.replace("reach: 100", "reach: 90"));
    room.press("<ctrl-s>");
    assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(90), "not before the question is answered");
    room.press("<Enter><Esc>");
    assert_eq!(room.state.context(), Context::Question);
    room.press("1");
    assert_eq!(room.saved().phase(Phase::Before)[0].reach, Some(80));
}

#[test]
fn a_touchpoint_deleted_here_and_changed_there_goes_or_stays_as_is_answered() {
    for (answer, left) in [("1", vec!["Compares"]), ("2", vec!["Asks", "Compares"])] {
        let mut room = Room::new();
        room.press("d");
        room.outside(&SHOP.replace("reach: 100", "reach: 90"));
        assert_eq!(before(room.state.map()), ["Asks", "Compares"], "nothing is lost before the answer");
        room.press(answer);
        assert_eq!(before(room.state.map()), left, "{answer}");
    }
}

#[test]
fn what_others_change_waits_for_a_form_but_not_for_quick_entry() {
    let other = SHOP.replace("Compares", "Compares prices");
    let mut room = Room::new();
    room.press("e");
    room.outside(&other);
    assert_eq!(before(room.state.map()), ["Asks", "Compares"]);
    room.press("<Esc>");
    assert_eq!(before(room.state.map()), ["Asks", "Compares prices"]);
    let mut room = Room::new();
    room.press("aWalks in");
    room.outside(&other);
    assert_eq!(before(room.state.map()), ["Asks", "Compares prices"]);
    room.press("<Enter>");
    assert_eq!(before(room.state.map()), ["Asks", "Walks in", "Compares prices"]);
}

#[test]
fn a_file_that_is_gone_is_told_and_not_written_without_a_yes() {
    let mut room = Room::new();
    std::fs::remove_file(room.file()).expect("removed");
    room.look();
    assert!(message(&room.state).contains("shop.ron"));
    assert!(room.state.session.document.is_dirty(), "the only whole map is here");
    room.press("<ctrl-s>");
    assert_eq!(room.state.context(), Context::Question);
    room.press("<Esc>");
    assert!(!room.file().exists());
    room.press("<ctrl-s>");
    room.press("d");
    assert_eq!(room.saved(), map(SHOP));
    // Noticed only by the save itself.
    std::fs::remove_file(room.file()).expect("removed");
    room.press("m<ctrl-s>");
    assert_eq!(room.state.context(), Context::Question);
    assert!(!room.file().exists());
}

#[test]
fn a_file_that_is_no_map_any_more_is_told_and_not_replaced_without_a_yes() {
    let mut room = Room::new();
    room.press("m");
    room.outside("(format: 1, titel: 3)");
    assert!(message(&room.state).contains("shop.ron"));
    assert_eq!(before(room.state.map()), ["Asks", "Compares"]);
    room.press("<ctrl-s>");
    assert_eq!(room.state.context(), Context::Question);
    room.press("<Esc>");
    assert_eq!(std::fs::read_to_string(room.file()).expect("text"), "(format: 1, titel: 3)");
    room.press("<ctrl-s>");
    room.press("d");
    assert!(room.saved().phase(Phase::Before)[0].critical);
    assert!(!room.state.session.document.is_dirty());
}
