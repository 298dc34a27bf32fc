//! How import, export and inventory handle unusual input and wrong options.

use crate::cli::sandbox::{Sandbox, assert_fails};

const SHOP: &str = include_str!("../../exchange/shop.ron");

fn sandbox(name: &str, text: &str) -> Sandbox {
    Sandbox::with(&[(name, text), ("shop.ron", SHOP)])
}

#[test]
fn of_two_rows_with_the_same_id_the_first_in_the_file_keeps_it() {
    let sandbox = sandbox("t.csv", "id,touchpoint,phase\n9f3k2m7q,Comes back,after\n9f3k2m7q,Hears of it,before\n");
    let result = sandbox.run(&["import", "t.csv", "-o", "t.ron"]);
    assert!(
        result.stderr.starts_with("warning: t.csv:3: “Hears of it” has the ID of an earlier row"),
        "{}",
        result.stderr
    );
    assert!(sandbox.read("t.ron").contains("(id: \"9f3k2m7q\", name: \"Comes back\")"), "{}", sandbox.read("t.ron"));
    let diagram = "journey\n  section After\n    %% periplo:9f3k2m7q\n    Comes back: 3\n  section Before\n    %% periplo:9f3k2m7q\n    Hears of it: 3\n";
    std::fs::write(sandbox.path().join("d.mmd"), diagram).expect("a file");
    let result = sandbox.run(&["import", "d.mmd", "-o", "d.ron"]);
    assert!(
        result.stderr.contains("warning: d.mmd:7: “Hears of it” has the ID of an earlier task"),
        "{}",
        result.stderr
    );
    assert!(sandbox.read("d.ron").contains("(id: \"9f3k2m7q\", name: \"Comes back\""), "{}", sandbox.read("d.ron"));
}

#[test]
fn missing_fields_are_reported_only_for_tables_exported_from_a_map() {
    let sandbox = sandbox("t.csv", "touchpoint,phase\nPays,during\n");
    let by_hand = sandbox.run(&["import", "t.csv", "-o", "t.ron"]);
    assert!(!by_hand.stderr.contains("fields of touchpoints"), "{}", by_hand.stderr);
    let stepped = "id,touchpoint,phase,step\nc5n8t1hd,Pays,during,1\nd2v6y3ra,Telephones,during,1\n";
    std::fs::write(sandbox.path().join("s.csv"), stepped).expect("a file");
    let stepped = sandbox.run(&["import", "s.csv", "-o", "s.ron"]);
    assert!(sandbox.read("s.ron").contains("with_previous: true"));
    assert!(
        stepped.stderr.contains("fields of touchpoints: kind") && !stepped.stderr.contains("alternative"),
        "{}",
        stepped.stderr
    );
}

#[test]
fn warnings_are_printed_with_the_errors_and_long_texts_are_shortened() {
    let long = "x".repeat(300);
    let sandbox = sandbox("d.mmd", &format!("journey\n  title A\n  title B\n  section S\n    {long}\n"));
    let result = sandbox.run(&["import", "d.mmd", "-o", "d.ron"]);
    assert_fails(&result, 1, "warning: d.mmd:3: the diagram has a title already");
    assert_fails(&result, 1, &format!("error: d.mmd:5: “{}…” has no score", "x".repeat(59)));
    let table = format!("touchpoint,{long}\n,\nPays,5\n{long},,9\n");
    std::fs::write(sandbox.path().join("t.csv"), table).expect("a file");
    let result = sandbox.run(&["import", "t.csv", "-o", "t.ron"]);
    assert_eq!(result.code, 0);
    assert!(
        result.stderr.contains(&format!("note: t.csv: “{}…”: no field of a touchpoint", "x".repeat(59))),
        "{}",
        result.stderr
    );
    assert!(result.stderr.contains("warning: t.csv:4: this row has more cells"), "{}", result.stderr);
    assert!(result.stderr.lines().all(|line| line.chars().count() < 220), "{}", result.stderr);
}

#[test]
fn a_markdown_page_without_a_diagram_has_its_own_error() {
    let sandbox = sandbox("p.markdown", "```mermaid\ngraph TD\n```\n");
    assert_fails(&sandbox.run(&["import", "p.markdown", "-o", "p.ron"]), 1, "there is no journey diagram, no table");
    let bare = "journey\n  section Before\n    Asks: 3: Me\n";
    std::fs::write(sandbox.path().join("bare.md"), bare).expect("a file");
    assert_eq!(sandbox.run(&["import", "bare.md", "-o", "bare.ron"]).code, 0);
}

#[test]
fn common_alternative_endings_select_a_format() {
    let sandbox = sandbox("t.tab", "touchpoint\tphase\nPays\tduring\n");
    for (other, own) in [("a.markdown", "a.md"), ("a.htm", "a.html"), ("a.mermaid", "a.mmd"), ("A.MARKDOWN", "b.md")] {
        assert_eq!(sandbox.run(&["export", "shop.ron", "-o", other]).code, 0, "{other}");
        assert_eq!(sandbox.run(&["export", "shop.ron", "-o", own]).code, 0, "{own}");
        assert_eq!(sandbox.read(other), sandbox.read(own));
    }
    assert_eq!(sandbox.run(&["inventory", "shop.ron", "-o", "a.ndjson"]).code, 0);
    assert!(sandbox.read("a.ndjson").starts_with("{\"map\""));
    assert_eq!(sandbox.run(&["import", "t.tab", "-o", "t.ron"]).code, 0);
    assert_fails(&sandbox.run(&["export", "shop.ron", "-o", "a.doc"]), 2, "--format");
}

