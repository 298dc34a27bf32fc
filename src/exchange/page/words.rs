//! Words that the page says of every touchpoint, looked up once.

use crate::lang::Lang;
use crate::map::{Agent, Contact, Emotion, Evidence, Phase, Rule};

/// The fields that a card lists with their names, in its order.
const DETAILS: [&str; 12] =
    ["context", "need", "value", "contact", "agent", "actors", "pain", "action", "owner", "kpi", "accepted", "notes"];

/// What the page says again and again.
pub struct Words {
    pub step: String,
    pub name: String,
    pub phase: String,
    pub kind: String,
    pub intent: String,
    pub no_kind: String,
    pub no_intent: String,
    pub emotion_field: String,
    pub critical: String,
    pub yes: String,
    pub unknown: String,
    pub unknown_reach: String,
    pub alternatives: String,
    /// The names of the fields that a card lists, in its order.
    pub details: [String; DETAILS.len()],
    phases: [String; 3],
    emotions: [String; 5],
    evidences: [String; 3],
    contacts: [String; 2],
    agents: [String; 2],
    rules: [String; Rule::ALL.len()],
}

impl Words {
    /// The words in that language.
    pub fn new(lang: &Lang) -> Words {
        Words {
            step: lang.column("step"),
            name: lang.column("touchpoint"),
            phase: lang.column("phase"),
            kind: lang.field("kind"),
            intent: lang.field("intent"),
            no_kind: lang.counts_no_kind(),
            no_intent: lang.counts_no_intent(),
            emotion_field: lang.field("emotion"),
            critical: lang.field("critical"),
            yes: lang.yes(),
            unknown: lang.unknown(),
            unknown_reach: lang.page_unknown_reach(),
            alternatives: lang.page_alternatives(),
            details: DETAILS.map(|key| lang.field(key)),
            phases: Phase::ALL.map(|phase| lang.phase(phase)),
            emotions: Emotion::ALL.map(|emotion| lang.emotion(emotion)),
            evidences: Evidence::ALL.map(|evidence| lang.evidence(evidence)),
            contacts: Contact::ALL.map(|contact| lang.contact(contact)),
            agents: Agent::ALL.map(|agent| lang.agent(agent)),
            rules: Rule::ALL.map(|rule| lang.rule(rule)),
        }
    }

    /// The word for a phase.
    pub fn phase_of(&self, phase: Phase) -> &str {
        at(&self.phases, phase.index())
    }

    /// The word for an emotion.
    pub fn emotion(&self, emotion: Emotion) -> &str {
        at(&self.emotions, index(emotion))
    }

    /// The word for an evidence.
    pub fn evidence(&self, evidence: Evidence) -> &str {
        at(&self.evidences, evidence as usize)
    }

    /// The word for a contact.
    pub fn contact(&self, contact: Contact) -> &str {
        at(&self.contacts, contact as usize)
    }

    /// The word for an agent.
    pub fn agent(&self, agent: Agent) -> &str {
        at(&self.agents, agent as usize)
    }

    /// A rule's name.
    pub fn rule(&self, rule: Rule) -> &str {
        at(&self.rules, rule as usize)
    }
}

/// The place of an emotion among all, from the worst.
pub fn index(emotion: Emotion) -> usize {
    usize::try_from(emotion.value() + 2).unwrap_or_default()
}

fn at(words: &[String], index: usize) -> &str {
    words.get(index).map_or("", String::as_str)
}
