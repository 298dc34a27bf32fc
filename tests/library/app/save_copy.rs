//! Tests of writing a copy into another file, and of going on with another file.

use std::path::Path;

use crate::app::message;
use crate::support::{play, press};
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::{Effect, Target};
use periplo::app::model::msg::Msg;
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::store::{Comments, Fingerprint, SaveError, disk};

/// A map of one touchpoint whose file is `shop.ron`, after the typed keys.
fn in_a_file(keys: &str) -> State {
    let (mut state, _) = play("aPays<Enter><Esc>");
    let (map, read) = (state.map().clone(), Fingerprint::of(b"a map"));
    state.session.file = Some(OpenFile::with_content("shop.ron".into(), map, Comments::default(), read));
    press(&mut state, keys);
    state
}

fn own_file(state: &State) -> Option<&Path> {
    state.session.file.as_ref().map(|file| file.path.as_path())
}

#[test]
fn a_copy_is_written_and_the_map_stays_with_its_file() {
    let mut state = in_a_file("v");
    let effects = press(&mut state, ":w copy<Enter>");
    let [Effect::WriteCopy { path, target: Target::Named(_), map, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(map, state.map());
    let folder = tempfile::tempdir().expect("a folder");
    let saved = disk::create(&folder.path().join(path), map, &Comments::default());
    update(&mut state, Msg::CopyWritten { path: path.clone(), outcome: saved });
    assert!(message(&state).contains("Copy written to copy.ron"), "{}", message(&state));
    assert!(message(&state).contains("still in shop.ron"), "{}", message(&state));
    assert_eq!(own_file(&state), Some(Path::new("shop.ron")));
    assert!(state.session.document.is_dirty(), "the map itself is not saved");
    let effects = press(&mut state, ":w shop<Enter>");
    assert!(matches!(&effects[..], [Effect::Save { path, .. }] if path == Path::new("shop.ron")), "{effects:?}");
}

#[test]
fn another_spelling_of_the_own_file_saves_the_map_itself() {
    for keys in [":w ./shop.ron<Enter>", ":w ./shop<Enter>", ":saveas ./shop.ron<Enter>", "W<Ctrl-U>./shop.ron<Enter>"]
    {
        let mut state = in_a_file("v");
        let effects = press(&mut state, keys);
        let saved = matches!(&effects[..], [Effect::Save { path, target: Target::Known(_), .. }] if path == Path::new("shop.ron"));
        assert!(saved, "{keys}: {effects:?}");
    }
    let mut state = in_a_file("v");
    let effects = press(&mut state, ":w ../shop.ron<Enter>");
    assert!(matches!(&effects[..], [Effect::WriteCopy { .. }]), "a file in another folder: {effects:?}");
}

#[test]
fn saving_under_another_name_goes_on_with_that_file() {
    let mut state = in_a_file("v");
    let effects = press(&mut state, ":saveas other<Enter>");
    let [Effect::Save { path, map, revision, .. }] = &effects[..] else { panic!("{effects:?}") };
    let folder = tempfile::tempdir().expect("a folder");
    let outcome = disk::create(&folder.path().join(path), map, &Comments::default());
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    assert_eq!(own_file(&state), Some(Path::new("other.ron")));
    assert!(!state.session.document.is_dirty());
}

#[test]
fn a_copy_over_an_existing_file_is_confirmed() {
    let mut state = in_a_file("v");
    press(&mut state, ":w copy.ron<Enter>");
    update(&mut state, Msg::CopyWritten { path: "copy.ron".into(), outcome: Err(SaveError::Exists) });
    let effects = press(&mut state, "d");
    assert!(
        matches!(&effects[..], [Effect::WriteCopy { path, target: Target::Any, .. }] if path == Path::new("copy.ron")),
        "{effects:?}"
    );
    update(&mut state, Msg::CopyWritten { path: "copy.ron".into(), outcome: Err(SaveError::Exists) });
    press(&mut state, "s");
    let Some(Dialog::Palette(palette)) = state.dialogs.last() else { panic!("the name can be changed") };
    assert_eq!(palette.line.text(), ":w copy.ron");
}

#[test]
fn a_copy_under_another_name_does_not_leave_the_map_later() {
    let mut state = in_a_file("");
    press(&mut state, ":w copy.ron<Enter>:q<Enter>");
    update(&mut state, Msg::CopyWritten { path: "copy.ron".into(), outcome: Err(SaveError::Exists) });
    press(&mut state, "<Esc><Esc>");
    assert!(state.dialogs.is_empty() && state.session.after_save.is_none());
}

#[test]
fn a_dialog_that_is_opened_meanwhile_keeps_the_map_open_for_good() {
    let mut state = in_a_file("v");
    let effects = press(&mut state, ":w copy.ron<Enter>:q<Enter>?");
    let [Effect::WriteCopy { path, map, .. }] = &effects[..] else { panic!("{effects:?}") };
    let folder = tempfile::tempdir().expect("a folder");
    let outcome = disk::create(&folder.path().join(path), map, &Comments::default());
    let effects = update(&mut state, Msg::CopyWritten { path: path.clone(), outcome });
    assert!(effects.is_empty(), "{effects:?}");
    assert!(state.session.after_save.is_none(), "a later save does not end the program");
}

#[test]
fn leaving_waits_for_a_copy() {
    let mut state = in_a_file("");
    press(&mut state, ":w copy.ron<Enter>");
    assert!(press(&mut state, ":q<Enter>").is_empty(), "quitting waits for the copy");
    let outcome = Err(SaveError::NoFolder("nowhere".into()));
    let effects = update(&mut state, Msg::CopyWritten { path: "copy.ron".into(), outcome });
    assert!(effects.is_empty(), "the failure is shown");
    assert!(message(&state).contains("no folder"), "{}", message(&state));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Palette(_))));
}
