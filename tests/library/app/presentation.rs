//! Tests of the presentation: its pages, one phase alone, votes by number, and editing in it.

use std::time::Duration;

use crate::app::message;
use crate::support::{play, press, with_template};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::message::Tone;
use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, Gesture, Pointer, PointerTarget};
use periplo::app::model::presentation::{Page, Presentation};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::ranking::ranking;
use periplo::map::{Phase, Place};
use periplo::store::Template;

/// The keys that enter a journey and present it. Its first phase has two steps, one of them with two alternatives;
/// each of the other phases has one step.
const JOURNEY: &str = "aShop<Enter>Site<Enter>Friend<Enter><Esc>koglaPays<Enter><Esc>laReturns<Enter><Esc>hhgP";

fn presented() -> State {
    play(JOURNEY).0
}

fn shown(state: &State) -> Presentation {
    state.show.presentation.expect("a presentation")
}

fn at(state: &State) -> (Page, Place) {
    (shown(state).page, state.board.place())
}

fn place(phase: Phase, row: usize) -> Place {
    Place::new(phase, row)
}

#[test]
fn pages_go_through_the_steps_with_the_funnel_before_the_last_phase() {
    let mut state = presented();
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 0)));
    let stops = [
        (Page::Step, place(Phase::Before, 2)),
        (Page::Step, place(Phase::During, 0)),
        (Page::Funnel, place(Phase::During, 0)),
        (Page::Step, place(Phase::After, 0)),
    ];
    for (key, expected) in ["<Right>", " ", "<PageDown>", "l"].into_iter().zip(stops) {
        press(&mut state, key);
        assert_eq!(at(&state), expected, "{key}");
    }
    press(&mut state, "<Right>");
    assert_eq!(at(&state), stops[3], "the journey ends");
    assert_eq!(state.message.as_ref().map(|each| each.tone), Some(Tone::Refused));
    for (key, expected) in ["<Left>", "<PageUp>", "<Backspace>"].into_iter().zip([stops[2], stops[1], stops[0]]) {
        press(&mut state, key);
        assert_eq!(at(&state), expected, "{key}");
    }
    press(&mut state, "G");
    assert_eq!(at(&state), stops[3]);
    press(&mut state, "g");
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 0)));
}

#[test]
fn up_and_down_also_stop_at_the_alternatives_of_a_step() {
    let mut state = presented();
    for expected in [place(Phase::Before, 1), place(Phase::Before, 2), place(Phase::During, 0)] {
        press(&mut state, "j");
        assert_eq!(at(&state), (Page::Step, expected));
    }
    press(&mut state, "kk");
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 1)), "the last alternative of the step before");
}

#[test]
fn a_presentation_of_one_phase_stays_in_it() {
    let mut state = presented();
    press(&mut state, "P<Right><Right>");
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 2)), "the presentation stops at the end of the phase");
    press(&mut state, "<Tab><Right>");
    assert_eq!(at(&state), (Page::Funnel, place(Phase::During, 0)), "the funnel belongs to the purchase");
    press(&mut state, "<Right>");
    assert_eq!(at(&state).0, Page::Funnel);
    press(&mut state, "<Tab><Left>");
    assert_eq!(at(&state), (Page::Step, place(Phase::After, 0)));
    press(&mut state, "P<Left>");
    assert_eq!(at(&state).0, Page::Funnel, "the presentation shows the whole journey again");
}

#[test]
fn leaving_the_presentation_keeps_the_selection_on_the_board() {
    let mut state = presented();
    press(&mut state, "<Right><Right><Esc>");
    assert_eq!(state.context(), Context::Board);
    assert_eq!(state.board.place(), place(Phase::During, 0));
    press(&mut state, "<Space><F5>");
    assert_eq!(state.context(), Context::Presentation);
    assert!(state.board.marked.is_empty(), "the presentation shows no marks, so they are dropped");
}

