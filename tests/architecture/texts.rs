//! The texts of the interface: none in the code, the same in both languages, all used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::source::{root, source};

/// Returns the string literals on a line of code.
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
fn all_texts_for_users_are_in_the_locales() {
    let mut faults = Vec::new();
    for file in source() {
        if !matches!(file.module(), "app" | "view" | "term" | "exchange" | "lang") {
            continue;
        }
        // The descriptions of formats are part of `--help`, which is English. The vocabulary has headings of old versions, and
        // the words of stages are in languages that the interface does not have.
        let vocabularies = ["exchange/formats.rs", "exchange/import/vocabulary.rs", "exchange/import/stage_words.rs"];
        if vocabularies.contains(&file.path.as_str()) {
            continue;
        }
        for (line, text) in file.code() {
            if text.contains("about: \"") {
                continue;
            }
            // Reasons for lints and messages of panics are for the readers of the code.
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
                    faults.push(format!("{}:{line} contains {literal:?}", file.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Collects the names of the arguments of a pattern.
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

/// Returns every message and attribute of a locale with its arguments.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = root().join(format!("assets/locales/{language}/periplo.ftl"));
    let text = fs::read_to_string(&file).expect("a locale");
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, faults)| panic!("{language}: {faults:?}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut found = BTreeSet::new();
        message.value.iter().for_each(|value| arguments(value, &mut found));
        assert!(messages.insert(message.id.name.clone(), found).is_none(), "{language} has {} twice", message.id.name);
        for attribute in message.attributes {
            let mut found = BTreeSet::new();
            arguments(&attribute.value, &mut found);
            messages.insert(format!("{}.{}", message.id.name, attribute.id.name), found);
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (english, spanish) = (messages("en"), messages("es"));
    let missing: Vec<_> = english.keys().filter(|key| !spanish.contains_key(*key)).collect();
    assert!(missing.is_empty(), "Spanish lacks {missing:?}");
    let extra: Vec<_> = spanish.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(extra.is_empty(), "English lacks {extra:?}");
    assert_eq!(english, spanish);
}

/// Collects the texts of a pattern, with `$` for each argument.
fn pattern_texts(pattern: &Pattern<String>, found: &mut Vec<String>) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push('$');
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| pattern_texts(&variant.value, found));
                }
            }
        }
    }
    found.push(text);
}

#[test]
fn no_message_of_the_editor_names_a_key_that_can_be_remapped() {
    // Messages about files, the command line and keys themselves name no key of the board.
    let exempt =
        ["key-", "fault-", "cli-", "about-", "import-", "mermaid-", "inventory-", "page-", "entry-marks", "more-"];
    let names = ["Esc", "Enter", "Intro", "Tab", "Space", "Espacio", "F1", "↑", "↓", "←", "→", "PgUp", "PgDn"];
    let press_words = ["Press", "press", "Pulsa", "pulsa"];
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let file = root().join(format!("assets/locales/{language}/periplo.ftl"));
        let resource =
            fluent_syntax::parser::parse(fs::read_to_string(file).expect("a locale")).expect("a valid locale");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = &message.id.name;
            if exempt.iter().any(|prefix| id.starts_with(prefix)) {
                continue;
            }
            let mut texts = Vec::new();
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            message.value.iter().chain(attributes).for_each(|pattern| pattern_texts(pattern, &mut texts));
            for text in texts {
                let words: Vec<&str> = text.split([' ', '\n', '.', ',', ';', '(', ')', '?', '¿']).collect();
                let presses_key = |word: &&[&str]| {
                    press_words.contains(&word[0]) && word[1].chars().count() < 3 && !["$", "el"].contains(&word[1])
                };
                let is_named =
                    words.iter().any(|word| names.contains(word)) || words.windows(2).any(|pair| presses_key(&pair));
                // A single letter may be a key, unless it is a word or part of an emotion.
                let is_single_letter = |word: &&&str| {
                    word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && !"aAIyeoOuY".contains(**word)
                };
                if is_named || words.iter().any(|word| is_single_letter(&word)) {
                    faults.push(format!("{language}: {id}: {text}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns the name of the method of `Lang` that a line defines, in a function or in a row of a table.
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
    // The ids of these messages are composed at run time, from this prefix and a name.
    let families =
        ["act-", "context-", "document-", "inventory-", "reason-", "lesson-", "field-", "group-", "template-"];
    let mut code: String = source().into_iter().map(|file| file.text).collect();
    for page in fs::read_dir(root().join("assets/export/page")).expect("the templates of the page") {
        code += &fs::read_to_string(page.expect("a template").path()).expect("text");
    }
    code += &fs::read_to_string(root().join("assets/export/page.html")).expect("text");
    let quoted: BTreeSet<&str> = code.split('"').collect();
    let ends_name = |c: char| c != '_' && !c.is_alphanumeric();
    let called: BTreeSet<&str> = code.split(['.', ':']).filter_map(|text| text.split(ends_name).next()).collect();
    let mut faults = Vec::new();
    for key in messages("en").into_keys().filter(|key| !key.contains('.')) {
        let name = families.iter().find_map(|family| key.strip_prefix(family));
        let spellings = [Some(key.clone()), name.map(str::to_owned), name.map(|name| name.replace('-', "_"))];
        if !spellings.iter().flatten().any(|spelling| quoted.contains(spelling.as_str())) {
            faults.push(format!("the message {key} is not used"));
        }
    }
    for file in source().iter().filter(|file| file.module() == "lang") {
        for (line, text) in file.code() {
            let Some(name) = method_of_lang(text).filter(|name| !name.starts_with('$')) else { continue };
            if !called.contains(name) {
                faults.push(format!("{}:{line} the method {name} is not called", file.path));
            }
            if text.ends_with("\";") && !text.contains(&format!("\"{}\"", name.replace('_', "-"))) {
                faults.push(format!("{}:{line} the method {name} has another name than its message", file.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
