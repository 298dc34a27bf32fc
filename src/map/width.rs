//! Measures, cuts and wraps text by terminal cells.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns how many cells a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if text.chars().all(is_single) {
        text.chars().count()
    } else {
        text.width()
    }
}

/// Returns true for a character that is a grapheme by itself and takes one cell, whichever such characters are beside it:
/// most of Latin, and the symbols of the interface. Measuring and splitting other texts takes ten times as long.
pub(crate) fn is_single(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{2ff}')
        || matches!(c, '–'..='”' | '•' | '…' | '≈' | '≠' | '≤' | '≥' | '−' | '─'..='▟' | '●' | '◆' | '◇' | '◎')
        || matches!(c, '▲' | '▼' | '▽' | '▸' | '▣' | '⌂' | '↑' | '→' | '↓' | '←' | '↻' | '✓')
}

/// Returns the text if it fits into `cells`, otherwise its beginning and `…`; never cuts inside a grapheme.
pub(crate) fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let Some(available) = cells.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    Cow::Owned(format!("{}…", text[..fitting_length(text, available)].trim_end()))
}

/// Returns the text if it fits into `cells`, otherwise `…` and its end; never cuts inside a grapheme.
pub(crate) fn cut_front(text: &str, cells: usize) -> Cow<'_, str> {
    let all = width(text);
    if all <= cells {
        return Cow::Borrowed(text);
    }
    let Some(available) = cells.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut left = all;
    let fits = |(at, grapheme): (usize, &str)| {
        left -= grapheme.width();
        (left <= available).then_some(at + grapheme.len())
    };
    let from = text.grapheme_indices(true).find_map(fits).unwrap_or(text.len());
    Cow::Owned(format!("…{}", &text[from..]))
}

/// Returns the text in exactly `cells` cells: cut, or padded with blanks on the right.
pub fn fill(text: &str, cells: usize) -> String {
    let cut = cut(text, cells);
    let blanks = cells.saturating_sub(width(&cut));
    format!("{cut}{:blanks$}", "")
}

/// Returns the text at the right of `cells` cells, padded with blanks on the left. A text that is too long stays as it is.
pub(crate) fn align_right(text: &str, cells: usize) -> String {
    format!("{:1$}{text}", "", cells.saturating_sub(width(text)))
}

/// Returns the length in bytes of the longest beginning that fits into `cells`.
fn fitting_length(text: &str, cells: usize) -> usize {
    let (mut at, mut used) = (0, 0);
    let mut chars = text.chars();
    while let Some(first) = chars.next() {
        let next = chars.clone().next();
        let (length, taken) = if is_single(first) && next.is_none_or(is_single) {
            (first.len_utf8(), 1)
        } else {
            let grapheme = text[at..].graphemes(true).next().unwrap_or_default();
            chars = text[at + grapheme.len()..].chars();
            (grapheme.len(), grapheme.width())
        };
        used += taken;
        if used > cells {
            break;
        }
        at += length;
    }
    at
}

/// Wraps a text into lines of at most `cells`, given as byte ranges. Lines break between words, and inside words that are
/// too long, but not before a `%`.
///
/// Returns at most `lines` ranges; if more lines are needed, the last range contains the whole rest, to be [`cut`].
pub(crate) fn wrap(text: &str, cells: usize, lines: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::with_capacity(lines);
    let mut start = 0;
    while start < text.len() && ranges.len() < lines {
        let rest = &text[start..];
        let fits = fitting_length(rest, cells);
        if fits == rest.len() || ranges.len() + 1 == lines {
            ranges.push(start..text.len());
            break;
        }
        // A blank directly after the fitting text also ends the line. A number keeps its `%`.
        let blanks = rest[..fits].rmatch_indices(' ').map(|(at, _)| at);
        let after = rest[fits..].starts_with(' ').then_some(fits);
        let blank = after.into_iter().chain(blanks).find(|&at| !rest[at + 1..].starts_with('%'));
        let length = blank.filter(|&at| at > 0).unwrap_or(fits);
        if length == 0 {
            // Not even one grapheme fits.
            ranges.push(start..text.len());
            break;
        }
        ranges.push(start..start + length);
        start += length;
        start += text[start..].len() - text[start..].trim_start_matches(' ').len();
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, cells: usize, lines: usize) -> Vec<Cow<'_, str>> {
        wrap(text, cells, lines).into_iter().map(|range| cut(&text[range], cells)).collect()
    }

    #[test]
    fn text_is_cut_with_an_ellipsis_and_never_inside_a_grapheme() {
        assert_eq!(cut("shop", 4), "shop");
        assert_eq!(cut("shopping", 4), "sho…");
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("cafe\u{301}s", 5), "cafe\u{301}s");
        assert_eq!(cut("cafe\u{301}teria", 5), "cafe\u{301}…");
        assert_eq!(cut("a 👩\u{200d}👧\u{200d}👧 b", 5), "a 👩\u{200d}👧\u{200d}👧…");
        assert_eq!(cut("shop", 1), "…");
        assert_eq!(cut("shop", 0), "");
        assert_eq!(fill("日本", 6), "日本  ");
        assert_eq!(cut_front("maps/shop.ron", 13), "maps/shop.ron");
        assert_eq!(cut_front("maps/shop.ron", 9), "…shop.ron");
        assert_eq!(cut_front("日本/語", 4), "…/語");
        assert_eq!(cut_front("日本/語", 3), "…語");
        assert_eq!(cut_front("shop", 0), "");
    }

    #[test]
    fn single_characters_are_graphemes_of_one_cell() {
        let singles: Vec<char> = ('\0'..='\u{ffff}').filter(|&c| is_single(c)).collect();
        for &first in &singles {
            for &second in &singles {
                let pair = String::from_iter([first, second]);
                assert_eq!(pair.width(), 2, "{pair}");
                assert_eq!(pair.graphemes(true).count(), 2, "{pair}");
            }
        }
    }

    #[test]
    fn lines_break_between_words_and_only_long_words_are_broken() {
        assert_eq!(wrapped("Asks friends which airline to trust", 12, 3), ["Asks friends", "which", "airline to…"]);
        assert_eq!(wrapped("Asks friends", 12, 3), ["Asks friends"]);
        assert_eq!(wrapped("Donaudampfschiff fahren", 6, 4), ["Donaud", "ampfsc", "hiff", "fahren"]);
        assert_eq!(wrapped("日本語 旅行", 4, 3), ["日本", "語", "旅行"]);
        assert_eq!(wrapped("pasa el 22 %", 11, 3), ["pasa el", "22 %"]);
        assert_eq!(wrapped("pasa el 22 %, no", 10, 3), ["pasa el", "22 %, no"]);
        assert_eq!(wrapped("", 4, 3), Vec::<&str>::new());
        assert_eq!(wrapped("日本", 1, 3), ["…"]);
    }
}
