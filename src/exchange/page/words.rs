//! Words that the page repeats for every touchpoint, looked up once.

use crate::exchange::inventory::{self, Word};
use crate::lang::Lang;
use crate::map::field::{self, Field, OnCard};
use crate::map::{Choice, Emotion, Phase, Rule, Touchpoint};

/// The repeated words of a page.
pub(crate) struct PageWords {
    pub step: String,
    pub name: String,
    pub phase: String,
    pub kind: String,
    pub intent: String,
    pub no_kind: String,
    pub no_intent: String,
    pub emotion_field: String,
    pub critical: String,
    pub yes: String,
    pub unknown: String,
    pub unknown_reach: String,
    pub alternatives: String,
    /// The fields that a card lists below its face, with their names.
    pub details: Vec<(&'static Field<Touchpoint>, String)>,
    phases: [String; 3],
    emotions: [String; 5],
    choices: inventory::Words,
    rules: [String; Rule::ALL.len()],
}

impl PageWords {
    /// Returns the words of a language.
    pub fn new(lang: &Lang) -> PageWords {
        let details = field::TOUCHPOINT.iter().filter(|field| field.card == OnCard::Listed);
        PageWords {
            step: lang.column("step"),
            name: lang.column("touchpoint"),
            phase: lang.column("phase"),
            kind: lang.field("kind"),
            intent: lang.field("intent"),
            no_kind: lang.counts_no_kind(),
            no_intent: lang.counts_no_intent(),
            emotion_field: lang.field("emotion"),
            critical: lang.field("critical"),
            yes: lang.yes(),
            unknown: lang.unknown(),
            unknown_reach: lang.page_unknown_reach(),
            alternatives: lang.page_alternatives(),
            details: details.map(|field| (field, lang.field(field.key))).collect(),
            phases: Phase::ALL.map(|phase| lang.phase(phase)),
            emotions: Emotion::ALL.map(|emotion| lang.emotion(emotion)),
            choices: inventory::Words::new(lang),
            rules: Rule::ALL.map(|rule| lang.rule(rule)),
        }
    }

    /// Returns the word for a phase.
    pub(crate) fn phase_of(&self, phase: Phase) -> &str {
        at(&self.phases, phase.index())
    }

    /// Returns the word for an emotion.
    pub fn emotion(&self, emotion: Emotion) -> &str {
        at(&self.emotions, emotion_index(emotion))
    }

    /// Returns the word for a value of a closed set.
    pub(crate) fn choice(&self, choice: Choice) -> &str {
        self.choices.of(Word::Choice(choice))
    }

    /// Returns a rule's name.
    pub(crate) fn rule(&self, rule: Rule) -> &str {
        at(&self.rules, rule as usize)
    }
}

/// Returns the index of an emotion, from the worst on.
pub(crate) fn emotion_index(emotion: Emotion) -> usize {
    usize::try_from(emotion.value() + 2).unwrap_or_default()
}

fn at(words: &[String], index: usize) -> &str {
    words.get(index).map_or("", String::as_str)
}
