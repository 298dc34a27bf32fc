//! What Mermaid silently changes is reported with its line; what it refuses is refused with advice.

use super::read;

/// Imports a diagram and returns the line and the text of each remark.
fn remarks(text: &str) -> Vec<(Option<usize>, String)> {
    let imported = read(text).unwrap_or_else(|refused| panic!("{text}\nis refused: {refused:?}"));
    imported.remarks.into_iter().map(|remark| (remark.line, remark.text)).collect()
}

#[test]
fn every_silent_change_is_reported_with_its_line() {
    let changes = [
        ("    Call at 10:30: 5: Me", 3, "a task has two colons"),
        ("    Call at 10:30: 5: Me", 3, "30 is read as 5"),
        ("    A: 5: Me: You: 6", 3, "“You: 6” is left out"),
        ("    A: 5:", 3, ""),
        ("    A: 5: ", 3, "an actor without name"),
        ("    A: 5: Me, , You", 3, "an actor without name"),
        ("    A: good: Me", 3, "“good” is not a number"),
        ("    A: 5 %% fine", 3, "“5 %% fine” is not a number"),
        ("    A: : Me", 3, "there is no score"),
        ("    A: 0", 3, "0 is read as 1"),
        ("    A: 9: Me", 3, "9 is read as 5"),
        ("    A: -3", 3, "-3 is read as 1"),
        ("    A: 4.5", 3, "4.5 is read as 5"),
        ("    A: 1e9", 3, "1e9 is read as 5"),
        ("    A: Infinity", 3, "“Infinity” is not a number"),
        ("    A: 5: Me # and You", 3, "“# and You” is left out"),
        ("    # A: 5", 3, "# begins a comment"),
        ("    x%% A: 5", 3, "the whole line a comment"),
        ("    title\n    A: 4", 3, "title has no text of its own and took the line below, “A: 4”"),
        ("    section\n    Shop", 3, "section has no text of its own and took the line below, “Shop”"),
        ("    accTitle:\n    B: 4", 3, "accTitle has no text of its own"),
        ("    accDescr :\n    B: 4", 3, "accDescr has no text of its own"),
        ("    Title page: 4: Me", 3, "“page: 4: Me” is the title"),
        ("    title One\n    title Two", 4, "has a title already"),
        ("    %%{init: {\"theme\": \"dark\"}\n    A: 4", 3, "is never closed"),
        ("    Lifestyle:5#35;", 3, "drops its last semicolon"),
        ("    A #foo; b: 3", 3, "no character is called #foo;"),
        ("    A: 3: #foo;", 3, "no character is called #foo;"),
        ("    section Empty\n    section After\n    B: 3", 3, "“Empty” has no task"),
        ("    B: 3\n    section During\n    C: 3\n    section before\n    D: 3", 6, "is in line 2 already"),
        ("    section After\n    B: 3\n    section During\n    C: 3", 5, "comes after a later phase"),
    ];
    for (lines, line, sentence) in changes {
        let remarks = remarks(&format!("journey\nsection Before\n{lines}\n"));
        let is_expected = |(at, text): &(Option<usize>, String)| *at == Some(line) && text.contains(sentence);
        assert!(sentence.is_empty() || remarks.iter().any(is_expected), "{lines:?} gives {remarks:?}");
    }
}

#[test]
fn a_diagram_without_silent_changes_has_no_remarks() {
    let text = "---\ntitle: Buying\nconfig:\n  theme: dark\n---\n%%{init: {\"theme\": \"dark\"}}%%\n%% a comment\njourney\n\
        accTitle: Buying\naccDescr {\n  A journey\n}\n  section Before\n    A#58; b: 5: Me, You\n\n    %% another\n    C: 1\n";
    assert_eq!(remarks(text), []);
}

#[test]
fn tasks_outside_of_sections_are_reported() {
    assert_eq!(remarks("journey\nA: 3\nB: 3\nsection After\nC: 3")[0].0, Some(2));
    let remarks = remarks("journey\nA: 3");
    assert!(remarks.len() == 1 && remarks[0].1.contains("no sections"), "{remarks:?}");
}

#[test]
fn line_numbers_count_front_matter_comments_and_blank_lines() {
    let text = "---\r\ntitle: T\r\n\r\n---\r\n%% one\r\n\r\n%% two\r\n%%{init: {\r\n  \"theme\": 1\r\n}}%%\r\njourney\r\n\r\n  \
        section Before\r\n    <a b=\"c\"> #35;#35;: 3\r\n%%\r\n\r\n    B: 8\r\n";
    assert_eq!(remarks(text).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [Some(17)]);
}

#[test]
fn what_mermaid_refuses_is_refused_with_its_line_and_advice() {
    let faults = [
        ("", 1, "its first word must be journey"),
        ("Journey\nA: 5", 1, "begins with “Journey”"),
        ("graph TD\nA --> B", 1, "begins with “graph”"),
        ("\n\n# Title\n\nText", 3, "begins with “#”"),
        ("---\ntitle: T\njourney\nA: 5", 1, "begins with “---”"),
        ("---\ntitle: A: b\n---\njourney\nA: 5", 2, "double quotation marks"),
        ("---\ntitle: \"A\n---\njourney\nA: 5", 2, "double quotation marks"),
        ("journey\nA: 5\nB; C: 5", 3, "#59;"),
        ("journey\nA: 5; B: 4", 2, "#59;"),
        ("journey\nA: 5\nB", 3, "“B” has no score"),
        ("journey\nA:\nB: 5", 2, "“A” has no score"),
        ("journey\nA # b: 5", 2, "#35;"),
        ("journey\n: 5: Me", 2, "no task before the colon"),
        ("journey\nsection A: 5", 2, "#58;"),
        ("journey\nsection\nA: 5", 2, ""),
        ("journey\nJourney home: 5", 2, "#106;ourney"),
        ("journey\naccDescr {\nA: 5", 2, "never closed"),
        ("journey\nA: 5\naccTitle: ", 3, "accTitle has no text"),
    ];
    for (text, line, sentence) in faults {
        let refused = read(text).err().unwrap_or_else(|| panic!("{text:?} is read"));
        let found = refused.iter().any(|remark| remark.line == Some(line) && remark.text.contains(sentence));
        assert!(found || sentence.is_empty(), "{text:?} is refused with {refused:?}");
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let refused = read("journey\nA\nB: 5\nC;\nsection x: 3\n\n: 4\n").expect_err("refused");
    assert_eq!(refused.iter().map(|remark| remark.line).collect::<Vec<_>>(), [2, 4, 5, 7].map(Some));
}
