//! A touchpoint: one moment of contact between customer and company.

use super::{Agent, Contact, Date, Effort, Emotion, Evidence, Intent, Kind, Line, Name, Notes, Rule, TouchpointId};

/// A moment of contact between customer and company. Only the name is required.
///
/// [`field::TOUCHPOINT`](super::field::TOUCHPOINT) says how each field is read, written and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touchpoint {
    pub id: TouchpointId,
    /// What the customer does, in the customer's words.
    pub name: Name,
    pub kind: Option<Kind>,
    pub intent: Option<Intent>,
    /// The medium of the contact, such as `website`.
    pub channel: Option<Line>,
    /// The circumstance that the customer is in.
    pub context: Option<Line>,
    /// What the customer wants.
    pub need: Option<Line>,
    /// What the company gives here, and what it adds.
    pub value: Option<Line>,
    pub contact: Option<Contact>,
    pub agent: Option<Agent>,
    /// Who takes part, on either side.
    pub actors: Vec<Line>,
    pub emotion: Option<Emotion>,
    /// True for a critical moment.
    pub critical: bool,
    /// True for an alternative to the touchpoint above it. On the first of a phase it has no effect.
    pub with_previous: bool,
    /// How many customers get here, in the map's unit and period. Unknown is not 0.
    pub reach: Option<u64>,
    /// Where `reach` comes from.
    pub evidence: Evidence,
    /// What the customer suffers from.
    pub pain: Option<Line>,
    /// What the company will do about it.
    pub action: Option<Line>,
    /// What the action costs the company.
    pub effort: Option<Effort>,
    /// Who carries out the action.
    pub owner: Option<Line>,
    /// The day by which the action must be done.
    pub due: Option<Date>,
    /// How the company measures whether the touchpoint works.
    pub kpi: Option<Line>,
    /// The name of this touchpoint in the company's data.
    pub metric: Option<Line>,
    /// Dots given in the workshop.
    pub votes: u64,
    /// The rules of the review that are silenced for this touchpoint, sorted and without duplicates.
    pub accepted: Vec<Rule>,
    pub notes: Option<Notes>,
}

impl Touchpoint {
    /// Creates a touchpoint with an id and a name.
    pub fn new(id: TouchpointId, name: Name) -> Touchpoint {
        Touchpoint { id, name, ..Touchpoint::default() }
    }

    /// True if findings of the rule are silenced for this touchpoint.
    pub fn silences(&self, rule: Rule) -> bool {
        self.accepted.contains(&rule)
    }

    /// Silences a rule for this touchpoint or ends the silence. A rule that is not about touchpoints changes nothing.
    pub fn set_silenced(&mut self, rule: Rule, is_silenced: bool) {
        self.accepted.retain(|each| *each != rule);
        if is_silenced && rule.can_be_silenced() {
            self.accepted.push(rule);
            self.accepted.sort_unstable();
        }
    }
}
