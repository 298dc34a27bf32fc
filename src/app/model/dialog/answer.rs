//! Answers in a form: what was typed or picked in a field so far, and the field's value that it makes.

use crokey::KeyCombination;
use crossterm::event::KeyCode;
use ratatui_textarea::{CursorMove, TextArea};

use crate::app::model::dialog::notes_keys;
use crate::app::model::line;
use crate::app::model::line::{LineInput, TooLong};
use crate::app::model::neighbour::Neighbour;
use crate::lang::Lang;
use crate::map::date::DateFault;
use crate::map::field::{Type, Value};
use crate::map::number::NumberError;
use crate::map::text::{NOTES_LIMIT, many_lines};
use crate::map::{Choice, ChoiceSet, Date, Emotion, Line, Name, Notes, TextError, number};

/// The options of a field, of which one is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerOptions {
    Set(ChoiceSet),
    Emotions,
    /// Yes, or nothing.
    Yes,
}

/// One of the options of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PickOption {
    Choice(Choice),
    Emotion(Emotion),
    Yes,
}

impl PickOption {
    /// Returns the value of a field in which the option is picked.
    fn value(self) -> Value {
        match self {
            PickOption::Choice(choice) => Value::Choice(Some(choice)),
            PickOption::Emotion(emotion) => Value::Emotion(Some(emotion)),
            PickOption::Yes => Value::Flag(true),
        }
    }
}

impl AnswerOptions {
    /// Returns all options, in their order.
    pub(crate) fn all(self) -> Vec<PickOption> {
        match self {
            AnswerOptions::Set(set) => set.choices().into_iter().map(PickOption::Choice).collect(),
            AnswerOptions::Emotions => Emotion::ALL.map(PickOption::Emotion).into(),
            AnswerOptions::Yes => vec![PickOption::Yes],
        }
    }

    /// True if one option is always picked.
    pub(crate) fn is_required(self) -> bool {
        match self {
            AnswerOptions::Set(set) => set.default().is_some(),
            AnswerOptions::Emotions | AnswerOptions::Yes => false,
        }
    }
}

/// The answer in a field.
#[derive(Clone, Debug)]
pub enum Answer {
    Line(LineInput),
    Choice { options: AnswerOptions, picked: Option<usize> },
    Notes(Box<TextArea<'static>>),
}

/// Why an answer is not a value of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    Text(TextError),
    Number(NumberError),
    Date(DateFault),
}

impl AnswerFault {
    /// Returns the fault as a sentence.
    pub(crate) fn sentence(self, lang: &Lang) -> String {
        match self {
            AnswerFault::Text(fault) => lang.text_fault(fault),
            AnswerFault::Number(fault) => lang.number_fault(fault),
            AnswerFault::Date(DateFault::NotADate) => lang.date_fault(),
            AnswerFault::Date(DateFault::EitherOrder) => lang.date_order_fault(),
        }
    }
}

impl From<TextError> for AnswerFault {
    fn from(fault: TextError) -> AnswerFault {
        AnswerFault::Text(fault)
    }
}

impl From<NumberError> for AnswerFault {
    fn from(fault: NumberError) -> AnswerFault {
        AnswerFault::Number(fault)
    }
}

impl Answer {
    /// Creates the answer that stands for a value of a field of type `kind`.
    pub fn of(kind: Type, value: &Value) -> Answer {
        match kind {
            Type::Choice(set) => Answer::choice(AnswerOptions::Set(set), value),
            Type::Emotion => Answer::choice(AnswerOptions::Emotions, value),
            Type::Flag => Answer::choice(AnswerOptions::Yes, value),
            Type::Notes => {
                let lines = value.texts().concat().split('\n').map(str::to_owned).collect();
                Answer::Notes(Box::new(TextArea::new(lines)))
            }
            Type::Name | Type::Line | Type::Lines | Type::Count | Type::Votes | Type::Date | Type::Rules => {
                Answer::Line(LineInput::new(&typed_text(value)))
            }
        }
    }

    /// Creates a choice in which the option with that value is picked.
    fn choice(options: AnswerOptions, value: &Value) -> Answer {
        let picked = options.all().into_iter().position(|option| option.value() == *value);
        Answer::Choice { options, picked }
    }

    /// Reads the answer as a value of a field of type `kind`.
    pub fn value(&self, kind: Type) -> Result<Value, AnswerFault> {
        let text = self.text();
        let filled = Some(text.trim()).filter(|text| !text.is_empty());
        Ok(match kind {
            Type::Name => Value::Name(Name::new(&text)?),
            Type::Line => Value::Line(Line::optional(&text)?),
            Type::Lines => {
                let lines: Result<Vec<_>, _> = text.split(';').map(Line::optional).collect();
                Value::Lines(lines?.into_iter().flatten().collect())
            }
            Type::Notes => Value::Notes(Notes::optional(&text)?),
            Type::Count => Value::Count(filled.map(number::parse).transpose()?),
            Type::Votes => Value::Votes(filled.map(number::parse).transpose()?.unwrap_or_default()),
            Type::Date => Value::Date(filled.map(|text| Date::typed(text).map_err(AnswerFault::Date)).transpose()?),
            Type::Choice(set) => self.picked().map_or(Value::Choice(set.default()), PickOption::value),
            Type::Emotion => self.picked().map_or(Value::Emotion(None), PickOption::value),
            Type::Flag => self.picked().map_or(Value::Flag(false), PickOption::value),
            Type::Rules => Value::Rules(Vec::new()),
        })
    }

