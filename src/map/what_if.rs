//! The funnel as it would be if some steps had another conversion.

mod input;

use std::sync::Arc;

use super::funnel::FunnelStep;
use super::{Edit, Evidence, Funnel, JourneyMap, Touchpoint};

pub use input::{ConversionChange, WhatIfStep, WhatIfSyntaxError};

/// How far rounding may take a conversion beyond 0 or 1.
const EPSILON: f64 = 1e-9;

/// The reaches of a what-if, with what they mean for the number of buyers.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfOutcome {
    /// The customers at each step of the funnel; none where the reach is unknown.
    pub steps: Vec<Option<f64>>,
    pub buyers: f64,
    /// Buyers gained; negative if buyers are lost.
    pub change: f64,
}

/// Why a step cannot have another conversion; positions count all steps from 1.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum WhatIfError {
    /// The funnel has fewer steps.
    #[error("the funnel has {steps} steps, none at {position}")]
    NoSuchStep { position: usize, steps: usize },
    /// The step leads in: the funnel begins at a later step.
    #[error("step {position} is before step {begin}, where the funnel begins")]
    LeadingIn { position: usize, begin: usize },
    /// The step's reach is unknown.
    #[error("the reach of step {position} is unknown")]
    NoReach { position: usize },
    /// No earlier step has a known reach, so the step has no conversion.
    #[error("no step before step {position} has a known reach")]
    NothingBefore { position: usize },
    /// The nearest earlier step with known reach has a reach of 0.
    #[error("nobody reaches step {since}, the one before step {position}")]
    NobodyBefore { position: usize, since: usize },
    /// The new conversion would not be within 0 … 1; the present one is `now`.
    #[error("step {position} cannot have that conversion")]
    NotAShare { position: usize, now: f64 },
    /// The step is given two conversions.
    #[error("step {position} is given twice")]
    Twice { position: usize },
}

/// Computes the funnel with other conversions for some of its steps.
///
/// The reach of a changed step becomes its new conversion times the new reach of the nearest earlier known step. Later
/// steps keep their conversions. A step without conversion, because the reach before it is 0, changes by the same factor
/// as the steps before it; the lever of a step is computed in the same way.
pub fn what_if(funnel: &Funnel, changed: &[WhatIfStep]) -> Result<WhatIfOutcome, WhatIfError> {
    let mut conversions = vec![None; funnel.steps.len()];
    for each in changed {
        let conversion = new_conversion(funnel, each)?;
        if conversions[each.position - 1].replace(conversion).is_some() {
            return Err(WhatIfError::Twice { position: each.position });
        }
    }
    // New reach per present reach of the nearest earlier known step. With one factor for all unchanged steps after it,
    // their proportions are kept without rounding.
    let mut factor = 1.0;
    let mut steps = Vec::with_capacity(funnel.steps.len());
    for (step, conversion) in funnel.steps.iter().zip(conversions) {
        steps.push(step.reach.map(|reach| {
            let changed = conversion.filter(|_| conversion != step.conversion);
            match changed.zip(previous_reach(funnel, step)) {
                Some((conversion, previous)) => {
                    let new = conversion * previous as f64 * factor;
                    factor = if reach == 0 { factor } else { new / reach as f64 };
                    new
                }
                None => reach as f64 * factor,
            }
        }));
    }
    let buyers = steps.iter().rev().find_map(|&reach| reach).unwrap_or_default();
    let change = buyers - funnel.buyers.unwrap_or_default() as f64;
    Ok(WhatIfOutcome { steps, buyers, change })
}

