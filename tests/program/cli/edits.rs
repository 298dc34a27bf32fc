//! `periplo list`, `add`, `set`, `remove` and `move`: edits of a map from a shell.

use crate::cli::sandbox::{CommandResult, Sandbox, assert_fails, run_command};
use periplo::map::{Intent, JourneyMap, Phase};
use periplo::store::ron_text;

const MAP: &str = r#"// ours
(format: 1, title: "Flight", before: [
    (id: "00000a01", name: "Asks friends", kind: Offline, intent: Unintentional, reach: 12000),
    // the second
    (id: "00000a02", name: "Compares fares", channel: "web", emotion: -1, critical: true),
    (id: "00000a05", name: "Calls", with_previous: true),
], during: [
    (id: "00000a03", name: "Boards the plane"),
])
"#;

fn sandbox() -> Sandbox {
    Sandbox::with(&[("map.ron", MAP)])
}

fn map(sandbox: &Sandbox) -> JourneyMap {
    ron_text::parse(&sandbox.read("map.ron")).expect("a map").map
}

fn names(sandbox: &Sandbox, phase: Phase) -> Vec<String> {
    map(sandbox).phase(phase).iter().map(|each| each.name.to_string()).collect()
}

fn assert_done(result: &CommandResult) {
    assert_eq!(result.code, 0, "{}", result.stderr);
}

#[test]
fn what_cannot_be_is_refused_and_what_was_shortened_is_told() {
    let sandbox = sandbox();
    for arguments in [
        &["move", "map.ron", "00000a01", "--phase", "before", "--after", "00000a01"][..],
        &["set", "map.ron", "00000a01", "with_previous=yes"],
        &["set", "map.ron", "00000a03", "with_previous=yes"],
    ] {
        let result = sandbox.run(arguments);
        assert_eq!(result.code, 1, "{arguments:?}: {}", result.stderr);
        assert_eq!(sandbox.read("map.ron"), MAP, "{arguments:?}");
    }
    let long = "Waits and ".repeat(30);
    let result = sandbox.run(&["add", "map.ron", &long, "--phase", "durante"]);
    assert_done(&result);
    assert!(result.stderr.contains("all of it is in the notes"), "{}", result.stderr);
    assert_eq!(names(&sandbox, Phase::During).len(), 2);
}

#[test]
fn a_list_is_read_line_by_line_in_words() {
    let sandbox = sandbox();
    let result = sandbox.run(&["list", "map.ron"]);
    assert_eq!(
        result.stdout,
        "Flight\nBefore: 3 touchpoints\n1. Asks friends; offline; unintentional; reach 12,000 assumed; ID 00000a01\n\
         2. Compares fares; channel web; emotion bad; critical moment; ID 00000a02\n\
         3. Calls; alternative to the one before; ID 00000a05\nDuring: 1 touchpoint\n1. Boards the plane; ID 00000a03\n\
         After: no touchpoints\n"
    );
    let spanish = sandbox.run(&["--lang", "es", "list", "map.ron", "--phase", "during"]);
    assert_eq!(spanish.stdout, "Flight\nDurante: 1 punto de contacto\n1. Boards the plane; ID 00000a03\n");
}

#[test]
fn an_added_touchpoint_has_the_marks_of_quick_entry_and_the_printed_id() {
    let sandbox = sandbox();
    let result = sandbox.run(&["add", "map.ron", "Sees the ad @tv =500 !", "--phase", "before", "--first"]);
    assert_done(&result);
    let map = map(&sandbox);
    let first = &map.phase(Phase::Before)[0];
    assert_eq!(result.stdout, format!("{}\n", first.id));
    assert_eq!((&*first.name, first.reach, first.critical), ("Sees the ad", Some(500), true));
    assert!(sandbox.read("map.ron").contains("// the second"));

    assert_done(&sandbox.run(&["add", "map.ron", "Asks again", "--phase", "before", "--after", "00000a01"]));
    assert_done(&sandbox.run(&["add", "map.ron", "Lands", "--phase", "after"]));
    let before = ["Sees the ad", "Asks friends", "Asks again", "Compares fares", "Calls"];
    assert_eq!(names(&sandbox, Phase::Before), before);
    assert_eq!(names(&sandbox, Phase::After), ["Lands"]);
}

