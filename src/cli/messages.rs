//! Messages on standard error.

use std::io::{self, Write};

use super::environment::error_terminal_width;
use crate::app::faults::refusal::refused_open;
use crate::exchange::import::Remark;
use crate::exchange::terminal_text::{ColourMode, strip_controls};
use crate::lang::Lang;
use crate::map::width::{width, wrap};
use crate::store::OpenError;

/// The most remarks about a file that are printed. Of the others, only the number is printed.
const MAX_REMARKS: usize = 50;

/// Prints a message to standard error; on a terminal, its lines break between words.
pub(super) fn print_message(message: &str) {
    let message = strip_controls(message);
    let message = error_terminal_width().map_or_else(|| message.to_string(), |width| broken_lines(&message, width));
    // If standard error is closed, nobody can read the message.
    let _ = writeln!(io::stderr(), "{message}");
}

/// Breaks the lines that are wider than the terminal. Excerpts of a file are drawn for its width already.
fn broken_lines(message: &str, cells: usize) -> String {
    let broken = message.split('\n').flat_map(|line| match width(line) <= cells || line.contains('\x1b') {
        true => vec![line],
        false => wrap(line, cells, line.len()).into_iter().map(|range| line[range].trim_end()).collect(),
    });
    broken.collect::<Vec<_>>().join("\n")
}

/// Returns the message for a file that cannot be opened: excerpts of the file with its faults, or a sentence.
pub(super) fn open_error_message(lang: &Lang, file: &str, error: &OpenError, colour: ColourMode) -> String {
    let message = refused_open(lang, file, error, colour == ColourMode::Coloured);
    let message = message.trim_end();
    // Each excerpt begins with the word "error" already.
    let has_excerpts = matches!(error, OpenError::Invalid { .. });
    if has_excerpts { message.to_owned() } else { lang.cli_error(message) }
}

/// Returns remarks about a file, one per line with its position. `prefix` adds the word "warning" or "error".
pub(super) fn remark_lines(
    remarks: &[Remark],
    file: &str,
    lang: &Lang,
    prefix: fn(&Lang, &str) -> String,
) -> Vec<String> {
    let line = |remark: &Remark| match remark.line {
        Some(line) => prefix(lang, &format!("{file}:{line}: {}", remark.text)),
        None => prefix(lang, &format!("{file}: {}", remark.text)),
    };
    let hidden = remarks.len().saturating_sub(MAX_REMARKS);
    let more = (hidden > 0).then(|| prefix(lang, &lang.import_more_remarks(&lang.number(hidden as u128))));
    remarks.iter().take(MAX_REMARKS).map(line).chain(more).collect()
}

#[cfg(test)]
mod tests {
    use super::broken_lines;

    #[test]
    fn long_lines_break_between_words() {
        let message = "error: no such file\n  there is a map called shop.ron here";
        assert_eq!(broken_lines(message, 20), "error: no such file\n  there is a map\ncalled shop.ron here");
        assert_eq!(broken_lines(message, 80), message);
    }
}
