//! Every rule: a map that breaks it, one that just does not, and one that silences it.

use std::collections::HashSet;

use periplo::lang::{Lang, Language};
use periplo::map::review::{FindingDetail, FindingSubject, Reviewer};
use periplo::map::{Finding, JourneyMap, Phase, Place, Review, Rule, Severity, review};
use periplo::store::ron_text;

/// The fields of a touchpoint without findings.
const FINE: &str = "kind: Product, intent: Unintentional, need: \"n\", action: \"a\", due: \"2999-12-31\"";

fn read(text: &str) -> JourneyMap {
    ron_text::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}")).map
}

/// Builds a map from the fields of its touchpoints, which get the missing ones from `FINE`; `NO_need` leaves one out.
fn map(phases: [&[&str]; 3]) -> JourneyMap {
    let touchpoint = |(nth, fields): (usize, &&str)| {
        let name = if fields.contains("name:") { String::new() } else { format!("name: \"Asks {nth}\", ") };
        let given = |field: &&str| !fields.contains(field.split(':').next().unwrap_or_default());
        let rest: Vec<&str> = FINE.split(", ").filter(given).collect();
        let written = fields.split(", ").filter(|field| !field.starts_with("NO_") && !field.is_empty());
        let fields: Vec<&str> = rest.into_iter().chain(written).collect();
        format!("({name}{}),", fields.join(", "))
    };
    let [before, during, after] = phases.map(|phase| phase.iter().enumerate().map(touchpoint).collect::<String>());
    let text = format!("(format: 1, title: \"Map\", before: [{before}], during: [{during}], after: [{after}])");
    read(&text)
}

/// Builds a map with these touchpoints before the purchase.
fn before(touchpoints: &[&str]) -> JourneyMap {
    map([touchpoints, &["name: \"Buys\""], &["name: \"Uses\""]])
}

/// Returns the rule of each finding, with its place or phase and its field.
fn findings(map: &JourneyMap) -> Vec<String> {
    review(map).findings.iter().map(describe).collect()
}

fn describe(finding: &Finding) -> String {
    let at = match finding.subject {
        FindingSubject::Touchpoint { place, .. } => format!(" {}{}", place.phase.key(), place.row + 1),
        FindingSubject::Phase(phase) => format!(" {}", phase.key()),
        FindingSubject::Map => String::new(),
    };
    let field = finding.field.map(|field| format!(" {field}")).unwrap_or_default();
    format!("{}{at}{field}", finding.rule)
}

#[track_caller]
fn assert_found(rule: Rule, touchpoints: &[&str], expected: &str) {
    assert_eq!(findings(&before(touchpoints)), [format!("{rule} {expected}")]);
}

#[track_caller]
fn assert_no_findings(touchpoints: &[&str]) {
    assert_eq!(findings(&before(touchpoints)), [""; 0]);
}

#[test]
fn a_map_that_follows_the_method_has_no_findings() {
    assert_no_findings(&[
        "",
        "critical: true, owner: \"o\", emotion: 0, agent: Person",
        "intent: Intentional, NO_action",
    ]);
}

#[test]
fn a_name_that_only_names_a_channel_is_found() {
    assert_found(Rule::ChannelOnly, &["", "name: \"The Website\""], "before2 name");
    assert_no_findings(&["name: \"Looks for the price on the website\""]);
    assert_no_findings(&["name: \"Website\", accepted: [\"channel-only\"]"]);
}

#[test]
fn a_repeated_name_in_a_phase_is_found_at_the_later_touchpoint() {
    assert_found(Rule::DuplicateName, &["name: \"Pide cita\"", "", "name: \"PIDE CÍTA\""], "before3 name");
    assert_no_findings(&["name: \"Asks\"", "name: \"Asks again\""]);
    assert_eq!(findings(&map([&["name: \"Asks\""], &["name: \"Asks\""], &[""]])), [""; 0]);
    // The rule can be silenced at either touchpoint.
    assert_no_findings(&["name: \"Asks\", accepted: [\"duplicate-name\"]", "name: \"Asks\""]);
    assert_no_findings(&["name: \"Asks\"", "name: \"Asks\", accepted: [\"duplicate-name\"]"]);
    let three = before(&["name: \"Asks\"", "name: \"Asks\"", "name: \"asks\""]);
    assert_eq!(findings(&three), ["duplicate-name before2 name", "duplicate-name before3 name"]);
    let first = Place::new(Phase::Before, 0);
    assert!(review(&three).findings.iter().all(|finding| finding.detail == FindingDetail::SameAs(first)));
}

