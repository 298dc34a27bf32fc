//! The rules of the house, executed over its source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Each room with the rooms that it may use.
const ROOMS: [(&str, &[&str]); 8] = [
    ("map", &[]),
    ("store", &["map"]),
    ("lang", &["map"]),
    ("exchange", &["map", "store", "lang"]),
    ("app", &["map", "store", "lang", "exchange"]),
    ("view", &["map", "store", "lang", "exchange", "app"]),
    ("term", &["map", "store", "lang", "exchange", "app", "view"]),
    ("cli", &["map", "store", "lang", "exchange", "app", "view", "term"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file with its path below `src` and its text.
fn source() -> Vec<(String, String)> {
    let src = root().join("src");
    let name = |path: &Path| path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
    files(&src).iter().map(|path| (name(path), fs::read_to_string(path).expect("text"))).collect()
}

/// A file's lines of code, without its tests and comments, numbered from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let own = lines.take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    own.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn room(file: &str) -> &str {
    file.split_once('/').map_or("", |(room, _)| room)
}

#[test]
fn every_file_opens_with_one_sentence_and_is_short() {
    let mut faults = Vec::new();
    for (file, text) in source() {
        let lines = text.lines().count();
        if lines > 400 {
            faults.push(format!("{file} has {lines} lines; 400 are the most"));
        }
        let opening = text.lines().next().unwrap_or_default();
        let sentence = opening.strip_prefix("//! ").unwrap_or_default();
        if sentence.len() < 10 || !sentence.ends_with(['.', ':']) {
            faults.push(format!("{file} opens with {opening:?}, not with a `//!` sentence"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_room_names_only_the_rooms_below_it() {
    let mut faults = Vec::new();
    for (file, text) in source() {
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room(&file)) else {
            continue;
        };
        for (line, text) in code(&text) {
            for (other, _) in ROOMS {
                let among = text
                    .split_once("use crate::{")
                    .is_some_and(|(_, list)| list.split([',', '}', ':', ' ']).any(|name| name == other));
                let named = among || text.contains(&format!("crate::{other}"));
                if named && other != room(&file) && !below.contains(&other) {
                    faults.push(format!("{file}:{line} names {other}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_room_is_on_the_map_of_the_house() {
    let rooms: BTreeSet<String> =
        source().iter().filter(|(file, _)| file.contains('/')).map(|(file, _)| room(file).to_owned()).collect();
    assert_eq!(rooms, ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect());
    let plan = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for name in rooms {
        assert!(plan.contains(&format!("`{name}/`")), "ARCHITECTURE.md does not tell of {name}/");
    }
}

#[test]
fn what_the_lower_floors_may_not_know_they_do_not_name() {
    let anywhere: &[&str] = &["#[allow(", "#![allow(", "static mut", "todo!(", "unimplemented!("];
    let below_term: &[&str] = &["Rc<", "RefCell", "Mutex", "thread::", "Instant::now", "SystemTime::now", "env::var"];
    let map: &[&str] = &["ratatui", "crossterm", "crokey", "std::fs", "std::io", "i18n", "ron::"];
    let thinking: &[&str] = &["std::fs", "println!", "eprintln!", "stdout()"];
    let mut faults = Vec::new();
    for (file, text) in source() {
        let mut forbidden = anywhere.to_vec();
        match room(&file) {
            "map" => forbidden.extend(below_term.iter().chain(map)),
            "store" | "lang" => forbidden.extend(below_term),
            "exchange" | "app" | "view" => forbidden.extend(below_term.iter().chain(thinking)),
            _ => {}
        }
        if room(&file) == "store" && !file.starts_with("store/disk") {
            forbidden.extend(["std::fs", "File::"]);
        }
        for (line, text) in code(&text) {
            let named = forbidden.iter().filter(|word| text.contains(**word));
            faults.extend(named.map(|word| format!("{file}:{line} names {word}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_match_over_our_own_words_has_an_arm_for_all_others() {
    // What these match on is text, numbers, several values at once, or another library's: there an arm for the rest
    // is right.
    let foreign = [
        "app/command.rs",
        "app/field.rs",
        "app/keymap/name.rs",
        "app/line.rs",
        "exchange/markdown.rs",
        "exchange/markdown/literal.rs",
        "exchange/mermaid/entity.rs",
        "exchange/mermaid/journey.rs",
        "exchange/mermaid/lexer.rs",
        "exchange/table.rs",
        "lang/actions.rs",
        "lang/command_line.rs",
        "lang/numbers.rs",
        "map/channel.rs",
        "map/filter/term.rs",
        "map/funnel.rs",
        "map/number.rs",
        "map/tags.rs",
        "map/text.rs",
        "store/diagnosis.rs",
        "store/value_faults.rs",
        "store/token_faults.rs",
        "store/token_tree.rs",
        "store/lexer.rs",
        "term/text_editor.rs",
        "term/input.rs",
        "view/funnel.rs",
        "view/layout.rs",
        "view/strip.rs",
    ];
    let mut faults = Vec::new();
    for (file, text) in source() {
        let arms = code(&text)
            .filter(|(_, line)| line.trim_start().starts_with("_ =>") || line.trim_start().starts_with("_ if "));
        let arms = arms.filter(|_| !foreign.contains(&file.as_str()));
        faults.extend(arms.map(|(line, text)| format!("{file}:{line} {}", text.trim())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The texts between quotation marks on a line of code.
fn literals(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        match c {
            '\'' if line.contains("'\"'") => continue,
            '"' => {
                let mut literal = String::new();
                while let Some(c) = characters.next() {
                    match c {
                        '\\' => {
                            characters.next();
                        }
                        '"' => break,
                        c => literal.push(c),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_words_for_the_user_stand_outside_the_locales() {
    let mut faults = Vec::new();
    for (file, text) in source() {
        if !matches!(room(&file), "app" | "view" | "term" | "exchange" | "lang") {
            continue;
        }
        for (line, text) in code(&text) {
            // The command line's help is English everywhere.
            if text.contains("about: \"") {
                continue;
            }
            // Reasons for lints and for what cannot happen are words for the reader of the code.
            if text.contains("reason = ")
                || text.contains(".expect(")
                || text.contains("#[error(")
                || text.contains("#[")
            {
                continue;
            }
            for literal in literals(text) {
                let outside: String =
                    literal.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
                let words: Vec<&str> =
                    outside.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).collect();
                if words.len() > 1 && outside.contains(' ') {
                    faults.push(format!("{file}:{line} says {literal:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn arguments(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            arguments_of(expression, found);
        }
    }
}

fn arguments_of(expression: &Expression<String>, found: &mut BTreeSet<String>) {
    let (selector, variants) = match expression {
        Expression::Inline(inline) => (inline, &[][..]),
        Expression::Select { selector, variants } => (selector, &variants[..]),
    };
    if let InlineExpression::VariableReference { id } = selector {
        found.insert(id.name.clone());
    }
    for variant in variants {
        arguments(&variant.value, found);
    }
}

/// Every message and attribute of a locale, with its arguments.
fn words(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = root().join(format!("assets/locales/{language}/periplo.ftl"));
    let text = fs::read_to_string(&file).expect("a locale");
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, faults)| panic!("{language}: {faults:?}"));
    let mut words = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut found = BTreeSet::new();
        message.value.iter().for_each(|value| arguments(value, &mut found));
        assert!(words.insert(message.id.name.clone(), found).is_none(), "{language} says {} twice", message.id.name);
        for attribute in message.attributes {
            let mut found = BTreeSet::new();
            arguments(&attribute.value, &mut found);
            words.insert(format!("{}.{}", message.id.name, attribute.id.name), found);
        }
    }
    words
}

#[test]
fn both_languages_have_the_same_words_with_the_same_arguments() {
    let (english, spanish) = (words("en"), words("es"));
    let missing: Vec<_> = english.keys().filter(|key| !spanish.contains_key(*key)).collect();
    assert!(missing.is_empty(), "Spanish lacks {missing:?}");
    let extra: Vec<_> = spanish.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(extra.is_empty(), "English lacks {extra:?}");
    assert_eq!(english, spanish);
}

/// The texts of a pattern, with `$` in the place of what is put in.
fn plain(pattern: &Pattern<String>, found: &mut Vec<String>) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push('$');
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| plain(&variant.value, found));
                }
            }
        }
    }
    found.push(text);
}

#[test]
fn no_sentence_of_the_editor_names_a_key_that_could_be_another() {
    // What is said of files, of the command line and of keys themselves names no key of the board.
    let others =
        ["key-", "fault-", "cli-", "about-", "import-", "mermaid-", "inventory-", "page-", "entry-marks", "more-"];
    let names = ["Esc", "Enter", "Intro", "Tab", "Space", "Espacio", "F1", "↑", "↓", "←", "→", "PgUp", "PgDn"];
    let asks = ["Press", "press", "Pulsa", "pulsa"];
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let file = root().join(format!("assets/locales/{language}/periplo.ftl"));
        let resource = fluent_syntax::parser::parse(fs::read_to_string(file).expect("a locale")).expect("sound");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = &message.id.name;
            if others.iter().any(|other| id.starts_with(other)) {
                continue;
            }
            let mut texts = Vec::new();
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            message.value.iter().chain(attributes).for_each(|pattern| plain(pattern, &mut texts));
            for text in texts {
                let words: Vec<&str> = text.split([' ', '\n', '.', ',', ';', '(', ')', '?', '¿']).collect();
                let after = |word: &&[&str]| {
                    asks.contains(&word[0]) && word[1].chars().count() < 3 && !["$", "el"].contains(&word[1])
                };
                let is_named =
                    words.iter().any(|word| names.contains(word)) || words.windows(2).any(|pair| after(&pair));
                // Besides words of one letter and emotions, nothing stands alone that could be a letter's key.
                let alone = |word: &&&str| {
                    word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && !"aAIyeoOuY".contains(**word)
                };
                if is_named || words.iter().any(|word| alone(&word)) {
                    faults.push(format!("{language}: {id}: {text}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The name of the method of `Lang` that a line defines, in a function or in a row of a table.
fn method_of_lang(line: &str) -> Option<&str> {
    let definition = line.trim_start();
    let is_row = definition.contains(") = \"") && definition.ends_with("\";");
    let name = match definition.split_once("fn ") {
        Some(("pub " | "pub(crate) ", rest)) if rest.contains("(&self") => rest,
        Some(_) => return None,
        None if is_row => definition,
        None => return None,
    };
    name.split_once('(').map(|(name, _)| name)
}

#[test]
fn every_message_is_used_and_every_method_of_lang_is_called() {
    // The keys of these messages are put together when the program runs, from this beginning and a name.
    let families =
        ["act-", "context-", "document-", "inventory-", "reason-", "lesson-", "field-", "group-", "template-"];
    let mut code: String = source().into_iter().map(|(_, text)| text).collect();
    for page in fs::read_dir(root().join("assets/export/page")).expect("the templates of the page") {
        code += &fs::read_to_string(page.expect("a template").path()).expect("text");
    }
    code += &fs::read_to_string(root().join("assets/export/page.html")).expect("text");
    let quoted: BTreeSet<&str> = code.split('"').collect();
    let end_of_name = |c: char| c != '_' && !c.is_alphanumeric();
    let called: BTreeSet<&str> = code.split(['.', ':']).filter_map(|text| text.split(end_of_name).next()).collect();
    let mut faults = Vec::new();
    for key in words("en").into_keys().filter(|key| !key.contains('.')) {
        let name = families.iter().find_map(|family| key.strip_prefix(family)).unwrap_or_default();
        if ![key.as_str(), name, &name.replace('-', "_")].iter().any(|text| !text.is_empty() && quoted.contains(text)) {
            faults.push(format!("the message {key} is not used"));
        }
    }
    for (file, text) in source().iter().filter(|(file, _)| room(file) == "lang") {
        for (line, text) in self::code(text) {
            let Some(name) = method_of_lang(text).filter(|name| !name.starts_with('$')) else { continue };
            if !called.contains(name) {
                faults.push(format!("{file}:{line} the method {name} is not called"));
            }
            if text.ends_with("\";") && !text.contains(&format!("\"{}\"", name.replace('_', "-"))) {
                faults.push(format!("{file}:{line} the method {name} is not called like its message"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
