//! Splitting a cell that holds several texts.

/// Signs in front of the texts of a list.
const BULLETS: [char; 9] = ['•', '·', '◦', '▪', '‣', '●', '*', '–', '-'];

/// Splits a cell at its line ends, semicolons and bullets.
pub(crate) fn split(cell: &str) -> Vec<&str> {
    let pieces = cell.split(['\n', '\r', ';', '•', '◦', '▪', '‣', '●']);
    pieces.map(without_bullet).filter(|piece| !piece.is_empty()).collect()
}

/// Returns a text without the bullet or the number in front of it: `- a`, `1. a`, `2) a`.
pub(crate) fn without_bullet(text: &str) -> &str {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(BULLETS) {
        // A sign that belongs to the text, as in `-5`, stays.
        return if rest.starts_with(char::is_whitespace) { rest.trim() } else { text };
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number_length = text.len() - rest.len();
    let after = rest.strip_prefix(['.', ')']).filter(|after| after.starts_with(char::is_whitespace));
    after.filter(|_| (1..=3).contains(&number_length)).map_or(text, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_split_at_line_ends_semicolons_and_bullets() {
        assert_eq!(split("a; b\n- c, d\n2) e\n\n• f • g"), ["a", "b", "c, d", "e", "f", "g"]);
        assert_eq!(split("self-service -5 1.5 kg"), ["self-service -5 1.5 kg"]);
        assert_eq!(without_bullet("1. session_start"), "session_start");
    }
}
