//! What is wrong with single tokens of a text: quotes, blanks and look-alikes, and what was left open.

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::scan::{Kind, Scanner, Token};

/// Gives the tokens that count for the structure, and what is wrong with single ones.
pub(super) fn letters(text: &str) -> (Vec<Token>, Vec<Fault>) {
    let mut tokens = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    for token in Scanner::new(text) {
        let first = text[token.start..].chars().next().unwrap_or_default();
        let problem = match token.kind {
            Kind::Text { closed: false } => Some(Problem::UnclosedText),
            Kind::Comment { closed: false } => Some(Problem::UnclosedComment),
            Kind::WrongQuotes => Some(Problem::WrongQuotes { quote: first }),
            Kind::ConflictMarker if first == '<' => Some(Problem::ConflictMarker),
            Kind::FalseBlank => Some(Problem::LookAlike { character: first, instead: None }),
            Kind::Other => {
                look_alike(first).map(|instead| Problem::LookAlike { character: first, instead: Some(instead) })
            }
            Kind::Text { closed: true }
            | Kind::Comment { closed: true }
            | Kind::ConflictMarker
            | Kind::Word
            | Kind::Number
            | Kind::Open(_)
            | Kind::Close(_)
            | Kind::Comma
            | Kind::Colon => None,
        };
        let mut span = token.span();
        if token.kind == Kind::WrongQuotes {
            span.end = span.start + first.len_utf8();
        }
        let problem = problem.filter(|_| faults.len() < FAULT_LIMIT);
        faults.extend(problem.map(|problem| Fault { span, problem }));
        match token.kind {
            Kind::Comment { .. } | Kind::ConflictMarker | Kind::FalseBlank => {}
            Kind::Text { .. }
            | Kind::WrongQuotes
            | Kind::Word
            | Kind::Number
            | Kind::Open(_)
            | Kind::Close(_)
            | Kind::Comma
            | Kind::Colon => tokens.push(token),
            Kind::Other => {
                let kind = look_alike(first).map_or(Kind::Other, meant);
                tokens.push(Token { kind, ..token });
            }
        }
    }
    (tokens, faults)
}

/// Gives the character of RON that another one looks like.
pub(super) fn look_alike(character: char) -> Option<char> {
    match character {
        '−' | '–' | '—' | '‐' | '‑' => Some('-'),
        '，' | '、' | '‚' => Some(','),
        '：' => Some(':'),
        '（' => Some('('),
        '）' => Some(')'),
        '［' => Some('['),
        '］' => Some(']'),
        '＂' => Some('"'),
        _ => None,
    }
}

/// What a look-alike does for the structure, so that it is no second fault there.
fn meant(instead: char) -> Kind {
    match instead {
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        '(' | '[' => Kind::Open(instead),
        ')' | ']' => Kind::Close(instead),
        _ => Kind::Other,
    }
}