#[test]
fn a_touchpoint_is_moved_and_removed() {
    let sandbox = sandbox();
    assert_done(&sandbox.run(&["move", "map.ron", "00000a03", "--phase", "before", "--after", "00000a01"]));
    assert_eq!(names(&sandbox, Phase::Before), ["Asks friends", "Boards the plane", "Compares fares", "Calls"]);
    assert_done(&sandbox.run(&["remove", "map.ron", "00000a01"]));
    assert_eq!(names(&sandbox, Phase::Before), ["Boards the plane", "Compares fares", "Calls"]);
}

#[test]
fn a_fault_says_what_to_do_and_changes_nothing() {
    let sandbox = sandbox();
    let unknown = "find the IDs with: periplo list map.ron";
    assert_fails(&sandbox.run(&["remove", "map.ron", "00000zzz"]), 1, unknown);
    assert_fails(&sandbox.run(&["move", "map.ron", "Calls", "--phase", "after"]), 1, unknown);
    let after = ["add", "map.ron", "x", "--phase", "after", "--after", "00000a01"];
    assert_fails(&sandbox.run(&after), 1, "is not in the phase After");
    assert_fails(&sandbox.run(&["--lang", "es", "remove", "map.ron", "x"]), 1, "para ver los ID: periplo list map.ron");
    assert_eq!(sandbox.run(&["add", "map.ron", "=500", "--phase", "after"]).code, 1);
    assert_eq!(sandbox.run(&["add", "missing.ron", "x", "--phase", "after"]).code, 1);
    assert_eq!(sandbox.run(&["add", "-", "x", "--phase", "after"]).code, 2);
    assert_eq!(sandbox.read("map.ron"), MAP);
    assert!(!sandbox.path().join("missing.ron").exists());
}

#[test]
fn fields_are_set_all_or_none() {
    let sandbox = sandbox();
    let set = |values: &[&str]| sandbox.run(&[&["set", "map.ron", "00000a01"], values].concat());
    assert_fails(&set(&["reach=500", "kind=sideways"]), 1, "sideways");
    assert_fails(&set(&["reach=500", "chanel=web"]), 1, "a similar one is channel");
    assert_fails(&set(&["reach=500", "xyzzy=1"]), 1, "the fields are name, kind");
    assert_fails(&set(&["reach=500", "reach=600"]), 1, "twice");
    assert_fails(&set(&["touchpoint="]), 1, "touchpoint");
    assert_fails(&set(&["reach"]), 1, "write FIELD=VALUE");
    assert_eq!(sandbox.read("map.ron"), MAP);

    assert_done(&set(&["touchpoint=Asks everybody", "kind=", "reach=40000", "evidence=measured", "actors=Anna; Ben"]));
    let changed = map(&sandbox);
    let first = &changed.phase(Phase::Before)[0];
    assert_eq!((&*first.name, first.kind, first.reach), ("Asks everybody", None, Some(40000)));
    assert_eq!((first.actors.len(), first.intent), (2, Some(Intent::Unintentional)));
}

#[test]
fn a_value_is_read_from_standard_input() {
    let sandbox = sandbox();
    let mut command = sandbox.command();
    command.args(["set", "map.ron", "00000a03", "notes=@-"]);
    command.write_stdin("One line = first\nAnother\n");
    assert_done(&run_command(&mut command));
    let notes = map(&sandbox).phase(Phase::During)[0].notes.clone().expect("notes");
    assert_eq!(&*notes, "One line = first\nAnother");
    assert_fails(&sandbox.run(&["set", "map.ron", "00000a03", "notes=@-", "pain=@-"]), 2, "one value");
}

#[test]
fn a_dry_run_writes_nothing() {
    let sandbox = sandbox();
    for edit in [
        &["add", "map.ron", "Lands", "--phase", "after", "--dry-run"][..],
        &["remove", "map.ron", "00000a01", "--dry-run"],
        &["move", "map.ron", "00000a01", "--phase", "after", "--dry-run"],
    ] {
        let result = sandbox.run(edit);
        assert_done(&result);
        assert_eq!(result.stdout, "");
        assert!(result.stderr.contains("nothing was written"), "{}", result.stderr);
    }
    assert_eq!(sandbox.read("map.ron"), MAP);
}

#[test]
fn ten_processes_that_add_at_once_lose_nothing() {
    let sandbox = sandbox();
    std::thread::scope(|scope| {
        for number in 0..10 {
            let sandbox = &sandbox;
            let name = format!("Step {number}");
            scope.spawn(move || assert_done(&sandbox.run(&["add", "map.ron", &name, "--phase", "after"])));
        }
    });
    let mut added = names(&sandbox, Phase::After);
    added.sort();
    assert_eq!(added, (0..10).map(|number| format!("Step {number}")).collect::<Vec<_>>());
}
