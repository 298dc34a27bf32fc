//! The signs, lines and bars of the screen, and what stands for each on a terminal that has ASCII alone.

use ratatui::buffer::Buffer;

/// Each sign that the screen is drawn with, and what stands for it; all take one cell.
///
/// Letters are left as they are, in whatever language: what people wrote is theirs.
const SIGNS: &[(&str, &str)] = &[
    // Kinds, intents and what else stands on a card
    ("◎", "o"),
    ("⌂", "H"),
    ("▣", "#"),
    ("·", "."),
    ("→", ">"),
    ("≈", "~"),
    ("•", "*"),
    ("✓", "x"),
    ("▸", ">"),
    ("›", ">"),
    ("▌", "|"),
    ("╰", "`"),
    // The title and the funnel
    ("●", "*"),
    ("◇", "="),
    ("▲", "^"),
    ("▼", "v"),
    ("◆", "*"),
    ("≥", ">"),
    ("−", "-"),
    ("×", "x"),
    ("↻", "@"),
    // Bars
    ("█", "#"),
    ("▓", "%"),
    ("▒", "+"),
    ("░", "-"),
    ("▐", "|"),
    ("▏", "|"),
    ("▎", "|"),
    ("▍", "|"),
    ("▋", "#"),
    ("▊", "#"),
    ("▉", "#"),
    ("▀", "\""),
    ("▄", "_"),
    // Frames and lines
    ("─", "-"),
    ("│", "|"),
    ("╭", "+"),
    ("╮", "+"),
    ("╯", "+"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("┼", "+"),
    ("━", "="),
    ("┃", "|"),
    ("╱", "/"),
    ("╲", "\\"),
    // Arrows
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("▶", ">"),
    ("◀", "<"),
    ("⏎", "<"),
    // Points, dashes and quotation marks
    ("…", "~"),
    ("–", "-"),
    ("—", "-"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("«", "\""),
    ("»", "\""),
    ("±", "~"),
    ("\u{a0}", " "),
    ("\u{fffd}", "?"),
];

/// Puts ASCII in the place of every sign.
pub fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        if let Some((_, plain)) = SIGNS.iter().find(|(sign, _)| *sign == symbol) {
            cell.set_symbol(plain);
        }
    }
}
