//! The bracket structure of a text: which brackets belong together, and what is between their commas.

use std::ops::Range;

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::{RonLexer, TokenKind};
use super::token_list::TokenList;

/// The most brackets that may be nested; a map needs five.
const DEPTH_LIMIT: usize = 64;

/// The end of a group that was not found.
const NO_END: u32 = u32::MAX;

/// The most characters of the text that a fault quotes.
pub(super) const FOUND_LIMIT: usize = 40;

/// The structural tokens of a text, and the end of each group in brackets. Methods identify tokens by their index.
pub(super) struct TokenTree<'a> {
    pub text: &'a str,
    tokens: TokenList,
    /// For each opening bracket, the token that ends its group: the matching bracket, or the first token that cannot
    /// belong to the group if the matching bracket is missing.
    ends: Vec<u32>,
    /// The faults of the brackets.
    pub faults: Vec<Fault>,
}

/// The tokens between two commas.
#[derive(Clone, Debug)]
pub(super) struct GroupEntry {
    /// The token that names the field, if the group consists of fields.
    pub name: Option<usize>,
    /// The tokens of the value.
    pub value: Range<usize>,
    /// True if the comma before the entry is missing.
    pub comma_missing: bool,
}

impl<'a> TokenTree<'a> {
    /// Builds the tree from structural tokens.
    pub fn new(text: &'a str, tokens: TokenList) -> TokenTree<'a> {
        let mut tree = TokenTree { text, ends: vec![NO_END; tokens.len()], tokens, faults: Vec::new() };
        tree.match_brackets();
        tree
    }

    /// Splits a text into tokens and builds their tree.
    pub fn of(text: &'a str) -> TokenTree<'a> {
        let mut tokens = TokenList::for_text(text);
        let mut structural = RonLexer::new(text).filter(|token| token.kind.is_structural());
        while structural.next().is_some_and(|token| tokens.push(token)) {}
        TokenTree::new(text, tokens)
    }

    fn match_brackets(&mut self) {
        // The open brackets, each with its token.
        let mut open: Vec<(usize, u8)> = Vec::new();
        for at in 0..self.tokens.len() {
            let Some(kind) = self.kind(at) else { break };
            if let TokenKind::Open(bracket) = kind {
                if bracket == b'(' && self.opens_next_touchpoint(&open, at) {
                    self.end_unclosed(open.pop(), at);
                }
                if open.len() == DEPTH_LIMIT {
                    self.faults = vec![self.fault(at, Problem::TooDeep)];
                    break;
                }
                open.push((at, bracket));
            } else if let TokenKind::Close(bracket) = kind {
                self.close(&mut open, at, bracket);
            } else if kind == TokenKind::Colon
                && let [_, (list, b'[')] = open[..]
                && self.has_field_name(list, at)
            {
                // A field of the map inside a list: the list should have ended before the name.
                self.end_unclosed(open.pop(), at - 1);
            }
        }
        for &(opening, _) in &open {
            self.end_group(opening, self.tokens.len());
        }
        if let (Some(&(innermost, bracket)), false) = (open.last(), !self.is_complete()) {
            let (bracket, needed) = written_pair(bracket);
            let problem = Problem::CutShort { bracket, needed, more: open.len() - 1 };
            self.faults.push(self.fault(innermost, problem));
        }
    }

    /// Ends the innermost open group that the closing bracket `found` can close. The groups inside it are unclosed.
    fn close(&mut self, open: &mut Vec<(usize, u8)>, at: usize, found: u8) {
        let Some(depth) = open.iter().rposition(|&(_, bracket)| closing_bracket(bracket) == found) else {
            if self.faults.len() < FAULT_LIMIT {
                let problem = Problem::StrayBracket { bracket: char::from(found) };
                self.faults.push(self.fault(at, problem));
            }
            return;
        };
        while open.len() > depth + 1 {
            self.end_unclosed(open.pop(), at);
        }
        self.end_group(open[depth].0, at);
        open.truncate(depth);
    }

    /// True if a bracket can only open the next touchpoint, although the one before is still open.
    fn opens_next_touchpoint(&self, open: &[(usize, u8)], at: usize) -> bool {
        let in_touchpoint = open.len() > 2 && matches!(open, [.., (_, b'['), (_, b'(')]);
        in_touchpoint && matches!(self.kind(at - 1), Some(TokenKind::Comma | TokenKind::Text { closed: false }))
    }

    /// True if the token before the colon is a word inside the list.
    fn has_field_name(&self, list: usize, colon: usize) -> bool {
        colon > list + 1 && self.kind(colon - 1) == Some(TokenKind::Word)
    }

    /// Ends a group at a token because its closing bracket is missing.
    fn end_unclosed(&mut self, group: Option<(usize, u8)>, at: usize) {
        if let Some((opening, bracket)) = group {
            self.end_group(opening, at);
            if self.faults.len() >= FAULT_LIMIT {
                return;
            }
            let (bracket, needed) = written_pair(bracket);
            let found = self.token_text(at).chars().take(FOUND_LIMIT).collect();
            let problem = Problem::Unclosed { bracket, needed, found };
            self.faults.push(self.fault(opening, problem));
        }
    }

    /// Returns the token that ends the group of an opening bracket.
    fn group_end(&self, opening: usize) -> usize {
        self.ends[opening] as usize
    }

    fn end_group(&mut self, opening: usize, end: usize) {
        self.ends[opening] = u32::try_from(end).unwrap_or(NO_END);
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Returns the number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// True if the tree has all tokens of the text and their brackets.
    pub(crate) fn is_complete(&self) -> bool {
        self.tokens.is_complete() && !self.is_too_deep()
    }

    /// True if brackets are nested too deeply; the rest of the text was not examined.
    pub(crate) fn is_too_deep(&self) -> bool {
        self.faults.iter().any(|fault| fault.problem == Problem::TooDeep)
    }

    /// Returns a fault at one token.
    pub(crate) fn fault(&self, token: usize, problem: Problem) -> Fault {
        Fault { span: self.span(&(token..token + 1)), problem }
    }

    /// Returns a fault at tokens that do not belong there.
    pub(crate) fn unexpected(&self, tokens: &Range<usize>) -> Fault {
        let span = self.span(tokens);
        let found = self.text[span.clone()].chars().take(FOUND_LIMIT).collect();
        Fault { span, problem: Problem::Unexpected { found } }
    }

    /// Returns the fault of a missing comma before a token; it points at the last character before the gap.
    pub(crate) fn missing_comma(&self, token: usize) -> Fault {
        let end = self.span(&(token - 1..token)).end;
        let last = self.text[..end].chars().next_back().map_or(0, char::len_utf8);
        Fault { span: end - last..end, problem: Problem::MissingComma }
    }

    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    pub(crate) fn token_text(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| &self.text[token.span()])
    }

    /// Returns a field's name without the `r#` of a raw identifier.
    pub(crate) fn field_name(&self, token: usize) -> &'a str {
        self.token_text(token).trim_start_matches("r#")
    }

    /// Returns the bytes from the first to the last of these tokens.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        let last = tokens.clone().next_back().and_then(|last| self.tokens.get(last));
        match (self.tokens.get(tokens.start), last) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => self.text.len()..self.text.len(),
        }
    }

    /// Returns the tokens inside the group that a bracket opens.
    pub(crate) fn inside(&self, opening: usize) -> Range<usize> {
        opening + 1..self.group_end(opening).min(self.tokens.len())
    }

    /// True if the group that a bracket opens ends with the matching bracket.
    pub(crate) fn is_closed(&self, opening: usize) -> bool {
        match (self.kind(opening), self.kind(self.group_end(opening))) {
            (Some(TokenKind::Open(bracket)), Some(TokenKind::Close(found))) => closing_bracket(bracket) == found,
            _ => false,
        }
    }

    /// Returns the token after the value that starts with this token: a group, a word with a group, or one token.
    pub(crate) fn value_end(&self, token: usize, limit: usize) -> usize {
        let opening = match (self.kind(token), self.kind(token + 1)) {
            (Some(TokenKind::Open(_)), _) => token,
            (Some(TokenKind::Word), Some(TokenKind::Open(b'('))) if token + 1 < limit => token + 1,
            _ => return token + 1,
        };
        let end = self.group_end(opening).min(self.tokens.len());
        (if self.is_closed(opening) { end + 1 } else { end }).min(limit)
    }

    /// Iterates over the entries of a group of fields, which have names.
    pub(crate) fn fields(&self, opening: usize) -> impl Iterator<Item = GroupEntry> {
        self.entries(opening, true)
    }

    /// Iterates over the entries of a list, which have no names.
    pub(crate) fn items(&self, opening: usize) -> impl Iterator<Item = GroupEntry> {
        self.entries(opening, false)
    }

    fn entries(&self, opening: usize, named: bool) -> impl Iterator<Item = GroupEntry> {
        let limit = self.inside(opening).end;
        let mut at = opening + 1;
        let mut comma_missing = false;
        std::iter::from_fn(move || {
            if at >= limit {
                return None;
            }
            let has_name = named && self.is_name(at, limit);
            let start = if has_name { at + 2 } else { at };
            let end = self.entry_end(start, limit, named);
            let entry = GroupEntry { name: has_name.then_some(at), value: start..end, comma_missing };
            let at_comma = end >= limit || self.kind(end) == Some(TokenKind::Comma);
            // An unclosed string contains the comma.
            let contains_comma =
                end > start && matches!(self.kind(end - 1), Some(TokenKind::Comma | TokenKind::Text { closed: false }));
            comma_missing = !at_comma && !contains_comma;
            at = if at_comma { end + 1 } else { end };
            Some(entry)
        })
    }

    /// Returns the end of the entry whose value starts with this token: the next comma, or the next entry if the comma
    /// is missing.
    fn entry_end(&self, start: usize, limit: usize, named: bool) -> usize {
        let mut end = start;
        while end < limit && self.kind(end) != Some(TokenKind::Comma) {
            let is_next_entry = end > start && (!named || self.is_name(end, limit));
            if is_next_entry {
                break;
            }
            end = self.value_end(end, limit);
        }
        end
    }

    /// True if the token names a field: a colon follows it.
    fn is_name(&self, at: usize, limit: usize) -> bool {
        let can_be_name =
            matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Text { closed: true } | TokenKind::WrongQuotes));
        can_be_name && at + 1 < limit && self.kind(at + 1) == Some(TokenKind::Colon)
    }

    /// Returns the first bracket of the text, after the attributes and an optional name.
    pub(crate) fn root_opening(&self) -> usize {
        let start = self.root_start();
        start + usize::from(self.kind(start) == Some(TokenKind::Word))
    }

    /// Returns the first token after the attributes, such as `#![enable(implicit_some)]`.
    pub(crate) fn root_start(&self) -> usize {
        let mut at = 0;
        while self.token_text(at) == "#"
            && self.token_text(at + 1) == "!"
            && self.kind(at + 2) == Some(TokenKind::Open(b'['))
        {
            at = self.value_end(at + 2, self.tokens.len());
        }
        at
    }
}

/// Returns the closing bracket for an opening one.
fn closing_bracket(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Returns an opening bracket and its closing one as characters.
fn written_pair(bracket: u8) -> (char, char) {
    (char::from(bracket), char::from(closing_bracket(bracket)))
}
