//! The `actions` command: who does what by when, over any number of maps.

use serde_json::{Value, json};

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};

const RICH: &str = include_str!("../../exchange/rich.ron");
const SHOP: &str = r#"(
    format: 1,
    title: "Shop",
    before: [(id: "aaaaaaa1", name: "Asks", action: "Answer", owner: "Ana", due: "2026-12-31", effort: Large)],
    after: [
        (id: "aaaaaaa2", name: "Complains", action: "Say \"sorry\"; call", owner: "ana", due: "2026-12-01", emotion: -1),
        (id: "aaaaaaa3", name: "Comes back", action: "Thank"),
        (id: "aaaaaaa4", name: "Tells friends", owner: "Ana"),
    ],
)"#;

fn sandbox() -> Sandbox {
    Sandbox::with(&[("maps/rich.ron", RICH), ("maps/deep/shop.ron", SHOP)])
}

#[test]
fn json_has_the_keys_of_the_contract_in_their_order() {
    let sandbox = sandbox();
    let result = sandbox.run(&["actions", "maps", "--format", "json"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let object = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let expected = json!([
        {"map": "Comprar un \"móvil\", de A a Z", "file": "maps/rich.ron", "id": "00000001", "phase": "before",
         "touchpoint": "Asks friends", "action": "+ ask for referrals", "owner": "@marketing", "due": "2026-12-15",
         "effort": "small", "score": 0.7},
        {"map": "Shop", "file": "maps/deep/shop.ron", "id": "aaaaaaa2", "phase": "after", "touchpoint": "Complains",
         "action": "Say \"sorry\"; call", "owner": "ana", "due": "2026-12-01", "effort": null, "score": 0.15},
        {"map": "Shop", "file": "maps/deep/shop.ron", "id": "aaaaaaa1", "phase": "before", "touchpoint": "Asks",
         "action": "Answer", "owner": "Ana", "due": "2026-12-31", "effort": "large", "score": null},
        {"map": "Shop", "file": "maps/deep/shop.ron", "id": "aaaaaaa3", "phase": "after", "touchpoint": "Comes back",
         "action": "Thank", "owner": null, "due": null, "effort": null, "score": null},
    ]);
    assert_eq!(object(&result.stdout), expected);
    let keys = ["map", "file", "id", "phase", "touchpoint", "action", "owner", "due", "effort", "score"];
    for line in result.stdout.lines().filter(|line| line.starts_with('{')) {
        let places: Vec<_> = keys.iter().map(|key| line.find(&format!("\"{key}\":")).expect(key)).collect();
        assert!(places.is_sorted(), "{line}");
    }
    let none = sandbox.run(&["actions", "maps", "--format", "json", "--owner", "nobody"]);
    assert_eq!((none.code, none.stdout.as_str()), (0, "[]\n"));
}

#[test]
fn owner_and_date_select_actions() {
    let sandbox = sandbox();
    let text = |arguments: &[&str]| sandbox.run(&[&["actions", "maps", "--today", "2026-12-02"], arguments].concat());
    let ana = text(&["--owner", "ANA", "--due-before", "2026-12-31"]);
    assert_eq!(
        (ana.code, ana.stdout.as_str()),
        (
            0,
            "ana · 1 action\n  2026-12-01, overdue  Say \"sorry\"; call\n                       Complains · score 15\n"
        )
    );
    let spanish = text(&["--lang", "es"]).stdout;
    assert!(spanish.contains("2026-12-01, vencida") && spanish.contains("\nSin responsable · 1 acción\n"), "{spanish}");
    assert!(spanish.contains("Asks · Shop (maps/deep/shop.ron) · esfuerzo: grande\n"), "{spanish}");
    assert_fails(&text(&["--due-before", "soon"]), 2, "2026-12-15");
}

#[test]
fn csv_is_guarded_and_for_a_spreadsheet_in_its_language() {
    let sandbox = sandbox();
    let piped = sandbox.run(&["actions", "maps", "--format", "csv"]).stdout;
    assert!(piped.starts_with("map,file,id,phase,touchpoint,action,owner,due,effort,score\n"), "{piped}");
    assert!(piped.contains(",'+ ask for referrals,'@marketing,2026-12-15,small,0.7\n"), "{piped}");
    let bare = sandbox.run(&["actions", "maps", "--format", "csv", "--no-guard"]).stdout;
    assert!(bare.contains(",+ ask for referrals,@marketing,"), "{bare}");
    assert_eq!(sandbox.run(&["actions", "maps", "-o", "a.csv", "--lang", "es"]).code, 0);
    let saved = sandbox.read("a.csv");
    assert!(saved.starts_with("\u{feff}Mapa;Archivo;ID;Fase;Punto de contacto;Acción;Responsable;"), "{saved}");
    assert!(saved.contains(";2026-12-15;pequeño;\"0,7\"\n"), "{saved}");
    assert_fails(&sandbox.run(&["actions", "maps", "--format", "json", "--no-guard"]), 2, "--no-guard");
    assert_fails(&sandbox.run(&["actions", "maps", "-o", "a.csv"]), 1, "--force");
    assert_fails(&sandbox.run(&["actions", "maps", "-o", "maps/rich.ron", "--force"]), 2, "maps/rich.ron");
}

#[test]
fn a_workbook_holds_the_same_rows_and_no_formulas() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let sandbox = sandbox();
    assert_eq!(sandbox.run(&["actions", "maps", "-o", "a.xlsx"]).code, 0);
    let mut book: Xlsx<_> = open_workbook(sandbox.path().join("a.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range("Actions").expect("a sheet");
    assert_eq!(sheet.height(), 5);
    let row: Vec<&Data> = sheet.rows().nth(1).expect("a row").iter().collect();
    assert_eq!(row[5], &Data::String("+ ask for referrals".to_owned()));
    assert_eq!(row[9], &Data::Float(0.7));
    assert!(book.worksheet_formula("Actions").expect("a sheet").is_empty());
}

#[test]
fn markdown_has_a_table_for_each_owner() {
    let result = sandbox().run(&["actions", "maps", "--format", "markdown", "--today", "2026-12-02"]);
    let expected = "## ana · 2 actions\n\n| Due | Action | Touchpoint | Phase | Effort | Map |\n\
                    | --- | --- | --- | --- | --- | --- |\n| **2026-12-01, overdue** | Say \"sorry\"; call | Complains |";
    assert!(result.stdout.contains(expected), "{}", result.stdout);
    assert!(result.stdout.contains("\n## No owner · 1 action\n"), "{}", result.stdout);
}

#[test]
fn a_calendar_has_the_dates_and_says_what_it_leaves_out() {
    let sandbox = sandbox();
    let result = sandbox.run(&["actions", "maps", "-o", "plan.ics"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, ""));
    assert_eq!(result.stderr, "warning: 1 action has no date, so it is not in the calendar\n");
    let calendar = sandbox.read("plan.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 3);
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    assert!(
        calendar.contains("UID:aaaaaaa2@periplo\r\n") && calendar.contains(";VALUE=DATE:20261201\r\n"),
        "{calendar}"
    );
}

#[test]
fn maps_that_cannot_be_read_are_reported_and_the_others_listed() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path().join("maps/broken.ron"), "(format: 1").expect("a file");
    let result = sandbox.run(&["actions", "maps", "missing.ron"]);
    assert_eq!(result.code, 1);
    assert!(result.stdout.contains("Answer"), "{}", result.stdout);
    assert!(result.stderr.contains("broken.ron") && result.stderr.contains("missing.ron"), "{}", result.stderr);
    let nothing = sandbox.run(&["actions", "missing.ron", "-o", "a.csv"]);
    assert_eq!(nothing.code, 1);
    assert!(!sandbox.path().join("a.csv").exists());
    let piped = run_command(sandbox.command().args(["actions", "-", "--format", "csv"]).write_stdin(SHOP));
    assert!(piped.stdout.contains("\nShop,-,aaaaaaa1,before,Asks,"), "{}", piped.stdout);
}
