//! A map's file and what is done to it, out of bytes that the fuzzer chooses.
#![no_main]

#[path = "../../tests/support/driver.rs"]
mod driver;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| driver::run(bytes));
