//! The parts of the last frame: a part that would look the same again is taken from it instead of drawn.

use std::any::Any;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::lang::{Lang, Language};
use crate::map::Phase;
use crate::store::config::ThemeName;

/// The inputs of a part: all values that it is drawn from. In the same area, parts with equal inputs look the same.
///
/// A pane has a type of its own for them, and this file does not know which.
type Inputs = Box<dyn Any>;

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
    last: Vec<(Rect, Inputs)>,
    next: Vec<(Rect, Inputs)>,
    /// Where the search in `last` begins. Most parts are drawn in the same order in each frame.
    search_from: usize,
    /// What was computed for each phase, with the inputs of the computation.
    computed: [Option<Box<dyn Any>>; 3],
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
            self.computed = Default::default();
        }
        self.next.clear();
        self.look = look;
        self.search_from = 0;
        self.forget_taken(area);
    }

    /// Adds a part to the next frame. Returns true if the last frame had the same one.
    fn add<I: PartialEq + 'static>(&mut self, area: Rect, inputs: I) -> bool {
        let (before, after) = self.last.split_at(self.search_from);
        let same = |(known, other): &(Rect, Inputs)| *known == area && other.downcast_ref() == Some(&inputs);
        let found = after.iter().position(same).map(|at| before.len() + at).or_else(|| before.iter().position(same));
        self.search_from = found.map_or(self.search_from, |at| at + 1);
        self.next.push((area, Box::new(inputs)));
        found.is_some()
    }

    /// Returns what was computed for a phase from the same inputs.
    pub(super) fn computed<I: PartialEq + 'static, T: Copy + 'static>(&self, phase: Phase, inputs: &I) -> Option<T> {
        let computed = self.computed[phase.index()].as_deref()?.downcast_ref::<(I, T)>();
        computed.filter(|(known, _)| known == inputs).map(|(_, value)| *value)
    }

    /// Keeps what was computed for a phase.
    pub(super) fn keep<I: 'static, T: 'static>(&mut self, phase: Phase, inputs: I, value: T) {
        self.computed[phase.index()] = Some(Box::new((inputs, value)));
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
    pub(super) fn take_part<I: PartialEq + 'static>(&mut self, cells: &mut Buffer, area: Rect, inputs: I) -> bool {
        if area.intersection(cells.area) != area || !self.parts.add(area, inputs) {
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
