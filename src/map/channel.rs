//! Known channels, found by any of their names.

use super::catalogue::CATALOGUE;
use super::channel_names::stem;
use super::text::fold;
use super::{Intent, Kind};

/// A medium through which customers meet a company, with what it usually means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The name in English.
    pub en: &'static str,
    /// The name in Spanish.
    pub es: &'static str,
    /// The kind of touchpoint that it suggests.
    pub kind: Kind,
    /// The intent that it suggests, where it is mostly the one or the other.
    pub intent: Option<Intent>,
    /// Other usual names, in both languages.
    pub spellings: &'static [&'static str],
}

impl Channel {
    /// All names of the channel.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.en, self.es].into_iter().chain(self.spellings.iter().copied())
    }
}

/// The channel that a text names, whatever its case, accents and plural.
pub fn known(text: &str) -> Option<&'static Channel> {
    let wanted = singular(&fold(text));
    if wanted.is_empty() {
        return None;
    }
    CATALOGUE.iter().find(|channel| channel.names().any(|name| singular(&fold(name)) == wanted))
}

/// The channels of which a name begins like `start`, or has a word that does, with the name to write.
///
/// Names that begin so come first; a channel's Spanish or English own name, as asked, before its other names.
pub fn completions(start: &str, spanish: bool) -> Vec<(&'static str, &'static Channel)> {
    let start = fold(start);
    let rank = |name: &str| {
        let name = fold(name);
        let in_word = || name.split([' ', '-']).any(|word| word.starts_with(&start)).then_some(1);
        if name.starts_with(&start) { Some(0) } else { in_word() }
    };
    let mut found: Vec<(u8, &'static str, &'static Channel)> = CATALOGUE
        .iter()
        .filter_map(|channel| {
            let own = if spanish { channel.es } else { channel.en };
            let others =
                channel.names().filter_map(|name| rank(name).map(|rank| (rank, name))).min_by_key(|each| each.0);
            // A name of the other language only when nothing of one's own begins so.
            let (rank, name) = rank(own).map(|rank| (rank, own)).or(others.map(|(rank, name)| (rank + 2, name)))?;
            Some((rank, name, channel))
        })
        .collect();
    found.sort_by_key(|&(rank, _, _)| rank);
    found.into_iter().map(|(_, name, channel)| (name, channel)).collect()
}

/// Takes the plural's ending off each word and reads hyphens as blanks.
fn singular(folded: &str) -> String {
    let words = folded.split([' ', '-']).filter(|word| !word.is_empty());
    words.map(stem).collect::<Vec<_>>().join(" ")
}
