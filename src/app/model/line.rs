//! A line of text with the editing keys of a shell.

use crokey::{KeyCombination, OneToThree};
use crossterm::event::{KeyCode, KeyModifiers};
use tui_input::{Input, InputRequest};

use crate::map::text::typed_line;
use crate::map::width::width;

/// The most characters of a line while it is typed; the limit of the field is checked later.
pub(crate) const LIMIT: usize = 4_000;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct LineInput(Input);

/// A paste was too long; nothing of it was inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong {
    /// The characters that the line would have.
    pub found: usize,
}

impl LineInput {
    /// A line with the cursor at its end.
    pub fn new(text: &str) -> LineInput {
        LineInput(Input::new(text.to_owned()))
    }

    /// A line with the cursor at a byte position.
    pub(crate) fn with_cursor(text: &str, position: usize) -> LineInput {
        let cursor = text[..position].chars().count();
        LineInput(Input::new(text.to_owned()).with_cursor(cursor))
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Returns the byte position of the cursor.
    pub(crate) fn position(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.0.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Returns the width of the text before the cursor, in cells.
    pub(crate) fn cells_before_cursor(&self) -> usize {
        width(&self.text()[..self.position()])
    }

    /// Places the cursor after `before` characters, or at the end.
    pub(crate) fn place_cursor(&mut self, before: usize) {
        self.0.handle(InputRequest::SetCursor(before));
    }

    /// Handles a key; returns false if it does nothing in a line.
    pub(crate) fn press(&mut self, key: KeyCombination) -> bool {
        match request(key) {
            Some(InputRequest::InsertChar(character)) => {
                let mut bytes = [0; 4];
                self.insert(character.encode_utf8(&mut bytes)).is_ok()
            }
            Some(request) => {
                self.0.handle(request);
                true
            }
            None => false,
        }
    }

    /// Inserts text at the cursor, sanitised for one line; a text that is too long is not inserted at all.
    pub(crate) fn insert(&mut self, text: &str) -> Result<(), TooLong> {
        let text = typed_line(text);
        let found = self.text().chars().count() + text.chars().count();
        if found > LIMIT {
            return Err(TooLong { found });
        }
        let position = self.position();
        self.replace(position..position, &text);
        Ok(())
    }

    /// Replaces a byte range and moves the cursor after the replacement.
    pub(crate) fn replace(&mut self, range: std::ops::Range<usize>, by: &str) {
        let old = self.text();
        let head = format!("{}{by}", &old[..range.start]);
        let cursor = head.chars().count();
        let text = format!("{head}{}", &old[range.end..]);
        self.0 = std::mem::take(&mut self.0).with_value(text).with_cursor(cursor);
    }
}

/// Returns true if the key deletes something.
pub(crate) fn deletes(key: KeyCombination) -> bool {
    matches!(
        request(key),
        Some(
            InputRequest::DeletePrevChar
                | InputRequest::DeleteNextChar
                | InputRequest::DeletePrevWord
                | InputRequest::DeleteNextWord
                | InputRequest::DeleteLine
                | InputRequest::DeleteFromStart
                | InputRequest::DeleteTillEnd
        )
    )
}

/// Returns the editing command of a key, as in shells.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other keys of a keyboard mean nothing in a line")]
pub(crate) fn request(key: KeyCombination) -> Option<InputRequest> {
    let OneToThree::One(code) = key.codes else { return None };
    let (control, alt) = (key.modifiers == KeyModifiers::CONTROL, key.modifiers == KeyModifiers::ALT);
    let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    Some(match code {
        KeyCode::Char('a') if control => InputRequest::GoToStart,
        KeyCode::Char('e') if control => InputRequest::GoToEnd,
        KeyCode::Char('b') if control => InputRequest::GoToPrevChar,
        KeyCode::Char('f') if control => InputRequest::GoToNextChar,
        KeyCode::Char('d') if control => InputRequest::DeleteNextChar,
        KeyCode::Char('h') if control => InputRequest::DeletePrevChar,
        KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
        KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('y') if control => InputRequest::Yank,
        KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
        KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
        KeyCode::Char('d') if alt => InputRequest::DeleteNextWord,
        KeyCode::Backspace if alt || control => InputRequest::DeletePrevWord,
        KeyCode::Delete if alt || control => InputRequest::DeleteNextWord,
        KeyCode::Left if alt || control => InputRequest::GoToPrevWord,
        KeyCode::Right if alt || control => InputRequest::GoToNextWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        KeyCode::Char(character) if plain || key.modifiers == (KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            InputRequest::InsertChar(character)
        }
        _ => return None,
    })
}

/// Returns true if the key types a character.
pub(crate) fn types(key: KeyCombination) -> bool {
    matches!(request(key), Some(InputRequest::InsertChar(_)))
}

/// Returns true if the key types or deletes a character.
pub(crate) fn types_or_deletes(key: KeyCombination) -> bool {
    let plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    plain && matches!(key.codes, OneToThree::One(KeyCode::Char(_) | KeyCode::Backspace))
}
