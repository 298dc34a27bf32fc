//! The inventory: one row for each touchpoint, over any number of maps.

use crate::map::step::steps;
use crate::map::{Agent, Contact, Header, Intent, JourneyMap, Kind, Line, Phase, Touchpoint, TouchpointId};

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

/// Which rows are wanted; an empty list wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub phases: Vec<Phase>,
    pub kinds: Vec<Kind>,
    pub intents: Vec<Intent>,
}

impl Filter {
    /// Whether a row is wanted; what is not tagged is not, where a tag is asked for.
    pub fn wants(&self, row: &Row) -> bool {
        let tagged = |wanted: bool, all: bool| wanted || all;
        let (kind, intent) = (row.touchpoint.kind, row.touchpoint.intent);
        tagged(self.phases.contains(&row.phase), self.phases.is_empty())
            && tagged(kind.is_some_and(|kind| self.kinds.contains(&kind)), self.kinds.is_empty())
            && tagged(intent.is_some_and(|intent| self.intents.contains(&intent)), self.intents.is_empty())
    }
}

/// What stands in one cell of an inventory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Unknown,
    Text(&'a str),
    /// One of the program's own words or signs, which no spreadsheet computes.
    Word(&'static str),
    Id(TouchpointId),
    Whole(u64),
    /// A whole number that may be negative.
    Signed(i8),
    Flag(bool),
    List(&'a [Line]),
}

/// A column of the inventory.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The column's name in machine formats.
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
    "file": |row| if row.file == STREAM { Cell::Word(STREAM) } else { Cell::Text(row.file) },
    "id": |row| Cell::Id(row.touchpoint.id),
    "order": |row| Cell::Whole(row.order as u64),
    "phase": |row| Cell::Word(row.phase.key()),
    "step": |row| Cell::Whole(row.step as u64),
    "touchpoint": |row| Cell::Text(&row.touchpoint.name),
    "kind": |row| word(row.touchpoint.kind.map(Kind::key)),
    "intent": |row| word(row.touchpoint.intent.map(Intent::key)),
    "channel": |row| line(&row.touchpoint.channel),
    "context": |row| line(&row.touchpoint.context),
    "need": |row| line(&row.touchpoint.need),
    "value": |row| line(&row.touchpoint.value),
    "contact": |row| word(row.touchpoint.contact.map(Contact::key)),
    "agent": |row| word(row.touchpoint.agent.map(Agent::key)),
    "actors": |row| Cell::List(&row.touchpoint.actors),
    "emotion": |row| row.touchpoint.emotion.map_or(Cell::Unknown, |emotion| Cell::Signed(emotion.value())),
    "critical": |row| Cell::Flag(row.touchpoint.critical),
    "reach": |row| row.touchpoint.reach.map_or(Cell::Unknown, Cell::Whole),
    "unit": |row| line(&row.header.unit),
    "period": |row| line(&row.header.period),
    "evidence": |row| Cell::Word(row.touchpoint.evidence.key()),
    "pain": |row| line(&row.touchpoint.pain),
    "action": |row| line(&row.touchpoint.action),
    "owner": |row| line(&row.touchpoint.owner),
    "kpi": |row| line(&row.touchpoint.kpi),
    "votes": |row| Cell::Whole(row.touchpoint.votes),
    "notes": |row| word(row.touchpoint.notes.as_deref()),
};

fn word(word: Option<&str>) -> Cell<'_> {
    word.map_or(Cell::Unknown, Cell::Text)
}

fn line(line: &Option<Line>) -> Cell<'_> {
    word(line.as_deref())
}
