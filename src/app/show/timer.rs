//! The countdown for the people in the room: how much of it is left, and its end.

use crate::app::model::dialog::prompt::{Prompt, Wish};
use crate::app::model::state::{Dialog, State, Tone};
use crate::app::model::timer::{parse, written};

/// Asks for how long, or stands still or goes on where a countdown has begun.
pub(crate) fn start_or_pause(state: &mut State) {
    if state.timer.seconds(state.now).is_some() {
        return state.timer.pause(state.now);
    }
    let proposed = written(state.timer.length);
    state.dialogs.push(Dialog::Prompt(Prompt::new(Wish::Timer, &proposed)));
}

/// Begins the countdown that is typed and closes the prompt; what is none is told.
pub(crate) fn take(state: &mut State, typed: &str) {
    match parse(typed) {
        Some(length) => {
            state.dialogs.pop();
            state.timer.start(state.now, length);
        }
        None => {
            let text = state.lang.not_a_time();
            state.say(Tone::Refused, text);
        }
    }
}
