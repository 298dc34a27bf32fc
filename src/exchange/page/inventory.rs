//! The inventory of the page: a row for each touchpoint, ready to be sorted and filtered.

use std::borrow::Cow;

use super::board::PhaseColumn;
use super::words::{PageWords, emotion_index};
use crate::lang::Lang;
use crate::map::field::{Field, PageColumn, TOUCHPOINT, Type, Value, ordered_by};
use crate::map::{Choice, Intent, Kind, Phase, Touchpoint};

/// A column after those of step, name and phase.
#[derive(Clone, Copy)]
pub(crate) struct TouchpointColumn {
    field: &'static Field<Touchpoint>,
    /// The field's key, by which a link sorts the column.
    pub key: &'static str,
    /// The class of the style sheet. Columns of the class `extra` are not printed.
    pub class: &'static str,
}

/// The words for cells.
#[derive(Clone, Copy)]
pub(crate) struct CellWords<'a> {
    pub lang: &'a Lang,
    pub words: &'a PageWords,
}

/// The row of a touchpoint.
pub(crate) struct TouchpointRow<'a> {
    pub phase: Phase,
    /// Position in the journey, from 1.
    pub order: usize,
    /// Position of its step.
    pub position: usize,
    pub touchpoint: &'a Touchpoint,
}

/// The text of a cell, and its rank if it is not sorted by its text.
pub(crate) struct TouchpointCell<'a> {
    pub text: Cow<'a, str>,
    pub rank: Option<u64>,
}

impl TouchpointRow<'_> {
    /// Returns the key of its kind, or `none`.
    pub fn kind(&self) -> &'static str {
        self.touchpoint.kind.map_or("none", Kind::key)
    }

    /// Returns the key of its intent, or `none`.
    pub fn intent(&self) -> &'static str {
        self.touchpoint.intent.map_or("none", Intent::key)
    }
}

/// Returns the columns after those of step, name and phase.
pub(crate) fn columns() -> Vec<TouchpointColumn> {
    let column = |field: &'static Field<Touchpoint>| {
        let is_number = matches!(field.kind, Type::Count | Type::Votes);
        let class = match field.page {
            Some(PageColumn::Unprinted) => "extra",
            Some(PageColumn::First | PageColumn::Second) | None if is_number => "number",
            Some(PageColumn::First | PageColumn::Second) | None => "",
        };
        TouchpointColumn { field, key: field.key, class }
    };
    ordered_by(TOUCHPOINT, |field| field.page).into_iter().map(column).collect()
}

impl TouchpointColumn {
    /// Returns the cell of this column in the row of a touchpoint.
    pub fn cell<'a>(&self, touchpoint: &Touchpoint, cell_words: &CellWords<'a>) -> TouchpointCell<'a> {
        let (lang, words) = (cell_words.lang, cell_words.words);
        match self.field.get(touchpoint) {
            Value::Choice(Some(Choice::Evidence(_))) if touchpoint.reach.is_none() => TouchpointCell::empty(),
            Value::Choice(Some(choice)) => {
                TouchpointCell { text: Cow::Borrowed(words.choice(choice)), rank: rank(choice) }
            }
            Value::Choice(None) | Value::Emotion(None) | Value::Count(None) | Value::Votes(0) => {
                TouchpointCell::empty()
            }
            Value::Emotion(Some(emotion)) => TouchpointCell::ranked(
                format!("{} {}", emotion.face(), words.emotion(emotion)),
                emotion_index(emotion) as u64,
            ),
            Value::Flag(flag) => TouchpointCell { text: Cow::Borrowed(if flag { &words.yes } else { "" }), rank: None },
            Value::Count(Some(count)) => TouchpointCell::number(count, lang),
            Value::Votes(votes) => TouchpointCell::number(votes, lang),
            value @ (Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Notes(_)
            | Value::Date(_)
            | Value::Rules(_)) => TouchpointCell::text(lang.plain_value(&value).unwrap_or_default()),
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

impl<'a> TouchpointCell<'a> {
    fn empty() -> TouchpointCell<'a> {
        TouchpointCell::text(String::new())
    }

    /// Returns a cell that is sorted by its text.
    fn text(text: String) -> TouchpointCell<'a> {
        TouchpointCell { text: Cow::Owned(text), rank: None }
    }

    fn ranked(text: String, rank: u64) -> TouchpointCell<'a> {
        TouchpointCell { text: Cow::Owned(text), rank: Some(rank) }
    }

    fn number(number: u64, lang: &Lang) -> TouchpointCell<'a> {
        TouchpointCell::ranked(lang.number(number.into()), number)
    }
}

/// Returns the rows of all touchpoints, in the order of the journey.
pub fn rows<'a>(columns: &[PhaseColumn<'a>]) -> Vec<TouchpointRow<'a>> {
    let mut rows = Vec::new();
    for column in columns {
        for step in &column.steps {
            let (phase, position) = (column.phase, step.position);
            for card in &step.cards {
                rows.push(TouchpointRow { phase, order: rows.len() + 1, position, touchpoint: card.touchpoint });
            }
        }
    }
    rows
}
