//! The guided tour: each lesson is noticed when it is done, and nothing of it is kept.

use std::path::PathBuf;

use crokey::key;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::query::tour::example_reach;
use periplo::app::model::screen::Screen;
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::model::tour::{Lesson, LessonPart};
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::{Comments, Fingerprint};

use crate::support::press;

/// What each lesson asks for, as somebody does who does no more than that.
const DONE: [(Lesson, &str); 11] = [
    (Lesson::Look, "<right>"),
    (Lesson::Add, "aAsks a neighbour :(<enter><esc>"),
    (Lesson::Tag, "2i"),
    (Lesson::Critical, "m"),
    (Lesson::Move, "<shift-j>"),
    (Lesson::Undo, "u"),
    (Lesson::Count, "r8900<enter>"),
    (Lesson::Suppose, "<tab>+<esc>"),
    (Lesson::Review, "<shift-r><down><shift-r>"),
    (Lesson::Present, "<shift-p><right><esc>"),
    (Lesson::Export, "x<down><esc>"),
];

fn begun(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Tour));
    assert!(effects.is_empty(), "nothing of the world is needed: {effects:?}");
    state
}

fn lesson(state: &State) -> Lesson {
    state.show.tour.as_ref().expect("the tour").lesson()
}

#[test]
fn whoever_does_what_each_lesson_asks_comes_to_the_end_in_both_languages() {
    for language in Language::ALL {
        let mut state = begun(language);
        for (asked, keys) in DONE {
            assert_eq!(lesson(&state), asked);
            press(&mut state, keys);
            let tour = state.show.tour.as_ref().expect("the tour");
            assert_eq!(tour.praised, Some(asked), "{keys} does it");
        }
        assert_eq!(lesson(&state), Lesson::End);
    }
}

#[test]
fn a_lesson_is_not_done_by_what_another_asks_for() {
    for (nth, (asked, _)) in DONE.into_iter().enumerate() {
        for (other, keys) in DONE {
            let mut state = begun(Language::English);
            press(&mut state, &DONE[..nth].iter().map(|(_, keys)| *keys).collect::<String>());
            assert_eq!(lesson(&state), asked);
            // Looking at the help and at all fields does none of them.
            press(&mut state, "?<esc><enter><esc>");
            assert_eq!(lesson(&state), asked);
            press(&mut state, keys);
            let is_done = lesson(&state) != asked;
            // Going through the findings leads to other phases.
            let leads_there = (asked, other) == (Lesson::Look, Lesson::Review);
            assert_eq!(is_done, other == asked || leads_there, "{keys} in {asked:?}");
        }
    }
}

#[test]
fn every_key_that_a_lesson_of_one_part_shows_does_it() {
    for nth in 0..Lesson::ALL.len() - 1 {
        let [LessonPart::Do(context, actions)] = Lesson::ALL[nth].parts() else { continue };
        for action in *actions {
            let mut state = begun(Language::English);
            press(&mut state, &DONE[..nth].iter().map(|(_, keys)| *keys).collect::<String>());
            let key = state.keys.keys(*context, *action).next().expect("a key");
            update(&mut state, Msg::Key(key));
            assert_ne!(lesson(&state), Lesson::ALL[nth], "{action:?}");
        }
    }
}

#[test]
fn what_is_asked_for_counts_also_after_something_else() {
    let mut state = begun(Language::English);
    press(&mut state, "<right><f2><f2><f2>aAsks<enter><esc>ddu<shift-j>");
    assert_eq!(lesson(&state), Lesson::Undo, "a card moved, though others came and went");
    press(&mut state, "mu");
    assert_eq!(lesson(&state), Lesson::Count, "undone is undone, also what was just done");
}

#[test]
fn a_map_of_the_tour_that_is_on_its_way_to_a_file_is_no_play_any_more() {
    let mut state = begun(Language::English);
    press(&mut state, "<right>m<ctrl-s>");
    let effects = press(&mut state, "<ctrl-u>mine.ron<enter>m");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save { .. })), "{effects:?}");
    assert!(state.is_unsaved(), "what came after the save is not in it");
    let effects = press(&mut state, "q");
    assert!(effects.is_empty() && matches!(state.dialogs.last(), Some(Dialog::Question(_))), "it is asked about");
    press(&mut state, "<esc><f3>");
    assert!(matches!(state.screen, Screen::Board) && state.show.tour.is_none(), "ending the tour leaves it open");
    assert!(state.is_unsaved());
}

#[test]
fn a_line_that_is_still_open_is_finished_before_the_tour_goes_on() {
    let mut state = begun(Language::English);
    press(&mut state, "<right>aAsks a neighbour<enter>");
    assert_eq!(lesson(&state), Lesson::Add, "the line is open, and letters are typed into it");
    press(&mut state, "<esc>");
    assert_eq!(lesson(&state), Lesson::Tag);
}

