//! Tests of the mouse: clicks, double clicks and the wheel on every kind of target.

use std::time::Duration;

use periplo::app::model::action::{Action, Reply};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::pane::{Pane, SidePane};
use periplo::app::model::pointer::{BoardTarget, DialogTarget, Gesture, Pointer, PointerTarget, SideTarget};
use periplo::app::model::query::list::{ReviewLine, review_lines};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Kind, Phase, Place};
use periplo::store::Template;
use periplo::store::config::ThemeName;

use super::{first, message};
use crate::support::{names, play, press, with_template};

/// A mouse with its position and the current time.
pub(super) struct Mouse {
    pub(super) now: Duration,
    pub(super) at: (u16, u16),
}

impl Mouse {
    pub(super) fn new() -> Mouse {
        Mouse { now: Duration::ZERO, at: (40, 10) }
    }

    /// Sends one gesture on a target.
    pub(super) fn gesture(
        &mut self,
        state: &mut State,
        gesture: Gesture,
        target: Option<PointerTarget>,
    ) -> Vec<Effect> {
        update(state, Msg::Tick(self.now));
        update(state, Msg::Pointer(Pointer { gesture, target, at: self.at }))
    }

    /// Clicks a number of milliseconds after the previous click.
    pub(super) fn click_after(&mut self, millis: u64, state: &mut State, target: Option<PointerTarget>) -> Vec<Effect> {
        self.now += Duration::from_millis(millis);
        let mut effects = self.gesture(state, Gesture::Press, target);
        effects.extend(self.gesture(state, Gesture::Release, target));
        effects
    }

    /// Clicks too late for a double click.
    pub(super) fn click(&mut self, state: &mut State, target: PointerTarget) -> Vec<Effect> {
        self.click_after(2_000, state, Some(target))
    }

    pub(super) fn click_twice(&mut self, state: &mut State, target: PointerTarget) -> Vec<Effect> {
        self.click(state, target);
        self.click_after(120, state, Some(target))
    }
}

pub(super) fn card(phase: Phase, row: usize) -> PointerTarget {
    PointerTarget::Board(BoardTarget::Card { place: Place::new(phase, row), lower_half: false })
}

pub(super) fn three() -> State {
    play("aOne<Enter>Two<Enter>Three<Enter><Esc>g").0
}

pub(super) fn before(state: &State) -> Vec<String> {
    names(state.map(), Phase::Before)
}

/// Returns the text in the line of the top dialog.
pub(super) fn typed(state: &State) -> &str {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(entry)) => entry.line.text(),
        Some(Dialog::Prompt(prompt)) => prompt.line.text(),
        other => panic!("no line: {other:?}"),
    }
}

#[test]
fn a_click_selects_a_card_and_a_double_click_opens_its_fields() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    mouse.click(&mut state, card(Phase::Before, 1));
    assert_eq!((state.board.place().row, state.context()), (1, Context::Board));
    mouse.click_after(900, &mut state, Some(card(Phase::Before, 1)));
    assert_eq!(state.context(), Context::Board, "two slow clicks are no double click");
    // The column may have scrolled under the pointer. The target of the first click counts.
    mouse.click(&mut state, card(Phase::Before, 2));
    mouse.click_after(120, &mut state, Some(card(Phase::Before, 0)));
    assert_eq!((state.board.place().row, state.context()), (2, Context::Form));
    press(&mut state, "<Esc>");
    assert_eq!(before(&state), ["One", "Two", "Three"]);
}

#[test]
fn two_clicks_at_different_positions_are_no_double_click() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    mouse.click(&mut state, card(Phase::Before, 0));
    mouse.at.1 += 4;
    mouse.click_after(50, &mut state, Some(card(Phase::Before, 1)));
    assert_eq!((state.board.place().row, state.context()), (1, Context::Board));
}

#[test]
fn a_double_click_edits_all_marked_cards_or_one_unmarked_card() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "<Space><Space>");
    for (row, several) in [(0, true), (2, false)] {
        mouse.click_twice(&mut state, card(Phase::Before, row));
        let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
        assert_eq!(form.is_about_several(), several);
        press(&mut state, "<Esc>");
    }
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    mouse.click(&mut state, PointerTarget::Action(Action::QuickEntry));
    assert_eq!(state.context(), Context::EmptyEntry);
    mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
    assert_eq!(state.context(), Context::Board);
    mouse.click(&mut state, PointerTarget::Action(Action::Redo));
    assert!(message(&state).starts_with("There is nothing to redo"), "{}", message(&state));
    // Every one of several fast clicks on a hint counts.
    mouse.now += Duration::from_secs(1);
    for _ in 0..4 {
        mouse.click_after(
            100,
            &mut state,
            Some(PointerTarget::Action(Action::Change(periplo::app::model::action::TagEdit::MoreVotes))),
        );
    }
    assert_eq!(first(&state).votes, 4);
}

