//! The funnel: every value against one computed by hand.

use periplo::map::{Funnel, Header, IdSource, JourneyMap, Name, Phase, Place, Touchpoint};

/// The reaches of a step's alternatives.
type Step<'a> = &'a [Option<u64>];

fn map(before: &[Step], during: &[Step], after: &[Step]) -> JourneyMap {
    let mut ids = IdSource::new(7);
    let phases = [before, during, after].map(|steps| {
        let mut touchpoints = Vec::new();
        for step in steps {
            for (nth, &reach) in step.iter().enumerate() {
                let name = Name::new("Does something").unwrap();
                let touchpoint = Touchpoint::new(ids.fresh(|_| false), name);
                touchpoints.push(Touchpoint { reach, with_previous: nth > 0, ..touchpoint });
            }
        }
        touchpoints
    });
    JourneyMap::with_touchpoints(Header::new(Name::new("Test").unwrap()), phases).0
}

/// Returns the funnel of steps without alternatives, all before the purchase.
fn funnel(reaches: &[Option<u64>]) -> Funnel {
    let steps: Vec<[Option<u64>; 1]> = reaches.iter().map(|&reach| [reach]).collect();
    let steps: Vec<Step> = steps.iter().map(|step| &step[..]).collect();
    Funnel::of(&map(&steps, &[], &[]))
}

fn known(reaches: &[u64]) -> Funnel {
    funnel(&reaches.iter().map(|&reach| Some(reach)).collect::<Vec<_>>())
}

fn each<T>(funnel: &Funnel, what: impl Fn(&periplo::map::funnel::FunnelStep) -> T) -> Vec<T> {
    funnel.steps.iter().map(what).collect()
}

