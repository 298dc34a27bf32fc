//! The drawings that a page and a poster share: well formed, apart, coloured by nobody.

use periplo::exchange::drawing::{Drawing, draw_curve, draw_funnel};
use periplo::lang::{Lang, Language};
use periplo::map::{Funnel, JourneyMap};
use periplo::store::ron_text;
use roxmltree::Document;

use crate::cli::geometry::{areas, assert_apart, texts};

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
const TRAVEL: &str = include_str!("../../../assets/templates/es/travel.ron");

fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

/// A map of that many touchpoints, most with a reach and an emotion.
pub fn long(count: usize) -> String {
    let mut text = "#![enable(implicit_some)]\n(format: 1, title: \"Long\", before: [".to_owned();
    for nth in 0..count {
        let emotion = if nth % 7 == 3 { String::new() } else { format!(", emotion: {}", (nth % 5) as i64 - 2) };
        let reach = if nth % 6 == 2 { String::new() } else { format!(", reach: {}", 1_000_000 / (nth + 1)) };
        let critical = if nth % 9 == 4 { ", critical: true" } else { "" };
        text += &format!(
            "(name: \"Does <b>thing</b> number {nth} & tells {} of it\"{emotion}{reach}{critical}),",
            "friends ".repeat(nth % 12)
        );
    }
    text + "], after: [(name: \"日本語日本語日本語日本語日本語日本語日本語日本語\", reach: 9)])"
}

fn drawn(map: &JourneyMap, language: Language, width: f64) -> Vec<Drawing> {
    let lang = Lang::new(language);
    let mut drawn = vec![draw_funnel(map, &Funnel::of(map), &lang, width)];
    drawn.extend(draw_curve(map, &lang, width));
    drawn
}

fn parsed<T>(drawing: &Drawing, look: impl Fn(&Document) -> T) -> T {
    let svg = format!("<svg>{}</svg>", drawing.svg);
    look(&Document::parse(&svg).expect("well formed"))
}

#[test]
fn every_drawing_is_well_formed_and_none_of_its_texts_is_over_another() {
    for text in [RICH, SHOP, B2B, TRAVEL, &long(5), &long(17), &long(60), &long(400), "(format: 1, title: \"x\")"] {
        for language in Language::ALL {
            for width in [320.0, 700.0, 960.0, 1800.0] {
                for drawing in drawn(&map(text), language, width) {
                    assert!(drawing.width >= width && drawing.width <= width.max(560.0));
                    parsed(&drawing, |svg| assert_apart(svg, drawing.width, drawing.height));
                }
            }
        }
    }
}

#[test]
fn a_drawing_has_classes_and_no_colours() {
    let source = include_str!("../../../src/exchange/drawing/mod.rs");
    for drawing in drawn(&map(&long(60)), Language::English, 960.0) {
        assert!(!drawing.svg.contains('#') && !drawing.svg.contains("style"));
        parsed(&drawing, |svg| {
            for node in svg.descendants() {
                assert!(matches!(node.attribute("fill"), None | Some("none")));
                let class = node.attribute("class").map(|class| format!("`{class}`"));
                assert!(class.as_ref().is_none_or(|class| source.contains(class)), "{class:?} is not documented");
            }
        });
    }
}

#[test]
fn bars_are_as_wide_as_their_reach_and_what_is_unknown_is_told_apart() {
    let drawing = &drawn(&map(SHOP), Language::English, 960.0)[0];
    parsed(drawing, |svg| {
        let widest = areas(svg, "d-bar-loss")[0].right - areas(svg, "d-bar-loss")[0].left;
        let bars = areas(svg, "d-bar");
        let first = bars[0].right - bars[0].left;
        assert!((widest / first - 22_600.0 / 90_400.0).abs() < 0.001, "{widest} of {first}");
        assert_eq!(areas(svg, "d-unknown").len(), 1);
        let said: Vec<String> = texts(svg).into_iter().map(|text| text.text).collect();
        let has = |part: &str| said.iter().any(|text| text.contains(part));
        assert!(has("90,400") && has("25%") && has("▼ biggest loss") && has("◆ best lever") && has("measured"));
    });
}

#[test]
fn a_name_that_is_cut_stands_in_full_in_a_title() {
    let drawing = &drawn(&map(&long(60)), Language::English, 700.0)[0];
    parsed(drawing, |svg| {
        let titles: Vec<&str> =
            svg.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text()).collect();
        let full = format!("Does <b>thing</b> number 11 & tells {} of it", "friends ".repeat(11))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(texts(svg).iter().any(|text| text.text.ends_with('…')));
        assert!(titles.iter().any(|title| title.split_whitespace().collect::<Vec<_>>().join(" ") == full));
    });
}

#[test]
fn the_curve_has_a_gap_where_an_emotion_is_unknown_and_is_not_drawn_without_any() {
    let text = "(format: 1, title: \"x\", before: [(name: \"a\", emotion: Some(1)), (name: \"b\", emotion: Some(0)), \
                (name: \"c\"), (name: \"d\", emotion: Some(2), critical: true)])";
    let drawings = drawn(&map(text), Language::English, 900.0);
    parsed(&drawings[1], |svg| {
        let line = svg.descendants().find(|node| node.attribute("class") == Some("d-curve")).expect("a line");
        let path = line.attribute("d").expect("a path");
        assert_eq!((path.matches('M').count(), path.matches('C').count()), (2, 1), "{path}");
        assert!(texts(svg).iter().any(|text| text.text == "?"));
        assert_eq!(svg.descendants().filter(|node| node.attribute("class") == Some("d-critical")).count(), 1);
    });
    assert_eq!(drawn(&map(SHOP), Language::English, 900.0).len(), 1);
}
