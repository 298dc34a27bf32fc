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

/// The severities by their English and their Spanish name.
pub(super) const SEVERITIES: &[([&str; 2], Severity)] =
    &[(["warning", "aviso"], Severity::Warning), (["hint", "sugerencia"], Severity::Hint)];

/// The rules about touchpoints by their English and their Spanish name; a filter asks for nothing else.
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
    (["no-kpi", "sin-kpi"], Rule::NoKpi),
];
