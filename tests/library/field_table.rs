//! The table of fields: one row for each field, and nothing else to change for a new one.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::exchange::inventory::COLUMNS;
use periplo::map::field::{Field, HEADER, TOUCHPOINT};

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] }).collect()
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|each| each == word)
}

/// A feature that does something with `metric` may name it too. Then its file is added here.
#[test]
fn a_new_field_takes_the_struct_a_row_its_words_and_a_line_in_the_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut source: Vec<_> = rust_files(&root.join("src"))
        .into_iter()
        .filter(|path| has_word(&fs::read_to_string(path).unwrap(), "metric"))
        .map(|path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"))
        .filter(|path| !path.contains("measure"))
        .collect();
    source.sort();
    // Counts are matched by the metric, and the help says so. The Spanish name is only needed for "did you mean" in a file
    // that was written by hand.
    let matching = [
        "src/cli/args.rs",
        "src/exchange/import/shape/detect.rs",
        "src/exchange/import/shape/sheet.rs",
        "src/lang/import_preview.rs",
    ];
    let field = ["src/map/field.rs", "src/map/touchpoint.rs", "src/store/spanish_names.rs"];
    assert_eq!(source, [&matching[..], &field].concat());
    for locale in ["assets/locales/en/periplo.ftl", "assets/locales/es/periplo.ftl"] {
        let messages = fs::read_to_string(root.join(locale)).unwrap();
        let names = messages.lines().filter(|line| line.starts_with("field-metric = "));
        assert_eq!(names.count(), 1, "{locale}");
    }
    for document in ["docs/file-format.md", "docs/es/file-format.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        assert_eq!(text.lines().filter(|line| line.starts_with("| `metric`")).count(), 1, "{document}");
    }
}

#[test]
fn the_inventory_has_the_columns_that_scripts_rely_on() {
    let columns = "map, file, id, order, phase, step, touchpoint, kind, intent, channel, context, need, value, contact, \
                   agent, actors, emotion, critical, reach, unit, period, evidence, pain, action, effort, owner, due, \
                   kpi, metric, votes, notes";
    assert_eq!(COLUMNS.iter().map(|column| column.name).collect::<Vec<_>>().join(", "), columns);
}

#[test]
fn no_two_fields_have_the_same_place() {
    fn check<S>(fields: &'static [Field<S>]) {
        for (nth, one) in fields.iter().enumerate() {
            for other in &fields[..nth] {
                let pair = format!("{} and {}", one.key, other.key);
                assert_ne!(one.key, other.key);
                assert!(one.form.is_none() || one.form != other.form, "{pair} in the form");
                assert!(one.status.is_none() || one.status != other.status, "{pair} in the status line");
                assert!(one.detail.is_none() || one.detail != other.detail, "{pair} among the details");
            }
        }
    }
    check(TOUCHPOINT);
    check(HEADER);
}
