//! FilterDialog the board, and jumping over it.

use crate::app::{message, paste};
use crate::support::{names, play, press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::state::State;
use periplo::map::{Phase, Place};

const SHOP: &str = "aHears of it #off #unint :)<Enter>Compares #on #int @\"search site\"<Enter>Facebook #on<Enter><Esc>\
                    laAsks #off #int ! :(<Enter>Pays #on #int !<Enter><Esc>laUnpacks #prod<Enter><Esc>hhg";

/// The names of all touchpoints that the filter wants.
fn kept(state: &State) -> Vec<String> {
    let wanted = state.map().touchpoints().filter(|(_, each)| state.matches_filter(each.id));
    wanted.map(|(_, each)| each.name.to_string()).collect()
}

fn selected(state: &State) -> String {
    state.map().at(state.board.place()).map(|each| each.name.to_string()).unwrap_or_default()
}

#[test]
fn the_board_follows_while_the_filter_is_typed() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#o");
    assert_eq!(kept(&state).len(), 6, "what is not typed to its end asks for nothing");
    press(&mut state, "ff");
    assert_eq!(kept(&state), ["Hears of it", "Asks"]);
    assert_eq!(selected(&state), "Hears of it", "what was selected is wanted and stays so");
    press(&mut state, " !");
    assert_eq!(kept(&state), ["Asks"]);
    assert_eq!(selected(&state), "Asks");
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Board);
    assert!(message(&state).starts_with("One touchpoint"), "{}", message(&state));
    press(&mut state, "<Esc>");
    assert_eq!(kept(&state).len(), 6);
    assert!(message(&state).contains("off"), "{}", message(&state));
}

#[test]
fn a_filter_that_is_left_is_as_it_was_before() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#on<Enter>");
    let place = state.board.place();
    press(&mut state, "f !<Tab><Space><Esc>");
    assert_eq!(kept(&state), ["Compares", "Facebook", "Pays"]);
    assert!(!state.hides_unmatched());
    assert_eq!(state.board.place(), place);
    press(&mut state, "f<ctrl-u><Enter>");
    assert_eq!(kept(&state).len(), 6, "an empty line drops the filter");
    assert!(state.board.filter.is_none());
}

#[test]
fn choices_are_ticked_and_write_their_marks() {
    let (mut state, _) = play(SHOP);
    // The rest, then the kinds: the second is offline.
    press(&mut state, "f<Down><Down><Right><Space>");
    assert_eq!(kept(&state), ["Hears of it", "Asks"]);
    press(&mut state, "<Left><Space>");
    assert_eq!(kept(&state).len(), 5, "one of both kinds is enough");
    press(&mut state, "<Space><Right><Space>");
    assert_eq!(kept(&state).len(), 6, "ticked again, nothing is asked for");
    press(&mut state, "<Space>!<Enter>");
    assert_eq!(
        state.board.filter.as_ref().map(|filter| filter.line()),
        Some("#offline !"),
        "letters go on in the line"
    );
}

#[test]
fn what_is_hidden_is_passed_over_and_never_selected_by_moving() {
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
    assert_eq!(selected(&state), "Hears of it", "the next one of the journey, which goes on at its beginning");
    press(&mut state, "l");
    assert_eq!(selected(&state), "Asks", "the only one of its phase");
    press(&mut state, "hF<Down>");
    assert_eq!(selected(&state), "Compares", "what is small can be reached");
}

#[test]
fn n_goes_over_what_the_filter_wants() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#on<Enter>n");
    assert_eq!((selected(&state), message(&state)), ("Facebook".to_owned(), "2 of 3"));
    press(&mut state, "n");
    assert_eq!(state.board.place(), Place::new(Phase::During, 1));
    press(&mut state, "nN");
    assert_eq!((selected(&state), message(&state)), ("Pays".to_owned(), "3 of 3"));
    press(&mut state, "/a<Enter>nn");
    assert_eq!((selected(&state), message(&state)), ("Facebook".to_owned(), "2 of 3"), "finds that are wanted too");
}

