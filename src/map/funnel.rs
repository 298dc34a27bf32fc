//! The funnel: how many customers are left at each step, and how likely each of them is to buy.

use std::ops::Range;
use std::sync::Arc;

use super::step::steps;
use super::{JourneyMap, Phase, Place, Touchpoint};

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The funnel of a map: the steps before and during the purchase, and the loop after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funnel {
    /// Every step of *before* and *during*, with known reach or not.
    pub steps: Vec<FunnelStep>,
    /// Every step of *after*.
    pub after: Vec<AfterStep>,
    /// Customers at the purchase, the last step with known reach.
    pub buyers: Option<u128>,
    /// The most customers at one step.
    pub widest: Option<u128>,
    /// Buyers per customer at the first known step; none when nobody is there.
    pub overall_conversion: Option<f64>,
    /// Index of the step that loses most customers.
    pub biggest_loss: Option<usize>,
    /// Index of the step with the largest lever.
    pub best_lever: Option<usize>,
}

/// One step of the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelStep {
    pub phase: Phase,
    /// The step's touchpoints, as rows of the phase.
    pub rows: Range<usize>,
    /// Customers who get here; none when unknown.
    pub reach: Option<u128>,
    /// Whether some but not all of the step's touchpoints have a known reach.
    pub partial: bool,
    /// Customers here per customer at the step `since`.
    pub conversion: Option<f64>,
    /// Index of the nearest earlier step with known reach.
    pub since: Option<usize>,
    /// Customers lost since that step.
    pub lost: u128,
    /// Probability of buying from here: buyers per customer at this step.
    pub likelihood: Option<f64>,
    /// Wilson's 95 % interval of the conversion.
    pub interval: Option<(f64, f64)>,
    /// Buyers gained if one percentage point more of the customers at `since` came through.
    pub lever: Option<f64>,
    /// Whether more customers are here than at `since`: a fault of the numbers.
    pub widens: bool,
}

/// One step of the loop after the purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct AfterStep {
    /// The step's touchpoints, as rows of *after*.
    pub rows: Range<usize>,
    /// Customers who get here; none when unknown.
    pub reach: Option<u128>,
    /// Whether some but not all of the step's touchpoints have a known reach.
    pub partial: bool,
    /// Customers here per buyer.
    pub share_of_buyers: Option<f64>,
}

impl FunnelStep {
    /// Where the step's first touchpoint stands.
    pub fn place(&self) -> Place {
        Place::new(self.phase, self.rows.start)
    }
}

impl Funnel {
    /// Computes the funnel of a map.
    pub fn of(map: &JourneyMap) -> Funnel {
        let mut funnel = Funnel::default();
        for phase in [Phase::Before, Phase::During] {
            let touchpoints = map.phase(phase);
            funnel.steps.extend(steps(touchpoints).map(|rows| {
                let (reach, partial) = reach_of(&touchpoints[rows.clone()]);
                FunnelStep { phase, rows, reach, partial, ..FunnelStep::UNKNOWN }
            }));
        }
        let known = || funnel.steps.iter().filter_map(|step| step.reach);
        let first = known().next();
        funnel.buyers = known().next_back();
        funnel.widest = known().max();
        funnel.overall_conversion = funnel.buyers.zip(first).and_then(|(buyers, first)| ratio(buyers, first));
        funnel.compare_steps();

        let touchpoints = map.phase(Phase::After);
        funnel.after.extend(steps(touchpoints).map(|rows| {
            let (reach, partial) = reach_of(&touchpoints[rows.clone()]);
            let share_of_buyers = reach.zip(funnel.buyers).and_then(|(reach, buyers)| ratio(reach, buyers));
            AfterStep { rows, reach, partial, share_of_buyers }
        }));
        funnel
    }

    fn compare_steps(&mut self) {
        let mut earlier: Option<(usize, u128)> = None;
        let (mut most_lost, mut most_gained) = (0, 0.0);
        for (index, step) in self.steps.iter_mut().enumerate() {
            let Some(reach) = step.reach else { continue };
            step.likelihood = self.buyers.and_then(|buyers| ratio(buyers, reach));
            if let Some((since, from)) = earlier {
                step.since = Some(since);
                step.conversion = ratio(reach, from);
                step.lost = from.saturating_sub(reach);
                step.widens = reach > from;
                step.interval = step.conversion.and_then(|p| wilson(p, from as f64));
                step.lever = self.buyers.zip(step.conversion).and_then(|(buyers, conversion)| {
                    let movable = conversion > 0.0 && conversion <= 0.99;
                    movable.then(|| 0.01 * from as f64 * buyers as f64 / reach as f64)
                });
            }
            if step.lost > most_lost {
                most_lost = step.lost;
                self.biggest_loss = Some(index);
            }
            if let Some(lever) = step.lever.filter(|&lever| self.best_lever.is_none() || lever > most_gained) {
                most_gained = lever;
                self.best_lever = Some(index);
            }
            earlier = Some((index, reach));
        }
    }

    /// Index of the step that the touchpoint at a place belongs to; none after the purchase.
    pub fn step_at(&self, place: Place) -> Option<usize> {
        let after = self.steps.partition_point(|step| step.place() <= place);
        let index = after.checked_sub(1)?;
        let step = &self.steps[index];
        (step.phase == place.phase && step.rows.contains(&place.row)).then_some(index)
    }
}

impl FunnelStep {
    const UNKNOWN: FunnelStep = FunnelStep {
        phase: Phase::Before,
        rows: 0..0,
        reach: None,
        partial: false,
        conversion: None,
        since: None,
        lost: 0,
        likelihood: None,
        interval: None,
        lever: None,
        widens: false,
    };
}

fn reach_of(touchpoints: &[Arc<Touchpoint>]) -> (Option<u128>, bool) {
    let mut known = touchpoints.iter().filter_map(|touchpoint| touchpoint.reach).peekable();
    if known.peek().is_none() {
        return (None, false);
    }
    let partial = touchpoints.iter().any(|touchpoint| touchpoint.reach.is_none());
    (Some(known.map(u128::from).sum()), partial)
}

fn ratio(part: u128, whole: u128) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Wilson's score interval (1927) of a proportion `p` seen in `n` customers; none above 1.
fn wilson(p: f64, n: f64) -> Option<(f64, f64)> {
    if p > 1.0 {
        return None;
    }
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // Nobody and everybody are exact ends, which rounding would miss by a hair.
    let low = if p == 0.0 { 0.0 } else { (centre - spread) / scale };
    let high = if p == 1.0 { 1.0 } else { (centre + spread) / scale };
    Some((low.max(0.0), high.min(1.0)))
}
