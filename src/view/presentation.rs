//! The map as it is presented to a room: large, and nothing but the journey.

mod cards;
mod facts;
mod funnel;
mod overview;
mod ranking;
mod so_far;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::board::empty_phase;
use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{piece, put_both};
use super::theme::Theme;
use super::timer::{self, put_middle};
use super::{funnel_parts, pen};
use crate::app::model::presentation::{Page, Presentation};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::Phase;
use crate::map::width::{cut, wrap};

/// The most cells of a line to be read from afar.
const LINE: u16 = 60;

/// Draws a page of the presentation.
pub fn draw(state: &State, presented: Presentation, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) {
    let body = below_end(state, arrangement.body);
    if presented.is_black && state.dialogs.is_empty() {
        return timer::draw_large(state, theme, arrangement.title.union(body), buf);
    }
    let shown = state.shown();
    let head = head(state, &shown, presented);
    let style = if presented.page == Page::Step { theme.dim } else { theme.strong };
    let row =
        Rect { x: arrangement.title.x + 1, width: arrangement.title.width.saturating_sub(1), ..arrangement.title };
    put_both(buf, row, row.y, &[piece(head, style)], &timer::pieces(state, theme));
    match presented.page {
        Page::Step => draw_step(state, &shown, theme, body, buf),
        Page::Funnel => funnel::draw(state, &shown, theme, body, buf),
        Page::Overview => overview::draw(state, &shown, presented.one_phase, theme, body, buf),
        Page::Ranking => ranking::draw(state, &shown, theme, body, buf),
    }
}

/// The room that the line that says that time is up leaves.
fn below_end(state: &State, body: Rect) -> Rect {
    let taken = if state.show.timer.is_up() { (timer::END - 1).min(body.height) } else { 0 };
    Rect { y: body.y + taken, height: body.height - taken, ..body }
}

/// Where one is, or what is shown.
fn head(state: &State, shown: &Shown<'_>, presented: Presentation) -> String {
    match presented.page {
        Page::Step => {
            let phase = shown.place.phase;
            let (step, steps) = position(shown, presented.one_phase);
            let step = step.map(|step| format!("{step} / {steps} · ")).unwrap_or_default();
            format!("{step}{}", state.lang.phase(phase))
        }
        Page::Funnel => super::funnel::heading(state, shown),
        Page::Overview => shown.map().header().title.to_string(),
        Page::Ranking => {
            let votes = shown.map().touchpoints().fold(0, |sum: u64, (_, each)| sum.saturating_add(each.votes));
            state.lang.present_ranking(votes)
        }
    }
}

/// Which step one is at, from 1 on, and how many there are in what is shown.
fn position(shown: &Shown<'_>, one_phase: bool) -> (Option<usize>, usize) {
    let (funnel, phase) = (shown.funnel(), shown.place.phase);
    let is_there = shown.map().at(shown.place).is_some();
    // After the purchase, the line of the buyers stands before the first item.
    let item = funnel_parts::selected(shown);
    let step = if phase == Phase::After { item } else { item + 1 };
    let count = |phase| funnel.steps.iter().filter(|step| step.phase == phase).count();
    let (before, during, after) = (count(Phase::Before), count(Phase::During), funnel.after.len());
    let (earlier, steps) = match (one_phase, phase) {
        (false, _) => (0, before + during + after),
        (true, Phase::Before) => (0, before),
        (true, Phase::During) => (before, during),
        (true, Phase::After) => (before + during, after),
    };
    (is_there.then(|| step.saturating_sub(earlier)), steps)
}

/// The step that one is at as large cards, and the funnel up to it.
fn draw_step(state: &State, shown: &Shown<'_>, theme: &Theme, body: Rect, buf: &mut Canvas<'_>) {
    if shown.map().at(shown.place).is_none() {
        return say(buf, body, &empty_phase(state, shown.place.phase), theme);
    }
    let (cards, so_far) = step_and_funnel(shown, body);
    cards::draw(state, shown, theme, cards, buf);
    so_far::draw(state, shown, theme, so_far, buf);
}

/// The room for the cards of a step, and that for the funnel up to it.
fn step_and_funnel(shown: &Shown<'_>, body: Rect) -> (Rect, Rect) {
    let below = so_far::height(shown, body.height);
    let cards = Rect { y: body.y + 1, height: body.height.saturating_sub(below + 1), ..body };
    (cards, Rect { y: body.bottom() - below, height: below, ..body })
}

/// Says a sentence in the middle of an area.
fn say(buf: &mut Buffer, area: Rect, text: &str, theme: &Theme) {
    let cells = area.width.saturating_sub(4).min(LINE);
    let lines = wrap(text, usize::from(cells), 6);
    let room = pen::middle(area, cells, u16::try_from(lines.len()).unwrap_or(u16::MAX));
    for (y, range) in (room.y..room.bottom()).zip(lines) {
        put_middle(buf, room, y, &cut(&text[range], usize::from(cells)), theme.strong);
    }
}
