//! The bytes of a file become tables: encodings, separators, formats.

use periplo::exchange::FormulaGuard;
use periplo::exchange::import::grid::Grid;
use periplo::exchange::import::source::encoding::{DecodeError, EncodingGuess, decode};
use periplo::exchange::import::source::{self, Source, SourceContent, SourceOptions};
use periplo::lang::{Lang, Language};

/// Reads a file whose format is found by its content.
fn read(bytes: impl AsRef<[u8]>) -> Source {
    let lang = Lang::new(Language::English);
    let options = SourceOptions { lang: &lang, format: None, sheet: None, guard: FormulaGuard::On };
    source::read(bytes.as_ref(), &options).expect("a file that can be read")
}

/// Returns the tables of a file.
fn tables(source: Source) -> Vec<Grid> {
    match source.content {
        SourceContent::Tables(tables) => tables,
    }
}

/// Returns the cells of the first table.
fn cells(bytes: impl AsRef<[u8]>) -> Vec<Vec<String>> {
    let table = tables(read(bytes)).swap_remove(0);
    table.rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn the_separator_is_found_by_the_number_of_cells() {
    assert_eq!(cells("a;b,c\n1,5;x\n2,5;y\n")[0], ["a", "b,c"]);
    assert_eq!(cells("Etapa,Puntos\nUno,a; b; c\nDos,d\nTres,e; f\n")[1], ["Uno", "a; b; c"]);
    assert_eq!(cells("a\tb\n1,5\tx; y\n")[1], ["1,5", "x; y"]);
    let below_a_title = cells("Informe; ventas\n\npaso;visitas;tasa\nuno;1.200;0,5\ndos;300;0,25\n");
    assert_eq!(below_a_title[1], ["paso", "visitas", "tasa"]);
    assert_eq!(cells("sep=|\na|b\n")[0], ["a", "b"]);
    assert_eq!(cells("\"Asks, and waits\"\n\"Pays; leaves\"\n"), [["Asks, and waits"], ["Pays; leaves"]]);
}

#[test]
fn a_row_keeps_its_line_and_loses_the_mark_of_the_guard() {
    let table = tables(read("a,b\n\n\"x\ny\",'=1\nz,\n")).swap_remove(0);
    let rows: Vec<(usize, Vec<String>)> = table.rows.into_iter().map(|row| (row.line, row.cells)).collect();
    let expected = [(1, ["a", "b"]), (3, ["x\ny", "=1"]), (5, ["z", ""])];
    assert_eq!(rows, expected.map(|(line, cells)| (line, cells.map(str::to_owned).to_vec())));
}

fn decoded(bytes: &[u8]) -> String {
    let decoded = decode(bytes).expect("a text");
    assert_eq!(decoded.guess, None);
    decoded.text.into_owned()
}

#[test]
fn utf_8_and_both_kinds_of_utf_16_are_decoded() {
    for mark in ["\u{feff}", ""] {
        let wide =
            |bytes: fn(u16) -> [u8; 2]| format!("{mark}añ\t😀b").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(decoded(&wide(u16::to_le_bytes)), "añ\t😀b");
        assert_eq!(decoded(&wide(u16::to_be_bytes)), "añ\t😀b");
        assert_eq!(decoded(format!("{mark}añ").as_bytes()), "añ");
    }
    assert_eq!(decoded(b""), "");
}

#[test]
fn other_text_is_read_as_windows_1252_with_the_first_line() {
    let decoded = decode(b"a\nb\xf1o \x80").expect("a text");
    assert_eq!((&*decoded.text, decoded.guess), ("a\nbño €", Some(EncodingGuess::Windows1252 { line: 2 })));
    let decoded = decode(b"a\xc3\xb1o\nni\xc3\xb1\nb\xc3").expect("a text");
    assert_eq!((&*decoded.text, decoded.guess), ("año\nniñ\nb\u{fffd}", Some(EncodingGuess::Damaged { line: 3 })));
}

#[test]
fn an_error_names_the_line() {
    assert_eq!(decode(b"a\n\nb\0"), Err(DecodeError::ZeroByte { line: 3 }));
    assert_eq!(decode(b"a\n\x01\xf1"), Err(DecodeError::Encoding { line: 2 }));
    assert_eq!(decode(b"\xff\xfea"), Err(DecodeError::Encoding { line: 1 }));
}
