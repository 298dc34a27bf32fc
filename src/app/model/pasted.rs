//! What a pasted text is: the path of a file that was dropped on the terminal, cells of a spreadsheet, or lines.

use std::path::PathBuf;

use crate::app::model::file_name::import_kind;
use crate::exchange::import::shape::board::has_titles;
use crate::exchange::import::source::{SourceFormat, format_of_text};
use crate::lang::Lang;
use crate::map::entry::Entry;

/// From how many lines on a list is shown before it is taken in.
const MANY_LINES: usize = 20;
/// From how many lines on a list in several groups is shown: it may be a board.
const BOARD_LINES: usize = 6;

/// The quotation marks in which terminals put a path.
const QUOTES: [char; 2] = ['\'', '\u{22}'];

/// What a pasted text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pasted {
    /// It may be the path of a file that can be opened or taken in.
    Path(PathBuf),
    /// It is to be seen before it is taken in.
    Content(Option<SourceFormat>),
    /// It is typed where the cursor is, or makes a touchpoint per line.
    Text,
}

impl Pasted {
    pub(crate) fn of(text: &str, lang: &Lang) -> Pasted {
        if let Some(path) = dropped_path(text) {
            return Pasted::Path(path);
        }
        // Terminals paste line ends as carriage returns.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_matches('\n');
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        if lines.len() > 1 && lines.iter().any(|line| line.contains('\t')) {
            return Pasted::Content(Some(SourceFormat::Tsv));
        }
        let format = format_of_text(text, lang);
        // Lines with marks of quick entry are meant for quick entry.
        let has_marks = || lines.iter().any(|line| Entry::parse(line).has_marks());
        match format {
            SourceFormat::Json | SourceFormat::JsonLines | SourceFormat::Markdown | SourceFormat::Mermaid => {
                return Pasted::Content(Some(format));
            }
            SourceFormat::Csv | SourceFormat::Tsv if are_rows(&lines) && !has_marks() => {
                return Pasted::Content(Some(format));
            }
            SourceFormat::Csv | SourceFormat::Tsv | SourceFormat::List | SourceFormat::Xlsx | SourceFormat::Ods => {}
        }
        let count = lines.iter().filter(|line| !line.is_empty()).count();
        let has_groups = lines.iter().any(|line| line.is_empty());
        let is_long = count >= MANY_LINES || has_groups && count >= BOARD_LINES;
        if is_long && !has_marks() || has_titles(text) { Pasted::Content(None) } else { Pasted::Text }
    }
}

/// Returns true if several lines have a separator of csv, and at least four of five do.
fn are_rows(lines: &[&str]) -> bool {
    let filled = || lines.iter().filter(|line| !line.is_empty());
    let rows = filled().filter(|line| line.contains([',', ';'])).count();
    rows > 1 && rows * 5 >= filled().count() * 4
}

/// Returns the path of a file, if the text is nothing but one with the ending of a map or of a file that can be taken in.
///
/// Terminals paste the path of a file that is dropped on them: as it is, in quotation marks, with `\` before special
/// characters, or as an address that begins with `file://`.
fn dropped_path(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    if text.is_empty() || text.contains(['\n', '\r', '\t']) {
        return None;
    }
    let quoted = QUOTES.iter().find_map(|&quote| text.strip_prefix(quote)?.strip_suffix(quote));
    let path = match (quoted, text.strip_prefix("file://")) {
        (Some(quoted), _) => quoted.replace(r"'\''", "'"),
        (None, Some(address)) => percent_decoded(address.strip_prefix("localhost").unwrap_or(address))?,
        (None, None) if cfg!(windows) => text.to_owned(),
        (None, None) => without_backslashes(text),
    };
    let path = PathBuf::from(path);
    let is_map = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    (is_map || import_kind(&path).is_some()).then_some(path)
}

