//! Tests of the guided tour: its lessons end when they are done, and its scratch map is not kept.

use std::path::PathBuf;

use crokey::key;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::query::tour::example_reach;
use periplo::app::model::screen::{IfMissing, Screen};
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::model::tour::{Lesson, LessonPart};
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::{Comments, Fingerprint};

use crate::support::press;

/// Each lesson with the keys that complete it and do nothing else.
const SOLUTIONS: [(Lesson, &str); 11] = [
    (Lesson::GoToPhase, "<right>"),
    (Lesson::Add, "aAsks a neighbour :(<enter><esc>"),
    (Lesson::Tag, "2i"),
    (Lesson::Critical, "m"),
    (Lesson::Move, "<shift-j>"),
    (Lesson::Undo, "u"),
    (Lesson::Reach, "r8900<enter>"),
    (Lesson::WhatIf, "<tab>+<esc>"),
    (Lesson::Review, "<shift-r><down><shift-r>"),
    (Lesson::Present, "<shift-p><right><esc>"),
    (Lesson::Export, "x<down><esc>"),
];

fn started(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Tour));
    assert!(effects.is_empty(), "the tour needs no effects: {effects:?}");
    state
}

fn lesson(state: &State) -> Lesson {
    state.show.tour.as_ref().expect("the tour").lesson()
}

#[test]
fn doing_every_lesson_ends_the_tour_in_both_languages() {
    for language in Language::ALL {
        let mut state = started(language);
        for (asked, keys) in SOLUTIONS {
            assert_eq!(lesson(&state), asked);
            press(&mut state, keys);
            let tour = state.show.tour.as_ref().expect("the tour");
            assert_eq!(tour.finished, Some(asked), "{keys} completes the lesson");
        }
        assert_eq!(lesson(&state), Lesson::End);
    }
}

#[test]
fn the_keys_of_one_lesson_do_not_complete_another() {
    for (nth, (asked, _)) in SOLUTIONS.into_iter().enumerate() {
        for (other, keys) in SOLUTIONS {
            let mut state = started(Language::English);
            press(&mut state, &SOLUTIONS[..nth].iter().map(|(_, keys)| *keys).collect::<String>());
            assert_eq!(lesson(&state), asked);
            // Opening the help and the form completes no lesson.
            press(&mut state, "?<esc><enter><esc>");
            assert_eq!(lesson(&state), asked);
            press(&mut state, keys);
            let is_done = lesson(&state) != asked;
            // Moving through the findings also changes the phase, which is the first lesson.
            let leads_there = (asked, other) == (Lesson::GoToPhase, Lesson::Review);
            assert_eq!(is_done, other == asked || leads_there, "{keys} in {asked:?}");
        }
    }
}

#[test]
fn every_key_shown_by_a_lesson_of_one_part_completes_it() {
    for nth in 0..Lesson::ALL.len() - 1 {
        let [LessonPart::Do(context, actions)] = Lesson::ALL[nth].parts() else { continue };
        for action in *actions {
            let mut state = started(Language::English);
            press(&mut state, &SOLUTIONS[..nth].iter().map(|(_, keys)| *keys).collect::<String>());
            let key = state.keys.keys(*context, *action).next().expect("a key");
            update(&mut state, Msg::Key(key));
            assert_ne!(lesson(&state), Lesson::ALL[nth], "{action:?}");
        }
    }
}

#[test]
fn a_lesson_is_completed_even_after_other_changes() {
    let mut state = started(Language::English);
    press(&mut state, "<right><f2><f2><f2>aAsks<enter><esc>ddu<shift-j>");
    assert_eq!(lesson(&state), Lesson::Undo, "the move counts although cards were added and deleted before");
    press(&mut state, "mu");
    assert_eq!(lesson(&state), Lesson::Reach, "undoing any change counts");
}

#[test]
fn a_tour_map_that_is_being_saved_is_no_scratch_map_any_more() {
    let mut state = started(Language::English);
    press(&mut state, "<right>m<ctrl-s>");
    let effects = press(&mut state, "<ctrl-u>mine.ron<enter>m");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save { .. })), "{effects:?}");
    assert!(state.is_unsaved(), "the change after the save is unsaved");
    let effects = press(&mut state, "q");
    assert!(effects.is_empty() && matches!(state.dialogs.last(), Some(Dialog::Question(_))), "quitting asks");
    press(&mut state, "<esc><f3>");
    assert!(matches!(state.screen, Screen::Board) && state.show.tour.is_none(), "ending the tour keeps the map open");
    assert!(state.is_unsaved());
}

#[test]
fn the_tour_waits_until_quick_entry_is_closed() {
    let mut state = started(Language::English);
    press(&mut state, "<right>aAsks a neighbour<enter>");
    assert_eq!(lesson(&state), Lesson::Add, "quick entry is still open and takes the letters");
    press(&mut state, "<esc>");
    assert_eq!(lesson(&state), Lesson::Tag);
}

