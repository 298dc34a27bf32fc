//! The funnel lying below the columns of a narrow screen: one line a step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::funnel::{advice, heading};
use super::funnel_parts::{Item, bar, count, item, marks, names, reach, selected, share, share_of_buyers, summary};
use super::pen::{Piece, paint, piece, put, put_both, put_pieces};
use super::scroll::{Seen, seen};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::State;
use crate::app::board::Pane;
use crate::app::shown::Shown;
use crate::map::width::fill;
use crate::map::{Intent, Kind, Phase};

/// Draws the funnel into an area.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let style = if state.board.pane == Pane::Funnel { theme.head_here } else { theme.head };
    paint(buf, area, area.y, style);
    let head = [piece(format!(" {}", heading(state, shown)), style)];
    if shown.funnel().buyers.is_none() {
        put_both(buf, area, area.y, &head, &[]);
        draw_balance(state, shown, theme, area, buf);
        return;
    }
    let summary: Vec<Piece<'_>> =
        summary(lang, theme, shown).into_iter().map(|(text, look)| (text, style.patch(look))).collect();
    let summary = [summary, vec![piece(" ", style)]].concat();
    put_both(buf, area, area.y, &head, &summary);
    let here = selected(shown);
    for line in layout(shown, area) {
        let y = area.y + 1 + line.top;
        let row = Rect { y, height: 1, ..area };
        match item(shown, line.row) {
            Item::Step(index) => draw_step(state, shown, theme, index, line.row == here, row, buf),
            Item::Buyers => {
                put(buf, row, y, &format!(" {}", state.lang.after_loop()), theme.strong);
            }
            Item::After(index) => {
                let step = &shown.funnel().after[index];
                let name = names(shown, Phase::After, step.rows.clone());
                let look = if line.row == here { theme.selected } else { theme.plain };
                let left = [piece("  ↻ ", theme.dim), piece(name, look)];
                let reach = piece(reach(lang, step.reach, step.partial), theme.strong);
                let share = format!("{:>7} ", share_of_buyers(lang, step));
                put_both(buf, row, y, &left, &[reach, piece(share, theme.dim)]);
            }
        }
    }
}

/// The items that are seen, one line each below the head.
pub fn layout(shown: &Shown<'_>, area: Rect) -> Vec<Seen> {
    // The line of the buyers only heads the loop after the purchase; without a loop it is not needed.
    let without_loop = usize::from(shown.funnel().after.is_empty());
    seen(count(shown) - without_loop, area.height.saturating_sub(1), selected(shown), |_| 1)
}

fn draw_step(
    state: &State,
    shown: &Shown<'_>,
    theme: &Theme,
    index: usize,
    here: bool,
    area: Rect,
    buf: &mut Buffer,
) {
    let lang = &state.lang;
    let step = &shown.funnel().steps[index];
    let bar_cells = area.width / 4;
    let wide = area.width >= 100;
    let numbers = format!(
        " {:>9} {:>7} {:>7} ",
        reach(lang, step.reach, step.partial),
        share(lang, step.conversion),
        share(lang, step.likelihood)
    );
    let marks = marks(lang, theme, shown, index);
    let mut right: Vec<Piece<'_>> = vec![piece(numbers, if here { theme.strong } else { theme.plain })];
    let mark_cells = if wide { 18 } else { 3 };
    let said = marks.iter().map(|(sign, word, style)| {
        let text = if wide { format!("{sign} {word} ") } else { (*sign).to_owned() };
        piece(text, *style)
    });
    let said: Vec<Piece<'_>> = said.collect();
    let missing = usize::from(mark_cells as u16).saturating_sub(super::pen::pieces_width(&said));
    right.extend(said);
    right.push(piece(" ".repeat(missing), theme.plain));

    let right_cells = super::pen::pieces_width(&right) as u16;
    let name_cells = area.width.saturating_sub(right_cells + bar_cells + 5);
    let name = fill(&names(shown, step.phase, step.rows.clone()), usize::from(name_cells));
    let look = if here { theme.selected } else { theme.plain };
    let drawn = match step.reach {
        Some(reach) => bar(reach, shown.funnel().widest.unwrap_or(reach), usize::from(bar_cells)),
        None => format!("{:^1$}", "· · ·", usize::from(bar_cells)),
    };
    let bar_look = match step.reach {
        Some(_) if here => theme.bar_here,
        Some(_) => theme.bar,
        None => theme.dim,
    };
    let left = [piece(format!("{:>3} ", index + 1), theme.dim), piece(name, look), piece(" ", theme.plain)];
    let used = put_pieces(buf, area, area.y, &left);
    put(buf, Rect { x: area.x + used, width: bar_cells.min(area.width - used), ..area }, area.y, &drawn, bar_look);
    let end = Rect { x: area.right().saturating_sub(right_cells), width: right_cells.min(area.width), ..area };
    put_pieces(buf, end, area.y, &right);
}

/// Touchpoints by phase, kind and intent, and which number to give first.
fn draw_balance(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let advice = advice(state, shown);
    put(buf, Rect { x: area.x + 1, ..area }, area.y + 1, &advice, theme.hit);
    for (phase, y) in Phase::ALL.into_iter().zip(area.y + 2..area.bottom()) {
        let name = fill(&state.lang.phase(phase), 8);
        let mut pieces = vec![piece(format!(" {name}"), theme.strong)];
        for kind in Kind::ALL {
            let count = shown.balance().of_kind(phase, Some(kind));
            let text = format!(" {} {count} {} ", kind_sign(Some(kind)), state.lang.kind(kind));
            pieces.push(piece(text, theme.kind(Some(kind))));
        }
        for intent in Intent::ALL {
            let count = shown.balance().of_intent(phase, Some(intent));
            let text = format!(" {} {count} {} ", intent_sign(Some(intent)), state.lang.intent(intent));
            pieces.push(piece(text, theme.intent(Some(intent))));
        }
        put_pieces(buf, area, y, &pieces);
    }
}
