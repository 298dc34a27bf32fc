//! A touchpoint as a card.
//!
//! ```text
//! ▌◎ Compares prices on a
//! ▌  search site
//!    online → @search site :)   8.4k
//! ```

use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::card_face::CardFace;
use super::card_line::{self, CompactFacts};
use super::card_texts::{self, CardTexts};
use super::painter::Painter;
use super::theme::{Theme, kind_symbol};
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::width::{width, wrap};

/// The maximum number of lines of a name.
const NAME_LINES: usize = 3;
/// The minimum width of a card that writes "or" in front of an alternative.
const OR_WIDTH: u16 = 34;

/// How a card is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardStyle {
    /// The kind and as much of the name as fits, while another phase is widened.
    Narrowed,
    /// The name on one line, for a touchpoint that does not match the filter.
    Filtered,
    /// One line with the name and facts.
    Compact(CompactFacts),
    /// The name, the facts below it, and below them texts.
    Full(CardFace, CardTexts),
}

/// A card, and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TouchpointCard {
    pub touchpoint: Arc<Touchpoint>,
    /// True if it is an alternative of the card above it.
    pub joined: bool,
    pub selected: bool,
    pub marked: bool,
    /// True while it is being typed or dragged.
    pub draft: bool,
    pub style: CardStyle,
    /// True if it matches the search.
    pub found: bool,
    /// True if the dragged cards would be dropped in front of it.
    pub landing: bool,
}

impl TouchpointCard {
    /// Creates a card without emphasis.
    pub(super) fn new(touchpoint: &Arc<Touchpoint>, joined: bool, style: CardStyle) -> TouchpointCard {
        let touchpoint = Arc::clone(touchpoint);
        let (selected, marked, draft, found, landing) = (false, false, false, false, false);
        TouchpointCard { touchpoint, joined, selected, marked, draft, style, found, landing }
    }

    /// Returns the text in front of an alternative's name, and its width.
    pub(super) fn prefix(&self, lang: &Lang, cells: u16) -> (String, u16) {
        let prefix = match (self.joined, cells >= OR_WIDTH) {
            (false, _) => String::new(),
            (true, true) => format!("╰ {} ", lang.or()),
            (true, false) => "╰ ".to_owned(),
        };
        let cells = u16::try_from(width(&prefix)).unwrap_or_default();
        (prefix, cells)
    }

    fn name_lines(&self, lang: &Lang, cells: u16) -> Vec<Range<usize>> {
        let (_, prefix) = self.prefix(lang, cells);
        let cells = match self.style {
            CardStyle::Full(_, CardTexts::NONE) => cells,
            CardStyle::Full(..) => cells.min(card_texts::READABLE_WIDTH),
            CardStyle::Narrowed | CardStyle::Filtered | CardStyle::Compact(_) => cells,
        };
        let space = usize::from(cells.saturating_sub(3 + prefix)).max(1);
        wrap(&self.touchpoint.name, space, NAME_LINES)
    }

    /// Returns the width of the lines below the name.
    pub(super) fn facts_width(&self, lang: &Lang, cells: u16) -> u16 {
        let (_, prefix) = self.prefix(lang, cells);
        cells.saturating_sub(3 + prefix)
    }

    /// Returns the height of the card at a width.
    pub(crate) fn height(&self, lang: &Lang, cells: u16) -> u16 {
        match self.style {
            CardStyle::Narrowed | CardStyle::Filtered | CardStyle::Compact(_) => 1,
            CardStyle::Full(face, texts) => {
                let width = self.facts_width(lang, cells);
                let below = face.height(&self.touchpoint, width) + texts.height(lang, &self.touchpoint, width);
                self.name_lines(lang, cells).len().max(1) as u16 + below
            }
        }
    }

    /// Draws as many lines of the card as the area has.
    pub fn draw(self, painter: &mut Painter<'_>, area: Rect) {
        painter.part(area, self.clone(), |painter| self.draw_anew(painter, area));
    }

    fn draw_anew(&self, painter: &mut Painter<'_>, area: Rect) {
        match self.style {
            CardStyle::Narrowed => card_line::draw_narrowed(painter, self, area),
            CardStyle::Filtered => card_line::draw_filtered(painter, self, area),
            CardStyle::Compact(facts) => card_line::draw_compact(painter, self, facts, area),
            CardStyle::Full(face, texts) => self.draw_full(painter, (face, texts), area),
        }
    }

    /// Draws the name over several lines, and facts and texts below it.
    fn draw_full(&self, painter: &mut Painter<'_>, (face, texts): (CardFace, CardTexts), area: Rect) {
        let (theme, lang) = (painter.theme, painter.lang());
        let y = self.draw_name(painter, area);
        let width = self.facts_width(lang, area.width);
        let below = Rect { x: area.right() - width, y, width, height: area.bottom().saturating_sub(y) };
        let facts_width = if texts == CardTexts::NONE { width } else { width.min(card_texts::READABLE_WIDTH) };
        face.draw(painter, &self.touchpoint, Rect { width: facts_width, ..below });
        if texts != CardTexts::NONE {
            let used = face.height(&self.touchpoint, width).min(below.height);
            texts.draw(painter, &self.touchpoint, Rect { y: y + used, height: below.height - used, ..below });
            if area.height < self.height(lang, area.width) {
                painter.write_ellipsis(area, theme.dim);
            }
        }
        let Some((symbol, style)) = self.edge(theme) else { return };
        let lines = if self.landing || self.marked { 1 } else { area.height.min(self.height(lang, area.width)) };
        for line in 0..lines {
            painter.write(Rect { width: 1, ..area }, area.y + line, symbol, style);
        }
    }

    /// Draws the kind's symbol and the name, and returns the row below them.
    fn draw_name(&self, painter: &mut Painter<'_>, area: Rect) -> u16 {
        let (theme, lang, touchpoint) = (painter.theme, painter.lang(), &self.touchpoint);
        let (prefix, indent) = self.prefix(lang, area.width);
        let name = Rect { x: area.x + 1 + indent, width: area.width.saturating_sub(1 + indent), ..area };
        let text = Rect { x: name.x + 2, width: name.width.saturating_sub(2), ..name };
        let style = self.name_style(theme);
        let mut y = area.y;
        for (nth, range) in self.name_lines(lang, area.width).into_iter().enumerate() {
            let symbol = if nth == 0 { kind_symbol(touchpoint.kind) } else { " " };
            if nth == 0 {
                painter.write(Rect { x: area.x + 1, width: indent, ..area }, y, &prefix, theme.dim);
            }
            painter.write(name, y, symbol, theme.kind(touchpoint.kind));
            painter.write(text, y, touchpoint.name[range].trim_end(), style);
            if self.selected {
                painter.restyle(name, y, theme.selected);
            }
            y += 1;
        }
        y
    }

    pub(super) fn name_style(&self, theme: &Theme) -> Style {
        let style = if self.draft { theme.draft } else { theme.plain };
        if self.found { style.patch(theme.accent) } else { style }
    }

    /// Returns the symbol at the left edge of a card that is dragged over, marked, selected or being typed.
    pub(super) fn edge(&self, theme: &Theme) -> Option<(&'static str, Style)> {
        match (self.landing, self.marked, self.selected, self.draft) {
            (true, _, _, _) => Some(("▸", theme.accent)),
            (false, true, _, _) => Some(("✓", theme.good)),
            (false, false, true, _) => Some(("▌", theme.strong)),
            (false, false, false, true) => Some(("+", theme.good)),
            (false, false, false, false) => None,
        }
    }
}
