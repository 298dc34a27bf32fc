//! Text that Markdown shows as it is: no mark, link, reference or HTML in it has a meaning.

use std::borrow::Cow;

/// A text on one line, for any place of a page but the inside of code.
pub fn escape_line(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
    if text.starts_with(plain) && text.chars().all(|c| plain(c) || c == ' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 8);
    let begins = text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut characters = text.char_indices().peekable();
    let mut last = None;
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        // What only means something where a line begins: lists, headings, rules, attributes.
        let first = match c {
            '-' | '+' | '=' | ':' | '%' => at == 0,
            '.' | ')' => at > 0 && text.len() - at == begins && next.is_none_or(|next| next == ' '),
            _ => false,
        };
        match c {
            // A blank at the edge of a line would be indentation, a line break, or nothing.
            ' ' if at == 0 || next.is_none() => written.push_str("&#32;"),
            '|' => written.push_str("&#124;"),
            _ if first || always(c) || joins(last, c, next) => {
                written.push('\\');
                written.push(c);
            }
            _ => written.push(c),
        }
        last = Some(c);
    }
    Cow::Owned(written)
}

/// Marks that mean something anywhere in some dialect.
const fn always(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '&' | '#' | '~' | '$' | '^' | '@')
}

/// Whether a point or a colon makes an address of its neighbours: `www.`, `example.com`, `http:/`.
fn joins(last: Option<char>, c: char, next: Option<char>) -> bool {
    let beside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '.' => beside(last) && beside(next) && !next.is_some_and(|c| c.is_ascii_digit()),
        ':' => beside(last) && next == Some('/'),
        _ => false,
    }
}

/// A text of several lines as a quotation, its lines and paragraphs kept.
pub fn quote_block(text: &str) -> String {
    let lines: Vec<&str> = text.trim_matches('\n').split('\n').collect();
    let is_blank = |line: &str| line.trim().is_empty();
    let mut written = String::new();
    for (nth, each) in lines.iter().enumerate() {
        if is_blank(each) {
            written.push_str(">\n");
            continue;
        }
        let broken = lines.get(nth + 1).is_some_and(|next| !is_blank(next));
        written.push_str(&format!("> {}{}\n", escape_line(each), if broken { "\\" } else { "" }));
    }
    written
}

/// A fence that closes no sooner than the text of code between.
pub fn code_fence(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(3.max(longest + 1))
}
