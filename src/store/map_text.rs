//! Writes a map as text: one touchpoint on a line, without the fields that are not filled in.
//!
//! The printer of the crate `ron` holds the whole text in memory, and needs a second pass to keep line breaks inside texts on
//! one line.

use std::fmt::Write;

use super::format_number::FORMAT;
use crate::map::field::{Field, HEADER, TOUCHPOINT, Value};
use crate::map::{JourneyMap, Phase, Touchpoint};

/// The beginning of every map that this program writes.
pub(super) const OPENING: &str = "#![enable(implicit_some)]\n(\n    format: ";

/// Passes the text of a map to `push` in parts, so that the text of a large map is never in memory as a whole.
pub(super) fn write_map<E>(map: &JourneyMap, mut push: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    push(OPENING)?;
    push(&format!("{FORMAT},\n"))?;
    let mut line = String::new();
    for field in HEADER {
        push_header_field(&mut line, field.key, &field.get(map.header()));
        push(&line)?;
        line.clear();
    }
    for phase in Phase::ALL {
        let touchpoints = map.phase(phase);
        if touchpoints.is_empty() {
            push(&format!("    {}: [],\n", phase.key()))?;
            continue;
        }
        push(&format!("    {}: [\n", phase.key()))?;
        for touchpoint in touchpoints {
            line.push_str("        ");
            push_touchpoint(&mut line, touchpoint);
            line.push_str(",\n");
            push(&line)?;
            line.clear();
        }
        push("    ],\n")?;
    }
    push(")\n")
}

/// Writes a field of the map itself; a list has one item on a line.
fn push_header_field(text: &mut String, key: &str, value: &Value) {
    if value.is_default() {
        return;
    }
    text.extend(["    ", key, ": "]);
    if let Value::Lines(lines) = value {
        text.push_str("[\n");
        for line in lines {
            text.push_str("        ");
            push_text(text, line);
            text.push_str(",\n");
        }
        text.push_str("    ]");
    } else {
        push_value(text, value);
    }
    text.push_str(",\n");
}

fn push_touchpoint(text: &mut String, touchpoint: &Touchpoint) {
    push_display(text, format_args!("(id: \"{}\"", touchpoint.id));
    for field in TOUCHPOINT {
        push_field(text, field, touchpoint);
    }
    text.push(')');
}

/// Writes a field after others, if it is filled in.
fn push_field(text: &mut String, field: &Field<Touchpoint>, touchpoint: &Touchpoint) {
    if let Some(written) = field.text(touchpoint) {
        text.extend([", ", field.key, ": "]);
        return push_text(text, written);
    }
    let value = field.get(touchpoint);
    if !value.is_default() {
        text.extend([", ", field.key, ": "]);
        push_value(text, &value);
    }
}

fn push_value(text: &mut String, value: &Value) {
    match value {
        Value::Name(name) => push_text(text, name),
        Value::Line(line) => push_text(text, line.as_deref().unwrap_or_default()),
        Value::Notes(notes) => push_text(text, notes.as_deref().unwrap_or_default()),
        Value::Lines(lines) => push_list(text, lines.iter().map(|line| &**line)),
        Value::Rules(rules) => push_list(text, rules.iter().map(|rule| rule.key())),
        Value::Count(count) => push_display(text, format_args!("{}", count.unwrap_or_default())),
        Value::Votes(votes) => push_display(text, format_args!("{votes}")),
        Value::Emotion(emotion) => push_display(text, format_args!("{}", emotion.map_or(0, |emotion| emotion.value()))),
        Value::Flag(flag) => push_display(text, format_args!("{flag}")),
        Value::Choice(choice) => text.push_str(choice.map_or("None", |choice| choice.name())),
        Value::Date(date) => {
            if let Some(date) = date {
                push_display(text, format_args!("\"{date}\""));
            }
        }
    }
}

fn push_list<'a>(text: &mut String, items: impl Iterator<Item = &'a str>) {
    text.push('[');
    for (nth, item) in items.enumerate() {
        if nth > 0 {
            text.push_str(", ");
        }
        push_text(text, item);
    }
    text.push(']');
}

fn push_display(text: &mut String, arguments: std::fmt::Arguments) {
    // Writing to a text cannot fail.
    let _written = text.write_fmt(arguments);
}

/// Writes a text literal without line breaks: a raw one if the text has quotation marks or backslashes.
fn push_text(text: &mut String, written: &str) {
    if written.contains('\n') {
        text.push('"');
        for c in written.chars() {
            match c {
                '\n' => text.push_str("\\n"),
                '"' | '\\' => text.extend(['\\', c]),
                c => text.push(c),
            }
        }
        text.push('"');
    } else if written.contains(['"', '\\']) {
        let hashes = "#".repeat(most_hashes(written) + 1);
        text.extend(["r", &hashes, "\"", written, "\"", &hashes]);
    } else {
        text.extend(["\"", written, "\""]);
    }
}

/// Returns the length of the longest row of `#`.
fn most_hashes(text: &str) -> usize {
    text.split(|c| c != '#').map(str::len).max().unwrap_or_default()
}
