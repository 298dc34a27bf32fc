//! What comes from the terminal, as messages.

use std::io;
use std::time::Instant;

use crokey::KeyCombination;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::system;
use crate::app::model::msg::Msg;
use crate::app::model::pointer::{Gesture, Pointer};
use crate::app::model::state::State;
use crate::view::hit;

/// Something for the pump.
#[derive(Debug)]
pub enum Input {
    /// From the terminal, and when it came.
    Event(Event, Instant),
    /// From the world.
    Answer(Msg),
    /// From the system, which asks the program to end.
    Signal(i32),
    /// From the system, which asks the program to stop for a while.
    Suspend,
    /// From the system: the program goes on after it was stopped.
    Continued,
    /// From the system: the window has another size.
    Resized,
    /// From the user's editor, which was left: the terminal is free again.
    Returned(Msg),
    /// The terminal is gone.
    Gone,
    /// A part of the program can no longer do its work.
    Broken(io::Error),
}

impl Input {
    /// Whether somebody typed, pasted or pointed.
    pub fn is_typed(&self) -> bool {
        matches!(self, Input::Event(Event::Key(_) | Event::Paste(_) | Event::Mouse(_), _))
    }

    /// Whether the mouse was moved with its button held.
    pub fn is_drag(&self) -> bool {
        matches!(self, Input::Event(Event::Mouse(mouse), _) if mouse.kind == MouseEventKind::Drag(MouseButton::Left))
    }

    /// When it came, if it is from the terminal.
    pub fn came_at(&self) -> Option<Instant> {
        if let Input::Event(_, when) = self { Some(*when) } else { None }
    }
}

/// What an input means to the pump.
#[derive(Debug)]
pub enum Meaning {
    Msg(Msg),
    /// The screen has another size.
    Redraw,
    Nothing,
    /// The program is to stop for a while.
    Suspend,
    /// The program goes on after it was stopped.
    GoOn,
    /// The terminal, which was lent, is free again.
    Returned(Msg),
    /// The program is asked to end by this signal.
    End(i32),
    Broken(io::Error),
}

/// What an input means, on the screen as it was drawn last.
#[expect(clippy::wildcard_enum_match_arm, reason = "other buttons and wheels mean nothing here")]
pub fn meaning(state: &State, input: Input, screen: Rect) -> Meaning {
    match input {
        Input::Answer(msg) => Meaning::Msg(msg),
        Input::Signal(signal) => Meaning::End(signal),
        Input::Gone => Meaning::End(system::HANGUP),
        Input::Suspend => Meaning::Suspend,
        Input::Continued => Meaning::GoOn,
        Input::Resized => Meaning::Redraw,
        Input::Returned(msg) => Meaning::Returned(msg),
        Input::Broken(error) => Meaning::Broken(error),
        Input::Event(Event::Key(key), _) if key.kind == KeyEventKind::Release => Meaning::Nothing,
        Input::Event(Event::Key(key), _) => Meaning::Msg(Msg::Key(combination(key))),
        Input::Event(Event::Paste(text), _) => Meaning::Msg(Msg::Paste(text)),
        Input::Event(Event::Mouse(mouse), _) => {
            let gesture = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
                MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
                MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
                MouseEventKind::ScrollUp => Gesture::WheelUp,
                MouseEventKind::ScrollDown => Gesture::WheelDown,
                _ => return Meaning::Nothing,
            };
            // Nothing was taken that could be moved or let go.
            if matches!(gesture, Gesture::Drag | Gesture::Release) && state.board.drag.is_none() {
                return Meaning::Nothing;
            }
            Meaning::Msg(point(state, gesture, (mouse.column, mouse.row), screen))
        }
        Input::Event(Event::Resize(..), _) => Meaning::Redraw,
        Input::Event(Event::FocusGained | Event::FocusLost, _) => Meaning::Nothing,
    }
}

/// What is dragged, over what stands by now where it is held.
pub fn held(state: &State, screen: Rect) -> Option<Msg> {
    let drag = state.board.drag.as_ref()?;
    Some(point(state, Gesture::Drag, drag.at, screen))
}

fn point(state: &State, gesture: Gesture, at: (u16, u16), screen: Rect) -> Msg {
    let spot = hit::at(state, screen, Position::from(at));
    Msg::Pointer(Pointer { gesture, spot, at })
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
