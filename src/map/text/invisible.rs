//! Invisible characters: which are always dropped, and after which characters a few are kept.

use unicode_normalization::char::canonical_combining_class;

/// The flags of England, Scotland and Wales: the tag characters that follow a black flag. No other flag has tags.
const FLAG_TAGS: [&str; 3] = [
    "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];
const BLACK_FLAG: char = '\u{1f3f4}';
/// The number of tag characters in each of [`FLAG_TAGS`].
const FLAG_TAG_COUNT: usize = 6;
/// The frame that makes a keycap of a digit.
const KEYCAP: char = '\u{20e3}';

/// Returns true if no text may contain the character: it controls the terminal, is invisible whatever stands beside it, or
/// changes the direction of text.
///
/// These are the control characters, the characters with the Unicode property `Default_Ignorable_Code_Point` except those
/// that `visible_chars` keeps after some characters, line and paragraph separators, annotation marks and the blank of
/// Braille.
pub fn is_unsafe_char(c: char) -> bool {
    if matches!(c, ' '..='~') {
        return false;
    }
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e001f}' | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Returns true if the character is invisible and kept only after some characters.
fn is_contextual(c: char) -> bool {
    matches!(c,
        '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Returns true if the character stays in every text.
pub(super) fn is_always_kept(c: char) -> bool {
    !is_unsafe_char(c) && !is_contextual(c)
}

/// Returns the characters of a text with their positions, each with true if it stays.
///
/// Invisible characters are kept where scripts and emoji need them, at most one of a kind after each visible character:
/// joiners (ZWJ, ZWNJ) after emoji and after letters of scripts that join, variation selectors after emoji, mathematical
/// symbols, ideographs and letters that have variants, and tags in the flags of England, Scotland and Wales.
pub(crate) fn visible_chars(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut context = Context::default();
    text.char_indices().map(move |(at, c)| (at, c, context.keeps(c, &text[at + c.len_utf8()..])))
}

/// What a visible character can have after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Base {
    #[default]
    Plain,
    /// A digit or sign that becomes an emoji in a keycap.
    Keycap,
    /// An emoji or another symbol.
    Symbol,
    Ideograph,
    /// A letter of a script in which joiners choose the shape.
    Joining,
    Mongolian,
}

/// The last visible character, and what already follows it.
#[derive(Default)]
struct Context {
    base: Base,
    has_selector: bool,
    has_joiner: bool,
    /// How many tag characters of a flag follow.
    tags: usize,
}

impl Context {
    /// Returns true if the character stays. `rest` is the text after it.
    fn keeps(&mut self, c: char, rest: &str) -> bool {
        if is_unsafe_char(c) {
            *self = Context::default();
            return false;
        }
        match c {
            '\u{200c}' | '\u{200d}' => {
                let is_kept = matches!(self.base, Base::Symbol | Base::Joining | Base::Mongolian) && !self.has_joiner;
                self.has_joiner |= is_kept;
                is_kept
            }
            '\u{e0020}'..='\u{e007f}' => {
                let is_kept = self.tags > 0;
                self.tags = self.tags.saturating_sub(1);
                is_kept
            }
            c if is_contextual(c) => {
                let is_kept = self.base.has_variant(c, rest) && !self.has_selector && !self.has_joiner;
                self.has_selector |= is_kept;
                is_kept
            }
            c if is_mark(c) => true,
            c => {
                let is_flag = c == BLACK_FLAG && FLAG_TAGS.iter().any(|tags| rest.starts_with(tags));
                let tags = if is_flag { FLAG_TAG_COUNT } else { 0 };
                *self = Context { base: Base::of(c), tags, ..Context::default() };
                true
            }
        }
    }
}

/// Returns true if the character belongs to the character before it, also if it is decomposed.
fn is_mark(c: char) -> bool {
    // Three vowel signs of Tibetan have no combining class and are decomposed into marks.
    c >= '\u{300}' && (canonical_combining_class(c) != 0 || matches!(c, '\u{f73}' | '\u{f75}' | '\u{f81}'))
}

impl Base {
    /// Classifies a visible character.
    ///
    /// The ranges hold with each character also its canonical decompositions and compositions, so that composing a text
    /// does not change what is kept.
    fn of(c: char) -> Base {
        match c {
            '#' | '*' | '0'..='9' => Base::Keycap,
            '\0'..='\u{a8}' => Base::Plain,
            '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' => Base::Symbol,
            '\u{2190}'..='\u{2328}' | '\u{232b}'..='\u{27bf}' | '\u{2900}'..='\u{2bff}' => Base::Symbol,
            '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}' => Base::Symbol,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Base::Ideograph,
            '\u{1800}'..='\u{18af}' => Base::Mongolian,
            // Arabic to Myanmar.
            '\u{600}'..='\u{109f}' => Base::Joining,
            // Khmer; Tai Tham to Lepcha; Vedic signs.
            '\u{1780}'..='\u{17ff}' | '\u{1a20}'..='\u{1c4f}' | '\u{1cd0}'..='\u{1cff}' => Base::Joining,
            // Syloti Nagri to Meetei Mayek; presentation forms of Arabic.
            '\u{a800}'..='\u{abff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Base::Joining,
            // Kharoshthi to Manichaean; Rohingya to Sogdian; Brahmi and its relatives; Adlam.
            '\u{10a00}'..='\u{10aff}' | '\u{10d00}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}' => Base::Joining,
            '\0'..=char::MAX => Base::Plain,
        }
    }

    /// Returns true if a variation selector can select a variant of this character. `rest` is the text after the selector.
    fn has_variant(self, selector: char, rest: &str) -> bool {
        match self {
            Base::Plain => false,
            Base::Keycap => selector == '\u{fe0f}' && rest.starts_with(KEYCAP),
            Base::Symbol => matches!(selector, '\u{fe00}' | '\u{fe0e}' | '\u{fe0f}'),
            Base::Ideograph => matches!(selector, '\u{fe00}'..='\u{fe02}' | '\u{e0100}'..='\u{e01ef}'),
            Base::Joining => selector == '\u{fe00}',
            Base::Mongolian => matches!(selector, '\u{180b}'..='\u{180f}'),
        }
    }
}
