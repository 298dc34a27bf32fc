//! The headings of columns and the words of their values, in every language of the interface.

use std::collections::HashMap;

use super::value_fault::ValueFault;
use crate::exchange::inventory::COLUMNS;
use crate::lang::{Lang, Language};
use crate::map::field::Value;
use crate::map::text::fold;
use crate::map::{Agent, Contact, Emotion, Evidence, Intent, Kind, Phase, Rule};
use crate::store::suggestion::suggest;

/// Words that say yes in a cell, besides those of the interface.
const YES: [&str; 8] = ["true", "verdadero", "x", "1", "y", "s", "✓", "✔"];
/// Words that say no in a cell, besides those of the interface.
const NO: [&str; 5] = ["false", "falso", "0", "n", "-"];

/// A word and what it means.
type Words<T> = Vec<(String, T)>;

/// All words that headings and values may have.
pub struct Vocabulary<'a> {
    lang: &'a Lang,
    headings: HashMap<String, &'static str>,
    phases: Words<Phase>,
    kinds: Words<Kind>,
    intents: Words<Intent>,
    contacts: Words<Contact>,
    agents: Words<Agent>,
    evidence: Words<Evidence>,
    emotions: Words<Emotion>,
    flags: Words<bool>,
}

impl<'a> Vocabulary<'a> {
    /// The words of all languages; faults are told in the words of `lang`.
    pub fn new(lang: &'a Lang) -> Vocabulary<'a> {
        let langs = Language::ALL.map(Lang::new);
        let mut headings = HashMap::new();
        for name in COLUMNS.iter().map(|column| column.name).chain([ACCEPTED]) {
            headings.insert(plain(name), name);
            for lang in &langs {
                let said = if name == ACCEPTED { String::new() } else { lang.column(name) };
                headings.insert(plain(&said), name);
                if !OWN.contains(&name) {
                    headings.entry(plain(&lang.field(key(name)))).or_insert(name);
                }
            }
        }
        headings.remove("");
        let mut flags = words(&langs, [false, true], None, |lang, flag| lang.value(&Value::Flag(flag)));
        flags.extend(YES.into_iter().map(|word| (word.to_owned(), true)));
        flags.extend(NO.into_iter().map(|word| (word.to_owned(), false)));
        flags.extend(langs.iter().map(|lang| (plain(lang.critical()), true)));
        Vocabulary {
            lang,
            headings,
            phases: words(&langs, Phase::ALL, Some(Phase::key), Lang::phase),
            kinds: words(&langs, Kind::ALL, Some(Kind::key), |lang, kind| lang.kind(kind).to_owned()),
            intents: words(&langs, Intent::ALL, Some(Intent::key), |lang, intent| lang.intent(intent).to_owned()),
            contacts: words(&langs, Contact::ALL, Some(Contact::key), Lang::contact),
            agents: words(&langs, Agent::ALL, Some(Agent::key), Lang::agent),
            evidence: words(&langs, Evidence::ALL, Some(Evidence::key), Lang::evidence),
            emotions: words(&langs, Emotion::ALL, None, Lang::emotion),
            flags,
        }
    }

    /// The name of the column of that heading.
    pub fn column(&self, heading: &str) -> Option<&'static str> {
        self.headings.get(&plain(heading)).copied()
    }

    /// The heading of a column that somebody may have meant, in the user's language.
    pub fn near_column(&self, heading: &str) -> Option<String> {
        let known: Vec<String> = COLUMNS.iter().map(|column| self.lang.column(column.name)).collect();
        suggest(heading, &known.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned)
    }

    /// The phase of a word.
    pub fn phase(&self, word: &str) -> Result<Phase, ValueFault> {
        if word.trim().is_empty() {
            return Err(ValueFault::NoPhase(Phase::ALL.map(|phase| self.lang.phase(phase).to_lowercase()).into()));
        }
        self.find(&self.phases, word, |phase| self.lang.phase(phase).to_lowercase())
    }

