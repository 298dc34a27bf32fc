//! What the funnel would be if some steps let another share of the customers through.

use std::sync::Arc;

use super::funnel::FunnelStep;
use super::supposed::{Conversion, Supposed};
use super::{Edit, Evidence, Funnel, JourneyMap, Touchpoint};

/// What a sum of shares may miss the whole by, for nothing but its digits.
const HAIR: f64 = 1e-9;

/// What a funnel would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The customers at each step of the funnel; none where nobody knows them.
    pub steps: Vec<Option<f64>>,
    pub buyers: f64,
    /// How many buyers more than there are; negative for fewer.
    pub change: f64,
}

/// Why a step cannot be supposed to have a conversion; positions count all steps from 1.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum WhatIfFault {
    /// The funnel has fewer steps.
    #[error("the funnel has {steps} steps, none at {position}")]
    NoSuchStep { position: usize, steps: usize },
    /// Nobody knows how many customers reach the step.
    #[error("the reach of step {position} is unknown")]
    NoReach { position: usize },
    /// No earlier step has a known reach that it could be a share of.
    #[error("no step before step {position} has a known reach")]
    NothingBefore { position: usize },
    /// Nobody reaches the nearest earlier step with known reach.
    #[error("nobody reaches step {since}, the one before step {position}")]
    NobodyBefore { position: usize, since: usize },
    /// The conversion would not lie in 0 … 1; it is `now`.
    #[error("step {position} cannot have that conversion")]
    NotAShare { position: usize, now: f64 },
    /// The step is supposed to have two conversions at once.
    #[error("step {position} is given twice")]
    Twice { position: usize },
}

/// Computes what a funnel would be with these conversions in place of some steps' own.
///
/// The reach of a step becomes its conversion times the reach of the nearest earlier known step, as that became; later
/// steps keep their own conversions. A step that has none, because nobody reached the one before it, changes in the
/// same measure as that one would have, which is how the lever counts it too.
pub fn what_if(funnel: &Funnel, supposed: &[Supposed]) -> Result<Outcome, WhatIfFault> {
    let mut conversions = vec![None; funnel.steps.len()];
    for each in supposed {
        let conversion = conversion(funnel, each)?;
        let place = &mut conversions[each.position - 1];
        if place.replace(conversion).is_some() {
            return Err(WhatIfFault::Twice { position: each.position });
        }
    }
    // How much the reach of the nearest earlier known step has grown or shrunk. Multiplied by one number all along,
    // steps behind keep their proportions without rounding.
    let mut factor = 1.0;
    let mut steps = Vec::with_capacity(funnel.steps.len());
    for (step, conversion) in funnel.steps.iter().zip(conversions) {
        steps.push(step.reach.map(|reach| {
            let replaced = conversion.filter(|_| conversion != step.conversion);
            match replaced.zip(earlier(funnel, step)) {
                Some((conversion, from)) => {
                    let supposed = conversion * from as f64 * factor;
                    factor = if reach == 0 { factor } else { supposed / reach as f64 };
                    supposed
                }
                None => reach as f64 * factor,
            }
        }));
    }
    let buyers = steps.iter().rev().find_map(|&reach| reach).unwrap_or_default();
    let change = buyers - funnel.buyers.unwrap_or_default() as f64;
    Ok(Outcome { steps, buyers, change })
}

/// The share that a step is supposed to let through.
fn conversion(funnel: &Funnel, supposed: &Supposed) -> Result<f64, WhatIfFault> {
    let position = supposed.position;
    let step = position.checked_sub(1).and_then(|index| funnel.steps.get(index));
    let step = step.ok_or(WhatIfFault::NoSuchStep { position, steps: funnel.steps.len() })?;
    if step.reach.is_none() {
        return Err(WhatIfFault::NoReach { position });
    }
    let since = step.since.ok_or(WhatIfFault::NothingBefore { position })?;
    let now = step.conversion.ok_or(WhatIfFault::NobodyBefore { position, since: since + 1 })?;
    let share = match supposed.conversion {
        Conversion::To(share) => share,
        Conversion::By(points) => now + points,
    };
    let is_share = (-HAIR..=1.0 + HAIR).contains(&share);
    if is_share { Ok(share.clamp(0.0, 1.0)) } else { Err(WhatIfFault::NotAShare { position, now }) }
}

/// The customers at the step that a step's conversion is measured from.
fn earlier(funnel: &Funnel, step: &FunnelStep) -> Option<u128> {
    step.since.and_then(|since| funnel.steps[since].reach)
}

impl Outcome {
    /// Indices of the steps that have another reach than in the funnel, in order.
    pub fn changed<'a>(&'a self, funnel: &'a Funnel) -> impl Iterator<Item = usize> + 'a {
        let pairs = self.steps.iter().zip(&funnel.steps).enumerate();
        let differs = |would: Option<f64>, is: Option<u128>| would != is.map(|reach| reach as f64);
        pairs.filter(move |(_, (would, step))| differs(**would, step.reach)).map(|(index, _)| index)
    }

    /// The change that writes these reaches, in whole numbers, into the map that the funnel is of.
    ///
    /// What a step would have is shared out among its touchpoints in proportion to what they have, and is assumed from
    /// then on. A touchpoint of unknown reach stays one, and who keeps its number keeps its evidence.
    pub fn assumed(&self, map: &JourneyMap, funnel: &Funnel) -> Edit {
        let mut changed = Vec::new();
        for index in self.changed(funnel) {
            let (step, would) = (&funnel.steps[index], self.steps[index].unwrap_or_default());
            let known = map.phase(step.phase)[step.rows.clone()].iter().filter(|each| each.reach.is_some());
            let known: Vec<&Arc<Touchpoint>> = known.collect();
            let reaches: Vec<u64> = known.iter().filter_map(|each| each.reach).collect();
            for (touchpoint, reach) in known.into_iter().zip(shares(would.round(), &reaches)) {
                if touchpoint.reach != Some(reach) {
                    let touchpoint = Touchpoint::clone(touchpoint);
                    changed.push(Touchpoint { reach: Some(reach), evidence: Evidence::Assumed, ..touchpoint });
                }
            }
        }
        Edit::Replace(changed)
    }
}

/// A whole number shared out in proportion to these, or evenly when all are 0; the parts add up to it.
fn shares(whole: f64, parts: &[u64]) -> Vec<u64> {
    let even = parts.iter().all(|&part| part == 0);
    let weight = |part: u64| if even { 1 } else { u128::from(part) };
    let sum: u128 = parts.iter().map(|&part| weight(part)).sum();
    // Each part ends where the rounded sum of all up to it ends, so that nothing is lost between them.
    let (mut up_to, mut given) = (0_u128, 0_u128);
    let share = |&part: &u64| {
        up_to += weight(part);
        let end = (whole * (up_to as f64 / sum as f64)).round() as u128;
        let share = end.saturating_sub(given);
        given = end;
        u64::try_from(share).unwrap_or(u64::MAX)
    };
    parts.iter().map(share).collect()
}
