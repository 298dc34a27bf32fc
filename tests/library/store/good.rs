//! Good files: every layout is read, and all are written in the same one.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::map::{IdSource, Phase, Place};
use periplo::store::disk::load;
use periplo::store::{Comments, Template, ron_text};

use crate::store::saving::overwrite;

fn good(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store_good");
    folder.join(name).with_extension("ron")
}

#[test]
fn every_good_file_holds_the_same_map() {
    let written = fs::read_to_string(good("as_written")).unwrap();
    let files: Vec<_> = fs::read_dir(good("as_written").parent().unwrap()).unwrap().collect();
    assert!(files.len() > 5);
    for file in files {
        let path = file.unwrap().path();
        let loaded = load(&path).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        assert_eq!(ron_text::print(&loaded.map, &Comments::default()), written, "{}", path.display());
        assert!(loaded.repeated_ids.is_empty());
    }
}

#[test]
fn saving_an_unchanged_map_leaves_its_file_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    fs::copy(good("as_written"), &path).unwrap();
    let before = fs::read(&path).unwrap();
    let loaded = load(&path).unwrap();
    overwrite(&path, &loaded.map, &loaded.comments).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_empty_file_is_a_new_map_titled_with_the_file_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content, title) in [
        ("Comprar un billete.ron", "", "Comprar un billete"),
        ("blank.ron", " \r\n\t\n", "blank"),
        ("mark.ron", "\u{feff}", "mark"),
        ("tab\tbed.ron", "", "tab bed"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let loaded = load(&path).unwrap();
        assert_eq!(&*loaded.map.header().title, title);
        assert!(loaded.map.is_empty());
    }
}

#[test]
fn a_repeated_id_is_no_fault_and_its_place_is_reported() {
    let text = r#"(format: 1, title: "x", before: [(id: "9f3k2m7q", name: "a")], after: [(name: "b"), (name: "c", /* ( */ id: "9f3k2m7q")])"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    fs::write(&path, text).unwrap();
    let loaded = load(&path).unwrap();
    assert_eq!(loaded.repeated_ids, [Place::new(Phase::After, 1)]);
    let spans: Vec<&str> = loaded.repeated_id_spans.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(spans, ["\"9f3k2m7q\""]);
    assert_eq!(loaded.repeated_id_spans[0].start, text.rfind("\"9f3k2m7q").unwrap());
    let ids: std::collections::HashSet<_> = loaded.map.touchpoints().map(|(_, touchpoint)| touchpoint.id).collect();
    assert_eq!(ids.len(), 3);
}

#[test]
fn a_touchpoint_is_written_on_one_line() {
    let text = r##"(format: 1, title: "x", notes: "c\nd", before: [(name: "a", notes: "one\ntwo \"quoted\" C:\\x\nthree"), (name: "b", notes: r#"raw "line"
line"#)])"##;
    let map = ron_text::parse(text).unwrap().map;
    let printed = ron_text::print(&map, &Comments::default());
    assert_eq!(printed.lines().filter(|line| line.starts_with("        (")).count(), 2);
    assert_eq!(printed.lines().count(), 12, "{printed}");
    assert_eq!(ron_text::parse(&printed).unwrap().map, map);
}

#[test]
fn every_template_is_a_map_in_both_languages() {
    for template in Template::ALL {
        for spanish in [false, true] {
            let map = template.map(spanish, &mut IdSource::new(1)).unwrap();
            assert!(map.len() > 3, "{}", template.name());
            let again = ron_text::parse(&ron_text::print(&map, &Comments::default())).unwrap();
            assert_eq!(again.map, map);
        }
        assert_eq!(Template::named(template.name()), Some(template));
    }
}
