//! Copies a text with tmux, which often drops what programs send to the terminal's clipboard.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::system;

/// How long tmux may take to accept a text.
const TIMEOUT: Duration = Duration::from_secs(1);

/// Puts a text into tmux's buffer, and lets tmux send it to the terminal's clipboard. Returns false if tmux did not
/// accept it: `-w` needs tmux 3.2.
pub(super) fn copy(text: &str) -> bool {
    let mut command = Command::new("tmux");
    command.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let process = child.id();
    let text = text.to_owned();
    let (sender, done) = mpsc::channel();
    thread::spawn(move || {
        let written = child.stdin.take().is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
        let accepted = child.wait().is_ok_and(|status| status.success());
        let _timed_out = sender.send(written && accepted);
    });
    done.recv_timeout(TIMEOUT).unwrap_or_else(|_| {
        system::terminate(process);
        false
    })
}
