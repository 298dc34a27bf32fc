//! The mouse: clicks, double clicks, the wheel and dragging, over whatever is shown.

use std::time::Duration;

use periplo::app::model::action::{Action, Reply};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::pane::{Pane, SidePane};
use periplo::app::model::pointer::{BoardTarget, DialogTarget, Gesture, Pointer, PointerTarget, SideTarget};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{Kind, Name, Phase, Place};
use periplo::store::Template;
use periplo::store::config::ThemeName;
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::recent::RecentMap;

use super::{first, message};
use crate::support::{names, play, press, with_template};

/// A hand with a mouse: where it is, and how late it is.
struct Hand {
    now: Duration,
    at: (u16, u16),
}

impl Hand {
    fn new() -> Hand {
        Hand { now: Duration::ZERO, at: (40, 10) }
    }

    fn act(&mut self, state: &mut State, gesture: Gesture, target: Option<PointerTarget>) -> Vec<Effect> {
        update(state, Msg::Tick(self.now));
        update(state, Msg::Pointer(Pointer { gesture, target, at: self.at }))
    }

    /// Clicks, so much later than before.
    fn after(&mut self, millis: u64, state: &mut State, target: Option<PointerTarget>) -> Vec<Effect> {
        self.now += Duration::from_millis(millis);
        let mut effects = self.act(state, Gesture::Press, target);
        effects.extend(self.act(state, Gesture::Release, target));
        effects
    }

    fn click(&mut self, state: &mut State, target: PointerTarget) -> Vec<Effect> {
        self.after(2_000, state, Some(target))
    }

    fn click_twice(&mut self, state: &mut State, target: PointerTarget) -> Vec<Effect> {
        self.click(state, target);
        self.after(120, state, Some(target))
    }
}

fn card(phase: Phase, row: usize) -> PointerTarget {
    PointerTarget::Board(BoardTarget::Card { place: Place::new(phase, row), lower_half: false })
}

fn three() -> State {
    play("aOne<Enter>Two<Enter>Three<Enter><Esc>g").0
}

fn before(state: &State) -> Vec<String> {
    names(state.map(), Phase::Before)
}

/// What is typed in the line in front.
fn typed(state: &State) -> &str {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(entry)) => entry.line.text(),
        Some(Dialog::Prompt(prompt)) => prompt.line.text(),
        other => panic!("no line: {other:?}"),
    }
}

#[test]
fn a_click_selects_a_card_and_a_double_click_opens_its_fields() {
    let (mut state, mut hand) = (three(), Hand::new());
    hand.click(&mut state, card(Phase::Before, 1));
    assert_eq!((state.board.place().row, state.context()), (1, Context::Board));
    hand.after(900, &mut state, Some(card(Phase::Before, 1)));
    assert_eq!(state.context(), Context::Board, "two slow clicks are none");
    // The column may have scrolled under the pointer: what the first click was over is meant.
    hand.click(&mut state, card(Phase::Before, 2));
    hand.after(120, &mut state, Some(card(Phase::Before, 0)));
    assert_eq!((state.board.place().row, state.context()), (2, Context::Form));
    press(&mut state, "<Esc>");
    assert_eq!(before(&state), ["One", "Two", "Three"]);
}

#[test]
fn a_double_click_elsewhere_is_two_clicks() {
    let (mut state, mut hand) = (three(), Hand::new());
    hand.click(&mut state, card(Phase::Before, 0));
    hand.at.1 += 4;
    hand.after(50, &mut state, Some(card(Phase::Before, 1)));
    assert_eq!((state.board.place().row, state.context()), (1, Context::Board));
}

