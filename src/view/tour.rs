//! The guided tour below the board: the current lesson and the keys to press.
//!
//! ```text
//!  Tour 2/11 · Add a touchpoint  ✓ Look around                  F2 skip  F3 end
//!  People call out, you type: one line makes one touchpoint, and its marks tag it.
//!  a add › type Asks a neighbour about baggage :( › Enter add › Esc back
//! ```

use crokey::KeyCombination;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::painter::{Painter, span, spans_width};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::query::tour::example_reach;
use crate::app::model::state::State;
use crate::app::model::tour::{Lesson, LessonPart, Tour};
use crate::map::width::{width, wrap};

/// The maximum number of lines of a lesson's description.
const DESCRIPTION_LINES: usize = 4;
/// The minimum height, so that the board does not move with every lesson.
const MIN_HEIGHT: u16 = 4;

/// Returns the height of the tour at a width.
pub(crate) fn height(state: &State, tour: &Tour, cells: u16) -> u16 {
    let theme = Theme::of(state.settings.theme);
    let inside = cells.saturating_sub(2);
    let about = state.lang.lesson_about(tour.text_key());
    let description = wrap(&about, usize::from(inside), DESCRIPTION_LINES).len();
    let lines = description + steps(state, &theme, tour.lesson(), inside).len();
    (1 + u16::try_from(lines).unwrap_or(u16::MAX)).max(MIN_HEIGHT)
}

/// Draws the current lesson.
pub fn draw(painter: &mut Painter<'_>, tour: &Tour, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    painter.clear(area);
    draw_header(painter, tour, area);
    let lesson = tour.lesson();
    let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    let steps = steps(state, theme, lesson, inside.width);
    // If not everything fits, the description is cut.
    let free = usize::from(inside.height).saturating_sub(steps.len());
    let about = lang.lesson_about(tour.text_key());
    let first = inside.y + painter.write_wrapped(inside, &about, DESCRIPTION_LINES.min(free), theme.plain);
    for (y, row) in (first..).zip(steps) {
        painter.write_spans(inside, y, &row);
    }
}

/// Draws the position in the tour, the lesson's name and the keys of the tour, and the last finished lesson if it fits.
fn draw_header(painter: &mut Painter<'_>, tour: &Tour, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    painter.restyle(area, area.y, theme.header);
    let (nth, count) = tour.position();
    let lesson = tour.lesson();
    let position = if lesson == Lesson::End { lang.tour_finished() } else { lang.tour_position(nth, count) };
    let title = format!(" {position} · {}  ", lang.lesson(tour.text_key()));
    let keys = key_hints(painter, lesson);
    let taken = keys.iter().map(|(span, _)| width(&span.content) as u16).sum::<u16>().min(area.width);
    let mut left = vec![span(title, theme.header)];
    if let Some(done) = tour.finished {
        left.push(span(format!("✓ {}", lang.lesson(done.key())), theme.good.patch(theme.header)));
    }
    if spans_width(&left) > usize::from(area.width - taken) {
        left.truncate(1);
    }
    painter.write_spans(Rect { width: area.width - taken, ..area }, area.y, &left);
    painter.write_targets(Rect { x: area.right() - taken, width: taken, ..area }, area.y, keys);
}

/// Returns the keys of the tour; in the last lesson, only the key that ends it.
fn key_hints(painter: &Painter<'_>, lesson: Lesson) -> Vec<(Span<'static>, PointerTarget)> {
    let (state, theme) = (painter.state, painter.theme);
    let mut keys = Vec::new();
    for binding in state.keys.bindings(Context::Tour) {
        if lesson != Lesson::End || binding.action == Action::EndTour {
            let hint = hint(state, theme, Context::Tour, binding.action);
            for part in hint.into_iter().chain([span("  ", theme.header)]) {
                let style = theme.header.patch(part.style);
                keys.push((part.style(style), PointerTarget::Action(binding.action)));
            }
        }
    }
    keys
}

/// Returns the steps of a lesson in rows. Steps that cannot be done in the current context are dim.
fn steps(state: &State, theme: &Theme, lesson: Lesson, cells: u16) -> Vec<Vec<Span<'static>>> {
    let mut rows: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    for (nth, part) in lesson.parts().iter().enumerate() {
        let mut spans = if nth > 0 { vec![span(" › ", theme.dim)] } else { Vec::new() };
        spans.extend(step(state, theme, lesson, part));
        let root = |context: Context| context.parent().unwrap_or(context);
        if root(part.context()) != root(state.context()) {
            spans.iter_mut().for_each(|span| span.style = theme.dim);
        }
        let used = rows.last().map_or(0, |row| spans_width(row));
        if used > 0 && used + spans_width(&spans) > usize::from(cells) {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            row.extend(spans);
        }
    }
    rows
}

/// Returns what to type or which keys to press in a step.
fn step(state: &State, theme: &Theme, lesson: Lesson, part: &LessonPart) -> Vec<Span<'static>> {
    let typed = |text: String| vec![span(format!("{} ", state.lang.tour_type()), theme.plain), span(text, theme.key)];
    match part {
        LessonPart::Number => typed(example_reach(state).to_string()),
        LessonPart::Type => typed(state.lang.lesson_example(lesson.key())),
        LessonPart::Do(context, actions) => {
            let mut spans = Vec::new();
            for (nth, action) in actions.iter().enumerate() {
                if nth > 0 {
                    spans.push(span("  ", theme.plain));
                }
                spans.extend(hint(state, theme, *context, *action));
            }
            spans
        }
    }
}

/// Returns an action's first key and its name.
fn hint(state: &State, theme: &Theme, context: Context, action: Action) -> Vec<Span<'static>> {
    let name = state.lang.action(action.name());
    // The current context comes before the tour: a key that it binds does not reach the tour.
    let is_free = |key: &KeyCombination| context != Context::Tour || state.keys.action(state.context(), *key).is_none();
    match state.keys.keys(context, action).find(is_free) {
        Some(key) => vec![span(state.lang.key(key), theme.key), span(format!(" {name}"), theme.plain)],
        None => vec![span(name, theme.plain)],
    }
}
