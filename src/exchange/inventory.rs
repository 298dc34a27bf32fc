//! The inventory: one row for each touchpoint of any number of maps.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::map::field::{Field, HEADER, TOUCHPOINT, Type, Value};
use crate::map::step::steps;
use crate::map::{Choice, ChoiceSet, Header, JourneyMap, Line, Phase, Touchpoint, TouchpointId};

/// The file name that stands for standard input or standard output.
pub const STREAM: &str = "-";

/// A touchpoint with its place, as one row of an inventory.
#[derive(Clone, Copy, Debug)]
pub struct InventoryRow<'a> {
    /// The path of the map file as the user wrote it, or [`STREAM`].
    pub file: &'a str,
    pub header: &'a Header,
    pub phase: Phase,
    /// Position in the phase, from 1.
    pub order: usize,
    /// Position of the touchpoint's step, from 1: in the funnel, or after the purchase in *after*.
    pub step: usize,
    pub touchpoint: &'a Touchpoint,
}

/// Returns the rows of a map, in the journey's order.
pub fn rows<'a>(file: &'a str, map: &'a JourneyMap) -> impl Iterator<Item = InventoryRow<'a>> {
    let header = &**map.header();
    let steps_before = steps(map.phase(Phase::Before)).count();
    Phase::ALL.into_iter().flat_map(move |phase| {
        let touchpoints = map.phase(phase);
        // The funnel counts the steps before and during the purchase together.
        let earlier_steps = if phase == Phase::During { steps_before } else { 0 };
        steps(touchpoints).zip(earlier_steps + 1..).flat_map(move |(rows, step)| {
            rows.map(move |row| InventoryRow {
                file,
                header,
                phase,
                order: row + 1,
                step,
                touchpoint: &touchpoints[row],
            })
        })
    })
}

/// The content of one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Unknown,
    Text(Cow<'a, str>),
    /// One of the program's own words or signs, which no spreadsheet takes for a formula.
    Word(Word),
    Id(TouchpointId),
    Whole(u64),
    /// A whole number that may be negative.
    Signed(i8),
    /// A number from 0 to 1.
    Share(f64),
    Flag(bool),
    List(Vec<Line>),
}

impl From<Value> for Cell<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Name(name) => Cell::Text(Cow::Owned(name.into())),
            Value::Line(line) => line.map_or(Cell::Unknown, |line| Cell::Text(Cow::Owned(line.into()))),
            Value::Lines(lines) => Cell::List(lines),
            Value::Notes(notes) => notes.map_or(Cell::Unknown, |notes| Cell::Text(Cow::Owned(notes.into()))),
            Value::Count(count) => count.map_or(Cell::Unknown, Cell::Whole),
            Value::Votes(votes) => Cell::Whole(votes),
            Value::Choice(choice) => choice.map_or(Cell::Unknown, |choice| Cell::Word(Word::Choice(choice))),
            Value::Emotion(emotion) => emotion.map_or(Cell::Unknown, |emotion| Cell::Signed(emotion.value())),
            Value::Flag(flag) => Cell::Flag(flag),
            Value::Date(date) => date.map_or(Cell::Unknown, |date| Cell::Text(Cow::Owned(date.to_string()))),
            Value::Rules(rules) => {
                let keys: Vec<&str> = rules.iter().map(|rule| rule.key()).collect();
                Cell::Text(Cow::Owned(keys.join("; ")))
            }
        }
    }
}

/// One of the program's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// [`STREAM`] in the place of a file.
    Stream,
    Phase(Phase),
    Choice(Choice),
}

impl Word {
    /// Returns the word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Word::Stream => STREAM,
            Word::Phase(phase) => phase.key(),
            Word::Choice(choice) => choice.key(),
        }
    }
}

/// The words in the reader's language, looked up once for all rows.
pub(crate) struct Words(Vec<(Word, String)>);