/// Returns true if a text begins like a path, whether there is such a file or not.
pub(crate) fn is_path(text: &str) -> bool {
    let text = text.trim().trim_start_matches(QUOTES);
    let has_drive = text.as_bytes().get(1..3).is_some_and(|mark| mark == b":\\" || mark == b":/");
    has_drive || ["/", "~/", "./", "../", "file://", r"\\"].iter().any(|beginning| text.starts_with(beginning))
}

/// Removes the backslashes with which a shell is told to take the next character as it is.
fn without_backslashes(text: &str) -> String {
    let mut path = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        path.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    path
}

/// Decodes the `%20` of an address; none if it is not valid.
fn percent_decoded(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        bytes.push(match byte {
            b'%' => u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Option<String> {
        dropped_path(text).map(|path| path.to_string_lossy().into_owned())
    }

    #[test]
    fn paths_are_read_as_terminals_paste_them() {
        assert_eq!(path("/home/ana/cards.csv"), Some("/home/ana/cards.csv".into()));
        assert_eq!(path("'/home/ana/my cards.csv' "), Some("/home/ana/my cards.csv".into()));
        assert_eq!(path("file:///home/ana/caf%C3%A9.xlsx"), Some("/home/ana/café.xlsx".into()));
        assert_eq!(path("file:///home/%"), None);
        assert!(["~/miro.csv", "/tmp/a b.csv", "'./x.md'", r"C:\x.csv"].into_iter().all(is_path));
        assert!(!is_path("Reads the notes.md") && !is_path("Chooses and/or pays.md"));
        assert_eq!(path("Sees the poster"), None);
        assert_eq!(path("cards.csv\ncards.csv"), None);
        #[cfg(not(windows))]
        assert_eq!(path(r"/home/ana/my\ cards\(2\).csv"), Some("/home/ana/my cards(2).csv".into()));
    }

    #[test]
    fn cells_and_boards_are_shown_and_lines_are_not() {
        let of = |text: &str| Pasted::of(text, &Lang::new(crate::lang::Language::English));
        let csv = Pasted::Content(Some(SourceFormat::Csv));
        assert_eq!(of("a\tb\nc\td\n"), Pasted::Content(Some(SourceFormat::Tsv)));
        assert_eq!(of("\tIndented\n\tIndented too\n"), Pasted::Text);
        assert_eq!(of("Sees it\n\nBuys it"), Pasted::Text);
        assert_eq!(of("Before\nSees it\nAsks\n\nAfter\nUses it\nReturns it"), Pasted::Content(None));
        assert_eq!(of(&"Sees it\n".repeat(20)), Pasted::Content(None));
        assert_eq!(of("Etapa;Punto de contacto\r\nAntes;Ve el anuncio\r\n"), csv);
        assert_eq!(of("Ad,tv,1000\rShop,street,50"), csv);
        assert_eq!(of("Buys bread, milk and tea\nGoes home, and sleeps"), Pasted::Text);
        assert_eq!(of("Sees it\nBuys bread,milk\nPays,leaves"), Pasted::Text);
        assert_eq!(of("Antes de comprar:\n1. Busca\n2. Compara\nCompra:\n1. Paga"), Pasted::Content(None));
        assert_eq!(of("## Before\n- Sees it\n## After\n- Calls"), Pasted::Content(None));
        assert_eq!(of("Pays by card\nAsks: is it good?"), Pasted::Text);
        let diagram = "journey\n  title Shop\n  section Before\n    Sees it: 3: Ana\n";
        assert_eq!(of(diagram), Pasted::Content(Some(SourceFormat::Mermaid)));
        assert_eq!(of("| Touchpoint |\n| --- |\n| Sees it |"), Pasted::Content(Some(SourceFormat::Markdown)));
        assert_eq!(of("Before\nSees it @tv\nAfter\nCalls !"), Pasted::Content(None));
        assert_eq!(of(&"Sees it @tv =20\n".repeat(20)), Pasted::Text);
    }
}
