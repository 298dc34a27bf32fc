//! The cells of a matrix that say something about the touchpoints of a stage: each goes to one touchpoint, or to all.

use std::collections::HashMap;

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
    counts: Vec<CellCounts>,
}

/// How many cells below a heading are not the only value of a single touchpoint.
#[derive(Clone, Default)]
struct CellCounts {
    /// Those that were given to all touchpoints of their stage.
    shared: usize,
    /// Those that went to the notes because their number of pieces is another one than that of the touchpoints.
    unpaired: usize,
    /// Those whose field has a value already.
    second: usize,
}

/// The texts of a stage under one heading that belong to the same touchpoints.
struct CellGroup<'a> {
    heading: usize,
    targets: Vec<usize>,
    texts: Vec<&'a str>,
}

/// The touchpoints of a stage while their cells are read.
struct StageTouchpoints<'a> {
    line: usize,
    touchpoints: &'a mut [(usize, Touchpoint)],
    notes: Vec<Vec<String>>,
    /// The text of each field that has a value, by the key of the field and the position of the touchpoint.
    texts: HashMap<(&'static str, usize), String>,
}

impl<'a> StageCells<'a> {
    pub(super) fn new(columns: &'a [ColumnReading], words: &'a Vocabulary, of_five: &'a [usize]) -> StageCells<'a> {
        let counts = vec![CellCounts::default(); columns.len()];
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
        let mut groups: Vec<CellGroup> = Vec::new();
        for cell in &stage.others {
            let targets = targets_of(cell, stage, touchpoints);
            let text = cell.text.as_str();
            match groups.iter_mut().find(|group| group.heading == cell.heading && group.targets == targets) {
                Some(group) => group.texts.push(text),
                None => groups.push(CellGroup { heading: cell.heading, targets, texts: vec![text] }),
            }
        }
        let notes = vec![Vec::new(); touchpoints.len()];
        let mut read = StageTouchpoints { line: stage.line, touchpoints, notes, texts: HashMap::new() };
        groups.iter().for_each(|group| self.add_group(group, &mut read));
        for ((_, touchpoint), lines) in read.touchpoints.iter_mut().zip(&read.notes) {
            add_notes(touchpoint, lines);
        }
    }

    fn add_group(&mut self, group: &CellGroup, read: &mut StageTouchpoints) {
        let CellGroup { heading: nth, targets, texts } = group;
        let ColumnReading { heading, role, .. } = &self.columns[*nth];
        let name = if let Role::Field(name) = role { name } else { "" };
        let field = field::TOUCHPOINT.iter().find(|field| column_of(field) == Some(name) && field.key != "name");
        let pieces: Vec<&str> = texts.iter().flat_map(|text| pieces::split(text)).collect();
        let is_shared = targets.len() > 1 && pieces.len() == 1 && field.is_some_and(may_be_shared);
        let is_of_one = targets.len() == 1 && texts.len() > 1;
        let paired: Vec<(usize, &str)> = if is_shared {
            targets.iter().map(|&target| (target, pieces[0])).collect()
        } else if is_of_one {
            texts.iter().map(|text| (targets[0], *text)).collect()
        } else if pieces.len() == targets.len() {
            targets.iter().copied().zip(pieces).collect()
        } else {
            self.counts[*nth].unpaired += texts.len();
            return read.notes[targets[0]].extend(texts.iter().map(|text| noted(heading, text)));
        };
        let mut is_set = true;
        for (target, piece) in paired {
            let Some(field) = field else {
                read.notes[target].push(noted(heading, piece));
                continue;
            };
            let text = match read.texts.get(&(field.key, target)) {
                None => piece.to_owned(),
                Some(first) if first == piece => continue,
                Some(first) if is_text(field) => format!("{first}; {piece}"),
                Some(_) => {
                    self.counts[*nth].second += 1;
                    read.notes[target].push(noted(heading, piece));
                    continue;
                }
            };
            let emotion = emotion_of_five(&text).filter(|_| self.of_five.contains(nth));
            let value = match emotion {
                Some(emotion) => Ok(Value::Emotion(Some(emotion))),
                None => cell::value(field.kind, &text, self.words),
            };
            match value {
                Ok(value) => {
                    field.set(&mut read.touchpoints[target].1, value);
                    read.texts.insert((field.key, target), text);
                }
                Err(fault) if is_set || !is_shared => {
                    self.odd_cells.add(heading, read.line, piece, fault);
                    read.notes[target].push(noted(heading, piece));
                    is_set = false;
                }
                // A shared value that is not understood is already in the notes of the first touchpoint.
                Err(_) => {}
            }
        }
        self.counts[*nth].shared += usize::from(is_shared && is_set);
    }

    /// Returns what was not understood, and which cells do not belong to a single touchpoint.
    pub(super) fn remarks(self, options: &ImportOptions) -> Vec<Remark> {
        let lang = options.lang;
        let mut remarks = self.odd_cells.remarks(options.choices.purpose, lang);
        for (column, CellCounts { shared, unpaired, second }) in self.columns.iter().zip(self.counts) {
            let shared = (shared > 0).then(|| lang.import_shared_cells(&column.heading, shared));
            let unpaired = (unpaired > 0).then(|| lang.import_unpaired_cells(&column.heading, unpaired));
            let second = (second > 0).then(|| lang.import_second_cells(&column.heading, second));
            remarks.extend([shared, unpaired, second].into_iter().flatten().map(Remark::of_all));
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

fn is_text(field: &Field<Touchpoint>) -> bool {
    match field.kind {
        Type::Name | Type::Line | Type::Lines | Type::Notes => true,
        Type::Count | Type::Votes | Type::Choice(_) | Type::Emotion | Type::Flag | Type::Date | Type::Rules => false,
    }
}

/// Returns the positions of the touchpoints to which a cell belongs: those at its place, if other cells below its heading have
/// other places, else all of the stage.
fn targets_of(cell: &OtherCell, stage: &MatrixStage, touchpoints: &[(usize, Touchpoint)]) -> Vec<usize> {
    let has_others = stage.others.iter().any(|other| other.heading == cell.heading && other.place != cell.place);
    let is_at_place = |nth: &usize| has_others && touchpoints[*nth].0 == cell.place;
    let at_place: Vec<usize> = (0..touchpoints.len()).filter(is_at_place).collect();
    if at_place.is_empty() { (0..touchpoints.len()).collect() } else { at_place }
}
