//! The value of a field out of the text of a cell.

use super::number;
use super::value_fault::ValueFault;
use super::vocabulary::Vocabulary;
use crate::exchange::inventory::SEPARATOR;
use crate::map::field::Value;
use crate::map::{Emotion, Line, Name, Notes, TextError};

/// Reads a value of the same sort as `sort` out of a cell; an empty cell is what nobody knows.
pub fn value(sort: &Value, cell: &str, words: &Vocabulary) -> Result<Value, ValueFault> {
    let word = Some(cell.trim()).filter(|word| !word.is_empty());
    Ok(match sort {
        Value::Name(_) => Value::Name(Name::new(cell)?),
        Value::Line(_) => Value::Line(Line::optional(cell)?),
        Value::Notes(_) => Value::Notes(Notes::optional(cell)?),
        Value::Lines(_) => Value::Lines(split(cell)?),
        Value::Reach(_) => Value::Reach(word.map(number::parse).transpose()?),
        Value::Votes(_) => Value::Votes(word.map(number::parse).transpose()?.unwrap_or_default()),
        Value::Kind(_) => Value::Kind(word.map(|word| words.kind(word)).transpose()?),
        Value::Intent(_) => Value::Intent(word.map(|word| words.intent(word)).transpose()?),
        Value::Contact(_) => Value::Contact(word.map(|word| words.contact(word)).transpose()?),
        Value::Agent(_) => Value::Agent(word.map(|word| words.agent(word)).transpose()?),
        Value::Evidence(_) => Value::Evidence(word.map(|word| words.evidence(word)).transpose()?.unwrap_or_default()),
        Value::Emotion(_) => Value::Emotion(word.map(|word| emotion(word, words)).transpose()?),
        Value::Flag(_) => Value::Flag(word.map(|word| words.flag(word)).transpose()?.unwrap_or_default()),
        Value::Rules(_) => {
            let keys = cell.split(SEPARATOR).map(str::trim).filter(|key| !key.is_empty());
            let mut rules = keys.map(|key| words.rule(key)).collect::<Result<Vec<_>, _>>()?;
            rules.sort_unstable();
            rules.dedup();
            Value::Rules(rules)
        }
    })
}

/// The texts of a list in one cell.
pub fn split(cell: &str) -> Result<Vec<Line>, TextError> {
    let lines: Result<Vec<_>, _> = cell.split(SEPARATOR).map(Line::optional).collect();
    Ok(lines?.into_iter().flatten().collect())
}

/// An emotion as a number with or without sign, as a word or as a face.
fn emotion(word: &str, words: &Vocabulary) -> Result<Emotion, ValueFault> {
    let sign = if word.starts_with(['-', '−', '–']) { -1 } else { 1 };
    let digits = word.trim_start_matches(['-', '−', '–', '+']);
    let number = number::parse(digits).ok().and_then(|number| i64::try_from(number).ok());
    number.and_then(|number| Emotion::new(sign * number)).or_else(|| words.emotion(word)).ok_or(ValueFault::Emotion)
}
