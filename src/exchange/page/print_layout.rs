//! How cards fit on printed pages: how large they are, and into how many strips a phase is laid.
//!
//! All lengths are points, all sizes those of the style sheet. A page is as wide as the narrower and as high as the lower
//! of A4 and Letter, without margins and headings.

use super::board::{Card, Column};
use super::words::Words;
use crate::exchange::drawing::font::Font;
use crate::lang::Lang;

const WIDTH: f64 = 700.0;
/// Below the title and the facts of the map.
const HEIGHT_FOR_ALL: f64 = 360.0;
/// Below the name of a phase.
const HEIGHT_FOR_ONE: f64 = 445.0;
/// Between strips.
const GAP: f64 = 6.0;
/// How large cards may be when all phases share one page, by the style sheet's `dense-0` and on.
const SCALES_FOR_ALL: [f64; 7] = [1.5, 1.3, 1.15, 1.0, 0.88, 0.77, 0.67];
/// How large cards with all that they say may be, by the style sheet's `full-0` and on.
const SCALES_FOR_ONE: [f64; 7] = [1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.72];
/// The narrowest card at full size, and the narrowest with all that it says.
const NARROWEST: f64 = 120.0;
const NARROWEST_IN_FULL: f64 = 160.0;
/// The most alternatives that are kept together, and the most with all that they say.
const TOGETHER: usize = 3;
const TOGETHER_IN_FULL: usize = 2;
/// Padding and border of a card, and what is below it.
const AROUND: f64 = 15.0;
const NAME: Font = Font::bold(8.5);
const FACTS: Font = Font::plain(7.0);
/// Lines are that much higher than their type.
const LEADING: f64 = 1.45;

/// How the columns are printed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The place of the scale among all.
    pub density: usize,
    /// The strips of each phase.
    pub strips: [usize; 3],
    /// Each phase on a page of its own: the place of the scale among all, and its strips.
    pub alone: [(usize, usize); 3],
}

/// Measures cards in the words of a language.
pub struct Measure<'a> {
    pub lang: &'a Lang,
    pub words: &'a Words,
}

impl Measure<'_> {
    /// The largest cards with which all columns share one page, and each has a page to itself; where none are small enough,
    /// the smallest, and what is left goes on on a next page.
    pub fn fit(&self, columns: &[Column]) -> Fit {
        let (density, strips) = self.together(columns);
        let mut alone = [(0, 1); 3];
        for (alone, column) in alone.iter_mut().zip(columns) {
            *alone = self.alone(column);
        }
        Fit { density, strips, alone }
    }

    fn together(&self, columns: &[Column]) -> (usize, [usize; 3]) {
        for (density, scale) in SCALES_FOR_ALL.into_iter().enumerate() {
            for all in 3..=most_strips(scale, NARROWEST) {
                let width = (WIDTH / all as f64 - GAP) / scale;
                let (mut needed, mut left) = ([1; 3], all);
                for (needed, column) in needed.iter_mut().zip(columns) {
                    *needed = self.strips(column, width, HEIGHT_FOR_ALL / scale, left, false);
                    left = left.saturating_sub(*needed);
                }
                if needed.iter().sum::<usize>() <= all {
                    return (density, needed);
                }
            }
        }
        let smallest = SCALES_FOR_ALL.len() - 1;
        let all = most_strips(SCALES_FOR_ALL[smallest], NARROWEST);
        let total: usize = columns.iter().map(|column| column.count).sum();
        let mut shares = [1; 3];
        for (share, column) in shares.iter_mut().zip(columns) {
            *share = (all * column.count / total.max(1)).max(1);
        }
        (smallest, shares)
    }

    fn alone(&self, column: &Column) -> (usize, usize) {
        for (nth, scale) in SCALES_FOR_ONE.into_iter().enumerate() {
            for strips in 3..=most_strips(scale, NARROWEST_IN_FULL) {
                let width = (WIDTH / strips as f64 - GAP) / scale;
                if self.strips(column, width, HEIGHT_FOR_ONE / scale, strips, true) <= strips {
                    return (nth, strips);
                }
            }
        }
        (SCALES_FOR_ONE.len() - 1, 3)
    }

    /// How many strips a phase takes when its cards go on in the next one where a strip is full; nothing is measured any
    /// more once it takes more than `most`.
    fn strips(&self, column: &Column, width: f64, height: f64, most: usize, in_full: bool) -> usize {
        let (mut strips, mut used) = (1, 0.0);
        for step in &column.steps {
            let several = step.cards.len() > 1;
            let is_split = step.cards.len() > if in_full { TOGETHER_IN_FULL } else { TOGETHER };
            let mut of_step = 0.0;
            for (nth, card) in step.cards.iter().enumerate() {
                // Alternatives are indented, and their heading stands over the first.
                let room = if several { width - 8.0 } else { width };
                let heading = if several && nth == 0 { 1.5 * FACTS.size * LEADING } else { 0.0 };
                let card = self.height(card, room, in_full) + heading;
                used += card;
                of_step += card;
                if used > height {
                    // Few alternatives go on together where one strip holds them.
                    of_step = if is_split || of_step > height { card } else { of_step };
                    (strips, used) = (strips + 1, of_step);
                }
                if strips > most {
                    return strips;
                }
            }
        }
        strips
    }

    fn height(&self, card: &Card, width: f64, in_full: bool) -> f64 {
        let (touchpoint, words) = (card.touchpoint, self.words);
        let room = width - 13.0;
        let names = NAME.wrap(&touchpoint.name, room, usize::MAX).len();
        let tags = [
            Some(touchpoint.kind.map_or(words.no_kind.as_str(), |kind| self.lang.kind(kind))),
            Some(touchpoint.intent.map_or(words.no_intent.as_str(), |intent| self.lang.intent(intent))),
            touchpoint.critical.then(|| self.lang.critical()),
        ];
        let feeling = touchpoint.emotion.map(|emotion| words.emotion(emotion));
        let evidence = card.evidence.filter(|_| in_full);
        let facts = [feeling, card.reach.as_deref(), evidence, card.votes.as_deref()];
        let mut small = lines(&tags, 18.0, room - 14.0) + lines(&facts, 12.0, room);
        if in_full {
            small += touchpoint.channel.as_deref().map_or(0.0, |channel| wrapped(channel, room));
            small += if card.details.is_empty() { 0.0 } else { 1.0 };
            let names = card.details.iter().map(|detail| FACTS.width(detail.name)).fold(0.0, f64::max) + 8.0;
            small += card.details.iter().map(|detail| wrapped(&detail.text, room - names) + 0.1).sum::<f64>();
        }
        AROUND + names as f64 * NAME.size * 1.25 + small * FACTS.size * LEADING
    }
}

/// How many strips there may be at a scale, if no card is to be narrower than that at full size.
fn most_strips(scale: f64, narrowest: f64) -> usize {
    (WIDTH / (narrowest * scale + GAP)) as usize
}

/// The lines of a text that may have several of its own.
fn wrapped(text: &str, room: f64) -> f64 {
    text.lines().map(|line| FACTS.wrap(line, room, usize::MAX).len().max(1)).sum::<usize>() as f64
}

/// The lines that these texts take one behind the other, each with its icon.
fn lines(texts: &[Option<&str>], icon: f64, room: f64) -> f64 {
    let (mut lines, mut used) = (0.0, f64::INFINITY);
    for text in texts.iter().flatten() {
        let width = FACTS.width(text) + icon;
        if used + width > room {
            (lines, used) = (lines + 1.0, 0.0);
        }
        used += width;
    }
    lines
}
