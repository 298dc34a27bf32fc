//! Divides the screen into areas, for every size of the terminal.
//!
//! ```text
//!  narrow (under 60)    medium                  wide (from 110)
//!  title                title                   title
//!  tabs                 before│during│after     before│during│after│side
//!  one column           before│during│after     before│during│after│side
//!  side (if high)       side                    before│during│after│side
//!  status               status                  status
//!  footer               footer                  footer
//! ```

use ratatui::layout::Rect;

use super::{curve, prompt, status, tour};
use crate::app::model::dialog::Dialog;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::Phase;

/// The minimum width with the side pane at the right of the columns.
const WIDE: u16 = 110;
/// The minimum width with three columns; below it, one phase is shown.
const NARROW: u16 = 60;
/// The minimum height of the body with a curve above the cards.
const CURVE_BODY_HEIGHT: u16 = 13;
/// The minimum and the maximum width of a column while another one is widened.
const NARROWED_WIDTH: (u16, u16) = (11, 18);
/// The minimum size of the terminal.
const MIN_SIZE: (u16, u16) = (30, 8);

/// The areas of the screen. A part that does not fit has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenLayout {
    pub title: Rect,
    /// One line with a tab for each phase, if only one column is shown.
    pub tabs: Option<Rect>,
    /// The emotion curve, above the columns.
    pub curve: Option<Rect>,
    /// The visible columns, in order.
    pub columns: Vec<(Phase, Rect)>,
    /// The side pane at the right of the columns.
    pub side: Option<Rect>,
    /// The side pane below the columns.
    pub strip: Option<Rect>,
    /// The guided tour, above the status line.
    pub tour: Option<Rect>,
    /// Everything between the title and the tour or status line.
    pub body: Rect,
    /// The columns with the lines between them.
    pub stage: Rect,
    /// The status line. It is higher for a long message and for an input line.
    pub status: Rect,
    pub footer: Rect,
}

/// Divides an area; returns `None` if it is too small.
pub fn arrange(state: &State, area: Rect) -> Option<ScreenLayout> {
    if area.width < MIN_SIZE.0 || area.height < MIN_SIZE.1 {
        return None;
    }
    let row = |y: u16, height: u16| Rect { y, height, ..area };
    let title = row(area.y, 1);
    let footer = row(area.bottom() - 1, 1);
    let status_height = status_height(state, area);
    let status = row(footer.y - status_height, status_height);
    let middle = status.y - area.y - 1;
    let tour_height = state.show.tour.as_ref().map_or(0, |tour| tour::height(state, tour, area.width).min(middle / 2));
    let tour = (tour_height > 1).then(|| row(status.y - tour_height, tour_height));
    let body = row(area.y + 1, middle - tour.map_or(0, |tour| tour.height));

    let on_board = matches!(state.screen, Screen::Board);
    let is_wide = on_board && area.width >= WIDE;
    let side_width = if is_wide { (area.width * 7 / 20).min(64) } else { 0 };
    let side_focused = state.board.pane == Pane::Side;
    // On a small screen, the curve replaces the funnel strip, but no other side pane and none that has the focus.
    let fits_both = is_wide || body.height >= CURVE_BODY_HEIGHT + 14;
    let curve_hidden = !fits_both && (side_focused || state.board.side != SidePane::Funnel);
    let has_curve = on_board && state.board.curve && body.height >= CURVE_BODY_HEIGHT && !curve_hidden;
    let curve_height = if has_curve { curve::HEIGHT } else { 0 };
    // While a filter is typed, the matching cards use the space of the strip: the filter does not change the funnel.
    let is_filtering = matches!(state.dialogs.first(), Some(Dialog::Filter(_)));
    let has_strip = on_board && !is_wide && !is_filtering && (curve_height == 0 || fits_both);
    let strip_height = if has_strip { strip_height(body.height, side_focused) } else { 0 };
    let side = is_wide.then(|| Rect { x: body.right() - side_width, width: side_width, ..body });
    let strip = (strip_height > 0).then(|| row(body.bottom() - strip_height, strip_height));
    let stage =
        Rect { width: body.width - side_width - u16::from(is_wide), height: body.height - strip_height, ..body };
    let curve = (curve_height > 0).then_some(Rect { height: curve_height, ..stage });
    let stage = Rect { y: stage.y + curve_height, height: stage.height - curve_height, ..stage };
    let is_narrow = area.width < NARROW;
    let tabs = is_narrow.then_some(Rect { height: 1, ..stage });
    let columns = if is_narrow {
        vec![(state.board.phase(), Rect { y: stage.y + 1, height: stage.height - 1, ..stage })]
    } else {
        let widths = widths(state, stage.width - 2);
        let mut x = stage.x;
        let place = |phase: Phase| {
            let width = widths[phase.index()];
            let column = Rect { x, width, ..stage };
            x += width + 1;
            (phase, column)
        };
        Phase::ALL.into_iter().map(place).collect()
    };
    Some(ScreenLayout { title, tabs, curve, columns, side, strip, tour, body, stage, status, footer })
}

/// Returns the height of the status line, or of the input line that replaces it.
fn status_height(state: &State, area: Rect) -> u16 {
    match state.dialogs.first() {
        Some(Dialog::QuickEntry(_)) => 3,
        // A message is written below the input line.
        Some(Dialog::Prompt(line)) => 2 + if prompt::has_message(state, line, area.width) { 2 } else { 0 },
        // The filter line and its checkboxes; most of the board stays visible.
        Some(Dialog::Filter(_)) => (area.height / 3).clamp(3, 12),
        Some(
            Dialog::Form(_)
            | Dialog::Export(_)
            | Dialog::Import(_)
            | Dialog::Browser(_)
            | Dialog::Palette(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Help(_)
            | Dialog::Themes(_)
            | Dialog::Share(_),
        )
        | None => status::height(state, area),
    }
}

/// Returns the widths of the three columns: equal, or most of the width for the widened phase.
fn widths(state: &State, all: u16) -> [u16; 3] {
    if !state.board.widened {
        return [0, 1, 2].map(|nth| all / 3 + u16::from(nth < all % 3));
    }
    let narrowed = (all / 7).clamp(NARROWED_WIDTH.0, NARROWED_WIDTH.1);
    let mut widths = [narrowed; 3];
    widths[state.board.phase().index()] = all - 2 * narrowed;
    widths
}

/// Returns the height of the strip below the columns; it is higher while it has the focus.
const fn strip_height(body: u16, focused: bool) -> u16 {
    match body {
        0..=8 => 0,
        9..=13 => 4,
        14..=24 if focused => body / 2 + 1,
        14..=17 => 5,
        18..=24 => 7,
        _ if focused => body / 2,
        _ => 10,
    }
}