#[test]
fn an_id_that_is_repeated_in_the_file_is_found_at_the_later_touchpoint() {
    let read = |accepted: &str| {
        let text = format!(
            "(format: 1, title: \"M\", before: [(id: \"aaaaaaa1\", name: \"A\", {FINE})], \
             during: [(id: \"aaaaaaa1\", name: \"B\", {FINE}, {accepted})], after: [(name: \"C\", {FINE})])"
        );
        let parsed = ron_text::parse(&text).expect("a map");
        let repeated =
            parsed.repeated_ids.iter().filter_map(|&place| parsed.map.at(place)).map(|each| each.id).collect();
        let findings: Review = Reviewer::new().review(&parsed.map, &repeated);
        findings.findings.iter().map(describe).collect::<Vec<_>>()
    };
    assert_eq!(read(""), ["duplicate-id during1"]);
    assert_eq!(read("accepted: [\"duplicate-id\"]"), [""; 0]);
}

#[test]
fn a_step_that_reaches_more_than_the_one_before_is_found() {
    assert_found(Rule::WideningReach, &["reach: 10", "reach: 11"], "before2 reach");
    // The finding is at the first known reach of the step; steps of unknown reach are skipped.
    let parts = ["reach: 10", "", "", "with_previous: true, reach: 11"];
    assert_found(Rule::WideningReach, &parts, "before4 reach");
    assert_no_findings(&["reach: 10", "reach: 10"]);
    assert_no_findings(&["reach: 10", "reach: 11, accepted: [\"widening-reach\"]"]);
    assert_no_findings(&["reach: 10", "reach: 11", "with_previous: true, accepted: [\"widening-reach\"]"]);
    let findings = review(&before(&["reach: 10", "reach: 11"])).findings;
    assert_eq!(findings[0].detail, FindingDetail::Widening { here: 11, before: 10 });
    // Steps after the purchase are not compared with each other.
    assert_eq!(findings_after(&["reach: 10", "reach: 11"]), [""; 0]);
}

fn findings_after(touchpoints: &[&str]) -> Vec<String> {
    findings(&map([&[""], &[""], touchpoints]))
}

#[test]
fn a_machine_alone_at_a_critical_moment_is_found() {
    let machine = "critical: true, owner: \"o\", agent: Machine";
    assert_found(Rule::MachineAtCritical, &[machine], "before1 agent");
    assert_found(Rule::MachineAtCritical, &["", &format!("{machine}, with_previous: true")], "before2 agent");
    assert_found(Rule::MachineAtCritical, &["agent: Person", machine], "before2 agent");
    assert_no_findings(&["agent: Person", &format!("{machine}, with_previous: true")]);
    assert_no_findings(&[machine, "agent: Person, with_previous: true"]);
    assert_no_findings(&["agent: Machine", "critical: true, owner: \"o\""]);
    assert_no_findings(&[&format!("{machine}, accepted: [\"machine-at-critical\"]")]);
}

#[test]
fn a_bad_emotion_at_a_critical_moment_is_found() {
    assert_found(Rule::UnhappyCritical, &["critical: true, owner: \"o\", emotion: -1"], "before1 emotion");
    let unanswered = "critical: true, owner: \"o\", emotion: -2, intent: Intentional, kpi: \"k\", NO_action";
    assert_found(Rule::UnhappyCritical, &[unanswered], "before1 action");
    assert_no_findings(&["critical: true, owner: \"o\", emotion: 0", "emotion: -2", "critical: true, owner: \"o\""]);
    assert_no_findings(&["critical: true, owner: \"o\", emotion: -2, accepted: [\"unhappy-critical\"]"]);
}

#[test]
fn a_critical_moment_without_owner_is_found() {
    assert_found(Rule::UnownedCritical, &["critical: true"], "before1 owner");
    assert_no_findings(&["critical: true, accepted: [\"unowned-critical\"]", "critical: false"]);
}

#[test]
fn an_unintentional_touchpoint_without_action_is_found() {
    assert_found(Rule::UnansweredUnintentional, &["NO_action"], "before1 action");
    assert_no_findings(&[
        "intent: Intentional, NO_action",
        "accepted: [\"unanswered-unintentional\"], intent: Unintentional, NO_action",
    ]);
}

