//! Tests of what panes and hints say at small sizes and with alternatives.

use crate::support::{draw, empty, press, screen, with_map, with_template};
use periplo::lang::Language;
use periplo::store::Template;

/// Returns the words of a text without the line ends between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_funnel_keeps_its_title_while_a_filter_is_on() {
    for (language, title) in [(Language::English, " Funnel · "), (Language::Spanish, " Embudo · ")] {
        let mut state = with_template(Template::Travel, language);
        for (width, height) in [(80, 24), (100, 30)] {
            let has_title = screen(&state, width, height).contains(title);
            press(&mut state, "f#off<Enter>");
            let drawn = screen(&state, width, height);
            assert_eq!(drawn.contains(title), has_title, "{drawn}");
            press(&mut state, "<Esc>");
        }
    }
}

#[test]
fn the_start_screen_shows_how_to_quit() {
    for language in Language::ALL {
        let state = periplo::app::model::state::State::new(periplo::lang::Lang::new(language), 1);
        let drawn = screen(&state, 80, 24);
        let footer = drawn.lines().nth(23).unwrap_or_default();
        assert!(footer.contains(" q "), "{drawn}");
    }
}

#[test]
fn a_curve_behind_a_pane_says_where_it_appears() {
    let mut state = with_template(Template::Travel, Language::English);
    press(&mut state, "Rc");
    let drawn = words(&screen(&state, 80, 24));
    assert!(drawn.contains("it is hidden until the pane is closed (Esc)"), "{drawn}");
    press(&mut state, "c<Esc><Esc>c");
    assert!(words(&screen(&state, 80, 24)).contains("Emotion curve on; if you do not see it"));
}

#[test]
fn the_key_in_the_hint_of_an_empty_phase_looks_like_a_key() {
    for (language, before) in [(Language::English, "Press "), (Language::Spanish, "Pulsa «")] {
        let (buffer, _) = draw(&empty(language), 120, 40);
        let found = (0..40).find_map(|y| {
            let row: String = (0..120).map(|x| buffer[(x, y)].symbol()).collect();
            let at = row.find(before)?;
            Some((row[..at].chars().count() + before.chars().count(), y))
        });
        let (x, y) = found.expect("a hint");
        let (key, word) = (&buffer[(x as u16, y)], &buffer[(x as u16 - before.chars().count() as u16, y)]);
        assert_eq!(key.symbol(), "a");
        assert_ne!(key.style(), word.style());
    }
}

#[test]
fn findings_of_an_open_group_are_indented_and_do_not_repeat_the_rule() {
    let mut state = with_map("(format: 1, title: \"t\", before: [(name: \"Asks\"), (name: \"Looks\")])");
    press(&mut state, "R");
    let rule = state.lang.rule(periplo::map::Rule::Untagged);
    let closed = screen(&state, 140, 40);
    let lines = |drawn: &str| drawn.lines().filter(|line| line.contains(&rule)).count();
    assert_eq!(lines(&closed), 1, "{closed}");
    let opened = (0..10).any(|_| {
        press(&mut state, "<Enter>");
        let is_open = screen(&state, 140, 40).contains(&format!("− {rule}"));
        if !is_open {
            press(&mut state, "<Enter>j");
        }
        is_open
    });
    assert!(opened, "{closed}");
    let open = screen(&state, 140, 40);
    assert_eq!(lines(&open), 1, "{open}");
    assert!(open.contains("  · Asks") || open.contains("  ▲ Asks"), "{open}");
}

#[test]
fn a_widening_step_is_named_with_its_alternatives() {
    let map = "(format: 1, title: \"t\", before: [(name: \"Asks\", reach: 10), (name: \"Looks\", reach: 8), \
               (name: \"Calls\", with_previous: true, reach: 9)])";
    let mut state = with_map(map);
    press(&mut state, "Rj");
    let drawn = screen(&state, 140, 40);
    assert!(drawn.contains("17 get to “Looks ×2”"), "{drawn}");
}

#[test]
fn a_refused_reach_does_not_move_the_board() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut state = with_template(Template::Retail, Language::English);
        press(&mut state, "r12x");
        let typed = screen(&state, width, height);
        press(&mut state, "<Enter>");
        assert_eq!(screen(&state, width, height), typed);
    }
}
