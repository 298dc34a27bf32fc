//! Whole numbers as spreadsheets write them, also `12000.0`, `1.200,00` and `1.2E+04`.

use crate::map::number::{self, NumberError};

/// Parses a whole number as people type it or as a spreadsheet shows it.
pub fn parse(text: &str) -> Result<u64, NumberError> {
    let text = text.trim();
    if let Some((mantissa, exponent)) = text.split_once(['e', 'E']) {
        return scientific(mantissa, exponent);
    }
    number::parse(text).or_else(|fault| without_fraction(text).map_or(Err(fault), number::parse))
}

/// Returns true if the spreadsheet may have rounded the number: it is in scientific notation.
pub(crate) fn is_rounded(text: &str) -> bool {
    text.contains(['e', 'E'])
}

/// Returns the text before a fraction of only zeros.
fn without_fraction(text: &str) -> Option<&str> {
    let at = text.rfind([',', '.'])?;
    let (whole, fraction) = (&text[..at], &text[at + 1..]);
    let is_zero = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    (is_zero && !whole.contains(&text[at..=at])).then_some(whole)
}

fn scientific(mantissa: &str, exponent: &str) -> Result<u64, NumberError> {
    if let Some(positive) = mantissa.strip_prefix(['-', '−']) {
        return scientific(positive, exponent).and(Err(NumberError::Negative));
    }
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = exponent.parse().map_err(|_| NumberError::NotANumber)?;
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return Err(NumberError::NotANumber);
    }
    let digits: u128 = format!("{whole}{fraction}").parse().map_err(|_| NumberError::TooLarge)?;
    let scale = i64::from(exponent) - fraction.len() as i64;
    let scale = u32::try_from(scale).map_err(|_| NumberError::NotWhole)?;
    let number = 10_u128.checked_pow(scale).and_then(|power| digits.checked_mul(power));
    number.and_then(|number| u64::try_from(number).ok()).ok_or(NumberError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        let cases = [
            ("12000", Ok(12_000)),
            ("12.000", Ok(12_000)),
            ("12000.0", Ok(12_000)),
            ("12000,00", Ok(12_000)),
            ("1,200.0", Ok(1_200)),
            ("1.200,0", Ok(1_200)),
            ("12000.000", Ok(12_000)),
            ("0.000", Ok(0)),
            ("1E+05", Ok(100_000)),
            ("1,2E+04", Ok(12_000)),
            ("1.80000E1", Ok(18)),
            ("1.8446744073709551615E19", Ok(u64::MAX)),
            ("1.85E19", Err(NumberError::TooLarge)),
            ("1E+400", Err(NumberError::TooLarge)),
            ("1.25E1", Err(NumberError::NotWhole)),
            ("1E-3", Err(NumberError::NotWhole)),
            ("-1E3", Err(NumberError::Negative)),
            ("-4.0", Err(NumberError::Negative)),
            ("1.5", Err(NumberError::NotWhole)),
            ("1.200.0", Err(NumberError::NotANumber)),
            ("E5", Err(NumberError::NotANumber)),
            ("1E", Err(NumberError::NotANumber)),
            ("one", Err(NumberError::NotANumber)),
            (".0", Err(NumberError::NotANumber)),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
