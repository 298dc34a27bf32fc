//! The countdown: the time left, and the line that says that time is up.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::large_digits;
use super::painter::{Painter, centered, span};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::lang::Lang;

/// The height of the line that says that time is up, in a presentation.
pub(crate) const END_HEIGHT: u16 = 3;

/// Returns the time left, for the end of a title line; nothing without a countdown.
pub(crate) fn spans(painter: &Painter<'_>) -> Vec<Span<'static>> {
    let (state, theme) = (painter.state, painter.theme);
    let Some(seconds) = state.show.timer.seconds(state.now) else { return Vec::new() };
    let note = note(state, painter.lang());
    let gap = if note.is_empty() { "" } else { " " };
    vec![span(format!(" {note}{gap}{} ", clock(seconds)), style(painter)), span("  ", theme.plain)]
}

/// Draws the time left in large digits, in the middle of an area.
pub(crate) fn draw_large(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme) = (painter.state, painter.theme);
    let Some(seconds) = state.show.timer.seconds(state.now) else { return };
    let text = clock(seconds);
    let (width, height) = large_digits::size(&text);
    let inside = centered(area, width, height + 2);
    if inside.height < height + 2 || inside.width < width {
        let style = style(painter);
        return painter.write_centered(area, area.y + area.height / 2, &format!(" {text} "), style);
    }
    large_digits::draw(painter, &text, inside, theme.strong);
    painter.write_centered(area, inside.y + 6, &note(state, painter.lang()), theme.strong);
}

/// Draws the message that time is up over the title.
pub(crate) fn draw_end(painter: &mut Painter<'_>, title: Rect) {
    let (state, theme) = (painter.state, painter.theme);
    if !state.show.timer.is_up() || !matches!(state.screen, Screen::Board) {
        return;
    }
    let height = if state.show.presentation.is_some() { END_HEIGHT } else { 1 };
    let area = Rect { height, ..title };
    painter.clear(area);
    for y in area.top()..area.bottom() {
        painter.restyle(area, y, theme.warning);
    }
    painter.write_centered(area, area.y + height / 2, &painter.lang().timer_up(), theme.warning);
}

/// Returns seconds as a clock: `4:05`, `1:04:05`.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Returns a note for a countdown that is paused or in its last minute.
fn note(state: &State, lang: &Lang) -> String {
    let timer = &state.show.timer;
    match (timer.is_paused(), timer.is_last_minute(state.now)) {
        (true, _) => lang.timer_paused(),
        (false, true) => format!("! {}", lang.timer_last_minute()),
        (false, false) => String::new(),
    }
}

fn style(painter: &Painter<'_>) -> Style {
    let (state, theme) = (painter.state, painter.theme);
    match (state.show.timer.is_paused(), state.show.timer.is_last_minute(state.now)) {
        (true, _) => theme.dim,
        (false, true) => theme.warning,
        (false, false) => theme.selected,
    }
}
