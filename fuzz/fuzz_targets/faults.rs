//! Text that may be a map: it is read, or its faults lie in it and can be shown at any width.
#![no_main]

#[path = "../../tests/support/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|text: &str| reading::is_read_or_explained(text, text.len() % 300, text.len() % 2 == 1));
