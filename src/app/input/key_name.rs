//! Names of keys, as they are written in `keys.ron`.

use crokey::{KeyCombination, KeyCombinationFormat, OneToThree};
use crossterm::event::{KeyCode, KeyModifiers};

use crate::map::text::has_unsafe_chars;
use crate::store::suggestion::suggest;

/// The last function key that terminals send.
const LAST_FUNCTION_KEY: u8 = 20;

/// Spellings of modifiers and keys, each with its name in `keys.ron`.
const SPELLINGS: [(&str, &str); 37] = [
    ("ctrl", "ctrl"),
    ("control", "ctrl"),
    ("strg", "ctrl"),
    ("c", "ctrl"),
    ("alt", "alt"),
    ("meta", "alt"),
    ("option", "alt"),
    ("shift", "shift"),
    ("mayús", "shift"),
    ("s", "shift"),
    ("enter", "enter"),
    ("return", "enter"),
    ("intro", "enter"),
    ("esc", "esc"),
    ("escape", "esc"),
    ("space", "space"),
    ("espacio", "space"),
    ("tab", "tab"),
    ("backtab", "backtab"),
    ("backspace", "backspace"),
    ("retroceso", "backspace"),
    ("delete", "delete"),
    ("del", "delete"),
    ("supr", "delete"),
    ("insert", "insert"),
    ("home", "home"),
    ("inicio", "home"),
    ("end", "end"),
    ("pageup", "pageup"),
    ("pgup", "pageup"),
    ("pagedown", "pagedown"),
    ("pgdn", "pagedown"),
    ("up", "up"),
    ("down", "down"),
    ("left", "left"),
    ("right", "right"),
    ("hyphen", "hyphen"),
];

/// Parses a key name into the form in which the terminal sends keys; `None` for several keys at once.
pub fn parse(written: &str) -> Option<KeyCombination> {
    let (prefix, last) = split(written);
    let mut letters = last.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return parse_one_key(written);
    };
    // A single letter may be of any alphabet.
    let mut modifiers = parse_one_key(&format!("{prefix}a"))?.modifiers;
    let letter = if modifiers.contains(KeyModifiers::CONTROL) { letter.to_ascii_lowercase() } else { letter };
    if letter.is_uppercase() {
        modifiers |= KeyModifiers::SHIFT;
    }
    let uppercase = letter.to_uppercase().next().filter(|_| modifiers.contains(KeyModifiers::SHIFT));
    let key = KeyCombination::one_key(KeyCode::Char(uppercase.unwrap_or(letter)), modifiers).normalized();
    (!letter.is_control()).then_some(key)
}

/// Parses a key name as crokey does; `None` for several keys at once.
fn parse_one_key(written: &str) -> Option<KeyCombination> {
    let key = crokey::parse(written).ok().filter(|key| key.is_ansi_compatible())?;
    let is_backtab = key.codes == OneToThree::One(KeyCode::Tab) && key.modifiers.contains(KeyModifiers::SHIFT);
    let code = if is_backtab { KeyCode::BackTab } else { *key.codes.first() };
    Some(KeyCombination::one_key(code, key.modifiers).normalized())
}

/// Returns the name of a key, which [`parse`] reads.
#[expect(clippy::wildcard_enum_match_arm, reason = "only letters and signs have names of their own")]
pub fn name(key: KeyCombination) -> String {
    let format = KeyCombinationFormat::default().with_lowercase_modifiers().with_command("cmd-");
    match key.codes {
        OneToThree::One(KeyCode::Char(letter)) if letter != ' ' => {
            // Shift is part of the letter.
            let modifiers = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
            let with_enter = KeyCombination::one_key(KeyCode::Enter, modifiers);
            format.to_string(with_enter).replace("Enter", &letter.to_string())
        }
        _ => format.to_string(key).to_lowercase(),
    }
}

/// Returns true if terminals send the key, and not the same as another key.
#[expect(clippy::wildcard_enum_match_arm, reason = "only letters and signs are sent in the place of other keys")]
pub fn is_sent(key: KeyCombination) -> bool {
    let OneToThree::One(code) = key.codes else { return false };
    let has = |modifiers| key.modifiers.intersects(modifiers);
    if has(!(KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT)) {
        return false;
    }
    match code {
        // Nobody could read the name of an invisible letter.
        KeyCode::Char(letter) if has_unsafe_chars(letter.encode_utf8(&mut [0; 4])) => false,
        // Terminals send Ctrl-I as Tab and Ctrl-M as Enter; with Ctrl, only letters without Shift arrive.
        KeyCode::Char('i' | 'm') if has(KeyModifiers::CONTROL) => false,
        KeyCode::Char(letter) if has(KeyModifiers::CONTROL) => letter.is_ascii_lowercase() || letter == ' ',
        KeyCode::Char(letter) => letter.is_alphabetic() || !has(KeyModifiers::SHIFT),
        KeyCode::Tab | KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace => {
            key.modifiers.is_empty() || key.modifiers == KeyModifiers::ALT
        }
        KeyCode::F(number) => (1..=LAST_FUNCTION_KEY).contains(&number),
        _ => true,
    }
}

/// Returns the name of the key that was probably meant by a text that is no key name.
pub(crate) fn suggest_key(written: &str) -> Option<String> {
    let known = SPELLINGS.map(|(word, _)| word);
    let parts: Vec<&str> = written.split(['-', '+', '_', ' ', '<', '>']).filter(|part| !part.is_empty()).collect();
    let (last, modifiers) = parts.split_last()?;
    let canonical = |word: &str| {
        let word = suggest(word, &known)?;
        SPELLINGS.into_iter().find(|(from, _)| *from == word).map(|(_, to)| to.to_owned())
    };
    let is_letter = last.chars().count() == 1;
    let is_function = last.strip_prefix(['f', 'F']).is_some_and(|number| number.parse::<u8>().is_ok());
    let last = if is_letter || is_function { Some((*last).to_owned()) } else { canonical(last) };
    let combined = last.and_then(|last| {
        let mut words = modifiers.iter().map(|word| canonical(word)).collect::<Option<Vec<_>>>()?;
        words.push(last);
        parse(&words.join("-"))
    });
    // One name may be written as several words, like `page up`.
    let joined = || canonical(&parts.concat()).filter(|_| !is_letter).and_then(|word| parse(&word));
    let key = combined.or_else(joined)?;
    is_sent(key).then(|| name(key))
}

/// Splits a name into modifiers and key; the last character belongs to the key even if it is a dash.
fn split(written: &str) -> (&str, &str) {
    let last = written.char_indices().next_back().map_or(0, |(at, _)| at);
    let at = written[..last].rfind('-').map_or(0, |at| at + 1);
    written.split_at(at)
}
