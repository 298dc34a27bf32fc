//! Rearranges tables whose columns are stages, and rows without headings that have a stage, into tables with a column of phases.

use super::choices::{Choices, Shape};
use super::heading::meaning;
use super::pieces;
use super::sheet::is_blank;
use crate::exchange::import::ImportOptions;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::number;
use crate::exchange::import::stage::{has_phase_word, phase_of_stage};
use crate::exchange::import::vocabulary::Vocabulary;

/// The most words of a heading that names a stage.
const MAX_STAGE_WORDS: usize = 4;
/// Signs that mark the stage of a touchpoint, besides the words for yes.
const MARKS: [&str; 8] = ["●", "•", "*", "☑", "✅", "✕", "✖", "o"];

/// A table that was rearranged, with the shape that it had.
pub(super) struct Rearranged {
    pub grid: Grid,
    pub shape: Shape,
}

/// Rearranges a table that has no column of phases; none if its columns are not stages and it has headings.
pub(super) fn rearranged(grid: &Grid, options: &ImportOptions, words: &Vocabulary) -> Option<Rearranged> {
    let shape = options.choices.shape;
    let is_possible = match shape {
        None | Some(Shape::Cards | Shape::Board | Shape::Matrix) => true,
        Some(Shape::Inventory | Shape::Funnel | Shape::Events) => false,
    };
    if !is_possible || options.choices.purpose.is_counting() {
        return None;
    }
    let rows: Vec<&GridRow> = grid.rows.iter().filter(|row| !is_blank(row)).collect();
    let table = StageTable::of(&rows, options, words).filter(|table| !table.has_choice(options.choices));
    let of_stages = match &table {
        Some(table) => table.with_marks().or_else(|| table.with_cards()),
        None => None,
    };
    let (rows, found) = of_stages.or_else(|| Some((rows_without_headings(&rows, options, words)?, Shape::Cards)))?;
    Some(Rearranged { grid: Grid { name: grid.name.clone(), rows, is_list: false }, shape: shape.unwrap_or(found) })
}

/// A table whose headings are the names of stages.
struct StageTable<'a> {
    headings: Vec<&'a str>,
    /// For each column the position of its stage's heading; none for other columns.
    stages: Vec<Option<usize>>,
    rows: &'a [&'a GridRow],
    line: usize,
    options: &'a ImportOptions<'a>,
    words: &'a Vocabulary<'a>,
}

impl<'a> StageTable<'a> {
    /// Takes the first row of several texts for the headings; none if fewer than two of them are known stages.
    fn of(
        rows: &'a [&'a GridRow],
        options: &'a ImportOptions<'a>,
        words: &'a Vocabulary<'a>,
    ) -> Option<StageTable<'a>> {
        let at = rows.iter().position(|row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1)?;
        let (heading, rows) = rows[at..].split_first()?;
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(heading.cells.len());
        let headings: Vec<&str> = (0..width).map(|nth| text(heading, nth)).collect();
        let is_known = |name: &str| is_stage(name, options.choices, words);
        let known = headings.iter().filter(|name| is_known(name)).count();
        let is_field = |name: &str| meaning(name, words).is_some_and(|known| known.is_exact);
        let others: Vec<usize> =
            (1..width).filter(|&nth| !headings[nth].is_empty() && !is_known(headings[nth])).collect();
        // Beside more known stages, headings without another meaning are stages too.
        let may_be_stages = others.iter().all(|&nth| !is_field(headings[nth])) && known > others.len();
        let mut stages = Vec::with_capacity(width);
        for (nth, name) in headings.iter().enumerate() {
            let is_stage = is_known(name) || nth > 0 && may_be_stages && !name.is_empty();
            // A blank heading beside a stage belongs to it.
            let merged = || stages.last().copied().flatten().filter(|_| name.is_empty());
            let stage: Option<usize> = if is_stage { Some(nth) } else { merged() };
            stages.push(stage);
        }
        let line = heading.line;
        (known >= 2).then_some(StageTable { headings, stages, rows, line, options, words })
    }

    /// Returns true if the user says what one of the columns is.
    fn has_choice(&self, choices: &Choices) -> bool {
        self.headings.iter().any(|heading| !heading.is_empty() && choices.role(heading, None).is_some())
    }

    fn columns_of_stages(&self) -> impl Iterator<Item = (usize, usize)> {
        self.stages.iter().enumerate().filter_map(|(nth, stage)| Some((nth, (*stage)?)))
    }

    fn is_mark(&self, cell: &str) -> bool {
        MARKS.contains(&cell) || self.words.flag(cell) == Ok(true)
    }

    fn phase_and_touchpoint(&self) -> [String; 2] {
        [self.options.lang.column("phase"), self.options.lang.column("touchpoint")]
    }

    /// Rearranges a table with a column of touchpoints and a mark or a text in the column of their stage.
    fn with_marks(&self) -> Option<(Vec<GridRow>, Shape)> {
        let others: Vec<usize> = (0..self.headings.len())
            .filter(|&nth| self.stages[nth].is_none() && !self.headings[nth].is_empty())
            .collect();
        let is_touchpoint = |nth: &usize| {
            meaning(self.headings[*nth], self.words).is_some_and(|known| known.role.is_field("touchpoint"))
        };
        others.iter().find(|nth| is_touchpoint(nth))?;
        let cells = || self.rows.iter().flat_map(|row| self.columns_of_stages().map(|(nth, _)| text(row, nth)));
        let is_count = |cell: &str| number::parse(cell).is_ok() && self.words.flag(cell).is_err();
        if cells().any(is_count) || cells().all(str::is_empty) {
            return None;
        }
        let [phase, _] = self.phase_and_touchpoint();
        let headings = others.iter().map(|&nth| self.headings[nth]);
        let mut rows = vec![row_of(self.line, ["", phase.as_str()].into_iter().chain(headings))];
        for row in self.rows {
            let mut is_placed = false;
            let kept = || others.iter().map(|&nth| row.cells.get(nth).unwrap_or_default());
            for (nth, stage) in self.columns_of_stages() {
                let cell = text(row, nth);
                let is_unmarked = self.words.flag(cell) == Ok(false);
                if !cell.is_empty() && !is_unmarked {
                    let beside = if self.is_mark(cell) { "" } else { cell };
                    rows.push(row_of(row.line, [beside, self.headings[stage]].into_iter().chain(kept())));
                    is_placed = true;
                }
            }
            if !is_placed {
                rows.push(row_of(row.line, ["", ""].into_iter().chain(kept())));
            }
        }
        Some((rows, Shape::Cards))
    }

    /// Rearranges a table in which each cell below a stage is a card.
    fn with_cards(&self) -> Option<(Vec<GridRow>, Shape)> {
        let others: Vec<usize> = (0..self.headings.len()).filter(|&nth| self.stages[nth].is_none()).collect();
        let has_label = others == [0];
        let labels = || self.rows.iter().map(|row| text(row, 0)).filter(|label| has_label && !label.is_empty());
        if !has_label && !others.is_empty()
            || labels().any(|label| meaning(label, self.words).is_some_and(|known| known.is_exact))
        {
            return None;
        }
        let texts = || self.columns_of_stages().flat_map(|(nth, _)| self.rows.iter().map(move |row| text(row, nth)));
        let filled = texts().filter(|cell| !cell.is_empty()).count();
        let numbers = texts().filter(|cell| number::parse(cell).is_ok()).count();
        if filled == 0 || numbers * 2 >= filled {
            return None;
        }
        // The labels are not kept if they only number the rows.
        let is_noted = labels().any(|label| number::parse(label).is_err());
        let is_only_row = self.rows.len() == 1;
        let [phase, touchpoint] = self.phase_and_touchpoint();
        let label = if is_noted { self.headings[0] } else { "" };
        let label =
            if meaning(label, self.words).is_some_and(|known| known.role.is_field("phase")) { "" } else { label };
        let mut rows = vec![row_of(self.line, [label, phase.as_str(), touchpoint.as_str()])];
        for (nth, stage) in self.columns_of_stages() {
            for row in self.rows {
                let cell = text(row, nth);
                let is_list = cell.contains(['\n', '•']) || is_only_row;
                let cards = if is_list { pieces::split(cell) } else { vec![pieces::without_bullet(cell)] };
                let beside = if is_noted { text(row, 0) } else { "" };
                let cards = cards.into_iter().filter(|card| !card.is_empty());
                rows.extend(cards.map(|card| row_of(row.line, [beside, self.headings[stage], card])));
            }
        }
        Some((rows, Shape::Matrix))
    }
}

