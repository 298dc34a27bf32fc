//! Drags and double clicks from the terminal to the map.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use periplo::app::model::context::Context;
use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, Gesture, Pointer, PointerTarget};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Phase, Place};
use periplo::store::Template;
use periplo::term::clock::Clock;
use periplo::term::input::{Input, Reaction, reaction, repeat_drag};
use periplo::term::input_batch::InputBatch;
use ratatui::layout::Rect;

use super::pointer::{at, found};
use crate::support::{play, show, with_template};

const SIZE: (u16, u16) = (100, 30);
const SCREEN: Rect = Rect::new(0, 0, SIZE.0, SIZE.1);

/// Returns a board with a column of 40 cards, with names of one to three lines.
fn long_column() -> State {
    let name = |number: usize| format!("{number} {}<Enter>", "asks ".repeat(1 + number * 5 % 13));
    let names: String = (0..40).map(name).collect();
    play(&format!("a{names}<Esc>g")).0
}

/// Sends a gesture at a position, and draws the next frame.
fn send_gesture(state: &mut State, gesture: Gesture, (x, y): (u16, u16)) {
    let target = at(state, SIZE, x, y);
    update(state, Msg::Pointer(Pointer { gesture, target, at: (x, y) }));
    show(state, SIZE.0, SIZE.1);
}

/// Lets time pass until the column scrolls, as the event loop does.
fn scroll_once(state: &mut State) {
    let due = state.wakes_at().expect("the column scrolls by itself");
    update(state, Msg::Tick(due));
    let held = repeat_drag(state, SCREEN).expect("a card is dragged");
    update(state, held);
    show(state, SIZE.0, SIZE.1);
}

/// Returns the cell of the screen that shows where the card would land.
fn landing_cell(state: &State) -> (u16, u16) {
    match found(state, SIZE, "▸")[..] {
        [at] => at,
        ref all => panic!("not one landing place: {all:?}"),
    }
}

/// Returns the landing place that the screen shows: before a card, or after the last one.
fn landing_place(state: &State) -> Place {
    let (x, y) = landing_cell(state);
    let under = match at(state, SIZE, x, y) {
        Some(
            PointerTarget::Board(BoardTarget::Card { place, .. })
            | PointerTarget::Board(BoardTarget::Edge { landing: place, .. }),
        ) => place,
        other => panic!("not a card: {other:?}"),
    };
    let landing = state.board.drag.as_ref().and_then(|drag| drag.landing).expect("a landing place");
    let is_after_last = landing.row == state.map().phase(landing.phase).len();
    assert_eq!(landing.row, under.row + usize::from(is_after_last));
    landing
}

/// Returns a board with a dragged card, and the position of the lower edge of the first column.
fn dragged_card() -> (State, (u16, u16)) {
    let mut state = long_column();
    send_gesture(&mut state, Gesture::Press, (5, 4));
    let edge = (4..SIZE.1)
        .rev()
        .find(|&y| matches!(at(&state, SIZE, 5, y), Some(PointerTarget::Board(BoardTarget::Edge { down: true, .. }))));
    (state, (5, edge.expect("the column scrolls down")))
}

#[test]
fn a_card_held_at_an_edge_lands_where_the_screen_shows() {
    for steps in [0, 1, 2, 7, 14, 60] {
        let (mut state, bottom) = dragged_card();
        send_gesture(&mut state, Gesture::Drag, bottom);
        for _ in 0..steps {
            let before = state.board.place();
            // At its end, the column stops scrolling.
            if state.wakes_at().is_none() {
                break;
            }
            scroll_once(&mut state);
            assert!(state.board.place() > before, "{steps}");
            landing_place(&state);
        }
        let dragged = state.board.drag.as_ref().map(|drag| drag.id);
        let below = state.map().at(landing_place(&state)).map(|each| each.id);
        assert_eq!(below.is_none(), steps == 60);
        send_gesture(&mut state, Gesture::Release, bottom);
        assert_eq!(state.board.selected(), dragged);
        let here = state.board.place();
        let next = state.map().at(Place::new(here.phase, here.row + 1)).map(|each| each.id);
        assert_eq!(next, below, "after {steps} steps");
    }
}

#[test]
fn a_column_scrolls_back_when_a_card_moves_straight_to_the_other_edge() {
    let (mut state, bottom) = dragged_card();
    send_gesture(&mut state, Gesture::Drag, bottom);
    for _ in 0..15 {
        scroll_once(&mut state);
    }
    let is_edge =
        |y: &u16| matches!(at(&state, SIZE, 5, *y), Some(PointerTarget::Board(BoardTarget::Edge { down: false, .. })));
    let top = (5, (0..6).find(is_edge).expect("the column scrolls up"));
    for (edge, down) in [(top, false), (bottom, true), (top, false)] {
        send_gesture(&mut state, Gesture::Drag, edge);
        for _ in 0..3 {
            let before = state.board.place();
            scroll_once(&mut state);
            assert_eq!(state.board.place() > before, down, "{edge:?}");
            assert_ne!(state.board.place(), before);
            landing_place(&state);
        }
    }
}

