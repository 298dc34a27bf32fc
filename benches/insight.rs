//! Benchmarks of funnel, what-if, balance and priorities, with maps of 30, 1,000 and 100,000 touchpoints:
//! `cargo bench --bench insight`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use divan::Bencher;
use periplo::map::balance::Balance;
use periplo::map::what_if::ConversionChange;
use periplo::map::{
    Emotion, Funnel, Header, IdSource, Intent, JourneyMap, Kind, Line, Name, Phase, Priorities, Summary, Touchpoint,
    WhatIfStep, what_if,
};

const SIZES: [usize; 3] = [30, 1_000, 100_000];

fn main() {
    divan::main();
}

/// Builds a map of `count` touchpoints with alternatives, reaches, votes and emotions.
fn map(count: usize) -> JourneyMap {
    let mut ids = IdSource::new(1);
    let mut reach = 10_000_000_u64;
    let phases = Phase::ALL.map(|_| {
        let touchpoints = (0..count / 3).map(|nth| {
            reach -= reach / 5_000;
            Touchpoint {
                kind: Some(Kind::ALL[nth % 3]),
                intent: Some(Intent::ALL[nth % 2]),
                need: Line::optional("one final price, with no surprises").unwrap(),
                reach: (nth % 4 != 3).then_some(reach),
                with_previous: nth % 5 == 4,
                critical: nth % 7 == 0,
                emotion: Emotion::new(nth as i64 % 8 - 4),
                votes: nth as u64 % 11,
                ..Touchpoint::new(ids.fresh(|_| false), Name::new("Works out the full price on the website").unwrap())
            }
        });
        touchpoints.collect()
    });
    JourneyMap::with_touchpoints(Header::new(Name::new("Bench").unwrap()), phases).0
}

/// One percentage point less at the second step, which changes every later one.
const ONE_POINT_LESS: [WhatIfStep; 1] = [WhatIfStep { position: 2, conversion: ConversionChange::By(-0.01) }];

#[divan::bench(args = SIZES)]
fn funnel(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    bencher.bench_local(|| Funnel::of(&map));
}

#[divan::bench(args = SIZES)]
fn summary(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    let funnel = Funnel::of(&map);
    bencher.bench_local(|| Summary::of(&map, &funnel));
}

#[divan::bench(args = SIZES)]
fn what_if_outcome(bencher: Bencher<'_, '_>, count: usize) {
    let funnel = Funnel::of(&map(count));
    bencher.bench_local(|| what_if(&funnel, &ONE_POINT_LESS).unwrap());
}

/// Building the edit that writes the outcome into the map, without applying it.
#[divan::bench(args = SIZES)]
fn what_if_edit(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    let funnel = Funnel::of(&map);
    let outcome = what_if(&funnel, &ONE_POINT_LESS).unwrap();
    bencher.bench_local(|| outcome.to_edit(&map, &funnel));
}

#[divan::bench(args = SIZES)]
fn balance(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    bencher.bench_local(|| Balance::of(&map).gaps());
}

#[divan::bench(args = SIZES)]
fn priorities(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    let funnel = Funnel::of(&map);
    bencher.bench_local(|| Priorities::of(&map, &funnel));
}
