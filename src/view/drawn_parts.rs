//! The parts of the last frame: a part that would look the same again is taken from it instead of drawn.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::card::{CardStyle, TouchpointCard};
use super::column_style::ColumnCards;
use super::funnel_step::StepPart;
use crate::lang::{Lang, Language};
use crate::map::Phase;
use crate::store::config::ThemeName;

/// A part of the screen, as the values that it is drawn from. Equal parts in the same area look the same.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Card(TouchpointCard),
    FunnelStep(StepPart),
}

/// What all parts depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    area: Rect,
    language: Language,
    theme: ThemeName,
}

/// The parts of the last frame and of the next one.
#[derive(Debug, Default)]
pub struct DrawnParts {
    look: Option<Look>,
    last: Vec<(Rect, Part)>,
    next: Vec<(Rect, Part)>,
    /// Where the search in `last` begins. Most parts are drawn in the same order in each frame.
    search_from: usize,
    /// The style of the cards of each phase.
    styles: [Option<(ColumnCards, CardStyle)>; 3],
    /// For each cell of the next frame, true if it was taken from the last one.
    taken: Vec<bool>,
}

/// The last frame, to take parts from. Their cells are exchanged with those of the next frame.
pub struct LastFrame<'f> {
    pub cells: &'f mut Buffer,
    pub parts: &'f mut DrawnParts,
}

impl DrawnParts {
    /// Begins the next frame.
    pub(super) fn begin(&mut self, area: Rect, lang: &Lang, theme: ThemeName) {
        let look = Some(Look { area, language: lang.language(), theme });
        self.last.clear();
        if self.look == look {
            std::mem::swap(&mut self.last, &mut self.next);
        } else {
            self.styles = Default::default();
        }
        self.next.clear();
        self.look = look;
        self.search_from = 0;
        self.forget_taken(area);
    }

    /// Adds a part to the next frame. Returns true if the last frame had the same one.
    fn add(&mut self, area: Rect, part: Part) -> bool {
        let (before, after) = self.last.split_at(self.search_from);
        let same = |(known, other): &(Rect, Part)| *known == area && *other == part;
        let found = after.iter().position(same).map(|at| before.len() + at).or_else(|| before.iter().position(same));
        self.search_from = found.map_or(self.search_from, |at| at + 1);
        self.next.push((area, part));
        found.is_some()
    }

    /// Returns the style that the cards of a phase had in the last frame, if they were the same.
    pub(super) fn known_style(&self, phase: Phase, column: &ColumnCards) -> Option<CardStyle> {
        let known = self.styles[phase.index()].as_ref().filter(|(known, _)| known == column);
        known.map(|(_, style)| *style)
    }

    /// Keeps the style of the cards of a phase for the next frame.
    pub(super) fn keep_style(&mut self, phase: Phase, column: ColumnCards, style: CardStyle) {
        self.styles[phase.index()] = Some((column, style));
    }

    /// Returns the cells of the next frame that were drawn.
    pub(super) fn drawn<'c>(&'c self, cells: &'c mut Buffer) -> impl Iterator<Item = &'c mut Cell> {
        cells.content.iter_mut().zip(&self.taken).filter(|(_, taken)| !**taken).map(|(cell, _)| cell)
    }

    /// Returns for each cell of the frame whether it was taken from the last one, so that it is the same.
    pub fn taken(&self) -> &[bool] {
        &self.taken
    }

    /// Forgets which cells were taken from the last frame; the next one has this area.
    pub fn forget_taken(&mut self, area: Rect) {
        self.taken.clear();
        self.taken.resize(area.area() as usize, false);
    }
}

impl LastFrame<'_> {
    /// Adds a part to the next frame, and takes its cells if the last frame had the same part. Returns false if it must be
    /// drawn.
    pub(super) fn take_part(&mut self, cells: &mut Buffer, area: Rect, part: Part) -> bool {
        if area.intersection(cells.area) != area || !self.parts.add(area, part) {
            return false;
        }
        for y in area.top()..area.bottom() {
            let start = cells.index_of(area.x, y);
            let row = start..start + usize::from(area.width);
            cells.content[row.clone()].swap_with_slice(&mut self.cells.content[row.clone()]);
            self.parts.taken[row].fill(true);
        }
        true
    }
}
