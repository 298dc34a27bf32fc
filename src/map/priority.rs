//! Priorities: the touchpoints in the order in which to act on them.
//!
//! The score of a touchpoint is a weighted sum of four parts, each from 0 to 1:
//!
//! score = 0.3 · pain + 0.3 · loss + 0.2 · critical + 0.2 · votes
//!
//! - pain: 1 if the emotion is −2, ½ if it is −1, otherwise 0;
//! - loss: the buyers that the step loses, divided by the buyers that the costliest step loses. The lost customers are
//!   assumed to be as likely to buy as those who came through, so the step loses lost · likelihood buyers. If nobody
//!   came through, loss is 1. It is unknown if the step has no known reach or no earlier step has one, if the step
//!   widens, if more customers buy than came through, because a later step widens, and after the purchase;
//! - critical: 1 at a critical moment;
//! - votes: the touchpoint's votes, divided by the most votes of a touchpoint.
//!
//! A touchpoint is not ranked if its emotion and its loss are unknown, it has no votes, and it is no critical moment.

use std::sync::Arc;

use super::funnel::FunnelStep;
use super::{Emotion, Funnel, JourneyMap, Phase, Place, Touchpoint};

const PAIN: f64 = 0.3;
const LOSS: f64 = 0.3;
const CRITICAL: f64 = 0.2;
const VOTES: f64 = 0.2;

/// The touchpoints of a map by priority.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Priorities {
    /// The touchpoints with a score, the highest first; equal ones are in the journey's order.
    pub ranked: Vec<Priority>,
    /// The touchpoints of which too little is known, in the journey's order; their score is 0.
    pub unranked: Vec<Priority>,
}

/// The priority of a touchpoint, with the values that it was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priority {
    pub place: Place,
    /// The score, 0 … 1, rounded to a millionth so that rounding errors do not order equal scores.
    pub score: f64,
    pub inputs: PriorityInputs,
    /// The maxima of the map, to which loss and votes are relative.
    maxima: Maxima,
}

/// The values of a touchpoint from which its score is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PriorityInputs {
    pub critical: bool,
    /// None when unknown.
    pub emotion: Option<Emotion>,
    pub votes: u64,
    /// The loss of its step; none if unknown, if the step widens, and after the purchase.
    pub loss: Option<Loss>,
    /// True if its reach is known.
    pub has_reach: bool,
}

/// The loss of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// Customers lost since the nearest earlier step with known reach.
    pub lost: u128,
    pub buyers: LostBuyers,
}

/// How many of the lost customers would have bought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LostBuyers {
    /// The lost customers, times the likelihood of buying from the step.
    About(f64),
    /// All buyers: nobody comes through.
    All,
    /// More customers buy than come through, so the reaches contradict each other.
    Unknown,
}

/// A reason to act on a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PriorityReason {
    Critical,
    Emotion(Emotion),
    Votes(u64),
    Loss(Loss),
}

/// A value that is unknown and would make the score more certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingInput {
    Emotion,
    Votes,
    Reach,
}

/// The largest loss in buyers and the most votes of a touchpoint in the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Maxima {
    buyers: f64,
    votes: u64,
}

impl Priorities {
    /// Ranks the touchpoints of the map that the funnel is of.
    pub fn of(map: &JourneyMap, funnel: &Funnel) -> Priorities {
        let buyers = funnel.steps.iter().filter_map(|step| Loss::of(step)?.buyers.number()).fold(0.0, f64::max);
        let votes = map.touchpoints().map(|(_, touchpoint)| touchpoint.votes).max().unwrap_or_default();
        let maxima = Maxima { buyers, votes };
        let mut steps = funnel.steps.iter().peekable();
        let priority = |(place, touchpoint): (Place, &Arc<Touchpoint>)| {
            let is_above = |step: &FunnelStep| (step.phase, step.rows.end) <= (place.phase, place.row);
            while steps.next_if(|step| is_above(step)).is_some() {}
            let loss = steps.peek().filter(|step| step.place() <= place).and_then(|step| Loss::of(step));
            Priority::new(place, PriorityInputs::of(touchpoint, loss), maxima)
        };
        let all = map.touchpoints().map(priority);
        let (mut ranked, unranked): (Vec<_>, Vec<_>) = all.partition(|priority| priority.inputs.are_sufficient());
        ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
        Priorities { ranked, unranked }
    }
}

