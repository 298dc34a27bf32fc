//! Reads the source files and their imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src` and its text.
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

impl SourceFile {
    /// Returns the top-level module; empty for `lib.rs` and `main.rs`.
    pub fn module(&self) -> &str {
        self.path.split_once('/').map_or("", |(module, _)| module)
    }

    /// Returns the lines of code with their numbers, without comments and tests.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let without_tests = lines.take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
        without_tests.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Returns all source files.
pub fn source() -> Vec<SourceFile> {
    let src = root().join("src");
    let name = |path: &Path| path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
    rust_files(&src)
        .iter()
        .map(|path| SourceFile { path: name(path), text: fs::read_to_string(path).expect("text") })
        .collect()
}

/// Returns each file with the files that it imports from.
///
/// A re-export is followed to the file that defines the item, so that a `mod.rs` with re-exports is not part of a cycle.
pub fn imports(files: &[SourceFile]) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeMap<Vec<String>, &SourceFile> =
        files.iter().map(|file| (module_path(&file.path), file)).collect();
    let mut imports = BTreeMap::new();
    for file in files {
        let own = module_path(&file.path);
        let paths = used_paths(file).into_iter().map(|path| absolute(&own, &path));
        let targets = paths.filter_map(|path| definition(&modules, path, 0));
        let others = targets.filter(|target| *target != file.path);
        imports.insert(file.path.clone(), others.collect());
    }
    imports
}

/// Returns the path of the module in a file: `app/model/state.rs` is `app::model::state`.
fn module_path(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs");
    let parts = path.split('/').filter(|part| !matches!(*part, "mod" | "lib"));
    parts.map(str::to_owned).collect()
}

/// Returns all paths that begin with `crate`, `super` or `self`, or with a child module, in the code of a file.
fn used_paths(file: &SourceFile) -> Vec<Vec<String>> {
    let mut code = String::new();
    for (_, line) in file.code() {
        code.push_str(line);
        code.push('\n');
    }
    let mut found = Vec::new();
    let mut rest = code.as_str();
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|start| rest.find(start)).min() {
        let is_word_before = rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        let statement = rest[at..].split(';').next().unwrap_or_default();
        if !is_word_before {
            expand(statement, &[], &mut found);
        }
        rest = &rest[at + "crate::".len().min(rest.len() - at)..];
    }
    found
}

/// Expands the braces at the beginning of a text: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(text: &str, prefix: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = prefix.to_vec();
    let mut rest = text.trim_start();
    loop {
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0_usize;
            let mut start = 0;
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => {
                        expand(&list[start..at], &path, found);
                        return;
                    }
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        expand(&list[start..at], &path, found);
                        start = at + 1;
                    }
                    _ => {}
                }
            }
            return;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        path.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => break,
        }
    }
    if path.len() > prefix.len() {
        found.push(path);
    }
}

/// Resolves `crate`, `super` and `self` at the beginning of a path.
fn absolute(own: &[String], path: &[String]) -> Vec<String> {
    let mut base = own.to_vec();
    let mut rest = path;
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = after;
    }
    base.extend(rest.iter().cloned());
    base
}

/// Finds the file that defines the item at a path, through re-exports.
fn definition(modules: &BTreeMap<Vec<String>, &SourceFile>, path: Vec<String>, depth: usize) -> Option<String> {
    let (length, file) = (0..=path.len()).rev().find_map(|length| Some((length, *modules.get(&path[..length])?)))?;
    // A path that ends in a module imports the module.
    let Some(item) = path.get(length) else { return Some(file.path.clone()) };
    let reexport = file.code().find_map(|(_, line)| {
        let list = line.trim().strip_prefix("pub use ").or_else(|| line.trim().strip_prefix("pub(crate) use "))?;
        let mut paths = Vec::new();
        expand(list.trim_end_matches(';'), &[], &mut paths);
        paths.into_iter().find(|path| path.last() == Some(item))
    });
    match reexport {
        Some(target) if depth < 5 => {
            let own = module_path(&file.path);
            let is_absolute = matches!(target[0].as_str(), "crate" | "super" | "self");
            let target = if is_absolute { absolute(&own, &target) } else { [own, target].concat() };
            definition(modules, target, depth + 1)
        }
        _ => Some(file.path.clone()),
    }
}

#[test]
fn imports_are_found_through_braces_and_reexports() {
    let file = |path: &str, text: &str| SourceFile { path: path.to_owned(), text: text.to_owned() };
    let files = [
        file("map/mod.rs", "pub mod kind;\npub use kind::Kind;\n"),
        file("map/kind.rs", "pub enum Kind {}\n"),
        file("app/state.rs", "use crate::map::{Kind, kind::{self, x}};\nuse super::key::Key;\n"),
        file("app/key.rs", "use super::state;\nfn f() -> state::State {}\n"),
    ];
    let imports = imports(&files);
    let of = |path: &str| imports[path].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("app/state.rs"), ["app/key.rs", "map/kind.rs"]);
    assert_eq!(of("app/key.rs"), ["app/state.rs"]);
}
