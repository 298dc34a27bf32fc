//! Escaping, so that Markdown shows a text as it is: without marks, links, references or HTML.

use std::borrow::Cow;

/// Escapes a text of one line, for any place of a page except code.
pub(crate) fn escape_line(text: &str) -> Cow<'_, str> {
    let is_letter = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
    if text.starts_with(is_letter) && text.chars().all(|c| is_letter(c) || c == ' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut characters = text.char_indices().peekable();
    let mut last = None;
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        // Characters with a meaning only at the beginning of a line: lists, headings, rules, attributes.
        let opens_line = match c {
            '-' | '+' | '=' | ':' | '%' => at == 0,
            '.' | ')' => at > 0 && text.len() - at == after_digits && next.is_none_or(|next| next == ' '),
            _ => false,
        };
        match c {
            // A blank at an edge of the line would be indentation, a line break, or dropped.
            ' ' if at == 0 || next.is_none() => escaped.push_str("&#32;"),
            '|' => escaped.push_str("&#124;"),
            _ if opens_line || is_markup(c) || makes_address(last, c, next) => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
        last = Some(c);
    }
    Cow::Owned(escaped)
}

/// Returns true for characters that have a meaning anywhere in a line, in any dialect of Markdown.
const fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '&' | '#' | '~' | '$' | '^' | '@')
}

/// Returns true if a dot or a colon turns its neighbours into a link: `www.`, `example.com`, `http:/`.
fn makes_address(last: Option<char>, c: char, next: Option<char>) -> bool {
    let is_alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '.' => is_alphanumeric(last) && is_alphanumeric(next) && !next.is_some_and(|c| c.is_ascii_digit()),
        ':' => is_alphanumeric(last) && next == Some('/'),
        _ => false,
    }
}

/// Returns a text of several lines as a block quote that keeps its lines and paragraphs.
pub(crate) fn quote_block(text: &str) -> String {
    let lines: Vec<&str> = text.trim_matches('\n').split('\n').collect();
    let is_blank = |line: &str| line.trim().is_empty();
    let mut escaped = String::new();
    for (nth, each) in lines.iter().enumerate() {
        if is_blank(each) {
            escaped.push_str(">\n");
            continue;
        }
        let has_break = lines.get(nth + 1).is_some_and(|next| !is_blank(next));
        escaped.push_str(&format!("> {}{}\n", escape_line(each), if has_break { "\\" } else { "" }));
    }
    escaped
}

/// Returns a fence for a code block that is longer than any run of backticks in the code.
pub(crate) fn code_fence(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(3.max(longest + 1))
}
