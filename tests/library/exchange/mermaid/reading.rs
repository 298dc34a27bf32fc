//! What the import takes from a diagram and from the page around it.

use periplo::map::{Emotion, Phase};

use super::read;

#[test]
fn a_task_becomes_a_touchpoint_with_emotion_and_actors() {
    let text = "journey\n  title  Buying tea \n  section During\n    Choose a tea : 1: Customer, sales team\n    Pay:5\n    Wait: 3 : Me\n";
    let map = read(text).expect("a map").map;
    assert_eq!(&*map.header().title, "Buying tea");
    let touchpoints = map.phase(Phase::During);
    let found: Vec<(&str, Option<i8>, Vec<&str>)> = touchpoints
        .iter()
        .map(|each| (&*each.name, each.emotion.map(Emotion::value), each.actors.iter().map(|actor| &**actor).collect()))
        .collect();
    assert_eq!(
        found,
        [
            ("Choose a tea", Some(-2), vec!["Customer", "sales team"]),
            ("Pay", Some(2), vec![]),
            ("Wait", Some(0), vec!["Me"])
        ]
    );
}

#[test]
fn the_title_comes_from_the_diagram_its_front_matter_or_the_file() {
    let title = |text: &str| read(text).expect("a map").map.header().title.to_string();
    assert_eq!(title("---\ntitle: Front\n---\njourney\ntitle Own"), "Own");
    assert_eq!(title("---\ntitle: Front # c\n---\njourney"), "Front");
    assert_eq!(title("---\ntitle: 'It''s'\n---\njourney"), "It's");
    assert_eq!(title("  ---\n  config:\n    theme: dark\n  title: \"A: \\u00e9\"\n  ---\n  journey"), "A: é");
    assert_eq!(title("---\ntitle: ''\n---\njourney"), "untitled");
    assert_eq!(title("---\nconfig:\n  journey:\n    title: no\n---\njourney"), "untitled");
    assert_eq!(title("journey"), "untitled");
    assert_eq!(title("\u{feff}journey\r\ntitle A#35;B#quot;\r\n"), "A#B\"");
}

#[test]
fn character_codes_are_read_as_mermaid_shows_them() {
    let name = |name: &str| {
        read(&format!("journey\nsection Before\n{name}: 3")).expect("a map").map.phase(Phase::Before)[0]
            .name
            .to_string()
    };
    assert_eq!(name("a #35;1 #quot;b#quot; #lt;c#gt; #amp;"), "a #1 \"b\" <c> &");
    assert_eq!(name("#241;#ntilde;#iquest; #9829; #128512;"), "ññ¿ ♥ 😀");
    assert_eq!(name("a & b &lt c"), "a & b &lt c");
    assert_eq!(name("#nope; #00; #99999999;"), "&nope; \u{fffd} \u{fffd}");
    assert_eq!(name("#7;bell"), "bell");
    assert_eq!(name("two<br>lines<BR />here #60;br>"), "two lines here <br>");
    assert_eq!(name("#8203;"), "—");
}

#[test]
fn long_names_and_actors_are_cut_with_a_remark() {
    let imported =
        read(&format!("journey\nsection Before\nA: 3\n{}: 3: {}", "é".repeat(300), "b".repeat(600))).expect("a map");
    let touchpoint = &imported.map.phase(Phase::Before)[1];
    assert_eq!(*touchpoint.name, *("é".repeat(199) + "…"));
    assert_eq!(*touchpoint.actors[0], *("b".repeat(499) + "…"));
    let remarks: Vec<_> =
        imported.remarks.iter().map(|remark| (remark.line, remark.text.contains("is cut to"))).collect();
    assert_eq!(remarks, [(Some(4), true); 2]);
}

#[test]
fn a_long_description_is_cut_with_a_remark() {
    let imported = read(&format!("journey\naccDescr: {}\n", "long ".repeat(4000))).expect("a map");
    let notes = imported.map.header().notes.as_deref().expect("notes");
    assert_eq!((notes.chars().count(), notes.ends_with('…')), (10_000, true));
    assert!(imported.remarks[0].text.contains("is cut to 10000") && imported.remarks[0].text.len() < 200);
}

#[test]
fn long_repetitions_do_not_hang_the_parser() {
    let repeated = [
        "\n",
        "%%{",
        "%%{a",
        "---\n",
        "\n---x",
        "<a ",
        "=\"",
        "style:",
        "#",
        "#a",
        "section a\n",
        "section a\nb: 3\n",
        "a: 3: b,\n",
        ":",
        "ﬂ°",
        "accTitle ",
        "accDescr {",
        "```mermaid\njourney\n",
        "<br",
        "%% \n",
        "title\n",
        ",",
    ];
    for piece in repeated {
        for opening in ["", "journey\n", "---\n", "journey\nstyle"] {
            let _ = read(&format!("{opening}{}", piece.repeat(100_000 / piece.len())));
        }
    }
}

#[test]
fn a_comment_marks_an_emotion_as_unknown_until_the_score_changes() {
    let emotions = |text: &str| {
        let map = read(text).expect("a map").map;
        map.touchpoints().map(|(_, touchpoint)| touchpoint.emotion.map(Emotion::value)).collect::<Vec<_>>()
    };
    let comment = "%% periplo:0000000a emotion=unknown";
    assert_eq!(emotions(&format!("journey\nsection Before\n  {comment}\n\n  A: 3\n  B: 3")), [None, Some(0)]);
    assert_eq!(emotions(&format!("journey\nsection Before\n{comment}\r\nA: 4\r\n")), [Some(1)]);
    let map = read(&format!("journey\nsection Before\nB: 2\n  {comment}\nA: 3")).expect("a map").map;
    assert_eq!(map.phase(Phase::Before)[1].id.to_string(), "0000000a");
}

#[test]
fn accessible_title_and_description_become_notes_of_the_map() {
    let map = read("journey\naccTitle: Tea\naccDescr {\n How tea\n  is made }\ntitle T\n").expect("a map").map;
    assert_eq!(map.header().notes.as_deref(), Some("Tea\nHow tea\nis made"));
}

#[test]
fn the_first_journey_of_a_page_is_read_and_lines_are_those_of_the_page() {
    let page = "---\ntitle: page\n---\n# Journey\n\n```mermaid\ngraph TD\nA --> B\n```\n\n````md\n```mermaid\njourney\nno: 1\n```\n````\n\n\
        - a list\n\n   ~~~~ mermaid {theme=dark}\n   ---\n   title: Tea\n   ---\n   journey\n     section After\n       Drink: 9\n   ~~~~\n\n\
        ::: mermaid\njourney\nOther: 3\n:::\n";
    let imported = read(page).expect("a map");
    assert_eq!(&*imported.map.header().title, "Tea");
    assert_eq!(imported.map.phase(Phase::After)[0].name.to_string(), "Drink");
    let remarks: Vec<_> = imported.remarks.iter().map(|remark| (remark.line, remark.text.as_str())).collect();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].0.is_none() && remarks[0].1.contains("2 journey diagrams"), "{remarks:?}");
    assert!(remarks[1].0 == Some(26) && remarks[1].1.contains("9 is read as 5"), "{remarks:?}");
    let refused = read("# Page\n\n```{mermaid}\njourney\nA\n").expect_err("refused");
    assert_eq!(refused[0].line, Some(5));
    assert!(read("::: mermaid\njourney\nA: 3\n:::\n").is_ok());
}
