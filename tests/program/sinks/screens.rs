//! No cell of the screen contains control characters, whatever the state contains.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use periplo::app::faults::picture::{FaultyText, picture_within, sentence};
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::question::Question;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::model::unreadable::EditFault;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::store::disk::journal::{AbandonedJournal, JournalOrigin, JournalReport, claim};
use periplo::store::disk::{Loaded, load_stream};
use periplo::store::journal::{self, JournalOwner, JournalRecord};
use periplo::store::{Comments, Fingerprint, OpenError, SaveError, ron_text};

use crate::payload;
use crate::sinks::{assert_harmless, attack, attacking_name, bad_maps, escaped, map, raw};
use crate::support::{draw, press};

const SIZES: [(u16, u16); 3] = [(34, 9), (80, 24), (160, 50)];

/// Asserts that the screen contains no control characters, at several sizes.
#[track_caller]
fn assert_harmless_screen(what: &str, state: &State) {
    if let Some(message) = &state.message {
        assert_harmless(what, &message.text);
    }
    for (width, height) in SIZES {
        let (buffer, _) = draw(state, width, height);
        for cell in &buffer.content {
            let found = cell.symbol().chars().find(|&c| payload::is_dangerous(c));
            assert_eq!(found, None, "{what} at {width}×{height}: {:?}", cell.symbol());
        }
    }
}

fn path() -> PathBuf {
    PathBuf::from(attacking_name()).join(format!("{}.ron", attacking_name()))
}

fn loaded(text: &str) -> Result<Loaded, OpenError> {
    load_stream(&path(), text.as_bytes())
}

fn no_journals() -> JournalReport {
    JournalReport::default()
}

/// Returns the state after opening a file, with success or failure.
fn opened(language: Language, outcome: Result<Loaded, OpenError>, found: JournalReport) -> State {
    let mut state = State::new(Lang::new(language), 7);
    update(&mut state, Msg::Begin(Opening::Map(path())));
    assert_harmless_screen("the wait for a file", &state);
    update(&mut state, Msg::Opened { path: path(), outcome, found });
    state
}

/// Presses the keys of a script, and checks the screen after each.
#[track_caller]
fn press_and_check(state: &mut State, script: &str) {
    for key in script.split_inclusive([' ', '>']) {
        press(state, key.trim_end_matches(' '));
        assert_harmless_screen(script, state);
    }
}

#[test]
fn no_pane_or_dialog_shows_control_characters_of_a_file() {
    for written in [raw, escaped] {
        for language in Language::ALL {
            let mut state = opened(language, loaded(&map(written)), no_journals());
            assert_harmless_screen("the board", &state);
            press_and_check(&mut state, "j l <Tab> j h <Tab>");
            press_and_check(
                &mut state,
                "e <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Esc>",
            );
            press_and_check(&mut state, "E <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Esc>");
            press_and_check(&mut state, "<Space> d u <ctrl-r> u y p J r <Esc> / n a m e <Enter> n 1 q <Esc>");
            press_and_check(&mut state, "P l l l z 1 R <Enter> t x <Enter> <Esc> <Esc>");
            press_and_check(&mut state, "? a <Esc> <ctrl-s> w <Esc>");
            press_and_check(&mut state, "R j f f s S R b b T j T c c <Tab> + = 5 <Enter> <Esc> <Tab>");
        }
    }
}

#[test]
fn pasted_and_typed_control_characters_are_not_drawn() {
    for language in Language::ALL {
        for opening in ["a", "e", "E", "/", "?", "r", "e<Tab><Tab><Tab>", "e<shift-backtab>", ""] {
            let mut state = opened(language, loaded(&map(raw)), no_journals());
            press(&mut state, opening);
            for paste in [attack(), format!("{}\nmore", attack()), format!("@\"{0}\" {0} =9", attack())] {
                update(&mut state, Msg::Paste(paste));
                assert_harmless_screen(opening, &state);
            }
            for c in attack().chars() {
                let key = crokey::KeyCombination::one_key(
                    crossterm::event::KeyCode::Char(c),
                    crossterm::event::KeyModifiers::NONE,
                );
                update(&mut state, Msg::Key(key));
            }
            assert_harmless_screen(opening, &state);
            press_and_check(&mut state, "<Enter> <Esc> <Esc>");
        }
    }
    let mut state = State::new(Lang::new(Language::English), 7);
    press(&mut state, "<up><Enter>");
    update(&mut state, Msg::Paste(path().to_string_lossy().into_owned()));
    assert_harmless_screen("the name of a file", &state);
}

