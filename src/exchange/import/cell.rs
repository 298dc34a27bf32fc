//! Reads a cell of a table as the value of a field.

use super::number;
use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use crate::exchange::inventory::SEPARATOR;
use crate::map::field::{Type, Value};
use crate::map::{Emotion, Line, Name, Notes, TextError};

/// Reads the text of a cell as a value of a field of type `kind`. An empty cell leaves the field unset.
pub fn value(kind: Type, cell: &str, words: &Vocabulary) -> Result<Value, ValueFault> {
    let word = Some(cell.trim()).filter(|word| !word.is_empty());
    Ok(match kind {
        Type::Name => Value::Name(Name::new(cell)?),
        Type::Line => Value::Line(Line::optional(cell)?),
        Type::Notes => Value::Notes(Notes::optional(cell)?),
        Type::Lines => Value::Lines(split(cell)?),
        Type::Count => Value::Count(word.map(number::parse).transpose()?),
        Type::Votes => Value::Votes(word.map(number::parse).transpose()?.unwrap_or_default()),
        Type::Choice(set) => Value::Choice(word.map(|word| words.choice(set, word)).transpose()?.or(set.default())),
        Type::Emotion => Value::Emotion(word.map(|word| emotion(word, words)).transpose()?),
        Type::Flag => Value::Flag(word.map(|word| words.flag(word)).transpose()?.unwrap_or_default()),
        Type::Date => Value::Date(word.map(|word| word.parse().map_err(|_| ValueFault::Date)).transpose()?),
        Type::Rules => rules(cell.split(SEPARATOR).map(str::trim).filter(|key| !key.is_empty()), words)?,
    })
}

/// Reads rules by their names, and sorts them.
pub(crate) fn rules<'a>(keys: impl Iterator<Item = &'a str>, words: &Vocabulary) -> Result<Value, ValueFault> {
    let mut rules = keys.map(|key| words.rule(key)).collect::<Result<Vec<_>, _>>()?;
    rules.sort_unstable();
    rules.dedup();
    Ok(Value::Rules(rules))
}

/// Splits a cell into the texts of a list: one a line, or with semicolons between them.
pub(crate) fn split(cell: &str) -> Result<Vec<Line>, TextError> {
    let separator = if cell.trim().contains('\n') { '\n' } else { SEPARATOR };
    let lines: Result<Vec<_>, _> = cell.split(separator).map(Line::optional).collect();
    Ok(lines?.into_iter().flatten().collect())
}

/// Reads an emotion, which is written as a number with or without a sign, as a word or as a face.
fn emotion(word: &str, words: &Vocabulary) -> Result<Emotion, ValueFault> {
    let sign = if word.starts_with(['-', '−', '–']) { -1 } else { 1 };
    let digits = word.trim_start_matches(['-', '−', '–', '+']);
    let number = number::parse(digits).ok().and_then(|number| i64::try_from(number).ok());
    number.and_then(|number| Emotion::new(sign * number)).or_else(|| words.emotion(word)).ok_or(ValueFault::Emotion)
}
