//! The HTML page: content, structure and accessibility; text from a map never becomes markup.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, TableOptions, page};
use periplo::lang::{Lang, Language};
use periplo::map::text::one_line;
use periplo::store::ron_text;
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};

pub const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = include_str!("../../exchange/shop.ron");
const B2B: &str = include_str!("../../exchange/b2b.ron");
const TRAVEL: &str = include_str!("../../../assets/templates/es/travel.ron");
const EMPTY: &str = "(format: 1, title: \"Nothing yet\")";

/// Text with a meaning in HTML, SVG, style sheets, scripts and templates.
pub const ATTACK: &str = "</title></style></script></svg><script>alert(1)</script><img src=x onerror=alert(2)>\" \
                      onmouseover=\"alert(3)\" '{{ 7 * 7 }}{% if %} --> ]]> <!-- &lt; javascript:alert(4) {shown}";

/// Returns the text of a map with `text` in every field.
pub fn map_filled_with(text: &str) -> String {
    let text = format!("{text:?}");
    let lines = ["channel", "context", "need", "value", "pain", "action", "owner", "kpi", "notes"];
    let fields: String = lines.iter().map(|field| format!(", {field}: {text}")).collect();
    let touchpoint = format!("name: {text}, actors: [{text}]{fields}, kind: Online, emotion: -2, critical: true");
    let header = ["company", "persona", "scenario", "goal", "unit", "period", "notes"];
    let header: String = header.iter().map(|field| format!("{field}: {text}, ")).collect();
    format!(
        "#![enable(implicit_some)]\n(format: 1, title: {text}, objectives: [{text}], {header} \
         before: [({touchpoint}, reach: 90), (name: {text}, with_previous: true)], during: [(name: {text}, reach: 9)], \
         after: [({touchpoint}, reach: 4)])"
    )
}

/// The messages of both languages, loaded once.
static LANGS: LazyLock<[Lang; 2]> = LazyLock::new(|| Language::ALL.map(Lang::new));

fn lang(language: Language) -> &'static Lang {
    LANGS.iter().find(|lang| lang.language() == language).expect("a language")
}

/// Exports a map as a page.
pub fn page(text: &str, language: Language) -> String {
    let map = ron_text::parse(text).expect("a map").map;
    let source =
        DocumentSource { map: &map, begin: 0, file: STREAM, lang: lang(language), table: TableOptions::GUARDED };
    let export = page::render(&source).expect("a page");
    assert_eq!(export.omissions, Vec::<String>::new());
    String::from_utf8(export.bytes).expect("UTF-8")
}

/// Returns the text between two markers.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

/// Removes the style sheet and the script, which have files of their own.
fn without_style_and_script(page: &str) -> String {
    let (style, script) = (between(page, "<style>", "</style>"), between(page, "<script>", "</script>"));
    page.replacen(style, "", 1).replacen(script, "", 1)
}

/// Parses a page and passes it to `inspect`.
fn with_document<T>(page: &str, inspect: impl Fn(&Document) -> T) -> T {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    inspect(&Document::parse_with_options(&without_style_and_script(page), options).expect("well formed"))
}

fn for_every_page(mut each: impl FnMut(&str)) {
    for text in [RICH, SHOP, B2B, TRAVEL, EMPTY, &map_filled_with(ATTACK)] {
        Language::ALL.into_iter().for_each(|language| each(&page(text, language)));
    }
}

fn elements<'a>(document: &'a Document, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

