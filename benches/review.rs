//! Benchmarks of the review, with maps of 30, 1,000 and 100,000 touchpoints: `cargo bench --bench review`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use std::collections::HashSet;

use divan::{Bencher, black_box};
use periplo::map::channel::BareNameDetector;
use periplo::map::review::Reviewer;
use periplo::map::{Header, IdSource, Intent, JourneyMap, Kind, Line, Name, Phase, Touchpoint};

const SIZES: [usize; 3] = [30, 1_000, 100_000];

fn main() {
    divan::main();
}

/// Builds a map of `count` touchpoints, some of which break rules of the review.
fn map(count: usize) -> JourneyMap {
    let names =
        ["Works out the full price on the website", "Asks a neighbour", "Página web de la empresa", "Paga en caja"];
    let mut ids = IdSource::new(1);
    let phases = Phase::ALL.map(|_| {
        let touchpoints = (0..count / 3).map(|nth| Touchpoint {
            kind: Some(Kind::ALL[nth % 3]),
            intent: Some(Intent::ALL[nth % 2]),
            need: if nth % 8 == 0 { None } else { Line::optional("one final price").unwrap() },
            action: Line::optional("Show it").unwrap(),
            reach: Some(1_000_000 - nth as u64),
            critical: nth % 7 == 0,
            ..Touchpoint::new(ids.fresh(|_| false), Name::new(&format!("{} {nth}", names[nth % 4])).unwrap())
        });
        touchpoints.collect()
    });
    JourneyMap::with_touchpoints(Header::new(Name::new("Bench").unwrap()), phases).0
}

/// Preparing the names of channels, once for many reviews.
#[divan::bench]
fn bare_name_detector() -> BareNameDetector {
    BareNameDetector::new()
}

/// All rules for a whole map.
#[divan::bench(args = SIZES)]
fn review(bencher: Bencher, count: usize) {
    let (reviewer, map, repeated) = (Reviewer::new(), map(count), HashSet::new());
    bencher.bench_local(|| black_box(reviewer.review(&map, &repeated)));
}

/// The rules for one touchpoint.
#[divan::bench]
fn touchpoint(bencher: Bencher) {
    let (reviewer, map) = (Reviewer::new(), map(30));
    let touchpoints = map.phase(Phase::Before);
    bencher.bench_local(|| reviewer.touchpoint_rules(black_box(&touchpoints[0]), false).count());
}
