//! The value of a field out of a value of JSON.

use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::cell;
use super::value_fault::{JsonType, ValueFault};
use super::vocabulary::Vocabulary;
use crate::map::field::Value;
use crate::map::number::NumberError;
use crate::map::{Emotion, Line, Name, Notes};

/// Reads a value of the same sort as `sort` out of a value of JSON; null is what nobody knows.
pub fn value(sort: &Value, raw: &RawValue, words: &Vocabulary) -> Result<Value, ValueFault> {
    let json: Json = serde_json::from_str(raw.get()).map_err(|_| ValueFault::JsonType(JsonType::Text))?;
    if json.is_null() {
        return cell::value(sort, "", words);
    }
    Ok(match sort {
        Value::Name(_) => Value::Name(Name::new(text(&json)?)?),
        Value::Line(_) => Value::Line(Line::optional(text(&json)?)?),
        Value::Notes(_) => Value::Notes(Notes::optional(text(&json)?)?),
        Value::Lines(_) => {
            let lines: Result<Vec<_>, ValueFault> =
                texts(&json)?.into_iter().map(|text| Ok(Line::optional(text)?)).collect();
            Value::Lines(lines?.into_iter().flatten().collect())
        }
        Value::Rules(_) => {
            let mut rules =
                texts(&json)?.into_iter().map(|key| words.rule(key)).collect::<Result<Vec<_>, ValueFault>>()?;
            rules.sort_unstable();
            rules.dedup();
            Value::Rules(rules)
        }
        Value::Reach(_) => Value::Reach(Some(whole(&json)?)),
        Value::Votes(_) => Value::Votes(whole(&json)?),
        Value::Emotion(_) => Value::Emotion(Some(json.as_i64().and_then(Emotion::new).ok_or(ValueFault::Emotion)?)),
        Value::Flag(_) => Value::Flag(json.as_bool().ok_or(ValueFault::JsonType(JsonType::Flag))?),
        Value::Kind(_) | Value::Intent(_) | Value::Contact(_) | Value::Agent(_) | Value::Evidence(_) => {
            cell::value(sort, text(&json)?, words)?
        }
    })
}

/// The largest number up to which fractions of 64 bits hold every whole number, 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn text(json: &Json) -> Result<&str, ValueFault> {
    json.as_str().ok_or(ValueFault::JsonType(JsonType::Text))
}

fn texts(json: &Json) -> Result<Vec<&str>, ValueFault> {
    let texts = json.as_array().map(|list| list.iter().map(Json::as_str).collect::<Option<Vec<_>>>());
    texts.flatten().ok_or(ValueFault::JsonType(JsonType::Texts))
}

fn whole(json: &Json) -> Result<u64, ValueFault> {
    if let Some(number) = json.as_u64() {
        return Ok(number);
    }
    let number = json.as_f64().ok_or(ValueFault::JsonType(JsonType::Number))?;
    if number.fract() == 0.0 && (0.0..=EXACT).contains(&number) {
        return Ok(number as u64);
    }
    Err(ValueFault::Number(if number < 0.0 {
        NumberError::Negative
    } else if number.fract() == 0.0 {
        NumberError::TooLarge
    } else {
        NumberError::NotWhole
    }))
}
