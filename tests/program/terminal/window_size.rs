//! No size of the window ends the program or takes all memory.

use crate::pty::Terminal;
use crate::terminal::folder;

/// The most memory that the program may take in any window, in kilobytes.
#[cfg(target_os = "linux")]
const MEMORY_LIMIT: u64 = 400_000;

#[test]
fn a_window_of_any_size_is_drawn_up_to_a_limit() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["a.ron"]);
    terminal.wait_for("Funnel");
    for (columns, rows) in [(20_000, 20_000), (u16::MAX, u16::MAX), (u16::MAX, 24), (80, u16::MAX)] {
        terminal.written.clear();
        terminal.claim_size(columns, rows);
        // A window of another size is cleared first.
        terminal.wait_for_output("\x1b[2J");
        // Of the message, not all spaces are written.
        terminal.wait_for_output("larger");
        terminal.written.clear();
        terminal.claim_size(100, 30);
        terminal.wait_for_output("\x1b[2J");
    }
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string(format!("/proc/{}/status", terminal.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kilobytes < MEMORY_LIMIT, "{peak}");
    }
    terminal.signal("TERM");
    assert_eq!(terminal.end(), 143);
    assert!(terminal.is_restored());
}
