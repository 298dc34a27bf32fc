//! Snapshots of the presentation.

use std::time::Duration;

use crate::support::{draw, empty, press, screen, with_map, with_template};
use crate::view::{assert_screen, assert_screen_after};
use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, PointerTarget};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Phase, Place};
use periplo::store::Template;
use periplo::view::target_at;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// Returns a presentation with votes, and a countdown of 90 seconds that has run for `seconds`.
fn timed(language: Language, keys: &str, seconds: u64) -> State {
    let mut state = with_template(Template::Retail, language);
    press(&mut state, "Pt90s<Enter>");
    press(&mut state, keys);
    update(&mut state, Msg::Tick(Duration::from_secs(seconds)));
    state
}

/// Returns the screen at 80 × 24.
fn text(state: &State) -> String {
    screen(state, 80, 24)
}

#[test]
fn a_step_is_drawn_as_large_cards_with_the_funnel_up_to_it() {
    for (width, height) in [(80, 24), (120, 40)] {
        assert_screen_after("present-step", Some(Template::Retail), "Pl", width, height);
        assert_screen_after("present-alternatives", Some(Template::Retail), "Plll8", width, height);
    }
    assert_screen_after("present-alternatives", Some(Template::B2b), "P", 60, 20);
    assert_screen_after("present-after", Some(Template::Retail), "PG", 200, 50);
}

#[test]
fn the_overview_the_funnel_and_the_ranking_are_drawn() {
    assert_screen_after("present-overview", Some(Template::Retail), "Plll889z", 120, 40);
    assert_screen_after("present-overview", Some(Template::Retail), "Pz", 60, 20);
    assert_screen_after("present-funnel", Some(Template::Retail), "Plllll", 120, 40);
    assert_screen_after("present-funnel", Some(Template::Retail), "Plllll", 80, 24);
    assert_screen_after("present-votes", Some(Template::Retail), "Plll8897<Left>5R", 80, 24);
}

#[test]
fn the_end_of_the_countdown_is_a_line_across_the_screen() {
    for language in Language::ALL {
        let state = timed(language, "l", 90);
        assert_screen(format!("present-time-up-80x24-{}", language.code()), screen(&state, 80, 24));
        let (buffer, _) = draw(&state, 80, 24);
        assert!((0..80).all(|x| buffer[(x, 1)].modifier.contains(Modifier::REVERSED)), "the whole width is reversed");
    }
    let mut state = timed(Language::English, "<Esc>", 90);
    assert!(text(&state).lines().next().is_some_and(|line| line.contains("Time is up")), "{}", text(&state));
    press(&mut state, "j");
    assert!(!text(&state).contains("Time is up"));
}

#[test]
fn the_timer_is_on_every_page_and_says_that_it_ends_or_is_paused() {
    for keys in ["", "z", "R", "lllll", "<Esc>"] {
        let early = text(&timed(Language::English, keys, 20));
        assert!(early.contains("1:10") && !early.contains("last minute"), "{keys}: {early}");
        let late = text(&timed(Language::English, keys, 48));
        assert!(late.contains("! last minute 0:42"), "{keys}: {late}");
    }
    assert!(text(&timed(Language::English, "t", 20)).contains("paused 1:30"));
    let black = text(&timed(Language::English, ".", 48));
    assert!(black.contains("██") && black.contains("last minute"), "{black}");
    assert!(!black.contains("Hears from a friend"));
}

#[test]
fn a_presentation_has_no_hints_but_shows_messages() {
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, "P");
    for (width, height) in [(60, 20), (80, 24), (200, 50)] {
        let drawn = screen(&state, width, height);
        let rows: Vec<&str> = drawn.lines().collect();
        assert!(rows[usize::from(height) - 2..usize::from(height)].iter().all(|row| row.is_empty()), "{drawn}");
        assert!(!drawn.contains("Ctrl-S"), "{drawn}");
    }
    press(&mut state, "17");
    assert!(text(&state).contains("No touchpoint has the number 17"));
    press(&mut state, "1");
    let typed = text(&state);
    assert!(typed.contains("Vote for number 1: Hears from a friend") && typed.contains("Esc no vote"), "{typed}");
    press(&mut state, "<Esc>");
    press(&mut state, "a");
    assert!(text(&state).contains("Esc"), "the input line has hints");
}

#[test]
fn an_empty_map_says_what_to_do_when_it_is_presented() {
    let mut state = empty(Language::English);
    press(&mut state, "P");
    let words = |state: &State| text(state).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&state).contains("Press a and type it"), "{}", text(&state));
    press(&mut state, "R");
    assert!(words(&state).contains("Nobody has voted yet"), "{}", text(&state));
}

#[test]
fn cut_text_ends_with_an_ellipsis_and_hidden_alternatives_are_counted() {
    let alternatives: String = (1..=30)
        .map(|number| format!("(name: \"No. {number}: which goes on and on and on until nobody reads it any more, word after word after word after word\", with_previous: true),"))
        .collect();
    let mut state = with_map(&format!("(format: 1, title: \"t\", before: [{alternatives}])"));
    press(&mut state, "P");
    for number in 1..=30 {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let drawn = screen(&state, width, height);
            assert!(drawn.contains(&format!("No. {number}:")), "{number}: {drawn}");
            assert!(drawn.contains('…') && drawn.contains("more"), "{number}: {drawn}");
        }
        press(&mut state, "j");
    }
}

#[test]
fn large_cards_are_targets_of_their_touchpoints() {
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, "Pz");
    let area = Rect::new(0, 0, 120, 40);
    let (buffer, _) = draw(&state, 120, 40);
    let row = |y: u16| (0..120).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    let y = (0..40).find(|&y| row(y).contains("Reads what other")).expect("the touchpoint");
    let target = target_at(&state, area, Position::new(10, y));
    assert_eq!(
        target,
        Some(PointerTarget::Board(BoardTarget::Card { place: Place::new(Phase::Before, 3), lower_half: false }))
    );
    press(&mut state, "z");
    assert_eq!(target_at(&state, area, Position::new(0, 0)), None);
    let target = target_at(&state, area, Position::new(10, 10));
    assert_eq!(
        target,
        Some(PointerTarget::Board(BoardTarget::Card { place: Place::new(Phase::Before, 0), lower_half: false }))
    );
}
