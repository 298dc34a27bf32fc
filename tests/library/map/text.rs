//! Cleaning text: invisible characters go, and those that scripts and emoji need stay.

use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use periplo::map::text::{many_lines, one_line};
use periplo::map::{Line, Name, Notes, TextError};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The characters with the property `Default_Ignorable_Code_Point` (Unicode 17).
const IGNORABLE: [RangeInclusive<char>; 17] = [
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fff8}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// Other characters that nobody can see: annotation marks and the blank of Braille.
const ALSO_INVISIBLE: [RangeInclusive<char>; 2] = ['\u{fff9}'..='\u{fffb}', '\u{2800}'..='\u{2800}'];

fn invisible() -> impl Iterator<Item = char> {
    IGNORABLE.into_iter().chain(ALSO_INVISIBLE).flatten()
}

#[test]
fn a_text_of_only_invisible_characters_is_empty() {
    let all: String = invisible().collect();
    assert_eq!(Name::new(&all), Err(TextError::Empty));
    assert_eq!(Line::optional(&all), Ok(None));
    assert_eq!(Notes::optional(&all), Ok(None));
    for c in invisible() {
        assert_eq!(one_line(&c.to_string()), "", "U+{:04X}", u32::from(c));
        assert_eq!(Name::new(&format!(" {c}{c} {c}")), Err(TextError::Empty), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn invisible_characters_between_latin_letters_go() {
    for c in invisible().filter(|&c| c != '\u{2800}') {
        assert_eq!(one_line(&format!("Pa{c}ys{c}{c} ñ{c}o{c}")), "Pays ño", "U+{:04X}", u32::from(c));
        assert_eq!(many_lines(&format!("é{c}\n{c}b")), "é\nb", "U+{:04X}", u32::from(c));
    }
    assert_eq!(one_line("a\u{2800}b"), "a b");
}

#[test]
fn what_scripts_and_emoji_need_stays() {
    let texts = [
        "❤\u{fe0f} ☎\u{fe0e} 1\u{fe0f}\u{20e3} #\u{fe0f}\u{20e3}",
        "👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 🏴\u{200d}☠\u{fe0f} 👩🏽\u{200d}🔧 ❤\u{fe0f}\u{200d}🔥 🇪🇸",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}\u{200d}🔥",
        "می\u{200c}خواهم",
        "क\u{94d}\u{200d}ष क\u{94d}\u{200c}ष",
        "ශ\u{dca}\u{200d}රී",
        "葛\u{e0100}城 神\u{fe00}",
        "≨\u{fe00}",
        "ᠠ\u{180b}ᠨ\u{180e}ᠠ",
        "ကြ\u{fe00}",
    ];
    for text in texts {
        assert_eq!(one_line(text), text);
        assert_eq!(many_lines(text), text);
        assert_eq!(Name::new(text).as_deref(), Ok(text));
    }
}

#[test]
fn what_they_need_goes_where_it_does_nothing() {
    let cases = [
        ("x\u{fe0f}\u{200d}y", "xy"),
        ("1\u{fe0f}", "1"),
        ("❤\u{fe0f}\u{fe0e}\u{fe0f}", "❤\u{fe0f}"),
        ("👍\u{e0100}\u{e0101}\u{e0102}", "👍"),
        ("🏴\u{e0068}\u{e0069}\u{e007f}", "🏴"),
        ("🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}", "🏴"),
        ("🚗\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "🚗"),
        ("ی\u{200c}\u{200c}\u{200d} \u{200c}a", "ی\u{200c} a"),
        ("漢\u{180b}\u{200d}", "漢"),
        ("\u{200d}👩", "👩"),
    ];
    for (raw, clean) in cases {
        assert_eq!(one_line(raw), clean, "{raw:?}");
    }
}

/// Generates texts of invisible characters between the characters that some of them are kept after, and marks that
/// compose with these.
fn invisible_text() -> impl Strategy<Value = String> {
    let all: Vec<char> = invisible().collect();
    let piece = prop_oneof![
        select(all),
        select(vec!['\u{200c}', '\u{200d}', '\u{fe00}', '\u{fe0e}', '\u{fe0f}', '\u{e0100}', '\u{180b}', '\u{e0067}']),
        select(vec!['a', '1', '#', ' ', '\n', '\r', '\t', '❤', '🏴', '👩', 'ی', 'क', '漢', 'ᠠ', '\u{20e3}', '\u{1b}']),
        select(vec![
            '\u{301}', '\u{323}', '\u{338}', '\u{3099}', '\u{94d}', '\u{952}', '\u{9bc}', '\u{1161}', '\u{11a8}'
        ]),
        select(vec![
            '\u{1100}', '\u{212b}', '\u{2126}', '\u{2329}', '\u{2194}', '\u{2adc}', '\u{f900}', '\u{9c7}', '\u{9be}'
        ]),
        any::<char>(),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.into_iter().collect())
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing_more(raw in invisible_text()) {
        let line = one_line(&raw).into_owned();
        prop_assert_eq!(&one_line(&line), &line, "{:?}", raw);
        let lines = many_lines(&raw).into_owned();
        prop_assert_eq!(&many_lines(&lines), &lines, "{:?}", raw);
        let mut visible = line.chars().filter(|&c| !invisible().any(|each| each == c));
        prop_assert!(line.is_empty() || visible.next().is_some(), "{:?} leaves {:?}", raw, line);
    }
}

#[test]
fn cleaning_twice_changes_nothing_more_after_any_character() {
    let ends = [
        "\u{200d}",
        "\u{fe0f}",
        "\u{fe00}",
        "\u{338}\u{200d}",
        "\u{338}\u{fe0f}",
        "\u{3099}\u{e0100}",
        "\u{952}\u{200c}",
    ];
    let is_alike = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2f7ff}');
    for c in ('\0'..='\u{323af}').filter(|&c| !is_alike(c)) {
        let raw: String = ends.iter().map(|end| format!("{c}{end}")).collect();
        let once = one_line(&raw).into_owned();
        assert_eq!(one_line(&once), once, "U+{:04X}", u32::from(c));
    }
}

#[test]
fn cleaning_takes_time_in_proportion_to_the_length() {
    let flag = "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    for piece in ["🏴", "\u{200d}", "\u{fe0f}", "\u{e0067}", "\u{2060}", "क\u{94d}\u{200d}", flag, "1\u{fe0f}\u{20e3}"]
    {
        let time = |count: usize| {
            let text = piece.repeat(count);
            let begin = Instant::now();
            let cleaned = many_lines(&text).len();
            assert!(cleaned <= text.len());
            begin.elapsed()
        };
        let (short, long) = (time(4_000), time(40_000));
        assert!(long < short * 60 + Duration::from_millis(200), "{piece:?}: {short:?}, then {long:?}");
    }
}