#[test]
fn the_separator_line_for_excel_is_not_a_row() {
    for head in ["sep=;\r\n", "SEP=;;\n", "\"sep=;\"\n"] {
        let sandbox = sandbox("t.csv", &format!("{head}touchpoint;phase\nPays, at the till;during\n"));
        let result = sandbox.run(&["import", "t.csv", "-o", "t.ron"]);
        assert_eq!(result.code, 0, "{head:?}: {}", result.stderr);
        assert!(sandbox.read("t.ron").contains("name: \"Pays, at the till\""));
    }
    let sandbox = sandbox("t.csv", "sep=|\ntouchpoint|phase|reach\nPays|during|many\n");
    let result = sandbox.run(&["import", "t.csv", "-o", "t.ron"]);
    assert!(result.stderr.contains("t.csv:3: a cell is not understood"), "{}", result.stderr);
}

#[test]
fn options_that_do_not_apply_to_a_format_are_refused() {
    let sandbox = sandbox("t.csv", "touchpoint,phase\nPays,during\n");
    let journey = "journey\n  section Before\n    Asks: 3: Me\n";
    std::fs::write(sandbox.path().join("d.mmd"), journey).expect("a file");
    for (arguments, words) in [
        (["import", "d.mmd", "--map", "A", "-o", "x"], "--map is for inventories of several maps"),
        (["export", "shop.ron", "--no-guard", "--format", "html", "--color=never"], "--no-guard is for"),
        (["inventory", "shop.ron", "--no-guard", "--format", "jsonl", "--color=never"], "--no-guard is for"),
    ] {
        assert_fails(&sandbox.run(&arguments), 2, words);
    }
    sandbox.run(&["export", "shop.ron", "-o", "shop.json"]);
    assert_fails(&sandbox.run(&["import", "shop.json", "--map", "Another", "-o", "x"]), 1, "there is no map “Another”");
    assert!(!sandbox.path().join("x").exists());
}

#[test]
fn importing_a_map_or_a_damaged_workbook_fails_with_advice() {
    let sandbox = sandbox("book.XLSX", "PK\x03\x04\x14");
    let own = sandbox.run(&["import", "shop.ron", "-o", "x.ron"]);
    assert_fails(&own, 1, "this is a map already; open it with: periplo shop.ron");
    assert_fails(&sandbox.run(&["import", "book.XLSX", "-o", "x.ron"]), 1, "this workbook is damaged");
}

#[test]
fn a_folder_as_output_is_refused() {
    let sandbox = sandbox("t.csv", "touchpoint\nPays\n");
    std::fs::create_dir(sandbox.path().join("dir")).expect("a folder");
    for arguments in [
        &["export", "shop.ron", "--format", "csv", "-o", "dir"][..],
        &["inventory", "shop.ron", "--format", "csv", "-o", "dir"],
        &["import", "t.csv", "-o", "dir"],
        &["merge", "shop.ron", "shop.ron", "shop.ron", "-o", "dir"],
        &["new", "dir"],
    ] {
        let result = sandbox.run(arguments);
        assert_fails(&result, 1, "dir is a folder; choose a file name in it");
        assert!(!result.stderr.contains("--force"), "{}", result.stderr);
    }
}

#[cfg(unix)]
#[test]
fn results_can_be_written_to_a_pipe_but_maps_cannot() {
    let sandbox = sandbox("t.csv", "touchpoint\nPays\n");
    let pipe = sandbox.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for command in ["export", "inventory"] {
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || std::fs::read_to_string(pipe).expect("a text")
        });
        let result = sandbox.run(&[command, "shop.ron", "--format", "csv", "-o", "pipe"]);
        assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{command}");
        assert_eq!(reader.join().expect("a reader"), sandbox.run(&[command, "shop.ron", "--format", "csv"]).stdout);
        let named = sandbox.run(&[command, "shop.ron", "--format", "csv", "-o", "/dev/stdout"]);
        assert_eq!(named, sandbox.run(&[command, "shop.ron", "--format", "csv"]));
    }
    let result = sandbox.run(&["import", "t.csv", "-o", "pipe"]);
    assert_fails(&result, 1, "pipe is not a regular file; choose another name");
    assert!(!result.stderr.contains("--force"), "{}", result.stderr);
}

#[test]
fn phases_kinds_and_intents_are_accepted_in_spanish() {
    let sandbox = sandbox("t.csv", "");
    for (spanish, english) in [
        (["--phase", "antes,Después"], ["--phase", "before,after"]),
        (["--kind", "fuera de línea"], ["--kind", "offline"]),
        (["--intent", "no intencional"], ["--intent", "unintentional"]),
    ] {
        let result = sandbox.run(&[&["inventory", "shop.ron"][..], &spanish].concat());
        assert_eq!(result, sandbox.run(&[&["inventory", "shop.ron"][..], &english].concat()));
        assert_eq!(result.code, 0, "{}", result.stderr);
    }
    assert_fails(&sandbox.run(&["inventory", "shop.ron", "--phase", "antez"]), 2, "before, during, after");
}

#[test]
fn a_zero_byte_is_reported_with_its_line() {
    let sandbox = sandbox("t.csv", "touchpoint\nPays\nAsks\0\n");
    assert_fails(&sandbox.run(&["import", "t.csv", "-o", "t.ron"]), 1, "line 3 holds a zero byte");
}

#[test]
fn actors_with_a_semicolon_cause_a_warning_in_csv() {
    let map = "(format: 1, title: \"t\", before: [(name: \"Asks\", actors: [\"sales; support\"])])";
    let sandbox = sandbox("t.ron", map);
    let result = sandbox.run(&["export", "t.ron", "--format", "csv"]);
    assert!(result.stderr.contains("warning: an actor of 1 touchpoint has a “;”"), "{}", result.stderr);
    assert_eq!(sandbox.run(&["export", "t.ron", "--format", "json"]).stderr, "");
}
