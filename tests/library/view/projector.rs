//! What an audience reads from a projector: no text that fits is cut, and cut text ends with an ellipsis.

use crate::support::{press, screen, show, with_template};
use periplo::app::model::dialog::Dialog;
use periplo::app::model::state::State;
use periplo::lang::Language;
use periplo::store::Template;

/// Returns the travel template after some keys.
fn travel_state(keys: &str) -> State {
    let mut state = with_template(Template::Travel, Language::English);
    press(&mut state, keys);
    state
}

/// Returns the lines of the side pane.
fn side_lines(state: &State, width: u16, height: u16) -> Vec<String> {
    let screen = screen(state, width, height);
    let lines = screen.lines().skip(1).take(usize::from(height) - 3);
    lines.map(|line| line.rsplit('│').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_pain_comes_first_and_hidden_texts_leave_an_ellipsis() {
    for (width, height) in [(80, 24), (108, 31)] {
        let shown = screen(&travel_state("Plll"), width, height);
        let at = |word: &str| shown.find(word).unwrap_or_else(|| panic!("{word} at {width}x{height}: {shown}"));
        assert!(at("pain: ") < at("need: "), "{shown}");
    }
    let large = screen(&travel_state("Plll"), 108, 31);
    assert!(large.contains("value: "), "all texts fit: {large}");
    let small = screen(&travel_state("Plll"), 80, 24);
    let card = small.lines().skip(2).take_while(|line| !line.contains('╰'));
    let first: Vec<&str> = card.filter_map(|line| line.split('│').nth(1)).collect();
    assert!(first.last().is_some_and(|line| line.trim_end().ends_with('…')), "{small}");
}

#[test]
fn after_the_purchase_a_whole_bar_stands_for_all_buyers() {
    let shown = screen(&travel_state("PG"), 80, 24);
    let filled = |number: &str| {
        let line = shown
            .lines()
            .find(|line| line.trim_start().starts_with(number) && line.contains('%'))
            .expect("the item is listed");
        line.matches('█').count()
    };
    assert!(filled("10 ") > 20, "98 of 100 buyers: {shown}");
    assert!((3..8).contains(&filled("14 ")), "21 of 100 buyers: {shown}");
    assert!(filled("12 ") < 2, "5 of 100 buyers: {shown}");
}

#[test]
fn compact_cards_have_no_gaps_and_names_get_most_of_the_width() {
    for (width, height) in [(120, 40), (160, 50), (80, 24)] {
        let shown = screen(&travel_state("t"), width, height);
        let column = shown.lines().skip(2).map(|line| line.split('│').nth(2).unwrap_or_default());
        let cards: Vec<&str> = column.take_while(|card| !card.trim().is_empty()).collect();
        assert_eq!(cards.len(), 8, "{shown}");
        for card in cards.iter().filter(|card| card.contains('…')) {
            // Without the edge, the symbols and the blanks in front of the name.
            let name = card.trim_start().chars().skip(3).take_while(|&c| c != '…').count();
            assert!(name * 2 >= card.chars().count() - 4, "{card}");
        }
    }
}

#[test]
fn a_full_card_that_is_cut_off_ends_with_an_ellipsis() {
    let shown = screen(&travel_state("z"), 120, 40);
    let last = shown.lines().nth(37).and_then(|line| line.split('│').next()).expect("the last line of the columns");
    assert!(last.trim_end().ends_with('…'), "{shown}");
}

#[test]
fn the_ellipsis_of_a_full_card_replaces_no_digit() {
    for height in 16..40 {
        let shown = screen(&travel_state("z"), 80, height);
        for line in shown.lines() {
            let column = line.split('│').next().unwrap_or_default().trim_end();
            let cut = column.strip_suffix('…').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
            assert!(!cut, "80x{height}: {line}");
        }
    }
}

#[test]
fn the_review_cuts_nothing_while_lines_are_free() {
    for keys in ["R", "Rj", "Rjj", "Rjjj"] {
        for (width, height) in [(120, 40), (160, 50)] {
            let lines = side_lines(&travel_state(keys), width, height);
            assert!(lines.iter().all(|line| !line.contains('…')), "{keys}: {lines:#?}");
            let blank = lines.iter().position(|line| line.trim().is_empty()).expect("a blank line");
            assert!(!lines[blank + 1].trim().is_empty(), "the advice follows below the list: {lines:#?}");
        }
    }
}

#[test]
fn the_review_and_the_priorities_are_drawn_on_screens_of_any_height() {
    for height in 8..40 {
        for width in [60, 80, 110, 120, 200] {
            for keys in ["R", "T", "b", "zR"] {
                assert!(screen(&travel_state(keys), width, height).lines().count() >= usize::from(height), "{keys}");
            }
        }
    }
}

#[test]
fn marks_of_the_tall_funnel_are_whole_words_or_symbols() {
    for language in Language::ALL {
        let state = with_template(Template::Retail, language);
        for width in 110..180 {
            let marked = side_lines(&state, width, 40).into_iter().filter(|line| line.contains('▼'));
            for line in marked {
                assert!(!line.contains('…'), "{width}: {line}");
            }
        }
    }
}

#[test]
fn the_details_of_a_finding_get_the_lines_that_the_list_leaves() {
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, "R");
    let shown = screen(&state, 80, 24).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("so each should give value and satisfy."), "{shown}");
}