#[track_caller]
fn assert_near(found: Option<f64>, expected: f64) {
    let found = found.expect("a value");
    assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn a_shop_funnel_has_the_values_computed_by_hand() {
    let funnel = known(&[90_400, 22_600, 4_520, 1_130, 452]);
    assert_eq!(funnel.buyers, Some(452));
    assert_eq!(funnel.overall_conversion, Some(0.005));
    assert_eq!(each(&funnel, |step| step.conversion), [None, Some(0.25), Some(0.2), Some(0.25), Some(0.4)]);
    assert_eq!(each(&funnel, |step| step.since), [None, Some(0), Some(1), Some(2), Some(3)]);
    assert_eq!(each(&funnel, |step| step.lost), [0, 67_800, 18_080, 3_390, 678]);
    let likelihoods = [0.005, 0.02, 0.1, 0.4, 1.0];
    assert_eq!(each(&funnel, |step| step.likelihood), likelihoods.map(Some));
    // The lever is 0.01 · previous reach · buyers / reach.
    assert_eq!(funnel.steps[0].lever, None);
    for (step, lever) in funnel.steps[1..].iter().zip([18.08, 22.6, 18.08, 11.3]) {
        assert_near(step.lever, lever);
    }
    assert_eq!((funnel.biggest_loss, funnel.best_lever), (Some(1), Some(2)));
    assert_eq!(each(&funnel, |step| step.widens || step.partial), [false; 5]);
}

#[test]
fn the_interval_agrees_with_published_tables() {
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, Wilson's score method.
    let table = [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ];
    for (through, of, lower, upper) in table {
        let funnel = known(&[of, through]);
        let (low, high) = funnel.steps[1].interval.expect("an interval");
        assert!((low - lower).abs() < 0.000_05 && (high - upper).abs() < 0.000_05, "{through}/{of}: {low}, {high}");
    }
}

#[test]
fn the_ends_of_the_interval_solve_its_equation() {
    // At both ends, the observed proportion is 1.96 standard errors away.
    let z = 1.959_963_984_540_054_f64;
    for (through, of) in [(1, 2), (113, 452), (1, 1_000_000), (999, 1_000), (67_800, 90_400)] {
        let funnel = known(&[of, through]);
        let (low, high) = funnel.steps[1].interval.expect("an interval");
        let (seen, n) = (through as f64 / of as f64, of as f64);
        for end in [low, high] {
            let distance = (seen - end).abs() / (end * (1.0 - end) / n).sqrt();
            assert!((distance - z).abs() < 1e-6, "{through}/{of}: {end} is {distance} away");
        }
        assert!(low < seen && seen < high);
    }
}

#[test]
fn the_reach_of_a_step_is_the_sum_of_its_alternatives() {
    let map = map(&[&[Some(420), Some(240)], &[Some(5), None, Some(7)], &[None, None]], &[&[Some(3)]], &[]);
    let funnel = Funnel::of(&map);
    assert_eq!(each(&funnel, |step| step.reach), [Some(660), Some(12), None, Some(3)]);
    assert_eq!(each(&funnel, |step| step.partial), [false, true, false, false]);
    assert_eq!(each(&funnel, |step| step.rows.clone()), [0..2, 2..5, 5..7, 0..1]);
    assert_eq!(each(&funnel, |step| step.phase), [Phase::Before, Phase::Before, Phase::Before, Phase::During]);
}

#[test]
fn the_first_touchpoint_of_a_phase_is_never_an_alternative() {
    let mut ids = IdSource::new(1);
    let touchpoint = |reach, ids: &mut IdSource| Touchpoint {
        reach: Some(reach),
        with_previous: true,
        ..Touchpoint::new(ids.fresh(|_| false), Name::new("Pays").unwrap())
    };
    let phases = [vec![touchpoint(9, &mut ids)], vec![touchpoint(4, &mut ids)], vec![]];
    let (map, _) = JourneyMap::with_touchpoints(Header::new(Name::new("Test").unwrap()), phases);
    assert_eq!(each(&Funnel::of(&map), |step| step.reach), [Some(9), Some(4)]);
}

#[test]
fn steps_of_unknown_reach_are_skipped() {
    let funnel = funnel(&[None, Some(100), None, None, Some(20), None]);
    assert_eq!(funnel.buyers, Some(20), "the purchase is the last step with a known reach");
    assert_eq!(funnel.overall_conversion, Some(0.2), "from the first step with a known reach");
    assert_eq!(each(&funnel, |step| step.since), [None, None, None, None, Some(1), None]);
    assert_eq!(each(&funnel, |step| step.conversion), [None, None, None, None, Some(0.2), None]);
    assert_eq!(each(&funnel, |step| step.likelihood), [None, Some(0.2), None, None, Some(1.0), None]);
    assert_eq!(each(&funnel, |step| step.lost), [0, 0, 0, 0, 80, 0]);
    assert_eq!(funnel.biggest_loss, Some(4));
}

#[test]
fn without_known_reaches_nothing_is_computed() {
    for funnel in [funnel(&[]), funnel(&[None, None])] {
        assert_eq!((funnel.buyers, funnel.overall_conversion), (None, None));
        assert_eq!((funnel.biggest_loss, funnel.best_lever), (None, None));
        assert!(funnel.steps.iter().all(|step| step.likelihood.is_none() && step.lost == 0 && !step.widens));
    }
}

#[test]
fn a_single_known_step_is_first_step_and_purchase() {
    let funnel = known(&[40]);
    assert_eq!((funnel.buyers, funnel.overall_conversion), (Some(40), Some(1.0)));
    assert_eq!((funnel.steps[0].likelihood, funnel.steps[0].conversion), (Some(1.0), None));
    assert_eq!((funnel.biggest_loss, funnel.best_lever), (None, None));
}

#[test]
fn a_widening_step_keeps_its_numbers() {
    let funnel = known(&[100, 150, 30]);
    let step = &funnel.steps[1];
    assert!(step.widens);
    assert_eq!(step.conversion, Some(1.5), "never clamped");
    assert_eq!((step.lost, step.interval, step.lever), (0, None, None));
    assert_eq!(step.likelihood, Some(0.2));
    assert!(!funnel.steps[2].widens);
    assert_eq!(funnel.steps[2].lost, 120, "counted from the step in front of it");
}

#[test]
fn an_equal_reach_is_neither_loss_nor_widening() {
    let funnel = known(&[80, 80]);
    let step = &funnel.steps[1];
    assert_eq!((step.conversion, step.lost, step.widens, step.lever), (Some(1.0), 0, false, None));
    assert!(step.interval.is_some_and(|(low, high)| low < 1.0 && high == 1.0));
    assert_eq!((funnel.biggest_loss, funnel.best_lever), (None, None), "nobody is lost");
}

#[test]
fn after_a_reach_of_zero_there_is_no_conversion() {
    let funnel = known(&[300, 0, 30]);
    let (zero, next) = (&funnel.steps[1], &funnel.steps[2]);
    assert_eq!((zero.conversion, zero.lost, zero.likelihood, zero.lever), (Some(0.0), 300, None, None));
    assert!(zero.interval.is_some_and(|(low, high)| low == 0.0 && high > 0.0));
    assert_eq!((next.since, next.conversion, next.interval, next.lever), (Some(1), None, None, None));
    assert!(next.widens, "30 out of 0");
    assert_eq!((funnel.buyers, funnel.overall_conversion), (Some(30), Some(0.1)));
}

#[test]
fn a_purchase_with_a_reach_of_zero_is_known() {
    let funnel = known(&[50, 10, 0]);
    assert_eq!((funnel.buyers, funnel.overall_conversion), (Some(0), Some(0.0)));
    assert_eq!(each(&funnel, |step| step.likelihood), [Some(0.0), Some(0.0), None]);
    assert_eq!(each(&funnel, |step| step.lever), [None, Some(0.0), None]);
}

#[test]
fn a_first_reach_of_zero_leaves_no_overall_conversion() {
    let funnel = known(&[0, 0]);
    assert_eq!((funnel.buyers, funnel.overall_conversion), (Some(0), None));
    assert_eq!((funnel.biggest_loss, funnel.best_lever), (None, None));
}

#[test]
fn of_equal_losses_and_levers_the_earlier_step_is_chosen() {
    let funnel = known(&[300, 200, 100]);
    assert_eq!(each(&funnel, |step| step.lost), [0, 100, 100]);
    assert_eq!(funnel.biggest_loss, Some(1));

    let funnel = known(&[400, 200, 100]);
    assert_eq!(each(&funnel, |step| step.lever), [None, Some(2.0), Some(2.0)]);
    assert_eq!(funnel.best_lever, Some(1));
}

#[test]
fn a_conversion_above_99_percent_has_no_lever() {
    for (through, has_lever) in [(989, true), (990, true), (991, false), (1_000, false)] {
        assert_eq!(known(&[1_000, through]).steps[1].lever.is_some(), has_lever, "{through} of 1000");
    }
}

#[test]
fn sums_above_the_largest_reach_are_exact() {
    let largest = u128::from(u64::MAX);
    let map = map(&[&[Some(u64::MAX), Some(u64::MAX), Some(u64::MAX)], &[Some(u64::MAX)]], &[], &[]);
    let funnel = Funnel::of(&map);
    assert_eq!(funnel.steps[0].reach, Some(3 * largest));
    assert_eq!(funnel.steps[1].lost, 2 * largest);
    assert_near(funnel.steps[1].conversion, 1.0 / 3.0);
}

#[test]
fn steps_after_the_purchase_are_compared_with_the_buyers() {
    let map = map(&[&[Some(500)]], &[&[Some(50)]], &[&[Some(40)], &[Some(10), None], &[None], &[Some(75)]]);
    let funnel = Funnel::of(&map);
    assert_eq!(funnel.buyers, Some(50), "what follows the purchase is no part of the funnel");
    let shares: Vec<_> = funnel.after.iter().map(|step| (step.reach, step.partial, step.share_of_buyers)).collect();
    let expected =
        [(Some(40), false, Some(0.8)), (Some(10), true, Some(0.2)), (None, false, None), (Some(75), false, Some(1.5))];
    assert_eq!(shares, expected);
}

#[test]
fn without_buyers_steps_after_the_purchase_have_no_share() {
    let unknown = Funnel::of(&map(&[&[None]], &[], &[&[Some(40)]]));
    assert_eq!(unknown.after[0].share_of_buyers, None);
    let none = Funnel::of(&map(&[&[Some(0)]], &[], &[&[Some(40)]]));
    assert_eq!(none.after[0].share_of_buyers, None);
}

#[test]
fn every_row_of_before_and_during_is_in_one_step() {
    let map = map(&[&[None, None], &[None]], &[&[None], &[None, None, None]], &[&[None]]);
    let funnel = Funnel::of(&map);
    let steps: Vec<_> = map.touchpoints().map(|(place, _)| funnel.step_at(place)).collect();
    assert_eq!(steps, [Some(0), Some(0), Some(1), Some(2), Some(3), Some(3), Some(3), None]);
    assert_eq!(funnel.step_at(Place::new(Phase::Before, 3)), None);
    assert_eq!(Funnel::default().step_at(Place::new(Phase::Before, 0)), None);
}

#[test]
fn the_worst_rate_is_the_smallest_conversion_and_not_the_largest_loss() {
    let funnel = known(&[137_476, 61_845, 34_045, 5_582]);
    assert_eq!((funnel.biggest_loss, funnel.worst_rate), (Some(1), Some(3)));
    assert_near(funnel.steps[3].conversion, 5_582.0 / 34_045.0);
    assert_eq!(known(&[400, 200, 100]).worst_rate, Some(1), "of equal rates the earlier one");
    assert_eq!(known(&[400]).worst_rate, None);
    assert_eq!(known(&[0, 0]).worst_rate, None);
    assert_eq!(known(&[400, 0, 0]).worst_rate, Some(1));
    assert_eq!(known(&[400, 500]).worst_rate, Some(1), "a rate above 1 is a rate");
}

#[test]
fn steps_that_lead_in_take_no_part_in_the_funnel() {
    let map = map(&[&[Some(1_000_000)], &[Some(400)], &[None], &[Some(100)]], &[&[Some(50)]], &[&[Some(25)]]);
    let whole = Funnel::of(&map);
    assert_eq!((whole.begin, whole.biggest_loss, whole.widest), (0, Some(1), Some(1_000_000)));
    let funnel = Funnel::beginning_at(&map, 1);
    assert_eq!(each(&funnel, |step| step.reach), [Some(1_000_000), Some(400), None, Some(100), Some(50)]);
    assert_eq!(each(&funnel, |step| step.since), [None, None, None, Some(1), Some(3)]);
    assert_eq!(each(&funnel, |step| step.likelihood), [None, Some(0.125), None, Some(0.5), Some(1.0)]);
    assert_eq!(each(&funnel, |step| step.conversion), [None, None, None, Some(0.25), Some(0.5)]);
    assert_eq!((funnel.begin, funnel.buyers, funnel.widest), (1, Some(50), Some(400)));
    assert_near(funnel.overall_conversion, 0.125);
    assert_eq!((funnel.biggest_loss, funnel.worst_rate, funnel.best_lever), (Some(3), Some(3), Some(3)));
    assert_eq!(funnel.after[0].share_of_buyers, Some(0.5));
    let leading_in: Vec<bool> = (0..5).map(|index| funnel.is_leading_in(index)).collect();
    assert_eq!(leading_in, [true, false, false, false, false]);
    assert_eq!(Funnel::beginning_at(&map, 9).buyers, None);
}
