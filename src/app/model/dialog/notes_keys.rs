//! The keys of a text of many lines: those of a single line, and those that move between lines.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use ratatui_textarea::{CursorMove, TextArea};
use tui_input::InputRequest;

use crate::app::model::line;
use crate::map::text::is_unsafe_char;

/// Handles a key in notes. Returns false if the key does nothing here.
pub(crate) fn press(notes: &mut TextArea<'_>, key: KeyCombination) -> bool {
    let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match (key.codes.first(), line::request(key)) {
        (KeyCode::Enter, _) if plain => notes.insert_newline(),
        (KeyCode::Up, _) if notes.cursor().0 > 0 => notes.move_cursor(CursorMove::Up),
        (KeyCode::Down, _) if notes.cursor().0 + 1 < notes.lines().len() => notes.move_cursor(CursorMove::Down),
        (_, Some(request)) => edit(notes, request),
        (_, None) => return false,
    }
    true
}

fn edit(notes: &mut TextArea<'_>, request: InputRequest) {
    match request {
        InputRequest::InsertChar(character) if is_unsafe_char(character) => {}
        InputRequest::InsertChar(character) => notes.insert_char(character),
        InputRequest::GoToPrevChar => notes.move_cursor(CursorMove::Back),
        InputRequest::GoToNextChar => notes.move_cursor(CursorMove::Forward),
        InputRequest::GoToPrevWord => notes.move_cursor(CursorMove::WordBack),
        InputRequest::GoToNextWord => notes.move_cursor(CursorMove::WordForward),
        InputRequest::GoToStart => notes.move_cursor(CursorMove::Head),
        InputRequest::GoToEnd => notes.move_cursor(CursorMove::End),
        InputRequest::DeletePrevChar => drop(notes.delete_char()),
        InputRequest::DeleteNextChar => drop(notes.delete_next_char()),
        InputRequest::DeletePrevWord => drop(notes.delete_word()),
        InputRequest::DeleteNextWord => drop(notes.delete_next_word()),
        InputRequest::DeleteTillEnd => drop(notes.delete_line_by_end()),
        InputRequest::DeleteFromStart | InputRequest::DeleteLine => drop(notes.delete_line_by_head()),
        InputRequest::Yank => drop(notes.paste()),
        InputRequest::SetCursor(_) => {}
    }
}
