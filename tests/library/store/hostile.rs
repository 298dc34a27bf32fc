//! Random texts and maps: every text is read or its faults are reported, and every map reads back as the same.

use periplo::store::Comments;
use periplo::store::ron_text::{parse, print};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::driver::reading::check_reading;
use crate::store::any_map::any_map;

const GOOD: &str = include_str!("../../store_good/commented.ron");

/// Pieces of text that probably make a good file bad.
fn piece() -> impl Strategy<Value = String> {
    let pieces = vec![
        "",
        "\"",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "'",
        "\\",
        "/*",
        "*/",
        "//",
        "#",
        "r#\"",
        "b\"",
        "“",
        "”",
        "−",
        "\u{a0}",
        "\u{feff}",
        "\n",
        "\r",
        "\n<<<<<<< x\n",
        "\n=======\n",
        "-",
        "3.5",
        "name",
        "kind: Onlin,",
        "日",
        "e",
        "Some(",
        "\u{0}",
        "\"\n\"",
        "format: 2,",
        "..",
        "0x",
        "1e",
        "_",
        "r#",
        "\u{1b}]0;x\u{7}",
        "\u{202e}",
        "\u{2028}",
        "\u{9b}2J",
        "e\u{301}\u{301}",
        "👩\u{200d}👧",
    ];
    select(pieces).prop_map(str::to_owned)
}

fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<Index>(), 0usize..40, piece());
    proptest::collection::vec(change, 1..5).prop_map(|changes| {
        let mut text = GOOD.to_owned();
        for (at, removed, inserted) in changes {
            let from = text.floor_char_boundary(at.index(text.len() + 1));
            let to = text.floor_char_boundary((from + removed).min(text.len()));
            text.replace_range(from..to.max(from), &inserted);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_map_reads_back_from_its_text(map in any_map()) {
        let text = print(&map, &Comments::default());
        let read = parse(&text);
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        let read = read.unwrap();
        prop_assert_eq!(&read.map, &map);
        prop_assert!(read.repeated_ids.is_empty());
        prop_assert_eq!(print(&read.map, &read.comments), text);
    }

    #[test]
    fn every_touchpoint_takes_one_line(map in any_map()) {
        let text = print(&map, &Comments::default());
        let rows = text.lines().filter(|line| line.starts_with("        (")).count();
        prop_assert_eq!(rows, map.len());
    }

    #[test]
    fn a_changed_good_file_is_read_or_its_faults_are_reported(text in mutated(), width in 0usize..300, colour: bool) {
        check_reading(&text, width, colour);
    }

    #[test]
    fn a_cut_good_file_is_read_or_its_faults_are_reported(at in any::<Index>(), width in 0usize..300) {
        let text = &GOOD[..GOOD.floor_char_boundary(at.index(GOOD.len()))];
        check_reading(text, width, false);
    }

    #[test]
    fn random_pieces_are_read_or_their_faults_are_reported(pieces in proptest::collection::vec(piece(), 0..40), width in 0usize..300) {
        check_reading(&pieces.concat(), width, false);
    }

    #[test]
    fn any_text_is_read_or_its_faults_are_reported(text in any::<String>(), width in 0usize..300) {
        check_reading(&text, width, false);
    }
}
