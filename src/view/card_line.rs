//! Cards of one line.
//!
//! ```text
//! ✓◎→ Compares prices on a sea… ! :) 8.4k     compact
//!  ◎ Compares pr…                             in a narrowed column
//!  ◎ Compares prices on a search site         not matching the filter
//! ```

use ratatui::layout::Rect;

use super::card::TouchpointCard;
use super::painter::{Painter, span, spans_width};
use super::theme::{intent_symbol, kind_symbol};
use crate::map::width::width;

/// Draws the name, and the main facts at the right end.
pub(crate) fn draw_compact(painter: &mut Painter<'_>, card: &TouchpointCard<'_>, area: Rect) {
    let (theme, lang, touchpoint) = (painter.theme, painter.lang(), card.touchpoint);
    let (prefix, _) = card.prefix(lang, area.width);
    let inside = inside(area);
    let mut critical = card.conflict(theme);
    critical.extend(touchpoint.critical.then(|| span("! ", theme.critical)));
    let [emotion, reach] = [card.emotion_and_votes(theme), card.reach(theme, lang)];
    let rights = [[critical.clone(), emotion.clone(), reach].concat(), [critical.clone(), emotion].concat()];
    // If the name would be cut, the facts get at most a quarter of the line.
    let cells = usize::from(inside.width);
    let space = cells.saturating_sub(width(&touchpoint.name) + width(&prefix) + 4).max(cells / 4);
    let right = rights.into_iter().find(|right| spans_width(right) <= space).unwrap_or(critical);
    let left = [
        span(prefix, theme.dim),
        span(kind_symbol(touchpoint.kind), theme.kind(touchpoint.kind)),
        span(intent_symbol(touchpoint.intent), theme.intent(touchpoint.intent)),
        span(" ", theme.plain),
        span(&*touchpoint.name, card.name_style(theme)),
    ];
    painter.write_both_ends(inside, area.y, &left, &right);
    if card.selected {
        painter.restyle(inside, area.y, theme.selected);
    }
    draw_edge(painter, card, area);
}

/// Draws the kind's symbol and as much of the name as fits.
pub(crate) fn draw_narrowed(painter: &mut Painter<'_>, card: &TouchpointCard<'_>, area: Rect) {
    let (theme, touchpoint) = (painter.theme, card.touchpoint);
    let kind = span(format!("{} ", kind_symbol(touchpoint.kind)), theme.kind(touchpoint.kind));
    let style = if card.found { theme.dim.patch(theme.accent) } else { theme.dim };
    painter.write_both_ends(inside(area), area.y, &[kind, span(&*touchpoint.name, style)], &[]);
    draw_edge(painter, card, area);
}

/// Draws the name without emphasis.
pub(crate) fn draw_filtered(painter: &mut Painter<'_>, card: &TouchpointCard<'_>, area: Rect) {
    let (prefix, _) = card.prefix(painter.lang(), area.width);
    let mark = if card.marked { "✓" } else { " " };
    let text = format!("{mark}{prefix}{} {}", kind_symbol(card.touchpoint.kind), card.touchpoint.name);
    painter.write(area, area.y, &text, painter.theme.dim);
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

fn draw_edge(painter: &mut Painter<'_>, card: &TouchpointCard<'_>, area: Rect) {
    if let Some((symbol, style)) = card.edge(painter.theme) {
        painter.write(Rect { width: 1, ..area }, area.y, symbol, style);
    }
}