#[test]
fn the_tour_writes_no_journal_and_quits_without_a_question() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let mut effects = update(&mut state, Msg::Begin(Opening::Tour));
    for key in [key!(right), key!(shift - j), key!(m), key!(q)] {
        effects.extend(update(&mut state, Msg::Key(key)));
    }
    assert!(matches!(effects.as_slice(), [Effect::Quit]), "it quits at once: {effects:?}");
}

#[test]
fn a_lesson_can_be_skipped_and_the_tour_ended_from_every_screen() {
    let mut state = started(Language::English);
    press(&mut state, "aAsks");
    press(&mut state, "<f2>");
    assert_eq!((lesson(&state), state.dialogs.len()), (Lesson::Add, 0));
    assert_eq!(
        state.show.tour.as_ref().and_then(|tour| tour.finished),
        None,
        "a skipped lesson does not count as finished"
    );
    press(&mut state, "<shift-p><f2>");
    assert!(state.show.presentation.is_none());
    let effects = press(&mut state, "?<f3>");
    assert!(matches!(effects.as_slice(), [Effect::FindRecent]), "{effects:?}");
    assert!(state.show.tour.is_none() && matches!(state.screen, Screen::Start(_)) && state.dialogs.is_empty());
    // Skipping past the last lesson also leads to the start screen.
    press(&mut state, "t");
    for _ in Lesson::ALL {
        press(&mut state, "<f2>");
    }
    assert!(state.show.tour.is_none() && matches!(state.screen, Screen::Start(_)));
}

#[test]
fn a_tour_map_with_a_file_behaves_like_any_other_map() {
    let mut state = started(Language::English);
    press(&mut state, "<right>m<ctrl-s>");
    let effects = press(&mut state, "<ctrl-u>mine.ron<enter>");
    let Some(Effect::Save { revision, .. }) = effects.first() else { panic!("a save: {effects:?}") };
    let outcome = Ok(Fingerprint::of(b"a map").into());
    update(&mut state, Msg::Saved { path: PathBuf::from("mine.ron"), revision: *revision, outcome });
    press(&mut state, "m");
    assert!(state.is_unsaved(), "changes after the save are unsaved");
    press(&mut state, "<f3>");
    assert!(matches!(state.screen, Screen::Board) && state.show.tour.is_none(), "the map stays open");
    press(&mut state, "q");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(_))), "quitting asks about the unsaved change");
}

#[test]
fn skipping_a_lesson_keeps_typed_text_when_the_map_has_a_file() {
    let mut state = started(Language::English);
    let effects = press(&mut state, "<ctrl-s><ctrl-u>mine.ron<enter>");
    let Some(Effect::Save { revision, .. }) = effects.first() else { panic!("a save: {effects:?}") };
    let outcome = Ok(Fingerprint::of(b"a map").into());
    update(&mut state, Msg::Saved { path: PathBuf::from("mine.ron"), revision: *revision, outcome });
    press(&mut state, "aImportant<f2>");
    assert_eq!(lesson(&state), Lesson::Add, "the lesson is skipped");
    assert!(matches!(state.dialogs.last(), Some(Dialog::QuickEntry(line)) if line.line.text() == "Important"));
}

#[test]
fn ending_the_tour_reopens_the_previous_map() {
    let mut state = crate::support::with_map("(format: 1, title: \"t\")");
    let open_map = state.map().clone();
    let file =
        OpenFile::with_content(PathBuf::from("mine.ron"), open_map, Comments::default(), Fingerprint::of(b"a map"));
    state.session.file = Some(file);
    press(&mut state, "<shift-f1>m");
    assert!(state.is_scratch_map());
    let effects = press(&mut state, "<f3>");
    assert!(
        matches!(state.screen, Screen::Opening { if_missing: IfMissing::NewMap, .. }),
        "even a map that was never saved"
    );
    assert!(matches!(effects.as_slice(), [Effect::Open { path }] if path.as_os_str() == "mine.ron"), "{effects:?}");
}

#[test]
fn the_tour_asks_before_it_replaces_an_unsaved_map() {
    let mut state = crate::support::empty(Language::English);
    press(&mut state, "aAsks<enter><esc><shift-f1>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(_))) && state.show.tour.is_none());
    press(&mut state, "<esc>");
    assert_eq!(state.map().len(), 1);
}

#[test]
fn the_proposed_reach_never_widens_the_funnel() {
    for phase in Phase::ALL {
        let rows = started(Language::English).map().phase(phase).len();
        for row in 0..=rows {
            let mut state = started(Language::English);
            press(&mut state, &"<right>".repeat(phase.index()));
            press(&mut state, &"<down>".repeat(row.saturating_sub(1)));
            press(&mut state, if row == 0 { "" } else { "aAsks a neighbour<enter><esc>" });
            let proposed = example_reach(&state);
            assert!(proposed > 0);
            press(&mut state, &format!("r<ctrl-u>{proposed}<enter>"));
            let widens = state.session.insight.current().funnel.steps.iter().any(|step| step.widens);
            // The reach of an alternative is a part of the reach of its step.
            assert!(!widens || row == 0, "{proposed} at {phase:?} {row}");
        }
    }
}