impl Priority {
    fn new(place: Place, inputs: PriorityInputs, maxima: Maxima) -> Priority {
        let sum: f64 = inputs.points(maxima).into_iter().map(|(points, _)| points).sum();
        Priority { place, score: (sum * 1e6).round() / 1e6, inputs, maxima }
    }

    /// Returns the reasons to act, the one with the most points first; a loss of an unknown number of buyers gives none.
    pub fn reasons(&self) -> Vec<PriorityReason> {
        let mut points = self.inputs.points(self.maxima);
        points.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let is_reason = |(points, reason): (f64, Option<PriorityReason>)| {
            reason.filter(|reason| points > 0.0 || reason.is_unknown_loss())
        };
        points.into_iter().filter_map(is_reason).collect()
    }

    /// Returns the values of the touchpoint that are unknown.
    pub fn missing(&self) -> Vec<MissingInput> {
        let values = [
            (MissingInput::Emotion, self.inputs.emotion.is_none()),
            (MissingInput::Votes, self.inputs.votes == 0),
            (MissingInput::Reach, !self.inputs.has_reach && self.place.phase != Phase::After),
        ];
        values.into_iter().filter(|(_, is_missing)| *is_missing).map(|(value, _)| value).collect()
    }
}

impl PriorityInputs {
    fn of(touchpoint: &Touchpoint, loss: Option<Loss>) -> PriorityInputs {
        let &Touchpoint { critical, emotion, votes, .. } = touchpoint;
        PriorityInputs { critical, emotion, votes, loss, has_reach: touchpoint.reach.is_some() }
    }

    fn are_sufficient(&self) -> bool {
        self.critical || self.emotion.is_some() || self.votes > 0 || self.loss.is_some()
    }

    /// Returns the points of each part of the score, with the reason that they give.
    fn points(&self, maxima: Maxima) -> [(f64, Option<PriorityReason>); 4] {
        let pain = self.emotion.map_or(0.0, |emotion| f64::from(-emotion.value()).max(0.0) / 2.0);
        let loss = self.loss.map_or(0.0, |loss| loss.relative_to(maxima.buyers));
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
    /// Returns the loss of a step; none without an earlier reach, or if the step widens.
    fn of(step: &FunnelStep) -> Option<Loss> {
        step.since.filter(|_| !step.widens)?;
        let buyers = match step.likelihood {
            None => LostBuyers::All,
            Some(likelihood) if likelihood > 1.0 => LostBuyers::Unknown,
            Some(likelihood) => LostBuyers::About(step.lost as f64 * likelihood),
        };
        Some(Loss { lost: step.lost, buyers })
    }

    /// Returns the loss relative to the costliest loss of the map, in buyers; 0 … 1.
    fn relative_to(self, costliest: f64) -> f64 {
        match self.buyers {
            LostBuyers::About(buyers) if costliest > 0.0 => buyers / costliest,
            LostBuyers::All if self.lost > 0 => 1.0,
            LostBuyers::About(_) | LostBuyers::All | LostBuyers::Unknown => 0.0,
        }
    }
}

impl LostBuyers {
    /// Returns the number, if it can be computed.
    pub const fn number(self) -> Option<f64> {
        match self {
            LostBuyers::About(buyers) => Some(buyers),
            LostBuyers::All | LostBuyers::Unknown => None,
        }
    }
}

impl PriorityReason {
    /// Returns true for customers lost of whom nobody knows how many would have bought.
    fn is_unknown_loss(self) -> bool {
        matches!(self, PriorityReason::Loss(Loss { lost: 1.., buyers: LostBuyers::Unknown }))
    }

    /// Returns the reason's name in machine formats.
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
    /// Returns the name of the field in files.
    pub const fn key(self) -> &'static str {
        match self {
            MissingInput::Emotion => "emotion",
            MissingInput::Votes => "votes",
            MissingInput::Reach => "reach",
        }
    }
}
