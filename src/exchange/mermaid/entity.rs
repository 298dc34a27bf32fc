//! Entities, characters written as `#35;` or `#quot;`: in a diagram they hold what would otherwise be syntax.

use std::borrow::Cow;

use super::characters::{is_space, is_word};
use super::mapped_text::MappedText;

/// What Mermaid replaces the `#` of a number with.
const NUMBER: &str = "ﬂ°°";
/// What Mermaid replaces the `#` of a name with.
const NAME: &str = "ﬂ°";
/// What Mermaid replaces the closing `;` with.
const END: &str = "¶ß";

/// The names of the characters from U+00A0 to U+00FF, in their order.
const LATIN: &str = "nbsp,iexcl,cent,pound,curren,yen,brvbar,sect,uml,copy,ordf,laquo,not,shy,reg,macr,deg,plusmn,sup2,\
    sup3,acute,micro,para,middot,cedil,sup1,ordm,raquo,frac14,frac12,frac34,iquest,Agrave,Aacute,Acirc,Atilde,Auml,Aring,\
    AElig,Ccedil,Egrave,Eacute,Ecirc,Euml,Igrave,Iacute,Icirc,Iuml,ETH,Ntilde,Ograve,Oacute,Ocirc,Otilde,Ouml,times,\
    Oslash,Ugrave,Uacute,Ucirc,Uuml,Yacute,THORN,szlig,agrave,aacute,acirc,atilde,auml,aring,aelig,ccedil,egrave,eacute,\
    ecirc,euml,igrave,iacute,icirc,iuml,eth,ntilde,ograve,oacute,ocirc,otilde,ouml,divide,oslash,ugrave,uacute,ucirc,\
    uuml,yacute,thorn,yuml";
/// Other characters with names.
const OTHERS: [(&str, char); 34] = [
    ("quot", '"'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("apos", '\''),
    ("colon", ':'),
    ("semi", ';'),
    ("comma", ','),
    ("num", '#'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("lsqb", '['),
    ("rsqb", ']'),
    ("lcub", '{'),
    ("rcub", '}'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("period", '.'),
    ("excl", '!'),
    ("quest", '?'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("rarr", '→'),
    ("larr", '←'),
    ("hearts", '♥'),
];

/// Escapes a text for the name of a task or a section, so that a diagram shows it as it is.
pub(crate) fn escape(text: &str) -> String {
    const KEYWORDS: [&str; 5] = ["title", "section", "journey", "acctitle", "accdescr"];
    let begins_with_keyword = KEYWORDS.iter().any(|word| {
        let begins = text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        begins && !text[word.len()..].starts_with(is_word)
    });
    let mut escaped = String::with_capacity(text.len());
    let mut last = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        let is_syntax = match c {
            '#' | ';' | ':' | '<' | '>' => true,
            '%' => last.is_none() || last == Some('%') || matches!(next, Some('%' | '{')),
            // The first characters of Mermaid's own placeholders.
            'ﬂ' => next == Some('°'),
            '¶' => next == Some('ß'),
            _ => last.is_none() && begins_with_keyword,
        };
        if is_syntax {
            escaped.push_str(&format!("#{};", u32::from(c)));
        } else {
            escaped.push(c);
        }
        last = Some(c);
    }
    escaped
}

/// Escapes a text for the title of a diagram, where Mermaid shows a bare `&` wrongly.
pub(crate) fn escape_title(text: &str) -> String {
    escape(text).replace('&', "#38;")
}

/// Escapes a text for a list with commas.
pub(crate) fn escape_list_item(text: &str) -> String {
    escape(text).replace(',', "#44;")
}

/// Replaces the `#` and `;` of entities with Mermaid's placeholders, as Mermaid does before it parses.
pub(crate) fn encode(mapped: &mut MappedText) {
    let text = &*mapped.text;
    let mut edits = Vec::new();
    for (at, _) in text.match_indices('#') {
        let rest = &text[at + 1..];
        let length = rest.len() - rest.trim_start_matches(is_word).len();
        if length > 0 && rest[length..].starts_with(';') {
            let name = &rest[..length];
            let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
            let encoded = format!("{}{name}{END}", if is_number { NUMBER } else { NAME });
            edits.push((at..at + length + 2, Cow::Owned(encoded)));
        }
    }
    mapped.replace(edits);
}

/// A decoded text.
pub(crate) struct Decoded {
    pub text: String,
    /// The names of entities that are not known; they stay in the text.
    pub unknown: Vec<String>,
}

/// Decodes the entities of an encoded text as Mermaid shows them, and turns each `<br>` into a blank.
pub(crate) fn decode(text: &str) -> Decoded {
    let text = breaks_to_blanks(text);
    let (mut decoded, mut unknown) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once(NAME) {
        decoded += &before.replace(END, ";");
        let number = after.strip_prefix('°');
        let entity = number.unwrap_or(after);
        let length = entity.len() - entity.trim_start_matches(is_word).len();
        let (name, end) = entity.split_at(length);
        let character = end.starts_with(END).then(|| match number {
            Some(_) => by_number(name),
            None => by_name(name),
        });
        match character.flatten() {
            Some(c) => {
                decoded.push(c);
                rest = &end[END.len()..];
            }
            None => {
                if end.starts_with(END) {
                    unknown.push(name.to_owned());
                }
                decoded.push_str(if number.is_some() { "&#" } else { "&" });
                rest = entity;
            }
        }
    }
    decoded += &rest.replace(END, ";");
    Decoded { text: decoded, unknown }
}

/// Replaces `<br>`, `<br/>` and `<br />` with a blank.
fn breaks_to_blanks(text: &str) -> Cow<'_, str> {
    let mut joined = String::new();
    let mut rest = text;
    for (at, _) in text.match_indices('<') {
        let tag = text[at + 1..].get(..2).filter(|name| name.eq_ignore_ascii_case("br"));
        let end = tag.map(|_| text[at + 3..].trim_start_matches(is_space));
        let end = end.map(|end| end.strip_prefix('/').unwrap_or(end)).and_then(|end| end.strip_prefix('>'));
        if let Some(after) = end {
            joined += &text[text.len() - rest.len()..at];
            joined.push(' ');
            rest = after;
        }
    }
    if joined.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(joined + rest) }
}

fn by_number(digits: &str) -> Option<char> {
    let number: u32 = digits.parse().ok()?;
    Some(char::from_u32(number).filter(|&c| c != '\0').unwrap_or('\u{fffd}'))
}

fn by_name(name: &str) -> Option<char> {
    let latin = || (0xa0_u32..).zip(LATIN.split(',')).find(|(_, each)| *each == name);
    let other = OTHERS.iter().find(|(each, _)| *each == name).map(|&(_, c)| c);
    other.or_else(|| latin().and_then(|(number, _)| char::from_u32(number)))
}
