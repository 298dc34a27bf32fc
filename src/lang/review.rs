//! What the review says: each rule's name, its reason, and what to do about a finding.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::review::{About, Particulars};
use crate::map::{Finding, JourneyMap, Rule, Severity};

/// Each rule with the key of its words.
macro_rules! rules {
    ($($rule:ident = $key:literal),+ $(,)?) => {
        impl Lang {
            /// A rule's name in a list.
            pub fn rule(&self, rule: Rule) -> String {
                match rule {
                    $(Rule::$rule => fl!(self.loader, $key)),+
                }
            }

            /// Why the method asks for what a rule looks at, in one sentence.
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
    UnansweredUnintentional = "rule-unanswered-unintentional",
    BiggestLossUnanswered = "rule-biggest-loss-unanswered",
    Untagged = "rule-untagged",
    NoNeed = "rule-no-need",
    EmptyPhase = "rule-empty-phase",
    NoUnintentional = "rule-no-unintentional",
    NoProduct = "rule-no-product",
    NoKpi = "rule-no-kpi",
}

impl Lang {
    /// The head of the findings, with how many are silenced.
    pub fn review(&self, counts: &str, silenced: usize) -> String {
        match silenced {
            0 => fl!(self.loader, "review", counts = counts),
            count @ 1.. => fl!(self.loader, "review-with-silenced", counts = counts, count = count),
        }
    }

    /// The head of the findings of one rule.
    pub fn review_of_rule(&self, rule: &str) -> String {
        fl!(self.loader, "review-of-rule", rule = rule)
    }

    /// Says `nothing-found`.
    pub fn nothing_found(&self) -> String {
        fl!(self.loader, "nothing-found")
    }

    /// Says `accepted`.
    pub fn accepted(&self, rule: &str, name: &str, undo: &str) -> String {
        fl!(self.loader, "accepted", rule = rule, name = name, undo = undo)
    }

    /// The word for a severity.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Warning => fl!(self.loader, "severity-warning"),
            Severity::Hint => fl!(self.loader, "severity-hint"),
        }
    }

    /// What was found in a map, and what to do about it.
    pub fn finding(&self, finding: &Finding, map: &JourneyMap) -> String {
        let name = match finding.about {
            About::Touchpoint { place, .. } => map.at(place).map(|touchpoint| touchpoint.name.to_string()),
            About::Phase(_) | About::Map => None,
        };
        let name = name.unwrap_or_default();
        match finding.rule {
            Rule::ChannelOnly => fl!(self.loader, "rule-channel-only", "advice", name = name),
            Rule::DuplicateName => {
                let number = match finding.particulars {
                    Particulars::SameAs(place) => place.row + 1,
                    Particulars::None
                    | Particulars::Widening { .. }
                    | Particulars::Lost(_)
                    | Particulars::Untagged { .. } => 0,
                };
                fl!(self.loader, "rule-duplicate-name", "advice", name = name, number = number)
            }
            Rule::DuplicateId => fl!(self.loader, "rule-duplicate-id", "advice", name = name),
            Rule::WideningReach => {
                let [here, before] = self.numbers_of(finding);
                fl!(self.loader, "rule-widening-reach", "advice", name = name, here = here, before = before)
            }
            Rule::MachineAtCritical => fl!(self.loader, "rule-machine-at-critical", "advice", name = name),
            Rule::UnhappyCritical => fl!(self.loader, "rule-unhappy-critical", "advice", name = name),
            Rule::UnownedCritical => fl!(self.loader, "rule-unowned-critical", "advice", name = name),
            Rule::UnansweredUnintentional => {
                fl!(self.loader, "rule-unanswered-unintentional", "advice", name = name)
            }
            Rule::BiggestLossUnanswered => {
                let [lost, _] = self.numbers_of(finding);
                fl!(self.loader, "rule-biggest-loss-unanswered", "advice", name = name, lost = lost)
            }
            Rule::Untagged => {
                fl!(self.loader, "rule-untagged", "advice", name = name, missing = missing(&finding.particulars))
            }
            Rule::NoNeed => fl!(self.loader, "rule-no-need", "advice", name = name),
            Rule::EmptyPhase => {
                let phase = finding.phase().map(|phase| phase.key()).unwrap_or_default();
                fl!(self.loader, "rule-empty-phase", "advice", phase = phase)
            }
            Rule::NoUnintentional => fl!(self.loader, "rule-no-unintentional", "advice"),
            Rule::NoProduct => fl!(self.loader, "rule-no-product", "advice"),
            Rule::NoKpi => fl!(self.loader, "rule-no-kpi", "advice", name = name),
        }
    }

    fn numbers_of(&self, finding: &Finding) -> [String; 2] {
        let numbers = match finding.particulars {
            Particulars::Widening { here, before } => [here, before],
            Particulars::Lost(lost) => [lost, 0],
            Particulars::None | Particulars::SameAs(_) | Particulars::Untagged { .. } => [0, 0],
        };
        numbers.map(|number| self.number(number))
    }

    /// How many findings there are: `2 warnings, 5 hints`.
    pub fn findings(&self, warnings: usize, hints: usize) -> String {
        fl!(self.loader, "findings", warnings = warnings, hints = hints)
    }

    /// How many findings there are in how many maps.
    pub fn findings_in(&self, warnings: usize, hints: usize, maps: usize) -> String {
        let found = self.findings(warnings, hints);
        fl!(self.loader, "findings-in", found = found, maps = maps)
    }

    /// How many files could not be read.
    pub fn unread(&self, count: usize) -> String {
        fl!(self.loader, "unread", count = count)
    }

    /// That nothing was found in that many maps.
    pub fn no_findings(&self, maps: usize) -> String {
        fl!(self.loader, "no-findings", maps = maps)
    }
}

/// The word by which the message knows what is missing.
const fn missing(particulars: &Particulars) -> &'static str {
    match particulars {
        Particulars::Untagged { kind: true, intent: false } => "kind",
        Particulars::Untagged { kind: false, intent: true } => "intent",
        Particulars::Untagged { .. }
        | Particulars::None
        | Particulars::SameAs(_)
        | Particulars::Widening { .. }
        | Particulars::Lost(_) => "both",
    }
}
