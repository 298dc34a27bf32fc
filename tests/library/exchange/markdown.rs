//! Pages of Markdown, read back by a parser with every extension that it knows.

use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, FormulaGuard, markdown};
use periplo::lang::{Lang, Language};
use periplo::map::{Header, JourneyMap, Line, Name, Notes, Touchpoint};
use periplo::store::ron_text;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::exchange::hostile;

thread_local! {
    static ENGLISH: Lang = Lang::new(Language::English);
}

fn page(map: &JourneyMap, lang: &Lang) -> String {
    let export = markdown::document(&DocumentSource { map, file: STREAM, lang, guard: FormulaGuard::On });
    String::from_utf8(export.expect("a page").bytes).expect("text")
}

fn unnumbered(name: &str) -> Touchpoint {
    Touchpoint::new("00000001".parse().expect("an id"), Name::new(name).expect("a name"))
}

fn rich() -> JourneyMap {
    ron_text::parse(include_str!("../../exchange/rich.ron")).expect("a map").map
}

/// The texts of a page, each with the sort of place where it stands; fails at whatever a page never has.
fn read(page: &str) -> Vec<(String, String)> {
    let mut read: Vec<(String, String)> = Vec::new();
    let mut quoted = false;
    // Typography turns straight quotes into curved ones, and is no matter of meaning.
    for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => read.push((level.to_string(), String::new())),
            Event::Start(Tag::TableCell) => read.push(("cell".into(), String::new())),
            Event::Start(Tag::Item) => read.push(("item".into(), String::new())),
            Event::Start(Tag::CodeBlock(_)) => read.push(("code".into(), String::new())),
            Event::Start(Tag::BlockQuote(None)) => quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Paragraph) => {
                read.push((if quoted { "quote" } else { "paragraph" }.into(), String::new()));
            }
            Event::Text(text) => read.last_mut().expect("a place").1.push_str(&text),
            Event::HardBreak => read.last_mut().expect("a place").1.push('\n'),
            Event::Start(Tag::List(None) | Tag::Strong | Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
            Event::End(_) => {}
            other => panic!("a page has no {other:?}:\n{page}"),
        }
    }
    read
}

fn texts<'a>(read: &'a [(String, String)], sort: &str) -> Vec<&'a str> {
    read.iter().filter(|(each, _)| each == sort).map(|(_, text)| text.as_str()).collect()
}

/// The paragraphs of notes.
fn paragraphs(notes: &str) -> Vec<String> {
    let lines: Vec<&str> = notes.split('\n').collect();
    lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_text_stands_on_the_page_as_it_is(
        title in hostile::line(), name in hostile::line(), need in hostile::line(), pain in hostile::line(),
        notes in hostile::lines(),
    ) {
        let (Ok(title), Ok(name)) = (Name::new(&title), Name::new(&name)) else { return Ok(()) };
        let (need, pain) = (Line::optional(&need).expect("short"), Line::optional(&pain).expect("short"));
        let notes = Notes::optional(&notes).expect("short");
        let mut touchpoint = unnumbered(&name);
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

        let page = ENGLISH.with(|lang| page(&map, lang));
        let read = read(&page);
        prop_assert_eq!(texts(&read, "h1"), [&*title], "{}", page);
        let phases = texts(&read, "h2");
        prop_assert_eq!(&phases[..4], &["Before", "During", "After", "Funnel"], "{}", page);
        let cells = texts(&read, "cell");
        prop_assert_eq!(cells.iter().filter(|cell| **cell == &*name).count(), 2, "{}", page);
        let alternative = format!("or {}", &*name);
        prop_assert_eq!(cells.iter().filter(|cell| **cell == alternative).count(), 1, "{}", page);
        let items = texts(&read, "item");
        let told = |label: &str, line: &Option<Line>| {
            let told = line.as_ref().map(|line| format!("{label}: {line}"));
            told.is_none_or(|told| items.iter().filter(|item| **item == told).count() == 3)
        };
        prop_assert!(told("Need", &need) && told("Pain", &pain), "{:?}\n{}", items, page);
        let quoted: Vec<String> = notes.as_deref().map(paragraphs).unwrap_or_default();
        prop_assert_eq!(texts(&read, "quote"), vec![quoted; 4].concat(), "{}", page);
        prop_assert_eq!(texts(&read, "code").len(), 1, "{}", page);
    }
}

#[test]
fn a_page_of_a_rich_map_is_as_it_was_looked_at() {
    for (language, file) in [(Language::English, "rich.en.md"), (Language::Spanish, "rich.es.md")] {
        let page = page(&rich(), &Lang::new(language));
        read(&page);
        let golden = format!("{}/tests/exchange/{file}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, &page).expect("a file");
        }
        assert_eq!(std::fs::read_to_string(&golden).unwrap_or_default(), page, "BLESS=1 writes {golden}");
    }
}

#[test]
fn nothing_on_a_page_becomes_an_address_of_itself() {
    let name = "See http://x.org, HTTPS://x or www.x.org, me@x.org #12 @team";
    let text = ENGLISH.with(|lang| markdown::touchpoint(&unnumbered(name), lang));
    for address in ["http:/", "HTTPS:/", "www.", "x.org", "me@", " #12", " @team"] {
        assert!(!text.contains(address), "{address} in {text}");
    }
}

#[test]
fn a_touchpoint_is_told_with_all_that_is_known_of_it() {
    let map = rich();
    let (_, touchpoint) = map.touchpoints().next().expect("a touchpoint");
    let read = read(&markdown::touchpoint(touchpoint, &Lang::new(Language::Spanish)));
    assert_eq!(texts(&read, "h3"), ["Asks friends"]);
    let items = texts(&read, "item");
    for told in ["Tipo: fuera de línea", "Canal: word of mouth", "Alcance: 90.400", "Votos: 3", "Momento crítico: sí"]
    {
        assert!(items.contains(&told), "{told} is not in {items:?}");
    }
    assert_eq!(texts(&read, "quote"), ["- first\n- second, with a comma", "\"quoted\""]);
    let unknown = ENGLISH.with(|lang| markdown::touchpoint(&unnumbered("Pays"), lang));
    assert_eq!(unknown, "### Pays\n");
}

#[test]
fn a_map_without_numbers_has_neither_funnel_nor_empty_columns() {
    let (map, _) = JourneyMap::with_touchpoints(
        Header::new(Name::new("Buying").expect("a title")),
        [vec![unnumbered("Asks")], vec![], vec![]],
    );
    let read = read(&ENGLISH.with(|lang| page(&map, lang)));
    assert_eq!(texts(&read, "cell"), ["Name", "Asks"]);
    assert_eq!(texts(&read, "code"), [] as [&str; 0]);
    assert_eq!(texts(&read, "paragraph"), ["No touchpoints yet."; 2]);
}