/// Returns the new conversion of a step, 0 … 1.
fn new_conversion(funnel: &Funnel, changed: &WhatIfStep) -> Result<f64, WhatIfError> {
    let position = changed.position;
    let step = position.checked_sub(1).and_then(|index| funnel.steps.get(index));
    let step = step.ok_or(WhatIfError::NoSuchStep { position, steps: funnel.steps.len() })?;
    if funnel.is_leading_in(position - 1) {
        return Err(WhatIfError::LeadingIn { position, begin: funnel.begin + 1 });
    }
    if step.reach.is_none() {
        return Err(WhatIfError::NoReach { position });
    }
    let since = step.since.ok_or(WhatIfError::NothingBefore { position })?;
    let now = step.conversion.ok_or(WhatIfError::NobodyBefore { position, since: since + 1 })?;
    let share = match changed.conversion {
        ConversionChange::To(share) => share,
        ConversionChange::By(points) => now + points,
    };
    let is_share = (-EPSILON..=1.0 + EPSILON).contains(&share);
    if is_share { Ok(share.clamp(0.0, 1.0)) } else { Err(WhatIfError::NotAShare { position, now }) }
}

/// Returns the reach that the step's conversion refers to.
fn previous_reach(funnel: &Funnel, step: &FunnelStep) -> Option<u128> {
    step.since.and_then(|since| funnel.steps[since].reach)
}

impl WhatIfOutcome {
    /// Returns the funnel with these reaches, rounded to whole numbers, without the steps after the purchase.
    pub(crate) fn to_funnel(&self, funnel: &Funnel) -> Funnel {
        funnel.with_reaches(self.steps.iter().map(|reach| reach.map(|reach| reach.round() as u128)))
    }

    /// Returns the indices of the steps whose reach differs from that in the funnel, in order.
    pub fn changed<'a>(&'a self, funnel: &'a Funnel) -> impl Iterator<Item = usize> + 'a {
        let pairs = self.steps.iter().zip(&funnel.steps).enumerate();
        let differs = |new: Option<f64>, now: Option<u128>| new != now.map(|reach| reach as f64);
        pairs.filter(move |(_, (new, step))| differs(**new, step.reach)).map(|(index, _)| index)
    }

    /// Returns the edit that writes the new reaches, rounded to whole numbers, into the funnel's map.
    ///
    /// The reach of a step is distributed over its touchpoints in proportion to their present reaches. A reach that
    /// changes becomes assumed. Unknown reaches stay unknown.
    pub fn to_edit(&self, map: &JourneyMap, funnel: &Funnel) -> Edit {
        let mut changed = Vec::new();
        for index in self.changed(funnel) {
            let (step, new) = (&funnel.steps[index], self.steps[index].unwrap_or_default());
            let known = map.phase(step.phase)[step.rows.clone()].iter().filter(|each| each.reach.is_some());
            let known: Vec<&Arc<Touchpoint>> = known.collect();
            let reaches: Vec<u64> = known.iter().filter_map(|each| each.reach).collect();
            for (touchpoint, reach) in known.into_iter().zip(distribute(new.round(), &reaches)) {
                if touchpoint.reach != Some(reach) {
                    let touchpoint = Touchpoint::clone(touchpoint);
                    changed.push(Touchpoint { reach: Some(reach), evidence: Evidence::Assumed, ..touchpoint });
                }
            }
        }
        Edit::Replace(changed)
    }
}

/// Distributes a whole number in proportion to `weights`, or evenly if all of them are 0; the parts add up to it.
fn distribute(whole: f64, weights: &[u64]) -> Vec<u64> {
    let is_even = weights.iter().all(|&weight| weight == 0);
    let weight = |weight: u64| if is_even { 1 } else { u128::from(weight) };
    let sum: u128 = weights.iter().map(|&each| weight(each)).sum();
    // Each part ends at the rounded cumulative share, so that rounding errors do not add up.
    let (mut cumulative, mut distributed) = (0_u128, 0_u128);
    let part = |&each: &u64| {
        cumulative += weight(each);
        let end = (whole * (cumulative as f64 / sum as f64)).round() as u128;
        let part = end.saturating_sub(distributed);
        distributed = end;
        u64::try_from(part).unwrap_or(u64::MAX)
    };
    weights.iter().map(part).collect()
}
