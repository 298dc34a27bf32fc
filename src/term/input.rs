//! Inputs of the event loop, and how it reacts to each.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use crokey::KeyCombination;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

#[cfg(unix)]
use super::decoder::TerminalEvent;
use super::system;
use crate::app::model::msg::Msg;
use crate::app::model::pointer::{Gesture, Pointer};
use crate::app::model::state::State;
use crate::view::target_at;

/// An input of the event loop. Other threads send them over a channel.
#[derive(Debug)]
pub enum Input {
    /// An event from the terminal, and when it arrived.
    Event(Event, Instant),
    /// A letter of another alphabet, the key of a US keyboard in its place, and when it arrived.
    OtherLayout { typed: KeyEvent, latin: KeyEvent, at: Instant },
    /// The terminal can report keys as escape codes.
    ReportsKeys,
    /// The result of an effect, from a worker thread.
    Answer(Msg),
    /// A signal that asks the program to end.
    Signal(i32),
    /// SIGTSTP: the program should stop until it is continued.
    Suspend,
    /// SIGCONT: the program was stopped and runs again.
    Continued,
    /// SIGWINCH: the window may have another size.
    Resized,
    /// The user closed the text editor, so the terminal is free again.
    EditorClosed(Msg),
    /// The terminal is gone.
    TerminalGone,
    /// A thread has failed, so the program cannot continue.
    ThreadFailed(io::Error),
}

impl Input {
    /// Runs `work` on a worker thread and returns its answer, or [`Input::ThreadFailed`] if it panics.
    pub(super) fn answer(work: impl FnOnce() -> Msg) -> Input {
        let failed = |_| Input::ThreadFailed(io::ErrorKind::Other.into());
        catch_unwind(AssertUnwindSafe(work)).map_or_else(failed, Input::Answer)
    }

    /// Returns the input for what the terminal sent at a time.
    #[cfg(unix)]
    pub(super) fn from_terminal(event: TerminalEvent, at: Instant) -> Input {
        match event {
            TerminalEvent::Event(event) => Input::Event(event, at),
            TerminalEvent::OtherLayout { typed, latin } => Input::OtherLayout { typed, latin, at },
            TerminalEvent::ReportsKeys => Input::ReportsKeys,
        }
    }

    /// Returns true for keys, pasted text and mouse events.
    pub(super) fn is_typed(&self) -> bool {
        let is_key = matches!(self, Input::Event(Event::Key(_), _) | Input::OtherLayout { .. });
        is_key || matches!(self, Input::Event(Event::Paste(_) | Event::Mouse(_), _))
    }

    /// Returns true if the mouse moved with its left button held.
    pub(super) fn is_drag(&self) -> bool {
        matches!(self, Input::Event(Event::Mouse(mouse), _) if mouse.kind == MouseEventKind::Drag(MouseButton::Left))
    }

    /// Returns when an event of the terminal arrived; none for other inputs.
    pub fn arrived_at(&self) -> Option<Instant> {
        if let Input::Event(_, at) | Input::OtherLayout { at, .. } = self { Some(*at) } else { None }
    }
}

/// What the event loop does about an input.
#[derive(Debug)]
pub enum Reaction {
    /// Updates the state.
    Update(Msg),
    /// The window may have another size.
    Resize,
    Ignore,
    /// Asks the terminal to report keys as escape codes.
    ReportKeys,
    /// Stops the program until it is continued.
    Suspend,
    /// Takes the terminal again after the program was stopped.
    Resume,
    /// Takes the terminal back from the text editor, then updates the state.
    EditorClosed(Msg),
    /// Ends the program because of this signal.
    Exit(i32),
    /// Ends the program with this error.
    Fail(io::Error),
}

/// Translates an input. `screen` is the area that was drawn last: it tells what is under the pointer.
#[expect(clippy::wildcard_enum_match_arm, reason = "other mouse buttons and wheels do nothing")]
pub fn reaction(state: &State, input: Input, screen: Rect) -> Reaction {
    match input {
        Input::Answer(msg) => Reaction::Update(msg),
        Input::Signal(signal) => Reaction::Exit(signal),
        Input::TerminalGone => Reaction::Exit(system::HANGUP),
        Input::Suspend => Reaction::Suspend,
        Input::Continued => Reaction::Resume,
        Input::Resized | Input::Event(Event::Resize(..), _) => Reaction::Resize,
        Input::EditorClosed(msg) => Reaction::EditorClosed(msg),
        Input::ThreadFailed(error) => Reaction::Fail(error),
        Input::Event(Event::Key(key), _) if key.kind == KeyEventKind::Release => Reaction::Ignore,
        Input::Event(Event::Key(key), _) => Reaction::Update(Msg::Key(normalized_key(key))),
        Input::OtherLayout { typed, .. } if typed.kind == KeyEventKind::Release => Reaction::Ignore,
        Input::OtherLayout { typed, latin, .. } => {
            let [typed, latin] = [typed, latin].map(normalized_key);
            Reaction::Update(Msg::OtherLayoutKey { typed, latin })
        }
        Input::ReportsKeys => Reaction::ReportKeys,
        Input::Event(Event::Paste(text), _) => Reaction::Update(Msg::Paste(text)),
        Input::Event(Event::FocusGained | Event::FocusLost, _) => Reaction::Ignore,
        Input::Event(Event::Mouse(mouse), _) => {
            let gesture = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
                MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
                MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
                MouseEventKind::ScrollUp => Gesture::WheelUp,
                MouseEventKind::ScrollDown => Gesture::WheelDown,
                _ => return Reaction::Ignore,
            };
            // No card is being dragged, so there is nothing to move or drop.
            if matches!(gesture, Gesture::Drag | Gesture::Release) && state.board.drag.is_none() {
                return Reaction::Ignore;
            }
            Reaction::Update(pointer_msg(state, gesture, (mouse.column, mouse.row), screen))
        }
    }
}

/// Repeats the last drag event at the same place, where another card may be by now. Returns none without a drag.
pub fn repeat_drag(state: &State, screen: Rect) -> Option<Msg> {
    let drag = state.board.drag.as_ref()?;
    Some(pointer_msg(state, Gesture::Drag, drag.at, screen))
}

fn pointer_msg(state: &State, gesture: Gesture, at: (u16, u16), screen: Rect) -> Msg {
    let target = target_at(state, screen, Position::from(at));
    Msg::Pointer(Pointer { gesture, target, at })
}

/// Normalises a key, since platforms report it differently: letters are lower case with Shift as a modifier, and signs
/// have no Shift.
#[expect(clippy::wildcard_enum_match_arm, reason = "only letters, signs and Shift-Tab differ by platform")]
fn normalized_key(key: KeyEvent) -> KeyCombination {
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
