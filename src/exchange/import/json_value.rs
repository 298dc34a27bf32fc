//! Reads a JSON value as the value of a field.

use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::cell;
use super::value_fault::{JsonType, ValueFault};
use super::vocabulary::Vocabulary;
use crate::map::field::{Type, Value};
use crate::map::number::NumberError;
use crate::map::{Emotion, Line};

/// Reads a JSON value as a value of a field of type `kind`. Null leaves the field unset.
pub fn value(kind: Type, raw: &RawValue, words: &Vocabulary) -> Result<Value, ValueFault> {
    let json: Json = serde_json::from_str(raw.get()).map_err(|_| ValueFault::JsonType(JsonType::Text))?;
    if json.is_null() {
        return cell::value(kind, "", words);
    }
    Ok(match kind {
        Type::Name | Type::Line | Type::Notes | Type::Choice(_) | Type::Date => cell::value(kind, text(&json)?, words)?,
        Type::Lines => {
            let lines: Result<Vec<_>, _> = texts(&json)?.into_iter().map(Line::optional).collect();
            Value::Lines(lines?.into_iter().flatten().collect())
        }
        Type::Rules => cell::rules(texts(&json)?.into_iter(), words)?,
        Type::Count => Value::Count(Some(whole(&json)?)),
        Type::Votes => Value::Votes(whole(&json)?),
        Type::Emotion => Value::Emotion(Some(json.as_i64().and_then(Emotion::new).ok_or(ValueFault::Emotion)?)),
        Type::Flag => Value::Flag(json.as_bool().ok_or(ValueFault::JsonType(JsonType::Flag))?),
    })
}

/// The largest number up to which an `f64` holds every whole number, 2⁵³.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

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
    if number.fract() == 0.0 && (0.0..=MAX_EXACT).contains(&number) {
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
