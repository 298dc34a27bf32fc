//! The parts of the last frame: a part that would look the same again is copied instead of drawn.

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
    /// For each cell of the next frame, true if it is a copy.
    copied: Vec<bool>,
}

/// The last frame, to copy from.
pub struct LastFrame<'f> {
    pub cells: &'f Buffer,
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
        self.copied.clear();
        self.copied.resize(area.area() as usize, false);
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

    /// Forgets the parts of the next frame, because something was drawn over them.
    pub(super) fn forget(&mut self) {
        self.next.clear();
        self.copied.fill(false);
    }

    /// Returns the cells of the next frame that are no copies.
    pub(super) fn fresh<'c>(&'c self, cells: &'c mut Buffer) -> impl Iterator<Item = &'c mut Cell> {
        cells.content.iter_mut().zip(&self.copied).filter(|(_, copied)| !**copied).map(|(cell, _)| cell)
    }

    /// Returns for each cell of the frame whether it is a copy of the last frame's cell.
    pub fn copied(&self) -> &[bool] {
        &self.copied
    }
}

impl LastFrame<'_> {
    /// Adds a part to the next frame, and copies its cells if the last frame had the same part. Returns false if it must
    /// be drawn.
    pub(super) fn copy_part(&mut self, cells: &mut Buffer, area: Rect, part: Part) -> bool {
        if area.intersection(cells.area) != area || !self.parts.add(area, part) {
            return false;
        }
        for y in area.top()..area.bottom() {
            let start = cells.index_of(area.x, y);
            let row = start..start + usize::from(area.width);
            cells.content[row.clone()].clone_from_slice(&self.cells.content[row.clone()]);
            self.parts.copied[row].fill(true);
        }
        true
    }
}
