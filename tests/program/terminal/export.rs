//! Exports and the clipboard in a terminal.

use crate::pty::Terminal;
use crate::terminal::folder;

/// Returns the text that the program put on the terminal's clipboard (OSC 52).
fn copied(written: &[u8]) -> Option<String> {
    let written = String::from_utf8_lossy(written);
    let (_, rest) = written.split_once("\x1b]52;c;")?;
    let (base64, _) = rest.split_once("\x1b\\")?;
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u32> = base64.bytes().filter(|&c| c != b'=').map(|c| u32::from(digit(c))).collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let number = four.iter().fold(0, |number, digit| number << 6 | digit) << (6 * (4 - four.len()));
        number.to_be_bytes()[1..four.len()].to_vec()
    });
    String::from_utf8(bytes.collect()).ok()
}

#[test]
fn a_poster_is_exported_and_overwritten_after_confirmation() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron"]);
    terminal.wait_for("directory");
    for is_there in [false, true] {
        terminal.press("x");
        terminal.wait_for("Export the map");
        terminal.press("\x15poster.svg\r");
        if is_there {
            terminal.wait_for("already");
            terminal.answer("d");
        }
        terminal.wait_for("written to poster.svg");
        let poster = std::fs::read_to_string(folder.path().join("poster.svg")).expect("a poster");
        assert!(poster.contains("marketplace"), "{poster}");
        std::fs::write(folder.path().join("poster.svg"), "mine").expect("written");
        terminal.press("j");
        terminal.wait("no message", |screen| !screen.contents().contains("written to"));
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn touchpoints_are_copied_to_the_terminals_clipboard() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron"]);
    terminal.wait_for("directory");
    terminal.press("Y");
    terminal.wait_for("sent to the terminal’s clipboard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let copied = copied(&terminal.written).expect("a text");
    assert!(copied.starts_with("### ") && copied.contains("marketplace"), "{copied}");
}

#[cfg(unix)]
#[test]
fn inside_tmux_a_copy_goes_through_tmux_or_else_to_the_terminal() {
    use std::os::unix::fs::PermissionsExt;
    let answers =
        [("cat > \"$0.text\"", "copied with tmux", true), ("exit 1", "sent to the terminal’s clipboard", false)];
    for (script, message, accepted) in answers {
        let folder = folder();
        let tmux = folder.path().join("tmux");
        std::fs::write(&tmux, format!("#!/bin/sh\n[ \"$*\" = 'load-buffer -w -' ] || exit 2\n{script}\n")).unwrap();
        std::fs::set_permissions(&tmux, std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:/usr/bin:/bin", folder.path().display());
        let variables = [("TMUX", "/tmp/tmux,1,0"), ("PATH", &path)];
        let mut terminal = Terminal::open_in(folder.path(), 120, 30, &variables, &["a.ron"]);
        terminal.wait_for("directory");
        terminal.press("Y");
        terminal.wait_for(message);
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(copied(&terminal.written).is_none(), accepted);
        let taken = std::fs::read_to_string(folder.path().join("tmux.text"));
        assert_eq!(taken.is_ok_and(|text| text.contains("marketplace")), accepted);
    }
}
