//! The three phases side by side, each over as many columns of cards as it needs to be no higher than the others.

use std::ops::Range;

use super::card::Card;
use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{Area, Position, SvgWriter};
use crate::lang::Lang;
use crate::map::step::steps;
use crate::map::{JourneyMap, Phase};

/// The width that a column of cards has at least, where there is room for three.
const COLUMN: f64 = 214.0;
/// The room between columns of a phase, and between phases.
const GAPS: (f64, f64) = (14.0, 30.0);
/// The room between steps, and between the cards of one.
const APART: (f64, f64) = (12.0, 22.0);
/// The frame round alternatives.
const FRAME: f64 = 7.0;
/// The height of the heads of phases.
const HEAD: f64 = 40.0;
const NAME: Font = Font::bold(17.0);
const COUNT: Font = Font::plain(14.0);
const OR: Font = Font::bold(11.0);

/// The cards of one step.
struct Block<'a> {
    cards: Vec<Card<'a>>,
    height: f64,
}

/// A phase with its steps, and those of each of its columns.
struct Part<'a> {
    phase: Phase,
    count: usize,
    blocks: Vec<Block<'a>>,
    columns: Vec<Range<usize>>,
}

/// The phases as they are laid out.
pub struct Columns<'a> {
    lang: &'a Lang,
    parts: Vec<Part<'a>>,
    card: f64,
    pub width: f64,
    pub height: f64,
}

impl<'a> Columns<'a> {
    /// Lays the touchpoints of a map out in that width.
    pub fn new(map: &'a JourneyMap, lang: &'a Lang, width: f64) -> Columns<'a> {
        let most = (((width - 2.0 * GAPS.1) / (COLUMN + GAPS.0)) as usize).max(3);
        let laid = Columns::of(map, lang, width, most);
        // What a short journey leaves over makes its cards wider.
        let used = laid.parts.iter().map(|part| part.columns.len().max(1)).sum();
        if used < most { Columns::of(map, lang, width, used) } else { laid }
    }

    /// Lays them out in at most so many columns, of which each phase has at least one.
    fn of(map: &'a JourneyMap, lang: &'a Lang, width: f64, most: usize) -> Columns<'a> {
        let card = (width - 2.0 * GAPS.1 - (most - 3) as f64 * GAPS.0) / most as f64;
        let mut number = 0;
        let mut parts: Vec<Part> =
            Phase::ALL.into_iter().map(|phase| part(map, lang, phase, card, &mut number)).collect();
        for _ in 3..most {
            let growing = parts.iter_mut().filter(|part| part.columns.len() < part.blocks.len());
            let Some(highest) = growing.max_by(|one, other| one.height().total_cmp(&other.height())) else { break };
            highest.columns = spread(&highest.blocks, highest.columns.len() + 1);
        }
        let height = HEAD + parts.iter().map(Part::height).fold(COUNT.size * 3.0, f64::max);
        Columns { lang, parts, card, width, height }
    }

    /// Draws the phases from their upper left corner on.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): Position) {
        let mut left = x;
        for part in &self.parts {
            let columns = part.columns.len().max(1) as f64;
            let width = columns * self.card + (columns - 1.0) * GAPS.0;
            let name = NAME.cut(&self.lang.phase(part.phase), width - 60.0);
            svg.text("phase", NAME, (left, y + 17.0), &name);
            svg.text("count", COUNT.end(), (left + width, y + 17.0), &self.lang.number(part.count as u128));
            svg.line("under", (left, y + 26.0), (left + width, y + 26.0));
            if part.blocks.is_empty() {
                for (nth, line) in COUNT.wrap(&self.lang.poster_empty(), width, 2).iter().enumerate() {
                    svg.text("count", COUNT, (left, y + HEAD + 16.0 + 18.0 * nth as f64), line);
                }
            }
            for (nth, blocks) in part.columns.iter().enumerate() {
                let mut down = y + HEAD;
                for block in &part.blocks[blocks.clone()] {
                    self.draw_block(svg, block, (left + nth as f64 * (self.card + GAPS.0), down));
                    down += block.height + APART.0;
                }
            }
            left += width + GAPS.1;
        }
    }

    fn draw_block(&self, svg: &mut SvgWriter, block: &Block, (x, y): Position) {
        let mut down = y;
        let mut inset = 0.0;
        if block.cards.len() > 1 {
            svg.area("step", Area { x, y, width: self.card, height: block.height }, 8.0);
            (inset, down) = (FRAME, y + FRAME);
        }
        for (nth, card) in block.cards.iter().enumerate() {
            if nth > 0 {
                let middle = (x + self.card / 2.0, down - APART.1 / 2.0 + 4.0);
                svg.text("or", OR.middle(), middle, self.lang.or());
            }
            card.draw(svg, (x + inset, down), self.card - 2.0 * inset);
            down += card.height + APART.1;
        }
    }
}

impl Part<'_> {
    fn height(&self) -> f64 {
        self.columns.iter().map(|blocks| height(&self.blocks[blocks.clone()])).fold(0.0, f64::max)
    }
}

/// The cards of a phase, in one column; `number` is that of the step before, and that of the last when it is done.
fn part<'a>(map: &'a JourneyMap, lang: &'a Lang, phase: Phase, width: f64, number: &mut usize) -> Part<'a> {
    let touchpoints = map.phase(phase);
    // What follows the purchase is counted by itself, as in the funnel.
    if phase == Phase::After {
        *number = 0;
    }
    let block = |rows: Range<usize>| {
        *number += 1;
        let width = if rows.len() > 1 { width - 2.0 * FRAME } else { width };
        let first = rows.start;
        let front = Card::front(map.len());
        let card = |row: usize| Card::new(&touchpoints[row], lang, (row == first).then_some(*number), front, width);
        let cards: Vec<Card> = rows.map(card).collect();
        let frame = if cards.len() > 1 { 2.0 * FRAME } else { 0.0 };
        let height = cards.iter().map(|card| card.height + APART.1).sum::<f64>() - APART.1 + frame;
        Block { cards, height }
    };
    let blocks: Vec<Block> = steps(touchpoints).map(block).collect();
    let columns = spread(&blocks, 1);
    Part { phase, count: touchpoints.len(), blocks, columns }
}

/// The height of steps below each other.
fn height(blocks: &[Block]) -> f64 {
    blocks.iter().map(|block| block.height + APART.0).sum::<f64>() - if blocks.is_empty() { 0.0 } else { APART.0 }
}

/// Steps in so many columns, in order, the highest of which is as low as can be.
fn spread(blocks: &[Block], columns: usize) -> Vec<Range<usize>> {
    let (mut low, mut high) = (0.0, height(blocks).max(1.0));
    let mut best = fill(blocks, f64::INFINITY);
    // Every halving is half as far from the lowest; after these it is nearer than can be seen.
    for _ in 0..24 {
        let limit = (low + high) / 2.0;
        let filled = fill(blocks, limit);
        if filled.len() <= columns && filled.iter().all(|rows| height(&blocks[rows.clone()]) <= limit) {
            (best, high) = (filled, limit);
        } else {
            low = limit;
        }
    }
    best
}

/// Steps in columns that are no higher than that, but for a step that is higher alone.
fn fill(blocks: &[Block], limit: f64) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (nth, block) in blocks.iter().enumerate() {
        match columns.last_mut() {
            Some(column) if used + APART.0 + block.height <= limit => {
                column.end = nth + 1;
                used += APART.0 + block.height;
            }
            Some(_) | None => {
                columns.push(nth..nth + 1);
                used = block.height;
            }
        }
    }
    columns
}
