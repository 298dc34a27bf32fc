//! The status line: the last message, or details of the selected touchpoint.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::funnel_parts::marks;
use super::painter::{Painter, span};
use crate::app::model::presentation::numbered_place;
use crate::app::model::query::presentation::typed_number;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::field::{TOUCHPOINT, ordered_by};
use crate::map::width::wrap;

/// The maximum number of lines of a message.
const MESSAGE_LINES: usize = 5;

/// Returns the height of the status line: the lines of the message, at most a quarter of the screen.
pub(crate) fn height(state: &State, area: Rect) -> u16 {
    let Some(message) = &state.message else { return 1 };
    let lines = wrap(&message.text, usize::from(area.width.saturating_sub(2)), MESSAGE_LINES).len() as u16;
    lines.clamp(1, (area.height / 4).max(1))
}

/// Draws the message; without one, details of the selected touchpoint, unless an input line covers them.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme) = (painter.state, painter.theme);
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let Some(message) = &state.message {
        painter.write_wrapped(row, &message.text, usize::from(row.height), theme.tone(message.tone));
        return;
    }
    if let Some(typed) = typed_number(state) {
        let touchpoint = numbered_place(state.map(), typed.number).and_then(|place| state.map().at(place));
        let name = touchpoint.map_or("", |touchpoint| &touchpoint.name);
        let text = state.lang.vote_typed(typed.number as u64, name);
        painter.write(row, row.y, &text, theme.strong);
        return;
    }
    if area.height > 1 || !matches!(state.screen, Screen::Board) || state.show.presentation.is_some() {
        return;
    }
    let spans = details(painter);
    painter.write_spans(row, area.y, &spans);
}

/// Returns the marks, reach and texts of the selected touchpoint.
fn details<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let Some(touchpoint) = state.map().at(state.board.place()) else { return Vec::new() };
    let mut spans: Vec<Span<'_>> = Vec::new();
    if state.dialogs.is_empty()
        && let Some(step) = painter.shown.funnel().step_at(painter.shown.place)
    {
        let marks = marks(painter, step).into_iter();
        spans.extend(marks.map(|mark| span(format!("{}  ", mark.words), mark.style)));
    }
    if let Some(reach) = touchpoint.reach {
        let evidence = lang.evidence(touchpoint.evidence);
        spans.push(span(format!("{} ", lang.field("reach")), theme.dim));
        spans.push(span(format!("{} {evidence}  ", lang.number(u128::from(reach))), theme.plain));
    }
    for field in ordered_by(TOUCHPOINT, |field| field.status) {
        if let Some(text) = lang.plain_value(&field.get(touchpoint)) {
            spans.push(span(format!("{} ", lang.field(field.key)), theme.dim));
            spans.push(span(format!("{text}  "), theme.plain));
        }
    }
    spans
}
