//! Numbers as tables of counts have them: `18,000`, `1.234 (2 %)`, `200*`, `11.9%`, `2.870 €`.

use std::borrow::Cow;

use super::heading_words::is_unit;
use crate::exchange::import::number;
use crate::map::number::NumberError;
use crate::map::text::fold;

/// A number in a table of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// A whole number.
    Count(u64),
    /// A percentage, a negative number or a number with a fraction.
    Fraction,
    /// A number with the sign of a currency.
    Money,
    /// A number that is not plain, such as `~200`, `<10` or one that is too large.
    Unclear,
}

/// The signs of currencies.
const CURRENCIES: [&str; 9] = ["€", "$", "£", "¥", "EUR", "USD", "GBP", "MXN", "CLP"];
/// Marks of footnotes behind a number.
const FOOTNOTE_MARKS: [char; 6] = ['*', '†', '‡', '¹', '²', '³'];
/// Signs that make a number an estimate or a bound.
const ESTIMATE_SIGNS: [char; 9] = ['~', '≈', '<', '>', '≤', '≥', '±', '?', '+'];

/// Texts of cells that have no value, in six languages, folded and without blanks.
#[rustfmt::skip]
const MISSING: [&str; 40] = [
    "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "?", "??", "n/a", "na", "n.a.", "n/d", "nd", "n.d.", "s/d",
    "k.a.", "n.v.", "null", "none", "nan", "nil", "nulo", "#n/a", "#n/d", "#value!", "#¡valor!", "#ref!", "#¡ref!",
    "#div/0!", "#¡div/0!", "#nv", "nodata", "sindatos", "notavailable", "nodisponible", "tbd",
];

/// Returns true if a text says that there is no value.
pub(crate) fn is_missing(text: &str) -> bool {
    let text = text.trim();
    // Longer texts are none of these, and there may be many.
    text.len() <= 20 && MISSING.contains(&fold(text).replace(' ', "").as_str())
}

/// Returns why a text cannot be a count of customers.
pub(crate) fn fault(text: &str) -> NumberError {
    number::parse(&without_marks(text)).err().unwrap_or(NumberError::NotANumber)
}

/// Reads a number; none if the text is something else. What stands in brackets behind it is passed over.
pub(crate) fn parse(text: &str) -> Option<Amount> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bare = without_marks(text);
    match number::parse(&bare) {
        Ok(count) => return Some(Amount::Count(count)),
        Err(NumberError::TooLarge) => return Some(Amount::Unclear),
        Err(NumberError::NotANumber | NumberError::NotWhole | NumberError::Negative) => {}
    }
    if let Some(rest) = bare.strip_suffix('%') {
        return is_number(rest).then_some(Amount::Fraction);
    }
    let currency = CURRENCIES.iter().find_map(|sign| bare.strip_prefix(sign).or_else(|| bare.strip_suffix(sign)));
    if let Some(rest) = currency {
        return is_number(rest).then_some(Amount::Money);
    }
    let plain = bare.trim_matches(ESTIMATE_SIGNS);
    if plain.len() < bare.len() && is_number(plain) {
        return Some(Amount::Unclear);
    }
    is_number(&bare).then_some(Amount::Fraction)
}

/// Removes what may follow a number: footnote marks, a text in brackets, and the word for what it counts. Groups the
/// thousands as [`number::parse`] expects them.
fn without_marks(text: &str) -> Cow<'_, str> {
    let text = text.trim().trim_end_matches(FOOTNOTE_MARKS).trim_end();
    let bracket = text.find(['(', '[']).filter(|&at| at > 0 && text.ends_with([')', ']']));
    let text = bracket.map_or(text, |at| text[..at].trim_end());
    let text = match text.rsplit_once([' ', '\u{a0}']) {
        Some((number, word)) if is_unit(&fold(word)) => number.trim_end(),
        Some(_) | None => text,
    };
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    if text.contains(is_apostrophe) {
        return Cow::Owned(text.replace(is_apostrophe, ","));
    }
    without_indian_groups(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Returns the digits of a number like `1,20,000`: the last three are one group, those before are groups of two.
fn without_indian_groups(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(',').collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let [first, between @ .., last] = groups.as_slice() else { return None };
    let is_indian = (1..=2).contains(&first.len()) && !between.is_empty() && last.len() == 3;
    let is_indian = is_indian && between.iter().all(|group| group.len() == 2) && groups.iter().all(is_digits);
    is_indian.then(|| groups.concat())
}

/// Returns true if a text is made of digits and what stands between them.
fn is_number(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', '−', '+']);
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_told_from_rates_and_money() {
        let cases = [
            ("18,000", Some(Amount::Count(18_000))),
            ("1.234", Some(Amount::Count(1_234))),
            ("2,142 (11.9%)", Some(Amount::Count(2_142))),
            ("1'200", Some(Amount::Count(1_200))),
            ("1’234’567", Some(Amount::Count(1_234_567))),
            ("1,20,000", Some(Amount::Count(120_000))),
            ("12,34,567", Some(Amount::Count(1_234_567))),
            ("200*", Some(Amount::Count(200))),
            ("200 **", Some(Amount::Count(200))),
            ("1.200 usuarios", Some(Amount::Count(1_200))),
            ("200 [1]", Some(Amount::Count(200))),
            ("11.9%", Some(Amount::Fraction)),
            ("11,9 %", Some(Amount::Fraction)),
            ("0.65", Some(Amount::Fraction)),
            ("1,200.50", Some(Amount::Fraction)),
            ("1'20", Some(Amount::Fraction)),
            ("-3", Some(Amount::Fraction)),
            ("2.870,50 €", Some(Amount::Money)),
            ("$2,870", Some(Amount::Money)),
            ("~200", Some(Amount::Unclear)),
            ("<10", Some(Amount::Unclear)),
            ("1000+", Some(Amount::Unclear)),
            ("1e99", Some(Amount::Unclear)),
            ("step 1", None),
            ("2 steps", None),
            ("(2)", None),
            ("n/a", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    #[test]
    fn cells_without_a_value_are_known() {
        for text in ["n/a", " N/D ", "–", "?", "#N/A", "NaN", "null", "Sin datos"] {
            assert!(is_missing(text) && parse(text).is_none(), "{text}");
        }
        assert!(!is_missing("Cart") && !is_missing("0") && !is_missing(""));
        assert_eq!((fault("-5"), fault("2.5")), (NumberError::Negative, NumberError::NotWhole));
        assert_eq!((fault("1e99"), fault("n/a")), (NumberError::TooLarge, NumberError::NotANumber));
    }
}
