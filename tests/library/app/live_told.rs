//! Tests of what a live map tells about conflicts: both sides are told, once, and not longer than it is true.

use crate::app::journal::SHOP;
use crate::app::live::live;
use crate::app::{first, message};

/// Returns the map with another reach of the first touchpoint.
fn with_reach(reach: &str) -> String {
    SHOP.replace("reach: 100", &format!("reach: {reach}"))
}

#[test]
fn who_replaces_a_value_of_others_in_the_same_moment_is_told_and_one_undo_takes_theirs() {
    let mut editor = live();
    editor.others_save(&with_reach("80"));
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
    editor.others_save(&with_reach("80"));
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
    editor.others_save(&with_reach("50"));
    editor.pass(3000);
    editor.press("r90<Enter>");
    editor.others_save_before(&with_reach("80"), 200);
    let told = message(&editor.state);
    assert!(told.contains("yours (90) is later"), "{told}");
    assert!(!told.contains("after you"), "{told}");
}

#[test]
fn a_message_about_a_conflict_ends_when_others_change_the_value_again() {
    let mut editor = live();
    editor.press("r90<Enter>");
    editor.pass(500);
    editor.others_save(&with_reach("80"));
    assert!(message(&editor.state).contains("theirs (80) is later"), "{}", message(&editor.state));
    editor.pass(500);
    editor.others_save(&with_reach("80").replace("Compares", "Compares prices"));
    assert!(message(&editor.state).contains("theirs (80) is later"), "other changes leave it");
    editor.others_save(&with_reach("70").replace("Compares", "Compares prices"));
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
