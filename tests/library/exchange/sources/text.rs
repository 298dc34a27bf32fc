//! Texts become tables: encodings, separators, entities.

use periplo::exchange::import::source::encoding::{DecodeError, EncodingGuess, decode};

use super::{cells, read, tables};

#[test]
fn the_separator_is_found_by_the_number_of_cells() {
    assert_eq!(cells("a;b,c\n1,5;x\n2,5;y\n")[0], ["a", "b,c"]);
    assert_eq!(cells("Etapa,Puntos\nUno,a; b; c\nDos,d\nTres,e; f\n")[1], ["Uno", "a; b; c"]);
    assert_eq!(cells("a\tb\n1,5\tx; y\n")[1], ["1,5", "x; y"]);
    let below_a_title = cells("Informe; ventas\npaso;visitas;tasa\nuno;1.200;0,5\ndos;300;0,25\n");
    assert_eq!(below_a_title[1], ["paso", "visitas", "tasa"]);
    assert_eq!(cells("sep=|\na|b\n")[0], ["a", "b"]);
    assert_eq!(cells("\"Asks, and waits\"\n\"Pays; leaves\"\n"), [["Asks, and waits"], ["Pays; leaves"]]);
}

#[test]
fn a_row_keeps_its_line_and_loses_the_mark_of_the_guard() {
    let table = tables(read("a,b\n\n\"x\ny\",'=1\nz,\n")).swap_remove(0);
    let rows: Vec<(usize, Vec<String>)> =
        table.rows.into_iter().map(|row| (row.line, row.cells.iter().map(str::to_owned).collect())).collect();
    let expected = [(1, vec!["a", "b"]), (2, vec![]), (3, vec!["x\ny", "=1"]), (5, vec!["z", ""])];
    let expected: Vec<(usize, Vec<String>)> =
        expected.into_iter().map(|(line, cells)| (line, cells.into_iter().map(str::to_owned).collect())).collect();
    assert_eq!(rows, expected);
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

#[test]
fn blank_lines_part_the_groups_of_a_table_whatever_the_line_ends() {
    for end in ["\n", "\r\n", "\r"] {
        let text = include_str!("../../../cases/board_frames.csv").replace('\n', end);
        let table = tables(read(&text)).swap_remove(0);
        let blank: Vec<usize> = table.rows.iter().filter(|row| row.cells.is_empty()).map(|row| row.line).collect();
        assert_eq!(blank, [5, 10, 15], "{end:?}");
        assert_eq!(table.rows[0].cells.get(0), Some("Before"));
        let last = table.rows.last().expect("a row");
        assert_eq!((last.line, last.cells.len()), (17, 2));
    }
}

#[test]
fn entities_are_decoded_where_every_ampersand_begins_one() {
    let source = read(include_bytes!("../../../cases/sticky_export.csv"));
    assert!(source.remarks.len() == 1 && source.remarks[0].text.contains("2 cells"), "{:?}", source.remarks);
    let table = tables(source).swap_remove(0);
    assert_eq!(table.rows[2].cells.get(1), Some("Asks a neighbour & a friend"));
    assert_eq!(table.rows[3].cells.get(1), Some("Says \"too dear\""));
    assert_eq!(cells("a,b\nx & y,R&amp;D\n")[1], ["x & y", "R&amp;D"]);
}
