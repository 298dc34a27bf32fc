//! Reads the documents of the repository: their headings, links and commands.

use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A Markdown file of the repository.
#[derive(Debug)]
pub struct DocumentPage {
    /// Path from the root of the repository.
    pub path: PathBuf,
    pub headings: Vec<Heading>,
    /// Targets of links and pictures, as written.
    pub links: Vec<String>,
    /// Text that is set as code outside code blocks.
    pub code: Vec<String>,
    /// Commands of the `sh` code blocks, without comments and line continuations.
    pub commands: Vec<String>,
}

#[derive(Debug)]
pub struct Heading {
    pub level: HeadingLevel,
    /// Anchor that GitHub gives it.
    pub anchor: String,
}

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the paths of the English documents that exist in Spanish too, without their language.
pub fn translated() -> Vec<PathBuf> {
    let mut paths = markdown_in("docs");
    paths.push(PathBuf::from("README.md"));
    paths
}

/// Returns the paths of the Markdown files of a folder, sorted.
pub fn markdown_in(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).expect("a folder of documents");
    let names = entries.map(|entry| Path::new(folder).join(entry.expect("an entry").file_name()));
    let mut paths: Vec<_> = names.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    paths.sort();
    paths
}

/// Returns the path of the Spanish version of an English file; files without one keep their path.
pub fn spanish(path: &Path) -> PathBuf {
    let text = path.to_str().expect("a path in UTF-8").replace('\\', "/");
    let path = match text.as_str() {
        "README.md" => "README.es.md".to_owned(),
        picture if picture.contains(".en.") => picture.replace(".en.", ".es."),
        _ => match text.strip_prefix("docs/") {
            Some(name) => format!("docs/es/{name}"),
            None => text,
        },
    };
    PathBuf::from(path)
}

/// Resolves a link of a page: the file that it leads to, from the root, and the anchor in it.
pub fn resolve(page: &Path, link: &str) -> (PathBuf, Option<String>) {
    let (file, anchor) = match link.split_once('#') {
        Some((file, anchor)) => (file, Some(anchor.to_owned())),
        None => (link, None),
    };
    if file.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut path = PathBuf::new();
    for part in page.parent().expect("a folder").join(file).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{}: {link} leaves the repository", page.display()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
            Component::Normal(name) => path.push(name),
        }
    }
    (path, anchor)
}

/// True if a link leads to another site.
pub fn is_external(link: &str) -> bool {
    link.contains("://") || link.starts_with("mailto:")
}

impl DocumentPage {
    /// Reads and parses a Markdown file.
    pub fn read(path: &Path) -> DocumentPage {
        let text =
            std::fs::read_to_string(root().join(path)).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        let path = path.to_owned();
        let mut page = DocumentPage { path, headings: vec![], links: vec![], code: vec![], commands: vec![] };
        let (mut heading, mut is_shell) = (None, false);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(level)) => page.add_heading(level, &heading.take().unwrap_or_default()),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => is_shell = &*language == "sh",
                Event::End(TagEnd::CodeBlock) => is_shell = false,
                Event::Text(text) if is_shell => page.commands.extend(commands(&text)),
                Event::Text(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::Code(text) => match &mut heading {
                    Some(heading) => heading.push_str(&text),
                    None => page.code.push(text.into_string()),
                },
                _ => {}
            }
        }
        page
    }

    fn add_heading(&mut self, level: HeadingLevel, text: &str) {
        let kept = |sign: &char| sign.is_alphanumeric() || " -_".contains(*sign);
        let anchor: String = text.to_lowercase().chars().filter(kept).collect();
        self.headings.push(Heading { level, anchor: anchor.replace(' ', "-") });
    }

    /// Returns the position of the heading with an anchor.
    pub fn heading(&self, anchor: &str) -> Option<usize> {
        self.headings.iter().position(|heading| heading.anchor == anchor)
    }
}

/// Splits the text of a shell block into commands.
fn commands(block: &str) -> Vec<String> {
    let joined = block.replace("\\\n", " ");
    let lines = joined.lines().map(|line| line.split_once(" #").map_or(line, |(command, _)| command));
    let parts = lines.flat_map(|line| line.split("&&").flat_map(|part| part.split(['|', ';'])));
    let trimmed = parts.map(|part| part.split_once('>').map_or(part, |(command, _)| command).trim());
    trimmed.filter(|part| !part.is_empty() && !part.starts_with('#')).map(ToOwned::to_owned).collect()
}
