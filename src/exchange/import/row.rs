//! Reads a row of a table as a touchpoint with its place in the journey.

use std::collections::HashSet;

use super::columns::{Columns, FieldColumn};
use super::grouping::GroupedCells;
use super::identity::KnownTouchpoints;
use super::odd_cells::OddCells;
use super::shape::dates::{self, DateOrder};
use super::shape::text_fit;
use super::table::{RowCells, TableRow};
use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use super::{Remark, number};
use crate::lang::Lang;
use crate::map::field::{Type, Value};
use crate::map::text::{NOTES_LIMIT, one_line};
use crate::map::{Emotion, Phase, TextError, Touchpoint, TouchpointId};

/// As many bytes as the longest notes may have.
const MAX_NOTES_BYTES: usize = 4 * NOTES_LIMIT;

/// What the id of a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowId {
    /// The row has no id.
    None,
    /// It is the id of a touchpoint.
    Ours(TouchpointId),
    /// It is the id of a touchpoint of another map.
    OtherMap,
    /// It is the id of something else, such as a number, or the row matches no touchpoint.
    Foreign,
}

/// A touchpoint as its row describes it.
pub(crate) struct ReadRow {
    pub line: usize,
    pub phase: Phase,
    /// True if the phase does not stand in the row, or is a guess.
    pub is_phase_guessed: bool,
    /// The position in the phase; none if the row does not say.
    pub order: Option<u64>,
    /// The number of the step; none if the row does not say.
    pub step: Option<u64>,
    /// Where the card lies on its board: how far right, and how far down.
    pub position: Option<(f64, f64)>,
    /// In a box, since rows are moved and sorted.
    pub touchpoint: Box<Touchpoint>,
    pub id: RowId,
    /// The fields whose cells are not understood.
    pub odd_fields: Vec<&'static str>,
    /// The fields about which the row says nothing, if there is a map to update.
    pub blank_fields: Vec<&'static str>,
    /// The fields that a tag, a colour or a mark of the row sets.
    pub marked_fields: Vec<&'static str>,
    /// True if the row was matched by its name.
    pub is_named: bool,
}

impl ReadRow {
    /// Returns a row that says nothing but the touchpoint and its phase.
    pub(crate) fn new(line: usize, phase: Phase, touchpoint: Touchpoint) -> ReadRow {
        ReadRow {
            line,
            phase,
            is_phase_guessed: true,
            order: None,
            step: None,
            position: None,
            touchpoint: Box::new(touchpoint),
            id: RowId::None,
            odd_fields: Vec::new(),
            blank_fields: Vec::new(),
            marked_fields: Vec::new(),
            is_named: false,
        }
    }
}

/// Reads the rows of one table and collects what to tell the user.
pub(crate) struct RowReader<'a> {
    pub columns: &'a Columns<'a>,
    pub words: &'a Vocabulary<'a>,
    pub lang: &'a Lang,
    pub known: &'a KnownTouchpoints<'a>,
    /// True if only counts matter.
    pub is_counting: bool,
    /// True if emotions are numbers from 1 to 5.
    pub counts_emotions_from_one: bool,
    /// How the dates of the table are written.
    pub date_order: DateOrder,
    pub grouped_cells: GroupedCells,
    pub odd_cells: OddCells,
    pub remarks: Vec<Remark>,
}

