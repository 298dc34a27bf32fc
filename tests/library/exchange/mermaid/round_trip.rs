//! What a map keeps in a round trip through a diagram, and which losses the export reports.

use periplo::lang::{Lang, Language};
use periplo::map::{Emotion, Header, JourneyMap, Line, Name, Phase, Touchpoint, TouchpointId};
use periplo::store::ron_text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::node::readings;
use super::{export, read, text};
use crate::exchange::hostile;

/// The parts of a touchpoint that a diagram keeps: ID, name, emotion and actors.
type Kept = (TouchpointId, String, Option<i8>, Vec<String>);

fn kept(map: &JourneyMap) -> [Vec<Kept>; 3] {
    let kept = |touchpoint: &Touchpoint| {
        let actors = touchpoint.actors.iter().map(ToString::to_string).collect();
        (touchpoint.id, touchpoint.name.to_string(), touchpoint.emotion.map(Emotion::value), actors)
    };
    Phase::ALL.map(|phase| map.phase(phase).iter().map(|touchpoint| kept(touchpoint)).collect())
}

fn name() -> impl Strategy<Value = Name> {
    hostile::line().prop_filter_map("a name", |text| Name::new(&text).ok())
}

fn touchpoint() -> impl Strategy<Value = Touchpoint> {
    let actor = hostile::line().prop_filter_map("an actor", |text| Line::optional(&text).ok().flatten());
    (name(), proptest::option::of(-2_i64..=2), vec(actor, 0..4)).prop_map(|(name, emotion, actors)| {
        let mut touchpoint = Touchpoint::new("00000001".parse().expect("an id"), name);
        touchpoint.emotion = emotion.and_then(Emotion::new);
        touchpoint.actors = actors;
        touchpoint
    })
}

fn map() -> impl Strategy<Value = JourneyMap> {
    let phase = || vec(touchpoint(), 0..4);
    (name(), [phase(), phase(), phase()])
        .prop_map(|(title, phases)| JourneyMap::with_touchpoints(Header::new(title), phases).0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn order_names_phases_emotions_and_actors_survive_a_round_trip(map in map()) {
        let diagram = text(&export(&map));
        let back = read(&diagram).map_err(|remarks| TestCaseError::fail(format!("{remarks:?}\n{diagram}")))?;
        prop_assert_eq!(kept(&back.map), kept(&map), "{}", diagram);
        prop_assert_eq!(&back.map.header().title, &map.header().title);
        prop_assert!(back.remarks.is_empty(), "{:?}\n{}", back.remarks, diagram);
    }
}

/// Replaces Mermaid's internal character codes by the characters.
fn decoded(text: &Value) -> String {
    let text = text.as_str().expect("a text");
    let mut parts = text.split("ﬂ°°");
    let first = parts.next().expect("a part").to_owned();
    parts.fold(first, |decoded, part| {
        let (number, rest) = part.split_once("¶ß").expect("an end");
        decoded + &char::from_u32(number.parse().expect("a number")).expect("a character").to_string() + rest
    })
}

#[test]
fn mermaid_itself_reads_the_content_of_the_map() {
    let mut runner = TestRunner::deterministic();
    let maps: Vec<JourneyMap> = (0..100).map(|_| map().new_tree(&mut runner).expect("a map").current()).collect();
    let diagrams: Vec<String> = maps.iter().map(|map| text(&export(map))).collect();
    for ((map, diagram), reading) in maps.iter().zip(&diagrams).zip(readings(&diagrams).unwrap_or_default()) {
        let tasks = reading["tasks"].as_array().unwrap_or_else(|| panic!("{reading} of\n{diagram}"));
        assert_eq!(decoded(&reading["title"]), *map.header().title, "{diagram}");
        assert_eq!(tasks.len(), map.len(), "{diagram}");
        for ((place, touchpoint), task) in map.touchpoints().zip(tasks) {
            assert_eq!(decoded(&task["task"]), *touchpoint.name, "{diagram}");
            assert_eq!(task["section"], ["Before", "During", "After"][place.phase.index()], "{diagram}");
            assert_eq!(task["score"], 3 + touchpoint.emotion.map_or(0, Emotion::value), "{diagram}");
            let people: Vec<String> = task["people"].as_array().expect("people").iter().map(decoded).collect();
            assert_eq!(people, touchpoint.actors.iter().map(ToString::to_string).collect::<Vec<_>>(), "{diagram}");
        }
    }
}

#[test]
fn the_diagram_of_the_rich_map_matches_the_golden_file() {
    let map = ron_text::parse(include_str!("../../../exchange/rich.ron")).expect("a map").map;
    let export = export(&map);
    let golden = format!("{}/tests/exchange/rich.mmd", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("PERIPLO_BLESS").is_some() {
        std::fs::write(&golden, &export.bytes).expect("a file");
    }
    assert_eq!(std::fs::read_to_string(&golden).unwrap_or_default(), text(&export), "PERIPLO_BLESS=1 writes {golden}");
    assert_eq!(
        export.omissions,
        [
            "a journey diagram has no place for company, unit, period, kind, intent, channel, context, need, value, contact, \
             agent, critical moment, alternative, reach, evidence, pain, action, effort, owner, due, KPI, metric, votes, notes; keep the map itself too",
            "3 touchpoints without emotion are drawn with the score 3, since Mermaid needs one; comments keep that it is unknown",
        ]
    );
}

#[test]
fn a_spanish_diagram_survives_a_round_trip() {
    let map = ron_text::parse(include_str!("../../../exchange/rich.ron")).expect("a map").map;
    let lang = Lang::new(Language::Spanish);
    let source = periplo::exchange::DocumentSource {
        map: &map,
        begin: 0,
        file: "-",
        lang: &lang,
        table: periplo::exchange::TableOptions::GUARDED,
    };
    let export = periplo::exchange::mermaid::document(&source).expect("a diagram");
    let diagram = text(&export);
    assert!(diagram.contains("section Después"), "{diagram}");
    assert_eq!(kept(&read(&diagram).expect("a map").map), kept(&map));
}

#[test]
fn long_names_widen_the_diagram() {
    let first_line = |name: &str| {
        let touchpoint = Touchpoint::new("00000001".parse().expect("an id"), Name::new(name).expect("a name"));
        let header = Header::new(Name::new("Room").expect("a title"));
        let first = text(&export(&JourneyMap::with_touchpoints(header, [vec![touchpoint], vec![], vec![]]).0));
        first.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first_line("Asks a friend about the fares"), "journey");
    assert_eq!(
        first_line("Reads other travellers' complaints about hand baggage"),
        r#"%%{init:{"journey":{"width":246}}}%%"#
    );
    assert_eq!(first_line(&"wide ".repeat(40)), r#"%%{init:{"journey":{"width":400}}}%%"#);
}

#[test]
fn an_empty_map_is_exported_without_omissions() {
    let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::new("Empty").expect("a title")), Default::default());
    let export = export(&map);
    assert_eq!(text(&export), "journey\n    title Empty\n");
    assert_eq!(export.omissions, [] as [&str; 0]);
}

#[test]
fn a_diagram_too_large_for_mermaid_is_reported() {
    let touchpoint = |nth: usize| {
        let name = Name::new(&format!("Asks for the {nth}th time, which takes a while")).expect("a name");
        Touchpoint::new("00000001".parse().expect("an id"), name)
    };
    let phases = [(0..1000).map(touchpoint).collect(), vec![], vec![]];
    let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::new("Long").expect("a title")), phases);
    let omissions = export(&map).omissions;
    assert!(omissions.iter().any(|omission| omission.contains("at most 50,000")), "{omissions:?}");
}
