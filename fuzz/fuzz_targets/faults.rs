//! Fuzz target: reads any text as a map, or shows its faults at any width.
#![no_main]

#[path = "../../tests/support/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|text: &str| reading::check_reading(text, text.len() % 300, text.len() % 2 == 1));
