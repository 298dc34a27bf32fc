//! Tests of questions that others cause: they open in a pause, take no key that was meant for the board, and obey only
//! the keys that they show.

use std::time::Duration;

use crate::app::journal::{Editor, with_reach};
use crate::app::{first, message};
use crate::support::{press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::msg::Msg;
use periplo::app::update;
use periplo::map::Kind;

impl Editor {
    /// Has another user write another reach than the unsaved one, right after the last key.
    fn cause_conflict(&mut self) {
        std::fs::write(self.file(), with_reach(90)).expect("written");
        self.reread();
    }

    /// Presses a key without the second in which a question is read.
    fn press_at_once(&mut self, key: &str) {
        let effects = update(&mut self.state, Msg::Key(key.parse().expect("a key")));
        self.perform(effects);
    }

    fn is_asked(&self) -> bool {
        self.state.dialogs.last().is_some_and(Dialog::is_question)
    }
}

#[test]
fn a_question_that_others_cause_waits_for_a_pause_and_takes_no_key_of_the_board() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    editor.cause_conflict();
    assert!(!editor.is_asked(), "the last key is too recent");
    for _ in 0..5 {
        editor.pass(500);
        assert!(!editor.is_asked());
        editor.press_at_once("2");
    }
    assert_eq!((first(&editor.state).kind, first(&editor.state).reach), (Some(Kind::ALL[1]), Some(80)));
    assert!(editor.state.wakes_at().is_some_and(|at| at > editor.state.now), "it opens without a further key");
    editor.pass(1000);
    assert!(editor.is_asked());
}

#[test]
fn a_question_that_has_just_opened_takes_no_answer_until_the_keys_pause() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    editor.cause_conflict();
    editor.pass(1000);
    for pause in [100, 500, 500, 500] {
        editor.state.now += Duration::from_millis(pause);
        editor.press_at_once("2");
        assert!(editor.is_asked() && message(&editor.state).contains("not taken"), "{}", message(&editor.state));
    }
    editor.state.now += Duration::from_millis(700);
    editor.press_at_once("2");
    assert!(!editor.is_asked());
    assert_eq!(first(&editor.state).reach, Some(90));
}

#[test]
fn a_question_that_follows_a_save_takes_an_answer_soon_but_no_key_that_was_typed_ahead() {
    for (pauses, is_answered) in [
        (&[20, 60][..], false),
        (&[100, 100, 100, 100, 100], false),
        (&[100, 210], true),
        (&[299, 149], false),
        (&[299, 150], true),
        (&[300], true),
    ] {
        let mut editor = Editor::new();
        editor.press("r80<Enter>");
        std::fs::write(editor.file(), with_reach(90)).expect("written");
        editor.press("<ctrl-s>");
        assert!(editor.is_asked(), "a save asks at once");
        for pause in pauses {
            assert!(editor.is_asked(), "{pauses:?}");
            editor.state.now += Duration::from_millis(*pause);
            editor.press_at_once("2");
        }
        assert_eq!(!editor.is_asked(), is_answered, "{pauses:?}");
    }
}

#[test]
fn a_question_obeys_only_the_keys_that_it_shows_and_names_them() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    editor.cause_conflict();
    editor.pass(1000);
    for key in ["g", "s", "<Enter>", "d", "c", ":", "j", "<Delete>"] {
        editor.press(key);
        assert!(editor.is_asked(), "{key}");
        assert!(message(&editor.state).contains("1, 2, Esc"), "{key}: {}", message(&editor.state));
    }
    assert_eq!(first(&editor.state).reach, Some(80));

    for key in [":", "<Enter>", "c", "1", "2", "g"] {
        let mut editor = Editor::new();
        editor.press("mq");
        assert_eq!(editor.state.context(), Context::Question);
        let effects = press(&mut editor.state, key);
        assert!(effects.is_empty() && editor.is_asked(), "{key}");
        assert!(message(&editor.state).contains("s, d, Esc"), "{key}: {}", message(&editor.state));
    }
}

#[test]
fn the_decision_about_a_conflict_is_told_and_one_undo_takes_the_other_side() {
    for (answer, chosen, other, told) in [
        ("1", 80, 90, "Yours stays: reach of “Asks” is 80. u takes theirs (90)."),
        ("2", 90, 80, "u takes yours (80)."),
    ] {
        let mut editor = Editor::new();
        editor.press("r80<Enter>jm");
        editor.cause_conflict();
        editor.pass(1000);
        editor.press(answer);
        assert_eq!(first(&editor.state).reach, Some(chosen));
        assert!(message(&editor.state).contains(told), "{}", message(&editor.state));
        editor.press("u");
        assert_eq!(first(&editor.state).reach, Some(other), "{answer}");
        assert!(editor.state.map().touchpoints().nth(1).is_some_and(|(_, each)| each.critical), "later changes stay");
        editor.press("u");
        editor.press("u");
        assert_eq!(first(&editor.state).reach, Some(90), "what others saved is not undone");
    }
}

#[test]
fn a_save_that_asked_says_how_the_conflict_was_decided() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    std::fs::write(editor.file(), with_reach(90)).expect("written");
    editor.press("<ctrl-s>");
    assert!(editor.is_asked(), "a save asks at once");
    editor.press("2");
    let told = message(&editor.state);
    assert!(told.contains("reach of “Asks” is 90") && told.contains("Saved"), "{told}");
    editor.press("m<ctrl-s>");
    assert!(!message(&editor.state).contains("reach"), "it is told once: {}", message(&editor.state));
}

#[test]
fn a_postponed_question_opens_again_with_the_next_save_and_without_contrary_advice() {
    let mut editor = Editor::new();
    editor.press("r80<Enter>");
    editor.cause_conflict();
    editor.pass(1000);
    editor.press("<Esc>");
    assert!(message(&editor.state).contains("Left open"), "{}", message(&editor.state));
    editor.press("<ctrl-s>");
    assert!(editor.is_asked());
    assert!(!screen(&editor.state, 100, 30).contains("press Esc here"), "{}", screen(&editor.state, 100, 30));
}