#[test]
fn the_landing_place_is_always_visible() {
    for (size, template) in [((46, 16), true), ((100, 30), true), ((100, 30), false)] {
        let mut state = if template { with_template(Template::Travel, Language::English) } else { long_column() };
        let count = state.map().len();
        let from = (3, if size.0 < 60 { 3 } else { 2 });
        let card = at(&state, size, from.0, from.1).expect("a card");
        update(&mut state, Msg::Pointer(Pointer { gesture: Gesture::Press, target: Some(card), at: from }));
        let mut edges = 0;
        for (y, x) in (1..size.1 - 2).flat_map(|y| (0..size.0).step_by(9).map(move |x| (y, x))) {
            let target = at(&state, size, x, y);
            update(&mut state, Msg::Pointer(Pointer { gesture: Gesture::Drag, target, at: (x, y) }));
            let landing = state.board.drag.as_ref().and_then(|drag| drag.landing);
            let shown = found(&state, size, "▸");
            assert_eq!(shown.len(), usize::from(landing.is_some()), "{size:?} {x},{y} {target:?} {landing:?}");
            edges += usize::from(matches!(target, Some(PointerTarget::Board(BoardTarget::Edge { .. }))));
        }
        assert!(template || edges > 1, "a long column has edges: {edges}");
        update(&mut state, Msg::Pointer(Pointer { gesture: Gesture::Release, target: Some(card), at: from }));
        assert_eq!(state.map().len(), count);
    }
}

fn mouse(kind: MouseEventKind, (column, row): (u16, u16), when: Instant) -> Input {
    Input::Event(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }), when)
}

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const RELEASE: MouseEventKind = MouseEventKind::Up(MouseButton::Left);

/// Returns the mouse events of a batch with their columns.
fn columns(inputs: impl IntoIterator<Item = Input>) -> Vec<(MouseEventKind, u16)> {
    let column = |input| match input {
        Input::Event(Event::Mouse(mouse), _) => (mouse.kind, mouse.column),
        other => panic!("not a mouse event: {other:?}"),
    };
    inputs.into_iter().map(column).collect()
}

#[test]
fn pending_drags_are_reduced_to_the_last_one_and_other_events_are_kept() {
    let (sender, pending) = mpsc::channel();
    let now = Instant::now();
    let kinds = [PRESS, DRAG, DRAG, DRAG, RELEASE, PRESS, RELEASE, DRAG, DRAG];
    for (column, kind) in (0..).zip(kinds) {
        sender.send(mouse(kind, (column, 4), now)).expect("the channel is open");
    }
    let first = pending.recv().expect("a pending event");
    assert_eq!(
        columns(InputBatch::new(first, &pending)),
        [(PRESS, 0), (DRAG, 3), (RELEASE, 4), (PRESS, 5), (RELEASE, 6), (DRAG, 8)]
    );
}

#[test]
fn a_double_click_depends_on_when_the_presses_arrived() {
    for (apart, context) in [(900, Context::Board), (120, Context::Form)] {
        let mut state = with_template(Template::Travel, Language::English);
        let (sender, pending) = mpsc::channel();
        let (clock, began) = (Clock::start(), Instant::now());
        for millis in [10, apart + 10] {
            let when = began + Duration::from_millis(millis);
            for kind in [PRESS, RELEASE] {
                sender.send(mouse(kind, (5, 4), when)).expect("the channel is open");
            }
        }
        let first = pending.recv().expect("a pending event");
        for input in InputBatch::new(first, &pending) {
            let arrived = input.arrived_at().expect("a terminal event has a time");
            update(&mut state, Msg::Tick(clock.elapsed_at(arrived)));
            if let Reaction::Update(msg) = reaction(&state, input, SCREEN) {
                update(&mut state, msg);
            }
        }
        assert_eq!(state.context(), context, "{apart} ms");
    }
}

#[test]
fn a_drag_without_a_card_is_ignored() {
    let mut state = with_template(Template::Travel, Language::English);
    for kind in [DRAG, RELEASE] {
        assert!(matches!(reaction(&state, mouse(kind, (5, 4), Instant::now()), SCREEN), Reaction::Ignore));
    }
    send_gesture(&mut state, Gesture::Press, (5, 4));
    assert_eq!(state.board.phase(), Phase::Before);
    for kind in [DRAG, RELEASE] {
        assert!(matches!(reaction(&state, mouse(kind, (5, 4), Instant::now()), SCREEN), Reaction::Update(_)));
    }
}
