//! Front matter: the lines between `---` and `---` above a diagram, of which the title is read.

use super::clean::{Clean, is_space};

/// The title of front matter, which has no other line to be told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    None,
    Given(String),
    /// The line of a title that Mermaid cannot read.
    Unreadable(usize),
}

/// Takes front matter out, and gives its title.
pub fn cut_front_matter(clean: &mut Clean) -> Title {
    let Some((body, end)) = bounds(&clean.text) else { return Title::None };
    let mut begins = body.start;
    let mut title = Title::None;
    let lines = &clean.text[body];
    // Lines that stand further in belong to other keys.
    let margin = lines.len() - lines.trim_start().len();
    let margin = &lines[lines[..margin].rfind('\n').map_or(0, |end| end + 1)..margin];
    for line in lines.split_inclusive('\n') {
        let value = line.strip_prefix(margin).and_then(title_line);
        title = match value.map(scalar) {
            None => title,
            Some(Some(text)) if text.is_empty() => Title::None,
            Some(Some(text)) => Title::Given(text),
            Some(None) => Title::Unreadable(clean.line(begins)),
        };
        begins += line.len();
    }
    clean.cut_beginning(end);
    title
}

/// Where the lines of front matter are, and where it ends.
fn bounds(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let indent = &text[..text.len() - text.trim_start_matches(|c| is_space(c) && c != '\n').len()];
    let behind = text[indent.len()..].strip_prefix("---")?;
    let blank = &behind[..behind.len() - behind.trim_start_matches(is_space).len()];
    let offset = text.len() - behind.len();
    let closing = format!("\n{indent}---");
    // The lines begin below the last of the blank lines; or above it, where it stands in front of the closing.
    for (line_end, _) in blank.rmatch_indices('\n').take(2) {
        let begin = offset + line_end + 1;
        let mut from = begin;
        while let Some(at) = text[from..].find(&closing).map(|at| from + at) {
            let behind = &text[at + closing.len()..];
            let blank = &behind[..behind.len() - behind.trim_start_matches(is_space).len()];
            if let Some(end) = blank.rfind('\n') {
                return Some((begin..at, at + closing.len() + end + 1));
            }
            from = at + 1;
        }
    }
    None
}

/// What stands behind `title:` on a line that begins with it.
fn title_line(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let key = ["title", "\"title\"", "'title'"].into_iter().find_map(|key| line.strip_prefix(key))?;
    let value = key.trim_start_matches(' ').strip_prefix(':')?;
    (value.is_empty() || value.starts_with([' ', '\t'])).then(|| value.trim())
}

/// The text of a value on one line; none where it cannot be read.
fn scalar(value: &str) -> Option<String> {
    let comment = |rest: &str| rest.trim_start().is_empty() || rest.trim_start().starts_with('#');
    match value.chars().next() {
        None | Some('#') => Some(String::new()),
        Some('\'') => {
            let inner = value[1..].replace("''", "\u{0}");
            let (text, rest) = inner.split_once('\'')?;
            comment(rest).then(|| text.replace('\u{0}', "'"))
        }
        Some('"') => {
            let end = closing_quote(&value[1..])? + 2;
            let text = serde_json::from_str(&value[..end]).ok()?;
            comment(&value[end..]).then_some(text)
        }
        Some('|' | '>' | '&' | '*' | '!' | '[' | '{' | '@' | '`' | '%') => None,
        Some(_) => {
            let plain = value.find(" #").map_or(value, |comment| &value[..comment]).trim();
            let bad = plain.contains(": ") || plain.ends_with(':');
            let nothing = matches!(plain, "~" | "null" | "Null" | "NULL" | "false" | "0");
            (!bad).then(|| if nothing { String::new() } else { plain.to_owned() })
        }
    }
}

/// Where a text between double quotes ends.
fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at)
    })
}
