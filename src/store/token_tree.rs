//! The outline of a text that should be a map: its brackets, and what stands between their commas.

use std::ops::Range;

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::{RonLexer, RonToken, TokenKind};

/// How deep brackets may stand in one another; a map needs five.
const DEPTH_LIMIT: usize = 64;

/// Letters of the file that a fault repeats.
pub(super) const FOUND_LIMIT: usize = 40;

/// The tokens of a text without its comments, and the partner of each bracket.
pub(super) struct TokenTree<'a> {
    pub text: &'a str,
    pub tokens: Vec<RonToken>,
    /// For each token, where the group that it opens ends: at its own closing bracket, or where it stops without.
    ends: Vec<usize>,
    /// What is wrong with the brackets.
    pub faults: Vec<Fault>,
}

/// What stands between two commas.
#[derive(Clone, Debug)]
pub(super) struct GroupEntry {
    /// The token that names the field.
    pub name: Option<usize>,
    /// The tokens of the value.
    pub value: Range<usize>,
    /// Whether there should be a comma before.
    pub comma_missing: bool,
}

impl<'a> TokenTree<'a> {
    pub fn new(text: &'a str, tokens: Vec<RonToken>) -> TokenTree<'a> {
        let mut outline = TokenTree { text, ends: vec![usize::MAX; tokens.len()], tokens, faults: Vec::new() };
        outline.pair();
        outline
    }

    /// The outline of a text whose tokens nobody looked at yet.
    pub fn of(text: &'a str) -> TokenTree<'a> {
        let significant = |token: &RonToken| {
            !matches!(token.kind, TokenKind::Comment { .. } | TokenKind::FalseBlank | TokenKind::ConflictMarker)
        };
        TokenTree::new(text, RonLexer::new(text).filter(significant).collect())
    }

    fn pair(&mut self) {
        let mut open: Vec<(usize, char)> = Vec::new();
        for at in 0..self.tokens.len() {
            match self.tokens[at].kind {
                TokenKind::Open(bracket) => {
                    if bracket == '(' && open.len() > 2 && self.is_next_touchpoint(&open, at) {
                        self.leave_open(open.pop(), at);
                    }
                    if open.len() == DEPTH_LIMIT {
                        self.faults = vec![self.fault(at, Problem::TooDeep)];
                        break;
                    }
                    open.push((at, bracket));
                }
                TokenKind::Close(found) => {
                    let Some(depth) = open.iter().rposition(|&(_, bracket)| partner(bracket) == found) else {
                        if self.faults.len() < FAULT_LIMIT {
                            let problem = Problem::StrayBracket { bracket: found };
                            self.faults.push(self.fault(at, problem));
                        }
                        continue;
                    };
                    while open.len() > depth + 1 {
                        self.leave_open(open.pop(), at);
                    }
                    self.ends[open[depth].0] = at;
                    open.truncate(depth);
                }
                TokenKind::Colon if matches!(open[..], [_, (list, '[')] if self.names_field_after(list, at)) => {
                    // A field of the map, in a list: the list should have ended before.
                    self.leave_open(open.pop(), at - 1);
                }
                TokenKind::Word
                | TokenKind::Number
                | TokenKind::Text { .. }
                | TokenKind::WrongQuotes
                | TokenKind::Comment { .. }
                | TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::ConflictMarker
                | TokenKind::FalseBlank
                | TokenKind::Other => {}
            }
        }
        for &(opened, _) in &open {
            self.ends[opened] = self.tokens.len();
        }
        if let (Some(&(innermost, bracket)), false) = (open.last(), self.is_too_deep()) {
            let problem = Problem::CutShort { bracket, needed: partner(bracket), more: open.len() - 1 };
            self.faults.push(self.fault(innermost, problem));
        }
    }

    /// Whether a bracket can only open the next touchpoint, although the one before it is still open.
    fn is_next_touchpoint(&self, open: &[(usize, char)], at: usize) -> bool {
        let in_touchpoint = matches!(open, [.., (_, '['), (_, '(')]);
        let after_field = matches!(self.tokens[at - 1].kind, TokenKind::Comma | TokenKind::Text { closed: false });
        in_touchpoint && after_field
    }

    /// Whether a word stands before a colon, after the bracket that opens a list.
    fn names_field_after(&self, list: usize, colon: usize) -> bool {
        colon > list + 1 && self.kind(colon - 1) == Some(TokenKind::Word)
    }

    fn leave_open(&mut self, group: Option<(usize, char)>, at: usize) {
        if let Some((opened, bracket)) = group {
            self.ends[opened] = at;
            if self.faults.len() >= FAULT_LIMIT {
                return;
            }
            let needed = partner(bracket);
            let found = self.word(at).chars().take(FOUND_LIMIT).collect();
            let problem = Problem::Unclosed { bracket, needed, found };
            self.faults.push(self.fault(opened, problem));
        }
    }

    /// Whether brackets stand too deep in one another for the rest to be looked at.
    pub fn is_too_deep(&self) -> bool {
        self.faults.iter().any(|fault| fault.problem == Problem::TooDeep)
    }

    /// The fault of one token.
    pub fn fault(&self, token: usize, problem: Problem) -> Fault {
        Fault { span: self.tokens[token].span(), problem }
    }

    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| &self.text[token.start..token.end])
    }

