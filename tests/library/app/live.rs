//! Tests of live editing: saves without being asked, changes of others, and conflicts settled by the later change.

use std::time::Duration;

use crate::app::journal::{Editor, SHOP, before, map, with_reach, without_asks};
use crate::app::{first, message};
use crate::support::screen;
use periplo::app::model::context::Context;
use periplo::app::model::effect::{Effect, WatchPace};
use periplo::app::model::live::{LiveStatus, TimeOfDay, WrittenAt};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::session::OutsideContent;
use periplo::app::session::outside;
use periplo::app::update;
use periplo::map::Phase;
use periplo::store::disk::journal::JournalReport;
use periplo::store::journal::JournalOwner;
use periplo::store::{SaveError, disk};

/// Returns an editor with a live map.
pub(super) fn live() -> Editor {
    let mut editor = Editor::new();
    editor.press(":live<Enter>");
    assert_eq!(editor.state.live_status(), LiveStatus::On);
    editor
}

impl Editor {
    /// Lets time pass, and saves what is due then.
    pub(super) fn pass(&mut self, milliseconds: u64) {
        let now = self.state.now + Duration::from_millis(milliseconds);
        let effects = update(&mut self.state, Msg::Tick(now));
        self.perform(effects);
    }

    /// Rereads the file, which was written so long ago.
    pub(super) fn reread_written(&mut self, milliseconds: u64) {
        let written =
            WrittenAt { age: Duration::from_millis(milliseconds), time: Some(TimeOfDay { hour: 14, minute: 2 }) };
        let (path, outcome) = (self.file(), disk::load(&self.file()));
        let effects = update(&mut self.state, Msg::FileReread { path, outcome, written: Some(written) });
        self.perform(effects);
    }

    /// Has another user save the map of this text now.
    pub(super) fn others_save(&mut self, text: &str) {
        self.others_save_before(text, 0);
    }

    pub(super) fn others_save_before(&mut self, text: &str, milliseconds: u64) {
        let held = disk::load(&self.file()).expect("a map");
        disk::save(&self.file(), &map(text), &held.comments, Some(&held.fingerprint), None).expect("saved");
        self.reread_written(milliseconds);
    }
}

#[test]
fn every_change_is_saved_within_300_milliseconds_without_a_word() {
    let mut editor = live();
    editor.press("m");
    let at = editor.state.wakes_at().expect("a save is due");
    assert!(at <= editor.state.now + Duration::from_millis(150), "{at:?}");
    assert!(!editor.saved_map().phase(Phase::Before)[0].critical);
    editor.pass(150);
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
    assert!(!editor.state.session.document.is_dirty());
    assert_eq!(message(&editor.state), "");
    assert_eq!(editor.state.wakes_at(), None, "nothing wakes the program when all is saved");
}

#[test]
fn live_is_switched_off_again_and_changes_wait_for_a_save_then() {
    let mut editor = live();
    editor.press(":live<Enter>m");
    assert!(message(&editor.state).is_empty());
    assert_eq!((editor.state.live_status(), editor.state.wakes_at()), (LiveStatus::Off, None));
    editor.pass(1_000);
    assert!(editor.state.session.document.is_dirty());
}

#[test]
fn the_file_is_looked_at_more_often_while_the_map_is_live() {
    let mut editor = Editor::new();
    for key in [":", "l", "i", "v", "e"] {
        update(&mut editor.state, Msg::Key(key.parse().expect("a key")));
    }
    let effects = update(&mut editor.state, Msg::Key("enter".parse().expect("a key")));
    assert!(matches!(effects.as_slice(), [Effect::SetWatchPace(WatchPace::Live)]), "{effects:?}");
}

#[test]
fn the_title_says_that_the_map_is_live_and_when_others_changed_it() {
    let mut editor = live();
    assert!(screen(&editor.state, 80, 24).contains("◉ live"), "{}", screen(&editor.state, 80, 24));
    editor.others_save(&SHOP.replace("Compares", "Compares prices"));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
    assert!(message(&editor.state).starts_with("Live:"), "only the title tells: {}", message(&editor.state));
    assert!(screen(&editor.state, 80, 24).contains("live · others’ change 14:02"), "{}", screen(&editor.state, 80, 24));
    assert!(screen(&editor.state, 120, 40).contains("live · last change by others 14:02"));
    editor.press("m");
    assert!(!screen(&editor.state, 80, 24).contains("unsaved"), "it is saved in a moment");
}

