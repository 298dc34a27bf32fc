//! The keys that a terminal reports as escape codes (`Esc [ … u`), among them those of the kitty keyboard protocol.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::TerminalEvent;
use super::key::{key_kind, letter_key, modifier_keys};
use crate::map::text::is_latin;

/// The bit of the modifiers for Caps Lock.
const CAPS_LOCK: u32 = 64;

/// The signs of a US keyboard, each with the one that Shift makes of it.
const SHIFTED_SIGNS: [(char, char); 21] = [
    ('`', '~'),
    ('1', '!'),
    ('2', '@'),
    ('3', '#'),
    ('4', '$'),
    ('5', '%'),
    ('6', '^'),
    ('7', '&'),
    ('8', '*'),
    ('9', '('),
    ('0', ')'),
    ('-', '_'),
    ('=', '+'),
    ('[', '{'),
    (']', '}'),
    ('\\', '|'),
    (';', ':'),
    ('\'', '"'),
    (',', '<'),
    ('.', '>'),
    ('/', '?'),
];

/// Returns the event of a report `Esc [ key : shifted key : US key ; modifiers : kind ; text u`, in which all but the first
/// may be missing. Returns none for keys that mean nothing, such as a modifier alone.
pub(super) fn reported_key(parameters: &[Vec<u32>]) -> Option<TerminalEvent> {
    let number = |nth: usize, sub: usize| parameters.get(nth).and_then(|part| part.get(sub)).copied();
    let character = |nth: usize, sub: usize| number(nth, sub).and_then(printable);
    let code = number(0, 0).unwrap_or(0);
    let bits = number(1, 0).unwrap_or(1).saturating_sub(1);
    let modifiers = modifier_keys(bits + 1);
    // With these keys, a letter is a command to the window system.
    if modifiers.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META) {
        return None;
    }
    let event =
        |key: KeyEvent| Some(TerminalEvent::Event(Event::Key(KeyEvent { kind: key_kind(number(1, 1)), ..key })));
    if let Some(code) = named_key(code) {
        return event(named(code, modifiers));
    }
    let text = parameters.get(2).filter(|text| text.len() == 1).and_then(|_| character(2, 0));
    let (plain, shifted) = (keypad_sign(code).or(character(0, 0)), character(0, 1));
    let has_shift = modifiers.contains(KeyModifiers::SHIFT);
    let is_capital = has_shift != (bits & CAPS_LOCK != 0);
    let is_same_letter = |text| plain.is_some_and(|plain| upper(plain) == upper(text));
    // AltGr and dead keys type another character than the key and its shifted form. They are no modifiers then.
    if let Some(text) = text.filter(|&text| shifted != Some(text) && !is_same_letter(text)) {
        return event(letter_key(text));
    }
    let typed = match (plain?, text) {
        (_, Some(text)) => text,
        (plain, None) if has_shift => shifted.unwrap_or_else(|| upper(plain)),
        (plain, None) if is_capital => upper(plain),
        (plain, None) => plain,
    };
    let latin = character(0, 2).filter(|_| typed.is_alphanumeric() && !is_latin(typed));
    let Some(latin) = latin.filter(char::is_ascii) else { return event(with(letter_key(typed), modifiers)) };
    let latin = if is_capital && latin.is_alphabetic() || has_shift { shifted_on_us(latin) } else { latin };
    let latin = with(letter_key(latin), modifiers);
    // No text is typed with Ctrl or Alt.
    if modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
        return event(latin);
    }
    let kind = key_kind(number(1, 1));
    let [typed, latin] = [letter_key(typed), latin].map(|key| KeyEvent { kind, ..key });
    Some(TerminalEvent::OtherLayout { typed, latin })
}

/// Returns a key without a character, with the modifiers that other terminals report too.
fn named(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    let ignored = if code == KeyCode::Enter || code == KeyCode::Esc || code == KeyCode::Tab {
        KeyModifiers::SHIFT | KeyModifiers::CONTROL
    } else if code == KeyCode::Backspace {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    if code == KeyCode::Tab && modifiers.contains(KeyModifiers::SHIFT) {
        return KeyEvent::new(KeyCode::BackTab, modifiers - KeyModifiers::CONTROL);
    }
    KeyEvent::new(code, modifiers - ignored)
}

/// Adds Ctrl and Alt to the key of a character. With Ctrl, some letters are other keys, as on every terminal.
fn with(key: KeyEvent, modifiers: KeyModifiers) -> KeyEvent {
    let added = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    let KeyCode::Char(letter) = key.code else { return key };
    if !added.contains(KeyModifiers::CONTROL) {
        return KeyEvent::new(key.code, key.modifiers | added);
    }
    let letter = letter.to_ascii_lowercase();
    let code = match letter {
        'i' => KeyCode::Tab,
        'm' => KeyCode::Enter,
        '[' => KeyCode::Esc,
        letter => return KeyEvent::new(KeyCode::Char(letter), added),
    };
    named(code, added)
}

/// Returns the key of a code that stands for no character.
fn named_key(code: u32) -> Option<KeyCode> {
    Some(match code {
        9 => KeyCode::Tab,
        13 | 57_414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        57_376..=57_398 => KeyCode::F(u8::try_from(code - 57_376).ok()? + 13),
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_425 => KeyCode::Insert,
        57_426 => KeyCode::Delete,
        _ => return None,
    })
}

/// Returns the sign of a key of the number pad.
fn keypad_sign(code: u32) -> Option<char> {
    Some(match code {
        57_399..=57_408 => char::from_digit(code - 57_399, 10)?,
        57_409 => '.',
        57_410 => '/',
        57_411 => '*',
        57_412 => '-',
        57_413 => '+',
        57_415 => '=',
        57_416 => ',',
        _ => return None,
    })
}

/// Returns the character of a code. Control characters and the codes of keys without a character have none.
fn printable(code: u32) -> Option<char> {
    char::from_u32(code).filter(|letter| !letter.is_control() && !('\u{E000}'..='\u{F8FF}').contains(letter))
}

/// Returns the capital of a letter, if it is one character.
fn upper(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    capital.next().filter(|_| capital.next().is_none()).unwrap_or(letter)
}

/// Returns what Shift makes of a key of a US keyboard.
fn shifted_on_us(key: char) -> char {
    SHIFTED_SIGNS.into_iter().find(|(sign, _)| *sign == key).map_or(key.to_ascii_uppercase(), |(_, shifted)| shifted)
}
