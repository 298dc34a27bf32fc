//! Tests of the what-if on the board: its numbers, and where the funnel begins.

use crate::app::message;
use crate::app::side_panes::{SHOP, buyers, reaches};
use crate::support::{press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::pane::Pane;

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
fn beginning_the_funnel_removes_what_ifs_up_to_there_and_says_so() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>j+j+kB");
    assert!(message(&state).contains("One what-if change at that step or before it is removed"), "{}", message(&state));
    assert_eq!(state.board.what_if.len(), 1, "the purchase still has one");
    press(&mut state, "<Esc>");
    assert!(message(&state).contains("All what-if changes are reset"), "{}", message(&state));
    assert_eq!((state.shown().funnel().begin, state.board.pane), (1, Pane::Side));
    press(&mut state, "B");
    assert_eq!(message(&state), "The funnel begins at the first step again.");
}

#[test]
fn a_what_if_changes_conversions_by_one_or_more_points() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>j+");
    assert_eq!(state.context(), Context::Funnel);
    // 41 % of 1,000 reach the second step, and a quarter of those reach the last.
    assert_eq!(buyers(&state), Some(102.5));
    press(&mut state, "+-<backspace>>");
    assert_eq!(buyers(&state), Some(115.0), "five points more at once");
    press(&mut state, "j=50<Enter>");
    assert_eq!(buyers(&state), Some(230.0), "half of 460");
    press(&mut state, "=+10<Enter>");
    assert_eq!(buyers(&state), Some(276.0), "ten points more than the what-if had");
    let shown = screen(&state, 120, 40);
    for text in ["→ 460", "→ 276", "276 buyers, 176 more than now"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    assert_eq!(reaches(&state), [Some(1000), Some(400), Some(100), None], "the map does not change");
    assert!(!state.session.document.is_dirty());
}

#[test]
fn the_marks_of_a_what_if_belong_to_its_numbers() {
    let mut state = with_map(SHOP);
    assert!(screen(&state, 160, 45).contains("▼ biggest loss −600"), "{}", screen(&state, 160, 45));
    // 90 % of 1,000 come, so that most are lost at the till.
    press(&mut state, "<Tab>j=90<Enter>");
    let shown = screen(&state, 160, 45);
    assert!(shown.contains("▼ biggest loss −675"), "{shown}");
    assert!(!shown.contains("−600"), "{shown}");
    let rows: Vec<&str> = shown.lines().collect();
    let after = |text: &str| rows.iter().rposition(|row| row.contains(text));
    let [step, mark] = [after("100 → 225"), rows.iter().position(|row| row.contains("▼"))];
    assert!(step < mark && step.is_some(), "the mark is below the third step:\n{shown}");
    press(&mut state, "<Esc>");
    assert!(screen(&state, 160, 45).contains("▼ biggest loss −600"));
}

#[test]
fn escape_drops_the_what_if_and_conversions_stay_within_100_percent() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>j+<Esc>");
    assert_eq!((buyers(&state), state.board.pane), (None, Pane::Side));
    press(&mut state, "=101<Enter>");
    assert_eq!(state.context(), Context::Prompt, "more than 100 % is refused");
    press(&mut state, "<ctrl-u>abc<Enter><ctrl-u>100<Enter>");
    assert_eq!(buyers(&state), Some(250.0));
    press(&mut state, "+++");
    assert_eq!(buyers(&state), Some(250.0), "100 % is the most");
    press(&mut state, "<Esc>k+");
    assert!(
        message(&state).contains("first step with a reach"),
        "the first step has no conversion: {}",
        message(&state)
    );
    press(&mut state, "<Esc>");
    assert_eq!(state.board.pane, Pane::Columns);
}

#[test]
fn a_step_without_a_conversion_says_why() {
    let map = SHOP.replace("reach: 400, ", "");
    assert_ne!(map, SHOP);
    let cases = [
        (SHOP, "<Tab>+", "the first step with a reach"),
        (SHOP, "<Tab>jjj=", "ends at the purchase"),
        (SHOP, "<Tab>jB<Tab><Tab>k+", "where the funnel begins"),
        (&map, "<Tab>j-", "Nobody knows how many reach this step"),
    ];
    for (map, keys, why) in cases {
        let mut state = with_map(map);
        press(&mut state, keys);
        assert!(message(&state).contains(why), "{keys}: {}", message(&state));
        assert!(state.board.what_if.is_empty());
    }
}
