//! The words of both languages match: the same messages, each with the same arguments.

use std::collections::{BTreeMap, BTreeSet};

/// Every message with the arguments that it and its attributes use.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (id, value) = line.split_once(" =").unwrap_or(("", line));
        if let Some(attribute) = id.trim_start().strip_prefix('.') {
            let message = current.split('.').next().unwrap_or_default();
            current = format!("{message}.{attribute}");
        } else if !id.is_empty() && !id.starts_with([' ', '-', '*', '[']) {
            current = id.to_owned();
        }
        let message = messages.entry(current.clone()).or_default();
        for argument in value.split('$').skip(1) {
            let name = argument
                .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
                .next();
            message.extend(name.map(str::to_owned));
        }
    }
    messages
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let english = messages(include_str!("../assets/locales/en/periplo.ftl"));
    let spanish = messages(include_str!("../assets/locales/es/periplo.ftl"));
    assert!(english.len() > 100);
    assert_eq!(english, spanish);
}
