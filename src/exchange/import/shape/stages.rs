//! The phases of stages and of funnel steps: by the user's choice, by their names, else by their neighbours.

use std::collections::HashMap;

use crate::exchange::import::stage::{PhaseOrigin, phase_of_step, phases_of_stages};
use crate::map::Phase;
use crate::map::text::{fold, is_same_name};

/// A stage of the table with its phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageReading {
    pub name: String,
    pub phase: Phase,
    pub origin: PhaseOrigin,
}

/// Returns the phases of stages in their order; an unknown one has that of the stage before it.
fn phases_of(names: Vec<String>, choices: &[(String, Phase)]) -> Vec<StageReading> {
    let phases = phases_of_stages(&names, choices);
    let stages = names.into_iter().zip(phases);
    stages.map(|(name, (phase, origin))| StageReading { name, phase, origin }).collect()
}

/// Returns the phases of the steps of a funnel. They never go back: names that would do so do not count.
///
/// Where no name tells a phase, all steps but the last are before the purchase, and the last is during it.
pub(crate) fn phases_of_steps(names: &[String], choices: &[(String, Phase)]) -> Vec<StageReading> {
    let chosen = |name: &String| choices.iter().find(|(each, _)| is_same_name(each, name)).map(|(_, phase)| *phase);
    let by_user: Vec<_> = names.iter().map(chosen).collect();
    let by_name: Vec<_> = names.iter().map(|name| phase_of_step(name)).collect();
    let cuts = best_cuts(&by_name);
    let mut lowest = Phase::Before;
    let mut steps = Vec::with_capacity(names.len());
    for (nth, name) in names.iter().enumerate() {
        let between = if nth < cuts.0 {
            Phase::Before
        } else if nth < cuts.1 {
            Phase::During
        } else {
            Phase::After
        };
        let agrees = by_name[nth] == Some(between);
        let is_last = nth + 1 == names.len();
        let (phase, origin) = match by_user[nth] {
            Some(phase) => (phase, PhaseOrigin::Chosen),
            None if agrees => (between, PhaseOrigin::Name),
            None if is_last => (lowest.max(Phase::During), PhaseOrigin::Place),
            None => (lowest, PhaseOrigin::Place),
        };
        let phase = if by_user[nth].is_some() { phase } else { phase.max(lowest) };
        lowest = lowest.max(phase);
        steps.push(StageReading { name: name.clone(), phase, origin });
    }
    steps
}

/// Returns where *during* and *after* begin, so that most names agree with their place.
fn best_cuts(known: &[Option<Phase>]) -> (usize, usize) {
    let mut before = 0;
    // The most names that agree if the last step is during, or after, the purchase, with the places of the cuts.
    let (mut during, mut after) = ((0, 0), (0, (0, 0)));
    for (nth, phase) in known.iter().enumerate() {
        if before > during.0 {
            during = (before, nth);
        }
        if during.0 > after.0 {
            after = (during.0, (during.1, nth));
        }
        let agrees = |wanted: Phase| usize::from(*phase == Some(wanted));
        before += agrees(Phase::Before);
        during.0 += agrees(Phase::During);
        after.0 += agrees(Phase::After);
    }
    let count = known.len();
    if after.0 > during.0 && after.0 > before {
        after.1
    } else if during.0 > before {
        (during.1, count)
    } else {
        (count, count)
    }
}

/// The phases of the stages of a table, found by the folded names.
pub(crate) struct StagePhases {
    pub readings: Vec<StageReading>,
    places: HashMap<String, usize>,
}

impl StagePhases {
    /// Finds the phases of stages, which are given in the order of the table; each counts once.
    pub(crate) fn of<N: AsRef<str>>(names: impl Iterator<Item = N>, choices: &[(String, Phase)]) -> StagePhases {
        let mut places = HashMap::new();
        let mut distinct = Vec::new();
        let mut last: Option<N> = None;
        for name in names {
            if last.as_ref().is_none_or(|last| last.as_ref() != name.as_ref()) {
                places.entry(fold(name.as_ref())).or_insert_with(|| {
                    distinct.push(name.as_ref().to_owned());
                    distinct.len() - 1
                });
            }
            last = Some(name);
        }
        StagePhases { readings: phases_of(distinct, choices), places }
    }

    /// Returns the stage of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&StageReading> {
        self.places.get(&fold(name)).and_then(|&at| self.readings.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phases(names: &[&str]) -> Vec<Phase> {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        phases_of_steps(&names, &[]).into_iter().map(|step| step.phase).collect()
    }

    #[test]
    fn steps_of_a_funnel_never_go_back() {
        use Phase::{After, Before, During};
        assert_eq!(
            phases(&["visit", "view_recipe", "add_to_basket", "checkout", "order"]),
            [Before, Before, During, During, During]
        );
        assert_eq!(phases(&["Home", "Form", "Sent"]), [Before, Before, During]);
        assert_eq!(phases(&["Use search", "Product", "Add to cart", "Thank you"]), [Before, Before, During, During]);
        assert_eq!(phases(&["Visit", "Purchase", "Onboarding", "Renewal"]), [Before, During, After, After]);
        assert_eq!(phases(&["only"]), [During]);
        assert_eq!(phases(&[]), []);
    }

    #[test]
    fn unknown_stages_have_the_phase_of_the_stage_before() {
        let names = ["Awareness", "Exchange plans", "Purchase"].map(str::to_owned).to_vec();
        let origins: Vec<_> = phases_of(names, &[]).iter().map(|stage| (stage.phase, stage.origin)).collect();
        let expected = [
            (Phase::Before, PhaseOrigin::Name),
            (Phase::Before, PhaseOrigin::Neighbour),
            (Phase::During, PhaseOrigin::Name),
        ];
        assert_eq!(origins, expected);
    }
}
