//! Finds the faults inside brackets: of fields, values and touchpoints.

use std::ops::Range;

use super::fault::{FAULT_LIMIT, Fault, Problem};
use super::lexer::TokenKind;
use super::ron_dialect::{options, syntax_fault};
use super::shape::{FieldShape, RecordShape, TOUCHPOINT, ValueShape};
use super::spanish_names::field_of_spanish_name;
use super::suggestion::suggest;
use super::token_faults::token_problem;
use super::token_tree::{FOUND_LIMIT, TokenTree};
use super::value_faults::value_faults;
use crate::map::Touchpoint;

/// Checks groups of fields and collects their faults.
pub(super) struct GroupCheck<'a, 'b> {
    tree: &'a TokenTree<'a>,
    faults: &'b mut Vec<Fault>,
    /// Where the faults of tokens and brackets begin, in ascending order.
    earlier_faults: Vec<usize>,
}

/// The fields found so far in a group.
struct FoundFields<'r> {
    record: &'r RecordShape<'r>,
    /// The fields with a known name.
    written: Vec<&'static str>,
    /// The fields that were probably meant by unknown names.
    meant: Vec<&'static str>,
}

impl<'a, 'b> GroupCheck<'a, 'b> {
    /// `faults` has the faults of tokens and brackets; the others are added to it.
    pub fn new(tree: &'a TokenTree<'a>, faults: &'b mut Vec<Fault>) -> GroupCheck<'a, 'b> {
        let mut earlier_faults: Vec<usize> = faults.iter().map(|fault| fault.span.start).collect();
        earlier_faults.sort_unstable();
        GroupCheck { tree, faults, earlier_faults }
    }

    /// Checks the group of fields that a bracket opens.
    pub(crate) fn check_fields(&mut self, record: &RecordShape<'_>, opening: usize) {
        let tree = self.tree;
        let closed = tree.is_closed(opening);
        let mut found = FoundFields { record, written: Vec::new(), meant: Vec::new() };
        for entry in tree.fields(opening) {
            if self.faults.len() >= FAULT_LIMIT {
                return;
            }
            if entry.comma_missing && closed {
                self.faults.push(tree.missing_comma(entry.name.unwrap_or(entry.value.start)));
            }
            if let Some(name) = entry.name {
                // If the group is cut off, its last value may be cut off too.
                let is_last = entry.value.end >= tree.inside(opening).end;
                self.check_field(&mut found, name, &entry.value, closed || !is_last);
            } else if closed {
                let meant = self.check_nameless(&found, &entry.value);
                found.meant.extend(meant);
            }
        }
        if closed {
            let is_missing = |field: &&FieldShape| {
                field.required && !found.written.contains(&field.name) && !found.meant.contains(&field.name)
            };
            for field in record.fields.iter().filter(is_missing) {
                self.push(opening, Problem::MissingField { owner: record.owner, field: field.name });
            }
        }
    }

    fn push(&mut self, token: usize, problem: Problem) {
        let fault = self.tree.fault(token, problem);
        self.faults.push(fault);
    }

    /// Checks a field. `needs_value` is false if the value may be cut off.
    fn check_field(&mut self, found: &mut FoundFields<'_>, name: usize, value: &Range<usize>, needs_value: bool) {
        let tree = self.tree;
        let written = tree.token_text(name);
        let key = if matches!(tree.kind(name), Some(TokenKind::Text { .. })) {
            let key = written.trim_matches('"');
            self.push(name, Problem::QuotedField { field: key.chars().take(FOUND_LIMIT).collect() });
            key
        } else {
            written.strip_prefix("r#").unwrap_or(written)
        };
        let Some(field) = found.record.field(key) else {
            return self.check_unknown_field(found, name, key, value);
        };
        if found.written.contains(&field.name) {
            self.push(name, Problem::DuplicateField { field: field.name });
            found.written.retain(|&written| written != field.name);
        }
        found.written.push(field.name);
        if value.is_empty() {
            if needs_value {
                self.push(name, Problem::MissingValue { field: field.name });
            }
        } else if let Some(record) = found.record.inner_record(field) {
            self.check_inner_record(record, field, value);
        } else {
            self.check_value(field, value);
        }
    }

    fn check_unknown_field(&mut self, found: &mut FoundFields<'_>, name: usize, key: &str, value: &Range<usize>) {
        let record = found.record;
        let suggestion = field_of_spanish_name(key, record.names).or_else(|| suggest(key, record.names));
        found.meant.extend(suggestion);
        if self.tree.kind(name) == Some(TokenKind::Word) {
            let found = key.chars().take(FOUND_LIMIT).collect();
            let known = record.names.to_vec();
            self.push(name, Problem::UnknownField { owner: record.owner, found, suggestion, known });
        }
        // The touchpoints of a phase whose name is misspelt are checked too.
        let meant = suggestion.and_then(|key| record.field(key));
        if let Some(phase) = meant.filter(|field| field.shape == ValueShape::Touchpoints)
            && self.tree.kind(value.start) == Some(TokenKind::Open(b'['))
        {
            self.check_touchpoints(phase, value);
        }
    }

