//! Faults of single tokens: wrong quotes, look-alike characters, unclosed strings and comments.

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::{RonLexer, RonToken, TokenKind};
use super::token_list::TokenList;

/// Returns the structural tokens of a text, and the faults of single tokens.
///
/// A character that looks like one of RON becomes the token that was meant, so that it causes no second fault.
pub(super) fn check_tokens(text: &str) -> (TokenList, Vec<Fault>) {
    let mut tokens = TokenList::for_text(text);
    let mut faults: Vec<Fault> = Vec::new();
    for token in RonLexer::new(text) {
        let first = text[token.start..].chars().next().unwrap_or_default();
        let mut span = token.span();
        if token.kind == TokenKind::WrongQuotes {
            span.end = span.start + first.len_utf8();
        }
        let problem = token_problem(token.kind, first).filter(|_| faults.len() < FAULT_LIMIT);
        faults.extend(problem.map(|problem| Fault { span, problem }));
        if token.kind.is_structural() {
            let meant = look_alike(first).filter(|_| token.kind == TokenKind::Other);
            if !tokens.push(RonToken { kind: meant.map_or(token.kind, kind_of), ..token }) {
                break;
            }
        }
    }
    (tokens, faults)
}

/// Returns the fault of a single token, given its kind and its first character.
pub(super) fn token_problem(kind: TokenKind, first: char) -> Option<Problem> {
    match kind {
        TokenKind::Text { closed } => (!closed).then_some(Problem::UnclosedText),
        TokenKind::Comment { closed } => (!closed).then_some(Problem::UnclosedComment),
        TokenKind::WrongQuotes => Some(Problem::WrongQuotes { quote: first }),
        // A conflict is reported once, at its first marker.
        TokenKind::ConflictMarker => (first == '<').then_some(Problem::ConflictMarker),
        TokenKind::FalseBlank => Some(Problem::LookAlike { character: first, instead: None }),
        TokenKind::Other => {
            look_alike(first).map(|instead| Problem::LookAlike { character: first, instead: Some(instead) })
        }
        TokenKind::Word
        | TokenKind::Number
        | TokenKind::Open(_)
        | TokenKind::Close(_)
        | TokenKind::Comma
        | TokenKind::Colon => None,
    }
}

/// Returns the RON character that this character looks like.
fn look_alike(character: char) -> Option<char> {
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

/// Returns the kind of token that a single RON character is.
fn kind_of(character: char) -> TokenKind {
    match character {
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        '(' => TokenKind::Open(b'('),
        '[' => TokenKind::Open(b'['),
        ')' => TokenKind::Close(b')'),
        ']' => TokenKind::Close(b']'),
        _ => TokenKind::Other,
    }
}
