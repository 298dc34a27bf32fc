//! Measures the export of maps of 30 and 1,000 touchpoints as a page: `cargo bench --bench page`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use divan::Bencher;
use periplo::exchange::inventory::STREAM;
use periplo::exchange::{DocumentSource, TableOptions, page};
use periplo::lang::{Lang, Language};
use periplo::map::{Emotion, Header, IdSource, Intent, JourneyMap, Kind, Line, Name, Phase, Touchpoint};

fn main() {
    divan::main();
}

/// Returns a map of `count` touchpoints with the usual fields filled in.
fn map(count: usize) -> JourneyMap {
    let mut ids = IdSource::new(1);
    let line = |text: &str| Line::optional(text).unwrap();
    let phases = Phase::ALL.map(|_| {
        let touchpoints = (0..count / 3).map(|nth| Touchpoint {
            kind: Some(Kind::ALL[nth % 3]),
            intent: Some(Intent::ALL[nth % 2]),
            channel: line("website"),
            need: line("one final price, with no surprises"),
            pain: line("Seats and suitcases are added one by one, page after page"),
            action: line("Ask who is travelling first, and show the total at once"),
            reach: Some(10_000 - nth as u64),
            with_previous: nth % 5 == 4,
            critical: nth % 7 == 0,
            emotion: Emotion::new(nth as i64 % 5 - 2),
            ..Touchpoint::new(ids.fresh(|_| false), Name::new("Works out the full price on the website").unwrap())
        });
        touchpoints.collect()
    });
    JourneyMap::with_touchpoints(Header::new(Name::new("Bench").unwrap()), phases).0
}

#[divan::bench(args = [30, 1_000])]
fn render_page(bencher: Bencher<'_, '_>, count: usize) {
    let (map, lang) = (map(count), Lang::new(Language::English));
    let source = DocumentSource { map: &map, begin: 0, file: STREAM, lang: &lang, table: TableOptions::GUARDED };
    bencher.bench_local(|| page::render(&source).unwrap().bytes.len());
}
