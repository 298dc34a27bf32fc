//! The editor's thinking, tested by typing.

mod acts;
mod board;
mod dragging;
mod entry;
mod export;
mod file;
mod filter;
mod form;
mod insight;
mod keys;
mod outside;
mod palette;
mod pointer;
mod presentation;
mod safety;
mod settings;
mod several;
mod start;
mod timer;
mod told_keys;
mod tour;
mod unreadable;
mod widened;

use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::map::{Phase, Touchpoint};

pub fn first(state: &State) -> &Touchpoint {
    &state.map().phase(Phase::Before)[0]
}

pub fn paste(state: &mut State, text: &str) {
    update(state, Msg::Paste(text.to_owned()));
}

pub fn message(state: &State) -> &str {
    state.message.as_ref().map_or("", |message| &message.text)
}
