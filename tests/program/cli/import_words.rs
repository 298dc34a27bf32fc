//! What `import` and `measure` say: what is missing, what matches nothing, and what is gone.

use crate::cli::importing::import;
use crate::cli::sandbox::Sandbox;

const MAP: &str = "(format: 1, title: \"Shop\", before: [(id: \"00000a01\", name: \"Sees it\", reach: 5)])";

#[test]
fn help_takes_a_command() {
    let all = Sandbox::new().run(&["help"]);
    assert!(all.code == 0 && all.stdout.contains("Commands:"), "{}", all.stdout);
    let one = Sandbox::new().run(&["help", "measure"]);
    assert!(one.code == 0 && one.stdout.contains("periplo measure"), "{}", one.stdout);
}

#[test]
fn an_import_without_a_target_says_what_it_can_do() {
    let sandbox = Sandbox::with(&[("a.csv", "Touchpoint\nSees it\n")]);
    let result = sandbox.run(&["import", "a.csv"]);
    assert_eq!(result.code, 2);
    for option in ["--output", "--into", "--dry-run"] {
        assert!(result.stderr.contains(option), "{}", result.stderr);
    }
    for name in ["z9.csv", "z9.xlsx", "z9.MD"] {
        let result = sandbox.run(&["import", "a.csv", "-o", name]);
        assert_eq!(result.code, 2, "{}", result.stderr);
        assert!(!sandbox.path().join(name).exists());
    }
}

#[test]
fn a_dry_run_lists_the_touchpoints_by_phase() {
    let sandbox = Sandbox::with(&[("a.csv", "Touchpoint,Stage\nSees it,Before\nPays,During\n")]);
    let result = sandbox.run(&["import", "a.csv", "--dry-run"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, "Before\n  Sees it\nDuring\n  Pays\nAfter\n"));
    let result = sandbox.run(&["--lang", "es", "import", "a.csv", "--dry-run"]);
    assert!(result.stdout.starts_with("Antes\n  Sees it\n"), "{}", result.stdout);
}

#[test]
fn choices_that_match_nothing_are_told() {
    let cards = "Text,Area,Tags,Colour\nSees it,Discover,quote,#FCF281\nPays,Pay,,#fff\n";
    let more = ["--phases", "Pay=during,Nowhere=after", "--tag", "qoute=#unint", "--colour", "#FCF281=#int"];
    let (_, result) = import("a.csv", cards, &more);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(result.stderr.contains("no stages with these names: “Nowhere”"), "{}", result.stderr);
    assert!(result.stderr.contains("these tags or colours: “qoute”"), "{}", result.stderr);
}

#[test]
fn measure_speaks_of_counts() {
    let counts = "Step,Device,Users\nSees it,mobile,7\n";
    let files = [("m.ron", MAP), ("c.csv", counts), ("empty.csv", "Step,Users\n"), ("odd.csv", "Qwx,Zzk\na,b\nc,d\n")];
    let sandbox = Sandbox::with(&files);
    let swapped = sandbox.run(&["measure", "c.csv", "m.ron"]);
    assert_eq!(swapped.code, 2);
    assert!(swapped.stderr.contains("periplo measure m.ron c.csv"), "{}", swapped.stderr);
    let said = |arguments: &[&str]| {
        let result = sandbox.run(&[&["measure", "m.ron"], arguments].concat());
        assert_eq!(result.code, 1, "{}", result.stderr);
        assert!(result.stderr.contains("measure again") && !result.stderr.contains("touchpoints"), "{}", result.stderr);
        result.stderr
    };
    assert!(said(&["c.csv", "--where", "Device=tablet"]).contains("no row has Device=tablet"));
    assert!(said(&["empty.csv"]).contains("only headings"));
    assert!(said(&["odd.csv"]).contains("no column is known to hold steps"));
}

#[test]
fn touchpoints_that_are_gone_are_named() {
    let others: String = (10..24).map(|nth| format!("(id: \"000000{nth}\", name: \"Old {nth}\"), ")).collect();
    let map = format!("(format: 1, title: \"Shop\", before: [(id: \"00000a01\", name: \"Sees it\"), {others}])");
    let sandbox = Sandbox::with(&[("m.ron", &map), ("a.csv", "Touchpoint,Channel\nSees it,tv\n")]);
    let result = sandbox.run(&["import", "a.csv", "--into", "m.ron"]);
    assert!(result.stderr.contains("\n  Old 10\n") && result.stderr.contains("\n  Old 19\n"), "{}", result.stderr);
    assert!(result.stderr.contains("\n  and 4 more\n") && !result.stderr.contains("Old 20"), "{}", result.stderr);
}

#[test]
fn a_table_of_a_page_is_chosen_by_its_number() {
    let page = "| Owner | Date |\n| --- | --- |\n| Ana | 2026-01-02 |\n\n| Touchpoint |\n| --- |\n| Sees it |\n\n\
        | Touchpoint |\n| --- |\n| Pays |\n";
    let sandbox = Sandbox::with(&[("p.md", page)]);
    let first = sandbox.run(&["import", "p.md", "--dry-run"]);
    assert!(first.stdout.contains("Sees it") && first.stderr.contains("“2”"), "{}{}", first.stdout, first.stderr);
    let third = sandbox.run(&["import", "p.md", "--dry-run", "--sheet", "3"]);
    assert!(third.stdout.contains("Pays") && !third.stdout.contains("Sees it"), "{}{}", third.stdout, third.stderr);
}
