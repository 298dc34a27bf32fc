//! Messages about reading the bytes of files: encodings, formats, sheets and tables.

use super::messages;

messages! {
    source_windows_1252() = "source-windows-1252";
    source_damaged_characters() = "source-damaged-characters";
}
