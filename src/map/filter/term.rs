//! The terms of a filter: parsing, printing and matching.

use super::words::{OWNER_PREFIXES, PHASES, RULE_PREFIXES, RULES, SEVERITIES};
use crate::map::entry::{INTENTS, KINDS, Mark, single};
use crate::map::search::{self, Pattern};
use crate::map::text::fold;
use crate::map::{Emotion, Intent, Kind, Phase, Rule, Severity, Touchpoint};

/// A field that a filter can require to be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsetField {
    /// Kind or intent.
    Tags,
    Emotion,
    Reach,
    Channel,
    Owner,
}

impl UnsetField {
    /// Every field.
    pub const ALL: [UnsetField; 5] =
        [UnsetField::Tags, UnsetField::Emotion, UnsetField::Reach, UnsetField::Channel, UnsetField::Owner];
}

/// One condition of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    Phase(Phase),
    Kind(Kind),
    Intent(Intent),
    Critical,
    Emotion(Emotion),
    /// Part of the channel's name, folded.
    Channel(String),
    /// Part of the owner's name, folded.
    Owner(String),
    /// The review has a finding of this rule.
    Rule(Rule),
    /// The review has a finding of this severity.
    Severity(Severity),
    /// The field is unknown.
    Unset(UnsetField),
    /// One of the texts contains the words.
    Words(Pattern),
}

/// The topic of a term; of several terms on the same topic, one has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermTopic {
    Phase,
    Kind,
    Intent,
    Critical,
    Emotion,
    Channel,
    Owner,
    Review,
    Tags,
    Reach,
}

impl Term {
    /// Parses one word of a filter; returns none if it looks like a mark but is not recognized or not complete.
    pub fn parse(word: &str) -> Option<Term> {
        let unquoted = |value: &str| {
            let text = fold(value.replace('"', "").trim());
            (!text.is_empty()).then_some(text)
        };
        if let Some(channel) = word.strip_prefix('@') {
            let name = unquoted(channel)?;
            return Some(if name == "?" { Term::Unset(UnsetField::Channel) } else { Term::Channel(name) });
        }
        match word {
            "#?" => return Some(Term::Unset(UnsetField::Tags)),
            "=?" => return Some(Term::Unset(UnsetField::Reach)),
            ":?" => return Some(Term::Unset(UnsetField::Emotion)),
            _ => {}
        }
        match Mark::parse(word) {
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
            if OWNER_PREFIXES.contains(&&*key) {
                let name = unquoted(value)?;
                return Some(if name == "?" { Term::Unset(UnsetField::Owner) } else { Term::Owner(name) });
            }
            if RULE_PREFIXES.contains(&&*key) {
                return Term::rule_or_severity(&unquoted(value)?);
            }
        }
        let folded = fold(word);
        let phase = PHASES.iter().find(|(name, _)| *name == folded).map(|(_, phase)| Term::Phase(*phase));
        phase.or_else(|| Pattern::new(&word.replace('"', "")).map(Term::Words))
    }

    /// Returns the severity or rule whose name is `start`, or the only one whose name begins with it.
    fn rule_or_severity(start: &str) -> Option<Term> {
        let all = || review_terms().flat_map(|(names, term)| names.map(|name| (name, term.clone())));
        let exact = all().find(|(name, _)| *name == start).map(|(_, term)| term);
        exact.or_else(|| single(all().filter(|(name, _)| name.starts_with(start)).map(|(_, term)| term)))
    }

    /// Returns the name in a word such as `rule:no-need`, whether such a rule exists or not.
    pub(crate) fn typed_rule_name(word: &str) -> Option<String> {
        let (key, value) = word.split_once(':')?;
        RULE_PREFIXES
            .contains(&&*fold(key))
            .then(|| fold(value.replace('"', "").trim()))
            .filter(|value| !value.is_empty())
    }

