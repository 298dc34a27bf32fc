//! The page's balance: touchpoints by phase, intent and kind, and how much of them is known.

use crate::lang::Lang;
use crate::map::balance::{Balance, BalanceField};
use crate::map::{Agent, Contact, Intent, JourneyMap, Kind, Phase};

/// The highest colour class of a cell.
const MAX_HEAT: usize = 4;

/// The section of the balance.
pub(crate) struct BalanceSection {
    pub total: usize,
    pub kinds: Vec<String>,
    pub phases: Vec<BalancePhase>,
    pub facts: Vec<KnownShare>,
    /// A line for agents and a line for contacts, with their counts.
    pub agents_and_contacts: Vec<String>,
    pub gaps: Vec<String>,
}

/// A phase, with a row for each intent.
pub(crate) struct BalancePhase {
    pub phase: Phase,
    pub rows: Vec<BalanceRow>,
}

/// The counts of one intent in a phase, by kind.
pub(crate) struct BalanceRow {
    pub name: String,
    pub cells: Vec<HeatCell>,
    pub all: usize,
}

/// A count, and its colour class from 0 (none) to 4 (most).
pub(crate) struct HeatCell {
    pub count: usize,
    pub heat: usize,
}

/// The share of touchpoints of which a fact is known.
pub(crate) struct KnownShare {
    pub sentence: String,
    pub percent: f64,
}

impl BalanceSection {
    /// Returns the balance of a map.
    pub fn of(map: &JourneyMap, lang: &Lang) -> BalanceSection {
        let balance = Balance::of(map);
        let names =
            kinds(&balance).map(|kind| kind.map_or_else(|| lang.counts_no_kind(), |kind| lang.kind(kind).to_owned()));
        let known = |fact| KnownShare {
            sentence: lang.known_of(fact, &balance),
            percent: (balance.known_share(fact).unwrap_or_default() * 100.0).round(),
        };
        let phase = |phase| BalancePhase { phase, rows: rows(&balance, phase, lang) };
        BalanceSection {
            total: balance.total(),
            kinds: names.collect(),
            phases: Phase::ALL.map(phase).into(),
            facts: BalanceField::ALL.map(known).into(),
            agents_and_contacts: agents_and_contacts(&balance, lang),
            gaps: balance.gaps().iter().map(|gap| lang.gap(gap)).collect(),
        }
    }
}

/// Returns all kinds, and untagged if there are touchpoints without kind.
fn kinds(balance: &Balance) -> impl Iterator<Item = Option<Kind>> {
    let untagged = Phase::ALL.into_iter().any(|phase| balance.of_kind(phase, None) > 0);
    Kind::ALL.map(Some).into_iter().chain(untagged.then_some(None))
}

fn rows(balance: &Balance, phase: Phase, lang: &Lang) -> Vec<BalanceRow> {
    let cell = |kind, intent| {
        let count = balance.count(phase, kind, intent);
        HeatCell { count, heat: (count * MAX_HEAT).div_ceil(balance.most().max(1)) }
    };
    let row = |intent: Option<Intent>| BalanceRow {
        name: intent.map_or_else(|| lang.counts_no_intent(), |intent| lang.intent(intent).to_owned()),
        cells: kinds(balance).map(|kind| cell(kind, intent)).collect(),
        all: balance.of_intent(phase, intent),
    };
    let untagged = balance.of_intent(phase, None) > 0;
    Intent::ALL.map(Some).into_iter().chain(untagged.then_some(None)).map(row).collect()
}

/// Returns a line with the counts of agents and one with those of contacts.
fn agents_and_contacts(balance: &Balance, lang: &Lang) -> Vec<String> {
    let unknown = lang.unknown();
    let part = |word: Option<String>, count: usize| {
        let word = word.unwrap_or_else(|| unknown.clone());
        (count > 0).then(|| format!("{word} {}", lang.number(count as u128)))
    };
    let agents = Agent::ALL.map(Some).into_iter().chain([None]);
    let agents = agents.filter_map(|agent| part(agent.map(|agent| lang.agent(agent)), balance.of_agent(agent)));
    let contacts = Contact::ALL.map(Some).into_iter().chain([None]);
    let contacts =
        contacts.filter_map(|contact| part(contact.map(|each| lang.contact(each)), balance.of_contact(contact)));
    let line = |field: &str, parts: Vec<String>| format!("{}: {}", lang.field(field), parts.join(" · "));
    vec![line("agent", agents.collect()), line("contact", contacts.collect())]
}
