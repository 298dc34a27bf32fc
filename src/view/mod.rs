//! The screen: the state as cells. Nothing here changes or remembers anything.

pub mod balance;
pub mod board;
pub mod browser;
pub mod canvas;
pub mod card;
pub mod curve;
pub mod dispatch;
pub mod filter;
pub mod footer;
pub mod form;
pub mod funnel;
pub mod funnel_parts;
pub mod help;

pub mod layout;
pub mod line;
pub mod palette;
pub mod pen;
mod pointer;
pub mod presentation;
pub mod priorities;
pub mod prompt;
pub mod question;
pub mod quick_entry;
pub mod recovery;
pub mod review;
pub mod scroll;
pub mod side;
pub mod signs;
pub mod start;
pub mod status;
pub mod strip;
pub mod texts;
pub mod theme;
pub mod themes;
pub mod timer;
pub mod title;
pub mod tour;
pub mod unreadable;
pub mod window;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::file_name::shown;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::app::model::viewport::Viewport;
pub use pointer::target_at;

use canvas::Canvas;
use layout::Arrangement;
use theme::Theme;

/// What drawing a frame gives back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The position of the terminal's cursor, if it is visible.
    pub cursor: Option<Position>,
    /// How much of each list is visible, for `Msg::Drawn`.
    pub viewport: Viewport,
}

/// Draws the state into an area.
pub fn draw(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let theme = Theme::of(state.settings.theme);
    let mut canvas = Canvas::new(buf);
    let cursor = draw_all(state, &theme, area, &mut canvas);
    let viewport = canvas.viewport;
    pen::hide_commands(buf);
    if state.settings.ascii {
        signs::to_ascii(buf);
    }
    theme.lay_paper(buf);
    Drawn { cursor, viewport }
}

fn draw_all(state: &State, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) -> Option<Position> {
    let arrangement = match layout::arrange(state, area) {
        Some(arrangement) => arrangement,
        None => {
            let text = state.lang.window_too_small();
            pen::put(buf, area, area.y + area.height / 2, &text, theme.plain);
            return None;
        }
    };
    let mut hides_cards = false;
    match &state.screen {
        Screen::Start(start) => start::draw(state, start, theme, &arrangement, buf),
        Screen::Opening { path, .. } => {
            let text = state.lang.opening(&shown(path));
            pen::put(buf, arrangement.title, arrangement.title.y, &format!(" {text}"), theme.dim);
        }
        Screen::Unreadable(page) => unreadable::draw(state, page, theme, &arrangement, buf),
        Screen::Board => match state.show.presentation {
            Some(shown) => presentation::draw(state, shown, theme, &arrangement, buf),
            None => hides_cards = draw_board(state, theme, &arrangement, buf),
        },
    }
    timer::draw_end(state, theme, &arrangement, buf);
    // What is presented has no hints; who types in front of it has.
    if state.context() != Context::Presentation {
        footer::draw(state, theme, arrangement.footer, hides_cards, buf);
    }
    status::draw(state, theme, arrangement.status, buf);
    let mut cursor = None;
    for dialog in &state.dialogs {
        // What stands behind a dialog waits; the footer is about the one in front.
        buf.cover(Rect { height: arrangement.footer.y - area.y, ..area });
        cursor = match dialog {
            Dialog::QuickEntry(line) => quick_entry::draw(state, line, theme, &arrangement, buf),
            Dialog::Form(form) => form::draw(state, form, theme, &arrangement, buf),
            Dialog::Prompt(line) => prompt::draw(state, line, theme, &arrangement, buf),
            Dialog::Filter(filtering) => filter::draw(state, filtering, theme, &arrangement, buf),
            Dialog::Palette(palette) => palette::draw(state, palette, theme, &arrangement, buf),
            Dialog::Question(question) => question::draw(state, question, theme, &arrangement, buf),
            Dialog::Recovery(recovery) => recovery::draw(state, recovery, theme, &arrangement, buf),
            Dialog::Export(dispatch) => dispatch::draw(state, dispatch, theme, &arrangement, buf),
            Dialog::Browser(browser) => browser::draw(state, browser, theme, &arrangement, buf),
            Dialog::Help(help) => help::draw(state, help, theme, &arrangement, buf),
            Dialog::Themes(_) => themes::draw(state, theme, &arrangement, buf),
        };
    }
    if let (Some(tour), Some(area)) = (&state.show.tour, arrangement.tour) {
        tour::draw(state, tour, theme, area, buf);
    }
    cursor
}

/// Draws the map; tells whether its columns have more cards than room.
fn draw_board(state: &State, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) -> bool {
    let shown = state.shown();
    title::draw(state, &shown, theme, arrangement.title, buf);
    let hides_cards = board::draw(state, &shown, theme, arrangement, buf);
    if let Some(area) = arrangement.curve {
        curve::draw(state, &shown, theme, arrangement, area, buf);
    }
    side::draw(state, &shown, theme, arrangement, buf);
    hides_cards
}
