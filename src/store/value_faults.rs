//! Explains why the RON library refuses a field's value.

use std::ops::Range;

use super::fault::{Expected, FAULT_LIMIT, Fault, Problem};
use super::inner_quotes::inner_quotes;
use super::lexer::TokenKind;
use super::ron_dialect::options;
use super::shape::{FieldShape, ValueShape};
use super::suggestion::suggest;
use super::token_tree::{FOUND_LIMIT, TokenTree};
use crate::map::field::Type;
use crate::map::number::{self, NumberError};
use crate::map::text::fold;
use crate::map::{Line, Name, Notes, Rule, TextError};

/// The longest text, in bytes, that may be a number.
const NUMBER_LENGTH_LIMIT: usize = 100;

/// Returns the faults of a field's value; there is at least one.
pub(super) fn value_faults(tree: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Vec<Fault> {
    let value = BadValue { tree, field, tokens: inside_some(tree, value) };
    if let Some(fault) = inner_quotes(tree, &value.tokens) {
        return vec![fault];
    }
    let problem = match field.shape {
        ValueShape::Map(Type::Name | Type::Line | Type::Notes | Type::Date) => value.text_problem(),
        ValueShape::Map(Type::Lines) | ValueShape::Keys => return value.list_faults(None),
        ValueShape::Map(Type::Rules) => return value.list_faults(Some(Rule::SILENCEABLE)),
        ValueShape::Id => match value.single_kind() {
            Some(TokenKind::Text { .. }) => Problem::BadId,
            Some(_) | None => value.wrong_type(Expected::Text),
        },
        ValueShape::Map(Type::Choice(set)) => value.word_problem(set.names()),
        ValueShape::Map(Type::Flag) | ValueShape::Switch => value.word_problem(&["true", "false"]),
        ValueShape::Map(Type::Emotion) => {
            let problem = value.number_problem();
            let out_of_range = matches!(problem, Problem::Negative { .. } | Problem::TooLarge { .. });
            if out_of_range { Problem::EmotionOutOfRange } else { problem }
        }
        ValueShape::Format => {
            let problem = value.number_problem();
            let is_number =
                matches!(problem, Problem::Negative { .. } | Problem::NotWhole { .. } | Problem::TooLarge { .. });
            if is_number { Problem::UnknownFormat } else { problem }
        }
        ValueShape::Map(Type::Count | Type::Votes) => value.number_problem(),
        ValueShape::Touchpoints => value.wrong_type(Expected::Touchpoints),
        ValueShape::Actions => value.wrong_type(Expected::Actions),
        ValueShape::Choice(known) => value.quoted_word_problem(known),
    };
    let span = value.span();
    let span = if problem == Problem::BadEscape { bad_escape(tree.text, span) } else { span };
    vec![Fault { span, problem }]
}

/// Returns the tokens inside `Some(…)`, or all tokens of a value without it.
fn inside_some(tree: &TokenTree<'_>, value: &Range<usize>) -> Range<usize> {
    let is_some = tree.token_text(value.start) == "Some" && tree.kind(value.start + 1) == Some(TokenKind::Open(b'('));
    if is_some && value.start + 1 < value.end && tree.is_closed(value.start + 1) {
        tree.inside(value.start + 1)
    } else {
        value.clone()
    }
}

/// A value that the RON library refuses for its field.
struct BadValue<'a> {
    tree: &'a TokenTree<'a>,
    field: &'a FieldShape,
    tokens: Range<usize>,
}