#[test]
fn of_two_values_the_later_stays_and_one_undo_takes_the_other() {
    // Of changes at the same moment, the one that is saved later stays.
    for (milliseconds, age, later, other) in [(100, 200, 80, 90), (100, 0, 80, 90), (3_000, 0, 90, 80)] {
        let mut editor = live();
        editor.press("r80<Enter>");
        editor.state.now += Duration::from_millis(milliseconds);
        editor.others_save_before(&with_reach(90), age);
        assert_eq!(editor.state.context(), Context::Board, "nothing is asked");
        assert_eq!(first(&editor.state).reach, Some(later));
        let told = message(&editor.state);
        assert!(told.contains("80") && told.contains("90") && told.contains("u takes"), "{told}");
        editor.pass(500);
        assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(later));
        editor.press("u");
        editor.pass(500);
        assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(other), "later: {later}");
        editor.press("<ctrl-r>");
        editor.pass(500);
        assert_eq!(editor.saved_map().phase(Phase::Before)[0].reach, Some(later));
    }
}

#[test]
fn a_change_made_while_that_of_others_waits_for_a_running_save_is_the_later_one() {
    let mut editor = live();
    editor.press("m");
    let due = editor.state.now + Duration::from_millis(150);
    let save = update(&mut editor.state, Msg::Tick(due));
    assert!(matches!(save.as_slice(), [Effect::Save { .. }]), "{save:?}");
    editor.others_save(&with_reach(90));
    assert_eq!(first(&editor.state).reach, Some(100), "it waits");
    editor.state.now += Duration::from_secs(2);
    editor.press("r80<Enter>");
    editor.state.now += Duration::from_millis(500);
    editor.perform(save);
    assert_eq!(first(&editor.state).reach, Some(80));
}

#[test]
fn several_conflicts_are_settled_together() {
    let mut editor = live();
    editor.press("r80<Enter>jr50<Enter>");
    editor.others_save(&with_reach(90).replace("\"Compares\"", "\"Compares\", reach: 40"));
    let reaches = |editor: &Editor| editor.state.map().touchpoints().map(|(_, each)| each.reach).collect::<Vec<_>>();
    assert_eq!(reaches(&editor), [Some(80), Some(50)]);
    assert!(message(&editor.state).contains("2 things"), "{}", message(&editor.state));
    editor.press("u");
    assert_eq!(reaches(&editor), [Some(90), Some(40)]);
}

#[test]
fn a_touchpoint_that_one_deletes_and_the_other_changes_stays() {
    let mut editor = live();
    editor.press("r80<Enter>");
    editor.others_save(&without_asks());
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    assert!(message(&editor.state).contains("deleted it while you changed it"), "{}", message(&editor.state));
    editor.press("u");
    assert_eq!(before(editor.state.map()), ["Compares"]);

    let mut editor = live();
    editor.press("d");
    editor.others_save(&with_reach(90));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
    assert!(message(&editor.state).contains("changed it while you deleted it"), "{}", message(&editor.state));
}

/// Lets the time pass after which the map saves itself, and has that save fail.
fn fail_after(editor: &mut Editor, milliseconds: u64, error: SaveError) {
    let now = editor.state.now + Duration::from_millis(milliseconds);
    let effects = update(&mut editor.state, Msg::Tick(now));
    let is_save = |each: &Effect| matches!(each, Effect::Save { .. });
    let save = effects.into_iter().find(is_save);
    let Some(Effect::Save { path, revision, .. }) = save else { panic!("no save after {milliseconds} ms") };
    update(&mut editor.state, Msg::Saved { path, revision, outcome: Err(error) });
}

#[test]
fn a_busy_file_is_told_after_three_quiet_saves_and_tried_again_after_a_second() {
    let mut editor = live();
    editor.press("m");
    for _ in 0..3 {
        fail_after(&mut editor, 150, SaveError::Busy);
        assert_eq!(message(&editor.state), "");
    }
    fail_after(&mut editor, 150, SaveError::Busy);
    assert!(message(&editor.state).starts_with("Not saved:"), "{}", message(&editor.state));
    assert_eq!(editor.state.wakes_at(), Some(editor.state.now + Duration::from_secs(1)));
}

#[test]
fn a_save_that_fails_is_told_once_and_tried_again() {
    let mut editor = live();
    editor.press("m");
    let full = || SaveError::Unwritable(std::io::ErrorKind::StorageFull.into());
    let fail = |editor: &mut Editor, milliseconds: u64| fail_after(editor, milliseconds, full());
    fail(&mut editor, 150);
    assert_eq!(editor.state.context(), Context::Board, "no question");
    assert!(message(&editor.state).starts_with("Not saved:"), "{}", message(&editor.state));
    assert!(screen(&editor.state, 80, 24).contains("live · not saved"));
    editor.press("j");
    fail(&mut editor, 1_000);
    assert_eq!(message(&editor.state), "", "the same reason is told once");
    let next = editor.state.wakes_at().expect("another try");
    assert!(next >= editor.state.now + Duration::from_secs(1), "not at once");
    editor.pass(2_000);
    assert!(message(&editor.state).starts_with("Saved"), "{}", message(&editor.state));
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
    assert_eq!((editor.state.live_status(), editor.state.wakes_at()), (LiveStatus::On, None));
}

