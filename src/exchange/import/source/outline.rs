//! Outlines whose numbers have several parts, such as `1.1 Sees the ad` below `1. Awareness`.

/// The most digits of a part of a number.
const MAX_DIGITS: usize = 3;

/// Returns a text with a bullet and an indent for the number of each line; none if it is no outline.
///
/// In an outline, several numbers have two or more parts, and the item that a number goes on from stands above it.
pub(super) fn with_bullets(text: &str) -> Option<String> {
    let lines: Vec<(&str, Option<(&str, &str)>)> = text.lines().map(|line| (line, numbered(line))).collect();
    let numbers: Vec<&str> = lines.iter().filter_map(|(_, found)| found.map(|(number, _)| number)).collect();
    let nested = numbers.iter().enumerate().filter_map(|(nth, number)| Some((nth, number.rsplit_once('.')?.0)));
    let has_parent = |(nth, parent): (usize, &str)| numbers[..nth].contains(&parent);
    if nested.clone().count() < 2 || !nested.clone().all(has_parent) {
        return None;
    }
    let bulleted = lines.iter().map(|(line, found)| match found {
        Some((number, item)) => format!("{}- {item}", "  ".repeat(number.matches('.').count())),
        None => (*line).to_owned(),
    });
    Some(bulleted.collect::<Vec<_>>().join("\n"))
}

/// Splits a line into its number, without the sign behind it, and its text.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let end = line.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, rest) = line.split_at(end);
    let number = number.strip_suffix('.').unwrap_or(number);
    let is_part = |part: &str| (1..=MAX_DIGITS).contains(&part.len());
    let text = rest.strip_prefix(')').unwrap_or(rest);
    (number.split('.').all(is_part) && text.starts_with(char::is_whitespace)).then(|| (number, text.trim()))
}