#[test]
fn nothing_of_the_tour_is_noted_or_asked_about() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let mut effects = update(&mut state, Msg::Begin(Opening::Tour));
    for key in [key!(right), key!(shift - j), key!(m), key!(q)] {
        effects.extend(update(&mut state, Msg::Key(key)));
    }
    assert!(matches!(effects.as_slice(), [Effect::Quit]), "it is left at once: {effects:?}");
}

#[test]
fn a_lesson_can_be_skipped_and_the_tour_be_ended_from_wherever_one_is() {
    let mut state = begun(Language::English);
    press(&mut state, "aAsks");
    press(&mut state, "<f2>");
    assert_eq!((lesson(&state), state.dialogs.len()), (Lesson::Add, 0));
    assert_eq!(state.show.tour.as_ref().and_then(|tour| tour.praised), None, "nothing was done");
    press(&mut state, "<shift-p><f2>");
    assert!(state.show.presentation.is_none());
    let effects = press(&mut state, "?<f3>");
    assert!(matches!(effects.as_slice(), [Effect::FindRecent]), "{effects:?}");
    assert!(state.show.tour.is_none() && matches!(state.screen, Screen::Start(_)) && state.dialogs.is_empty());
    // Behind the last lesson, going on leads to the start as well.
    press(&mut state, "t");
    for _ in Lesson::ALL {
        press(&mut state, "<f2>");
    }
    assert!(state.show.tour.is_none() && matches!(state.screen, Screen::Start(_)));
}

#[test]
fn a_map_of_the_tour_that_was_given_a_file_is_a_map_like_any_other() {
    let mut state = begun(Language::English);
    press(&mut state, "<right>m<ctrl-s>");
    let effects = press(&mut state, "<ctrl-u>mine.ron<enter>");
    let Some(Effect::Save { revision, .. }) = effects.first() else { panic!("a save: {effects:?}") };
    let outcome = Ok(Fingerprint::of(b"a map"));
    update(&mut state, Msg::Saved { path: PathBuf::from("mine.ron"), revision: *revision, outcome });
    press(&mut state, "m");
    assert!(state.is_unsaved(), "from now on it counts");
    press(&mut state, "<f3>");
    assert!(matches!(state.screen, Screen::Board) && state.show.tour.is_none(), "it stays on the board");
    press(&mut state, "q");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(_))), "and is asked about");
}

#[test]
fn skipping_throws_nothing_away_of_a_map_that_somebody_keeps() {
    let mut state = begun(Language::English);
    let effects = press(&mut state, "<ctrl-s><ctrl-u>mine.ron<enter>");
    let Some(Effect::Save { revision, .. }) = effects.first() else { panic!("a save: {effects:?}") };
    let outcome = Ok(Fingerprint::of(b"a map"));
    update(&mut state, Msg::Saved { path: PathBuf::from("mine.ron"), revision: *revision, outcome });
    press(&mut state, "aImportant<f2>");
    assert_eq!(lesson(&state), Lesson::Add, "the lesson is skipped");
    assert!(matches!(state.dialogs.last(), Some(Dialog::QuickEntry(line)) if line.line.text() == "Important"));
}

#[test]
fn the_end_of_the_tour_leads_back_to_the_map_that_one_came_from() {
    let mut state = crate::support::with_map("(format: 1, title: \"t\")");
    let held = state.map().clone();
    let file = OpenFile::with_content(PathBuf::from("mine.ron"), held, Comments::default(), Fingerprint::of(b"a map"));
    state.session.file = Some(file);
    press(&mut state, "<shift-f1>m");
    assert!(state.is_scratch_map());
    let effects = press(&mut state, "<f3>");
    assert!(matches!(state.screen, Screen::Opening { or_new: true, .. }), "also one that was never saved");
    assert!(matches!(effects.as_slice(), [Effect::Open { path }] if path.as_os_str() == "mine.ron"), "{effects:?}");
}

#[test]
fn the_tour_does_not_take_an_unsaved_map_away() {
    let mut state = crate::support::empty(Language::English);
    press(&mut state, "aAsks<enter><esc><shift-f1>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(_))) && state.show.tour.is_none());
    press(&mut state, "<esc>");
    assert_eq!(state.map().len(), 1);
}

#[test]
fn the_number_that_is_proposed_lets_the_funnel_narrow_wherever_it_is_given() {
    for phase in Phase::ALL {
        let rows = begun(Language::English).map().phase(phase).len();
        for row in 0..=rows {
            let mut state = begun(Language::English);
            press(&mut state, &"<right>".repeat(phase.index()));
            press(&mut state, &"<down>".repeat(row.saturating_sub(1)));
            press(&mut state, if row == 0 { "" } else { "aAsks a neighbour<enter><esc>" });
            let given = example_reach(&state);
            assert!(given > 0);
            press(&mut state, &format!("r<ctrl-u>{given}<enter>"));
            let widens = state.session.insight.current().funnel.steps.iter().any(|step| step.widens);
            // An alternative's number is a part of its step's.
            assert!(!widens || row == 0, "{given} at {phase:?} {row}");
        }
    }
}
