//! No import cycle is long.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{imports, source};

/// The most files of an import cycle.
const MAX_FILES: usize = 4;

#[test]
fn no_import_cycle_has_more_than_four_files() {
    let imports = imports(&source());
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 1000, "imports are found");
    let long: Vec<_> = cycles(&imports).into_iter().filter(|cycle| cycle.len() > MAX_FILES).collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// Returns the strongly connected components with more than one file.
fn cycles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let reachable: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|file| (file, reachable_from(imports, file))).collect();
    let mut cycles = BTreeSet::new();
    for (file, others) in &reachable {
        let mutual = others.iter().filter(|other| reachable[*other].contains(file));
        let cycle: BTreeSet<String> = mutual.map(|other| (*other).clone()).collect();
        if cycle.len() > 1 {
            cycles.insert(cycle);
        }
    }
    cycles.into_iter().collect()
}

/// Returns the files that a file imports, directly or through others.
fn reachable_from<'a>(imports: &'a BTreeMap<String, BTreeSet<String>>, file: &String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<&String> = imports[file].iter().collect();
    while let Some(next) = pending.pop() {
        if found.insert(next) {
            pending.extend(&imports[next]);
        }
    }
    found
}

#[test]
fn a_cycle_is_found() {
    let file = |name: &str, imports: &[&str]| {
        (name.to_owned(), imports.iter().map(|import| (*import).to_owned()).collect::<BTreeSet<_>>())
    };
    let imports = BTreeMap::from([file("a", &["b"]), file("b", &["c"]), file("c", &["a"]), file("d", &["a"])]);
    let cycle: BTreeSet<String> = ["a", "b", "c"].map(str::to_owned).into();
    assert_eq!(cycles(&imports), [cycle]);
}