#[test]
fn the_biggest_loss_without_action_is_found() {
    let silent = "intent: Intentional, NO_action";
    let loses = format!("reach: 10, {silent}");
    assert_found(Rule::BiggestLossUnanswered, &["reach: 90", "reach: 89", &loses], "before3 action");
    assert_no_findings(&["reach: 90", &format!("reach: 80, {silent}"), "reach: 10"]);
    // One action is enough for the step.
    assert_no_findings(&["reach: 90", &loses, "with_previous: true"]);
    assert_no_findings(&["reach: 90", &format!("{loses}, accepted: [\"biggest-loss-unanswered\"]")]);
    assert_no_findings(&["reach: 10", &loses]);
    let findings = review(&before(&["reach: 90", &loses])).findings;
    assert_eq!(findings[0].detail, FindingDetail::Lost(80));
}

#[test]
fn a_missing_tag_is_found() {
    assert_found(Rule::Untagged, &["NO_kind"], "before1 kind");
    assert_found(Rule::Untagged, &["", "NO_intent"], "before2 intent");
    assert_found(Rule::Untagged, &["NO_kind, NO_intent"], "before1 kind");
    assert_no_findings(&["NO_kind, NO_intent, accepted: [\"untagged\"]"]);
}

#[test]
fn a_missing_need_is_found() {
    assert_found(Rule::NoNeed, &["", "NO_need"], "before2 need");
    assert_no_findings(&["NO_need, accepted: [\"no-need\"]"]);
}

#[test]
fn an_empty_phase_is_found() {
    assert_eq!(findings(&map([&[""], &[], &[""]])), ["empty-phase during"]);
    assert_eq!(findings(&map([&[], &[], &[]])), ["empty-phase before", "empty-phase during", "empty-phase after"]);
}

#[test]
fn a_map_without_unintentional_touchpoints_is_found() {
    let planned = "intent: Intentional";
    assert_eq!(findings(&map([&[planned], &[planned], &[planned]])), ["no-unintentional"]);
    assert_eq!(findings(&map([&[planned], &[planned], &[""]])), [""; 0]);
}

#[test]
fn touchpoints_after_the_purchase_without_a_product_are_found() {
    let online = "kind: Online";
    assert_eq!(findings(&map([&[online], &[online], &[online]])), ["no-product after"]);
    // A product in any phase is enough, and a map without touchpoints after the purchase has no such finding.
    assert_eq!(findings(&map([&[""], &[online], &[online]])), [""; 0]);
    assert_eq!(findings(&map([&[online], &[online], &[]])), ["empty-phase after"]);
}

#[test]
fn a_planned_critical_moment_without_kpi_is_found() {
    let planned = "critical: true, owner: \"o\", intent: Intentional";
    assert_found(Rule::NoKpi, &[planned], "before1 kpi");
    assert_no_findings(&[&format!("{planned}, kpi: \"k\""), "critical: true, owner: \"o\"", "intent: Intentional"]);
    assert_no_findings(&[&format!("{planned}, accepted: [\"no-kpi\"]")]);
}

#[test]
fn a_line_that_a_merge_left_in_notes_is_found() {
    for line in
        ["Merge conflict, reach: here 1; in the other version 2", "Conflicto al fusionar, notas: x", "<<<<<<< ours"]
    {
        assert_found(Rule::MergeConflict, &[&format!("notes: \"first\\n{line}\"")], "before1 notes");
    }
    assert_no_findings(&["notes: \"No merge conflict, all is settled\"", "pain: \"Merge conflict, reach\""]);
    let text = "(format: 1, title: \"M\", notes: \"Merge conflict, title: here A; in the other version B\")";
    let found = findings(&read(text));
    assert!(found.contains(&"merge-conflict notes".to_owned()), "{found:?}");
}

#[test]
fn actions_are_overdue_after_their_day_and_owned_ones_need_a_day() {
    let map = before(&["owner: \"o\", due: \"2026-12-15\"", "NO_action, due: \"2026-12-01\"", "owner: \"o\", NO_due"]);
    let on = |today: &str| {
        let review = Reviewer::new().on(Some(today.parse().expect("a date"))).review(&map, &HashSet::new());
        review.findings.iter().map(describe).collect::<Vec<_>>()
    };
    let always = ["unanswered-unintentional before2 action", "no-due before3 due"];
    assert_eq!(on("2026-12-15"), always);
    assert_eq!(on("2026-12-16"), [&["overdue before1 due"], &always[..]].concat());
    assert_eq!(findings(&map), always, "without a current day, nothing is overdue");
    assert_eq!((Rule::Overdue.key(), Rule::NoDue.key()), ("overdue", "no-due"));
}

