//! Who has the terminal: this program, the user's text editor, or the shell while the program is stopped.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use ratatui::layout::Rect;

use super::input::Input;
use super::input_reader::InputReader;
use super::screen::{self, KeyReports, TerminalScreen};
use super::signals::TerminalLease;
use super::system::{self, LineModes};
use super::text_editor;
use super::tmux;
use crate::app::model::msg::{CopiedBy, Msg};
use crate::app::model::state::State;
use crate::app::model::unreadable::EditFault;
use crate::app::model::viewport::Viewport;
use crate::exchange::terminal_text::strip_controls;
use crate::view::{self, window};

/// How long the text editor may take to end when the program asks it to.
const EDITOR_EXIT_TIMEOUT: Duration = Duration::from_millis(300);

/// What the program uses of the terminal besides keys and the screen.
#[derive(Clone, Copy, Debug)]
pub struct TerminalOptions {
    pub mouse: bool,
    /// Shows the map's name in the title of the window.
    pub title: bool,
    /// True inside tmux, which copies texts itself.
    pub tmux: bool,
    /// How long a lone Esc is held: it may be the beginning of a sequence.
    pub escape_time: Duration,
}

/// Who has the terminal.
enum Holder {
    Program(TerminalScreen),
    /// The shell: the program is stopped, or runs in the background.
    Shell,
    /// The text editor.
    TextEditor {
        process: u32,
        /// Disconnected when the text editor ends.
        ended: Receiver<()>,
        /// The line modes before the text editor started.
        modes: LineModes,
    },
    /// Nobody: the program is about to end.
    Nobody,
}

/// Whether the terminal can report keys as escape codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyReporting {
    NotAsked,
    /// The terminal has not answered, so it probably cannot.
    Asked,
    /// It can, and now reports these.
    Allowed(Option<KeyReports>),
}

/// Takes, draws on, lends and restores the terminal.
pub struct TerminalOwner {
    holder: Holder,
    input_reader: InputReader,
    event_loop: Sender<Input>,
    lease: Arc<TerminalLease>,
    options: TerminalOptions,
    /// The user's text editor, as a shell command with arguments.
    text_editor: Option<OsString>,
    area: Rect,
    /// Whether the terminal can report keys as escape codes, and which it reports.
    key_reports: KeyReporting,
    /// The window's title that was set last.
    title: Option<String>,
    /// True if the bell is to ring with the next frame.
    bell_pending: bool,
}

impl TerminalOwner {
    /// Starts the input reader and takes the terminal, unless the program was started in the background.
    pub fn open(
        event_loop: Sender<Input>,
        lease: Arc<TerminalLease>,
        options: TerminalOptions,
        text_editor: Option<OsString>,
    ) -> io::Result<TerminalOwner> {
        let input_reader = InputReader::start(event_loop.clone(), options.escape_time)?;
        let mut terminal = TerminalOwner {
            holder: Holder::Shell,
            input_reader,
            event_loop,
            lease,
            options,
            text_editor,
            area: Rect::ZERO,
            key_reports: KeyReporting::NotAsked,
            title: None,
            bell_pending: false,
        };
        terminal.input_reader.pause();
        terminal.take_in_foreground()?;
        Ok(terminal)
    }

    /// Returns the area of the last frame.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Draws the state, if the program has the terminal. Returns how much of each list is visible.
    pub fn draw(&mut self, state: &State) -> io::Result<Viewport> {
        let mut viewport = state.viewport;
        let Holder::Program(screen) = &mut self.holder else { return Ok(viewport) };
        self.area = screen.draw(|last, area, cells| {
            let drawn = view::draw_after(last, state, area, cells);
            viewport = drawn.viewport;
            drawn.cursor
        })?;
        if let KeyReporting::Allowed(reports) = &mut self.key_reports {
            let wanted = if state.context().takes_text() { KeyReports::ExceptText } else { KeyReports::All };
            if reports.replace(wanted) != Some(wanted) {
                screen::report_keys(screen, wanted)?;
            }
        }
        let title = self.options.title.then(|| window::title(state));
        if let Some(title) = title.filter(|title| self.title.as_ref() != Some(title)) {
            screen::set_title(screen, &title)?;
            self.title = Some(title);
        }
        if std::mem::take(&mut self.bell_pending) {
            screen::ring(screen)?;
        }
        Ok(viewport)
    }

    /// Lets the terminal report keys from the next frame on: it has answered that it can.
    pub fn allow_key_reports(&mut self) {
        if self.key_reports == KeyReporting::Asked {
            self.key_reports = KeyReporting::Allowed(None);
        }
    }

    /// Returns true if the window was larger than what the last frame used.
    pub(super) fn is_window_too_large(&self) -> bool {
        matches!(&self.holder, Holder::Program(screen) if screen.is_too_large())
    }

    /// Asks for the size of the window before the next frame.
    pub(super) fn resize(&mut self) {
        if let Holder::Program(screen) = &mut self.holder {
            screen.resize();
        }
    }

