//! A touchpoint as a card.
//!
//! ```text
//! ▌◎ Compares prices on a
//! ▌  search site
//!    online → @search site :)   8.4k
//! ```

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::painter::{Painter, span, spans_width};
use super::theme::{Theme, evidence_symbol, intent_symbol, kind_symbol};
use super::{card_line, card_texts};
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::conflict::has_conflict_note;
use crate::map::width::{width, wrap};

/// The maximum number of lines of a name.
const NAME_LINES: usize = 3;
/// The minimum width of a card that writes "or" in front of an alternative.
const OR_WIDTH: u16 = 34;

/// How much a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardSize {
    /// The kind and as much of the name as fits, while another phase is widened.
    Narrowed,
    /// The name on one line, for a touchpoint that does not match the filter.
    Filtered,
    /// One line with the name and the main facts.
    Compact,
    /// The name and a line of facts.
    Medium,
    /// The name and two lines of facts.
    Large,
    /// The name, all facts and all texts.
    Full,
}

/// A card, and how it is drawn.
#[derive(Clone, Copy)]
pub(crate) struct TouchpointCard<'a> {
    pub touchpoint: &'a Touchpoint,
    /// True if it is an alternative of the card above it.
    pub joined: bool,
    pub selected: bool,
    pub marked: bool,
    /// True while it is being typed or dragged.
    pub draft: bool,
    pub size: CardSize,
    /// True if it matches the search.
    pub found: bool,
    /// True if the dragged cards would be dropped in front of it.
    pub landing: bool,
}

