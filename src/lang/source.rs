//! Messages about reading the bytes of files: encodings, formats, sheets and tables.

use super::messages;

messages! {
    // Texts.
    source_windows_1252() = "source-windows-1252";
    source_damaged_characters() = "source-damaged-characters";
    source_entities(count: usize) = "source-entities";
    source_other_format(named: &str, found: &str) = "source-other-format";

    // Workbooks.
    source_old_workbook() = "source-old-workbook";
    source_protected_workbook() = "source-protected-workbook";
    source_other_archive() = "source-other-archive";
    source_large_workbook() = "source-large-workbook";
    source_damaged_workbook() = "source-damaged-workbook";
    source_hidden_sheets(names: &str) = "source-hidden-sheets";
    source_hidden_sheets_to_choose(names: &str, row: &str) = "source-hidden-sheets-to-choose";
    source_no_such_sheet(wanted: &str, names: &str) = "source-no-such-sheet";

    // JSON and pages.
    source_large_table() = "source-large-table";
    source_chat(count: usize) = "source-chat";
    source_web_page() = "source-web-page";
    source_no_json_table() = "source-no-json-table";
    source_repeated_field(field: &str) = "source-repeated-field";
    source_tables_beside_diagram(count: usize) = "source-tables-beside-diagram";
    source_tables_to_part(count: usize) = "source-tables-to-part";
    source_page_facts(labels: &str) = "source-page-facts";
    source_fields_beside(names: &str) = "source-fields-beside";
    source_closed_cards(count: usize) = "source-closed-cards";
    source_lines_left_out(count: usize, found: &str) = "source-lines-left-out";
    source_items_beside_table(count: usize, found: &str) = "source-items-beside-table";
    source_nothing_on_page() = "source-nothing-on-page";
    source_joined_by_stage(names: &str) = "source-joined-by-stage";
}
