//! What is wrong with one value that the RON library refused.

use std::ops::Range;

use super::fault::{Expected, Fault, Problem};
use super::lexer::TokenKind;
use super::ron_text::options;
use super::shape::{FieldShape, ValueShape};
use super::suggestion::suggest;
use super::token_tree::{FOUND_LIMIT, TokenTree};
use crate::map::field::Type;
use crate::map::number::{self, NumberError};
use crate::map::text::fold;
use crate::map::{Line, Name, Notes, TextError};

/// A number of more letters is no number that somebody meant.
const NUMBER_LETTERS_LIMIT: usize = 100;

/// Says what is wrong with the value of a field.
pub(super) fn value_faults(outline: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Vec<Fault> {
    let value = &unwrapped(outline, value);
    let judged = match field.shape {
        ValueShape::Map(Type::Name | Type::Line | Type::Notes | Type::Date) => text(outline, field, value),
        ValueShape::Map(Type::Lines | Type::Rules) | ValueShape::Keys => return texts(outline, field, value),
        ValueShape::Id => match single(outline, value) {
            Some(TokenKind::Text { .. }) => Problem::BadId,
            Some(_) | None => wrong(field, Expected::Text),
        },
        ValueShape::Map(Type::Choice(_) | Type::Flag) | ValueShape::Switch => word(outline, field, value),
        ValueShape::Map(Type::Emotion) => {
            let problem = count(outline, field, value);
            let out_of_range = matches!(problem, Problem::Negative { .. } | Problem::TooLarge { .. });
            if out_of_range { Problem::EmotionOutOfRange } else { problem }
        }
        ValueShape::Format => {
            let problem = count(outline, field, value);
            let is_number =
                matches!(problem, Problem::Negative { .. } | Problem::NotWhole { .. } | Problem::TooLarge { .. });
            if is_number { Problem::UnknownFormat } else { problem }
        }
        ValueShape::Map(Type::Count | Type::Votes) => count(outline, field, value),
        ValueShape::Touchpoints => wrong(field, Expected::Touchpoints),
        ValueShape::Actions => wrong(field, Expected::Actions),
        ValueShape::Choice(known) => choice(outline, field, value, known),
    };
    let span = outline.span(value);
    let span = if judged == Problem::BadEscape { bad_escape(outline.text, span) } else { span };
    vec![Fault { span, problem: judged }]
}

fn wrong(field: &FieldShape, expected: Expected) -> Problem {
    Problem::WrongType { field: field.name, expected }
}

/// The value inside `Some(…)`.
fn unwrapped(outline: &TokenTree<'_>, value: &Range<usize>) -> Range<usize> {
    let is_some = outline.word(value.start) == "Some" && outline.kind(value.start + 1) == Some(TokenKind::Open('('));
    if is_some && value.start + 1 < value.end && outline.is_closed(value.start + 1) {
        outline.inside(value.start + 1)
    } else {
        value.clone()
    }
}

/// The sort of the only token of a value.
fn single(outline: &TokenTree<'_>, value: &Range<usize>) -> Option<TokenKind> {
    if value.len() == 1 { outline.kind(value.start) } else { None }
}

fn text(outline: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Problem {
    if !matches!(single(outline, value), Some(TokenKind::Text { .. })) {
        return wrong(field, Expected::Text);
    }
    let Ok(text) = options().from_str::<String>(outline.word(value.start)) else {
        return Problem::BadEscape;
    };
    if field.shape == ValueShape::Map(Type::Date) {
        return Problem::BadDate;
    }
    let taken = if field.shape == ValueShape::Map(Type::Name) {
        Name::new(&text).map(drop)
    } else if field.shape == ValueShape::Map(Type::Notes) {
        Notes::new(&text).map(drop)
    } else {
        Line::new(&text).map(drop)
    };
    let field = field.name;
    match taken {
        Err(TextError::Empty) => Problem::EmptyText { field },
        Err(TextError::TooLong { limit, found }) => Problem::TooLong { field, limit, found },
        Ok(()) => Problem::WrongType { field, expected: Expected::Text },
    }
}

fn texts(outline: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Vec<Fault> {
    let refuse = || vec![Fault { span: outline.span(value), problem: wrong(field, Expected::Texts) }];
    if outline.kind(value.start) != Some(TokenKind::Open('[')) {
        return refuse();
    }
    let known = field.shape.words();
    let line = FieldShape { name: field.name, shape: ValueShape::Map(Type::Line), needed: false };
    let mut faults = Vec::new();
    for entry in outline.entries(outline.inside(value.start), false) {
        let span = outline.span(&entry.value);
        if entry.comma_missing {
            faults.push(super::diagnosis::missing_comma(outline, entry.value.start));
        }
        if entry.value.is_empty() {
            faults.push(outline.fault(entry.value.start, Problem::Unexpected { found: ",".into() }));
        } else if options().from_str::<Line>(&outline.text[span.clone()]).is_err() {
            let unquoted = Fault { span, problem: wrong(field, Expected::Texts) };
            faults.extend(if known.is_some() { vec![unquoted] } else { value_faults(outline, &line, &entry.value) });
        } else if let Some(known) = known {
            let found = options().from_str::<String>(&outline.text[span.clone()]).unwrap_or_default();
            if !known.contains(&found.as_str()) {
                let near = suggest(&found, known);
                let found = found.chars().take(FOUND_LIMIT).collect();
                faults.push(Fault {
                    span,
                    problem: Problem::UnknownWord { field: field.name, found, suggestion: near, known },
                });
            }
        }
    }
    faults
}

fn word(outline: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Problem {
    let known = field.shape.words().unwrap_or_default();
    match single(outline, value) {
        Some(TokenKind::Word) => {
            let found = outline.word(value.start);
            let near = suggest(found, known).or_else(|| truth(found).filter(|word| known.contains(word)));
            Problem::UnknownWord { field: field.name, found: found.to_owned(), suggestion: near, known }
        }
        Some(TokenKind::Text { .. }) => {
            let found = outline.word(value.start).trim_matches('"');
            match suggest(found, known) {
                Some(word) => Problem::QuotedWord { field: field.name, word },
                None => wrong(field, Expected::Word(known)),
            }
        }
        Some(_) | None => wrong(field, Expected::Word(known)),
    }
}

/// What people write for true and false.
fn truth(found: &str) -> Option<&'static str> {
    match found.to_lowercase().as_str() {
        "yes" | "on" | "si" | "sí" | "verdadero" => Some("true"),
        "no" | "off" | "falso" => Some("false"),
        _ => None,
    }
}

/// What is wrong with a word that stands between quotes.
fn choice(
    outline: &TokenTree<'_>,
    field: &FieldShape,
    value: &Range<usize>,
    known: &'static [&'static str],
) -> Problem {
    let sort = single(outline, value);
    if !matches!(sort, Some(TokenKind::Text { .. } | TokenKind::Word)) {
        return wrong(field, Expected::Quoted(known));
    }
    let found = outline.word(value.start).trim_matches('"');
    let folded = fold(found);
    let begins = known.iter().find(|word| folded.starts_with(**word)).copied();
    let near = begins.or_else(|| suggest(found, known).filter(|_| found.chars().count() > 2));
    match near {
        Some(word) if sort == Some(TokenKind::Word) => Problem::UnquotedWord { field: field.name, word },
        Some(_) | None => {
            let found = found.chars().take(FOUND_LIMIT).collect();
            Problem::UnknownWord { field: field.name, found, suggestion: near, known }
        }
    }
}

fn count(outline: &TokenTree<'_>, field: &FieldShape, value: &Range<usize>) -> Problem {
    let expected = wrong(field, Expected::WholeNumber);
    let written = &outline.text[outline.span(value)];
    let numbers = value.clone().all(|token| outline.kind(token) == Some(TokenKind::Number));
    if !numbers || written.len() > NUMBER_LETTERS_LIMIT {
        return expected;
    }
    let field = field.name;
    let digits = written.trim_start_matches(['+', '-']).replace('_', "");
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    match number::parse(&digits) {
        _ if written.starts_with('-') && digits.parse::<f64>().is_ok() => Problem::Negative { field },
        Ok(_) if plain => Problem::TooLarge { field },
        Ok(number) if digits.parse::<f64>().is_err() => Problem::GroupedNumber { field, plain: number.to_string() },
        Err(NumberError::TooLarge) => Problem::TooLarge { field },
        _ if digits.parse::<f64>().is_ok() => Problem::NotWhole { field },
        Ok(_) | Err(NumberError::NotANumber | NumberError::Negative | NumberError::NotWhole) => expected,
    }
}

/// The backslash that escapes nothing, and what follows it.
fn bad_escape(text: &str, token: Range<usize>) -> Range<usize> {
    let mut at = token.start;
    while let Some(next) = text[at..token.end].find('\\') {
        let start = at + next;
        let Some(escaped) = text[start + 1..token.end].chars().next() else {
            break;
        };
        at = start + 1 + escaped.len_utf8();
        let known = matches!(escaped, '"' | '\'' | '\\' | 'n' | 'r' | 't' | '0' | '\n' | '\r' | ' ' | '\t');
        let coded =
            matches!(escaped, 'x' | 'u') && options().from_str::<String>(&code(&text[start..token.end])).is_ok();
        if !known && !coded {
            return start..at;
        }
    }
    token
}

/// A text of nothing but the character code at the beginning of `text`.
fn code(text: &str) -> String {
    let end = match text.strip_prefix("\\u") {
        Some(rest) => 2 + rest.find('}').map_or(0, |at| at + 1),
        None => 4,
    };
    format!("\"{}\"", text.get(..end).unwrap_or_default())
}
