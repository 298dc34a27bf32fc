//! One touchpoint as a card.
//!
//! ```text
//! ▌◎ Compares prices on a
//! ▌  search site
//!    online → @search site :)   8.4k
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{Piece, paint, piece, pieces_width, put, put_both, put_cut};
use super::texts;
use super::theme::{Theme, intent_sign, kind_sign};
use crate::lang::Lang;
use crate::map::width::{width, wrap};
use crate::map::{Evidence, Touchpoint};

/// The most lines of a name.
const NAME_LINES: usize = 3;
/// From this width on, an alternative says so in a word.
const WORDY: u16 = 34;

/// How much a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Its kind and the beginning of its name: another phase has the room.
    Rail,
    /// Its name alone, on one line: the filter does not want it.
    Small,
    /// One line, with what is most telling behind its name.
    Compact,
    /// Its name and a line of facts.
    Usual,
    /// Its name and two lines of facts.
    Roomy,
    /// All that is known of it.
    Full,
}

/// What a card shows, and how it stands out.
#[derive(Clone, Copy)]
pub struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    /// Whether it is an alternative to the card above it.
    pub joined: bool,
    pub selected: bool,
    pub marked: bool,
    /// Whether it is still being typed.
    pub draft: bool,
    pub shape: Shape,
    /// Whether it holds the words searched for.
    pub hit: bool,
    /// Whether a dragged card would land in front of it.
    pub landing: bool,
}

impl<'a> Card<'a> {
    fn indent(&self, lang: &Lang, cells: u16) -> (String, u16) {
        let prefix = match (self.joined, cells >= WORDY) {
            (false, _) => String::new(),
            (true, true) => format!("╰ {} ", lang.or()),
            (true, false) => "╰ ".to_owned(),
        };
        let cells = u16::try_from(width(&prefix)).unwrap_or_default();
        (prefix, cells)
    }

    fn name_lines(&self, lang: &Lang, cells: u16) -> Vec<Range<usize>> {
        let (_, indent) = self.indent(lang, cells);
        let cells = if self.shape == Shape::Full { cells.min(texts::READABLE) } else { cells };
        let room = usize::from(cells.saturating_sub(3 + indent)).max(1);
        wrap(&self.touchpoint.name, room, NAME_LINES)
    }

    /// The lines that the card takes at that width.
    pub fn height(&self, lang: &Lang, cells: u16) -> u16 {
        let names = || self.name_lines(lang, cells).len().max(1) as u16;
        let details = || u16::from(self.has_details());
        match self.shape {
            Shape::Rail | Shape::Small | Shape::Compact => 1,
            Shape::Usual => names() + 1,
            Shape::Roomy => names() + 1 + details(),
            Shape::Full => {
                let (_, indent) = self.indent(lang, cells);
                names() + 1 + details() + texts::height(lang, self.touchpoint, cells.saturating_sub(3 + indent))
            }
        }
    }

    fn has_details(&self) -> bool {
        let touchpoint = self.touchpoint;
        touchpoint.channel.is_some()
            || touchpoint.emotion.is_some()
            || touchpoint.reach.is_some()
            || touchpoint.votes > 0
    }

    /// Draws the card at the top of an area, over as many lines as the area has.
    pub fn draw(&self, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
        match self.shape {
            Shape::Rail => self.draw_rail(theme, area, buf),
            Shape::Small => self.draw_small(lang, theme, area, buf),
            Shape::Compact => self.draw_compact(lang, theme, area, buf),
            Shape::Usual | Shape::Roomy | Shape::Full => self.draw_whole(lang, theme, area, buf),
        }
    }

