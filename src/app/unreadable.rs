//! A file that could not be opened: what is wrong with it, to be read line by line.

use std::path::PathBuf;

use super::action::Reply;
use super::state::{Screen, State};
use crate::store::OpenError;

/// A file that could not be opened, and what is wrong with it.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub error: OpenError,
    /// The picture of its faults, as it stays on the ordinary screen afterwards.
    pub picture: String,
    /// The first line of the picture that is shown.
    pub top: usize,
}

/// Carries out a reply to the picture.
pub(super) fn reply(state: &mut State, reply: Reply) {
    let Screen::Unreadable(page) = &mut state.screen else { return };
    match reply {
        Reply::Next => page.top = (page.top + 1).min(page.picture.lines().count().saturating_sub(1)),
        Reply::Previous => page.top = page.top.saturating_sub(1),
        Reply::Accept
        | Reply::Choose
        | Reply::Add
        | Reply::Leave
        | Reply::NextChoice
        | Reply::PreviousChoice
        | Reply::Complete
        | Reply::Keep
        | Reply::Discard => {}
    }
}