#[test]
fn every_priority_has_its_score_and_a_reason_at_every_size() {
    for (width, height) in [(60, 20), (80, 24)] {
        let shown = screen(&travel_state("T"), width, height);
        let listed: Vec<&str> = shown.lines().skip_while(|line| !line.contains("Where to act first")).skip(1).collect();
        for (line, rank) in listed.iter().zip(1..=6) {
            let mut words = line.split_whitespace();
            assert_eq!(words.next(), Some(rank.to_string().as_str()), "{shown}");
            assert!(words.next_back().is_some_and(|score| score.parse::<u32>().is_ok()), "{line}");
            let has_reason =
                ["critical", "feels", "bad", "lost here", ":(", ":'("].iter().any(|reason| line.contains(reason));
            assert!(has_reason, "{line}");
        }
    }
    for line in side_lines(&travel_state("T"), 120, 40) {
        let cut = line.trim_end().strip_suffix('…');
        assert!(!cut.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c == ',')), "{line}");
    }
}

#[test]
fn lists_count_hidden_rows_and_a_page_key_moves_by_the_visible_rows() {
    let mut state = travel_state(":");
    assert!(screen(&state, 80, 24).contains("↓"), "{}", screen(&state, 80, 24));
    let chosen = |state: &State| match state.dialogs.last() {
        Some(Dialog::Palette(palette)) => palette.chosen,
        Some(Dialog::Help(help)) => help.chosen,
        other => panic!("no list: {other:?}"),
    };
    for opened in ["<Esc>:", "<Esc>?"] {
        press(&mut state, opened);
        show(&mut state, 80, 24);
        let page = state.viewport.dialog - 1;
        press(&mut state, "<PageDown>");
        assert_eq!(chosen(&state), page, "{opened}");
        assert!(page > 4, "{opened}: {page}");
        press(&mut state, "<PageDown><PageUp><PageUp>");
        assert_eq!(chosen(&state), 0, "{opened}");
    }
}

#[test]
fn the_balance_explains_its_symbols_if_they_fit() {
    let wide = screen(&travel_state("b"), 120, 40);
    assert!(wide.contains("░▒▓█ few to many") && wide.contains("~ unintentional"), "{wide}");
    assert!(!screen(&travel_state("b"), 60, 20).contains("few to many"), "without space, the legend is left out");
}

#[test]
fn the_balance_scrolls_to_its_last_line_and_no_further() {
    let mut state = travel_state("b");
    let header = |state: &State| {
        let shown = screen(state, 60, 20);
        shown.lines().find(|line| line.starts_with(" Balance")).expect("the balance").to_owned()
    };
    show(&mut state, 60, 20);
    assert!(header(&state).contains('↓'), "{}", header(&state));
    press(&mut state, "G");
    let last = state.board.line;
    assert!(last > 0 && last == state.viewport.balance_hidden, "{last}");
    assert!(!header(&state).contains('↓') && header(&state).contains('↑'), "{}", header(&state));
    press(&mut state, "jj");
    assert_eq!(state.board.line, last);
    press(&mut state, "<PageUp>");
    assert!(state.board.line < last);
}

#[test]
fn a_page_key_moves_by_the_visible_cards() {
    let mut state = travel_state("");
    press(&mut state, "g");
    show(&mut state, 80, 24);
    let page = state.viewport.cards - 1;
    press(&mut state, "<PageDown>");
    assert_eq!(state.board.place().row, page.min(state.map().phase(state.board.phase()).len() - 1));
}
