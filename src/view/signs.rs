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
    ("≈", "?"),
    ("•", "+"),
    ("✓", "x"),
    ("▸", ">"),
    ("›", ">"),
    ("▌", "|"),
    ("╰", "`"),
    // The title and the funnel
    ("●", "*"),
    ("◇", "&"),
    ("▲", "^"),
    ("▼", "v"),
    ("◆", "$"),
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
    ("–", "-"),
    ("—", "-"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("«", "\""),
    ("»", "\""),
    ("±", "+"),
    ("\u{a0}", " "),
    ("\u{fffd}", "?"),
];

/// Puts ASCII in the place of every sign.
pub fn to_ascii(buf: &mut Buffer) {
    spell_cuts(buf);
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

/// Writes `…` as three dots: over blanks behind it where there are enough, else over letters beside it.
fn spell_cuts(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if buf[(x, y)].symbol() != "…" {
                continue;
            }
            let is = |buf: &Buffer, x: u16, test: fn(char) -> bool| {
                (area.left()..area.right()).contains(&x) && buf[(x, y)].symbol().chars().all(test)
            };
            let is_blank = |buf: &Buffer, x: u16| x >= area.right() || is(buf, x, |c| c == ' ');
            let is_text = |buf: &Buffer, x: u16| is(buf, x, |c| c.is_alphanumeric() || matches!(c, '/' | '.'));
            let before = [x.wrapping_sub(1), x.wrapping_sub(2)];
            let behind = [x + 1, x + 2];
            let over = if x + 2 < area.right() && (x + 1..x + 4).all(|x| is_blank(buf, x)) {
                behind
            } else if is_text(buf, before[0]) {
                before
            } else {
                behind
            };
            buf[(x, y)].set_symbol(".");
            for x in over {
                if !(is_text(buf, x) || over == behind && is_blank(buf, x)) {
                    break;
                }
                if x < area.right() {
                    buf[(x, y)].set_symbol(".");
                }
            }
        }
    }
}
