//! Messages of the review: the rules, the findings, and what to do about them.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::review::{FindingDetail, FindingSubject};
use crate::map::step::step_around;
use crate::map::{Finding, JourneyMap, Rule, Severity};

messages! {
    review_name() = "review-name";
    review_of_rule(rule: &str) = "review-of-rule";
    group_of_touchpoints(count: usize) = "group-of-touchpoints";
    group_of_phases(count: usize) = "group-of-phases";
    group_opens(key: &str) = "group-opens";
    group_closes(key: &str) = "group-closes";
    review_empty() = "review-empty";
    finding_silenced(rule: &str, name: &str, undo: &str) = "finding-silenced";
    findings_restored(count: usize) = "findings-restored";
    findings(warnings: usize, hints: usize) = "findings";
    no_findings(maps: usize) = "no-findings";
    unread_files(count: usize) = "unread-files";
    no_such_rule(typed: &str, near: &str) = "no-such-rule";
    known_rules(typed: &str, known: &str) = "known-rules";
}

/// Defines the methods that look up the messages of a rule; one row for each rule with its key.
macro_rules! rules {
    ($($rule:ident = $key:literal),+ $(,)?) => {
        impl Lang {
            /// Returns the name of a rule.
            pub fn rule(&self, rule: Rule) -> String {
                match rule {
                    $(Rule::$rule => fl!(self.loader, $key)),+
                }
            }

            /// Returns why the method has this rule, in one sentence.
            pub fn rule_reason(&self, rule: Rule) -> String {
                match rule {
                    $(Rule::$rule => fl!(self.loader, $key, "reason")),+
                }
            }
        }
    };
}

rules! {
    ChannelOnly = "rule-channel-only",
    DuplicateName = "rule-duplicate-name",
    DuplicateId = "rule-duplicate-id",
    WideningReach = "rule-widening-reach",
    MachineAtCritical = "rule-machine-at-critical",
    UnhappyCritical = "rule-unhappy-critical",
    UnownedCritical = "rule-unowned-critical",
    MergeConflict = "rule-merge-conflict",
    Overdue = "rule-overdue",
    UnansweredUnintentional = "rule-unanswered-unintentional",
    BiggestLossUnanswered = "rule-biggest-loss-unanswered",
    Untagged = "rule-untagged",
    NoNeed = "rule-no-need",
    EmptyPhase = "rule-empty-phase",
    NoUnintentional = "rule-no-unintentional",
    NoProduct = "rule-no-product",
    NoKpi = "rule-no-kpi",
    NoDue = "rule-no-due",
}

impl Lang {
    /// Returns the title of the list of findings, with the number of silenced findings.
    pub fn review(&self, counts: &str, silenced: usize) -> String {
        match silenced {
            0 => fl!(self.loader, "review", counts = counts),
            count @ 1.. => fl!(self.loader, "review-with-silenced", counts = counts, count = count),
        }
    }

