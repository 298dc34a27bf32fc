//! A map as a page: what is in it, how it is built, and that nothing of a map can be more than text there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, FormulaGuard, page};
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

/// What would be more than text in HTML, in SVG, in a style, in a script or in a template.
pub const ATTACK: &str = "</title></style></script></svg><script>alert(1)</script><img src=x onerror=alert(2)>\" \
                      onmouseover=\"alert(3)\" '{{ 7 * 7 }}{% if %} --> ]]> <!-- &lt; javascript:alert(4) {shown}";

/// A map that says the same in every field.
pub fn all_say(text: &str) -> String {
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

/// The words of both languages, looked up once.
static LANGS: LazyLock<[Lang; 2]> = LazyLock::new(|| Language::ALL.map(Lang::new));

fn lang(language: Language) -> &'static Lang {
    LANGS.iter().find(|lang| lang.language() == language).expect("a language")
}

/// The page of a map.
pub fn page(text: &str, language: Language) -> String {
    let map = ron_text::parse(text).expect("a map").map;
    let subject = DocumentSource { map: &map, file: STREAM, lang: lang(language), guard: FormulaGuard::On };
    let export = page::render(&subject).expect("a page");
    assert_eq!(export.omissions, Vec::<String>::new());
    String::from_utf8(export.bytes).expect("UTF-8")
}

/// What stands between two texts.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

/// The page without its style sheet and its script, which are files of their own.
fn bare(page: &str) -> String {
    let (style, script) = (between(page, "<style>", "</style>"), between(page, "<script>", "</script>"));
    page.replacen(style, "", 1).replacen(script, "", 1)
}

fn look<T>(page: &str, look: impl Fn(&Document) -> T) -> T {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    look(&Document::parse_with_options(&bare(page), options).expect("well formed"))
}

fn every_page(mut each: impl FnMut(&str)) {
    for text in [RICH, SHOP, B2B, TRAVEL, EMPTY, &all_say(ATTACK)] {
        Language::ALL.into_iter().for_each(|language| each(&page(text, language)));
    }
}

fn elements<'a>(document: &'a Document, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

#[test]
fn the_page_of_the_rich_map_is_as_it_was() {
    for language in Language::ALL {
        let path = format!("{}/tests/exchange/rich.{}.html", env!("CARGO_MANIFEST_DIR"), language.code());
        let page = page(RICH, language);
        // The sums of style sheet and script are told by another test.
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        let found = bare(&page).replacen(policy, "", 1);
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
fn every_id_is_there_once_and_every_reference_leads_to_one() {
    every_page(|page| {
        look(page, |document| {
            let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            let ids: BTreeSet<&str> = all.iter().copied().collect();
            assert_eq!(all.len(), ids.len());
            for node in document.descendants().filter(Node::is_element) {
                for name in ["aria-labelledby", "aria-describedby", "for"] {
                    let named = node.attribute(name).unwrap_or_default().split_whitespace();
                    named.for_each(|id| assert!(ids.contains(id), "{name} {id}"));
                }
                if let Some(link) = node.attribute("href") {
                    let id = link.strip_prefix('#').expect("a place on the page");
                    assert!(ids.contains(id), "{link}");
                }
            }
        });
    });
}

#[test]
fn nothing_is_asked_from_outside_and_nothing_is_styled_or_scripted_in_an_attribute() {
    every_page(|page| {
        look(page, |document| {
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
fn the_policy_allows_this_style_sheet_and_this_script_and_nothing_else() {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    every_page(|page| {
        let style = hash(between(page, "<style>", "</style>"));
        let script = hash(between(page, "<script>", "</script>"));
        let policy = look(page, |document| {
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
fn text_that_attacks_is_text_and_nothing_else() {
    let clean = |text: &str| one_line(text).into_owned();
    for language in Language::ALL {
        let (attacked, harmless) = (page(&all_say(ATTACK), language), page(&all_say("Harmless"), language));
        let names = |page: &str| {
            look(page, |document| {
                let elements = document.descendants().filter(Node::is_element);
                elements.map(|node| (node.tag_name().name().to_owned(), node.attributes().count())).collect::<Vec<_>>()
            })
        };
        // Only drawings differ, for they wrap what is longer.
        let drawn = |(name, _): &(String, usize)| matches!(name.as_str(), "text" | "path" | "rect" | "g" | "svg");
        let without = |page: &str| names(page).into_iter().filter(|each| !drawn(each)).collect::<BTreeSet<_>>();
        assert_eq!(without(&attacked), without(&harmless));
        assert_eq!(attacked.matches("<script").count(), 1);
        look(&attacked, |document| {
            let cells = document.descendants().filter(|node| node.text() == Some(&clean(ATTACK)));
            assert!(cells.count() > 40);
            let title = elements(document, "title").next().expect("a title");
            assert_eq!(title.text(), Some(&*clean(ATTACK)));
        });
    }
}

#[test]
fn a_reader_who_cannot_see_it_finds_the_way() {
    every_page(|page| {
        look(page, |document| {
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
fn tables_say_what_they_are_and_pictures_are_told_in_words() {
    every_page(|page| {
        look(page, |document| {
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
                    let told = picture.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
                    assert!(told.is_some_and(|told| !told.is_empty()), "{name}");
                }
            }
            for control in document.descendants().filter(|node| matches!(node.tag_name().name(), "input" | "select")) {
                assert!(control.ancestors().any(|node| node.has_tag_name("label")));
            }
        });
    });
}

#[test]
fn all_that_a_map_says_is_on_its_page() {
    let map = ron_text::parse(RICH).expect("a map").map;
    for language in Language::ALL {
        let lang = lang(language);
        look(&page(RICH, language), |document| {
            let words: BTreeSet<String> = document
                .descendants()
                .filter(Node::is_text)
                .filter_map(|node| node.text())
                .map(str::to_owned)
                .collect();
            let said = |text: &str| assert!(words.iter().any(|word| word.contains(text)), "{text:?} is not said");
            said(&map.header().title);
            for (_, each) in map.touchpoints() {
                said(&each.name);
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
                lines.into_iter().flatten().for_each(|line| said(line));
                each.due.iter().for_each(|due| said(&due.to_string()));
                each.effort.iter().for_each(|&effort| said(&lang.effort(effort)));
                each.channel.iter().for_each(|channel| said(channel));
                each.actors.iter().for_each(|actor| said(actor));
                each.notes.iter().for_each(|notes| said(notes));
                each.reach.iter().for_each(|&reach| said(&lang.number(reach.into())));
                each.kind.iter().for_each(|&kind| said(lang.kind(kind)));
                each.intent.iter().for_each(|&intent| said(lang.intent(intent)));
                each.contact.iter().for_each(|&contact| said(&lang.contact(contact)));
                each.agent.iter().for_each(|&agent| said(&lang.agent(agent)));
                each.emotion.iter().for_each(|&emotion| said(&lang.emotion(emotion)));
            }
        });
    }
}

#[test]
fn the_same_map_gives_the_same_page() {
    assert_eq!(page(TRAVEL, Language::Spanish), page(TRAVEL, Language::Spanish));
}
