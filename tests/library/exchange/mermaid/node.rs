//! Runs Mermaid itself in Node; `npm ci` in `tests/mermaid` installs it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use periplo::exchange::mermaid::parser;
use serde_json::{Value, json};

/// Returns the folder of the diagrams and of the script that reads them.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mermaid")
}

/// Returns what Mermaid reads in each text. Prints a note and returns `None` if it is not installed.
pub fn readings(texts: &[String]) -> Option<Vec<Value>> {
    if !folder().join("node_modules/mermaid").exists() {
        eprintln!("skipped: Mermaid is not installed; run `npm ci` in tests/mermaid");
        return None;
    }
    let started = Command::new("node")
        .arg("read.mjs")
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut node) = started else {
        eprintln!("skipped: there is no node");
        return None;
    };
    let mut stdin = node.stdin.take().expect("standard input");
    stdin.write_all(serde_json::to_string(texts).expect("JSON").as_bytes()).expect("node reads");
    drop(stdin);
    let output = node.wait_with_output().expect("node ends");
    Some(serde_json::from_slice(&output.stdout).expect("a list of readings"))
}

/// Returns what Periplo reads in a text, in the form of Mermaid's readings; null if it refuses the text.
pub fn reading(text: &str) -> Value {
    let Ok(journey) = parser::parse(text, 1) else { return Value::Null };
    let section = |nth: Option<usize>| nth.map_or("", |nth| &journey.sections[nth].name);
    let number = |score: f64| match score {
        score if score.is_nan() => json!("NaN"),
        score if score.is_infinite() => json!(if score > 0.0 { "Infinity" } else { "-Infinity" }),
        score if score.fract() == 0.0 && score.abs() < 1e15 => json!(score as i64),
        score => json!(score),
    };
    let tasks = journey.tasks.iter().map(|task| {
        json!({
            "section": section(task.section),
            "task": task.name,
            "score": number(task.score),
            "people": task.people,
        })
    });
    json!({
        "title": journey.title,
        "sections": journey.sections.iter().map(|section| &section.name).collect::<Vec<_>>(),
        "tasks": tasks.collect::<Vec<_>>(),
    })
}

/// Asserts that Periplo and Mermaid read the same in a text, or both refuse it.
pub fn assert_agree(text: &str, mermaid: &Value) {
    let ours = reading(text);
    match mermaid.get("error") {
        Some(error) => assert_eq!(ours, Value::Null, "Mermaid refuses {text:?} ({error})"),
        None => assert_eq!(&ours, mermaid, "of {text:?}"),
    }
}