    /// Copies a text with tmux inside tmux, otherwise with the terminal. The terminal does not report whether it accepts it.
    pub(super) fn copy(&mut self, text: &str) -> CopiedBy {
        let text = strip_controls(text);
        if self.options.tmux && tmux::copy(&text) {
            return CopiedBy::Tmux;
        }
        if let Holder::Program(screen) = &mut self.holder {
            screen::copy(screen, &text);
        }
        CopiedBy::Terminal
    }

    /// Rings the bell with the next frame.
    pub(super) fn ring(&mut self) {
        self.bell_pending = true;
    }

    /// Paints every cell with the next frame, because another program may have written on the screen.
    pub(super) fn repaint(&mut self) {
        if let Holder::Program(screen) = &mut self.holder {
            screen.repaint();
        }
    }

    /// Restores the terminal and stops the program. Returns when the program is continued.
    pub(super) fn suspend(&mut self) {
        if matches!(self.holder, Holder::Program(_)) {
            self.hand_over(Holder::Shell);
        }
        system::stop_process();
    }

    /// Takes the terminal again after SIGCONT. The next frame is drawn completely.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.holder, Holder::Shell) {
            // The program was stopped by SIGSTOP, without a chance to restore the terminal.
            Holder::Program(_) => {
                self.input_reader.pause();
                self.take_in_foreground()
            }
            Holder::Shell => self.take_in_foreground(),
            other @ (Holder::TextEditor { .. } | Holder::Nobody) => {
                self.holder = other;
                Ok(())
            }
        }
    }

    /// Returns true if the shell has the terminal: the program is stopped or runs in the background.
    pub(super) fn belongs_to_shell(&self) -> bool {
        matches!(self.holder, Holder::Shell)
    }

    /// Takes the terminal. In the background it first stops the program again, as the system does with any program that
    /// reads from the terminal there.
    pub(super) fn take_or_stop(&mut self) -> io::Result<()> {
        if system::in_background() {
            system::stop_process();
        }
        self.take_in_foreground()
    }

    /// Lends the terminal to the text editor. The event loop receives an input when the user closes it.
    pub(super) fn edit(&mut self, path: PathBuf, line: Option<usize>) {
        let event_loop = self.event_loop.clone();
        let Some(editor) = self.text_editor.clone() else {
            let outcome = Err(EditFault::NoEditor);
            let _ended = event_loop.send(Input::Answer(Msg::Edited { path, outcome }));
            return;
        };
        self.hand_over(Holder::Shell);
        self.lease.begin();
        let (running, ended) = mpsc::channel::<()>();
        let modes = LineModes::current();
        match text_editor::start(&editor, &path, line) {
            Ok(child) => {
                self.holder = Holder::TextEditor { process: child.id(), ended, modes };
                thread::spawn(move || {
                    let outcome = text_editor::wait(child, &editor);
                    drop(running);
                    let _ended = event_loop.send(Input::EditorClosed(Msg::Edited { path, outcome }));
                });
            }
            Err(_) => {
                let outcome = Err(EditFault::NotStarted { editor: text_editor::name(&editor) });
                let _ended = event_loop.send(Input::EditorClosed(Msg::Edited { path, outcome }));
            }
        }
    }

    /// Takes the terminal back from the text editor.
    pub(super) fn take_back(&mut self) -> io::Result<()> {
        if let Holder::TextEditor { modes, .. } = std::mem::replace(&mut self.holder, Holder::Shell) {
            modes.restore();
        }
        self.lease.end();
        self.take_in_foreground()
    }

    /// Restores the terminal for good. A text editor that still runs is asked to end.
    pub(super) fn close(&mut self) {
        if let Holder::TextEditor { process, ended, modes } = &self.holder {
            system::terminate(*process);
            let _late = ended.recv_timeout(EDITOR_EXIT_TIMEOUT);
            modes.restore();
        }
        self.hand_over(Holder::Nobody);
    }

    /// Takes the terminal, unless the program is in the background.
    fn take_in_foreground(&mut self) -> io::Result<()> {
        if system::in_background() {
            return Ok(());
        }
        let mut screen = screen::enter(self.options.mouse).inspect_err(|_| screen::leave())?;
        self.key_reports = match self.key_reports {
            KeyReporting::NotAsked => {
                screen::ask_key_reports(&mut screen)?;
                KeyReporting::Asked
            }
            KeyReporting::Asked => KeyReporting::Asked,
            KeyReporting::Allowed(_) => KeyReporting::Allowed(None),
        };
        self.holder = Holder::Program(screen);
        self.title = None;
        self.input_reader.resume();
        Ok(())
    }

    /// Restores the terminal for its next holder.
    fn hand_over(&mut self, holder: Holder) {
        if let Holder::Program(_) = std::mem::replace(&mut self.holder, holder) {
            self.input_reader.pause();
        }
        screen::leave();
    }
}

impl Drop for TerminalOwner {
    fn drop(&mut self) {
        self.close();
    }
}
