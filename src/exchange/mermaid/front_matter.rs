//! Front matter: the YAML lines between two `---` above a diagram, of which only the title is read.

use super::characters::is_space;
use super::mapped_text::MappedText;

/// The title in the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FrontMatterTitle {
    None,
    Given(String),
    /// Mermaid cannot read the title on this line.
    Unreadable {
        line: usize,
    },
}

/// Removes the front matter and returns its title.
pub(crate) fn remove_front_matter(mapped: &mut MappedText) -> FrontMatterTitle {
    let Some((body, end)) = bounds(&mapped.text) else { return FrontMatterTitle::None };
    let mut begins = body.start;
    let mut title = FrontMatterTitle::None;
    let lines = &mapped.text[body];
    // Lines with a deeper indent belong to other keys.
    let margin = lines.len() - lines.trim_start().len();
    let margin = &lines[lines[..margin].rfind('\n').map_or(0, |end| end + 1)..margin];
    for line in lines.split_inclusive('\n') {
        let value = line.strip_prefix(margin).and_then(title_line);
        title = match value.map(scalar) {
            None => title,
            Some(Some(text)) if text.is_empty() => FrontMatterTitle::None,
            Some(Some(text)) => FrontMatterTitle::Given(text),
            Some(None) => FrontMatterTitle::Unreadable { line: mapped.line(begins) },
        };
        begins += line.len();
    }
    mapped.remove_before(end);
    title
}

/// Returns the range of the lines in the front matter, and the place after its closing `---`.
fn bounds(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let indent = &text[..text.len() - text.trim_start_matches(|c| is_space(c) && c != '\n').len()];
    let after = text[indent.len()..].strip_prefix("---")?;
    let blank = &after[..after.len() - after.trim_start_matches(is_space).len()];
    let offset = text.len() - after.len();
    let closing = format!("\n{indent}---");
    // The lines begin below the last blank line, or above it if the closing `---` follows at once.
    for (line_end, _) in blank.rmatch_indices('\n').take(2) {
        let begin = offset + line_end + 1;
        let mut from = begin;
        while let Some(at) = text[from..].find(&closing).map(|at| from + at) {
            let after = &text[at + closing.len()..];
            let blank = &after[..after.len() - after.trim_start_matches(is_space).len()];
            if let Some(end) = blank.rfind('\n') {
                return Some((begin..at, at + closing.len() + end + 1));
            }
            from = at + 1;
        }
    }
    None
}

/// Returns the text after `title:` at the beginning of a line.
fn title_line(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let key = ["title", "\"title\"", "'title'"].into_iter().find_map(|key| line.strip_prefix(key))?;
    let value = key.trim_start_matches(' ').strip_prefix(':')?;
    (value.is_empty() || value.starts_with([' ', '\t'])).then(|| value.trim())
}

/// Returns the text of a YAML value on one line; none if Mermaid cannot read it.
fn scalar(value: &str) -> Option<String> {
    let is_comment = |rest: &str| rest.trim_start().is_empty() || rest.trim_start().starts_with('#');
    match value.chars().next() {
        None | Some('#') => Some(String::new()),
        Some('\'') => {
            let inner = value[1..].replace("''", "\u{0}");
            let (text, rest) = inner.split_once('\'')?;
            is_comment(rest).then(|| text.replace('\u{0}', "'"))
        }
        Some('"') => {
            let end = closing_quote(&value[1..])? + 2;
            let text = serde_json::from_str(&value[..end]).ok()?;
            is_comment(&value[end..]).then_some(text)
        }
        Some('|' | '>' | '&' | '*' | '!' | '[' | '{' | '@' | '`' | '%') => None,
        Some(_) => {
            let plain = value.find(" #").map_or(value, |comment| &value[..comment]).trim();
            let is_invalid = plain.contains(": ") || plain.ends_with(':');
            let is_empty = matches!(plain, "~" | "null" | "Null" | "NULL" | "false" | "0");
            (!is_invalid).then(|| if is_empty { String::new() } else { plain.to_owned() })
        }
    }
}

/// Returns the place of the closing double quote.
fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at)
    })
}
