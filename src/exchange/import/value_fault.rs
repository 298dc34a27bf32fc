//! What is wrong with one value of another format.

use super::quote::quoted;
use crate::lang::Lang;
use crate::map::TextError;
use crate::map::number::NumberError;

/// Why a value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ValueFault {
    Text(TextError),
    Number(NumberError),
    /// It is none of the known words; they are in the user's language, `near` is the one most like it.
    Word {
        known: Vec<String>,
        near: Option<String>,
    },
    /// The phase is missing; the known phases are in the user's language.
    NoPhase(Vec<String>),
    /// It is no whole number from −2 to 2.
    Emotion,
    /// It is no date of the calendar.
    Date,
    /// It is no id: not 8 characters of the alphabet of ids.
    Id,
    /// It is JSON of another type than this one.
    JsonType(JsonType),
}

/// The type that a JSON value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
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
    /// Returns the fault as a sentence that names the field and quotes the value.
    pub fn message(&self, field: &str, found: &str, lang: &Lang) -> String {
        let found = quoted(found);
        let reason = match self {
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
            ValueFault::JsonType(needed) => {
                let needed = match needed {
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
        lang.import_field(field, &reason)
    }
}
