//! Telling the bare name of a channel from what a customer does in it, in both languages.

use std::collections::{HashMap, HashSet};

use super::bare_words::{
    ACTS, BEFORE_BRANDS, BEHIND_BRANDS, BRANDS, MEDIUMS, MORE, OWNERS, PARTS, Part, SPANISH_OWNERS,
};
use super::catalogue::CATALOGUE;
use super::fnv::BuildFnv;
use super::text::fold;

/// Marks between the channels of a list.
const BREAKS: [char; 17] = [',', ';', ':', '/', '\\', '|', '+', '&', '·', '•', '(', ')', '[', ']', '–', '—', '→'];
/// The most words of one channel, with all that stands around its name.
const LONGEST: usize = 12;
/// The most words of a bare name that belong to no channel: whose it is, like `Zara` in `the Zara app`.
const STRANGE_LIMIT: usize = 2;

/// Texts to be looked up.
type Set = HashSet<String, BuildFnv>;

/// The names of channels in both languages, and the words around them; made once for many lookups.
#[derive(Clone, Debug)]
pub struct ChannelNames {
    /// Every name, its words without endings put together.
    names: Set,
    acts: Set,
    owners: Set,
    places: Set,
    mediums: Set,
    /// Every word of them, without ending.
    words: Set,
    parts: HashMap<&'static str, Part, BuildFnv>,
}

/// A word of a touchpoint's name.
#[derive(Clone, Debug)]
struct Word {
    /// Without case, accents and ending.
    stem: String,
    part: Option<Part>,
    /// Whether it is in no name of a channel, nor among the words around them.
    strange: bool,
    /// Whether it is written as somebody's: `company's`.
    genitive: bool,
    /// Whether all of several letters are capitals, as in names.
    capitals: bool,
    /// Whether another channel may begin here.
    after_break: bool,
}

impl Default for ChannelNames {
    fn default() -> ChannelNames {
        ChannelNames::new()
    }
}

impl ChannelNames {
    /// Takes the names from the catalogue, and those of brands with what is theirs.
    pub fn new() -> ChannelNames {
        let parts = PARTS.iter().flat_map(|(part, words)| words.iter().map(|&word| (word, *part))).collect();
        let mut all = ChannelNames {
            names: Set::default(),
            acts: Set::default(),
            owners: Set::default(),
            places: Set::default(),
            mediums: Set::default(),
            words: Set::default(),
            parts,
        };
        let key = |text: &str| key(&all.plain(text));
        let catalogue = CATALOGUE.iter().flat_map(|channel| channel.names()).map(key);
        let mut names: Set = catalogue.chain(MORE.iter().chain(BRANDS).map(|name| key(name))).collect();
        for brand in BRANDS {
            names.extend(BEHIND_BRANDS.iter().map(|behind| key(&format!("{brand} {behind}"))));
            let of =
                BEFORE_BRANDS.iter().flat_map(|before| [format!("{before} de {brand}"), format!("{before} {brand}")]);
            names.extend(of.map(|name| key(&name)));
            let on = BEFORE_BRANDS.iter().filter(|&&before| before != "cuenta");
            names.extend(on.map(|before| key(&format!("{before} en {brand}"))));
        }
        let set = |words: &[&str]| words.iter().map(|word| key(word)).collect::<Set>();
        let (acts, owners, mediums) = (set(ACTS), set(OWNERS), set(MEDIUMS));
        let places = owners.iter().cloned().chain(set(SPANISH_OWNERS)).collect();
        let catalogue = CATALOGUE.iter().flat_map(|channel| channel.names());
        let lists = [MORE, BRANDS, BEHIND_BRANDS, BEFORE_BRANDS, OWNERS, SPANISH_OWNERS, MEDIUMS];
        let written = catalogue.chain(lists.into_iter().flatten().copied());
        let words = written.flat_map(|name| all.read(name)).map(|word| word.stem).collect();
        (all.names, all.acts, all.mediums, all.words) = (names, acts, mediums, words);
        (all.owners, all.places) = (owners, places);
        all
    }

