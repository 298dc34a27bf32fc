//! The values of fields as text.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::field::Value;
use crate::map::text::one_line;
use crate::map::width::{cut, width};

/// The sign for an unknown value.
const UNKNOWN: &str = "—";
/// The maximum width of a value beside others, in cells.
const SHORT_WIDTH: usize = 48;
/// How many characters of a common beginning are kept when two long texts are shortened.
const KEPT_PREFIX: usize = 12;

/// A value as text.
enum ValueText {
    /// Text of the user, which is quoted between other words.
    Free(String),
    /// A word of the interface, a number or a date.
    Word(String),
}

messages! {
    yes() = "yes";
    no() = "no";
}

impl Lang {
    /// Returns a value in full, on one line.
    pub fn value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(ValueText::Free(text)) => self.quoted(&text),
            Some(ValueText::Word(word)) => word,
            None => UNKNOWN.to_owned(),
        }
    }

    /// Returns a value, shortened if it is long.
    pub(crate) fn short_value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(ValueText::Free(text)) => self.quoted(&cut(&text, SHORT_WIDTH)),
            Some(ValueText::Word(word)) => word,
            None => UNKNOWN.to_owned(),
        }
    }

    /// Returns two values of a field, shortened so that their difference is visible.
    pub(super) fn short_values(&self, one: &Value, other: &Value) -> (String, String) {
        let (Some(ValueText::Free(one_text)), Some(ValueText::Free(other_text))) =
            (self.text_of(one), self.text_of(other))
        else {
            return (self.short_value(one), self.short_value(other));
        };
        let common = common_prefix(&one_text, &other_text);
        let skipped =
            common.checked_sub(KEPT_PREFIX).filter(|_| width(&one_text).max(width(&other_text)) > SHORT_WIDTH);
        let shown = |text: &str| match skipped {
            Some(skipped) if skipped > 0 => {
                let rest: String = text.chars().skip(skipped).collect();
                self.quoted(&cut(&format!("…{rest}"), SHORT_WIDTH))
            }
            Some(_) | None => self.quoted(&cut(text, SHORT_WIDTH)),
        };
        (shown(&one_text), shown(&other_text))
    }

    /// Returns a value in full and without quotes, or `None` if it is unknown or empty.
    pub(crate) fn plain_value(&self, value: &Value) -> Option<String> {
        if matches!(value, Value::Flag(false) | Value::Votes(0)) {
            return None;
        }
        if let Value::Notes(notes) = value {
            return notes.as_ref().map(ToString::to_string);
        }
        self.text_of(value).map(|(ValueText::Free(text) | ValueText::Word(text))| text)
    }

    /// True if a value is unknown or empty.
    pub(super) fn is_unset(&self, value: &Value) -> bool {
        self.text_of(value).is_none()
    }

    pub(crate) fn quoted(&self, text: &str) -> String {
        fl!(self.loader, "value-text", text = text)
    }

    /// Returns a value on one line, or `None` if it is unknown or empty.
    fn text_of(&self, value: &Value) -> Option<ValueText> {
        match value {
            Value::Name(name) => Some(ValueText::Free(name.to_string())),
            Value::Line(line) => line.as_ref().map(|line| ValueText::Free(line.to_string())),
            Value::Lines(lines) if lines.is_empty() => None,
            Value::Lines(lines) => {
                Some(ValueText::Free(lines.iter().map(|line| &**line).collect::<Vec<_>>().join("; ")))
            }
            Value::Notes(notes) => notes.as_ref().map(|notes| ValueText::Free(one_line(notes).into_owned())),
            Value::Rules(rules) if rules.is_empty() => None,
            Value::Rules(rules) => {
                Some(ValueText::Free(rules.iter().map(|&rule| self.rule(rule)).collect::<Vec<_>>().join("; ")))
            }
            Value::Count(count) => count.map(|count| ValueText::Word(self.number(count.into()))),
            Value::Votes(votes) => Some(ValueText::Word(self.number((*votes).into()))),
            Value::Choice(choice) => choice.map(|choice| ValueText::Word(self.choice(choice))),
            Value::Emotion(emotion) => emotion.map(|emotion| ValueText::Word(self.emotion(emotion))),
            Value::Date(date) => date.map(|date| ValueText::Word(date.to_string())),
            Value::Flag(true) => Some(ValueText::Word(self.yes())),
            Value::Flag(false) => Some(ValueText::Word(self.no())),
        }
    }
}

/// Counts the characters at the beginning of two texts that are the same.
fn common_prefix(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}
