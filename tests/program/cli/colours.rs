//! The contrast of the HTML page's colours, in the light and the dark scheme.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../../assets/export/inline/page.css");

/// Returns the colours of the CSS block that begins with this text.
fn colours(begin: &str) -> BTreeMap<&'static str, &'static str> {
    let (_, block) = STYLE.split_once(begin).expect(begin);
    let (block, _) = block.split_once('}').expect("an end");
    let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--"));
    lines.map(|line| line.trim_end_matches(';').split_once(": ").expect("a value")).collect()
}

fn schemes() -> [BTreeMap<&'static str, &'static str>; 2] {
    [colours(":root {"), colours("(prefers-color-scheme: dark) {\n  :root {")]
}

/// Returns the relative luminance as defined by WCAG 2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_contrast_formula_gives_the_values_of_the_standard() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.005);
}

#[test]
fn text_has_a_contrast_of_at_least_4_5_in_both_schemes() {
    let grounds = |ink: &str| -> Vec<&str> {
        match ink {
            "ink" => vec!["paper", "card", "heat-1", "heat-2", "heat-3", "heat-4"],
            "quiet" | "accent" => vec!["paper", "card"],
            "online" => vec!["online-tint"],
            "offline" => vec!["offline-tint"],
            "product" => vec!["product-tint", "card"],
            "critical" => vec!["critical-tint", "card"],
            "lever" => vec!["card"],
            other => panic!("{other}"),
        }
    };
    for scheme in schemes() {
        for ink in ["ink", "quiet", "accent", "online", "offline", "product", "critical", "lever"] {
            for ground in grounds(ink) {
                let found = contrast(scheme[ink], scheme[ground]);
                assert!(found >= 4.5, "{ink} on {ground} has {found:.2}");
            }
        }
        // The symbol of a critical moment.
        assert!(contrast(scheme["card"], scheme["critical"]) >= 4.5);
    }
}

#[test]
fn drawings_have_a_contrast_of_at_least_3_in_both_schemes() {
    for scheme in schemes() {
        for drawn in ["edge", "bar", "after", "accent", "critical", "lever"] {
            let found = contrast(scheme[drawn], scheme["card"]);
            assert!(found >= 3.0, "{drawn} has {found:.2}");
        }
        assert!(contrast(scheme["edge"], scheme["paper"]) >= 3.0);
    }
}

#[test]
fn every_colour_is_a_variable_defined_in_both_schemes() {
    let [light, dark] = schemes();
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
    for used in STYLE.split("var(--").skip(1).filter_map(|rest| rest.split_once(')')) {
        assert!(light.contains_key(used.0) || used.0 == "scale", "{}", used.0);
    }
    let (_, rules) = STYLE.split_once("* { box-sizing").expect("rules");
    let (screen, _) = rules.split_once("@page").expect("print rules");
    assert!(!screen.contains(": #"), "a colour without a name");
}
