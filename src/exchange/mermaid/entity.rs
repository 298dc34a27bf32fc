//! Characters by number or name, `#35;` `#quot;`: so a diagram holds what would mean something else in it.

use std::borrow::Cow;

use super::clean::{Clean, is_space, is_word};

/// What Mermaid puts in the place of `#` in front of a number.
const NUMBER: &str = "ﬂ°°";
/// What Mermaid puts in the place of `#` in front of a name.
const NAME: &str = "ﬂ°";
/// What Mermaid puts in the place of the closing `;`.
const END: &str = "¶ß";

/// The names of the characters from U+00A0 to U+00FF, in their order.
const LATIN: &str = "nbsp,iexcl,cent,pound,curren,yen,brvbar,sect,uml,copy,ordf,laquo,not,shy,reg,macr,deg,plusmn,sup2,\
    sup3,acute,micro,para,middot,cedil,sup1,ordm,raquo,frac14,frac12,frac34,iquest,Agrave,Aacute,Acirc,Atilde,Auml,Aring,\
    AElig,Ccedil,Egrave,Eacute,Ecirc,Euml,Igrave,Iacute,Icirc,Iuml,ETH,Ntilde,Ograve,Oacute,Ocirc,Otilde,Ouml,times,\
    Oslash,Ugrave,Uacute,Ucirc,Uuml,Yacute,THORN,szlig,agrave,aacute,acirc,atilde,auml,aring,aelig,ccedil,egrave,eacute,\
    ecirc,euml,igrave,iacute,icirc,iuml,eth,ntilde,ograve,oacute,ocirc,otilde,ouml,divide,oslash,ugrave,uacute,ucirc,\
    uuml,yacute,thorn,yuml";
/// Other characters that have names.
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

/// Writes a text so that a diagram shows it as it is, where a title, a task or a section may stand.
pub fn written(text: &str) -> String {
    const WORDS: [&str; 5] = ["title", "section", "journey", "acctitle", "accdescr"];
    let keyword = WORDS.iter().any(|word| {
        let begins = text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        begins && !text[word.len()..].starts_with(is_word)
    });
    let mut written = String::with_capacity(text.len());
    let mut last = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        let telling = match c {
            '#' | ';' | ':' | '<' | '>' => true,
            '%' => last.is_none() || last == Some('%') || matches!(next, Some('%' | '{')),
            'ﬂ' => next == Some('°'),
            '¶' => next == Some('ß'),
            _ => last.is_none() && keyword,
        };
        if telling {
            written.push_str(&format!("#{};", u32::from(c)));
        } else {
            written.push(c);
        }
        last = Some(c);
    }
    written
}

/// Writes a text as the diagram's title, in which Mermaid spoils an `&`.
pub fn written_title(text: &str) -> String {
    written(text).replace('&', "#38;")
}

/// Writes a text as one of several between commas.
pub fn written_in_list(text: &str) -> String {
    written(text).replace(',', "#44;")
}

/// Puts Mermaid's own signs in the place of what tells a character.
pub fn encode(clean: &mut Clean) {
    let text = &*clean.text;
    let mut edits = Vec::new();
    for (at, _) in text.match_indices('#') {
        let behind = &text[at + 1..];
        let length = behind.len() - behind.trim_start_matches(is_word).len();
        if length > 0 && behind[length..].starts_with(';') {
            let told = &behind[..length];
            let number = told.bytes().all(|byte| byte.is_ascii_digit());
            let encoded = format!("{}{told}{END}", if number { NUMBER } else { NAME });
            edits.push((at..at + length + 2, Cow::Owned(encoded)));
        }
    }
    clean.replace(edits);
}

/// A text as Mermaid shows it, with a blank for each `<br>`, and the names of characters in it that are not known.
pub fn shown(text: &str) -> (String, Vec<String>) {
    let text = without_breaks(text);
    let (mut shown, mut unknown) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = &*text;
    while let Some((before, behind)) = rest.split_once(NAME) {
        shown += &before.replace(END, ";");
        let number = behind.strip_prefix('°');
        let told = number.unwrap_or(behind);
        let length = told.len() - told.trim_start_matches(is_word).len();
        let (name, end) = told.split_at(length);
        let character = end.starts_with(END).then(|| match number {
            Some(_) => by_number(name),
            None => by_name(name),
        });
        match character.flatten() {
            Some(c) => {
                shown.push(c);
                rest = &end[END.len()..];
            }
            None => {
                if end.starts_with(END) {
                    unknown.push(name.to_owned());
                }
                shown.push_str(if number.is_some() { "&#" } else { "&" });
                rest = told;
            }
        }
    }
    shown += &rest.replace(END, ";");
    (shown, unknown)
}

fn without_breaks(text: &str) -> Cow<'_, str> {
    let mut joined = String::new();
    let mut rest = text;
    for (at, _) in text.match_indices('<') {
        let tag = text[at + 1..].get(..2).filter(|name| name.eq_ignore_ascii_case("br"));
        let end = tag.map(|_| text[at + 3..].trim_start_matches(is_space));
        let end = end.map(|end| end.strip_prefix('/').unwrap_or(end)).and_then(|end| end.strip_prefix('>'));
        if let Some(behind) = end {
            joined += &text[text.len() - rest.len()..at];
            joined.push(' ');
            rest = behind;
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
