//! What import, export and inventory say and do where something else was given than they expected.

use crate::cli::room::{Room, assert_fails};

const SHOP: &str = include_str!("../../exchange/shop.ron");

fn room(name: &str, text: &str) -> Room {
    Room::with(&[(name, text), ("shop.ron", SHOP)])
}

#[test]
fn of_two_rows_with_one_id_the_upper_one_keeps_it_wherever_they_stand_in_the_journey() {
    let room = room("t.csv", "id,touchpoint,phase\n9f3k2m7q,Comes back,after\n9f3k2m7q,Hears of it,before\n");
    let said = room.run(&["import", "t.csv", "-o", "t.ron"]);
    assert!(said.err.starts_with("warning: t.csv:3: “Hears of it” has the ID of an earlier row"), "{}", said.err);
    assert!(room.read("t.ron").contains("(id: \"9f3k2m7q\", name: \"Comes back\")"), "{}", room.read("t.ron"));
    let diagram = "journey\n  section After\n    %% periplo:9f3k2m7q\n    Comes back: 3\n  section Before\n    %% periplo:9f3k2m7q\n    Hears of it: 3\n";
    std::fs::write(room.path().join("d.mmd"), diagram).expect("a file");
    let said = room.run(&["import", "d.mmd", "-o", "d.ron"]);
    assert!(said.err.contains("warning: d.mmd:7: “Hears of it” has the ID of an earlier task"), "{}", said.err);
    assert!(room.read("d.ron").contains("(id: \"9f3k2m7q\", name: \"Comes back\""), "{}", room.read("d.ron"));
}

#[test]
fn only_what_was_made_from_a_map_is_said_to_lack_fields_of_touchpoints() {
    let room = room("t.csv", "touchpoint,phase\nPays,during\n");
    let by_hand = room.run(&["import", "t.csv", "-o", "t.ron"]);
    assert!(!by_hand.err.contains("fields of touchpoints"), "{}", by_hand.err);
    let stepped = "id,touchpoint,phase,step\nc5n8t1hd,Pays,during,1\nd2v6y3ra,Telephones,during,1\n";
    std::fs::write(room.path().join("s.csv"), stepped).expect("a file");
    let stepped = room.run(&["import", "s.csv", "-o", "s.ron"]);
    assert!(room.read("s.ron").contains("with_previous: true"));
    assert!(
        stepped.err.contains("fields of touchpoints: kind") && !stepped.err.contains("alternative"),
        "{}",
        stepped.err
    );
}

#[test]
fn warnings_are_told_beside_the_errors_and_long_texts_are_cut() {
    let long = "x".repeat(300);
    let room = room("d.mmd", &format!("journey\n  title A\n  title B\n  section S\n    {long}\n"));
    let said = room.run(&["import", "d.mmd", "-o", "d.ron"]);
    assert_fails(&said, 1, "warning: d.mmd:3: the diagram has a title already");
    assert_fails(&said, 1, &format!("error: d.mmd:5: “{}…” has no score", "x".repeat(59)));
    let table = format!("touchpoint,{long}\n,\nPays,\n{long},,9\n");
    std::fs::write(room.path().join("t.csv"), table).expect("a file");
    let said = room.run(&["import", "t.csv", "-o", "t.ron"]);
    assert_fails(&said, 1, &format!("warning: t.csv: the column “{}…” is not known", "x".repeat(59)));
    assert_fails(&said, 1, "error: t.csv:4: 3 cells");
    assert!(said.err.lines().all(|line| line.chars().count() < 220), "{}", said.err);
}

#[test]
fn a_page_without_a_journey_is_told_as_a_page() {
    let room = room("p.markdown", "# Tea\n\n```mermaid\ngraph TD\n```\n");
    assert_fails(&room.run(&["import", "p.markdown", "-o", "p.ron"]), 1, "there is no journey diagram on this page");
    let bare = "journey\n  section Before\n    Asks: 3: Me\n";
    std::fs::write(room.path().join("bare.md"), bare).expect("a file");
    assert_eq!(room.run(&["import", "bare.md", "-o", "bare.ron"]).code, 0);
}

#[test]
fn usual_endings_of_a_format_are_known_besides_its_own() {
    let room = room("t.tab", "touchpoint\tphase\nPays\tduring\n");
    for (other, own) in [("a.markdown", "a.md"), ("a.htm", "a.html"), ("a.mermaid", "a.mmd"), ("A.MARKDOWN", "b.md")] {
        assert_eq!(room.run(&["export", "shop.ron", "-o", other]).code, 0, "{other}");
        assert_eq!(room.run(&["export", "shop.ron", "-o", own]).code, 0, "{own}");
        assert_eq!(room.read(other), room.read(own));
    }
    assert_eq!(room.run(&["inventory", "shop.ron", "-o", "a.ndjson"]).code, 0);
    assert!(room.read("a.ndjson").starts_with("{\"map\""));
    assert_eq!(room.run(&["import", "t.tab", "-o", "t.ron"]).code, 0);
    assert_fails(&room.run(&["export", "shop.ron", "-o", "a.doc"]), 2, "--format");
}

