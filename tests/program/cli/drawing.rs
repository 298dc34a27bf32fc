//! The drawings that page and poster share: well-formed SVG without overlapping texts and without colours.

use periplo::exchange::drawing::{Drawing, draw_curve, draw_funnel};
use periplo::lang::{Lang, Language};
use periplo::map::{Funnel, JourneyMap};
use periplo::store::ron_text;
use roxmltree::Document;

use crate::cli::geometry::{assert_no_overlap, rectangles, texts};

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
const TRAVEL: &str = include_str!("../../../assets/templates/es/travel.ron");

fn map(text: &str) -> JourneyMap {
    ron_text::parse(text).expect("a map").map
}

/// Returns the text of a map with `count` touchpoints and one more; most have a reach and an emotion.
pub fn long_map(count: usize) -> String {
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

fn drawings(map: &JourneyMap, language: Language, width: f64) -> Vec<Drawing> {
    let lang = Lang::new(language);
    let mut drawings = vec![draw_funnel(map, &Funnel::of(map), &lang, width)];
    drawings.extend(draw_curve(map, &lang, width));
    drawings
}

/// Parses a drawing and passes it to `inspect`.
fn with_svg<T>(drawing: &Drawing, inspect: impl Fn(&Document) -> T) -> T {
    let svg = format!("<svg>{}</svg>", drawing.svg);
    inspect(&Document::parse(&svg).expect("well formed"))
}

#[test]
fn drawings_are_well_formed_and_their_texts_do_not_overlap() {
    for text in [
        RICH,
        SHOP,
        B2B,
        TRAVEL,
        &long_map(5),
        &long_map(17),
        &long_map(60),
        &long_map(400),
        "(format: 1, title: \"x\")",
    ] {
        for language in Language::ALL {
            for width in [320.0, 700.0, 960.0, 1800.0] {
                for drawing in drawings(&map(text), language, width) {
                    assert!(drawing.width >= width && drawing.width <= width.max(560.0));
                    with_svg(&drawing, |svg| assert_no_overlap(svg, drawing.width, drawing.height));
                }
            }
        }
    }
}

#[test]
fn drawings_use_documented_classes_and_no_colours() {
    let source = include_str!("../../../src/exchange/drawing/mod.rs");
    for drawing in drawings(&map(&long_map(60)), Language::English, 960.0) {
        assert!(!drawing.svg.contains('#') && !drawing.svg.contains("style"));
        with_svg(&drawing, |svg| {
            for node in svg.descendants() {
                assert!(matches!(node.attribute("fill"), None | Some("none")));
                let class = node.attribute("class").map(|class| format!("`{class}`"));
                assert!(class.as_ref().is_none_or(|class| source.contains(class)), "{class:?} is not documented");
            }
        });
    }
}

#[test]
fn bars_are_proportional_to_reach_and_unknown_reach_is_marked() {
    let drawing = &drawings(&map(SHOP), Language::English, 960.0)[0];
    with_svg(drawing, |svg| {
        let widest = rectangles(svg, "d-bar-loss")[0].right - rectangles(svg, "d-bar-loss")[0].left;
        let bars = rectangles(svg, "d-bar");
        let first = bars[0].right - bars[0].left;
        assert!((widest / first - 22_600.0 / 90_400.0).abs() < 0.001, "{widest} of {first}");
        assert_eq!(rectangles(svg, "d-unknown").len(), 1);
        let labels: Vec<String> = texts(svg).into_iter().map(|text| text.text).collect();
        let has = |part: &str| labels.iter().any(|label| label.contains(part));
        assert!(has("90,400") && has("25%") && has("▼ biggest loss") && has("◆ best lever") && has("measured"));
    });
}

#[test]
fn a_shortened_name_is_complete_in_a_title() {
    let drawing = &drawings(&map(&long_map(60)), Language::English, 700.0)[0];
    with_svg(drawing, |svg| {
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
fn the_curve_has_gaps_at_unknown_emotions_and_is_omitted_without_emotions() {
    let text = "(format: 1, title: \"x\", before: [(name: \"a\", emotion: Some(1)), (name: \"b\", emotion: Some(0)), \
                (name: \"c\"), (name: \"d\", emotion: Some(2), critical: true)])";
    let found = drawings(&map(text), Language::English, 900.0);
    with_svg(&found[1], |svg| {
        let line = svg.descendants().find(|node| node.attribute("class") == Some("d-curve")).expect("a line");
        let path = line.attribute("d").expect("a path");
        assert_eq!((path.matches('M').count(), path.matches('C').count()), (2, 1), "{path}");
        assert!(texts(svg).iter().any(|text| text.text == "?"));
        assert_eq!(svg.descendants().filter(|node| node.attribute("class") == Some("d-critical")).count(), 1);
    });
    assert_eq!(drawings(&map(SHOP), Language::English, 900.0).len(), 1);
}
