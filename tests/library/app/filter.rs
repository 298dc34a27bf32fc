//! Tests of the board's filter and of the keys that jump to matches, findings and untagged touchpoints.

use crate::app::{message, paste};
use crate::support::{names, play, press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::pane::SidePane;
use periplo::app::model::state::State;
use periplo::map::{Phase, Place};

const SHOP: &str = "aHears of it #off #unint :)<Enter>Compares #on #int @\"search site\"<Enter>Facebook #on<Enter><Esc>\
                    laAsks #off #int ! :(<Enter>Pays #on #int !<Enter><Esc>laUnpacks #prod<Enter><Esc>hhg";

/// Returns the names of all touchpoints that match the filter.
fn matching(state: &State) -> Vec<String> {
    let matches = state.map().touchpoints().filter(|(_, each)| state.matches_filter(each.id));
    matches.map(|(_, each)| each.name.to_string()).collect()
}

/// Returns the name of the selected touchpoint.
fn selected(state: &State) -> String {
    state.map().at(state.board.place()).map(|each| each.name.to_string()).unwrap_or_default()
}

#[test]
fn words_that_mean_nothing_are_told_when_the_filter_is_set() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "frule:no-nee! <Enter>");
    assert!(message(&state).contains("no rule is called “no-nee!”"), "{}", message(&state));
    assert!(message(&state).contains("no-need"), "{}", message(&state));
    press(&mut state, "f<Ctrl-U>#off #x<Enter>");
    assert!(message(&state).starts_with("“#x” means nothing"), "{}", message(&state));
    assert_eq!(matching(&state), ["Hears of it", "Asks"], "the other words filter");
    for (keys, title) in [("R", "whole map"), ("T", "Where to act first · whole map"), ("b", "whole map")] {
        press(&mut state, keys);
        let shown = screen(&state, 80, 24);
        assert!(shown.contains(title), "{title}:\n{shown}");
    }
}

#[test]
fn the_board_is_filtered_while_the_filter_is_typed() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#o");
    assert_eq!(matching(&state).len(), 6, "an incomplete term does not filter");
    press(&mut state, "ff");
    assert_eq!(matching(&state), ["Hears of it", "Asks"]);
    assert_eq!(selected(&state), "Hears of it", "the selected touchpoint matches and stays selected");
    press(&mut state, " !");
    assert_eq!(matching(&state), ["Asks"]);
    assert_eq!(selected(&state), "Asks");
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Board);
    assert!(message(&state).starts_with("One touchpoint"), "{}", message(&state));
    press(&mut state, "<Esc>");
    assert_eq!(matching(&state).len(), 6);
    assert!(message(&state).contains("off"), "{}", message(&state));
}

#[test]
fn leaving_the_filter_dialog_restores_the_previous_filter() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#on<Enter>");
    let place = state.board.place();
    press(&mut state, "f !<Tab><Space><Esc>");
    assert_eq!(matching(&state), ["Compares", "Facebook", "Pays"]);
    assert!(!state.hides_unmatched());
    assert_eq!(state.board.place(), place);
    press(&mut state, "f<ctrl-u><Enter>");
    assert_eq!(matching(&state).len(), 6, "an empty line drops the filter");
    assert!(state.board.filter.is_none());
}

#[test]
fn ticking_a_choice_changes_the_filter_line() {
    let (mut state, _) = play(SHOP);
    // The row below the checkbox for hidden cards lists the kinds; the second is offline.
    press(&mut state, "f<Down><Down><Right><Space>");
    assert_eq!(matching(&state), ["Hears of it", "Asks"]);
    press(&mut state, "<Left><Space>");
    assert_eq!(matching(&state).len(), 5, "either of the ticked kinds matches");
    press(&mut state, "<Space><Right><Space>");
    assert_eq!(matching(&state).len(), 6, "unticking both removes the terms");
    press(&mut state, "<Space>!<Enter>");
    assert_eq!(
        state.board.filter.as_ref().map(|filter| filter.line()),
        Some("#offline !"),
        "a typed letter goes into the line"
    );
}

