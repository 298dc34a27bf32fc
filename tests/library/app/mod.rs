//! Tests of the editor's state: they send keys, pastes, mouse events and results of effects to `update`.

mod actions;
mod board;
mod conflict_notes;
mod dragging;
mod export;
mod file;
mod filter;
mod form;
pub mod import;
pub mod import_counts;
mod import_pasted;
mod import_rows;
mod journal;
mod journal_changes;
mod key_labels;
mod keys;
mod live;
mod live_told;
mod live_typing;
mod opening;
mod orphan_journals;
mod outside_changes;
mod overwritten;
mod palette;
mod pointer;
mod pointer_lists;
mod presentation;
mod questions;
mod quick_entry;
mod reach_paste;
pub mod room;
mod room_presented;
mod room_reopened;
mod room_rounds;
mod save_copy;
mod settings;
mod several;
mod side_panes;
mod start;
mod timer;
mod tour;
mod unreadable;
mod what_if;
mod widened;

use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::map::{Phase, Touchpoint};

/// Returns the first touchpoint of the first phase.
pub fn first(state: &State) -> &Touchpoint {
    &state.map().phase(Phase::Before)[0]
}

pub fn paste(state: &mut State, text: &str) {
    update(state, Msg::Paste(text.to_owned()));
}

/// Returns the text of the message that is shown, or an empty text.
pub fn message(state: &State) -> &str {
    state.message.as_ref().map_or("", |message| &message.text)
}
