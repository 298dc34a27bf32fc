//! Quick entry: one line of words and short marks that makes a touchpoint.

use std::ops::Range;

use super::text::fold;
use super::{Emotion, Intent, Kind, Line, Name, TextError, Touchpoint, TouchpointId, channel, number};

/// What one line of quick entry says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The words that are no marks.
    pub name: String,
    pub kind: Option<Kind>,
    pub intent: Option<Intent>,
    pub channel: Option<Line>,
    pub reach: Option<u64>,
    pub emotion: Option<Emotion>,
    pub critical: bool,
}

/// What one word of a line can mean besides being a word.
pub(super) enum Mark {
    Kind(Kind),
    Intent(Intent),
    Channel(Line),
    Reach(u64),
    Emotion(Emotion),
    Critical,
}

impl Entry {
    /// Reads a line; a word that looks like a mark but is not understood stays in the name.
    pub fn parse(line: &str) -> Entry {
        let mut entry = Entry::default();
        for word in words(line) {
            let word = &line[word];
            match Mark::read(word) {
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

    /// Words of the name that look like marks but are none.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        self.name.split(' ').filter(|word| *word == "=" || (word.len() > 1 && word.starts_with(['#', '=', '@'])))
    }

    /// The kind and intent that the channel suggests where none is written.
    pub fn suggestion(&self) -> (Option<Kind>, Option<Intent>) {
        let Some(channel) = self.channel.as_deref().and_then(channel::known) else {
            return (None, None);
        };
        (Some(channel.kind).filter(|_| self.kind.is_none()), channel.intent.filter(|_| self.intent.is_none()))
    }

    /// The touchpoint that the line describes, with what its channel suggests.
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
}

/// The words of the kinds: the English ones, then the Spanish ones.
pub const KINDS: [(&str, Kind); 6] = [
    ("online", Kind::Online),
    ("offline", Kind::Offline),
    ("product", Kind::Product),
    ("enlinea", Kind::Online),
    ("fueradelinea", Kind::Offline),
    ("producto", Kind::Product),
];

/// The words of the intents, likewise.
pub const INTENTS: [(&str, Intent); 4] = [
    ("intentional", Intent::Intentional),
    ("unintentional", Intent::Unintentional),
    ("intencional", Intent::Intentional),
    ("nointencional", Intent::Unintentional),
];

impl Mark {
    /// Reads a word; none when it is no mark.
    pub(super) fn read(word: &str) -> Option<Mark> {
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

    /// The tag of which `start` is an unambiguous beginning, in English or Spanish.
    fn tag(start: &str) -> Option<Mark> {
        if start.is_empty() {
            return None;
        }
        let kind = only(KINDS.into_iter().filter(|(tag, _)| tag.starts_with(start)).map(|(_, kind)| kind));
        let intent = only(INTENTS.into_iter().filter(|(tag, _)| tag.starts_with(start)).map(|(_, intent)| intent));
        match (kind, intent) {
            (Some(kind), None) => Some(Mark::Kind(kind)),
            (None, Some(intent)) => Some(Mark::Intent(intent)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }
}

/// The one value that all items are, if there is any.
pub(super) fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// The words of a line; `@"…"` is one word, blanks and all.
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

/// The channel being typed at a position of the line: where its mark stands, and what is typed of it.
pub fn channel_at(line: &str, position: usize) -> Option<(Range<usize>, &str)> {
    // A quotation that is still open takes in all that is behind it.
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

/// How a channel is written in a line of quick entry.
pub fn mark_for_channel(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("@\"{name}\"") } else { format!("@{name}") }
}
