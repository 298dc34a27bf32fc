//! Workbooks become tables: texts, numbers, dates, merged cells, hidden sheets, damaged files.

use periplo::exchange::import::source::SourceFormat;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::importing::archive;

use super::{cells, cells_of, read, read_with, refusal, tables};

/// Returns an ods workbook whose spreadsheet holds this XML.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta2">
        <style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// Writes a workbook with values of all types, merged cells and a hidden sheet.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Puntos").expect("a name");
    let headings = ["Etapa", "Punto", "Alcance", "Tasa", "Fecha", "Hora", "Crítico", "Nota"];
    sheet.write_row(0, 0, headings).expect("headings");
    sheet.merge_range(1, 0, 2, 0, "Antes", &Format::new()).expect("merged cells");
    sheet.write(1, 1, "Ve el cartel\nen la calle").expect("a cell");
    sheet.write(1, 2, 1200).expect("a cell");
    sheet.write_with_format(1, 3, 0.65, &Format::new().set_num_format("0%")).expect("a cell");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(2026, 5, 1).expect("a date"), &date).expect("a cell");
    let time = Format::new().set_num_format("hh:mm:ss");
    sheet.write_with_format(1, 5, ExcelDateTime::from_hms(9, 5, 0).expect("a time"), &time).expect("a cell");
    sheet.write(1, 6, true).expect("a cell");
    sheet.write_formula(1, 7, Formula::new("NA()").set_result("#N/A")).expect("a cell");
    sheet.write(2, 1, "Pregunta").expect("a cell");
    sheet.write(2, 2, 0.1 + 0.2).expect("a cell");
    sheet.write(9, 1, "Paga").expect("a cell");
    sheet.merge_range(11, 1, 11, 3, "Compra", &Format::new()).expect("merged cells");
    workbook.add_worksheet().set_name("Vacía").expect("a name");
    let hidden = workbook.add_worksheet().set_name("Listas").expect("a name").set_hidden(true);
    hidden.write(0, 0, "x").expect("a cell");
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn the_cells_of_a_workbook_are_written_as_csv_has_them() {
    let source = read(workbook());
    assert_eq!(source.format, SourceFormat::Xlsx);
    assert!(source.remarks.len() == 1 && source.remarks[0].text.contains("“Listas”"), "{:?}", source.remarks);
    let sheets = tables(source);
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].name.as_deref(), Some("Puntos"));
    let rows = cells_of(&sheets[0]);
    let values = ["Antes", "Ve el cartel\nen la calle", "1200", "0.65", "2026-05-01", "09:05:00", "true", "#N/A"];
    assert_eq!(rows[1], values);
    assert_eq!(rows[2], ["", "Pregunta", "0.3"]);
    assert_eq!(rows[4], ["", "Paga"]);
    assert_eq!(rows[6], ["", "Compra"]);
    assert_eq!(rows[0].len(), 8);
    let lines: Vec<(usize, bool)> = sheets[0].rows.iter().map(|row| (row.line, row.cells.is_empty())).collect();
    let expected = [(1, false), (2, false), (3, false), (4, true), (10, false), (11, true), (12, false)];
    assert_eq!(lines, expected);
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let hidden = read_with(&workbook(), None, Some("listas")).expect("a sheet");
    assert_eq!(cells_of(&tables(hidden)[0]), [["x"]]);
    let failure = read_with(&workbook(), None, Some("Ventas")).expect_err("a refusal");
    assert!(failure.faults[0].text.contains("“Ventas”; there are: “Puntos”, “Listas”"), "{failure:?}");
    let case = include_bytes!("../../../cases/workbook.xlsx");
    assert!(tables(read(case)).iter().all(|table| table.rows.len() > 1));
}

#[test]
fn an_ods_workbook_is_read_with_repeated_and_merged_cells() {
    let workbook = ods(r#"<table:table table:name="Hoja 1"><table:table-column/>
        <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">
        <text:p>Fase<text:s text:c="2"/>&amp; más</text:p><text:p>dos</text:p>
        <office:annotation><text:p>comment</text:p></office:annotation></table:table-cell><table:covered-table-cell/>
        <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-rows-spanned="2"
        office:value-type="float" office:value="1200.0"><text:p>1.200</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.5"/>
        <table:table-cell office:value-type="date" office:date-value="2026-05-01"/>
        <table:table-cell office:value-type="time" office:time-value="PT09H05M00S"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>
        <table:table table:name="Listas" table:style-name="ta2"><table:table-row><table:table-cell>
        <text:p>x</text:p></table:table-cell></table:table-row></table:table>"#);
    let source = read(&workbook);
    assert_eq!(source.format, SourceFormat::Ods);
    assert!(source.remarks[0].text.contains("“Listas”"), "{:?}", source.remarks);
    let rows = cells_of(&tables(source)[0]);
    assert_eq!(rows[0], ["Fase  & más\ndos"]);
    assert_eq!(rows[1], ["1200", "0.5", "0.5", "2026-05-01", "09:05:00", "true"]);
    assert_eq!((rows.len(), &rows[2]), (3, &rows[1]));
}

#[test]
fn damaged_and_hostile_workbooks_are_refused_with_a_sentence() {
    let good = workbook();
    for length in [4, 30, good.len() / 2, good.len() - 30] {
        assert!(refusal(&good[..length], None).contains("damaged"), "{length}");
    }
    assert!(refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None).contains("old workbook"));
    assert!(refusal(archive(&[("notes.txt", "x")]), None).contains("zip file"));
    let cell = r#"<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    assert!(refusal(ods(&format!("<table:table>{row}</table:table>")), None).contains("too large"));
    let text = "x".repeat(400);
    let row = format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = format!(r#"<table:table-row table:number-rows-repeated="1048000">{row}</table:table-row>"#);
    assert!(refusal(ods(&format!("<table:table>{rows}</table:table>")), None).contains("too large"));
    assert!(refusal(ods("<table:table><table:table-row>"), None).contains("damaged"));
    let shared = r#"<?xml version="1.0"?><sst uniqueCount="99999999999"><si><t>x</t></si></sst>"#;
    let parts = [("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", shared)];
    assert!(refusal(archive(&parts), None).contains("damaged"));
}

#[test]
fn a_size_above_the_limit_is_refused_before_unpacking() {
    let mut bytes = archive(&[("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet/>")]);
    let entry = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").expect("a directory");
    bytes[entry + 24..entry + 28].copy_from_slice(&600_000_000_u32.to_le_bytes());
    assert!(refusal(&bytes, None).contains("too large"));
}

#[test]
fn our_own_workbook_comes_back_as_a_table() {
    let case = cells(include_bytes!("../../../cases/workbook.xlsx"));
    assert!(case.iter().any(|row| row.iter().any(|cell| cell == "Ve el escaparate")), "{case:?}");
}
