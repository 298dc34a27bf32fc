//! Everything that is wrong in a text that the RON library refused as a whole.

use std::ops::Range;

use ron::error::SpannedError;

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::TokenKind;
use super::ron_text::options;
use super::shape::{FieldShape, RecordShape, TOUCHPOINT, ValueShape};
use super::suggestion::suggest;
use super::token_faults::{check_tokens, look_alike};
use super::token_tree::{FOUND_LIMIT, GroupEntry, TokenTree};
use super::value_faults::value_faults;
use crate::map::Touchpoint;

/// Gives every fault that can be found, in the order of the text, and at least one where the RON library refused it.
pub(super) fn diagnose(text: &str, record: &RecordShape<'_>, refused: Option<&SpannedError>) -> Vec<Fault> {
    let (tokens, mut faults) = check_tokens(text);
    let outline = TokenTree::new(text, tokens);
    structure(&outline, record, &mut faults);
    if let Some(refused) = refused.filter(|_| faults.is_empty()) {
        faults.push(said_by_ron(text, 0, refused));
    }
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    faults.dedup();
    faults
}

fn structure(outline: &TokenTree<'_>, record: &RecordShape<'_>, faults: &mut Vec<Fault>) {
    let start = outline.map_start();
    let opening = outline.opening();
    match outline.kind(opening) {
        None if outline.tokens.is_empty() => {
            if faults.is_empty() {
                faults.push(whole(outline.text, Problem::Empty));
            }
            return;
        }
        Some(TokenKind::Open('(')) => {}
        Some(TokenKind::Open(bracket @ ('{' | '['))) if opening == start => {
            let json = bracket == '{' || outline.kind(start + 1) == Some(TokenKind::Open('{'));
            let problem = if json { Problem::LooksLikeJson } else { Problem::NotAMap };
            *faults = vec![outline.fault(start, problem)];
            return;
        }
        Some(_) | None => {
            // What is no map at all would be full of odd letters.
            faults.retain(|fault| fault.problem == Problem::ConflictMarker);
            let place = start.min(outline.tokens.len() - 1);
            faults.push(outline.fault(place, Problem::NotAMap));
            return;
        }
    }
    if outline.is_too_deep() {
        *faults = outline.faults.clone();
        return;
    }
    if start > 0 {
        let attributes = outline.span(&(0..start));
        let alone = format!("{}()", &outline.text[attributes.clone()]);
        if options().from_str::<()>(&alone).is_err() {
            faults.push(Fault { span: attributes, problem: Problem::BadAttribute });
        }
    }
    if start < opening && outline.word(start) != record.title {
        faults.push(unexpected(outline, start..start + 1));
    }
    let merging = faults.iter().any(|fault| fault.problem == Problem::ConflictMarker);
    brackets(outline, faults);
    let odd_letters = faults.iter().map(|fault| fault.span.start).collect();
    Body { outline, odd_letters, faults }.fields(record, opening);
    let end = outline.value_end(opening, outline.tokens.len());
    let stray = |fault: &Fault| matches!(fault.problem, Problem::StrayBracket { .. });
    if end < outline.tokens.len() && !outline.faults.iter().any(stray) {
        faults.push(outline.fault(end, Problem::Trailing));
    }
    if merging {
        // Both sides of a conflict stand there: that is one fault, not many.
        let twice = |problem: &Problem| matches!(problem, Problem::DuplicateField { .. } | Problem::MissingComma);
        faults.retain(|fault| !twice(&fault.problem));
    }
}

/// Adds what is wrong with the brackets, unless a text that swallowed some explains it.
fn brackets(outline: &TokenTree<'_>, faults: &mut Vec<Fault>) {
    let last_line = outline.text.trim_end().rfind('\n').unwrap_or(0);
    let cut_short = outline.faults.iter().any(|fault| matches!(fault.problem, Problem::CutShort { .. }));
    if cut_short {
        // The end of the file cut the text in two.
        faults.retain(|fault| fault.problem != Problem::UnclosedText || fault.span.start < last_line);
    }
    let swallowed = |fault: &Fault| matches!(fault.problem, Problem::UnclosedText | Problem::UnclosedComment);
    if !faults.iter().any(swallowed) {
        faults.extend(outline.faults.iter().cloned());
    }
}

fn whole(text: &str, problem: Problem) -> Fault {
    let end = text.chars().next().map_or(0, char::len_utf8);
    Fault { span: 0..end, problem }
}

fn unexpected(outline: &TokenTree<'_>, tokens: Range<usize>) -> Fault {
    let span = outline.span(&tokens);
    let found = outline.text[span.clone()].chars().take(FOUND_LIMIT).collect();
    Fault { span, problem: Problem::Unexpected { found } }
}

/// The fault of a comma that is missing before a token.
pub(super) fn missing_comma(outline: &TokenTree<'_>, token: usize) -> Fault {
    let before = outline.tokens[token - 1];
    let last = outline.text[..before.end].chars().next_back().map_or(0, char::len_utf8);
    Fault { span: before.end - last..before.end, problem: Problem::MissingComma }
}

