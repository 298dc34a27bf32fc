//! One thing that a filter can ask of a touchpoint, and how it is written.

use super::words::{OWNER, PHASES, RULE, RULES, SEVERITIES};
use crate::map::entry::{INTENTS, KINDS, Mark, only};
use crate::map::search::Pattern;
use crate::map::text::fold;
use crate::map::{Emotion, Intent, Kind, Phase, Rule, Severity, Touchpoint};

/// Something that may be unknown of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsetField {
    /// Its kind or its intent.
    Tags,
    Emotion,
    Reach,
    Channel,
    Owner,
}

impl UnsetField {
    /// Every fact that can be asked for.
    pub const ALL: [UnsetField; 5] =
        [UnsetField::Tags, UnsetField::Emotion, UnsetField::Reach, UnsetField::Channel, UnsetField::Owner];
}

/// One thing that is asked of a touchpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    Phase(Phase),
    Kind(Kind),
    Intent(Intent),
    Critical,
    Emotion(Emotion),
    /// A part of the channel's name, folded.
    Channel(String),
    /// A part of the owner's name, folded.
    Owner(String),
    /// The review finds this about it.
    Rule(Rule),
    /// The review finds something that grave about it.
    Severity(Severity),
    /// Nobody has said this of it.
    Unset(UnsetField),
    /// Words that stand in one of its texts.
    Words(Pattern),
}

/// What terms are about; of several about the same, one is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermTopic {
    Phase,
    Kind,
    Intent,
    Critical,
    Emotion,
    Channel,
    Owner,
    Finding,
    Tags,
    Reach,
}

impl Term {
    /// Reads one word of a filter; none when it looks like a mark that is not understood, or not typed to its end.
    pub fn read(word: &str) -> Option<Term> {
        let named = |value: &str| {
            let text = fold(value.replace('"', "").trim());
            (!text.is_empty()).then_some(text)
        };
        if let Some(channel) = word.strip_prefix('@') {
            let asked = named(channel)?;
            return Some(if asked == "?" { Term::Unset(UnsetField::Channel) } else { Term::Channel(asked) });
        }
        match word {
            "#?" => return Some(Term::Unset(UnsetField::Tags)),
            "=?" => return Some(Term::Unset(UnsetField::Reach)),
            ":?" => return Some(Term::Unset(UnsetField::Emotion)),
            _ => {}
        }
        match Mark::read(word) {
            Some(Mark::Kind(kind)) => return Some(Term::Kind(kind)),
            Some(Mark::Intent(intent)) => return Some(Term::Intent(intent)),
            Some(Mark::Emotion(emotion)) => return Some(Term::Emotion(emotion)),
            Some(Mark::Critical) => return Some(Term::Critical),
            Some(Mark::Reach(_) | Mark::Channel(_)) => return None,
            None if word.starts_with(['#', '=']) => return None,
            None => {}
        }
        if let Some((key, value)) = word.split_once(':') {
            let key = fold(key);
            if OWNER.contains(&&*key) {
                let asked = named(value)?;
                return Some(if asked == "?" { Term::Unset(UnsetField::Owner) } else { Term::Owner(asked) });
            }
            if RULE.contains(&&*key) {
                return Term::of_review(&named(value)?);
            }
        }
        let folded = fold(word);
        let phase = PHASES.iter().find(|(name, _)| *name == folded).map(|(_, phase)| Term::Phase(*phase));
        phase.or_else(|| Pattern::new(&word.replace('"', "")).map(Term::Words))
    }

    /// The severity or the rule about touchpoints of that name, or of which it is an unambiguous beginning.
    fn of_review(start: &str) -> Option<Term> {
        let all = || reviewed().flat_map(|(names, term)| names.map(|name| (name, term.clone())));
        let exact = all().find(|(name, _)| *name == start).map(|(_, term)| term);
        exact.or_else(|| only(all().filter(|(name, _)| name.starts_with(start)).map(|(_, term)| term)))
    }

    /// What is typed for the name of a severity or a rule, in a word that begins as one about them does.
    pub fn typed_rule(word: &str) -> Option<String> {
        let (key, value) = word.split_once(':')?;
        RULE.contains(&&*fold(key)).then(|| fold(value.replace('"', "").trim())).filter(|value| !value.is_empty())
    }

