//! The page's findings, grouped by rule.

use super::board::PhaseColumn;
use crate::lang::Lang;
use crate::map::review::FindingSubject;
use crate::map::{Finding, JourneyMap, Review, Rule, TouchpointId};

/// The findings of one rule.
pub(crate) struct RuleFindings {
    pub rule: Rule,
    pub findings: Vec<PageFinding>,
}

/// A finding, with the id of its touchpoint and the place of its card.
pub(crate) struct PageFinding {
    pub message: String,
    pub place: Option<(TouchpointId, String)>,
}

/// Returns the findings by rule: warnings first, then in the order of the first finding.
pub(crate) fn by_rule(map: &JourneyMap, review: &Review, columns: &[PhaseColumn], lang: &Lang) -> Vec<RuleFindings> {
    let mut rules: Vec<RuleFindings> = Vec::new();
    for finding in &review.findings {
        let page_finding = PageFinding { message: lang.finding(finding, map), place: place(finding, columns, lang) };
        match rules.iter_mut().find(|group| group.rule == finding.rule) {
            Some(group) => group.findings.push(page_finding),
            None => rules.push(RuleFindings { rule: finding.rule, findings: vec![page_finding] }),
        }
    }
    rules
}

/// Returns the touchpoint of a finding and the place of its card.
fn place(finding: &Finding, columns: &[PhaseColumn], lang: &Lang) -> Option<(TouchpointId, String)> {
    let (id, place) = match finding.subject {
        FindingSubject::Touchpoint { id, place } => (id, place),
        FindingSubject::Phase(_) | FindingSubject::Map => return None,
    };
    let position = columns.get(place.phase.index())?.position(place.row)?;
    Some((id, lang.page_place(place.phase, position)))
}
