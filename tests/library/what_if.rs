//! What-if: values computed by hand, and properties of random funnels.

use periplo::map::what_if::WhatIfError;
use periplo::map::what_if::{ConversionChange, WhatIfSyntaxError};
use periplo::map::{
    Edit, EditError, Evidence, Funnel, Header, IdSource, JourneyMap, Name, Touchpoint, WhatIfOutcome, WhatIfStep,
    what_if,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Builds a map of steps before the purchase, each with the reaches of its alternatives.
fn map(steps: &[&[Option<u64>]]) -> JourneyMap {
    let mut ids = IdSource::new(7);
    let mut before = Vec::new();
    for step in steps {
        for (nth, &reach) in step.iter().enumerate() {
            let touchpoint = Touchpoint::new(ids.fresh(|_| false), Name::new("Does something").unwrap());
            before.push(Touchpoint { reach, with_previous: nth > 0, evidence: Evidence::Measured, ..touchpoint });
        }
    }
    JourneyMap::with_touchpoints(Header::new(Name::new("Test").unwrap()), [before, vec![], vec![]]).0
}

/// Builds a map of steps without alternatives.
fn map_of_steps(reaches: &[Option<u64>]) -> JourneyMap {
    let steps: Vec<[Option<u64>; 1]> = reaches.iter().map(|&reach| [reach]).collect();
    let steps: Vec<&[Option<u64>]> = steps.iter().map(|step| &step[..]).collect();
    map(&steps)
}

fn funnel(reaches: &[Option<u64>]) -> Funnel {
    Funnel::of(&map_of_steps(reaches))
}

fn known(reaches: &[u64]) -> Funnel {
    funnel(&reaches.iter().map(|&reach| Some(reach)).collect::<Vec<_>>())
}

fn to(position: usize, share: f64) -> WhatIfStep {
    WhatIfStep { position, conversion: ConversionChange::To(share) }
}

fn by(position: usize, points: f64) -> WhatIfStep {
    WhatIfStep { position, conversion: ConversionChange::By(points) }
}

#[track_caller]
fn assert_outcome(outcome: &WhatIfOutcome, steps: &[Option<f64>], buyers: f64, change: f64) {
    let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other.abs().max(1.0);
    let steps_near = outcome.steps.iter().zip(steps).all(|(one, other)| match (one, other) {
        (Some(one), Some(other)) => near(*one, *other),
        (one, other) => one == other,
    });
    assert!(steps_near && outcome.steps.len() == steps.len(), "{outcome:?}");
    assert!(near(outcome.buyers, buyers) && near(outcome.change, change), "{outcome:?}");
}

#[test]
fn a_higher_conversion_raises_every_later_reach() {
    let shop = known(&[90_400, 22_600, 4_520, 1_130, 452]);
    let outcome = what_if(&shop, &[to(3, 0.4)]).unwrap();
    assert_outcome(&outcome, &[90_400.0, 22_600.0, 9_040.0, 2_260.0, 904.0].map(Some), 904.0, 452.0);
    assert_eq!(outcome.changed(&shop).collect::<Vec<_>>(), [2, 3, 4]);
    // Ten points more than the present 20 %.
    let outcome = what_if(&shop, &[by(3, 0.1)]).unwrap();
    assert_outcome(&outcome, &[90_400.0, 22_600.0, 6_780.0, 1_695.0, 678.0].map(Some), 678.0, 226.0);
    // Two steps at once: 50 % of 90,400, and half of the rest pays.
    let outcome = what_if(&shop, &[to(5, 0.5), to(2, 0.5)]).unwrap();
    assert_outcome(&outcome, &[90_400.0, 45_200.0, 9_040.0, 2_260.0, 1_130.0].map(Some), 1_130.0, 678.0);
    let outcome = what_if(&shop, &[to(4, 0.0)]).unwrap();
    assert_outcome(&outcome, &[Some(90_400.0), Some(22_600.0), Some(4_520.0), Some(0.0), Some(0.0)], 0.0, -452.0);
}

#[test]
fn steps_of_unknown_reach_stay_unknown() {
    let outcome = what_if(&funnel(&[None, Some(1_000), None, Some(250), None, Some(100), None]), &[to(4, 0.5)]);
    let steps = [None, Some(1_000.0), None, Some(500.0), None, Some(200.0), None];
    assert_outcome(&outcome.unwrap(), &steps, 200.0, 100.0);
}

#[test]
fn widening_steps_and_steps_after_zero_change_by_the_same_factor() {
    let faulty = known(&[1_000, 250, 300, 0, 30]);
    let outcome = what_if(&faulty, &[to(2, 0.5)]).unwrap();
    assert_outcome(&outcome, &[1_000.0, 500.0, 600.0, 0.0, 60.0].map(Some), 60.0, 30.0);
    // A widening step can get a conversion below 1: 80 % of 250, two thirds of 300.
    let outcome = what_if(&faulty, &[to(3, 0.8)]).unwrap();
    assert_outcome(&outcome, &[1_000.0, 250.0, 200.0, 0.0, 20.0].map(Some), 20.0, -10.0);
    let outcome = what_if(&faulty, &[to(4, 0.1)]).unwrap();
    assert_outcome(&outcome, &[1_000.0, 250.0, 300.0, 30.0, 30.0].map(Some), 30.0, 0.0);
}

#[test]
fn a_step_without_conversion_is_rejected() {
    let faulty = funnel(&[None, Some(1_000), Some(0), Some(30)]);
    let rejected = |supposed: &[WhatIfStep]| what_if(&faulty, supposed).unwrap_err();
    assert_eq!(rejected(&[to(0, 0.5)]), WhatIfError::NoSuchStep { position: 0, steps: 4 });
    assert_eq!(rejected(&[to(5, 0.5)]), WhatIfError::NoSuchStep { position: 5, steps: 4 });
    assert_eq!(rejected(&[to(1, 0.5)]), WhatIfError::NoReach { position: 1 });
    assert_eq!(rejected(&[to(2, 0.5)]), WhatIfError::NothingBefore { position: 2 });
    assert_eq!(rejected(&[to(4, 0.5)]), WhatIfError::NobodyBefore { position: 4, since: 3 });
    assert_eq!(rejected(&[to(3, 0.5), to(3, 0.6)]), WhatIfError::Twice { position: 3 });
    for share in [-0.01, 1.01, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(matches!(rejected(&[to(3, share)]), WhatIfError::NotAShare { position: 3, .. }), "{share}");
    }
    assert_eq!(what_if(&known(&[100, 98]), &[by(2, 0.03)]), Err(WhatIfError::NotAShare { position: 2, now: 0.98 }));
    assert_eq!(what_if(&known(&[100, 95]), &[by(2, 0.05)]).unwrap().buyers, 100.0);
}

#[test]
fn what_if_steps_are_parsed_as_people_type_them() {
    let cases = [
        ("2=55", Ok(to(2, 0.55))),
        ("2=55%", Ok(to(2, 0.55))),
        (" 12 = 55,5 % ", Ok(to(12, 0.555))),
        ("2=0.5", Ok(to(2, 0.005))),
        ("2=0", Ok(to(2, 0.0))),
        ("2=100", Ok(to(2, 1.0))),
        ("2=+5", Ok(by(2, 0.05))),
        ("2=+2,5%", Ok(by(2, 0.025))),
        ("2", Err(WhatIfSyntaxError::NoSign)),
        ("", Err(WhatIfSyntaxError::NoSign)),
        ("=5", Err(WhatIfSyntaxError::NotAPosition)),
        ("0=5", Err(WhatIfSyntaxError::NotAPosition)),
        ("+2=5", Err(WhatIfSyntaxError::NotAPosition)),
        ("-1=5", Err(WhatIfSyntaxError::NotAPosition)),
        ("x=5", Err(WhatIfSyntaxError::NotAPosition)),
        ("2=", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=half", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=-5", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=NaN", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=inf", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=1e1", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=5%%", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=1.000,5", Err(WhatIfSyntaxError::NotAPercentage)),
        ("2=100.1", Err(WhatIfSyntaxError::AboveAll)),
        ("2=+101", Err(WhatIfSyntaxError::AboveAll)),
    ];
    for (text, expected) in cases {
        assert_eq!(text.parse(), expected, "{text}");
    }
}

#[test]
fn written_reaches_are_whole_distributed_and_assumed() {
    let mut map = map(&[&[Some(1_000)], &[Some(300), None, Some(101), Some(0)], &[Some(40)], &[Some(7)]]);
    let funnel = Funnel::of(&map);
    // Half of 1,000 instead of 401: 374.06 and 125.94 in proportion; then 49.88 and 8.73.
    let outcome = what_if(&funnel, &[to(2, 0.5)]).unwrap();
    map.apply(outcome.to_edit(&map, &funnel)).expect("a change");
    let written: Vec<_> = map.touchpoints().map(|(_, each)| (each.reach, each.evidence)).collect();
    let (assumed, measured) = (Evidence::Assumed, Evidence::Measured);
    let expected = [
        (Some(1_000), measured),
        (Some(374), assumed),
        (None, measured),
        (Some(126), assumed),
        (Some(0), measured),
        (Some(50), assumed),
        (Some(9), assumed),
    ];
    assert_eq!(written, expected);
}

#[test]
fn alternatives_with_reach_zero_share_evenly() {
    let mut map = map(&[&[Some(1_000)], &[Some(0), Some(0), Some(0)]]);
    let funnel = Funnel::of(&map);
    let outcome = what_if(&funnel, &[to(2, 0.1)]).unwrap();
    map.apply(outcome.to_edit(&map, &funnel)).expect("a change");
    let reaches: Vec<_> = map.touchpoints().map(|(_, each)| each.reach).collect();
    assert_eq!(reaches, [1_000, 33, 34, 33].map(Some));
}

fn reaches() -> impl Strategy<Value = Vec<Option<u64>>> {
    let reach = prop_oneof![
        2 => Just(None),
        1 => Just(Some(0)),
        8 => (0..100_000u64).prop_map(Some),
        1 => (0..=u64::MAX).prop_map(Some),
    ];
    vec(reach, 1..9)
}

/// Returns the positions of the steps that have a conversion.
fn positions_with_conversion(funnel: &Funnel) -> Vec<usize> {
    let steps = funnel.steps.iter().enumerate();
    steps.filter(|(_, step)| step.conversion.is_some_and(|share| share <= 1.0)).map(|(index, _)| index + 1).collect()
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

proptest! {
    #[test]
    fn the_present_conversion_changes_nothing(reaches in reaches()) {
        let funnel = funnel(&reaches);
        let same: Vec<_> = positions_with_conversion(&funnel)
            .into_iter()
            .map(|position| to(position, funnel.steps[position - 1].conversion.unwrap()))
            .collect();
        let outcome = what_if(&funnel, &same).unwrap();
        prop_assert_eq!(outcome.changed(&funnel).count(), 0);
        prop_assert_eq!(outcome.change, 0.0);
        let mut map = map_of_steps(&reaches);
        let edit = outcome.to_edit(&map, &funnel);
        prop_assert_eq!(map.apply(edit).unwrap_err(), EditError::NoChange);
    }

    #[test]
    fn a_higher_conversion_never_loses_buyers(reaches in reaches(), low in 0.0..1.0f64, more in 0.0..1.0f64) {
        let funnel = funnel(&reaches);
        for position in positions_with_conversion(&funnel) {
            let few = what_if(&funnel, &[to(position, low)]).unwrap();
            let many = what_if(&funnel, &[to(position, (low + more).min(1.0))]).unwrap();
            prop_assert!(few.buyers <= many.buyers * (1.0 + 1e-12));
        }
    }

    #[test]
    fn one_point_more_gains_the_lever(reaches in reaches()) {
        let funnel = funnel(&reaches);
        for (index, step) in funnel.steps.iter().enumerate() {
            let Some(lever) = step.lever else { continue };
            let outcome = what_if(&funnel, &[by(index + 1, 0.01)]).unwrap();
            let buyers = funnel.buyers.unwrap() as f64;
            prop_assert!(near(outcome.buyers, buyers + lever), "{:?} {}", outcome, lever);
        }
    }

    #[test]
    fn every_given_conversion_holds_in_the_outcome(reaches in reaches(), share in 0.0..=1.0f64) {
        let funnel = funnel(&reaches);
        let all = positions_with_conversion(&funnel);
        let supposed: Vec<_> = all.iter().map(|&position| to(position, share)).collect();
        let outcome = what_if(&funnel, &supposed).unwrap();
        for position in all {
            let since = funnel.steps[position - 1].since.unwrap();
            let (from, here) = (outcome.steps[since].unwrap(), outcome.steps[position - 1].unwrap());
            prop_assert!(near(here, share * from), "{:?}", outcome);
        }
    }

    #[test]
    fn the_written_map_has_the_reaches_of_the_outcome(
        steps in vec(vec(prop::option::weighted(0.8, 0..100_000u64), 1..4), 1..6),
        share in 0.0..=1.0f64,
    ) {
        let slices: Vec<&[Option<u64>]> = steps.iter().map(Vec::as_slice).collect();
        let map = map(&slices);
        let funnel = Funnel::of(&map);
        for position in positions_with_conversion(&funnel) {
            let outcome = what_if(&funnel, &[to(position, share)]).unwrap();
            let edit = outcome.to_edit(&map, &funnel);
            let mut written = map.clone();
            let changed = written.apply(edit.clone());
            prop_assert!(changed.is_ok() || edit == Edit::Replace(vec![]));
            let found: Vec<_> = Funnel::of(&written).steps.iter().map(|step| step.reach).collect();
            let expected: Vec<_> = outcome.steps.iter().map(|reach| reach.map(|reach| reach.round() as u128)).collect();
            prop_assert_eq!(found, expected);
            for ((_, old), (_, new)) in map.touchpoints().zip(written.touchpoints()) {
                prop_assert_eq!(old.reach.is_some(), new.reach.is_some());
                let evidence = if old.reach == new.reach { old.evidence } else { Evidence::Assumed };
                prop_assert_eq!(new.evidence, evidence);
            }
        }
    }
}
