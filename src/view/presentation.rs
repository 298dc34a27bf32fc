//! The presentation of the map to an audience: large text, one page at a time.

mod card_blocks;
mod cards;
mod details;
mod funnel;
mod overview;
mod ranking;
mod room;
mod step_funnel;

use ratatui::layout::Rect;

use super::board::empty_phase;
use super::funnel_parts;
use super::layout::ScreenLayout;
use super::painter::{Painter, centered, span};
use super::timer;
use crate::app::model::presentation::{Page, Presentation};
use crate::app::model::query::shown_map::ShownMap;
use crate::map::Phase;
use crate::map::width::{cut, wrap};

/// The maximum width of a sentence that is read from a distance.
const SENTENCE_WIDTH: u16 = 60;

/// Draws a page of the presentation.
pub fn draw(painter: &mut Painter<'_>, presented: Presentation, layout: &ScreenLayout) {
    let body = below_timer_end(painter, layout.body);
    if presented.is_black && painter.state.dialogs.is_empty() {
        return timer::draw_large(painter, layout.title.union(body));
    }
    let title = title(painter, presented);
    let style = if presented.page == Page::Step { painter.theme.dim } else { painter.theme.strong };
    let row = Rect { x: layout.title.x + 1, width: layout.title.width.saturating_sub(1), ..layout.title };
    let mut right = timer::spans(painter);
    right.extend(super::title::room(painter, row.width));
    painter.write_both_ends(row, row.y, &[span(title, style)], &right);
    match presented.page {
        Page::Step => draw_step(painter, body),
        Page::Funnel => funnel::draw(painter, body),
        Page::Overview => overview::draw(painter, presented.one_phase, body),
        Page::Ranking => ranking::draw(painter, body),
        Page::Room => room::draw(painter, body),
    }
}

/// Returns the part of the body that the message that time is up leaves free.
fn below_timer_end(painter: &Painter<'_>, body: Rect) -> Rect {
    let is_up = painter.state.show.timer.is_up();
    let taken = if is_up { (timer::END_HEIGHT - 1).min(body.height) } else { 0 };
    Rect { y: body.y + taken, height: body.height - taken, ..body }
}

/// Returns the title of a page.
fn title(painter: &Painter<'_>, presented: Presentation) -> String {
    let (shown, lang) = (painter.shown, painter.lang());
    match presented.page {
        Page::Step => {
            let (step, steps) = position(shown, presented.one_phase);
            let phase = lang.phase(shown.place.phase);
            match step {
                Some(step) if presented.one_phase => format!("{phase} · {}", lang.present_step(step, steps)),
                Some(step) => format!("{} · {phase}", lang.present_step(step, steps)),
                None => phase,
            }
        }
        Page::Funnel => funnel_parts::title(painter),
        Page::Overview => shown.map().header().title.to_string(),
        Page::Room => room::title(painter),
        Page::Ranking => {
            let votes = shown.map().touchpoints().fold(0, |sum: u64, (_, each)| sum.saturating_add(each.votes));
            lang.present_ranking(votes)
        }
    }
}

/// Returns the number of the current step, from 1, and how many steps are presented.
fn position(shown: &ShownMap<'_>, one_phase: bool) -> (Option<usize>, usize) {
    let (funnel, phase) = (shown.funnel(), shown.place.phase);
    let exists = shown.map().at(shown.place).is_some();
    // The row of the buyers comes before the steps after the purchase.
    let row = funnel_parts::selected_row(shown);
    let step = if phase == Phase::After { row } else { row + 1 };
    let count = |phase| funnel.steps.iter().filter(|step| step.phase == phase).count();
    let (before, during, after) = (count(Phase::Before), count(Phase::During), funnel.after.len());
    let (earlier, steps) = match (one_phase, phase) {
        (false, _) => (0, before + during + after),
        (true, Phase::Before) => (0, before),
        (true, Phase::During) => (before, during),
        (true, Phase::After) => (before + during, after),
    };
    (exists.then(|| step.saturating_sub(earlier)), steps)
}

/// Draws the current step as large cards, and the funnel up to it.
fn draw_step(painter: &mut Painter<'_>, body: Rect) {
    let shown = painter.shown;
    if shown.map().at(shown.place).is_none() {
        let hint = empty_phase(painter.state, shown.place.phase);
        return draw_sentence(painter, body, &hint);
    }
    let below = step_funnel::height(shown, body.height);
    let cards = Rect { y: body.y + 1, height: body.height.saturating_sub(below + 1), ..body };
    cards::draw(painter, cards);
    step_funnel::draw(painter, Rect { y: body.bottom() - below, height: below, ..body });
}

/// Draws a sentence in the middle of an area.
fn draw_sentence(painter: &mut Painter<'_>, area: Rect, text: &str) {
    let cells = area.width.saturating_sub(4).min(SENTENCE_WIDTH);
    let lines = wrap(text, usize::from(cells), 6);
    let inside = centered(area, cells, u16::try_from(lines.len()).unwrap_or(u16::MAX));
    for (y, range) in (inside.y..inside.bottom()).zip(lines) {
        painter.write_centered(inside, y, &cut(&text[range], usize::from(cells)), painter.theme.strong);
    }
}
