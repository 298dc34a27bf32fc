//! Signals: the terminal is given back at once, and the exit code says which signal it was.

use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::terminal::folder;

/// The signals that end the program, with the exit codes that tell of them.
const ENDING: [(&str, u32); 4] = [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)];
/// The program takes less than a second; a busy machine gets more.
const SOON: Duration = Duration::from_secs(5);

/// Opens the map and does something; sends each of the signals and looks at how the program ends.
fn ends_by_every_signal(begin: impl Fn(&mut Terminal)) {
    for (name, code) in ENDING {
        let folder = folder();
        let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
        terminal.wait_for("Funnel");
        begin(&mut terminal);
        let sent = Instant::now();
        terminal.signal(name);
        assert_eq!(terminal.end(), code, "{name}");
        assert!(sent.elapsed() < SOON, "{name}: {:?}", sent.elapsed());
        assert!(terminal.is_given_back(), "{name}: {}", terminal.modes());
    }
}

#[test]
fn an_idle_program_gives_the_terminal_back_and_tells_the_signal() {
    ends_by_every_signal(|_| {});
}

#[test]
fn a_signal_in_the_middle_of_quick_entry_ends_the_program() {
    ends_by_every_signal(|terminal| {
        terminal.press("aCompares two sup");
        terminal.wait_for("Compares two sup");
    });
}

#[test]
fn a_signal_under_a_load_of_keys_ends_the_program() {
    ends_by_every_signal(|terminal| {
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
fn a_second_signal_makes_it_no_worse() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Funnel");
    for name in ["TERM", "TERM", "INT", "TSTP", "HUP"] {
        // The first may have done its work before the last is sent.
        std::process::Command::new("kill").args(["-s", name, &terminal.id().to_string()]).output().expect("kill");
    }
    // Of those that come at once, the system hands over the one with the lowest number first.
    let code = terminal.end();
    assert!([143, 130, 129].contains(&code), "{code}");
    assert!(terminal.is_given_back());
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_does_not_read_holds_no_signal_up() {
    for (name, code) in ENDING {
        let folder = folder();
        let mut terminal = Terminal::open_unread(folder.path(), 200, 60, &["a.ron"]);
        terminal.wait_until_stuck(200, 60);
        let sent = Instant::now();
        terminal.signal(name);
        assert_eq!(terminal.wait_for_exit(), code, "{name}");
        assert!(sent.elapsed() < SOON, "{name}: {:?}", sent.elapsed());
        assert!(terminal.modes().contains("ICANON"), "{name}: {}", terminal.modes());
    }
}