    /// Returns the word for a severity.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Warning => fl!(self.loader, "severity-warning"),
            Severity::Hint => fl!(self.loader, "severity-hint"),
        }
    }

    /// Returns the number of findings in that many maps.
    pub(crate) fn findings_in(&self, warnings: usize, hints: usize, maps: usize) -> String {
        let found = self.findings(warnings, hints);
        fl!(self.loader, "findings-in", found = found, maps = maps)
    }

    /// Returns the advice of a finding, and how many more findings the touchpoint has.
    pub(crate) fn finding_and_more(&self, advice: &str, more: usize) -> String {
        if more == 0 { advice.to_owned() } else { fl!(self.loader, "finding-and-more", advice = advice, more = more) }
    }

    /// Says what was found in a map, and what to do about it.
    pub fn finding(&self, finding: &Finding, map: &JourneyMap) -> String {
        let name = match finding.subject {
            FindingSubject::Touchpoint { place, .. } => map.at(place).map(|touchpoint| touchpoint.name.to_string()),
            FindingSubject::Phase(_) | FindingSubject::Map => None,
        };
        let name = name.unwrap_or_default();
        match finding.rule {
            Rule::ChannelOnly => fl!(self.loader, "rule-channel-only", "advice", name = name),
            Rule::DuplicateName => {
                let number = if let FindingDetail::SameAs(place) = finding.detail { place.row + 1 } else { 0 };
                fl!(self.loader, "rule-duplicate-name", "advice", name = name, number = number)
            }
            Rule::DuplicateId => fl!(self.loader, "rule-duplicate-id", "advice", name = name),
            Rule::WideningReach => {
                let [here, before] = self.numbers_of(finding);
                let name = step_name(finding, map, name);
                fl!(self.loader, "rule-widening-reach", "advice", name = name, here = here, before = before)
            }
            Rule::MachineAtCritical => fl!(self.loader, "rule-machine-at-critical", "advice", name = name),
            Rule::UnhappyCritical => fl!(self.loader, "rule-unhappy-critical", "advice", name = name),
            Rule::UnownedCritical => fl!(self.loader, "rule-unowned-critical", "advice", name = name),
            Rule::MergeConflict if finding.subject == FindingSubject::Map => {
                fl!(self.loader, "rule-merge-conflict", "advice-of-map")
            }
            Rule::MergeConflict => fl!(self.loader, "rule-merge-conflict", "advice", name = name),
            Rule::Overdue => {
                let due = if let FindingDetail::Due(due) = finding.detail { due.to_string() } else { String::new() };
                fl!(self.loader, "rule-overdue", "advice", name = name, due = due)
            }
            Rule::UnansweredUnintentional => {
                fl!(self.loader, "rule-unanswered-unintentional", "advice", name = name)
            }
            Rule::BiggestLossUnanswered => {
                let [lost, _] = self.numbers_of(finding);
                fl!(
                    self.loader,
                    "rule-biggest-loss-unanswered",
                    "advice",
                    name = name,
                    lost = lost,
                    customers = self.customers(map.unit())
                )
            }
            Rule::Untagged => {
                fl!(self.loader, "rule-untagged", "advice", name = name, missing = missing(&finding.detail))
            }
            Rule::NoNeed => fl!(self.loader, "rule-no-need", "advice", name = name),
            Rule::EmptyPhase => {
                let phase = finding.phase().map(|phase| phase.key()).unwrap_or_default();
                fl!(self.loader, "rule-empty-phase", "advice", phase = phase)
            }
            Rule::NoUnintentional => fl!(self.loader, "rule-no-unintentional", "advice"),
            Rule::NoProduct => fl!(self.loader, "rule-no-product", "advice"),
            Rule::NoKpi => fl!(self.loader, "rule-no-kpi", "advice", name = name),
            Rule::NoDue => fl!(self.loader, "rule-no-due", "advice", name = name),
        }
    }

    /// Returns the numbers of customers in the advice of a finding.
    fn numbers_of(&self, finding: &Finding) -> [String; 2] {
        let numbers = match finding.detail {
            FindingDetail::Widening { here, before } => [here, before],
            FindingDetail::Lost(lost) => [lost, 0],
            FindingDetail::None | FindingDetail::SameAs(_) | FindingDetail::Due(_) | FindingDetail::Untagged { .. } => {
                [0, 0]
            }
        };
        numbers.map(|number| self.number(number))
    }
}

/// Returns the word that selects the variant of `rule-untagged`.
const fn missing(detail: &FindingDetail) -> &'static str {
    let FindingDetail::Untagged { kind, intent } = detail else { return "both" };
    match (kind, intent) {
        (true, false) => "kind",
        (false, true) => "intent",
        (true, true) | (false, false) => "both",
    }
}

/// Returns the name of a finding's step: a touchpoint's name, and how many alternatives the step has.
fn step_name(finding: &Finding, map: &JourneyMap, name: String) -> String {
    let FindingSubject::Touchpoint { place, .. } = finding.subject else { return name };
    match step_around(map.phase(place.phase), place.row).len() {
        0 | 1 => name,
        alternatives => format!("{name} ×{alternatives}"),
    }
}