#[test]
fn what_is_added_stays_in_sight_until_one_goes_on() {
    let (mut state, _) = play(SHOP);
    press(&mut state, "f#off<Enter>F");
    press(&mut state, "aReads a leaflet #on<Enter>");
    assert!(message(&state).contains("hidden as soon as you go on"), "{}", message(&state));
    press(&mut state, "<Esc>");
    let rows = |state: &State| state.visible_rows(state.map(), Phase::Before, state.board.place()).len();
    assert_eq!((selected(&state).as_str(), rows(&state)), ("Reads a leaflet", 2));
    press(&mut state, "k");
    assert_eq!((selected(&state).as_str(), rows(&state)), ("Hears of it", 1));
    press(&mut state, "d");
    assert_eq!(rows(&state), 1, "nothing of this phase is wanted any more; what is selected is shown");
}

#[test]
fn a_move_goes_over_what_is_hidden_to_the_other_side_of_the_next_that_is_shown() {
    let (mut state, _) = play("aA #on<Enter>B<Enter>C<Enter>D #on<Enter>E<Enter><Esc>f#on<Enter>Fg");
    assert_eq!(selected(&state), "A");
    press(&mut state, "J");
    assert_eq!(names(state.map(), Phase::Before), ["B", "C", "D", "A", "E"]);
    press(&mut state, "K");
    assert_eq!(names(state.map(), Phase::Before), ["B", "C", "A", "D", "E"], "next to it, one step as ever");
    press(&mut state, "uu");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B", "C", "D", "E"]);
}

#[test]
fn the_filter_follows_what_is_changed_and_the_funnel_stays_whole() {
    let (mut state, _) = play("aSees =100<Enter>Buys =10 #on<Enter><Esc>f#?<Enter>");
    assert_eq!(kept(&state), ["Sees", "Buys"]);
    press(&mut state, "g1i");
    assert_eq!(kept(&state), ["Buys"]);
    assert_eq!(state.shown().funnel().buyers, Some(10));
    assert_eq!(state.shown().funnel().steps.len(), 2);
    press(&mut state, "u");
    assert_eq!(kept(&state), ["Sees", "Buys"]);
}

#[test]
fn findings_owners_and_channels_of_the_map_are_offered() {
    let map = r#"(format: 1, title: "t", before: [
        (name: "Facebook", owner: "Ana \"Boss\" Ruiz", channel: "social network", need: "n"),
        (name: "Asks", kind: Online, intent: Intentional, owner: "Ben", need: "n"),
    ], during: [(name: "Pays", kind: Online, intent: Unintentional, need: "n", action: "a")], after: [])"#;
    let mut state = with_map(map);
    press(&mut state, "f<Up><Up><Space>");
    assert_eq!(kept(&state), ["Facebook"], "the first owner, written without what stands between quotation marks");
    press(&mut state, "<Space><Up><Space>");
    assert_eq!(kept(&state), ["Facebook"], "the warnings");
    press(&mut state, "<ctrl-u>rule:untagged");
    assert_eq!(kept(&state), ["Facebook"]);
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
    assert_eq!(kept(&state), ["Pays"]);
}

#[test]
fn one_key_leads_from_finding_to_finding_and_says_what_to_do() {
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
fn one_key_leads_to_what_is_not_tagged_until_all_is() {
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
fn what_is_said_to_be_hidden_is_what_cannot_be_seen() {
    let (mut state, _) = play("aA #on<Enter>B #off<Enter>C #off<Enter><Esc>g<ctrl-a>f#on<Enter>F");
    assert!(
        message(&state).starts_with("All touchpoints match") || !message(&state).contains('2'),
        "{}",
        message(&state)
    );
    assert!(screen(&state, 100, 30).contains("3/3"), "{}", screen(&state, 100, 30));
    press(&mut state, "F<Esc>gF");
    assert!(message(&state).contains("2 touchpoints are hidden"), "{}", message(&state));
    assert!(screen(&state, 100, 30).contains("1/3"));
}