#[test]
fn the_page_of_the_rich_map_matches_the_golden_file() {
    for language in Language::ALL {
        let path = format!("{}/tests/exchange/rich.{}.html", env!("CARGO_MANIFEST_DIR"), language.code());
        let page = page(RICH, language);
        // Another test checks the hashes of the style sheet and the script.
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        let found = without_style_and_script(&page).replacen(policy, "", 1);
        if std::env::var_os("PERIPLO_BLESS").is_some() {
            std::fs::write(&path, &found).expect("written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == expected,
            "{path} is out of date: look at it after PERIPLO_BLESS=1 cargo test --test program page"
        );
    }
}

#[test]
fn ids_are_unique_and_every_reference_has_its_target() {
    for_every_page(|page| {
        with_document(page, |document| {
            let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            let ids: BTreeSet<&str> = all.iter().copied().collect();
            assert_eq!(all.len(), ids.len());
            for node in document.descendants().filter(Node::is_element) {
                for name in ["aria-labelledby", "aria-describedby", "for"] {
                    let named = node.attribute(name).unwrap_or_default().split_whitespace();
                    named.for_each(|id| assert!(ids.contains(id), "{name} {id}"));
                }
                if let Some(link) = node.attribute("href") {
                    let id = link.strip_prefix('#').expect("a link within the page");
                    assert!(ids.contains(id), "{link}");
                }
            }
        });
    });
}

#[test]
fn the_page_loads_nothing_and_has_no_styles_or_scripts_in_attributes() {
    for_every_page(|page| {
        with_document(page, |document| {
            for attribute in document.descendants().flat_map(|node| node.attributes()) {
                let name = attribute.name();
                assert!(!matches!(name, "style" | "src" | "srcset" | "action" | "data" | "poster"), "{name}");
                assert!(!name.starts_with("on"), "{name}");
            }
            for name in ["link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "image"] {
                assert_eq!(elements(document, name).count(), 0, "{name}");
            }
        });
        let style = between(page, "<style>", "</style>");
        assert!(!style.contains("url(") && !style.contains("@import"));
    });
}

#[test]
fn the_policy_allows_only_the_style_sheet_and_script_of_the_page() {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    for_every_page(|page| {
        let style = hash(between(page, "<style>", "</style>"));
        let script = hash(between(page, "<script>", "</script>"));
        let policy = with_document(page, |document| {
            let metas = elements(document, "meta");
            let policies: Vec<String> = metas
                .filter(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"))
                .map(|meta| meta.attribute("content").expect("a policy").to_owned())
                .collect();
            let [policy] = &policies[..] else { panic!("one policy") };
            policy.clone()
        });
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; \
                 form-action 'none'"
            )
        );
        let first = page.find("Content-Security-Policy").expect("a policy");
        assert!(first < page.find("<style>").expect("a style sheet"));
    });
}

#[test]
fn hostile_text_adds_no_elements_or_attributes() {
    let clean = |text: &str| one_line(text).into_owned();
    for language in Language::ALL {
        let (attacked, harmless) =
            (page(&map_filled_with(ATTACK), language), page(&map_filled_with("Harmless"), language));
        let names = |page: &str| {
            with_document(page, |document| {
                let elements = document.descendants().filter(Node::is_element);
                elements.map(|node| (node.tag_name().name().to_owned(), node.attributes().count())).collect::<Vec<_>>()
            })
        };
        // Only drawings may differ, since they wrap long text.
        let is_drawing = |(name, _): &(String, usize)| matches!(name.as_str(), "text" | "path" | "rect" | "g" | "svg");
        let outside_drawings =
            |page: &str| names(page).into_iter().filter(|each| !is_drawing(each)).collect::<BTreeSet<_>>();
        assert_eq!(outside_drawings(&attacked), outside_drawings(&harmless));
        assert_eq!(attacked.matches("<script").count(), 1);
        with_document(&attacked, |document| {
            let cells = document.descendants().filter(|node| node.text() == Some(&clean(ATTACK)));
            assert!(cells.count() > 40);
            let title = elements(document, "title").next().expect("a title");
            assert_eq!(title.text(), Some(&*clean(ATTACK)));
        });
    }
}

