//! The face of the cards of a column: which facts they show, and how. It is the same for all cards of a column.
//!
//! ```text
//!  → :) ! @trade magazine ≈560       one line
//!
//!  online → intentional      ! critical       two lines
//!  :) •3 @trade magazine           ≈560
//! ```

use std::iter;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::painter::{Painter, span};
use super::theme::{Theme, evidence_symbol, intent_symbol};
use crate::lang::{Lang, ShortNumber, number_width};
use crate::map::conflict::has_conflict_note;
use crate::map::width::{width, wrap};
use crate::map::{Kind, Touchpoint};

/// The minimum width of a channel that is cut.
const CUT_CHANNEL: usize = 6;
/// The maximum number of lines of a channel.
const CHANNEL_LINES: usize = 3;

/// The lines of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaceLines {
    /// All facts on one line.
    One,
    /// Kind, intent and critical mark; below them emotion, votes, channel and reach.
    Two,
    /// Intent, critical mark and channel; below them emotion, votes and reach.
    Packed,
    /// Like two lines, with the channel below them.
    Three,
}

/// What the face of each card of a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CardFace {
    pub lines: FaceLines,
    pub words: FaceWords,
    pub has_channel: bool,
    /// True if numbers are written with all their digits.
    pub is_exact: bool,
}

/// Which facts are written as words. Every kind and intent has a symbol too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaceWords {
    /// Kind, intent and critical mark.
    All,
    /// Kind and critical mark.
    KindAndCritical,
    /// Kind and intent.
    KindAndIntent,
    Kind,
    None,
}

impl FaceWords {
    /// From the most words to the fewest.
    const BY_RICHNESS: [FaceWords; 5] =
        [FaceWords::All, FaceWords::KindAndCritical, FaceWords::KindAndIntent, FaceWords::Kind, FaceWords::None];

    pub(crate) const fn has_kind(self) -> bool {
        !matches!(self, FaceWords::None)
    }

    pub(crate) const fn has_intent(self) -> bool {
        matches!(self, FaceWords::All | FaceWords::KindAndIntent)
    }

    pub(crate) const fn has_critical(self) -> bool {
        matches!(self, FaceWords::All | FaceWords::KindAndCritical)
    }
}

/// The widths of the facts of a card, each with the blank after it.
#[derive(Clone, Copy, Debug)]
struct FactWidths {
    /// The width of a line.
    cells: usize,
    kind: usize,
    /// The word of the intent; 0 if it has none.
    intent: usize,
    /// The word of a critical moment; none if the card is none.
    critical: Option<usize>,
    /// The mark of a conflict that a merge left.
    conflict: usize,
    emotion_and_votes: usize,
    /// 0 if the card has no channel.
    channel: usize,
    exact: usize,
    short: usize,
}

/// The widths of the facts of all cards of a column.
pub(crate) struct ColumnFacts {
    cards: Vec<FactWidths>,
    /// True if two different numbers look the same when they are short.
    needs_exact: bool,
}

impl ColumnFacts {
    /// Measures touchpoints, each with the width of its lines.
    pub(crate) fn of<'a>(lang: &Lang, cards: impl Iterator<Item = (&'a Touchpoint, u16)>) -> ColumnFacts {
        let mut facts = ColumnFacts { cards: Vec::new(), needs_exact: false };
        let mut numbers = Vec::new();
        for (touchpoint, cells) in cards {
            facts.cards.push(FactWidths::of(lang, touchpoint, cells));
            numbers.extend(touchpoint.reach.map(|reach| (ShortNumber::of(u128::from(reach)), reach)));
        }
        numbers.sort_unstable();
        facts.needs_exact = numbers.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1);
        facts
    }

    /// Returns the richest face with those lines and whole words that fits on all cards.
    fn whole(&self, lines: FaceLines) -> Option<CardFace> {
        self.richest(lines, true)
    }

    fn richest(&self, lines: FaceLines, has_channel: bool) -> Option<CardFace> {
        // On one line, the mark of a critical moment is enough.
        let words = FaceWords::BY_RICHNESS.into_iter().filter(|words| lines != FaceLines::One || !words.has_critical());
        let mut faces = words.flat_map(|words| self.numbers(CardFace { lines, words, has_channel, is_exact: true }));
        faces.find(|face| self.cards.iter().all(|card| card.fits(*face, card.channel)))
    }

    /// Returns a face with exact numbers, and the same with short ones if they tell all numbers apart.
    fn numbers(&self, exact: CardFace) -> impl Iterator<Item = CardFace> {
        let short = CardFace { is_exact: false, ..exact };
        iter::once(exact).chain(Some(short).filter(|_| !self.needs_exact))
    }

    /// Returns the face with whole words on two lines, or on three if the channel needs a line of its own.
    pub(crate) fn on_several_lines(&self) -> CardFace {
        let two = self.whole(FaceLines::Two).filter(|face| face.words.has_kind());
        two.or_else(|| self.whole(FaceLines::Three)).unwrap_or(self.poorest(FaceLines::Three, true))
    }

    /// Returns the face that takes exactly two lines.
    pub(crate) fn on_two_lines(&self) -> CardFace {
        let two = self.whole(FaceLines::Two).filter(|face| face.words.has_kind());
        two.unwrap_or_else(|| self.with_cut_channel(FaceLines::Packed, FaceLines::Two))
    }

    /// Returns the face that takes one line.
    pub(crate) fn on_one_line(&self) -> CardFace {
        self.whole(FaceLines::One).unwrap_or_else(|| self.with_cut_channel(FaceLines::One, FaceLines::One))
    }

    /// Returns a face without words and with channels that may be cut; without channels if too little of one would be
    /// left.
    fn with_cut_channel(&self, lines: FaceLines, without_channel: FaceLines) -> CardFace {
        let cut = CardFace { is_exact: true, ..self.poorest(lines, true) };
        let fits = |face: &CardFace| self.cards.iter().all(|card| card.fits(*face, card.channel.min(CUT_CHANNEL)));
        if let Some(cut) = self.numbers(cut).find(fits) {
            return cut;
        }
        self.richest(without_channel, false).unwrap_or(self.poorest(without_channel, false))
    }

    const fn poorest(&self, lines: FaceLines, has_channel: bool) -> CardFace {
        CardFace { lines, words: FaceWords::None, has_channel, is_exact: self.needs_exact }
    }
}

