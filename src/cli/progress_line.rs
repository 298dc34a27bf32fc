//! A line on standard error that says what the program is doing, if that takes long.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::environment::is_dumb_terminal;
use crate::map::width::cut;

/// How long the work takes before the line appears.
const DELAY: Duration = Duration::from_secs(1);
/// The greatest width of the line, in cells.
const MAX_WIDTH: usize = 70;
/// Erases the line on which the cursor stands.
const ERASE_LINE: &str = "\r\u{1b}[K";

/// Does some work. If it takes longer than a second and standard error is a terminal, the line stands there until the end.
pub(super) fn with_line<T>(line: &str, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() || is_dumb_terminal() {
        return work();
    }
    // A line that wraps could not be erased.
    let line = cut(line, MAX_WIDTH);
    thread::scope(|scope| {
        let (working, ended) = channel();
        let shown = scope.spawn(|| show_line(&line, ended));
        let result = work();
        drop(working);
        // Messages that follow must not stand behind the line.
        shown.join().ok();
        result
    })
}

/// Shows the line once the work takes long, and erases it when the work has ended.
fn show_line(line: &str, ended: Receiver<()>) {
    if ended.recv_timeout(DELAY) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    // Whether the line can be written does not matter for the work.
    let mut terminal = stderr();
    terminal.write_all(line.as_bytes()).and_then(|()| terminal.flush()).ok();
    ended.recv().ok();
    terminal.write_all(ERASE_LINE.as_bytes()).and_then(|()| terminal.flush()).ok();
}
