//! `periplo measure`: the counts of a table become reaches of a map.

use serde_json::{Value, json};

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails};
use periplo::map::{Evidence, JourneyMap};
use periplo::store::ron_text;

const MAP: &str = r#"// ours
(format: 1, title: "Flight", unit: "people", period: "2025", before: [
    (id: "00000a01", name: "Asks friends", reach: 12000),
    // the second
    (id: "00000a02", name: "Sees a fare to the coast", reach: 40210, evidence: Measured),
], during: [
    (id: "00000a03", name: "Boards the plane", metric: "boarding"),
    (id: "00000a04", name: "Pays", reach: 100),
])
"#;
const COUNTS: &str = "Step,Date,Users\nasks friends,2026-05-01,9000\nasks friends,2026-05-02,100\n\
    sees a fare to the coast,2026-05-02,40210\nBoarding,2026-05-02,700\nPays the fare,2026-05-02,71\n";

fn sandbox(counts: &str) -> Sandbox {
    Sandbox::with(&[("map.ron", MAP), ("counts.csv", counts)])
}

fn run(sandbox: &Sandbox, more: &[&str]) -> CommandResult {
    sandbox.run(&[&["measure", "map.ron", "counts.csv"], more].concat())
}

fn write(sandbox: &Sandbox, name: &str, text: &str) {
    std::fs::write(sandbox.path().join(name), text).expect("a file");
}

fn map(sandbox: &Sandbox) -> JourneyMap {
    ron_text::parse(&sandbox.read("map.ron")).expect("a map").map
}

/// Returns reach, evidence and metric of each touchpoint.
fn reaches(map: &JourneyMap) -> Vec<(Option<u64>, Evidence, Option<String>)> {
    map.touchpoints()
        .map(|(_, each)| (each.reach, each.evidence, each.metric.as_ref().map(|m| m.to_string())))
        .collect()
}

#[test]
fn reaches_are_shown_and_written_only_with_yes() {
    let sandbox = sandbox(COUNTS);
    let result = run(&sandbox, &[]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let expected = "Reaches: measured · people · 2026-05-01 – 2026-05-02\n\
        ~ Asks friends: 12,000 → 9,100\n\
        = Sees a fare to the coast: 40,210\n\
        ~ Boards the plane: — → 700 (“Boarding”)\n\
        ~ map: period “2025” → “2026-05-01 – 2026-05-02”\n\n\
        Rows without a touchpoint; give them one with --pair \"ROW=TOUCHPOINT\"\n\
        ? Pays the fare: 71 (similar: “Pays”)\n\n\
        Touchpoints without a row; their reaches stay\n\
        · Pays: 100\n";
    assert_eq!(result.stdout, expected);
    assert!(result.stderr.contains("map.ron was not changed; add --yes"), "{}", result.stderr);
    assert_eq!(sandbox.read("map.ron"), MAP);

    let result = run(&sandbox, &["--yes"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, expected));
    assert!(result.stderr.contains("map.ron: 3 reaches written"), "{}", result.stderr);
    let measured = map(&sandbox);
    assert_eq!(
        reaches(&measured),
        [
            (Some(9100), Evidence::Measured, None),
            (Some(40210), Evidence::Measured, None),
            (Some(700), Evidence::Measured, Some("boarding".to_owned())),
            (Some(100), Evidence::Assumed, None),
        ]
    );
    assert_eq!(measured.header().period.as_deref(), Some("2026-05-01 – 2026-05-02"));
    let text = sandbox.read("map.ron");
    assert!(text.contains("// ours") && text.contains("// the second"), "{text}");
    sandbox.run(&["backups", "map.ron", "--restore", "1", "-o", "old.ron"]);
    assert_eq!(sandbox.read("old.ron"), MAP);

    let again = run(&sandbox, &["--yes"]);
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("has all of this already"), "{}", again.stderr);
    assert_eq!(sandbox.read("map.ron"), text);
}