#[test]
fn warnings_come_before_hints_each_in_the_journeys_order() {
    let map = map([&["NO_need", "name: \"Web\", NO_need"], &["critical: true, NO_kind"], &[]]);
    let review = review(&map);
    let expected = [
        "channel-only before2 name",
        "unowned-critical during1 owner",
        "no-need before1 need",
        "no-need before2 need",
        "untagged during1 kind",
        "empty-phase after",
    ];
    assert_eq!(review.findings.iter().map(describe).collect::<Vec<_>>(), expected);
    assert_eq!(Severity::ALL.map(|severity| review.count(severity)), [2, 4]);
    let rules: HashSet<(Rule, usize)> = review.rules().into_iter().collect();
    assert!(rules.contains(&(Rule::NoNeed, 2)) && rules.len() == 5);
}

#[test]
fn only_rules_about_touchpoints_can_be_silenced_each_once() {
    let mut touchpoint =
        read("(format: 1, title: \"M\", before: [(name: \"A\")])").phase(Phase::Before)[0].as_ref().clone();
    for rule in Rule::ALL.into_iter().rev().chain(Rule::ALL) {
        touchpoint.set_silenced(rule, true);
    }
    let keys: Vec<&str> = touchpoint.accepted.iter().map(|rule| rule.key()).collect();
    assert_eq!(keys, Rule::SILENCEABLE);
    touchpoint.set_silenced(Rule::NoNeed, false);
    assert!(!touchpoint.silences(Rule::NoNeed) && touchpoint.silences(Rule::NoKpi));
}

#[test]
fn silenced_rules_are_kept_in_the_file() {
    let text = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"M\",\n    before: [\n        \
                (id: \"aaaaaaa1\", name: \"Web\", accepted: [\"channel-only\", \"no-need\"], notes: \"n\"),\n    \
                ],\n    during: [],\n    after: [],\n)\n";
    let parsed = ron_text::parse(text).expect("a map");
    assert_eq!(ron_text::print(&parsed.map, &parsed.comments), text);
    let shuffled = text.replace("\"channel-only\", \"no-need\"", "\"no-need\", \"channel-only\", \"no-need\"");
    assert_eq!(read(&shuffled), parsed.map);
}

#[test]
fn every_rule_has_texts_in_both_languages() {
    let silent = "intent: Intentional, NO_action, NO_kind, NO_need";
    let all = [
        map([&["name: \"Web\", NO_action", "name: \"web\"", "NO_intent"], &["NO_kind"], &[]]),
        before(&[
            "reach: 90",
            &format!("reach: 1, {silent}"),
            "reach: 1200, critical: true, agent: Machine, emotion: -1",
        ]),
        before(&["critical: true, intent: Intentional"]),
        map([
            &["kind: Online, intent: Intentional"],
            &["kind: Online, intent: Intentional"],
            &["kind: Online, intent: Intentional"],
        ]),
        map([&[], &[], &[]]),
        before(&[
            "owner: \"o\", due: \"2026-12-14\", notes: \"Merge conflict, need: here a; there b\"",
            "owner: \"o\", NO_due",
        ]),
        read("(format: 1, title: \"M\", notes: \"Merge conflict, goal: here a; there b\")"),
    ];
    let today = Some("2026-12-15".parse().expect("a date"));
    for language in Language::ALL {
        let lang = Lang::new(language);
        let mut texts = Vec::new();
        let mut rules = HashSet::from([Rule::DuplicateId]);
        for map in &all {
            for finding in Reviewer::new().on(today).review(map, &HashSet::new()).findings {
                rules.insert(finding.rule);
                let sentence = lang.finding(&finding, map);
                assert!(!sentence.contains(['{', '\u{2068}', '\n']), "{sentence}");
                texts.push(format!("{}: {sentence}", lang.severity(finding.severity())));
            }
        }
        assert_eq!(rules.len(), Rule::ALL.len());
        texts.extend(Rule::ALL.map(|rule| format!("{}: {} ({})", rule, lang.rule(rule), lang.rule_reason(rule))));
        insta::assert_snapshot!(format!("review_{}", language.code()), texts.join("\n"));
    }
}
