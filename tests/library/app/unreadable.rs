//! Tests of the screen for a file that cannot be opened: correcting the file and reading it again.

use std::path::{Path, PathBuf};

use crate::app::message;
use crate::support::press;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::model::unreadable::EditFault;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::store::OpenError;
use periplo::store::disk::journal::JournalReport;
use periplo::store::disk::{self, NotAFile};

/// Writes a text that is not a map to a file and opens it.
fn open_unreadable(text: &[u8]) -> (tempfile::TempDir, PathBuf, State) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.ron");
    std::fs::write(&path, text).expect("written");
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    read(&mut state, &path);
    assert!(matches!(state.screen, Screen::Unreadable(_)));
    (folder, path, state)
}

/// Reads a file and passes the result to the editor.
fn read(state: &mut State, path: &Path) {
    let outcome = disk::load(path);
    update(state, Msg::Opened { path: path.to_owned(), outcome, found: JournalReport::default() });
}

/// Presses the key for the external editor and returns the line at which it opens the file.
fn line(state: &mut State) -> Option<usize> {
    match press(state, "e").as_slice() {
        [Effect::Edit { line, .. }] => *line,
        effects => panic!("an editor: {effects:?}"),
    }
}

#[test]
fn the_external_editor_opens_at_the_first_fault() {
    let (_folder, path, mut state) = open_unreadable(b"(\n format: 1,\n title: 3,\n befor: [],\n)");
    assert_eq!(line(&mut state), Some(3));
    let effects = press(&mut state, "<enter>");
    assert!(matches!(effects.as_slice(), [Effect::Edit { path: edited, .. }] if *edited == path), "{effects:?}");
    let (_folder, _, mut state) = open_unreadable(b"(\n format: 1,\n title: \"\xff\")");
    assert_eq!(line(&mut state), Some(3));
}

#[test]
fn a_file_is_read_again_after_the_external_editor() {
    let (_folder, path, mut state) = open_unreadable(b"(format: 1, title: 3)");
    press(&mut state, "e");
    std::fs::write(&path, "(format: 1, title: \"t\")").expect("written");
    let effects = update(&mut state, Msg::Edited { path: path.clone(), outcome: Ok(()) });
    assert!(matches!(effects.as_slice(), [Effect::Open { .. }]), "{effects:?}");
    read(&mut state, &path);
    assert!(matches!(state.screen, Screen::Board));
    assert!(state.session.file.is_some());
    let late = update(&mut state, Msg::Edited { path, outcome: Ok(()) });
    assert!(late.is_empty(), "an open map is not read again: {late:?}");
}

#[test]
fn the_faults_stay_when_the_external_editor_fails() {
    let (_folder, path, mut state) = open_unreadable(b"(format: 1, title: 3)");
    let outcome = Err(EditFault::NotStarted { editor: "vi".to_owned() });
    assert!(update(&mut state, Msg::Edited { path: path.clone(), outcome }).is_empty());
    assert!(message(&state).contains("vi cannot be started"), "{}", message(&state));
    let outcome = Err(EditFault::Failed { editor: "vi".to_owned(), code: Some(2) });
    assert!(matches!(
        update(&mut state, Msg::Edited { path: path.clone(), outcome }).as_slice(),
        [Effect::Open { .. }]
    ));
    read(&mut state, &path);
    assert!(matches!(state.screen, Screen::Unreadable(_)));
    assert!(message(&state).contains("code 2"), "the message stays after the file is read: {}", message(&state));
}

#[test]
fn a_file_that_no_text_editor_can_fix_can_only_be_read_again() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let path = PathBuf::from("maps");
    update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    assert!(press(&mut state, "er").is_empty(), "it is still being read");
    let outcome = Err(OpenError::NotAFile(NotAFile::Special));
    let effects = update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    assert!(effects.is_empty(), "what was typed for the map is dropped: {effects:?}");
    assert!(press(&mut state, "e").is_empty());
    assert!(message(&state).contains("cannot fix"), "{}", message(&state));
    assert!(matches!(press(&mut state, "r").as_slice(), [Effect::Open { .. }]));
}

#[test]
fn opening_a_folder_shows_the_file_browser() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let path = PathBuf::from("maps");
    update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    let outcome = Err(OpenError::NotAFile(NotAFile::Folder));
    let effects = update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::List { .. })), "{effects:?}");
    assert!(message(&state).contains("maps is a folder"), "{}", message(&state));
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("a list") };
    assert_eq!(Path::new(browser.filter.text()), Path::new("maps/"));
}

#[test]
fn another_map_can_be_opened_from_the_error_screen() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let path = PathBuf::from("pipe.ron");
    update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    let outcome = Err(OpenError::NotAFile(NotAFile::Special));
    update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    press(&mut state, "o");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Browser(_))));
    press(&mut state, "<Esc>");
    assert!(matches!(state.screen, Screen::Unreadable(_)));
}

#[test]
fn old_versions_of_a_damaged_or_emptied_file_are_told() {
    let (_folder, path, mut state) = open_unreadable(b"(format: 1, title: \"t\")ailed\")");
    press(&mut state, "<enter>");
    let found = || JournalReport { has_backups: true, ..JournalReport::default() };
    let hint = "If this file was cut off or damaged, get an old version back: periplo backups ";
    let read_again = |state: &mut State| {
        update(state, Msg::Begin(Opening::Map(path.clone())));
        update(state, Msg::Opened { path: path.clone(), outcome: disk::load(&path), found: found() });
    };
    read_again(&mut state);
    let Screen::Unreadable(page) = &state.screen else { panic!("the file cannot be opened") };
    assert!(page.hint.starts_with(hint) && page.picture.starts_with(&page.hint), "{}", page.picture);
    let shown = crate::support::screen(&state, 100, 30);
    assert!(shown.contains("periplo backups"), "{shown}");
    std::fs::write(&path, "").expect("emptied");
    read_again(&mut state);
    assert!(message(&state).contains("is empty, but old versions of it are kept: periplo backups"));
}

#[test]
fn an_interrupted_overwriting_is_told_in_both_languages_also_if_the_file_can_be_read() {
    let (_folder, path, _) = open_unreadable(b"(format: 1, title: \"torn");
    let english = "was interrupted last time, so it may be damaged. What it held before is kept: periplo backups";
    let spanish = "el archivo puede estar dañado. Lo que contenía antes se conserva: periplo backups";
    for (language, sentence) in [(Language::English, english), (Language::Spanish, spanish)] {
        let open = |text: &str| {
            std::fs::write(&path, text).expect("written");
            let mut state = State::new(Lang::new(language), 7);
            update(&mut state, Msg::Begin(Opening::Map(path.clone())));
            let found =
                JournalReport { was_overwriting_interrupted: true, has_backups: true, ..JournalReport::default() };
            update(&mut state, Msg::Opened { path: path.clone(), outcome: disk::load(&path), found });
            state
        };
        let state = open("(format: 1, title: \"torn");
        let Screen::Unreadable(page) = &state.screen else { panic!("the file cannot be opened") };
        assert!(page.hint.contains(sentence), "{}", page.hint);
        for readable in ["(format: 1, title: \"new and old\")", ""] {
            let state = open(readable);
            assert!(message(&state).contains(sentence), "{readable}: {}", message(&state));
        }
    }
}
