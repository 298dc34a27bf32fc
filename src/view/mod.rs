//! Draws the state into the cells of the terminal. Drawing changes no state.

mod ascii;
mod balance;
mod board;
mod browser;
mod canvas;
mod card;
mod card_face;
mod card_line;
mod card_texts;
mod column_style;
mod curve;
mod drawn_parts;
mod export;
mod filter;
mod footer;
mod form;
mod funnel;
mod funnel_parts;
mod funnel_step;
mod funnel_strip;
mod help;
mod import;
mod import_counts;
mod import_map;
mod import_texts;
mod large_digits;
pub mod layout;
mod legend;
mod list;
mod painter;
mod palette;
mod pointer;
mod presentation;
mod priorities;
mod prompt;
mod qr;
mod question;
mod quick_entry;
mod recovery;
mod review;
mod room;
mod sanitize;
mod share;
mod side;
mod side_header;
mod side_list;
mod start;
mod start_preview;
mod status;
mod tag_counts;
mod text_input;
pub mod theme;
mod themes;
mod timer;
mod title;
mod tour;
mod unreadable;
pub(crate) mod window;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::app::model::viewport::Viewport;
use canvas::Canvas;
use layout::ScreenLayout;
use painter::Painter;
use theme::Theme;

pub use drawn_parts::{DrawnParts, LastFrame};
pub use pointer::target_at;

/// The result of drawing a frame, besides its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The position of the cursor, if it is visible.
    pub cursor: Option<Position>,
    /// How much of each list is visible, for `Msg::Drawn`.
    pub viewport: Viewport,
    /// What the mouse points at, if its position was given.
    target: Option<PointerTarget>,
}

/// Draws the state into an area.
pub fn draw(state: &State, area: Rect, cells: &mut Buffer) -> Drawn {
    let last = LastFrame { cells: &mut Buffer::empty(Rect::ZERO), parts: &mut DrawnParts::default() };
    draw_after(last, state, area, cells)
}

/// Draws the state into an area, and takes from the last frame the parts that look the same.
pub fn draw_after(last: LastFrame<'_>, state: &State, area: Rect, cells: &mut Buffer) -> Drawn {
    let LastFrame { cells: last, parts } = last;
    parts.begin(area, &state.lang, state.settings.theme);
    let canvas = match is_reusable(state) {
        true => Canvas::after(LastFrame { cells: last, parts }, cells),
        false => Canvas::new(cells),
    };
    let drawn = draw_on(state, area, canvas);
    sanitize::sanitize(parts.drawn(cells));
    if state.settings.ascii {
        ascii::replace_symbols(cells);
    }
    Theme::of(state.settings.theme).fill_background(parts.drawn(cells));
    drawn
}

/// Returns true if the parts of the screen stay as they were drawn: nothing is drawn over them.
fn is_reusable(state: &State) -> bool {
    let covers = |dialog: &Dialog| !matches!(dialog, Dialog::QuickEntry(_) | Dialog::Prompt(_) | Dialog::Filter(_));
    let is_covered = state.dialogs.iter().any(covers) || state.show.tour.is_some() || state.board.drag.is_some();
    // In ASCII, the dots of a part may stand beside it.
    !is_covered && !state.settings.ascii
}

/// Draws the state on a canvas, without the final pass over its cells.
fn draw_on(state: &State, area: Rect, canvas: Canvas<'_>) -> Drawn {
    let theme = Theme::of(state.settings.theme);
    let board = state.shown();
    let mut painter = Painter { state, shown: &board, theme: &theme, canvas };
    let cursor = match layout::arrange(state, area) {
        Some(layout) => draw_all(&mut painter, area, &layout),
        None => {
            painter.write(area, area.y + area.height / 2, &state.lang.window_too_small(), theme.plain);
            None
        }
    };
    Drawn { cursor, viewport: painter.canvas.viewport, target: painter.canvas.target() }
}

/// Draws the screen and the dialogs in front of it, and returns the position of the cursor.
fn draw_all(painter: &mut Painter<'_>, area: Rect, layout: &ScreenLayout) -> Option<Position> {
    let state = painter.state;
    let hides_cards = draw_screen(painter, layout);
    timer::draw_end(painter, layout.title);
    // A presentation has hints only for a dialog in front of it and for a number that is being typed.
    if state.context() != Context::Presentation {
        footer::draw(painter, layout.footer, hides_cards);
    }
    status::draw(painter, layout.status);
    let mut cursor = None;
    for dialog in &state.dialogs {
        // The mouse reaches only the front dialog, and the footer, which belongs to it.
        painter.canvas.clear_targets(Rect { height: layout.footer.y - area.y, ..area });
        cursor = draw_dialog(painter, dialog, layout);
    }
    if let (Some(tour), Some(area)) = (&state.show.tour, layout.tour) {
        tour::draw(painter, tour, area);
    }
    cursor
}

/// Draws the screen and returns true if its columns hide cards.
fn draw_screen(painter: &mut Painter<'_>, layout: &ScreenLayout) -> bool {
    let state = painter.state;
    match &state.screen {
        Screen::Start(start) => start::draw(painter, start, layout.title.union(layout.body)),
        Screen::Opening { path, .. } => {
            let text = format!(" {}", state.lang.opening(&shown(path)));
            painter.write_spans(layout.title, layout.title.y, &[painter::span(text, painter.theme.dim)]);
        }
        Screen::Unreadable(page) => unreadable::draw(painter, page, layout),
        Screen::Board => match state.show.presentation {
            Some(presented) => presentation::draw(painter, presented, layout),
            None => return draw_board(painter, layout),
        },
    }
    false
}

/// Draws the board and returns true if its columns hide cards.
fn draw_board(painter: &mut Painter<'_>, layout: &ScreenLayout) -> bool {
    title::draw(painter, layout.title);
    let hides_cards = board::draw(painter, layout);
    if let Some(area) = layout.curve {
        curve::draw(painter, &layout.columns, area);
    }
    side::draw(painter, layout);
    hides_cards
}

fn draw_dialog(painter: &mut Painter<'_>, dialog: &Dialog, layout: &ScreenLayout) -> Option<Position> {
    let ScreenLayout { title, body, stage, status, footer, .. } = *layout;
    match dialog {
        Dialog::QuickEntry(entry) => quick_entry::draw(painter, entry, status),
        Dialog::Form(form) => form::draw(painter, form, stage),
        Dialog::Prompt(prompt) => prompt::draw(painter, prompt, status),
        Dialog::Filter(filter) => filter::draw(painter, filter, status),
        Dialog::Palette(palette) => palette::draw(painter, palette, title.union(status)),
        Dialog::Question(question) => question::draw(painter, question, title.union(footer)),
        Dialog::Recovery(recovery) => recovery::draw(painter, recovery, title.union(footer)),
        Dialog::Export(export) => export::draw(painter, export, title.union(body)),
        Dialog::Import(dialog) => import::draw(painter, dialog, title.union(body)),
        Dialog::Browser(browser) => browser::draw(painter, browser, title.union(body)),
        Dialog::Help(help) => help::draw(painter, help, title.union(status)),
        Dialog::Share(dialog) => share::draw(painter, dialog, title.union(status)),
        Dialog::Themes(_) => themes::draw(painter, body),
    }
}
