//! The guided tour, below the board: what it is about, and the keys that do it.
//!
//! ```text
//!  Tour 2/11 · Add a touchpoint  ✓ Look around                  F2 skip  F3 end
//!  People call out, you type: one line makes one touchpoint, and its marks tag it.
//!  a add › type Asks a neighbour about baggage :( › Enter add › Esc back
//! ```

use crate::app::model::query::tour::example_reach;
use crokey::KeyCombination;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::pen::{Piece, clear, paint, piece, pieces_width, put, put_pieces, put_targets};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;
use crate::app::model::tour::{Lesson, Part, Tour};
use crate::map::width::{width, wrap};

/// The most lines that a lesson's sentences take.
const SENTENCES: usize = 4;
/// The fewest lines, so that the board stays where it is from lesson to lesson.
const LINES: u16 = 4;

/// How many lines the tour takes in so many cells.
pub fn height(state: &State, tour: &Tour, cells: u16) -> u16 {
    let theme = Theme::of(state.settings.theme);
    let inside = cells.saturating_sub(2);
    let about = state.lang.lesson_about(tour.lesson().key());
    let lines = wrap(&about, usize::from(inside), SENTENCES).len() + parts(state, tour.lesson(), &theme, inside).len();
    (1 + u16::try_from(lines).unwrap_or(u16::MAX)).max(LINES)
}

/// Draws the lesson that one is at.
pub fn draw(state: &State, tour: &Tour, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    clear(buf, area);
    paint(buf, area, area.y, theme.head);
    let (nth, count) = tour.position();
    let lesson = tour.lesson();
    let position = if lesson == Lesson::End { lang.tour_finished() } else { lang.tour_position(nth, count) };
    let head = format!(" {position} · {}  ", lang.lesson(lesson.key()));
    let mut keys = Vec::new();
    for binding in state.keys.bindings(Context::Tour) {
        if lesson != Lesson::End || binding.action == Action::EndTour {
            let pieces = hint(state, theme, Context::Tour, binding.action).into_iter().chain([piece("  ", theme.head)]);
            keys.extend(
                pieces.map(|(text, style)| ((text, theme.head.patch(style)), PointerTarget::Action(binding.action))),
            );
        }
    }
    let taken = keys.iter().map(|((text, _), _)| width(text) as u16).sum::<u16>().min(area.width);
    let mut left = vec![piece(head, theme.head)];
    if let Some(done) = tour.praised {
        left.push(piece(format!("✓ {}", lang.lesson(done.key())), theme.good.patch(theme.head)));
    }
    // What was done is praised where there is room for it.
    if pieces_width(&left) > usize::from(area.width - taken) {
        left.truncate(1);
    }
    put_pieces(buf, Rect { width: area.width - taken, ..area }, area.y, &left);
    put_targets(buf, Rect { x: area.right() - taken, width: taken, ..area }, area.y, keys);

    let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    let about = lang.lesson_about(lesson.key());
    let rows = parts(state, lesson, theme, inside.width);
    // Where there is not room for all, the keys are told rather than what they are for.
    let told = usize::from(inside.height).saturating_sub(rows.len());
    let mut y = inside.y;
    for range in wrap(&about, usize::from(inside.width), SENTENCES.min(told)) {
        put(buf, inside, y, &about[range], theme.plain);
        y += 1;
    }
    for row in rows {
        put_pieces(buf, inside, y, &row);
        y += 1;
    }
}

/// The parts of a lesson, in as many rows as they need; those that cannot be done where one is are dim.
fn parts<'a>(state: &State, lesson: Lesson, theme: &Theme, cells: u16) -> Vec<Vec<Piece<'a>>> {
    let typed = |text: String| [piece(format!("{} ", state.lang.tour_type()), theme.plain), piece(text, theme.key)];
    let mut rows: Vec<Vec<Piece<'a>>> = vec![Vec::new()];
    for (nth, part) in lesson.parts().iter().enumerate() {
        let mut pieces = Vec::new();
        if nth > 0 {
            pieces.push(piece(" › ", theme.dim));
        }
        match part {
            Part::Number => pieces.extend(typed(example_reach(state).to_string())),
            Part::Type => pieces.extend(typed(state.lang.lesson_example(lesson.key()))),
            Part::Do(context, actions) => {
                for (nth, action) in actions.iter().enumerate() {
                    if nth > 0 {
                        pieces.push(piece("  ", theme.plain));
                    }
                    pieces.extend(hint(state, theme, *context, *action));
                }
            }
        }
        let here = state.context();
        if part.context() != here && !(part.context().is_on_board() && here.is_on_board()) {
            pieces.iter_mut().for_each(|(_, style)| *style = theme.dim);
        }
        let used = rows.last().map_or(0, |row| pieces_width(row));
        if used > 0 && used + pieces_width(&pieces) > usize::from(cells) {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            row.extend(pieces);
        }
    }
    rows
}

/// An action's first key and its name.
fn hint<'a>(state: &State, theme: &Theme, context: Context, action: Action) -> Vec<Piece<'a>> {
    let name = state.lang.action(action.name());
    // A key of the tour that means something where one is does that.
    let is_free = |key: &KeyCombination| context != Context::Tour || state.keys.action(state.context(), *key).is_none();
    match state.keys.keys(context, action).find(is_free) {
        Some(key) => vec![piece(state.lang.key(key), theme.key), piece(format!(" {name}"), theme.plain)],
        None => vec![piece(name, theme.plain)],
    }
}
