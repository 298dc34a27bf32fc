//! Recognises touchpoint names that only name a channel, such as "our website", in English and Spanish.

use std::collections::{HashMap, HashSet};

use super::bare_name_words::{
    AMBIGUOUS_NAMES, BRANDS, MEDIA, OTHER_NAMES, OWNERS, ROLES, SPANISH_OWNERS, WORDS_AFTER_BRAND, WORDS_BEFORE_BRAND,
    WordRole,
};
use super::catalogue::CATALOGUE;
use super::stem::stem;
use crate::map::fnv::BuildFnv;
use crate::map::text::fold;

/// The characters that separate the channels of a list.
const SEPARATORS: [char; 17] = [',', ';', ':', '/', '\\', '|', '+', '&', '·', '•', '(', ')', '[', ']', '–', '—', '→'];
/// The most words of one channel, including the words around its name.
const MAX_WORDS: usize = 12;
/// The most words of a bare name that are in no list, such as `Zara` in `the Zara app`.
const MAX_UNKNOWN_WORDS: usize = 2;

/// Names for lookup; each is the concatenation of the stems of its words, without articles.
type KeySet = HashSet<String, BuildFnv>;
type Roles = HashMap<&'static str, WordRole, BuildFnv>;

/// Distinguishes names of channels from sentences about what a customer does. Build it once for many names.
#[derive(Clone, Debug)]
pub struct BareNameDetector {
    names: KeySet,
    /// Names that are also verbs.
    ambiguous_names: KeySet,
    owners: KeySet,
    /// Words that can follow a channel and a preposition.
    places: KeySet,
    media: KeySet,
    /// The stem of every word in these lists.
    words: HashSet<String, BuildFnv>,
    roles: Roles,
}

/// A word of a touchpoint's name.
#[derive(Clone, Debug)]
struct Word {
    stem: String,
    role: Option<WordRole>,
    /// True if the word is in none of the lists.
    is_unknown: bool,
    /// True if the word ends in `'s`.
    is_possessive: bool,
    /// True if the word has several capitals, like `BBVA`.
    has_capitals: bool,
    /// True if the word follows a separator.
    is_after_separator: bool,
}

impl Default for BareNameDetector {
    fn default() -> BareNameDetector {
        BareNameDetector::new()
    }
}

impl BareNameDetector {
    /// Builds a detector from the catalogue and the word lists.
    pub fn new() -> BareNameDetector {
        let roles: Roles = ROLES.iter().flat_map(|(role, words)| words.iter().map(|&word| (word, *role))).collect();
        let key = |name: &str| key(without_articles(&words(name, &roles).collect::<Vec<_>>()));
        let keys = |names: &[&str]| names.iter().map(|name| key(name)).collect::<KeySet>();
        let catalogue = || CATALOGUE.iter().flat_map(|channel| channel.names());

        let mut names: KeySet = catalogue().chain(OTHER_NAMES.iter().chain(BRANDS).copied()).map(key).collect();
        for brand in BRANDS {
            names.extend(WORDS_AFTER_BRAND.iter().map(|word| key(&format!("{brand} {word}"))));
            for word in WORDS_BEFORE_BRAND {
                names.extend([format!("{word} de {brand}"), format!("{word} {brand}")].map(|name| key(&name)));
                if *word != "cuenta" {
                    names.insert(key(&format!("{word} en {brand}")));
                }
            }
        }
        let owners = keys(OWNERS);
        let places = owners.iter().cloned().chain(keys(SPANISH_OWNERS)).collect();
        let (ambiguous_names, media) = (keys(AMBIGUOUS_NAMES), keys(MEDIA));
        let lists = [OTHER_NAMES, BRANDS, WORDS_AFTER_BRAND, WORDS_BEFORE_BRAND, OWNERS, SPANISH_OWNERS, MEDIA];
        let listed = catalogue().chain(lists.into_iter().flatten().copied());
        let words = listed.flat_map(|name| words(name, &roles)).map(|word| word.stem).collect();
        BareNameDetector { names, ambiguous_names, owners, places, media, words, roles }
    }

    /// True if a touchpoint's name only names a channel or several channels.
    ///
    /// Articles, possessives, the owner and the place of a channel make no difference: `our website`, `página web de la
    /// empresa` and `on Instagram` are bare. A word that may say what the customer does makes the name not bare.
    pub fn is_bare(&self, name: &str) -> bool {
        let mut unknown = 0;
        let mut all = Vec::new();
        for mut word in words(name, &self.roles) {
            word.is_unknown =
                word.role.is_none() && !self.words.contains(&word.stem) && !self.names.contains(&word.stem);
            unknown += usize::from(word.is_unknown);
            if unknown > MAX_UNKNOWN_WORDS {
                return false;
            }
            all.push(word);
        }
        !all.is_empty() && (self.is_channel(&all) || self.is_list(&all))
    }

    /// True if everything between separators and conjunctions is a channel.
    fn is_list(&self, words: &[Word]) -> bool {
        let mut found = false;
        let mut start = 0;
        for end in 1..=words.len() {
            if end < words.len() && !words[end].is_after_separator {
                continue;
            }
            let item = &words[start..end];
            start = end;
            if self.is_channel(item) {
                found = true;
                continue;
            }
            for part in item.split(|word| word.role == Some(WordRole::Conjunction)) {
                if self.is_channel(part) {
                    found = true;
                } else if part.iter().any(|word| word.role.is_none()) {
                    return false;
                }
            }
        }
        found
    }

    /// True if the words are one channel, with or without its owner or place.
    fn is_channel(&self, words: &[Word]) -> bool {
        let is_definite =
            words.first().is_some_and(|word| matches!(word.role, Some(WordRole::Article | WordRole::Before)));
        let words: Vec<&Word> = without_articles(words).collect();
        let all_known = !words.iter().any(|word| word.is_unknown);
        words.len() <= MAX_WORDS
            && (all_known && (self.is_name(&words) || self.is_name_at_place(&words))
                || self.is_owned_medium(&words, is_definite))
    }

