//! Finds the number of the file format, before anything else is read, so that a newer file is recognised.

use std::num::IntErrorKind;
use std::ops::Range;

use super::lexer::{RonLexer, TokenKind};
use super::ron_dialect::options;

/// The version of the file format that this program reads and writes.
pub(crate) const FORMAT: u64 = 1;

/// Returns the number of a text's format if it is newer than this program.
pub(super) fn newer_format(text: &str) -> Option<u128> {
    format_number(text).map(|(_, number)| number).filter(|&number| number > u128::from(FORMAT))
}

/// Returns the number of the field `format` of the outermost group, and its bytes.
pub(super) fn format_number(text: &str) -> Option<(Range<usize>, u128)> {
    let mut open = Vec::new();
    let mut last_two = [TokenKind::Comma; 2];
    let mut is_format = false;
    for token in RonLexer::new(text).filter(|token| !token.kind.is_comment()) {
        let in_outermost = open == [b'('];
        if let TokenKind::Open(bracket) = token.kind {
            open.push(bracket);
        } else if token.kind.is_closing() {
            open.pop();
        } else if token.kind == TokenKind::Word && in_outermost {
            is_format = text[token.span()].trim_start_matches("r#") == "format";
        } else if token.kind == TokenKind::Number
            && in_outermost
            && is_format
            && last_two == [TokenKind::Word, TokenKind::Colon]
        {
            return Some((token.span(), whole_number(&text[token.span()])?));
        }
        last_two = [last_two[1], token.kind];
    }
    None
}

/// Reads a whole number in any notation of RON. A number that does not fit becomes the largest one.
fn whole_number(written: &str) -> Option<u128> {
    let small = written.parse().ok().or_else(|| options().from_str::<u64>(written).ok().map(u128::from));
    small.or_else(|| {
        let plain = written.trim_start_matches('+').replace('_', "");
        let (digits, radix) = match plain.get(..2) {
            Some("0x") => (&plain[2..], 16),
            Some("0o") => (&plain[2..], 8),
            Some("0b") => (&plain[2..], 2),
            Some(_) | None => (plain.as_str(), 10),
        };
        match u128::from_str_radix(digits, radix) {
            Ok(number) => Some(number),
            Err(error) => (*error.kind() == IntErrorKind::PosOverflow).then_some(u128::MAX),
        }
    })
}
