//! Typical work in the editor, from keys to saved files.

use crate::pty::Terminal;
use crate::terminal::run;

#[test]
fn a_workshop_from_a_template_to_the_inventory() {
    for (columns, rows, language) in [(80, 24, "en"), (120, 40, "es")] {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, code) = run(folder.path(), &["--lang", language, "new", "a.ron", "--template", "travel"]);
        assert_eq!(code, 0);
        let mut terminal = Terminal::open(folder.path(), columns, rows, &["--lang", language, "a.ron"]);
        terminal.wait_for(if language == "en" { "Asks friends" } else { "Pregunta a sus" });
        terminal.press("aAsks a neighbour #off #unint =3k :)\r");
        terminal.wait_for("Asks a neighbour");
        terminal.press("Reads a leaflet @\"in the shop\"\r");
        terminal.leave_quick_entry(if language == "en" { "2 added" } else { "2 añadidos" });
        terminal.press("3m");
        terminal.wait_for(if language == "en" { "unsaved" } else { "sin guardar" });
        terminal.press("\x13");
        terminal.wait_for("a.ron");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert!(!terminal.screen.screen().alternate_screen(), "the terminal is restored");

        let (json, code) = run(folder.path(), &["inventory", "a.ron", "--format", "json"]);
        assert_eq!(code, 0);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
        let row = |name: &str| rows.iter().find(|row| row["touchpoint"] == name).expect("the touchpoint").clone();
        let neighbour = row("Asks a neighbour");
        assert_eq!(neighbour["kind"], "offline");
        assert_eq!(neighbour["intent"], "unintentional");
        assert_eq!(neighbour["reach"], 3000);
        assert_eq!(neighbour["emotion"], 1);
        let leaflet = row("Reads a leaflet");
        assert_eq!((&leaflet["kind"], &leaflet["critical"]), (&"product".into(), &true.into()));
        assert_eq!(leaflet["channel"], "in the shop");
        assert_eq!(rows.len(), 18);
    }
}

#[test]
fn a_name_without_an_ending_is_that_of_a_map() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("shop.ron"), "(format: 1, title: \"Corner shop\")").expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["shop"]);
    terminal.wait_for("Corner shop");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["bakery"]);
    terminal.wait_for("bakery.ron is new");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn pasting_sixty_touchpoints_is_one_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 120, 40, &["new.ron"]);
    terminal.wait_for("Before 0");
    let list: String = (1..=60).map(|n| format!("Punto de contacto número {n} #enlinea\r")).collect();
    terminal.press(&format!("\x1b[200~{list}\x1b[201~"));
    terminal.wait_for("Added 60");
    terminal.press("u");
    terminal.wait_for("Before 0");
    terminal.press("\x12\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let (json, _) = run(folder.path(), &["inventory", "new.ron", "--format", "json"]);
    assert_eq!(json.matches("Punto de contacto número").count(), 60);
}

#[test]
fn a_thousand_keys_in_one_write_are_all_handled() {
    let folder = tempfile::tempdir().expect("a folder");
    let names: String = (0..1_500).map(|n| format!("(name: \"Does {n}\"),")).collect();
    std::fs::write(folder.path().join("a.ron"), format!("(format: 1, title: \"t\", before: [{names}])"))
        .expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Does 0");
    terminal.press(&"\x1b[B".repeat(1_000));
    terminal.wait_for("Does 1000");
    terminal.press("r7\r");
    terminal.wait_for("7 of 7");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let (json, _) = run(folder.path(), &["inventory", "a.ron", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    let reached: Vec<_> = rows.iter().filter(|row| !row["reach"].is_null()).collect();
    assert_eq!(reached.len(), 1);
    assert_eq!(reached[0]["touchpoint"], "Does 1000");
}

#[test]
fn an_invalid_file_is_explained_and_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.ron");
    let text = "(format: 1, title: \"t\", before: [(nmae: \"Asks\", kind: Onlin)])";
    std::fs::write(&path, text).expect("written");
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["bad.ron"]);
    terminal.wait_for("nmae");
    terminal.wait_for("bad.ron");
    terminal.press("\x13wWq");
    assert_eq!(terminal.end(), 1);
    assert!(terminal.text().contains("nmae"), "the explanation is still visible:\n{}", terminal.text());
    assert_eq!(std::fs::read_to_string(&path).expect("text"), text);
}

#[test]
fn a_window_made_small_and_large_shows_the_map_again() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["new", "a.ron", "--template", "b2b"]);
    let mut terminal = Terminal::open(folder.path(), 120, 40, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.resize(20, 5);
    terminal.wait_for("Please");
    terminal.resize(80, 24);
    terminal.wait_for("Funnel");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_a_file_the_start_screen_leads_to_a_template() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["--lang", "es"]);
    terminal.wait_for("flash-sale");
    terminal.press("jj\r");
    terminal.wait_for("de 60.000 personas");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_tour_starts_from_the_command_line_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["tour", "--theme", "dark", "--lang", "en"]);
    terminal.wait_for("Tour 1/11");
    terminal.press("\x1b[C");
    terminal.wait_for("Tour 2/11");
    terminal.press("aAsks a neighbour :(\r");
    terminal.wait_for("Asks a neighbour");
    terminal.press("\x1b");
    terminal.wait_for("Tour 3/11");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    // No question appears, and no changes are offered for recovery.
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["--lang", "en"]);
    terminal.wait_for("flash-sale");
    assert!(!terminal.screen.screen().contents().contains("neighbour"), "{}", terminal.screen.screen().contents());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_card_is_dragged_with_the_mouse() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "(format: 1, title: \"t\", before: [(name: \"First\"), (name: \"Second\")])";
    std::fs::write(folder.path().join("a.ron"), text).expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Second");
    // Presses on the first card (row 3), drags it over the middle column and releases it there.
    terminal.press("\x1b[<0;5;3M\x1b[<32;40;8M\x1b[<0;40;8m");
    terminal.wait_for("During 1");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}
