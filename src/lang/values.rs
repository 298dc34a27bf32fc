//! What a field holds, in the user's words.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::field::Value;
use crate::map::text::one_line;
use crate::map::width::{cut, width};

/// What stands for what nobody knows.
const UNKNOWN: &str = "—";
/// The most cells of a value that is shown beside others.
const SHORT: usize = 48;
/// How much is shown of what two long texts begin with alike.
const ALIKE: usize = 12;

impl Lang {
    /// What a field holds, in full and on one line.
    pub fn value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(text) => self.quoted(&text),
            None => self.word_of(value),
        }
    }

    /// What a field holds, shortened where it is long.
    pub fn short_value(&self, value: &Value) -> String {
        match self.text_of(value) {
            Some(text) => self.quoted(&cut(&text, SHORT)),
            None => self.word_of(value),
        }
    }

    /// Two values of a field beside each other, shortened so that it shows what differs.
    pub(super) fn short_values(&self, one: &Value, other: &Value) -> (String, String) {
        let (Some(one_text), Some(other_text)) = (self.text_of(one), self.text_of(other)) else {
            return (self.short_value(one), self.short_value(other));
        };
        let alike = alike(&one_text, &other_text);
        let skipped = alike.checked_sub(ALIKE).filter(|_| width(&one_text).max(width(&other_text)) > SHORT);
        let shown = |text: &str| match skipped {
            Some(skipped) if skipped > 0 => {
                let rest: String = text.chars().skip(skipped).collect();
                self.quoted(&cut(&format!("…{rest}"), SHORT))
            }
            Some(_) | None => self.quoted(&cut(text, SHORT)),
        };
        (shown(&one_text), shown(&other_text))
    }

    /// What a field holds, in full and without quotes; none where nothing is known or given.
    pub fn plain_value(&self, value: &Value) -> Option<String> {
        match value {
            Value::Flag(false) | Value::Votes(0) => None,
            Value::Notes(notes) => notes.as_ref().map(ToString::to_string),
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Rules(_)
            | Value::Reach(_)
            | Value::Votes(_)
            | Value::Kind(_)
            | Value::Intent(_)
            | Value::Contact(_)
            | Value::Agent(_)
            | Value::Emotion(_)
            | Value::Evidence(_)
            | Value::Flag(_) => {
                self.text_of(value).or_else(|| Some(self.word_of(value)).filter(|word| word != UNKNOWN))
            }
        }
    }

    fn quoted(&self, text: &str) -> String {
        fl!(self.loader, "value-text", text = text)
    }

    /// The text that a field holds, on one line; none where it holds something else or nothing.
    fn text_of(&self, value: &Value) -> Option<String> {
        match value {
            Value::Name(name) => Some(name.to_string()),
            Value::Line(line) => line.as_ref().map(ToString::to_string),
            Value::Lines(lines) if lines.is_empty() => None,
            Value::Lines(lines) => Some(lines.iter().map(|line| &**line).collect::<Vec<_>>().join("; ")),
            Value::Notes(notes) => notes.as_ref().map(|notes| one_line(notes).into_owned()),
            Value::Rules(rules) if rules.is_empty() => None,
            Value::Rules(rules) => Some(rules.iter().map(|&rule| self.rule(rule)).collect::<Vec<_>>().join("; ")),
            Value::Reach(_)
            | Value::Votes(_)
            | Value::Kind(_)
            | Value::Intent(_)
            | Value::Contact(_)
            | Value::Agent(_)
            | Value::Emotion(_)
            | Value::Evidence(_)
            | Value::Flag(_) => None,
        }
    }

    fn word_of(&self, value: &Value) -> String {
        let word = match value {
            Value::Name(_) | Value::Line(_) | Value::Lines(_) | Value::Notes(_) | Value::Rules(_) => None,
            Value::Reach(reach) => reach.map(|reach| self.number(reach.into())),
            Value::Votes(votes) => Some(self.number((*votes).into())),
            Value::Kind(kind) => kind.map(|kind| self.kind(kind).to_owned()),
            Value::Intent(intent) => intent.map(|intent| self.intent(intent).to_owned()),
            Value::Contact(contact) => contact.map(|contact| self.contact(contact)),
            Value::Agent(agent) => agent.map(|agent| self.agent(agent)),
            Value::Emotion(emotion) => emotion.map(|emotion| self.emotion(emotion)),
            Value::Evidence(evidence) => Some(self.evidence(*evidence)),
            Value::Flag(true) => Some(self.yes()),
            Value::Flag(false) => Some(fl!(self.loader, "no")),
        };
        word.unwrap_or_else(|| UNKNOWN.to_owned())
    }
}

/// How many characters two texts begin with alike.
fn alike(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}
