//! The texts of a touchpoint on the cards of a widened phase: in one list, or in two side by side.
//!
//! ```text
//! context  tired of waiting        value   a person who knows the answer
//! need     a straight answer       action  show the waiting time
//! ```

use std::sync::LazyLock;

use ratatui::layout::Rect;

use super::painter::Painter;
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::field::{Field, PageColumn, Side, TOUCHPOINT, ordered_by};
use crate::map::text::one_line;
use crate::map::width::{width, wrap};

/// The minimum width of two lists side by side.
const TWO_LISTS_WIDTH: u16 = 90;
/// The minimum width of texts beside their labels.
const MIN_TEXT_WIDTH: usize = 16;
/// The cells between two lists.
const GAP: u16 = 3;
/// The maximum line width that is easy to read.
pub(crate) const READABLE_WIDTH: u16 = 84;

/// The texts by their importance: first those of the page, which people act on, then those of the status line.
static BY_IMPORTANCE: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let importance = |field: &Field<Touchpoint>| {
        let (is_other, status) = (field.page != Some(PageColumn::Second), field.status.unwrap_or(u8::MAX));
        field.detail.map(|place| (is_other, status, place))
    };
    ordered_by(TOUCHPOINT, importance).into_iter().map(|field| field.key).collect()
});

/// Which texts the cards of a column show: the most important ones, in the order of the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CardTexts {
    pub fields: usize,
    /// The maximum number of lines of one text.
    pub lines: usize,
}

/// A line of a list. Only the first line of a text has a label.
struct TextLine {
    label: String,
    /// The text; it begins with the label if it is not indented.
    text: String,
    /// The cells in front of the text.
    indent: u16,
}

impl CardTexts {
    pub(crate) const NONE: CardTexts = CardTexts { fields: 0, lines: 0 };
    /// All texts, long ones cut.
    pub(crate) const ALL: CardTexts = CardTexts { fields: usize::MAX, lines: 3 };

    /// Returns the height of the texts at a width.
    pub(crate) fn height(self, lang: &Lang, touchpoint: &Touchpoint, width: u16) -> u16 {
        let lists = self.lists(lang, touchpoint, Rect { width, height: 1, ..Rect::ZERO });
        let longest = lists.into_iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        u16::try_from(longest).unwrap_or(u16::MAX)
    }

    /// Draws as many lines of the texts as fit.
    pub(crate) fn draw(self, painter: &mut Painter<'_>, touchpoint: &Touchpoint, area: Rect) {
        let theme = painter.theme;
        for (list, lines) in self.lists(painter.lang(), touchpoint, area) {
            for (y, line) in (list.y..list.bottom()).zip(lines) {
                let indent = line.indent.min(list.width);
                let text = Rect { x: list.x + indent, width: list.width - indent, ..list };
                painter.write(text, y, line.text.trim_end(), theme.plain);
                painter.write(list, y, &line.label, theme.dim);
            }
        }
    }

    /// Returns the lists with their areas: two if there is enough space and both have lines, else one.
    fn lists(self, lang: &Lang, touchpoint: &Touchpoint, area: Rect) -> Vec<(Rect, Vec<TextLine>)> {
        if self == CardTexts::NONE {
            return Vec::new();
        }
        let left = Rect { width: (area.width.saturating_sub(GAP) / 2).min(READABLE_WIDTH), ..area };
        let right = Rect { x: left.right() + GAP, ..left };
        if area.width >= TWO_LISTS_WIDTH {
            let [customer, company] =
                [Side::Customer, Side::Company].map(|side| self.text_lines(lang, touchpoint, (Some(side), left.width)));
            if !customer.is_empty() && !company.is_empty() {
                return vec![(left, customer), (right, company)];
            }
        }
        let whole = Rect { width: area.width.min(READABLE_WIDTH), ..area };
        vec![(whole, self.text_lines(lang, touchpoint, (None, whole.width)))]
    }

    /// Returns the lines of the filled-in fields of one side, or of both.
    fn text_lines(self, lang: &Lang, touchpoint: &Touchpoint, (side, cells): (Option<Side>, u16)) -> Vec<TextLine> {
        let shown = &BY_IMPORTANCE[..self.fields.min(BY_IMPORTANCE.len())];
        let is_shown = |field: &Field<Touchpoint>| shown.contains(&field.key);
        let place = |field: &Field<Touchpoint>| {
            field.detail.filter(|(list, _)| is_shown(field) && side.is_none_or(|side| *list == side))
        };
        let fields = ordered_by(TOUCHPOINT, place);
        let text = |field: &Field<Touchpoint>| lang.plain_value(&field.get(touchpoint));
        let filled: Vec<_> =
            fields.into_iter().filter_map(|field| Some((lang.field(field.key), text(field)?))).collect();
        let labels = filled.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
        let cells = usize::from(cells);
        // Beside the labels, words would be broken in a narrow list.
        let is_beside = cells >= labels + MIN_TEXT_WIDTH;
        let indent = if is_beside { labels } else { 0 };
        let mut lines = Vec::new();
        for (label, text) in filled {
            let text = one_line(&text);
            let text = if is_beside { text.into_owned() } else { format!("{label} {text}") };
            let mut label = Some(label);
            for range in wrap(&text, cells.saturating_sub(indent).max(1), self.lines) {
                let label = label.take().unwrap_or_default();
                lines.push(TextLine { label, text: text[range].to_owned(), indent: indent as u16 });
            }
        }
        lines
    }
}
