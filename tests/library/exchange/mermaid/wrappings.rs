//! Diagrams inside pages of Markdown, AsciiDoc and HTML, and the choice of one of several.

use periplo::exchange::import::shape::choices::Choices;
use periplo::exchange::import::{Imported, Remark};
use periplo::exchange::mermaid;
use periplo::map::Phase;

use super::read_chosen;

/// Reads a page, and the diagram with this number or title.
fn read_page(page: &str, diagram: Option<&str>) -> Result<Imported, Vec<Remark>> {
    let choices = Choices { diagram: diagram.map(str::to_owned), ..Choices::default() };
    read_chosen(mermaid::read_page, page, &choices)
}

/// Returns the names in a phase, each with its emotion.
fn names(imported: &Imported, phase: Phase) -> Vec<String> {
    let name =
        |emotion: Option<i8>, name: &str| format!("{name} {}", emotion.map_or("?".to_owned(), |each| each.to_string()));
    let touchpoints = imported.map.phase(phase).iter();
    touchpoints.map(|each| name(each.emotion.map(|emotion| emotion.value()), &each.name)).collect()
}

const DIAGRAM: [&str; 5] = ["journey", "  title Tea", "  section Buy", "    Pays & goes: 9: Guest", "    Sits: 3"];

/// Returns the diagram with something in front of each line.
fn lines(before: &str) -> String {
    DIAGRAM.map(|line| format!("{before}{line}\n")).concat()
}

#[test]
fn a_diagram_is_found_in_every_wrapping_and_keeps_its_lines() {
    let escaped = lines("").replace('&', "&amp;");
    let wrappings = [
        (format!("# Tea\n\n```mermaid\n{}```\n", lines("")), 7),
        (format!("# Tea\r\n\r\n```{{mermaid}}\r\n{}```\r\n", lines("").replace('\n', "\r\n")), 7),
        (format!("> Text\n>\n> ```mermaid\n{}> ```\n", lines("> ")), 7),
        (format!("> > ~~~ mermaid\n{}> > ~~~\n", lines("> >")), 5),
        (format!("> ```mermaid\n{}\nText: after the quote\n", lines("> ")), 5),
        (format!("[mermaid]\n....\n{}....\n", lines("")), 6),
        (format!("[mermaid, tea, svg]\n.The tea\n----\n{}----\n", lines("")), 7),
        (format!("[source,mermaid]\n--\n{}--\n", lines("")), 6),
        (format!("[mermaid]\n{}\nText\n", lines("")), 5),
        (format!("<div>\n<pre class=\"mermaid\">\n{escaped}</pre>\n</div>\n"), 6),
        (format!("<pre class='wide mermaid'>{escaped}  </pre>\n"), 4),
        (format!("<pre><code class=\"language-mermaid\">{escaped}</code></pre>\n"), 4),
        (format!("::: mermaid\n{}:::\n", lines("")), 5),
        (format!(":::mermaid\n{}:::\n", lines("")), 5),
        (format!("Tea\n===\n\n.. mermaid::\n   :caption: Tea\n\n{}\nText\n", lines("   ")), 10),
        (format!("  .. mermaid::\n\n{}  Text: below\n", lines("    ")), 6),
        (format!("{{{{< mermaid class=\"wide\" >}}}}\n{}{{{{< /mermaid >}}}}\n- Text\n", lines("")), 5),
        (format!("{{{{%mermaid%}}}}\n{}{{{{% /mermaid %}}}}\n", lines("")), 5),
        (format!("{{% mermaid %}}\n{}{{% endmermaid %}}\n", lines("")), 5),
        (format!("{{mermaid}}\n{}{{mermaid}}\n", lines("")), 5),
        (format!("<mermaid>\n{escaped}</mermaid>\n"), 5),
    ];
    for (page, line) in wrappings {
        let imported = read_page(&page, None).unwrap_or_else(|faults| panic!("{page}: {faults:?}"));
        assert_eq!(&*imported.map.header().title, "Tea", "{page}");
        assert_eq!(names(&imported, Phase::During), ["Pays & goes 2", "Sits 0"], "{page}");
        let told: Vec<Option<usize>> = imported.remarks.iter().map(|remark| remark.line).collect();
        assert_eq!(told, [Some(line)], "{page}: {:?}", imported.remarks);
    }
}

#[test]
fn other_code_of_a_page_is_no_diagram() {
    for page in
        ["```text\njourney\n```\n", "[source,ruby]\n----\njourney\n----\n", "<pre class=\"plain\">\njourney\n</pre>\n"]
    {
        let faults = read_page(page, None).expect_err("no diagram");
        assert!(faults[0].text.contains("no journey diagram on this page"), "{faults:?}");
    }
}

#[test]
fn one_of_several_diagrams_is_chosen_by_number_title_or_heading() {
    let page = include_str!("../../../cases/several.md");
    for choice in ["2", "student, LAST term"] {
        let imported = read_page(page, Some(choice)).expect("a map");
        assert_eq!(&*imported.map.header().title, "Student, last term");
        let expected = ["Borrows the last book (due → overdue) -1", "Comes back as a guest 2"];
        assert_eq!(names(&imported, Phase::After), expected);
        assert!(imported.remarks.is_empty(), "{:?}", imported.remarks);
    }
    let first = read_page(page, None).expect("a map");
    let list = "1 “Student, first term”, 2 “Student, last term”";
    assert!(first.remarks.len() == 1 && first.remarks[0].text.contains(list), "{:?}", first.remarks);
    for choice in ["0", "3", "Teacher"] {
        let faults = read_page(page, Some(choice)).expect_err("a refusal");
        assert!(faults[0].text.contains(&format!("“{choice}”")) && faults[0].text.contains(list), "{faults:?}");
    }
    let untitled = "== One\n```mermaid\njourney\nA: 3\n```\n## Two\n```mermaid\njourney\nB: 3\n```\n";
    assert_eq!(names(&read_page(untitled, Some("two")).expect("a map"), Phase::Before), ["B 0"]);
}

#[test]
fn entities_of_a_pre_element_are_decoded() {
    let imported = read_page(include_str!("../../../cases/pre.md"), None).expect("a map");
    assert_eq!(&*imported.map.header().title, "Joining the club");
    assert_eq!(names(&imported, Phase::Before), ["Presses the \"Invite\" button 1"]);
    assert_eq!(names(&imported, Phase::During), ["Accepts & pays 0"]);
}
