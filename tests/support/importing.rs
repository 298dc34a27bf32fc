//! The driver of the fuzz tests of imports: any bytes are read as any format, and become a map or a sentence.
//!
//! The test suite runs this on a few random inputs, and `fuzz/` runs it for as long as wanted.

use std::io::{Cursor, Write};

use periplo::exchange::import::grid::Grid;
use periplo::exchange::import::shape;
use periplo::exchange::import::shape::choices::{Choices, Purpose, Shape};
use periplo::exchange::import::shape::reading::Reading;
use periplo::exchange::import::source::{self, SourceContent, SourceFormat, SourceOptions};
use periplo::exchange::import::{self, ImportFailure, ImportOptions, Imported, Remark};
use periplo::exchange::{FormulaGuard, mermaid};
use periplo::lang::{Lang, Language};
use periplo::map::Name;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::reading::{check_harmless, check_round_trip};

/// Reads bytes as a file with a name of that format, and checks what becomes of them.
pub fn check_import(bytes: &[u8], format: Option<SourceFormat>) {
    let language = Language::ALL[bytes.len() % Language::ALL.len()];
    let lang = Lang::new(language);
    let options = SourceOptions { lang: &lang, format, sheet: None, guard: FormulaGuard::On, purpose: Purpose::Map };
    let source = match source::read(bytes, &options) {
        Ok(source) => source,
        Err(failure) => return check_failure(&failure),
    };
    check_remarks(&source.remarks);
    let title = Name::new("untitled").expect("a title");
    let choices = Choices::default();
    let options = ImportOptions { lang: &lang, title: &title, choices: &choices, known: &[], guard: FormulaGuard::On };
    match &source.content {
        SourceContent::Tables(tables) => {
            assert!(!tables.is_empty(), "a file without tables was read");
            tables.iter().cloned().for_each(check_table);
            for shape in Shape::ALL.map(Some).into_iter().chain([None]) {
                let choices = Choices { shape, ..Choices::default() };
                check_reading(shape::read(tables, &ImportOptions { choices: &choices, ..options }), &lang);
            }
        }
        SourceContent::Diagrams(text) => check_map(mermaid::read_page(text, &options)),
        SourceContent::WholeMap(text) => check_map(import::json::read(text, &options)),
    }
}

/// Reads a workbook with this sheet and these shared texts, as xlsx.
pub fn check_xlsx(sheet: &str, texts: &str) {
    let workbook = r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let relations = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>"#;
    let bytes = archive(&[
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    check_import(&bytes, Some(SourceFormat::Xlsx));
}

/// Reads a workbook with these tables, as ods.
pub fn check_ods(content: &str) {
    let mime = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    check_import(&archive(&[mime, ("content.xml", content)]), Some(SourceFormat::Ods));
}

/// Packs parts into an archive.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file(*name, options).expect("a part");
        archive.write_all(content.as_bytes()).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

fn check_table(table: Grid) {
    assert!(!table.rows.is_empty(), "a table without rows");
    assert!(table.rows.iter().all(|row| row.line > 0) && table.rows.is_sorted_by_key(|row| row.line), "{table:?}");
}

fn check_reading(read: Result<Reading, ImportFailure>, lang: &Lang) {
    if let Ok(reading) = &read {
        check_remarks(&reading.notes(Purpose::Map, lang));
    }
    check_map(read.map(|reading| reading.imported));
}

fn check_map(read: Result<Imported, ImportFailure>) {
    match read {
        Ok(imported) => {
            check_remarks(&imported.remarks);
            check_round_trip(&imported.map, &Default::default());
        }
        Err(failure) => check_failure(&failure),
    }
}

fn check_failure(failure: &ImportFailure) {
    assert!(!failure.faults.is_empty(), "a refusal without a reason");
    check_remarks(&failure.faults);
    check_remarks(&failure.remarks);
}

fn check_remarks(remarks: &[Remark]) {
    for remark in remarks.iter().take(20) {
        assert!(!remark.text.is_empty() && remark.line != Some(0), "{remark:?}");
        check_harmless(&remark.text);
    }
}
