//! The columns of the page: phases, their steps, and a card for each touchpoint.

use super::words::Words;
use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::step::steps;
use crate::map::{Evidence, Intent, JourneyMap, Phase, Touchpoint};

/// A phase as a column.
pub struct Column<'a> {
    pub phase: Phase,
    pub count: usize,
    pub steps: Vec<Step<'a>>,
}

/// A step, with the position that the funnel gives it.
pub struct Step<'a> {
    pub position: usize,
    pub cards: Vec<Card<'a>>,
}

/// A touchpoint with what is said of it.
pub struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    /// How many get here.
    pub reach: Option<String>,
    /// Where that number comes from.
    pub evidence: Option<&'a str>,
    pub votes: Option<String>,
    pub details: Vec<Detail<'a>>,
}

/// A field that is filled in.
pub struct Detail<'a> {
    pub name: &'a str,
    pub text: String,
}

impl Column<'_> {
    /// The position of the step that a row belongs to.
    pub fn position(&self, row: usize) -> Option<usize> {
        let mut behind = 0;
        let step = self.steps.iter().find(|step| {
            behind += step.cards.len();
            row < behind
        });
        step.map(|step| step.position)
    }
}

impl Card<'_> {
    /// Whether nobody plans the touchpoint.
    pub fn is_unintentional(&self) -> bool {
        self.touchpoint.intent == Some(Intent::Unintentional)
    }

    /// Whether anything stands in the line below the name.
    pub fn has_facts(&self) -> bool {
        let touchpoint = self.touchpoint;
        touchpoint.emotion.is_some() || self.reach.is_some() || self.votes.is_some() || touchpoint.channel.is_some()
    }
}

/// The columns of a map; steps after the purchase are counted anew.
pub fn columns<'a>(map: &'a JourneyMap, lang: &Lang, words: &'a Words) -> Vec<Column<'a>> {
    let unit = map.header().unit.as_deref();
    let before = steps(map.phase(Phase::Before)).count();
    let column = |phase| {
        let touchpoints = map.phase(phase);
        let first = match phase {
            Phase::Before | Phase::After => 1,
            Phase::During => before + 1,
        };
        let card = |touchpoint: &'a Touchpoint| Card {
            touchpoint,
            reach: reach(touchpoint, unit, lang, words),
            evidence: evidence(touchpoint, words),
            votes: (touchpoint.votes > 0).then(|| lang.page_votes(touchpoint.votes)),
            details: details(touchpoint, lang, words),
        };
        let steps = steps(touchpoints).enumerate().map(|(nth, rows)| Step {
            position: first + nth,
            cards: touchpoints[rows].iter().map(|each| card(each)).collect(),
        });
        Column { phase, count: touchpoints.len(), steps: steps.collect() }
    };
    Phase::ALL.map(column).into()
}

/// How many get here; that nobody knows where it is known where the number would come from.
fn reach(touchpoint: &Touchpoint, unit: Option<&str>, lang: &Lang, words: &Words) -> Option<String> {
    let Some(reach) = touchpoint.reach else {
        return evidence(touchpoint, words).map(|_| words.unknown_reach.clone());
    };
    let number = lang.number(reach.into());
    Some(unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}")))
}

fn evidence<'a>(touchpoint: &Touchpoint, words: &'a Words) -> Option<&'a str> {
    let told = touchpoint.reach.is_some() || touchpoint.evidence != Evidence::default();
    told.then(|| words.choice(touchpoint.evidence.into()))
}

/// Returns the fields below the card's face that are filled in.
fn details<'a>(touchpoint: &Touchpoint, lang: &Lang, words: &'a Words) -> Vec<Detail<'a>> {
    let text = |value: Value| match value {
        Value::Choice(choice) => choice.map(|choice| words.choice(choice).to_owned()),
        Value::Name(_)
        | Value::Line(_)
        | Value::Lines(_)
        | Value::Notes(_)
        | Value::Count(_)
        | Value::Votes(_)
        | Value::Emotion(_)
        | Value::Flag(_)
        | Value::Date(_)
        | Value::Rules(_) => lang.plain_value(&value),
    };
    let details = words.details.iter();
    details.filter_map(|(field, name)| Some(Detail { name, text: text(field.get(touchpoint))? })).collect()
}
