//! Cards of one line.
//!
//! ```text
//! ✓◎→ Compares prices on a sea… ! :) 8.4k     compact
//!  ◎ Compares pr…                             in a narrowed column
//!  ◎ Compares prices on a search site         not matching the filter
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::card::TouchpointCard;
use super::card_face::{conflict, emotion_and_votes, reach};
use super::painter::{Painter, span, spans_width};
use super::theme::{Theme, intent_symbol, kind_symbol};
use crate::lang::Lang;
use crate::map::width::width as text_width;

/// The facts that all compact cards of a column show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompactFacts {
    /// Marks of a conflict and of a critical moment, emotion, votes and reach.
    All,
    /// The same, with short numbers.
    ShortReach,
    /// Without the reach.
    Feelings,
    Critical,
}

impl CompactFacts {
    /// Returns the most facts that fit on all cards of a width. If a name would be cut, its facts get at most a quarter
    /// of the line.
    pub(crate) fn fitting(look: (&Theme, &Lang), cards: &[TouchpointCard], width: u16) -> CompactFacts {
        let fits = |facts: &CompactFacts| {
            cards.iter().all(|card| spans_width(&facts.of(look, card)) <= card_space(look.1, card, width))
        };
        let most_first = [CompactFacts::All, CompactFacts::ShortReach, CompactFacts::Feelings];
        most_first.into_iter().find(fits).unwrap_or(CompactFacts::Critical)
    }

    fn of(self, (theme, lang): (&Theme, &Lang), card: &TouchpointCard) -> Vec<Span<'static>> {
        let touchpoint = &card.touchpoint;
        let mut critical = conflict(theme, touchpoint);
        critical.extend(touchpoint.critical.then(|| span("! ", theme.critical)));
        let feelings = || emotion_and_votes(theme, touchpoint);
        match self {
            CompactFacts::All => [critical, feelings(), reach((theme, lang), touchpoint, true)].concat(),
            CompactFacts::ShortReach => [critical, feelings(), reach((theme, lang), touchpoint, false)].concat(),
            CompactFacts::Feelings => [critical, feelings()].concat(),
            CompactFacts::Critical => critical,
        }
    }
}

/// Returns the space for the facts of a card beside its name.
fn card_space(lang: &Lang, card: &TouchpointCard, width: u16) -> usize {
    let (_, prefix) = card.prefix(lang, width);
    let cells = usize::from(width.saturating_sub(1));
    cells.saturating_sub(text_width(&card.touchpoint.name) + usize::from(prefix) + 4).max(cells / 4)
}

/// Draws the name, and facts at the right end.
pub(crate) fn draw_compact(painter: &mut Painter<'_>, card: &TouchpointCard, facts: CompactFacts, area: Rect) {
    let (theme, lang, touchpoint) = (painter.theme, painter.lang(), &card.touchpoint);
    let (prefix, _) = card.prefix(lang, area.width);
    let inside = inside(area);
    let right = facts.of((theme, lang), card);
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
pub(crate) fn draw_narrowed(painter: &mut Painter<'_>, card: &TouchpointCard, area: Rect) {
    let (theme, touchpoint) = (painter.theme, &card.touchpoint);
    let kind = span(format!("{} ", kind_symbol(touchpoint.kind)), theme.kind(touchpoint.kind));
    let style = if card.found { theme.dim.patch(theme.accent) } else { theme.dim };
    painter.write_both_ends(inside(area), area.y, &[kind, span(&*touchpoint.name, style)], &[]);
    draw_edge(painter, card, area);
}

/// Draws the name without emphasis.
pub(crate) fn draw_filtered(painter: &mut Painter<'_>, card: &TouchpointCard, area: Rect) {
    let (prefix, _) = card.prefix(painter.lang(), area.width);
    let mark = if card.marked { "✓" } else { " " };
    let text = format!("{mark}{prefix}{} {}", kind_symbol(card.touchpoint.kind), card.touchpoint.name);
    painter.write(area, area.y, &text, painter.theme.dim);
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

fn draw_edge(painter: &mut Painter<'_>, card: &TouchpointCard, area: Rect) {
    if let Some((symbol, style)) = card.edge(painter.theme) {
        painter.write(Rect { width: 1, ..area }, area.y, symbol, style);
    }
}
