//! Every rule by a map in which it holds, one in which it just does not, and one in which it is accepted.

use std::collections::HashSet;

use periplo::lang::{Lang, Language};
use periplo::map::review::{FindingDetail, FindingSubject, Reviewer};
use periplo::map::{Finding, JourneyMap, Phase, Place, Review, Rule, Severity, review};
use periplo::store::ron_text;

/// What makes a touchpoint that nothing is found about.
const FINE: &str = "kind: Product, intent: Unintentional, need: \"n\", action: \"a\"";

fn read(text: &str) -> JourneyMap {
    ron_text::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}")).map
}

/// A map of these touchpoints, each its fields and those of `FINE` that it has not: `NO_need` leaves one out.
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

/// A map in whose first phase these touchpoints stand.
fn before(touchpoints: &[&str]) -> JourneyMap {
    map([touchpoints, &["name: \"Buys\""], &["name: \"Uses\""]])
}

/// The rules found, each with the place or phase that it is about.
fn found(map: &JourneyMap) -> Vec<String> {
    review(map).findings.iter().map(told).collect()
}

fn told(finding: &Finding) -> String {
    let at = match finding.subject {
        FindingSubject::Touchpoint { place, .. } => format!(" {}{}", place.phase.key(), place.row + 1),
        FindingSubject::Phase(phase) => format!(" {}", phase.key()),
        FindingSubject::Map => String::new(),
    };
    let field = finding.field.map(|field| format!(" {field}")).unwrap_or_default();
    format!("{}{at}{field}", finding.rule)
}

#[track_caller]
fn holds(rule: Rule, touchpoints: &[&str], expected: &str) {
    assert_eq!(found(&before(touchpoints)), [format!("{rule} {expected}")]);
}

#[track_caller]
fn fine(touchpoints: &[&str]) {
    assert_eq!(found(&before(touchpoints)), [""; 0]);
}

#[test]
fn a_map_that_the_method_likes_has_no_findings() {
    fine(&["", "critical: true, owner: \"o\", emotion: 0, agent: Person", "intent: Intentional, NO_action"]);
}

#[test]
fn a_name_that_is_only_a_channel_is_found() {
    holds(Rule::ChannelOnly, &["", "name: \"The Website\""], "before2 name");
    fine(&["name: \"Looks for the price on the website\""]);
    fine(&["name: \"Website\", accepted: [\"channel-only\"]"]);
}

#[test]
fn the_same_name_in_a_phase_is_found_at_the_later_one() {
    holds(Rule::DuplicateName, &["name: \"Pide cita\"", "", "name: \"PIDE CÍTA\""], "before3 name");
    fine(&["name: \"Asks\"", "name: \"Asks again\""]);
    assert_eq!(found(&map([&["name: \"Asks\""], &["name: \"Asks\""], &[""]])), [""; 0]);
    // Either of the two may accept it.
    fine(&["name: \"Asks\", accepted: [\"duplicate-name\"]", "name: \"Asks\""]);
    fine(&["name: \"Asks\"", "name: \"Asks\", accepted: [\"duplicate-name\"]"]);
    let three = before(&["name: \"Asks\"", "name: \"Asks\"", "name: \"asks\""]);
    assert_eq!(found(&three), ["duplicate-name before2 name", "duplicate-name before3 name"]);
    let first = Place::new(Phase::Before, 0);
    assert!(review(&three).findings.iter().all(|finding| finding.detail == FindingDetail::SameAs(first)));
}