#[test]
fn a_double_click_edits_what_is_marked_together_and_by_itself_what_is_not() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "<Space><Space>");
    for (row, several) in [(0, true), (2, false)] {
        hand.click_twice(&mut state, card(Phase::Before, row));
        let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
        assert_eq!(form.is_about_several(), several);
        press(&mut state, "<Esc>");
    }
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let (mut state, mut hand) = (three(), Hand::new());
    hand.click(&mut state, PointerTarget::Action(Action::QuickEntry));
    assert_eq!(state.context(), Context::QuickEntry);
    hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
    assert_eq!(state.context(), Context::Board);
    hand.click(&mut state, PointerTarget::Action(Action::Redo));
    assert!(message(&state).starts_with("There is nothing to redo"), "{}", message(&state));
    // Fast clicks on the same hint are as many.
    hand.now += Duration::from_secs(1);
    for _ in 0..4 {
        hand.after(
            100,
            &mut state,
            Some(PointerTarget::Action(Action::Change(periplo::app::model::action::TagEdit::MoreVotes))),
        );
    }
    assert_eq!(first(&state).votes, 4);
}

#[test]
fn a_double_click_never_answers_the_question_that_its_first_click_brought() {
    let (mut state, mut hand) = (three(), Hand::new());
    hand.click(&mut state, PointerTarget::Action(Action::Quit));
    assert_eq!(state.context(), Context::Question);
    let effects = hand.after(120, &mut state, Some(PointerTarget::Action(Action::Reply(Reply::Discard))));
    assert_eq!((state.context(), effects.len()), (Context::Question, 0));
    hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
    assert_eq!((state.context(), before(&state).len()), (Context::Board, 3));
}

#[test]
fn nothing_typed_is_lost_by_a_click_beside_a_dialog() {
    for script in ["aHalf a na", "r12", "<Enter> more", ":und"] {
        let (mut state, mut hand) = (three(), Hand::new());
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
            hand.after(2_000, &mut state, target);
            hand.after(100, &mut state, target);
            hand.act(
                &mut state,
                Gesture::WheelDown,
                target.filter(|&target| target != PointerTarget::Dialog(DialogTarget::Empty)),
            );
        }
        assert_eq!((state.context(), state.map()), (context, &before), "{script}");
        assert_eq!(state.board.place().row, 0, "{script}");
        if let Some(Dialog::QuickEntry(entry)) = state.dialogs.last() {
            assert_eq!(entry.line.text(), "Half a na");
            hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Leave)));
            assert_eq!(state.context(), Context::Question, "what leaves it asks");
        }
    }
}

#[test]
fn what_the_start_screen_offers_is_chosen_by_a_click_and_begun_by_another() {
    let (mut state, mut hand) = (State::new(Lang::new(Language::English), 7), Hand::new());
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    let Screen::Start(start) = &state.screen else { panic!("the start screen") };
    assert_eq!(start.chosen, 1);
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    assert_eq!(state.context(), Context::Board);
    assert!(state.map().len() > 3, "a template");
}

#[test]
fn what_was_chosen_with_keys_in_between_is_only_chosen_again() {
    let (mut state, mut hand) = (State::new(Lang::new(Language::English), 7), Hand::new());
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    press(&mut state, "<Down>");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    assert_eq!(state.context(), Context::Start);
}

#[test]
fn a_double_click_on_a_folder_goes_into_one() {
    let (mut state, mut hand) = (browser(), Hand::new());
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("the browser") };
    let row = browser.listed().len() - 1;
    let effects = hand.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Row(row)));
    assert!(matches!(&effects[..], [Effect::List { folder }] if folder.ends_with("c")), "{effects:?}");
    list(&mut state, "c", ["a", "b", "c"]);
    assert!(
        hand.after(120, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(row)))).is_empty(),
        "the third click only chooses"
    );
}

/// The browser over three folders.
fn browser() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    press(&mut state, "o");
    list(&mut state, "x", ["a", "b", "c"]);
    state
}

/// Tells the browser what stands in a folder.
fn list(state: &mut State, folder: &str, names: [&str; 3]) {
    let entries = names.map(|name| FolderEntry { name: name.to_owned(), path: name.into(), is_folder: true }).to_vec();
    let listing = Listing { folder: folder.into(), entries };
    update(state, Msg::SideContent { folder: folder.into(), outcome: Ok(listing) });
}

