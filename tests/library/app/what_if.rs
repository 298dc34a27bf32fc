//! Tests of the what-if on the board: its numbers, and where the funnel begins.

use crate::app::message;
use crate::support::{press, screen, with_map};
use periplo::app::model::pane::Pane;

/// A map with a funnel of 1,000, 400 and 100 customers.
const MAP: &str = "(format: 1, title: \"t\", before: [(name: \"Hears of it\", reach: 1000), (name: \"Asks\", reach: 400)], \
                   during: [(name: \"Pays\", reach: 100)])";

#[test]
fn the_buyers_of_a_what_if_and_their_difference_add_up() {
    let map = "(format: 1, title: \"t\", before: [(name: \"Sees it\", reach: 10000)], during: [(name: \"Pays\", reach: 2600)])";
    // 301.5 and 2,604.5 buyers are rounded, and so are the differences to 2,600.
    let cases = [
        ("3.015", "302 buyers, 2,298 fewer than now", "(−2,298)"),
        ("26.045", "2,605 buyers, 5 more than now", "(+5)"),
        ("26.004", "2,600 buyers, 0.4 more than now", "(+0.4)"),
    ];
    for (conversion, sentence, difference) in cases {
        let mut state = with_map(map);
        press(&mut state, &format!("<Tab>j={conversion}<Enter>"));
        let shown = screen(&state, 120, 40);
        assert!(shown.contains(sentence) && shown.contains(difference), "{shown}");
    }
}

#[test]
fn where_the_funnel_begins_no_what_if_is_left_and_it_says_so() {
    let mut state = with_map(MAP);
    press(&mut state, "<Tab>j+j+kB");
    assert!(message(&state).contains("The what-if change of a step up to there is removed"), "{}", message(&state));
    assert_eq!(state.board.what_if.len(), 1, "the purchase still has one");
    press(&mut state, "<Esc>");
    assert!(message(&state).contains("All what-if changes are reset"), "{}", message(&state));
    assert_eq!((state.shown().funnel().begin, state.board.pane), (1, Pane::Side));
    press(&mut state, "B");
    assert_eq!(message(&state), "The funnel begins at the first step again.");
}