    /// The kind of a word.
    pub fn kind(&self, word: &str) -> Result<Kind, ValueFault> {
        self.find(&self.kinds, word, |kind| self.lang.kind(kind).to_owned())
    }

    /// The intent of a word.
    pub fn intent(&self, word: &str) -> Result<Intent, ValueFault> {
        self.find(&self.intents, word, |intent| self.lang.intent(intent).to_owned())
    }

    /// The contact of a word.
    pub fn contact(&self, word: &str) -> Result<Contact, ValueFault> {
        self.find(&self.contacts, word, |contact| self.lang.contact(contact))
    }

    /// The agent of a word.
    pub fn agent(&self, word: &str) -> Result<Agent, ValueFault> {
        self.find(&self.agents, word, |agent| self.lang.agent(agent))
    }

    /// The evidence of a word.
    pub fn evidence(&self, word: &str) -> Result<Evidence, ValueFault> {
        self.find(&self.evidence, word, |evidence| self.lang.evidence(evidence))
    }

    /// The yes or no of a word.
    pub fn flag(&self, word: &str) -> Result<bool, ValueFault> {
        let sign = word.trim();
        if let Some((_, flag)) = self.flags.iter().find(|(known, _)| known == sign) {
            return Ok(*flag);
        }
        self.find(&self.flags, word, |flag| self.lang.value(&Value::Flag(flag)))
    }

    /// The emotion of a word, if it is one.
    pub fn emotion(&self, word: &str) -> Option<Emotion> {
        let face = Emotion::ALL.into_iter().find(|emotion| emotion.face() == word);
        let said = plain(word);
        face.or_else(|| self.emotions.iter().find(|(known, _)| *known == said).map(|(_, emotion)| *emotion))
    }

    /// The rule of that name, of those that touchpoints can accept.
    pub fn rule(&self, word: &str) -> Result<Rule, ValueFault> {
        let rule = Rule::of_key(word.trim()).filter(|rule| rule.is_acceptable());
        rule.ok_or_else(|| unknown(word, Rule::ACCEPTABLE.iter().map(|&key| key.to_owned()).collect()))
    }

    fn find<T: Copy + PartialEq>(
        &self,
        words: &Words<T>,
        word: &str,
        say: impl Fn(T) -> String,
    ) -> Result<T, ValueFault> {
        let found = plain(word);
        if let Some((_, meaning)) = words.iter().find(|(known, _)| *known == found) {
            return Ok(*meaning);
        }
        let mut known = Vec::new();
        for said in words.iter().map(|(_, meaning)| say(*meaning)) {
            if !known.contains(&said) {
                known.push(said);
            }
        }
        Err(unknown(word, known))
    }
}

/// The column of accepted findings, which inventories do not have, but tables may.
pub const ACCEPTED: &str = "accepted";

/// The columns that are not of a field of map or touchpoint.
const OWN: [&str; 6] = ["map", "file", "id", "order", "phase", "step"];

/// The key of the field that a column holds.
pub fn key(column: &'static str) -> &'static str {
    if column == "touchpoint" { "name" } else { column }
}

fn unknown(word: &str, known: Vec<String>) -> ValueFault {
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    let near = suggest(word, &words).map(str::to_owned);
    ValueFault::Word { known, near }
}

/// What of a word counts: its letters and digits without case and accents.
fn plain(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn words<T: Copy, const N: usize>(
    langs: &[Lang],
    all: [T; N],
    key: Option<fn(T) -> &'static str>,
    say: impl Fn(&Lang, T) -> String,
) -> Words<T> {
    let of_lang = langs.iter().flat_map(|lang| all.map(|each| (plain(&say(lang, each)), each)));
    let keys = key.into_iter().flat_map(|key| all.map(|each| (key(each).to_owned(), each)));
    keys.chain(of_lang).collect()
}
