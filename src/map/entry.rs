//! Quick entry: a touchpoint typed as one line of words and short marks.

use std::ops::Range;

use super::text::{NAME_LIMIT, cut_at_word, fold};
use super::{Emotion, Intent, Kind, Line, Name, Notes, TextError, Touchpoint, TouchpointId, channel, number};

/// A parsed line of quick entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The words that are not marks.
    pub name: String,
    pub kind: Option<Kind>,
    pub intent: Option<Intent>,
    pub channel: Option<Line>,
    pub reach: Option<u64>,
    pub emotion: Option<Emotion>,
    pub critical: bool,
}

/// The meaning of a word that is a mark.
pub(super) enum Mark {
    Kind(Kind),
    Intent(Intent),
    Channel(Line),
    Reach(u64),
    Emotion(Emotion),
    Critical,
}

impl Entry {
    /// Parses a line; a word that looks like a mark but is not recognized becomes part of the name.
    pub fn parse(line: &str) -> Entry {
        let mut entry = Entry::default();
        for word in words(line) {
            let word = &line[word];
            match Mark::parse(word) {
                Some(Mark::Kind(kind)) => entry.kind = Some(kind),
                Some(Mark::Intent(intent)) => entry.intent = Some(intent),
                Some(Mark::Channel(channel)) => entry.channel = Some(channel),
                Some(Mark::Reach(reach)) => entry.reach = Some(reach),
                Some(Mark::Emotion(emotion)) => entry.emotion = Some(emotion),
                Some(Mark::Critical) => entry.critical = true,
                None => {
                    if !entry.name.is_empty() {
                        entry.name.push(' ');
                    }
                    entry.name.push_str(word);
                }
            }
        }
        entry
    }

    /// Returns true if the line has a mark.
    pub fn has_marks(&self) -> bool {
        let Entry { name: _, kind, intent, channel, reach, emotion, critical } = self;
        let has_tag = kind.is_some() || intent.is_some() || channel.is_some();
        has_tag || reach.is_some() || emotion.is_some() || *critical
    }

    /// Returns the words of the name that look like marks but are not recognized.
    pub fn unrecognized(&self) -> impl Iterator<Item = &str> {
        self.name.split(' ').filter(|word| *word == "=" || (word.len() > 1 && word.starts_with(['#', '=', '@'])))
    }

    /// Returns the kind and the intent that the channel suggests, where the line has none.
    pub fn suggestion(&self) -> (Option<Kind>, Option<Intent>) {
        let Some(channel) = self.channel.as_deref().and_then(channel::known) else {
            return (None, None);
        };
        (Some(channel.kind).filter(|_| self.kind.is_none()), channel.intent.filter(|_| self.intent.is_none()))
    }

    /// Returns the touchpoint that the line describes, with the kind and intent that its channel suggests.
    pub fn touchpoint(&self, id: TouchpointId) -> Result<Touchpoint, TextError> {
        let (kind, intent) = self.suggestion();
        Ok(Touchpoint {
            kind: self.kind.or(kind),
            intent: self.intent.or(intent),
            channel: self.channel.clone(),
            reach: self.reach,
            emotion: self.emotion,
            critical: self.critical,
            ..Touchpoint::new(id, Name::new(&self.name)?)
        })
    }

    /// Returns the same, and whether the name was too long: then its first words are the name, and all of it is in the notes.
    pub fn shortened_touchpoint(&self, id: TouchpointId) -> Result<(Touchpoint, bool), TextError> {
        let Some(name) = cut_at_word(&self.name, NAME_LIMIT) else { return Ok((self.touchpoint(id)?, false)) };
        let notes = Some(Notes::new(&self.name)?);
        let entry = Entry { name, ..self.clone() };
        Ok((Touchpoint { notes, ..entry.touchpoint(id)? }, true))
    }
}

/// The words for the kinds: English, then Spanish.
pub(crate) const KINDS: [(&str, Kind); 6] = [
    ("online", Kind::Online),
    ("offline", Kind::Offline),
    ("product", Kind::Product),
    ("enlinea", Kind::Online),
    ("fueradelinea", Kind::Offline),
    ("producto", Kind::Product),
];

/// The words for the intents: English, then Spanish.
pub(crate) const INTENTS: [(&str, Intent); 4] = [
    ("intentional", Intent::Intentional),
    ("unintentional", Intent::Unintentional),
    ("intencional", Intent::Intentional),
    ("nointencional", Intent::Unintentional),
];

impl Mark {
    /// Parses a word; returns none if it is not a mark.
    pub(super) fn parse(word: &str) -> Option<Mark> {
        if let Some(tag) = word.strip_prefix('#') {
            return Mark::tag(&fold(tag));
        }
        if let Some(channel) = word.strip_prefix('@') {
            let channel = match channel.strip_prefix('"') {
                Some(quoted) => quoted.strip_suffix('"')?,
                None => channel,
            };
            return Line::optional(channel).ok().flatten().map(Mark::Channel);
        }
        if let Some(reach) = word.strip_prefix('=') {
            return number::parse(reach).ok().map(Mark::Reach);
        }
        if word == "!" {
            return Some(Mark::Critical);
        }
        Emotion::ALL.into_iter().find(|emotion| emotion.face() == word).map(Mark::Emotion)
    }

    /// Returns the only kind or intent whose English or Spanish word begins with `start`.
    fn tag(start: &str) -> Option<Mark> {
        if start.is_empty() {
            return None;
        }
        let kind = single(KINDS.into_iter().filter(|(tag, _)| tag.starts_with(start)).map(|(_, kind)| kind));
        let intent = single(INTENTS.into_iter().filter(|(tag, _)| tag.starts_with(start)).map(|(_, intent)| intent));
        match (kind, intent) {
            (Some(kind), None) => Some(Mark::Kind(kind)),
            (None, Some(intent)) => Some(Mark::Intent(intent)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }
}

/// Returns the value that all items have; none if they differ or there are none.
pub(super) fn single<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// Splits a line into words; `@"…"` is one word, with its blanks.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(blanks) = line[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + blanks;
        let rest = &line[start..];
        let quoted = rest.strip_prefix("@\"").and_then(|inside| inside.find('"')).map(|end| end + 3);
        let length = quoted.or_else(|| rest.find(char::is_whitespace)).unwrap_or(rest.len());
        at = start + length;
        words.push(start..at);
    }
    words
}

/// Returns the channel that is being typed at a position of the line: the range of its mark, and the text up to the
/// position.
pub fn channel_at(line: &str, position: usize) -> Option<(Range<usize>, &str)> {
    // A quotation at the position extends to its closing quote.
    let head = line.get(..position)?;
    let open = head.rfind("@\"").filter(|&at| head[..at].is_empty() || head[..at].ends_with(char::is_whitespace));
    if let Some(at) = open.filter(|&at| !head[at + 2..].contains('"')) {
        let closed = line[position..].find('"').map_or(position, |end| position + end + 1);
        return Some((at..closed, &head[at + 2..]));
    }
    let word = words(line).into_iter().find(|word| word.contains(&position) || word.end == position)?;
    let typed = line[word.start..position].strip_prefix('@')?;
    (!typed.contains('"')).then_some((word, typed))
}

/// Returns a channel as it is written in quick entry.
pub fn channel_mark(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("@\"{name}\"") } else { format!("@{name}") }
}
