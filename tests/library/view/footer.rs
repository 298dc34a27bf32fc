//! The hints in the footer.

use std::collections::BTreeSet;

use periplo::app::model::session::OpenFile;
use periplo::lang::Language;
use periplo::store::{Comments, Fingerprint, Template};

use crate::support::{press, screen, with_map, with_template};

#[test]
fn the_hint_for_smaller_cards_follows_quit_exactly_when_a_header_counts_hidden_cards() {
    let mut tested = BTreeSet::new();
    for count in 1..14 {
        let cards: String = (0..count).map(|nth| format!("(name: \"Asks once more, time {nth}\"),")).collect();
        let state = with_map(&format!("(format: 1, title: \"t\", before: [{cards}])"));
        for (width, height) in (12..40).step_by(3).flat_map(|height| [(80, height), (120, height)]) {
            let drawn = screen(&state, width, height);
            let header = drawn.lines().find(|line| line.starts_with(" Before")).unwrap_or_default();
            let hides = header.split('│').next().is_some_and(|header| header.contains(['↑', '↓']));
            assert_eq!(drawn.contains("q quit  t compact"), hides, "{count} at {width}×{height}: {drawn}");
            tested.insert(hides);
        }
    }
    assert_eq!(tested.len(), 2, "both cases are tested");
}

#[test]
fn a_map_that_can_only_be_read_is_saved_as_another_file() {
    for keys in ["", "<Tab>", "R", "T", "/the"] {
        let mut state = with_template(Template::Retail, Language::English);
        let file =
            OpenFile::with_content("shop.ron".into(), state.map().clone(), Comments::default(), Fingerprint::of(b""));
        state.session.file = Some(OpenFile { read_only: true, ..file });
        press(&mut state, keys);
        for (width, height) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
            let drawn = screen(&state, width, height);
            assert!(!drawn.contains("Ctrl-S"), "{keys} at {width}×{height}: {drawn}");
            assert!(!keys.is_empty() || drawn.contains("W save as"), "{keys} at {width}×{height}: {drawn}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_written_is_saved_as_another_one() {
    let mut state = with_template(Template::Retail, Language::English);
    let map = state.map().clone();
    let file = OpenFile::with_content("shop.ron".into(), map, Comments::default(), Fingerprint::of(b""));
    state.session.file = Some(OpenFile { write_protected: true, ..file });
    let drawn = screen(&state, 120, 40);
    assert!(drawn.contains("W save as") && !drawn.contains("Ctrl-S"), "{drawn}");
}

#[test]
fn the_hint_on_a_group_of_findings_says_that_enter_opens_it() {
    let mut state = with_template(Template::Retail, Language::English);
    for id in 0..5 {
        press(&mut state, &format!("aTouchpoint {id}<Enter><Esc>"));
    }
    press(&mut state, "R");
    let mut hints = Vec::new();
    for _ in 0..40 {
        let drawn = screen(&state, 120, 40);
        let hint = ["Enter open", "Enter close", "Enter fix"].into_iter().find(|hint| drawn.contains(hint));
        hints.push(hint.unwrap_or_else(|| panic!("the key is not shown: {drawn}")));
        press(&mut state, if hint == Some("Enter open") { "<Enter>" } else { "j" });
    }
    for hint in ["Enter open", "Enter close", "Enter fix"] {
        assert!(hints.contains(&hint), "{hint}: {hints:?}");
    }
}
