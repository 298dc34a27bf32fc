//! What stands beside or below the columns: the funnel, or a list in its place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{paint, put};
use super::scroll::{Seen, seen};
use super::theme::Theme;
use super::{balance, funnel, priorities, review, strip};
use crate::app::model::insight::SideContent;
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::{line, lines};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::width::width;

/// From this many lines on, each thing in a list has two.
const ROOMY: u16 = 14;
/// Below this width, what is said of each thing needs two lines.
const NARROW: u16 = 56;

/// Draws what is beside or below the columns, where there is room for it.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) {
    let Some(area) = arrangement.funnel.or(arrangement.strip) else { return };
    buf.mark(area, PointerTarget::Side(SideTarget::Empty));
    buf.mark(Rect { height: 1, ..area }, PointerTarget::Side(SideTarget::Header));
    match (state.board.side, state.session.insight.side_content()) {
        (SidePane::Balance, SideContent::Balance(counted)) => balance::draw(state, counted, theme, area, buf),
        (SidePane::Review, SideContent::Review(found)) => review::draw(state, shown, found, theme, area, buf),
        (SidePane::Priorities, SideContent::Priorities(ranked)) => {
            priorities::draw(state, shown, ranked, theme, area, buf)
        }
        (SidePane::Funnel | SidePane::Review | SidePane::Balance | SidePane::Priorities, _) => match arrangement.funnel
        {
            Some(_) => funnel::draw(state, shown, theme, area, buf),
            None => strip::draw(state, shown, theme, area, buf),
        },
    }
}

/// Draws the head of a list and gives the room below it.
pub fn head(state: &State, theme: &Theme, area: Rect, title: &str, buf: &mut Buffer) -> Rect {
    let style = if state.board.pane == Pane::Side { theme.head_here } else { theme.head };
    paint(buf, area, area.y, style);
    put(buf, area, area.y, &format!(" {title}"), style);
    inside(area)
}

/// Tells at the end of the head how much of a list is above and below what is seen.
pub fn put_more(state: &State, theme: &Theme, area: Rect, seen: &[Seen], buf: &mut Buffer) {
    let above = seen.first().map_or(0, |first| first.row);
    let below = seen.last().map_or(0, |last| lines(state).saturating_sub(last.row + 1));
    put_hidden(state, theme, area, above, below, buf);
}

/// Tells at the end of a head how many lines are hidden above and below.
pub fn put_hidden(state: &State, theme: &Theme, area: Rect, above: usize, below: usize, buf: &mut Buffer) {
    let more = [(above, '↑'), (below, '↓')].into_iter().filter(|(count, _)| *count > 0);
    let more: String = more.map(|(count, sign)| format!(" {sign}{count}")).collect();
    let style = if state.board.pane == Pane::Side { theme.head_here } else { theme.head };
    let cells = u16::try_from(width(&more)).unwrap_or(u16::MAX).min(area.width);
    put(buf, Rect { x: area.right() - cells, width: cells, ..area }, area.y, &more, style);
}

/// The room that a list has below its head.
fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(1) }
}

/// A list that is seen.
pub struct List {
    /// The lines that are seen, from the first below its head.
    pub seen: Vec<Seen>,
    pub room: Rect,
    /// The room below it for what there is to say of the line that one is on.
    pub below: Rect,
}

/// Which lines of the list are seen in an area, and what has room below them.
pub fn layout(state: &State, shown: &Shown<'_>, area: Rect) -> List {
    let room = inside(area);
    let each = match (state.board.side, room.height) {
        (SidePane::Review, _) | (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ..ROOMY) => 1,
        (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ROOMY..) if room.width < NARROW => 3,
        (SidePane::Funnel | SidePane::Balance | SidePane::Priorities, ROOMY..) => 2,
    };
    let (below, heights) = match (state.board.side, room.height) {
        (SidePane::Review, ROOMY..) => {
            let (taken, heights) = review::heights(state, shown, room);
            (room.height - taken, heights)
        }
        // What the list does not need is for what there is to say.
        (SidePane::Review, 9..) => {
            (room.height.saturating_sub(lines(state) as u16).clamp(5, room.height - 1), Vec::new())
        }
        (SidePane::Review, 6..) => (3, Vec::new()),
        (SidePane::Review, 4..) => (1, Vec::new()),
        // Where there is more room, each reason stands below its touchpoint.
        (SidePane::Priorities, 6..ROOMY) => (2, Vec::new()),
        (SidePane::Priorities, ROOMY..) => (0, priorities::heights(state, room, each)),
        (SidePane::Review | SidePane::Funnel | SidePane::Balance | SidePane::Priorities, _) => (0, Vec::new()),
    };
    let height = room.height - below;
    // A blank line stands between them where there is room.
    let gap = u16::from(below > 3);
    let seen = seen(lines(state), height, line(state), |row| heights.get(row).copied().unwrap_or(each));
    let below = Rect { y: room.y + height + gap, height: below - gap, ..room };
    List { seen, room: Rect { height, ..room }, below }
}
