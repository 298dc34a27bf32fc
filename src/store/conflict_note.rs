//! The lines that a merge writes into notes for its conflicts: how they end, and how they are read again.

use std::ops::Range;

use super::ron_dialect::options;
use crate::map::conflict::{ConflictKind, ConflictSubject, NOTES_OF_OTHERS, is_conflict_note};
use crate::map::field::serial::read_value;
use crate::map::field::{self, Type, Value};
use crate::map::{Conflict, Edit, Header, JourneyMap, Notes, Phase, Place, Touchpoint, TouchpointId};

/// A conflict that a merge left in notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictNote {
    pub subject: ConflictSubject,
    /// What the two sides did; none if the line does not say: git, a person or an older version of the program wrote it.
    pub kind: Option<ConflictKind>,
    /// The bytes of the notes that belong to it, whole lines.
    range: Range<usize>,
    /// The first of these lines.
    pub line: String,
}

/// Returns what a line about a conflict ends with, so that the program can read it: the value of the other side, as in
/// a map's file.
pub(crate) fn ending(kind: &ConflictKind) -> String {
    let content = match kind {
        ConflictKind::Field { theirs: Value::Notes(Some(theirs)), .. } => {
            format!("lines: {}", theirs.trim_end().lines().count())
        }
        ConflictKind::Field { key, theirs, .. } => {
            format!("{key}: {}", options().to_string(theirs).unwrap_or_default())
        }
        ConflictKind::Phase { theirs, .. } => format!("phase: {}", theirs.phase.key()),
        ConflictKind::DeletedByUs => "deleted: here".to_owned(),
        ConflictKind::DeletedByThem => "deleted: there".to_owned(),
    };
    format!(" [{content}]")
}

/// Returns the conflicts that merges left in the notes of a touchpoint, or of the map itself.
pub fn conflict_notes(map: &JourneyMap, subject: Option<TouchpointId>) -> Vec<ConflictNote> {
    let Some((subject, Some(notes))) = notes_of(map, subject) else { return Vec::new() };
    let mut found = Vec::new();
    let mut end = 0;
    for (start, line) in lines(&notes) {
        if start < end || !is_conflict_note(line) {
            continue;
        }
        let rest = &notes[start + line.len()..];
        let (mut kind, length) = read(map, &subject, line, rest);
        end = start + line.len() + length;
        if let Some(ConflictKind::Field { ours: Value::Notes(ours), .. }) = &mut kind {
            *ours = Notes::new(notes[..start].trim_end()).ok().filter(|notes| !notes.is_empty());
        }
        found.push(ConflictNote { subject: subject.clone(), kind, range: start..end, line: line.to_owned() });
    }
    found
}

impl ConflictNote {
    /// Returns the conflict, if the note says what the two sides did.
    pub fn conflict(&self) -> Option<Conflict> {
        Some(Conflict { subject: self.subject.clone(), kind: self.kind.clone()? })
    }

    /// Returns the same conflict in notes that may have changed since; none if it is gone, or if a side is different now.
    pub fn find_again(&self, map: &JourneyMap) -> Option<ConflictNote> {
        conflict_notes(map, self.id()).into_iter().find(|note| note.line == self.line && note.has_sides_of(self))
    }

    fn has_sides_of(&self, other: &ConflictNote) -> bool {
        match (&self.kind, &other.kind) {
            // The place in the phase does not matter.
            (
                Some(ConflictKind::Phase { ours, theirs }),
                Some(ConflictKind::Phase { ours: other_ours, theirs: other_theirs }),
            ) => (ours.phase, theirs.phase) == (other_ours.phase, other_theirs.phase),
            (kind, other_kind) => kind == other_kind,
        }
    }

    /// Returns the edit that takes our side, which the map has, and removes the note.
    pub fn take_ours(&self, map: &JourneyMap) -> Option<Edit> {
        self.settle(map, |conflict, map| match conflict.kind {
            ConflictKind::DeletedByUs => conflict.resolve_ours(map),
            ConflictKind::Field { .. } | ConflictKind::Phase { .. } | ConflictKind::DeletedByThem => None,
        })
    }

    /// Returns the edit that takes their side and removes the note.
    pub fn take_theirs(&self, map: &JourneyMap) -> Option<Edit> {
        self.settle(map, |conflict, map| conflict.resolve_theirs(map))
    }

    fn settle(&self, map: &JourneyMap, edit: impl Fn(&Conflict, &JourneyMap) -> Option<Edit>) -> Option<Edit> {
        let mut settled = map.clone();
        self.remove_from(&mut settled)?;
        if let Some(edit) = self.conflict().and_then(|conflict| edit(&conflict, &settled)) {
            let replaces_notes = matches!(&self.kind, Some(ConflictKind::Field { theirs: Value::Notes(_), .. }));
            let others = if replaces_notes { conflict_notes_text(&settled, self.id()) } else { String::new() };
            settled.apply(edit).ok()?;
            if !others.is_empty() {
                let (_, notes) = notes_of(&settled, self.id())?;
                let notes = notes.map(|notes| format!("{}\n", notes.trim_end())).unwrap_or_default();
                set_notes(&mut settled, self.id(), Notes::new(&(notes + &others)).ok())?;
            }
        }
        let Some(id) = self.id() else { return Some(Edit::SetHeader(Header::clone(settled.header()))) };
        let (before, after) = (map.find(id)?, settled.find(id));
        match after {
            None => Some(Edit::Delete(vec![id])),
            Some(after) if after.phase == before.phase => {
                Some(Edit::Replace(vec![Touchpoint::clone(settled.touchpoint(id)?)]))
            }
            Some(_) => Some(Edit::ReplaceMap(settled)),
        }
    }

