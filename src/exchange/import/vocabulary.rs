//! The vocabulary of tables: headings of columns and words for values, in all languages of the interface.

use std::collections::HashMap;

use super::value_fault::ValueFault;
use super::{choice_words, emotion_words};
use crate::exchange::inventory::COLUMNS;
use crate::lang::{Lang, Language};
use crate::map::entry::Entry;
use crate::map::field::{self, Field, Type, Value};
use crate::map::text::fold;
use crate::map::{Choice, ChoiceSet, Emotion, Evidence, Phase, Rule, Touchpoint};
use crate::store::suggestion::suggest;

/// Words for yes, besides those of the interface.
const YES: [&str; 8] = ["true", "verdadero", "x", "1", "y", "s", "✓", "✔"];
/// Words for no, besides those of the interface.
const NO: [&str; 5] = ["false", "falso", "0", "n", "-"];

/// Headings that earlier versions wrote, each with its column.
const OLD_HEADINGS: [(&str, &str); 3] =
    [("Evidencia", "evidence"), ("accepted findings", "accepted"), ("hallazgos aceptados", "accepted")];
/// The Spanish word that earlier versions wrote for reported evidence.
const OLD_REPORTED: &str = "comunicado";

/// Words with their meanings. The words are reduced by [`plain`].
type Words<T> = Vec<(String, T)>;

/// The known headings and words.
pub(crate) struct Vocabulary<'a> {
    lang: &'a Lang,
    headings: HashMap<String, &'static str>,
    phases: Words<Phase>,
    choices: Words<Choice>,
    emotions: Words<Emotion>,
    flags: Words<bool>,
}

impl<'a> Vocabulary<'a> {
    /// Collects the words of all languages. Faults are written in `lang`.
    pub fn new(lang: &'a Lang) -> Vocabulary<'a> {
        let langs = Language::ALL.map(Lang::new);
        let mut headings = HashMap::new();
        for column in COLUMNS {
            headings.insert(plain(column.name), column.name);
            headings.extend(langs.iter().map(|lang| (plain(&lang.column(column.name)), column.name)));
        }
        for (field, column) in field_columns() {
            headings.entry(plain(column)).or_insert(column);
            for lang in &langs {
                headings.entry(plain(&lang.field(field))).or_insert(column);
            }
        }
        headings.remove("");
        headings.extend(OLD_HEADINGS.map(|(heading, column)| (plain(heading), column)));
        let mut flags = words(&langs, [false, true], None, |lang, flag| lang.value(&Value::Flag(flag)));
        flags.extend(YES.into_iter().map(|word| (word.to_owned(), true)));
        flags.extend(NO.into_iter().map(|word| (word.to_owned(), false)));
        flags.extend(langs.iter().map(|lang| (plain(lang.critical()), true)));
        Vocabulary {
            lang,
            headings,
            phases: words(&langs, Phase::ALL, Some(Phase::key), Lang::phase),
            choices: choice_words(&langs),
            emotions: words(&langs, Emotion::ALL, None, Lang::emotion),
            flags,
        }
    }

    /// Returns the name of the column with that heading.
    pub(crate) fn column(&self, heading: &str) -> Option<&'static str> {
        self.headings.get(&plain(heading)).copied()
    }

    /// Finds a phase by its word.
    pub fn phase(&self, word: &str) -> Result<Phase, ValueFault> {
        if word.trim().is_empty() {
            return Err(ValueFault::NoPhase(Phase::ALL.map(|phase| self.lang.phase(phase).to_lowercase()).into()));
        }
        self.find(self.phases.iter(), word, |phase| self.lang.phase(phase).to_lowercase())
    }

    /// Finds the value of a closed set by its word.
    pub(crate) fn choice(&self, set: ChoiceSet, word: &str) -> Result<Choice, ValueFault> {
        let words = self.choices.iter().filter(|(_, choice)| choice.set() == set);
        // Most cells are written as we write them.
        if let Some((_, choice)) = words.clone().find(|(known, _)| known == word) {
            return Ok(*choice);
        }
        let found = plain(word);
        let is_ours = words.clone().any(|(known, _)| *known == found);
        if let Some(choice) = choice_words::choice(set, &found).filter(|_| !is_ours) {
            return Ok(choice);
        }
        self.find(words, word, |choice| self.lang.choice(choice))
    }

    /// Reads yes or no.
    pub(crate) fn flag(&self, word: &str) -> Result<bool, ValueFault> {
        let sign = word.trim();
        if let Some((_, flag)) = self.flags.iter().find(|(known, _)| known == sign) {
            return Ok(*flag);
        }
        self.find(self.flags.iter(), word, |flag| self.lang.value(&Value::Flag(flag)))
    }

    /// Finds an emotion by its word or its face.
    pub fn emotion(&self, word: &str) -> Option<Emotion> {
        let face = Emotion::ALL.into_iter().find(|emotion| emotion.face() == word).or_else(|| face(word));
        let word = plain(word);
        let known = || self.emotions.iter().find(|(known, _)| *known == word).map(|(_, emotion)| *emotion);
        face.or_else(known).or_else(|| emotion_words::emotion(&word))
    }

