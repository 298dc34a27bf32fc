//! Tests of the presentation's timer: it follows the clock and wakes the event loop only while it runs.

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

/// Returns a presentation, 100 seconds after the start, with the typed length for the timer.
fn with_timer(typed: &str) -> State {
    let (mut state, _) = play("aPays<Enter><Esc>P");
    tick(&mut state, seconds(100));
    press(&mut state, &format!("t{typed}<Enter>"));
    state
}

#[test]
fn durations_are_read_in_the_usual_notations() {
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
fn the_timer_proposes_five_minutes_and_later_the_last_duration() {
    let mut state = with_timer("");
    assert_eq!(state.show.timer.seconds(state.now), Some(300));
    press(&mut state, "Tt2:30<Enter>Tt<Enter>");
    assert_eq!(state.show.timer.seconds(state.now), Some(150));
}

#[test]
fn an_unreadable_duration_is_refused_and_can_be_corrected() {
    let mut state = with_timer("five");
    assert_eq!(state.context(), Context::Prompt);
    assert!(message(&state).contains("2:30"), "{}", message(&state));
    press(&mut state, "<Esc>");
    assert_eq!((state.context(), state.show.timer.seconds(state.now)), (Context::Presentation, None));
}

#[test]
fn the_event_loop_wakes_every_second_only_while_the_timer_runs() {
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
    assert_eq!(state.show.timer.wakes_at(state.now), None, "a paused timer does not wake the event loop");
    press(&mut state, "t");
    tick(&mut state, Duration::from_millis(2_400));
    assert!(state.show.timer.is_up());
    assert_eq!(state.show.timer.wakes_at(state.now), None);
}

#[test]
fn the_timer_rings_once_and_stays_visible_until_a_key() {
    let mut state = with_timer("90s");
    assert!(tick(&mut state, seconds(189)).is_empty());
    assert_eq!((state.show.timer.seconds(state.now), state.show.timer.is_last_minute(state.now)), (Some(1), true));
    assert!(matches!(tick(&mut state, seconds(190)).as_slice(), [Effect::Ring]));
    assert!(tick(&mut state, seconds(191)).is_empty());
    assert!(state.show.timer.is_up());
    press(&mut state, "<Right>");
    assert!(!state.show.timer.is_up());
}

#[test]
fn typing_into_quick_entry_keeps_the_expired_timer_visible() {
    let mut state = with_timer("5s");
    press(&mut state, "aAsks");
    tick(&mut state, seconds(106));
    press(&mut state, " a friend<Enter><Esc>");
    assert!(state.show.timer.is_up());
    press(&mut state, "z");
    assert!(!state.show.timer.is_up());
}

#[test]
fn the_timer_is_right_after_a_long_sleep() {
    let mut state = with_timer("5");
    tick(&mut state, seconds(250));
    assert_eq!(state.show.timer.seconds(state.now), Some(150));
    press(&mut state, "t");
    tick(&mut state, seconds(900));
    assert_eq!(state.show.timer.seconds(state.now), Some(150), "a pause takes no time off the timer");
    press(&mut state, "t");
    assert!(matches!(tick(&mut state, seconds(5_000)).as_slice(), [Effect::Ring]));
}

#[test]
fn the_timer_runs_on_the_board_and_a_key_stops_it() {
    let mut state = with_timer("5");
    press(&mut state, "<Esc>");
    tick(&mut state, seconds(101));
    assert_eq!(state.show.timer.seconds(state.now), Some(299));
    press(&mut state, "PT");
    assert_eq!(state.show.timer.seconds(state.now), None);
    press(&mut state, "T");
    assert!(message(&state).contains("timer"), "{}", message(&state));
}
