//! Fuzz target: reads any bytes as a page of Markdown.
#![no_main]

#[path = "../../tests/support/importing.rs"]
mod importing;
#[path = "../../tests/support/reading.rs"]
mod reading;

use periplo::exchange::import::source::SourceFormat;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| importing::check_import(bytes, Some(SourceFormat::Markdown)));
