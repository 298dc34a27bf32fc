//! Which format a file is in: by its content, and a wrong name is told.

use std::ffi::OsStr;

use periplo::exchange::import::source::{SourceContent, SourceFormat};

use super::{read, read_with, tables};

const JOURNEY: &str = "journey\n  section Pay\n    Pays: 3: Guest\n";

#[test]
fn the_format_is_found_by_the_content() {
    let page = format!("# Tea\n\n```mermaid\n{JOURNEY}```\n");
    let cases = [
        ("a,b\n1,2\n", SourceFormat::Csv),
        ("a;b\n1;2\n", SourceFormat::Csv),
        ("a\tb\n1\t2\n", SourceFormat::Tsv),
        ("\"Asks\"\n\"Pays\"\n", SourceFormat::Csv),
        ("[{\"a\": 1}]", SourceFormat::Json),
        ("{\"a\": 1}\n{\"a\": 2}\n", SourceFormat::Json),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", SourceFormat::Markdown),
        (&page, SourceFormat::Markdown),
        (JOURNEY, SourceFormat::Mermaid),
        ("- [ ] Asks\n- [x] Pays\n", SourceFormat::List),
        ("Asks\nPays\n", SourceFormat::List),
        ("1. Asks, and waits\n2. Pays, or leaves\n", SourceFormat::List),
        (include_str!("../../../cases/analytics_funnel.csv"), SourceFormat::Csv),
    ];
    for (text, format) in cases {
        assert_eq!(read(text).format, format, "{text}");
    }
}

#[test]
fn a_file_that_is_named_wrongly_is_read_by_its_content_and_told() {
    let cases = [
        ("[{\"a\": 1}]", SourceFormat::Csv, SourceFormat::Json),
        ("a,b\n1,2\n", SourceFormat::Json, SourceFormat::Csv),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", SourceFormat::Csv, SourceFormat::Markdown),
        ("a,b\n1,2\n", SourceFormat::Xlsx, SourceFormat::Csv),
        ("[{\"a\": 1}]", SourceFormat::Markdown, SourceFormat::Json),
    ];
    for (text, named, found) in cases {
        let source = read_with(text.as_bytes(), Some(named), None).expect("a table");
        assert_eq!(source.format, found, "{text}");
        let told = format!("named like {} and was read as {}", named.name(), found.name());
        assert!(source.remarks[0].text.contains(&told), "{:?}", source.remarks);
    }
    let workbook = include_bytes!("../../../cases/workbook.xlsx");
    let source = read_with(workbook, Some(SourceFormat::Csv), None).expect("a workbook");
    assert_eq!(source.format, SourceFormat::Xlsx);
    let source = read_with(b"a,b\n1,2\n", Some(SourceFormat::List), None).expect("a table");
    assert_eq!((source.format, source.remarks.len()), (SourceFormat::Csv, 0));
    assert_eq!(tables(source)[0].rows.len(), 2);
}

#[test]
fn a_diagram_beside_a_table_is_preferred_unless_the_table_is_named() {
    let page = format!("# Tea\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```mermaid\n{JOURNEY}```\n");
    let source = read_with(page.as_bytes(), Some(SourceFormat::Markdown), None).expect("a diagram");
    assert_eq!(source.content, SourceContent::Diagrams(page.clone()));
    assert_eq!(source.remarks.len(), 1);
    let source = read_with(page.as_bytes(), Some(SourceFormat::Markdown), Some("Tea")).expect("a table");
    assert_eq!(tables(source).len(), 1);
}

#[test]
fn formats_are_found_by_the_endings_of_names() {
    for (ending, format) in [("XLSX", SourceFormat::Xlsx), ("qmd", SourceFormat::Markdown), ("tab", SourceFormat::Tsv)]
    {
        assert_eq!(SourceFormat::of_ending(OsStr::new(ending)), Some(format));
    }
    assert_eq!(SourceFormat::of_ending(OsStr::new("ron")), None);
}
