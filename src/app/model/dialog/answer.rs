//! Answers in a form: what was typed or picked in a field so far, and the field's value that it makes.

use crokey::KeyCombination;
use crossterm::event::KeyCode;
use ratatui_textarea::{CursorMove, TextArea};

use crate::app::model::dialog::notes_keys;
use crate::app::model::line;
use crate::app::model::line::{LineInput, TooLong};
use crate::lang::Lang;
use crate::map::field::{Type, Value};
use crate::map::number::NumberError;
use crate::map::text::{NOTES_LIMIT, many_lines};
use crate::map::{Choice, ChoiceSet, Emotion, Line, Name, Notes, TextError, number};

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
    /// Returns the option that stands for a value; none if the value is open or is no option.
    fn of(value: &Value) -> Option<PickOption> {
        match value {
            Value::Choice(choice) => choice.map(PickOption::Choice),
            Value::Emotion(emotion) => emotion.map(PickOption::Emotion),
            Value::Flag(flag) => flag.then_some(PickOption::Yes),
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Notes(_)
            | Value::Count(_)
            | Value::Votes(_)
            | Value::Date(_)
            | Value::Rules(_) => None,
        }
    }
}

impl AnswerOptions {
    /// Returns the options of a field of type `kind`; none if its value is typed.
    fn of(kind: Type) -> Option<AnswerOptions> {
        match kind {
            Type::Choice(set) => Some(AnswerOptions::Set(set)),
            Type::Emotion => Some(AnswerOptions::Emotions),
            Type::Flag => Some(AnswerOptions::Yes),
            Type::Name
            | Type::Line
            | Type::Lines
            | Type::Notes
            | Type::Count
            | Type::Votes
            | Type::Date
            | Type::Rules => None,
        }
    }

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
    Date,
}

impl AnswerFault {
    /// Returns the fault as a sentence.
    pub(crate) fn sentence(self, lang: &Lang) -> String {
        match self {
            AnswerFault::Text(fault) => lang.text_fault(fault),
            AnswerFault::Number(fault) => lang.number_fault(fault),
            AnswerFault::Date => lang.date_fault(),
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
        if let Some(options) = AnswerOptions::of(kind) {
            let option = PickOption::of(value);
            let picked = options.all().into_iter().position(|each| Some(each) == option);
            return Answer::Choice { options, picked };
        }
        let text = value.texts();
        match value {
            Value::Notes(_) => {
                let lines = text.concat().split('\n').map(str::to_owned).collect();
                Answer::Notes(Box::new(TextArea::new(lines)))
            }
            Value::Count(count) => Answer::line(&count.map(|count| count.to_string()).unwrap_or_default()),
            Value::Votes(votes) => Answer::line(&votes.to_string()),
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Date(_)
            | Value::Choice(_)
            | Value::Emotion(_)
            | Value::Flag(_)
            | Value::Rules(_) => Answer::line(&text.join("; ")),
        }
    }

    fn line(text: &str) -> Answer {
        Answer::Line(LineInput::new(text))
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
            Type::Date => Value::Date(filled.map(|text| text.parse().map_err(|_| AnswerFault::Date)).transpose()?),
            Type::Choice(set) => {
                let picked = if let Some(PickOption::Choice(choice)) = self.picked() { Some(choice) } else { None };
                Value::Choice(picked.or(set.default()))
            }
            Type::Emotion => Value::Emotion(if let Some(PickOption::Emotion(emotion)) = self.picked() {
                Some(emotion)
            } else {
                None
            }),
            Type::Flag => Value::Flag(self.picked() == Some(PickOption::Yes)),
            Type::Rules => Value::Rules(Vec::new()),
        })
    }

    /// Returns the option that is picked; none for a text.
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
    pub(crate) fn same(&self, other: &Answer) -> bool {
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

    /// Moves the cursor to a line, after its first `before` characters.
    pub fn place(&mut self, line: usize, before: usize) {
        let cell = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        match self {
            Answer::Line(input) => input.place(before),
            Answer::Choice { .. } => {}
            Answer::Notes(notes) => notes.move_cursor(CursorMove::Jump(cell(line), cell(before))),
        }
    }

    /// Picks the next or the previous option. Between the last and the first nothing is picked, unless one is required.
    pub(crate) fn turn(&mut self, forward: bool) {
        if let Answer::Choice { options, picked } = self {
            let none = usize::from(!options.is_required());
            let count = options.all().len() + none;
            // A required answer of several touchpoints with different values has no option picked yet.
            let now = picked.map_or(if none == 0 && forward { count - 1 } else { 0 }, |nth| nth + none);
            let next = if forward { now + 1 } else { now + count - 1 } % count;
            *picked = next.checked_sub(none);
        }
    }

    /// Inserts pasted text at the cursor. A text that is too long is refused as a whole.
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
