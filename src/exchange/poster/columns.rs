//! The phases of the poster side by side, each in as many columns of cards as it takes to keep all about equally high.

use std::ops::Range;

use super::card::PosterCard;
use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{Area, SvgPoint, SvgWriter};
use crate::lang::Lang;
use crate::map::step::steps;
use crate::map::{JourneyMap, Phase};

/// The least width of a column of cards, if there is space for three.
const MIN_COLUMN: f64 = 214.0;
/// The space between columns of a phase, and between phases.
const COLUMN_GAP: f64 = 14.0;
const PHASE_GAP: f64 = 30.0;
/// The space between steps, and between the cards of one step.
const STEP_GAP: f64 = 12.0;
const CARD_GAP: f64 = 22.0;
/// The frame around alternatives.
const FRAME: f64 = 7.0;
/// The height of the headings of phases.
const HEADING: f64 = 40.0;
const NAME: Font = Font::bold(17.0);
const COUNT: Font = Font::plain(14.0);
const OR: Font = Font::bold(11.0);

/// The cards of one step.
struct StepBlock<'a> {
    cards: Vec<PosterCard<'a>>,
    height: f64,
}

/// A phase with its steps, and the range of steps in each column.
struct PhaseBlock<'a> {
    phase: Phase,
    count: usize,
    blocks: Vec<StepBlock<'a>>,
    columns: Vec<Range<usize>>,
}

/// The phases in columns.
pub(crate) struct PosterColumns<'a> {
    lang: &'a Lang,
    phases: Vec<PhaseBlock<'a>>,
    card_width: f64,
    pub width: f64,
    pub height: f64,
}

impl<'a> PosterColumns<'a> {
    /// Lays out the touchpoints of a map in that width.
    pub fn new(map: &'a JourneyMap, lang: &'a Lang, width: f64) -> PosterColumns<'a> {
        let most = most_columns(width);
        let layout = PosterColumns::with_columns(map, lang, width, most);
        // Columns that a short journey does not need make its cards wider.
        let used = layout.phases.iter().map(|phase| phase.columns.len().max(1)).sum();
        if used < most { PosterColumns::with_columns(map, lang, width, used) } else { layout }
    }

    /// Returns a height that the touchpoints of a map need at least in that width, without laying them out.
    pub fn least_height(map: &JourneyMap, width: f64) -> f64 {
        let in_one_column = (map.len() / most_columns(width)) as f64;
        HEADING + in_one_column * (PosterCard::MIN_HEIGHT + STEP_GAP) - STEP_GAP
    }

    /// Lays out the touchpoints in at most `most` columns, at least one for each phase.
    fn with_columns(map: &'a JourneyMap, lang: &'a Lang, width: f64, most: usize) -> PosterColumns<'a> {
        let card_width = (width - 2.0 * PHASE_GAP - (most - 3) as f64 * COLUMN_GAP) / most as f64;
        let mut number = 0;
        let mut phases: Vec<PhaseBlock> =
            Phase::ALL.into_iter().map(|phase| phase_block(map, lang, phase, card_width, &mut number)).collect();
        for _ in 3..most {
            let growing = phases.iter_mut().filter(|phase| phase.columns.len() < phase.blocks.len());
            let Some(highest) = growing.max_by(|one, other| one.height().total_cmp(&other.height())) else { break };
            highest.columns = divide(&highest.blocks, highest.columns.len() + 1);
        }
        let height = HEADING + phases.iter().map(PhaseBlock::height).fold(COUNT.size * 3.0, f64::max);
        PosterColumns { lang, phases, card_width, width, height }
    }

    /// Draws the phases with their upper left corner at a position.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): SvgPoint) {
        let mut left = x;
        for phase in &self.phases {
            let columns = phase.columns.len().max(1) as f64;
            let width = columns * self.card_width + (columns - 1.0) * COLUMN_GAP;
            let name = NAME.cut(&self.lang.phase(phase.phase), width - 60.0);
            svg.text("phase", NAME, (left, y + 17.0), &name);
            svg.text("count", COUNT.end(), (left + width, y + 17.0), &self.lang.number(phase.count as u128));
            svg.line("under", (left, y + 26.0), (left + width, y + 26.0));
            if phase.blocks.is_empty() {
                for (nth, line) in COUNT.wrap(&self.lang.poster_empty(), width, 2).iter().enumerate() {
                    svg.text("count", COUNT, (left, y + HEADING + 16.0 + 18.0 * nth as f64), line);
                }
            }
            for (nth, blocks) in phase.columns.iter().enumerate() {
                let mut down = y + HEADING;
                for block in &phase.blocks[blocks.clone()] {
                    self.draw_block(svg, block, (left + nth as f64 * (self.card_width + COLUMN_GAP), down));
                    down += block.height + STEP_GAP;
                }
            }
            left += width + PHASE_GAP;
        }
    }

    fn draw_block(&self, svg: &mut SvgWriter, block: &StepBlock, (x, y): SvgPoint) {
        let mut down = y;
        let mut inset = 0.0;
        if block.cards.len() > 1 {
            svg.rectangle("step", Area { x, y, width: self.card_width, height: block.height }, 8.0);
            (inset, down) = (FRAME, y + FRAME);
        }
        for (nth, card) in block.cards.iter().enumerate() {
            if nth > 0 {
                let middle = (x + self.card_width / 2.0, down - CARD_GAP / 2.0 + 4.0);
                svg.text("or", OR.middle(), middle, self.lang.or());
            }
            card.draw(svg, (x + inset, down), self.card_width - 2.0 * inset);
            down += card.height + CARD_GAP;
        }
    }
}