#[test]
fn a_pair_is_written_as_the_metric_and_known_the_next_time() {
    let sandbox = sandbox(COUNTS);
    let result = run(&sandbox, &["--pair", "Pays the fare=Pays", "--yes"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(
        result.stdout.contains("~ Pays: 100 → 71 (“Pays the fare”, remembered as its metric)"),
        "{}",
        result.stdout
    );
    assert_eq!(reaches(&map(&sandbox))[3], (Some(71), Evidence::Measured, Some("Pays the fare".to_owned())));
    let again = run(&sandbox, &[]);
    assert!(again.stdout.contains("= Pays: 71 (“Pays the fare”)"), "{}", again.stdout);
}

#[test]
fn json_has_what_scripts_rely_on() {
    let sandbox = sandbox(COUNTS);
    for (more, written) in [(&["--format", "json"][..], false), (&["--format", "json", "--yes"], true)] {
        let result = run(&sandbox, more);
        assert_eq!(result.code, 0, "{}", result.stderr);
        let expected = json!({
            "matched": [
                {"id": "00000a01", "name": "Asks friends", "row": "asks friends", "old": 12000, "new": 9100},
                {"id": "00000a02", "name": "Sees a fare to the coast", "row": "sees a fare to the coast", "old": 40210, "new": 40210},
                {"id": "00000a03", "name": "Boards the plane", "row": "Boarding", "old": null, "new": 700},
            ],
            "unmatched_rows": ["Pays the fare"],
            "unmatched_touchpoints": [{"id": "00000a04", "name": "Pays"}],
            "written": written,
        });
        assert_eq!(serde_json::from_str::<Value>(&result.stdout).expect("json"), expected);
    }
}

#[test]
fn a_table_that_fits_nothing_ends_with_1() {
    let sandbox = sandbox("Step,Users\nhome,9000\nbasket,100\n");
    let result = run(&sandbox, &["--yes"]);
    assert_eq!(result.code, 1);
    assert!(result.stdout.contains("? home: 9,000") && result.stdout.contains("· Pays: 100"), "{}", result.stdout);
    assert!(result.stderr.contains("no row is about a touchpoint of map.ron"), "{}", result.stderr);
    assert_eq!(sandbox.read("map.ron"), MAP);
}

#[test]
fn the_user_decides_about_rows_columns_evidence_period_and_unit() {
    let table = "phase,name of it,month,orders,sales\nx,Pays,2026-02,7,1000\nx,Pays,2026-03,9,2000\n";
    let sandbox = sandbox(table);
    let more = ["--column", "name of it=touchpoint", "--column", "orders=reach", "--where", "month=2026-03"];
    let decided = ["--evidence", "reported", "--period", "March", "--unit", "orders", "--yes"];
    let result = run(&sandbox, &[&more[..], &decided].concat());
    assert_eq!(result.code, 0, "{}", result.stderr);
    let measured = map(&sandbox);
    assert_eq!(reaches(&measured)[3], (Some(9), Evidence::Reported, None));
    assert_eq!((measured.unit(), measured.header().period.as_deref()), (Some("orders"), Some("March")));
}

#[test]
fn a_unit_of_the_table_that_differs_is_told_and_not_taken() {
    let sandbox = sandbox("Step,Sessions\nPays,9\n");
    let result = run(&sandbox, &["--yes"]);
    assert!(result.stderr.contains("counts sessions, and the unit of the map stays people"), "{}", result.stderr);
    assert_eq!(map(&sandbox).unit(), Some("people"));
}

#[test]
fn wrong_arguments_and_files_are_refused() {
    let sandbox = sandbox(COUNTS);
    assert_fails(&run(&sandbox, &["--pair", "Pays the fare"]), 2, "has no =");
    assert_fails(&run(&sandbox, &["--pair", "Pays the far=Pays"]), 2, "similar: “Pays the fare”");
    assert_fails(&run(&sandbox, &["--pair", "Pays the fare=Boards plane"]), 2, "similar: “Boards the plane”");
    assert_fails(&run(&sandbox, &["--evidence", "assumed"]), 2, "measured");
    assert_fails(&run(&sandbox, &["--where", "month=May"]), 1, "there is no column “month”");
    assert_fails(&sandbox.run(&["measure", "map.ron"]), 2, "COUNTS");
    assert_fails(&sandbox.run(&["measure", "-", "counts.csv"]), 2, "standard input");
    assert_fails(&sandbox.run(&["measure", "map.ron", "gone.csv"]), 1, "gone.csv");
    std::fs::write(sandbox.path().join("names.csv"), "touchpoint,channel\nPays,web\n").expect("a file");
    assert_fails(&sandbox.run(&["measure", "map.ron", "names.csv"]), 1, "there are no counts in it");
    assert_eq!(sandbox.read("map.ron"), MAP);
}

#[test]
fn nothing_is_told_that_does_not_matter_for_counts() {
    let table = "touchpoint,emotion,comment,reach\nPays,maybe,fine,9\n";
    let sandbox = sandbox(table);
    let result = run(&sandbox, &[]);
    assert_eq!(result.stderr, "map.ron was not changed; add --yes to put these reaches in\n");
}

#[test]
fn funnel_review_and_documents_say_measured_with_the_period() {
    let sandbox = sandbox(COUNTS);
    run(&sandbox, &["--pair", "Pays the fare=Pays", "--yes"]);
    let funnel = sandbox.run(&["funnel", "map.ron"]).stdout;
    assert!(funnel.contains("100% measured (4)") && funnel.contains("2026-05-01 – 2026-05-02"), "{funnel}");
    let check = sandbox.run(&["check", "map.ron"]).stdout;
    assert!(!check.contains("assumed"), "{check}");
    for format in ["html", "markdown", "svg"] {
        let text = sandbox.run(&["export", "map.ron", "--format", format]).stdout;
        assert!(text.contains("2026-05-01 – 2026-05-02"), "{format}: {text}");
        assert!(text.contains("measured"), "{format}: {text}");
    }
}

#[test]
fn rows_of_one_name_are_added_up_or_told() {
    let sandbox = sandbox("touchpoint,reach\nPays,50\nPays,60\nAsks friends,7\n");
    let result = run(&sandbox, &[]);
    assert!(result.stdout.contains("~ Pays: 100 → 110"), "{}", result.stdout);
    assert!(
        result.stderr.contains("these steps have several rows, whose counts are added up: “Pays”"),
        "{}",
        result.stderr
    );
    write(&sandbox, "counts.csv", "phase,touchpoint,reach\nduring,Pays,50\nduring,Pays,60\nbefore,Asks friends,7\n");
    let result = run(&sandbox, &[]);
    assert!(!result.stdout.contains("~ Pays"), "{}", result.stdout);
    for count in [50, 60] {
        let line = format!("? Pays: {count} (several rows mean “Pays”, so none of them counts)");
        assert!(result.stdout.contains(&line), "{}", result.stdout);
    }
}

#[test]
fn rows_without_a_count_are_named() {
    for headings in ["Step,Users", "touchpoint,reach"] {
        let rows = "Pays,n/a\nBoarding,-5\nAsks friends,12%\nSees a fare to the coast,9\n";
        let sandbox = sandbox(&format!("{headings}\n{rows}"));
        let result = run(&sandbox, &[]);
        assert_eq!(result.code, 0, "{}", result.stderr);
        assert!(
            result.stdout.contains("Rows without a count\n· Pays\n· Boarding\n· Asks friends\n"),
            "{}",
            result.stdout
        );
        assert!(result.stderr.contains("counts.csv:2: 3 cells of a column are not understood"), "{}", result.stderr);
    }
}

#[test]
fn touchpoints_of_one_name_are_told_with_their_ids() {
    let sandbox = sandbox("Step,Users\npays,9\nAsks friends,12\n");
    write(&sandbox, "map.ron", &MAP.replace("Boards the plane", "Pays"));
    let result = run(&sandbox, &[]);
    assert!(result.stdout.contains("? pays: 9 (similar: “Pays” (00000a03), “Pays” (00000a04))"), "{}", result.stdout);
    assert!(result.stdout.contains("· Pays (00000a04): 100"), "{}", result.stdout);
    assert_fails(&run(&sandbox, &["--pair", "pays=Pays"]), 2, "write one of the IDs instead: 00000a03, 00000a04");
}

#[test]
fn rows_with_an_id_need_no_name() {
    for counts in ["id,touchpoint,reach\n00000a04,,71\n,Asks friends,5\n", "id;visits\n00000a04;71\n00000a01;5\n"] {
        let sandbox = sandbox(counts);
        let result = run(&sandbox, &["--yes"]);
        assert_eq!(result.code, 0, "{}", result.stderr);
        let found = reaches(&map(&sandbox));
        assert_eq!((found[0].0, found[3].0), (Some(5), Some(71)), "{counts}");
    }
}
