//! Tests of dragging cards with the mouse.

use std::time::Duration;

use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, Gesture, Pointer, PointerTarget, SideTarget};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::map::{Phase, Place};

use super::message;
use crate::support::{names, play, press};

fn point(state: &mut State, gesture: Gesture, target: Option<PointerTarget>, at: (u16, u16)) {
    update(state, Msg::Pointer(Pointer { gesture, target, at }));
}

/// Drags from one target to another, far enough to count as a drag.
fn drag(state: &mut State, from: PointerTarget, to: Option<PointerTarget>) {
    point(state, Gesture::Press, Some(from), (10, 10));
    point(state, Gesture::Drag, to, (30, 20));
    point(state, Gesture::Release, to, (30, 20));
}

fn place(row: usize) -> Place {
    Place::new(Phase::Before, row)
}

fn card(row: usize, lower_half: bool) -> PointerTarget {
    PointerTarget::Board(BoardTarget::Card { place: place(row), lower_half })
}

fn before(state: &State) -> Vec<String> {
    names(state.map(), Phase::Before)
}

#[test]
fn a_dragged_card_lands_where_it_is_dropped() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>");
    drag(&mut state, card(0, false), Some(card(1, true)));
    assert_eq!(before(&state), ["Two", "One", "Three"]);
    drag(&mut state, card(2, false), Some(PointerTarget::Board(BoardTarget::Header(Phase::Before))));
    assert_eq!(before(&state), ["Three", "Two", "One"]);
    for (nth, over) in
        [PointerTarget::Board(BoardTarget::Column(Phase::After)), PointerTarget::Board(BoardTarget::Tab(Phase::After))]
            .into_iter()
            .enumerate()
    {
        drag(&mut state, card(0, false), Some(over));
        assert_eq!(names(state.map(), Phase::After).len(), nth + 1);
    }
    assert_eq!(names(state.map(), Phase::After), ["Three", "Two"]);
    assert_eq!(state.board.place(), Place::new(Phase::After, 1), "the dropped card is selected");
}

#[test]
fn a_click_moves_no_card() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>");
    point(&mut state, Gesture::Press, Some(card(1, false)), (10, 10));
    point(&mut state, Gesture::Release, Some(card(1, false)), (10, 10));
    assert_eq!((before(&state), state.board.place()), (vec!["One".into(), "Two".into(), "Three".into()], place(1)));
}

#[test]
fn a_drag_of_one_cell_moves_no_card() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>");
    let before = state.map().clone();
    for (gesture, row, at) in
        [(Gesture::Press, 0, (10, 5)), (Gesture::Drag, 1, (11, 6)), (Gesture::Release, 1, (11, 6))]
    {
        point(&mut state, gesture, Some(card(row, true)), at);
    }
    assert_eq!(state.map(), &before);
    assert_eq!(state.board.place().row, 0, "the card that was pressed is selected");
}

#[test]
fn a_drop_outside_the_columns_moves_nothing_and_says_so() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>");
    for outside in
        [None, Some(PointerTarget::Side(SideTarget::Empty)), Some(PointerTarget::Side(SideTarget::Step(place(0))))]
    {
        drag(&mut state, card(0, false), outside);
        assert_eq!(before(&state), ["One", "Two"]);
        assert!(message(&state).starts_with("Nothing can be dropped there"), "{}", message(&state));
    }
    let revision = state.session.document.revision();
    drag(&mut state, card(0, false), Some(card(0, true)));
    assert_eq!(
        (state.session.document.revision(), message(&state)),
        (revision, ""),
        "a drop on the card itself counts as a click"
    );
    assert_eq!(state.board.place(), place(0));
}

#[test]
fn marked_cards_are_dragged_together_and_unmarked_cards_alone() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter>Four<Enter><Esc>g<Space>j<Space>");
    drag(&mut state, card(2, false), Some(PointerTarget::Board(BoardTarget::Column(Phase::During))));
    assert_eq!(names(state.map(), Phase::During), ["One", "Three"]);
    press(&mut state, "u");
    assert_eq!(before(&state), ["One", "Two", "Three", "Four"], "undo takes one step");
    drag(&mut state, card(3, false), Some(PointerTarget::Board(BoardTarget::Column(Phase::During))));
    assert_eq!(names(state.map(), Phase::During), ["Four"]);
}

#[test]
fn a_card_lands_at_the_shown_place_also_among_alternatives() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter>Four<Enter><Esc>gjojo");
    assert_eq!(before(&state), ["One", "+Two", "+Three", "Four"]);
    // Only an alternative of a step can land inside the step.
    for (from, over, shown, after) in [
        (3, card(1, false), 3, ["One", "+Two", "+Three", "Four"]),
        (2, card(0, true), 1, ["One", "+Three", "+Two", "Four"]),
    ] {
        point(&mut state, Gesture::Press, Some(card(from, false)), (10, 10));
        point(&mut state, Gesture::Drag, Some(over), (30, 20));
        let landing = state.board.drag.as_ref().and_then(|drag| drag.landing);
        assert_eq!(landing, Some(place(shown)));
        point(&mut state, Gesture::Release, Some(over), (30, 20));
        assert_eq!(before(&state), after);
    }
}

#[test]
fn a_column_scrolls_while_a_card_is_held_at_its_edge() {
    let names: String = (0..40).map(|n| format!("Number {n}<Enter>")).collect();
    let (mut state, _) = play(&format!("a{names}<Esc>g"));
    let edge = PointerTarget::Board(BoardTarget::Edge { landing: place(6), down: true });
    point(&mut state, Gesture::Press, Some(card(0, false)), (10, 5));
    point(&mut state, Gesture::Drag, Some(edge), (10, 22));
    let landing = |state: &State| state.board.drag.as_ref().and_then(|drag| drag.landing);
    for row in 6..=14 {
        let at = state.wakes_at().expect("the scroll sets a wake-up time");
        update(&mut state, Msg::Tick(at.saturating_sub(Duration::from_millis(1))));
        assert!(row == 6 || state.board.place() == place(row - 1), "not too early");
        update(&mut state, Msg::Tick(at));
        assert_eq!(
            (state.board.place(), landing(&state)),
            (place(row), Some(place(6))),
            "the landing place stays as it was drawn"
        );
    }
    point(&mut state, Gesture::Drag, Some(card(12, false)), (10, 15));
    assert_eq!(state.wakes_at(), None, "away from the edge nothing scrolls");
    point(&mut state, Gesture::Release, Some(card(12, false)), (10, 15));
    assert_eq!(&*state.map().at(place(11)).expect("the card").name, "Number 0");
}

#[test]
fn escape_ends_a_drag_before_it_changes_the_board() {
    let (mut state, _) = play("aOne #on<Enter>Two<Enter><Esc>zf#on<Enter>");
    let appearance = |state: &State| (state.board.widened, state.board.filter.is_some());
    assert_eq!(appearance(&state), (true, true), "widened, and filtered");
    point(&mut state, Gesture::Press, Some(card(0, false)), (10, 10));
    point(&mut state, Gesture::Drag, Some(card(1, true)), (30, 20));
    for (drags, after) in [(false, (true, true)), (false, (true, false)), (false, (false, false))] {
        press(&mut state, "<Esc>");
        assert_eq!((state.board.drag.is_some(), appearance(&state)), (drags, after));
    }
    press(&mut state, "<Esc>");
    assert!(message(&state).starts_with("Nothing is marked"), "{}", message(&state));
}
