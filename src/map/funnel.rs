//! The funnel: how many customers reach each step, and how likely they are to buy.

use std::ops::Range;
use std::sync::Arc;

use super::step::steps;
use super::{JourneyMap, Phase, Place, Touchpoint};

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The funnel of a map: the steps before and during the purchase, and the steps after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funnel {
    /// Every step of *before* and *during*, including those of unknown reach and those that lead in.
    pub steps: Vec<FunnelStep>,
    /// The index of the step where the funnel begins. The steps before it lead in: only their reaches are set, and they
    /// take part in no other value.
    pub begin: usize,
    /// Every step of *after*.
    pub after: Vec<AfterStep>,
    /// Customers at the last step with known reach, the purchase.
    pub buyers: Option<u128>,
    /// The largest reach of a step from the beginning on.
    pub widest: Option<u128>,
    /// Buyers per customer at the first step with known reach, 0 … 1; above 1 if the funnel widens. None if its reach
    /// is 0.
    pub overall_conversion: Option<f64>,
    /// The index of the step that loses most customers; none if no customer is lost.
    pub biggest_loss: Option<usize>,
    /// The index of the step with the smallest conversion.
    pub worst_rate: Option<usize>,
    /// The index of the step with the largest lever.
    pub best_lever: Option<usize>,
    /// The index of the first step that widens.
    pub first_widening: Option<usize>,
}

/// One step of the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelStep {
    pub phase: Phase,
    /// The step's touchpoints, as rows of the phase.
    pub rows: Range<usize>,
    /// Customers who get here; none if unknown.
    pub reach: Option<u128>,
    /// True if some but not all of the step's touchpoints have a known reach.
    pub partial: bool,
    /// Customers here per customer at the step `since`.
    pub conversion: Option<f64>,
    /// The index of the nearest earlier step with known reach.
    pub since: Option<usize>,
    /// Customers lost since that step.
    pub lost: u128,
    /// The probability of buying from here: buyers per customer at this step.
    pub likelihood: Option<f64>,
    /// The 95 % interval of the conversion (Wilson's score interval).
    pub interval: Option<(f64, f64)>,
    /// Buyers gained if one percentage point more of the customers at `since` got here; none if the conversion is 0 or
    /// above 99 %.
    pub lever: Option<f64>,
    /// True if more customers are here than at `since`, which is an error in the reaches.
    pub widens: bool,
}

/// One step after the purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct AfterStep {
    /// The step's touchpoints, as rows of *after*.
    pub rows: Range<usize>,
    /// Customers who get here; none if unknown.
    pub reach: Option<u128>,
    /// True if some but not all of the step's touchpoints have a known reach.
    pub partial: bool,
    /// Customers here per buyer.
    pub share_of_buyers: Option<f64>,
}

impl FunnelStep {
    /// Returns the place of the step's first touchpoint.
    pub fn place(&self) -> Place {
        Place::new(self.phase, self.rows.start)
    }
}

impl Funnel {
    /// Computes the funnel of a map.
    pub fn of(map: &JourneyMap) -> Funnel {
        Funnel::beginning_at(map, 0)
    }

    /// Computes the funnel of a map from the step with index `begin` on.
    pub fn beginning_at(map: &JourneyMap, begin: usize) -> Funnel {
        let mut funnel = Funnel { begin, ..Funnel::default() };
        // The steps of a large map take megabytes, which are not copied when the list grows.
        funnel.steps.reserve_exact(map.phase(Phase::Before).len() + map.phase(Phase::During).len());
        for phase in [Phase::Before, Phase::During] {
            let touchpoints = map.phase(phase);
            funnel.steps.extend(steps(touchpoints).map(|rows| {
                let (reach, partial) = reach_of(&touchpoints[rows.clone()]);
                FunnelStep { phase, rows, reach, partial, ..FunnelStep::UNKNOWN }
            }));
        }
        funnel.compare_steps();

        let touchpoints = map.phase(Phase::After);
        funnel.after.reserve_exact(touchpoints.len());
        funnel.after.extend(steps(touchpoints).map(|rows| {
            let (reach, partial) = reach_of(&touchpoints[rows.clone()]);
            let share_of_buyers = reach.zip(funnel.buyers).and_then(|(reach, buyers)| ratio(reach, buyers));
            AfterStep { rows, reach, partial, share_of_buyers }
        }));
        funnel
    }

