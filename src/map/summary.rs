//! What a funnel comes down to: where most are lost, what one more point gives, and how sure the numbers are.

use super::funnel::FunnelStep;
use super::{Evidence, Funnel, JourneyMap, Phase};

/// An interval that is wider says that there were too few customers to tell: 20 percentage points.
pub const TOO_WIDE: f64 = 0.2;

/// What a funnel comes down to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// The step that loses most customers; none when nobody is lost.
    pub loss: Option<KeyStep>,
    /// The step at which one more percentage point brings most buyers; none when no buyer can be gained.
    pub lever: Option<KeyStep>,
    pub evidence: EvidenceCounts,
}

/// What there is to say of a remarkable step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyStep {
    /// The step's index in the funnel.
    pub step: usize,
    /// Customers lost there.
    pub lost: u128,
    /// Buyers that one more percentage point gives there; none where there is no room for it, or no buyer to gain.
    pub gained: Option<f64>,
    /// The interval of the conversion, where there were too few customers to tell it.
    pub uncertain: Option<(f64, f64)>,
}

/// How many reaches before and during the purchase are known, and where they come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceCounts {
    assumed: usize,
    reported: usize,
    measured: usize,
}

impl Summary {
    /// Sums up the funnel of a map.
    pub fn of(map: &JourneyMap, funnel: &Funnel) -> Summary {
        let spot = |step: usize| KeyStep::of(step, &funnel.steps[step]);
        let lever = funnel.best_lever.map(spot).filter(|lever| lever.gained.is_some());
        Summary { loss: funnel.biggest_loss.map(spot), lever, evidence: EvidenceCounts::of(map) }
    }
}

impl KeyStep {
    fn of(index: usize, step: &FunnelStep) -> KeyStep {
        let gained = step.lever.filter(|&gained| gained > 0.0);
        KeyStep { step: index, lost: step.lost, gained, uncertain: step.uncertain() }
    }
}

impl FunnelStep {
    /// The interval of the conversion, where there were too few customers to tell it: wider than 20 points.
    pub fn uncertain(&self) -> Option<(f64, f64)> {
        self.interval.filter(|(low, high)| high - low > TOO_WIDE)
    }
}

impl EvidenceCounts {
    /// Counts the known reaches of the funnel of a map.
    pub fn of(map: &JourneyMap) -> EvidenceCounts {
        let mut counts = EvidenceCounts::default();
        let touchpoints = [Phase::Before, Phase::During].into_iter().flat_map(|phase| map.phase(phase));
        for touchpoint in touchpoints.filter(|touchpoint| touchpoint.reach.is_some()) {
            match touchpoint.evidence {
                Evidence::Assumed => counts.assumed += 1,
                Evidence::Reported => counts.reported += 1,
                Evidence::Measured => counts.measured += 1,
            }
        }
        counts
    }

    /// How many reaches have that evidence.
    pub fn count(&self, evidence: Evidence) -> usize {
        match evidence {
            Evidence::Assumed => self.assumed,
            Evidence::Reported => self.reported,
            Evidence::Measured => self.measured,
        }
    }

    /// How many reaches are known.
    pub fn known(&self) -> usize {
        self.assumed + self.reported + self.measured
    }

    /// The share of the known reaches that has that evidence; none when no reach is known.
    pub fn share(&self, evidence: Evidence) -> Option<f64> {
        let known = self.known();
        (known > 0).then(|| self.count(evidence) as f64 / known as f64)
    }
}
