//! The inventory: one row for each touchpoint, over any number of maps.

use crate::lang::Lang;
use crate::map::step::steps;
use crate::map::{Agent, Contact, Evidence, Header, Intent, JourneyMap, Kind, Line, Phase, Touchpoint, TouchpointId};

/// What stands for standard input or standard output where a file is named.
pub const STREAM: &str = "-";

/// A touchpoint with all that its row in an inventory says.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The file that the map came from, as its reader calls it, or [`STREAM`].
    pub file: &'a str,
    pub header: &'a Header,
    pub phase: Phase,
    /// Position in the phase, from 1.
    pub order: usize,
    /// Position of the touchpoint's step in the phase, from 1.
    pub step: usize,
    pub touchpoint: &'a Touchpoint,
}

/// The rows of a map, in the journey's order.
pub fn rows<'a>(file: &'a str, map: &'a JourneyMap) -> impl Iterator<Item = Row<'a>> {
    let header = &**map.header();
    Phase::ALL.into_iter().flat_map(move |phase| {
        let touchpoints = map.phase(phase);
        steps(touchpoints).enumerate().flat_map(move |(step, rows)| {
            rows.map(move |row| Row {
                file,
                header,
                phase,
                order: row + 1,
                step: step + 1,
                touchpoint: &touchpoints[row],
            })
        })
    })
}

/// What stands in one cell of an inventory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Unknown,
    Text(&'a str),
    /// One of the program's own words or signs, which no spreadsheet computes.
    Word(Word),
    Id(TouchpointId),
    Whole(u64),
    /// A whole number that may be negative.
    Signed(i8),
    Flag(bool),
    List(&'a [Line]),
}

/// One of the program's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// [`STREAM`] in the place of a file.
    Stream,
    Phase(Phase),
    Kind(Kind),
    Intent(Intent),
    Contact(Contact),
    Agent(Agent),
    Evidence(Evidence),
}

impl Word {
    /// The word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Word::Stream => STREAM,
            Word::Phase(phase) => phase.key(),
            Word::Kind(kind) => kind.key(),
            Word::Intent(intent) => intent.key(),
            Word::Contact(contact) => contact.key(),
            Word::Agent(agent) => agent.key(),
            Word::Evidence(evidence) => evidence.key(),
        }
    }
}

/// Every word in the reader's language, looked up once for all rows.
pub struct Words(Vec<(Word, String)>);

impl Words {
    /// The words of a language.
    pub fn new(lang: &Lang) -> Words {
        let mut words = vec![(Word::Stream, STREAM.to_owned())];
        words.extend(Phase::ALL.map(|phase| (Word::Phase(phase), lang.phase(phase))));
        words.extend(Kind::ALL.map(|kind| (Word::Kind(kind), lang.kind(kind).to_owned())));
        words.extend(Intent::ALL.map(|intent| (Word::Intent(intent), lang.intent(intent).to_owned())));
        words.extend(Contact::ALL.map(|contact| (Word::Contact(contact), lang.contact(contact))));
        words.extend(Agent::ALL.map(|agent| (Word::Agent(agent), lang.agent(agent))));
        words.extend(Evidence::ALL.map(|evidence| (Word::Evidence(evidence), lang.evidence(evidence))));
        Words(words)
    }

    /// What a word is called.
    pub fn of(&self, word: Word) -> &str {
        self.0.iter().find(|(each, _)| *each == word).map_or(word.key(), |(_, said)| said)
    }
}

/// What separates several texts in one cell.
pub const SEPARATOR: char = ';';

/// Several texts in one cell.
pub fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| &**line).collect::<Vec<_>>().join(&format!("{SEPARATOR} "))
}

/// A column of the inventory.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The column's name in machine formats, by which [`Lang::column`] knows its heading.
    pub name: &'static str,
    /// What stands in this column of a row.
    pub cell: for<'a> fn(&Row<'a>) -> Cell<'a>,
}

macro_rules! columns {
    ($($name:literal: $cell:expr,)*) => { &[$(Column { name: $name, cell: $cell }),*] };
}

/// The columns, in the order in which every format has them.
pub const COLUMNS: &[Column] = columns! {
    "map": |row| Cell::Text(&row.header.title),
    "file": |row| if row.file == STREAM { Cell::Word(Word::Stream) } else { Cell::Text(row.file) },
    "id": |row| Cell::Id(row.touchpoint.id),
    "order": |row| Cell::Whole(row.order as u64),
    "phase": |row| Cell::Word(Word::Phase(row.phase)),
    "step": |row| Cell::Whole(row.step as u64),
    "touchpoint": |row| Cell::Text(&row.touchpoint.name),
    "kind": |row| word(row.touchpoint.kind.map(Word::Kind)),
    "intent": |row| word(row.touchpoint.intent.map(Word::Intent)),
    "channel": |row| line(&row.touchpoint.channel),
    "context": |row| line(&row.touchpoint.context),
    "need": |row| line(&row.touchpoint.need),
    "value": |row| line(&row.touchpoint.value),
    "contact": |row| word(row.touchpoint.contact.map(Word::Contact)),
    "agent": |row| word(row.touchpoint.agent.map(Word::Agent)),
    "actors": |row| Cell::List(&row.touchpoint.actors),
    "emotion": |row| row.touchpoint.emotion.map_or(Cell::Unknown, |emotion| Cell::Signed(emotion.value())),
    "critical": |row| Cell::Flag(row.touchpoint.critical),
    "reach": |row| row.touchpoint.reach.map_or(Cell::Unknown, Cell::Whole),
    "unit": |row| line(&row.header.unit),
    "period": |row| line(&row.header.period),
    "evidence": |row| Cell::Word(Word::Evidence(row.touchpoint.evidence)),
    "pain": |row| line(&row.touchpoint.pain),
    "action": |row| line(&row.touchpoint.action),
    "owner": |row| line(&row.touchpoint.owner),
    "kpi": |row| line(&row.touchpoint.kpi),
    "votes": |row| Cell::Whole(row.touchpoint.votes),
    "notes": |row| text(row.touchpoint.notes.as_deref()),
};

fn word(word: Option<Word>) -> Cell<'static> {
    word.map_or(Cell::Unknown, Cell::Word)
}

fn text(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Unknown, Cell::Text)
}

fn line(line: &Option<Line>) -> Cell<'_> {
    text(line.as_deref())
}
