//! Replaces symbols, lines and bars by ASCII for terminals that show nothing else.

use ratatui::buffer::Buffer;

/// Each symbol of the interface, and its ASCII replacement of one cell.
///
/// Letters that are not ASCII are kept, since they are the user's text.
const SYMBOLS: &[(&str, &str)] = &[
    // Cards
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
    ("‹", "<"),
    ("▌", "|"),
    ("≠", "%"),
    ("╰", "`"),
    // Title and funnel
    ("●", "*"),
    ("◇", "&"),
    ("▲", "A"),
    ("▼", "V"),
    ("▽", "w"),
    ("◆", "$"),
    ("≥", ">"),
    ("−", "-"),
    ("×", "x"),
    ("↻", "@"),
    ("◉", "O"),
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
    // Punctuation
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

/// Replaces all symbols by ASCII.
pub(crate) fn replace_symbols(cells: &mut Buffer) {
    replace_ellipses(cells);
    for cell in &mut cells.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        if let Some((_, plain)) = SYMBOLS.iter().find(|(known, _)| *known == symbol) {
            cell.set_symbol(plain);
        }
    }
}

/// Writes `…` as three dots: over the blanks after it if there are enough, else over the letters beside it.
fn replace_ellipses(cells: &mut Buffer) {
    let area = cells.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if cells[(x, y)].symbol() != "…" {
                continue;
            }
            let is = |cells: &Buffer, x: u16, test: fn(char) -> bool| {
                (area.left()..area.right()).contains(&x) && cells[(x, y)].symbol().chars().all(test)
            };
            let is_blank = |cells: &Buffer, x: u16| x >= area.right() || is(cells, x, |c| c == ' ');
            let is_text = |cells: &Buffer, x: u16| is(cells, x, |c| c.is_alphanumeric() || matches!(c, '/' | '.'));
            let before = [x.wrapping_sub(1), x.wrapping_sub(2)];
            let after = [x + 1, x + 2];
            let over = if x + 2 < area.right() && (x + 1..x + 4).all(|x| is_blank(cells, x)) {
                after
            } else if is_text(cells, before[0]) {
                before
            } else {
                after
            };
            cells[(x, y)].set_symbol(".");
            for x in over {
                if !(is_text(cells, x) || over == after && is_blank(cells, x)) {
                    break;
                }
                if x < area.right() {
                    cells[(x, y)].set_symbol(".");
                }
            }
        }
    }
}
