//! The layout of cards on printed pages: their scale, and the number of strips into which each phase is divided.
//!
//! All lengths are in points, and all sizes are those of the style sheet. The page has the smaller width and the smaller
//! height of A4 and Letter, without margins and headings.

use super::board::{PageCard, PhaseColumn};
use super::words::PageWords;
use crate::exchange::drawing::font::Font;
use crate::lang::Lang;

const PAGE_WIDTH: f64 = 700.0;
/// The height for all phases on one page, below the title and the facts of the map.
const HEIGHT_FOR_ALL: f64 = 360.0;
/// The height for one phase on a page, below its name.
const HEIGHT_FOR_ONE: f64 = 445.0;
/// The space between strips.
const GAP: f64 = 6.0;
/// The scales of cards if all phases share a page: the style sheet's classes `dense-0`, `dense-1` and so on.
const SCALES_FOR_ALL: [f64; 7] = [1.5, 1.3, 1.15, 1.0, 0.88, 0.77, 0.67];
/// The scales of cards with all details: the style sheet's classes `full-0`, `full-1` and so on.
const SCALES_FOR_ONE: [f64; 7] = [1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.72];
/// The space that padding, border and the gap below take of a card's height.
const CARD_FRAME: f64 = 15.0;
const NAME: Font = Font::bold(8.5);
const FACTS: Font = Font::plain(7.0);
/// The height of a line as a multiple of its font size.
const LEADING: f64 = 1.45;

/// How much of a touchpoint a printed card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardDetail {
    Short,
    Full,
}

impl CardDetail {
    /// Returns the least width of a card at scale 1.
    const fn min_width(self) -> f64 {
        match self {
            CardDetail::Short => 120.0,
            CardDetail::Full => 160.0,
        }
    }

    /// Returns the greatest number of alternatives that are kept together in a strip.
    const fn max_together(self) -> usize {
        match self {
            CardDetail::Short => 3,
            CardDetail::Full => 2,
        }
    }
}

/// The strips that a phase may fill; lengths are divided by the scale of the cards.
#[derive(Clone, Copy, Debug)]
struct Strips {
    width: f64,
    height: f64,
    /// The greatest number of strips.
    most: usize,
    detail: CardDetail,
}

/// The layout of all phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PrintLayout {
    /// The index of the scale if all phases share a page.
    pub density: usize,
    /// The strips of each phase on a shared page.
    pub strips: [usize; 3],
    /// The index of the scale and the strips of each phase on a page of its own.
    pub alone: [(usize, usize); 3],
}

/// Measures cards in the words of a language.
pub(crate) struct PrintMeasure<'a> {
    pub lang: &'a Lang,
    pub words: &'a PageWords,
}