impl FactWidths {
    fn of(lang: &Lang, touchpoint: &Touchpoint, cells: u16) -> FactWidths {
        let kind = width(kind_word(lang, touchpoint.kind)) + 1;
        let intent = touchpoint.intent.map_or(0, |intent| width(lang.intent(intent)) + 1);
        let emotion = touchpoint.emotion.map_or(0, |emotion| width(emotion.face()) + 1);
        let votes = if touchpoint.votes > 0 { touchpoint.votes.to_string().len() + 2 } else { 0 };
        let evidence = width(evidence_symbol(touchpoint.evidence));
        let reach = touchpoint.reach.map(u128::from);
        FactWidths {
            cells: usize::from(cells),
            kind,
            intent,
            critical: touchpoint.critical.then(|| width(lang.critical()) + 1),
            conflict: if has_conflict_note(touchpoint.notes.as_ref()) { 2 } else { 0 },
            emotion_and_votes: emotion + votes,
            channel: touchpoint.channel.as_deref().map_or(0, |channel| width(channel) + 2),
            exact: reach.map_or(0, |reach| evidence + number_width(reach)),
            short: reach.map_or(0, |reach| evidence + ShortNumber::of(reach).width()),
        }
    }

    /// Returns true if a face with a channel of that width fits.
    fn fits(&self, face: CardFace, channel: usize) -> bool {
        let words = face.words;
        let channel = if face.has_channel { channel } else { 0 };
        let kind = if words.has_kind() { self.kind } else { 0 };
        let intent = 2 + if words.has_intent() { self.intent } else { 0 };
        let critical_word = if words.has_critical() { self.critical.unwrap_or(0) } else { 0 };
        let critical = self.conflict + if self.critical.is_some() { 2 + critical_word } else { 0 };
        let reach = if face.is_exact { self.exact } else { self.short };
        let both_ends =
            |left: usize, right: usize| left.saturating_sub(1) + right + usize::from(right > 0) <= self.cells;
        let tags = both_ends(kind + intent, critical.saturating_sub(1));
        match face.lines {
            FaceLines::One => both_ends(kind + intent + self.emotion_and_votes + critical + channel, reach),
            FaceLines::Two => tags && both_ends(self.emotion_and_votes + channel, reach),
            FaceLines::Packed => both_ends(intent + critical + channel, 0) && both_ends(self.emotion_and_votes, reach),
            FaceLines::Three => tags && both_ends(self.emotion_and_votes, reach),
        }
    }
}

impl CardFace {
    /// Returns the number of its lines on a card with lines of that width.
    pub(crate) fn height(self, touchpoint: &Touchpoint, width: u16) -> u16 {
        let has_numbers = touchpoint.emotion.is_some() || touchpoint.reach.is_some() || touchpoint.votes > 0;
        let has_channel = self.has_channel && touchpoint.channel.is_some();
        match self.lines {
            FaceLines::One => 1,
            FaceLines::Two => 1 + u16::from(has_numbers || has_channel),
            FaceLines::Packed => 1 + u16::from(has_numbers),
            FaceLines::Three => 1 + u16::from(has_numbers) + channel_lines(touchpoint, width).len() as u16,
        }
    }

