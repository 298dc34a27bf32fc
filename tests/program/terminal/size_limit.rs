//! A limit on the size of files acts like a full disk: the program says that it cannot write, and goes on.

use crate::pty::{Terminal, command};
use crate::terminal::folder;

#[test]
fn a_limit_on_the_size_of_files_is_reported_and_ends_nothing() {
    let folder = folder();
    let before = std::fs::read(folder.path().join("a.ron")).unwrap();
    let script = format!("ulimit -f 0; exec {} a.ron", env!("CARGO_BIN_EXE_periplo"));
    let mut terminal = Terminal::start(command("/bin/sh", folder.path(), &[], &["-c", &script]), 100, 30);
    terminal.wait_for("Funnel");
    terminal.press("aCompares two suppliers\r");
    terminal.wait_for("Compares two suppliers");
    terminal.leave_quick_entry("1 added");
    terminal.press("\x13");
    terminal.wait_for("files cannot be that");
    terminal.wait_for("A question");
    assert_eq!(std::fs::read(folder.path().join("a.ron")).unwrap(), before);
    terminal.answer("\x1b");
    terminal.wait("the question closed", |screen| !screen.contents().contains("A question"));
    terminal.press("q");
    terminal.wait_for("A question");
    terminal.press("d");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_restored());
}
