//! Several tables in one file: below each other in csv and in a sheet, and sheets that are named after stages.

use rust_xlsxwriter::Workbook;

use crate::cli::importing::{import, map};
use crate::cli::sandbox::Sandbox;
use crate::cli::taking_in::{TakenIn, take_in};
use periplo::map::Phase;

/// Returns a workbook with sheets of texts.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[track_caller]
fn sheets(sheets: &[(&str, &[&[&str]])], more: &[&str]) -> TakenIn {
    let (sandbox, result) = import("t.xlsx", workbook(sheets), more);
    assert_eq!(result.code, 0, "{}", result.stderr);
    TakenIn { map: map(&sandbox), told: result.stderr }
}

#[test]
fn a_second_table_below_the_first_one_is_told_and_can_be_chosen() {
    let first = "Touchpoint,Phase,Channel\nSees ad,before,tv\nPays,during,desk\n";
    for second in
        ["Persona,Age\nAna,30\n", "Channels\nChannel,Cost,Owner\ntv,40,Ana\n", "Channels\n\nChannel,City\ntv,Bilbao\n"]
    {
        let text = format!("{first}\n{second}");
        let read = take_in(&text, &[]);
        assert_eq!(read.all(), "Sees ad | Pays | ", "{text}");
        let name = if second.starts_with("Channels") { "Channels" } else { "2" };
        read.says(&format!("only the table “1” was read; to read another, name it with --sheet: “{name}”"));
    }
    let text = format!("{first}\nPosventa\nPunto de contacto;Dueño\nLlama;Ana\n").replace(',', ";");
    assert_eq!(take_in(&text, &["--sheet", "Posventa"]).all(), "Llama |  | ");
    let counts = "Step,Users\nVisit,100\nPay,10\n\nDevice,Users\nmobile,80\ndesktop,30\n";
    assert_eq!(take_in(counts, &[]).all(), "Visit | Pay | ");
    let comments = "# Start date: 20260101\nChannel group,New users\nSearch,1200\nDirect,300\n\n\
        # Start date: 20260101\nPage title,Views\nHome,900\nShop,100\n";
    assert_eq!(take_in(comments, &[]).all(), "Search | Direct | ");
}

#[test]
fn blank_lines_and_headings_that_are_repeated_part_no_table() {
    let text = "Touchpoint,Phase,Channel\nSees ad,before,tv\n\nPays,during,desk\n\n\
        Touchpoint,Phase,Channel\nCalls,after,phone\n\nReturns,after,\n";
    assert_eq!(take_in(text, &[]).all(), "Sees ad | Pays | Calls, Returns");
    let text = "Project,Shop\nOwner,Ana\n\nTouchpoint,Phase,Channel\nSees ad,before,tv\nPays,during,desk\n";
    assert_eq!(take_in(text, &[]).all(), "Sees ad | Pays | ");
    let text = ",Awareness,Purchase\nTouchpoints,Sees ad,Pays\n\nPains,Price,Queue\nEmotions,3,4\n";
    assert_eq!(take_in(text, &[]).all(), "Sees ad | Pays | ");
}

#[test]
fn tables_below_the_names_of_stages_are_read_as_one() {
    let text = "Before\nTouchpoint,Channel\nSees ad,tv\n\nDuring\nTouchpoint,Channel\nPays,desk\n\nAfter\n\n\
        Touchpoint,Channel\nCalls,phone\n";
    take_in(text, &[]).says("the tables “Before”, “During”, “After” were read as one; their names are the stages");
    assert_eq!(take_in(text, &[]).all(), "Sees ad | Pays | Calls");
    assert_eq!(take_in(text, &["--sheet", "During"]).all(), "Pays |  | ");
}

#[test]
fn sheets_that_are_named_after_stages_are_read_as_one() {
    let headings: &[&str] = &["Punto de contacto", "Canal"];
    let read = sheets(
        &[
            ("Antes", &[headings, &["Ve el anuncio", "tv"], &["Pregunta", "calle"]]),
            ("Durante", &[headings, &["Paga", "caja"]]),
            ("Después", &[&["Canal", "Punto de contacto", "Notas"], &["teléfono", "Llama", "tarde"]]),
        ],
        &[],
    );
    assert_eq!(read.all(), "Ve el anuncio, Pregunta | Paga | Llama");
    let calls = read.first(Phase::After);
    assert_eq!((calls.channel.as_deref(), calls.notes.as_deref()), (Some("teléfono"), Some("tarde")));
    read.says("the tables “Antes”, “Durante”, “Después” were read as one; their names are the stages");
}

#[test]
fn sheets_of_stages_may_be_plain_lists_beside_other_sheets() {
    let content: &[(&str, &[&[&str]])] = &[
        ("Cover", &[&["The journey of our customers"], &["2026"]]),
        ("1. Awareness", &[&["Sees ad"], &["Hears of it"]]),
        ("2. The shop", &[&["Looks around"]]),
        ("3. Purchase", &[&["Pays"], &["Signs"]]),
        ("4. Loyalty", &[&["Loyalty"], &["- Calls"]]),
    ];
    let read = sheets(content, &[]);
    assert_eq!(read.all(), "Sees ad, Hears of it | Pays, Signs | Calls");
    read.says("to read another, name it with --sheet: “Cover”, “2. The shop”");
    assert_eq!(sheets(content, &["--sheet", "3. Purchase"]).all(), "Pays, Signs |  | ");
    let sandbox = Sandbox::new();
    std::fs::write(sandbox.path().join("t.xlsx"), workbook(content)).expect("a workbook");
    assert_eq!(sandbox.run(&["import", "t.xlsx", "--strict", "-o", "out.ron"]).code, 1);
}
