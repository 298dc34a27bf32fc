//! The balance of the page: touchpoints by phase, intent and kind, and how much of them is known.

use crate::lang::Lang;
use crate::map::balance::{Balance, BalanceField};
use crate::map::{Agent, Contact, Intent, JourneyMap, Kind, Phase};

/// The most heat of a cell.
const HOTTEST: usize = 4;

/// How the touchpoints of a map are spread.
pub struct Balanced {
    pub total: usize,
    pub kinds: Vec<String>,
    pub phases: Vec<OfPhase>,
    pub facts: Vec<Known>,
    /// Who serves the customer and how they meet, one line each.
    pub served: Vec<String>,
    pub gaps: Vec<String>,
}

/// The intents of a phase, a row each.
pub struct OfPhase {
    pub phase: Phase,
    pub rows: Vec<Row>,
}

/// The touchpoints of a phase with one intent, by kind.
pub struct Row {
    pub name: String,
    pub cells: Vec<Cell>,
    pub all: usize,
}

/// How many touchpoints there are, and how hot that is, from 0 to 4.
pub struct Cell {
    pub count: usize,
    pub heat: usize,
}

/// How much is known, in words and as a percentage.
pub struct Known {
    pub said: String,
    pub percent: f64,
}

impl Balanced {
    /// The balance of a map.
    pub fn of(map: &JourneyMap, lang: &Lang) -> Balanced {
        let balance = Balance::of(map);
        let names =
            kinds(&balance).map(|kind| kind.map_or_else(|| lang.counts_no_kind(), |kind| lang.kind(kind).to_owned()));
        let known = |fact| Known {
            said: lang.known_of(fact, &balance),
            percent: (balance.known_share(fact).unwrap_or_default() * 100.0).round(),
        };
        let phase = |phase| OfPhase { phase, rows: rows(&balance, phase, lang) };
        Balanced {
            total: balance.total(),
            kinds: names.collect(),
            phases: Phase::ALL.map(phase).into(),
            facts: BalanceField::ALL.map(known).into(),
            served: served(&balance, lang),
            gaps: balance.gaps().iter().map(|gap| lang.gap(gap)).collect(),
        }
    }
}

/// The kinds, and none where there are touchpoints without.
fn kinds(balance: &Balance) -> impl Iterator<Item = Option<Kind>> {
    let untagged = Phase::ALL.into_iter().any(|phase| balance.of_kind(phase, None) > 0);
    Kind::ALL.map(Some).into_iter().chain(untagged.then_some(None))
}

fn rows(balance: &Balance, phase: Phase, lang: &Lang) -> Vec<Row> {
    let cell = |kind, intent| {
        let count = balance.count(phase, kind, intent);
        Cell { count, heat: (count * HOTTEST).div_ceil(balance.most().max(1)) }
    };
    let row = |intent: Option<Intent>| Row {
        name: intent.map_or_else(|| lang.counts_no_intent(), |intent| lang.intent(intent).to_owned()),
        cells: kinds(balance).map(|kind| cell(kind, intent)).collect(),
        all: balance.of_intent(phase, intent),
    };
    let untagged = balance.of_intent(phase, None) > 0;
    Intent::ALL.map(Some).into_iter().chain(untagged.then_some(None)).map(row).collect()
}

fn served(balance: &Balance, lang: &Lang) -> Vec<String> {
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