#[test]
fn a_double_click_never_answers_the_question_that_its_first_click_opened() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    mouse.click(&mut state, PointerTarget::Action(Action::Quit));
    assert_eq!(state.context(), Context::Question);
    let effects = mouse.click_after(120, &mut state, Some(PointerTarget::Action(Action::Reply(Reply::Discard))));
    assert_eq!((state.context(), effects.len()), (Context::Question, 0));
    mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
    assert_eq!((state.context(), before(&state).len()), (Context::Board, 3));
}

#[test]
fn a_click_beside_a_dialog_keeps_what_was_typed() {
    for script in ["aHalf a na", "r12", "<Enter> more", ":und"] {
        let (mut state, mut mouse) = (three(), Mouse::new());
        press(&mut state, script);
        let (context, before) = (state.context(), state.map().clone());
        let behind = [
            None,
            Some(card(Phase::Before, 2)),
            Some(PointerTarget::Board(BoardTarget::Column(Phase::After))),
            Some(PointerTarget::Side(SideTarget::Header)),
        ];
        for target in behind.into_iter().chain([
            Some(PointerTarget::Side(SideTarget::Step(Place::new(Phase::Before, 1)))),
            Some(PointerTarget::Dialog(DialogTarget::Empty)),
        ]) {
            mouse.click_after(2_000, &mut state, target);
            mouse.click_after(100, &mut state, target);
            mouse.gesture(
                &mut state,
                Gesture::WheelDown,
                target.filter(|&target| target != PointerTarget::Dialog(DialogTarget::Empty)),
            );
        }
        assert_eq!((state.context(), state.map()), (context, &before), "{script}");
        assert_eq!(state.board.place().row, 0, "{script}");
        if let Some(Dialog::QuickEntry(entry)) = state.dialogs.last() {
            assert_eq!(entry.line.text(), "Half a na");
            mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
            assert_eq!(state.context(), Context::Board, "quick entry is left at once");
        }
    }
}

#[test]
fn clicks_focus_fields_and_pick_choices() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "<Enter>");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row: 0, line: 0, before: 1 }));
    press(&mut state, "X");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row: 1, line: 0, before: 0 }));
    assert_eq!(state.context(), Context::Choice);
    // A double click picks once.
    mouse.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Choice { row: 1, nth: 2 }));
    mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    assert_eq!((&*first(&state).name, first(&state).kind), ("OXne", Some(Kind::Product)));
}

#[test]
fn a_click_in_the_notes_puts_the_cursor_at_its_line_and_column() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
    let row = form.rows.iter().position(|row| row.key == "notes").expect("notes");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row, line: 0, before: 0 }));
    press(&mut state, "first<Enter>second<Enter>third");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row, line: 1, before: 3 }));
    press(&mut state, "_<ctrl-s>");
    press(&mut state, "<Esc>");
    assert_eq!(first(&state).notes.as_deref(), Some("first\nsec_ond\nthird"));
}

#[test]
fn a_click_in_an_input_line_puts_the_cursor_there() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "aPays");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(2)));
    press(&mut state, "_");
    assert_eq!(typed(&state), "Pa_ys");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(usize::MAX)));
    press(&mut state, " @wor");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    assert!(typed(&state).starts_with("Pa_ys @"), "{}", typed(&state));
    assert_ne!(typed(&state), "Pa_ys @wor", "a click on a completion inserts it");
    // The first letter replaces a proposed value, unless a click has put the cursor into it.
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "r120<Enter>r");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(1)));
    press(&mut state, "5");
    assert_eq!(typed(&state), "1520");
}

#[test]
fn a_click_ticks_a_choice_of_the_filter() {
    let (mut state, mut mouse) = (with_template(Template::B2b, Language::English), Mouse::new());
    press(&mut state, "f");
    mouse.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Checkbox { row: 1, nth: 1 }));
    mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    let kept = state.session.insight.filter_matches().expect("a filter").len();
    let offline = state.map().touchpoints().filter(|(_, each)| each.kind == Some(Kind::Offline)).count();
    assert_eq!(kept, offline);
    assert!(kept < state.map().len());
}

#[test]
fn the_first_click_previews_a_theme_and_the_second_keeps_it() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "C");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(2)));
    assert_eq!((state.settings.theme, state.context()), (ThemeName::ALL[2], Context::Themes));
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(2)));
    assert_eq!((state.settings.theme, state.context()), (ThemeName::ALL[2], Context::Board));
}

