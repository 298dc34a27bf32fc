//! The balance of a map: how its touchpoints are distributed over phases and tags, and how many fields are known.

use super::{Agent, Contact, Intent, JourneyMap, Kind, Phase, Touchpoint};

/// The numbers of touchpoints by phase, kind and intent, by agent, by contact, and by known field. Touchpoints without a
/// tag are counted separately.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    counts: [[[usize; 3]; 4]; 3],
    agents: [usize; 3],
    contacts: [usize; 3],
    known: [usize; BalanceField::ALL.len()],
}

/// A field that should be known of every touchpoint.
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
    /// Every field, in the order in which they are shown.
    pub const ALL: [BalanceField; 6] = [
        BalanceField::Need,
        BalanceField::Context,
        BalanceField::Owner,
        BalanceField::Action,
        BalanceField::Kpi,
        BalanceField::Reach,
    ];

    /// Returns the field's name in files.
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

    /// True if the touchpoint has a value in the field.
    pub(crate) fn is_known(self, touchpoint: &Touchpoint) -> bool {
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

/// A kind or an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Kind(Kind),
    Intent(Intent),
}

/// A tag that no touchpoint of a phase has, although the phase has touchpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub phase: Phase,
    pub tag: Tag,
    /// The number of touchpoints of the phase without such a tag, which may fill the gap.
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
            for (count, field) in balance.known.iter_mut().zip(BalanceField::ALL) {
                *count += usize::from(field.is_known(touchpoint));
            }
        }
        balance
    }

    /// Returns how many touchpoints of a phase have this kind and intent; none means untagged.
    pub fn count(&self, phase: Phase, kind: Option<Kind>, intent: Option<Intent>) -> usize {
        self.counts[phase.index()][kind_index(kind)][intent_index(intent)]
    }

    /// Returns how many touchpoints of a phase have this kind; none means untagged.
    pub(crate) fn of_kind(&self, phase: Phase, kind: Option<Kind>) -> usize {
        self.counts[phase.index()][kind_index(kind)].iter().sum()
    }

    /// Returns how many touchpoints of a phase have this intent; none means untagged.
    pub(crate) fn of_intent(&self, phase: Phase, intent: Option<Intent>) -> usize {
        self.counts[phase.index()].iter().map(|intents| intents[intent_index(intent)]).sum()
    }

    /// Returns how many touchpoints a phase has.
    pub fn of_phase(&self, phase: Phase) -> usize {
        self.counts[phase.index()].iter().flatten().sum()
    }

    /// Returns how many touchpoints the map has.
    pub fn total(&self) -> usize {
        Phase::ALL.into_iter().map(|phase| self.of_phase(phase)).sum()
    }

    /// Returns the largest number of touchpoints with the same phase, kind and intent.
    pub fn most(&self) -> usize {
        self.counts.iter().flatten().flatten().copied().max().unwrap_or_default()
    }

    /// Returns how many touchpoints have this agent; none means unknown.
    pub fn of_agent(&self, agent: Option<Agent>) -> usize {
        self.agents[agent_index(agent)]
    }

    /// Returns how many touchpoints have this contact; none means unknown.
    pub fn of_contact(&self, contact: Option<Contact>) -> usize {
        self.contacts[contact_index(contact)]
    }

    /// Returns how many touchpoints have a value in this field.
    pub fn known_count(&self, field: BalanceField) -> usize {
        self.known[field as usize]
    }

    /// Returns the share of the touchpoints that have a value in this field, 0 … 1; none for a map without touchpoints.
    pub fn known_share(&self, field: BalanceField) -> Option<f64> {
        let total = self.total();
        (total > 0).then(|| self.known_count(field) as f64 / total as f64)
    }

    /// True if no touchpoint of a phase has this tag although one should. A phase without touchpoints has no gaps, and
    /// the kind *product* is only expected after the purchase.
    pub fn is_gap(&self, phase: Phase, tag: Tag) -> bool {
        let tagged = match tag {
            Tag::Kind(Kind::Product) if phase != Phase::After => return false,
            Tag::Kind(kind) => self.of_kind(phase, Some(kind)),
            Tag::Intent(intent) => self.of_intent(phase, Some(intent)),
        };
        tagged == 0 && self.of_phase(phase) > 0
    }

    /// Returns every gap, phase by phase, kinds first.
    pub fn gaps(&self) -> Vec<Gap> {
        let tags = || Kind::ALL.map(Tag::Kind).into_iter().chain(Intent::ALL.map(Tag::Intent));
        let all = Phase::ALL.into_iter().flat_map(|phase| tags().map(move |tag| (phase, tag)));
        let gaps = all.filter(|&(phase, tag)| self.is_gap(phase, tag));
        let gap = |(phase, tag)| {
            let untagged = match tag {
                Tag::Kind(_) => self.of_kind(phase, None),
                Tag::Intent(_) => self.of_intent(phase, None),
            };
            Gap { phase, tag, untagged }
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
