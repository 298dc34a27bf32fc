//! What can be ticked below the line that filters.

use std::collections::HashMap;

use crate::map::filter::{Term, UnsetField};
use crate::map::text::fold;
use crate::map::{Emotion, Intent, JourneyMap, Kind, Line, Phase, Review, Rule, Severity, Touchpoint};

/// The most names that are offered of channels or owners: those that most touchpoints have.
const NAMES: usize = 30;

/// What is offered to be ticked in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What becomes of the touchpoints that are not wanted.
    Rest,
    Kind,
    Intent,
    Critical,
    Phase,
    Emotion,
    Unknown,
    Finding,
    Owner,
    Channel,
}

/// Something to tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub term: Term,
    /// How many touchpoints of the whole map it holds for.
    pub count: usize,
    /// The name to show, where the term has one of its own.
    pub name: Option<String>,
}

/// Choices about the same; the row about the rest has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub about: About,
    pub choices: Vec<Choice>,
}

/// All that can be ticked for a map, of which the review found this.
pub(crate) fn rows(map: &JourneyMap, review: &Review) -> Vec<Row> {
    let found = review.by_touchpoint();
    let count = |term: Term| {
        let rules = |each: &Touchpoint| found.get(&each.id).map_or(&[][..], |rules| rules);
        let holds = map.touchpoints().filter(|(place, each)| term.matches(place.phase, each, rules(each)));
        Choice { count: holds.count(), term, name: None }
    };
    let row = |about, terms: Vec<Term>| Row { about, choices: terms.into_iter().map(count).collect() };
    let rules = Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()).map(Term::Rule);
    let mut findings = row(About::Finding, Severity::ALL.map(Term::Severity).into_iter().chain(rules).collect());
    findings.choices.retain(|choice| choice.count > 0);
    let mut rows = vec![
        Row { about: About::Rest, choices: Vec::new() },
        row(About::Kind, Kind::ALL.map(Term::Kind).to_vec()),
        row(About::Intent, Intent::ALL.map(Term::Intent).to_vec()),
        row(About::Critical, vec![Term::Critical]),
        row(About::Phase, Phase::ALL.map(Term::Phase).to_vec()),
        row(About::Emotion, Emotion::ALL.map(Term::Emotion).to_vec()),
        row(About::Unknown, UnsetField::ALL.map(Term::Unset).to_vec()),
        findings,
        Row { about: About::Owner, choices: names(map, |each| each.owner.as_ref(), Term::Owner) },
        Row { about: About::Channel, choices: names(map, |each| each.channel.as_ref(), Term::Channel) },
    ];
    rows.retain(|row| row.about == About::Rest || !row.choices.is_empty());
    rows
}

/// The names that most touchpoints have in a field, in the order of the alphabet.
fn names(map: &JourneyMap, field: fn(&Touchpoint) -> Option<&Line>, term: fn(String) -> Term) -> Vec<Choice> {
    let mut counts = HashMap::<String, (usize, &str)>::new();
    for name in map.touchpoints().filter_map(|(_, each)| field(each)) {
        counts.entry(fold(name)).or_insert((0, name)).0 += 1;
    }
    let mut names: Vec<_> = counts.into_iter().collect();
    names.sort_by(|(name, (count, _)), (other, (more, _))| more.cmp(count).then_with(|| name.cmp(other)));
    names.truncate(NAMES);
    names.sort();
    // A quotation mark cannot be written in a filter: what stands before it says enough.
    let choice = |(folded, (count, name)): (String, (usize, &str))| {
        let part = folded.split('"').next().unwrap_or_default().trim().to_owned();
        (!part.is_empty()).then(|| Choice { term: term(part), count, name: Some(name.to_owned()) })
    };
    names.into_iter().filter_map(choice).collect()
}
