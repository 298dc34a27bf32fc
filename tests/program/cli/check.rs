//! `periplo check`: findings as text and JSON, and exit codes.

#[cfg(unix)]
use std::process::{Command, Stdio};
#[cfg(unix)]
use std::time::SystemTime;

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};
#[cfg(unix)]
use periplo::map::Date;
use serde_json::{Value, json};

const MAP: &str = "#![enable(implicit_some)]
(
    format: 1,
    title: \"A shop\",
    before: [
        // The first.
        (id: \"aaaaaaa1\", name: \"Website\", kind: Online, intent: Intentional, need: \"a price\", reach: 10),
        (id: \"aaaaaaa2\", name: \"Asks a friend\", kind: Offline, intent: Unintentional,
            need: \"a name\", reach: 20),
    ],
    during: [],
    after: [(id: \"aaaaaaa1\", name: \"Unpacks it\", kind: Product, intent: Intentional, need: \"joy\")],
)
";
const FINE: &str = "(format: 1, title: \"Fine\", before: [(name: \"Hears of it\", kind: Product, intent: Unintentional, \
                    need: \"n\", action: \"a\")], during: [(name: \"Buys it\", kind: Online, intent: Intentional, need: \"n\")], \
                    after: [(name: \"Uses it\", kind: Product, intent: Intentional, need: \"n\")])";
const BROKEN: &str =
    "(\n    format: 1,\n    title: \"Broken\",\n    before: [(name: \"A\", kind: Onlin)],\n    after: 3,\n)\n";

#[test]
fn findings_are_printed_with_positions_and_reasons() {
    for language in ["en", "es"] {
        let sandbox = Sandbox::with(&[("maps/shop.ron", MAP), ("maps/old/fine.ron", FINE), ("maps/other.ron", MAP)]);
        let result = sandbox.run(&["check", "maps", "--lang", language]);
        assert_eq!(result.code, 0, "{}", result.stderr);
        insta::assert_snapshot!(format!("check_{language}"), format!("{}---\n{}", result.stdout, result.stderr));
    }
}

#[test]
fn each_finding_points_to_the_field_to_change() {
    let sandbox = Sandbox::with(&[("shop.ron", MAP)]);
    let out = sandbox.run(&["check", "shop.ron"]).stdout;
    let places: Vec<&str> = out.lines().filter(|line| !line.starts_with(' ')).collect();
    let at = |rule: &str| {
        places.iter().find(|line| line.contains(&format!(" {rule}: "))).and_then(|line| line.split(' ').next())
    };
    assert_eq!(at("channel-only"), Some("shop.ron:7:32:"));
    assert_eq!(at("widening-reach"), Some("shop.ron:9:36:"));
    assert_eq!(at("duplicate-id"), Some("shop.ron:12:18:"));
    // A missing field is reported at its touchpoint, an empty phase at its name.
    assert_eq!(at("unanswered-unintentional"), Some("shop.ron:8:9:"));
    assert_eq!(at("empty-phase"), Some("shop.ron:11:5:"));
    assert_eq!(places.len(), 5);
}

#[test]
fn json_has_the_documented_keys_in_order() {
    let sandbox = Sandbox::with(&[("shop.ron", MAP), ("broken.ron", BROKEN)]);
    let result = sandbox.run(&["check", "--format", "json", "shop.ron", "broken.ron", "nowhere.ron"]);
    assert_eq!(result.code, 1);
    let list: Vec<Value> = serde_json::from_str(&result.stdout).unwrap();
    let of = |rule: &str| list.iter().filter(|each| each["rule"] == rule).cloned().collect::<Vec<_>>();
    let first = result.stdout.lines().nth(1).unwrap();
    let keys: Vec<usize> = ["file", "rule", "severity", "phase", "touchpoint", "name", "message"]
        .map(|key| first.find(&format!("\"{key}\":")).unwrap())
        .to_vec();
    assert!(keys.is_sorted() && !first.contains("\"line\""), "{first}");
    let [channel] = &of("channel-only")[..] else { panic!("{list:?}") };
    assert_eq!(channel["message"].as_str().map(|message| message.contains("“Website”")), Some(true));
    let keys = ["file", "severity", "phase", "touchpoint", "name"].map(|key| channel[key].clone());
    assert_eq!(json!(keys), json!(["shop.ron", "warning", "before", "aaaaaaa1", "Website"]));
    let [empty] = &of("empty-phase")[..] else { panic!("{list:?}") };
    let keys = ["severity", "phase", "touchpoint", "name"].map(|key| empty[key].clone());
    assert_eq!(json!(keys), json!(["hint", "during", null, null]));
    let invalid: Vec<Value> = of("invalid-file");
    let places: Vec<Value> =
        invalid.iter().map(|each| ["file", "severity", "line", "column"].map(|key| each[key].clone()).into()).collect();
    assert_eq!(
        json!(places),
        json!([["broken.ron", "error", 4, 32], ["broken.ron", "error", 5, 12], ["nowhere.ron", "error", null, null]])
    );
    for each in &invalid {
        let object = each.as_object().unwrap();
        assert_eq!(object.len(), 9);
        assert!(each["phase"].is_null() && each["touchpoint"].is_null() && each["name"].is_null());
        assert!(!each["message"].as_str().unwrap().is_empty());
    }
}

#[test]
fn an_invalid_file_is_explained_and_the_others_are_reviewed() {
    let sandbox = Sandbox::with(&[("broken.ron", BROKEN), ("shop.ron", MAP)]);
    let result = sandbox.run(&["check", "broken.ron", "shop.ron"]);
    assert_eq!(result.code, 1);
    assert!(
        result.stderr.contains("broken.ron:4:32") && result.stderr.contains("did you mean `Online`"),
        "{}",
        result.stderr
    );
    assert!(
        result.stdout.contains("shop.ron:7:32: warning channel-only:") && !result.stdout.contains("broken"),
        "{}",
        result.stdout
    );
    assert!(
        result.stderr.ends_with("3 warnings, 2 hints in 1 map\n1 file could not be read: see above.\n"),
        "{}",
        result.stderr
    );
}

#[test]
fn only_invalid_files_and_strict_warnings_exit_with_1() {
    let hints = FINE.replace("need: \"n\"", "pain: \"p\"");
    let sandbox =
        Sandbox::with(&[("shop.ron", MAP), ("fine.ron", FINE), ("hints.ron", &hints), ("broken.ron", BROKEN)]);
    let code = |arguments: &[&str]| sandbox.run(&[&["check"], arguments].concat()).code;
    assert_eq!(code(&["shop.ron"]), 0);
    assert_eq!(code(&["shop.ron", "--strict"]), 1);
    assert_eq!(code(&["--strict", "fine.ron", "hints.ron"]), 0);
    assert_eq!(code(&["fine.ron", "broken.ron"]), 1);
    assert_eq!(code(&["--strict", "--format", "json", "shop.ron"]), 1);
    assert_eq!(code(&["--strict", "shop.ron", "--rule", "empty-phase"]), 0);
    assert_eq!(code(&["--strict", "shop.ron", "--rule", "channel-only,empty-phase"]), 1);
}

#[test]
fn a_review_without_findings_says_so() {
    let sandbox = Sandbox::with(&[("fine.ron", FINE)]);
    let result = sandbox.run(&["check", "fine.ron", "fine.ron"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, ""));
    assert_eq!(result.stderr, "The review of 1 map found nothing.\n");
    assert_eq!(sandbox.run(&["check", "fine.ron", "--format", "json"]).stdout, "[]\n");
    assert_fails(&sandbox.run(&["check"]), 2, "FILE");
    assert_fails(&sandbox.run(&["check", "fine.ron", "--rule", "beauty"]), 2, "channel-only");
    std::fs::create_dir(sandbox.path().join("empty")).unwrap();
    assert_fails(&sandbox.run(&["check", "empty"]), 1, "empty has no maps");
}

#[test]
fn standard_input_is_reviewed_like_a_file() {
    let sandbox = Sandbox::new();
    let result = run_command(sandbox.command().args(["check", "-"]).write_stdin(MAP));
    assert_eq!(result.code, 0);
    assert!(result.stdout.starts_with("-:7:32: warning channel-only:"), "{}", result.stdout);
}

#[test]
fn a_silenced_finding_is_not_printed() {
    let accepted = MAP.replace("reach: 10)", "reach: 10, accepted: [\"channel-only\"])");
    let sandbox = Sandbox::with(&[("shop.ron", &accepted)]);
    assert!(!sandbox.run(&["check", "shop.ron"]).stdout.contains("channel-only"));
}

#[test]
fn a_large_map_on_a_single_line_is_reviewed_quickly() {
    let touchpoints = "(name: \"Web\"),".repeat(20_000);
    let map = format!("(format: 1, title: \"Wide\", before: [{touchpoints}])");
    let sandbox = Sandbox::with(&[("wide.ron", &map)]);
    let result = sandbox.run(&["check", "wide.ron", "--rule", "untagged"]);
    assert_eq!(result.stdout.lines().count(), 20_001);
}

#[test]
fn overdue_actions_depend_on_the_day_that_is_given() {
    let map = "(format: 1, title: \"Plan\", before: [(id: \"9f3k2m7q\", name: \"Asks a friend\", action: \"Answer\", \
               owner: \"Ana\", due: \"2026-12-15\")])";
    let sandbox = Sandbox::with(&[("plan.ron", map)]);
    let on = |today: &str| sandbox.run(&["check", "plan.ron", "--rule", "overdue", "--strict", "--today", today]);
    assert_eq!(on("2026-12-15").code, 0);
    let result = on("2026-12-16");
    assert_eq!(result.code, 1);
    assert!(result.stdout.contains("The action for “Asks a friend” was due on 2026-12-15"), "{}", result.stdout);
    assert_fails(&on("tomorrow"), 2, "--today");
}

#[cfg(unix)]
#[test]
fn today_is_the_day_of_the_local_time_zone() {
    let days_ahead = |hours: i64| {
        let seconds = SystemTime::UNIX_EPOCH.elapsed().expect("a time").as_secs();
        Date::of_unix_day(seconds.saturating_add_signed(hours * 3600) / 86_400).expect("a day").to_string()
    };
    loop {
        // It is a later day 14 hours east of Greenwich than 12 hours west of it.
        let west = days_ahead(-12);
        let map = format!(
            "(format: 1, title: \"Plan\", before: [(name: \"Asks\", action: \"Answer\", owner: \"Ana\", due: \"{west}\")])"
        );
        let sandbox = Sandbox::with(&[("plan.ron", &map)]);
        let in_zone = |zone: &str| {
            let arguments = ["check", "plan.ron", "--rule", "overdue", "--strict"];
            run_command(sandbox.command().env("TZ", zone).args(arguments)).code
        };
        let codes = [in_zone("WEST+12"), in_zone("EAST-14")];
        // At midnight the day may have changed in between.
        if west == days_ahead(-12) {
            assert_eq!(codes, [0, 1]);
            return;
        }
    }
}

#[test]
fn a_conflict_that_a_merge_left_is_a_warning() {
    let base = "(format: 1, title: \"A\", before: [(id: \"9f3k2m7q\", name: \"Asks\", reach: 1)])";
    let changed = [["reach: 2", "reach: 3"], ["notes: \"two\"", "notes: \"three\""]];
    let languages = ["en", "es"].into_iter();
    for (language, sides) in languages.flat_map(|language| changed.map(|sides| (language, sides))) {
        let [ours, theirs] = sides.map(|side| base.replace("reach: 1", side));
        let files = [("base.ron", base), ("ours.ron", ours.as_str()), ("theirs.ron", theirs.as_str())];
        let sandbox = Sandbox::with(&files);
        assert_eq!(sandbox.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "--lang", language]).code, 1);
        let result = sandbox.run(&["check", "ours.ron", "--strict", "--rule", "merge-conflict"]);
        assert_eq!(result.code, 1, "{}", sandbox.read("ours.ron"));
        assert_eq!(sandbox.run(&["check", "base.ron", "--strict", "--rule", "merge-conflict"]).code, 0);
    }
}

/// The findings of a large map are made while they are written. None is lost, and their order is that of the review.
#[test]
fn the_findings_of_a_large_map_are_all_written_in_order() {
    const COUNT: usize = 1_500;
    let touchpoints: String = (0..COUNT)
        .map(|nth| format!("(name: \"Step {nth}\", kind: Online, intent: Unintentional, action: \"a\"),\n"))
        .collect();
    let text = format!("(format: 1, title: \"t\", before: [\n{touchpoints}])");
    let sandbox = Sandbox::with(&[("large.ron", text.as_str()), ("maps/small.ron", FINE)]);
    let arguments = ["check", "--rule", "no-need", "large.ron", "maps"];
    let result = sandbox.run(&arguments);
    let places = result.stdout.lines().filter(|line| line.contains("no-need")).map(|line| line.split(' ').next());
    let expected = (0..COUNT).map(|nth| format!("large.ron:{}:1:", nth + 2));
    assert!(places.eq(expected.collect::<Vec<_>>().iter().map(|place| Some(place.as_str()))), "{}", result.stdout);
    let list: Vec<Value> =
        serde_json::from_str(&sandbox.run(&[&arguments[..], &["--format", "json"]].concat()).stdout).unwrap();
    let names: Vec<&str> = list.iter().filter_map(|each| each["name"].as_str()).collect();
    assert_eq!(names, (0..COUNT).map(|nth| format!("Step {nth}")).collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
fn a_reader_that_closes_the_pipe_does_not_change_the_exit_code() {
    let sandbox = Sandbox::with(&[("shop.ron", MAP)]);
    let mut command = Command::new(sandbox.command().get_program());
    command.env_clear().env("HOME", sandbox.path()).current_dir(sandbox.path());
    let mut child = command.args(["check", "--strict", "shop.ron"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1), "there are warnings");
}