    /// Draws the facts of a touchpoint.
    pub(crate) fn draw(self, painter: &mut Painter<'_>, touchpoint: &Touchpoint, area: Rect) {
        let theme = painter.theme;
        let (tags, marks) = (self.tags(painter, touchpoint), self.marks(painter, touchpoint));
        let (emotion, channel) = (emotion_and_votes(theme, touchpoint), self.channel(theme, touchpoint));
        let reach = reach((painter.theme, painter.lang()), touchpoint, self.is_exact);
        match self.lines {
            FaceLines::One => {
                painter.write_both_ends(area, area.y, &[tags, emotion, marks, channel].concat(), &reach);
            }
            FaceLines::Two => {
                painter.write_both_ends(area, area.y, &tags, without_last_blank(&marks));
                painter.write_both_ends(area, area.y + 1, &[emotion, channel].concat(), &reach);
            }
            FaceLines::Packed => {
                painter.write_spans(area, area.y, &[tags, marks, channel].concat());
                painter.write_both_ends(area, area.y + 1, &emotion, &reach);
            }
            FaceLines::Three => {
                painter.write_both_ends(area, area.y, &tags, without_last_blank(&marks));
                let numbers = u16::from(!emotion.is_empty() || !reach.is_empty());
                painter.write_both_ends(area, area.y + 1, &emotion, &reach);
                for (y, line) in (area.y + 1 + numbers..).zip(channel_lines(touchpoint, area.width)) {
                    painter.write(area, y, &line, theme.dim);
                }
            }
        }
    }

    /// Returns kind and intent.
    fn tags<'l>(self, painter: &Painter<'l>, touchpoint: &Touchpoint) -> Vec<Span<'l>> {
        let (theme, lang) = (painter.theme, painter.lang());
        let Touchpoint { kind, intent, .. } = *touchpoint;
        let mut spans = Vec::with_capacity(6);
        if self.words.has_kind() {
            spans.extend([span(kind_word(lang, kind), theme.kind(kind)), span(" ", theme.plain)]);
        }
        spans.extend([span(intent_symbol(intent), theme.intent(intent)), span(" ", theme.plain)]);
        if let Some(word) = intent.filter(|_| self.words.has_intent()).map(|intent| lang.intent(intent)) {
            spans.extend([span(word, theme.intent(intent)), span(" ", theme.plain)]);
        }
        spans
    }

    /// Returns the marks of a conflict and of a critical moment, each with the blank after it.
    fn marks(self, painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
        let (theme, lang) = (painter.theme, painter.lang());
        let mark = if self.words.has_critical() { format!("! {}", lang.critical()) } else { "!".to_owned() };
        let mut marks = conflict(theme, touchpoint);
        if touchpoint.critical {
            marks.extend([span(mark, theme.critical), span(" ", theme.plain)]);
        }
        marks
    }

    fn channel<'t>(self, theme: &Theme, touchpoint: &'t Touchpoint) -> Vec<Span<'t>> {
        match touchpoint.channel.as_deref().filter(|_| self.has_channel) {
            Some(channel) => vec![span("@", theme.dim), span(channel, theme.dim), span(" ", theme.plain)],
            None => Vec::new(),
        }
    }
}

fn kind_word(lang: &Lang, kind: Option<Kind>) -> &str {
    kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind))
}

fn without_last_blank<'s, 't>(spans: &'s [Span<'t>]) -> &'s [Span<'t>] {
    spans.split_last().map_or(spans, |(_, rest)| rest)
}

/// Returns the channel on lines of its own.
fn channel_lines(touchpoint: &Touchpoint, width: u16) -> Vec<String> {
    let Some(channel) = &touchpoint.channel else { return Vec::new() };
    let text = format!("@{channel}");
    let lines = wrap(&text, usize::from(width).max(1), CHANNEL_LINES);
    lines.into_iter().map(|range| text[range].trim_end().to_owned()).collect()
}

/// Returns the mark of a conflict that a merge left, and the blank after it.
pub(crate) fn conflict(theme: &Theme, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let has_conflict = has_conflict_note(touchpoint.notes.as_ref());
    if has_conflict { vec![span("≠", theme.critical), span(" ", theme.plain)] } else { Vec::new() }
}

/// Returns the emotion and the votes, each with the blank after it.
pub(crate) fn emotion_and_votes(theme: &Theme, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if let Some(emotion) = touchpoint.emotion {
        spans.extend([span(emotion.face(), theme.emotion(emotion)), span(" ", theme.plain)]);
    }
    if touchpoint.votes > 0 {
        spans.push(span(format!("•{} ", touchpoint.votes), theme.strong));
    }
    spans
}

/// Returns the reach with the symbol of its evidence.
pub(crate) fn reach((theme, lang): (&Theme, &Lang), touchpoint: &Touchpoint, is_exact: bool) -> Vec<Span<'static>> {
    let Some(reach) = touchpoint.reach.map(u128::from) else { return Vec::new() };
    let number = if is_exact { lang.number(reach) } else { lang.short_number(reach) };
    vec![span(format!("{}{number}", evidence_symbol(touchpoint.evidence)), theme.plain)]
}