impl<'a> TouchpointCard<'a> {
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
        let cells = if self.size == CardSize::Full { cells.min(card_texts::READABLE_WIDTH) } else { cells };
        let space = usize::from(cells.saturating_sub(3 + prefix)).max(1);
        wrap(&self.touchpoint.name, space, NAME_LINES)
    }

    /// Returns the height of the card at a width.
    pub(crate) fn height(&self, lang: &Lang, cells: u16) -> u16 {
        let name = || self.name_lines(lang, cells).len().max(1) as u16;
        let second_line = || u16::from(self.has_second_line());
        match self.size {
            CardSize::Narrowed | CardSize::Filtered | CardSize::Compact => 1,
            CardSize::Medium => name() + 1,
            CardSize::Large => name() + 1 + second_line(),
            CardSize::Full => {
                let (_, prefix) = self.prefix(lang, cells);
                let texts = card_texts::height(lang, self.touchpoint, cells.saturating_sub(3 + prefix));
                name() + 1 + second_line() + texts
            }
        }
    }

    fn has_second_line(&self) -> bool {
        let touchpoint = self.touchpoint;
        touchpoint.channel.is_some()
            || touchpoint.emotion.is_some()
            || touchpoint.reach.is_some()
            || touchpoint.votes > 0
    }

    /// Draws as many lines of the card as the area has.
    pub fn draw(&self, painter: &mut Painter<'_>, area: Rect) {
        match self.size {
            CardSize::Narrowed => card_line::draw_narrowed(painter, self, area),
            CardSize::Filtered => card_line::draw_filtered(painter, self, area),
            CardSize::Compact => card_line::draw_compact(painter, self, area),
            CardSize::Medium | CardSize::Large | CardSize::Full => self.draw_lines(painter, area),
        }
    }

    /// Draws the name over several lines, and facts and texts below it.
    fn draw_lines(&self, painter: &mut Painter<'_>, area: Rect) {
        let (theme, lang) = (painter.theme, painter.lang());
        let (_, prefix) = self.prefix(lang, area.width);
        let y = self.draw_name(painter, area);
        let left = 3 + prefix;
        let below = Rect { x: area.x + left, width: area.width.saturating_sub(left), ..area };
        let facts_width =
            if self.size == CardSize::Full { below.width.min(card_texts::READABLE_WIDTH) } else { below.width };
        let facts = Rect { width: facts_width, ..below };
        if self.size == CardSize::Medium {
            let reach = self.reach(theme, lang);
            let space = usize::from(facts.width).saturating_sub(spans_width(&reach) + 1);
            painter.write_both_ends(facts, y, &self.facts_line(painter, space), &reach);
        } else {
            let cells = usize::from(facts.width);
            let critical = [self.conflict(theme), self.critical(theme, lang, cells)].concat();
            let space = cells.saturating_sub(spans_width(&critical) + 1);
            painter.write_both_ends(facts, y, &self.tags(theme, lang, space), &critical);
            let second = [self.emotion_and_votes(theme), self.channel(theme)].concat();
            painter.write_both_ends(facts, y + 1, &second, &self.reach(theme, lang));
        }
        if self.size == CardSize::Full {
            let used = y + 1 + u16::from(self.has_second_line()) - area.y;
            let rest = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..below };
            card_texts::draw(painter, self.touchpoint, rest);
            if area.height < self.height(lang, area.width) {
                painter.write_ellipsis(area, theme.dim);
            }
        }
        let Some((symbol, style)) = self.edge(theme) else { return };
        let lines = if self.landing || self.marked { 1 } else { area.height };
        for line in 0..lines.min(self.height(lang, area.width)) {
            painter.write(Rect { width: 1, ..area }, area.y + line, symbol, style);
        }
    }

    /// Draws the kind's symbol and the name, and returns the row below them.
    fn draw_name(&self, painter: &mut Painter<'_>, area: Rect) -> u16 {
        let (theme, lang, touchpoint) = (painter.theme, painter.lang(), self.touchpoint);
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

    /// Returns the word of the kind, or the word for untagged.
    fn kind_word<'l>(&self, lang: &'l Lang) -> &'l str {
        self.touchpoint.kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind))
    }

    /// Returns kind and intent, in words as far as they fit.
    fn tags<'l>(&self, theme: &Theme, lang: &'l Lang, space: usize) -> Vec<Span<'l>> {
        let (kind, intent) = (self.touchpoint.kind, self.touchpoint.intent);
        let word = self.kind_word(lang);
        let mut spans = Vec::with_capacity(8);
        if width(word) + 3 <= space + 1 {
            spans.extend([span(word, theme.kind(kind)), span(" ", theme.plain)]);
        }
        spans.extend([span(intent_symbol(intent), theme.intent(intent)), span(" ", theme.plain)]);
        if let Some(word) = intent.map(|intent| lang.intent(intent))
            && spans_width(&spans) + width(word) <= space
        {
            spans.extend([span(word, theme.intent(intent)), span(" ", theme.plain)]);
        }
        spans
    }

    /// Returns the mark of a critical moment, with its word if the kind's word fits beside it.
    fn critical(&self, theme: &Theme, lang: &Lang, space: usize) -> Vec<Span<'static>> {
        if !self.touchpoint.critical {
            return Vec::new();
        }
        let mark = format!("! {}", lang.critical());
        let fits = width(self.kind_word(lang)) + 3 + width(&mark) <= space;
        vec![span(if fits { mark } else { "!".to_owned() }, theme.critical)]
    }

    /// Returns the mark of a conflict that a merge left.
    pub(super) fn conflict(&self, theme: &Theme) -> Vec<Span<'static>> {
        let has_conflict = has_conflict_note(self.touchpoint.notes.as_ref());
        if has_conflict { vec![span("≠ ", theme.critical)] } else { Vec::new() }
    }

    fn channel(&self, theme: &Theme) -> Vec<Span<'a>> {
        let Some(channel) = self.touchpoint.channel.as_deref() else { return Vec::new() };
        vec![span("@", theme.dim), span(channel, theme.dim), span(" ", theme.plain)]
    }

    pub(super) fn emotion_and_votes(&self, theme: &Theme) -> Vec<Span<'static>> {
        let touchpoint = self.touchpoint;
        let mut spans = Vec::new();
        if let Some(emotion) = touchpoint.emotion {
            spans.extend([span(emotion.face(), theme.emotion(emotion)), span(" ", theme.plain)]);
        }
        if touchpoint.votes > 0 {
            spans.push(span(format!("•{} ", touchpoint.votes), theme.strong));
        }
        spans
    }

    pub(super) fn reach(&self, theme: &Theme, lang: &Lang) -> Vec<Span<'static>> {
        let Some(reach) = self.touchpoint.reach else { return Vec::new() };
        let evidence = self.touchpoint.evidence;
        let number = lang.short_number(u128::from(reach));
        vec![span(format!("{}{number}", evidence_symbol(evidence)), theme.evidence(evidence))]
    }

    /// Returns all facts on one line: symbols first, then the channel, then as many words as fit.
    fn facts_line<'l>(&self, painter: &Painter<'l>, space: usize) -> Vec<Span<'l>>
    where
        'a: 'l,
    {
        let (theme, lang) = (painter.theme, painter.lang());
        let mut symbols = [self.emotion_and_votes(theme), self.conflict(theme)].concat();
        if self.touchpoint.critical {
            symbols.push(span("! ", theme.critical));
        }
        let channel = self.channel(theme);
        let space = space.saturating_sub(spans_width(&symbols));
        // The channel is preferred to the word of an intent, which has a symbol.
        let beside_channel = self.tags(theme, lang, space.saturating_sub(spans_width(&channel)));
        if !channel.is_empty() && spans_width(&beside_channel) + spans_width(&channel) <= space + 1 {
            return [beside_channel, symbols, channel].concat();
        }
        if channel.is_empty() {
            return [self.tags(theme, lang, space), symbols].concat();
        }
        // The channel is cut, so it goes last.
        let kind = width(self.kind_word(lang));
        let tags = if kind + 8 <= space { kind + 3 } else { 2 };
        [self.tags(theme, lang, tags), symbols, channel].concat()
    }
}