#[test]
fn a_row_that_the_wheel_has_left_is_only_chosen_again() {
    let in_front: [fn() -> State; 4] = [
        || State::new(Lang::new(Language::English), 7),
        browser,
        || play("aOne<Enter><Esc>:").0,
        || play("aOne<Enter><Esc>?").0,
    ];
    for (begin, pause) in in_front.into_iter().flat_map(|begin| [(begin, 2_000), (begin, 120)]) {
        let (mut state, mut hand) = (begin(), Hand::new());
        let before = state.context();
        hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
        hand.act(&mut state, Gesture::WheelDown, Some(PointerTarget::Dialog(DialogTarget::Row(1))));
        let effects = hand.after(pause, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(1))));
        assert_eq!((state.context(), effects.len()), (before, 0), "{pause}");
        let effects = hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
        assert!(state.context() != before || !effects.is_empty(), "{before:?} opens what is chosen");
    }
}

#[test]
fn a_row_that_became_another_between_two_clicks_is_only_chosen() {
    let (mut state, mut hand) = (browser(), Hand::new());
    for pause in [2_000, 120] {
        hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        list(&mut state, "x", ["d", "e", "f"]);
        assert!(hand.after(pause, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(0)))).is_empty());
    }
    let mut state = State::new(Lang::new(Language::English), 7);
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    let counts = [1, 2, 3];
    let recent = RecentMap { path: "shop.ron".into(), title: Name::new("Shop").expect("a title"), counts };
    update(&mut state, Msg::Recent(vec![recent]));
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    assert_eq!(state.context(), Context::Start);
}

#[test]
fn rows_of_palette_and_help_are_done_by_a_second_click() {
    for opened in [":", "?"] {
        let (mut state, mut hand) = (three(), Hand::new());
        press(&mut state, opened);
        press(&mut state, "priorities");
        hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        assert_ne!(state.board.side, SidePane::Priorities);
        hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        assert_eq!((state.board.side, state.dialogs.len()), (SidePane::Priorities, 0), "{opened}");
    }
}

#[test]
fn fields_are_gone_to_and_answers_picked_by_clicks() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "<Enter>");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row: 0, line: 0, before: 1 }));
    press(&mut state, "X");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row: 1, line: 0, before: 0 }));
    assert_eq!(state.context(), Context::Choice);
    // A double click picks once.
    hand.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Choice { row: 1, nth: 2 }));
    hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    assert_eq!((&*first(&state).name, first(&state).kind), ("OXne", Some(Kind::Product)));
}

#[test]
fn a_click_goes_into_notes_at_its_line_and_letter() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
    let row = form.rows.iter().position(|row| row.key == "notes").expect("notes");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row, line: 0, before: 0 }));
    press(&mut state, "first<Enter>second<Enter>third");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Field { row, line: 1, before: 3 }));
    press(&mut state, "_<ctrl-s>");
    press(&mut state, "<Esc>");
    assert_eq!(first(&state).notes.as_deref(), Some("first\nsec_ond\nthird"));
}

#[test]
fn a_click_goes_into_the_line_that_is_typed() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "aPays");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(2)));
    press(&mut state, "_");
    assert_eq!(typed(&state), "Pa_ys");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(usize::MAX)));
    press(&mut state, " @wor");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    assert!(typed(&state).starts_with("Pa_ys @"), "{}", typed(&state));
    assert_ne!(typed(&state), "Pa_ys @wor", "a click completes");
    // What is proposed is replaced by the first letter, unless somebody went into it.
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "r120<Enter>r");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Input(1)));
    press(&mut state, "5");
    assert_eq!(typed(&state), "1520");
}

