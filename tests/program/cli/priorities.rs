//! `periplo priorities` in each format.

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};
use serde_json::{Value, json};

const MAP: &str = r#"(
    format: 1,
    title: "A clinic",
    unit: "patients",
    before: [
        (id: "ccccccc1", name: "Hears of the clinic from a neighbour", reach: 4000, votes: 1),
        (id: "ccccccc2", name: "Rings for an appointment and waits", reach: 1000, emotion: -2, critical: true, votes: 5),
        (id: "ccccccc3", name: "Looks for the right entrance"),
    ],
    during: [
        (id: "ccccccc4", name: "Fills the same form in again", reach: 800, emotion: -1),
        (id: "ccccccc5", name: "Sees the doctor", reach: 400, critical: true, emotion: 2),
    ],
    after: [
        (id: "ccccccc6", name: "Gets a bill that nobody can explain", emotion: -2),
        (id: "ccccccc7", name: "Comes back a year later"),
    ],
)"#;

#[test]
fn priorities_in_json_have_values_calculated_by_hand() {
    let sandbox = Sandbox::with(&[("clinic.ron", MAP)]);
    let result = sandbox.run(&["priorities", "clinic.ron", "--format", "json"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let first = result.stdout.lines().nth(1).expect("a touchpoint");
    let keys = [
        "rank",
        "touchpoint",
        "name",
        "phase",
        "score",
        "reasons",
        "critical",
        "emotion",
        "votes",
        "lost",
        "buyers_lost",
        "missing",
    ];
    let places: Vec<_> = keys.iter().map(|key| first.find(&format!("\"{key}\":")).expect(key)).collect();
    assert!(places.is_sorted(), "{first}");
    let mut priorities: Vec<Value> = serde_json::from_str(&result.stdout).unwrap();
    let scores: Vec<f64> = priorities.iter_mut().filter_map(|each| each["score"].take().as_f64()).collect();
    // Lost buyers: 3,000 × 0.4 = 1,200, the greatest loss; 200 × ½ = 100; 400 × 1 = 400.
    let by_hand = [0.3 + 0.3 + 0.2 + 0.2, 0.3 / 3.0 + 0.2, 0.3, 0.15 + 0.3 / 12.0, 0.2 / 5.0];
    assert!(
        scores.len() == 5 && scores.iter().zip(by_hand).all(|(one, other)| (one - other).abs() < 1e-6),
        "{scores:?}"
    );
    let row = |rank: Value, id: &str, name: &str, phase: &str, reasons: Value, rest: Value| {
        let mut row = json!({"rank": rank, "touchpoint": id, "name": name, "phase": phase, "score": null,
            "reasons": reasons, "critical": false, "emotion": null, "votes": 0, "lost": null, "buyers_lost": null,
            "missing": []});
        row.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        row
    };
    let expected = [
        row(
            1.into(),
            "ccccccc2",
            "Rings for an appointment and waits",
            "before",
            json!(["emotion", "loss", "critical", "votes"]),
            json!({"critical": true, "emotion": -2, "votes": 5, "lost": 3000, "buyers_lost": 1200.0}),
        ),
        row(
            2.into(),
            "ccccccc5",
            "Sees the doctor",
            "during",
            json!(["critical", "loss"]),
            json!({"critical": true, "emotion": 2, "lost": 400, "buyers_lost": 400.0, "missing": ["votes"]}),
        ),
        row(
            3.into(),
            "ccccccc6",
            "Gets a bill that nobody can explain",
            "after",
            json!(["emotion"]),
            json!({"emotion": -2, "missing": ["votes"]}),
        ),
        row(
            4.into(),
            "ccccccc4",
            "Fills the same form in again",
            "during",
            json!(["emotion", "loss"]),
            json!({"emotion": -1, "lost": 200, "buyers_lost": 100.0, "missing": ["votes"]}),
        ),
        row(
            5.into(),
            "ccccccc1",
            "Hears of the clinic from a neighbour",
            "before",
            json!(["votes"]),
            json!({"votes": 1, "missing": ["emotion"]}),
        ),
        row(
            Value::Null,
            "ccccccc3",
            "Looks for the right entrance",
            "before",
            json!([]),
            json!({"missing": ["emotion", "votes", "reach"]}),
        ),
        row(
            Value::Null,
            "ccccccc7",
            "Comes back a year later",
            "after",
            json!([]),
            json!({"missing": ["emotion", "votes"]}),
        ),
    ];
    assert_eq!(priorities, expected);
}

#[test]
fn priorities_are_listed_in_both_languages() {
    let sandbox = Sandbox::with(&[("clinic.ron", MAP), ("b2b.ron", include_str!("../../exchange/b2b.ron"))]);
    for name in ["clinic", "b2b"] {
        for language in ["en", "es"] {
            let result = sandbox.run(&["priorities", &format!("{name}.ron"), "--lang", language]);
            assert_eq!((result.code, result.stderr.as_str()), (0, ""));
            let too_wide = result.stdout.lines().find(|line| periplo::map::width::width(line) > 80);
            assert_eq!(too_wide, None);
            insta::assert_snapshot!(format!("priorities_{name}_{language}"), result.stdout);
        }
    }
}

#[test]
fn a_map_that_cannot_be_ranked_says_what_to_do() {
    let sandbox = Sandbox::new();
    let empty = "(format: 1, title: \"Empty\")";
    let text = run_command(sandbox.command().args(["priorities", "-"]).write_stdin(empty));
    assert_eq!(text.code, 0);
    assert!(text.stdout.contains("There is nothing to rank yet: add touchpoints"), "{}", text.stdout);
    let json = run_command(sandbox.command().args(["priorities", "-", "--format=json"]).write_stdin(empty));
    assert_eq!((json.code, json.stdout.as_str()), (0, "[]\n"));
    let names = "(format: 1, title: \"Names\", after: [(name: \"Unpacks it\")])";
    let text = run_command(sandbox.command().args(["priorities", "-"]).write_stdin(names));
    assert_eq!(
        text.stdout,
        "Names\n\nNot ranked: too little is known about these\n     Unpacks it\n     unknown: emotion, votes\n"
    );
    assert_fails(&sandbox.run(&["priorities", "gone.ron"]), 1, "gone.ron");
    assert_fails(&sandbox.run(&["priorities"]), 2, "FILE");
}

#[test]
fn colours_are_optional_and_change_no_text() {
    let sandbox = Sandbox::with(&[("clinic.ron", MAP)]);
    let plain = sandbox.run(&["priorities", "clinic.ron"]).stdout;
    let coloured = sandbox.run(&["priorities", "clinic.ron", "--color", "always"]).stdout;
    let mut without = coloured.replace("\u{1b}[0m", "");
    for code in ["1", "2"] {
        without = without.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert!(coloured.contains('\u{1b}') && !plain.contains('\u{1b}'));
    assert_eq!(without, plain);
}

#[test]
fn priorities_follow_the_step_where_the_funnel_begins() {
    let sandbox = Sandbox::with(&[("clinic.ron", MAP)]);
    let result = sandbox.run(&["priorities", "clinic.ron", "--format", "json", "--from", "2"]);
    let priorities: Vec<Value> = serde_json::from_str(&result.stdout).unwrap();
    let lost =
        |id: &str| priorities.iter().find(|each| each["touchpoint"] == id).expect("a touchpoint")["lost"].clone();
    // The 3,000 lost before step 2 no longer count.
    assert_eq!([lost("ccccccc2"), lost("ccccccc4"), lost("ccccccc5")], [Value::Null, json!(200), json!(400)]);
    assert_fails(&sandbox.run(&["priorities", "clinic.ron", "--from", "9"]), 2, "none at 9");
}