impl Words {
    /// Looks up the words of a language.
    pub fn new(lang: &Lang) -> Words {
        let choices = ChoiceSet::ALL.into_iter().flat_map(ChoiceSet::choices);
        let mut words = vec![(Word::Stream, STREAM.to_owned())];
        words.extend(Phase::ALL.map(|phase| (Word::Phase(phase), lang.phase(phase))));
        words.extend(choices.map(|choice| (Word::Choice(choice), lang.choice(choice))));
        Words(words)
    }

    /// Returns the word in the reader's language.
    pub fn of(&self, word: Word) -> &str {
        self.0.iter().find(|(each, _)| *each == word).map_or(word.key(), |(_, translation)| translation)
    }
}

/// The character between several texts in one cell.
pub(crate) const SEPARATOR: char = ';';

/// Joins several texts for one cell.
pub(crate) fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| &**line).collect::<Vec<_>>().join(&format!("{SEPARATOR} "))
}

/// A column of the inventory.
#[derive(Clone, Copy, Debug)]
pub struct InventoryColumn {
    /// The name in machine formats. [`Lang::column`] finds the heading by it.
    pub name: &'static str,
    source: Source,
}

/// Where a column gets its cells from.
#[derive(Clone, Copy, Debug)]
enum Source {
    File,
    Id,
    Order,
    Phase,
    Step,
    Map(&'static Field<Header>),
    Touchpoint(&'static Field<Touchpoint>),
}

impl InventoryColumn {
    /// Returns the cell of this column in a row.
    pub fn cell<'a>(&self, row: &InventoryRow<'a>) -> Cell<'a> {
        match self.source {
            Source::File if row.file == STREAM => Cell::Word(Word::Stream),
            Source::File => Cell::Text(Cow::Borrowed(row.file)),
            Source::Id => Cell::Id(row.touchpoint.id),
            Source::Order => Cell::Whole(row.order as u64),
            Source::Phase => Cell::Word(Word::Phase(row.phase)),
            Source::Step => Cell::Whole(row.step as u64),
            Source::Map(field) => field.get(row.header).into(),
            // Evidence is about a reach.
            Source::Touchpoint(field) if field.key == "evidence" && row.touchpoint.reach.is_none() => Cell::Unknown,
            Source::Touchpoint(field) => field.get(row.touchpoint).into(),
        }
    }
}

/// The columns, in the order that all formats share.
pub const COLUMNS: &[InventoryColumn] = ALL.columns.split_at(ALL.count).0;

const ALL: ColumnList = ColumnList::new();

/// A list of columns that is filled when the program is compiled.
struct ColumnList {
    columns: [InventoryColumn; 5 + HEADER.len() + TOUCHPOINT.len()],
    count: usize,
}

impl ColumnList {
    const fn new() -> ColumnList {
        let unused = InventoryColumn { name: "", source: Source::File };
        let mut list = ColumnList { columns: [unused; 5 + HEADER.len() + TOUCHPOINT.len()], count: 0 };
        list.push_map_fields(true);
        list.push("file", Source::File);
        list.push("id", Source::Id);
        list.push("order", Source::Order);
        list.push("phase", Source::Phase);
        list.push("step", Source::Step);
        let mut at = 0;
        while at < TOUCHPOINT.len() {
            let field = &TOUCHPOINT[at];
            if let Some(name) = field.column {
                list.push(name, Source::Touchpoint(field));
            }
            // Unit and period explain the reach.
            if matches!(field.kind, Type::Count) {
                list.push_map_fields(false);
            }
            at += 1;
        }
        list
    }

    /// Adds the map's title, or the columns of its other fields.
    const fn push_map_fields(&mut self, title: bool) {
        let mut at = 0;
        while at < HEADER.len() {
            let field = &HEADER[at];
            if let Some(name) = field.column
                && matches!(field.kind, Type::Name) == title
            {
                self.push(name, Source::Map(field));
            }
            at += 1;
        }
    }

    const fn push(&mut self, name: &'static str, source: Source) {
        self.columns[self.count] = InventoryColumn { name, source };
        self.count += 1;
    }
}
