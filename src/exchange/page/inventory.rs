//! The inventory of the page: a row for each touchpoint, ready to be sorted and filtered.

use std::borrow::Cow;

use super::board;
use super::words::{Words, index};
use crate::lang::Lang;
use crate::map::field::{Field, PageColumn, TOUCHPOINT, Type, Value, ordered_by};
use crate::map::{Choice, Intent, Kind, Phase, Touchpoint};

/// A column after those of step, name and phase.
#[derive(Clone, Copy)]
pub struct Column {
    field: &'static Field<Touchpoint>,
    /// The field's key, by which a link sorts the column.
    pub key: &'static str,
    /// The class of the style sheet. Columns of the class `extra` are not printed.
    pub look: &'static str,
}

/// The words that cells are made of.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    pub lang: &'a Lang,
    pub words: &'a Words,
}

/// A touchpoint as a row.
pub struct Row<'a> {
    pub phase: Phase,
    /// Position in the journey, from 1.
    pub order: usize,
    /// Position of its step.
    pub position: usize,
    pub touchpoint: &'a Touchpoint,
}

/// What stands in a cell, and by what it is sorted where that is not its text.
pub struct Cell<'a> {
    pub text: Cow<'a, str>,
    pub rank: Option<u64>,
}

impl Row<'_> {
    /// The key of its kind, or of none.
    pub fn kind(&self) -> &'static str {
        self.touchpoint.kind.map_or("none", Kind::key)
    }

    /// The key of its intent, or of none.
    pub fn intent(&self) -> &'static str {
        self.touchpoint.intent.map_or("none", Intent::key)
    }
}

/// Returns the columns after those of step, name and phase.
pub fn columns() -> Vec<Column> {
    let column = |field: &'static Field<Touchpoint>| {
        let is_number = matches!(field.kind, Type::Count | Type::Votes);
        let look = match field.page {
            Some(PageColumn::Unprinted) => "extra",
            Some(PageColumn::First | PageColumn::Second) | None if is_number => "number",
            Some(PageColumn::First | PageColumn::Second) | None => "",
        };
        Column { field, key: field.key, look }
    };
    ordered_by(TOUCHPOINT, |field| field.page).into_iter().map(column).collect()
}

impl Column {
    /// Returns the cell of this column in the row of a touchpoint.
    pub fn cell<'a>(&self, touchpoint: &Touchpoint, said: &Said<'a>) -> Cell<'a> {
        let (lang, words) = (said.lang, said.words);
        match self.field.get(touchpoint) {
            Value::Choice(Some(Choice::Evidence(_))) if touchpoint.reach.is_none() => Cell::text(String::new()),
            Value::Choice(Some(choice)) => Cell { text: Cow::Borrowed(words.choice(choice)), rank: rank(choice) },
            Value::Choice(None) => Cell::text(String::new()),
            Value::Emotion(emotion) => emotion.map_or(Cell::text(String::new()), |emotion| {
                Cell::ranked(format!("{} {}", emotion.face(), words.emotion(emotion)), index(emotion) as u64)
            }),
            Value::Flag(flag) => Cell { text: Cow::Borrowed(if flag { &words.yes } else { "" }), rank: None },
            Value::Count(count) => count.map_or(Cell::text(String::new()), |count| Cell::number(count, lang)),
            Value::Votes(0) => Cell::text(String::new()),
            Value::Votes(votes) => Cell::number(votes, lang),
            value @ (Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Notes(_)
            | Value::Date(_)
            | Value::Rules(_)) => Cell::text(lang.plain_value(&value).unwrap_or_default()),
        }
    }
}

/// Returns the position of a value in a set that is a scale; none in other sets.
fn rank(choice: Choice) -> Option<u64> {
    match choice {
        Choice::Evidence(evidence) => Some(evidence as u64),
        Choice::Effort(effort) => Some(effort as u64),
        Choice::Kind(_) | Choice::Intent(_) | Choice::Contact(_) | Choice::Agent(_) => None,
    }
}

impl<'a> Cell<'a> {
    /// A cell that is sorted by its text.
    fn text(text: String) -> Cell<'a> {
        Cell { text: Cow::Owned(text), rank: None }
    }

    fn ranked(text: String, rank: u64) -> Cell<'a> {
        Cell { text: Cow::Owned(text), rank: Some(rank) }
    }

    fn number(number: u64, lang: &Lang) -> Cell<'a> {
        Cell::ranked(lang.number(number.into()), number)
    }
}

/// The rows of all columns of the board, in the journey's order.
pub fn rows<'a>(columns: &[board::Column<'a>]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for column in columns {
        for step in &column.steps {
            let (phase, position) = (column.phase, step.position);
            for card in &step.cards {
                rows.push(Row { phase, order: rows.len() + 1, position, touchpoint: card.touchpoint });
            }
        }
    }
    rows
}
