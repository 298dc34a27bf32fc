//! A module imports only from layers below its own.

use std::collections::BTreeSet;
use std::fs;

use crate::source::{SourceFile, imports, root, source};

/// Each module with the modules that it may import from.
const LAYERS: [(&str, &[&str]); 9] = [
    ("map", &[]),
    ("store", &["map"]),
    ("lang", &["map"]),
    ("exchange", &["map", "store", "lang"]),
    ("app", &["map", "store", "lang", "exchange"]),
    ("view", &["map", "store", "lang", "exchange", "app"]),
    ("room", &["map", "store", "lang", "exchange", "app", "view"]),
    ("term", &["map", "store", "lang", "exchange", "app", "view", "room"]),
    ("cli", &["map", "store", "lang", "exchange", "app", "view", "room", "term"]),
];

/// The submodules of `app` whose handlers never call each other.
const HANDLERS: [&str; 6] = ["input", "board", "panes", "dialogs", "session", "show"];

#[test]
fn no_module_imports_from_a_layer_above() {
    let mut faults = Vec::new();
    for file in source() {
        let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == file.module()) else { continue };
        for (line, text) in file.code() {
            for (other, _) in LAYERS {
                let in_list = text
                    .split_once("use crate::{")
                    .is_some_and(|(_, list)| list.split([',', '}', ':', ' ']).any(|name| name == other));
                let is_named = in_list || text.contains(&format!("crate::{other}"));
                if is_named && other != file.module() && !below.contains(&other) {
                    faults.push(format!("{}:{line} imports from {other}", file.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_is_described_in_the_architecture() {
    let modules: BTreeSet<String> =
        source().iter().filter(|file| file.path.contains('/')).map(|file| file.module().to_owned()).collect();
    assert_eq!(modules, LAYERS.iter().map(|(name, _)| (*name).to_owned()).collect());
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    assert!(text.lines().count() <= 120, "ARCHITECTURE.md has at most 120 lines");
    for name in modules {
        assert!(text.contains(&format!("`{name}/`")), "ARCHITECTURE.md does not describe {name}/");
    }
}

#[test]
fn handlers_of_different_submodules_never_call_each_other() {
    let mut faults = Vec::new();
    for (file, imported) in imports(&source()) {
        let Some(own) = submodule(&file) else { continue };
        for target in imported {
            let Some(other) = submodule(&target) else { continue };
            // `input` translates keys and the mouse to actions: handlers may ask it whether an action can run.
            let is_allowed = other == own || other == "model" || other == "faults" || other == "input";
            let is_handler = HANDLERS.contains(&own);
            if is_handler && !is_allowed {
                faults.push(format!("{file} imports {target}"));
            }
            if own == "model" && !matches!(other, "model" | "faults") {
                faults.push(format!("{file} imports {target}"));
            }
            if own == "input" && !matches!(other, "input" | "model") {
                faults.push(format!("{file} imports {target}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns the submodule of `app` that a file belongs to; `None` for other modules and for the files of `app` itself.
fn submodule(file: &str) -> Option<&str> {
    file.strip_prefix("app/")?.split_once('/').map(|(submodule, _)| submodule)
}

#[test]
fn lower_layers_do_not_use_the_terminal_files_or_the_clock() {
    let everywhere: &[&str] = &["[allow(", "static mut", "todo!(", "unimplemented!("];
    let below_term: &[&str] = &["Rc<", "RefCell", "Mutex", "thread::", "Instant::now", "SystemTime::now", "env::var"];
    let map: &[&str] = &["ratatui", "crossterm", "crokey", "std::fs", "std::io", "i18n", "ron::"];
    let without_output: &[&str] = &["std::fs", "println!", "eprintln!", "stdout()"];
    let mut faults = Vec::new();
    for file in source() {
        let mut forbidden = everywhere.to_vec();
        match file.module() {
            "map" => forbidden.extend(below_term.iter().chain(map)),
            // A save may wait for a lock, but starts no thread.
            "store" if file.path.starts_with("store/disk/write_lock") => {
                forbidden.extend(below_term.iter().filter(|word| **word != "thread::"));
                forbidden.extend(["thread::spawn", "thread::scope"]);
            }
            "store" | "lang" => forbidden.extend(below_term),
            "exchange" | "app" | "view" => forbidden.extend(below_term.iter().chain(without_output)),
            _ => {}
        }
        if file.module() == "store" && !file.path.starts_with("store/disk") {
            forbidden.extend(["std::fs", "File::"]);
        }
        faults.extend(forbidden_uses(&file, &forbidden));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns the lines of a file that contain a forbidden word.
fn forbidden_uses(file: &SourceFile, forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (line, text) in file.code() {
        let words = forbidden.iter().filter(|word| text.contains(**word));
        found.extend(words.map(|word| format!("{}:{line} uses {word}", file.path)));
    }
    found
}
