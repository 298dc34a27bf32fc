//! Which part of the screen shows what, at every size.

use ratatui::layout::Rect;

use super::{curve, status, tour};
use crate::app::model::dialog::Dialog;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::Phase;

/// From this width on, the funnel stands at the right.
const WIDE: u16 = 110;
/// Below this width, one phase is shown at a time.
const NARROW: u16 = 60;
/// From this many lines between title and status line on, there is room for a curve above the cards.
const CURVED: u16 = 13;
/// The least and the most that a phase keeps of the width while another is widened.
const RAIL: (u16, u16) = (11, 18);
/// Below this size, nothing of use can be shown.
const SMALLEST: (u16, u16) = (30, 8);

/// Where everything goes; what has no room has no area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    pub title: Rect,
    /// One line with a tab for each phase, where only one is shown.
    pub tabs: Option<Rect>,
    /// The emotion curve, above the columns.
    pub curve: Option<Rect>,
    /// The columns that are shown, in order.
    pub columns: Vec<(Phase, Rect)>,
    /// The funnel standing at the right.
    pub funnel: Option<Rect>,
    /// The funnel lying below.
    pub strip: Option<Rect>,
    /// The guided tour, between that and the status line.
    pub tour: Option<Rect>,
    /// All between title and tour or status line.
    pub body: Rect,
    /// All that the columns have, with what is between them.
    pub stage: Rect,
    /// The line of messages; taller while something is typed there, and for a long message.
    pub status: Rect,
    pub footer: Rect,
}

/// Arranges an area; none when it is too small to be of use.
pub fn arrange(state: &State, area: Rect) -> Option<Arrangement> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return None;
    }
    let row = |y: u16, height: u16| Rect { y, height, ..area };
    let status_height = match state.dialogs.first() {
        Some(Dialog::QuickEntry(_)) => 3,
        // A message is told below the line that it is about.
        Some(Dialog::Prompt(_)) => 2 + if state.message.is_some() { 2 } else { 0 },
        // The line, and below it as much to tick as leaves the board in sight.
        Some(Dialog::Filter(_)) => (area.height / 3).clamp(3, 12),
        Some(
            Dialog::Form(_)
            | Dialog::Export(_)
            | Dialog::Browser(_)
            | Dialog::Palette(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Help(_)
            | Dialog::Themes(_),
        )
        | None => status::height(state, area),
    };
    let title = row(area.y, 1);
    let footer = row(area.bottom() - 1, 1);
    let status = row(footer.y - status_height, status_height);
    let room = status.y - area.y - 1;
    let tour_height = state.show.tour.as_ref().map_or(0, |tour| tour::height(state, tour, area.width).min(room / 2));
    let tour = (tour_height > 1).then(|| row(status.y - tour_height, tour_height));
    let body = row(area.y + 1, room - tour.map_or(0, |tour| tour.height));

    let on_board = matches!(state.screen, Screen::Board);
    let wide = on_board && area.width >= WIDE;
    let funnel_width = if wide { (area.width * 7 / 20).min(64) } else { 0 };
    let is_here = state.board.pane == Pane::Side;
    // Where there is little room, the curve takes that of the lying funnel, until something there is looked at.
    let has_both = wide || body.height >= CURVED + 14;
    let is_hidden = !has_both && (is_here || state.board.side != SidePane::Funnel);
    let is_curved = on_board && state.board.curve && body.height >= CURVED && !is_hidden;
    let curve_height = if is_curved { curve::LINES } else { 0 };
    // While a filter is typed, the cards that it leaves have the room of the lying funnel, which it does not change.
    let is_filtered = matches!(state.dialogs.first(), Some(Dialog::Filter(_)));
    let lies = on_board && !wide && !is_filtered && (curve_height == 0 || has_both);
    let strip_height = if lies { strip_height(body.height, is_here) } else { 0 };
    let funnel = wide.then(|| Rect { x: body.right() - funnel_width, width: funnel_width, ..body });
    let strip = (strip_height > 0).then(|| row(body.bottom() - strip_height, strip_height));
    let stage = Rect { width: body.width - funnel_width - u16::from(wide), height: body.height - strip_height, ..body };
    let curve = (curve_height > 0).then_some(Rect { height: curve_height, ..stage });
    let stage = Rect { y: stage.y + curve_height, height: stage.height - curve_height, ..stage };
    let narrow = area.width < NARROW;
    let tabs = narrow.then_some(Rect { height: 1, ..stage });
    let columns = if narrow {
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
    Some(Arrangement { title, tabs, curve, columns, funnel, strip, tour, body, stage, status, footer })
}

/// The widths of the three columns: alike, or nearly all for the phase that one is in.
fn widths(state: &State, all: u16) -> [u16; 3] {
    if !state.board.widened {
        return [0, 1, 2].map(|nth| all / 3 + u16::from(nth < all % 3));
    }
    let rail = (all / 7).clamp(RAIL.0, RAIL.1);
    let mut widths = [rail; 3];
    widths[state.board.phase().index()] = all - 2 * rail;
    widths
}

/// The rows that the lying funnel gets of the body's, more while one is in it.
const fn strip_height(body: u16, is_here: bool) -> u16 {
    match body {
        0..=8 => 0,
        9..=13 => 4,
        14..=24 if is_here => body / 2 + 1,
        14..=17 => 5,
        18..=24 => 7,
        _ if is_here => body / 2,
        _ => 10,
    }
}