/// What the RON library said of `text`, which stands at `offset` of the file.
fn said_by_ron(text: &str, offset: usize, refused: &SpannedError) -> Fault {
    let line_start = match refused.span.end.line {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let column = refused.span.end.col.saturating_sub(1);
    let at = text[line_start..].char_indices().nth(column);
    let (at, c) = at.map_or((text.len(), None), |(at, c)| (line_start + at, Some(c)));
    Fault {
        span: offset + at..offset + at + c.map_or(0, char::len_utf8),
        problem: Problem::Syntax(refused.code.to_string()),
    }
}

/// The fields met in a group: those written, and those that something else was meant to be.
#[derive(Default)]
struct Seen {
    written: Vec<&'static str>,
    meant: Vec<&'static str>,
}

/// The part of the diagnosis that looks into brackets.
struct Body<'a, 'b> {
    outline: &'a TokenTree<'a>,
    /// Where single tokens are at fault, in order.
    odd_letters: Vec<usize>,
    faults: &'b mut Vec<Fault>,
}

impl Body<'_, '_> {
    fn push(&mut self, token: usize, problem: Problem) {
        let fault = self.outline.fault(token, problem);
        self.faults.push(fault);
    }

    fn has_odd_letters(&self, span: &Range<usize>) -> bool {
        let first = self.odd_letters.partition_point(|&at| at < span.start);
        self.odd_letters.get(first).is_some_and(|&at| at < span.end)
    }

    fn fields(&mut self, record: &RecordShape<'_>, opening: usize) {
        let outline = self.outline;
        let closed = outline.is_closed(opening);
        let mut seen = Seen::default();
        for entry in outline.entries(outline.inside(opening), true) {
            let last = entry.value.end >= outline.inside(opening).end;
            if entry.comma_missing && closed {
                let fault = missing_comma(outline, entry.name.unwrap_or(entry.value.start));
                self.faults.push(fault);
            }
            match entry.name {
                Some(name) => self.field(record, name, &entry, &mut seen, closed || !last),
                None if closed => seen.meant.extend(self.nameless(record, &entry, seen.written.last().copied())),
                None => {}
            }
        }
        let missing = record
            .fields
            .iter()
            .filter(|field| field.needed && !seen.written.contains(&field.name) && !seen.meant.contains(&field.name));
        if closed {
            for field in missing {
                let problem = Problem::MissingField { owner: record.owner, field: field.name };
                self.push(opening, problem);
            }
        }
    }

    fn field(&mut self, record: &RecordShape<'_>, name: usize, entry: &GroupEntry, seen: &mut Seen, whole: bool) {
        let outline = self.outline;
        let written = outline.word(name);
        let plain = match outline.kind(name) {
            Some(TokenKind::Text { .. }) => {
                let field = written.trim_matches('"').chars().take(FOUND_LIMIT).collect();
                self.push(name, Problem::QuotedField { field });
                written.trim_matches('"')
            }
            _ => written.strip_prefix("r#").unwrap_or(written),
        };
        let Some(field) = record.field(plain) else {
            let near = suggest(plain, record.names);
            seen.meant.extend(near);
            let problem = Problem::UnknownField {
                owner: record.owner,
                found: plain.chars().take(FOUND_LIMIT).collect(),
                suggestion: near,
                known: record.names.to_vec(),
            };
            if outline.kind(name) == Some(TokenKind::Word) {
                self.push(name, problem);
            }
            // What stands in a phase whose name slipped is looked at in the same reading.
            let phase = near.and_then(|near| record.field(near)).filter(|field| field.shape == ValueShape::Touchpoints);
            if let Some(phase) = phase.filter(|_| outline.kind(entry.value.start) == Some(TokenKind::Open('['))) {
                self.touchpoints(phase, &entry.value);
            }
            return;
        };
        if seen.written.contains(&field.name) {
            self.push(name, Problem::DuplicateField { field: field.name });
        }
        seen.written.push(field.name);
        if entry.value.is_empty() {
            if whole {
                self.push(name, Problem::MissingValue { field: field.name });
            }
            return;
        }
        match record.group(field) {
            Some(group) => self.group(group, field, &entry.value),
            None => self.value(field, &entry.value),
        }
    }

    /// Looks into a field that is a group itself.
    fn group(&mut self, group: &RecordShape<'_>, field: &FieldShape, value: &Range<usize>) {
        let outline = self.outline;
        match outline.kind(value.start) {
            Some(TokenKind::Open('(')) => self.fields(group, value.start),
            Some(TokenKind::Open(found)) => {
                return self.push(value.start, Problem::WrongBracket { found, needed: '(' });
            }
            Some(_) | None => {
                let faults = value_faults(outline, field, value);
                return self.faults.extend(faults);
            }
        }
        let end = outline.value_end(value.start, value.end);
        if end < value.end {
            self.faults.push(unexpected(outline, end..value.end));
        }
    }

    fn value(&mut self, field: &FieldShape, value: &Range<usize>) {
        let outline = self.outline;
        let span = outline.span(value);
        let odd = value.clone().any(|token| self.is_odd(token));
        if field.shape == ValueShape::Touchpoints {
            self.touchpoints(field, value);
        } else if !odd && !field.shape.fits(&outline.text[span]) {
            let faults = value_faults(outline, field, value);
            self.faults.extend(faults);
        }
    }

    fn touchpoints(&mut self, field: &FieldShape, value: &Range<usize>) {
        let outline = self.outline;
        match outline.kind(value.start) {
            Some(TokenKind::Open('[')) => {}
            Some(TokenKind::Open(found)) => {
                return self.push(value.start, Problem::WrongBracket { found, needed: '[' });
            }
            Some(_) | None => {
                let faults = value_faults(outline, field, value);
                return self.faults.extend(faults);
            }
        }
        let end = outline.value_end(value.start, value.end);
        if end < value.end {
            self.faults.push(unexpected(outline, end..value.end));
        }
        let closed = outline.is_closed(value.start);
        for entry in outline.entries(outline.inside(value.start), false) {
            if entry.comma_missing && closed {
                self.faults.push(missing_comma(outline, entry.value.start));
            }
            if self.faults.len() >= FAULT_LIMIT {
                break;
            }
            self.touchpoint(&entry, closed);
        }
    }

    fn touchpoint(&mut self, entry: &GroupEntry, closed: bool) {
        let outline = self.outline;
        let named = outline.kind(entry.value.start) == Some(TokenKind::Word);
        let opening = entry.value.start + usize::from(named);
        match outline.kind(opening).filter(|_| opening < entry.value.end) {
            Some(TokenKind::Open('(')) => {}
            Some(TokenKind::Open(found)) if !named => {
                return self.push(opening, Problem::WrongBracket { found, needed: '(' });
            }
            Some(_) | None if !closed => return,
            None if entry.value.is_empty() => {
                return self.push(entry.value.start, Problem::Unexpected { found: ",".into() });
            }
            Some(_) | None => {
                if !self.is_odd(entry.value.start) {
                    let span = outline.span(&entry.value);
                    let problem = Problem::NotATouchpoint;
                    self.faults.push(Fault { span, problem });
                }
                return;
            }
        }
        let span = outline.span(&entry.value);
        let refused = options().from_str::<Touchpoint>(&outline.text[span.clone()]).err();
        let Some(refused) = refused else {
            return;
        };
        let from = self.faults.len();
        if named && outline.word(entry.value.start) != TOUCHPOINT.title {
            self.faults.push(unexpected(outline, entry.value.start..opening));
        }
        self.fields(&TOUCHPOINT, opening);
        let end = outline.value_end(opening, entry.value.end);
        if end < entry.value.end {
            self.faults.push(unexpected(outline, end..entry.value.end));
        }
        let explained = self.faults.len() > from || self.has_odd_letters(&span) || !outline.is_closed(opening);
        if !explained {
            self.faults.push(said_by_ron(&outline.text[span.clone()], span.start, &refused));
        }
    }

    /// What stands in a group of fields without being one; gives the field that it should have been.
    fn nameless(
        &mut self,
        record: &RecordShape<'_>,
        entry: &GroupEntry,
        before: Option<&'static str>,
    ) -> Option<&'static str> {
        let outline = self.outline;
        let value = &entry.value;
        if value.is_empty() {
            self.push(value.start, Problem::Unexpected { found: ",".into() });
            return None;
        }
        let first = outline.word(value.start);
        let is_number = |token| outline.kind(token) == Some(TokenKind::Number);
        let previous = value.start.checked_sub(2).filter(|&token| is_number(token));
        let meant = record.field(first).filter(|_| value.len() > 1);
        match (before, previous, meant) {
            (Some(field), Some(previous), _) if is_number(value.start) && value.len() == 1 => {
                let plain = format!("{}{first}", outline.word(previous));
                let span = outline.tokens[previous].start..outline.tokens[value.start].end;
                let problem = Problem::GroupedNumber { field, plain };
                self.faults.push(Fault { span, problem });
            }
            (_, _, Some(field)) => {
                let problem = Problem::MissingColon { field: field.name.into() };
                self.push(value.start, problem);
            }
            _ if self.is_odd(value.start) => {}
            _ => self.faults.push(unexpected(outline, value.clone())),
        }
        meant.map(|field| field.name)
    }

    /// Whether a token was found at fault by itself.
    fn is_odd(&self, token: usize) -> bool {
        match self.outline.kind(token) {
            Some(TokenKind::WrongQuotes | TokenKind::Text { closed: false }) => true,
            Some(TokenKind::Other) => self.outline.word(token).chars().next().and_then(look_alike).is_some(),
            Some(
                TokenKind::Text { closed: true }
                | TokenKind::Word
                | TokenKind::Number
                | TokenKind::Comment { .. }
                | TokenKind::Open(_)
                | TokenKind::Close(_)
                | TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::ConflictMarker
                | TokenKind::FalseBlank,
            )
            | None => false,
        }
    }
}