    /// Whether a touchpoint's name is only that of a channel, or of several.
    ///
    /// Articles, possessives, whose channel it is and where it is add nothing: `our website`, `página web de la
    /// empresa`, `on Instagram`. A word that may be what the customer does makes it an act.
    pub fn is_bare(&self, name: &str) -> bool {
        let mut strange = 0;
        let mut words = Vec::new();
        for word in self.read_each(name) {
            if word.strange {
                strange += 1;
                if strange > STRANGE_LIMIT {
                    return false;
                }
            }
            words.push(word);
        }
        if words.is_empty() {
            return false;
        }
        self.is_channel(&words) || self.is_list(&words)
    }

    /// Whether all that stands between breaks and conjunctions are channels.
    fn is_list(&self, words: &[Word]) -> bool {
        let mut found = false;
        let mut start = 0;
        for end in 1..=words.len() {
            if end < words.len() && !words[end].after_break {
                continue;
            }
            let between = &words[start..end];
            start = end;
            if self.is_channel(between) {
                found = true;
                continue;
            }
            for part in between.split(|word| word.part == Some(Part::Conjunction)) {
                if self.is_channel(part) {
                    found = true;
                } else if part.iter().any(|word| word.part.is_none()) {
                    return false;
                }
            }
        }
        found
    }

    /// Whether these words are one channel.
    fn is_channel(&self, words: &[Word]) -> bool {
        let definite = words.first().is_some_and(|word| matches!(word.part, Some(Part::Article | Part::Before)));
        let words: Vec<&Word> = without_articles(words).collect();
        let known = !words.iter().any(|word| word.strange);
        words.len() <= LONGEST
            && (known && (self.is_one(&words) || self.is_somewhere(&words)) || self.is_somebodys(&words, definite))
    }

    /// Whether these are the name of a channel, but for words at their ends that add nothing.
    fn is_one(&self, words: &[&Word]) -> bool {
        let before = |word: &&&Word| matches!(word.part, Some(Part::Before | Part::Around | Part::Preposition));
        let behind = |word: &&&Word| matches!(word.part, Some(Part::Around | Part::Behind));
        let lead = words.iter().take_while(before).count();
        let owned = words[lead..].first().is_some_and(|word| self.owners.contains(&word.stem));
        let trail = words.iter().rev().take_while(behind).count();
        (0..=lead).chain(owned.then_some(lead + 1)).any(|from| {
            (words.len() - trail..=words.len()).rev().filter(|&to| from < to).any(|to| {
                let name = key_of(&words[from..to]);
                // `Shops online`, `hotel calls` and `checks out` are acts; shop, call and checkout are channels.
                let in_two = to - from > 1 && words[from].part.is_none();
                let is_act = (from > lead || to < words.len() || in_two) && self.acts.contains(&name);
                let is_part = from > lead && words[from].part.is_some();
                self.names.contains(&name) && !is_act && !is_part
            })
        })
    }

    /// Whether this is a channel at a place: `caja de la tienda`, `anuncio en la radio`.
    fn is_somewhere(&self, words: &[&Word]) -> bool {
        // With somebody one does something.
        let leads_on = |at: &usize| {
            let word = words[*at];
            word.part == Some(Part::Preposition) && !matches!(word.stem.as_str(), "with" | "con" | "using")
        };
        (1..words.len().saturating_sub(1)).filter(leads_on).any(|at| {
            let (channel, place) = (&words[..at], &words[at + 1..]);
            let is_act = self.acts.contains(&key_of(channel));
            let place_is_one =
                || self.places.contains(&key_of(place)) || self.is_one(place) || self.is_somewhere(place);
            !is_act && (self.is_one(channel) || self.is_somewhere(channel)) && place_is_one()
        })
    }