    /// Checks an entry without a name in a group of fields. Returns the field that was probably meant.
    fn check_nameless(&mut self, found: &FoundFields<'_>, value: &Range<usize>) -> Option<&'static str> {
        let tree = self.tree;
        if value.is_empty() {
            self.push(value.start, Problem::Unexpected { found: ",".into() });
            return None;
        }
        let first = tree.token_text(value.start);
        let is_number = |token| tree.kind(token) == Some(TokenKind::Number);
        let number_before = value.start.checked_sub(2).filter(|&token| is_number(token));
        let meant = found.record.field(first).filter(|_| value.len() > 1);
        match (found.written.last(), number_before, meant) {
            // A number with a comma between thousands is read as two entries.
            (Some(&field), Some(before), _) if is_number(value.start) && value.len() == 1 => {
                let plain = format!("{}{first}", tree.token_text(before));
                let span = tree.span(&(before..value.start + 1));
                self.faults.push(Fault { span, problem: Problem::GroupedNumber { field, plain } });
            }
            (_, _, Some(field)) => self.push(value.start, Problem::MissingColon { field: field.name.into() }),
            _ if self.is_faulty_token(value.start) => {}
            _ => self.faults.push(tree.unexpected(value)),
        }
        meant.map(|field| field.name)
    }

    /// Checks a field whose value is itself a group of fields.
    fn check_inner_record(&mut self, record: &RecordShape<'_>, field: &FieldShape, value: &Range<usize>) {
        if self.check_opening(b'(', field, value) {
            self.check_fields(record, value.start);
            self.check_nothing_follows(value.start, value);
        }
    }

    fn check_value(&mut self, field: &FieldShape, value: &Range<usize>) {
        let tree = self.tree;
        if field.shape == ValueShape::Touchpoints {
            self.check_touchpoints(field, value);
        } else if !value.clone().any(|token| self.is_faulty_token(token))
            && !field.shape.fits(&tree.text[tree.span(value)])
        {
            self.faults.extend(value_faults(tree, field, value));
        }
    }

    /// Checks a phase's list of touchpoints.
    fn check_touchpoints(&mut self, field: &FieldShape, value: &Range<usize>) {
        if !self.check_opening(b'[', field, value) {
            return;
        }
        self.check_nothing_follows(value.start, value);
        let closed = self.tree.is_closed(value.start);
        for entry in self.tree.items(value.start) {
            if entry.comma_missing && closed {
                self.faults.push(self.tree.missing_comma(entry.value.start));
            }
            if self.faults.len() >= FAULT_LIMIT {
                break;
            }
            self.check_touchpoint(&entry.value, closed);
        }
    }

    /// Returns true if a value begins with this bracket; otherwise adds a fault.
    fn check_opening(&mut self, needed: u8, field: &FieldShape, value: &Range<usize>) -> bool {
        match self.tree.kind(value.start) {
            Some(TokenKind::Open(found)) if found == needed => return true,
            Some(TokenKind::Open(found)) => {
                self.push(value.start, Problem::WrongBracket { found: char::from(found), needed: char::from(needed) })
            }
            Some(_) | None => self.faults.extend(value_faults(self.tree, field, value)),
        }
        false
    }

    /// Adds a fault if something follows the group inside the value.
    fn check_nothing_follows(&mut self, opening: usize, value: &Range<usize>) {
        let end = self.tree.value_end(opening, value.end);
        if end < value.end {
            self.faults.push(self.tree.unexpected(&(end..value.end)));
        }
    }

    /// Checks an item of a phase's list. `closed` is true if the list is closed.
    fn check_touchpoint(&mut self, value: &Range<usize>, closed: bool) {
        let tree = self.tree;
        let has_struct_name = tree.kind(value.start) == Some(TokenKind::Word);
        let opening = value.start + usize::from(has_struct_name);
        match tree.kind(opening).filter(|_| opening < value.end) {
            Some(TokenKind::Open(b'(')) => self.check_touchpoint_fields(value, opening),
            Some(TokenKind::Open(found)) if !has_struct_name => {
                self.push(opening, Problem::WrongBracket { found: char::from(found), needed: '(' });
            }
            // The list is cut off, perhaps in the middle of this item.
            Some(_) | None if !closed => {}
            None if value.is_empty() => self.push(value.start, Problem::Unexpected { found: ",".into() }),
            Some(_) | None => {
                if !self.is_faulty_token(value.start) {
                    self.faults.push(Fault { span: tree.span(value), problem: Problem::NotATouchpoint });
                }
            }
        }
    }

    fn check_touchpoint_fields(&mut self, value: &Range<usize>, opening: usize) {
        let tree = self.tree;
        let span = tree.span(value);
        let text = &tree.text[span.clone()];
        let Err(error) = options().from_str::<Touchpoint>(text) else { return };
        let count_before = self.faults.len();
        if opening > value.start && tree.token_text(value.start) != TOUCHPOINT.struct_name {
            self.faults.push(tree.unexpected(&(value.start..opening)));
        }
        self.check_fields(&TOUCHPOINT, opening);
        self.check_nothing_follows(opening, value);
        let is_explained =
            self.faults.len() > count_before || self.has_earlier_fault(&span) || !tree.is_closed(opening);
        if !is_explained {
            self.faults.push(syntax_fault(text, span.start, &error));
        }
    }

    /// True if a token or a bracket in these bytes has a fault.
    fn has_earlier_fault(&self, span: &Range<usize>) -> bool {
        let first = self.earlier_faults.partition_point(|&at| at < span.start);
        self.earlier_faults.get(first).is_some_and(|&at| at < span.end)
    }

    /// True if the token has a fault of its own.
    fn is_faulty_token(&self, token: usize) -> bool {
        let first = self.tree.token_text(token).chars().next().unwrap_or_default();
        self.tree.kind(token).is_some_and(|kind| token_problem(kind, first).is_some())
    }
}