#[test]
fn moving_skips_hidden_touchpoints() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#int<Enter>F");
    assert_eq!(selected(&state), "Compares");
    press(&mut state, "k");
    assert_eq!(selected(&state), "Compares");
    press(&mut state, "lg");
    assert_eq!(selected(&state), "Asks");
    press(&mut state, "jjj");
    assert_eq!(selected(&state), "Pays");
    press(&mut state, "<Esc>f#off<Enter>");
    assert_eq!(
        selected(&state),
        "Hears of it",
        "the search for the next match wraps around to the start of the journey"
    );
    press(&mut state, "l");
    assert_eq!(selected(&state), "Asks", "it is the only match in its phase");
    press(&mut state, "hF<Down>");
    assert_eq!(selected(&state), "Compares", "a dimmed card can be selected");
}

#[test]
fn n_goes_to_the_next_match_of_the_filter() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#on<Enter>n");
    assert_eq!((selected(&state), message(&state)), ("Facebook".to_owned(), "2 of 3"));
    press(&mut state, "n");
    assert_eq!(state.board.place(), Place::new(Phase::During, 1));
    press(&mut state, "nN");
    assert_eq!((selected(&state), message(&state)), ("Pays".to_owned(), "3 of 3"));
    press(&mut state, "/a<Enter>nn");
    assert_eq!(
        (selected(&state), message(&state)),
        ("Facebook".to_owned(), "2 of 3"),
        "n visits only search hits that also match the filter"
    );
}

#[test]
fn an_added_touchpoint_stays_visible_until_the_selection_moves() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#off<Enter>F");
    press(&mut state, "aReads a leaflet #on<Enter>");
    assert!(message(&state).contains("hidden as soon as you select another"), "{}", message(&state));
    press(&mut state, "<Esc>");
    let rows = |state: &State| state.visible_rows(state.map(), Phase::Before, state.board.place()).len();
    assert_eq!((selected(&state).as_str(), rows(&state)), ("Reads a leaflet", 2));
    press(&mut state, "k");
    assert_eq!((selected(&state).as_str(), rows(&state)), ("Hears of it", 1));
    press(&mut state, "d");
    assert_eq!(rows(&state), 1, "nothing in this phase matches any more, but the selected card is shown");
}

#[test]
fn moving_a_card_passes_hidden_cards_and_the_next_visible_one() {
    let (mut state, _) = play("aA #on<Enter>B<Enter>C<Enter>D #on<Enter>E<Enter><Esc>f#on<Enter>Fg");
    assert_eq!(selected(&state), "A");
    press(&mut state, "J");
    assert_eq!(names(state.map(), Phase::Before), ["B", "C", "D", "A", "E"]);
    press(&mut state, "K");
    assert_eq!(
        names(state.map(), Phase::Before),
        ["B", "C", "A", "D", "E"],
        "beside a visible card it moves by one row as usual"
    );
    press(&mut state, "uu");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B", "C", "D", "E"]);
}

#[test]
fn the_filter_follows_changes_and_the_funnel_keeps_all_steps() {
    let (mut state, _) = play("aSees =100<Enter>Buys =10 #on<Enter><Esc>f#?<Enter>");
    assert_eq!(matching(&state), ["Sees", "Buys"]);
    press(&mut state, "g1i");
    assert_eq!(matching(&state), ["Buys"]);
    assert_eq!(state.shown().funnel().buyers, Some(10));
    assert_eq!(state.shown().funnel().steps.len(), 2);
    press(&mut state, "u");
    assert_eq!(matching(&state), ["Sees", "Buys"]);
}

#[test]
fn the_filter_offers_findings_and_owners_of_the_map() {
    let map = r#"(format: 1, title: "t", before: [
        (name: "Facebook", owner: "Ana \"Boss\" Ruiz", channel: "social network", need: "n"),
        (name: "Asks", kind: Online, intent: Intentional, owner: "Ben", need: "n"),
    ], during: [(name: "Pays", kind: Online, intent: Unintentional, need: "n", action: "a")], after: [])"#;
    let mut state = with_map(map);
    press(&mut state, "f<Up><Up><Space>");
    assert_eq!(matching(&state), ["Facebook"], "the first owner is written without the quoted part");
    press(&mut state, "<Space><Up><Space>");
    assert_eq!(matching(&state), ["Facebook"], "this choice stands for the warnings");
    press(&mut state, "<ctrl-u>rule:untagged");
    assert_eq!(matching(&state), ["Facebook"]);
}

