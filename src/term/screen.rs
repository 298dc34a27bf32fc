//! Enters and leaves the full-screen mode of the terminal, and sends it titles, the bell and clipboard texts.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::queue;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::frame::Frames;
use super::system;
use crate::map::text::without_unsafe_chars;
use crate::view::LastFrame;

// These are statics because the panic hook and the signal thread restore the terminal too, and have no `TerminalScreen`.

/// True while the program is in full-screen mode. Leaving it twice would move the cursor over later output.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// True if the window has a title of ours, and the terminal has saved the previous one.
static TITLE_SET: AtomicBool = AtomicBool::new(false);

/// True if the terminal reports keys as escape codes.
static KEYS_REPORTED: AtomicBool = AtomicBool::new(false);

/// Asks whether the terminal can report keys as escape codes (the kitty keyboard protocol). Terminals that cannot do not
/// answer.
const ASK_KEY_REPORTS: &str = "\x1b[?u";
/// Ends the reports and restores what the terminal did before.
const END_KEY_REPORTS: &str = "\x1b[<u";

/// Which keys the terminal reports as escape codes, always with the key of a US keyboard in the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyReports {
    /// Esc and keys with Ctrl or Alt. Text arrives as text, so that dead keys and input methods work as everywhere.
    ExceptText,
    /// All keys, with the text that they type.
    All,
}

impl KeyReports {
    /// The flags of the protocol: 1 disambiguates keys, 4 reports the other keys, 8 reports all keys, and 16 their text.
    const fn flags(self) -> u8 {
        match self {
            KeyReports::ExceptText => 1 | 4,
            KeyReports::All => 1 | 4 | 8 | 16,
        }
    }
}

/// The largest area that is drawn, in columns and rows. It is larger than any real window; without a limit, a window that
/// claims to be huge would take all memory.
pub(super) const MAX_SIZE: Size = Size::new(1_000, 500);

/// The screen that frames are drawn on. It remembers the last frame and writes only what changed.
pub(super) struct TerminalScreen {
    out: Stdout,
    frames: Frames,
    /// True if the window may have another size than the last frame.
    is_resized: bool,
    /// True if the window is larger than what is drawn.
    is_too_large: bool,
}

/// Saves the titles of window and icon on the terminal's stack (XTWINOPS).
const SAVE_TITLE: &str = "\x1b[22;0t";
/// Restores the saved titles.
const RESTORE_TITLE: &str = "\x1b[23;0t";

/// Enters full-screen mode: raw mode, alternate screen, bracketed paste and, if wanted, the mouse.
pub(super) fn enter(mouse: bool) -> io::Result<TerminalScreen> {
    // Crossterm still holds the modes of the last time. This makes it save the current ones, which another program may
    // have changed since.
    disable_raw_mode()?;
    ENTERED.store(true, Ordering::Relaxed);
    enable_raw_mode()?;
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()?;
    Ok(TerminalScreen { out, frames: Frames::new(Rect::ZERO), is_resized: true, is_too_large: false })
}