impl BadValue<'_> {
    fn span(&self) -> Range<usize> {
        self.tree.span(&self.tokens)
    }

    fn first_text(&self) -> &str {
        self.tree.token_text(self.tokens.start)
    }

    /// Returns the kind of the value's token, if there is exactly one.
    fn single_kind(&self) -> Option<TokenKind> {
        if self.tokens.len() == 1 { self.tree.kind(self.tokens.start) } else { None }
    }

    fn wrong_type(&self, expected: Expected) -> Problem {
        Problem::WrongType { field: self.field.name, expected }
    }

    fn text_problem(&self) -> Problem {
        if !matches!(self.single_kind(), Some(TokenKind::Text { .. })) {
            return self.wrong_type(Expected::Text);
        }
        let Ok(text) = options().from_str::<String>(self.first_text()) else {
            return Problem::BadEscape;
        };
        if self.field.shape == ValueShape::Map(Type::Date) {
            return Problem::BadDate;
        }
        let checked = if self.field.shape == ValueShape::Map(Type::Name) {
            Name::new(&text).map(drop)
        } else if self.field.shape == ValueShape::Map(Type::Notes) {
            Notes::new(&text).map(drop)
        } else {
            Line::new(&text).map(drop)
        };
        let field = self.field.name;
        match checked {
            Err(TextError::Empty) => Problem::EmptyText { field },
            Err(TextError::TooLong { limit, found }) => Problem::TooLong { field, limit, found },
            Ok(()) => self.wrong_type(Expected::Text),
        }
    }

    /// Returns the faults of a list of strings, item by item. If `known` is given, the strings must be among its words.
    fn list_faults(&self, known: Option<&'static [&'static str]>) -> Vec<Fault> {
        let tree = self.tree;
        if tree.kind(self.tokens.start) != Some(TokenKind::Open(b'[')) {
            return vec![Fault { span: self.span(), problem: self.wrong_type(Expected::Texts) }];
        }
        let mut faults = Vec::new();
        for entry in tree.items(self.tokens.start) {
            if faults.len() >= FAULT_LIMIT {
                break;
            }
            if entry.comma_missing {
                faults.push(tree.missing_comma(entry.value.start));
            }
            if entry.value.is_empty() {
                faults.push(tree.fault(entry.value.start, Problem::Unexpected { found: ",".into() }));
            } else {
                faults.extend(self.item_faults(&entry.value, known));
            }
        }
        faults
    }

    fn item_faults(&self, item: &Range<usize>, known: Option<&'static [&'static str]>) -> Vec<Fault> {
        let span = self.tree.span(item);
        let written = &self.tree.text[span.clone()];
        if options().from_str::<Line>(written).is_err() {
            if known.is_some() {
                return vec![Fault { span, problem: self.wrong_type(Expected::Texts) }];
            }
            let line = FieldShape { name: self.field.name, shape: ValueShape::Map(Type::Line), required: false };
            return value_faults(self.tree, &line, item);
        }
        let found = options().from_str::<String>(written).unwrap_or_default();
        match known {
            Some(known) if !known.contains(&found.as_str()) => {
                vec![Fault { span, problem: self.unknown_word(&found, suggest(&found, known), known) }]
            }
            Some(_) | None => Vec::new(),
        }
    }

    fn unknown_word(&self, found: &str, suggestion: Option<&'static str>, known: &'static [&'static str]) -> Problem {
        let found = found.chars().take(FOUND_LIMIT).collect();
        Problem::UnknownWord { field: self.field.name, found, suggestion, known }
    }

    /// Explains a value that should be one of a few words without quotes.
    fn word_problem(&self, known: &'static [&'static str]) -> Problem {
        match self.single_kind() {
            Some(TokenKind::Word) => {
                let found = self.first_text();
                let suggestion =
                    suggest(found, known).or_else(|| meant_boolean(found).filter(|word| known.contains(word)));
                Problem::UnknownWord { field: self.field.name, found: found.to_owned(), suggestion, known }
            }
            Some(TokenKind::Text { .. }) => match suggest(self.first_text().trim_matches('"'), known) {
                Some(word) => Problem::QuotedWord { field: self.field.name, word },
                None => self.wrong_type(Expected::Word(known)),
            },
            Some(_) | None => self.wrong_type(Expected::Word(known)),
        }
    }

    /// Explains a value that should be one of a few words in quotes.
    fn quoted_word_problem(&self, known: &'static [&'static str]) -> Problem {
        let kind = self.single_kind();
        if !matches!(kind, Some(TokenKind::Text { .. } | TokenKind::Word)) {
            return self.wrong_type(Expected::Quoted(known));
        }
        let found = self.first_text().trim_matches('"');
        let folded = fold(found);
        let beginning = known.iter().find(|word| folded.starts_with(**word)).copied();
        let suggestion = beginning.or_else(|| suggest(found, known).filter(|_| found.chars().count() > 2));
        match suggestion {
            Some(word) if kind == Some(TokenKind::Word) => Problem::UnquotedWord { field: self.field.name, word },
            Some(_) | None => self.unknown_word(found, suggestion, known),
        }
    }

    /// Explains a value that should be a whole number.
    fn number_problem(&self) -> Problem {
        let expected = self.wrong_type(Expected::WholeNumber);
        let written = &self.tree.text[self.span()];
        let all_numbers = self.tokens.clone().all(|token| self.tree.kind(token) == Some(TokenKind::Number));
        if !all_numbers || written.len() > NUMBER_LENGTH_LIMIT {
            return expected;
        }
        let field = self.field.name;
        let digits = written.trim_start_matches(['+', '-']).replace('_', "");
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_float = digits.parse::<f64>().is_ok();
        match number::parse(&digits) {
            _ if written.starts_with('-') && is_float => Problem::Negative { field },
            Ok(_) if is_plain => Problem::TooLarge { field },
            Ok(number) if !is_float => Problem::GroupedNumber { field, plain: number.to_string() },
            Err(NumberError::TooLarge) => Problem::TooLarge { field },
            _ if is_float => Problem::NotWhole { field },
            Ok(_) | Err(NumberError::NotANumber | NumberError::Negative | NumberError::NotWhole) => expected,
        }
    }
}

/// Returns `true` or `false` for a word that people write instead, in English or Spanish.
fn meant_boolean(found: &str) -> Option<&'static str> {
    match found.to_lowercase().as_str() {
        "yes" | "on" | "si" | "sí" | "verdadero" => Some("true"),
        "no" | "off" | "falso" => Some("false"),
        _ => None,
    }
}

/// Returns the bytes of the first wrong escape in a string, or those of the whole string if none is found.
fn bad_escape(text: &str, token: Range<usize>) -> Range<usize> {
    let mut at = token.start;
    while let Some(next) = text[at..token.end].find('\\') {
        let start = at + next;
        let Some(escaped) = text[start + 1..token.end].chars().next() else {
            break;
        };
        at = start + 1 + escaped.len_utf8();
        let is_simple = matches!(escaped, '"' | '\'' | '\\' | 'n' | 'r' | 't' | '0' | '\n' | '\r' | ' ' | '\t');
        let is_code =
            matches!(escaped, 'x' | 'u') && options().from_str::<String>(&quoted_code(&text[start..token.end])).is_ok();
        if !is_simple && !is_code {
            return start..at;
        }
    }
    token
}

/// Returns a RON string that holds only the character code that `text` begins with, such as `\x41` or `\u{e9}`.
fn quoted_code(text: &str) -> String {
    let end = match text.strip_prefix("\\u") {
        Some(rest) => 2 + rest.find('}').map_or(0, |at| at + 1),
        None => 4,
    };
    format!("\"{}\"", text.get(..end).unwrap_or_default())
}
