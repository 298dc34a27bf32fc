//! Numbers as tables of counts have them: `18,000`, `1.234 (2 %)`, `11.9%`, `2.870 €`.

use crate::exchange::import::number;

/// A number in a table of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// A whole number.
    Count(u64),
    /// A percentage, a negative number or a number with a fraction.
    Fraction,
    /// A number with the sign of a currency.
    Money,
}

/// The signs of currencies.
const CURRENCIES: [&str; 9] = ["€", "$", "£", "¥", "EUR", "USD", "GBP", "MXN", "CLP"];

/// Reads a number; none if the text is something else. What stands in brackets behind it is passed over.
pub(crate) fn parse(text: &str) -> Option<Amount> {
    let text = text.trim();
    let bracket = text.find('(').filter(|&at| at > 0 && text.ends_with(')'));
    let bare = bracket.map_or(text, |at| text[..at].trim_end());
    if !bare.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Ok(count) = number::parse(bare) {
        return Some(Amount::Count(count));
    }
    if let Some(rest) = bare.strip_suffix('%') {
        return is_number(rest).then_some(Amount::Fraction);
    }
    let currency = CURRENCIES.iter().find_map(|sign| bare.strip_prefix(sign).or_else(|| bare.strip_suffix(sign)));
    if let Some(rest) = currency {
        return is_number(rest).then_some(Amount::Money);
    }
    is_number(bare).then_some(Amount::Fraction)
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
            ("11.9%", Some(Amount::Fraction)),
            ("11,9 %", Some(Amount::Fraction)),
            ("0.65", Some(Amount::Fraction)),
            ("-3", Some(Amount::Fraction)),
            ("2.870,50 €", Some(Amount::Money)),
            ("$2,870", Some(Amount::Money)),
            ("step 1", None),
            ("(2)", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
