//! Removes times and names in front of the messages of a chat that was exported or copied.

/// The most words in the name of a sender.
const MAX_NAME_WORDS: usize = 5;

/// Returns the text of a message without the time and the name in front of it; none if the line has no such beginning:
/// `[10:02, 14/11/2026] Ana: text`, `14/11/2026, 10:02 - Ana: text`, `[14/11/26 10:02:11] Ana: text`.
pub(super) fn message(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['\u{200e}', '\u{feff}', ' ']);
    let (stamp, rest) = match line.strip_prefix('[') {
        Some(inner) => inner.split_once(']')?,
        None => line.split_once(" - ")?,
    };
    let (name, text) = rest.split_once(": ").or_else(|| Some((rest.strip_suffix(':')?, "")))?;
    let is_name = name.split_whitespace().count() <= MAX_NAME_WORDS && !name.trim().is_empty();
    (is_name && is_stamp(stamp)).then(|| text.trim())
}

/// Returns true if a text is a date with a time, in any order.
fn is_stamp(text: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | '-' | ':' | ',');
    let small = text.to_lowercase().replace('.', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = ["a m", "p m", "am", "pm"].iter().fold(small, |rest, half| rest.replace(half, ""));
    let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    rest.chars().all(is_mark) && rest.contains(':') && (5..=6).contains(&numbers)
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn times_and_names_are_taken_off() {
        assert_eq!(message("[10:02, 14/11/2026] Marta: pays"), Some("pays"));
        assert_eq!(message("14/11/2026, 10:02 - Ana María: pays: by card"), Some("pays: by card"));
        assert_eq!(message("[14.11.26, 10:02:11] +34 600 11 22 33: pays"), Some("pays"));
        assert_eq!(message("11/14/26, 10:02 PM - Ana: pays"), Some("pays"));
        assert_eq!(message("14/11/2026, 10:02 p. m. - Ana: pays"), Some("pays"));
        assert_eq!(message("[2026-11-14 10:02] Ana: "), Some(""));
        assert_eq!(message("10:02 - 11:00 - Breakfast: eats"), None);
        assert_eq!(message("[x] Ana: pays"), None);
        assert_eq!(message("Ana: pays"), None);
    }
}
