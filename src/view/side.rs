//! The side pane, beside or below the columns: the funnel, review, balance or priorities.

use ratatui::layout::Rect;

use super::layout::ScreenLayout;
use super::painter::Painter;
use super::{balance, funnel, funnel_strip, priorities, review, room};
use crate::app::model::insight::SideContent;
use crate::app::model::pointer::{PointerTarget, SideTarget};

/// Draws the side pane, if the layout has one.
pub fn draw(painter: &mut Painter<'_>, layout: &ScreenLayout) {
    let Some(area) = layout.side.or(layout.strip) else { return };
    painter.canvas.set_target(area, PointerTarget::Side(SideTarget::Empty));
    painter.canvas.set_target(Rect { height: 1, ..area }, PointerTarget::Side(SideTarget::Header));
    match painter.state.session.insight.side_content() {
        SideContent::Nothing if layout.side.is_some() => funnel::draw(painter, area),
        SideContent::Nothing => funnel_strip::draw(painter, area),
        SideContent::Balance(balance) => balance::draw(painter, balance, area),
        SideContent::Review(review) => review::draw(painter, review, area),
        SideContent::Room => room::draw(painter, area),
        SideContent::Priorities(priorities) => priorities::draw(painter, priorities, area),
    }
}