impl PrintMeasure<'_> {
    /// Returns the layout with the largest cards that fit on the pages.
    ///
    /// If even the smallest cards do not fit, they continue on the next page.
    pub(crate) fn layout(&self, phases: &[PhaseColumn]) -> PrintLayout {
        let (density, strips) = self.on_one_page(phases);
        let mut alone = [(0, 1); 3];
        for (alone, phase) in alone.iter_mut().zip(phases) {
            *alone = self.on_its_own_page(phase);
        }
        PrintLayout { density, strips, alone }
    }

    /// Returns the index of the scale and the strips of each phase if all phases share a page.
    fn on_one_page(&self, phases: &[PhaseColumn]) -> (usize, [usize; 3]) {
        let detail = CardDetail::Short;
        for (density, scale) in SCALES_FOR_ALL.into_iter().enumerate() {
            for strip_count in 3..=most_strips(scale, detail) {
                let (mut strips, mut remaining) = ([1; 3], strip_count);
                for (strips, phase) in strips.iter_mut().zip(phases) {
                    let width = (PAGE_WIDTH / strip_count as f64 - GAP) / scale;
                    let available = Strips { width, height: HEIGHT_FOR_ALL / scale, most: remaining, detail };
                    *strips = self.strips(phase, available);
                    remaining = remaining.saturating_sub(*strips);
                }
                if strips.iter().sum::<usize>() <= strip_count {
                    return (density, strips);
                }
            }
        }
        // Nothing fits: the strips are shared in proportion to the touchpoints.
        let smallest = SCALES_FOR_ALL.len() - 1;
        let strip_count = most_strips(SCALES_FOR_ALL[smallest], detail);
        let total: usize = phases.iter().map(|phase| phase.count).sum();
        let mut shares = [1; 3];
        for (share, phase) in shares.iter_mut().zip(phases) {
            *share = (strip_count * phase.count / total.max(1)).max(1);
        }
        (smallest, shares)
    }

    /// Returns the index of the scale and the strips of a phase on a page of its own.
    fn on_its_own_page(&self, phase: &PhaseColumn) -> (usize, usize) {
        let detail = CardDetail::Full;
        for (nth, scale) in SCALES_FOR_ONE.into_iter().enumerate() {
            for most in 3..=most_strips(scale, detail) {
                let width = (PAGE_WIDTH / most as f64 - GAP) / scale;
                let available = Strips { width, height: HEIGHT_FOR_ONE / scale, most, detail };
                if self.strips(phase, available) <= most {
                    return (nth, most);
                }
            }
        }
        (SCALES_FOR_ONE.len() - 1, 3)
    }

    /// Returns how many strips a phase fills; stops counting as soon as there are more than available.
    fn strips(&self, phase: &PhaseColumn, available: Strips) -> usize {
        let Strips { width, height, most, detail } = available;
        let (mut strips, mut used) = (1, 0.0);
        for step in &phase.steps {
            let has_alternatives = step.cards.len() > 1;
            let may_split = step.cards.len() > detail.max_together();
            let mut of_step = 0.0;
            for (nth, card) in step.cards.iter().enumerate() {
                // Alternatives are indented, and their heading stands above the first.
                let card_width = if has_alternatives { width - 8.0 } else { width };
                let heading = if has_alternatives && nth == 0 { 1.5 * FACTS.size * LEADING } else { 0.0 };
                let card = self.card_height(card, card_width, detail) + heading;
                used += card;
                of_step += card;
                if used > height {
                    // A few alternatives move to the next strip together, if one strip can hold them.
                    of_step = if may_split || of_step > height { card } else { of_step };
                    (strips, used) = (strips + 1, of_step);
                }
                if strips > most {
                    return strips;
                }
            }
        }
        strips
    }

    fn card_height(&self, card: &PageCard, width: f64, detail: CardDetail) -> f64 {
        let (touchpoint, words) = (card.touchpoint, self.words);
        let inner = width - 13.0;
        let names = NAME.wrap(&touchpoint.name, inner, usize::MAX).len();
        let tags = [
            Some(touchpoint.kind.map_or(words.no_kind.as_str(), |kind| self.lang.kind(kind))),
            Some(touchpoint.intent.map_or(words.no_intent.as_str(), |intent| self.lang.intent(intent))),
            touchpoint.critical.then(|| self.lang.critical()),
        ];
        let feeling = touchpoint.emotion.map(|emotion| words.emotion(emotion));
        let evidence = card.evidence.filter(|_| detail == CardDetail::Full);
        let facts = [feeling, card.reach.as_deref(), evidence, card.votes.as_deref()];
        let mut lines = lines_in_row(&tags, 18.0, inner - 14.0) + lines_in_row(&facts, 12.0, inner);
        if detail == CardDetail::Full {
            lines += touchpoint.channel.as_deref().map_or(0.0, |channel| wrapped_lines(channel, inner));
            lines += if card.details.is_empty() { 0.0 } else { 1.0 };
            let names = card.details.iter().map(|detail| FACTS.width(detail.name)).fold(0.0, f64::max) + 8.0;
            lines += card.details.iter().map(|detail| wrapped_lines(&detail.text, inner - names) + 0.1).sum::<f64>();
        }
        CARD_FRAME + names as f64 * NAME.size * 1.25 + lines * FACTS.size * LEADING
    }
}

/// Returns the greatest number of strips at a scale at which cards keep their least width.
fn most_strips(scale: f64, detail: CardDetail) -> usize {
    (PAGE_WIDTH / (detail.min_width() * scale + GAP)) as usize
}

/// Returns the number of lines of a wrapped text.
fn wrapped_lines(text: &str, width: f64) -> f64 {
    text.lines().map(|line| FACTS.wrap(line, width, usize::MAX).len().max(1)).sum::<usize>() as f64
}

/// Returns the number of lines of texts that follow each other, each with an icon of width `icon`.
fn lines_in_row(texts: &[Option<&str>], icon: f64, width: f64) -> f64 {
    let (mut lines, mut used) = (0.0, f64::INFINITY);
    for text in texts.iter().flatten() {
        let text_width = FACTS.width(text) + icon;
        if used + text_width > width {
            (lines, used) = (lines + 1.0, 0.0);
        }
        used += text_width;
    }
    lines
}