#[test]
fn explanations_of_faults_contain_no_control_characters() {
    for text in bad_maps() {
        let faults = ron_text::parse(&text).expect_err(&text);
        for language in Language::ALL {
            let lang = Lang::new(language);
            for width in [0, 40, 80, 200] {
                let name = attacking_name();
                for colour in [false, true] {
                    let drawn =
                        picture_within(&lang, FaultyText { file: &name, text: &text, faults: &faults }, colour, width);
                    assert_harmless("a picture", &drawn);
                    assert!(drawn.len() < 3_000 * faults.len(), "{} faults in {} bytes", faults.len(), drawn.len());
                }
            }
            for fault in &faults {
                let text = sentence(&lang, fault);
                assert_harmless("a sentence", &text);
                assert!(text.len() < 1_500 && !text.contains('\n'), "{}: {text}", text.len());
            }
            let mut state = opened(language, loaded(&text), no_journals());
            assert_harmless_screen("a bad file", &state);
            for fault in [
                EditFault::NoEditor,
                EditFault::NotStarted { editor: attack() },
                EditFault::Failed { editor: attack(), code: Some(1) },
                EditFault::Failed { editor: attack(), code: None },
            ] {
                update(&mut state, Msg::Edited { path: path(), outcome: Err(fault) });
                assert_harmless_screen("an editor that failed", &state);
                update(&mut state, Msg::Opened { path: path(), outcome: loaded(&text), found: no_journals() });
            }
            press_and_check(&mut state, "j j q");
        }
    }
}

#[test]
fn errors_of_opening_and_saving_contain_no_control_characters() {
    let reason = || io::Error::other(attack());
    for language in Language::ALL {
        for error in [
            OpenError::NotFound,
            OpenError::NotAFile(periplo::store::disk::NotAFile::Folder),
            OpenError::TooLarge { size: 9, limit: 8 },
            OpenError::Unreadable(reason()),
            OpenError::NotText { line: 1, column: 1 },
        ] {
            assert_harmless_screen("a file that cannot be opened", &opened(language, Err(error), no_journals()));
        }
        assert_harmless_screen("journals", &{
            let mut state = opened(language, loaded(&map(raw)), no_journals());
            update(&mut state, Msg::JournalFailed(reason()));
            state
        });
        for error in [
            SaveError::ReadOnly,
            SaveError::Exists,
            SaveError::NoFolder(path()),
            SaveError::ChangedOutside,
            SaveError::BackupFailed(reason()),
            SaveError::Unwritable(reason()),
            SaveError::RoundTripFailed,
        ] {
            let mut state = opened(language, loaded(&map(raw)), no_journals());
            let effects = press(&mut state, "d<ctrl-s>");
            let [Effect::Save { path, revision, .. }] = &effects[..] else { panic!("{effects:?}") };
            let (path, revision) = (path.clone(), *revision);
            update(&mut state, Msg::Saved { path: path.clone(), revision, outcome: Err(error) });
            assert_harmless_screen("a save that failed", &state);
            update(
                &mut state,
                Msg::FileReread { path: path.clone(), outcome: Err(OpenError::Unreadable(reason())), written: None },
            );
            assert_harmless_screen("a file that is spoiled", &state);
            update(&mut state, Msg::JournalFailed(reason()));
            press_and_check(&mut state, "<Enter> x <Esc>");
            update(
                &mut state,
                Msg::FileReread { path: path.clone(), outcome: Err(OpenError::NotFound), written: None },
            );
            press_and_check(&mut state, "<ctrl-s> <Esc>");
        }
        let mut state = opened(language, loaded(&map(raw)), no_journals());
        let saved = Fingerprint::of(b"x");
        let revision = state.session.document.revision();
        update(&mut state, Msg::Saved { path: path(), revision, outcome: Ok(saved.into()) });
        assert_harmless_screen("a save", &state);
        press(&mut state, "d");
        update(&mut state, Msg::Saved { path: path(), revision, outcome: Ok(saved.into()) });
        assert_harmless_screen("a save", &state);
    }
}

