//! The values of fields as text.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::field::Value;
use crate::map::text::one_line;
use crate::map::width::{cut, width};

/// The sign for an unknown value.
const UNKNOWN: &str = "—";
/// The largest width of a value beside others, in cells.
const SHORT_WIDTH: usize = 48;
/// How many characters of a common beginning are kept when two long texts are shortened.
const KEPT_PREFIX: usize = 12;

messages! {
    yes() = "yes";
    no() = "no";
}

impl Lang {
    /// Returns a value in full, on one line.
    pub fn value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(text) => self.quoted(&text),
            None => self.word_of(value),
        }
    }

    /// Returns a value, shortened if it is long.
    pub(crate) fn short_value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(text) => self.quoted(&cut(&text, SHORT_WIDTH)),
            None => self.word_of(value),
        }
    }

    /// Returns two values of a field, shortened so that their difference is visible.
    pub(super) fn short_values(&self, one: &Value, other: &Value) -> (String, String) {
        let (Some(one_text), Some(other_text)) = (self.text_of(one), self.text_of(other)) else {
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
        match value {
            Value::Flag(false) | Value::Votes(0) => None,
            Value::Notes(notes) => notes.as_ref().map(ToString::to_string),
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Rules(_)
            | Value::Count(_)
            | Value::Votes(_)
            | Value::Choice(_)
            | Value::Emotion(_)
            | Value::Date(_)
            | Value::Flag(_) => {
                self.text_of(value).or_else(|| Some(self.word_of(value)).filter(|word| word != UNKNOWN))
            }
        }
    }

    fn quoted(&self, text: &str) -> String {
        fl!(self.loader, "value-text", text = text)
    }

    /// Returns the text of a value on one line, or `None` if it is not a text or empty.
    fn text_of(&self, value: &Value) -> Option<String> {
        match value {
            Value::Name(name) => Some(name.to_string()),
            Value::Line(line) => line.as_ref().map(ToString::to_string),
            Value::Lines(lines) if lines.is_empty() => None,
            Value::Lines(lines) => Some(lines.iter().map(|line| &**line).collect::<Vec<_>>().join("; ")),
            Value::Notes(notes) => notes.as_ref().map(|notes| one_line(notes).into_owned()),
            Value::Rules(rules) if rules.is_empty() => None,
            Value::Rules(rules) => Some(rules.iter().map(|&rule| self.rule(rule)).collect::<Vec<_>>().join("; ")),
            Value::Count(_)
            | Value::Votes(_)
            | Value::Choice(_)
            | Value::Emotion(_)
            | Value::Date(_)
            | Value::Flag(_) => None,
        }
    }

    fn word_of(&self, value: &Value) -> String {
        let word = match value {
            Value::Name(_) | Value::Line(_) | Value::Lines(_) | Value::Notes(_) | Value::Rules(_) => None,
            Value::Count(count) => count.map(|count| self.number(count.into())),
            Value::Votes(votes) => Some(self.number((*votes).into())),
            Value::Choice(choice) => choice.map(|choice| self.choice(choice)),
            Value::Emotion(emotion) => emotion.map(|emotion| self.emotion(emotion)),
            Value::Date(date) => date.map(|date| date.to_string()),
            Value::Flag(true) => Some(self.yes()),
            Value::Flag(false) => Some(self.no()),
        };
        word.unwrap_or_else(|| UNKNOWN.to_owned())
    }
}

/// Counts the characters at the beginning of two texts that are the same.
fn common_prefix(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}
