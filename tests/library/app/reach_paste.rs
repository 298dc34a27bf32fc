//! A column of numbers that is pasted at `r`.

use crate::app::{message, paste};
use crate::support::{play, press};
use periplo::app::model::dialog::Dialog;
use periplo::app::model::state::State;
use periplo::map::Evidence;

/// Returns a board with A and B before, C and D during, E after the purchase, and B selected.
fn board() -> State {
    let (mut state, _) = play("aA<Enter>B<Enter><Esc>laC<Enter>D<Enter><Esc>laE<Enter><Esc>hhgj");
    assert_eq!(&*state.board.selected().and_then(|id| state.map().touchpoint(id)).expect("a touchpoint").name, "B");
    press(&mut state, "r");
    state
}

fn reaches(state: &State) -> Vec<Option<u64>> {
    state.map().touchpoints().map(|(_, each)| each.reach).collect()
}

const NOTHING: [Option<u64>; 5] = [None; 5];

#[test]
fn the_numbers_go_to_the_following_touchpoints_in_one_undo_step() {
    for text in ["1200\n300\n20\n", "1.200\r\n300\r\n20\r\n", "1,200\r300\r20", "1 200\t300\t20", "1200.0\n3E2\n20"] {
        let mut state = board();
        paste(&mut state, text);
        if text.contains('E') {
            assert!(
                message(&state).starts_with("Line 2 of the paste, “3E2”: a whole number is needed"),
                "{}",
                message(&state)
            );
            assert_eq!(reaches(&state), NOTHING);
            continue;
        }
        assert_eq!(reaches(&state), [None, Some(1200), Some(300), Some(20), None], "{text:?}");
        assert_eq!(message(&state), "The reaches of 3 touchpoints are changed, beginning with “B”.");
        assert!(state.dialogs.is_empty());
        press(&mut state, "u");
        assert_eq!(reaches(&state), NOTHING);
    }
}

#[test]
fn an_empty_cell_leaves_its_touchpoint_as_it_is() {
    let mut state = board();
    press(&mut state, "<Down>7<Up>");
    let before = reaches(&state);
    assert!(before.contains(&Some(7)), "{before:?}");
    paste(&mut state, "5\n\n6\n\n");
    assert_eq!(reaches(&state), [None, Some(5), Some(7), Some(6), None]);
    assert_eq!(message(&state), "The reaches of 2 touchpoints are changed, beginning with “B”.");
}

#[test]
fn what_cannot_be_taken_changes_nothing_and_keeps_the_line() {
    let refused = [
        (
            "1\n2\n3\n4",
            "The paste has 4 numbers, and from here to the purchase there are 3 touchpoints. Nothing was changed.",
        ),
        ("2\nUsers", "Line 2 of the paste, “Users”: a whole number is needed, like 1200 or 1.2k. Nothing was changed."),
        ("1\n2.5", "Line 2 of the paste, “2.5”: a whole number is needed, without a fraction. Nothing was changed."),
        (
            "1\n\u{1b}[31m\u{202e}7",
            "Line 2 of the paste, “[31m7”: a whole number is needed, like 1200 or 1.2k. Nothing was changed.",
        ),
        ("1\n-2", "Line 2 of the paste, “-2”: a number below 0 makes no sense here. Nothing was changed."),
        ("Ad\t1\nPage\t2", "The paste has several columns. Copy only the column of numbers. Nothing was changed."),
    ];
    for (text, sentence) in refused {
        let mut state = board();
        press(&mut state, "9");
        paste(&mut state, text);
        assert_eq!(message(&state), sentence);
        assert_eq!(reaches(&state), NOTHING);
        let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { panic!("the line is closed") };
        assert_eq!(prompt.line.text(), "9");
    }
}

#[test]
fn after_the_purchase_the_numbers_stay_there() {
    let mut state = board();
    press(&mut state, "<Esc>llr");
    paste(&mut state, "4\n5");
    assert!(
        message(&state).contains("2 numbers, and from here to the end there is one touchpoint"),
        "{}",
        message(&state)
    );
    assert_eq!(reaches(&state), NOTHING);
}

#[test]
fn marked_touchpoints_get_one_number_each() {
    let mut state = board();
    press(&mut state, "<Esc>g<Space>l<Space>r");
    paste(&mut state, "40\n5");
    let given: Vec<u64> = reaches(&state).into_iter().flatten().collect();
    assert_eq!(given, [40, 5]);
    press(&mut state, "r");
    paste(&mut state, "1\n2\n3");
    assert_eq!(message(&state), "The paste has 3 numbers, and 2 touchpoints are marked. Nothing was changed.");
}

#[test]
fn one_number_is_typed_into_the_line_and_evidence_stays() {
    let mut state = board();
    paste(&mut state, "1,200\n");
    assert_eq!(reaches(&state), NOTHING);
    press(&mut state, "<Enter>");
    assert_eq!(reaches(&state)[1], Some(1200));
    assert!(state.map().touchpoints().all(|(_, each)| each.evidence == Evidence::Assumed));
}

#[test]
fn a_heading_and_cells_without_a_number_are_passed_over() {
    for text in ["Users\n1200\nn/d\n20", "Usuarios únicos\r\n1.200\r\n-\r\n20\r\n", "1200\nn/a\n20"] {
        let mut state = board();
        paste(&mut state, text);
        assert_eq!(reaches(&state), [None, Some(1200), None, Some(20), None], "{text:?}: {}", message(&state));
        press(&mut state, "u");
        assert_eq!(&*state.board.selected().and_then(|id| state.map().touchpoint(id)).expect("one").name, "B");
    }
}
