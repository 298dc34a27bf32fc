//! The texts of a touchpoint on the cards of a widened phase: in one list, or in two side by side.
//!
//! ```text
//! context  tired of waiting        value   a person who knows the answer
//! need     a straight answer       action  show the waiting time
//! ```

use ratatui::layout::Rect;

use super::painter::Painter;
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::field::{Field, Side, TOUCHPOINT, ordered_by};
use crate::map::text::one_line;
use crate::map::width::{width, wrap};

/// The minimum width of two lists side by side.
const TWO_LISTS_WIDTH: u16 = 90;
/// The cells between two lists.
const GAP: u16 = 3;
/// The maximum line width that is easy to read.
pub(crate) const READABLE_WIDTH: u16 = 84;
/// The maximum number of lines of one text.
const TEXT_LINES: usize = 3;

/// A line of a list. Only the first line of a text has a label.
struct TextLine {
    label: String,
    text: String,
}

/// Returns the height of the texts at a width.
pub(crate) fn height(lang: &Lang, touchpoint: &Touchpoint, width: u16) -> u16 {
    let lists = lists(lang, touchpoint, Rect { width, height: 1, ..Rect::ZERO });
    let longest = lists.into_iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX)
}

/// Draws as many lines of the texts as fit.
pub fn draw(painter: &mut Painter<'_>, touchpoint: &Touchpoint, area: Rect) {
    let theme = painter.theme;
    for (list, lines) in lists(painter.lang(), touchpoint, area) {
        let labels = label_width(&lines);
        let texts = Rect { x: list.x + labels.min(list.width), width: list.width.saturating_sub(labels), ..list };
        for (y, line) in (list.y..list.bottom()).zip(lines) {
            painter.write(list, y, &line.label, theme.dim);
            painter.write(texts, y, line.text.trim_end(), theme.plain);
        }
    }
}

/// Returns the lists with their areas: two if there is enough space and both have lines, else one.
fn lists(lang: &Lang, touchpoint: &Touchpoint, area: Rect) -> Vec<(Rect, Vec<TextLine>)> {
    let left = Rect { width: (area.width.saturating_sub(GAP) / 2).min(READABLE_WIDTH), ..area };
    let right = Rect { x: left.right() + GAP, ..left };
    if area.width >= TWO_LISTS_WIDTH {
        let [customer, company] =
            [Side::Customer, Side::Company].map(|side| lines(lang, touchpoint, Some(side), usize::from(left.width)));
        if !customer.is_empty() && !company.is_empty() {
            return vec![(left, customer), (right, company)];
        }
    }
    let whole = Rect { width: area.width.min(READABLE_WIDTH), ..area };
    vec![(whole, lines(lang, touchpoint, None, usize::from(whole.width)))]
}

/// Returns the lines of the filled-in fields of one side, or of both.
fn lines(lang: &Lang, touchpoint: &Touchpoint, side: Option<Side>, cells: usize) -> Vec<TextLine> {
    let fields = ordered_by(TOUCHPOINT, |field| field.detail.filter(|(list, _)| side.is_none_or(|side| *list == side)));
    let text = |field: &Field<Touchpoint>| lang.plain_value(&field.get(touchpoint));
    let filled: Vec<_> = fields.into_iter().filter_map(|field| Some((lang.field(field.key), text(field)?))).collect();
    let labels = filled.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    let mut lines = Vec::new();
    for (label, text) in filled {
        let text = one_line(&text);
        let mut label = Some(label);
        for range in wrap(&text, cells.saturating_sub(labels).max(1), TEXT_LINES) {
            lines.push(TextLine { label: label.take().unwrap_or_default(), text: text[range].to_owned() });
        }
    }
    lines
}

/// Returns the width of the labels with a gap.
fn label_width(lines: &[TextLine]) -> u16 {
    let widest = lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    u16::try_from(widest + 2).unwrap_or(u16::MAX)
}
