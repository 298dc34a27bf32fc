//! All that is written of a touchpoint, for the cards of a widened phase: in one list, or in two side by side.
//!
//! ```text
//! context  tired of waiting        value   a person who knows the answer
//! need     a straight answer       action  show the waiting time
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::put;
use super::theme::Theme;
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::field::{Field, Side, TOUCHPOINT, ordered_by};
use crate::map::text::one_line;
use crate::map::width::{width, wrap};

/// From this width on, both stand side by side.
const TWO_LISTS: u16 = 90;
/// Cells between them.
const GAP: u16 = 3;
/// The widest line that is read with ease.
pub const READABLE: u16 = 84;
/// The most lines of one text.
const LINES: usize = 3;

/// A line of a list: what it is about, where a text begins, and a part of the text.
struct Line {
    label: String,
    text: String,
}

/// The lines that the texts take at that width.
pub fn height(lang: &Lang, touchpoint: &Touchpoint, cells: u16) -> u16 {
    let lists = lists(lang, touchpoint, Rect { width: cells, height: 1, ..Rect::ZERO });
    let longest = lists.into_iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX)
}

/// Draws the texts from the top of an area, as far as it has lines.
pub fn draw(lang: &Lang, touchpoint: &Touchpoint, theme: &Theme, area: Rect, buf: &mut Buffer) {
    for (list, lines) in lists(lang, touchpoint, area) {
        let labels = labels(&lines);
        let texts = Rect { x: list.x + labels.min(list.width), width: list.width.saturating_sub(labels), ..list };
        for (y, line) in (list.y..list.bottom()).zip(lines) {
            put(buf, list, y, &line.label, theme.dim);
            put(buf, texts, y, line.text.trim_end(), theme.plain);
        }
    }
}

/// The lists with their areas: side by side where there is room and both hold something, else one.
fn lists(lang: &Lang, touchpoint: &Touchpoint, area: Rect) -> Vec<(Rect, Vec<Line>)> {
    let half = Rect { width: (area.width.saturating_sub(GAP) / 2).min(READABLE), ..area };
    let other = Rect { x: half.right() + GAP, ..half };
    if area.width >= TWO_LISTS {
        let [customer, company] =
            [Side::Customer, Side::Company].map(|side| lines(lang, touchpoint, Some(side), usize::from(half.width)));
        if !customer.is_empty() && !company.is_empty() {
            return vec![(half, customer), (other, company)];
        }
    }
    let whole = Rect { width: area.width.min(READABLE), ..area };
    vec![(whole, lines(lang, touchpoint, None, usize::from(whole.width)))]
}

/// Returns the lines of one list, or of both, for the fields that are filled in.
fn lines(lang: &Lang, touchpoint: &Touchpoint, side: Option<Side>, cells: usize) -> Vec<Line> {
    let fields = ordered_by(TOUCHPOINT, |field| field.detail.filter(|(list, _)| side.is_none_or(|side| *list == side)));
    let text = |field: &Field<Touchpoint>| lang.plain_value(&field.get(touchpoint));
    let written: Vec<_> = fields.into_iter().filter_map(|field| Some((lang.field(field.key), text(field)?))).collect();
    let labels = written.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    let mut lines = Vec::new();
    for (label, text) in written {
        let text = one_line(&text);
        let mut label = Some(label);
        for range in wrap(&text, cells.saturating_sub(labels).max(1), LINES) {
            lines.push(Line { label: label.take().unwrap_or_default(), text: text[range].to_owned() });
        }
    }
    lines
}

/// Cells for what the lines are about, and a gap.
fn labels(lines: &[Line]) -> u16 {
    let widest = lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    u16::try_from(widest + 2).unwrap_or(u16::MAX)
}
