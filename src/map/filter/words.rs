//! The words of filters in English and Spanish, folded.

use crate::map::{Phase, Rule, Severity};

/// The prefixes of an owner's name.
pub(super) const OWNER_PREFIXES: [&str; 2] = ["owner", "responsable"];

/// The prefixes of a rule or severity of the review.
pub(super) const RULE_PREFIXES: [&str; 2] = ["rule", "regla"];

/// The words for the phases.
pub(crate) const PHASES: &[(&str, Phase)] = &[
    ("before", Phase::Before),
    ("antes", Phase::Before),
    ("during", Phase::During),
    ("durante", Phase::During),
    ("after", Phase::After),
    ("despues", Phase::After),
];

/// The English and the Spanish name of each severity.
pub(super) const SEVERITIES: &[([&str; 2], Severity)] =
    &[(["warning", "aviso"], Severity::Warning), (["hint", "sugerencia"], Severity::Hint)];

/// The English and the Spanish name of each rule about touchpoints; a filter accepts no other rules.
pub(super) const RULES: &[([&str; 2], Rule)] = &[
    (["channel-only", "solo-canal"], Rule::ChannelOnly),
    (["duplicate-name", "nombre-repetido"], Rule::DuplicateName),
    (["duplicate-id", "id-repetido"], Rule::DuplicateId),
    (["widening-reach", "mas-que-antes"], Rule::WideningReach),
    (["machine-at-critical", "maquina-sola"], Rule::MachineAtCritical),
    (["unhappy-critical", "critico-malo"], Rule::UnhappyCritical),
    (["unowned-critical", "sin-responsable"], Rule::UnownedCritical),
    (["unanswered-unintentional", "sin-respuesta"], Rule::UnansweredUnintentional),
    (["biggest-loss-unanswered", "mayor-perdida"], Rule::BiggestLossUnanswered),
    (["untagged", "sin-etiquetar"], Rule::Untagged),
    (["no-need", "sin-necesidad"], Rule::NoNeed),
    (["merge-conflict", "conflicto"], Rule::MergeConflict),
    (["overdue", "vencida"], Rule::Overdue),
    (["no-kpi", "sin-kpi"], Rule::NoKpi),
    (["no-due", "sin-fecha"], Rule::NoDue),
];