    /// Whether this is the medium of somebody whom nobody listed: `web de Zara`, `the Zara app`, `Zara's website`.
    fn is_somebodys(&self, words: &[&Word], definite: bool) -> bool {
        let strange = |words: &[&Word], most: usize| {
            !words.is_empty() && words.len() <= most && words.iter().all(|word| word.part.is_none())
        };
        let is_medium = |words: &[&Word]| self.mediums.contains(&key_of(words));
        let of = words.iter().position(|word| matches!(word.stem.as_str(), "de" | "of"));
        let behind = of.is_some_and(|at| is_medium(&words[..at]) && strange(&words[at + 1..], STRANGE_LIMIT));
        behind
            || (1..words.len()).any(|at| {
                let (whose, medium) = words.split_at(at);
                let whose: Vec<&Word> = whose.iter().copied().filter(|word| word.part != Some(Part::Before)).collect();
                // What begins with a verb has no article or owner in front, nor letters like those of BBVA.
                let genitive = whose.iter().any(|word| word.genitive);
                let capitals = whose.iter().any(|word| word.capitals) && !medium.iter().any(|word| word.capitals);
                let most = if genitive { STRANGE_LIMIT } else { 1 };
                (definite || genitive || capitals) && strange(&whose, most) && is_medium(medium)
            })
    }

    /// The key of a text that is a name.
    fn plain(&self, text: &str) -> Vec<Word> {
        let words = self.read(text);
        without_articles(&words).cloned().collect()
    }

    fn read(&self, text: &str) -> Vec<Word> {
        self.read_each(text).collect()
    }

    fn read_each<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Word> + 'a {
        let mut rest = text;
        std::iter::from_fn(move || {
            let start = rest.find(char::is_alphanumeric)?;
            let between = &rest[..start];
            let after_break = between.contains(BREAKS) || between.contains(" - ") || between.contains(". ");
            let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
            let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
            let written = &rest[start..end];
            rest = &rest[end..];
            Some(self.word(written, after_break))
        })
    }

    fn word(&self, written: &str, after_break: bool) -> Word {
        let plain = written.trim_end_matches(['\'', '’']);
        let mut stemmed = fold(plain);
        let owner = stemmed.strip_suffix("'s").or_else(|| stemmed.strip_suffix("’s")).map(str::len);
        let genitive = owner.is_some();
        stemmed.truncate(owner.unwrap_or(stemmed.len()));
        let folded = stemmed.as_str();
        let number = folded.bytes().all(|byte| byte.is_ascii_digit()).then_some(Part::Around);
        let part = number.or_else(|| self.parts.get(folded).copied());
        let capitals = plain.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
        let length = if folded == "del" { "de".len() } else { stem(folded).len() };
        stemmed.truncate(length);
        let strange = part.is_none() && !self.words.contains(&stemmed) && !self.names.contains(&stemmed);
        Word { stem: stemmed, part, strange, genitive, capitals, after_break }
    }
}

/// The words without the articles that begin a part or follow a preposition.
fn without_articles(words: &[Word]) -> impl Iterator<Item = &Word> {
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            let leads_on = at.checked_sub(1).is_none_or(|before| words[before].part.is_some());
            word.part != Some(Part::Article) || !leads_on
        })
        .map(|(_, word)| word)
}

fn key(words: &[Word]) -> String {
    words.iter().map(|word| word.stem.as_str()).collect()
}

fn key_of(words: &[&Word]) -> String {
    words.iter().map(|word| word.stem.as_str()).collect()
}

/// A folded word without the ending of its plural, in either language.
pub(super) fn stem(word: &str) -> &str {
    let word = word.strip_suffix('s').filter(|stem| stem.len() >= 2).unwrap_or(word);
    let longer = |stem: &&str| stem.len() >= 3;
    // `party` and `parties`, `store` and `stores`, `boletín` and `boletines`.
    let word = word.strip_suffix('y').or_else(|| word.strip_suffix("ie")).filter(longer).unwrap_or(word);
    word.strip_suffix('e').filter(longer).unwrap_or(word)
}