    /// The bytes from the first to the last of these tokens.
    pub fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.span(),
            Some([]) | None => self.text.len()..self.text.len(),
        }
    }

    /// The tokens inside the group that a bracket opens.
    pub fn inside(&self, opening: usize) -> Range<usize> {
        opening + 1..self.ends[opening].min(self.tokens.len())
    }

    /// Whether a group ends with its own bracket.
    pub fn is_closed(&self, opening: usize) -> bool {
        match (self.kind(opening), self.kind(self.ends[opening])) {
            (Some(TokenKind::Open(bracket)), Some(TokenKind::Close(found))) => partner(bracket) == found,
            _ => false,
        }
    }

    /// Where the value ends that begins with this token: a group, a word with a group, or one token.
    pub fn value_end(&self, token: usize, limit: usize) -> usize {
        let opening = match (self.kind(token), self.kind(token + 1)) {
            (Some(TokenKind::Open(_)), _) => token,
            (Some(TokenKind::Word), Some(TokenKind::Open('('))) if token + 1 < limit => token + 1,
            _ => return token + 1,
        };
        let end = self.ends[opening].min(self.tokens.len());
        (if self.is_closed(opening) { end + 1 } else { end }).min(limit)
    }

    /// What stands between the commas of a group, with names or without.
    pub fn entries(&self, inside: Range<usize>, named: bool) -> Vec<GroupEntry> {
        let mut entries = Vec::new();
        let mut at = inside.start;
        let mut comma_missing = false;
        while at < inside.end {
            let is_name = named && self.is_name(at, inside.end);
            let start = if is_name { at + 2 } else { at };
            let mut end = start;
            let mut after_value = None;
            while end < inside.end && self.kind(end) != Some(TokenKind::Comma) {
                if after_value.is_some_and(|_| !named || self.is_name(end, inside.end)) {
                    break;
                }
                end = self.value_end(end, inside.end);
                after_value = Some(end);
            }
            entries.push(GroupEntry { name: is_name.then_some(at), value: start..end, comma_missing });
            let comma = end >= inside.end || self.kind(end) == Some(TokenKind::Comma);
            // What was left open swallowed its comma.
            let swallowed =
                end > start && matches!(self.kind(end - 1), Some(TokenKind::Comma | TokenKind::Text { closed: false }));
            comma_missing = !comma && !swallowed;
            at = if comma { end + 1 } else { end };
        }
        entries
    }

    fn is_name(&self, at: usize, limit: usize) -> bool {
        let name =
            matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Text { closed: true } | TokenKind::WrongQuotes));
        name && at + 1 < limit && self.kind(at + 1) == Some(TokenKind::Colon)
    }

    /// The bracket that opens the map, behind the word that may stand before it.
    pub fn opening(&self) -> usize {
        let start = self.map_start();
        start + usize::from(self.kind(start) == Some(TokenKind::Word))
    }

    /// The tokens before the map itself: attributes like `#![enable(implicit_some)]`.
    pub fn map_start(&self) -> usize {
        let mut at = 0;
        while self.word(at) == "#" && self.word(at + 1) == "!" && self.kind(at + 2) == Some(TokenKind::Open('[')) {
            at = self.value_end(at + 2, self.tokens.len());
        }
        at
    }
}

fn partner(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}