    /// Returns the kind, the intent or the emotion that a tag names; none if it names none.
    pub(crate) fn tag(&self, tag: &str) -> Option<Entry> {
        let word = plain(tag);
        let choice = self.choices.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice);
        match choice {
            Some(Choice::Kind(kind)) => Some(Entry { kind: Some(kind), ..Entry::default() }),
            Some(Choice::Intent(intent)) => Some(Entry { intent: Some(intent), ..Entry::default() }),
            Some(_) | None => self.emotion(tag).map(|emotion| Entry { emotion: Some(emotion), ..Entry::default() }),
        }
    }

    /// Finds a rule by its name; only rules that can be silenced for a touchpoint.
    pub(crate) fn rule(&self, word: &str) -> Result<Rule, ValueFault> {
        let rule = Rule::of_key(word.trim()).filter(|rule| rule.can_be_silenced());
        rule.ok_or_else(|| unknown(word, Rule::SILENCEABLE.iter().map(|&key| key.to_owned()).collect()))
    }

    /// Finds the meaning of a word; the fault lists the known words as `translate` gives them.
    fn find<'w, T: Copy + 'w>(
        &self,
        words: impl Iterator<Item = &'w (String, T)> + Clone,
        word: &str,
        translate: impl Fn(T) -> String,
    ) -> Result<T, ValueFault> {
        let found = plain(word);
        if let Some((_, meaning)) = words.clone().find(|(known, _)| *known == found) {
            return Ok(*meaning);
        }
        let mut known = Vec::new();
        for translation in words.map(|(_, meaning)| translate(*meaning)) {
            if !known.contains(&translation) {
                known.push(translation);
            }
        }
        Err(unknown(word, known))
    }
}

/// Faces as people and boards write them, from the worst to the best.
const FACES: [&[&str]; 5] = [
    &["😡", "😠", "🤬", "😭", "😢", "😤", "😫", "😩", "😖", "👎", "--"],
    &["🙁", "☹", "😞", "😟", "😕", "😔", "😒", "😣", ":("],
    &["😐", "😶", "🤔", "😑", ":|"],
    &["🙂", "😊", "☺", "😌", "👍", ":)"],
    &["😀", "😃", "😄", "😁", "😍", "🤩", "🥰", "😆", "🎉", "❤", ":D", "++"],
];

/// Returns the emotion of a face; the sign for colourful drawing behind it is passed over.
fn face(word: &str) -> Option<Emotion> {
    // No face begins with a letter, and most tags do.
    if word.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let word = word.trim_end_matches('\u{fe0f}');
    let at = FACES.iter().position(|faces| faces.contains(&word))?;
    Some(Emotion::ALL[at])
}

/// Returns the name of the column that holds a field; none if tables have no such column.
///
/// Besides the columns of the inventory, tables may have one of silenced rules.
pub(crate) fn column_of(field: &Field<Touchpoint>) -> Option<&'static str> {
    let is_extra = matches!(field.kind, Type::Rules);
    field.column.or(is_extra.then_some(field.key))
}

/// Returns the fields that columns hold, besides the map's title, each with the name of its column.
fn field_columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    let touchpoint = field::TOUCHPOINT.iter().filter_map(|field| Some((field.key, column_of(field)?)));
    let map = field::HEADER.iter().filter(|field| field.kind != Type::Name);
    touchpoint.chain(map.filter_map(|field| Some((field.key, field.column?))))
}

/// Returns the words of all closed sets: their names in machine formats and in the languages.
fn choice_words(langs: &[Lang]) -> Words<Choice> {
    let choices = || ChoiceSet::ALL.into_iter().flat_map(ChoiceSet::choices);
    let keys = choices().map(|choice| (choice.key().to_owned(), choice));
    let of_languages = langs.iter().flat_map(|lang| choices().map(|choice| (plain(&lang.choice(choice)), choice)));
    let old = [(plain(OLD_REPORTED), Choice::Evidence(Evidence::Reported))];
    keys.chain(of_languages).chain(old).collect()
}

/// Returns the fault for an unknown word, with the known word that is spelled like it.
fn unknown(word: &str, known: Vec<String>) -> ValueFault {
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    let near = suggest(word, &words).map(str::to_owned);
    ValueFault::Word { known, near }
}

/// Reduces a word to its letters and digits, without case and accents.
pub(crate) fn plain(word: &str) -> String {
    if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns the words for all values of a set: their names in machine formats, if they have any, and in the languages.
fn words<T: Copy, const N: usize>(
    langs: &[Lang],
    all: [T; N],
    key: Option<fn(T) -> &'static str>,
    translate: impl Fn(&Lang, T) -> String,
) -> Words<T> {
    let of_lang = langs.iter().flat_map(|lang| all.map(|each| (plain(&translate(lang, each)), each)));
    let keys = key.into_iter().flat_map(|key| all.map(|each| (key(each).to_owned(), each)));
    keys.chain(of_lang).collect()
}