#[test]
fn changes_by_other_programs_contain_no_control_characters() {
    for language in Language::ALL {
        let mut state = opened(language, loaded(&map(raw)), no_journals());
        press(&mut state, "r42<Enter>");
        // A question does not open while somebody types.
        state.now += Duration::from_secs(1);
        let theirs = map(escaped).replace("reach: 1000", "reach: 1500").replace("name: \"name", "name: \"other");
        update(&mut state, Msg::FileReread { path: path(), outcome: loaded(&theirs), written: None });
        assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::Conflict(_)))), "{:?}", state.dialogs);
        press_and_check(&mut state, "2 2 2");
    }
}

/// Returns a journal that a crash left behind, with attacks in all its texts.
fn abandoned_journal() -> AbandonedJournal {
    let folder = tempfile::tempdir().expect("a folder");
    let owner = JournalOwner { user: attack(), host: attack(), process: 7 };
    let own = claim(folder.path(), Some(&path()), &owner, SystemTime::now()).own.expect("a journal");
    let map = ron_text::parse(&map(raw)).expect("a map");
    let text = ron_text::print(&map.map, &map.comments);
    let base = ron_text::parse(&text.replace("1000", "1001")).expect("a map").map;
    let (file, comments) = (Some(path()), map.comments);
    let record = JournalRecord { owner, file, based_on: None, base: Some(base), map: map.map, comments };
    let journal = journal::print(&record).expect("a text");
    assert_harmless("a journal", &journal);
    own.write(&journal).expect("written");
    for entry in std::fs::read_dir(folder.path()).expect("a folder") {
        let path = entry.expect("a file").path();
        assert_harmless("a file of the journal", &std::fs::read_to_string(&path).expect("a text"));
        assert_harmless("its name", &path.to_string_lossy());
    }
    // While the lock is held, another process sees its owner.
    let other = claim(folder.path(), Some(&path()), &JournalOwner::default(), SystemTime::now());
    let [holder] = &other.report.other_users[..] else { panic!("{:?}", other.report) };
    assert_harmless("the owner of a lock", &format!("{}{}", holder.user, holder.host));
    other.own.into_iter().for_each(|lease| lease.release());
    own.release();
    let mut found = claim(folder.path(), Some(&path()), &JournalOwner::default(), SystemTime::now()).report;
    found.abandoned.pop().expect("a journal")
}

#[test]
fn recovered_changes_contain_no_control_characters() {
    let left = abandoned_journal();
    for language in Language::ALL {
        let mut found = JournalReport { other_users: vec![left.record.owner.clone()], ..JournalReport::default() };
        found.corrupt.push(path());
        found.abandoned.push(AbandonedJournal { origin: JournalOrigin::OtherFile, ..left.clone() });
        let mut state = opened(language, loaded(&map(raw).replace("1000", "1001")), found);
        assert_harmless_screen("a map in use", &state);
        press_and_check(&mut state, "2");
        assert!(matches!(state.dialogs.last(), Some(Dialog::Recovery(_))), "{:?}", state.dialogs);
        press_and_check(&mut state, "j j d <Esc> <Enter>");
        press(&mut state, "u");
        assert_harmless_screen("what was undone", &state);
    }
}

/// Other modules should keep control characters out of the state. Even if they fail, none are drawn.
#[test]
fn control_characters_in_the_state_are_not_drawn() {
    let mut state = opened(Language::English, loaded(&map(raw)), no_journals());
    state.dialogs.push(Dialog::Question(Question::NotSaved { why: attack() }));
    assert_harmless_screen("a question", &state);
}

#[test]
fn saved_files_contain_no_control_characters_and_keep_every_comment() {
    for written in [raw, escaped] {
        let Loaded { map, comments, .. } = loaded(&map(written)).expect("a map");
        let text = ron_text::print(&map, &comments);
        assert_harmless("a file", &text);
        assert_eq!(comments.texts().len(), 13);
        assert_eq!(ron_text::parse(&text).expect("a map").comments.texts(), comments.texts());
        assert_harmless("a file", &ron_text::print(&map, &Comments::default()));
    }
}