#[test]
fn a_paste_into_the_filter_is_read_as_one_line() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f");
    paste(&mut state, "#on\n\u{1b}[31m!");
    assert_eq!(state.context(), Context::Filter);
    paste(&mut state, "");
    press(&mut state, "<ctrl-u>");
    paste(&mut state, "#on\n!");
    assert_eq!(matching(&state), ["Pays"]);
}

#[test]
fn next_finding_selects_the_next_finding_and_says_what_to_do() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#on<Enter>.");
    assert_eq!(selected(&state), "Facebook");
    assert!(message(&state).contains("is a channel, not a touchpoint"), "{}", message(&state));
    assert!(message(&state).contains("more)"), "{}", message(&state));
    press(&mut state, ".,");
    assert_eq!(selected(&state), "Facebook");
    let (mut state, _) = play("aPays #on #int<Enter><Esc>");
    press(&mut state, "e<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>to be sure<Enter>.");
    assert_eq!(selected(&state), "Pays");
    assert!(message(&state).starts_with("Nothing found"), "{}", message(&state));
}

#[test]
fn next_untagged_selects_untagged_touchpoints_until_none_is_left() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "0");
    assert_eq!(selected(&state), "Facebook");
    press(&mut state, "i0");
    assert_eq!(selected(&state), "Unpacks");
    press(&mut state, "ig0");
    assert!(message(&state).starts_with("Every touchpoint"), "{}", message(&state));
    assert_eq!(names(state.map(), Phase::After), ["Unpacks"]);
}

#[test]
fn the_hidden_count_counts_only_invisible_cards() {
    let (mut state, _) = play("aA #on<Enter>B #off<Enter>C #off<Enter><Esc>g<ctrl-a>f#on<Enter>F");
    assert!(
        message(&state).starts_with("All touchpoints match") || !message(&state).contains('2'),
        "{}",
        message(&state)
    );
    assert!(screen(&state, 100, 30).contains("3/3"), "{}", screen(&state, 100, 30));
    press(&mut state, "F<Esc><Esc>f#on<Enter>gF");
    assert!(message(&state).contains("2 touchpoints are hidden"), "{}", message(&state));
    assert!(screen(&state, 100, 30).contains("1/3"));
}

#[test]
fn escape_removes_the_filter_that_was_set_last_and_then_the_rest() {
    for opened in ["R<tab>", "z", "<space>", "R<tab>z<space>"] {
        let (mut state, _) = play("aPays #on<Enter>Asks #off<Enter><Esc>");
        press(&mut state, &format!("{opened}f#on<Enter>"));
        assert!(message(&state).contains("Esc shows all"), "{opened}: {}", message(&state));
        press(&mut state, "<Esc>");
        assert!(state.board.filter.is_none(), "{opened}");
        press(&mut state, "<Esc><Esc><Esc>");
        assert!(state.board.side == SidePane::Funnel && !state.board.widened && state.board.marked.is_empty());
    }
    // What was opened after the filter goes first.
    let (mut state, _) = play("aPays #on<Enter>Asks #off<Enter><Esc>f#on<Enter>R<Esc><Esc>");
    assert!(state.board.filter.is_some() && state.board.side == SidePane::Funnel);
    press(&mut state, "<Esc>");
    assert!(state.board.filter.is_none());
}

#[test]
fn a_jump_without_a_match_names_the_key_of_what_hides_it() {
    let cases = [
        ("fxyz<Enter>n", "to change the filter"),
        ("f#on<Enter>/unpacks<Enter>n", "to change the filter"),
        ("/xyz<Enter>n", "to search for other words"),
    ];
    for (keys, advice) in cases {
        let (state, _) = play(&format!("{SHOP}{keys}"));
        assert!(message(&state).contains(advice), "{keys}: {}", message(&state));
    }
}
