//! Which touchpoints are wanted: a line of marks and words, written as in quick entry, that a touchpoint meets or not.

mod term;
mod words;

use std::ops::Range;

pub use term::{Term, UnsetField};
pub use words::PHASES;

use super::{Phase, Rule, Touchpoint};
use term::TermTopic;

/// Which touchpoints are wanted, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    line: String,
    terms: Vec<Term>,
}

impl FromIterator<Term> for Filter {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Filter {
        let terms: Vec<Term> = terms.into_iter().collect();
        let line = terms.iter().map(|term| term.mark(false)).collect::<Vec<_>>().join(" ");
        Filter { line, terms }
    }
}

impl Filter {
    /// Reads a line; a mark that is not understood asks for nothing.
    pub fn parse(line: &str) -> Filter {
        let terms = words(line).into_iter().filter_map(|word| Term::read(&line[word])).collect();
        Filter { line: line.trim().to_owned(), terms }
    }

    /// The line that was typed.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// What is asked for.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Words of the line that look like marks and ask for nothing.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        let words = words(&self.line).into_iter().map(|word| &self.line[word]);
        words.filter(|word| Term::read(word).is_none())
    }

    /// Whether a touchpoint of that phase, about which the review finds these rules, is wanted.
    ///
    /// Of what is asked about the same, one is enough; of words, all must be there.
    pub fn wants(&self, phase: Phase, touchpoint: &Touchpoint, found: &[Rule]) -> bool {
        let holds = |term: &Term| term.holds(phase, touchpoint, found);
        self.terms.iter().all(|term| match term.topic() {
            None => holds(term),
            topic => self.terms.iter().any(|other| other.topic() == topic && holds(other)),
        })
    }

    /// Whether it must be known what the review finds.
    pub fn asks_review(&self) -> bool {
        self.terms.iter().any(|term| term.topic() == Some(TermTopic::Finding))
    }
}

/// The line with a term that it did not ask for, or without the words that asked for it.
pub fn toggled(line: &str, term: &Term, spanish: bool) -> String {
    let all = words(line);
    let others: Vec<&str> =
        all.iter().map(|word| &line[word.clone()]).filter(|word| Term::read(word).as_ref() != Some(term)).collect();
    let mut toggled = others.join(" ");
    if others.len() == all.len() {
        let gap = if toggled.is_empty() { "" } else { " " };
        // A quotation that was left open ends here.
        let end = if toggled.matches('"').count() % 2 == 1 { "\"" } else { "" };
        toggled = format!("{toggled}{end}{gap}{}", term.mark(spanish));
    }
    toggled
}

/// The words of a line; blanks between quotation marks part none.
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
