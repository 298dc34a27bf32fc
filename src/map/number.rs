//! Whole numbers as people type them: `1200`, `1,200`, `1.200`, `1.2k`, `3M`.

/// Why a text is not a number of customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The text is not a number.
    #[error("a whole number, like 1200 or 1.2k")]
    NotANumber,
    /// The number is below 0.
    #[error("a number that is not negative")]
    Negative,
    /// The number has a fraction.
    #[error("a whole number")]
    NotWhole,
    /// The number is above 2⁶⁴ − 1.
    #[error("a number below 18,446,744,073,709,551,616")]
    TooLarge,
}

/// Parses a whole number; thousands may be grouped by commas, points or blanks, or abbreviated by `k` or `M`.
pub fn parse(text: &str) -> Result<u64, NumberError> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_err(|_| NumberError::TooLarge);
    }
    if let Some(rest) = text.strip_prefix(['-', '−']) {
        return Err(if parse(rest).is_ok() { NumberError::Negative } else { NumberError::NotANumber });
    }
    let (digits, scale) = match text.char_indices().next_back() {
        Some((at, 'k' | 'K')) => (text[..at].trim_end(), 3),
        Some((at, 'm' | 'M')) => (text[..at].trim_end(), 6),
        _ => (text, 0),
    };
    let mut parts = digits.split([',', '.', ' ', '\u{a0}', '\u{202f}']);
    let whole = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !rest.iter().all(|part| is_digits(part)) {
        return Err(NumberError::NotANumber);
    }
    let separators: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let has_one_separator = separators.windows(2).all(|pair| pair[0] == pair[1]);
    let is_grouped =
        whole.len() <= 3 && !whole.starts_with('0') && rest.iter().all(|part| part.len() == 3) && has_one_separator;
    match rest.as_slice() {
        [] => scaled(whole, "", scale),
        // Three digits after the point may be thousands or a fraction: the text is ambiguous, so it is rejected.
        [fraction] if scale > 0 && fraction.len() != 3 && separators != [' '] => scaled(whole, fraction, scale),
        _ if is_grouped && scale == 0 => scaled(&format!("{whole}{}", rest.concat()), "", 0),
        [_] if scale == 0 && separators != [' '] => Err(NumberError::NotWhole),
        _ => Err(NumberError::NotANumber),
    }
}

/// Returns `whole.fraction` times ten to the power of `scale`.
fn scaled(whole: &str, fraction: &str, scale: usize) -> Result<u64, NumberError> {
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > scale {
        return Err(NumberError::NotWhole);
    }
    let digits = format!("{whole}{fraction:0<scale$}");
    digits.parse().map_err(|_| NumberError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parsed_as_people_type_them() {
        let cases = [
            ("0", Ok(0)),
            ("1200", Ok(1_200)),
            ("1.2k", Ok(1_200)),
            ("1,2k", Ok(1_200)),
            ("3M", Ok(3_000_000)),
            ("0.25M", Ok(250_000)),
            ("12,000", Ok(12_000)),
            ("12.000", Ok(12_000)),
            ("1 234 567", Ok(1_234_567)),
            ("18446744073709551615", Ok(u64::MAX)),
            ("18446744073709551616", Err(NumberError::TooLarge)),
            ("99999999999999999999M", Err(NumberError::TooLarge)),
            ("1.5", Err(NumberError::NotWhole)),
            ("1.2345k", Err(NumberError::NotWhole)),
            ("12.000k", Err(NumberError::NotANumber)),
            ("0.500", Err(NumberError::NotWhole)),
            ("-4", Err(NumberError::Negative)),
            ("-x", Err(NumberError::NotANumber)),
            ("1,200.000", Err(NumberError::NotANumber)),
            ("", Err(NumberError::NotANumber)),
            ("k", Err(NumberError::NotANumber)),
            ("many", Err(NumberError::NotANumber)),
            ("١٢", Err(NumberError::NotANumber)),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
