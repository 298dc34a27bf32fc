//! Every link of a document leads to a file and a heading that exist.

use std::path::PathBuf;

use crate::documents::{DocumentPage, is_external, markdown_in, resolve, root};

/// Returns all Markdown files of the repository that people read.
fn all_pages() -> Vec<DocumentPage> {
    let folders = ["", "docs", "docs/es"];
    let paths = folders.iter().flat_map(|folder| markdown_in(folder)).collect::<Vec<PathBuf>>();
    paths.iter().map(|path| DocumentPage::read(path)).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_exist() {
    let mut faults = Vec::new();
    for page in all_pages() {
        for link in page.links.iter().filter(|link| !is_external(link)) {
            let (file, anchor) = resolve(&page.path, link);
            let is_found = match anchor {
                None => root().join(&file).exists(),
                Some(anchor) => root().join(&file).is_file() && DocumentPage::read(&file).heading(&anchor).is_some(),
            };
            if !is_found {
                faults.push(format!("{}: {link}", page.path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "links that lead nowhere:\n{}", faults.join("\n"));
}

#[test]
fn every_document_is_linked_from_the_readme_or_from_a_page_that_it_links() {
    let linked = |page: &DocumentPage| -> Vec<PathBuf> {
        let local = page.links.iter().filter(|link| !is_external(link));
        local.map(|link| resolve(&page.path, link).0).collect()
    };
    let first = linked(&DocumentPage::read("README.md".as_ref()));
    let markdown = first.iter().filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let second = markdown.flat_map(|path| linked(&DocumentPage::read(path))).collect::<Vec<_>>();
    for path in markdown_in("docs") {
        assert!(first.contains(&path) || second.contains(&path), "{} is linked from nowhere", path.display());
    }
}

#[test]
fn every_path_that_the_recipes_name_exists() {
    let page = DocumentPage::read("CONTRIBUTING.md".as_ref());
    let is_path = |text: &&String| ["src/", "assets/", "tests/", "docs/"].iter().any(|root| text.starts_with(root));
    let paths: Vec<_> = page.code.iter().filter(is_path).collect();
    assert!(paths.len() > 40, "only {} paths were found", paths.len());
    let missing: Vec<_> = paths.into_iter().filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "CONTRIBUTING.md names paths that do not exist: {missing:?}");
}
