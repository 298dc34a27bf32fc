//! The review: what is found, the gravest first, and what to do about the finding that one is on.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::pen::{piece, put, put_pieces};
use super::side::{head, layout, list_and_below, put_more};
use super::theme::Theme;
use crate::app::State;
use crate::app::pointer::Spot;
use crate::app::shown::Shown;
use crate::app::side::{findings, line};
use crate::map::review::About;
use crate::map::width::wrap;
use crate::map::{Finding, Review, Severity};

/// Draws the findings into an area.
pub fn draw(state: &State, shown: &Shown<'_>, review: &Review, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    let counts = lang.findings(review.count(Severity::Warning), review.count(Severity::Hint));
    let title = match state.board.one_rule {
        Some(rule) => lang.review_of_rule(&lang.rule(rule)),
        None => lang.review(&counts, shown.map().touchpoints().map(|(_, each)| each.accepted.len()).sum()),
    };
    let room = head(state, theme, area, &title, buf);
    let found: Vec<&Finding> = findings(state).collect();
    if found.is_empty() {
        put(buf, room, room.y, &lang.nothing_found(), theme.good);
        return;
    }
    put_more(state, theme, area, buf);
    let (list, below) = list_and_below(state, area);
    let here = line(state);
    for seen in layout(state, area) {
        let Some(finding) = found.get(seen.row) else { continue };
        let (sign, style) = sign(finding.severity(), theme);
        let look = if seen.row == here { theme.selected } else { theme.plain };
        let about = match finding.about {
            About::Touchpoint { place, .. } => shown.map().at(place).map(|each| each.name.to_string()),
            About::Phase(phase) => Some(lang.phase(phase)),
            About::Map => None,
        };
        let about = about.map_or_else(String::new, |about| format!("  {about}"));
        let y = list.y + seen.top;
        buf.mark(Rect { y, height: 1, ..list }, Spot::Line(seen.row));
        put_pieces(buf, list, y, &[piece(sign, style), piece(lang.rule(finding.rule), look), piece(about, theme.dim)]);
    }
    if let Some(finding) = found.get(here) {
        let mut y = below.y;
        let advice = (lang.finding(finding, shown.map()), theme.plain);
        for (text, style) in [advice, (lang.rule_reason(finding.rule), theme.dim)] {
            for range in wrap(&text, usize::from(below.width), usize::from(below.bottom().saturating_sub(y))) {
                put(buf, below, y, &text[range], style);
                y += 1;
            }
        }
    }
}

fn sign(severity: Severity, theme: &Theme) -> (&'static str, Style) {
    match severity {
        Severity::Warning => ("▲ ", theme.fault),
        Severity::Hint => ("· ", theme.dim),
    }
}