fn votes(state: &State) -> Vec<u64> {
    state.map().touchpoints().map(|(_, each)| each.votes).collect()
}

/// Returns a presentation of 12 touchpoints in the first phase and 3 in each of the others, 100 seconds after the start.
fn long() -> State {
    let lines = |name: &str, count: usize| (1..=count).map(|n| format!("{name} {n}<Enter>")).collect::<String>();
    let (mut state, _) =
        play(&format!("a{}<Tab>{}<Tab>{}<Esc>hhgPz", lines("Looks", 12), lines("Pays", 3), lines("Tells", 3)));
    update(&mut state, Msg::Tick(Duration::from_secs(100)));
    state
}

#[test]
fn a_number_votes_for_its_touchpoint_and_undo_removes_the_vote() {
    let mut state = presented();
    press(&mut state, "221");
    assert_eq!(votes(&state), [1, 2, 0, 0, 0]);
    for number in ["6", "0"] {
        press(&mut state, number);
        assert_eq!(votes(&state), [1, 2, 0, 0, 0], "the map has five touchpoints");
        assert!(message(&state).contains(number) && message(&state).contains('5'), "{}", message(&state));
    }
    press(&mut state, "u");
    assert_eq!(votes(&state), [0, 2, 0, 0, 0]);
    press(&mut state, "2V");
    assert_eq!(votes(&state), [0, 2, 0, 0, 0], "the last vote is removed");
    press(&mut state, "z3<Tab>1");
    assert_eq!(votes(&state), [1, 2, 1, 0, 0], "in the overview the numbers are those of the steps");
    press(&mut state, "R1");
    assert_eq!(votes(&state), [1, 2, 1, 0, 0], "ranks are no numbers to vote by");
    assert!(message(&state).contains("overview"), "{}", message(&state));
}

#[test]
fn a_number_stays_with_its_touchpoint_wherever_the_selection_is() {
    let mut state = long();
    for keys in ["16", "g16", "<Tab>16", "G16", "<Enter>g16"] {
        press(&mut state, keys);
        assert_eq!(state.board.place(), place(Phase::After, 0), "{keys}");
    }
    assert_eq!(votes(&state)[15], 5);
}

#[test]
fn a_vote_waits_while_a_longer_number_begins_so() {
    let mut state = long();
    press(&mut state, "2");
    assert_eq!(votes(&state)[1], 1, "there is no touchpoint 20");
    press(&mut state, "1");
    assert_eq!((votes(&state)[0], state.context()), (0, Context::VoteNumber));
    assert_eq!(state.wakes_at(), Some(Duration::from_secs(101)));
    update(&mut state, Msg::Tick(Duration::from_millis(100_999)));
    assert_eq!(votes(&state)[0], 0);
    update(&mut state, Msg::Tick(Duration::from_secs(101)));
    assert_eq!((votes(&state)[0], state.context(), state.wakes_at()), (1, Context::Presentation, None));
    press(&mut state, "1<Enter>");
    assert_eq!((votes(&state)[0], at(&state).0), (2, Page::Overview), "Enter gives the vote and does nothing else");
    press(&mut state, "18");
    assert_eq!(votes(&state)[17], 1);
    press(&mut state, "10");
    assert_eq!(votes(&state)[9], 1);
    press(&mut state, "19");
    assert_eq!((votes(&state)[0], votes(&state)[8], state.context()), (2, 0, Context::Presentation));
    assert!(message(&state).contains("19"), "{}", message(&state));
}

#[test]
fn esc_and_backspace_forget_a_number_and_another_key_gives_its_vote_first() {
    let mut state = long();
    for key in ["<Esc>", "<Backspace>"] {
        press(&mut state, &format!("1{key}"));
        let later = state.now + Duration::from_secs(5);
        update(&mut state, Msg::Tick(later));
        assert_eq!((votes(&state)[0], at(&state).0, state.context()), (0, Page::Overview, Context::Presentation));
    }
    press(&mut state, "1j");
    assert_eq!((votes(&state)[0], state.board.place()), (1, place(Phase::Before, 1)));
}

