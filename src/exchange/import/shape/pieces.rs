//! Splitting a cell that holds several texts.

use crate::exchange::import::bullet::after_bullet;

/// Splits a cell at its line ends, semicolons and bullets.
pub(crate) fn split(cell: &str) -> Vec<&str> {
    let pieces = cell.split(['\n', '\r', ';', '•', '◦', '▪', '‣', '●']);
    pieces.map(without_bullet).filter(|piece| !piece.is_empty()).collect()
}

/// Returns a text without the bullet or the number in front of it.
pub(crate) fn without_bullet(text: &str) -> &str {
    let text = text.trim();
    after_bullet(text).unwrap_or(text)
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
