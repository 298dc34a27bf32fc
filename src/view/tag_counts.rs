//! The counts of kinds and intents while the map has no numbers, and which number to enter first.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::funnel_parts::advice;
use super::legend::{self, LegendEntry};
use super::painter::{Painter, span, spans_width};
use super::theme::{intent_symbol, kind_symbol};
use crate::map::balance::Balance;
use crate::map::width::fill;
use crate::map::{Intent, Kind, Phase};

/// Draws the counts at the right of a wide screen, with a legend.
pub fn draw(painter: &mut Painter<'_>, balance: &Balance, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let mut y = area.y;
    for phase in Phase::ALL {
        let total = span(painter.shown.map().phase(phase).len().to_string(), theme.strong);
        painter.write_both_ends(area, y, &[span(lang.phase(phase), theme.strong)], &[total]);
        let mut counts = vec![span(" ", theme.plain)];
        for kind in Kind::ALL.map(Some).into_iter().chain([None]) {
            let text = format!(" {} {} ", kind_symbol(kind), balance.of_kind(phase, kind));
            counts.push(span(text, theme.kind(kind)));
        }
        counts.push(span(" ", theme.plain));
        for intent in Intent::ALL.map(Some).into_iter().chain([None]) {
            let text = format!(" {} {} ", intent_symbol(intent), balance.of_intent(phase, intent));
            counts.push(span(text, theme.intent(intent)));
        }
        painter.write_spans(area, y + 1, &counts);
        y += 3;
    }
    for line in symbols(painter) {
        painter.write_spans(area, y, &line);
        y += 1;
    }
    let below = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    painter.write_wrapped(below, &advice(painter), 6, theme.accent);
}

/// Returns the meanings of the symbols, in two lines.
fn symbols(painter: &Painter<'_>) -> [Vec<Span<'static>>; 2] {
    let entry = |(symbol, word, style): LegendEntry| span(format!(" {symbol} {word} "), style);
    [legend::kinds(painter).map(entry).to_vec(), legend::intents(painter).map(entry).to_vec()]
}

/// Draws the counts below the columns, a line for each phase, and the advice above them.
pub(crate) fn draw_strip(painter: &mut Painter<'_>, balance: &Balance, area: Rect) {
    let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    let lines = usize::from(area.height.saturating_sub(4)).max(1);
    let advice = advice(painter);
    let top = inside.y + painter.write_wrapped(inside, &advice, lines, painter.theme.accent);
    for (phase, y) in Phase::ALL.into_iter().zip(top..area.bottom()) {
        let long = strip_line(painter, balance, phase, true);
        let fits = spans_width(&long) <= usize::from(area.width);
        let line = if fits { long } else { strip_line(painter, balance, phase, false) };
        painter.write_spans(area, y, &line);
    }
}

/// Returns the counts of a phase, with or without the words of the intents.
fn strip_line(painter: &Painter<'_>, balance: &Balance, phase: Phase, with_words: bool) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    let mut spans = vec![span(format!(" {}", fill(&lang.phase(phase), 8)), theme.strong)];
    for kind in Kind::ALL {
        let count = balance.of_kind(phase, Some(kind));
        let text = format!(" {} {count} {} ", kind_symbol(Some(kind)), lang.kind(kind));
        spans.push(span(text, theme.kind(Some(kind))));
    }
    for intent in Intent::ALL {
        let word = if with_words { format!("{} ", lang.intent(intent)) } else { String::new() };
        let count = balance.of_intent(phase, Some(intent));
        let text = format!(" {} {count} {word}", intent_symbol(Some(intent)));
        spans.push(span(text, theme.intent(Some(intent))));
    }
    spans
}
