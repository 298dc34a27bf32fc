//! The page's board: a column for each phase with its steps, and a card for each touchpoint.

use std::ops::Range;

use super::words::PageWords;
use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::step::steps;
use crate::map::{Evidence, Intent, JourneyMap, Phase, Touchpoint};

/// A phase with its steps.
pub(crate) struct PhaseColumn<'a> {
    pub phase: Phase,
    pub count: usize,
    pub steps: Vec<PageStep<'a>>,
}

/// A step with its position in the funnel and its rows in the phase.
pub(crate) struct PageStep<'a> {
    pub position: usize,
    rows: Range<usize>,
    pub cards: Vec<PageCard<'a>>,
}

/// A touchpoint with its texts.
pub(crate) struct PageCard<'a> {
    pub touchpoint: &'a Touchpoint,
    /// How many customers get here.
    pub reach: Option<String>,
    /// Where the reach comes from.
    pub evidence: Option<&'a str>,
    pub votes: Option<String>,
    pub details: Vec<Detail<'a>>,
}

/// A field that has a value.
pub(crate) struct Detail<'a> {
    pub name: &'a str,
    pub text: String,
}

impl PhaseColumn<'_> {
    /// Returns the position of the step that contains a row.
    pub(crate) fn position(&self, row: usize) -> Option<usize> {
        let nth = self.steps.partition_point(|step| step.rows.end <= row);
        self.steps.get(nth).map(|step| step.position)
    }
}

impl PageCard<'_> {
    /// Returns true if the touchpoint is unintentional.
    pub(crate) fn is_unintentional(&self) -> bool {
        self.touchpoint.intent == Some(Intent::Unintentional)
    }

    /// Returns true if the line below the name has any content.
    pub(crate) fn has_facts(&self) -> bool {
        let touchpoint = self.touchpoint;
        touchpoint.emotion.is_some() || self.reach.is_some() || self.votes.is_some() || touchpoint.channel.is_some()
    }
}

/// Returns the phases of a map; steps after the purchase are counted from 1 again.
pub(crate) fn phase_columns<'a>(map: &'a JourneyMap, lang: &Lang, words: &'a PageWords) -> Vec<PhaseColumn<'a>> {
    let unit = map.header().unit.as_deref();
    let before = steps(map.phase(Phase::Before)).count();
    let column = |phase| {
        let touchpoints = map.phase(phase);
        let first = match phase {
            Phase::Before | Phase::After => 1,
            Phase::During => before + 1,
        };
        let card = |touchpoint: &'a Touchpoint| PageCard {
            touchpoint,
            reach: reach(touchpoint, unit, lang, words),
            evidence: evidence(touchpoint, words),
            votes: (touchpoint.votes > 0).then(|| lang.page_votes(touchpoint.votes)),
            details: details(touchpoint, lang, words),
        };
        let steps = steps(touchpoints).enumerate().map(|(nth, rows)| PageStep {
            position: first + nth,
            cards: touchpoints[rows.clone()].iter().map(|each| card(each)).collect(),
            rows,
        });
        PhaseColumn { phase, count: touchpoints.len(), steps: steps.collect() }
    };
    Phase::ALL.map(column).into()
}

/// Returns the reach with its unit; "unknown" if only its evidence is given.
fn reach(touchpoint: &Touchpoint, unit: Option<&str>, lang: &Lang, words: &PageWords) -> Option<String> {
    let Some(reach) = touchpoint.reach else {
        return evidence(touchpoint, words).map(|_| words.unknown_reach.clone());
    };
    let number = lang.number(reach.into());
    Some(unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}")))
}

fn evidence<'a>(touchpoint: &Touchpoint, words: &'a PageWords) -> Option<&'a str> {
    let is_shown = touchpoint.reach.is_some() || touchpoint.evidence != Evidence::default();
    is_shown.then(|| words.choice(touchpoint.evidence.into()))
}

/// Returns the fields below the card's face that are filled in.
fn details<'a>(touchpoint: &Touchpoint, lang: &Lang, words: &'a PageWords) -> Vec<Detail<'a>> {
    let text = |value: Value| {
        let Value::Choice(choice) = value else { return lang.plain_value(&value) };
        choice.map(|choice| words.choice(choice).to_owned())
    };
    let details = words.details.iter();
    details.filter_map(|(field, name)| Some(Detail { name, text: text(field.get(touchpoint))? })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looking through all steps for each row would take minutes.
    #[test]
    fn the_position_of_each_of_very_many_rows_is_found() {
        const COUNT: usize = 200_000;
        let step = |nth: usize| PageStep { position: nth + 7, rows: 2 * nth..2 * nth + 2, cards: Vec::new() };
        let column = PhaseColumn { phase: Phase::During, count: 2 * COUNT, steps: (0..COUNT).map(step).collect() };
        for row in 0..2 * COUNT {
            assert_eq!(column.position(row), Some(row / 2 + 7));
        }
        assert_eq!(column.position(2 * COUNT), None);
    }
}
