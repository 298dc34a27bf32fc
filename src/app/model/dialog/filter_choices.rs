//! The options of the filter dialog.

use std::collections::HashMap;

use crate::map::filter::{Term, UnsetField};
use crate::map::text::fold;
use crate::map::{Emotion, Intent, JourneyMap, Kind, Line, Phase, Review, Rule, Severity, Touchpoint};

/// How many channels and how many owners are offered: the most frequent ones.
const MAX_NAMES: usize = 30;

/// The topic of a row of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterTopic {
    /// Whether touchpoints that do not match are hidden.
    HideRest,
    Kind,
    Intent,
    Critical,
    Phase,
    Emotion,
    /// Fields that are not filled in.
    Unset,
    Finding,
    Owner,
    Channel,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterOption {
    pub term: Term,
    /// How many touchpoints of the map match the term.
    pub count: usize,
    /// The name of the channel or owner.
    pub name: Option<String>,
}

/// The options of one topic; `HideRest` has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterRow {
    pub about: FilterTopic,
    pub choices: Vec<FilterOption>,
}

/// Returns all options for a map with the findings of a review.
pub fn rows(map: &JourneyMap, review: &Review) -> Vec<FilterRow> {
    let found = review.by_touchpoint();
    let count = |term: Term| {
        let rules = |each: &Touchpoint| found.get(&each.id).map_or(&[][..], |rules| rules);
        let matching = map.touchpoints().filter(|(place, each)| term.matches(place.phase, each, rules(each)));
        FilterOption { count: matching.count(), term, name: None }
    };
    let row = |about, terms: Vec<Term>| FilterRow { about, choices: terms.into_iter().map(count).collect() };
    let rules = Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()).map(Term::Rule);
    let mut findings = row(FilterTopic::Finding, Severity::ALL.map(Term::Severity).into_iter().chain(rules).collect());
    findings.choices.retain(|choice| choice.count > 0);
    let mut rows = vec![
        FilterRow { about: FilterTopic::HideRest, choices: Vec::new() },
        row(FilterTopic::Kind, Kind::ALL.map(Term::Kind).to_vec()),
        row(FilterTopic::Intent, Intent::ALL.map(Term::Intent).to_vec()),
        row(FilterTopic::Critical, vec![Term::Critical]),
        row(FilterTopic::Phase, Phase::ALL.map(Term::Phase).to_vec()),
        row(FilterTopic::Emotion, Emotion::ALL.map(Term::Emotion).to_vec()),
        row(FilterTopic::Unset, UnsetField::ALL.map(Term::Unset).to_vec()),
        findings,
        FilterRow { about: FilterTopic::Owner, choices: names(map, |each| each.owner.as_ref(), Term::Owner) },
        FilterRow { about: FilterTopic::Channel, choices: names(map, |each| each.channel.as_ref(), Term::Channel) },
    ];
    rows.retain(|row| row.about == FilterTopic::HideRest || !row.choices.is_empty());
    rows
}

/// Returns the most frequent values of a field, in alphabetical order.
fn names(map: &JourneyMap, field: fn(&Touchpoint) -> Option<&Line>, term: fn(String) -> Term) -> Vec<FilterOption> {
    let mut counts = HashMap::<String, (usize, &str)>::new();
    for name in map.touchpoints().filter_map(|(_, each)| field(each)) {
        counts.entry(fold(name)).or_insert((0, name)).0 += 1;
    }
    let mut names: Vec<_> = counts.into_iter().collect();
    names.sort_by(|(name, (count, _)), (other, (more, _))| more.cmp(count).then_with(|| name.cmp(other)));
    names.truncate(MAX_NAMES);
    names.sort();
    // A filter cannot contain a quotation mark: the part before it is used.
    let choice = |(folded, (count, name)): (String, (usize, &str))| {
        let part = folded.split('"').next().unwrap_or_default().trim().to_owned();
        (!part.is_empty()).then(|| FilterOption { term: term(part), count, name: Some(name.to_owned()) })
    };
    names.into_iter().filter_map(choice).collect()
}
