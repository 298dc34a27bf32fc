//! The number that JavaScript makes of a text.

use super::characters::is_space;

/// Converts a text as JavaScript's `Number(text)` does: blank text is 0, text that is no number is NaN.
pub(crate) fn js_number(text: &str) -> f64 {
    let text = text.trim_matches(is_space);
    match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => return integer(&text[2..], 16),
        Some("0o") => return integer(&text[2..], 8),
        Some("0b") => return integer(&text[2..], 2),
        Some(_) | None => {}
    }
    match text.trim_start_matches(['+', '-']) {
        "" if text.is_empty() => 0.0,
        "Infinity" if text.len() <= "+Infinity".len() => {
            if text.starts_with('-') {
                f64::NEG_INFINITY
            } else {
                f64::INFINITY
            }
        }
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) => {
            text.parse().unwrap_or(f64::NAN)
        }
        _ => f64::NAN,
    }
}

fn integer(digits: &str, radix: u32) -> f64 {
    let add = |sum: Option<f64>, c: char| Some(sum? * f64::from(radix) + f64::from(c.to_digit(radix)?));
    if digits.is_empty() { f64::NAN } else { digits.chars().fold(Some(0.0), add).unwrap_or(f64::NAN) }
}
