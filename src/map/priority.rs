//! Which touchpoints to act on first, from what the map knows of them.
//!
//! Each known fact gives points from 0 to 1, each has its weight, and the score of a touchpoint is their sum:
//!
//! score = 0.3 · pain + 0.3 · loss + 0.2 · critical + 0.2 · votes
//!
//! - pain: 1 where the customer feels very bad, ½ where bad, else 0;
//! - loss: the buyers that the step's loss costs, per those of the costliest loss. Lost customers are taken to be as
//!   likely to buy as those who came through: lost · likelihood. Where nobody came through it is 1. It is unknown where
//!   the step or all earlier ones have no reach, where the step widens, and after the purchase;
//! - critical: 1 at a critical moment;
//! - votes: the touchpoint's votes per the most votes that one has.
//!
//! A touchpoint of which no emotion, no loss, no vote is known and that is no critical moment is not ranked.

use std::sync::Arc;

use super::funnel::FunnelStep;
use super::{Emotion, Funnel, JourneyMap, Phase, Place, Touchpoint};

const PAIN: f64 = 0.3;
const LOSS: f64 = 0.3;
const CRITICAL: f64 = 0.2;
const VOTES: f64 = 0.2;

/// The touchpoints of a map in the order in which to act on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Priorities {
    /// Those of which enough is known, the most urgent first; equal ones in the journey's order.
    pub ranked: Vec<Priority>,
    /// The others, in the journey's order, with a score of 0 that says nothing.
    pub unranked: Vec<Priority>,
}

/// How urgent a touchpoint is, and from which inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priority {
    pub place: Place,
    /// The sum of the weighted points, 0 … 1, rounded to a millionth so that equal sums are equal.
    pub score: f64,
    pub inputs: PriorityInputs,
    /// The largest loss in buyers and the most votes, against which the points are given.
    maxima: Maxima,
}

/// What a map knows of a touchpoint's urgency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PriorityInputs {
    pub critical: bool,
    /// None when unknown.
    pub emotion: Option<Emotion>,
    pub votes: u64,
    /// What its step loses; none when nobody knows, where the funnel widens, and always after the purchase.
    pub loss: Option<Loss>,
    /// Whether its reach is known.
    pub has_reach: bool,
}

/// What a step loses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// Customers lost since the nearest earlier step with known reach.
    pub lost: u128,
    /// The buyers that this costs; none where nobody comes through.
    pub buyers: Option<f64>,
}

/// Why to act on a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PriorityReason {
    Critical,
    Emotion(Emotion),
    Votes(u64),
    Loss(Loss),
}

/// A fact that is not known of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingInput {
    Emotion,
    Votes,
    Reach,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Maxima {
    buyers: f64,
    votes: u64,
}

impl Priorities {
    /// Ranks the touchpoints of the map that the funnel is of.
    pub fn of(map: &JourneyMap, funnel: &Funnel) -> Priorities {
        let buyers = funnel.steps.iter().filter_map(|step| Loss::of(step)?.buyers).fold(0.0, f64::max);
        let votes = map.touchpoints().map(|(_, touchpoint)| touchpoint.votes).max().unwrap_or_default();
        let maxima = Maxima { buyers, votes };
        let mut steps = funnel.steps.iter().peekable();
        let priority = |(place, touchpoint): (Place, &Arc<Touchpoint>)| {
            let behind = |step: &FunnelStep| (step.phase, step.rows.end) <= (place.phase, place.row);
            while steps.next_if(|step| behind(step)).is_some() {}
            let loss = steps.peek().filter(|step| step.place() <= place).and_then(|step| Loss::of(step));
            Priority::new(place, PriorityInputs::of(touchpoint, loss), maxima)
        };
        let all = map.touchpoints().map(priority);
        let (mut ranked, unranked): (Vec<_>, Vec<_>) = all.partition(|priority| priority.inputs.are_enough());
        ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
        Priorities { ranked, unranked }
    }
}

impl Priority {
    fn new(place: Place, inputs: PriorityInputs, maxima: Maxima) -> Priority {
        let sum: f64 = inputs.points(maxima).into_iter().map(|(points, _)| points).sum();
        Priority { place, score: (sum * 1e6).round() / 1e6, inputs, maxima }
    }

    /// What speaks for acting here, the weightiest first; nothing where all that is known is well.
    pub fn reasons(&self) -> Vec<PriorityReason> {
        let mut points = self.inputs.points(self.maxima);
        points.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        points.into_iter().filter(|(points, _)| *points > 0.0).filter_map(|(_, reason)| reason).collect()
    }

    /// What nobody knows of the touchpoint yet.
    pub fn missing(&self) -> Vec<MissingInput> {
        let asked = [
            (MissingInput::Emotion, self.inputs.emotion.is_none()),
            (MissingInput::Votes, self.inputs.votes == 0),
            (MissingInput::Reach, !self.inputs.has_reach && self.place.phase != Phase::After),
        ];
        asked.into_iter().filter(|(_, missing)| *missing).map(|(fact, _)| fact).collect()
    }
}

impl PriorityInputs {
    fn of(touchpoint: &Touchpoint, loss: Option<Loss>) -> PriorityInputs {
        let &Touchpoint { critical, emotion, votes, .. } = touchpoint;
        PriorityInputs { critical, emotion, votes, loss, has_reach: touchpoint.reach.is_some() }
    }

    fn are_enough(&self) -> bool {
        self.critical || self.emotion.is_some() || self.votes > 0 || self.loss.is_some()
    }

    /// The weighted points that each fact gives, with the fact as a reason.
    fn points(&self, maxima: Maxima) -> [(f64, Option<PriorityReason>); 4] {
        let pain = self.emotion.map_or(0.0, |emotion| f64::from(-emotion.value()).max(0.0) / 2.0);
        let loss = self.loss.map_or(0.0, |loss| loss.part_of(maxima.buyers));
        let critical = if self.critical { 1.0 } else { 0.0 };
        let votes = if maxima.votes == 0 { 0.0 } else { self.votes as f64 / maxima.votes as f64 };
        [
            (PAIN * pain, self.emotion.map(PriorityReason::Emotion)),
            (LOSS * loss, self.loss.map(PriorityReason::Loss)),
            (CRITICAL * critical, Some(PriorityReason::Critical)),
            (VOTES * votes, Some(PriorityReason::Votes(self.votes))),
        ]
    }
}

impl Loss {
    /// What a step loses; of numbers that are at fault, and without an earlier one, nobody can tell.
    fn of(step: &FunnelStep) -> Option<Loss> {
        step.since.filter(|_| !step.widens)?;
        Some(Loss { lost: step.lost, buyers: step.likelihood.map(|likelihood| step.lost as f64 * likelihood) })
    }

    fn part_of(self, costliest: f64) -> f64 {
        match self.buyers {
            Some(buyers) if costliest > 0.0 => buyers / costliest,
            None if self.lost > 0 => 1.0,
            Some(_) | None => 0.0,
        }
    }
}

impl PriorityReason {
    /// The reason's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            PriorityReason::Critical => "critical",
            PriorityReason::Emotion(_) => "emotion",
            PriorityReason::Votes(_) => "votes",
            PriorityReason::Loss(_) => "loss",
        }
    }
}

impl MissingInput {
    /// The key of the field that would tell.
    pub const fn key(self) -> &'static str {
        match self {
            MissingInput::Emotion => "emotion",
            MissingInput::Votes => "votes",
            MissingInput::Reach => "reach",
        }
    }
}
