//! Pages, lists and JSON become tables.

use periplo::exchange::import::source::{SourceContent, SourceFormat};

use super::{cells, cells_of, read, read_with, refusal, tables};

#[test]
fn tables_in_markdown_have_the_heading_above_them_as_name() {
    let page = "# Uno\n\n| a | b\\|c |\n|---|:-:|\n| x<br>y | \\*z &amp; `w` |\n\nText | with a pipe\n\n\
        ```\n| no | table |\n|---|---|\n```\n\nDos\n---\n\n> a | b\n> --- | ---\n> **1** | [two](http://x.y)\n";
    let found = tables(read(page));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].name.as_deref(), Some("Uno"));
    assert_eq!(cells_of(&found[0]), [["a", "b|c"], ["x\ny", "*z & w"]]);
    assert_eq!(found[0].rows[1].line, 5);
    assert_eq!(found[1].name.as_deref(), Some("Dos"));
    assert_eq!(cells_of(&found[1]), [["a", "b"], ["1", "two"]]);
    let second = read_with(page.as_bytes(), Some(SourceFormat::Markdown), Some("dos")).expect("a table");
    assert_eq!(tables(second).len(), 1);
    let page = "---\ntitle: x\n---\n:::note\n| a |\n|---|\n| 1 |\n:::\n";
    let found = tables(read(page));
    assert_eq!((found.len(), found[0].name.as_deref(), found[0].rows[1].line), (1, None, 7));
    let case = cells(include_str!("../../../cases/table.md"));
    assert_eq!(case[0], ["Etapa", "Punto de contacto", "Canal", "Emoción", "Dolor"]);
    assert_eq!(case[2], ["Consideración", "Pregunta el precio por teléfono", "teléfono", "🙁", "Nadie contesta"]);
}

#[test]
fn a_page_without_diagrams_and_tables_is_read_by_its_lists() {
    let page =
        "# Tea shop\n\nSome text that is left out.\n\n## Before\n- Hears of *it*\n- Asks\n  a friend\n1. [ ] Pays\n";
    let source = read_with(page.as_bytes(), Some(SourceFormat::Markdown), None).expect("a list");
    let rows = cells_of(&tables(source)[0]);
    let expected: [&[&str]; 6] = [&["Tea shop:"], &[], &["Before:"], &["Hears of *it*"], &["Asks a friend"], &["Pays"]];
    assert_eq!(rows, expected);
    let refused = refusal("Only a sentence, and another one.", Some(SourceFormat::Markdown));
    assert!(refused.contains("no journey diagram, no table and no list"), "{refused}");
}

#[test]
fn plain_lines_are_a_table_of_one_column() {
    let source = read("Antes:\n• Oye hablar de la tienda, y pregunta\n• Busca\n\nCompra\n• Paga\n");
    assert_eq!(source.format, SourceFormat::List);
    let rows = cells_of(&tables(source)[0]);
    assert_eq!(
        rows,
        [
            vec!["Antes:"],
            vec!["Oye hablar de la tienda, y pregunta"],
            vec!["Busca"],
            vec![],
            vec!["Compra:"],
            vec!["Paga"]
        ]
    );
    let source = read("Hears of the shop\nAsks a neighbour, who bought last year\nWaits, and pays\n");
    assert_eq!(source.format, SourceFormat::List);
}

