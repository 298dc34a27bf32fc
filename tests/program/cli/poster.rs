//! The poster: well-formed SVG of the size of a slide, without overlaps, also in a browser.

use std::process::{Command, Stdio};

use periplo::lang::Language;
use periplo::map::{IdSource, Phase};
use periplo::store::{Comments, Template, ron_text};
use roxmltree::Document;

use crate::cli::drawing::long_map;
use crate::cli::geometry::{assert_no_overlap, rectangles, texts};
use crate::cli::sandbox::Sandbox;

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");

/// Exports a map as a poster.
fn poster(text: &str, language: Language) -> String {
    let result =
        Sandbox::with(&[("map.ron", text)]).run(&["--lang", language.code(), "export", "map.ron", "--format", "svg"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    result.stdout
}

fn size(svg: &Document) -> (f64, f64) {
    let side = |name| svg.root_element().attribute(name).and_then(|side| side.parse().ok()).expect("a size");
    (side("width"), side("height"))
}

#[test]
fn the_poster_of_the_rich_map_matches_the_golden_file() {
    let poster = poster(RICH, Language::English);
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exchange/rich.svg");
    if std::env::var_os("PERIPLO_BLESS").is_some() {
        std::fs::write(golden, &poster).expect("written");
    }
    let expected = std::fs::read_to_string(golden).unwrap_or_default();
    assert!(poster == expected, "the poster is not tests/exchange/rich.svg: look at it, then PERIPLO_BLESS=1");
}

#[test]
fn texts_and_cards_do_not_overlap_and_text_stays_in_its_card() {
    let mut ids = IdSource::new(7);
    let maps = Template::ALL.map(|template| template.map(true, &mut ids).expect("templates load"));
    let templates = maps.map(|map| ron_text::print(&map, &Comments::default()));
    let own = [RICH, SHOP, B2B, "(format: 1, title: \"x\")"].map(str::to_owned);
    for text in own.into_iter().chain(templates).chain([long_map(3), long_map(60), long_map(120)]) {
        for language in Language::ALL {
            let poster = poster(&text, language);
            let svg = Document::parse(&poster).expect("well formed");
            let (width, height) = size(&svg);
            assert_no_overlap(&svg, width, height);
            let cards = [rectangles(&svg, "card"), rectangles(&svg, "card-critical")].concat();
            for (nth, card) in cards.iter().enumerate() {
                assert!(cards[nth + 1..].iter().all(|other| !card.overlaps(other)), "{card:?}");
            }
            for text in texts(&svg) {
                let outside = cards.iter().filter(|card| text.overlaps(card)).find(|card| !text.is_within(card));
                assert!(outside.is_none(), "{text:?} leaves {outside:?}");
            }
        }
    }
}

#[test]
fn a_usual_journey_has_the_shape_of_a_slide_and_a_very_long_one_is_taller() {
    for text in [RICH, B2B, "(format: 1, title: \"x\")", &long_map(60)] {
        let poster = poster(text, Language::Spanish);
        let (width, height) = size(&Document::parse(&poster).expect("well formed"));
        assert!((height - width * 9.0 / 16.0).abs() <= 1.0, "{width} by {height}");
    }
    let poster = poster(&long_map(600), Language::English);
    let (width, height) = size(&Document::parse(&poster).expect("well formed"));
    assert!(height > width, "{width} by {height}");
}

#[test]
fn every_touchpoint_has_a_card_in_order_with_its_full_name_as_title() {
    let map = ron_text::parse(RICH).expect("a map").map;
    let poster = poster(RICH, Language::English);
    let svg = Document::parse(&poster).expect("well formed");
    let cards = svg.descendants().filter(|node| node.attribute("class") == Some("touchpoint"));
    let titles: Vec<&str> = cards.filter_map(|card| card.first_element_child()?.text()).collect();
    let names: Vec<_> = Phase::ALL.iter().flat_map(|&phase| map.phase(phase)).map(|each| &*each.name).collect();
    assert_eq!(titles.len(), names.len());
    for (title, name) in titles.iter().zip(names) {
        assert!(title.starts_with(name), "{title} is not {name}");
    }
    assert_eq!(svg.root_element().attribute("role"), Some("img"));
    let heads =
        ["title", "desc"].map(|tag| svg.descendants().find(|node| node.has_tag_name(tag)).and_then(|node| node.text()));
    assert_eq!(heads[0], Some("Comprar un \"móvil\", de A a Z"));
    assert!(heads[1].is_some_and(|desc| desc.contains("7 touchpoints") && desc.contains("452 people")));
}

#[test]
fn hostile_text_adds_no_elements_to_a_poster() {
    let hostile = "(format: 1, title: \"</title><script>alert(1)</script>\", before: [(name: \"]]><![CDATA[ &amp; <b onload='x'>\\\"\", \
                   need: Some(\"</style><style>@import url(https://example.org)\"), channel: Some(\"--><!-- \\u{1b}[31m \\u{fffe}\"))])";
    let poster = poster(hostile, Language::English);
    let svg = Document::parse(&poster).expect("well formed");
    let known = ["svg", "title", "desc", "style", "g", "text", "rect", "path", "circle"];
    assert!(svg.descendants().filter(|node| node.is_element()).all(|node| known.contains(&node.tag_name().name())));
    assert!(svg.descendants().all(|node| !node.is_comment()));
    assert!(texts(&svg).iter().any(|text| text.text.contains("]]><![CDATA[")));
    assert!(!poster.contains('\u{1b}') && !poster.contains("href"));
}

#[test]
fn fields_that_a_poster_omits_are_reported() {
    let sandbox = Sandbox::with(&[("rich.ron", RICH), ("shop.ron", SHOP)]);
    let result = sandbox.run(&["export", "rich.ron", "-o", "rich.svg"]);
    assert!(
        result
            .stderr
            .contains("value, contact, agent, actors, pain, action, effort, owner, due, KPI, metric, votes, notes"),
        "{}",
        result.stderr
    );
    assert_eq!(sandbox.run(&["export", "shop.ron", "-o", "shop.svg"]).stderr, "");
}

#[test]
fn a_browser_draws_no_text_wider_than_its_card() {
    let Some(browser) = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .find(|path| std::path::Path::new(path).exists())
    else {
        eprintln!("skipped: no Chromium is installed");
        return;
    };
    let sandbox = Sandbox::with(&[("long.ron", &long_map(40))]);
    sandbox.run(&["export", "long.ron", "-o", "long.svg"]);
    let svg = sandbox.read("long.svg");
    // The script counts the texts that leave their card in the browser's own fonts.
    let page = format!(
        "<!doctype html><meta charset=utf-8>{svg}<pre id=out></pre><script>\
         const wide = [...document.querySelectorAll('text')].filter(t => {{\
           const b = t.getBBox(), c = t.closest('g')?.querySelector('rect');\
           return c && c.getAttribute('class')?.startsWith('card') && b.x + b.width > +c.getAttribute('x') + +c.getAttribute('width');\
         }});\
         out.textContent = 'texts ' + document.querySelectorAll('text').length + ' wide ' + wide.length;</script>"
    );
    std::fs::write(sandbox.path().join("page.html"), page).expect("written");
    let profile = sandbox.path().join("profile");
    let dumped = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", sandbox.path().join("page.html").display()))
        .stderr(Stdio::null())
        .output()
        .expect("a browser");
    let dom = String::from_utf8_lossy(&dumped.stdout);
    let count = texts(&Document::parse(&svg).expect("well formed")).len();
    assert!(dom.contains(&format!("texts {count} wide 0")), "{}", dom.split("id=\"out\"").nth(1).unwrap_or(&dom));
}
