//! The timer of the presentation: it goes by what the clock says, and wakes the program only while it runs.

use std::time::Duration;

use crate::app::message;
use crate::support::{play, press};
use periplo::app::model::context::Context;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::model::timer::parse;
use periplo::app::update;

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn tick(state: &mut State, now: Duration) -> Vec<Effect> {
    update(state, Msg::Tick(now))
}

fn begun(typed: &str) -> State {
    let (mut state, _) = play("aPays<Enter><Esc>P");
    tick(&mut state, seconds(100));
    press(&mut state, &format!("t{typed}<Enter>"));
    state
}

#[test]
fn lengths_are_typed_as_people_say_them() {
    let read = [("5", 300), ("2:30", 150), ("90s", 90), (" 10 min ", 600), ("1h", 3_600), ("0:05", 5), ("24h", 86_400)];
    for (text, length) in read {
        assert_eq!(parse(text), Some(seconds(length)), "{text}");
    }
    for text in [
        "",
        "0",
        "0s",
        "2:3",
        "2:60",
        ":30",
        "2:",
        "1:00:00",
        "five",
        "5 x",
        "-1",
        "25h",
        "2:30s",
        "99999999999999999999",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn five_minutes_are_proposed_and_afterwards_what_was_taken_last() {
    let mut state = begun("");
    assert_eq!(state.show.timer.seconds(state.now), Some(300));
    press(&mut state, "Tt2:30<Enter>Tt<Enter>");
    assert_eq!(state.show.timer.seconds(state.now), Some(150));
}

#[test]
fn what_is_no_time_is_told_and_stays_to_be_mended() {
    let mut state = begun("five");
    assert_eq!(state.context(), Context::Prompt);
    assert!(message(&state).contains("2:30"), "{}", message(&state));
    press(&mut state, "<Esc>");
    assert_eq!((state.context(), state.show.timer.seconds(state.now)), (Context::Presentation, None));
}

#[test]
fn the_program_is_woken_for_each_second_that_is_shown_and_only_while_the_timer_runs() {
    let (mut state, _) = play("aPays<Enter><Esc>P");
    assert_eq!(state.show.timer.wakes_at(state.now), None);
    tick(&mut state, Duration::from_millis(400));
    press(&mut state, "t2s<Enter>");
    assert_eq!(state.show.timer.wakes_at(state.now), Some(Duration::from_millis(1_400)));
    tick(&mut state, Duration::from_millis(1_400));
    assert_eq!(
        (state.show.timer.seconds(state.now), state.show.timer.wakes_at(state.now)),
        (Some(1), Some(Duration::from_millis(2_400)))
    );
    press(&mut state, "t");
    assert_eq!(state.show.timer.wakes_at(state.now), None, "it stands still");
    press(&mut state, "t");
    tick(&mut state, Duration::from_millis(2_400));
    assert!(state.show.timer.is_up());
    assert_eq!(state.show.timer.wakes_at(state.now), None);
}

#[test]
fn its_end_rings_once_and_is_shown_until_a_key() {
    let mut state = begun("90s");
    assert!(tick(&mut state, seconds(189)).is_empty());
    assert_eq!((state.show.timer.seconds(state.now), state.show.timer.is_last_minute(state.now)), (Some(1), true));
    assert!(matches!(tick(&mut state, seconds(190)).as_slice(), [Effect::Ring]));
    assert!(tick(&mut state, seconds(191)).is_empty());
    assert!(state.show.timer.is_up());
    press(&mut state, "<Right>");
    assert!(!state.show.timer.is_up());
}

#[test]
fn what_is_typed_at_its_end_does_not_take_it_away() {
    let mut state = begun("5s");
    press(&mut state, "aAsks");
    tick(&mut state, seconds(106));
    press(&mut state, " a friend<Enter><Esc>");
    assert!(state.show.timer.is_up());
    press(&mut state, "z");
    assert!(!state.show.timer.is_up());
}

#[test]
fn a_program_that_slept_has_the_right_time_afterwards() {
    let mut state = begun("5");
    tick(&mut state, seconds(250));
    assert_eq!(state.show.timer.seconds(state.now), Some(150));
    press(&mut state, "t");
    tick(&mut state, seconds(900));
    assert_eq!(state.show.timer.seconds(state.now), Some(150), "a pause costs nothing");
    press(&mut state, "t");
    assert!(matches!(tick(&mut state, seconds(5_000)).as_slice(), [Effect::Ring]));
}

#[test]
fn it_goes_on_over_the_board_and_is_stopped_by_a_key() {
    let mut state = begun("5");
    press(&mut state, "<Esc>");
    tick(&mut state, seconds(101));
    assert_eq!(state.show.timer.seconds(state.now), Some(299));
    press(&mut state, "PT");
    assert_eq!(state.show.timer.seconds(state.now), None);
    press(&mut state, "T");
    assert!(message(&state).contains("timer"), "{}", message(&state));
}
