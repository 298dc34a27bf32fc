//! Fuzz target: reads any bytes as a workbook, and any XML as the parts of one.
#![no_main]

#[path = "../../tests/support/importing.rs"]
mod importing;
#[path = "../../tests/support/reading.rs"]
mod reading;

use periplo::exchange::import::source::SourceFormat;

libfuzzer_sys::fuzz_target!(|input: (&str, &str, &[u8])| {
    let (sheet, texts, bytes) = input;
    importing::check_xlsx(sheet, texts);
    importing::check_ods(sheet);
    importing::check_import(bytes, Some(SourceFormat::Xlsx));
});
