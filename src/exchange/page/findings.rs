//! What the review found, rule by rule.

use super::board::Column;
use crate::lang::Lang;
use crate::map::review::FindingSubject;
use crate::map::{Finding, JourneyMap, Review, Rule, TouchpointId};

/// What was found by one rule.
pub struct OfRule {
    pub rule: Rule,
    pub findings: Vec<Found>,
}

/// A finding in words, and the card that it is about.
pub struct Found {
    pub message: String,
    pub place: Option<(TouchpointId, String)>,
}

/// The findings of each rule: warnings first, then in the order of the first finding.
pub fn of_rules(map: &JourneyMap, review: &Review, columns: &[Column], lang: &Lang) -> Vec<OfRule> {
    let mut rules: Vec<OfRule> = Vec::new();
    for finding in &review.findings {
        let found = Found { message: lang.finding(finding, map), place: place(finding, columns, lang) };
        match rules.iter_mut().find(|of| of.rule == finding.rule) {
            Some(of) => of.findings.push(found),
            None => rules.push(OfRule { rule: finding.rule, findings: vec![found] }),
        }
    }
    rules
}

/// The touchpoint that a finding is about, and where its card stands.
fn place(finding: &Finding, columns: &[Column], lang: &Lang) -> Option<(TouchpointId, String)> {
    let (id, place) = match finding.subject {
        FindingSubject::Touchpoint { id, place } => (id, place),
        FindingSubject::Phase(_) | FindingSubject::Map => return None,
    };
    let position = columns.get(place.phase.index())?.position(place.row)?;
    Some((id, lang.page_place(place.phase, position)))
}
