//! The English and the Spanish documents have the same headings, commands and links.

use std::path::{Path, PathBuf};

use pulldown_cmark::HeadingLevel;

use crate::documents::{DocumentPage, is_external, markdown_in, resolve, root, spanish, translated};

/// Returns an English page and its Spanish version.
fn versions(path: &Path) -> (DocumentPage, DocumentPage) {
    (DocumentPage::read(path), DocumentPage::read(&spanish(path)))
}

fn levels(page: &DocumentPage) -> Vec<HeadingLevel> {
    page.headings.iter().map(|heading| heading.level).collect()
}

/// Returns what a command and its translation have in common: program, subcommand and options, without names of files.
fn outline(command: &str) -> String {
    let words = command.split_whitespace().filter(|word| *word != "--lang" && *word != "es");
    let is_kept = |(place, word): &(usize, &str)| word.starts_with('-') || *place < 2 && !word.contains(['.', '/']);
    words.enumerate().filter(is_kept).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

/// A link's target: another site, or a file with the position of a heading in it.
type Target = (PathBuf, Option<usize>);

/// Returns the targets of the links of a page, except for the link to its other language.
fn targets(page: &DocumentPage, other: &Path) -> Vec<Target> {
    let mut targets = Vec::new();
    for link in &page.links {
        if is_external(link) {
            targets.push((PathBuf::from(link), None));
            continue;
        }
        let (file, anchor) = resolve(&page.path, link);
        if file != other {
            let heading = anchor.and_then(|anchor| DocumentPage::read(&file).heading(&anchor));
            targets.push((file, heading));
        }
    }
    targets
}

#[test]
fn every_english_document_has_a_spanish_one_and_no_spanish_one_stands_alone() {
    let expected: Vec<_> = markdown_in("docs").iter().map(|path| spanish(path)).collect();
    assert_eq!(markdown_in("docs/es"), expected);
    assert!(root().join("README.es.md").is_file());
}

#[test]
fn both_languages_have_the_same_headings() {
    for path in translated() {
        let (english, spanish) = versions(&path);
        assert_eq!(levels(&english), levels(&spanish), "{}", path.display());
    }
}

#[test]
fn both_languages_have_the_same_commands() {
    for path in translated() {
        let (english, spanish) = versions(&path);
        let outlines = |page: &DocumentPage| page.commands.iter().map(|line| outline(line)).collect::<Vec<_>>();
        assert_eq!(outlines(&english), outlines(&spanish), "{}", path.display());
    }
}

#[test]
fn both_languages_have_the_same_links() {
    for path in translated() {
        let (english, translation) = versions(&path);
        let links = targets(&english, &translation.path);
        let in_spanish: Vec<_> = links.iter().map(|(file, heading)| (spanish(file), *heading)).collect();
        assert_eq!(in_spanish, targets(&translation, &english.path), "{}", path.display());
    }
}

#[test]
fn both_readmes_are_one_page_with_the_test_command_of_ci() {
    let ci = std::fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    for file in ["README.md", "README.es.md"] {
        let text = std::fs::read_to_string(root().join(file)).expect(file);
        assert!(text.lines().count() <= 180, "{file} has {} lines", text.lines().count());
        let page = DocumentPage::read(Path::new(file));
        let tests: Vec<_> = page.commands.iter().filter(|line| line.starts_with("cargo test")).collect();
        assert_eq!(tests.len(), 1, "{file}");
        assert!(ci.lines().any(|line| line == tests[0]), "{file}: .ci/run does not call {}", tests[0]);
    }
}

#[test]
fn both_cheat_sheets_have_the_same_parts() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect(path);
    let (english, spanish) = (read("docs/cheat-sheet.html"), read("docs/es/cheat-sheet.html"));
    for part in ["<h1", "<h2", "<tr", "<kbd", "<li", "<code"] {
        assert_eq!(english.matches(part).count(), spanish.matches(part).count(), "{part}");
    }
}
