//! Fonts, with an estimate of the width of texts: the reader's own font is unknown.
//!
//! The width of a class of letters is that in the wider of two common fonts, DejaVu Sans and Liberation Sans (as wide as
//! Arial and Helvetica), so that a text fits in either. Bold is wider by an eighth. A character that takes two terminal
//! cells is a little wider than an em.

use unicode_segmentation::UnicodeSegmentation;

use crate::map::text::fold;
use crate::map::width::width as cells;

/// The size, weight and anchor of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    pub size: f64,
    pub bold: bool,
    pub anchor: TextAnchor,
}

/// The part of a text that is placed at its position (SVG's `text-anchor`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    Start,
    Middle,
    End,
}

impl Font {
    /// Returns a plain font, anchored at the start.
    pub const fn plain(size: f64) -> Font {
        Font { size, bold: false, anchor: TextAnchor::Start }
    }

    /// Returns a bold font, anchored at the start.
    pub const fn bold(size: f64) -> Font {
        Font { size, bold: true, anchor: TextAnchor::Start }
    }

    /// Returns the font anchored in the middle.
    pub(crate) const fn middle(self) -> Font {
        Font { anchor: TextAnchor::Middle, ..self }
    }

    /// Returns the font anchored at the end.
    pub(crate) const fn end(self) -> Font {
        Font { anchor: TextAnchor::End, ..self }
    }

    /// Returns the greatest width that a text may take.
    pub fn width(self, text: &str) -> f64 {
        text.graphemes(true).map(ems).sum::<f64>() * self.em()
    }

    /// Returns the width of an em.
    fn em(self) -> f64 {
        self.size * if self.bold { 1.125 } else { 1.0 }
    }

    /// Returns the text if it fits into the width, else its beginning and `…`.
    pub(crate) fn cut(self, text: &str, width: f64) -> String {
        if self.fitting(text, width) == text.len() {
            return text.to_owned();
        }
        let fits = self.fitting(text, width - self.width("…"));
        format!("{}…", text[..fits].trim_end())
    }

    /// Wraps a text between words, or inside a word that is too long; after `lines` lines it is cut.
    pub(crate) fn wrap(self, text: &str, width: f64, lines: usize) -> Vec<String> {
        let mut wrapped = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let fits = self.fitting(rest, width);
            if wrapped.len() + 1 >= lines || fits == rest.len() {
                wrapped.push(self.cut(rest, width));
                break;
            }
            let blank = if rest[fits..].starts_with(' ') { Some(fits) } else { rest[..fits].rfind(' ') };
            // At least one grapheme is written, even if it does not fit.
            let first = rest.graphemes(true).next().map_or(rest.len(), str::len);
            let end = blank.filter(|&at| at > 0).unwrap_or(fits).max(first);
            wrapped.push(rest[..end].trim_end().to_owned());
            rest = rest[end..].trim_start();
        }
        wrapped
    }

    /// Returns the length in bytes of the longest beginning that fits into the width.
    fn fitting(self, text: &str, width: f64) -> usize {
        let (mut used, available) = (0.0, width / self.em());
        for (at, grapheme) in text.grapheme_indices(true) {
            used += ems(grapheme);
            if used > available {
                return at;
            }
        }
        text.len()
    }
}

/// Returns the width of a grapheme in ems.
fn ems(grapheme: &str) -> f64 {
    let Some(first) = grapheme.chars().next() else { return 0.0 };
    // Accents do not widen a letter.
    let letter = if first.is_ascii() { first } else { fold(grapheme).chars().next().unwrap_or(first) };
    let letter = if first.is_uppercase() { letter.to_ascii_uppercase() } else { letter };
    match letter {
        'i' | 'j' | 'l' | '\'' => 0.3,
        ' ' | ',' | '.' | ':' | ';' | '/' | '\\' | '|' | 'I' | '·' => 0.35,
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '!' | '`' => 0.43,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' | '_' | '*' | '?' | '"' | '–' | '“' | '”' => 0.6,
        'a'..='z' if !matches!(letter, 'm' | 'w') => 0.65,
        '0'..='9' => 0.65,
        'A'..='Z' if !matches!(letter, 'M' | 'W') => 0.79,
        letter if letter.is_ascii() || matches!(letter, '…' | '—') => 1.0,
        letter => match cells(letter.encode_utf8(&mut [0; 4])) {
            0 => 0.0,
            1 => 0.9,
            2.. => 1.05,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_ends_in_an_ellipsis_and_fits() {
        let plain = Font::plain(10.0);
        assert_eq!(plain.cut("Asks friends", 100.0), "Asks friends");
        let cut = plain.cut("Asks friends", 50.0);
        assert!(cut.ends_with('…') && plain.width(&cut) <= 50.0, "{cut}");
        assert_eq!(plain.wrap("Asks friends", 40.0, 2).len(), 2);
        assert_eq!(plain.wrap("日本語日本語", 22.0, 9), ["日本", "語日", "本語"]);
        assert_eq!(plain.wrap("日本", 1.0, 9), ["日", "本"]);
        assert!(Font::bold(10.0).width("Asks") > plain.width("Asks"));
    }

    #[test]
    fn accents_do_not_widen_letters_and_wide_letters_are_wide() {
        let plain = Font::plain(10.0);
        assert_eq!(plain.width("ñandú"), plain.width("nandu"));
        assert_eq!(plain.width("cafe\u{301}"), plain.width("cafe"));
        assert!(plain.width("日本") > 20.0);
    }
}
