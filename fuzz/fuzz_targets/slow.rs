//! Fuzz target: looks for texts that take long to read, or whose faults take long to place, by repeating a short piece.
#![no_main]

use std::time::{Duration, Instant};

use periplo::app::faults::picture::positions;
use periplo::store::ron_text::parse;

/// How many bytes are read. Quadratic time shows at this length.
const BYTES: usize = 300_000;
/// Far longer than the slowest piece takes in linear time.
const TIME_LIMIT: Duration = Duration::from_secs(3);

libfuzzer_sys::fuzz_target!(|input: (&str, &str)| {
    let (start, piece) = input;
    if piece.is_empty() || piece.len() > 40 {
        return;
    }
    let text = format!("{start}{}", piece.repeat(BYTES / piece.len()));
    let began = Instant::now();
    if let Err(faults) = parse(&text) {
        positions(&text, &faults);
    }
    assert!(began.elapsed() < TIME_LIMIT, "{start:?} with many of {piece:?}");
});
