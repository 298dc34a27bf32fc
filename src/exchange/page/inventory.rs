//! The inventory of the page: a row for each touchpoint, ready to be sorted and filtered.

use std::borrow::Cow;

use super::board;
use super::words::{Words, index};
use crate::lang::Lang;
use crate::map::{Intent, Kind, Line, Phase, Touchpoint};

/// A column behind those of step, name and phase.
pub struct Column {
    /// The field's name in the file, by which the column is sorted in a link.
    pub key: &'static str,
    /// The class by which the style sheet knows the column; what is extra is not printed, for the cards say it too.
    pub look: &'static str,
    /// What stands in this column of a touchpoint.
    pub cell: for<'a> fn(&'a Touchpoint, &Said<'a>) -> Cell<'a>,
}

/// The words that cells are made of.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    pub lang: &'a Lang,
    pub words: &'a Words,
}

/// A touchpoint as a row.
pub struct Row<'a> {
    pub phase: Phase,
    /// Position in the journey, from 1.
    pub order: usize,
    /// Position of its step.
    pub position: usize,
    pub touchpoint: &'a Touchpoint,
}

/// What stands in a cell, and by what it is sorted where that is not its text.
pub struct Cell<'a> {
    pub text: Cow<'a, str>,
    pub rank: Option<u64>,
}

impl Row<'_> {
    /// The key of its kind, or of none.
    pub fn kind(&self) -> &'static str {
        self.touchpoint.kind.map_or("none", Kind::key)
    }

    /// The key of its intent, or of none.
    pub fn intent(&self) -> &'static str {
        self.touchpoint.intent.map_or("none", Intent::key)
    }
}

macro_rules! columns {
    ($($key:literal $look:literal: $cell:expr,)*) => { &[$(Column { key: $key, look: $look, cell: $cell }),*] };
}

/// The columns behind those of step, name and phase.
pub const COLUMNS: &[Column] = columns! {
    "kind" "": |each, said| text(each.kind.map_or("", |kind| said.lang.kind(kind))),
    "intent" "": |each, said| text(each.intent.map_or("", |intent| said.lang.intent(intent))),
    "channel" "": |each, _| line(&each.channel),
    "emotion" "": |each, said| match each.emotion {
        Some(emotion) => ranked(format!("{} {}", emotion.face(), said.words.emotion(emotion)), index(emotion) as u64),
        None => text(""),
    },
    "critical" "": |each, said| text(if each.critical { &said.words.yes } else { "" }),
    "reach" "number": |each, said| each.reach.map_or(text(""), |reach| number(reach, said)),
    "evidence" "": |each, said| match each.reach {
        Some(_) => ranked(said.words.evidence(each.evidence).to_owned(), each.evidence as u64),
        None => text(""),
    },
    "need" "": |each, _| line(&each.need),
    "pain" "": |each, _| line(&each.pain),
    "action" "": |each, _| line(&each.action),
    "owner" "": |each, _| line(&each.owner),
    "kpi" "": |each, _| line(&each.kpi),
    "votes" "number": |each, said| if each.votes > 0 { number(each.votes, said) } else { text("") },
    "context" "extra": |each, _| line(&each.context),
    "value" "extra": |each, _| line(&each.value),
    "contact" "extra": |each, said| text(each.contact.map_or("", |contact| said.words.contact(contact))),
    "agent" "extra": |each, said| text(each.agent.map_or("", |agent| said.words.agent(agent))),
    "actors" "extra": |each, _| {
        let actors: Vec<&str> = each.actors.iter().map(|actor| &**actor).collect();
        Cell { text: Cow::Owned(actors.join("; ")), rank: None }
    },
};

/// The rows of all columns of the board, in the journey's order.
pub fn rows<'a>(columns: &[board::Column<'a>]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for column in columns {
        for step in &column.steps {
            let (phase, position) = (column.phase, step.position);
            for card in &step.cards {
                rows.push(Row { phase, order: rows.len() + 1, position, touchpoint: card.touchpoint });
            }
        }
    }
    rows
}

fn text(text: &str) -> Cell<'_> {
    Cell { text: Cow::Borrowed(text), rank: None }
}

fn line(line: &Option<Line>) -> Cell<'_> {
    text(line.as_deref().unwrap_or_default())
}

fn ranked<'a>(text: String, rank: u64) -> Cell<'a> {
    Cell { text: Cow::Owned(text), rank: Some(rank) }
}

fn number<'a>(number: u64, said: &Said<'a>) -> Cell<'a> {
    ranked(said.lang.number(number.into()), number)
}
