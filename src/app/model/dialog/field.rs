//! The fields of forms: what each holds, and where its answer goes.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use ratatui_textarea::{CursorMove, TextArea};
use tui_input::InputRequest;

use crate::app::model::line;
use crate::app::model::line::{LineInput, TooLong};
use crate::map::number::NumberError;
use crate::map::text::{NOTES_LIMIT, is_dropped, many_lines};
use crate::map::{
    Agent, Contact, Emotion, Evidence, Header, Intent, Kind, Line, Name, Notes, TextError, Touchpoint, number,
};

/// A part of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Everyday,
    Customer,
    Company,
    Workshop,
    Journey,
    Counting,
}

impl Group {
    /// The group's name in the words of the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Group::Everyday => "everyday",
            Group::Customer => "customer",
            Group::Company => "company",
            Group::Workshop => "workshop",
            Group::Journey => "journey",
            Group::Counting => "counting",
        }
    }
}

/// Where the answer of a field goes.
pub enum Slot<'a> {
    Name(&'a mut Name),
    Line(&'a mut Option<Line>),
    Lines(&'a mut Vec<Line>),
    Reach(&'a mut Option<u64>),
    Votes(&'a mut u64),
    Kind(&'a mut Option<Kind>),
    Intent(&'a mut Option<Intent>),
    Contact(&'a mut Option<Contact>),
    Agent(&'a mut Option<Agent>),
    Emotion(&'a mut Option<Emotion>),
    Evidence(&'a mut Evidence),
    Flag(&'a mut bool),
    Notes(&'a mut Option<Notes>),
}

/// One field of a form about an `S`.
pub struct Field<S> {
    /// The field's name in the file and in the words of the interface.
    pub key: &'static str,
    pub group: Group,
    pub slot: fn(&mut S) -> Slot<'_>,
}

const fn field<S>(group: Group, key: &'static str, slot: fn(&mut S) -> Slot<'_>) -> Field<S> {
    Field { key, group, slot }
}

/// The fields of a touchpoint, everyday ones first.
pub const TOUCHPOINT: &[Field<Touchpoint>] = &[
    field(Group::Everyday, "name", |t| Slot::Name(&mut t.name)),
    field(Group::Everyday, "kind", |t| Slot::Kind(&mut t.kind)),
    field(Group::Everyday, "intent", |t| Slot::Intent(&mut t.intent)),
    field(Group::Everyday, "channel", |t| Slot::Line(&mut t.channel)),
    field(Group::Everyday, "reach", |t| Slot::Reach(&mut t.reach)),
    field(Group::Everyday, "evidence", |t| Slot::Evidence(&mut t.evidence)),
    field(Group::Everyday, "emotion", |t| Slot::Emotion(&mut t.emotion)),
    field(Group::Everyday, "critical", |t| Slot::Flag(&mut t.critical)),
    field(Group::Customer, "context", |t| Slot::Line(&mut t.context)),
    field(Group::Customer, "need", |t| Slot::Line(&mut t.need)),
    field(Group::Customer, "value", |t| Slot::Line(&mut t.value)),
    field(Group::Customer, "pain", |t| Slot::Line(&mut t.pain)),
    field(Group::Customer, "with_previous", |t| Slot::Flag(&mut t.with_previous)),
    field(Group::Company, "contact", |t| Slot::Contact(&mut t.contact)),
    field(Group::Company, "agent", |t| Slot::Agent(&mut t.agent)),
    field(Group::Company, "actors", |t| Slot::Lines(&mut t.actors)),
    field(Group::Company, "action", |t| Slot::Line(&mut t.action)),
    field(Group::Company, "owner", |t| Slot::Line(&mut t.owner)),
    field(Group::Company, "kpi", |t| Slot::Line(&mut t.kpi)),
    field(Group::Workshop, "votes", |t| Slot::Votes(&mut t.votes)),
    field(Group::Workshop, "notes", |t| Slot::Notes(&mut t.notes)),
];

/// The fields of the map itself.
pub const HEADER: &[Field<Header>] = &[
    field(Group::Journey, "title", |h| Slot::Name(&mut h.title)),
    field(Group::Journey, "persona", |h| Slot::Line(&mut h.persona)),
    field(Group::Journey, "scenario", |h| Slot::Line(&mut h.scenario)),
    field(Group::Journey, "goal", |h| Slot::Line(&mut h.goal)),
    field(Group::Journey, "company", |h| Slot::Line(&mut h.company)),
    field(Group::Counting, "unit", |h| Slot::Line(&mut h.unit)),
    field(Group::Counting, "period", |h| Slot::Line(&mut h.period)),
    field(Group::Counting, "objectives", |h| Slot::Lines(&mut h.objectives)),
    field(Group::Workshop, "notes", |h| Slot::Notes(&mut h.notes)),
];

/// A set of words to pick one from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    Kind,
    Intent,
    Contact,
    Agent,
    Emotion,
    Evidence,
    Yes,
}

impl Choices {
    /// How many there are to pick from.
    pub const fn count(self) -> usize {
        match self {
            Choices::Kind => Kind::ALL.len(),
            Choices::Intent => Intent::ALL.len(),
            Choices::Contact => Contact::ALL.len(),
            Choices::Agent => Agent::ALL.len(),
            Choices::Emotion => Emotion::ALL.len(),
            Choices::Evidence => Evidence::ALL.len(),
            Choices::Yes => 1,
        }
    }

    /// Whether one is always picked.
    pub const fn is_required(self) -> bool {
        matches!(self, Choices::Evidence)
    }
}

/// What is answered in a field so far.
#[derive(Clone, Debug)]
pub enum Answer {
    Line(LineInput),
    Choice { choices: Choices, picked: Option<usize> },
    Notes(Box<TextArea<'static>>),
}

/// Why an answer cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    Text(TextError),
    Number(NumberError),
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

fn position<T: PartialEq>(all: &[T], value: Option<T>) -> Option<usize> {
    value.and_then(|value| all.iter().position(|each| *each == value))
}

impl Slot<'_> {
    /// The answer that is in the slot now.
    pub fn answer(&self) -> Answer {
        let line = |text: &str| Answer::Line(LineInput::new(text));
        let choice = |choices, picked| Answer::Choice { choices, picked };
        match self {
            Slot::Name(name) => line(name),
            Slot::Line(text) => line(text.as_deref().unwrap_or_default()),
            Slot::Lines(lines) => line(&lines.iter().map(|each| &**each).collect::<Vec<_>>().join("; ")),
            Slot::Reach(reach) => line(&reach.map(|reach| reach.to_string()).unwrap_or_default()),
            Slot::Votes(votes) => line(&votes.to_string()),
            Slot::Kind(kind) => choice(Choices::Kind, position(&Kind::ALL, **kind)),
            Slot::Intent(intent) => choice(Choices::Intent, position(&Intent::ALL, **intent)),
            Slot::Contact(contact) => choice(Choices::Contact, position(&Contact::ALL, **contact)),
            Slot::Agent(agent) => choice(Choices::Agent, position(&Agent::ALL, **agent)),
            Slot::Emotion(emotion) => choice(Choices::Emotion, position(&Emotion::ALL, **emotion)),
            Slot::Evidence(evidence) => choice(Choices::Evidence, position(&Evidence::ALL, Some(**evidence))),
            Slot::Flag(flag) => choice(Choices::Yes, flag.then_some(0)),
            Slot::Notes(notes) => {
                let lines = notes.as_deref().unwrap_or_default().split('\n').map(str::to_owned).collect();
                Answer::Notes(Box::new(TextArea::new(lines)))
            }
        }
    }

    /// Puts an answer into the slot, or says why it cannot be taken.
    pub fn take(self, answer: &Answer) -> Result<(), AnswerFault> {
        let text = answer.text();
        match self {
            Slot::Name(name) => *name = Name::new(&text)?,
            Slot::Line(line) => *line = Line::optional(&text)?,
            Slot::Lines(lines) => {
                let read: Result<Vec<_>, _> = text.split(';').map(Line::optional).collect();
                *lines = read?.into_iter().flatten().collect();
            }
            Slot::Reach(reach) if text.trim().is_empty() => *reach = None,
            Slot::Reach(reach) => *reach = Some(number::parse(&text)?),
            Slot::Votes(votes) if text.trim().is_empty() => *votes = 0,
            Slot::Votes(votes) => *votes = number::parse(&text)?,
            Slot::Kind(kind) => *kind = answer.picked_of(&Kind::ALL),
            Slot::Intent(intent) => *intent = answer.picked_of(&Intent::ALL),
            Slot::Contact(contact) => *contact = answer.picked_of(&Contact::ALL),
            Slot::Agent(agent) => *agent = answer.picked_of(&Agent::ALL),
            Slot::Emotion(emotion) => *emotion = answer.picked_of(&Emotion::ALL),
            Slot::Evidence(evidence) => *evidence = answer.picked_of(&Evidence::ALL).unwrap_or_default(),
            Slot::Flag(flag) => *flag = answer.picked_of(&[true]).unwrap_or_default(),
            Slot::Notes(notes) => *notes = Notes::optional(&text)?,
        }
        Ok(())
    }
}

impl Answer {
    /// What is written; nothing for a choice.
    pub fn text(&self) -> String {
        match self {
            Answer::Line(line) => line.text().to_owned(),
            Answer::Choice { .. } => String::new(),
            Answer::Notes(area) => area.lines().join("\n"),
        }
    }

    /// An answer of the same sort that says nothing.
    pub fn emptied(&self) -> Answer {
        match self {
            Answer::Line(_) => Answer::Line(LineInput::default()),
            Answer::Choice { choices, .. } => Answer::Choice { choices: *choices, picked: None },
            Answer::Notes(_) => Answer::Notes(Box::default()),
        }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        let picks = matches!(self, Answer::Choice { picked: Some(_), .. });
        !picks && self.text().trim().is_empty()
    }

    /// Whether a key takes something out of an answer of this sort.
    pub(crate) fn deletes(&self, key: KeyCombination) -> bool {
        match self {
            Answer::Line(_) | Answer::Notes(_) => line::deletes(key),
            Answer::Choice { choices, .. } => {
                let is_none = matches!(key.codes.first(), KeyCode::Backspace | KeyCode::Delete | KeyCode::Char('0'));
                is_none && !choices.is_required()
            }
        }
    }

    fn picked_of<T: Copy>(&self, all: &[T]) -> Option<T> {
        match self {
            Answer::Choice { picked, .. } => picked.and_then(|nth| all.get(nth).copied()),
            Answer::Line(_) | Answer::Notes(_) => None,
        }
    }

    /// Whether two answers to the same field say the same.
    pub fn same(&self, other: &Answer) -> bool {
        let picked = |answer: &Answer| match answer {
            Answer::Choice { picked, .. } => *picked,
            Answer::Line(_) | Answer::Notes(_) => None,
        };
        picked(self) == picked(other) && self.text() == other.text()
    }

    /// Takes a key that types, edits or picks; false when the key means nothing here.
    pub fn press(&mut self, key: KeyCombination) -> bool {
        match self {
            Answer::Line(line) => line.press(key),
            Answer::Choice { choices, .. } => {
                let nth = match (key.as_letter(), key.codes.first()) {
                    (Some('0'), _) | (_, KeyCode::Backspace | KeyCode::Delete) if !choices.is_required() => None,
                    (Some(digit @ '1'..='9'), _) => Some(digit as usize - '1' as usize),
                    _ => return false,
                };
                self.pick(nth)
            }
            Answer::Notes(area) => edit(area, key),
        }
    }

    /// Picks a choice, or none; the one that is picked already is taken back. False where there is no such choice.
    pub fn pick(&mut self, nth: Option<usize>) -> bool {
        let Answer::Choice { choices, picked } = self else { return false };
        let is_there = nth.is_none_or(|nth| nth < choices.count());
        if is_there {
            *picked = if *picked == nth && !choices.is_required() { None } else { nth };
        }
        is_there
    }

    /// Puts the cursor into a line, behind so many of its characters.
    pub fn place(&mut self, line: usize, before: usize) {
        let cell = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        match self {
            Answer::Line(input) => input.place(before),
            Answer::Choice { .. } => {}
            Answer::Notes(notes) => notes.move_cursor(CursorMove::Jump(cell(line), cell(before))),
        }
    }

    /// Goes to the next choice, or the one before; through none where that is allowed.
    pub fn turn(&mut self, forward: bool) {
        if let Answer::Choice { choices, picked } = self {
            let none = usize::from(!choices.is_required());
            let count = choices.count() + none;
            // Where several values stand for a required answer, none is picked yet.
            let now = picked.map_or(if none == 0 && forward { count - 1 } else { 0 }, |nth| nth + none);
            let next = if forward { now + 1 } else { now + count - 1 } % count;
            *picked = next.checked_sub(none);
        }
    }

    /// Puts pasted text in at the cursor; too much is refused whole.
    pub fn paste(&mut self, text: &str) -> Result<(), TooLong> {
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

/// Takes a key that types or edits notes, with the keys of a line and those that go from line to line.
fn edit(notes: &mut TextArea<'_>, key: KeyCombination) -> bool {
    let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match (key.codes.first(), line::request(key)) {
        (KeyCode::Enter, _) if plain => notes.insert_newline(),
        (KeyCode::Up, _) if notes.cursor().0 > 0 => notes.move_cursor(CursorMove::Up),
        (KeyCode::Down, _) if notes.cursor().0 + 1 < notes.lines().len() => notes.move_cursor(CursorMove::Down),
        (_, Some(request)) => carry_out(notes, request),
        (_, None) => return false,
    }
    true
}

fn carry_out(notes: &mut TextArea<'_>, request: InputRequest) {
    match request {
        InputRequest::InsertChar(c) if is_dropped(c) => {}
        InputRequest::InsertChar(c) => notes.insert_char(c),
        InputRequest::GoToPrevChar => notes.move_cursor(CursorMove::Back),
        InputRequest::GoToNextChar => notes.move_cursor(CursorMove::Forward),
        InputRequest::GoToPrevWord => notes.move_cursor(CursorMove::WordBack),
        InputRequest::GoToNextWord => notes.move_cursor(CursorMove::WordForward),
        InputRequest::GoToStart => notes.move_cursor(CursorMove::Head),
        InputRequest::GoToEnd => notes.move_cursor(CursorMove::End),
        InputRequest::DeletePrevChar => drop(notes.delete_char()),
        InputRequest::DeleteNextChar => drop(notes.delete_next_char()),
        InputRequest::DeletePrevWord => drop(notes.delete_word()),
        InputRequest::DeleteNextWord => drop(notes.delete_next_word()),
        InputRequest::DeleteTillEnd => drop(notes.delete_line_by_end()),
        InputRequest::DeleteFromStart | InputRequest::DeleteLine => drop(notes.delete_line_by_head()),
        InputRequest::Yank => drop(notes.paste()),
        InputRequest::SetCursor(_) => {}
    }
}
