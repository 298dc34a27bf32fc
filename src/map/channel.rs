//! Finds a known channel by any of its names, and completes a name that is being typed.

mod bare_name;
mod bare_name_words;
mod catalogue;
mod stem;

pub use bare_name::BareNameDetector;
pub use catalogue::{CATALOGUE, Channel};

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::fold;
use stem::stem;

/// Returns the channel with this name; case, accents, hyphens and plural endings do not matter.
pub fn known(name: &str) -> Option<&'static Channel> {
    let wanted = normalized(&fold(name));
    // The first channel with a name wins, as in the catalogue.
    static BY_NAME: LazyLock<HashMap<String, &'static Channel>> = LazyLock::new(|| {
        let each = CATALOGUE.iter().rev().flat_map(|channel| channel.names().map(move |name| (name, channel)));
        each.map(|(name, channel)| (normalized(&fold(name)), channel)).collect()
    });
    BY_NAME.get(&wanted).copied()
}

/// Returns the channels that have a name, or a word in a name, that begins with `start`, each with the name to insert.
///
/// Names that begin with `start` come before names that contain such a word. A channel's main name in the language of
/// the interface wins over all its other names.
pub fn completions(start: &str, spanish: bool) -> Vec<(&'static str, &'static Channel)> {
    static FOLDED: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
        let names = CATALOGUE.iter().flat_map(Channel::names);
        names.map(|name| (name, fold(name))).collect()
    });
    let start = fold(start);
    let rank = |name: &str| {
        let name = &FOLDED[name];
        let in_word = || name.split([' ', '-']).any(|word| word.starts_with(&start)).then_some(1);
        if name.starts_with(&start) { Some(0) } else { in_word() }
    };
    let mut found: Vec<(u8, &'static str, &'static Channel)> = CATALOGUE
        .iter()
        .filter_map(|channel| {
            let main = if spanish { channel.es } else { channel.en };
            let others =
                channel.names().filter_map(|name| rank(name).map(|rank| (rank, name))).min_by_key(|each| each.0);
            // Other names, also those in the other language, rank below every main name.
            let (rank, name) = rank(main).map(|rank| (rank, main)).or(others.map(|(rank, name)| (rank + 2, name)))?;
            Some((rank, name, channel))
        })
        .collect();
    found.sort_by_key(|&(rank, _, _)| rank);
    found.into_iter().map(|(_, name, channel)| (name, channel)).collect()
}

/// Returns a folded name with its words stemmed and hyphens as blanks.
fn normalized(folded: &str) -> String {
    let words = folded.split([' ', '-']).filter(|word| !word.is_empty());
    words.map(stem).collect::<Vec<_>>().join(" ")
}