impl TerminalScreen {
    /// Draws a frame, with the cursor at the position that `draw` returns. Returns the drawn area.
    pub(super) fn draw(
        &mut self,
        draw: impl FnOnce(LastFrame<'_>, Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<Rect> {
        if std::mem::take(&mut self.is_resized) {
            let (width, height) = size()?;
            let area = Rect::new(0, 0, width.min(MAX_SIZE.width), height.min(MAX_SIZE.height));
            self.is_too_large = (area.width, area.height) != (width, height);
            if self.frames.area() != area {
                self.frames.resize(area);
            }
        }
        let area = self.frames.area();
        let bytes = self.frames.draw(|last, cells| draw(last, area, cells));
        if !bytes.is_empty() {
            self.out.write_all(bytes)?;
            self.out.flush()?;
        }
        Ok(area)
    }

    /// Asks for the size of the window before the next frame.
    pub(super) fn resize(&mut self) {
        self.is_resized = true;
    }

    /// Paints every cell with the next frame.
    pub(super) fn repaint(&mut self) {
        self.frames.repaint();
    }

    /// Returns true if the window was larger than what the last frame used.
    pub(super) fn is_too_large(&self) -> bool {
        self.is_too_large
    }
}

/// Sets the title of the terminal's window. The previous title is saved first.
pub(super) fn set_title(screen: &mut TerminalScreen, title: &str) -> io::Result<()> {
    let out = &mut screen.out;
    if !TITLE_SET.swap(true, Ordering::Relaxed) {
        out.write_all(SAVE_TITLE.as_bytes())?;
    }
    // Every control character is dropped, line feeds too: an Esc would end the title.
    let title = without_unsafe_chars(title);
    // The string terminator ends the title. BEL would end it too, but some terminals would ring.
    write!(out, "\x1b]0;{title}\x1b\\")?;
    out.flush()
}

/// Asks the terminal whether it can report keys as escape codes. The answer arrives as input.
pub(super) fn ask_key_reports(screen: &mut TerminalScreen) -> io::Result<()> {
    let out = &mut screen.out;
    out.write_all(ASK_KEY_REPORTS.as_bytes())?;
    out.flush()
}

/// Lets the terminal report keys as escape codes, until the program leaves full-screen mode.
pub(super) fn report_keys(screen: &mut TerminalScreen, reports: KeyReports) -> io::Result<()> {
    let out = &mut screen.out;
    let flags = reports.flags();
    if KEYS_REPORTED.swap(true, Ordering::Relaxed) {
        write!(out, "\x1b[={flags}u")?;
    } else {
        write!(out, "\x1b[>{flags}u")?;
    }
    out.flush()
}

/// Rings the terminal's bell.
pub(super) fn ring(screen: &mut TerminalScreen) -> io::Result<()> {
    let out = &mut screen.out;
    out.write_all(b"\x07")?;
    out.flush()
}

/// Puts a text without control characters on the terminal's clipboard (OSC 52). Errors are ignored: the input reader
/// notices a terminal that is gone.
pub(super) fn copy(screen: &mut TerminalScreen, text: &str) {
    let out = &mut screen.out;
    let _gone = queue!(out, CopyToClipboard::to_clipboard_from(text.as_bytes())).and_then(|()| out.flush());
}

/// Leaves full-screen mode, if the program is in it. Errors are ignored: they mean that the terminal is gone.
pub(super) fn leave() {
    if restore_line_modes() {
        let mut out = io::stdout();
        let _gone = out.write_all(&leave_sequence()).and_then(|()| out.flush());
    }
}

/// Leaves full-screen mode although the event loop may be blocked in a write. It bypasses the lock and buffer of standard
/// output, and blocks for ever on a terminal that does not read.
#[cfg(unix)]
pub(super) fn force_leave() {
    if restore_line_modes() {
        let _gone = rustix::io::write(rustix::stdio::stdout(), &leave_sequence());
    }
}

/// Leaves raw mode, without writing to the terminal. Returns false if the program was not in full-screen mode.
fn restore_line_modes() -> bool {
    let entered = ENTERED.swap(false, Ordering::Relaxed);
    // In the background, the modes belong to the program that has the terminal now.
    if entered && !system::in_background() {
        let _gone = disable_raw_mode();
    }
    entered
}

/// Returns the bytes that undo [`enter`], [`report_keys`] and [`set_title`].
fn leave_sequence() -> Vec<u8> {
    let mut bytes = Vec::new();
    // The terminal keeps the reports of the alternate screen and of the normal one apart.
    if KEYS_REPORTED.swap(false, Ordering::Relaxed) {
        bytes.extend(END_KEY_REPORTS.as_bytes());
    }
    // Writing to memory cannot fail.
    let _never = queue!(bytes, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    if TITLE_SET.swap(false, Ordering::Relaxed) {
        bytes.extend(RESTORE_TITLE.as_bytes());
    }
    bytes
}
