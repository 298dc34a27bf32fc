//! A progress bar on standard error for commands that read many files.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock")]

use std::io::{IsTerminal, stderr, stdout};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::environment::is_dumb_terminal;
use crate::lang::Lang;

/// How long a command runs before the bar appears.
const DELAY: Duration = Duration::from_secs(1);

/// A progress bar that shows how many files are read. It appears only on a terminal, and only if reading takes long.
pub(super) struct Progress<'a> {
    lang: &'a Lang,
    started: Instant,
    done: usize,
    count: usize,
    /// None if standard error is no terminal.
    bar: Option<ProgressBar>,
}

impl<'a> Progress<'a> {
    /// Creates a bar for `count` files. If the result goes to standard output and that is a terminal, there is no bar.
    pub(super) fn new(count: usize, to_stdout: bool, lang: &'a Lang) -> Progress<'a> {
        let is_visible = stderr().is_terminal() && !is_dumb_terminal() && !(to_stdout && stdout().is_terminal());
        let hidden = || ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
        Progress { lang, started: Instant::now(), done: 0, count, bar: is_visible.then(hidden) }
    }

    /// Counts one more file.
    pub(super) fn advance(&mut self) {
        self.done += 1;
        self.refresh();
    }

    /// Draws the bar, if reading already takes long.
    pub(super) fn refresh(&mut self) {
        let Some(bar) = self.bar.as_ref().filter(|_| self.started.elapsed() >= DELAY) else { return };
        bar.set_position(self.done as u64);
        bar.set_message(self.lang.files_read(self.done, self.count));
        if bar.is_hidden() {
            if let Ok(style) = ProgressStyle::with_template("{wide_bar} {msg}") {
                bar.set_style(style);
            }
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.tick();
        }
    }

    /// Runs `print` while the bar is hidden, so that a message does not mix with it.
    pub(super) fn suspend(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
