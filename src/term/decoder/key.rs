//! The keys of characters, control characters and sequences.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Returns the key of a character. Shift is part of a capital letter.
pub(super) fn letter_key(letter: char) -> KeyEvent {
    let modifiers = if letter.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(letter), modifiers)
}

/// Returns the key of a control character.
pub(super) fn control_key(byte: u8) -> KeyEvent {
    let with_control = |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x7F => KeyCode::Backspace.into(),
        0x1B => KeyCode::Esc.into(),
        0x00 => with_control(b' '),
        0x01..=0x1A => with_control(byte - 0x01 + b'a'),
        _ => with_control((byte & 0x1F) - 0x1C + b'4'),
    }
}

/// Returns the key of a sequence: its last byte and its parameters. `is_console` means the keys of the Linux console.
/// Returns none for unknown sequences.
pub(super) fn parameter_key(last: u8, parameters: &[Vec<u32>], is_console: bool) -> Option<KeyEvent> {
    let number = |nth: usize, sub: usize| parameters.get(nth).and_then(|part| part.get(sub)).copied();
    let first = number(0, 0).unwrap_or(1);
    let code = match (last, is_console) {
        (b'A'..=b'E', true) => KeyCode::F(last - b'A' + 1),
        (_, true) => return None,
        (b'A', false) => KeyCode::Up,
        (b'B', false) => KeyCode::Down,
        (b'C', false) => KeyCode::Right,
        (b'D', false) => KeyCode::Left,
        (b'F', false) => KeyCode::End,
        (b'H', false) => KeyCode::Home,
        (b'P'..=b'S', false) => KeyCode::F(last - b'P' + 1),
        (b'Z', false) => KeyCode::BackTab,
        (b'~', false) => numbered_key(first)?,
        (_, false) => return None,
    };
    // Before a letter, a single parameter is the modifiers.
    let is_single = parameters.len() == 1 && last.is_ascii_uppercase();
    let modifiers = if is_single { Some(first) } else { number(1, 0) };
    let mut modifiers = modifier_keys(modifiers.unwrap_or(1));
    if code == KeyCode::BackTab {
        modifiers |= KeyModifiers::SHIFT;
    }
    Some(KeyEvent::new_with_kind(code, modifiers, key_kind(number(1, 1))))
}

/// Returns whether a key was pressed, repeated or released.
pub(super) fn key_kind(parameter: Option<u32>) -> KeyEventKind {
    match parameter {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => KeyEventKind::Release,
        Some(_) | None => KeyEventKind::Press,
    }
}

/// Returns the key that terminals send as `Esc [ number ~`.
fn numbered_key(number: u32) -> Option<KeyCode> {
    let function = |first: u32, number_of_first: u8| {
        u8::try_from(number - first).map(|nth| KeyCode::F(number_of_first + nth)).ok()
    };
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}

/// Returns the modifiers of a sequence's parameter, which is one more than a sum of bits.
pub(super) fn modifier_keys(parameter: u32) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let known = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ];
    known.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, modifier)| modifier).collect()
}
