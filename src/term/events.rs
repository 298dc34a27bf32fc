//! What comes from the terminal, as messages.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crokey::KeyCombination;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::app::pointer::{Gesture, Pointer};
use crate::app::{Msg, State};
use crate::view::hit;

/// Something for the pump.
#[derive(Debug)]
pub enum Input {
    /// From the terminal.
    Event(Event),
    /// From the world.
    Answer(Msg),
    /// The terminal can no longer be read.
    Broken(io::Error),
}

/// Listens to the terminal on a thread of its own, so that an idle program uses no processor.
pub fn listen(pump: Sender<Input>) {
    thread::spawn(move || {
        loop {
            let input = event::read().map_or_else(Input::Broken, Input::Event);
            let last = matches!(input, Input::Broken(_));
            if pump.send(input).is_err() || last {
                return;
            }
        }
    });
}

/// The message that an input is; none when it means nothing but that the screen is drawn again.
#[expect(clippy::wildcard_enum_match_arm, reason = "other buttons and wheels mean nothing here")]
pub fn message(state: &State, input: Input, screen: Rect) -> Option<Msg> {
    match input {
        Input::Answer(msg) => Some(msg),
        Input::Event(Event::Key(key)) if key.kind != KeyEventKind::Release => Some(Msg::Key(combination(key))),
        Input::Event(Event::Paste(text)) => Some(Msg::Paste(text)),
        Input::Event(Event::Mouse(mouse)) => {
            let gesture = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
                MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
                MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
                MouseEventKind::ScrollUp => Gesture::WheelUp,
                MouseEventKind::ScrollDown => Gesture::WheelDown,
                _ => return None,
            };
            let spot = hit::at(state, screen, Position::new(mouse.column, mouse.row));
            Some(Msg::Pointer(Pointer { gesture, spot }))
        }
        Input::Event(_) | Input::Broken(_) => None,
    }
}

/// The same key in the same form on every platform: letters in lower case with Shift apart, no Shift on signs.
#[expect(clippy::wildcard_enum_match_arm, reason = "only letters, signs and Shift-Tab differ by platform")]
pub fn combination(key: KeyEvent) -> KeyCombination {
    let mut modifiers = key.modifiers & (KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT);
    let code = match key.code {
        KeyCode::Char(c) if !c.is_alphabetic() => {
            modifiers -= KeyModifiers::SHIFT;
            key.code
        }
        KeyCode::Char(c) if modifiers.intersects(KeyModifiers::CONTROL) => KeyCode::Char(c.to_ascii_lowercase()),
        KeyCode::BackTab => {
            modifiers |= KeyModifiers::SHIFT;
            key.code
        }
        code => code,
    };
    KeyCombination::one_key(code, modifiers).normalized()
}