    /// Returns the picked option; `None` for a text.
    fn picked(&self) -> Option<PickOption> {
        match self {
            Answer::Choice { options, picked } => picked.and_then(|nth| options.all().get(nth).copied()),
            Answer::Line(_) | Answer::Notes(_) => None,
        }
    }

    /// Returns the text; empty for a choice.
    pub fn text(&self) -> String {
        match self {
            Answer::Line(line) => line.text().to_owned(),
            Answer::Choice { .. } => String::new(),
            Answer::Notes(area) => area.lines().join("\n"),
        }
    }

    /// Returns an empty answer of the same kind.
    pub(crate) fn emptied(&self) -> Answer {
        match self {
            Answer::Line(_) => Answer::Line(LineInput::default()),
            Answer::Choice { options, .. } => Answer::Choice { options: *options, picked: None },
            Answer::Notes(_) => Answer::Notes(Box::default()),
        }
    }

    /// True if nothing is typed or picked.
    pub(crate) fn is_blank(&self) -> bool {
        let picks = matches!(self, Answer::Choice { picked: Some(_), .. });
        !picks && self.text().trim().is_empty()
    }

    /// True if the key deletes something in an answer of this kind.
    pub(crate) fn deletes(&self, key: KeyCombination) -> bool {
        match self {
            Answer::Line(_) | Answer::Notes(_) => line::deletes(key),
            Answer::Choice { options, .. } => {
                let is_none = matches!(key.codes.first(), KeyCode::Backspace | KeyCode::Delete | KeyCode::Char('0'));
                is_none && !options.is_required()
            }
        }
    }

    /// True if both answers have the same text and the same option.
    pub(crate) fn is_same(&self, other: &Answer) -> bool {
        let picked = |answer: &Answer| match answer {
            Answer::Choice { picked, .. } => *picked,
            Answer::Line(_) | Answer::Notes(_) => None,
        };
        picked(self) == picked(other) && self.text() == other.text()
    }

    /// Handles a key that types, edits or picks. Returns false if the key does nothing here.
    pub(crate) fn press(&mut self, key: KeyCombination) -> bool {
        match self {
            Answer::Line(line) => line.press(key),
            Answer::Choice { options, .. } => {
                let nth = match (key.as_letter(), key.codes.first()) {
                    (Some('0'), _) | (_, KeyCode::Backspace | KeyCode::Delete) if !options.is_required() => None,
                    (Some(digit @ '1'..='9'), _) => Some(digit as usize - '1' as usize),
                    _ => return false,
                };
                self.pick(nth)
            }
            Answer::Notes(area) => notes_keys::press(area, key),
        }
    }

    /// Picks an option or none; picking the picked option again clears it. Returns false if there is no such option.
    pub(crate) fn pick(&mut self, nth: Option<usize>) -> bool {
        let Answer::Choice { options, picked } = self else { return false };
        let is_there = nth.is_none_or(|nth| nth < options.all().len());
        if is_there {
            *picked = if *picked == nth && !options.is_required() { None } else { nth };
        }
        is_there
    }

    /// Places the cursor in a line, after its first `before` characters.
    pub(crate) fn place_cursor(&mut self, line: usize, before: usize) {
        let cell = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        match self {
            Answer::Line(input) => input.place_cursor(before),
            Answer::Choice { .. } => {}
            Answer::Notes(notes) => notes.move_cursor(CursorMove::Jump(cell(line), cell(before))),
        }
    }

    /// Picks the next or the previous option. Between the last and the first nothing is picked, unless one is required.
    pub(crate) fn pick_neighbour(&mut self, which: Neighbour) {
        let Answer::Choice { options, picked } = self else { return };
        let none = usize::from(!options.is_required());
        let count = options.all().len() + none;
        let next = match (which, *picked) {
            (Neighbour::Next, Some(nth)) => nth + none + 1,
            (Neighbour::Previous, Some(nth)) => nth + none + count - 1,
            // A required answer of several touchpoints may also have no option picked yet.
            (Neighbour::Next, None) => none,
            (Neighbour::Previous, None) => count - 1,
        };
        *picked = (next % count).checked_sub(none);
    }

    /// Inserts pasted text at the cursor. A text that is too long is not inserted at all.
    pub(crate) fn paste(&mut self, text: &str) -> Result<(), TooLong> {
        match self {
            Answer::Line(line) => line.insert(text),
            Answer::Choice { .. } => Ok(()),
            Answer::Notes(area) => {
                let text = many_lines(text);
                let found =
                    area.lines().iter().map(|line| line.chars().count() + 1).sum::<usize>() + text.chars().count();
                if found > 2 * NOTES_LIMIT {
                    return Err(TooLong { found });
                }
                area.insert_str(text);
                Ok(())
            }
        }
    }
}

/// Returns a value as it is typed.
fn typed_text(value: &Value) -> String {
    if let Value::Count(Some(count)) | Value::Votes(count) = value {
        return count.to_string();
    }
    value.texts().join("; ")
}
