//! What we export ourselves comes back without a difference, in every format that import reads and in both languages.

use crate::cli::sandbox::Sandbox;

/// The map with a value in every field.
const RICH: &str = include_str!("../../exchange/rich.ron");

/// Exports the map with this command, imports the result into the map, and asserts that nothing would change.
#[track_caller]
fn assert_comes_back(sandbox: &Sandbox, language: &str, command: &[&str], file: &str) {
    let exported = sandbox.run(&[command, &["-o", file, "--force", "--lang", language]].concat());
    assert_eq!(exported.code, 0, "{command:?}: {}", exported.stderr);
    let imported = sandbox.run(&["import", file, "--into", "rich.ron", "--lang", language]);
    assert_eq!((imported.code, imported.stdout.as_str()), (0, ""), "{language} {command:?}: {}", imported.stderr);
}

#[test]
fn our_own_tables_and_documents_show_no_difference() {
    let sandbox = Sandbox::with(&[("rich.ron", RICH)]);
    for language in ["en", "es"] {
        let tables = [
            ("csv", "a.csv"),
            ("tsv", "a.tsv"),
            ("xlsx", "a.xlsx"),
            ("json", "a.json"),
            ("jsonl", "a.jsonl"),
            ("markdown", "a.md"),
        ];
        for (format, file) in tables {
            assert_comes_back(&sandbox, language, &["inventory", "rich.ron", "--format", format], file);
        }
        let documents =
            [("csv", "b.csv"), ("xlsx", "b.xlsx"), ("json", "b.json"), ("mermaid", "b.mmd"), ("markdown", "b.md")];
        for (format, file) in documents {
            assert_comes_back(&sandbox, language, &["export", "rich.ron", "--format", format], file);
        }
        // Without mark and semicolons, and without the guard of formulas.
        for more in ["--machine", "--no-guard"] {
            assert_comes_back(&sandbox, language, &["inventory", "rich.ron", "--format", "csv", more], "c.csv");
        }
    }
}

#[test]
fn tables_of_another_language_show_no_difference_either() {
    let sandbox = Sandbox::with(&[("rich.ron", RICH)]);
    for (written, read) in [("en", "es"), ("es", "en")] {
        for file in ["a.csv", "a.tsv", "a.xlsx", "a.md"] {
            let exported = sandbox.run(&["inventory", "rich.ron", "-o", file, "--force", "--lang", written]);
            assert_eq!(exported.code, 0, "{}", exported.stderr);
            let imported = sandbox.run(&["import", file, "--into", "rich.ron", "--lang", read]);
            assert_eq!((imported.code, imported.stdout.as_str()), (0, ""), "{written} {file}: {}", imported.stderr);
        }
    }
}

#[test]
fn entities_of_html_that_somebody_typed_come_back_as_they_were() {
    let map = "(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"Types &lt;b&gt;\", pain: \"&#60;\")])";
    let sandbox = Sandbox::with(&[("rich.ron", map)]);
    for language in ["en", "es"] {
        for file in ["a.csv", "a.tsv", "a.xlsx", "a.json", "a.jsonl", "a.md"] {
            assert_comes_back(&sandbox, language, &["inventory", "rich.ron"], file);
        }
    }
}