/// Returns the most columns of cards that a width has space for.
fn most_columns(width: f64) -> usize {
    (((width - 2.0 * PHASE_GAP) / (MIN_COLUMN + COLUMN_GAP)) as usize).max(3)
}

impl PhaseBlock<'_> {
    fn height(&self) -> f64 {
        self.columns.iter().map(|blocks| height(&self.blocks[blocks.clone()])).fold(0.0, f64::max)
    }
}

/// Returns a phase in one column; `number` is the position of the last step so far, and is advanced.
fn phase_block<'a>(
    map: &'a JourneyMap,
    lang: &'a Lang,
    phase: Phase,
    width: f64,
    number: &mut usize,
) -> PhaseBlock<'a> {
    let touchpoints = map.phase(phase);
    // Steps after the purchase are counted from 1 again, as in the funnel.
    if phase == Phase::After {
        *number = 0;
    }
    let block = |rows: Range<usize>| {
        *number += 1;
        let width = if rows.len() > 1 { width - 2.0 * FRAME } else { width };
        let first = rows.start;
        let symbols = PosterCard::symbol_column(map.len());
        let card =
            |row: usize| PosterCard::new(&touchpoints[row], lang, (row == first).then_some(*number), symbols, width);
        let cards: Vec<PosterCard> = rows.map(card).collect();
        let frame = if cards.len() > 1 { 2.0 * FRAME } else { 0.0 };
        let height = cards.iter().map(|card| card.height + CARD_GAP).sum::<f64>() - CARD_GAP + frame;
        StepBlock { cards, height }
    };
    let blocks: Vec<StepBlock> = steps(touchpoints).map(block).collect();
    let columns = divide(&blocks, 1);
    PhaseBlock { phase, count: touchpoints.len(), blocks, columns }
}

/// Returns the height of steps below each other.
fn height(blocks: &[StepBlock]) -> f64 {
    blocks.iter().map(|block| block.height + STEP_GAP).sum::<f64>() - if blocks.is_empty() { 0.0 } else { STEP_GAP }
}

/// Divides steps into at most `columns` columns, in order, so that the highest is as low as possible.
fn divide(blocks: &[StepBlock], columns: usize) -> Vec<Range<usize>> {
    let (mut low, mut high) = (0.0, height(blocks).max(1.0));
    let mut best = fill(blocks, f64::INFINITY);
    // Each halving doubles the precision; after 24 the error is invisible.
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

/// Fills columns up to a height; a step that is higher has a column of its own.
fn fill(blocks: &[StepBlock], limit: f64) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (nth, block) in blocks.iter().enumerate() {
        match columns.last_mut() {
            Some(column) if used + STEP_GAP + block.height <= limit => {
                column.end = nth + 1;
                used += STEP_GAP + block.height;
            }
            Some(_) | None => {
                columns.push(nth..nth + 1);
                used = block.height;
            }
        }
    }
    columns
}
