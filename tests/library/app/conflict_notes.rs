//! Tests of settling the conflicts that a merge left in notes: on the board and from the review.

use crate::app::journal::{Editor, SHOP, map};
use crate::app::message;
use crate::support::{press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::map::{Phase, Touchpoint};

const MERGED: &str = "(format: 1, title: \"Shop\", notes: \"Merge conflict, goal: here “a”; in the other version “b” [goal: \\\"b\\\"]\", \
                      before: [(id: \"aaaaaaaa\", name: \"Hears\"), (id: \"bbbbbbbb\", name: \"Asks\", reach: 80, \
                      notes: \"Call them.\\nMerge conflict, reach: here 80; in the other version 90 [reach: 90]\\n\
                      Merge conflict, need: here —; in the other version “advice” [need: \\\"advice\\\"]\\nLast line\")])";

fn opened(text: &str) -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    state.open_map(map(text), None);
    press(&mut state, "");
    state
}

fn asks(state: &State) -> &Touchpoint {
    &state.map().phase(Phase::Before)[1]
}

#[test]
fn a_card_shows_its_conflict_and_a_key_settles_one_after_the_other() {
    let mut state = opened(MERGED);
    assert!(screen(&state, 120, 40).contains('≠'), "{}", screen(&state, 120, 40));
    press(&mut state, "j=");
    assert_eq!(state.context(), Context::Confirmation);
    let shown = screen(&state, 80, 24);
    for text in ["as it is here: 80", "as in the other version: 90", "decide later"] {
        assert!(shown.contains(text), "{shown}");
    }
    press(&mut state, "2");
    assert_eq!((asks(&state).reach, state.context()), (Some(90), Context::Confirmation), "the next one is asked");
    press(&mut state, "1");
    assert_eq!(state.context(), Context::Board);
    assert_eq!(asks(&state).notes.as_deref(), Some("Call them.\nLast line"));
    assert_eq!(asks(&state).need, None);
    assert!(!screen(&state, 120, 40).contains('≠'));
    press(&mut state, "uu");
    assert_eq!(state.map(), &map(MERGED), "each answer is one step");
}

#[test]
fn a_conflict_is_left_for_later_and_that_of_the_map_is_settled_elsewhere() {
    let mut state = opened(MERGED);
    press(&mut state, "j=<Esc>");
    assert_eq!(state.map(), &map(MERGED));
    press(&mut state, "k=");
    assert_eq!(state.context(), Context::Confirmation, "the selected touchpoint has none, the map has");
    press(&mut state, "2");
    assert_eq!(state.map().header().goal.as_deref(), Some("b"));
    assert_eq!(state.map().header().notes, None);
    press(&mut state, "=");
    assert!(message(&state).contains("The review"), "{}", message(&state));
}

#[test]
fn the_review_leads_to_the_question() {
    let mut state = opened(MERGED);
    press(&mut state, "R<Enter>j");
    let shown = screen(&state, 120, 40);
    assert!(shown.contains("merge conflict"), "{shown}");
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Confirmation);
    press(&mut state, "22");
    assert_eq!((asks(&state).notes.as_deref(), asks(&state).reach), (Some("Call them.\nLast line"), Some(90)));

    let note = "Merge conflict, goal: here “a”; in the other version “b” [goal: \\\"b\\\"]";
    let of_map = format!("(format: 1, title: \"Shop\", notes: \"{note}\")");
    let mut state = opened(&of_map);
    press(&mut state, "R<Enter>2");
    assert_eq!((state.map().header().notes.as_ref(), state.map().header().goal.as_deref()), (None, Some("b")));
}

#[test]
fn a_line_that_says_too_little_opens_the_notes_or_is_deleted() {
    for line in
        ["Merge conflict, reach: here 80; in the other version 90", "<<<<<<< ours", "Conflicto al fusionar, notas: x"]
    {
        let text =
            format!("(format: 1, title: \"S\", before: [(id: \"aaaaaaaa\", name: \"A\", notes: \"x\\n{line}\")])");
        let mut state = opened(&text);
        press(&mut state, "=");
        assert!(screen(&state, 100, 30).contains("does not say"), "{}", screen(&state, 100, 30));
        press(&mut state, "1");
        assert_eq!(state.context(), Context::Notes);
        let mut state = opened(&text);
        press(&mut state, "=2");
        assert_eq!(state.map().phase(Phase::Before)[0].notes.as_deref(), Some("x"));
    }
}

