//! Markdown exports, read back by a parser with all extensions.

use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, TableOptions, markdown};
use periplo::lang::{Lang, Language};
use periplo::map::{Header, JourneyMap, Line, Name, Notes, Touchpoint};
use periplo::store::ron_text;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::exchange::hostile;

fn page(map: &JourneyMap, lang: &Lang) -> String {
    let export =
        markdown::document(&DocumentSource { map, begin: 0, file: STREAM, lang, table: TableOptions::GUARDED });
    String::from_utf8(export.expect("a page").bytes).expect("text")
}

fn touchpoint_named(name: &str) -> Touchpoint {
    Touchpoint::new("00000001".parse().expect("an id"), Name::new(name).expect("a name"))
}

fn rich() -> JourneyMap {
    ron_text::parse(include_str!("../../exchange/rich.ron")).expect("a map").map
}

/// Returns the texts of a page, each with the kind of its block. Panics at anything that no page contains.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut quoted = false;
    // Smart punctuation would replace straight quotes by curved ones.
    for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => blocks.push((level.to_string(), String::new())),
            Event::Start(Tag::TableCell) => blocks.push(("cell".into(), String::new())),
            Event::Start(Tag::Item) => blocks.push(("item".into(), String::new())),
            Event::Start(Tag::CodeBlock(_)) => blocks.push(("code".into(), String::new())),
            Event::Start(Tag::BlockQuote(None)) => quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Paragraph) => {
                blocks.push((if quoted { "quote" } else { "paragraph" }.into(), String::new()));
            }
            Event::Text(text) => blocks.last_mut().expect("a block").1.push_str(&text),
            Event::HardBreak => blocks.last_mut().expect("a block").1.push('\n'),
            Event::Start(Tag::List(None) | Tag::Strong | Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
            Event::End(_) => {}
            other => panic!("a page has no {other:?}:\n{page}"),
        }
    }
    blocks
}

fn texts<'a>(blocks: &'a [(String, String)], kind: &str) -> Vec<&'a str> {
    blocks.iter().filter(|(each, _)| each == kind).map(|(_, text)| text.as_str()).collect()
}

/// Splits notes into paragraphs.
fn paragraphs(notes: &str) -> Vec<String> {
    let lines: Vec<&str> = notes.split('\n').collect();
    lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_text_is_shown_literally(
        title in hostile::line(), name in hostile::line(), need in hostile::line(), pain in hostile::line(),
        notes in hostile::lines(),
    ) {
        let (Ok(title), Ok(name)) = (Name::new(&title), Name::new(&name)) else { return Ok(()) };
        let (need, pain) = (Line::optional(&need).expect("short"), Line::optional(&pain).expect("short"));
        let notes = Notes::optional(&notes).expect("short");
        let mut touchpoint = touchpoint_named(&name);
        touchpoint.channel = Line::optional("a | channel").expect("short");
        touchpoint.need = need.clone();
        touchpoint.pain = pain.clone();
        touchpoint.notes = notes.clone();
        touchpoint.reach = Some(7);
        let mut alternative = touchpoint.clone();
        alternative.with_previous = true;
        let mut header = Header::new(title.clone());
        header.notes = notes.clone();
        let (map, _) = JourneyMap::with_touchpoints(header, [vec![touchpoint], vec![], vec![alternative.clone(), alternative]]);

        let page = page(&map, &Lang::new(Language::English));
        let blocks = blocks(&page);
        prop_assert_eq!(texts(&blocks, "h1"), [&*title], "{}", page);
        let phases = texts(&blocks, "h2");
        prop_assert_eq!(&phases[..4], &["Before", "During", "After", "Funnel"], "{}", page);
        let cells = texts(&blocks, "cell");
        prop_assert_eq!(cells.iter().filter(|cell| **cell == &*name).count(), 2, "{}", page);
        let alternative = format!("or {}", &*name);
        prop_assert_eq!(cells.iter().filter(|cell| **cell == alternative).count(), 1, "{}", page);
        let items = texts(&blocks, "item");
        let is_listed = |label: &str, line: &Option<Line>| {
            let expected = line.as_ref().map(|line| format!("{label}: {line}"));
            expected.is_none_or(|expected| items.iter().filter(|item| **item == expected).count() == 3)
        };
        prop_assert!(is_listed("Need", &need) && is_listed("Pain", &pain), "{:?}\n{}", items, page);
        let quoted: Vec<String> = notes.as_deref().map(paragraphs).unwrap_or_default();
        prop_assert_eq!(texts(&blocks, "quote"), vec![quoted; 4].concat(), "{}", page);
        prop_assert_eq!(texts(&blocks, "code").len(), 1, "{}", page);
    }
}

#[test]
fn the_page_of_the_rich_map_matches_the_golden_file() {
    for (language, file) in [(Language::English, "rich.en.md"), (Language::Spanish, "rich.es.md")] {
        let page = page(&rich(), &Lang::new(language));
        blocks(&page);
        let golden = format!("{}/tests/exchange/{file}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("PERIPLO_BLESS").is_some() {
            std::fs::write(&golden, &page).expect("a file");
        }
        assert_eq!(std::fs::read_to_string(&golden).unwrap_or_default(), page, "PERIPLO_BLESS=1 writes {golden}");
    }
}

#[test]
fn addresses_and_mentions_do_not_become_links() {
    let name = "See http://x.org, HTTPS://x or www.x.org, me@x.org #12 @team";
    let text = markdown::touchpoint(&touchpoint_named(name), &Lang::new(Language::English));
    for address in ["http:/", "HTTPS:/", "www.", "x.org", "me@", " #12", " @team"] {
        assert!(!text.contains(address), "{address} in {text}");
    }
}

#[test]
fn a_touchpoint_lists_every_field_that_is_filled_in() {
    let map = rich();
    let (_, touchpoint) = map.touchpoints().next().expect("a touchpoint");
    let blocks = blocks(&markdown::touchpoint(touchpoint, &Lang::new(Language::Spanish)));
    assert_eq!(texts(&blocks, "h3"), ["Asks friends"]);
    let items = texts(&blocks, "item");
    for expected in
        ["Tipo: fuera de línea", "Canal: word of mouth", "Alcance: 90.400", "Votos: 3", "Momento crítico: sí"]
    {
        assert!(items.contains(&expected), "{expected} is not in {items:?}");
    }
    assert_eq!(texts(&blocks, "quote"), ["- first\n- second, with a comma", "\"quoted\""]);
    let unknown = markdown::touchpoint(&touchpoint_named("Pays"), &Lang::new(Language::English));
    assert_eq!(unknown, "### Pays\n");
}

#[test]
fn a_map_without_numbers_has_neither_funnel_nor_empty_columns() {
    let (map, _) = JourneyMap::with_touchpoints(
        Header::new(Name::new("Buying").expect("a title")),
        [vec![touchpoint_named("Asks")], vec![], vec![]],
    );
    let blocks = blocks(&page(&map, &Lang::new(Language::English)));
    assert_eq!(texts(&blocks, "cell"), ["Name", "Asks"]);
    assert_eq!(texts(&blocks, "code"), [] as [&str; 0]);
    assert_eq!(texts(&blocks, "paragraph"), ["No touchpoints yet."; 2]);
}
