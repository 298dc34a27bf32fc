//! Details of a touchpoint on a large card, in words or as symbols.

use ratatui::text::Span;

use super::super::painter::{Painter, span, spans_width};
use super::super::theme::{intent_symbol, kind_symbol};
use crate::map::Touchpoint;
use crate::map::width::{width, wrap};

/// The maximum number of votes that are drawn as dots.
const MAX_DOTS: u64 = 10;
/// The maximum number of lines of one detail.
const DETAIL_LINES: usize = 3;

/// Returns the critical mark, kind, intent and channel.
pub(crate) fn tags(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    let kind = touchpoint
        .kind
        .map(|kind| span(format!("{} {}", kind_symbol(Some(kind)), lang.kind(kind)), theme.kind(Some(kind))));
    let intent = touchpoint.intent.map(|intent| {
        span(format!("{} {}", intent_symbol(Some(intent)), lang.intent(intent)), theme.intent(Some(intent)))
    });
    let channel = touchpoint.channel.as_deref().map(|channel| span(format!("@{channel}"), theme.plain));
    let critical = touchpoint.critical.then(|| span(format!("! {}", lang.field("critical")), theme.critical));
    [critical, kind, intent, channel].into_iter().flatten().collect()
}

/// Returns the emotion, reach and votes.
pub(crate) fn numbers(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    let unit = painter.shown.map().header().unit.as_deref();
    let emotion = touchpoint
        .emotion
        .map(|emotion| span(format!("{} {}", emotion.face(), lang.emotion(emotion)), theme.emotion(emotion)));
    let reach = touchpoint.reach.map(|reach| {
        let (number, evidence) = (lang.number(u128::from(reach)), lang.evidence(touchpoint.evidence));
        let counted =
            unit.map_or_else(|| format!("{} {number}", lang.field("reach")), |unit| format!("{number} {unit}"));
        span(format!("{counted} ({evidence})"), theme.strong)
    });
    let votes = (touchpoint.votes > 0)
        .then(|| span(format!("{} {}", dots(touchpoint.votes), lang.present_votes(touchpoint.votes)), theme.strong));
    [emotion, reach, votes].into_iter().flatten().collect()
}

/// Returns tags and numbers as symbols on one line.
pub(crate) fn symbols(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    let kind = touchpoint.kind.map(|kind| span(kind_symbol(Some(kind)), theme.kind(Some(kind))));
    let intent = touchpoint.intent.map(|intent| span(intent_symbol(Some(intent)), theme.intent(Some(intent))));
    let critical = touchpoint.critical.then(|| span("!", theme.critical));
    let emotion = touchpoint.emotion.map(|emotion| span(emotion.face(), theme.plain));
    let reach = touchpoint.reach.map(|reach| span(lang.amount(reach as f64), theme.strong));
    let votes = (touchpoint.votes > 0).then(|| span(format!("●{}", touchpoint.votes), theme.strong));
    let symbols = [critical, kind, intent, emotion, reach, votes].into_iter().flatten();
    let mut spans = Vec::new();
    for symbol in symbols {
        if !spans.is_empty() {
            spans.push(span(" ", theme.plain));
        }
        spans.push(symbol);
    }
    spans
}

/// Returns a dot for each vote; many votes end with `…`.
pub(crate) fn dots(votes: u64) -> String {
    let dots = "●".repeat(usize::try_from(votes.min(MAX_DOTS)).unwrap_or_default());
    if votes > MAX_DOTS { format!("{dots}…") } else { dots }
}

/// Puts details side by side into lines. A detail that is wider than a line continues on the next one.
pub(crate) fn lines(painter: &Painter<'_>, details: Vec<Span<'static>>, cells: usize) -> Vec<Vec<Span<'static>>> {
    let theme = painter.theme;
    let mut lines: Vec<Vec<Span<'static>>> = Vec::new();
    for Span { content, style } in details {
        let parts = wrap(&content, cells, DETAIL_LINES).into_iter().map(|range| span(content[range].to_owned(), style));
        for (nth, part) in parts.enumerate() {
            match lines.last_mut() {
                Some(line) if nth == 0 && spans_width(line) + 3 + width(&part.content) <= cells => {
                    line.extend([span("   ", theme.plain), part]);
                }
                Some(_) | None => lines.push(vec![part]),
            }
        }
    }
    lines
}
