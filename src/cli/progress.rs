//! How far long work has come, shown on standard error while it lasts.
#![expect(clippy::disallowed_methods, reason = "here the clock is read")]

use std::io::{IsTerminal, stderr, stdout};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::setting::is_dumb;
use crate::lang::Lang;

/// Work that is done sooner needs no bar.
const SOON: Duration = Duration::from_secs(1);

/// A bar that shows how many files are read, once that takes long, if there is a terminal to show it.
pub struct Progress<'a> {
    lang: &'a Lang,
    begun: Instant,
    done: usize,
    count: usize,
    /// None where nobody would see it.
    bar: Option<ProgressBar>,
}

impl<'a> Progress<'a> {
    /// Progress over that many files; it is not shown beside a result that goes to the terminal itself.
    pub fn over(count: usize, to_stdout: bool, lang: &'a Lang) -> Progress<'a> {
        let is_seen = stderr().is_terminal() && !is_dumb() && !(to_stdout && stdout().is_terminal());
        let hidden = || ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
        Progress { lang, begun: Instant::now(), done: 0, count, bar: is_seen.then(hidden) }
    }

    /// One more file is read.
    pub fn advance(&mut self) {
        self.done += 1;
        self.look();
    }

    /// Shows how far the work has come, if it takes long already.
    pub fn look(&mut self) {
        let Some(bar) = self.bar.as_ref().filter(|_| self.begun.elapsed() >= SOON) else { return };
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

    /// Says something on standard error, with the bar out of its way.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
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