#[test]
fn the_line_by_which_excel_is_told_the_separator_is_no_row() {
    for head in ["sep=;\r\n", "SEP=;;\n", "\"sep=;\"\n"] {
        let room = room("t.csv", &format!("{head}touchpoint;phase\nPays, at the till;during\n"));
        let said = room.run(&["import", "t.csv", "-o", "t.ron"]);
        assert_eq!(said.code, 0, "{head:?}: {}", said.err);
        assert!(room.read("t.ron").contains("name: \"Pays, at the till\""));
    }
    let room = room("t.csv", "sep=|\ntouchpoint|phase\nPays|durin\n");
    assert_fails(&room.run(&["import", "t.csv", "-o", "t.ron"]), 1, "t.csv:3: phase: “durin”");
}

#[test]
fn options_that_say_nothing_of_a_format_are_refused() {
    let room = room("t.csv", "touchpoint,phase\nPays,during\n");
    let journey = "journey\n  section Before\n    Asks: 3: Me\n";
    std::fs::write(room.path().join("d.mmd"), journey).expect("a file");
    for (arguments, words) in [
        (["import", "t.csv", "--phases", "A=before", "-o", "x"], "--phases is for the sections of a journey diagram"),
        (["import", "d.mmd", "--map", "A", "-o", "x"], "--map is for inventories of several maps"),
        (["export", "shop.ron", "--no-guard", "--format", "html", "--color=never"], "--no-guard is for"),
        (["inventory", "shop.ron", "--no-guard", "--format", "jsonl", "--color=never"], "--no-guard is for"),
    ] {
        assert_fails(&room.run(&arguments), 2, words);
    }
    room.run(&["export", "shop.ron", "-o", "shop.json"]);
    assert_fails(&room.run(&["import", "shop.json", "--map", "Another", "-o", "x"]), 1, "there is no map “Another”");
    assert!(!room.path().join("x").exists());
}

#[test]
fn a_map_or_a_workbook_is_not_imported_and_the_advice_helps() {
    let room = room("book.XLSX", "PK");
    let own = room.run(&["import", "shop.ron", "-o", "x.ron"]);
    assert_fails(&own, 1, "this is a map already; open it with: periplo shop.ron");
    assert_fails(&room.run(&["import", "book.XLSX", "-o", "x.ron"]), 1, "save it there as “CSV UTF-8”");
}

#[test]
fn a_folder_is_never_to_be_overwritten() {
    let room = room("t.csv", "touchpoint\nPays\n");
    std::fs::create_dir(room.path().join("dir")).expect("a folder");
    for arguments in [
        &["export", "shop.ron", "--format", "csv", "-o", "dir"][..],
        &["inventory", "shop.ron", "--format", "csv", "-o", "dir"],
        &["import", "t.csv", "-o", "dir"],
        &["merge", "shop.ron", "shop.ron", "shop.ron", "-o", "dir"],
        &["new", "dir"],
    ] {
        let said = room.run(arguments);
        assert_fails(&said, 1, "dir is a folder; choose a file name in it");
        assert!(!said.err.contains("--force"), "{}", said.err);
    }
}

#[cfg(unix)]
#[test]
fn a_result_goes_into_a_pipe_and_a_map_does_not() {
    let room = room("t.csv", "touchpoint\nPays\n");
    let pipe = room.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for command in ["export", "inventory"] {
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || std::fs::read_to_string(pipe).expect("a text")
        });
        let said = room.run(&[command, "shop.ron", "--format", "csv", "-o", "pipe"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command}");
        assert_eq!(reader.join().expect("a reader"), room.run(&[command, "shop.ron", "--format", "csv"]).out);
        let named = room.run(&[command, "shop.ron", "--format", "csv", "-o", "/dev/stdout"]);
        assert_eq!(named, room.run(&[command, "shop.ron", "--format", "csv"]));
    }
    let said = room.run(&["import", "t.csv", "-o", "pipe"]);
    assert_fails(&said, 1, "pipe is no regular file; choose another name");
    assert!(!said.err.contains("--force"), "{}", said.err);
}

#[test]
fn phases_kinds_and_intents_are_understood_in_spanish_too() {
    let room = room("t.csv", "");
    for (spanish, english) in [
        (["--phase", "antes,Después"], ["--phase", "before,after"]),
        (["--kind", "fuera de línea"], ["--kind", "offline"]),
        (["--intent", "no intencional"], ["--intent", "unintentional"]),
    ] {
        let said = room.run(&[&["inventory", "shop.ron"][..], &spanish].concat());
        assert_eq!(said, room.run(&[&["inventory", "shop.ron"][..], &english].concat()));
        assert_eq!(said.code, 0, "{}", said.err);
    }
    assert_fails(&room.run(&["inventory", "shop.ron", "--phase", "antez"]), 2, "before, during, after");
}

#[test]
fn a_zero_byte_is_told_as_such() {
    let room = room("t.csv", "touchpoint\nPays\nAsks\0\n");
    assert_fails(&room.run(&["import", "t.csv", "-o", "t.ron"]), 1, "line 3 holds a zero byte");
}

#[test]
fn actors_that_a_table_would_take_apart_are_told() {
    let map = "(format: 1, title: \"t\", before: [(name: \"Asks\", actors: [\"sales; support\"])])";
    let room = room("t.ron", map);
    let said = room.run(&["export", "t.ron", "--format", "csv"]);
    assert!(said.err.contains("warning: an actor of 1 touchpoint has a “;”"), "{}", said.err);
    assert_eq!(room.run(&["export", "t.ron", "--format", "json"]).err, "");
}