    /// Removes the note's lines from the map.
    fn remove_from(&self, map: &mut JourneyMap) -> Option<()> {
        let (_, notes) = notes_of(map, self.id())?;
        let notes = notes?;
        let (above, below) = (notes.get(..self.range.start)?, notes.get(self.range.end..)?);
        let below = below.strip_prefix('\n').unwrap_or(below);
        let rest = format!("{above}{below}");
        let rest = Notes::new(rest.trim_end()).ok().filter(|notes| !notes.trim().is_empty());
        set_notes(map, self.id(), rest)
    }

    fn id(&self) -> Option<TouchpointId> {
        match self.subject {
            ConflictSubject::Map => None,
            ConflictSubject::Touchpoint { id, .. } => Some(id),
        }
    }
}

/// Returns the lines of all conflicts that the notes hold.
fn conflict_notes_text(map: &JourneyMap, id: Option<TouchpointId>) -> String {
    let Some((_, Some(notes))) = notes_of(map, id) else { return String::new() };
    conflict_notes(map, id).into_iter().map(|note| &notes[note.range]).collect::<Vec<_>>().join("\n")
}

fn notes_of(map: &JourneyMap, id: Option<TouchpointId>) -> Option<(ConflictSubject, Option<Notes>)> {
    let Some(id) = id else { return Some((ConflictSubject::Map, map.header().notes.clone())) };
    let touchpoint = map.touchpoint(id)?;
    Some((ConflictSubject::of(touchpoint), touchpoint.notes.clone()))
}

fn set_notes(map: &mut JourneyMap, id: Option<TouchpointId>, notes: Option<Notes>) -> Option<()> {
    let edit = match id {
        None => Edit::SetHeader(Header { notes, ..Header::clone(map.header()) }),
        Some(id) => Edit::Replace(vec![Touchpoint { notes, ..Touchpoint::clone(map.touchpoint(id)?) }]),
    };
    map.apply(edit).ok().map(drop)
}

/// Returns each line with its first byte.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    })
}

/// Reads what the two sides did from a line, and how many bytes of the rest of the notes belong to it.
fn read(map: &JourneyMap, subject: &ConflictSubject, line: &str, rest: &str) -> (Option<ConflictKind>, usize) {
    let Some(content) = line.strip_suffix(']') else { return (None, 0) };
    // In a quoted text, a bracket is followed by the quotation mark at its end, and cannot be read as a value.
    let endings =
        content.rmatch_indices(" [").filter_map(|(at, bracket)| content[at + bracket.len()..].split_once(": "));
    for (key, value) in endings {
        if NOTES_OF_OTHERS.iter().any(|beginning| line.starts_with(beginning)) && key == "lines" {
            let Ok(count) = value.parse::<usize>() else { continue };
            // If lines are gone, nobody can say which of the others are the user's own.
            let Some(length) = length_of_lines(rest, count) else { return (None, 0) };
            let theirs = Value::Notes(Notes::new(rest[..length].trim_start_matches('\n')).ok());
            return (field_kind(map, subject, "notes", theirs), length);
        }
        if let Some(kind) = read_kind(map, subject, key, value) {
            return (Some(kind), 0);
        }
    }
    (None, 0)
}

/// Returns the length of the next lines, with the line break in front of each; none if there are fewer.
fn length_of_lines(rest: &str, count: usize) -> Option<usize> {
    let mut ends = rest.match_indices('\n').map(|(at, _)| at).skip(1).chain([rest.len()]);
    match count.checked_sub(1) {
        None => Some(0),
        Some(_) if rest.is_empty() => None,
        Some(before_last) => ends.nth(before_last),
    }
}

fn read_kind(map: &JourneyMap, subject: &ConflictSubject, key: &str, value: &str) -> Option<ConflictKind> {
    match (key, value, subject) {
        ("deleted", "here", ConflictSubject::Touchpoint { .. }) => Some(ConflictKind::DeletedByUs),
        ("deleted", "there", ConflictSubject::Touchpoint { .. }) => Some(ConflictKind::DeletedByThem),
        ("phase", phase, ConflictSubject::Touchpoint { id, .. }) => {
            let phase = Phase::ALL.into_iter().find(|each| each.key() == phase)?;
            Some(ConflictKind::Phase { ours: map.find(*id)?, theirs: Place::new(phase, map.phase(phase).len()) })
        }
        (key, value, subject) => {
            let kind = match subject {
                ConflictSubject::Map => field::of_header(key)?.kind,
                ConflictSubject::Touchpoint { .. } => field::of_touchpoint(key)?.kind,
            };
            field_kind(map, subject, key, parse(kind, value)?)
        }
    }
}

/// Returns the conflict between the value that the map has and another one.
fn field_kind(map: &JourneyMap, subject: &ConflictSubject, key: &str, theirs: Value) -> Option<ConflictKind> {
    let (key, ours) = match subject {
        ConflictSubject::Map => field::of_header(key).map(|field| (field.key, field.get(map.header())))?,
        ConflictSubject::Touchpoint { id, .. } => {
            let touchpoint = map.touchpoint(*id)?;
            field::of_touchpoint(key).map(|field| (field.key, field.get(touchpoint)))?
        }
    };
    Some(ConflictKind::Field { key, ours, theirs })
}

fn parse(kind: Type, text: &str) -> Option<Value> {
    let mut deserializer = ron::de::Deserializer::from_str_with_options(text, &options()).ok()?;
    let value = read_value(kind, &mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(value)
}