    /// Draws the name over as many lines as it takes, and facts below it.
    fn draw_whole(&self, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let touchpoint = self.touchpoint;
        let (prefix, indent) = self.indent(lang, area.width);
        let name = Rect { x: area.x + 1 + indent, width: area.width.saturating_sub(1 + indent), ..area };
        let base = if self.draft { theme.draft } else { theme.plain };
        let base = if self.hit { base.patch(theme.hit) } else { base };
        let mut y = area.y;
        for (nth, range) in self.name_lines(lang, area.width).into_iter().enumerate() {
            let sign = if nth == 0 { kind_sign(touchpoint.kind) } else { " " };
            if nth == 0 {
                put(buf, Rect { x: area.x + 1, width: indent, ..area }, y, &prefix, theme.dim);
            }
            put(buf, name, y, sign, theme.kind(touchpoint.kind));
            let text = Rect { x: name.x + 2, width: name.width.saturating_sub(2), ..name };
            put(buf, text, y, touchpoint.name[range].trim_end(), base);
            if self.selected {
                paint(buf, name, y, theme.selected);
            }
            y += 1;
        }
        let below = Rect { x: name.x + 2, width: name.width.saturating_sub(2), ..name };
        let facts = Rect {
            width: if self.shape == Shape::Full { below.width.min(texts::READABLE) } else { below.width },
            ..below
        };
        if self.shape == Shape::Usual {
            let right = self.reach(lang, theme);
            let room = usize::from(facts.width).saturating_sub(pieces_width(&right) + 1);
            put_both(buf, facts, y, &self.one_line(lang, theme, room), &right);
        } else {
            let cells = usize::from(facts.width);
            let critical = self.critical(lang, theme, cells);
            let room = cells.saturating_sub(pieces_width(&critical) + 1);
            put_both(buf, facts, y, &self.tags(lang, theme, room), &critical);
            let details = [self.feelings(theme), self.channel(theme)].concat();
            put_both(buf, facts, y + 1, &details, &self.reach(lang, theme));
        }
        if self.shape == Shape::Full {
            let used = y + 1 + u16::from(self.has_details()) - area.y;
            let rest = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..below };
            texts::draw(lang, touchpoint, theme, rest, buf);
            if area.height < self.height(lang, area.width) {
                put_cut(buf, area, theme.dim);
            }
        }
        let Some((sign, style)) = self.edge(theme) else { return };
        let lines = if self.landing || self.marked { 1 } else { area.height };
        for line in 0..lines.min(self.height(lang, area.width)) {
            put(buf, Rect { width: 1, ..area }, area.y + line, sign, style);
        }
    }

    /// What stands at the left edge of a card that is more than one of many.
    fn edge(&self, theme: &Theme) -> Option<(&'static str, Style)> {
        match (self.landing, self.marked, self.selected, self.draft) {
            (true, _, _, _) => Some(("▸", theme.hit)),
            (false, true, _, _) => Some(("✓", theme.good)),
            (false, false, true, _) => Some(("▌", theme.strong)),
            (false, false, false, true) => Some(("+", theme.good)),
            (false, false, false, false) => None,
        }
    }

    /// Draws the name, and behind it what is critical, felt, voted and counted, on one line.
    fn draw_compact(&self, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let touchpoint = self.touchpoint;
        let base = if self.draft { theme.draft } else { theme.plain };
        let base = if self.hit { base.patch(theme.hit) } else { base };
        let (prefix, _) = self.indent(lang, area.width);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        let critical = if touchpoint.critical { vec![piece("! ", theme.critical)] } else { Vec::new() };
        let [feelings, reach] = [self.feelings(theme), self.reach(lang, theme)];
        let all = [[critical.clone(), feelings.clone(), reach].concat(), [critical.clone(), feelings].concat()];
        // What takes more than a quarter of the line gives way to the name that would be cut.
        let cells = usize::from(inside.width);
        let room = cells.saturating_sub(width(&touchpoint.name) + width(&prefix) + 4).max(cells / 4);
        let right = all.into_iter().find(|right| pieces_width(right) <= room).unwrap_or(critical);
        let left = [
            piece(prefix, theme.dim),
            piece(kind_sign(touchpoint.kind), theme.kind(touchpoint.kind)),
            piece(intent_sign(touchpoint.intent), theme.intent(touchpoint.intent)),
            piece(" ", theme.plain),
            piece(&*touchpoint.name, base),
        ];
        put_both(buf, inside, area.y, &left, &right);
        if self.selected {
            paint(buf, inside, area.y, theme.selected);
        }
        if let Some((sign, style)) = self.edge(theme) {
            put(buf, Rect { width: 1, ..area }, area.y, sign, style);
        }
    }

    /// Draws the kind's sign and as much of the name as there is room for.
    fn draw_rail(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let touchpoint = self.touchpoint;
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        let kind = piece(format!("{} ", kind_sign(touchpoint.kind)), theme.kind(touchpoint.kind));
        let name = if self.hit { theme.dim.patch(theme.hit) } else { theme.dim };
        put_both(buf, inside, area.y, &[kind, piece(&*touchpoint.name, name)], &[]);
        if let Some((sign, style)) = self.edge(theme) {
            put(buf, Rect { width: 1, ..area }, area.y, sign, style);
        }
    }

    /// Draws the name alone, on one line.
    fn draw_small(&self, lang: &Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let (prefix, _) = self.indent(lang, area.width);
        let mark = if self.marked { "✓" } else { " " };
        let name = format!("{mark}{prefix}{} {}", kind_sign(self.touchpoint.kind), self.touchpoint.name);
        put(buf, area, area.y, &name, theme.dim);
    }

    /// Kind and intent: signs always, words as far as there is room.
    fn tags(&self, lang: &'a Lang, theme: &Theme, room: usize) -> Vec<Piece<'a>> {
        let (kind, intent) = (self.touchpoint.kind, self.touchpoint.intent);
        let word = kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind));
        let mut pieces = Vec::with_capacity(8);
        if width(word) + 3 <= room + 1 {
            pieces.extend([piece(word, theme.kind(kind)), piece(" ", theme.plain)]);
        }
        pieces.extend([piece(intent_sign(intent), theme.intent(intent)), piece(" ", theme.plain)]);
        if let Some(word) = intent.map(|intent| lang.intent(intent))
            && pieces_width(&pieces) + width(word) <= room
        {
            pieces.extend([piece(word, theme.intent(intent)), piece(" ", theme.plain)]);
        }
        pieces
    }

    /// The mark of a critical moment, in a word where the kind's word leaves room for it.
    fn critical(&self, lang: &'a Lang, theme: &Theme, room: usize) -> Vec<Piece<'a>> {
        if !self.touchpoint.critical {
            return Vec::new();
        }
        let said = format!("! {}", lang.critical());
        let kind = self.touchpoint.kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind));
        let fits = width(kind) + 3 + width(&said) <= room;
        vec![piece(if fits { said } else { "!".to_owned() }, theme.critical)]
    }

    fn channel(&self, theme: &Theme) -> Vec<Piece<'a>> {
        let Some(channel) = self.touchpoint.channel.as_deref() else {
            return Vec::new();
        };
        vec![piece("@", theme.dim), piece(channel, theme.dim), piece(" ", theme.plain)]
    }

    fn feelings(&self, theme: &Theme) -> Vec<Piece<'a>> {
        let touchpoint = self.touchpoint;
        let mut pieces = Vec::new();
        if let Some(emotion) = touchpoint.emotion {
            let style = match emotion.value() {
                i8::MIN..=-1 => theme.bad,
                0 => theme.plain,
                1..=i8::MAX => theme.good,
            };
            pieces.extend([piece(emotion.face(), style), piece(" ", theme.plain)]);
        }
        if touchpoint.votes > 0 {
            pieces.push(piece(format!("•{} ", touchpoint.votes), theme.strong));
        }
        pieces
    }

    fn reach(&self, lang: &Lang, theme: &Theme) -> Vec<Piece<'a>> {
        let Some(reach) = self.touchpoint.reach else {
            return Vec::new();
        };
        let (sign, style) = evidence_look(self.touchpoint.evidence, theme);
        vec![piece(format!("{sign}{}", lang.short_number(u128::from(reach))), style)]
    }

    /// All facts on one line: signs first, then the channel, then words as far as there is room.
    fn one_line(&self, lang: &'a Lang, theme: &Theme, room: usize) -> Vec<Piece<'a>> {
        let mut feelings = self.feelings(theme);
        if self.touchpoint.critical {
            feelings.push(piece("! ", theme.critical));
        }
        let channel = self.channel(theme);
        let room = room.saturating_sub(pieces_width(&feelings));
        // A channel is worth more than the word of an intent that has its sign.
        let with_channel = self.tags(lang, theme, room.saturating_sub(pieces_width(&channel)));
        if !channel.is_empty() && pieces_width(&with_channel) + pieces_width(&channel) <= room + 1 {
            return [with_channel, feelings, channel].concat();
        }
        if channel.is_empty() {
            return [self.tags(lang, theme, room), feelings].concat();
        }
        // What does not fit is cut where all can see it.
        let kind = self.touchpoint.kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind));
        let short = if width(kind) + 8 <= room { width(kind) + 3 } else { 2 };
        [self.tags(lang, theme, short), feelings, channel].concat()
    }
}

/// The sign and look of a reach's evidence: assumed numbers are soft, measured ones firm.
pub fn evidence_look(evidence: Evidence, theme: &Theme) -> (&'static str, Style) {
    match evidence {
        Evidence::Assumed => ("≈", theme.plain),
        Evidence::Reported => ("", theme.plain),
        Evidence::Measured => ("=", theme.strong),
    }
}
