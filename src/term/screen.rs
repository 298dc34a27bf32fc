//! Enters and leaves the full-screen mode of the terminal, and sends it titles, the bell and clipboard texts.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::queue;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, Viewport};

use super::system;
use crate::map::text::without_unsafe_chars;

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

/// The size of the output buffer in bytes: a whole frame is written in one piece.
const FRAME_BUFFER: usize = 1 << 16;

/// The largest area that is drawn, in columns and rows. It is larger than any real window; without a limit, a window that
/// claims to be huge would take all memory.
pub(super) const MAX_SIZE: Size = Size::new(1_000, 500);

/// The screen that frames are drawn on. It remembers the last frame and writes only what changed.
pub(super) type TerminalScreen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

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
    let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BUFFER, io::stdout()));
    let area = drawn_area(backend.size()?);
    Terminal::with_options(backend, ratatui::TerminalOptions { viewport: Viewport::Fixed(area) })
}

/// Returns the area that is drawn in a window of this size.
fn drawn_area(window: Size) -> Rect {
    Rect::new(0, 0, window.width.min(MAX_SIZE.width), window.height.min(MAX_SIZE.height))
}

/// Gives the screen the size of the window, up to [`MAX_SIZE`]. Returns true if the window is larger.
pub(super) fn fit_window(screen: &mut TerminalScreen) -> io::Result<bool> {
    let window = screen.size()?;
    let area = drawn_area(window);
    if screen.get_frame().area() != area {
        screen.backend_mut().clear()?;
        screen.resize(area)?;
    }
    Ok(area.as_size() != window)
}

/// Sets the title of the terminal's window. The previous title is saved first.
pub(super) fn set_title(screen: &mut TerminalScreen, title: &str) -> io::Result<()> {
    let out = screen.backend_mut();
    if !TITLE_SET.swap(true, Ordering::Relaxed) {
        out.write_all(SAVE_TITLE.as_bytes())?;
    }
    // Every control character is dropped, line feeds too: an Esc would end the title.
    let title = without_unsafe_chars(title);
    // The string terminator ends the title. BEL would end it too, but some terminals would ring.
    write!(out, "\x1b]0;{title}\x1b\\")?;
    Write::flush(out)
}

/// Asks the terminal whether it can report keys as escape codes. The answer arrives as input.
pub(super) fn ask_key_reports(screen: &mut TerminalScreen) -> io::Result<()> {
    let out = screen.backend_mut();
    out.write_all(ASK_KEY_REPORTS.as_bytes())?;
    Write::flush(out)
}

/// Lets the terminal report keys as escape codes, until the program leaves full-screen mode.
pub(super) fn report_keys(screen: &mut TerminalScreen, reports: KeyReports) -> io::Result<()> {
    let out = screen.backend_mut();
    let flags = reports.flags();
    if KEYS_REPORTED.swap(true, Ordering::Relaxed) {
        write!(out, "\x1b[={flags}u")?;
    } else {
        write!(out, "\x1b[>{flags}u")?;
    }
    Write::flush(out)
}

/// Rings the terminal's bell.
pub(super) fn ring(screen: &mut TerminalScreen) -> io::Result<()> {
    let out = screen.backend_mut();
    out.write_all(b"\x07")?;
    Write::flush(out)
}

/// Puts a text without control characters on the terminal's clipboard (OSC 52). Errors are ignored: the input reader
/// notices a terminal that is gone.
pub(super) fn copy(screen: &mut TerminalScreen, text: &str) {
    let out = screen.backend_mut();
    let _gone = queue!(out, CopyToClipboard::to_clipboard_from(text.as_bytes())).and_then(|()| Write::flush(out));
}

/// Drops a screen. Its cursor is shown first.
pub(super) fn drop_screen(mut screen: TerminalScreen) {
    // Dropping a screen with a hidden cursor on a terminal that is gone would print to standard error, which is gone too.
    if screen.show_cursor().is_err() {
        std::mem::forget(screen);
    }
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