/// Gives headings to rows that have a stage in one column and a text in another, but no headings.
fn rows_without_headings(rows: &[&GridRow], options: &ImportOptions, words: &Vocabulary) -> Option<Vec<GridRow>> {
    let first = rows.first()?;
    let width = first.cells.len();
    let is_stage = |cell: &str| is_stage(cell, options.choices, words);
    let names_phase = |cell: &str| is_stage(cell) && has_phase_word(cell);
    let is_heading = |cell: &str| meaning(cell, words).is_some_and(|known| known.is_exact);
    if width < 2
        || rows.len() < 2
        || (0..width).any(|nth| is_heading(text(first, nth)) || !options.choices.columns.is_empty())
    {
        return None;
    }
    let holds_stages = |nth: &usize| {
        let cells = || rows.iter().map(|row| text(row, *nth)).filter(|cell| !cell.is_empty());
        let (count, known) = (cells().count(), cells().filter(|cell| is_stage(cell)).count());
        let mut distinct: Vec<&str> = cells().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let comes_back = distinct.len() < count || cells().all(names_phase);
        is_stage(text(first, *nth)) && known * 10 >= count * 7 && comes_back
    };
    let phase = (0..width).find(holds_stages)?;
    let has_letters = |nth: &usize| {
        let cells = || rows.iter().map(|row| text(row, *nth)).filter(|cell| !cell.is_empty());
        cells().filter(|cell| cell.contains(char::is_alphabetic)).count() * 2 > rows.len()
    };
    let touchpoint = (0..width).filter(|nth| *nth != phase).find(has_letters)?;
    let [phase_word, touchpoint_word] = ["phase", "touchpoint"].map(|name| options.lang.column(name));
    let heading = |nth: usize| {
        if nth == phase {
            phase_word.as_str()
        } else if nth == touchpoint {
            touchpoint_word.as_str()
        } else {
            ""
        }
    };
    let mut headed = vec![row_of(first.line, (0..width).map(heading))];
    headed.extend(rows.iter().copied().cloned());
    Some(headed)
}

/// Returns true if a text is a known name of a stage, or one that the user gave a phase, and no heading of ours.
fn is_stage(name: &str, choices: &Choices, words: &Vocabulary) -> bool {
    let is_short = !name.is_empty() && name.split_whitespace().count() <= MAX_STAGE_WORDS;
    let is_own = || meaning(name, words).is_some_and(|known| known.is_own);
    is_short && (choices.phase_of(name).is_some() || phase_of_stage(name).is_some() && !is_own())
}

fn text(row: &GridRow, nth: usize) -> &str {
    row.cells.get(nth).unwrap_or_default().trim()
}

fn row_of<'a>(line: usize, cells: impl IntoIterator<Item = &'a str>) -> GridRow {
    GridRow { line, cells: cells.into_iter().collect() }
}
