//! Tests of what a live map tells about conflicts: both sides are told, once, and not longer than it is true.

use std::time::Duration;

use crate::app::journal::{Editor, SHOP, before, with_reach, without_asks};
use crate::app::live::live;
use crate::app::{first, message};
use periplo::map::Phase;
use periplo::store::disk;

#[test]
fn who_replaces_a_value_of_others_in_the_same_moment_is_told_and_one_undo_takes_theirs() {
    let mut editor = live();
    editor.others_save(&with_reach(80));
    editor.pass(300);
    editor.press("r90<Enter>");
    editor.pass(500);
    let told = message(&editor.state);
    assert!(told.contains("yours (90) is later") && told.contains("u takes theirs (80)"), "{told}");
    editor.press("u");
    editor.pass(500);
    assert_eq!(first(&editor.state).reach, Some(80));
    assert!(message(&editor.state).starts_with("Undone"), "{}", message(&editor.state));
}

#[test]
fn who_changes_a_value_that_others_changed_long_ago_is_not_told() {
    let mut editor = live();
    editor.others_save(&with_reach(80));
    editor.pass(10_000);
    editor.press("r90<Enter>");
    editor.pass(500);
    assert!(!message(&editor.state).contains("later"), "{}", message(&editor.state));
}

#[test]
fn a_conflict_is_told_once_also_if_the_same_value_was_saved_before() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(3000);
    editor.others_save(&with_reach(50));
    editor.pass(3000);
    editor.press("r90<Enter>");
    editor.others_save_before(&with_reach(80), 200);
    let told = message(&editor.state);
    assert!(told.contains("yours (90) is later"), "{told}");
    assert!(!told.contains("after you"), "{told}");
}

#[test]
fn a_message_about_a_conflict_ends_when_others_change_the_value_again() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.others_save(&with_reach(80));
    assert!(message(&editor.state).contains("theirs (80) is later"), "{}", message(&editor.state));
    editor.pass(500);
    editor.others_save(&with_reach(80).replace("Compares", "Compares prices"));
    assert!(message(&editor.state).contains("theirs (80) is later"), "other changes leave it");
    editor.others_save(&with_reach(70).replace("Compares", "Compares prices"));
    assert_eq!(message(&editor.state), "");
}

#[test]
fn a_value_that_is_not_set_is_named_so() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.others_save(&SHOP.replace(", reach: 100", ""));
    assert!(message(&editor.state).contains("theirs (not set)"), "{}", message(&editor.state));
}

#[test]
fn a_value_that_others_replace_at_the_same_moment_is_reported_and_undo_brings_it_back() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.others_save(&with_reach(80));
    assert_eq!(first(&editor.state).reach, Some(80));
    let told = message(&editor.state);
    assert!(told.contains("theirs (80) is later") && told.contains("u takes yours (90)"), "{told}");
    editor.pass(500);
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(80));
    editor.press("u");
    editor.pass(500);
    assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(90));
    editor.press("<ctrl-r>");
    assert_eq!(first(&editor.state).reach, Some(80));
}

#[test]
fn a_value_that_others_replace_later_is_reported_and_undo_leaves_theirs() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(10_000);
    editor.others_save(&with_reach(80));
    assert!(message(&editor.state).contains("theirs (80) stays instead of yours (90)"), "{}", message(&editor.state));
    editor.press("u");
    assert_eq!(first(&editor.state).reach, Some(80));

    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.pass(100_000);
    let told = message(&editor.state).to_owned();
    editor.others_save(&with_reach(80));
    assert_eq!(message(&editor.state), told, "only the title tells of changes to what is older");
}

#[test]
fn a_saved_deletion_that_others_take_back_is_told() {
    let mut editor = live();
    editor.press("d");
    editor.pass(500);
    assert_eq!(before(&editor.saved_map()), ["Compares"]);
    editor.others_save(&with_reach(80));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    assert!(message(&editor.state).contains("“Asks” is back: somebody else"), "{}", message(&editor.state));

    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.others_save(&without_asks());
    assert!(message(&editor.state).contains("deleted “Asks” after you changed it"), "{}", message(&editor.state));
}

#[test]
fn a_deletion_of_others_is_reported_once() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.press("r80<Enter>");
    editor.others_save(&without_asks());
    let told = message(&editor.state);
    assert!(told.contains("“Asks” stays") && !told.contains("after you changed it"), "{told}");
}

#[test]
fn a_deletion_that_the_user_undid_is_not_taken_for_one_of_others() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.press("d");
    editor.pass(500);
    editor.press("u");
    editor.others_save(&without_asks().replace("Compares", "Compares prices"));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
    assert!(!message(&editor.state).contains("Somebody else deleted"), "{}", message(&editor.state));
}

#[test]
fn two_programs_that_change_one_field_are_both_told() {
    let (mut one, mut two) = (live(), live());
    let copy = |from: &Editor, to: &mut Editor| {
        let held = disk::load(&from.file()).expect("a map");
        let known = disk::load(&to.file()).expect("a map").fingerprint;
        disk::save(&to.file(), &held.map, &held.comments, Some(&known), None).expect("saved");
        to.reread_written(0);
    };
    one.press("r90<Enter>");
    two.state.now += Duration::from_millis(50);
    two.press("r80<Enter>");
    one.pass(150);
    copy(&one, &mut two);
    two.pass(150);
    copy(&two, &mut one);
    for editor in [&one, &two] {
        assert_eq!(first(&editor.state).reach, Some(80));
        assert!(message(&editor.state).contains("(80) is later"), "{}", message(&editor.state));
    }
}
