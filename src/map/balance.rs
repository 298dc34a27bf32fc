//! How the touchpoints of a map are spread over phases, kinds and intents, and how much of them is known.

use super::{Agent, Contact, Intent, JourneyMap, Kind, Phase, Touchpoint};

/// Touchpoints counted by what they are tagged with and by what is filled in; what is not tagged is counted as such.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    counts: [[[usize; 3]; 4]; 3],
    agents: [usize; 3],
    contacts: [usize; 3],
    facts: [usize; BalanceField::ALL.len()],
}

/// Something that is worth knowing of every touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceField {
    Need,
    Context,
    Owner,
    Action,
    Kpi,
    Reach,
}

impl BalanceField {
    /// Every fact, in the order in which they are shown.
    pub const ALL: [BalanceField; 6] = [
        BalanceField::Need,
        BalanceField::Context,
        BalanceField::Owner,
        BalanceField::Action,
        BalanceField::Kpi,
        BalanceField::Reach,
    ];

    /// The key of the field that holds the fact.
    pub const fn key(self) -> &'static str {
        match self {
            BalanceField::Need => "need",
            BalanceField::Context => "context",
            BalanceField::Owner => "owner",
            BalanceField::Action => "action",
            BalanceField::Kpi => "kpi",
            BalanceField::Reach => "reach",
        }
    }

    /// Whether the fact is known of a touchpoint.
    pub fn is_known(self, touchpoint: &Touchpoint) -> bool {
        match self {
            BalanceField::Need => touchpoint.need.is_some(),
            BalanceField::Context => touchpoint.context.is_some(),
            BalanceField::Owner => touchpoint.owner.is_some(),
            BalanceField::Action => touchpoint.action.is_some(),
            BalanceField::Kpi => touchpoint.kpi.is_some(),
            BalanceField::Reach => touchpoint.reach.is_some(),
        }
    }
}

/// One of the two tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Kind(Kind),
    Intent(Intent),
}

/// A tag that no touchpoint of a phase has, though the phase has touchpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub phase: Phase,
    pub nothing: Tag,
    /// Touchpoints of the phase that are not tagged and might fill the gap.
    pub untagged: usize,
}

impl Balance {
    /// Counts the touchpoints of a map.
    pub fn of(map: &JourneyMap) -> Balance {
        let mut balance = Balance::default();
        for (place, touchpoint) in map.touchpoints() {
            balance.counts[place.phase.index()][kind_index(touchpoint.kind)][intent_index(touchpoint.intent)] += 1;
            balance.agents[agent_index(touchpoint.agent)] += 1;
            balance.contacts[contact_index(touchpoint.contact)] += 1;
            for (count, fact) in balance.facts.iter_mut().zip(BalanceField::ALL) {
                *count += usize::from(fact.is_known(touchpoint));
            }
        }
        balance
    }

    /// Touchpoints of a phase with that kind and that intent, or with none.
    pub fn count(&self, phase: Phase, kind: Option<Kind>, intent: Option<Intent>) -> usize {
        self.counts[phase.index()][kind_index(kind)][intent_index(intent)]
    }

    /// Touchpoints of a phase with that kind, or with none.
    pub fn of_kind(&self, phase: Phase, kind: Option<Kind>) -> usize {
        self.counts[phase.index()][kind_index(kind)].iter().sum()
    }

    /// Touchpoints of a phase with that intent, or with none.
    pub fn of_intent(&self, phase: Phase, intent: Option<Intent>) -> usize {
        self.counts[phase.index()].iter().map(|intents| intents[intent_index(intent)]).sum()
    }

    /// Touchpoints of a phase.
    pub fn of_phase(&self, phase: Phase) -> usize {
        self.counts[phase.index()].iter().flatten().sum()
    }

    /// All touchpoints.
    pub fn total(&self) -> usize {
        Phase::ALL.into_iter().map(|phase| self.of_phase(phase)).sum()
    }

    /// The most touchpoints with the same phase, kind and intent: what the hottest cell of a table holds.
    pub fn most(&self) -> usize {
        self.counts.iter().flatten().flatten().copied().max().unwrap_or_default()
    }

    /// Touchpoints at which that agent stands on the company's side, or nobody knows who.
    pub fn of_agent(&self, agent: Option<Agent>) -> usize {
        self.agents[agent_index(agent)]
    }

    /// Touchpoints of that contact, or of which nobody knows it.
    pub fn of_contact(&self, contact: Option<Contact>) -> usize {
        self.contacts[contact_index(contact)]
    }

    /// Touchpoints of which that fact is known.
    pub fn knowing(&self, fact: BalanceField) -> usize {
        // In the order of `BalanceField::ALL`.
        self.facts[fact as usize]
    }

    /// The share of the touchpoints of which that fact is known; none in a map without touchpoints.
    pub fn share_knowing(&self, fact: BalanceField) -> Option<f64> {
        let total = self.total();
        (total > 0).then(|| self.knowing(fact) as f64 / total as f64)
    }

    /// Whether no touchpoint of a phase has that tag, though one should: the phase has touchpoints, and what is used
    /// only once it is bought is not missed before.
    pub fn is_gap(&self, phase: Phase, tag: Tag) -> bool {
        let tagged = match tag {
            Tag::Kind(Kind::Product) if phase != Phase::After => return false,
            Tag::Kind(kind) => self.of_kind(phase, Some(kind)),
            Tag::Intent(intent) => self.of_intent(phase, Some(intent)),
        };
        tagged == 0 && self.of_phase(phase) > 0
    }

    /// Every gap, phase by phase, kinds first.
    pub fn gaps(&self) -> Vec<Gap> {
        let tags = || Kind::ALL.map(Tag::Kind).into_iter().chain(Intent::ALL.map(Tag::Intent));
        let all = Phase::ALL.into_iter().flat_map(|phase| tags().map(move |tag| (phase, tag)));
        let gaps = all.filter(|&(phase, tag)| self.is_gap(phase, tag));
        let gap = |(phase, nothing)| {
            let untagged = match nothing {
                Tag::Kind(_) => self.of_kind(phase, None),
                Tag::Intent(_) => self.of_intent(phase, None),
            };
            Gap { phase, nothing, untagged }
        };
        gaps.map(gap).collect()
    }
}

const fn kind_index(kind: Option<Kind>) -> usize {
    match kind {
        Some(Kind::Online) => 0,
        Some(Kind::Offline) => 1,
        Some(Kind::Product) => 2,
        None => 3,
    }
}

const fn intent_index(intent: Option<Intent>) -> usize {
    match intent {
        Some(Intent::Intentional) => 0,
        Some(Intent::Unintentional) => 1,
        None => 2,
    }
}

const fn agent_index(agent: Option<Agent>) -> usize {
    match agent {
        Some(Agent::Person) => 0,
        Some(Agent::Machine) => 1,
        None => 2,
    }
}

const fn contact_index(contact: Option<Contact>) -> usize {
    match contact {
        Some(Contact::Direct) => 0,
        Some(Contact::Indirect) => 1,
        None => 2,
    }
}