#[test]
fn a_lost_file_pauses_a_live_map_until_it_is_back() {
    let mut editor = live();
    for text in [None, Some("<<<<<<< ours")] {
        let held = std::fs::read(editor.file()).expect("a map");
        match text {
            None => std::fs::remove_file(editor.file()).expect("removed"),
            Some(text) => std::fs::write(editor.file(), text).expect("written"),
        }
        editor.reread_written(0);
        editor.press("m");
        editor.pass(60_000);
        assert_eq!((editor.state.context(), editor.state.live_status()), (Context::Board, LiveStatus::Paused));
        assert_eq!(std::fs::read_to_string(editor.file()).ok().as_deref(), text, "it is not overwritten");
        std::fs::write(editor.file(), held).expect("written");
        editor.reread_written(0);
        editor.pass(500);
        assert_eq!(editor.state.live_status(), LiveStatus::On);
        assert_eq!(editor.saved_map(), *editor.state.map());
    }
}

#[test]
fn an_older_version_written_by_another_program_is_asked_about_and_nothing_is_saved_before() {
    let mut editor = live();
    editor.others_save(&SHOP.replace("Compares", "Compares prices"));
    std::fs::write(editor.file(), SHOP).expect("written");
    editor.pass(1_000);
    editor.reread_written(0);
    assert_eq!((editor.state.context(), editor.state.live_status()), (Context::Confirmation, LiveStatus::Paused));
    editor.pass(1_000);
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares"]);
    editor.press("1");
    editor.pass(500);
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares prices"]);
    assert_eq!(editor.state.live_status(), LiveStatus::On);
}

#[test]
fn leaving_a_live_map_saves_it_without_a_question() {
    let mut editor = live();
    editor.press("mq");
    assert!(editor.state.dialogs.is_empty());
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
}

#[test]
fn a_map_without_a_file_asks_for_a_name_and_is_live_then() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut state, _) = crate::support::play("aPays<Enter><Esc>:live<Enter>");
    assert_eq!(state.context(), Context::Prompt);
    assert!(message(&state).contains("needs a file"), "{}", message(&state));
    assert!(screen(&state, 80, 24).contains("live once saved"));
    let file = folder.path().join("new.ron");
    let effects = crate::support::press(&mut state, &format!("<ctrl-u>{}<Enter>", file.display()));
    let mut editor = Editor { folder, state };
    editor.perform(effects);
    assert_eq!(editor.state.live_status(), LiveStatus::On);
    editor.press("m");
    editor.pass(500);
    assert!(disk::load(&file).expect("a map").map.touchpoints().all(|(_, each)| each.critical));
}

#[test]
fn a_read_only_map_shows_what_others_change() {
    let mut editor = Editor::new();
    editor.state.session.file.as_mut().expect("a file").read_only = true;
    editor.press(":live<Enter>");
    assert!(message(&editor.state).contains("You cannot change this map"), "{}", message(&editor.state));
    editor.others_save(&SHOP.replace("Compares", "Compares prices"));
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
    assert_eq!(editor.state.wakes_at(), None);
}

#[test]
fn a_live_map_that_somebody_else_has_open_is_shared_without_a_question() {
    let mut editor = Editor::new();
    editor.state.settings.live = true;
    let other = JournalOwner { user: "ben".to_owned(), host: "office".to_owned(), process: 4_321 };
    let found = JournalReport { other_users: vec![other], ..JournalReport::default() };
    let file = editor.file();
    update(&mut editor.state, Msg::Begin(Opening::Map(file)));
    let (path, outcome) = (editor.file(), disk::load(&editor.file()));
    update(&mut editor.state, Msg::Opened { path, outcome, found });
    assert_eq!((editor.state.context(), editor.state.live_status()), (Context::Board, LiveStatus::On));
    assert!(message(&editor.state).contains("ben has this map open"), "{}", message(&editor.state));
    editor.press("m");
    editor.pass(500);
    assert!(editor.saved_map().phase(Phase::Before)[0].critical);
}

#[test]
fn changes_of_others_do_not_clear_what_can_be_redone() {
    let mut editor = live();
    editor.press("mu");
    editor.pass(500);
    let content = OutsideContent {
        outcome: {
            std::fs::write(editor.file(), SHOP.replace("Compares", "Compares prices")).expect("written");
            disk::load(&editor.file())
        },
        written: None,
    };
    let path = editor.file();
    outside::changed(&mut editor.state, path, content);
    editor.press("<ctrl-r>");
    assert!(first(&editor.state).critical);
    assert_eq!(before(editor.state.map()), ["Asks", "Compares prices"]);
}
