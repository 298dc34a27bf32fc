//! The summary of a funnel: its biggest loss, its worst rate, its best lever, and the evidence of its reaches.

use super::funnel::FunnelStep;
use super::{Evidence, Funnel, JourneyMap};

/// The widest interval of a conversion that still counts as certain: 20 percentage points.
const MAX_CERTAIN_WIDTH: f64 = 0.2;

/// The main results of a funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// The step that loses most customers; none if no customer is lost.
    pub loss: Option<KeyStep>,
    /// The step where the smallest share comes through; none if everybody comes through everywhere.
    pub worst_rate: Option<KeyStep>,
    /// The step where one more percentage point gains most buyers; none if no step can gain a buyer, and while a step
    /// widens: the numbers are wrong then.
    pub lever: Option<KeyStep>,
    pub evidence: EvidenceCounts,
}

/// The numbers of a step that the summary names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyStep {
    /// The step's index in the funnel.
    pub step: usize,
    /// Customers lost at the step.
    pub lost: u128,
    /// The share that comes through; none if there is nothing to compare with.
    pub conversion: Option<f64>,
    /// Buyers gained by one more percentage point; none if the conversion cannot rise, if no buyer would be gained, and
    /// while a step widens.
    pub gained: Option<f64>,
    /// The interval of the conversion, if it is too wide to rely on.
    pub uncertain: Option<(f64, f64)>,
}

/// The numbers of known reaches in a funnel, by evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceCounts {
    assumed: usize,
    reported: usize,
    measured: usize,
}

impl Summary {
    /// Summarizes the funnel of a map.
    pub fn of(map: &JourneyMap, funnel: &Funnel) -> Summary {
        let key_step = |step: usize| KeyStep::of(step, funnel);
        Summary {
            loss: funnel.biggest_loss.map(key_step),
            worst_rate: funnel.shown_worst_rate().map(key_step),
            lever: funnel.shown_best_lever().map(key_step),
            evidence: EvidenceCounts::of(map, funnel),
        }
    }
}

impl KeyStep {
    fn of(index: usize, funnel: &Funnel) -> KeyStep {
        let step = &funnel.steps[index];
        let gained = step.lever.filter(|&gained| gained > 0.0 && !funnel.widens());
        KeyStep { step: index, lost: step.lost, conversion: step.conversion, gained, uncertain: step.uncertain() }
    }
}

impl Funnel {
    /// Returns the step with the worst rate, unless everybody comes through there.
    pub(crate) fn shown_worst_rate(&self) -> Option<usize> {
        self.worst_rate.filter(|&index| self.steps[index].lost > 0)
    }

    /// Returns the step of the best lever, unless it gains nothing or a step widens: then the numbers are doubtful.
    pub(crate) fn shown_best_lever(&self) -> Option<usize> {
        self.best_lever.filter(|&index| !self.widens() && self.steps[index].lever.is_some_and(|gained| gained > 0.0))
    }

    /// Returns true if more customers are at a step than at the one before.
    pub(crate) fn widens(&self) -> bool {
        self.first_widening.is_some()
    }
}

impl FunnelStep {
    /// Returns the interval of the conversion if it is wider than 20 percentage points: there were too few customers.
    pub(crate) fn uncertain(&self) -> Option<(f64, f64)> {
        self.interval.filter(|(low, high)| high - low > MAX_CERTAIN_WIDTH)
    }
}

impl EvidenceCounts {
    /// Counts the known reaches in the funnel of a map, from where it begins.
    pub fn of(map: &JourneyMap, funnel: &Funnel) -> EvidenceCounts {
        let mut counts = EvidenceCounts::default();
        let steps = funnel.steps.iter().skip(funnel.begin);
        let touchpoints = steps.flat_map(|step| &map.phase(step.phase)[step.rows.clone()]);
        for touchpoint in touchpoints.filter(|touchpoint| touchpoint.reach.is_some()) {
            match touchpoint.evidence {
                Evidence::Assumed => counts.assumed += 1,
                Evidence::Reported => counts.reported += 1,
                Evidence::Measured => counts.measured += 1,
            }
        }
        counts
    }

    /// Returns how many reaches have this evidence.
    pub fn count(&self, evidence: Evidence) -> usize {
        match evidence {
            Evidence::Assumed => self.assumed,
            Evidence::Reported => self.reported,
            Evidence::Measured => self.measured,
        }
    }

    /// Returns how many reaches are known.
    pub fn known(&self) -> usize {
        self.assumed + self.reported + self.measured
    }

    /// Returns the share of the known reaches with this evidence, 0 … 1; none if no reach is known.
    pub fn share(&self, evidence: Evidence) -> Option<f64> {
        let known = self.known();
        (known > 0).then(|| self.count(evidence) as f64 / known as f64)
    }
}