#[test]
fn clicks_pick_a_format_but_write_no_file() {
    let (mut state, mut mouse) = (three(), Mouse::new());
    press(&mut state, "x");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    mouse.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    let Some(Dialog::Export(dialog)) = state.dialogs.last() else { panic!("the dialog stays") };
    assert_eq!(dialog.chosen, 1);
    mouse.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    assert!(state.dialogs.is_empty());
}

#[test]
fn clicks_on_findings_and_priorities_select_their_touchpoints() {
    let (mut state, mut mouse) = (with_template(Template::Retail, Language::English), Mouse::new());
    mouse.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!((state.board.side, state.context()), (SidePane::Review, Context::Review));
    // A double click on a group opens it.
    let lines = review_lines(&state);
    let group = lines.iter().position(|line| matches!(line, ReviewLine::Group { .. })).expect("a group");
    mouse.click_twice(&mut state, PointerTarget::Side(SideTarget::Row(group)));
    assert_eq!(state.context(), Context::Review);
    let (found, ReviewLine::Finding(finding)) = (group + 1, review_lines(&state)[group + 1]) else {
        panic!("a finding")
    };
    let about = finding.touchpoint();
    mouse.click_twice(&mut state, PointerTarget::Side(SideTarget::Row(found)));
    assert_eq!(
        (state.board.selected(), state.context() == Context::Review),
        (about, false),
        "the dialog that fixes the finding is open"
    );
    press(&mut state, "<Esc>");
    mouse.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!(state.board.side, SidePane::Balance);
    mouse.click(&mut state, PointerTarget::Side(SideTarget::Header));
    mouse.click(&mut state, PointerTarget::Side(SideTarget::Row(1)));
    assert_eq!((state.board.side, state.board.line), (SidePane::Priorities, 1));
    mouse.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!((state.board.side, state.board.pane), (SidePane::Funnel, Pane::Side));
    mouse.click(&mut state, PointerTarget::Board(BoardTarget::Column(Phase::After)));
    assert_eq!((state.board.phase(), state.board.pane), (Phase::After, Pane::Columns));
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_never_changes_the_map() {
    let all = [
        ("", PointerTarget::Board(BoardTarget::Card { place: Place::new(Phase::During, 0), lower_half: false })),
        ("", PointerTarget::Board(BoardTarget::Header(Phase::During))),
        ("", PointerTarget::Side(SideTarget::Step(Place::new(Phase::Before, 0)))),
        ("", PointerTarget::Side(SideTarget::Empty)),
        ("c", PointerTarget::Board(BoardTarget::CurvePoint(Place::new(Phase::Before, 0)))),
        ("R", PointerTarget::Side(SideTarget::Row(3))),
        ("T", PointerTarget::Side(SideTarget::Row(1))),
        ("<Enter>", PointerTarget::Dialog(DialogTarget::Empty)),
        ("f", PointerTarget::Dialog(DialogTarget::Checkbox { row: 2, nth: 0 })),
        (":", PointerTarget::Dialog(DialogTarget::Row(2))),
        ("?", PointerTarget::Dialog(DialogTarget::Row(2))),
        ("x", PointerTarget::Dialog(DialogTarget::Input(0))),
        ("P", PointerTarget::Board(BoardTarget::Card { place: Place::new(Phase::Before, 0), lower_half: false })),
    ];
    for (script, target) in all {
        let (mut state, mut mouse) = (with_template(Template::B2b, Language::English), Mouse::new());
        press(&mut state, script);
        let (map, draw) = (state.map().clone(), |state: &State| crate::support::screen(state, 120, 40));
        let initial = draw(&state);
        mouse.gesture(&mut state, Gesture::WheelDown, Some(target));
        assert_ne!(draw(&state), initial, "{script:?} {target:?}");
        for gesture in [Gesture::WheelUp, Gesture::WheelUp].into_iter().chain([Gesture::WheelDown; 300]) {
            mouse.gesture(&mut state, gesture, Some(target));
        }
        let end = draw(&state);
        mouse.gesture(&mut state, Gesture::WheelDown, Some(target));
        assert_eq!(draw(&state), end, "it stops at the end: {script:?} {target:?}");
        mouse.gesture(&mut state, Gesture::WheelDown, None);
        mouse.gesture(
            &mut state,
            Gesture::WheelUp,
            Some(PointerTarget::Action(Action::Quit)).filter(|_| script != "P"),
        );
        assert_eq!(state.map(), &map, "{script:?} {target:?}");
    }
}
