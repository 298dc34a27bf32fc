//! The side pane, beside or below the columns: the funnel, review, balance or priorities.

use ratatui::layout::Rect;

use super::layout::ScreenLayout;
use super::painter::Painter;
use super::{balance, funnel, funnel_strip, priorities, review};
use crate::app::model::insight::SideContent;
use crate::app::model::pane::SidePane;
use crate::app::model::pointer::{PointerTarget, SideTarget};

/// Draws the side pane, if the layout has one.
pub fn draw(painter: &mut Painter<'_>, layout: &ScreenLayout) {
    let Some(area) = layout.side.or(layout.strip) else { return };
    painter.canvas.set_target(area, PointerTarget::Side(SideTarget::Empty));
    painter.canvas.set_target(Rect { height: 1, ..area }, PointerTarget::Side(SideTarget::Header));
    match (painter.state.board.side, painter.state.session.insight.side_content()) {
        (SidePane::Balance, SideContent::Balance(balance)) => balance::draw(painter, balance, area),
        (SidePane::Review, SideContent::Review(review)) => review::draw(painter, review, area),
        (SidePane::Priorities, SideContent::Priorities(priorities)) => priorities::draw(painter, priorities, area),
        (SidePane::Funnel | SidePane::Review | SidePane::Balance | SidePane::Priorities, _) => match layout.side {
            Some(_) => funnel::draw(painter, area),
            None => funnel_strip::draw(painter, area),
        },
    }
}