    /// True if the words are the name of a channel, apart from words at either end that add nothing.
    fn is_name(&self, words: &[&Word]) -> bool {
        let is_before =
            |word: &&&Word| matches!(word.role, Some(WordRole::Before | WordRole::Around | WordRole::Preposition));
        let is_after = |word: &&&Word| matches!(word.role, Some(WordRole::Around | WordRole::After));
        let before = words.iter().take_while(is_before).count();
        let has_owner = words[before..].first().is_some_and(|word| self.owners.contains(&word.stem));
        let after = words.iter().rev().take_while(is_after).count();
        (0..=before).chain(has_owner.then_some(before + 1)).any(|from| {
            (words.len() - after..=words.len()).rev().filter(|&to| from < to).any(|to| {
                let name = key_of(&words[from..to]);
                // `Shops online`, `hotel calls` and `checks out` say what somebody does, though shop, call and
                // checkout are channels.
                let has_two_words = to - from > 1 && words[from].role.is_none();
                let may_be_verb = from > before || to < words.len() || has_two_words;
                let is_verb = may_be_verb && self.ambiguous_names.contains(&name);
                let begins_with_role = from > before && words[from].role.is_some();
                self.names.contains(&name) && !is_verb && !begins_with_role
            })
        })
    }

    /// True if the words are a channel at a place: `caja de la tienda`, `anuncio en la radio`.
    fn is_name_at_place(&self, words: &[&Word]) -> bool {
        // After `with`, the words say what the customer does with somebody.
        let leads_to_place = |at: &usize| {
            let word = words[*at];
            word.role == Some(WordRole::Preposition) && !matches!(word.stem.as_str(), "with" | "con" | "using")
        };
        (1..words.len().saturating_sub(1)).filter(leads_to_place).any(|at| {
            let (channel, place) = (&words[..at], &words[at + 1..]);
            let is_verb = self.ambiguous_names.contains(&key_of(channel));
            let is_place =
                || self.places.contains(&key_of(place)) || self.is_name(place) || self.is_name_at_place(place);
            !is_verb && (self.is_name(channel) || self.is_name_at_place(channel)) && is_place()
        })
    }

    /// True if the words are a medium with an owner who may be in no list: `web de Zara`, `the Zara app`.
    fn is_owned_medium(&self, words: &[&Word], is_definite: bool) -> bool {
        let is_owner = |words: &[&Word], max_words: usize| {
            !words.is_empty() && words.len() <= max_words && words.iter().all(|word| word.role.is_none())
        };
        let is_medium = |words: &[&Word]| self.media.contains(&key_of(words));
        let of = words.iter().position(|word| matches!(word.stem.as_str(), "de" | "of"));
        let owner_follows =
            of.is_some_and(|at| is_medium(&words[..at]) && is_owner(&words[at + 1..], MAX_UNKNOWN_WORDS));
        owner_follows
            || (1..words.len()).any(|at| {
                let (owner, medium) = words.split_at(at);
                let owner: Vec<&Word> =
                    owner.iter().copied().filter(|word| word.role != Some(WordRole::Before)).collect();
                // A sentence that begins with a verb has no article, possessive or capitals there.
                let is_possessive = owner.iter().any(|word| word.is_possessive);
                let has_capitals =
                    owner.iter().any(|word| word.has_capitals) && !medium.iter().any(|word| word.has_capitals);
                let max_words = if is_possessive { MAX_UNKNOWN_WORDS } else { 1 };
                (is_definite || is_possessive || has_capitals) && is_owner(&owner, max_words) && is_medium(medium)
            })
    }
}

/// Splits a text into words, which are all marked as known.
fn words<'a>(text: &'a str, roles: &'a Roles) -> impl Iterator<Item = Word> + 'a {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(char::is_alphanumeric)?;
        let gap = &rest[..start];
        let is_after_separator = gap.contains(SEPARATORS) || gap.contains(" - ") || gap.contains(". ");
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
        let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
        let written = &rest[start..end];
        rest = &rest[end..];
        Some(Word { is_after_separator, ..word(written, roles) })
    })
}

fn word(written: &str, roles: &Roles) -> Word {
    let plain = written.trim_end_matches(['\'', '’']);
    let has_capitals = plain.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
    let mut folded = fold(plain);
    let owner = folded.strip_suffix("'s").or_else(|| folded.strip_suffix("’s")).map(str::len);
    folded.truncate(owner.unwrap_or(folded.len()));
    let is_number = folded.bytes().all(|byte| byte.is_ascii_digit());
    let role = if is_number { Some(WordRole::Around) } else { roles.get(folded.as_str()).copied() };
    let length = if folded == "del" { "de".len() } else { stem(&folded).len() };
    folded.truncate(length);
    let is_possessive = owner.is_some();
    Word { stem: folded, role, is_unknown: false, is_possessive, has_capitals, is_after_separator: false }
}

/// Leaves out articles at the beginning and after words with a role.
fn without_articles(words: &[Word]) -> impl Iterator<Item = &Word> {
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            let may_be_article = at.checked_sub(1).is_none_or(|before| words[before].role.is_some());
            word.role != Some(WordRole::Article) || !may_be_article
        })
        .map(|(_, word)| word)
}

/// Returns the key of a name for lookup: the concatenated stems of its words.
fn key<'a>(words: impl Iterator<Item = &'a Word>) -> String {
    words.map(|word| word.stem.as_str()).collect()
}

fn key_of(words: &[&Word]) -> String {
    key(words.iter().copied())
}