impl RowReader<'_> {
    /// Reads a row; none if it has no name of a touchpoint. What is not understood goes into the notes.
    pub fn read(&mut self, row: &TableRow, phase: Phase) -> Option<ReadRow> {
        let mut extra_notes = Vec::new();
        let whole = self.columns.position("touchpoint").map(|at| row.whole_text(at)).unwrap_or_default();
        let whole = if whole.trim().is_empty() { self.name_by_id(row)?.into() } else { whole };
        let name = text_fit::name(&whole)?;
        let mut read = ReadRow::new(row.line, phase, Touchpoint::new(TouchpointId::NONE, name.value));
        if name.is_cut {
            self.odd_cells.add_cut(row.line, &whole);
            extra_notes.push(whole.into_owned());
        }
        for column in &self.columns.fields {
            self.read_field(row, column, &mut read, &mut extra_notes);
        }
        read.id = self.known.id(&row.text(self.columns.position("id")), &read.touchpoint.name);
        if let RowId::Ours(id) = read.id {
            read.touchpoint.id = id;
        }
        read.order = self.read_position(row, "order", &mut extra_notes);
        read.step = self.read_position(row, "step", &mut extra_notes);
        for &at in &self.columns.noted {
            let text = row.whole_text(at).into_owned();
            if !text.trim().is_empty() {
                extra_notes.push(noted(&self.columns.heading_at(at), &text));
            }
        }
        if row.len() > self.columns.count() && (self.columns.count()..row.len()).any(|at| !row.is_blank(at)) {
            self.odd_cells.add_long_row(row.line);
        }
        add_notes(&mut read.touchpoint, &extra_notes);
        Some(read)
    }

    /// Returns the name of a row that has only an id: that of the known touchpoint, or the id where only counts matter.
    pub(crate) fn name_by_id(&self, row: &TableRow) -> Option<String> {
        let cell = row.text(self.columns.position("id"));
        let RowId::Ours(id) = self.known.id(&cell, "") else { return None };
        match self.known.get(id) {
            Some(known) => Some(known.name.to_string()),
            None => self.is_counting.then(|| cell.into_owned()),
        }
    }

    /// Reads the cell of a field.
    fn read_field(&mut self, row: &TableRow, column: &FieldColumn, read: &mut ReadRow, notes: &mut Vec<String>) {
        let &FieldColumn { field, at, .. } = column;
        if !self.known.is_empty() && row.is_blank(at) {
            read.blank_fields.push(field.key);
        }
        let counts_from_one = self.counts_emotions_from_one && field.kind == Type::Emotion;
        let emotion = || counts_from_one.then(|| emotion_of_five(&row.display_text(at))).flatten();
        let is_date = field.kind == Type::Date && matches!(row.cells, RowCells::Texts(_));
        let value = match is_date.then(|| dates::date_in(self.date_order, &row.text(Some(at)))).flatten() {
            Some(date) => Ok(Value::Date(Some(date))),
            None => match emotion() {
                Some(emotion) => Ok(Value::Emotion(Some(emotion))),
                None => row.value(Some(at), field.kind, self.words),
            },
        };
        match value {
            Ok(value) => {
                self.examine_number(row, column, &value);
                field.set(&mut read.touchpoint, value);
            }
            Err(ValueFault::Text(TextError::TooLong { .. })) => {
                let whole = row.whole_text(at).into_owned();
                self.odd_cells.add_cut(row.line, &whole);
                if field.kind == Type::Notes {
                    read.touchpoint.notes = text_fit::notes(&whole).map(|fitted| fitted.value);
                } else {
                    field.set(&mut read.touchpoint, Value::Line(text_fit::line(&whole).map(|fitted| fitted.value)));
                    notes.push(noted(&self.columns.heading_at(at), &whole));
                }
            }
            Err(fault) => {
                self.add_odd_cell(row, at, fault, notes);
                read.odd_fields.push(field.key);
            }
        }
    }

    /// Reads a position in the order or the steps.
    fn read_position(&mut self, row: &TableRow, column: &str, notes: &mut Vec<String>) -> Option<u64> {
        let at = self.columns.position(column)?;
        match row.value(Some(at), Type::Count, self.words) {
            Ok(Value::Count(number)) => number,
            Ok(_) => None,
            Err(fault) => {
                self.add_odd_cell(row, at, fault, notes);
                None
            }
        }
    }

    /// Keeps a cell that is not understood in the notes.
    fn add_odd_cell(&mut self, row: &TableRow, at: usize, fault: ValueFault, notes: &mut Vec<String>) {
        let (heading, found) = (self.columns.heading_at(at), row.display_text(at));
        self.odd_cells.add(&heading, row.line, &found, fault);
        let text = row.whole_text(at);
        notes.push(noted(&heading, if text.is_empty() { &found } else { &text }));
    }

    /// Notes how the number in a cell is grouped, and adds a remark if a spreadsheet rounded it.
    fn examine_number(&mut self, row: &TableRow, column: &FieldColumn, value: &Value) {
        let (Value::Count(Some(number)) | Value::Votes(number), RowCells::Texts(_)) = (value, &row.cells) else {
            return;
        };
        let found = row.display_text(column.at);
        self.grouped_cells.add(column.name, row.line, &found, *number);
        if number::is_rounded(&found) {
            let number = self.lang.number((*number).into());
            let text = self.lang.import_rounded(&self.columns.heading_at(column.at), &found, &number);
            self.remarks.push(Remark::at(row.line, text));
        }
    }
}

/// Makes a touchpoint of a text that is its name; of one that is too long, all is kept in the notes. None if it is blank.
pub(crate) fn touchpoint_of(text: &str, line: usize, odd_cells: &mut OddCells) -> Option<Touchpoint> {
    let name = text_fit::name(text)?;
    let mut touchpoint = Touchpoint::new(TouchpointId::NONE, name.value);
    if name.is_cut {
        odd_cells.add_cut(line, text);
        add_notes(&mut touchpoint, &[text.to_owned()]);
    }
    Some(touchpoint)
}

/// Reads an emotion on a scale from 1 to 5; none if the text is no such number.
pub(crate) fn emotion_of_five(text: &str) -> Option<Emotion> {
    let number: i64 = text.trim().parse().ok().filter(|number| (1..=5).contains(number))?;
    Emotion::new(number - 3)
}

/// Returns true if all of the texts that are numbers are from 1 to 5, and some are not on our own scale.
pub(crate) fn are_emotions_of_five(texts: impl Iterator<Item = impl AsRef<str>>) -> bool {
    let numbers: Vec<i64> = texts.filter_map(|text| text.as_ref().trim().parse().ok()).collect();
    numbers.len() > 1
        && numbers.iter().any(|number| *number > 2)
        && numbers.iter().all(|number| (1..=5).contains(number))
}

/// Returns a line of notes about a cell that has no field.
pub(crate) fn noted(heading: &str, text: &str) -> String {
    let text = one_line(text);
    if heading.is_empty() { text.into_owned() } else { format!("{heading}: {text}") }
}

/// Adds lines to the notes of a touchpoint; lines that stand there already are not repeated.
pub(crate) fn add_notes(touchpoint: &mut Touchpoint, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let earlier = touchpoint.notes.as_deref().unwrap_or_default();
    let mut notes = earlier.to_owned();
    let mut seen: HashSet<&str> = earlier.lines().collect();
    for line in lines {
        // What is beyond the limit is cut.
        if notes.len() > MAX_NOTES_BYTES {
            break;
        }
        if !seen.insert(line) {
            continue;
        }
        if !notes.is_empty() {
            notes.push('\n');
        }
        notes.push_str(line);
    }
    touchpoint.notes = text_fit::notes(&notes).map(|fitted| fitted.value);
}
