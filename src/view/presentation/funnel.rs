//! The whole funnel, from the first step to the buyers, and what it comes down to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::funnel_parts::{marks, names, reach, share, summary, told};
use super::super::pen::{Piece, middle, piece, pieces_width, put, put_pieces};
use super::super::scroll::seen;
use super::super::side::put_hidden;
use super::super::theme::Theme;
use crate::app::model::pointer::{BoardTarget, PointerTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::exchange::bar::bar;
use crate::map::width::fill;

/// The cells of a step's number in front of its name.
const NUMBER: usize = 4;
/// The most lines of a step.
const TALLEST: usize = 4;
/// The cells that marks have in words.
const WORDS: u16 = 34;

/// Draws the funnel and its sentences; without numbers, what is known instead and which number to give first.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    if shown.balance().is_some() {
        return super::super::funnel::draw(state, shown, theme, middle(area, 64, area.height.saturating_sub(2)), buf);
    }
    let area = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(1),
    };
    let said = told(state, shown, theme, area.width);
    let below = u16::try_from(said.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height / 2);
    let room = Rect { height: area.height - below, ..area };
    let steps = shown.funnel().steps.len();
    // With room enough, bars are taller, and a blank line stands between them.
    let each = (usize::from(room.height) / steps.max(1)).clamp(1, TALLEST);
    let each = u16::try_from(each).unwrap_or(1);
    let lines = seen(steps, room.height, steps.saturating_sub(1), |_| each);
    let end = lines.last().map_or(0, |line| line.top + each).min(room.height);
    for line in &lines {
        let cells = Rect { y: room.y + line.top, height: (each - 1).max(1), ..room };
        draw_step(state, shown, theme, line.row, cells, buf);
        if let Some(step) = shown.funnel().steps.get(line.row) {
            buf.mark(cells, PointerTarget::Board(BoardTarget::Card { place: step.place(), lower_half: false }));
        }
    }
    if let Some(above) = lines.first().map(|line| line.row).filter(|&above| above > 0) {
        put_hidden(state, theme, Rect { y: area.y - 1, ..area }, above, 0, buf);
    }
    let words = Rect { y: room.y + end, height: area.height - end, ..area };
    put(buf, words, words.y, &"─".repeat(usize::from(words.width)), theme.dim);
    put_pieces(buf, words, words.y + 1, &summary(&state.lang, theme, shown));
    for (y, (text, style)) in (words.y + 2..words.bottom()).zip(said) {
        put(buf, words, y, &text, style);
    }
}

fn draw_step(state: &State, shown: &Shown<'_>, theme: &Theme, index: usize, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let funnel = shown.funnel();
    let step = &funnel.steps[index];
    let marks = marks(lang, theme, shown, index);
    let wordy = area.width >= 100;
    let said: Vec<Piece<'_>> = marks
        .into_iter()
        .map(|(sign, word, style)| piece(if wordy { format!(" {sign} {word}") } else { format!(" {sign}") }, style))
        .collect();
    let ends = if wordy { WORDS } else { 4 };
    let ends = u16::try_from(pieces_width(&said)).unwrap_or(u16::MAX).max(ends).min(area.width / 2);
    let (row, end) = (Rect { width: area.width - ends, ..area }, Rect { x: area.right() - ends, width: ends, ..area });
    let numbers = format!("{:>11}{:>8}", reach(lang, step.reach, step.partial), share(lang, step.conversion));
    let room = usize::from(row.width).saturating_sub(numbers.chars().count() + NUMBER + 2);
    let bar_cells = room / 2;
    let drawn = match step.reach {
        Some(reach) => piece(fill(&bar(reach, funnel.widest.unwrap_or(reach), bar_cells), bar_cells), theme.bar),
        None => piece(format!("{:^bar_cells$}", "· · ·"), theme.dim),
    };
    let name = fill(&names(shown, step.phase, step.rows.clone()), room - bar_cells);
    let left = [
        piece(format!("{:>3} ", index + 1), theme.dim),
        piece(name, theme.strong),
        piece("  ", theme.plain),
        drawn,
        piece(numbers, theme.strong),
    ];
    for y in row.top()..row.bottom() {
        let blank = piece(" ".repeat(NUMBER + room - bar_cells + 2), theme.plain);
        let bar = [blank, left[3].clone()];
        put_pieces(buf, row, y, if y == row.y { &left } else { &bar });
    }
    put_pieces(buf, end, end.y, &said);
}