    /// The names of the severities and rules that a filter can ask for, in Spanish or English.
    pub fn rule_names(spanish: bool) -> Vec<&'static str> {
        reviewed().map(|(names, _)| names[usize::from(spanish)]).collect()
    }

    /// How the term is written in a filter, in Spanish or English.
    pub fn mark(&self, spanish: bool) -> String {
        let key = |keys: [&'static str; 2]| keys[usize::from(spanish)];
        let name = || reviewed().find(|(_, term)| term == self).map_or("", |(names, _)| key(names));
        let quoted = |text: &str| if text.contains(' ') { format!("\"{text}\"") } else { text.to_owned() };
        match self {
            Term::Phase(phase) => word(PHASES, phase, spanish),
            Term::Kind(kind) => format!("#{}", word(&KINDS, kind, spanish)),
            Term::Intent(intent) => format!("#{}", word(&INTENTS, intent, spanish)),
            Term::Critical => "!".to_owned(),
            Term::Emotion(emotion) => emotion.face().to_owned(),
            Term::Channel(channel) => format!("@{}", quoted(channel)),
            Term::Owner(owner) => format!("{}:{}", key(OWNER), quoted(owner)),
            Term::Rule(_) | Term::Severity(_) => format!("{}:{}", key(RULE), name()),
            Term::Unset(UnsetField::Tags) => "#?".to_owned(),
            Term::Unset(UnsetField::Emotion) => ":?".to_owned(),
            Term::Unset(UnsetField::Reach) => "=?".to_owned(),
            Term::Unset(UnsetField::Channel) => "@?".to_owned(),
            Term::Unset(UnsetField::Owner) => format!("{}:?", key(OWNER)),
            Term::Words(pattern) => format!("\"{}\"", pattern.text()),
        }
    }

    /// What the term is about; nothing for words, which must all be there.
    pub(super) fn topic(&self) -> Option<TermTopic> {
        Some(match self {
            Term::Phase(_) => TermTopic::Phase,
            Term::Kind(_) => TermTopic::Kind,
            Term::Intent(_) => TermTopic::Intent,
            Term::Critical => TermTopic::Critical,
            Term::Emotion(_) | Term::Unset(UnsetField::Emotion) => TermTopic::Emotion,
            Term::Channel(_) | Term::Unset(UnsetField::Channel) => TermTopic::Channel,
            Term::Owner(_) | Term::Unset(UnsetField::Owner) => TermTopic::Owner,
            Term::Rule(_) | Term::Severity(_) => TermTopic::Finding,
            Term::Unset(UnsetField::Tags) => TermTopic::Tags,
            Term::Unset(UnsetField::Reach) => TermTopic::Reach,
            Term::Words(_) => return None,
        })
    }

    /// Whether a touchpoint of that phase, about which the review finds these rules, is what is asked for.
    pub fn holds(&self, phase: Phase, touchpoint: &Touchpoint, found: &[Rule]) -> bool {
        let within = |text: Option<&str>, part: &str| text.is_some_and(|text| fold(text).contains(part));
        match self {
            Term::Phase(wanted) => *wanted == phase,
            Term::Kind(kind) => touchpoint.kind == Some(*kind),
            Term::Intent(intent) => touchpoint.intent == Some(*intent),
            Term::Critical => touchpoint.critical,
            Term::Emotion(emotion) => touchpoint.emotion == Some(*emotion),
            Term::Channel(part) => within(touchpoint.channel.as_deref(), part),
            Term::Owner(part) => within(touchpoint.owner.as_deref(), part),
            Term::Rule(rule) => found.contains(rule),
            Term::Severity(severity) => found.iter().any(|rule| rule.severity() == *severity),
            Term::Unset(UnsetField::Tags) => touchpoint.kind.is_none() || touchpoint.intent.is_none(),
            Term::Unset(UnsetField::Emotion) => touchpoint.emotion.is_none(),
            Term::Unset(UnsetField::Reach) => touchpoint.reach.is_none(),
            Term::Unset(UnsetField::Channel) => touchpoint.channel.is_none(),
            Term::Unset(UnsetField::Owner) => touchpoint.owner.is_none(),
            Term::Words(pattern) => pattern.matches(touchpoint),
        }
    }
}

/// Every term about the review, by its English and its Spanish name.
fn reviewed() -> impl Iterator<Item = ([&'static str; 2], Term)> {
    let graves = SEVERITIES.iter().map(|&(names, severity)| (names, Term::Severity(severity)));
    graves.chain(RULES.iter().map(|&(names, rule)| (names, Term::Rule(rule))))
}

/// The word of a meaning, in a table that has its English and its Spanish word in that order.
fn word<T: PartialEq>(table: &[(&'static str, T)], meaning: &T, spanish: bool) -> String {
    let mut words = table.iter().filter(|(_, each)| each == meaning).map(|(word, _)| *word);
    let english = words.next().unwrap_or_default();
    words.next().filter(|_| spanish).unwrap_or(english).to_owned()
}
