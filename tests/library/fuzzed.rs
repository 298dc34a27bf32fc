//! Short runs of the fuzz driver: random files and scripts of steps, and the inputs that once failed.

use std::path::{Path, PathBuf};

use periplo::exchange::import::source::SourceFormat;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Returns the files in a folder of the project, sorted by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// Returns the contents of the small `.ron` files in the folders.
fn maps(folders: &[&str]) -> Vec<Vec<u8>> {
    let files = folders.iter().flat_map(|folder| files(folder));
    let maps = files.filter(|path| path.extension().is_some_and(|extension| extension == "ron"));
    let maps: Vec<Vec<u8>> = maps.map(|path| std::fs::read(path).expect("a file")).collect();
    assert!(maps.len() > 8);
    maps.into_iter().filter(|bytes| bytes.len() < 8_192).collect()
}

/// Generates a file: mostly a valid one, sometimes one with a few changed bytes or a bad one.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let valid = || select(maps(&["assets/templates/en", "assets/templates/es", "tests/store_good"]));
    let change = (any::<Index>(), 0usize..20, vec(0..0xff_u8, 0..8));
    let changed = (valid(), vec(change, 1..3)).prop_map(|(mut bytes, changes)| {
        for (at, removed, inserted) in changes {
            let from = at.index(bytes.len() + 1);
            let to = (from + removed).min(bytes.len());
            bytes.splice(from..to, inserted);
        }
        bytes
    });
    prop_oneof![8 => valid(), 1 => changed, 1 => select(maps(&["tests/bad"]))]
}

/// Returns the bytes of a step with a text.
fn with_text(head: Vec<u8>, text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).expect("a short text");
    [head, vec![length], text.as_bytes().to_vec()].concat()
}

/// Generates the bytes of a step. Common steps are more frequent.
fn step() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        14 => (0..5_u8, any::<u8>()).prop_map(|(kind, key)| vec![kind, key]),
        3 => "[a-z0-9 @#=!\"日é]{1,6}".prop_map(|text| with_text(vec![5], &text)),
        1 => "(\\PC{0,8}\n){0,3}\\PC{0,8}".prop_map(|text| with_text(vec![6], &text)),
        2 => any::<[u8; 3]>().prop_map(|[gesture, x, y]| vec![7, gesture, x, y]),
        1 => any::<[u8; 2]>().prop_map(|[width, height]| vec![8, width, height]),
        3 => any::<u8>().prop_map(|variant| vec![9, variant]),
        2 => (12..14_u8, any::<[u8; 4]>(), "[a-z0-9:,\"/*() \n]{0,6}")
            .prop_map(|(kind, [variant, a, b, c], text)| with_text(vec![kind, variant, a, b, c], &text)),
        1 => vec(any::<u8>(), 1..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_and_no_script_breaks_the_editor(
        file in file(),
        journals: u8,
        steps in vec(step(), 0..100),
    ) {
        crate::driver::run(&[file.as_slice(), &[0xff, journals], &steps.concat()].concat());
    }
}

/// Returns small files of every format that can be imported.
fn imports() -> Vec<Vec<u8>> {
    let files = files("tests/cases").into_iter().chain(files("tests/exchange"));
    let files: Vec<Vec<u8>> = files.map(|path| std::fs::read(path).expect("a file")).collect();
    assert!(files.len() > 8);
    files.into_iter().filter(|bytes| bytes.len() < 8_192).collect()
}

/// Generates a file that may be imported: a valid one with a few changed bytes, or pieces that mean something to a reader.
fn import() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "a",
        "1",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        "|",
        "|---|",
        "\\",
        "# ",
        "> ",
        "- ",
        "1. ",
        ":",
        "=",
        "&amp;",
        "&#9;",
        "<br>",
        "```mermaid\n",
        "```",
        "<pre class=\"mermaid\">",
        "</pre>",
        "[mermaid]\n",
        "----\n",
        "....\n",
        "journey\n",
        "section ",
        "title ",
        ": 3: A",
        "{",
        "}",
        "[",
        "]",
        "\"a\": ",
        "null",
        "1e9",
        "sep=;",
        "é",
        "日",
        "\u{feff}",
    ];
    let pieces = vec(select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    let change = (any::<Index>(), 0usize..20, vec(any::<u8>(), 0..8));
    let changed = (select(imports()), vec(change, 0..3)).prop_map(|(mut bytes, changes)| {
        for (at, removed, inserted) in changes {
            let from = at.index(bytes.len() + 1);
            let to = (from + removed).min(bytes.len());
            bytes.splice(from..to, inserted);
        }
        bytes
    });
    prop_oneof![pieces, changed, vec(any::<u8>(), 0..60)]
}

/// Generates the XML of a workbook from pieces that mean something to a reader.
fn workbook_xml(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

const XLSX: &[&str] = &[
    "<worksheet><sheetData>",
    "<row r=\"2\">",
    "<row>",
    "<c r=\"B2\">",
    "<c r=\"XFD1048576\" t=\"s\">",
    "<c t=\"inlineStr\">",
    "<c t=\"e\">",
    "<c t=\"b\">",
    "<c t=\"d\">",
    "<is><t>x</t></is>",
    "<v>1</v>",
    "<v>-1e300</v>",
    "<v>#N/A</v>",
    "<v/>",
    "<f>A1</f>",
    "</c>",
    "</row>",
    "</sheetData>",
    "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>",
    "</worksheet>",
    "<dimension ref=\"A1\"/>",
    "<!--",
    "&#0;",
    "<",
];
const TEXTS: &[&str] = &[
    "<sst uniqueCount=\"2\">",
    "<sst>",
    "<si><t>a</t></si>",
    "<si><r><t>b</t></r></si>",
    "<t xml:space=\"preserve\"> _x000D_</t>",
    "<rPh><t>x</t></rPh>",
    "</sst>",
    "&amp;",
    "<si/>",
];
const ODS: &[&str] = &[
    "<office:spreadsheet>",
    "<table:table table:name=\"a\">",
    "<table:table-row>",
    "<table:table-row table:number-rows-repeated=\"3\">",
    "<table:table-cell>",
    "<table:table-cell table:number-columns-repeated=\"99999\" office:value-type=\"float\" office:value=\"nan\">",
    "<table:table-cell table:number-rows-spanned=\"9\" table:number-columns-spanned=\"0\">",
    "<table:covered-table-cell/>",
    "<text:p>",
    "a",
    "&lt;",
    "&#1;",
    "<text:s text:c=\"9\"/>",
    "<text:line-break/>",
    "</text:p>",
    "</table:table-cell>",
    "</table:table-row>",
    "</table:table>",
    "</office:spreadsheet>",
    "<office:annotation>",
    "<![CDATA[x]]>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_an_import(bytes in import(), format in proptest::option::of(select(SourceFormat::ALL.to_vec()))) {
        crate::importing::check_import(&bytes, format);
    }

    #[test]
    fn no_workbook_breaks_an_import(sheet in workbook_xml(XLSX), texts in workbook_xml(TEXTS), content in workbook_xml(ODS)) {
        crate::importing::check_xlsx(&format!("<worksheet><sheetData>{sheet}"), &texts);
        crate::importing::check_ods(&content);
    }
}

#[test]
fn inputs_that_once_failed_pass() {
    for path in files("fuzz/found") {
        println!("{}", path.display());
        crate::driver::run(&std::fs::read(path).expect("a file"));
    }
}
