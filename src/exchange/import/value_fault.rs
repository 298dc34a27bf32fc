//! What is wrong with a single value of another format.

use super::quote::quoted;
use crate::lang::Lang;
use crate::map::TextError;
use crate::map::number::NumberError;

/// Why a value cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueFault {
    Text(TextError),
    Number(NumberError),
    /// None of the words that it may be, which are given in the user's language, with the one that is near.
    Word {
        known: Vec<String>,
        near: Option<String>,
    },
    /// No phase is given where one is needed.
    NoPhase(Vec<String>),
    /// Not a whole number from −2 to 2.
    Emotion,
    /// Not a date of the calendar.
    Date,
    /// Not 8 characters of the alphabet of identities.
    Id,
    /// A value of JSON that is of another sort.
    JsonType(JsonType),
}

/// A sort of value in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    Text,
    Texts,
    Number,
    Flag,
    Touchpoint,
    Touchpoints,
}

impl From<TextError> for ValueFault {
    fn from(fault: TextError) -> ValueFault {
        ValueFault::Text(fault)
    }
}

impl From<NumberError> for ValueFault {
    fn from(fault: NumberError) -> ValueFault {
        ValueFault::Number(fault)
    }
}

impl ValueFault {
    /// The fault in a sentence, with the name of the field and what was found there.
    pub fn message(&self, field: &str, found: &str, lang: &Lang) -> String {
        let found = quoted(found);
        let fault = match self {
            ValueFault::Text(fault) => lang.text_fault(*fault),
            ValueFault::Number(fault) => lang.import_found(&found, &lang.number_fault(*fault)),
            ValueFault::Word { known, near } => {
                let words: Vec<&str> = known.iter().map(String::as_str).collect();
                let near = near.as_ref().map(|near| format!("; {}", lang.did_you_mean(near))).unwrap_or_default();
                lang.import_unknown_word(&found, &lang.one_of(&words), &near)
            }
            ValueFault::NoPhase(known) => {
                lang.import_no_phase(&lang.one_of(&known.iter().map(String::as_str).collect::<Vec<_>>()))
            }
            ValueFault::Emotion => lang.import_no_emotion(&found),
            ValueFault::Date => lang.import_no_date(&found),
            ValueFault::Id => lang.import_no_id(&found),
            ValueFault::JsonType(sort) => {
                let needed = match sort {
                    JsonType::Text => lang.import_needs_text(),
                    JsonType::Texts => lang.import_needs_texts(),
                    JsonType::Number => lang.import_needs_number(),
                    JsonType::Flag => lang.import_needs_flag(),
                    JsonType::Touchpoint => lang.import_needs_object(),
                    JsonType::Touchpoints => lang.import_needs_objects(),
                };
                lang.import_found(&found, &needed)
            }
        };
        lang.import_field(field, &fault)
    }
}
