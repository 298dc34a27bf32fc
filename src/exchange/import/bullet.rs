//! The bullets and numbers in front of the items of a list.

/// The characters that begin an item of a list.
const BULLETS: [char; 10] = ['-', '*', '+', '•', '◦', '▪', '‣', '–', '·', '●'];
/// The most digits of an item's number.
const MAX_DIGITS: usize = 4;

/// Returns the text after a bullet, a number or a box to tick: `- a`, `1. a`, `2) a`, `* [x] a`. A sign that belongs to the
/// text, as in `-5`, is none.
pub(crate) fn after_bullet(line: &str) -> Option<&str> {
    let after_bullet = line.strip_prefix(BULLETS).filter(|rest| rest.starts_with(char::is_whitespace));
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_number = line[digits..].strip_prefix(['.', ')']);
    let after_number =
        after_number.filter(|rest| (1..=MAX_DIGITS).contains(&digits) && rest.starts_with(char::is_whitespace));
    let text = after_bullet.or(after_number)?.trim_start();
    let unticked = ["[ ]", "[x]", "[X]"].into_iter().find_map(|tick| text.strip_prefix(tick));
    Some(unticked.map_or(text, str::trim_start))
}
