//! Signals end the program at once: the terminal is restored, and the exit code names the signal.

use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::terminal::folder;

/// The signals that end the program, with their exit codes.
const SIGNALS: [(&str, u32); 4] = [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)];
/// The program takes less than a second. A busy machine may take longer.
const EXIT_TIMEOUT: Duration = Duration::from_secs(5);

/// For each signal: opens the map, runs `begin`, sends the signal and asserts how the program ends.
fn assert_every_signal_ends_it(begin: impl Fn(&mut Terminal)) {
    for (name, code) in SIGNALS {
        let folder = folder();
        let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
        terminal.wait_for("Funnel");
        begin(&mut terminal);
        let sent = Instant::now();
        terminal.signal(name);
        assert_eq!(terminal.end(), code, "{name}");
        assert!(sent.elapsed() < EXIT_TIMEOUT, "{name}: {:?}", sent.elapsed());
        assert!(terminal.is_restored(), "{name}: {}", terminal.modes());
    }
}

#[test]
fn an_idle_program_restores_the_terminal_on_each_signal() {
    assert_every_signal_ends_it(|_| {});
}

#[test]
fn a_signal_in_the_middle_of_quick_entry_ends_the_program() {
    assert_every_signal_ends_it(|terminal| {
        terminal.press("aCompares two sup");
        terminal.wait_for("Compares two sup");
    });
}

#[test]
fn a_signal_under_a_load_of_keys_ends_the_program() {
    assert_every_signal_ends_it(|terminal| {
        let mut keyboard = terminal.take_keyboard();
        std::thread::spawn(move || {
            for _ in 0..2_000 {
                if keyboard.write_all("jk".repeat(500).as_bytes()).is_err() {
                    return;
                }
            }
        });
    });
}

#[test]
fn a_second_signal_does_no_harm() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    for name in ["TERM", "TERM", "INT", "TSTP", "HUP"] {
        // The program may have ended before the last signal is sent, so errors are ignored.
        std::process::Command::new("kill").args(["-s", name, &terminal.id().to_string()]).output().expect("kill");
    }
    // Of pending signals, the system delivers the one with the lowest number first.
    let code = terminal.end();
    assert!([143, 130, 129].contains(&code), "{code}");
    assert!(terminal.is_restored());
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_ends_a_program_blocked_by_its_terminal() {
    for (name, code) in SIGNALS {
        let folder = folder();
        let mut terminal = Terminal::open_unread(folder.path(), 200, 60, &["a.ron"]);
        terminal.wait_until_stuck(200, 60);
        let sent = Instant::now();
        terminal.signal(name);
        assert_eq!(terminal.wait_for_exit(), code, "{name}");
        assert!(sent.elapsed() < EXIT_TIMEOUT, "{name}: {:?}", sent.elapsed());
        assert!(terminal.modes().contains("ICANON"), "{name}: {}", terminal.modes());
    }
}
