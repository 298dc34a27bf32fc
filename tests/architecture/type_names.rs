//! No two modules have a type of the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::source;

#[test]
fn no_two_modules_have_a_type_of_the_same_name() {
    let mut modules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in source() {
        for (_, line) in file.code() {
            if let Some(name) = declared_type(line) {
                modules.entry(name.to_owned()).or_default().insert(file.module().to_owned());
            }
        }
    }
    assert!(modules.len() > 200, "types are found");
    let duplicates: Vec<_> = modules.iter().filter(|(_, modules)| modules.len() > 1).collect();
    assert!(duplicates.is_empty(), "{duplicates:#?}");
}

/// Returns the name of the type that a line declares for other modules.
fn declared_type(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(crate) "))?;
    let rest = ["struct ", "enum ", "trait ", "type "].iter().find_map(|word| rest.strip_prefix(word))?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

#[test]
fn declarations_of_types_are_found() {
    assert_eq!(declared_type("pub(crate) struct Row<'a> {"), Some("Row"));
    assert_eq!(declared_type("    pub enum Kind {"), Some("Kind"));
    assert_eq!(declared_type("struct Private;"), None);
    assert_eq!(declared_type("pub fn of() {}"), None);
}
