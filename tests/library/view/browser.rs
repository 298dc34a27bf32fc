//! The texts of the file browser while a typed folder is read, and when it cannot be read.

use std::io::{self, ErrorKind};

use crate::support::{press, screen};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::store::disk::Listing;

/// Returns a browser of `/maps` in which a folder is typed.
fn browser_with_typed_folder() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    press(&mut state, "o");
    let listing = Listing { folder: "/maps".into(), entries: Vec::new() };
    update(&mut state, Msg::Listed { folder: ".".into(), outcome: Ok(listing) });
    press(&mut state, "old/");
    state
}

/// Reports that the typed folder cannot be read.
fn fail_to_list(state: &mut State, kind: ErrorKind) {
    update(state, Msg::Listed { folder: "/maps/old/".into(), outcome: Err(io::Error::from(kind)) });
}

#[test]
fn a_folder_that_is_still_being_read_shows_no_text() {
    let drawn = screen(&browser_with_typed_folder(), 80, 24);
    assert!(!drawn.contains("no folder") && !drawn.contains("cannot"), "{drawn}");
}

#[test]
fn a_missing_and_an_unreadable_folder_have_different_texts() {
    for (kind, message) in [
        (ErrorKind::NotFound, "There is no folder old/ here."),
        (ErrorKind::NotADirectory, "There is no folder old/ here."),
        (ErrorKind::PermissionDenied, "old/ cannot be searched: "),
    ] {
        let mut state = browser_with_typed_folder();
        fail_to_list(&mut state, kind);
        let drawn = screen(&state, 80, 24);
        assert!(drawn.contains(message), "{kind}: {drawn}");
        press(&mut state, "a.r");
        let drawn = screen(&state, 80, 24);
        assert!(drawn.contains(message), "a name after the folder changes nothing, {kind}: {drawn}");
    }
}
