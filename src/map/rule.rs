//! The rules of the review, with their names in files and their severities.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Warning,
    Hint,
}

impl Severity {
    /// Both severities, warnings first.
    pub const ALL: [Severity; 2] = [Severity::Warning, Severity::Hint];

    /// Returns the severity's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// A rule of the review. Each variant describes what a finding means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The name only names a channel.
    ChannelOnly,
    /// An earlier touchpoint of the phase has the same name.
    DuplicateName,
    /// An earlier touchpoint of the file has the same id.
    DuplicateId,
    /// A step reaches more customers than the one before it.
    WideningReach,
    /// At a critical moment there is a machine and no person.
    MachineAtCritical,
    /// The customer feels bad at a critical moment.
    UnhappyCritical,
    /// A critical moment has no owner.
    UnownedCritical,
    /// The notes still hold a line that a merge left.
    MergeConflict,
    /// An action is due before today.
    Overdue,
    /// An unintentional touchpoint has no action.
    UnansweredUnintentional,
    /// The step that loses most customers has no action.
    BiggestLossUnanswered,
    /// Kind or intent is missing.
    Untagged,
    /// The need is missing.
    NoNeed,
    /// A phase has no touchpoint.
    EmptyPhase,
    /// No touchpoint of the map is unintentional.
    NoUnintentional,
    /// There are touchpoints after the purchase, but none of the kind *product*.
    NoProduct,
    /// An intentional critical moment has no KPI.
    NoKpi,
    /// An action has an owner and no date.
    NoDue,
}

impl Rule {
    /// Every rule, warnings first.
    pub const ALL: [Rule; 18] = [
        Rule::ChannelOnly,
        Rule::DuplicateName,
        Rule::DuplicateId,
        Rule::WideningReach,
        Rule::MachineAtCritical,
        Rule::UnhappyCritical,
        Rule::UnownedCritical,
        Rule::MergeConflict,
        Rule::Overdue,
        Rule::UnansweredUnintentional,
        Rule::BiggestLossUnanswered,
        Rule::Untagged,
        Rule::NoNeed,
        Rule::EmptyPhase,
        Rule::NoUnintentional,
        Rule::NoProduct,
        Rule::NoKpi,
        Rule::NoDue,
    ];

    /// The names of the rules that can be silenced for a touchpoint.
    pub const SILENCEABLE: &[&str] = &silenceable_keys();

    /// Returns the rule's name in files and machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Rule::ChannelOnly => "channel-only",
            Rule::DuplicateName => "duplicate-name",
            Rule::DuplicateId => "duplicate-id",
            Rule::WideningReach => "widening-reach",
            Rule::MachineAtCritical => "machine-at-critical",
            Rule::UnhappyCritical => "unhappy-critical",
            Rule::UnownedCritical => "unowned-critical",
            Rule::MergeConflict => "merge-conflict",
            Rule::Overdue => "overdue",
            Rule::UnansweredUnintentional => "unanswered-unintentional",
            Rule::BiggestLossUnanswered => "biggest-loss-unanswered",
            Rule::Untagged => "untagged",
            Rule::NoNeed => "no-need",
            Rule::EmptyPhase => "empty-phase",
            Rule::NoUnintentional => "no-unintentional",
            Rule::NoProduct => "no-product",
            Rule::NoKpi => "no-kpi",
            Rule::NoDue => "no-due",
        }
    }

    /// Returns the severity of the rule's findings.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Rule::ChannelOnly
            | Rule::DuplicateName
            | Rule::DuplicateId
            | Rule::WideningReach
            | Rule::MachineAtCritical
            | Rule::UnhappyCritical
            | Rule::UnownedCritical
            | Rule::MergeConflict
            | Rule::Overdue => Severity::Warning,
            Rule::UnansweredUnintentional
            | Rule::BiggestLossUnanswered
            | Rule::Untagged
            | Rule::NoNeed
            | Rule::EmptyPhase
            | Rule::NoUnintentional
            | Rule::NoProduct
            | Rule::NoKpi
            | Rule::NoDue => Severity::Hint,
        }
    }

    /// True if the rule is about touchpoints, so that it can be silenced for one.
    pub const fn can_be_silenced(self) -> bool {
        !matches!(self, Rule::EmptyPhase | Rule::NoUnintentional | Rule::NoProduct)
    }

    /// Returns the rule with this name.
    pub(crate) fn of_key(key: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.key() == key)
    }
}

const fn silenceable_keys() -> [&'static str; 15] {
    let mut keys = [""; 15];
    let (mut count, mut index) = (0, 0);
    while index < Rule::ALL.len() {
        if Rule::ALL[index].can_be_silenced() {
            keys[count] = Rule::ALL[index].key();
            count += 1;
        }
        index += 1;
    }
    keys
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rule, D::Error> {
        let key = String::deserialize(deserializer)?;
        let rule = Rule::of_key(&key).filter(|rule| rule.can_be_silenced());
        rule.ok_or_else(|| serde::de::Error::unknown_variant(&key, Rule::SILENCEABLE))
    }
}
