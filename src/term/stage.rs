//! Who has the terminal: the program with its screen, the user's editor, or whoever stopped the program.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use ratatui::layout::Rect;

use super::editor;
use super::events::Input;
use super::listener::Listener;
use super::screen::{self, Screen};
use super::signals::Loan;
use super::system::{self, Modes};
use crate::app::model::msg::Msg;
use crate::app::model::state::State;
use crate::app::model::unreadable::EditFault;
use crate::app::model::viewport::Viewport;
use crate::view::{self, window};

/// How long an editor that is asked to end may take to give the terminal back.
const ENDING: Duration = Duration::from_millis(300);

/// What is asked of the terminal besides keys and a screen.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// Whether it tells what the mouse does.
    pub mouse: bool,
    /// Whether its window is called after the map.
    pub title: bool,
}

/// Who has the terminal.
enum Place {
    /// The program.
    Here(Screen),
    /// Whoever stopped the program.
    Stopped,
    /// The user's editor, with this process; `left` ends when it does, and the modes are those that it was lent with.
    Lent { editor: u32, left: Receiver<()>, modes: Modes },
    /// The terminal was given back for good.
    Closed,
}

/// The terminal, as far as the program has it.
pub struct Stage {
    place: Place,
    listener: Listener,
    pump: Sender<Input>,
    loan: Arc<Loan>,
    wishes: Wishes,
    /// The user's editor, with its arguments as a shell takes them.
    editor: Option<OsString>,
    area: Rect,
    /// What the window is called, once it has a title of the program's.
    title: Option<String>,
    /// Whether the bell is to be rung as soon as the program has the terminal.
    rings: bool,
}

impl Stage {
    /// Takes the terminal, unless the program was started in the background, and listens to it for the pump.
    pub fn open(pump: Sender<Input>, loan: Arc<Loan>, wishes: Wishes, editor: Option<OsString>) -> io::Result<Stage> {
        let listener = Listener::start(pump.clone())?;
        let mut stage = Stage {
            place: Place::Stopped,
            listener,
            pump,
            loan,
            wishes,
            editor,
            area: Rect::ZERO,
            title: None,
            rings: false,
        };
        stage.listener.pause();
        stage.take_in_front()?;
        Ok(stage)
    }

    /// The screen as it was drawn last.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Draws the state, if the program has the terminal, and returns how much of each list is visible.
    pub fn draw(&mut self, state: &State) -> io::Result<Viewport> {
        let mut viewport = state.viewport;
        let Place::Here(screen) = &mut self.place else { return Ok(viewport) };
        let drawn = screen.draw(|frame| {
            let drawn = view::draw(state, frame.area(), frame.buffer_mut());
            viewport = drawn.viewport;
            if let Some(cursor) = drawn.cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        self.area = drawn.area;
        let title = self.wishes.title.then(|| window::title(state));
        if let Some(title) = title.filter(|title| self.title.as_ref() != Some(title)) {
            screen::entitle(screen, &title)?;
            self.title = Some(title);
        }
        if std::mem::take(&mut self.rings) {
            screen::ring(screen)?;
        }
        Ok(viewport)
    }

    /// Gives the terminal's clipboard a text, if the program has the terminal; whether it takes it cannot be known.
    pub fn copy(&mut self, text: &str) {
        if let Place::Here(screen) = &mut self.place {
            screen::copy(screen, text);
        }
    }

    /// Rings the bell with what is drawn next.
    pub fn ring(&mut self) {
        self.rings = true;
    }

    /// Stops the program, and the terminal is its user's; comes back when the program is told to go on.
    pub fn suspend(&mut self) {
        if matches!(self.place, Place::Here(_)) {
            self.give(Place::Stopped);
        }
        system::stop();
    }

    /// Goes on after the program was stopped, with a screen drawn anew.
    pub fn go_on(&mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.place, Place::Stopped) {
            // It was stopped without being asked to give the terminal back.
            Place::Here(screen) => {
                self.listener.pause();
                screen::put_away(screen);
                self.take_in_front()
            }
            Place::Stopped => self.take_in_front(),
            other @ (Place::Lent { .. } | Place::Closed) => {
                self.place = other;
                Ok(())
            }
        }
    }

    /// Whether the program goes on without the terminal.
    pub fn is_stopped(&self) -> bool {
        matches!(self.place, Place::Stopped)
    }

    /// Stops again, as a program in the background does that wants the terminal; in the foreground, takes it.
    pub fn want(&mut self) -> io::Result<()> {
        if system::in_background() {
            system::stop();
        }
        self.take_in_front()
    }

    /// Lends the terminal to the user's editor; that it was left is told to the pump.
    pub fn edit(&mut self, path: PathBuf, line: Option<usize>) {
        let pump = self.pump.clone();
        let Some(editor) = self.editor.clone() else {
            let outcome = Err(EditFault::NoEditor);
            let _ended = pump.send(Input::Answer(Msg::Edited { path, outcome }));
            return;
        };
        self.give(Place::Stopped);
        self.loan.begin();
        let (leaving, left) = mpsc::channel::<()>();
        let modes = Modes::now();
        match editor::start(&editor, &path, line) {
            Ok(child) => {
                self.place = Place::Lent { editor: child.id(), left, modes };
                thread::spawn(move || {
                    let outcome = editor::wait(child, &editor);
                    drop(leaving);
                    let _ended = pump.send(Input::Returned(Msg::Edited { path, outcome }));
                });
            }
            Err(_) => {
                let outcome = Err(EditFault::NotStarted { editor: editor::name(&editor) });
                let _ended = pump.send(Input::Returned(Msg::Edited { path, outcome }));
            }
        }
    }

    /// Takes the terminal again, after it was lent.
    pub fn take_back(&mut self) -> io::Result<()> {
        if let Place::Lent { modes, .. } = std::mem::replace(&mut self.place, Place::Stopped) {
            modes.set();
        }
        self.loan.end();
        self.take_in_front()
    }

    /// Gives the terminal back for good.
    pub fn close(&mut self) {
        if let Place::Lent { editor, left, modes } = &self.place {
            system::ask_to_end(*editor);
            let _late = left.recv_timeout(ENDING);
            modes.set();
        }
        self.give(Place::Closed);
    }

    /// Takes the terminal, if no other program has it.
    fn take_in_front(&mut self) -> io::Result<()> {
        if system::in_background() {
            return Ok(());
        }
        let screen = screen::enter(self.wishes.mouse).inspect_err(|_| screen::leave())?;
        self.area = screen.size().map_or(self.area, |size| Rect::new(0, 0, size.width, size.height));
        self.place = Place::Here(screen);
        self.title = None;
        self.listener.resume();
        Ok(())
    }

    fn give(&mut self, place: Place) {
        if let Place::Here(screen) = std::mem::replace(&mut self.place, place) {
            self.listener.pause();
            screen::put_away(screen);
        }
        screen::leave();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.close();
    }
}
