//! The drawings of the funnel: headings, names of steps with alternatives, and numbers that are no shares.

use periplo::app::model::settings::Settings;
use periplo::lang::Language;
use periplo::store::Template;
use periplo::store::config::ThemeName;

use crate::support::{press, screen, with_map, with_template};

const SIZES: [(u16, u16); 7] = [(60, 20), (80, 24), (100, 30), (120, 30), (120, 40), (200, 50), (250, 70)];

/// The words of a language: headings of reach, conversion and likelihood; the same in sentences; and the shares after the
/// purchase.
struct FunnelWords {
    columns: [&'static str; 3],
    sentences: [&'static str; 2],
    after: &'static str,
}

fn words(language: Language) -> FunnelWords {
    match language {
        Language::English => {
            FunnelWords { columns: ["reach", "come", "buy"], sentences: ["get here", "buy"], after: "% of " }
        }
        Language::Spanish => {
            FunnelWords { columns: ["alcance", "llegan", "compran"], sentences: ["llegan", "compran"], after: "% de " }
        }
    }
}

#[test]
fn every_column_of_the_funnel_has_a_heading_at_every_size() {
    for language in Language::ALL {
        let FunnelWords { columns: [reach, conversion, likelihood], sentences, after } = words(language);
        for (width, height) in SIZES {
            let drawn = |keys: &str| {
                let mut state = with_template(Template::Retail, language);
                press(&mut state, keys);
                (screen(&state, width, height), format!("{keys} at {width}×{height} in {language:?}"))
            };
            for keys in ["", "<Tab>", "<Tab>j+"] {
                let (board, at) = drawn(keys);
                let has = |word: &str| board.contains(word);
                assert!(has(&format!("{reach} ")), "{at}: {board}");
                let has_columns = has(&format!("{conversion} ")) && has(likelihood);
                assert!(has_columns || sentences.iter().all(|word| has(word)), "{at}: {board}");
            }
            let (end, at) = drawn("<Tab>G");
            assert!(end.contains(after), "{at}: {end}");
            for keys in ["Pll", "Plllll"] {
                let (page, at) = drawn(keys);
                let has_headings = |row: &str| {
                    let found = row.find(reach).zip(row.find(conversion));
                    found.is_some_and(|(reach, conversion)| reach < conversion)
                };
                assert!(page.lines().any(has_headings), "{at}: {page}");
            }
            let (end, at) = drawn("PG");
            assert!(end.contains(&format!("{reach} · {after}")), "{at}: {end}");
        }
    }
}

#[test]
fn marks_in_the_funnel_of_a_presentation_are_in_words() {
    for (width, height) in SIZES {
        let mut state = with_template(Template::Retail, Language::English);
        press(&mut state, "Plllll");
        let drawn = screen(&state, width, height);
        for words in ["▼ biggest loss", "▽ worst rate", "◆ best lever"] {
            assert!(drawn.contains(words), "{words} at {width}×{height}: {drawn}");
        }
    }
}

#[test]
fn the_numbers_of_all_steps_end_in_the_same_column() {
    for (width, height) in SIZES {
        let mut state = with_template(Template::Retail, Language::English);
        press(&mut state, "Plllll");
        let drawn = screen(&state, width, height);
        let ends: Vec<usize> = ["60,000", "13,500", "9,800", "6,200", "2,900"]
            .iter()
            .map(|number| {
                let row = drawn.lines().find(|row| row.contains(number)).unwrap_or_default();
                row.split(number).next().unwrap_or_default().chars().count() + number.len()
            })
            .collect();
        assert!(ends.iter().all(|end| *end == ends[0]), "{ends:?} at {width}×{height}: {drawn}");
    }
}

#[test]
fn a_step_with_alternatives_shows_how_many_it_has() {
    let name =
        |nth: usize| format!("Way number {nth}, which has a name that is much too long to stand beside another one");
    let step = |first: usize, reach: usize| -> String {
        let each = |nth: usize| {
            let joined = if nth > first { "with_previous: true, " } else { "" };
            format!("(name: \"{}\", {joined}reach: {reach}),", name(nth))
        };
        (first..first + 3).map(each).collect()
    };
    let text = format!(
        "(format: 1, title: \"t\", before: [{}], during: [(name: \"Pays\", reach: 90)], after: [{}])",
        step(1, 900),
        step(4, 20)
    );
    for keys in ["", "<Tab>", "<Tab>G", "P", "Pll", "PG"] {
        let mut state = with_map(&text);
        press(&mut state, keys);
        for (width, height) in SIZES {
            let drawn = screen(&state, width, height);
            assert!(drawn.contains(" ×3"), "{keys} at {width}×{height}: {drawn}");
        }
    }
}

#[test]
fn more_than_the_whole_is_a_multiple_and_no_likelihood() {
    let text = "(format: 1, title: \"t\", before: [(name: \"Sees it\", reach: 100), (name: \"Comes in\", reach: 422)], \
                during: [(name: \"Pays\", reach: 150)], after: [(name: \"Comes back\", reach: 300)])";
    for keys in ["", "<Tab>", "<Tab>G", "P", "Pl", "Plll", "PG"] {
        let mut state = with_map(text);
        press(&mut state, keys);
        for (width, height) in SIZES {
            let drawn = screen(&state, width, height);
            for share in ["422%", "150%", "200%", "×1.5 buy", "×1.5 of them", "×4.2 get"] {
                assert!(!drawn.contains(share), "{share} after {keys} at {width}×{height}: {drawn}");
            }
        }
        assert!(screen(&state, 120, 40).contains('×'), "{keys}");
    }
}

#[test]
fn in_ascii_more_than_before_does_not_look_like_hidden_cards() {
    let mut state = with_map(
        "(format: 1, title: \"t\", before: [(name: \"Sees it\", reach: 100), (name: \"Comes in\", reach: 422)])",
    );
    state.settings = Settings { theme: ThemeName::None, ascii: true, ..Settings::default() };
    press(&mut state, "j");
    let drawn = screen(&state, 80, 24);
    assert!(drawn.contains("A more than before") && !drawn.contains('^'), "{drawn}");
}

#[test]
fn in_a_long_funnel_the_buyers_are_visible_and_nothing_overlaps() {
    let step = |nth: usize| format!("(name: \"Step {nth}\", reach: {}),", 20_000 - nth * 1_000);
    let steps = |range: std::ops::Range<usize>| range.map(step).collect::<String>();
    let map = format!(
        "(format: 1, title: \"t\", before: [{}], during: [{}], after: [{}])",
        steps(0..10),
        steps(10..17),
        steps(17..20)
    );
    let heading = "After the purchase, % of buyers";
    for (width, height) in [(110, 20), (110, 24), (120, 30), (120, 40), (200, 50), (250, 70)] {
        for (phase, keys) in ["", "l"].into_iter().enumerate() {
            for down in 0..10 {
                let mut state = with_map(&map);
                press(&mut state, &format!("<Tab>{keys}{}", "j".repeat(down)));
                let drawn = screen(&state, width, height);
                let at = format!("phase {phase}, step {down} at {width}×{height}: {drawn}");
                for row in drawn.lines().filter(|row| row.contains("After the purchase, %")) {
                    assert!(row.trim_end().ends_with(heading), "{at}");
                }
                if phase == 0 || !drawn.contains(heading) {
                    assert!(drawn.contains("4,000 buyers of 20,000"), "{at}");
                }
            }
        }
    }
}