    /// Returns the funnel with other reaches of the steps until the purchase. The steps after it are left out.
    pub(crate) fn with_reaches(&self, reaches: impl IntoIterator<Item = Option<u128>>) -> Funnel {
        let with_reach = |(step, reach): (&FunnelStep, Option<u128>)| FunnelStep {
            phase: step.phase,
            rows: step.rows.clone(),
            reach,
            partial: step.partial,
            ..FunnelStep::UNKNOWN
        };
        let steps = self.steps.iter().zip(reaches).map(with_reach).collect();
        let mut funnel = Funnel { begin: self.begin, steps, ..Funnel::default() };
        funnel.compare_steps();
        funnel
    }

    /// Fills in the values that compare each step with the nearest earlier step with known reach, and those of the whole
    /// funnel until the purchase.
    fn compare_steps(&mut self) {
        let ends = self.ends().map(|ends| ends.map(|(_, step)| step.reach.unwrap_or_default()));
        self.buyers = ends.map(|[_, last]| last);
        self.overall_conversion = ends.and_then(|[first, last]| ratio(last, first));
        self.widest = self.steps.iter().skip(self.begin).filter_map(|step| step.reach).max();
        let mut earlier: Option<(usize, u128)> = None;
        let (mut max_lost, mut max_lever, mut min_conversion) = (0, 0.0, f64::INFINITY);
        for (index, step) in self.steps.iter_mut().enumerate().skip(self.begin) {
            let Some(reach) = step.reach else { continue };
            step.likelihood = self.buyers.and_then(|buyers| ratio(buyers, reach));
            if let Some((since, from)) = earlier {
                step.since = Some(since);
                step.conversion = ratio(reach, from);
                step.lost = from.saturating_sub(reach);
                step.widens = reach > from;
                self.first_widening = self.first_widening.or(step.widens.then_some(index));
                step.interval = step.conversion.and_then(|conversion| wilson(conversion, from as f64));
                step.lever = self.buyers.zip(step.conversion).and_then(|(buyers, conversion)| {
                    let can_rise = conversion > 0.0 && conversion <= 0.99;
                    can_rise.then(|| 0.01 * from as f64 * buyers as f64 / reach as f64)
                });
            }
            if step.lost > max_lost {
                max_lost = step.lost;
                self.biggest_loss = Some(index);
            }
            if let Some(conversion) = step.conversion.filter(|&conversion| conversion < min_conversion) {
                min_conversion = conversion;
                self.worst_rate = Some(index);
            }
            if let Some(lever) = step.lever.filter(|&lever| self.best_lever.is_none() || lever > max_lever) {
                max_lever = lever;
                self.best_lever = Some(index);
            }
            earlier = Some((index, reach));
        }
    }

    /// Returns true if the step with that index is before the step where the funnel begins.
    pub fn is_leading_in(&self, index: usize) -> bool {
        index < self.begin
    }

    /// Returns the first and the last step with known reach, from the beginning on, with their indices.
    pub fn ends(&self) -> Option<[(usize, &FunnelStep); 2]> {
        let mut known = self.steps.iter().enumerate().skip(self.begin).filter(|(_, step)| step.reach.is_some());
        let first = known.next()?;
        Some([first, known.next_back().unwrap_or(first)])
    }

    /// Returns the index of the step of the touchpoint at a place; none after the purchase.
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

/// Returns the sum of the known reaches, and whether some but not all reaches are known.
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

/// Returns Wilson's score interval (1927) of a proportion of customers; none if the proportion is above 1.
fn wilson(proportion: f64, customers: f64) -> Option<(f64, f64)> {
    if proportion > 1.0 {
        return None;
    }
    let z_squared = Z * Z;
    let centre = proportion + z_squared / (2.0 * customers);
    let variance = proportion * (1.0 - proportion) / customers + z_squared / (4.0 * customers * customers);
    let spread = Z * variance.sqrt();
    let scale = 1.0 + z_squared / customers;
    // The ends for none and all are exact; rounding would miss them slightly.
    let low = if proportion == 0.0 { 0.0 } else { (centre - spread) / scale };
    let high = if proportion == 1.0 { 1.0 } else { (centre + spread) / scale };
    Some((low.max(0.0), high.min(1.0)))
}