#[test]
fn lists_of_objects_in_json_are_rows() {
    let rows = cells(
        r#"[{"name": "A", "x": {"y": 1, "z": [1, "b"]}}, {"name": "B", "list": ["a; b", "c"], "ok": true, "n": null}]"#,
    );
    assert_eq!(rows[0], ["name", "x.y", "x.z", "list", "ok", "n"]);
    assert_eq!(rows[1], ["A", "1", "1; b"]);
    assert_eq!(rows[2], ["B", "", "", "a; b\nc", "true", ""]);
    let lines = cells("{\"a\": 1}\n{\"b\": 2.50}\n");
    assert_eq!(lines, [vec!["a", "b"], vec!["1"], vec!["", "2.5"]]);
    let wrapped = tables(read(r#"{"title": "Tea", "steps": [{"step": "A", "users": 10}, {"step": "B", "users": 5}]}"#));
    assert_eq!((wrapped[0].name.as_deref(), wrapped[0].rows.len()), (Some("steps"), 3));
    let source = read(r#"[{"a": 1, "a": 2}]"#);
    assert!(source.remarks[0].text.contains("“a” is written twice"), "{:?}", source.remarks);
}

#[test]
fn stages_with_lists_in_json_are_rows_with_a_phase() {
    let rows = cells(include_str!("../../../cases/stages_object.json"));
    assert_eq!(rows[0], ["Phase", "Touchpoints", "Goals", "Emotions"]);
    assert_eq!(rows[1], ["Awareness", "Poster at the station; Podcast", "Hear of the gym", "Curiosity"]);
    assert_eq!(rows.len(), 5);
    let rows = cells(r#"{"journey": {"Antes": ["Ve", {"name": "Oye", "channel": "radio"}], "Después": ["Usa"]}}"#);
    assert_eq!(
        rows,
        [
            vec!["Phase", "Touchpoint", "channel"],
            vec!["Antes", "Ve"],
            vec!["Antes", "Oye", "radio"],
            vec!["Después", "Usa"]
        ]
    );
}

#[test]
fn a_whole_map_and_other_json_are_told_apart() {
    let map = r#"{"format": 1, "title": "Tea", "before": [], "during": [{"name": "Pays"}], "after": []}"#;
    assert_eq!(read(map).content, SourceContent::WholeMap(map.to_owned()));
    assert!(refusal("{\"a\": ", None).contains("not valid JSON"));
    assert!(refusal("[]", None).contains("holds no table"));
}

#[test]
fn our_own_page_is_one_table_with_the_details_of_each_touchpoint() {
    for (page, phase, notes) in [
        (include_str!("../../../exchange/rich.en.md"), ["Phase", "Before"], "Notes"),
        (include_str!("../../../exchange/rich.es.md"), ["Fase", "Antes"], "Notas"),
    ] {
        let source = read(page);
        assert!(source.remarks.len() == 1 && source.remarks[0].text.contains("from a page"), "{:?}", source.remarks);
        let rows = cells_of(&tables(source)[0]);
        assert_eq!(rows.len(), 8);
        let cell = |row: usize, heading: &str| {
            let at =
                rows[0].iter().position(|each| each == heading).unwrap_or_else(|| panic!("{heading}: {:?}", rows[0]));
            rows[row].get(at).cloned().unwrap_or_default()
        };
        assert_eq!(cell(1, phase[0]), phase[1]);
        assert_eq!(cell(1, notes), "- first\n- second, with a comma\n\n\"quoted\"");
        assert_eq!(rows[0].iter().filter(|heading| *heading == phase[0]).count(), 1);
        let all: Vec<&str> = rows.iter().flatten().map(String::as_str).collect();
        for text in [
            "=SUM(A1:A9)",
            "Another way",
            "Pays [31mredgnp.exe",
            "-1 of 5",
            "friends; the customer's \"uncle\"; =sales; team",
            "@marketing",
        ] {
            assert!(all.contains(&text), "{text}: {rows:?}");
        }
    }
}

#[test]
fn tables_under_the_names_of_stages_are_one_table() {
    let page = "## Awareness\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Purchase\n\n| a | b |\n|---|---|\n| 3 | 4 |\n";
    assert_eq!(cells(page), [["Phase", "a", "b"], ["Awareness", "1", "2"], ["Purchase", "3", "4"]]);
    let other = page.replace("Awareness", "One").replace("Purchase", "Two");
    assert_eq!(tables(read(other)).len(), 2);
}