/// A live map with an open question about the first conflict in its notes.
fn asked_live(text: &str) -> Editor {
    let mut editor = Editor::new();
    editor.write_outside(text);
    editor.press(":live<Enter>=");
    assert_eq!(editor.state.context(), Context::Confirmation);
    editor
}

fn shop_with(notes: &str) -> String {
    SHOP.replace("reach: 100", &format!("reach: 80, notes: \"{}\"", notes.replace('"', "\\\"").replace('\n', "\\n")))
}

fn notes(editor: &Editor) -> Option<&str> {
    editor.state.map().phase(Phase::Before)[0].notes.as_deref()
}

const REACH: &str = "Merge conflict, reach: here 80; in the other version 90 [reach: 90]";
const NOTES_OF_OTHERS: &str = "Merge conflict, notes of the other version:";

#[test]
fn an_answer_finds_its_line_again_in_notes_that_others_changed_meanwhile() {
    for (key, reach) in [("1", 80), ("2", 90)] {
        let mut editor = asked_live(&shop_with(&format!("Call them.\n{REACH}\nLast line")));
        editor.write_outside(&shop_with(&format!("Ring every one of them back.\nToday.\n{REACH}\nLast line")));
        editor.press(key);
        assert_eq!(notes(&editor), Some("Ring every one of them back.\nToday.\nLast line"));
        assert_eq!(editor.state.map().phase(Phase::Before)[0].reach, Some(reach));
    }
}

#[test]
fn an_answer_to_a_conflict_that_others_changed_meanwhile_changes_nothing_and_says_so() {
    let block = |theirs: &str| shop_with(&format!("Ours\n{NOTES_OF_OTHERS} [lines: 1]\n{theirs}\nMine"));
    let with_reach = shop_with(&format!("Ours\n{REACH}"));
    let without_it = "(format: 1, title: \"Shop\", before: [(id: \"bbbbbbbb\", name: \"Compares\")])";
    for (asked, since, then) in [
        (with_reach.clone(), shop_with("Settled in the meeting.\nAnd more."), Context::Board),
        (with_reach.clone(), with_reach.replace("reach: 80,", "reach: 85,"), Context::Confirmation),
        (with_reach, without_it.to_owned(), Context::Confirmation),
        (block("Their text"), block("Their longer text"), Context::Confirmation),
    ] {
        for key in ["1", "2"] {
            let mut editor = asked_live(&asked);
            editor.write_outside(&since);
            let changed = editor.state.map().clone();
            editor.press(key);
            assert_eq!((editor.state.map(), editor.state.context()), (&changed, then), "{since}");
            assert!(message(&editor.state).contains("nothing was changed here"), "{}", message(&editor.state));
        }
    }
}

#[test]
fn a_note_with_fewer_lines_than_it_says_takes_no_line_of_the_user() {
    let block = format!("Ours\n{NOTES_OF_OTHERS} [lines: 3]\nTheirs");
    let mut state = opened(&shop_with(&format!("{block}\nMine")));
    press(&mut state, "=");
    assert!(screen(&state, 100, 30).contains("does not say"), "{}", screen(&state, 100, 30));
    press(&mut state, "2");
    assert_eq!(state.map().phase(Phase::Before)[0].notes.as_deref(), Some("Ours\nTheirs\nMine"));
}

#[test]
fn opening_and_saving_a_map_say_how_many_conflicts_are_left() {
    let mut editor = Editor::with_text(MERGED);
    assert_eq!(message(&editor.state), "3 conflicts of merges are left: = on their cards (≠) settles them.");
    editor.press("j=2<Esc><ctrl-s>");
    assert!(message(&editor.state).contains("2 conflicts of merges are left"), "{}", message(&editor.state));

    let of_map = MERGED.replace("Merge conflict, ", "").replacen("goal", "Merge conflict, goal", 1);
    let editor = Editor::with_text(&of_map);
    assert_eq!(message(&editor.state), "1 conflict of a merge is left in the map’s notes: = settles it.");
}