#[test]
fn the_ranking_lists_most_votes_first_and_enter_opens_a_step() {
    let mut state = presented();
    press(&mut state, "2334R");
    let ranks: Vec<_> = ranking(state.map()).into_iter().map(|each| (each.rank, each.votes, each.place)).collect();
    let expected = [(1, 2, place(Phase::Before, 2)), (2, 1, place(Phase::Before, 1)), (2, 1, place(Phase::During, 0))];
    assert_eq!(ranks, expected);
    press(&mut state, "g<Down>");
    assert_eq!(at(&state), (Page::Ranking, place(Phase::Before, 1)));
    press(&mut state, "<Enter>");
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 1)));
}

#[test]
fn the_map_can_be_edited_during_the_presentation() {
    let mut state = presented();
    press(&mut state, "aAsks #off =9k<Enter>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::QuickEntry(_))));
    press(&mut state, "<Esc>im+");
    assert_eq!(at(&state), (Page::Step, place(Phase::Before, 2)), "the new touchpoint is shown");
    let asks = &state.map().phase(Phase::Before)[2];
    assert!(asks.critical && asks.intent.is_some() && asks.emotion.is_some() && asks.reach == Some(9_000));
    press(&mut state, "<Enter>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Form(_))));
    press(&mut state, "<Esc>uuuu");
    assert_eq!(state.map().len(), 5);
    assert_eq!(state.context(), Context::Presentation);
    press(&mut state, "?");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Help(help)) if help.context == Context::Presentation));
}

#[test]
fn any_key_ends_a_black_screen_and_does_nothing_else() {
    let mut state = presented();
    for black in [".", "b"] {
        press(&mut state, black);
        assert!(shown(&state).is_black);
        press(&mut state, "<Right>");
        assert!(!shown(&state).is_black);
        assert_eq!(at(&state), (Page::Step, place(Phase::Before, 0)));
    }
    press(&mut state, ".<Esc>");
    assert_eq!(state.context(), Context::Presentation);
}

#[test]
fn the_wheel_moves_the_selection_and_a_click_selects() {
    let mut state = presented();
    let mut point = |gesture, target| {
        update(&mut state, Msg::Pointer(Pointer { gesture, target, at: (1, 1) }));
        state.board.place()
    };
    assert_eq!(point(Gesture::WheelDown, None), place(Phase::Before, 1));
    assert_eq!(point(Gesture::WheelUp, None), place(Phase::Before, 0));
    let card = PointerTarget::Board(BoardTarget::Card { place: place(Phase::Before, 1), lower_half: true });
    assert_eq!(point(Gesture::Press, Some(card)), place(Phase::Before, 1));
    point(Gesture::Drag, Some(PointerTarget::Board(BoardTarget::Column(Phase::After))));
    point(Gesture::Release, Some(PointerTarget::Board(BoardTarget::Column(Phase::After))));
    assert_eq!(state.map().phase(Phase::After).len(), 1, "nothing is dragged");
}

#[test]
fn an_empty_map_can_be_presented_and_filled() {
    let (mut state, _) = play("P");
    press(&mut state, "<Right>z<Right>R<Down>z<Enter><Enter>");
    assert_eq!(state.context(), Context::Presentation);
    press(&mut state, "aHears of it<Enter><Esc>");
    assert_eq!(at(&state), (Page::Step, place(Phase::During, 0)));
    press(&mut state, "<Right>");
    assert_eq!(at(&state).0, Page::Funnel);
}

#[test]
fn opening_another_map_ends_the_presentation() {
    let mut state = presented();
    let map = with_template(Template::Trial, Language::English).map().clone();
    state.open_map(map, None);
    assert_eq!(state.context(), Context::Board);
}