#[test]
fn what_filters_is_ticked_by_a_click() {
    let (mut state, mut hand) = (with_template(Template::B2b, Language::English), Hand::new());
    press(&mut state, "f");
    hand.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Checkbox { row: 1, nth: 1 }));
    hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    let kept = state.session.insight.filter_matches().expect("a filter").len();
    let offline = state.map().touchpoints().filter(|(_, each)| each.kind == Some(Kind::Offline)).count();
    assert_eq!(kept, offline);
    assert!(kept < state.map().len());
}

#[test]
fn a_theme_is_seen_at_the_first_click_and_kept_at_the_second() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "C");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(2)));
    assert_eq!((state.settings.theme, state.context()), (ThemeName::ALL[2], Context::Themes));
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(2)));
    assert_eq!((state.settings.theme, state.context()), (ThemeName::ALL[2], Context::Board));
}

#[test]
fn a_format_is_picked_by_clicks_but_no_file_is_written_by_them() {
    let (mut state, mut hand) = (three(), Hand::new());
    press(&mut state, "x");
    hand.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    hand.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    let Some(Dialog::Export(dispatch)) = state.dialogs.last() else { panic!("the dialog stays") };
    assert_eq!(dispatch.picked, 1);
    hand.click(&mut state, PointerTarget::Action(Action::Reply(Reply::Accept)));
    assert!(state.dialogs.is_empty());
}

#[test]
fn findings_and_priorities_lead_to_their_touchpoints() {
    let (mut state, mut hand) = (with_template(Template::B2b, Language::English), Hand::new());
    hand.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!((state.board.side, state.context()), (SidePane::Review, Context::Review));
    let found = periplo::app::model::query::list::findings(&state)
        .position(|each| each.touchpoint().is_some())
        .expect("a finding");
    let about = periplo::app::model::query::list::findings(&state).nth(found).and_then(|each| each.touchpoint());
    hand.click_twice(&mut state, PointerTarget::Side(SideTarget::Row(found)));
    assert_eq!((state.board.selected(), state.context() == Context::Review), (about, false), "what mends it is open");
    press(&mut state, "<Esc>");
    hand.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!(state.board.side, SidePane::Balance);
    hand.click(&mut state, PointerTarget::Side(SideTarget::Header));
    hand.click(&mut state, PointerTarget::Side(SideTarget::Row(1)));
    assert_eq!((state.board.side, state.board.line), (SidePane::Priorities, 1));
    hand.click(&mut state, PointerTarget::Side(SideTarget::Header));
    assert_eq!((state.board.side, state.board.pane), (SidePane::Funnel, Pane::Side));
    hand.click(&mut state, PointerTarget::Board(BoardTarget::Column(Phase::After)));
    assert_eq!((state.board.phase(), state.board.pane), (Phase::After, Pane::Columns));
}

#[test]
fn the_wheel_goes_over_what_is_under_it_and_changes_nothing() {
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
        let (mut state, mut hand) = (with_template(Template::B2b, Language::English), Hand::new());
        press(&mut state, script);
        let (map, look) = (state.map().clone(), |state: &State| crate::support::screen(state, 120, 40));
        let still = look(&state);
        hand.act(&mut state, Gesture::WheelDown, Some(target));
        assert_ne!(look(&state), still, "{script:?} {target:?}");
        for gesture in [Gesture::WheelUp, Gesture::WheelUp].into_iter().chain([Gesture::WheelDown; 300]) {
            hand.act(&mut state, gesture, Some(target));
        }
        let end = look(&state);
        hand.act(&mut state, Gesture::WheelDown, Some(target));
        assert_eq!(look(&state), end, "it ends at the end: {script:?} {target:?}");
        hand.act(&mut state, Gesture::WheelDown, None);
        hand.act(&mut state, Gesture::WheelUp, Some(PointerTarget::Action(Action::Quit)).filter(|_| script != "P"));
        assert_eq!(state.map(), &map, "{script:?} {target:?}");
    }
}
