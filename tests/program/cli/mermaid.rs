//! Mermaid diagrams on the command line: export and import.

use crate::cli::sandbox::{Sandbox, assert_fails};

const B2B: &str = include_str!("../../exchange/b2b.ron");
const TEA: &str =
    "# Tea\n\n```mermaid\njourney\n  section Look\n    Look at pots: 4: Guest\n  section Pay\n    Pay: 9\n```\n";

#[test]
fn importing_a_diagram_writes_a_map_and_warns_of_silent_changes() {
    let sandbox = Sandbox::with(&[("tea.md", TEA)]);
    let result = sandbox.run(&["import", "tea.md", "-o", "tea.ron"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(result.stderr.contains("warning: tea.md:8: the score 9 is read as 5"), "{}", result.stderr);
    let map = sandbox.read("tea.ron");
    assert!(map.contains("title: \"tea\"") && map.contains("notes: \"Section: Look\""), "{map}");
    let strict = sandbox.run(&["--lang", "es", "import", "tea.md", "--strict", "-o", "strict.ron"]);
    assert_fails(&strict, 1, "la puntuación 9 se lee como 5");
    assert!(!sandbox.path().join("strict.ron").exists());
}

#[test]
fn the_phases_option_gives_sections_their_phases() {
    let sandbox = Sandbox::with(&[("tea.md", TEA)]);
    let result = sandbox.run(&["import", "tea.md", "--phases", "Look=during,Pay=after", "-o", "-"]);
    assert!(
        result.stdout.contains("during: [\n        (id") && result.stdout.contains("before: []"),
        "{}",
        result.stdout
    );
    assert_fails(&sandbox.run(&["import", "tea.md", "--phases", "Loo=during", "-o", "x.ron"]), 1, "“Loo”");
    assert_fails(&sandbox.run(&["import", "tea.md", "--phases", "Look=soon", "-o", "x.ron"]), 2, "`soon` is no phase");
    assert!(!sandbox.path().join("x.ron").exists());
}

#[test]
fn a_diagram_of_several_is_chosen_by_the_option() {
    let page = include_str!("../../cases/several.md");
    let sandbox = Sandbox::with(&[("several.md", page), ("several.qmd", page), ("t.csv", "touchpoint\nA\n")]);
    for file in ["several.md", "several.qmd"] {
        let result = sandbox.run(&["import", file, "--diagram", "Student, last term", "--strict", "-o", "-"]);
        assert_eq!(result.code, 0, "{}", result.stderr);
        assert!(result.stdout.contains("title: \"Student, last term\""), "{}", result.stdout);
    }
    assert_fails(
        &sandbox.run(&["import", "several.md", "--strict", "-o", "x.ron"]),
        1,
        "with --diagram: 1 “Student, first",
    );
    let spanish = sandbox.run(&["--lang", "es", "import", "several.md", "--diagram", "3", "-o", "x.ron"]);
    assert_fails(&spanish, 1, "ningún diagrama de recorrido «3»");
    let table = sandbox.run(&["import", "t.csv", "--diagram", "1", "-o", "x.ron"]);
    assert_fails(&table, 2, "--diagram is for files with journey diagrams");
}

#[test]
fn an_edited_diagram_updates_its_map() {
    let sandbox = Sandbox::with(&[("b2b.ron", B2B)]);
    let exported = sandbox.run(&["export", "b2b.ron", "-o", "b2b.mmd"]);
    assert_eq!(exported.code, 0, "{}", exported.stderr);
    assert!(exported.stderr.contains("has no place for"), "{}", exported.stderr);
    let unchanged = sandbox.run(&["import", "b2b.mmd", "--into", "b2b.ron"]);
    assert!(unchanged.code == 0 && unchanged.stdout.is_empty(), "{unchanged:?}");
    let diagram = sandbox.read("b2b.mmd").replace("Signs the deal: 3", "Signs the good deal: 5: buying department");
    std::fs::write(sandbox.path().join("b2b.mmd"), diagram).expect("a file");
    let changed = sandbox.run(&["import", "b2b.mmd", "--into", "b2b.ron", "--yes"]);
    assert_eq!(changed.code, 0, "{}", changed.stderr);
    let line =
        sandbox.read("b2b.ron").lines().find(|line| line.contains("good deal")).expect("the touchpoint").to_owned();
    let expected = "        (id: \"bbbbbbba\", name: \"Signs the good deal\", actors: [\"buying department\"], emotion: 2, reach: 30),";
    assert_eq!(line, expected);
}