#[test]
fn the_page_has_landmarks_a_skip_link_and_ordered_headings() {
    for_every_page(|page| {
        with_document(page, |document| {
            let root = document.root_element();
            assert!(Language::ALL.iter().any(|language| root.attribute("lang") == Some(language.code())));
            for landmark in ["header", "nav", "main", "footer"] {
                assert_eq!(elements(document, landmark).count(), 1, "{landmark}");
            }
            let body = elements(document, "body").next().expect("a body");
            let skip = body.first_element_child().expect("a skip link");
            assert_eq!(skip.attribute("href"), Some("#content"));
            let mut level = 0;
            for node in document.descendants() {
                let deeper = node.tag_name().name().strip_prefix('h').and_then(|level| level.parse::<usize>().ok());
                if let Some(deeper) = deeper {
                    assert!(deeper <= level + 1, "a heading of level {deeper} below one of level {level}");
                    level = deeper;
                }
            }
            assert_eq!(elements(document, "h1").count(), 1);
        });
    });
}

#[test]
fn tables_pictures_and_controls_have_accessible_names() {
    for_every_page(|page| {
        with_document(page, |document| {
            for table in elements(document, "table") {
                let caption = table.first_element_child().expect("a caption");
                assert!(caption.has_tag_name("caption"));
                assert!(table.descendants().any(|node| node.attribute("scope") == Some("row")));
            }
            for head in elements(document, "th") {
                let scope = head.attribute("scope").expect("a scope");
                assert!(matches!(scope, "col" | "row" | "rowgroup"), "{scope}");
            }
            for picture in elements(document, "svg") {
                if picture.attribute("aria-hidden") == Some("true") {
                    continue;
                }
                assert_eq!(picture.attribute("role"), Some("img"));
                for name in ["title", "desc"] {
                    let text = picture.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
                    assert!(text.is_some_and(|text| !text.is_empty()), "{name}");
                }
            }
            for control in document.descendants().filter(|node| matches!(node.tag_name().name(), "input" | "select")) {
                assert!(control.ancestors().any(|node| node.has_tag_name("label")));
            }
        });
    });
}

#[test]
fn every_field_of_a_map_is_on_its_page() {
    let map = ron_text::parse(RICH).expect("a map").map;
    for language in Language::ALL {
        let lang = lang(language);
        with_document(&page(RICH, language), |document| {
            let words: BTreeSet<String> = document
                .descendants()
                .filter(Node::is_text)
                .filter_map(|node| node.text())
                .map(str::to_owned)
                .collect();
            let assert_shown =
                |text: &str| assert!(words.iter().any(|word| word.contains(text)), "{text:?} is not on the page");
            assert_shown(&map.header().title);
            for (_, each) in map.touchpoints() {
                assert_shown(&each.name);
                let lines = [
                    &each.context,
                    &each.need,
                    &each.value,
                    &each.pain,
                    &each.action,
                    &each.owner,
                    &each.kpi,
                    &each.metric,
                ];
                lines.into_iter().flatten().for_each(|line| assert_shown(line));
                each.due.iter().for_each(|due| assert_shown(&due.to_string()));
                each.effort.iter().for_each(|&effort| assert_shown(&lang.effort(effort)));
                each.channel.iter().for_each(|channel| assert_shown(channel));
                each.actors.iter().for_each(|actor| assert_shown(actor));
                each.notes.iter().for_each(|notes| assert_shown(notes));
                each.reach.iter().for_each(|&reach| assert_shown(&lang.number(reach.into())));
                each.kind.iter().for_each(|&kind| assert_shown(lang.kind(kind)));
                each.intent.iter().for_each(|&intent| assert_shown(lang.intent(intent)));
                each.contact.iter().for_each(|&contact| assert_shown(&lang.contact(contact)));
                each.agent.iter().for_each(|&agent| assert_shown(&lang.agent(agent)));
                each.emotion.iter().for_each(|&emotion| assert_shown(&lang.emotion(emotion)));
            }
        });
    }
}

#[test]
fn the_same_map_gives_the_same_page() {
    assert_eq!(page(TRAVEL, Language::Spanish), page(TRAVEL, Language::Spanish));
}
