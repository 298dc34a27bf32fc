//! Taking the terminal, and giving it back as it was.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::queue;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::system;
use crate::exchange::terminal_text::strip_controls;
use crate::map::text::is_dropped;

// Statics, since a panic and the thread of signals give the terminal back too, where nobody can hand them the screen.

/// Whether the terminal is taken; to give it back twice would move the cursor over what was written since.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the window has a title of the program's, and the one before is kept by the terminal.
static TITLED: AtomicBool = AtomicBool::new(false);

/// Bytes of a frame that are gathered before they are written.
const FRAME: usize = 1 << 16;

/// What is drawn on; it knows what stands there, and writes only what changes.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Keeps the titles of window and icon on the terminal's pile, and takes them from there (XTWINOPS).
const KEEP_TITLE: &str = "\x1b[22;0t";
const BRING_TITLE_BACK: &str = "\x1b[23;0t";

/// Takes the terminal; what is drawn first is drawn whole.
pub fn enter(mouse: bool) -> io::Result<Screen> {
    // What others made of the terminal meanwhile is not what it must be given back as.
    disable_raw_mode()?;
    TAKEN.store(true, Ordering::Relaxed);
    enable_raw_mode()?;
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()?;
    // A whole frame goes to the terminal in one piece.
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout())))
}

/// Gives the terminal's window a title, and has the one before kept.
pub fn entitle(screen: &mut Screen, title: &str) -> io::Result<()> {
    let out = screen.backend_mut();
    if !TITLED.swap(true, Ordering::Relaxed) {
        out.write_all(KEEP_TITLE.as_bytes())?;
    }
    // Not even a line end or a colour may stand in it: whatever begins with Esc would end the title.
    let title: String = title.chars().filter(|&c| !is_dropped(c) && c != '\n').collect();
    // The string terminator ends it, not the bell, which some would hear.
    write!(out, "\x1b]0;{title}\x1b\\")?;
    Write::flush(out)
}

/// Rings the terminal's bell.
pub fn ring(screen: &mut Screen) -> io::Result<()> {
    let out = screen.backend_mut();
    out.write_all(b"\x07")?;
    Write::flush(out)
}

/// Gives the terminal back, if it is taken; what fails here fails on a terminal that is gone.
pub fn leave() {
    if give_modes_back() {
        let mut out = io::stdout();
        let _gone = out.write_all(&farewell()).and_then(|()| out.flush());
    }
}

/// Gives the modes of the terminal's lines back, which waits for nothing; false when the terminal was not taken.
fn give_modes_back() -> bool {
    let taken = TAKEN.swap(false, Ordering::Relaxed);
    // In the background the modes are those of the program that has the terminal now.
    if taken && !system::in_background() {
        let _gone = disable_raw_mode();
    }
    taken
}

/// Gives the terminal's clipboard a text (OSC 52); a terminal that is gone is told of by what reads from it.
pub fn copy(screen: &mut Screen, text: &str) {
    let out = screen.backend_mut();
    let text = strip_controls(text);
    let _gone = queue!(out, CopyToClipboard::to_clipboard_from(text.as_bytes())).and_then(|()| out.flush());
}

/// Lets go of what was drawn on.
pub fn put_away(mut screen: Screen) {
    // Dropped with the cursor hidden on a terminal that is gone, it would write to a standard error that is gone too.
    if screen.show_cursor().is_err() {
        std::mem::forget(screen);
    }
}

/// Gives the terminal back past a pump that is in the middle of writing; may wait for ever on a terminal that is stuck.
#[cfg(unix)]
pub fn force_back() {
    if give_modes_back() {
        let _gone = rustix::io::write(rustix::stdio::stdout(), &farewell());
    }
}

/// What ends everything that [`enter`] began.
fn farewell() -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _never = queue!(bytes, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    if TITLED.swap(false, Ordering::Relaxed) {
        bytes.extend(BRING_TITLE_BACK.as_bytes());
    }
    bytes
}
