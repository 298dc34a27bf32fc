//! What is wrong with single tokens of a text: quotes, blanks and look-alikes, and what was left open.

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::{RonLexer, RonToken, TokenKind};

/// Gives the tokens that count for the structure, and what is wrong with single ones.
pub(super) fn check_tokens(text: &str) -> (Vec<RonToken>, Vec<Fault>) {
    let mut tokens = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    for token in RonLexer::new(text) {
        let first = text[token.start..].chars().next().unwrap_or_default();
        let problem = match token.kind {
            TokenKind::Text { closed: false } => Some(Problem::UnclosedText),
            TokenKind::Comment { closed: false } => Some(Problem::UnclosedComment),
            TokenKind::WrongQuotes => Some(Problem::WrongQuotes { quote: first }),
            TokenKind::ConflictMarker if first == '<' => Some(Problem::ConflictMarker),
            TokenKind::FalseBlank => Some(Problem::LookAlike { character: first, instead: None }),
            TokenKind::Other => {
                look_alike(first).map(|instead| Problem::LookAlike { character: first, instead: Some(instead) })
            }
            TokenKind::Text { closed: true }
            | TokenKind::Comment { closed: true }
            | TokenKind::ConflictMarker
            | TokenKind::Word
            | TokenKind::Number
            | TokenKind::Open(_)
            | TokenKind::Close(_)
            | TokenKind::Comma
            | TokenKind::Colon => None,
        };
        let mut span = token.span();
        if token.kind == TokenKind::WrongQuotes {
            span.end = span.start + first.len_utf8();
        }
        let problem = problem.filter(|_| faults.len() < FAULT_LIMIT);
        faults.extend(problem.map(|problem| Fault { span, problem }));
        match token.kind {
            TokenKind::Comment { .. } | TokenKind::ConflictMarker | TokenKind::FalseBlank => {}
            TokenKind::Text { .. }
            | TokenKind::WrongQuotes
            | TokenKind::Word
            | TokenKind::Number
            | TokenKind::Open(_)
            | TokenKind::Close(_)
            | TokenKind::Comma
            | TokenKind::Colon => tokens.push(token),
            TokenKind::Other => {
                let kind = look_alike(first).map_or(TokenKind::Other, meant);
                tokens.push(RonToken { kind, ..token });
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
fn meant(instead: char) -> TokenKind {
    match instead {
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        '(' | '[' => TokenKind::Open(instead),
        ')' | ']' => TokenKind::Close(instead),
        _ => TokenKind::Other,
    }
}