    /// Returns the names of all severities and rules that a filter accepts.
    pub fn rule_names(spanish: bool) -> Vec<&'static str> {
        review_terms().map(|(names, _)| names[usize::from(spanish)]).collect()
    }

    /// Returns the term as it is written in a filter.
    pub fn text(&self, spanish: bool) -> String {
        let key = |keys: [&'static str; 2]| keys[usize::from(spanish)];
        let name = || review_terms().find(|(_, term)| term == self).map_or("", |(names, _)| key(names));
        let quoted = |text: &str| if text.contains(' ') { format!("\"{text}\"") } else { text.to_owned() };
        match self {
            Term::Phase(phase) => word(PHASES, phase, spanish),
            Term::Kind(kind) => format!("#{}", word(&KINDS, kind, spanish)),
            Term::Intent(intent) => format!("#{}", word(&INTENTS, intent, spanish)),
            Term::Critical => "!".to_owned(),
            Term::Emotion(emotion) => emotion.face().to_owned(),
            Term::Channel(channel) => format!("@{}", quoted(channel)),
            Term::Owner(owner) => format!("{}:{}", key(OWNER_PREFIXES), quoted(owner)),
            Term::Rule(_) | Term::Severity(_) => format!("{}:{}", key(RULE_PREFIXES), name()),
            Term::Unset(UnsetField::Tags) => "#?".to_owned(),
            Term::Unset(UnsetField::Emotion) => ":?".to_owned(),
            Term::Unset(UnsetField::Reach) => "=?".to_owned(),
            Term::Unset(UnsetField::Channel) => "@?".to_owned(),
            Term::Unset(UnsetField::Owner) => format!("{}:?", key(OWNER_PREFIXES)),
            Term::Words(pattern) => format!("\"{}\"", pattern.text()),
        }
    }

    /// Returns the topic; none for words, all of which have to match.
    pub(super) fn topic(&self) -> Option<TermTopic> {
        Some(match self {
            Term::Phase(_) => TermTopic::Phase,
            Term::Kind(_) => TermTopic::Kind,
            Term::Intent(_) => TermTopic::Intent,
            Term::Critical => TermTopic::Critical,
            Term::Emotion(_) | Term::Unset(UnsetField::Emotion) => TermTopic::Emotion,
            Term::Channel(_) | Term::Unset(UnsetField::Channel) => TermTopic::Channel,
            Term::Owner(_) | Term::Unset(UnsetField::Owner) => TermTopic::Owner,
            Term::Rule(_) | Term::Severity(_) => TermTopic::Review,
            Term::Unset(UnsetField::Tags) => TermTopic::Tags,
            Term::Unset(UnsetField::Reach) => TermTopic::Reach,
            Term::Words(_) => return None,
        })
    }

    /// True if a touchpoint of `phase` meets the condition; `found` are the rules of the review's findings about it.
    pub(crate) fn matches(&self, phase: Phase, touchpoint: &Touchpoint, found: &[Rule]) -> bool {
        let contains = |text: Option<&str>, part: &str| text.is_some_and(|text| search::contains(text, part));
        match self {
            Term::Phase(own) => *own == phase,
            Term::Kind(kind) => touchpoint.kind == Some(*kind),
            Term::Intent(intent) => touchpoint.intent == Some(*intent),
            Term::Critical => touchpoint.critical,
            Term::Emotion(emotion) => touchpoint.emotion == Some(*emotion),
            Term::Channel(part) => contains(touchpoint.channel.as_deref(), part),
            Term::Owner(part) => contains(touchpoint.owner.as_deref(), part),
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

/// Returns every term about the review, with its English and its Spanish name.
fn review_terms() -> impl Iterator<Item = ([&'static str; 2], Term)> {
    let severities = SEVERITIES.iter().map(|&(names, severity)| (names, Term::Severity(severity)));
    severities.chain(RULES.iter().map(|&(names, rule)| (names, Term::Rule(rule))))
}

/// Returns the word for a meaning from a table that contains its English and its Spanish word, in that order.
fn word<T: PartialEq>(table: &[(&'static str, T)], meaning: &T, spanish: bool) -> String {
    let mut words = table.iter().filter(|(_, each)| each == meaning).map(|(word, _)| *word);
    let english = words.next().unwrap_or_default();
    words.next().filter(|_| spanish).unwrap_or(english).to_owned()
}
