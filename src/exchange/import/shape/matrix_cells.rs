//! The cells of a matrix that say something about the touchpoints of a stage: each goes to one touchpoint, or to all.

use super::matrix::{MatrixStage, OtherCell};
use super::pieces;
use super::reading::ColumnReading;
use super::role::Role;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::row::{add_notes, emotion_of_five, noted};
use crate::exchange::import::vocabulary::{Vocabulary, column_of};
use crate::exchange::import::{ImportOptions, Remark, cell};
use crate::map::Touchpoint;
use crate::map::field::{self, Field, Type, Value};

/// The fields, besides choices and emotions, whose single value may be true of every touchpoint of a stage.
const SHARED_FIELDS: [&str; 4] = ["channel", "owner", "actors", "context"];

/// Reads the cells of stages, and collects the remarks about them.
pub(super) struct StageCells<'a> {
    columns: &'a [ColumnReading],
    words: &'a Vocabulary<'a>,
    /// The positions of the headings of emotions from 1 to 5.
    of_five: &'a [usize],
    pub odd_cells: OddCells,
    /// For each heading, how many cells were given to all touchpoints of their stage, and how many went to the notes because
    /// their number of pieces is another one than that of the touchpoints.
    counts: Vec<(usize, usize)>,
}

impl<'a> StageCells<'a> {
    pub(super) fn new(columns: &'a [ColumnReading], words: &'a Vocabulary, of_five: &'a [usize]) -> StageCells<'a> {
        let counts = vec![(0, 0); columns.len()];
        StageCells { columns, words, of_five, odd_cells: OddCells::default(), counts }
    }

    /// Adds the cells of a stage to its touchpoints, which are given with their places.
    ///
    /// A cell with as many pieces as touchpoints gives each touchpoint one piece. A single value that may be true of all goes
    /// to all of them. Any other cell goes to the notes of the first touchpoint.
    pub(super) fn add_to(&mut self, stage: &MatrixStage, touchpoints: &mut [(usize, Touchpoint)]) {
        if touchpoints.is_empty() {
            return;
        }
        let mut notes = vec![Vec::new(); touchpoints.len()];
        for cell in &stage.others {
            let is_only = stage.others.iter().filter(|other| other.heading == cell.heading).count() == 1;
            let at_place: Vec<usize> =
                (0..touchpoints.len()).filter(|&nth| !is_only && touchpoints[nth].0 == cell.place).collect();
            let targets = if at_place.is_empty() { (0..touchpoints.len()).collect() } else { at_place };
            self.add_cell(cell, stage.line, &targets, (touchpoints, &mut notes));
        }
        for ((_, touchpoint), lines) in touchpoints.iter_mut().zip(&notes) {
            add_notes(touchpoint, lines);
        }
    }

    fn add_cell(
        &mut self,
        cell: &OtherCell,
        line: usize,
        targets: &[usize],
        (touchpoints, notes): (&mut [(usize, Touchpoint)], &mut [Vec<String>]),
    ) {
        let ColumnReading { heading, role, .. } = &self.columns[cell.heading];
        let name = if let Role::Field(name) = role { name } else { "" };
        let field = field::TOUCHPOINT.iter().find(|field| column_of(field) == Some(name) && field.key != "name");
        let pieces = pieces::split(&cell.text);
        let is_shared = targets.len() > 1 && pieces.len() == 1 && field.is_some_and(may_be_shared);
        let paired: Vec<(usize, &str)> = if is_shared {
            targets.iter().map(|&target| (target, pieces[0])).collect()
        } else if pieces.len() == targets.len() {
            targets.iter().copied().zip(pieces).collect()
        } else {
            self.counts[cell.heading].1 += 1;
            return notes[targets[0]].push(noted(heading, &cell.text));
        };
        let mut is_set = true;
        for (target, piece) in paired {
            let emotion = emotion_of_five(piece).filter(|_| self.of_five.contains(&cell.heading));
            let value = |kind| match emotion {
                Some(emotion) => Ok(Value::Emotion(Some(emotion))),
                None => cell::value(kind, piece, self.words),
            };
            match field.map(|field| (field, value(field.kind))) {
                Some((field, Ok(value))) => field.set(&mut touchpoints[target].1, value),
                Some((_, Err(fault))) if is_set || !is_shared => {
                    self.odd_cells.add(heading, line, piece, fault);
                    notes[target].push(noted(heading, piece));
                    is_set = false;
                }
                // A shared value that is not understood is already in the notes of the first touchpoint.
                Some((_, Err(_))) => {}
                None => notes[target].push(noted(heading, piece)),
            }
        }
        self.counts[cell.heading].0 += usize::from(is_shared && is_set);
    }

    /// Returns what was not understood, and which cells do not belong to a single touchpoint.
    pub(super) fn remarks(self, options: &ImportOptions) -> Vec<Remark> {
        let lang = options.lang;
        let mut remarks = self.odd_cells.remarks(options.choices.purpose, lang);
        for (column, (shared, unpaired)) in self.columns.iter().zip(self.counts) {
            let shared = (shared > 0).then(|| lang.import_shared_cells(&column.heading, shared));
            let unpaired = (unpaired > 0).then(|| lang.import_unpaired_cells(&column.heading, unpaired));
            remarks.extend(shared.into_iter().chain(unpaired).map(Remark::of_all));
        }
        remarks
    }
}

fn may_be_shared(field: &Field<Touchpoint>) -> bool {
    match field.kind {
        Type::Choice(_) | Type::Emotion => true,
        Type::Name | Type::Line | Type::Lines | Type::Notes => SHARED_FIELDS.contains(&field.key),
        Type::Count | Type::Votes | Type::Flag | Type::Date | Type::Rules => false,
    }
}
