//! A touchpoint: one moment of contact between customer and company.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Agent, Contact, Emotion, Evidence, Intent, Kind, Line, Name, Notes, Rule, TouchpointId};

/// A moment of contact between customer and company; every field but the name may be unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touchpoint {
    #[serde(default = "no_id")]
    pub id: TouchpointId,
    /// What the customer does, in the customer's words.
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// The medium.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub channel: Option<Line>,
    /// The circumstance the customer is in.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub context: Option<Line>,
    /// What the customer wants.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub need: Option<Line>,
    /// What the company gives, and the extra.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub value: Option<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
    /// Who takes part, on either side.
    #[serde(default, deserialize_with = "lines", skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emotion: Option<Emotion>,
    /// Whether this is a critical moment.
    #[serde(default, skip_serializing_if = "is_default")]
    pub critical: bool,
    /// Whether this is an alternative to the touchpoint above it; without effect on a phase's first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub with_previous: bool,
    /// Customers who get here, in the map's unit and period; unknown is not 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<u64>,
    /// Where `reach` comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Evidence,
    /// What hurts.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub pain: Option<Line>,
    /// What the company will do about it.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub action: Option<Line>,
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub owner: Option<Line>,
    /// What is measured to tell how well the touchpoint works.
    #[serde(default, deserialize_with = "line", skip_serializing_if = "Option::is_none")]
    pub kpi: Option<Line>,
    /// Dots given in the workshop.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u64,
    /// Rules of the review that are not to find anything about this touchpoint, in their order, each once.
    #[serde(default, deserialize_with = "rules", skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Rule>,
    #[serde(default, deserialize_with = "notes", skip_serializing_if = "Option::is_none")]
    pub notes: Option<Notes>,
}

impl Touchpoint {
    /// A touchpoint of which only identity and name are known.
    pub fn new(id: TouchpointId, name: Name) -> Touchpoint {
        Touchpoint {
            id,
            name,
            kind: None,
            intent: None,
            channel: None,
            context: None,
            need: None,
            value: None,
            contact: None,
            agent: None,
            actors: Vec::new(),
            emotion: None,
            critical: false,
            with_previous: false,
            reach: None,
            evidence: Evidence::default(),
            pain: None,
            action: None,
            owner: None,
            kpi: None,
            votes: 0,
            accepted: Vec::new(),
            notes: None,
        }
    }

    /// Whether the review is not to find anything by this rule about the touchpoint.
    pub fn accepts(&self, rule: Rule) -> bool {
        self.accepted.contains(&rule)
    }

    /// Accepts a rule, or takes that back; rules that are not about touchpoints alter nothing.
    pub fn accept(&mut self, rule: Rule, accepted: bool) {
        self.accepted.retain(|each| *each != rule);
        if accepted && rule.is_acceptable() {
            self.accepted.push(rule);
            self.accepted.sort_unstable();
        }
    }
}

fn no_id() -> TouchpointId {
    TouchpointId::NONE
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Line>, D::Error> {
    Ok(Option::<Line>::deserialize(deserializer)?.filter(|line| !line.is_empty()))
}

fn lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Line>, D::Error> {
    let mut lines = Vec::<Line>::deserialize(deserializer)?;
    lines.retain(|line| !line.is_empty());
    Ok(lines)
}

fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Rule>, D::Error> {
    let mut rules = Vec::<Rule>::deserialize(deserializer)?;
    rules.sort_unstable();
    rules.dedup();
    Ok(rules)
}

fn notes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Notes>, D::Error> {
    Ok(Option::<Notes>::deserialize(deserializer)?.filter(|notes| !notes.trim().is_empty()))
}
