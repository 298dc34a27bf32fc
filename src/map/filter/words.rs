//! The words of a filter, folded: each meaning by its English word and its Spanish one.

use crate::map::{Phase, Rule, Severity};

/// What stands before the name of an owner.
pub(super) const OWNER: [&str; 2] = ["owner", "responsable"];

/// What stands before the name of a rule of the review.
pub(super) const RULE: [&str; 2] = ["rule", "regla"];

/// The words of the phases.
pub const PHASES: &[(&str, Phase)] = &[
    ("before", Phase::Before),
    ("antes", Phase::Before),
    ("during", Phase::During),
    ("durante", Phase::During),
    ("after", Phase::After),
    ("despues", Phase::After),
];

pub(super) const SEVERITIES: &[(&str, Severity)] = &[
    ("warning", Severity::Warning),
    ("aviso", Severity::Warning),
    ("hint", Severity::Hint),
    ("sugerencia", Severity::Hint),
];

/// The rules about touchpoints; a filter asks for nothing else.
pub(super) const RULES: &[(&str, Rule)] = &[
    ("channel-only", Rule::ChannelOnly),
    ("solo-canal", Rule::ChannelOnly),
    ("duplicate-name", Rule::DuplicateName),
    ("nombre-repetido", Rule::DuplicateName),
    ("duplicate-id", Rule::DuplicateId),
    ("id-repetido", Rule::DuplicateId),
    ("widening-reach", Rule::WideningReach),
    ("mas-que-antes", Rule::WideningReach),
    ("machine-at-critical", Rule::MachineAtCritical),
    ("maquina-sola", Rule::MachineAtCritical),
    ("unhappy-critical", Rule::UnhappyCritical),
    ("critico-malo", Rule::UnhappyCritical),
    ("unowned-critical", Rule::UnownedCritical),
    ("sin-responsable", Rule::UnownedCritical),
    ("unanswered-unintentional", Rule::UnansweredUnintentional),
    ("sin-respuesta", Rule::UnansweredUnintentional),
    ("biggest-loss-unanswered", Rule::BiggestLossUnanswered),
    ("mayor-perdida", Rule::BiggestLossUnanswered),
    ("untagged", Rule::Untagged),
    ("sin-etiquetar", Rule::Untagged),
    ("no-need", Rule::NoNeed),
    ("sin-necesidad", Rule::NoNeed),
    ("no-kpi", Rule::NoKpi),
    ("sin-kpi", Rule::NoKpi),
];
