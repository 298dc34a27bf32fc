//! Fuzz target: opens any bytes as a map's file, runs a script of steps, and draws the screen after each.
#![no_main]

#[path = "../../tests/support/driver.rs"]
mod driver;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| driver::run(bytes));