#[test]
fn an_identity_that_was_repeated_in_the_file_is_found_at_the_later_touchpoint() {
    let read = |accepted: &str| {
        let text = format!(
            "(format: 1, title: \"M\", before: [(id: \"aaaaaaa1\", name: \"A\", {FINE})], \
             during: [(id: \"aaaaaaa1\", name: \"B\", {FINE}, {accepted})], after: [(name: \"C\", {FINE})])"
        );
        let parsed = ron_text::parse(&text).expect("a map");
        let repeated =
            parsed.repeated_ids.iter().filter_map(|&place| parsed.map.at(place)).map(|each| each.id).collect();
        let found: Review = Reviewer::new().review(&parsed.map, &repeated);
        found.findings.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(read(""), ["duplicate-id during1"]);
    assert_eq!(read("accepted: [\"duplicate-id\"]"), [""; 0]);
}

#[test]
fn a_step_that_reaches_more_than_the_one_before_is_found() {
    holds(Rule::WideningReach, &["reach: 10", "reach: 11"], "before2 reach");
    // The first number of the step is the one to look at, and unknown steps are passed over.
    let parts = ["reach: 10", "", "", "with_previous: true, reach: 11"];
    holds(Rule::WideningReach, &parts, "before4 reach");
    fine(&["reach: 10", "reach: 10"]);
    fine(&["reach: 10", "reach: 11, accepted: [\"widening-reach\"]"]);
    fine(&["reach: 10", "reach: 11", "with_previous: true, accepted: [\"widening-reach\"]"]);
    let found = review(&before(&["reach: 10", "reach: 11"])).findings;
    assert_eq!(found[0].detail, FindingDetail::Widening { here: 11, before: 10 });
    // What follows the purchase is a loop of its own.
    assert_eq!(found_after(&["reach: 10", "reach: 11"]), [""; 0]);
}

fn found_after(touchpoints: &[&str]) -> Vec<String> {
    found(&map([&[""], &[""], touchpoints]))
}

#[test]
fn a_machine_alone_at_a_critical_moment_is_found() {
    let machine = "critical: true, owner: \"o\", agent: Machine";
    holds(Rule::MachineAtCritical, &[machine], "before1 agent");
    holds(Rule::MachineAtCritical, &["", &format!("{machine}, with_previous: true")], "before2 agent");
    holds(Rule::MachineAtCritical, &["agent: Person", machine], "before2 agent");
    fine(&["agent: Person", &format!("{machine}, with_previous: true")]);
    fine(&[machine, "agent: Person, with_previous: true"]);
    fine(&["agent: Machine", "critical: true, owner: \"o\""]);
    fine(&[&format!("{machine}, accepted: [\"machine-at-critical\"]")]);
}

#[test]
fn a_bad_emotion_at_a_critical_moment_is_found() {
    holds(Rule::UnhappyCritical, &["critical: true, owner: \"o\", emotion: -1"], "before1 emotion");
    let unanswered = "critical: true, owner: \"o\", emotion: -2, intent: Intentional, kpi: \"k\", NO_action";
    holds(Rule::UnhappyCritical, &[unanswered], "before1 action");
    fine(&["critical: true, owner: \"o\", emotion: 0", "emotion: -2", "critical: true, owner: \"o\""]);
    fine(&["critical: true, owner: \"o\", emotion: -2, accepted: [\"unhappy-critical\"]"]);
}

#[test]
fn a_critical_moment_without_owner_is_found() {
    holds(Rule::UnownedCritical, &["critical: true"], "before1 owner");
    fine(&["critical: true, accepted: [\"unowned-critical\"]", "critical: false"]);
}

#[test]
fn an_unintentional_touchpoint_without_action_is_found() {
    holds(Rule::UnansweredUnintentional, &["NO_action"], "before1 action");
    fine(&[
        "intent: Intentional, NO_action",
        "accepted: [\"unanswered-unintentional\"], intent: Unintentional, NO_action",
    ]);
}

#[test]
fn the_biggest_loss_without_action_is_found() {
    let silent = "intent: Intentional, NO_action";
    let loses = format!("reach: 10, {silent}");
    holds(Rule::BiggestLossUnanswered, &["reach: 90", "reach: 89", &loses], "before3 action");
    fine(&["reach: 90", &format!("reach: 80, {silent}"), "reach: 10"]);
    // One answer is enough for the step.
    fine(&["reach: 90", &loses, "with_previous: true"]);
    fine(&["reach: 90", &format!("{loses}, accepted: [\"biggest-loss-unanswered\"]")]);
    fine(&["reach: 10", &loses]);
    let found = review(&before(&["reach: 90", &loses])).findings;
    assert_eq!(found[0].detail, FindingDetail::Lost(80));
}

#[test]
fn a_missing_tag_is_found() {
    holds(Rule::Untagged, &["NO_kind"], "before1 kind");
    holds(Rule::Untagged, &["", "NO_intent"], "before2 intent");
    holds(Rule::Untagged, &["NO_kind, NO_intent"], "before1 kind");
    fine(&["NO_kind, NO_intent, accepted: [\"untagged\"]"]);
}

#[test]
fn a_missing_need_is_found() {
    holds(Rule::NoNeed, &["", "NO_need"], "before2 need");
    fine(&["NO_need, accepted: [\"no-need\"]"]);
}

#[test]
fn an_empty_phase_is_found() {
    assert_eq!(found(&map([&[""], &[], &[""]])), ["empty-phase during"]);
    assert_eq!(found(&map([&[], &[], &[]])), ["empty-phase before", "empty-phase during", "empty-phase after"]);
}

#[test]
fn a_map_without_anything_unintentional_is_found() {
    let planned = "intent: Intentional";
    assert_eq!(found(&map([&[planned], &[planned], &[planned]])), ["no-unintentional"]);
    assert_eq!(found(&map([&[planned], &[planned], &[""]])), [""; 0]);
}

#[test]
fn a_purchase_after_which_no_product_is_met_is_found() {
    let online = "kind: Online";
    assert_eq!(found(&map([&[online], &[online], &[online]])), ["no-product after"]);
    // A product anywhere is enough, and without anything after the purchase there is nothing to ask.
    assert_eq!(found(&map([&[""], &[online], &[online]])), [""; 0]);
    assert_eq!(found(&map([&[online], &[online], &[]])), ["empty-phase after"]);
}

#[test]
fn a_planned_critical_moment_without_kpi_is_found() {
    let planned = "critical: true, owner: \"o\", intent: Intentional";
    holds(Rule::NoKpi, &[planned], "before1 kpi");
    fine(&[&format!("{planned}, kpi: \"k\""), "critical: true, owner: \"o\"", "intent: Intentional"]);
    fine(&[&format!("{planned}, accepted: [\"no-kpi\"]")]);
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
    assert_eq!(review.findings.iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(Severity::ALL.map(|severity| review.count(severity)), [2, 4]);
    let rules: HashSet<(Rule, usize)> = review.rules().into_iter().collect();
    assert!(rules.contains(&(Rule::NoNeed, 2)) && rules.len() == 5);
}

#[test]
fn only_rules_about_touchpoints_are_accepted_each_once() {
    let mut touchpoint =
        read("(format: 1, title: \"M\", before: [(name: \"A\")])").phase(Phase::Before)[0].as_ref().clone();
    for rule in Rule::ALL.into_iter().rev().chain(Rule::ALL) {
        touchpoint.accept(rule, true);
    }
    let keys: Vec<&str> = touchpoint.accepted.iter().map(|rule| rule.key()).collect();
    assert_eq!(keys, Rule::SILENCEABLE);
    touchpoint.accept(Rule::NoNeed, false);
    assert!(!touchpoint.accepts(Rule::NoNeed) && touchpoint.accepts(Rule::NoKpi));
}

#[test]
fn accepted_rules_are_kept_in_the_file() {
    let text = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"M\",\n    before: [\n        \
                (id: \"aaaaaaa1\", name: \"Web\", accepted: [\"channel-only\", \"no-need\"], notes: \"n\"),\n    \
                ],\n    during: [],\n    after: [],\n)\n";
    let parsed = ron_text::parse(text).expect("a map");
    assert_eq!(ron_text::print(&parsed.map, &parsed.comments).expect("written"), text);
    let shuffled = text.replace("\"channel-only\", \"no-need\"", "\"no-need\", \"channel-only\", \"no-need\"");
    assert_eq!(read(&shuffled), parsed.map);
}

#[test]
fn every_rule_is_said_in_both_languages() {
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
    ];
    for language in Language::ALL {
        let lang = Lang::new(language);
        let mut said = Vec::new();
        let mut rules = HashSet::from([Rule::DuplicateId]);
        for map in &all {
            for finding in review(map).findings {
                rules.insert(finding.rule);
                let sentence = lang.finding(&finding, map);
                assert!(!sentence.contains(['{', '\u{2068}', '\n']), "{sentence}");
                said.push(format!("{}: {sentence}", lang.severity(finding.severity())));
            }
        }
        assert_eq!(rules.len(), Rule::ALL.len());
        said.extend(Rule::ALL.map(|rule| format!("{}: {} ({})", rule, lang.rule(rule), lang.rule_reason(rule))));
        insta::assert_snapshot!(format!("review_{}", language.code()), said.join("\n"));
    }
}
