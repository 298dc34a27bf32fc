//! Filters: lines of marks and words, written as in quick entry, that select touchpoints.

mod term;
mod words;

use std::ops::Range;

pub use term::{Term, UnsetField};
pub(crate) use words::PHASES;

use super::{Phase, Rule, Touchpoint};
use term::TermTopic;

/// A filter, with the line that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    line: String,
    terms: Vec<Term>,
}

impl FromIterator<Term> for Filter {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Filter {
        let terms: Vec<Term> = terms.into_iter().collect();
        let line = terms.iter().map(|term| term.text(false)).collect::<Vec<_>>().join(" ");
        Filter { line, terms }
    }
}

impl Filter {
    /// Parses a line; unrecognized marks are ignored.
    pub fn parse(line: &str) -> Filter {
        let terms = words(line).into_iter().filter_map(|word| Term::parse(&line[word])).collect();
        Filter { line: line.trim().to_owned(), terms }
    }

    /// Returns the line that was typed.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Returns the terms of the line.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the words that look like marks but are not recognized.
    pub fn unrecognized(&self) -> impl Iterator<Item = &str> {
        let words = words(&self.line).into_iter().map(|word| &self.line[word]);
        words.filter(|word| Term::parse(word).is_none())
    }

    /// True if the filter selects a touchpoint of `phase`; `found` are the rules of the review's findings about it.
    ///
    /// Of several terms on the same topic, one has to match; words have no topic and all have to match.
    pub fn matches(&self, phase: Phase, touchpoint: &Touchpoint, found: &[Rule]) -> bool {
        let matches = |term: &Term| term.matches(phase, touchpoint, found);
        self.terms.iter().all(|term| match term.topic() {
            None => matches(term),
            topic => self.terms.iter().any(|other| other.topic() == topic && matches(other)),
        })
    }

    /// True if the filter depends on the findings of the review.
    pub(crate) fn needs_review(&self) -> bool {
        self.terms.iter().any(|term| term.topic() == Some(TermTopic::Review))
    }
}

/// Adds a term to a filter's line, or removes it if the line contains it.
pub fn toggle_term(line: &str, term: &Term, spanish: bool) -> String {
    let all = words(line);
    let others: Vec<&str> =
        all.iter().map(|word| &line[word.clone()]).filter(|word| Term::parse(word).as_ref() != Some(term)).collect();
    let mut toggled = others.join(" ");
    if others.len() == all.len() {
        let gap = if toggled.is_empty() { "" } else { " " };
        // Close an open quotation.
        let quote = if toggled.matches('"').count() % 2 == 1 { "\"" } else { "" };
        toggled = format!("{toggled}{quote}{gap}{}", term.text(spanish));
    }
    toggled
}

/// Splits a line into words; blanks within quotation marks do not separate.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let (mut start, mut is_quoted) = (None, false);
    for (at, c) in line.char_indices() {
        if c == '"' {
            is_quoted = !is_quoted;
        }
        if !c.is_whitespace() || is_quoted {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            words.push(start..at);
        }
    }
    words.extend(start.map(|start| start..line.len()));
    words
}
